// SPDX-License-Identifier: GPL-3.0-or-later
// Patches, and requests for access with their life cycle.
#include "tests/support/openmetadatashape.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

QString versionOf(const QJsonObject &thing)
{
    return QString::number(thing.value(u"version"_s).toDouble(), 'f', 1);
}

QJsonArray transitionsOf(const QStringList &words)
{
    QJsonArray list;
    for (const auto &word : words)
        list.append(QJsonObject{{u"id"_s, word}, {u"label"_s, word}});
    return list;
}

//! \a whole with \a value at \a path; undefined where something on the way is not there.
QJsonValue withValue(const QJsonValue &whole, QStringList path, const QJsonValue &value)
{
    if (path.isEmpty())
        return value;
    const auto name = path.takeFirst();
    const auto place = name.toLongLong();
    if (whole.isArray() && place >= whole.toArray().size())
        return QJsonValue::Undefined;
    const auto part =
        withValue(whole.isArray() ? whole.toArray().at(place) : whole[name], path, value);
    if (part.isUndefined() || (!whole.isArray() && !whole.isObject()))
        return QJsonValue::Undefined;
    if (whole.isArray()) {
        auto list = whole.toArray();
        list.replace(place, part);
        return list;
    }
    auto object = whole.toObject();
    object.insert(name, part);
    return object;
}

} // namespace

ApiAnswer OpenMetadataShape::patch(const QString &type, const QJsonObject &before,
                                   const ApiRequest &request)
{
    const auto wanted = request.headers.value("if-match");
    if (!wanted.isEmpty() && wanted != "W/\"" + versionOf(before).toLatin1() + '"')
        return refusedByServer(412, u"The entity was changed meanwhile"_s);
    auto thing = before;
    const auto steps = QJsonDocument::fromJson(request.body).array();
    for (const auto &step : steps) {
        const auto member = step[u"path"_s].toString().mid(1);
        if (step[u"op"_s] == u"test"_s) {
            QJsonValue there = thing;
            for (const auto &name : member.split(u'/')) {
                if (there.isArray())
                    there = there.toArray().at(name.toLongLong());
                else
                    there = there.toObject().value(name);
            }
            if (there != step.toObject().value(u"value"_s))
                return refusedByServer(500, u"An exception was thrown while processing request."_s);
            continue;
        }
        const auto changed = withValue(thing, member.split(u'/'), step[u"value"_s]);
        if (changed.isUndefined() || step[u"op"_s] != u"add"_s)
            return refusedByServer(400, u"only members of what is there are set here"_s);
        thing = changed.toObject();
        if (member != u"owners")
            continue;
        QJsonArray owners;
        for (const auto &one : step[u"value"_s].toArray()) {
            const auto ownerType = one[u"type"_s].toString();
            const auto found = byId(ownerType, one[u"id"_s].toString());
            if (found.isEmpty())
                return refusedByServer(404, u"%1 instance not found"_s.arg(ownerType));
            owners.append(reference(ownerType, found.value(u"fullyQualifiedName"_s).toString()));
        }
        thing.insert(member, owners);
    }
    return jsonOf(thing == before ? before : put(type, thing));
}

ApiAnswer OpenMetadataShape::tasks(const QStringList &rest, const ApiRequest &request)
{
    if (rest.isEmpty() && request.method == "POST")
        return makeTask(request);
    if (rest == QStringList{u"dataAccessRequests"_s})
        return listTasks(request);
    const auto found =
        std::find_if(m_tasks.begin(), m_tasks.end(), [&rest](const QJsonObject &task) {
            return task.value(u"id"_s).toString() == rest.value(0);
        });
    if (found == m_tasks.end() || request.method != "POST")
        return refusedByServer(404, u"task instance not found"_s);
    const auto body = QJsonDocument::fromJson(request.body).object();
    return rest.value(1) == u"close"
        ? moveTask(*found, u"close"_s, request.parameter(u"comment"_s))
        : moveTask(*found, body.value(u"transitionId"_s).toString(), body.value(u"comment"_s));
}

