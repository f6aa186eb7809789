// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions, on their way to the outbox.
#include "models/base/identity.h"
#include "models/domain/accessjson.h"
#include "models/items/accessacts.h"
#include "models/items/accessreading.h"
#include "models/items/storeaccesssource.h"

#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

using domain::Operation;
using domain::OperationState;

//! What the person said before about the items of \a decisions, and was refused: another word takes
//! its place, as it would else wait behind it for ever.
Result<QList<qint64>> refusedBefore(const QList<Operation> &operations,
                                    const QList<domain::AccessDecision> &decisions)
{
    QList<qint64> refused;
    for (const auto &operation : operations) {
        const bool isRefused = operation.state == OperationState::Conflict
            || operation.state == OperationState::Rejected;
        if (operation.kind != domain::decideRequestKind() || !isRefused)
            continue;
        const auto said = domain::decisionFromJson(operation.payload);
        const bool isSaidAnew = said
            && std::any_of(decisions.begin(), decisions.end(),
                           [&said](const auto &one) { return one.item == said->item; });
        if (!isSaidAnew)
            continue;
        if (!store::isReplaceable(operation))
            return failure(Error::Kind::Forbidden,
                           u"what was said about it before was refused, and may have arrived all "
                           "the same: the outbox asks what becomes of it"_s);
        refused.append(operation.id);
    }
    return refused;
}

} // namespace

//! Whoever approves what a policy says no to says why: nobody can tell later else whether it was
//! seen. What was asked for as an exception, and what is judged here, both count.
Result<void> StoreAccessSource::explained(const AccessCase &one,
                                          const domain::AccessDecision &decision,
                                          const AccessFacts::Known &known) const
{
    if (decision.kind != domain::DecisionKind::Approve || !decision.reason.trimmed().isEmpty())
        return {};
    const auto offers = m_facts.offersFor(one.request, known.input.places);
    if (!offers)
        return tl::unexpected(offers.error());
    for (const auto &verdict : reviewVerdicts(known.board, one, *offers)) {
        if (verdict.result == domain::PolicyResult::Fail)
            return failure(Error::Kind::BadInput,
                           u"a policy says no (%1: %2): say why it is approved all the same"_s.arg(
                               verdict.policy, verdict.message));
    }
    return {};
}

Result<void> StoreAccessSource::putDecisions(const QList<domain::AccessDecision> &decisions)
{
    const auto known = m_facts.read();
    if (!known)
        return tl::unexpected(known.error());
    QList<sync::Action> actions;
    for (const auto &draft : decisions) {
        const auto *one = caseOfItem(known->board, draft.item);
        const auto policies =
            one == nullptr ? domain::PolicySet() : policiesOf(known->input.books, one->account);
        const auto ready = readyDecision(draft, known->board, known->input.places, known->asked,
                                         policies.ownRequests, m_clock.now());
        if (!ready)
            return tl::unexpected(ready.error());
        if (const auto reasoned = explained(*one, ready->decision, *known); !reasoned)
            return tl::unexpected(reasoned.error());
        actions.append({.account = ready->account,
                        .objectId = idText(ready->request),
                        .kind = domain::decideRequestKind(),
                        .payload = domain::toJson(ready->decision),
                        .baseRevision = {},
                        .base = {}});
    }
    const auto replaced = refusedBefore(known->input.operations, decisions);
    if (!replaced)
        return tl::unexpected(replaced.error());
    const auto stored = m_commands.perform(actions, *replaced).takeResult();
    return stored ? Result<void>() : tl::unexpected(stored.error());
}

QFuture<Result<void>> StoreAccessSource::decide(const QList<domain::AccessDecision> &decisions)
{
    return QtConcurrent::run(&m_pool, [this, decisions] { return putDecisions(decisions); });
}

} // namespace portolan::items
