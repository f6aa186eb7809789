// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/entropydata/actions.h"

#include "models/base/identity.h"
#include "models/domain/accessjson.h"
#include "models/domain/edit.h"
#include "models/formats/document/read.h"
#include "models/platforms/entropydata/outcomes.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <optional>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::entropydata {
namespace {

using domain::AccessDecision;
using domain::DecisionKind;
using Kind = ActionOutcome::Kind;

//! The state that a decision leads to, as the revision of its receipt.
QString stateAfter(DecisionKind kind)
{
    switch (kind) {
    case DecisionKind::Approve:
        return u"approved"_s;
    case DecisionKind::Reject:
        return u"rejected"_s;
    case DecisionKind::Withdraw:
        return u"withdrawn"_s;
    default:
        return u"canceled"_s;
    }
}

//! Whether \a doc is as \a kind leaves it.
bool isDone(DecisionKind kind, const AccessDoc &doc, QDate today)
{
    switch (kind) {
    case DecisionKind::Approve:
        return doc.status == AccessStatus::Approved;
    case DecisionKind::Reject:
        return doc.status == AccessStatus::Rejected;
    default:
        return doc.isOver(today);
    }
}

bool isPossible(DecisionKind kind)
{
    return kind == DecisionKind::Approve || kind == DecisionKind::Reject
        || kind == DecisionKind::Withdraw || kind == DecisionKind::Terminate;
}

ActionOutcome conflict(const AccessDoc &doc, const QString &why)
{
    return {.kind = Kind::Conflict,
            .nativeId = nativeId(accessType, doc.id),
            .revision = doc.word,
            .theirs = doc.json,
            .reason = why};
}

} // namespace

ActionOutcome Actions::call(net::HttpMethod method, const QStringList &segments,
                            const QByteArray &body) const
{
    const auto url = m_setup.calls.address(QStringList{u"api"_s} + segments);
    if (!url)
        return outcomeOf(url.error());
    net::HttpRequest request;
    request.method = method;
    request.url = *url;
    request.body = body;
    const auto response = m_setup.calls.send(std::move(request));
    return response ? outcomeOf(*response) : outcomeOf(response.error());
}

Actions::Looked Actions::look(const QString &id) const
{
    const auto url = m_setup.calls.address({u"api"_s, u"access"_s, id});
    if (!url)
        return outcomeOf(url.error());
    net::HttpRequest request;
    request.url = *url;
    const auto response = m_setup.calls.send(std::move(request));
    if (!response)
        return looked(outcomeOf(response.error()));
    if (response->status == 404)
        return std::monostate();
    if (response->status != 200)
        return looked(outcomeOf(*response));
    const auto document = formats::document::readJson(response->asked, response->body);
    auto doc = readAccess(document.root(), m_setup.origin);
    if (!doc || doc->id != id)
        return ActionOutcome{.kind = Kind::Later,
                             .reason = u"%1: the answer is no access"_s.arg(response->asked)};
    return std::move(*doc);
}

Actions::Looked Actions::lookFor(const AccessDecision &decision, QString &id) const
{
    // What was asked for here is called as its item.
    id = idText(decision.item);
    auto there = look(id);
    if (!std::holds_alternative<std::monostate>(there))
        return there;
    const auto found = m_setup.findItem(decision.item);
    if (!found && found.error().kind == Error::Kind::Forbidden)
        return rejected(found.error().detail);
    if (!found)
        return looked(outcomeOf(found.error()));
    if (found->isEmpty() || *found == id)
        return there;
    id = *found;
    return look(id);
}

ActionOutcome Actions::send(const domain::Operation &operation)
{
    if (operation.kind == domain::createRequestKind())
        return create(operation);
    if (operation.kind == domain::decideRequestKind())
        return decide(operation);
    if (domain::isEditKind(operation.kind))
        return m_edits.send(operation);
    return rejected(u"Entropy Data knows no \"%1\""_s.arg(operation.kind.left(60)));
}

ActionOutcome Actions::create(const domain::Operation &operation)
{
    const auto request = domain::requestFromJson(operation.payload);
    if (!request)
        return rejected(request.error().detail);
    ActionOutcome last{.kind = Kind::Applied, .revision = u"requested"_s};
    // Of several ports some may have been asked for in an attempt before this one.
    const bool isFirst = operation.attempts <= 1 && !operation.doubtful;
    for (const auto &item : request->items) {
        const auto id = accessIdOf(item);
        if (!isFirst || request->items.size() > 1) {
            const auto there = look(id);
            if (const auto *why = std::get_if<ActionOutcome>(&there))
                return *why;
            if (std::holds_alternative<AccessDoc>(there))
                continue;
        }
        auto outcome = call(net::HttpMethod::Put, {u"access"_s, id}, accessJson(*request, item));
        if (outcome.kind != Kind::Applied)
            return outcome;
        last = std::move(outcome);
        last.revision = u"requested"_s;
    }
    last.nativeId = nativeId(accessType, accessIdOf(request->items.first()));
    return last;
}

//! Whether the request differs from the text that whoever decides has read.
bool Actions::isChanged(const AccessDecision &decision, const AccessDoc &doc) const
{
    auto docs = m_setup.knownDocs(doc.request);
    if (decision.asked.isEmpty() || docs.isEmpty())
        return false;
    for (auto &known : docs) {
        if (known.id == doc.id)
            known = doc;
    }
    return decision.asked != sha256Of(requestOf(docs));
}

