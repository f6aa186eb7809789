// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/signin/devicesignin.h"

#include "models/base/async.h"
#include "models/signin/identity.h"
#include "models/signin/tokenendpoint.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::signin {

namespace {

constexpr int slowerSeconds = 5; // RFC 8628, 3.5
constexpr int longestIntervalSeconds = 60;
constexpr qint64 longestLifeSeconds = 60 * 60;

//! A page for the person; one that could be read or forged on the way is none.
QUrl pageOf(const QJsonObject &object, const QString &member)
{
    const auto url = net::HttpUrl::parse(object.value(member).toString());
    if (!url || !(url->isEncrypted() || url->isLoopback()))
        return {};
    return QUrl::fromEncoded(url->text(), QUrl::StrictMode);
}

} // namespace

DeviceSignIn::DeviceSignIn(net::HttpClient &http, const Clock &clock, OpenIdSettings settings,
                           QObject *parent, int secondMs)
    : SignIn(parent)
    , m_http(http)
    , m_clock(clock)
    , m_settings(std::move(settings))
    , m_secondMs(secondMs)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &DeviceSignIn::poll);
}

void DeviceSignIn::start()
{
    onFinished(discover(m_http, m_settings), this, [this](const Result<Provider> &provider) {
        if (m_hasEnded)
            return;
        if (!provider)
            return end(tl::unexpected(provider.error()));
        if (provider->deviceAuthorization.isEmpty()) {
            return end(
                failure(Error::Kind::Protocol,
                        u"%1 hands out no codes for other devices; sign in with the browser"_s.arg(
                            provider->issuer)));
        }
        ask(*provider);
    });
}

void DeviceSignIn::cancel()
{
    end(failure(Error::Kind::Cancelled, u"the sign-in was stopped"_s));
}

void DeviceSignIn::ask(const Provider &provider)
{
    m_provider = provider;
    auto request = formRequest(m_provider.deviceAuthorization,
                               {{"client_id", m_settings.clientId.toUtf8()},
                                {"scope", scopesFor(provider, m_settings).join(u' ').toUtf8()}},
                               m_settings);
    onFinished(m_http.send(std::move(request)), this,
               [this](const Result<net::HttpResponse> &response) {
                   if (m_hasEnded)
                       return;
                   if (!response)
                       return end(tl::unexpected(response.error()));
                   show(*response);
               });
}

void DeviceSignIn::show(const net::HttpResponse &response)
{
    if (const auto refusal = refusalIn(response); !refusal.error.isEmpty())
        return end(tl::unexpected(refusalError(refusal, response.asked)));
    if (const auto good = net::accepted(response); !good)
        return end(tl::unexpected(good.error()));
    const auto object = QJsonDocument::fromJson(response.body).object();
    m_deviceCode = Secret(object.value(u"device_code"_s).toString().toUtf8());
    const auto seconds = std::clamp<qint64>(object.value(u"expires_in"_s).toVariant().toLongLong(),
                                            0, longestLifeSeconds);
    const auto interval = object.value(u"interval"_s).toVariant().toInt();
    if (interval > 0)
        m_intervalSeconds = std::min(interval, longestIntervalSeconds);
    m_endsAtMs = m_clock.monotonicMs() + seconds * 1000;
    const DeviceCode code{.code = object.value(u"user_code"_s).toString().left(64),
                          .page = pageOf(object, u"verification_uri"_s),
                          .pageWithCode = pageOf(object, u"verification_uri_complete"_s),
                          .ends = m_clock.now().addSecs(seconds)};
    if (m_deviceCode.isEmpty() || code.code.isEmpty() || code.page.isEmpty()) {
        return end(failure(Error::Kind::Protocol,
                           u"%1: the provider's answer holds no code"_s.arg(response.asked)));
    }
    m_timer.start(m_intervalSeconds * m_secondMs);
    Q_EMIT codeNeeded(code);
}

void DeviceSignIn::poll()
{
    if (m_clock.monotonicMs() >= m_endsAtMs) {
        return end(failure(Error::Kind::Cancelled,
                           u"nobody typed the code within the time there was; try again"_s));
    }
    auto request = formRequest(m_provider.token,
                               {{"grant_type", "urn:ietf:params:oauth:grant-type:device_code"},
                                {"device_code", m_deviceCode.reveal().toByteArray()},
                                {"client_id", m_settings.clientId.toUtf8()}},
                               m_settings);
    onFinished(m_http.send(std::move(request)), this,
               [this](const Result<net::HttpResponse> &response) {
                   if (m_hasEnded)
                       return;
                   if (response)
                       return take(*response);
                   if (!response.error().isRetryable())
                       return end(tl::unexpected(response.error()));
                   // No answer: it is asked less often (RFC 8628, 3.5).
                   m_intervalSeconds = std::min(2 * m_intervalSeconds, longestIntervalSeconds);
                   m_timer.start(m_intervalSeconds * m_secondMs);
               });
}

void DeviceSignIn::take(const net::HttpResponse &response)
{
    const auto refusal = refusalIn(response);
    if (refusal.error == u"expired_token"_s) {
        return end(failure(Error::Kind::Cancelled,
                           u"nobody typed the code within the time there was; try again"_s));
    }
    if (refusal.error == u"slow_down"_s)
        m_intervalSeconds += slowerSeconds;
    if (refusal.error == u"slow_down"_s || refusal.error == u"authorization_pending"_s)
        return m_timer.start(m_intervalSeconds * m_secondMs);
    auto tokens = readTokens(response, m_clock.now());
    if (!tokens && tokens.error().isRetryable())
        return m_timer.start(m_intervalSeconds * m_secondMs);
    if (!tokens)
        return end(tl::unexpected(tokens.error()));
    onFinished(identified(m_http, m_provider, m_settings, std::move(*tokens),
                          {.issuer = m_provider.issuer,
                           .clientId = m_settings.clientId,
                           .nonce = {},
                           .now = m_clock.now()}),
               this, [this](const Result<SignedIn> &result) { end(result); });
}

void DeviceSignIn::end(Result<SignedIn> result)
{
    if (std::exchange(m_hasEnded, true))
        return;
    m_timer.stop();
    m_deviceCode = {};
    Q_EMIT finished(result);
}

} // namespace portolan::signin
