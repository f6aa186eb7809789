// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/accessacts.h"

#include "models/domain/accessfold.h"
#include "models/domain/approval.h"
#include "models/policy/judge.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

using domain::AccessDecision;
using domain::DecisionEffect;
using domain::DecisionKind;
using domain::ItemState;

auto forbidden(const QString &why)
{
    return failure(Error::Kind::Forbidden, why);
}

const AccessPlace *placeOf(const QList<AccessPlace> &places, const QUuid &account)
{
    const auto found = std::find_if(places.begin(), places.end(),
                                    [&account](const auto &one) { return one.account == account; });
    return found == places.end() ? nullptr : &*found;
}

Result<domain::Actor> actorOn(const QList<AccessPlace> &places, const QUuid &account)
{
    const auto *place = placeOf(places, account);
    if (place == nullptr)
        return failure(Error::Kind::NotFound, u"the account of the request is gone"_s);
    if (!place->me.email.isEmpty())
        return place->me;
    const auto why = u"nobody knows who acts on \"%1\": say so with `accounts edit \"%1\" --as "
                     "\"Name <address>\"`"_s.arg(place->name);
    return forbidden(place->isFolder ? QString(
                         why + u", or set user.name and user.email for git in its folder"_s)
                                     : why);
}

bool isVote(DecisionKind kind)
{
    return kind == DecisionKind::Approve || kind == DecisionKind::Reject;
}

bool isAboutAgreement(DecisionKind kind)
{
    return kind == DecisionKind::Suspend || kind == DecisionKind::Resume
        || kind == DecisionKind::Terminate;
}

const domain::ItemOutcome *outcomeIn(const AccessCase &one, const QUuid &item)
{
    for (const auto &outcome : one.outcome.items) {
        if (outcome.item == item)
            return &outcome;
    }
    return nullptr;
}

//! Why an agreement that stands like this is not ended, suspended or resumed; empty where it can
//! be.
QString whyNotOf(DecisionKind kind, domain::AgreementStanding standing)
{
    using domain::AgreementStanding;
    if (standing == AgreementStanding::Terminated)
        return u"the agreement is terminated already"_s;
    if (kind == DecisionKind::Suspend && standing == AgreementStanding::Suspended)
        return u"the agreement is suspended already"_s;
    if (kind == DecisionKind::Resume && standing != AgreementStanding::Suspended)
        return u"the agreement is not suspended"_s;
    return {};
}

//! Why nothing of that kind can be said about an item in this state; empty where it can.
QString whyNot(DecisionKind kind, const domain::ItemOutcome &item)
{
    const auto state = domain::stateWord(item.state);
    if (item.state == ItemState::Draft || item.state == ItemState::Queued)
        return u"the request was not sent yet: take it back instead"_s;
    if (item.state == ItemState::External)
        return u"this is decided on the platform's own page"_s;
    if (isAboutAgreement(kind))
        return item.agreement ? whyNotOf(kind, item.agreement->standing)
                              : u"there is no agreement yet: it is %1"_s.arg(state);
    if (!domain::isClosed(item.state))
        return {};
    if (item.agreement && kind != DecisionKind::Withdraw)
        return u"it is approved already; an agreement is ended with terminate"_s;
    return item.agreement ? QString() : u"it is %1 already"_s.arg(state);
}

//! Why the account with \a id of \a places does not take such a decision; empty where it does.
QString whyNotThere(DecisionKind kind, const QList<AccessPlace> &places, const QUuid &id)
{
    const auto place = std::find_if(places.begin(), places.end(),
                                    [&id](const auto &one) { return one.account == id; });
    if (place == places.end() || !place->onlyYesNoAndEnd)
        return {};
    switch (kind) {
    case DecisionKind::Ask:
    case DecisionKind::Answer:
        return u"“%1” passes on no questions about a request: talk to each other outside of it, or "
               "reject it with the reason"_s.arg(place->name);
    case DecisionKind::Suspend:
    case DecisionKind::Resume:
        return u"“%1” cannot suspend an agreement: let it go on, or terminate it"_s.arg(
            place->name);
    default:
        return {};
    }
}

//! What \a me said before about the same, and does not hold to any more.
QList<QUuid> takenBackBy(const AccessDecision &decision, const AccessCase &one)
{
    QList<QUuid> before;
    for (const auto &judged : one.outcome.decisions) {
        const auto &earlier = judged.decision;
        if (judged.effect == DecisionEffect::Counts && earlier.item == decision.item
            && isVote(earlier.kind) && earlier.kind != decision.kind
            && domain::isSamePerson(earlier.by, decision.by)
            && (earlier.step == decision.step || earlier.step.isEmpty() || decision.step.isEmpty()))
            before.append(earlier.id);
    }
    return before;
}

