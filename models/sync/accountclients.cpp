// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/accountclients.h"

#include "models/base/async.h"
#include "models/signin/browsersignin.h"
#include "models/signin/devicesignin.h"
#include "models/signin/tokenendpoint.h"
#include "models/sync/signingrules.h"

#include <QMutexLocker>
#include <QPromise>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::sync {

namespace {

using signin::SignInState;
using Rules = Result<signin::SigningRules>;

template <typename T>
std::shared_ptr<QPromise<T>> startedPromise()
{
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    return promise;
}

template <typename T>
void give(QPromise<T> &promise, T value)
{
    promise.addResult(std::move(value));
    promise.finish();
}

} // namespace

AccountClients::AccountClients(Services services, QObject *parent)
    : QObject(parent)
    , m_services(std::move(services))
    , m_renewals(std::make_unique<signin::Renewals>(m_services.http, m_services.clock))
{
    qRegisterMetaType<SignInState>();
    m_renewals->moveToThread(&m_thread);
    m_thread.start();
}

AccountClients::~AccountClients()
{
    m_made.clear();
    m_thread.quit();
    m_thread.wait();
}

ClientSource AccountClients::source()
{
    return [this](const platforms::AccountSettings &settings) { return client(settings); };
}

Result<std::shared_ptr<net::HttpClient>>
AccountClients::client(const platforms::AccountSettings &settings)
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_made.constFind(settings.id);
    if (found != m_made.constEnd() && found->settings == settings)
        return std::shared_ptr<net::HttpClient>(found->client);
    auto rules = signingRules(settings, m_services.waysOf(settings.platform));
    if (!rules)
        return tl::unexpected(rules.error());
    auto watcher = [this](const QUuid &account, SignInState state) {
        {
            const QMutexLocker change(&m_mutex);
            m_states.insert(account, state);
        }
        QMetaObject::invokeMethod(
            this, [this, account, state] { Q_EMIT stateChanged(account, state); },
            Qt::QueuedConnection);
    };
    auto made = std::make_shared<signin::SignedClient>(
        *std::move(rules),
        signin::SignedClient::Services{m_services.http, m_services.secrets, m_services.clock,
                                       m_thread, std::move(watcher), m_renewals.get()});
    m_made.insert(settings.id, {settings, made});
    return std::shared_ptr<net::HttpClient>(std::move(made));
}

QFuture<SignInState> AccountClients::state(const platforms::AccountSettings &settings)
{
    const auto rules = signingRules(settings, m_services.waysOf(settings.platform));
    if (settings.url.isEmpty() || (rules && rules->scheme == net::Credential::Scheme::None))
        return QtFuture::makeReadyFuture(SignInState::NotNeeded);
    {
        const QMutexLocker lock(&m_mutex);
        if (m_states.value(settings.id) == SignInState::SignedOut)
            return QtFuture::makeReadyFuture(SignInState::SignedOut);
    }
    const auto standing = [](const secrets::AccountSecrets &known) {
        return known.token.isEmpty() && known.refreshToken.isEmpty() ? SignInState::TokenNeeded
                                                                     : SignInState::SignedIn;
    };
    if (const auto known = held(settings.id))
        return QtFuture::makeReadyFuture(standing(*known));
    const auto promise = startedPromise<SignInState>();
    onFinished(m_services.secrets.state(), this,
               [this, promise, standing, id = settings.id](secrets::KeyringState state) {
                   // Reading would ask its owner to open it, for a mere look.
                   if (state == secrets::KeyringState::Locked)
                       return give(*promise, SignInState::KeyringLocked);
                   if (state == secrets::KeyringState::Absent)
                       return give(*promise, SignInState::TokenNeeded);
                   onFinished(m_services.secrets.read(id), this,
                              [promise, standing](const Result<secrets::AccountSecrets> &kept) {
                                  give(*promise, kept ? standing(*kept) : SignInState::TokenNeeded);
                              });
               });
    return promise->future();
}

Result<std::unique_ptr<signin::SignIn>>
AccountClients::newSignIn(const platforms::AccountSettings &settings, By by,
                          const Secret &proxyPassword)
{
    auto options = settings;
    options.options.insert(u"signIn"_s, platforms::signInWord(platforms::SignInWay::OpenId));
    const auto rules = signingRules(options, m_services.waysOf(settings.platform));
    if (!rules)
        return tl::unexpected(rules.error());
    auto openId = *rules->openId;
    if (openId.connection && !proxyPassword.isEmpty()) {
        auto connection = *openId.connection;
        connection.proxyPassword = proxyPassword;
        openId.connection = std::make_shared<net::ConnectionSettings>(std::move(connection));
    }
    if (by == By::Device)
        return std::make_unique<signin::DeviceSignIn>(m_services.http, m_services.clock, openId);
    return std::make_unique<signin::BrowserSignIn>(m_services.http, m_services.clock, openId,
                                                   m_services.openUrl);
}

