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
        if (member.contains(u'/') || step[u"op"_s] != u"add"_s)
            return refusedByServer(400, u"only whole members are set here"_s);
        thing.insert(member, step[u"value"_s]);
    }
    return jsonOf(thing == before ? before : put(type, thing));
}

ApiAnswer OpenMetadataShape::tasks(const QStringList &rest, const ApiRequest &request)
{
    if (rest.isEmpty() && request.method == "POST")
        return makeTask(request);
    if (rest == QStringList{u"dataAccessRequests"_s}) {
        QList<QJsonObject> found;
        const auto dataset = request.parameter(u"dataset"_s);
        for (const auto &task : m_tasks) {
            const auto about = task.value(u"about"_s).toObject().value(u"fullyQualifiedName"_s);
            if (dataset.isEmpty() || about.toString() == dataset)
                found.append(task);
        }
        return pageOf(found, request);
    }
    const auto found =
        std::find_if(m_tasks.begin(), m_tasks.end(), [&rest](const QJsonObject &task) {
            return task.value(u"id"_s).toString() == rest.value(0);
        });
    if (found == m_tasks.end() || request.method != "POST")
        return refusedByServer(404, u"task instance not found"_s);
    const auto body = QJsonDocument::fromJson(request.body).object();
    const auto status = found->value(u"status"_s).toString();
    const auto transition =
        rest.value(1) == u"close" ? u"close"_s : body.value(u"transitionId"_s).toString();
    static const QHash<QString, QString> ends{{u"close"_s, u"Cancelled"_s},
                                              {u"approve"_s, u"Approved"_s},
                                              {u"reject"_s, u"Rejected"_s},
                                              {u"revoke"_s, u"Revoked"_s}};
    if ((status == u"Open") == (transition == u"revoke") || !ends.contains(transition)
        || (status != u"Open" && status != u"Approved"))
        return refusedByServer(400, u"the task is %1"_s.arg(status));
    const auto by = reference(u"user"_s, u"user1"_s);
    const auto at = now.toMSecsSinceEpoch();
    found->insert(u"status"_s, ends.value(transition));
    found->insert(u"updatedAt"_s, at);
    found->insert(u"resolution"_s,
                  QJsonObject{{u"resolvedBy"_s, by},
                              {u"resolvedAt"_s, at},
                              {u"comment"_s, body.value(u"comment"_s)}});
    if (transition == u"approve") {
        found->insert(u"approvedBy"_s, by);
        found->insert(u"approvedAt"_s, at);
    }
    found->insert(
        u"availableTransitions"_s,
        transitionsOf(transition == u"approve" ? QStringList{u"revoke"_s} : QStringList()));
    return jsonOf(*found);
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
    task.insert(u"createdBy"_s, reference(u"user"_s, u"user0"_s));
    task.insert(u"assignees"_s, QJsonArray{reference(u"user"_s, u"user1"_s)});
    task.insert(u"availableTransitions"_s, transitionsOf({u"approve"_s, u"reject"_s}));
    m_tasks.append(task);
    return jsonOf(task, 201);
}

} // namespace portolan::tests
