// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/openmetadata/accesstasks.h"
#include "models/platforms/openmetadata/pullcontext.h"
#include "models/platforms/openmetadata/tasklist.h"

#include <QMap>

namespace portolan::platforms::openmetadata {

//! Brings what a server from release 2.0 on says about access. The list of requests cannot be asked
//! for what changed, so a pull looks at its newest part and at how many there are in which state,
//! and reads further only where these differ from the last time; now and then it reads all.
class AccessReader
{
public:
    //! \a account is the name of the account.
    AccessReader(Server &server, QString account);

    //! Notes in \a cursor what the server can do and, once a session, who is signed in.
    [[nodiscard]] Result<void> learn(Cursor &cursor);
    //! All that the server says about access in the domains of the account; empty where that is as
    //! before, or its release knows no requests.
    [[nodiscard]] Result<std::optional<domain::AccessBook>> read(PullContext &context);

private:
    struct Task
    {
        QByteArray json;
        QString status;
    };

    using Tasks = QMap<QString, Task>; //!< by uuid

    //! What one look at the list says.
    struct Look
    {
        Tasks newest;
        QByteArray digest; //!< of these
        qint64 all = 0;
        qint64 active = -1; //!< of all; negative where it was not asked for, or not told
        qint64 open = -1;

        bool isSure() const;
        QString mark() const;
    };

    [[nodiscard]] Result<Look> look(const TaskPart &part);
    [[nodiscard]] Result<void> gather(Look look, TaskPart part, bool isDue);
    bool agreesWith(const Look &look) const;
    [[nodiscard]] Result<void> learnPeople();
    [[nodiscard]] Result<void> learnTeams(const QStringList &ids, QStringList &users);
    [[nodiscard]] Result<void> learnUsers(const QStringList &ids);
    domain::AccessBook book(const Subscription &subscription) const;
    bool isKept(const Json &task, const Subscription &subscription) const;

    Server &m_server;
    TaskFacts m_facts;
    Tasks m_tasks;
    bool m_isWhole = false; //!< nothing is missing in m_tasks
    bool m_isMeKnown = false;
    QString m_me; //!< who is signed in, as text
    bool m_isAdmin = false;
};

} // namespace portolan::platforms::openmetadata