//! The newest first, of those that the query leaves.
ApiAnswer OpenMetadataShape::listTasks(const ApiRequest &request) const
{
    static const QStringList open{u"Open"_s};
    static const QStringList active{u"Open"_s, u"Approved"_s};
    const auto dataset = request.parameter(u"dataset"_s);
    const auto group = request.parameter(u"statusGroup"_s);
    QList<QJsonObject> found;
    for (const auto &task : m_tasks) {
        const auto about = task.value(u"about"_s)[u"fullyQualifiedName"_s].toString();
        const auto status = task.value(u"status"_s).toString();
        if ((!dataset.isEmpty() && about != dataset)
            || (!group.isEmpty() && !(group == u"open" ? open : active).contains(status)))
            continue;
        auto shown = task;
        shown.insert(u"domains"_s, thing(u"table"_s, about).value(u"domains"_s));
        found.prepend(shown);
    }
    return pageOf(found, request);
}

//! Whoever is assigned decides, and who asked may take it back.
ApiAnswer OpenMetadataShape::moveTask(QJsonObject &task, const QString &transition,
                                      const QJsonValue &comment)
{
    static const QHash<QString, QString> ends{{u"close"_s, u"Cancelled"_s},
                                              {u"approve"_s, u"Approved"_s},
                                              {u"reject"_s, u"Rejected"_s},
                                              {u"revoke"_s, u"Revoked"_s}};
    const auto status = task.value(u"status"_s).toString();
    const auto by = reference(u"user"_s, m_user);
    const bool isAsker = task.value(u"createdBy"_s)[u"id"_s] == by.value(u"id"_s);
    const auto assignees = task.value(u"assignees"_s).toArray();
    const bool isAssigned = std::any_of(assignees.begin(), assignees.end(), [&by](const auto &one) {
        return one[u"id"_s] == by.value(u"id"_s);
    });
    if (transition == u"close" ? !isAsker && !isAssigned : isAsker || !isAssigned)
        return refusedByServer(403, u"operations [ResolveTask] not allowed"_s);
    if ((status == u"Open") == (transition == u"revoke") || !ends.contains(transition)
        || (status != u"Open" && status != u"Approved"))
        return refusedByServer(400, u"the task is %1"_s.arg(status));
    const auto at = now.toMSecsSinceEpoch();
    task.insert(u"status"_s, ends.value(transition));
    task.insert(u"updatedAt"_s, at);
    task.insert(u"resolution"_s,
                QJsonObject{{u"resolvedBy"_s, by}, {u"resolvedAt"_s, at}, {u"comment"_s, comment}});
    if (transition == u"approve") {
        task.insert(u"approvedBy"_s, by);
        task.insert(u"approvedAt"_s, at);
    }
    task.insert(u"availableTransitions"_s,
                transitionsOf(transition == u"approve" ? QStringList{u"revoke"_s} : QStringList()));
    return jsonOf(task);
}

void OpenMetadataShape::decideTask(int number, const QString &transition)
{
    moveTask(m_tasks[number], transition, QString());
}

ApiAnswer OpenMetadataShape::makeTask(const ApiRequest &request)
{
    auto task = QJsonDocument::fromJson(request.body).object();
    const auto name = task.value(u"name"_s).toString();
    for (const auto &other : std::as_const(m_tasks)) {
        if (other.value(u"name"_s).toString() == name)
            return refusedByServer(409, u"Entity already exists"_s);
    }
    // "<#E::table::NAME>"
    const auto link = task.value(u"about"_s).toString();
    const auto about = reference(link.section(u"::"_s, 1, 1), link.section(u"::"_s, 2).chopped(1));
    if (about.isEmpty())
        return refusedByServer(404, u"what it is about is not there"_s);
    ++m_count;
    const auto number = u"TASK-%1"_s.arg(m_tasks.size() + 1, 5, 10, QLatin1Char('0'));
    task.insert(u"id"_s, u"00000000-0000-4000-8000-%1"_s.arg(m_count, 12, 10, QLatin1Char('0')));
    task.insert(u"taskId"_s, number);
    task.insert(u"about"_s, about);
    task.insert(u"status"_s, u"Open"_s);
    task.insert(u"createdAt"_s, now.toMSecsSinceEpoch());
    task.insert(u"updatedAt"_s, now.toMSecsSinceEpoch());
    task.insert(u"createdBy"_s, reference(u"user"_s, m_user));
    task.insert(u"assignees"_s,
                QJsonArray{reference(u"user"_s, u"user1"_s), reference(u"team"_s, u"stewards"_s)});
    task.insert(u"availableTransitions"_s, transitionsOf({u"approve"_s, u"reject"_s}));
    m_tasks.append(task);
    return jsonOf(task, 201);
}

} // namespace portolan::tests
