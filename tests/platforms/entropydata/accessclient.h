// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QUuid>

namespace portolan::tests {

//! What a client process is told on its command line.
struct AccessClientTask
{
    //! What is broken on purpose, to show that it would be found.
    enum class Flaw {
        None,
        Forgets, //!< what is in doubt is sent again without a look at the platform
        SaysTooEarly //!< "confirmed" comes a moment before it is stored
    };

    QString profile;
    QString log; //!< what was meant and what was confirmed, beside everything that is under test
    quint32 seed = 0;
    bool drain = false; //!< does nothing new, and ends once nothing waits
    Flaw flaw = Flaw::None;

    QStringList arguments() const;
    static AccessClientTask of(const QStringList &arguments);
};

QUuid accessClientAccount();

//! A program with a profile and an account at Entropy Data: asks for access, decides and syncs at
//! random until it is killed. Writes "I access effect" before each thing that it does and "C access
//! effect" once that is confirmed. The exit status is that of something that went wrong.
int runAccessClient(const AccessClientTask &task);

} // namespace portolan::tests
