// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/accessreading.h"

#include "models/domain/approval.h"
#include "models/items/accessboard.h"
#include "models/items/accesstext.h"
#include "models/items/displaytext.h"
#include "models/items/lineagemarks.h"
#include "models/items/schematree.h"
#include "models/policy/askedfields.h"
#include "models/policy/judge.h"
#include "models/policy/question.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

using domain::DecisionEffect;
using domain::DecisionKind;
using domain::ItemState;

struct Access
{
    Q_DECLARE_TR_FUNCTIONS(Access)
};

constexpr qsizetype namesShown = 3;

bool isOneOf(const domain::Actor &actor, const QList<domain::Actor> &me)
{
    return std::any_of(me.begin(), me.end(), [&actor](const domain::Actor &one) {
        return domain::isSamePerson(one, actor);
    });
}

bool decides(const domain::ApprovalStep &step, const QList<domain::Actor> &me)
{
    return std::any_of(me.begin(), me.end(),
                       [&step](const domain::Actor &one) { return domain::isApprover(step, one); });
}

//! "maya@example.com, ines@example.com and 2 others".
QString namesText(QStringList names)
{
    names.removeDuplicates();
    for (auto &name : names)
        name = oneLine(name, 80);
    if (names.size() <= namesShown)
        return names.join(u", "_s);
    const auto rest = int(names.size() - namesShown);
    return Access::tr("%1 and %n other(s)", nullptr, rest)
        .arg(names.mid(0, namesShown).join(u", "_s));
}

template <typename Visit>
void forEachAgreement(const AccessBoard &board, Visit visit)
{
    for (const auto &one : board.cases) {
        for (const auto &item : one.outcome.items) {
            if (item.agreement)
                visit(*item.agreement);
        }
    }
}

//! What goes on with another agreement under a newer one: looked up by what is renewed and the
//! port, as domain::isRenewedBy() tells it, and not by walking through all pairs.
using Renewals = QSet<std::pair<QUuid, QString>>;

Renewals renewalsOf(const AccessBoard &board)
{
    Renewals renewed;
    forEachAgreement(board, [&renewed](const domain::Agreement &one) {
        if (!one.renews.isNull() && one.standing != domain::AgreementStanding::Terminated)
            renewed.insert({one.renews, one.port});
    });
    return renewed;
}

AccessHolder holderOf(const domain::Agreement &one, const Renewals &renewed, const QDate &today)
{
    const bool isRenewed = renewed.contains({one.id, one.port});
    return {one, domain::agreementState(one, today, isRenewed), one.request};
}

} // namespace

bool isMine(const AccessCase &one, const QList<domain::Actor> &me)
{
    return isOneOf(one.request.asker, me) || (one.place.isEmpty() && !one.isShared);
}

bool isOpen(ItemState state)
{
    return state == ItemState::Submitted || state == ItemState::InReview
        || state == ItemState::NeedsInfo;
}

qsizetype openStepOf(const domain::ItemOutcome &outcome)
{
    if (!isOpen(outcome.state))
        return -1;
    for (qsizetype i = 0; i < outcome.steps.size(); ++i) {
        if (!outcome.steps.at(i).decision)
            return i;
    }
    return -1;
}

QList<QUuid> itemsToDecide(const AccessCase &one, const AccessBoard &board)
{
    QList<QUuid> found;
    if (isOneOf(one.request.asker, board.me) && !board.policiesOf.value(one.account).ownRequests)
        return found;
    for (const auto &outcome : one.outcome.items) {
        // A contradiction is resolved by one of those who are part of it.
        const bool isPart = outcome.isContradicted
            && std::any_of(outcome.steps.begin(), outcome.steps.end(),
                           [&](const auto &step) { return decides(step.step, board.me); });
        const auto step = openStepOf(outcome);
        if (isPart || (step >= 0 && decides(outcome.steps.at(step).step, board.me)))
            found.append(outcome.item);
    }
    return found;
}

bool needsAnswer(const AccessCase &one)
{
    return std::any_of(one.outcome.items.begin(), one.outcome.items.end(),
                       [](const auto &item) { return item.state == ItemState::NeedsInfo; });
}

