// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/access.h"
#include "models/domain/operation.h"
#include "models/platforms/actionport.h"
#include "models/platforms/openmetadata/accesstasks.h"
#include "models/platforms/openmetadata/server.h"

#include <QDate>

namespace portolan::platforms::openmetadata {

//! Asks for access, and decides, on a server from release 2.0 on.
class AccessRequests
{
public:
    //! \a account is the name of the account.
    AccessRequests(Server &server, QString account);

    //! Whether \a operation is about access.
    static bool isOne(const domain::Operation &operation);
    ActionOutcome send(const domain::Operation &operation, QDate today);
    LookUpOutcome lookUp(const domain::Operation &operation);

private:
    [[nodiscard]] Result<bool> isOffered();
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
};

} // namespace portolan::platforms::openmetadata
