// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/pullrun.h"

#include "models/base/mapped.h"
#include "models/sync/keptdomains.h"
#include "models/sync/namesapart.h"

#include <QFutureWatcher>
#include <QQueue>
#include <QScopeGuard>
#include <QSemaphore>
#include <QSet>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::sync {
namespace {

// Pages that may be on their way to the writer before the adapter has to wait for it: enough to
// keep both sides busy, few enough to bound the memory of a large pull.
constexpr qsizetype pagesInFlight = 4;

Result<void> roomFor(const PullContext &context)
{
    return context.room ? context.room() : Result<void>();
}

//! Hands the pages of a pull to the store, and counts what they changed.
class StoreSink final : public platforms::PageSink
{
public:
    StoreSink(const QUuid &account, const PullContext &context)
        : m_account(account)
        , m_context(context)
    {
    }

    Result<void> page(platforms::Page page) override
    {
        if (isCancelled())
            return failure(Error::Kind::Cancelled, u"stopped by the user"_s);
        if (const auto room = roomFor(m_context); !room)
            return room;
        if (m_context.between)
            m_context.between();
        for (const auto &gone : std::as_const(page.removed)) {
            m_removed.insert(gone);
            note(gone);
        }
        for (const auto &record : std::as_const(page.records))
            note(record.nativeId);
        m_waiting.enqueue(m_context.store.apply({.account = m_account,
                                                 .records = std::move(page.records),
                                                 .removed = std::move(page.removed),
                                                 .former = page.former,
                                                 .evidence = std::move(page.evidence),
                                                 .isLineageApart = page.isLineageApart,
                                                 .lineage = std::move(page.lineage),
                                                 .sweep = page.sweep,
                                                 .cursor = std::move(page.cursor),
                                                 .notes = std::move(page.notes),
                                                 .isBroken = m_isBroken}));
        return settle(pagesInFlight);
    }

    void progress(qint64 done, qint64 total, const QString &what) override
    {
        if (m_context.progress)
            m_context.progress(done, total, what);
    }

    bool isCancelled() const override { return m_context.cancelled.load(); }

    Result<QHash<QString, QByteArray>> notes() override
    {
        if (const auto settled = settle(0); !settled)
            return tl::unexpected(settled.error());
        return m_context.store.pullNotes(m_account).takeResult();
    }

    Result<domain::NamePairs> namesApart() override
    {
        const auto decisions = m_context.store.accounts().joinDecisions().takeResult();
        if (!decisions)
            return tl::unexpected(decisions.error());
        return sync::namesApart(*decisions).value(m_account);
    }

    std::stop_token stopToken() const override { return m_context.stop; }

    //! Waits until at most \a left pages are under way.
    //! The error of the first that was not written; then all are waited for.
    Result<void> settle(qsizetype left)
    {
        Result<void> settled;
        while (m_waiting.size() > (settled ? left : 0)) {
            auto written = m_waiting.dequeue().takeResult();
            if (written)
                m_counts += *written;
            else if (settled)
                settled = tl::unexpected(written.error());
        }
        return settled;
    }

    store::WriteCounts counts() const { return m_counts; }

    //! Native ids of what pages said is gone.
    const QSet<QString> &removed() const { return m_removed; }

    //! Those that were awaited and have come, or are said to be gone.
    const QSet<QString> &read() const { return m_read; }

private:
    void note(const QString &nativeId)
    {
        if (m_context.awaited.contains(nativeId))
            m_read.insert(nativeId);
    }

    QUuid m_account;
    const PullContext &m_context;
    QQueue<QFuture<Result<store::WriteCounts>>> m_waiting;
    std::shared_ptr<std::atomic<bool>> m_isBroken = std::make_shared<std::atomic<bool>>(false);
    store::WriteCounts m_counts;
    QSet<QString> m_removed;
    QSet<QString> m_read;
};

//! Stores the service levels that were declared. Of an incomplete pull those that are not among
//! them stay: what declares them may be what could not be read. Those of a contract, or of a
//! product without one, that is among \a removed go with it.
Result<void> storeSlos(store::Store &store, const QUuid &account,
                       const platforms::PullResult &pulled, const QSet<QString> &removed)
{
    auto slos = pulled.slos;
    if (!pulled.complete) {
        const auto known = store.slos().takeResult();
        if (!known)
            return tl::unexpected(known.error());
        QSet<QString> declared;
        for (const auto &slo : std::as_const(slos))
            declared.insert(slo.nativeId);
        for (const auto &row : *known) {
            const auto &owner = row.slo.contract.isEmpty() ? row.slo.product : row.slo.contract;
            const bool isGone = removed.contains(owner);
            if (row.account == account && !isGone && !declared.contains(row.slo.nativeId))
                slos.append(row.slo);
        }
    }
    return store.replaceSlos(account, slos).takeResult();
}

//! Pulls, and writes what came; the state is stored by the caller.
Result<platforms::PullResult> pullPages(OpenAccount &account, const PullContext &context,
                                        const QByteArray &cursor, store::WriteCounts &counts,
                                        QSet<QString> &read)
{
    StoreSink sink(account.settings.id, context);
    auto pulled = account.session->pull(cursor, context.full, sink);
    // Even after a failure the pages under way are waited for: their counts are true.
    const auto settled = sink.settle(0);
    counts = sink.counts();
    read = sink.read();
    if (!pulled)
        return pulled;
    if (!settled)
        return tl::unexpected(settled.error());
    const auto missing = missingDomains(context.store, account.settings);
    if (!missing)
        return tl::unexpected(missing.error());
    pulled->findings += *missing;
    const bool isSwept = pulled->swept != 0;
    if (isSwept || (pulled->complete && !pulled->unchanged)) {
        const auto &id = account.settings.id;
        const auto removed = (isSwept ? context.store.removeUnswept(id, pulled->swept)
                                      : context.store.removeUnseen(id, pulled->seen))
                                 .takeResult();
        if (!removed)
            return tl::unexpected(removed.error());
        counts += *removed;
    }
    if (!pulled->unchanged) {
        if (const auto stored =
                storeSlos(context.store, account.settings.id, *pulled, sink.removed());
            !stored)
            return tl::unexpected(stored.error());
    }
    if (pulled->access) {
        // A decision that could not be read this time is none that was taken back.
        const auto stored = context.store
                                .replaceAccess(account.settings.id, *pulled->access,
                                               pulled->complete || pulled->isAccessWhole)
                                .takeResult();
        if (!stored)
            return tl::unexpected(stored.error());
    }
    return pulled;
}

//! Waits until everything that was stored can be found, or for nothing once the pull is stopped:
//! the index goes on by itself.
void waitForIndex(store::Store &store, const std::stop_token &stop)
{
    const auto bell = std::make_shared<QSemaphore>();
    // No continuation: Qt 6.4 runs one twice that is added while another thread answers.
    auto *watcher = new QFutureWatcher<Result<void>>;
    const auto leave = qScopeGuard([watcher] { watcher->deleteLater(); });
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, [bell] { bell->release(); });
    watcher->setFuture(store.settled());
    watcher->moveToThread(answersThread());
    const std::stop_callback wake(stop, [bell] { bell->release(); });
    bell->acquire();
}