bool isAskedBack(const AccessCase &one, const AccessBoard &board)
{
    const auto mine = itemsToDecide(one, board);
    return !mine.isEmpty()
        && std::all_of(one.outcome.items.begin(), one.outcome.items.end(), [&](const auto &item) {
               return !mine.contains(item.item) || item.state == ItemState::NeedsInfo;
           });
}

QString waitsForText(const AccessCase &one, const AccessBoard &board)
{
    const bool mine = isMine(one, board.me);
    if (mine ? needsAnswer(one) : isAskedBack(one, board))
        return mine ? Access::tr("Waits for your answer")
                    : Access::tr("Waits for an answer of %1").arg(personText(one.request.asker));
    if (one.outcome.state == domain::RequestState::Conflict)
        return Access::tr("Waits for those who contradict each other: nothing is granted");
    QStringList approvers;
    bool isMe = false;
    qsizetype at = 0;
    qsizetype steps = 1;
    for (const auto &outcome : one.outcome.items) {
        const auto step = openStepOf(outcome);
        if (step < 0)
            continue;
        const bool isOwn = !mine && decides(outcome.steps.at(step).step, board.me);
        if (isMe && !isOwn)
            continue; // what I decide about is what matters to me
        if (isOwn && !isMe)
            at = steps = 0;
        isMe = isOwn;
        approvers += outcome.steps.at(step).step.approvers;
        at = std::max(at, step);
        steps = std::max(steps, outcome.steps.size());
    }
    const bool isWaiting = std::any_of(one.outcome.items.begin(), one.outcome.items.end(),
                                       [](const auto &item) { return openStepOf(item) >= 0; });
    if (!isWaiting)
        return {};
    if (approvers.isEmpty())
        return Access::tr("Waits for somebody to be named who decides");
    const auto who = isMe ? Access::tr("you") : namesText(approvers);
    return steps < 2 ? Access::tr("Waits for %1").arg(who)
                     : Access::tr("Waits for %1, step %2 of %3").arg(who).arg(at + 1).arg(steps);
}

QHash<QUuid, QUuid> openRenewalsOf(const AccessBoard &board)
{
    QHash<QUuid, QUuid> renewals;
    for (const auto &one : board.cases) {
        const auto &items = one.outcome.items;
        const bool isUnderWay = std::any_of(items.begin(), items.end(), [](const auto &item) {
            return isOpen(item.state) || item.state == ItemState::Queued;
        });
        if (!one.request.renews.isNull() && isUnderWay)
            renewals.insert(one.request.renews, one.request.id);
    }
    return renewals;
}

QList<AccessHolder> holdersOf(const AccessBoard &board)
{
    const auto renewed = renewalsOf(board);
    QList<AccessHolder> holders;
    forEachAgreement(board, [&](const domain::Agreement &one) {
        holders.append(holderOf(one, renewed, board.today));
    });
    return holders;
}

QHash<QString, QList<AccessHolder>> holdersOf(const AccessBoard &board, const QSet<QString> &ports,
                                              const QUuid &except)
{
    const auto renewed = renewalsOf(board);
    QHash<QString, QList<AccessHolder>> found;
    forEachAgreement(board, [&](const domain::Agreement &one) {
        if (one.request != except && ports.contains(one.port)
            && domain::isInForce(one, board.today))
            found[one.port].append(holderOf(one, renewed, board.today));
    });
    for (auto &holders : found) {
        std::stable_sort(holders.begin(), holders.end(), [](const auto &left, const auto &right) {
            const auto endOf = [](const AccessHolder &one) {
                return one.agreement.to.isValid() ? one.agreement.to : QDate(9999, 1, 1);
            };
            return endOf(left) < endOf(right);
        });
    }
    return found;
}

QStringList portLabelsOf(const AccessCase &one, const AccessBoard &board)
{
    QStringList labels;
    for (const auto &item : one.request.items)
        labels.append(accessNameOf(board, item.port));
    return labels;
}

QList<ClassifiedField> classifiedFieldsOf(const domain::AccessRequest &request,
                                          const QList<AccessOffer> &offers)
{
    QList<ClassifiedField> found;
    for (const auto &item : request.items) {
        for (const auto &offer : offers) {
            if (offer.port != item.port || !offer.facts || !offer.facts->contract
                || !offer.facts->contract->fields)
                continue;
            const policy::AskedFields asked(item.fields);
            for (const auto &field : *offer.facts->contract->fields) {
                if (isSensitive(field.classification) && asked.include(field))
                    found.append({item.port, field.path, field.classification});
            }
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &left, const auto &right) {
        return classificationRank(left.classification) > classificationRank(right.classification);
    });
    return found;
}

