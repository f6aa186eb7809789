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

//! What is \a known of an account's secrets, with what was \a typed over it.
secrets::AccountSecrets over(secrets::AccountSecrets known, const secrets::AccountSecrets &typed)
{
    if (!typed.token.isEmpty()) {
        known.token = typed.token;
        known.tokenEnds = {};
        known.refreshToken = {};
    }
    if (!typed.clientKeyPassword.isEmpty())
        known.clientKeyPassword = typed.clientKeyPassword;
    if (!typed.proxyPassword.isEmpty())
        known.proxyPassword = typed.proxyPassword;
    return known;
}

tl::unexpected<Error> givenUp()
{
    return failure(Error::Kind::Cancelled, u"it was given up"_s);
}

void withPasswordsOf(const secrets::AccountSecrets &other, secrets::AccountSecrets &secrets)
{
    secrets.clientKeyPassword = other.clientKeyPassword;
    secrets.proxyPassword = other.proxyPassword;
}

} // namespace

AccountEntry::AccountEntry(store::Store &store, Engine &engine, AccountClients &clients,
                           QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_engine(engine)
    , m_clients(clients)
    , m_left(store.profile().directory())
{
    clearLeft();
}

//! Has what was \a typed used from now on, over what is \a known since \a version. False where it
//! was renewed meanwhile: what was known is spent.
bool AccountEntry::lay(const QUuid &account, secrets::AccountSecrets known, quint64 version,
                       const secrets::AccountSecrets &typed)
{
    // What was tried before and typed over is not wanted any more.
    if (const auto before = m_before.constFind(account); before != m_before.cend())
        withPasswordsOf(*before, known);
    return m_clients.hand(account, over(std::move(known), typed), version);
}

//! The same over what memory or the keyring has, unless \a look refuses; then calls \a then.
void AccountEntry::layOverKept(const QUuid &account, const secrets::AccountSecrets &typed,
                               Look look, Done then)
{
    const auto version = m_clients.version(account);
    onFinished(m_clients.secretsOf(account), this,
               [this, account, typed, version, look = std::move(look),
                then = std::move(then)](const Result<secrets::AccountSecrets> &known) {
                   const auto fine =
                       known ? look(*known) : Result<void>(tl::unexpected(known.error()));
                   if (!fine)
                       return then(fine);
                   return lay(account, *known, version, typed)
                       ? then({})
                       : layOverKept(account, typed, look, then);
               });
}

//! Puts what was \a typed over what is known, has it used from now on, and calls \a then. What a
//! locked keyring hides would be lost, so that is an error.
void AccountEntry::take(const QUuid &account, const secrets::AccountSecrets &typed, Done then)
{
    if (typed.isEmpty())
        return then({});
    auto version = m_clients.version(account);
    while (auto held = m_clients.held(account)) {
        if (lay(account, *std::move(held), version, typed))
            return then({});
        version = m_clients.version(account);
    }
    onFinished(stored(account), this,
               [this, account, typed, then = std::move(then)](const Result<store::Account> &found) {
                   // A new account has none, and the keyring, which might have to be opened for it,
                   // is not asked. One that could not be looked up is not new.
                   if (!found && found.error().kind == Error::Kind::NotFound) {
                       m_clients.hand(account, over({}, typed));
                       return then({});
                   }
                   if (!found)
                       return then(tl::unexpected(found.error()));
                   layOverKept(
                       account, typed,
                       [](const secrets::AccountSecrets &) { return Result<void>(); }, then);
               });
}

//! Calls \a then with the passwords that go on when \a account signs in again. A new account has
//! none, and the keyring, which might have to be opened for it, is not asked.
void AccountEntry::readPasswords(const QUuid &account, WithPasswords then)
{
    onFinished(stored(account), this,
               [this, then = std::move(then)](const Result<store::Account> &found) {
                   if (!found && found.error().kind == Error::Kind::NotFound)
                       return then(secrets::AccountSecrets());
                   if (!found)
                       return then(tl::unexpected(found.error()));
                   onFinished(m_clients.passwords(settingsOf(*found)), this, then);
               });
}

QFuture<Result<QString>> AccountEntry::check(const store::Account &account,
                                             const secrets::AccountSecrets &typed)
{
    const Answer<Result<QString>> answer;
    take(account.id, typed, [this, answer, account](const Result<void> &taken) {
        if (!taken)
            return answer.give(tl::unexpected(taken.error()));
        onFinished(m_engine.check(account), this,
                   [answer](const auto &found) { answer.give(found); });
    });
    return answer.future();
}

QFuture<Result<secrets::Keeping>> AccountEntry::add(const store::Account &account,
                                                    const secrets::AccountSecrets &typed)
{
    const Answer<Result<secrets::Keeping>> answer;
    const auto put = [this, answer](const store::Account &ready, const QList<QUuid> &order) {
        onFinished(m_store.accounts().put(ready), this,
                   [this, answer, order, id = ready.id](const Result<void> &done) {
                       if (!done)
                           return answer.give(tl::unexpected(done.error()));
                       m_replaced.remove(id);
                       m_store.accounts().arrange(order); // else it stays behind the others
                       if (!m_clients.held(id)) // nobody signs in, so there is nothing to keep
                           return answer.give(secrets::Keeping::ForGood);
                       onFinished(m_clients.keep(id), this,
                                  [answer](const auto &kept) { answer.give(kept); });
                   });
    };
    take(account.id, typed, [this, answer, put, account](const Result<void> &taken) {
        if (!taken)
            return answer.give(tl::unexpected(taken.error()));
        onFinished(m_store.accounts().accounts(), this,
                   [put, account](const Result<QList<store::Account>> &known) {
                       auto ready = account;
                       const auto others = known.value_or(QList<store::Account>());
                       for (const auto &other : others)
                           ready.position = std::max(ready.position, other.position + 1);
                       put(ready, orderWith(others, ready));
                   });
    });
    return answer.future();
}

QFuture<Result<secrets::Keeping>> AccountEntry::renew(const store::Account &account,
                                                      const secrets::AccountSecrets &typed)
{
    const Answer<Result<secrets::Keeping>> answer;
    const auto keep = [this, answer, account] {
        m_replaced.remove(account.id);
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
    if (typed.token.isEmpty()) {
        keep();
    } else {
        // A keyring that is locked takes no new token either: then memory keeps it. Passwords that
        // it hides would be written over later.
        const auto number = ++m_tries[account.id];
        readPasswords(
            account.id, [this, answer, account, typed, keep, number](const auto &passwords) {
                if (!passwords)
                    return answer.give(tl::unexpected(passwords.error()));
                onFinished(m_clients.secretsOf(account.id), this,
                           [this, answer, account, passwords = *passwords, typed, keep,
                            number](const Result<secrets::AccountSecrets> &known) {
                               if (number != m_tries.value(account.id))
                                   return answer.give(givenUp());
                               // Of several tries the first found what was there before.
                               if (!m_replaced.contains(account.id))
                                   m_replaced.insert(account.id, inMemory(account.id, known));
                               m_clients.hand(account.id, over(passwords, typed));
                               onFinished(m_engine.check(account), this,
                                          [this, answer, id = account.id, keep,
                                           number](const Result<QString> &found) {
                                              if (number != m_tries.value(id))
                                                  return answer.give(givenUp());
                                              // What was mistyped takes no place, neither that of
                                              // what works nor an empty one.
                                              const bool isRefused = !found
                                                  && found.error().kind
                                                      == Error::Kind::Unauthorised;
                                              if (isRefused && putBack(id))
                                                  return answer.give(tl::unexpected(found.error()));
                                              keep();
                                          });
                           });
            });
    }
    return answer.future();
}

QFuture<Result<QString>> AccountEntry::tryChange(const store::Account &changed,
                                                 const secrets::AccountSecrets &typed)
{
    if (const auto alone = m_engine.takeRenewals(changed); !alone)
        return QtFuture::makeReadyFuture(Result<QString>(tl::unexpected(alone.error())));
    if (typed.isEmpty()) {
        static_cast<void>(leave(changed.id));
        return m_engine.check(changed);
    }
    const Answer<Result<QString>> answer;
    const auto number = ++m_tries[changed.id];
    const auto look = [this, id = changed.id, number](const auto &known) -> Result<void> {
        // The keyring may have waited for its owner: what was typed is not wanted then.
        if (number != m_tries.value(id))
            return givenUp();
        // Of several tries the first found what was there before.
        if (!m_before.contains(id))
            m_before.insert(id, known);
        return {};
    };
    layOverKept(changed.id, typed, look, [this, answer, changed](const Result<void> &laid) {
        if (!laid)
            return answer.give(tl::unexpected(laid.error()));
        onFinished(m_engine.check(changed), this,
                   [answer](const auto &found) { answer.give(found); });
    });
    return answer.future();
}

QFuture<Result<secrets::Keeping>> AccountEntry::change(const store::Account &changed,
                                                       const secrets::AccountSecrets &typed)
{
    using Kept = Result<secrets::Keeping>;
    const Answer<Kept> answer;
    const auto put = [this, answer, changed, typed](const Result<void> &taken) {
        if (!taken)
            return answer.give(tl::unexpected(taken.error()));
        onFinished(m_store.accounts().put(changed), this,
                   [this, answer, id = changed.id, typed](const Result<void> &done) {
                       if (!done)
                           return answer.give(tl::unexpected(done.error()));
                       m_before.remove(id);
                       if (typed.isEmpty())
                           return answer.give(Kept(secrets::Keeping::ForGood));
                       onFinished(m_clients.keep(id), this,
                                  [answer](const auto &kept) { answer.give(kept); });
                   });
    };
    if (typed.isEmpty())
        static_cast<void>(leave(changed.id));
    take(changed.id, typed, put);
    return answer.future();
}

QFuture<Result<secrets::Keeping>> AccountEntry::leave(const QUuid &account)
{
    using Kept = Result<secrets::Keeping>;
    const auto nothing = QtFuture::makeReadyFuture(Kept(secrets::Keeping::ForGood));
    ++m_tries[account]; // what is still asked for by one is not used any more
    putBack(account);
    if (!m_before.contains(account))
        return nothing;
    const auto passwords = m_before.take(account);
    auto version = m_clients.version(account);
    while (auto now = m_clients.held(account)) {
        withPasswordsOf(passwords, *now);
        if (m_clients.hand(account, *now, version))
            return now->isEmpty() ? nothing : m_clients.keep(account);
        version = m_clients.version(account); // it was renewed at this moment
    }
    return nothing;
}

//! What memory has of \a account, of which \a known is what is used now.
std::optional<secrets::AccountSecrets>
AccountEntry::inMemory(const QUuid &account, const Result<secrets::AccountSecrets> &known) const
{
    auto held = m_clients.held(account);
    if (held)
        held->isOnTrial = known && known->isOnTrial;
    return held;
}

//! Has the secret used again that one which is tried took the place of; false where none did.
bool AccountEntry::putBack(const QUuid &account)
{
    if (!m_replaced.contains(account))
        return false;
    const auto before = m_replaced.take(account);
    // Held in memory, it would hide what another process puts in the keyring, and what it is
    // renewed to would end with this one.
    if (!before) {
        m_clients.letGo(account);
        return true;
    }
    m_clients.hand(account, *before);
    if (!before->isOnTrial)
        static_cast<void>(m_clients.keep(account));
    return true;
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

} // namespace portolan::sync