//! Keeps of \a part, which has all that was accepted and judged, what is about its items.
void keepOwn(domain::AccessRequest &part, const QList<AccessOffer> &offers)
{
    QStringList ports;
    QStringList contracts;
    for (const auto &item : std::as_const(part.items)) {
        ports.append(item.port);
        if (const auto *offer = offerFor(offers, item.port))
            contracts.append(offer->contract);
    }
    part.terms.removeIf([&](const auto &terms) { return !contracts.contains(terms.id); });
    part.verdicts.removeIf([&](const auto &verdict) {
        return !verdict.port.isEmpty() && !ports.contains(verdict.port);
    });
}

QString reasonOf(DecisionEffect effect, const AccessDecision &decision, const AccessCase &one)
{
    switch (effect) {
    case DecisionEffect::ByAsker:
        return u"%1 asked for this, and nobody decides about their own request here"_s.arg(
            domain::textOf(decision.by));
    case DecisionEffect::NoApprover: {
        if (decision.kind == DecisionKind::Withdraw || decision.kind == DecisionKind::Answer)
            return u"only %1, who asked, can do that"_s.arg(domain::textOf(one.request.asker));
        QStringList approvers;
        for (const auto &item : one.request.items) {
            for (const auto &step : item.steps) {
                if (item.id == decision.item)
                    approvers.append(step.approvers);
            }
        }
        approvers.removeDuplicates();
        return approvers.isEmpty() ? u"nobody is named who could decide here"_s
                                   : u"%1 does not decide here: %2 does"_s.arg(
                                       domain::textOf(decision.by), approvers.join(u", "_s));
    }
    case DecisionEffect::OtherRequest:
        return u"the request was changed meanwhile; look at it again"_s;
    case DecisionEffect::TooLate:
        return u"it was decided before"_s;
    case DecisionEffect::UnknownItem:
    case DecisionEffect::Replaced:
    case DecisionEffect::Counts:
        break;
    }
    return u"it would have no effect"_s;
}

//! Whether \a item is asked for, or was granted and not ended.
bool stands(const domain::ItemOutcome &item)
{
    if (item.agreement)
        return item.agreement->standing != domain::AgreementStanding::Terminated;
    return item.state == ItemState::Queued || !domain::isClosed(item.state);
}

//! Whether nothing is left of \a one once \a replaced are gone.
bool goesWith(const AccessCase &one, const QList<qint64> &replaced)
{
    return one.place.isEmpty() && !one.isShared && !one.waiting.isEmpty()
        && std::all_of(one.waiting.begin(), one.waiting.end(),
                       [&replaced](const auto &each) { return replaced.contains(each.id); });
}

//! Whether \a one asks for \a port, or has brought it, other than as a draft.
bool holds(const AccessCase &one, const QString &port)
{
    for (qsizetype i = 0; i < one.request.items.size(); ++i) {
        const auto &outcome = one.outcome.items.at(i);
        if (one.request.items.at(i).port == port && outcome.state != ItemState::Draft
            && stands(outcome))
            return true;
    }
    return false;
}

} // namespace

QList<domain::AccessRequest> byAccount(const domain::AccessRequest &whole,
                                       const QList<AccessOffer> &offers)
{
    QList<QUuid> accounts;
    QList<domain::AccessRequest> parts;
    for (const auto &item : whole.items) {
        const auto *offer = offerFor(offers, item.port);
        const auto account = offer == nullptr ? QUuid() : offer->account;
        auto at = accounts.indexOf(account);
        if (at < 0) {
            at = accounts.size();
            accounts.append(account);
            parts.append(whole);
            parts.last().items.clear();
            if (parts.size() > 1)
                parts.last().id = {}; // no two are the same request
        }
        parts[at].items.append(item);
    }
    for (auto &part : parts)
        keepOwn(part, offers);
    return parts;
}

