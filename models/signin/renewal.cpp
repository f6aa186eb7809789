// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/signin/renewal.h"

#include "models/base/async.h"
#include "models/signin/tokenendpoint.h"

#include <utility>

namespace portolan::signin {

Renewal::Renewal(net::HttpClient &http, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_clock(clock)
{
}

void Renewal::start(const OpenIdSettings &settings, const Secret &refresh, Done done)
{
    if (m_provider)
        return redeem(settings, refresh, done);
    onFinished(discover(m_http, settings), this,
               [this, settings, refresh, done = std::move(done)](const Result<Provider> &provider) {
                   if (!provider)
                       return done(tl::unexpected(provider.error()));
                   m_provider = *provider;
                   redeem(settings, refresh, done);
               });
}

void Renewal::redeem(const OpenIdSettings &settings, const Secret &refresh, const Done &done)
{
    // Not to be repeated: the second time it would look stolen, and end the whole sign-in.
    auto request = formRequest(m_provider->token,
                               {{"grant_type", "refresh_token"},
                                {"refresh_token", refresh.reveal().toByteArray()},
                                {"client_id", settings.clientId.toUtf8()}},
                               settings);
    onFinished(m_http.send(std::move(request)), this,
               [this, done](const Result<net::HttpResponse> &response) {
                   done(response ? readTokens(*response, m_clock.now())
                                 : Result<Tokens>(tl::unexpected(response.error())));
               });
}

} // namespace portolan::signin
