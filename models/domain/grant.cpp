// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/grant.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace portolan::domain {
namespace {

//! Whether \a to follows \a from, at once or through a step that nobody told.
bool follows(GrantState from, GrantState to)
{
    constexpr std::array passed{GrantState::Provisioning, GrantState::Deprovisioning};
    return from == to || canBecome(from, to)
        || std::any_of(passed.begin(), passed.end(), [from, to](GrantState between) {
               return canBecome(from, between) && canBecome(between, to);
           });
}

bool isOver(AgreementState state)
{
    return state == AgreementState::Expired || state == AgreementState::Suspended
        || state == AgreementState::Terminated;
}

} // namespace

GrantOutcome outcomeOf(const Grant &grant)
{
    GrantOutcome outcome;
    auto isFirst = true;
    for (const auto &change : grant.changes) {
        if (isFirst || follows(outcome.now.state, change.state))
            outcome.now = change;
        else
            outcome.ignored.append(change);
        isFirst = false;
    }
    return outcome;
}

std::optional<Finding> grantFinding(const Agreement &agreement, AgreementState state,
                                    const Grant &grant)
{
    const auto now = outcomeOf(grant).now;
    const auto port = agreement.port.left(60);
    if (isOver(state) && (now.state == GrantState::Provisioned || now.state == GrantState::Failed))
        return Finding{.severity = Finding::Severity::Warning,
                       .rule = u"access.grant-left"_s,
                       .message = u"The agreement about \"%1\" is %2, and the access may still be "
                                  "there"_s.arg(port, stateWord(state)),
                       .remedy = u"Ask whoever gives the access to take it away"_s};
    if (now.state == GrantState::Failed)
        return Finding{.severity = Finding::Severity::Warning,
                       .rule = u"access.grant-failed"_s,
                       .message = u"The access to \"%1\" could not be given"_s.arg(port),
                       .remedy = u"Ask whoever gives the access; they wrote down why"_s};
    return {};
}

} // namespace portolan::domain
