// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions come from several clones of a folder, whose clocks differ. So what is granted follows
// from the set of decisions and not from their order: an approval and a rejection of one step
// exclude each other whichever came first, and so do the rejection of a step and the approval of a
// later one. Rejecting a later step than the one that was approved is how a review goes. Only what
// grants nothing depends on time: whether a question is still open, whether the asker withdrew
// before the decision or gave the agreement back after it, and whether what was suspended is
// resumed.
#include "models/domain/accessfold.h"

#include "models/domain/approval.h"

#include <QHash>
#include <QMultiHash>
#include <QSet>

#include <algorithm>
#include <tuple>

namespace portolan::domain {
namespace {

auto keyOf(const AccessDecision &decision)
{
    return std::tuple(decision.at, decision.id, decision.item, decision.kind, decision.by.email,
                      decision.by.name, decision.step, decision.reason, decision.asked);
}

bool isEarlier(const AccessDecision &left, const AccessDecision &right)
{
    return keyOf(left) < keyOf(right);
}

//! By time, each id once.
QList<AccessDecision> inOrder(QList<AccessDecision> decisions)
{
    std::sort(decisions.begin(), decisions.end(), isEarlier);
    QSet<QUuid> known;
    decisions.removeIf([&](const AccessDecision &one) {
        const auto isKnown = known.contains(one.id);
        known.insert(one.id);
        return isKnown;
    });
    return decisions;
}

bool isAboutAgreement(DecisionKind kind)
{
    return kind == DecisionKind::Suspend || kind == DecisionKind::Resume
        || kind == DecisionKind::Terminate;
}

//! Folds the decisions about one item.
class ItemFold
{
public:
    ItemFold(const AccessRequest &request, const AccessItem &item, const FoldRules &rules)
        : m_request(request)
        , m_item(item)
        , m_rules(rules)
    {
    }

    //! Judges \a decisions, which are about the item and in order, and says what they come to.
    ItemOutcome outcome(const QList<JudgedDecision *> &decisions);

private:
    bool decidesIn(qsizetype step, const AccessDecision &decision) const;
    bool isAboutOther(const AccessDecision &decision) const;
    DecisionEffect effectOf(const AccessDecision &decision) const;
    void dropReplaced(const QList<JudgedDecision *> &decisions) const;
    void collectSteps(const QList<JudgedDecision *> &decisions);
    bool isContradicted() const;
    bool isRejected() const;
    bool isApproved() const;
    const AccessDecision *closing() const;
    void markLate(const QList<JudgedDecision *> &decisions) const;
    ItemState state(const QList<JudgedDecision *> &decisions) const;
    AgreementStanding standing(const QList<JudgedDecision *> &decisions) const;
    Agreement agreement() const;

    //! What the approvers of a step said.
    struct Votes
    {
        const AccessDecision *approval = nullptr; //!< the first
        const AccessDecision *rejection = nullptr; //!< the first
    };

