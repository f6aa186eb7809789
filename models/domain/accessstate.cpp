// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/accessstate.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::domain {
namespace {

template <typename State>
using Step = std::pair<State, State>;

constexpr std::array itemSteps{
    Step<ItemState>{ItemState::Draft, ItemState::Queued},
    Step<ItemState>{ItemState::Draft, ItemState::External},
    Step<ItemState>{ItemState::Queued, ItemState::Draft},
    Step<ItemState>{ItemState::Queued, ItemState::Submitted},
    Step<ItemState>{ItemState::Queued, ItemState::Withdrawn},
    Step<ItemState>{ItemState::Submitted, ItemState::InReview},
    Step<ItemState>{ItemState::Submitted, ItemState::Withdrawn},
    Step<ItemState>{ItemState::InReview, ItemState::NeedsInfo},
    Step<ItemState>{ItemState::InReview, ItemState::Approved},
    Step<ItemState>{ItemState::InReview, ItemState::Rejected},
    Step<ItemState>{ItemState::InReview, ItemState::Withdrawn},
    Step<ItemState>{ItemState::NeedsInfo, ItemState::InReview},
    Step<ItemState>{ItemState::NeedsInfo, ItemState::Approved},
    Step<ItemState>{ItemState::NeedsInfo, ItemState::Rejected},
    Step<ItemState>{ItemState::NeedsInfo, ItemState::Withdrawn},
};

// An agreement of less than 30 days begins as an expiring or a renewed one. Expiring and renewed
// ones are active ones that also have a word for their end: whatever can be done to these can be
// done to them.
constexpr std::array agreementSteps{
    Step<AgreementState>{AgreementState::Pending, AgreementState::Active},
    Step<AgreementState>{AgreementState::Pending, AgreementState::Expiring},
    Step<AgreementState>{AgreementState::Pending, AgreementState::Renewed},
    Step<AgreementState>{AgreementState::Pending, AgreementState::Suspended},
    Step<AgreementState>{AgreementState::Pending, AgreementState::Terminated},
    Step<AgreementState>{AgreementState::Active, AgreementState::Expiring},
    Step<AgreementState>{AgreementState::Active, AgreementState::Renewed},
    Step<AgreementState>{AgreementState::Active, AgreementState::Suspended},
    Step<AgreementState>{AgreementState::Active, AgreementState::Terminated},
    Step<AgreementState>{AgreementState::Expiring, AgreementState::Renewed},
    Step<AgreementState>{AgreementState::Expiring, AgreementState::Expired},
    Step<AgreementState>{AgreementState::Expiring, AgreementState::Suspended},
    Step<AgreementState>{AgreementState::Expiring, AgreementState::Terminated},
    Step<AgreementState>{AgreementState::Renewed, AgreementState::Suspended},
    Step<AgreementState>{AgreementState::Renewed, AgreementState::Terminated},
    Step<AgreementState>{AgreementState::Suspended, AgreementState::Pending},
    Step<AgreementState>{AgreementState::Suspended, AgreementState::Active},
    Step<AgreementState>{AgreementState::Suspended, AgreementState::Expiring},
    Step<AgreementState>{AgreementState::Suspended, AgreementState::Renewed},
    Step<AgreementState>{AgreementState::Suspended, AgreementState::Expired},
    Step<AgreementState>{AgreementState::Suspended, AgreementState::Terminated},
};

constexpr std::array grantSteps{
    Step<GrantState>{GrantState::None, GrantState::Provisioning},
    Step<GrantState>{GrantState::Provisioning, GrantState::Provisioned},
    Step<GrantState>{GrantState::Provisioning, GrantState::Failed},
    Step<GrantState>{GrantState::Provisioned, GrantState::Deprovisioning},
    Step<GrantState>{GrantState::Deprovisioning, GrantState::Deprovisioned},
    Step<GrantState>{GrantState::Deprovisioning, GrantState::Failed},
    Step<GrantState>{GrantState::Failed, GrantState::Provisioning},
    Step<GrantState>{GrantState::Failed, GrantState::Deprovisioning},
};

template <typename Steps, typename State>
bool holds(const Steps &steps, State from, State to)
{
    return std::find(steps.begin(), steps.end(), Step<State>{from, to}) != steps.end();
}

RequestState requestStateOf(ItemState state)
{
    switch (state) {
    case ItemState::Draft:
        break;
    case ItemState::Queued:
        return RequestState::Queued;
    case ItemState::Submitted:
        return RequestState::Submitted;
    case ItemState::InReview:
        return RequestState::InReview;
    case ItemState::NeedsInfo:
        return RequestState::NeedsInfo;
    case ItemState::Approved:
        return RequestState::Approved;
    case ItemState::Rejected:
        return RequestState::Rejected;
    case ItemState::Withdrawn:
        return RequestState::Withdrawn;
    case ItemState::External:
        return RequestState::External;
    }
    return RequestState::Draft;
}

//! How far a state is from the end. What waits for the asker comes before what waits for others.
constexpr std::array byAdvance{ItemState::Draft,     ItemState::External,  ItemState::Queued,
                               ItemState::Submitted, ItemState::NeedsInfo, ItemState::InReview,
                               ItemState::Withdrawn, ItemState::Rejected,  ItemState::Approved};

} // namespace

