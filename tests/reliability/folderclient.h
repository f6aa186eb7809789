// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace portolan::tests {

//! What a client process that works on a folder is told on its command line.
struct FolderTask
{
    QString profile;
    QString log; //!< what was confirmed, beside everything that is under test
    quint32 seed = 0;
    bool decides = false; //!< decides about what others asked for; else asks, answers, withdraws
    bool drain = false; //!< does nothing new, and ends once nothing waits

    QStringList arguments() const;
    static FolderTask of(const QStringList &arguments);
};

//! A program with a profile whose one account is a folder: asks for ports, or decides, and syncs at
//! random until it is killed. Writes "a id" before a request is made and "A id" once it is
//! confirmed, "d id" and "D id" the same of a decision. The exit status is that of something that
//! went wrong.
int runFolderClient(const FolderTask &task);

} // namespace portolan::tests