QFuture<Result<secrets::AccountSecrets>>
AccountClients::passwords(const platforms::AccountSettings &settings)
{
    using Found = Result<secrets::AccountSecrets>;
    const auto promise = startedPromise<Found>();
    const auto &options = settings.options;
    const bool hasSome = options.contains(u"clientCert"_s) || options.contains(u"proxyUser"_s);
    onFinished(secretsOf(settings.id), this, [promise, hasSome](const Found &kept) {
        if (!kept && hasSome)
            return give(*promise, kept);
        secrets::AccountSecrets passwords;
        if (kept) {
            passwords.clientKeyPassword = kept->clientKeyPassword;
            passwords.proxyPassword = kept->proxyPassword;
        }
        give(*promise, Found(std::move(passwords)));
    });
    return promise->future();
}

QFuture<Result<secrets::AccountSecrets>> AccountClients::secretsOf(const QUuid &account)
{
    using Found = Result<secrets::AccountSecrets>;
    const auto promise = startedPromise<Found>();
    onFinished(m_services.secrets.read(account), this, [this, promise](const Found &found) {
        if (found || found.error().kind == Error::Kind::NotFound)
            return give(*promise, Found(found.value_or(secrets::AccountSecrets())));
        // Locked and absent have one kind; only one of them may hide something.
        onFinished(m_services.secrets.state(), this, [promise, found](secrets::KeyringState state) {
            give(*promise,
                 state == secrets::KeyringState::Absent ? Found(secrets::AccountSecrets()) : found);
        });
    });
    return promise->future();
}

std::optional<secrets::AccountSecrets> AccountClients::held(const QUuid &account) const
{
    return m_services.secrets.held(account);
}

void AccountClients::hand(const QUuid &account, secrets::AccountSecrets secrets)
{
    m_services.secrets.hand(account, std::move(secrets));
    reload(account);
}

bool AccountClients::hand(const QUuid &account, secrets::AccountSecrets secrets, quint64 version)
{
    if (!m_services.secrets.hand(account, std::move(secrets), version))
        return false;
    reload(account);
    return true;
}

void AccountClients::hand(const platforms::AccountSettings &settings,
                          const signin::SignedIn &signedIn, secrets::AccountSecrets before)
{
    const auto ways = m_services.waysOf(settings.platform);
    hand(settings.id, signin::secretsOf(signedIn.tokens, ways.isIdTokenBearer, std::move(before)));
}

QFuture<Result<secrets::Keeping>> AccountClients::keep(const QUuid &account)
{
    {
        const QMutexLocker lock(&m_mutex);
        const auto found = m_made.constFind(account);
        if (found != m_made.constEnd())
            found->client->endTrial();
    }
    return m_services.secrets.keep(account);
}

void AccountClients::letGo(const QUuid &account)
{
    m_services.secrets.letGo(account);
    reload(account);
}

void AccountClients::reload(const QUuid &account)
{
    const QMutexLocker lock(&m_mutex);
    m_states.remove(account);
    const auto found = m_made.constFind(account);
    if (found != m_made.constEnd())
        found->client->reload();
}

QFuture<Result<void>> AccountClients::forget(const platforms::AccountSettings &settings,
                                             Session session)
{
    const auto promise = startedPromise<Result<void>>();
    const auto rules = signingRules(settings, m_services.waysOf(settings.platform));
    if (!rules || !rules->openId || session == Session::Shared) {
        erase(settings.id, promise);
        return promise->future();
    }
    onFinished(m_services.secrets.read(settings.id), this,
               [this, promise, id = settings.id,
                openId = *rules->openId](const Result<secrets::AccountSecrets> &kept) {
                   if (!kept || kept->refreshToken.isEmpty())
                       return erase(id, promise);
                   revoke(openId, kept->refreshToken, [this, id, promise] { erase(id, promise); });
               });
    return promise->future();
}

//! Ends the session at the provider, as far as that can be had, and goes on with \a then.
void AccountClients::revoke(const signin::OpenIdSettings &settings, const Secret &refresh,
                            const std::function<void()> &then)
{
    onFinished(signin::discover(m_services.http, settings), this,
               [this, settings, refresh, then](const Result<signin::Provider> &provider) {
                   if (!provider || provider->revocation.isEmpty())
                       return then();
                   auto request = signin::formRequest(provider->revocation,
                                                      {{"token", refresh.reveal().toByteArray()},
                                                       {"token_type_hint", "refresh_token"},
                                                       {"client_id", settings.clientId.toUtf8()}},
                                                      settings);
                   request.repeatable = true;
                   onFinished(m_services.http.send(std::move(request)), this,
                              [then](const Result<net::HttpResponse> &) { then(); });
               });
}

void AccountClients::erase(const QUuid &account,
                           const std::shared_ptr<QPromise<Result<void>>> &promise)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_made.remove(account);
        m_states.remove(account);
    }
    onFinished(m_services.secrets.remove(account), this,
               [promise](const Result<void> &removed) { give(*promise, removed); });
}

} // namespace portolan::sync
