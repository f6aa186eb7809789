// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QUuid>

namespace portolan::tests {

//! What a client process is told on its command line.
struct ClientTask
{
    QString profile;
    QString log; //!< what was confirmed, beside everything that is under test
    quint32 seed = 0;
    qint64 first = 0; //!< number of its first action; each gets the next
    bool honoursKeys = true;
    bool drain = false; //!< does nothing new, and ends once nothing waits

    QStringList arguments() const;
    static ClientTask of(const QStringList &arguments);
};

QUuid clientAccount();

//! A program with a profile and an outbox: creates, decides, takes back and syncs at random until
//! it is killed. Writes "C n key object" behind each confirmed action, "u n" before it takes one
//! back and "U n" once that is confirmed. The exit status is that of something that went wrong.
int runClient(const ClientTask &task);

} // namespace portolan::tests
