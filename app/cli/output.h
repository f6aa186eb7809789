// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace portolan::cli {

//! The exit statuses that design.md section 5 promises.
enum class Exit { Done = 0, NotFound = 1, Usage = 2, Store = 3, Platform = 4, SignedOut = 5 };

//! The status that tells a script what kind of error it met.
Exit exitFor(Error::Kind kind);

//! Says \a error in one line on stderr and returns its status.
int fail(const Error &error);

//! The same where \a error may come from our own rules: what is refused here, before anything is
//! asked of a platform, is something that did not hold (status 1), and no platform that failed.
int refuse(const Error &error);

//! Prints one JSON document on stdout, with a newline. \a spliced are members whose value is JSON
//! text already, and that must keep the digits they were written with.
void printDocument(const QJsonObject &document,
                   const QList<std::pair<QString, QByteArray>> &spliced = {});

//! Prints a line on stdout; control characters in what others wrote are shown, not obeyed.
void printLine(const QString &line);

//! Prints rows under heads, columns as wide as their widest cell; the last one is not padded.
void printTable(const QStringList &heads, const QList<QStringList> &rows);

//! \a text on one line, without control characters and marks that change the writing direction.
QString plain(const QString &text);

} // namespace portolan::cli