Result<ReadyRequest> readyRequest(domain::AccessRequest draft, const QList<AccessOffer> &offers,
                                  const QList<AccessPlace> &places,
                                  const domain::PolicySet &policies, const QDateTime &now)
{
    if (draft.items.isEmpty())
        return failure(Error::Kind::Usage, u"a request asks for a port at least"_s);
    ReadyRequest ready{.request = std::move(draft)};
    auto &request = ready.request;
    if (request.id.isNull())
        request.id = QUuid::createUuid();
    for (auto &item : request.items) {
        const auto *offer = offerFor(offers, item.port);
        if (offer == nullptr)
            return failure(Error::Kind::NotFound, u"there is no port \"%1\""_s.arg(item.port));
        if (offer->account.isNull())
            return forbidden(u"\"%1\" is asked for on its platform's own page"_s.arg(offer->label));
        if (!ready.account.isNull() && ready.account != offer->account)
            return failure(
                Error::Kind::Usage,
                u"\"%1\" is of another account: ask for it in a request of its own"_s.arg(
                    offer->label));
        ready.account = offer->account;
        item.id = domain::itemIdOf(request.id, item.port);
        item.product = offer->product;
        item.account = offer->accountName;
        item.steps = stepsOf(item, *offer);
        item.state = ItemState::Queued;
    }
    const auto actor = actorOn(places, ready.account);
    if (!actor)
        return tl::unexpected(actor.error());
    request.asker = *actor;
    if (request.consumer.id.isEmpty() && request.consumer.name.isEmpty())
        request.consumer = {domain::EntityKind::Person, actor->email, actor->name};
    request.created = now;
    request.verdicts =
        policy::judgeRequest(policies, requestFactsOf(request, offers, now.toUTC().date()));
    return ready;
}

Result<QUuid> renewalId(const AccessBoard &board, const domain::AccessRequest &request,
                        const QList<qint64> &replaced)
{
    const auto agreements = agreementsOf(board);
    const auto renewed =
        std::find_if(agreements.begin(), agreements.end(),
                     [&request](const auto &one) { return one.id == request.renews; });
    const auto &items = request.items;
    if (renewed == agreements.end()
        || std::none_of(items.begin(), items.end(),
                        [&](const auto &item) { return item.port == renewed->port; }))
        return request.id;
    for (const auto &one : board.cases) {
        if (one.request.renews == request.renews && one.request.id != request.id
            && holds(one, renewed->port) && !goesWith(one, replaced))
            return forbidden(
                u"the agreement is renewed already by the request %1, which is %2"_s.arg(
                    domain::labelOf(one.request.id), domain::stateWord(one.outcome.state)));
    }
    if (!request.id.isNull())
        return request.id;
    for (int number = 1;; ++number) {
        const auto id = QUuid::createUuidV5(request.renews,
                                            QByteArray("renewal:") + QByteArray::number(number));
        const auto *known = caseOf(board, id);
        if (known == nullptr || known->outcome.state == domain::RequestState::Draft)
            return id;
    }
}

Result<ReadyDecision> readyDecision(AccessDecision draft, const AccessBoard &board,
                                    const QList<AccessPlace> &places, const AskedOf &asked,
                                    bool ownRequests, const QDateTime &now)
{
    const auto *one = caseOfItem(board, draft.item);
    const auto *item = one == nullptr ? nullptr : outcomeIn(*one, draft.item);
    if (item == nullptr)
        return failure(Error::Kind::NotFound, u"there is no such item of a request"_s);
    if (const auto why = whyNot(draft.kind, *item); !why.isEmpty())
        return forbidden(why);
    if (const auto why = whyNotThere(draft.kind, places, one->account); !why.isEmpty())
        return forbidden(why);
    const auto actor = actorOn(places, one->account);
    if (!actor)
        return tl::unexpected(actor.error());
    ReadyDecision ready{
        .decision = std::move(draft), .request = one->request.id, .account = one->account};
    auto &decision = ready.decision;
    if (decision.id.isNull())
        decision.id = QUuid::createUuid();
    decision.by = *actor;
    decision.at = now;
    const auto current = asked.value(one->request.id);
    if (isVote(decision.kind)) {
        // A vote about no state in particular would hold for any later one.
        if (!asked.contains(one->request.id))
            return forbidden(u"the request was not read from its platform yet: sync first"_s);
        if (decision.asked.isEmpty())
            decision.asked = current;
        if (decision.asked != current)
            return forbidden(reasonOf(DecisionEffect::OtherRequest, decision, *one));
        if (decision.replaces.isEmpty())
            decision.replaces = takenBackBy(decision, *one);
    }
    // Whether it would count is what the fold says, since that is what everybody will go by.
    QList<AccessDecision> all{decision};
    for (const auto &judged : one->outcome.decisions)
        all.append(judged.decision);
    const auto after =
        domain::outcomeOf(one->request, all, {.ownRequests = ownRequests, .asked = current});
    for (const auto &judged : after.decisions) {
        if (judged.decision.id == decision.id && judged.effect != DecisionEffect::Counts)
            return forbidden(reasonOf(judged.effect, decision, *one));
    }
    return ready;
}

} // namespace portolan::items