//! Stores how a pull ended. A failed one keeps the findings of the pull before, and the cursor: of
//! the last page that was stored, where pages have one.
Result<void> storeEnd(store::Store &store, store::PullState state, AccountReport &report,
                      const Result<platforms::PullResult> &pulled)
{
    if (pulled) {
        state.cursor = pulled->cursor;
        state.isLineageWhole = pulled->isLineageWhole;
        state.error.clear();
    } else {
        state.error = pulled.error().detail;
        // Where that cannot be read, the pages are read once more.
        if (const auto now = stateBefore(store, state.account))
            state.cursor = now->cursor;
        const auto former = store.findings(state.account).takeResult();
        if (former)
            report.problems = *former;
    }
    state.state = report.state;
    return store.finishPull(std::move(state), report.problems, false).takeResult();
}

} // namespace

Result<store::PullState> stateBefore(store::Store &store, const QUuid &account)
{
    const auto states = store.pullStates().takeResult();
    if (!states)
        return tl::unexpected(states.error());
    for (const auto &state : *states) {
        if (state.account == account)
            return state;
    }
    return store::PullState{.account = account};
}

platforms::AccountSettings settingsOf(const store::Account &account)
{
    return {.id = account.id,
            .name = account.name,
            .platform = account.platform,
            .folder = account.folder,
            .url = QUrl(account.url, QUrl::StrictMode),
            .user = account.user,
            .options = account.options};
}

Result<platforms::Services> servicesFor(const platforms::AccountSettings &settings,
                                        const Clock &clock, const ClientSource &clients)
{
    if (!clients || settings.url.isEmpty())
        return platforms::Services(clock);
    auto client = clients(settings);
    if (!client)
        return tl::unexpected(client.error());
    return platforms::Services(clock, std::move(*client));
}

Result<void> openSession(OpenAccount &account, const platforms::Platform &platform,
                         const Clock &clock, const ClientSource &clients)
{
    if (account.session)
        return {};
    const auto services = servicesFor(account.settings, clock, clients);
    if (!services)
        return tl::unexpected(services.error());
    auto session = platform.open(account.settings, *services);
    if (!session)
        return tl::unexpected(session.error());
    account.session = std::move(*session);
    return {};
}

AccountReport pullAccount(OpenAccount &account, const platforms::Platform &platform,
                          const PullContext &context)
{
    const auto started = context.clock.monotonicMs();
    AccountReport report{.account = account.settings.name};
    const auto known = stateBefore(context.store, account.settings.id);
    if (!known) {
        // Begun anew and stored so, it would have lost where the last one stopped.
        report.state = u"failed"_s;
        report.error = known.error();
        return report;
    }
    auto before = *known;
    auto ready = roomFor(context);
    if (ready)
        ready = openSession(account, platform, context.clock, context.clients);
    QSet<QString> read;
    const auto pulled = ready ? pullPages(account, context, before.cursor, report.counts, read)
                              : Result<platforms::PullResult>(tl::unexpected(ready.error()));

    if (pulled) {
        report.state = u"complete"_s;
        report.problems = pulled->findings;
    } else {
        report.error = pulled.error();
        const bool stopped = pulled.error().kind == Error::Kind::Cancelled;
        report.state = stopped ? u"partial"_s : u"failed"_s;
        account.session.reset();
    }
    // What is shown is as of then, and a try that brought nothing makes it no newer.
    if (pulled)
        before.lastSync = context.clock.now();
    if (pulled && context.progress) // which the end of a pull waits for
        context.progress(0, 0, u"building the search index"_s);
    const auto stored = storeEnd(context.store, before, report, pulled);
    if (!stored) {
        report.state = u"failed"_s;
        report.error = stored.error();
    } else if (pulled && context.pulled) {
        context.pulled(*pulled, read);
    }
    // Whoever stopped it waits for it to end, not for the index.
    const bool isStopped = !pulled && pulled.error().kind == Error::Kind::Cancelled;
    if (stored && !isStopped)
        waitForIndex(context.store, context.stop);
    report.durationMs = context.clock.monotonicMs() - started;
    return report;
}

} // namespace portolan::sync
