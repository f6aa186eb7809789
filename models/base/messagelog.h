// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QtGlobal>

namespace portolan {

//! While it lives, what the program logs goes to a file, without what may be a secret
//! (security.md T14). On the standard error stand warnings and worse as before, and the rest where
//! QT_LOGGING_RULES or QT_LOGGING_CONF ask for it: what a script prints is read by people. One in
//! a process; any thread may log.
class MessageLog
{
public:
    //! Logs to the file at \a path, which begins with the first line that there is; before that
    //! line stands \a program, which says what it is.
    MessageLog(const QString &path, const QString &program);
    ~MessageLog();
    MessageLog(const MessageLog &) = delete;
    MessageLog &operator=(const MessageLog &) = delete;
};

//! A line of the log: time, process, level, category and \a text on one line, without secrets, and
//! of some kilobytes at most.
QByteArray logLine(const QDateTime &time, QtMsgType type, const char *category,
                   const QString &text);

} // namespace portolan
