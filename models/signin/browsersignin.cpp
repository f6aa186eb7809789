// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/signin/browsersignin.h"

#include "models/base/async.h"
#include "models/signin/identity.h"
#include "models/signin/pkce.h"
#include "models/signin/tokenendpoint.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::signin {

namespace {

//! Where the browser is sent to.
Result<QUrl> authorizationAddress(const Provider &provider, const Form &form)
{
    auto url = Result<net::HttpUrl>(provider.authorization);
    for (const auto &[name, value] : form) {
        if (url)
            url = url->withQuery(QString::fromLatin1(name), QString::fromUtf8(value));
    }
    if (!url)
        return tl::unexpected(url.error());
    return QUrl::fromEncoded(url->text(), QUrl::StrictMode);
}

} // namespace

BrowserSignIn::BrowserSignIn(net::HttpClient &http, const Clock &clock, OpenIdSettings settings,
                             OpenUrl openUrl, QObject *parent)
    : SignIn(parent)
    , m_http(http)
    , m_clock(clock)
    , m_settings(std::move(settings))
    , m_openUrl(std::move(openUrl))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        end(failure(Error::Kind::Cancelled,
                    u"nobody signed in within the time there was; try again"_s));
    });
}

BrowserSignIn::~BrowserSignIn() = default;

void BrowserSignIn::start()
{
    m_timer.start(m_patienceMs);
    onFinished(discover(m_http, m_settings), this, [this](const Result<Provider> &provider) {
        if (m_hasEnded)
            return;
        if (!provider)
            return end(tl::unexpected(provider.error()));
        if (provider->authorization.isEmpty()) {
            return end(failure(Error::Kind::Protocol,
                               u"%1 names no page to sign in on"_s.arg(provider->issuer)));
        }
        ask(*provider);
    });
}

void BrowserSignIn::cancel()
{
    end(failure(Error::Kind::Cancelled, u"the sign-in was stopped"_s));
}

void BrowserSignIn::ask(const Provider &provider)
{
    m_provider = provider;
    m_verifier = unguessable();
    m_nonce = unguessable();
    const auto state = unguessable();
    m_listener = std::make_unique<RedirectListener>(state);
    // Queued: what comes of it may end this listener.
    connect(m_listener.get(), &RedirectListener::arrived, this, &BrowserSignIn::take,
            Qt::QueuedConnection);
    if (const auto listening = m_listener->listen(); !listening)
        return end(tl::unexpected(listening.error()));
    m_redirect = m_listener->redirectUri();
    const auto address =
        authorizationAddress(m_provider,
                             {{"response_type", "code"},
                              {"client_id", m_settings.clientId.toUtf8()},
                              {"redirect_uri", m_redirect},
                              {"scope", scopesFor(m_provider, m_settings).join(u' ').toUtf8()},
                              {"state", state},
                              {"nonce", m_nonce},
                              {"code_challenge", challengeOf(m_verifier)},
                              {"code_challenge_method", "S256"}});
    if (!address)
        return end(tl::unexpected(address.error()));
    const bool opened = m_openUrl && m_openUrl(*address);
    Q_EMIT browserNeeded(*address, opened);
}

void BrowserSignIn::take(const QHash<QByteArray, QByteArray> &parameters)
{
    if (m_hasEnded)
        return;
    // An answer of another provider would hand its code to this one (RFC 9207).
    const bool namesIssuer = parameters.contains("iss");
    if ((namesIssuer && parameters.value("iss") != m_provider.issuer.toUtf8())
        || (!namesIssuer && m_provider.namesItselfInAnswers)) {
        return end(failure(Error::Kind::Untrusted,
                           u"the answer in the browser came from another provider than %1; "
                           "do not sign in there"_s.arg(m_provider.issuer)));
    }
    if (parameters.contains("error")) {
        const auto text = [&](const QByteArray &name) {
            return QString::fromUtf8(parameters.value(name)).left(300);
        };
        return end(tl::unexpected(refusalError({text("error"), text("error_description")},
                                               m_provider.authorization.shown())));
    }
    if (parameters.value("code").isEmpty())
        return end(failure(Error::Kind::Protocol, u"the answer in the browser holds no code"_s));
    redeem(parameters.value("code"));
}

void BrowserSignIn::redeem(const QByteArray &code)
{
    auto request = formRequest(m_provider.token,
                               {{"grant_type", "authorization_code"},
                                {"code", code},
                                {"redirect_uri", m_redirect},
                                {"client_id", m_settings.clientId.toUtf8()},
                                {"code_verifier", m_verifier}},
                               m_settings);
    onFinished(m_http.send(std::move(request)), this,
               [this](const Result<net::HttpResponse> &response) {
                   if (m_hasEnded)
                       return;
                   if (!response)
                       return end(tl::unexpected(response.error()));
                   auto tokens = readTokens(*response, m_clock.now());
                   if (!tokens)
                       return end(tl::unexpected(tokens.error()));
                   onFinished(identified(m_http, m_provider, m_settings, std::move(*tokens),
                                         {.issuer = m_provider.issuer,
                                          .clientId = m_settings.clientId,
                                          .nonce = m_nonce,
                                          .now = m_clock.now()}),
                              this, [this](const Result<SignedIn> &result) { end(result); });
               });
}

void BrowserSignIn::end(Result<SignedIn> result)
{
    if (std::exchange(m_hasEnded, true))
        return;
    m_timer.stop();
    m_listener.reset();
    m_verifier.fill('\0');
    Q_EMIT finished(result);
}

} // namespace portolan::signin