//! Why \a decision cannot be carried out on \a doc as it is; nothing where it can. A person who has
//! seen the other state (Operation::baseRevision) decides all the same.
std::optional<ActionOutcome> Actions::obstacle(const AccessDecision &decision, const AccessDoc &doc,
                                               const QString &seen) const
{
    const bool isSeen = !seen.isEmpty() && seen == doc.word;
    if (decision.kind == DecisionKind::Terminate && doc.status != AccessStatus::Approved)
        return rejected(u"there is no agreement: it is %1"_s.arg(doc.word));
    const bool isVote =
        decision.kind == DecisionKind::Approve || decision.kind == DecisionKind::Reject;
    if (!isVote || isSeen)
        return {};
    if (doc.status != AccessStatus::Requested)
        return conflict(doc, u"somebody else has decided: it is %1"_s.arg(doc.word));
    if (isChanged(decision, doc))
        return conflict(doc, u"the request was changed meanwhile; look at it again"_s);
    return {};
}

ActionOutcome Actions::decide(const domain::Operation &operation)
{
    const auto decision = domain::decisionFromJson(operation.payload);
    if (!decision)
        return rejected(decision.error().detail);
    if (!isPossible(decision->kind))
        return rejected(u"Entropy Data has no way to say \"%1\": it can be approved, rejected, "
                        "withdrawn and ended"_s.arg(domain::decisionWord(decision->kind)));
    QString id;
    const auto there = lookFor(*decision, id);
    if (const auto *why = std::get_if<ActionOutcome>(&there))
        return *why;
    ActionOutcome done{.kind = Kind::Applied,
                       .nativeId = nativeId(accessType, id),
                       .revision = stateAfter(decision->kind)};
    if (!decision->reason.isEmpty())
        done.reason = u"the reason stays on this machine: Entropy Data takes none"_s;
    const auto *doc = std::get_if<AccessDoc>(&there);
    if (doc == nullptr && decision->kind == DecisionKind::Withdraw)
        return done; // it is gone, which is what was wanted
    if (doc == nullptr)
        return rejected(u"the request is not there any more"_s);
    if (isDone(decision->kind, *doc, m_setup.clock.now().toUTC().date()))
        return done;
    if (auto why = obstacle(*decision, *doc, operation.baseRevision))
        return *why;
    ActionOutcome outcome;
    if (decision->kind == DecisionKind::Withdraw)
        outcome = withdraw(*doc);
    else
        outcome = call(net::HttpMethod::Post,
                       {u"access"_s, id,
                        decision->kind == DecisionKind::Approve      ? u"approve"_s
                            : decision->kind == DecisionKind::Reject ? u"reject"_s
                                                                     : u"cancel"_s});
    return outcome.kind == Kind::Applied ? done : outcome;
}

//! A request goes; an agreement ends, and stays on record.
ActionOutcome Actions::withdraw(const AccessDoc &doc)
{
    if (doc.status == AccessStatus::Approved)
        return call(net::HttpMethod::Post, {u"access"_s, doc.id, u"cancel"_s});
    auto gone = call(net::HttpMethod::Delete, {u"access"_s, doc.id});
    if (gone.kind == Kind::Rejected && gone.code == u"HTTP 404")
        gone.kind = Kind::Applied; // somebody was faster
    return gone;
}

LookUpOutcome Actions::lookUp(const domain::Operation &operation)
{
    if (domain::isEditKind(operation.kind))
        return m_edits.lookUp(operation);
    LookUpOutcome found{.kind = LookUpOutcome::Kind::Applied};
    if (operation.kind == domain::createRequestKind()) {
        const auto request = domain::requestFromJson(operation.payload);
        if (!request)
            return {.kind = LookUpOutcome::Kind::Absent, .reason = request.error().detail};
        for (const auto &item : request->items) {
            const auto there = look(accessIdOf(item));
            if (const auto *why = std::get_if<ActionOutcome>(&there))
                return lookedUp(*why);
            if (std::holds_alternative<std::monostate>(there))
                return {.kind = LookUpOutcome::Kind::Absent};
        }
        found.nativeId = nativeId(accessType, accessIdOf(request->items.first()));
        found.revision = u"requested"_s;
        return found;
    }
    const auto decision = domain::decisionFromJson(operation.payload);
    if (!decision || !isPossible(decision->kind))
        return {.kind = LookUpOutcome::Kind::Absent};
    QString id;
    const auto there = lookFor(*decision, id);
    if (const auto *why = std::get_if<ActionOutcome>(&there))
        return lookedUp(*why);
    const auto *doc = std::get_if<AccessDoc>(&there);
    const bool isGone = doc == nullptr && decision->kind == DecisionKind::Withdraw;
    if (!isGone
        && (doc == nullptr || !isDone(decision->kind, *doc, m_setup.clock.now().toUTC().date())))
        return {.kind = LookUpOutcome::Kind::Absent};
    found.nativeId = nativeId(accessType, id);
    found.revision = stateAfter(decision->kind);
    return found;
}

} // namespace portolan::platforms::entropydata
