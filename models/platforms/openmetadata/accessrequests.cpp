// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/openmetadata/accessrequests.h"

#include "models/domain/accessjson.h"
#include "models/platforms/openmetadata/edit.h"
#include "models/platforms/openmetadata/tasklist.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::AccessDecision;
using portolan::domain::AccessRequest;
using portolan::domain::DecisionKind;

namespace portolan::platforms::openmetadata {
namespace {

using formats::json::member;
using formats::json::text;

// The workflow of a task needs a moment before it says what can be done with it.
constexpr qint64 workflowMs = 2'000;

//! What a decision is called as a transition of a task; empty where there is none.
QString transitionOf(DecisionKind kind)
{
    switch (kind) {
    case DecisionKind::Approve:
        return u"approve"_s;
    case DecisionKind::Reject:
        return u"reject"_s;
    case DecisionKind::Terminate:
        return u"revoke"_s;
    default:
        return {};
    }
}

//! Whether a task with \a status is what \a kind makes of it.
bool isDone(DecisionKind kind, const QString &status)
{
    switch (kind) {
    case DecisionKind::Approve:
        return status == u"Approved" || status == u"Granted";
    case DecisionKind::Reject:
        return status == u"Rejected";
    case DecisionKind::Withdraw:
        return status == u"Cancelled";
    case DecisionKind::Terminate:
        return status == u"Revoked" || status == u"ManualRevoke";
    default:
        return false;
    }
}

bool isOpen(const QString &status)
{
    return status == u"Open" || status == u"InProgress" || status == u"Pending";
}

ActionOutcome rejected(const QString &reason)
{
    return {.kind = ActionOutcome::Kind::Rejected, .reason = reason};
}

//! What an error of a look that comes before anything is changed means.
ActionOutcome beforehand(const Error &error)
{
    auto outcome = outcomeOf(error);
    if (outcome.kind == ActionOutcome::Kind::Ambiguous)
        outcome.kind = ActionOutcome::Kind::Later;
    return outcome;
}

QString noRequests(const Release &release)
{
    return u"OpenMetadata %1 knows no access requests; they came with 2.0"_s.arg(release.text);
}

} // namespace

AccessRequests::AccessRequests(Server &server, QString account)
    : m_server(server)
    , m_account(std::move(account))
{
}

bool AccessRequests::isOne(const domain::Operation &operation)
{
    return operation.kind == domain::createRequestKind()
        || operation.kind == domain::decideRequestKind();
}

Result<bool> AccessRequests::isOffered()
{
    const auto release = m_server.release();
    if (!release)
        return tl::unexpected(release.error());
    return release->hasTasks();
}

QList<domain::AccessItem> AccessRequests::itemsOf(const AccessRequest &request) const
{
    QList<domain::AccessItem> items;
    for (const auto &item : request.items) {
        if (item.account.isEmpty() || item.account == m_account)
            items.append(item);
    }
    return items;
}

Result<QStringList> AccessRequests::namesOfTasks(const QString &dataset)
{
    QStringList names;
    const TaskPart part{.filter = {{u"dataset"_s, dataset}}};
    const auto done = eachTask(m_server, part, [&names](const Json &task) {
        names.append(text(task, "name"));
        return true;
    });
    if (!done)
        return tl::unexpected(done.error());
    return names;
}

ActionOutcome AccessRequests::post(const QStringList &path, const ApiCalls::Query &query,
                                   const QJsonObject &body)
{
    const auto url = m_server.address(path, query);
    if (!url)
        return outcomeOf(url.error());
    net::HttpRequest request;
    request.method = net::HttpMethod::Post;
    request.url = *url;
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    const auto answer = m_server.send(std::move(request));
    if (answer) {
        auto outcome = outcomeOf(*answer);
        // It answers with the task. Anything else may come from what stands before it.
        const auto task = QJsonDocument::fromJson(answer->body).object();
        if (outcome.kind == ActionOutcome::Kind::Applied && !task.contains(u"id"_s))
            outcome = {.kind = ActionOutcome::Kind::Ambiguous,
                       .reason = u"the answer is none of OpenMetadata"_s};
        return outcome;
    }
    auto outcome = outcomeOf(answer.error());
    if (outcome.kind == ActionOutcome::Kind::Later)
        outcome.kind = ActionOutcome::Kind::Ambiguous;
    return outcome;
}

ActionOutcome AccessRequests::sendRequest(const AccessRequest &request, QDate today)
{
    ActionOutcome outcome{.kind = ActionOutcome::Kind::Applied};
    for (const auto &item : itemsOf(request)) {
        const auto asset = assetBehind(item.port);
        if (!asset)
            return rejected(u"%1 is no port or asset of OpenMetadata"_s.arg(item.port.left(200)));
        const auto known = namesOfTasks(asset->fqn);
        if (!known)
            return beforehand(known.error());
        const auto name = taskNameOf(request.id, item.id);
        if (!known->contains(name)) {
            outcome = post({u"tasks"_s}, {}, taskBodyOf(request, item, *asset, today));
            // A request that was sent twice below us is refused the second time.
            if (outcome.kind == ActionOutcome::Kind::Rejected) {
                const auto now = namesOfTasks(asset->fqn);
                if (now && now->contains(name))
                    outcome = {.kind = ActionOutcome::Kind::Applied};
            }
        }
        if (outcome.kind != ActionOutcome::Kind::Applied)
            return outcome;
        outcome.nativeId = nativeIdOf(u"task"_s, name);
    }
    return outcome;
}

Result<std::optional<AccessRequests::Task>>
AccessRequests::taskOf(const domain::Operation &operation, const AccessDecision &decision)
{
    const QUuid request(operation.objectId);
    const auto name = taskNameOf(request, decision.item);
    const auto uuid = request.toString(QUuid::WithoutBraces);
    std::optional<Task> found;
    const auto done = eachTask(m_server, {}, [&](const Json &task) {
        const auto id = text(task, "id");
        if (text(task, "name") != name && id != uuid)
            return true;
        found = Task{.id = id,
                     .number = text(task, "taskId"),
                     .status = text(task, "status"),
                     .transitions = {}};
        for (const auto &one : formats::json::items(member(task, "availableTransitions")))
            found->transitions.append(text(one, "id"));
        return false;
    });
    if (!done)
        return tl::unexpected(done.error());
    return found;
}

ActionOutcome AccessRequests::sendDecision(const domain::Operation &operation,
                                           const AccessDecision &decision)
{
    const auto transition = transitionOf(decision.kind);
    if (transition.isEmpty() && decision.kind != DecisionKind::Withdraw)
        return rejected(
            u"OpenMetadata has no place for a \"%1\""_s.arg(domain::decisionWord(decision.kind)));
    const auto task = taskOf(operation, decision);
    if (!task)
        return beforehand(task.error());
    if (!*task)
        return rejected(u"the request is not on the server"_s);
    ActionOutcome outcome{.kind = ActionOutcome::Kind::Applied};
    if (!isDone(decision.kind, (*task)->status)) {
        if (decision.kind == DecisionKind::Withdraw) {
            ApiCalls::Query query;
            if (!decision.reason.isEmpty())
                query.append({u"comment"_s, decision.reason});
            outcome = post({u"tasks"_s, (*task)->id, u"close"_s}, query, {});
        } else if ((*task)->transitions.isEmpty()
                   && (isOpen((*task)->status) || transition == u"revoke")) {
            return {.kind = ActionOutcome::Kind::Later,
                    .afterMs = workflowMs,
                    .reason = u"the workflow of the request is not ready yet"_s};
        } else if (!(*task)->transitions.contains(transition)) {
            outcome.kind = ActionOutcome::Kind::Conflict;
            outcome.reason = u"the request is %1 there"_s.arg((*task)->status);
        } else {
            outcome = post({u"tasks"_s, (*task)->id, u"resolve"_s}, {},
                           {{u"transitionId"_s, transition}, {u"comment"_s, decision.reason}});
        }
    }
    if (outcome.kind == ActionOutcome::Kind::Conflict
        || outcome.kind == ActionOutcome::Kind::Rejected) {
        // The same here.
        const auto now = taskOf(operation, decision);
        if (now && *now && isDone(decision.kind, (*now)->status))
            outcome = {.kind = ActionOutcome::Kind::Applied};
    }
    if (outcome.kind == ActionOutcome::Kind::Conflict)
        outcome.theirs = QJsonDocument(QJsonObject{{u"status"_s, (*task)->status}})
                             .toJson(QJsonDocument::Compact);
    outcome.nativeId = nativeIdOf(u"task"_s, (*task)->number);
    return outcome;
}

ActionOutcome AccessRequests::send(const domain::Operation &operation, QDate today)
{
    const auto offered = isOffered();
    if (!offered)
        return beforehand(offered.error());
    if (!*offered)
        return rejected(noRequests(m_server.release().value_or(Release())));
    if (operation.kind == domain::createRequestKind()) {
        const auto request = domain::requestFromJson(operation.payload);
        return request ? sendRequest(*request, today) : outcomeOf(request.error());
    }
    const auto decision = domain::decisionFromJson(operation.payload);
    return decision ? sendDecision(operation, *decision) : outcomeOf(decision.error());
}

LookUpOutcome AccessRequests::lookUp(const domain::Operation &operation)
{
    using Kind = LookUpOutcome::Kind;
    if (operation.kind == domain::createRequestKind()) {
        const auto request = domain::requestFromJson(operation.payload);
        if (!request)
            return {.kind = Kind::Absent, .reason = request.error().detail};
        LookUpOutcome outcome{.kind = Kind::Applied};
        for (const auto &item : itemsOf(*request)) {
            const auto names = namesOfTasks(assetBehind(item.port).value_or(NamedThing()).fqn);
            if (!names)
                return notLookedUp(names.error());
            outcome.nativeId = nativeIdOf(u"task"_s, taskNameOf(request->id, item.id));
            if (!names->contains(taskNameOf(request->id, item.id)))
                return {.kind = Kind::Absent};
        }
        return outcome;
    }
    const auto decision = domain::decisionFromJson(operation.payload);
    if (!decision)
        return {.kind = Kind::Absent, .reason = decision.error().detail};
    const auto task = taskOf(operation, *decision);
    if (!task)
        return notLookedUp(task.error());
    if (!*task || !isDone(decision->kind, (*task)->status))
        return {.kind = Kind::Absent};
    return {.kind = Kind::Applied, .nativeId = nativeIdOf(u"task"_s, (*task)->number)};
}

} // namespace portolan::platforms::openmetadata
