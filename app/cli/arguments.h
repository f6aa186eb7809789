// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace portolan::cli {

//! An option that a command takes.
struct Option
{
    QString name; //!< without the dashes
    QString value; //!< what its value is called in the help; empty for a switch
    QString meaning;
    int values = 1; //!< words that it takes, where it takes a value
};

//! What stood on the command line, taken apart by a command's options.
struct Arguments
{
    QStringList positional;
    QHash<QString, QStringList> options;
    bool json = false;
    QString profile; //!< empty: the user's own

    bool has(const QString &option) const { return options.contains(option); }

    //! The last value given for \a option, or \a otherwise.
    QString value(const QString &option, const QString &otherwise = {}) const;
    //! A whole number of at least \a least; a Usage error when it is something else.
    [[nodiscard]] Result<int> number(const QString &option, int otherwise, int least = 0) const;
};

//! The command's name and what belongs to it, from the whole command line without the program.
struct CommandLine
{
    QString command; //!< empty when none was given
    QStringList words; //!< what stands behind it, unparsed
    QString profile;
    bool json = false;
    bool help = false;
    bool version = false;
};

//! Takes the options that every command has from anywhere; the first other word is the command.
[[nodiscard]] Result<CommandLine> splitCommandLine(const QStringList &words);

//! Takes \a line's words apart by \a known options. A Usage error names what is not known.
[[nodiscard]] Result<Arguments> parseArguments(const CommandLine &line, const QList<Option> &known);

} // namespace portolan::cli
