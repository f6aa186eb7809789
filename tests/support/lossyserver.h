// SPDX-License-Identifier: GPL-3.0-or-later
// A platform in a process of its own, so that it outlives clients that are killed. It speaks one
// line of JSON in each direction over a socket of the file system.
#pragma once

#include "tests/support/platformstate.h"

#include <QByteArray>
#include <QJsonObject>
#include <QRandomGenerator>

#include <list>

namespace portolan::tests {

//! Serves a PlatformState, and loses 30 % of its answers behind what took effect; some requests it
//! loses before, does only after a while, refuses, or answers with a conflict. Seeded.
class LossyServer
{
public:
    LossyServer(QByteArray socketFile, quint32 seed, bool honoursKeys);

    //! Serves until it is asked to quit; the exit status.
    int run();

private:
    struct Deferred
    {
        qint64 due = 0;
        domain::Operation operation;
    };

    void serve(int connection);
    //! The answer to \a request; empty where it is lost.
    QJsonObject answer(const QJsonObject &request);
    QJsonObject send(const domain::Operation &operation);
    void doDeferred();
    bool chance(int percent);

    QByteArray m_socketFile;
    QRandomGenerator m_random;
    PlatformState m_state;
    QHash<QUuid, int> m_opposed; //!< conflicts and refusals that were answered, by key
    std::list<Deferred> m_deferred;
    bool m_isCalm = false;
    bool m_isDone = false;
};

//! One request to a server, and its answer; empty when none came within \a timeoutMs.
//! \a isReached tells whether the request left.
QJsonObject ask(const QByteArray &socketFile, const QJsonObject &request, int timeoutMs,
                bool *isReached = nullptr);

} // namespace portolan::tests