policy::RequestFacts factsOf(const domain::AccessRequest &request, const QList<AccessOffer> &offers,
                             const QDate &today)
{
    policy::RequestFacts facts{.today = today,
                               .purpose = request.purpose,
                               .justification = request.justification,
                               .from = request.from,
                               .to = request.to,
                               .terms = request.terms};
    for (const auto &item : request.items) {
        policy::ItemFacts one{.port = item.port, .fields = item.fields};
        if (!item.steps.isEmpty())
            one.steps = item.steps;
        for (const auto &offer : offers) {
            if (offer.port != item.port)
                continue;
            one.product = offer.productFacts;
            one.facts = offer.facts;
            if (one.steps)
                continue;
            const domain::Role *role = nullptr;
            for (const auto &each : offer.roles) {
                if (each.role == item.role)
                    role = &each;
            }
            one.steps = domain::approvalFor(role, offer.owners).steps;
        }
        facts.items.append(one);
    }
    return facts;
}

QList<domain::PolicyVerdict> judgedBy(const AccessBoard &board,
                                      const domain::AccessRequest &request,
                                      const QList<AccessOffer> &offers)
{
    if (request.items.isEmpty()) // it goes nowhere yet
        return policy::judgeRequest(board.policies, factsOf(request, offers, board.today));
    QList<QUuid> accounts;
    QHash<QUuid, QList<domain::AccessItem>> items;
    for (const auto &item : request.items) {
        const auto offer = std::find_if(offers.begin(), offers.end(),
                                        [&item](const auto &one) { return one.port == item.port; });
        const auto account = offer == offers.end() ? QUuid() : offer->account;
        if (!accounts.contains(account))
            accounts.append(account);
        items[account].append(item);
    }
    QList<domain::PolicyVerdict> verdicts;
    for (const auto &account : std::as_const(accounts)) {
        auto part = request;
        part.items = items.value(account);
        const auto facts = factsOf(part, offers, board.today);
        for (const auto &one : policy::judgeRequest(board.policiesOf.value(account), facts)) {
            if (!verdicts.contains(one))
                verdicts.append(one);
        }
    }
    return verdicts;
}

QDate beganOn(const domain::Agreement &agreement, const AccessBoard &board)
{
    const auto *one = caseOf(board, agreement.request);
    if (agreement.from.isValid() || one == nullptr)
        return agreement.from;
    QDateTime last; // the step after which nothing was missing
    for (const auto &judged : one->outcome.decisions) {
        const auto &said = judged.decision;
        if (said.item == agreement.item && said.kind == domain::DecisionKind::Approve
            && judged.effect == domain::DecisionEffect::Counts
            && (!last.isValid() || said.at > last))
            last = said.at;
    }
    return last.toUTC().date();
}

QDate endedOn(const AccessCase &one, const QUuid &item)
{
    QDateTime first;
    for (const auto &judged : one.outcome.decisions) {
        const auto &said = judged.decision;
        const bool ends = said.kind == domain::DecisionKind::Terminate
            || said.kind == domain::DecisionKind::Withdraw;
        if (said.item == item && ends && judged.effect == domain::DecisionEffect::Counts
            && (!first.isValid() || said.at < first))
            first = said.at;
    }
    return first.toUTC().date();
}

QList<domain::PolicyVerdict> reviewVerdicts(const AccessBoard &board, const AccessCase &one,
                                            const QList<AccessOffer> &offers)
{
    const auto &request = one.request;
    const auto policies = board.policiesOf.value(one.account);
    QList<domain::PolicyVerdict> verdicts;
    if (!policies.rules.isEmpty()) {
        const auto today = request.created.isValid() ? request.created.toUTC().date() : board.today;
        verdicts = policy::judgeRequest(policies, factsOf(request, offers, today));
    }
    std::copy_if(request.verdicts.begin(), request.verdicts.end(), std::back_inserter(verdicts),
                 [&policies](const auto &said) {
                     return said.result != domain::PolicyResult::Pass
                         && (policy::isRemote(said) || policies.rules.isEmpty());
                 });
    return verdicts;
}

} // namespace portolan::items
