// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/access.h"
#include "models/domain/operation.h"
#include "models/platforms/actionport.h"
#include "models/platforms/openmetadata/accesstasks.h"
#include "models/platforms/openmetadata/server.h"

#include <QDate>

namespace portolan::platforms::openmetadata {

//! Data access requests of a server from release 2.0 on.
class AccessRequests
{
public:
    //! \a account is the name of the account.
    AccessRequests(Server &server, QString account);

    //! All that the server says about access; empty where its release knows no such requests.
    [[nodiscard]] Result<std::optional<domain::AccessBook>> read();

    //! Whether \a operation is about access.
    static bool isOne(const domain::Operation &operation);
    ActionOutcome send(const domain::Operation &operation, QDate today);
    LookUpOutcome lookUp(const domain::Operation &operation);

private:
    using TakeTask = std::function<void(const Json &task)>;

    [[nodiscard]] Result<bool> isOffered();
    [[nodiscard]] Result<void> eachTask(const ApiCalls::Query &filter, const TakeTask &take);
    [[nodiscard]] Result<void> learnPeople(const QStringList &ids);
    [[nodiscard]] Result<QStringList> namesOfTasks(const QString &dataset);

    //! What a decision is about.
    struct Task
    {
        QString id;
        QString number;
        QString status;
        QStringList transitions;
    };

    [[nodiscard]] Result<std::optional<Task>> taskOf(const domain::Operation &operation,
                                                     const domain::AccessDecision &decision);
    ActionOutcome sendRequest(const domain::AccessRequest &request, QDate today);
    ActionOutcome sendDecision(const domain::Operation &operation,
                               const domain::AccessDecision &decision);
    ActionOutcome post(const QStringList &path, const ApiCalls::Query &query,
                       const QJsonObject &body);
    QList<domain::AccessItem> itemsOf(const domain::AccessRequest &request) const;

    Server &m_server;
    QString m_account;
    People m_people;
};

} // namespace portolan::platforms::openmetadata
