// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in at a provider: one at a time, and what it brings is used from then on.
#include "models/sync/accountentry.h"
#include "models/sync/serverrecord.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::sync {
namespace {

QString nameOf(const signin::Identity &who)
{
    return !who.name.isEmpty() ? who.name : !who.email.isEmpty() ? who.email : who.subject;
}

} // namespace

void AccountEntry::signIn(const store::Account &account, AccountClients::By by,
                          const Secret &proxyPassword)
{
    stopSignIn();
    const bool needsSome =
        account.options.contains(u"proxyUser"_s) || account.options.contains(u"clientCert"_s);
    if (!needsSome)
        return begin(account, by, proxyPassword);
    // What could not be kept beside what the sign-in brings is said before anybody signs in.
    readPasswords(account.id,
                  [this, account, by, proxyPassword, number = m_signIns](const auto &kept) {
                      if (number != m_signIns)
                          return; // given up meanwhile
                      if (!kept)
                          return Q_EMIT signInEnded(tl::unexpected(kept.error()));
                      const bool isKept = proxyPassword.isEmpty();
                      begin(account, by, isKept ? kept->proxyPassword : proxyPassword);
                  });
}

void AccountEntry::begin(const store::Account &account, AccountClients::By by,
                         const Secret &proxyPassword)
{
    auto made = m_clients.newSignIn(settingsOf(account), by, proxyPassword);
    if (!made) {
        Q_EMIT signInEnded(tl::unexpected(made.error()));
        return;
    }
    m_signIn = std::move(*made);
    connect(m_signIn.get(), &signin::SignIn::browserNeeded, this, &AccountEntry::browserNeeded);
    connect(m_signIn.get(), &signin::SignIn::codeNeeded, this,
            [this](const signin::DeviceCode &code) { Q_EMIT codeNeeded(code.code, code.page); });
    connect(m_signIn.get(), &signin::SignIn::finished, this,
            [this, account](const Result<signin::SignedIn> &result) {
                m_signIn.release()->deleteLater(); // it is what calls
                if (!result) {
                    Q_EMIT signInEnded(tl::unexpected(result.error()));
                    return;
                }
                readPasswords(
                    account.id,
                    [this, account, signedIn = *result, number = m_signIns](const auto &passwords) {
                        if (number != m_signIns)
                            return; // given up meanwhile
                        if (!passwords)
                            return Q_EMIT signInEnded(tl::unexpected(passwords.error()));
                        // Whoever gives it up is not to act as who signed in here.
                        if (!m_replaced.contains(account.id))
                            m_replaced.insert(account.id, m_clients.held(account.id));
                        m_clients.hand(settingsOf(account), signedIn, *passwords);
                        Q_EMIT signInEnded(nameOf(signedIn.identity));
                    });
            });
    m_signIn->start();
}

void AccountEntry::stopSignIn()
{
    ++m_signIns;
    if (!m_signIn)
        return;
    m_signIn->disconnect(this);
    m_signIn.release()->deleteLater(); // it may be what calls
}

} // namespace portolan::sync
