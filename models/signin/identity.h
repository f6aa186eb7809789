// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/httpclient.h"
#include "models/signin/idtoken.h"
#include "models/signin/provider.h"

namespace portolan::signin {

//! Finds out who signed in: proves the ID token with the provider's keys, or asks the provider
//! where it handed none out. What is not proved is no sign-in.
[[nodiscard]] QFuture<Result<SignedIn>> identified(net::HttpClient &http, const Provider &provider,
                                                   const OpenIdSettings &settings, Tokens tokens,
                                                   const IdTokenDemands &demands);

} // namespace portolan::signin
