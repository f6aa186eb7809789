// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QUuid>

#include <optional>

namespace portolan::app {

//! What the window was started with.
struct Options
{
    QString profile; //!< directory; empty: the user's own
    QString workspace; //!< a folder to open
    QString open; //!< id of a thing to open
    QString theme; //!< for this run only
    QString tour; //!< directory for the pictures of the tour
    bool demo = false;
    bool endWhenUsable = false; //!< for measuring: says so once the first rows are shown, and ends
};

//! How a start ends before there is a window.
struct EarlyEnd
{
    int status = 0;
    QString text; //!< for standard output, or standard error when the status is not 0
};

//! Reads the command line; either into \a options, or it ends here (--help, --version, a mistake).
std::optional<EarlyEnd> parseOptions(const QStringList &arguments, Options *options);

} // namespace portolan::app
