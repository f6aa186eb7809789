// SPDX-License-Identifier: GPL-3.0-or-later
// Which shapes the states of access have.
#pragma once

#include "models/domain/access.h"
#include "models/domain/policy.h"
#include "views/shared/painters.h"

namespace portolan::views::access {

//! Shape and colour of what a policy says; \a result is an int of domain::PolicyResult.
inline Status statusOf(int result)
{
    switch (domain::PolicyResult(result)) {
    case domain::PolicyResult::Pass:
        return Status::Ok;
    case domain::PolicyResult::Warn:
        return Status::Warn;
    case domain::PolicyResult::Fail:
        return Status::Breach;
    case domain::PolicyResult::Unknown:
        break;
    }
    return Status::Unknown;
}

//! The colour of the word of \a status, on content.
inline Colour colourOf(Status status)
{
    switch (status) {
    case Status::Ok:
        return Colour::StatusOk;
    case Status::Warn:
        return Colour::StatusWarn;
    case Status::Breach:
        return Colour::StatusBreach;
    case Status::Info:
        return Colour::Text;
    case Status::Unknown:
        break;
    }
    return Colour::StatusUnknown;
}

//! Shape and colour of an agreement; none for those that are neither good nor bad news.
inline std::optional<Status> statusOf(domain::AgreementState state)
{
    switch (state) {
    case domain::AgreementState::Active:
    case domain::AgreementState::Renewed:
        return Status::Ok;
    case domain::AgreementState::Expiring:
        return Status::Warn;
    case domain::AgreementState::Expired:
        return Status::Breach;
    default:
        return {};
    }
}

//! The icon of an agreement that has no status.
inline QString agreementIcon(domain::AgreementState state)
{
    switch (state) {
    case domain::AgreementState::Pending:
        return QStringLiteral("status-clock");
    case domain::AgreementState::Suspended:
        return QStringLiteral("status-paused");
    default:
        return QStringLiteral("withdraw");
    }
}

} // namespace portolan::views::access
