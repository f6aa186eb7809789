// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/net/httpclient.h"
#include "models/signin/provider.h"

#include <QObject>

#include <functional>
#include <optional>

namespace portolan::signin {

//! Buys new tokens for a refresh token (RFC 6749, 6). Asks the provider what it is once. Lives in
//! the thread that made it.
class Renewal final : public QObject
{
public:
    using Done = std::function<void(Result<Tokens>)>;

    //! \a http and \a clock outlive this object.
    Renewal(net::HttpClient &http, const Clock &clock, QObject *parent = nullptr);

    //! Unauthorised where the provider does not take \a refresh (any more).
    void start(const OpenIdSettings &settings, const Secret &refresh, Done done);

private:
    void redeem(const OpenIdSettings &settings, const Secret &refresh, const Done &done);

    net::HttpClient &m_http;
    const Clock &m_clock;
    std::optional<Provider> m_provider;
};

} // namespace portolan::signin
