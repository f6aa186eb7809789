// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/accountentry.h"

#include "models/base/async.h"
#include "models/sync/accountorder.h"
#include "models/sync/pullrun.h"
#include "models/sync/serverrecord.h"

#include <QPromise>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::sync {
namespace {

template <typename T>
class Answer
{
public:
    Answer() { m_promise->start(); }

    QFuture<T> future() const { return m_promise->future(); }

    void give(T value) const
    {
        m_promise->addResult(std::move(value));
        m_promise->finish();
    }

private:
    std::shared_ptr<QPromise<T>> m_promise = std::make_shared<QPromise<T>>();
};

QString nameOf(const signin::Identity &who)
{
    return !who.name.isEmpty() ? who.name : !who.email.isEmpty() ? who.email : who.subject;
}

} // namespace

AccountEntry::AccountEntry(store::Store &store, Engine &engine, AccountClients &clients,
                           QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_engine(engine)
    , m_clients(clients)
{
}

//! Of an account that is new: nothing secret of it can be lost.
void AccountEntry::hand(const QUuid &account, const Secret &secret)
{
    if (!secret.isEmpty())
        m_clients.hand(account, {.token = secret});
}

//! Calls \a then with the passwords that go on when \a account signs in again. A new account has
//! none, and the keyring, which might have to be opened for it, is not asked.
void AccountEntry::readPasswords(const QUuid &account, WithPasswords then)
{
    onFinished(stored(account), this,
               [this, account, then = std::move(then)](const Result<store::Account> &found) {
                   if (!found)
                       return then({});
                   onFinished(m_clients.passwords(account), this, then);
               });
}

QFuture<Result<QString>> AccountEntry::check(const store::Account &account, const Secret &secret)
{
    hand(account.id, secret);
    return m_engine.check(account);
}

QFuture<Result<secrets::Keeping>> AccountEntry::add(const store::Account &account,
                                                    const Secret &secret)
{
    hand(account.id, secret);
    const Answer<Result<secrets::Keeping>> answer;
    const auto put = [this, answer](const store::Account &ready, const QList<QUuid> &order) {
        onFinished(m_store.accounts().put(ready), this,
                   [this, answer, order, id = ready.id](const Result<void> &done) {
                       if (!done)
                           return answer.give(tl::unexpected(done.error()));
                       m_store.accounts().arrange(order); // else it stays behind the others
                       onFinished(m_clients.keep(id), this,
                                  [answer](const auto &kept) { answer.give(kept); });
                   });
    };
    onFinished(m_store.accounts().accounts(), this,
               [put, account](const Result<QList<store::Account>> &known) {
                   auto ready = account;
                   const auto others = known.value_or(QList<store::Account>());
                   for (const auto &other : others)
                       ready.position = std::max(ready.position, other.position + 1);
                   put(ready, orderWith(others, ready));
               });
    return answer.future();
}

QFuture<Result<secrets::Keeping>> AccountEntry::renew(const store::Account &account,
                                                      const Secret &secret)
{
    const Answer<Result<secrets::Keeping>> answer;
    const auto keep = [this, answer, account] {
        onFinished(m_clients.keep(account.id), this, [this, answer, account](const auto &kept) {
            if (!kept)
                return answer.give(kept);
            // The secret belongs to what was entered: to that provider, or to that user.
            onFinished(stored(account.id), this, [this, answer, account, kept](const auto &known) {
                if (!known || *known == account)
                    return answer.give(kept);
                onFinished(m_store.accounts().put(account), this,
                           [answer, kept](const Result<void> &put) {
                               answer.give(put ? kept : tl::unexpected(put.error()));
                           });
            });
        });
    };
    if (secret.isEmpty()) {
        keep();
    } else {
        readPasswords(account.id,
                      [this, id = account.id, secret, keep](secrets::AccountSecrets secrets) {
                          secrets.token = secret;
                          m_clients.hand(id, std::move(secrets));
                          keep();
                      });
    }
    return answer.future();
}

void AccountEntry::drop(const store::Account &account)
{
    static_cast<void>(m_clients.forget(settingsOf(account)));
}

QFuture<store::Account> AccountEntry::overlaid(const ServerAccount &entered)
{
    const Answer<store::Account> answer;
    onFinished(stored(entered.id), this, [answer, entered](const Result<store::Account> &known) {
        answer.give(recordOf(entered, known.value_or(store::Account())));
    });
    return answer.future();
}

QFuture<Result<store::Account>> AccountEntry::stored(const QUuid &account)
{
    const Answer<Result<store::Account>> answer;
    onFinished(m_store.accounts().accounts(), this,
               [answer, account](const Result<QList<store::Account>> &all) {
                   if (!all)
                       return answer.give(tl::unexpected(all.error()));
                   for (const auto &candidate : *all) {
                       if (candidate.id == account)
                           return answer.give(candidate);
                   }
                   answer.give(failure(Error::Kind::NotFound, u"the account was removed"_s));
               });
    return answer.future();
}

void AccountEntry::signIn(const store::Account &account, AccountClients::By by)
{
    stopSignIn();
    auto made = m_clients.newSignIn(settingsOf(account), by);
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
                readPasswords(account.id,
                              [this, account, signedIn = *result,
                               number = m_signIns](secrets::AccountSecrets passwords) {
                                  if (number != m_signIns)
                                      return; // given up meanwhile
                                  m_clients.hand(settingsOf(account), signedIn,
                                                 std::move(passwords));
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
