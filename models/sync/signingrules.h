// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/platform.h"
#include "models/signin/signedclient.h"

namespace portolan::sync {

//! How the account of \a settings signs in by its option "signIn"; without one, the first way of
//! \a ways that needs no person, or Token.
platforms::SignInWay signInWayOf(const platforms::AccountSettings &settings,
                                 const platforms::SignInWays &ways);

//! What the options "signIn", "issuer", "clientId", "scopes", "caFile", "clientCert", "clientKey"
//! and "proxy" of \a settings mean. A Usage error names the one that cannot be used.
[[nodiscard]] Result<signin::SigningRules> signingRules(const platforms::AccountSettings &settings,
                                                        const platforms::SignInWays &ways);

} // namespace portolan::sync
