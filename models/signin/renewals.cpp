// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/signin/renewals.h"

#include "models/base/async.h"
#include "models/signin/tokenendpoint.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::signin {

namespace {

// Who has the tokens of before some renewals of other accounts is a pull that began then. It asks
// within the life of an access token, in which each account is renewed once.
constexpr qsizetype mostRemembered = 64;

} // namespace

Renewals::Renewals(net::HttpClient &http, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_clock(clock)
{
}

Renewals::~Renewals()
{
    const auto keys = m_underWay.keys();
    for (const auto &key : keys)
        settle(key, failure(Error::Kind::Cancelled, u"it was stopped"_s));
}

Renewals::Key Renewals::keyOf(const OpenIdSettings &settings, const Secret &refresh)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(refresh.reveal());
    return settings.issuer.toUtf8() + '\n' + settings.clientId.toUtf8() + '\n' + hash.result();
}

const Tokens *Renewals::boughtFor(const Key &key) const
{
    const auto known = std::find_if(m_bought.cbegin(), m_bought.cend(),
                                    [&](const auto &bought) { return bought.first == key; });
    return known == m_bought.cend() ? nullptr : &known->second;
}

QFuture<Result<Tokens>> Renewals::renew(const OpenIdSettings &settings, const Secret &refresh)
{
    // What it brought may have been spent as well: the last of them is the one that counts.
    auto last = refresh;
    const Tokens *known = nullptr;
    for (auto *next = boughtFor(keyOf(settings, last)); next != nullptr;
         next = boughtFor(keyOf(settings, last))) {
        known = next;
        last = next->refresh;
    }
    const bool isGood =
        known != nullptr && (!known->accessEnds.isValid() || m_clock.now() < known->accessEnds);
    if (isGood)
        return QtFuture::makeReadyFuture(Result<Tokens>(*known));
    // A promise for each who asks: the result of a future can be taken once only.
    const auto asker = std::make_shared<QPromise<Result<Tokens>>>();
    asker->start();
    const auto key = keyOf(settings, last);
    auto &askers = m_underWay[key];
    askers.append(asker);
    if (askers.size() > 1)
        return asker->future();
    const auto provider = m_providers.constFind(settings.issuer);
    if (provider != m_providers.cend()) {
        redeem(settings, last, *provider);
        return asker->future();
    }
    onFinished(discover(m_http, settings), this,
               [this, key, settings, last](const Result<Provider> &found) {
                   if (!found)
                       return settle(key, tl::unexpected(found.error()));
                   m_providers.insert(settings.issuer, *found);
                   redeem(settings, last, *found);
               });
    return asker->future();
}

void Renewals::redeem(const OpenIdSettings &settings, const Secret &refresh,
                      const Provider &provider)
{
    // Not to be repeated: the second time it would look stolen, and end the whole sign-in.
    auto request = formRequest(provider.token,
                               {{"grant_type", "refresh_token"},
                                {"refresh_token", refresh.reveal().toByteArray()},
                                {"client_id", settings.clientId.toUtf8()}},
                               settings);
    onFinished(m_http.send(std::move(request)), this,
               [this, settings, key = keyOf(settings, refresh),
                refresh](const Result<net::HttpResponse> &response) {
                   const auto tokens = response ? readTokens(*response, m_clock.now())
                                                : Result<Tokens>(tl::unexpected(response.error()));
                   // A provider that does not rotate takes the same one again, for new tokens.
                   const bool isSpent = tokens && !tokens->refresh.isEmpty()
                       && tokens->refresh.reveal() != refresh.reveal();
                   if (isSpent) {
                       // A provider that gives out an old one again would lead round for ever.
                       m_bought.removeIf([again = keyOf(settings, tokens->refresh)](
                                             const auto &bought) { return bought.first == again; });
                       m_bought.prepend({key, *tokens});
                       if (m_bought.size() > mostRemembered)
                           m_bought.removeLast();
                   }
                   settle(key, tokens);
               });
}

void Renewals::settle(const Key &key, const Result<Tokens> &tokens)
{
    const auto askers = m_underWay.take(key);
    for (const auto &asker : askers) {
        asker->addResult(tokens);
        asker->finish();
    }
}

} // namespace portolan::signin
