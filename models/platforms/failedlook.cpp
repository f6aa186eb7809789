// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/failedlook.h"

namespace portolan::platforms {

LookUpOutcome notLookedUp(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Unauthorised:
        return {.kind = LookUpOutcome::Kind::SignedOut, .reason = error.detail};
    case Error::Kind::NotFound:
    case Error::Kind::Forbidden:
    case Error::Kind::BadInput:
        // Asked for ever, it would stay in doubt: sending it again looks first, and says why not.
        return {.kind = LookUpOutcome::Kind::Absent, .reason = error.detail};
    default:
        return {.kind = LookUpOutcome::Kind::Unknown, .reason = error.detail};
    }
}

} // namespace portolan::platforms
