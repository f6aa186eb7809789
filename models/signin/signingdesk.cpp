// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/signin/signingdesk.h"

#include "models/base/async.h"
#include "models/base/mapped.h"

#include <QLoggingCategory>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::signin {

namespace {

Q_LOGGING_CATEGORY(log, "portolan.signin", QtWarningMsg)

using Scheme = net::Credential::Scheme;
using Kind = Error::Kind;

// A token that ends within this is renewed before it is used: it has to last until it arrives.
constexpr qint64 leewayMs = 20'000;

Error stopped()
{
    return {Kind::Cancelled, u"it was stopped"_s};
}

Error tokenNeeded()
{
    return {Kind::Unauthorised,
            u"token needed: the secret of this account is not kept on this machine; sign in to it "
            "again, or hand it over with --token-stdin"_s};
}

} // namespace

void SignedClient::Desk::Errand::settle(Outcome outcome)
{
    promise.addResult(std::move(outcome));
    promise.finish();
}

SignedClient::Desk::Desk(SigningRules rules, Services services)
    : m_rules(std::move(rules))
    , m_services(std::move(services))
    , m_renewals(m_services.renewals != nullptr
                     ? *m_services.renewals
                     : *new Renewals(m_services.http, m_services.clock, this))
    , m_connection(std::make_shared<net::ConnectionSettings>(m_rules.connection))
{
}

SignedClient::Desk::~Desk()
{
    close();
}

void SignedClient::Desk::close()
{
    for (auto &[answer, errand] : std::exchange(m_sent, {})) {
        answer->disconnect(this);
        answer->cancel();
        errand->settle(tl::unexpected(stopped()));
    }
    failAll(stopped());
}

void SignedClient::Desk::add(const ErrandPointer &errand)
{
    if (errand->request.url.origin() != m_rules.base.origin()) {
        return errand->settle(
            failure(Kind::Usage,
                    u"%1 is not on the server of this account, and is not asked"_s.arg(
                        errand->request.url.shown())));
    }
    // Without this, a cancelled errand would wait on for whoever opens the keyring.
    auto *asker = new Answer(this);
    QObject::connect(asker, &Answer::canceled, this, [this, errand] { cancelled(errand); });
    QObject::connect(asker, &Answer::finished, asker, &QObject::deleteLater);
    asker->setFuture(errand->promise.future());
    m_waiting.push_back(errand);
    attend();
}

void SignedClient::Desk::reload()
{
    ++m_reading;
    m_stand = Stand::Unread;
    m_wasLocked = false;
    m_secrets = {};
    ++m_generation;
    attend();
}

bool SignedClient::Desk::needsSecrets() const
{
    return m_rules.scheme != Scheme::None || !m_rules.connection.clientKey.isEmpty()
        || !m_rules.connection.clientCertificate.isEmpty()
        || !m_rules.connection.proxyUser.isEmpty();
}

bool SignedClient::Desk::canRenew() const
{
    return m_rules.openId.has_value() && !m_secrets.refreshToken.isEmpty();
}

//! Sends what waits, once there is something to sign it with.
void SignedClient::Desk::attend(bool isFresh)
{
    if (m_waiting.empty() || m_stand == Stand::Awaited)
        return;
    if (m_stand == Stand::Unread && needsSecrets())
        return m_wasLocked ? lookBeforeReading() : read();
    if (m_rules.scheme == Scheme::None) {
        tell(SignInState::NotNeeded);
    } else {
        const bool hasEnded = !isFresh && m_secrets.tokenEnds.isValid()
            && m_services.clock.now().msecsTo(m_secrets.tokenEnds) < leewayMs;
        if ((m_secrets.token.isEmpty() || hasEnded) && canRenew())
            return renew();
        if (m_secrets.token.isEmpty()) {
            m_stand = Stand::Unread; // it may have been entered by the next time
            tell(SignInState::TokenNeeded);
            return failAll(tokenNeeded());
        }
        tell(SignInState::SignedIn);
    }
    for (const auto &errand : std::exchange(m_waiting, {}))
        send(errand);
}

void SignedClient::Desk::read()
{
    m_stand = Stand::Awaited;
    onFinished(m_services.secrets.read(m_rules.account), this,
               [this, reading = ++m_reading](const Result<secrets::AccountSecrets> &answer) {
                   if (reading == m_reading)
                       took(answer);
               });
}