    const AccessRequest &m_request;
    const AccessItem &m_item;
    const FoldRules &m_rules;
    QList<Votes> m_votes; //!< one for each step
};

bool ItemFold::decidesIn(qsizetype step, const AccessDecision &decision) const
{
    const auto &one = m_item.steps.at(step);
    return (decision.step.isEmpty() || decision.step == one.role) && isApprover(one, decision.by);
}

//! Whether \a decision grants or refuses something else than what is asked for now.
bool ItemFold::isAboutOther(const AccessDecision &decision) const
{
    const auto isVote =
        decision.kind == DecisionKind::Approve || decision.kind == DecisionKind::Reject;
    return isVote && !m_rules.asked.isEmpty() && !decision.asked.isEmpty()
        && decision.asked.compare(m_rules.asked, Qt::CaseInsensitive) != 0;
}

DecisionEffect ItemFold::effectOf(const AccessDecision &decision) const
{
    const auto byAsker = isSamePerson(decision.by, m_request.asker);
    if (decision.kind == DecisionKind::Answer || decision.kind == DecisionKind::Withdraw)
        return byAsker ? DecisionEffect::Counts : DecisionEffect::NoApprover;
    if (decision.kind == DecisionKind::Terminate && byAsker)
        return DecisionEffect::Counts;
    if (byAsker && !m_rules.ownRequests)
        return DecisionEffect::ByAsker;
    for (qsizetype step = 0; step < m_item.steps.size(); ++step) {
        if (decidesIn(step, decision))
            return isAboutOther(decision) ? DecisionEffect::OtherRequest : DecisionEffect::Counts;
    }
    return DecisionEffect::NoApprover;
}

//! A person takes back what they said themselves. Of two that take each other back, neither counts:
//! nobody can have written the earlier one knowing the later.
void ItemFold::dropReplaced(const QList<JudgedDecision *> &decisions) const
{
    QMultiHash<QUuid, const JudgedDecision *> replacing;
    for (const auto *one : decisions) {
        for (const auto &id : one->decision.replaces) {
            if (one->effect == DecisionEffect::Counts)
                replacing.insert(id, one);
        }
    }
    QList<JudgedDecision *> replaced;
    for (auto *one : decisions) {
        const auto by = replacing.values(one->decision.id);
        const auto isReplaced =
            std::any_of(by.begin(), by.end(), [one](const JudgedDecision *other) {
                return other != one && isSamePerson(other->decision.by, one->decision.by);
            });
        if (isReplaced && one->effect == DecisionEffect::Counts)
            replaced.append(one);
    }
    for (auto *one : replaced)
        one->effect = DecisionEffect::Replaced;
}

void ItemFold::collectSteps(const QList<JudgedDecision *> &decisions)
{
    m_votes = QList<Votes>(m_item.steps.size());
    for (const auto *one : decisions) {
        if (one->effect != DecisionEffect::Counts)
            continue;
        for (qsizetype step = 0; step < m_item.steps.size(); ++step) {
            if (!decidesIn(step, one->decision))
                continue;
            auto &votes = m_votes[step];
            if (one->decision.kind == DecisionKind::Approve && votes.approval == nullptr)
                votes.approval = &one->decision;
            if (one->decision.kind == DecisionKind::Reject && votes.rejection == nullptr)
                votes.rejection = &one->decision;
        }
    }
}

AgreementStanding ItemFold::standing(const QList<JudgedDecision *> &decisions) const
{
    auto standing = AgreementStanding::Active;
    for (const auto *one : decisions) {
        if (one->effect != DecisionEffect::Counts)
            continue;
        const auto kind = one->decision.kind;
        // A withdrawal that still counts came after the approval: the asker gives the access back.
        if (kind == DecisionKind::Terminate || kind == DecisionKind::Withdraw)
            return AgreementStanding::Terminated;
        if (kind == DecisionKind::Suspend)
            standing = AgreementStanding::Suspended;
        if (kind == DecisionKind::Resume)
            standing = AgreementStanding::Active;
    }
    return standing;
}

Agreement ItemFold::agreement() const
{
    return {.id = agreementIdOf(m_item.id),
            .request = m_request.id,
            .item = m_item.id,
            .port = m_item.port,
            .product = m_item.product,
            .account = m_item.account,
            .consumer = m_request.consumer,
            .purpose = m_request.purpose,
            .role = m_item.role,
            .fields = m_item.fields,
            .from = m_request.from,
            .to = m_request.to,
            .terms = m_request.terms,
            .renews = m_request.renews};
}

//! Whether approvals and rejections exclude each other: those of one step, and the rejection of a
//! step and the approval of a later one. What cannot be read may be such a rejection.
bool ItemFold::isContradicted() const
{
    if (m_rules.unread.contains(m_item.id) && isApproved())
        return true;
    auto isRejected = false;
    for (const auto &votes : m_votes) {
        isRejected = isRejected || votes.rejection != nullptr;
        if (isRejected && votes.approval != nullptr)
            return true;
    }
    return false;
}

bool ItemFold::isRejected() const
{
    return std::any_of(m_votes.begin(), m_votes.end(),
                       [](const Votes &votes) { return votes.rejection != nullptr; });
}

bool ItemFold::isApproved() const
{
    return !m_votes.isEmpty()
        && std::all_of(m_votes.begin(), m_votes.end(),
                       [](const Votes &votes) { return votes.approval != nullptr; });
}

//! The decision that ended the review: the first rejection, or the last approval that was needed.
const AccessDecision *ItemFold::closing() const
{
    const AccessDecision *found = nullptr;
    const auto rejected = isRejected();
    if (isContradicted() || (!rejected && !isApproved()))
        return found;
    for (const auto &votes : m_votes) {
        const auto *vote = rejected ? votes.rejection : votes.approval;
        if (vote == nullptr)
            continue;
        if (found == nullptr || (rejected ? isEarlier(*vote, *found) : isEarlier(*found, *vote)))
            found = vote;
    }
    return found;
}

//! Marks what comes when there is nothing left for it.
void ItemFold::markLate(const QList<JudgedDecision *> &decisions) const
{
    const auto *end = closing();
    const auto granted = isApproved() && !isRejected();
    for (auto *one : decisions) {
        const auto kind = one->decision.kind;
        const auto isPast = end != nullptr && isEarlier(*end, one->decision);
        const auto isLate = (kind == DecisionKind::Withdraw && isPast && !granted)
            || (isAboutAgreement(kind) && !granted);
        if (isLate && one->effect == DecisionEffect::Counts)
            one->effect = DecisionEffect::TooLate;
    }
}

//! The state that the counting decisions give.
ItemState ItemFold::state(const QList<JudgedDecision *> &decisions) const
{
    const auto *end = closing();
    auto isAsked = false;
    auto isTouched = false;
    for (const auto *one : decisions) {
        if (one->effect != DecisionEffect::Counts)
            continue;
        const auto kind = one->decision.kind;
        if (kind == DecisionKind::Withdraw && (end == nullptr || isEarlier(one->decision, *end)))
            return ItemState::Withdrawn;
        isAsked = kind == DecisionKind::Ask || (isAsked && kind != DecisionKind::Answer);
        isTouched = isTouched || kind == DecisionKind::Ask || kind == DecisionKind::Approve;
    }
    if (isContradicted())
        return ItemState::InReview;
    if (isRejected())
        return ItemState::Rejected;
    if (isApproved())
        return ItemState::Approved;
    if (isAsked)
        return ItemState::NeedsInfo;
    return isTouched ? ItemState::InReview : ItemState::Submitted;
}

ItemOutcome ItemFold::outcome(const QList<JudgedDecision *> &decisions)
{
    ItemOutcome outcome{.item = m_item.id};
    for (auto *one : decisions)
        one->effect = effectOf(one->decision);
    dropReplaced(decisions);
    collectSteps(decisions);
    for (qsizetype step = 0; step < m_item.steps.size(); ++step) {
        const auto &votes = m_votes.at(step);
        const auto *shown = votes.rejection != nullptr ? votes.rejection : votes.approval;
        outcome.steps.append({.step = m_item.steps.at(step)});
        if (shown != nullptr)
            outcome.steps.last().decision = *shown;
    }
    markLate(decisions);
    outcome.state = state(decisions);
    outcome.isContradicted = isContradicted() && outcome.state != ItemState::Withdrawn;
    if (outcome.state == ItemState::Approved) {
        outcome.agreement = agreement();
        outcome.agreement->standing = standing(decisions);
    }
    return outcome;
}

bool isWithPlatform(ItemState state)
{
    return state != ItemState::Draft && state != ItemState::Queued && state != ItemState::External;
}

RequestState stateOf(const QList<ItemOutcome> &items)
{
    QList<ItemState> states;
    for (const auto &item : items) {
        if (item.isContradicted)
            return RequestState::Conflict;
        states.append(item.state);
    }
    return derivedState(states);
}

} // namespace

RequestOutcome outcomeOf(const AccessRequest &request, const QList<AccessDecision> &decisions,
                         const FoldRules &rules)
{
    RequestOutcome outcome;
    for (const auto &decision : inOrder(decisions))
        outcome.decisions.append({.decision = decision, .effect = DecisionEffect::UnknownItem});
    QHash<QUuid, QList<JudgedDecision *>> byItem;
    for (auto &one : outcome.decisions)
        byItem[one.decision.item].append(&one);
    for (const auto &item : request.items) {
        const auto own = byItem.value(item.id);
        ItemFold fold(request, item, rules);
        auto itemOutcome = fold.outcome(own);
        if (!isWithPlatform(item.state)) {
            itemOutcome.state = item.state;
            itemOutcome.isContradicted = false;
            itemOutcome.agreement.reset();
        }
        outcome.items.append(itemOutcome);
    }
    outcome.state = stateOf(outcome.items);
    return outcome;
}

} // namespace portolan::domain
