// SPDX-License-Identifier: GPL-3.0-or-later
// Data access requests of release 2.0: each is a task about one asset. A request of ours has a task
// for each of its items, whose name carries the ids of both; what a task has no member for stands
// in the last line of its description.
#pragma once

#include "models/domain/accessbook.h"
#include "models/platforms/openmetadata/names.h"
#include "models/platforms/openmetadata/reading.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace portolan::platforms::openmetadata {

//! By uuid: who the users of the server are.
using People = QHash<QString, domain::Actor>;
//! By uuid: the users that are in a team, by theirs.
using Teams = QHash<QString, QStringList>;

//! What tasks are read with.
struct TaskFacts
{
    QString account; //!< its name
    People people;
    Teams teams;
    ListColumns lists;
    domain::Actor judge; //!< who is signed in, where the server lets them decide everything
};

//! The name of the task for \a item of \a request.
QString taskNameOf(const QUuid &request, const QUuid &item);

//! The asset that \a port offers; \a port itself where it is one.
std::optional<NamedThing> assetBehind(const QString &port);

//! What is sent to make the task for \a item of \a request on \a today.
QJsonObject taskBodyOf(const domain::AccessRequest &request, const domain::AccessItem &item,
                       const NamedThing &asset, QDate today);

//! Reads tasks into what an account says about access.
class TaskReader
{
public:
    explicit TaskReader(const TaskFacts &facts);

    //! The users that \a task names, and the teams that may decide about it, by uuid.
    static QStringList peopleIn(const Json &task);
    static QStringList teamsIn(const Json &task);

    void add(const Json &task);
    domain::AccessBook take();

private:
    domain::Actor actorOf(const Json &reference) const;
    domain::HeldRequest requestOf(const Json &task, const QUuid &id,
                                  const QJsonObject &details) const;
    domain::ApprovalStep stepOf(const Json &task) const;
    void addDecisions(const Json &task, const domain::AccessItem &item);
    void decide(const Json &task, const domain::AccessItem &item, domain::DecisionKind kind,
                const domain::Actor &by, const QDateTime &at);
    void addGrant(const Json &task, const domain::AccessItem &item, const QDateTime &at);

    const TaskFacts &m_facts;
    QList<domain::HeldRequest> m_requests;
    QHash<QUuid, qsizetype> m_at; //!< of a request in m_requests
    domain::AccessBook m_book;
};

} // namespace portolan::platforms::openmetadata