void SignedClient::Desk::lookBeforeReading()
{
    m_stand = Stand::Awaited;
    onFinished(m_services.secrets.state(), this,
               [this, reading = ++m_reading](secrets::KeyringState state) {
                   if (reading != m_reading)
                       return;
                   if (state == secrets::KeyringState::Locked)
                       return explain(secrets::keyringError(state));
                   read();
               });
}

void SignedClient::Desk::took(const Result<secrets::AccountSecrets> &answer)
{
    if (answer)
        return use(*answer);
    if (answer.error().kind == Kind::NotFound)
        return use({});
    // Locked and absent have one kind; what a person does about them differs.
    onFinished(m_services.secrets.state(), this,
               [this, reading = m_reading, error = answer.error()](secrets::KeyringState state) {
                   if (reading != m_reading)
                       return;
                   if (state == secrets::KeyringState::Absent)
                       return use({});
                   explain(error);
               });
}

//! The keyring is there and gives nothing.
void SignedClient::Desk::explain(const Error &error)
{
    m_stand = Stand::Unread;
    m_wasLocked = true;
    tell(SignInState::KeyringLocked);
    failAll(error);
}

void SignedClient::Desk::use(secrets::AccountSecrets secrets, bool isFresh)
{
    m_secrets = std::move(secrets);
    auto connection = m_rules.connection;
    connection.clientKeyPassword = m_secrets.clientKeyPassword;
    connection.proxyPassword = m_secrets.proxyPassword;
    m_connection = std::make_shared<net::ConnectionSettings>(std::move(connection));
    ++m_generation;
    m_wasLocked = false;
    m_stand = Stand::Ready;
    attend(isFresh);
}

void SignedClient::Desk::renew()
{
    m_stand = Stand::Awaited;
    auto settings = *m_rules.openId;
    if (settings.connection && !m_secrets.proxyPassword.isEmpty()) {
        auto connection = *settings.connection;
        connection.proxyPassword = m_secrets.proxyPassword;
        settings.connection = std::make_shared<net::ConnectionSettings>(std::move(connection));
    }
    onFinished(m_renewals.renew(settings, m_secrets.refreshToken), this,
               [this, reading = ++m_reading,
                bought = m_secrets.refreshToken](const Result<Tokens> &tokens) {
                   if (reading == m_reading)
                       renewed(bought, tokens);
                   else if (tokens)
                       keepRenewed(bought, *tokens);
               });
}

//! Secrets were handed over while a renewal was under way. What it bought takes the place of what
//! it spent, where that is still there.
void SignedClient::Desk::keepRenewed(const Secret &bought, const Tokens &tokens)
{
    onFinished(m_services.secrets.read(m_rules.account), this,
               [this, bought, tokens](const Result<secrets::AccountSecrets> &kept) {
                   if (!kept || kept->refreshToken.reveal() != bought.reveal())
                       return;
                   onFinished(
                       m_services.secrets.write(m_rules.account,
                                                secretsOf(tokens, m_rules.isIdTokenBearer, *kept)),
                       this, [](const Result<secrets::Keeping> &written) {
                           if (!written)
                               qCWarning(log).noquote()
                                   << "a renewed sign-in is not kept:" << written.error().detail;
                       });
               });
}

void SignedClient::Desk::renewed(const Secret &bought, Result<Tokens> tokens)
{
    if (!tokens && tokens.error().kind == Kind::Unauthorised)
        return spent(bought, tokens.error());
    if (tokens && m_rules.isIdTokenBearer && tokens->id.isEmpty()) {
        tokens = failure(Kind::Protocol,
                         u"the provider renews no ID token, which this platform wants"_s);
    }
    if (!tokens) {
        m_stand = Stand::Ready;
        return failAll(
            {tokens.error().kind, u"the sign-in could not be renewed: "_s + tokens.error().detail});
    }
    auto secrets = secretsOf(*tokens, m_rules.isIdTokenBearer, m_secrets);
    // The old refresh token is worth nothing now: the new one is safe before anything else is done.
    onFinished(m_services.secrets.write(m_rules.account, secrets), this,
               [this, reading = m_reading, secrets](const Result<secrets::Keeping> &kept) {
                   if (!kept)
                       qCWarning(log).noquote()
                           << "a renewed sign-in is not kept:" << kept.error().detail;
                   if (reading == m_reading)
                       use(secrets, true);
               });
}

