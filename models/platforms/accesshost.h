// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/access.h"

namespace portolan::platforms {

//! What requests for access a platform takes, beside those for ports of every account.
struct RequestTaking
{
    bool assets = false; //!< those for assets as well
    bool dependsOnServer = false; //!< only servers do whose pulls tell of access
    //! Of what can be said about a request it knows approval, rejection, withdrawal and the end of
    //! an agreement: no questions, and nothing that is suspended.
    bool onlyYesNoAndEnd = false;
};

//! What an account is to requests for access.
struct AccessHost
{
    bool takesRequests = false;
    RequestTaking taking;
    domain::Actor actor; //!< who acts there; without an address where nobody knows
};

} // namespace portolan::platforms
