// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/storeaccountsource.h"

#include "models/base/async.h"
#include "models/store/store.h"
#include "models/sync/accountentry.h"
#include "models/sync/accountorder.h"
#include "models/sync/engine.h"
#include "models/sync/serverrecord.h"
#include "models/sync/waiting.h"

#include <QPromise>
#include <QTimer>

#include <algorithm>
#include <memory>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {

//! An answer that is put together from several of the store's. It is given when the last of them is
//! in, or at the first error; what comes after that is dropped.
template <typename T>
struct Gathering
{
    QPromise<Result<T>> promise;
    T value;
    qsizetype awaited = 0;
    qsizetype slow = 0; //!< of those, what is not waited for once that is overdue
    bool isOverdue = false;
    bool given = false;

    Gathering() { promise.start(); }

    ~Gathering()
    {
        if (!given)
            promise.future().cancel();
        promise.finish();
    }

    void give(Result<T> result)
    {
        if (std::exchange(given, true))
            return;
        promise.addResult(std::move(result));
        promise.finish();
    }

    //! One of the awaited answers is in.
    void arrived()
    {
        --awaited;
        giveWhatIsThere();
    }

    //! One of the slow ones is.
    void arrivedLate()
    {
        --slow;
        arrived();
    }

    //! The slow ones were waited for long enough.
    void hurry()
    {
        isOverdue = true;
        giveWhatIsThere();
    }

private:
    void giveWhatIsThere()
    {
        if (awaited == (isOverdue ? slow : 0))
            give(value); // what comes late is put into it all the same
    }
};

namespace {

// Nobody waits for a keyring that asks its owner first, or does not answer, to see the accounts.
constexpr int keyringPatienceMs = 300;

AccountFacts factsOf(const store::Account &account, const QList<store::PullState> &pulls)
{
    AccountFacts facts;
    facts.id = account.id;
    facts.name = account.name;
    facts.platform = account.platform;
    facts.isFolder = !account.folder.isEmpty();
    facts.place = facts.isFolder ? account.folder : account.url;
    facts.user = account.user;
    facts.domains = sync::domainsOf(account);
    const auto pull = std::find_if(pulls.begin(), pulls.end(), [&](const auto &candidate) {
        return candidate.account == account.id;
    });
    if (pull != pulls.end()) {
        facts.lastSync = pull->lastSync;
        facts.state = pull->state;
        facts.error = pull->error;
    }
    return facts;
}

void describe(AccountFacts &facts, const store::Account &account,
              const platforms::Platform &platform)
{
    facts.capabilities = platforms::capabilityWords(platform.capabilities());
    facts.abilities = sync::abilitiesOf(platform);
    facts.by = sync::signInOf(account, platform);
}

} // namespace

StoreAccountSource::StoreAccountSource(store::Store &source, sync::Engine &engine, QObject *parent,
                                       sync::AccountEntry *entry)
    : AccountSource(parent)
    , m_store(source)
    , m_engine(engine)
    , m_entry(entry)
{
    if (m_entry != nullptr) {
        connect(m_entry, &sync::AccountEntry::browserNeeded, this, &AccountSource::browserNeeded);
        connect(m_entry, &sync::AccountEntry::codeNeeded, this, &AccountSource::codeNeeded);
        connect(m_entry, &sync::AccountEntry::signInEnded, this, &AccountSource::signInEnded);
        connect(m_entry, &sync::AccountEntry::leftChanged, this,
                &AccountSource::leftSecretsChanged);
        connect(&m_entry->clients(), &sync::AccountClients::stateChanged, this,
                &AccountSource::changed);
    }
    connect(&source.changes(), &store::Changes::accountsChanged, this, &AccountSource::changed);
    connect(&engine, &sync::Engine::started, this, &AccountSource::syncStarted);
    connect(&engine, &sync::Engine::progressed, this, &AccountSource::syncProgressed);
    connect(&engine, &sync::Engine::finished, this, [this](const sync::AccountReport &report) {
        const auto &counts = report.counts;
        Q_EMIT syncFinished(report.account,
                            {report.account, counts.added, counts.changed, counts.removed,
                             counts.unchanged, report.durationMs});
    });
}

QFuture<Result<QList<AccountFacts>>> StoreAccountSource::accounts()
{
    auto all = std::make_shared<Gathering<QList<AccountFacts>>>();
    onFinished(m_store.accounts().accounts(), this,
               [this, all](Result<QList<store::Account>> accounts) {
                   if (!accounts)
                       return all->give(tl::unexpected(accounts.error()));
                   onFinished(m_store.pullStates(), this,
                              [this, all,
                               list = *std::move(accounts)](Result<QList<store::PullState>> pulls) {
                                  if (!pulls)
                                      return all->give(tl::unexpected(pulls.error()));
                                  gather(all, list, *pulls);
                              });
               });
    return all->promise.future();
}

void StoreAccountSource::gather(const std::shared_ptr<Gathering<QList<AccountFacts>>> &all,
                                const QList<store::Account> &accounts,
                                const QList<store::PullState> &pulls)
{
    all->awaited = (m_entry != nullptr ? 3 : 2) * accounts.size();
    for (const auto &account : accounts) {
        all->value.append(factsOf(account, pulls));
        if (const auto *platform = m_engine.platform(account.platform))
            describe(all->value.last(), account, *platform);
    }
    if (accounts.isEmpty())
        return all->give(all->value);
    for (qsizetype i = 0; i < accounts.size(); ++i) {
        onFinished(m_store.counts(accounts.at(i).id), this, [all, i](Result<store::Counts> counts) {
            if (counts)
                all->value[i].counts = counts->perKind;
            all->arrived();
        });
        onFinished(m_store.findings(accounts.at(i).id), this,
                   [all, i](Result<QList<domain::Finding>> findings) {
                       if (findings)
                           all->value[i].problems = int(findings->size());
                       all->arrived();
                   });
        if (m_entry == nullptr)
            continue;
        ++all->slow;
        all->value[i].signIn = m_signInStates.value(accounts.at(i).id, SignInState::Unknown);
        onFinished(m_entry->clients().state(sync::settingsOf(accounts.at(i))), this,
                   [this, all, i](signin::SignInState state) {
                       auto &facts = all->value[i];
                       const auto before = std::exchange(facts.signIn, sync::signInState(state));
                       m_signInStates.insert(facts.id, facts.signIn);
                       const bool isNews = all->given && facts.signIn != before;
                       all->arrivedLate();
                       if (isNews)
                           Q_EMIT changed();
                   });
    }
    if (all->slow > 0)
        QTimer::singleShot(keyringPatienceMs, this, [all] { all->hurry(); });
}