//! Another process may have renewed it meanwhile: then the keyring has a newer one.
void SignedClient::Desk::spent(const Secret &bought, const Error &error)
{
    onFinished(
        m_services.secrets.read(m_rules.account), this,
        [this, reading = m_reading, bought, error](const Result<secrets::AccountSecrets> &kept) {
            if (reading != m_reading)
                return;
            const bool isNewer = kept && !kept->refreshToken.isEmpty()
                && kept->refreshToken.reveal() != bought.reveal();
            if (isNewer)
                return use(*kept);
            signOut(error);
        });
}

void SignedClient::Desk::signOut(const Error &error)
{
    m_secrets.token = {};
    m_secrets.refreshToken = {};
    m_stand = Stand::Unread; // the next sign-in may come from another process
    const auto written = m_secrets.isEmpty()
        ? m_services.secrets.remove(m_rules.account)
        : mapped(
            m_services.secrets.write(m_rules.account, m_secrets),
            [](const Result<secrets::Keeping> &kept) { return kept.map([](secrets::Keeping) {}); });
    onFinished(written, this, [](const Result<void> &done) {
        if (!done)
            qCWarning(log).noquote() << "what is left of a sign-in stays:" << done.error().detail;
    });
    tell(SignInState::SignedOut);
    failAll(error);
}

void SignedClient::Desk::send(const ErrandPointer &errand)
{
    auto request = errand->request;
    request.credential = {m_rules.scheme, m_rules.name, m_secrets.token};
    if (m_rules.scheme == Scheme::None)
        request.credential = {};
    request.connection = m_connection;
    errand->generation = m_generation;
    auto *answer = new Answer(this);
    m_sent.emplace(answer, errand);
    QObject::connect(answer, &Answer::finished, this, [this, answer] { arrived(answer); });
    answer->setFuture(m_services.http.stream(std::move(request), errand->sink));
}

void SignedClient::Desk::arrived(Answer *answer)
{
    const auto errand = m_sent.at(answer);
    m_sent.erase(answer);
    answer->deleteLater();
    if (answer->isCanceled())
        return errand->settle(tl::unexpected(stopped()));
    auto outcome = answer->future().takeResult();
    if (outcome && outcome->status == 401 && m_rules.scheme != Scheme::None)
        return refused(errand, *outcome);
    errand->settle(std::move(outcome));
}

void SignedClient::Desk::refused(const ErrandPointer &errand, const net::HttpResponse &response)
{
    const bool isCurrent = errand->generation == m_generation;
    if (!errand->isReplay && (!isCurrent || canRenew())) {
        errand->isReplay = true;
        // Others that carried the same token come back as well; the first one has it renewed.
        if (isCurrent)
            m_secrets.token = {};
        m_waiting.push_back(errand);
        return attend();
    }
    if (isCurrent) {
        m_stand = m_stand == Stand::Ready ? Stand::Unread : m_stand;
        tell(SignInState::SignedOut);
    }
    errand->settle(
        failure(Kind::Unauthorised,
                u"%1: 401: %2 (request %3)"_s.arg(response.asked, whyRefused(),
                                                  QString::fromLatin1(response.requestId))));
}

//! What a person can do about a 401. Nobody who has just typed a token is signed out; that some
//! requests were answered says nothing, as platforms tell their version to everybody.
QString SignedClient::Desk::whyRefused() const
{
    if (!m_secrets.isOnTrial)
        return u"signed out: the platform does not take this account's sign-in (any more); sign in "
               "again"_s;
    if (m_rules.openId)
        return u"the server does not take what the provider signed; check that it trusts this "
               "provider, and that its people may use it"_s;
    if (m_rules.scheme == Scheme::Basic)
        return u"the server does not take this user name and password; check both, and that they "
               "are of this server"_s;
    return u"the server does not take this token; check that it was copied whole, that it is of "
           "this server, and that it has neither run out nor been withdrawn"_s;
}

void SignedClient::Desk::cancelled(const ErrandPointer &errand)
{
    if (std::erase(m_waiting, errand) > 0)
        errand->settle(tl::unexpected(stopped()));
    for (const auto &[answer, sent] : m_sent) {
        if (sent == errand)
            answer->cancel();
    }
}

void SignedClient::Desk::failAll(const Error &error)
{
    for (const auto &errand : std::exchange(m_waiting, {}))
        errand->settle(tl::unexpected(error));
}

void SignedClient::Desk::tell(SignInState state)
{
    if (std::exchange(m_told, state) != state && m_services.watcher)
        m_services.watcher(m_rules.account, state);
}

} // namespace portolan::signin
