// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/storeaccountsource.h"

#include "models/base/async.h"
#include "models/store/store.h"
#include "models/sync/engine.h"

#include <QPromise>
#include <QtConcurrentRun>

#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

//! Waits for \a future; only to be called in the pool.
template <typename T>
T await(QFuture<T> future)
{
    future.waitForFinished();
    return future.takeResult();
}

AccountFacts factsOf(const store::Account &account, const QList<store::PullState> &pulls)
{
    AccountFacts facts;
    facts.id = account.id;
    facts.name = account.name;
    facts.platform = account.platform;
    facts.isFolder = !account.folder.isEmpty();
    facts.place = facts.isFolder ? account.folder : account.url;
    facts.user = account.user;
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

void count(AccountFacts &facts, const QList<domain::Finding> &findings)
{
    using Severity = domain::Finding::Severity;
    for (const auto &finding : findings) {
        facts.errors += finding.severity == Severity::Error ? 1 : 0;
        facts.problems += finding.severity == Severity::Info ? 0 : 1;
    }
}

using Words = QHash<QString, QStringList>;

Result<QList<AccountFacts>> readAccounts(store::Store &source, const Words &capabilities)
{
    const auto accounts = await(source.accounts().accounts());
    if (!accounts)
        return tl::unexpected(accounts.error());
    const auto pulls = await(source.pullStates());
    if (!pulls)
        return tl::unexpected(pulls.error());
    QList<AccountFacts> list;
    for (const auto &account : *accounts) {
        auto facts = factsOf(account, *pulls);
        facts.capabilities = capabilities.value(account.platform);
        if (const auto counts = await(source.counts(account.id)))
            facts.counts = counts->perKind;
        if (const auto findings = await(source.findings(account.id)))
            count(facts, *findings);
        list.append(std::move(facts));
    }
    return list;
}

Result<QList<AccountFinding>> readFindings(store::Store &source)
{
    const auto accounts = await(source.accounts().accounts());
    if (!accounts)
        return tl::unexpected(accounts.error());
    QList<AccountFinding> list;
    for (const auto &account : *accounts) {
        const auto findings = await(source.findings(account.id));
        if (!findings)
            return tl::unexpected(findings.error());
        for (const auto &finding : *findings)
            list.append({finding, account.name, account.folder});
    }
    return list;
}

} // namespace

StoreAccountSource::StoreAccountSource(store::Store &source, sync::Engine &engine, QObject *parent)
    : AccountSource(parent)
    , m_store(source)
    , m_engine(engine)
{
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
    Words capabilities;
    for (const auto &platform : m_engine.platforms())
        capabilities.insert(platform->name(), platforms::capabilityWords(platform->capabilities()));
    return QtConcurrent::run(
        [&source = m_store, capabilities] { return readAccounts(source, capabilities); });
}

QFuture<Result<QList<AccountFinding>>> StoreAccountSource::findings()
{
    return QtConcurrent::run([&source = m_store] { return readFindings(source); });
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
    store::Account account;
    account.id = QUuid::createUuid();
    account.name = name;
    account.platform = u"files"_s;
    account.folder = folder;
    // A promise of our own: the result of a future can be taken once only.
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    onFinished(m_store.accounts().put(account), this,
               [this, name, promise](const Result<void> &answer) {
                   promise->addResult(answer);
                   promise->finish();
                   if (answer)
                       sync(name);
               });
    return promise->future();
}

QFuture<Result<void>> StoreAccountSource::remove(const QUuid &account)
{
    return QtConcurrent::run([&source = m_store, account]() -> Result<void> {
        // The account goes first: what is left of it in the cache then belongs to nobody.
        if (const auto gone = await(source.accounts().remove(account)); !gone)
            return gone;
        return await(source.removeAccount(account));
    });
}

void StoreAccountSource::sync(const QString &name)
{
    const auto names = name.isEmpty() ? QStringList() : QStringList(name);
    onFinished(m_engine.sync(names), this, [this](const Result<sync::SyncReport> &answer) {
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