bool canBecome(ItemState from, ItemState to)
{
    return holds(itemSteps, from, to);
}

bool canBecome(AgreementState from, AgreementState to)
{
    return holds(agreementSteps, from, to);
}

bool canBecome(GrantState from, GrantState to)
{
    return holds(grantSteps, from, to);
}

bool isClosed(ItemState state)
{
    return std::none_of(allItemStates.begin(), allItemStates.end(),
                        [state](ItemState next) { return canBecome(state, next); });
}

QString stateWord(ItemState state)
{
    return stateWord(requestStateOf(state));
}

QString stateWord(RequestState state)
{
    switch (state) {
    case RequestState::Draft:
        break;
    case RequestState::Queued:
        return u"queued"_s;
    case RequestState::Submitted:
        return u"submitted"_s;
    case RequestState::InReview:
        return u"in review"_s;
    case RequestState::NeedsInfo:
        return u"needs info"_s;
    case RequestState::Approved:
        return u"approved"_s;
    case RequestState::Rejected:
        return u"rejected"_s;
    case RequestState::Withdrawn:
        return u"withdrawn"_s;
    case RequestState::External:
        return u"external"_s;
    case RequestState::PartlyApproved:
        return u"partly approved"_s;
    case RequestState::Conflict:
        return u"conflict"_s;
    }
    return u"draft"_s;
}

QString stateWord(AgreementState state)
{
    switch (state) {
    case AgreementState::Pending:
        break;
    case AgreementState::Active:
        return u"active"_s;
    case AgreementState::Expiring:
        return u"expiring"_s;
    case AgreementState::Renewed:
        return u"renewed"_s;
    case AgreementState::Expired:
        return u"expired"_s;
    case AgreementState::Suspended:
        return u"suspended"_s;
    case AgreementState::Terminated:
        return u"terminated"_s;
    }
    return u"pending"_s;
}

QString stateWord(GrantState state)
{
    switch (state) {
    case GrantState::None:
        break;
    case GrantState::Provisioning:
        return u"provisioning"_s;
    case GrantState::Provisioned:
        return u"provisioned"_s;
    case GrantState::Deprovisioning:
        return u"deprovisioning"_s;
    case GrantState::Deprovisioned:
        return u"deprovisioned"_s;
    case GrantState::Failed:
        return u"failed"_s;
    }
    return u"none"_s;
}

std::optional<ItemState> itemStateFromWord(QStringView word)
{
    for (const auto state : allItemStates) {
        if (stateWord(state) == word)
            return state;
    }
    return {};
}

std::optional<GrantState> grantStateFromWord(QStringView word)
{
    for (const auto state : allGrantStates) {
        if (stateWord(state) == word)
            return state;
    }
    return {};
}

RequestState derivedState(const QList<ItemState> &states)
{
    if (states.isEmpty())
        return RequestState::Draft;
    const auto agree = std::all_of(states.begin(), states.end(),
                                   [&](ItemState state) { return state == states.first(); });
    if (!agree && states.contains(ItemState::Approved))
        return RequestState::PartlyApproved;
    const auto least = std::find_if(byAdvance.begin(), byAdvance.end(),
                                    [&](ItemState state) { return states.contains(state); });
    return requestStateOf(*least);
}

} // namespace portolan::domain
