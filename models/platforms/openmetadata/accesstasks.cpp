// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/openmetadata/accesstasks.h"

#include "models/domain/approval.h"
#include "models/platforms/openmetadata/collections.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::AccessItem;
using portolan::domain::AccessRequest;
using portolan::domain::DecisionKind;

namespace portolan::platforms::openmetadata {
namespace {

using formats::json::member;
using formats::json::text;

QString mark()
{
    return u"Portolan: "_s;
}

QString uuidText(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

//! The request and item that the name of a task of ours carries.
std::optional<std::pair<QUuid, QUuid>> idsIn(const QString &name)
{
    static const QRegularExpression pattern(u"^portolan-([0-9a-f-]{36})-([0-9a-f-]{36})$"_s);
    const auto match = pattern.match(name);
    if (!match.hasMatch())
        return {};
    const QUuid request(match.captured(1));
    const QUuid item(match.captured(2));
    if (request.isNull() || item.isNull())
        return {};
    return std::pair{request, item};
}

//! What a task of ours says besides, in the last line of its description.
QJsonObject detailsIn(const QString &description)
{
    const auto at = description.lastIndexOf(mark());
    return at < 0 ? QJsonObject()
                  : QJsonDocument::fromJson(description.mid(at + mark().size()).toUtf8()).object();
}

QString wordsOf(const AccessRequest &request, const AccessItem &item)
{
    QStringList lines;
    if (!request.consumer.name.isEmpty())
        lines.append(u"For "_s % request.consumer.name % u'.');
    if (!request.purpose.isEmpty())
        lines.append(u"Purpose: "_s % request.purpose);
    if (!item.role.isEmpty())
        lines.append(u"Role: "_s % item.role);
    if (!request.exception.isEmpty())
        lines.append(u"Exception asked for: "_s % request.exception);
    return lines.join(u'\n');
}

QJsonObject detailsOf(const AccessRequest &request, const AccessItem &item)
{
    QJsonObject details{{u"port"_s, item.port},
                        {u"product"_s, item.product},
                        {u"purpose"_s, request.purpose},
                        {u"role"_s, item.role},
                        {u"exception"_s, request.exception},
                        {u"consumer"_s,
                         QJsonObject{{u"kind"_s, domain::kindWord(request.consumer.kind)},
                                     {u"id"_s, request.consumer.id},
                                     {u"name"_s, request.consumer.name}}}};
    if (request.from.isValid())
        details.insert(u"from"_s, request.from.toString(Qt::ISODate));
    if (request.to.isValid())
        details.insert(u"to"_s, request.to.toString(Qt::ISODate));
    if (!request.renews.isNull())
        details.insert(u"renews"_s, uuidText(request.renews));
    return details;
}

bool isGranted(const QString &status)
{
    return status == u"Approved" || status == u"Granted" || status == u"Revoked"
        || status == u"ManualRevoke" || status == u"Expired" || status == u"Completed";
}

} // namespace

QString taskNameOf(const QUuid &request, const QUuid &item)
{
    return u"portolan-"_s % uuidText(request) % u'-' % uuidText(item);
}

std::optional<NamedThing> assetBehind(const QString &port)
{
    auto found = thingOf(port);
    if (found && collectionOf(found->type) && collectionOf(found->type)->isAsset())
        return found;
    for (auto at = port.indexOf(u'#'); at >= 0; at = port.indexOf(u'#', at + 1)) {
        found = thingOf(port.mid(at + 1));
        if (found && collectionOf(found->type) && collectionOf(found->type)->isAsset())
            return found;
    }
    return {};
}

QJsonObject taskBodyOf(const AccessRequest &request, const AccessItem &item,
                       const NamedThing &asset, QDate today)
{
    QJsonObject payload{
        {u"accessType"_s, u"FullAccess"_s},
        {u"requestedAccess"_s, u"Read"_s},
        {u"reason"_s, request.justification.isEmpty() ? request.purpose : request.justification}};
    for (const auto &word : {u"Write"_s, u"Admin"_s}) {
        if (item.role.compare(word, Qt::CaseInsensitive) == 0)
            payload.insert(u"requestedAccess"_s, word);
    }
    if (item.role.contains(u"mask"_s, Qt::CaseInsensitive))
        payload.insert(u"accessType"_s, u"Masked"_s);
    if (!item.fields.isEmpty()) {
        QJsonArray columns;
        for (const auto &path : item.fields)
            columns.append(QString(asset.fqn % u'.' % withoutBrackets(path)));
        payload.insert(u"accessType"_s, u"ColumnLevel"_s);
        payload.insert(u"columns"_s, columns);
    }
    if (request.to.isValid()) {
        const auto from = request.from.isValid() ? std::max(request.from, today) : today;
        const auto days = std::max<qint64>(1, from.daysTo(request.to) + 1);
        payload.insert(u"duration"_s, u"P%1D"_s.arg(days));
        payload.insert(u"expirationDate"_s,
                       request.to.addDays(1).startOfDay(Qt::UTC).toMSecsSinceEpoch());
    }
    const auto details = QJsonDocument(detailsOf(request, item)).toJson(QJsonDocument::Compact);
    return {{u"name"_s, taskNameOf(request.id, item.id)},
            {u"category"_s, u"DataAccess"_s},
            {u"type"_s, u"DataAccessRequest"_s},
            {u"priority"_s, u"Medium"_s},
            {u"about"_s, entityLinkTo(asset)},
            {u"description"_s,
             QString(wordsOf(request, item) % u"\n\n"_s % mark() % QString::fromUtf8(details))},
            {u"payload"_s, payload}};
}

TaskReader::TaskReader(const TaskFacts &facts)
    : m_facts(facts)
{
}

QStringList TaskReader::peopleIn(const Json &task)
{
    QStringList ids;
    const auto add = [&ids](const Json &reference) {
        const auto id = text(reference, "id");
        if (!id.isEmpty() && text(reference, "type") == u"user" && !ids.contains(id))
            ids.append(id);
    };
    for (const auto key : {"createdBy", "approvedBy"})
        add(member(task, key));
    add(member(task, {"resolution", "resolvedBy"}));
    for (const auto &one : formats::json::items(member(task, "assignees")))
        add(one);
    return ids;
}

QStringList TaskReader::teamsIn(const Json &task)
{
    QStringList ids;
    for (const auto &one : formats::json::items(member(task, "assignees"))) {
        if (const auto id = text(one, "id"); !id.isEmpty() && text(one, "type") == u"team")
            ids.append(id);
    }
    return ids;
}

domain::Actor TaskReader::actorOf(const Json &reference) const
{
    const auto known = m_facts.people.constFind(text(reference, "id"));
    if (known != m_facts.people.constEnd())
        return *known;
    return {.name = referenceOf(reference).label(), .email = {}};
}

void TaskReader::add(const Json &task)
{
    const auto uuid = QUuid(text(task, "id"));
    const auto about = referenceOf(member(task, "about"));
    if (uuid.isNull() || about.fqn.isEmpty())
        return;
    const auto ids = idsIn(text(task, "name"));
    const auto details = ids ? detailsIn(text(task, "description")) : QJsonObject();
    const auto id = ids ? ids->first : uuid;
    if (!m_at.contains(id)) {
        m_at.insert(id, m_requests.size());
        m_requests.append(requestOf(task, id, details));
    }
    AccessItem item;
    item.port = details.value(u"port"_s).toString(about.nativeId());
    item.id = ids ? ids->second : domain::itemIdOf(id, item.port);
    item.product = details.value(u"product"_s).toString();
    item.account = m_facts.account;
    item.role = details.value(u"role"_s).toString();
    item.nativeId = nativeIdOf(u"task"_s, text(task, "taskId"));
    item.state = domain::ItemState::Submitted;
    const auto columns = formats::json::texts(member(task, {"payload", "columns"}));
    for (const auto &column : columns) {
        const auto path =
            withBrackets(fieldPathOf(column, about.fqn), m_facts.lists.value(about.nativeId()));
        item.fields.append(path.isEmpty() ? column : path);
    }
    item.steps.append(stepOf(task));
    addDecisions(task, item);
    m_requests[m_at.value(id)].request.items.append(std::move(item));
}

domain::HeldRequest TaskReader::requestOf(const Json &task, const QUuid &id,
                                          const QJsonObject &details) const
{
    domain::HeldRequest held;
    auto &request = held.request;
    request.id = id;
    request.asker = actorOf(member(task, "createdBy"));
    request.created = Reading::time(task, "createdAt");
    request.justification = text(member(task, "payload"), "reason");
    request.purpose = details.value(u"purpose"_s).toString();
    request.exception = details.value(u"exception"_s).toString();
    request.from = QDate::fromString(details.value(u"from"_s).toString(), Qt::ISODate);
    request.to = QDate::fromString(details.value(u"to"_s).toString(), Qt::ISODate);
    request.renews = QUuid(details.value(u"renews"_s).toString());
    const auto consumer = details.value(u"consumer"_s).toObject();
    const auto creator = referenceOf(member(task, "createdBy"));
    request.consumer = {.kind = domain::kindFromWord(consumer.value(u"kind"_s).toString())
                                    .value_or(domain::EntityKind::Person),
                        .id = consumer.value(u"id"_s).toString(creator.nativeId()),
                        .name = consumer.value(u"name"_s).toString(creator.label())};
    held.place = u"tasks/"_s % text(task, "taskId");
    held.isShared = true;
    return held;
}

domain::ApprovalStep TaskReader::stepOf(const Json &task) const
{
    domain::ApprovalStep step{.role = u"owner"_s, .approvers = {}};
    const auto asker = actorOf(member(task, "createdBy"));
    const auto add = [&step](const domain::Actor &one) {
        if (!one.email.isEmpty() && !step.approvers.contains(one.email))
            step.approvers.append(one.email);
    };
    for (const auto &one : formats::json::items(member(task, "assignees"))) {
        add(actorOf(one));
        const auto members = m_facts.teams.value(text(one, "id"));
        for (const auto &user : members)
            add(m_facts.people.value(user));
    }
    // Whom the server let decide may decide, assigned or not; and so may who administers it.
    for (const auto &by : {actorOf(member(task, "approvedBy")),
                           actorOf(member(task, {"resolution", "resolvedBy"})), m_facts.judge}) {
        if (!domain::isSamePerson(by, asker))
            add(by);
    }
    return step;
}

void TaskReader::addDecisions(const Json &task, const AccessItem &item)
{
    const auto status = text(task, "status");
    const auto resolution = member(task, "resolution");
    const auto resolver = actorOf(member(resolution, "resolvedBy"));
    auto resolvedAt = Reading::time(resolution, "resolvedAt");
    if (!resolvedAt.isValid())
        resolvedAt = Reading::time(task, "updatedAt");
    const auto approver = member(task, "approvedBy");
    const auto isApproved = formats::json::isObject(approver);
    if (isGranted(status)) {
        auto at = Reading::time(task, "approvedAt");
        decide(task, item, DecisionKind::Approve, isApproved ? actorOf(approver) : resolver,
               at.isValid() ? at : resolvedAt);
    }
    if (status == u"Rejected")
        decide(task, item, DecisionKind::Reject, resolver, resolvedAt);
    else if (status == u"Cancelled")
        decide(task, item, DecisionKind::Withdraw, actorOf(member(task, "createdBy")), resolvedAt);
    else if (status == u"Revoked" || status == u"ManualRevoke")
        decide(task, item, DecisionKind::Terminate, resolver, resolvedAt);
    addGrant(task, item, resolvedAt);
}

//! "Granted" is what somebody says who has given the access, "ManualRevoke" that somebody has to
//! take it away; of an approval alone, nobody knows.
void TaskReader::addGrant(const Json &task, const AccessItem &item, const QDateTime &at)
{
    using domain::GrantState;
    static const QHash<QString, GrantState> states{{u"Granted"_s, GrantState::Provisioned},
                                                   {u"ManualRevoke"_s, GrantState::Deprovisioning},
                                                   {u"Revoked"_s, GrantState::Deprovisioned}};
    const auto state = states.constFind(text(task, "status"));
    if (state == states.constEnd())
        return;
    m_book.grants.append({.grant = {.agreement = domain::agreementIdOf(item.id),
                                    .platform = {},
                                    .reference = item.nativeId,
                                    .changes = {{.state = *state, .at = at, .diagnostics = {}}}},
                          .place = u"tasks/"_s % text(task, "taskId"),
                          .isShared = true});
}

void TaskReader::decide(const Json &task, const AccessItem &item, DecisionKind kind,
                        const domain::Actor &by, const QDateTime &at)
{
    domain::HeldDecision held;
    held.decision.id = QUuid::createUuidV5(QUuid(text(task, "id")), domain::decisionWord(kind));
    held.decision.item = item.id;
    held.decision.kind = kind;
    held.decision.by = by;
    held.decision.at = at;
    if (kind != DecisionKind::Approve)
        held.decision.reason = text(member(task, "resolution"), "comment");
    held.place = u"tasks/"_s % text(task, "taskId");
    held.isShared = true;
    m_book.decisions.append(std::move(held));
}

domain::AccessBook TaskReader::take()
{
    m_book.requests = std::move(m_requests);
    std::sort(m_book.requests.begin(), m_book.requests.end(),
              [](const auto &left, const auto &right) { return left.place < right.place; });
    std::stable_sort(m_book.grants.begin(), m_book.grants.end(),
                     [](const auto &left, const auto &right) { return left.place < right.place; });
    std::stable_sort(m_book.decisions.begin(), m_book.decisions.end(),
                     [](const auto &left, const auto &right) { return left.place < right.place; });
    return std::move(m_book);
}

} // namespace portolan::platforms::openmetadata
