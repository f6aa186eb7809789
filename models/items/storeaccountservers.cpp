// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts with an address: added, changed, signed in again.
#include "models/base/async.h"
#include "models/items/storeaccountsource.h"
#include "models/sync/accountentry.h"
#include "models/sync/engine.h"
#include "models/sync/serverrecord.h"

#include <QPromise>

#include <algorithm>
#include <memory>

namespace portolan::items {

QList<PlatformChoice> StoreAccountSource::platforms() const
{
    QList<PlatformChoice> list;
    for (const auto &platform : m_engine.platforms()) {
        auto choice = sync::choiceOf(*platform);
        if (m_entry != nullptr && !choice.ways.isEmpty())
            list.append(std::move(choice));
    }
    return list;
}

QFuture<Result<QString>> StoreAccountSource::checkServer(const ServerAccount &account)
{
    if (m_entry == nullptr)
        return AccountSource::checkServer(account);
    return m_entry->check(sync::recordOf(account), sync::typedSecrets(account));
}

QFuture<Result<SecretPlace>> StoreAccountSource::addServer(const ServerAccount &account)
{
    if (m_entry == nullptr)
        return AccountSource::addServer(account);
    return keptAndPulled(m_entry->add(sync::recordOf(account), sync::typedSecrets(account)),
                         account.name);
}

void StoreAccountSource::dropServer(const ServerAccount &account)
{
    if (m_entry != nullptr)
        static_cast<void>(m_entry->drop(sync::recordOf(account)));
}

void StoreAccountSource::signIn(const ServerAccount &account)
{
    using By = sync::AccountClients::By;
    if (m_entry == nullptr)
        return;
    const auto by = account.by == SignInBy::Device ? By::Device : By::Browser;
    onFinished(m_entry->overlaid(account), this,
               [this, by, proxyPassword = account.proxyPassword,
                number = ++m_signIns](const store::Account &record) {
                   if (number == m_signIns) // else given up meanwhile
                       m_entry->signIn(record, by, proxyPassword);
               });
}

void StoreAccountSource::stopSignIn()
{
    ++m_signIns;
    if (m_entry != nullptr)
        m_entry->stopSignIn();
}

QFuture<QStringList> StoreAccountSource::knownDomains(const QUuid &account)
{
    constexpr int mostDomains = 200;
    auto promise = std::make_shared<QPromise<QStringList>>();
    promise->start();
    onFinished(m_store.search({.query = QStringLiteral("kind:domain"), .limit = mostDomains}), this,
               [promise, account](const Result<store::SearchAnswer> &found) {
                   QStringList names;
                   const auto hits = found ? found->hits : QList<store::Hit>();
                   for (const auto &hit : hits) {
                       const auto &aliases = hit.entity.aliases;
                       const bool isOfIt = account.isNull()
                           || std::any_of(aliases.begin(), aliases.end(), [&](const auto &alias) {
                                               return alias.account == account;
                                           });
                       if (isOfIt && !names.contains(hit.entity.name))
                           names.append(hit.entity.name);
                   }
                   names.sort(Qt::CaseInsensitive);
                   promise->addResult(names);
                   promise->finish();
               });
    return promise->future();
}

QFuture<Result<ServerAccount>> StoreAccountSource::server(const QUuid &account)
{
    if (m_entry == nullptr)
        return AccountSource::server(account);
    auto promise = std::make_shared<QPromise<Result<ServerAccount>>>();
    promise->start();
    onFinished(m_entry->stored(account), this,
               [this, promise](const Result<store::Account> &stored) {
                   promise->addResult(stored.map([this](const store::Account &found) {
                       return sync::serverOf(found, m_engine.platform(found.platform));
                   }));
                   promise->finish();
               });
    return promise->future();
}

QFuture<Result<QString>> StoreAccountSource::tryServer(const ServerAccount &changed)
{
    if (m_entry == nullptr)
        return AccountSource::tryServer(changed);
    auto promise = std::make_shared<QPromise<Result<QString>>>();
    promise->start();
    onFinished(m_entry->overlaid(changed), this,
               [this, promise, changed](const store::Account &record) {
                   onFinished(m_entry->tryChange(record, sync::typedSecrets(changed)), this,
                              [promise](const Result<QString> &found) {
                                  promise->addResult(found);
                                  promise->finish();
                              });
               });
    return promise->future();
}

QFuture<Result<SecretPlace>> StoreAccountSource::changeServer(const ServerAccount &changed)
{
    if (m_entry == nullptr)
        return AccountSource::changeServer(changed);
    auto promise = std::make_shared<QPromise<Result<SecretPlace>>>();
    promise->start();
    const auto give = [promise](const Result<SecretPlace> &place) {
        promise->addResult(place);
        promise->finish();
    };
    onFinished(m_entry->stored(changed.id), this,
               [this, give, changed](const Result<store::Account> &before) {
                   if (!before)
                       return give(tl::unexpected(before.error()));
                   const auto record = sync::recordOf(changed, *before);
                   // Other domains, or another document: what is known is not what is wanted.
                   const bool full =
                       sync::readsElse(*before, record, m_engine.platform(record.platform));
                   onFinished(keptAndPulled(m_entry->change(record, sync::typedSecrets(changed)),
                                            changed.name, full),
                              this, give);
               });
    return promise->future();
}

void StoreAccountSource::leaveServer(const QUuid &account)
{
    if (m_entry != nullptr)
        static_cast<void>(m_entry->leave(account));
}

QFuture<Result<SecretPlace>> StoreAccountSource::renewServer(const ServerAccount &account)
{
    if (m_entry == nullptr)
        return AccountSource::renewServer(account);
    // A promise of our own: what the account is beside what was entered has to be looked up first.
    auto promise = std::make_shared<QPromise<Result<SecretPlace>>>();
    promise->start();
    onFinished(m_entry->overlaid(account), this,
               [this, promise, account](const store::Account &record) {
                   onFinished(keptAndPulled(m_entry->renew(record, sync::typedSecrets(account)),
                                            account.name),
                              this, [promise](const Result<SecretPlace> &place) {
                                  promise->addResult(place);
                                  promise->finish();
                              });
               });
    return promise->future();
}

QFuture<Result<void>> StoreAccountSource::signOut(const QUuid &account)
{
    if (m_entry == nullptr)
        return AccountSource::signOut(account);
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    const auto give = [this, promise](const Result<void> &done) {
        promise->addResult(done);
        promise->finish();
        Q_EMIT changed(); // it stands otherwise with its platform
    };
    // A pull that runs has the secret in its hands.
    const auto out = [this, account, give] {
        onFinished(m_entry->stored(account), this,
                   [this, give](const Result<store::Account> &stored) {
                       if (stored)
                           onFinished(m_entry->signOut(*stored), this, give);
                       else
                           give(tl::unexpected(stored.error()));
                   });
    };
    if (const auto quiet = m_engine.quiesce(account, out); !quiet)
        give(quiet);
    return promise->future();
}

//! Where \a keeping says that a secret is; the account is pulled once it is known.
QFuture<Result<SecretPlace>>
StoreAccountSource::keptAndPulled(const QFuture<Result<secrets::Keeping>> &keeping,
                                  const QString &name, bool full)
{
    auto promise = std::make_shared<QPromise<Result<SecretPlace>>>();
    promise->start();
    onFinished(keeping, this, [this, name, full, promise](const Result<secrets::Keeping> &kept) {
        promise->addResult(kept.map([](secrets::Keeping place) {
            return place == secrets::Keeping::ForGood ? SecretPlace::Keyring : SecretPlace::Session;
        }));
        promise->finish();
        if (kept)
            pull({name}, full);
    });
    return promise->future();
}

} // namespace portolan::items