QFuture<Result<QList<AccountFinding>>> StoreAccountSource::findings()
{
    auto all = std::make_shared<Gathering<QList<AccountFinding>>>();
    onFinished(
        m_store.accounts().accounts(), this, [this, all](Result<QList<store::Account>> accounts) {
            if (!accounts)
                return all->give(tl::unexpected(accounts.error()));
            all->awaited = accounts->size();
            if (accounts->isEmpty())
                return all->give(all->value);
            for (const auto &account : *accounts) {
                onFinished(m_store.findings(account.id), this,
                           [all, account](Result<QList<domain::Finding>> findings) {
                               if (!findings)
                                   return all->give(tl::unexpected(findings.error()));
                               for (const auto &finding : *findings)
                                   all->value.append({finding, account.name, account.folder});
                               all->arrived();
                           });
            }
        });
    return all->promise.future();
}

QFuture<Result<QString>> StoreAccountSource::checkFolder(const QString &folder)
{
    store::Account account;
    account.platform = u"files"_s;
    account.folder = folder;
    return m_engine.check(account);
}

QFuture<Result<void>> StoreAccountSource::addFolder(const QString &name, const QString &folder)
{
    // A promise of our own: the result of a future can be taken once only.
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    const auto put = [this, promise](const store::Account &account, const QList<QUuid> &order) {
        onFinished(m_store.accounts().put(account), this,
                   [this, order, name = account.name, promise](const Result<void> &answer) {
                       promise->addResult(answer);
                       promise->finish();
                       if (!answer)
                           return;
                       m_store.accounts().arrange(order); // else it stays behind the others
                       sync(name);
                   });
    };
    onFinished(m_store.accounts().accounts(), this,
               [put, name, folder](const Result<QList<store::Account>> &known) {
                   store::Account account;
                   account.id = QUuid::createUuid();
                   account.name = name;
                   account.platform = u"files"_s;
                   account.folder = folder;
                   const auto others = known.value_or(QList<store::Account>());
                   for (const auto &other : others)
                       account.position = std::max(account.position, other.position + 1);
                   put(account, sync::orderWith(others, account));
               });
    return promise->future();
}

QFuture<Result<int>> StoreAccountSource::undone(const QUuid &account)
{
    auto promise = std::make_shared<QPromise<Result<int>>>();
    promise->start();
    onFinished(m_store.operations().operations(), this,
               [promise, account](const Result<QList<domain::Operation>> &all) {
                   if (all)
                       promise->addResult(int(sync::undoneOf(*all, account).size()));
                   else
                       promise->addResult(Result<int>(tl::unexpected(all.error())));
                   promise->finish();
               });
    return promise->future();
}

QFuture<Result<void>> StoreAccountSource::remove(const QUuid &account)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    const auto give = [promise](const Result<void> &answer) {
        promise->addResult(answer);
        promise->finish();
    };
    // A pull that goes on would bring back what is removed. The account goes first: what is left of
    // it in the cache then belongs to nobody.
    const auto removing = [this, account, give] {
        forgetSecrets(account);
        onFinished(m_store.accounts().remove(account), this,
                   [this, account, give](const Result<void> &gone) {
                       if (gone)
                           onFinished(m_store.removeAccount(account), this, give);
                       else
                           give(gone);
                   });
    };
    if (const auto quiet = m_engine.quiesce(account, removing); !quiet)
        give(quiet);
    return promise->future();
}

//! Before the account goes: who its provider is stands in it.
void StoreAccountSource::forgetSecrets(const QUuid &account)
{
    if (m_entry == nullptr)
        return;
    onFinished(m_entry->stored(account), this, [this](const Result<store::Account> &stored) {
        if (stored && !stored->url.isEmpty())
            static_cast<void>(m_entry->drop(*stored));
    });
}

int StoreAccountSource::leftSecrets() const
{
    return m_entry != nullptr ? m_entry->left() : 0;
}

void StoreAccountSource::removeLeftSecrets()
{
    if (m_entry != nullptr)
        m_entry->clearLeft(true);
}

QFuture<Result<void>> StoreAccountSource::arrange(const QList<QUuid> &accounts)
{
    return m_store.accounts().arrange(accounts);
}

void StoreAccountSource::sync(const QString &name)
{
    pull(name.isEmpty() ? QStringList() : QStringList(name), false);
}

void StoreAccountSource::pull(const QStringList &names, bool full)
{
    onFinished(m_engine.sync(names, full), this, [this](const Result<sync::SyncReport> &answer) {
        if (!answer)
            Q_EMIT syncFailed(answer.error());
    });
}

void StoreAccountSource::cancelSync()
{
    m_engine.cancel();
}

QString StoreAccountSource::syncObstacle() const
{
    return m_engine.holdsLock()
        ? QString()
        : tr("Another Portolan process syncs this profile; its results appear here.");
}

} // namespace portolan::items
