// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/accessjson.h"
#include "models/items/accessfacts.h"
#include "models/items/accessoffers.h"
#include "models/policy/judge.h"
#include "models/policy/question.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

using domain::PolicyResult;
using domain::PolicyVerdict;

bool isUnknown(const QList<PolicyVerdict> &verdicts, bool isRemote)
{
    return std::any_of(verdicts.begin(), verdicts.end(), [isRemote](const auto &one) {
        return one.result == PolicyResult::Unknown && policy::isRemote(one) == isRemote;
    });
}

QList<PolicyVerdict> only(QList<PolicyVerdict> verdicts, bool isRemote)
{
    verdicts.removeIf([isRemote](const auto &one) { return policy::isRemote(one) != isRemote; });
    return verdicts;
}

//! \a request with its verdicts as they are now, as far as they were unknown: whose rules told
//! everything are not asked again.
Result<domain::AccessRequest> judgedAgain(const AccessFacts &facts, domain::AccessRequest request,
                                          const std::function<bool()> &isOver)
{
    const auto known = facts.read();
    if (!known)
        return tl::unexpected(known.error());
    const auto offers = facts.offersFor(request, known->input.places);
    if (!offers)
        return tl::unexpected(offers.error());
    auto local = only(request.verdicts, false);
    auto remote = only(request.verdicts, true);
    const auto *first = offerFor(*offers, request.items.value(0).port);
    if (isUnknown(local, false) && first != nullptr)
        local = policy::judgeRequest(policiesOf(known->input.books, first->account),
                                     requestFactsOf(request, *offers, known->input.today));
    if (isUnknown(remote, true)) {
        const auto again = facts.judgedElsewhere(request, *offers, *known, isOver);
        // Without an account that could be asked, what was not known stays so.
        remote = again.isEmpty() ? remote : again;
    }
    request.verdicts = local + remote;
    return request;
}

QString refusalOf(const QList<PolicyVerdict> &failures)
{
    QStringList why;
    for (const auto &one : failures)
        why.append(u"%1: %2"_s.arg(one.policy, one.message));
    return u"a policy says no (%1): mend it, or give the reason for an exception"_s.arg(
        why.join(u"; "_s));
}

} // namespace

sync::SendCheck sendCheck(store::Store &store, const sync::Engine &engine, const Clock &clock)
{
    return [facts = AccessFacts(store, engine, clock),
            &engine](const domain::Operation &operation) -> std::optional<sync::Checked> {
        if (operation.kind != domain::createRequestKind())
            return {};
        const auto request = domain::requestFromJson(operation.payload);
        if (!request)
            return {};
        const bool isExcused = !request->exception.trimmed().isEmpty();
        if (const auto known = policy::newFailures({}, request->verdicts);
            !known.isEmpty() && !isExcused)
            return sync::Checked{.payload = {}, .refusal = refusalOf(known)};
        if (!isUnknown(request->verdicts, false) && !isUnknown(request->verdicts, true))
            return {};
        // What cannot be read now is no reason to keep a request back: it goes as unknown as it is.
        const auto again = judgedAgain(facts, *request, [&engine] { return engine.isCancelled(); });
        if (!again)
            return {};
        sync::Checked checked;
        if (again->verdicts != request->verdicts)
            checked.payload = domain::toJson(*again);
        const auto failures = policy::newFailures(request->verdicts, again->verdicts);
        if (!failures.isEmpty())
            checked.refusal = refusalOf(failures);
        return checked;
    };
}

} // namespace portolan::items
