// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/writer.h"

#include "models/base/background.h"

#include <QElapsedTimer>
#include <QFileInfo>

#include <algorithm>
#include <utility>
#include <vector>

namespace portolan::store {

namespace {

constexpr qint64 batchMs = 100;
constexpr qint64 batchRows = 5000;
// Readers that take turns keep SQLite from beginning its journal anew, and it would grow to the
// size of all that is written.
constexpr qint64 largestJournal = qint64(64) * 1024 * 1024;
constexpr int readersMs = 300;

void begin(Connection &connection)
{
    static constexpr auto sql = "BEGIN IMMEDIATE";
    Query(connection, sql).execute();
}

void commit(Connection &connection)
{
    static constexpr auto sql = "COMMIT";
    Query(connection, sql).execute();
}

void rollBack(Connection &connection)
{
    static constexpr auto sql = "ROLLBACK";
    // SQLite may have rolled back by itself; what cannot be rolled back is closed next.
    if (connection.inTransaction())
        static_cast<void>(guarded([&] { Query(connection, sql).execute(); }));
}

void savepoint(Connection &connection)
{
    static constexpr auto sql = "SAVEPOINT job";
    Query(connection, sql).execute();
}

void release(Connection &connection)
{
    static constexpr auto sql = "RELEASE job";
    Query(connection, sql).execute();
}

void rollBackToSavepoint(Connection &connection)
{
    static constexpr auto sql = "ROLLBACK TO job";
    Query(connection, sql).execute();
    release(connection);
}

} // namespace

WriteJob::~WriteJob() = default;

struct Writer::Files
{
    explicit Files(const Setup &setup)
        : cache(setup.cache)
        , historyFile(setup.history)
        , history(historyFile)
        , writer(cache, history, *setup.clock)
    {
        cache.restrict();
        historyFile.restrict();
    }

    Connection cache;
    Connection historyFile;
    History history;
    CacheWriter writer;
};

Writer::Writer(Setup setup)
    : m_setup(std::move(setup))
    , m_journalLimit(largestJournal)
    , m_thread([this] { run(); })
{
}

Writer::~Writer()
{
    close();
}

void Writer::close()
{
    m_queue.close();
    if (m_thread.joinable())
        m_thread.join();
}

void Writer::post(std::unique_ptr<WriteJob> job)
{
    m_queue.add(std::move(job));
}

void Writer::run()
{
    giveWay(); // no window waits for the catalogue, and an import keeps this thread busy
    while (auto job = next())
        runBatch(std::move(job));
}

//! What goes on takes its turn before what came later, so that the order of calls holds. What gives
//! way takes turns with all that need not wait for it: neither keeps the other from its end.
Writer::Job Writer::next()
{
    if (m_resumed)
        return std::move(m_resumed);
    if (m_aside.empty() || m_isOthersTurn) {
        m_isOthersTurn = false;
        if (auto job = takeFree())
            return job;
    }
    if (m_aside.empty()) {
        auto job = m_queue.take();
        return job ? std::move(*job) : nullptr;
    }
    auto job = std::move(m_aside.front());
    m_aside.pop_front();
    m_isOthersTurn = true;
    return job;
}

//! The first job, if there is one at once, that is not behind something of its account.
Writer::Job Writer::takeFree()
{
    const auto isBehind = [this](const Job &job) {
        const auto &account = job->turn().account;
        return std::ranges::any_of(m_aside, [&account](const Job &aside) {
            return !account.isNull() && aside->turn().account == account;
        });
    };
    const auto found = std::ranges::find_if_not(m_kept, isBehind);
    if (found != m_kept.end()) {
        auto job = std::move(*found);
        m_kept.erase(found);
        return job;
    }
    while (auto job = m_queue.takeNow()) {
        if (!isBehind(*job))
            return std::move(*job);
        m_kept.push_back(std::move(*job));
    }
    return nullptr;
}

bool Writer::open()
{
    if (m_files)
        return true;
    auto files = guarded([this] { return std::make_unique<Files>(m_setup); });
    if (files)
        m_files = std::move(*files);
    else
        m_openError = files.error();
    return m_files != nullptr;
}

void Writer::runBatch(Job first)
{
    if (!open()) {
        first->finish(m_openError);
        return;
    }
    Jobs jobs;
    bool changed = false;
    const auto done = guarded([&] {
        begin(m_files->cache);
        begin(m_files->historyFile);
        m_files->writer.setAccounts(m_setup.accounts->now());
        m_files->writer.endStep(); // what the order of accounts changed is no job's
    });
    auto error = done ? std::optional<Error>() : std::optional(done.error());
    if (error)
        jobs.push_back(std::move(first));
    else
        jobs = work(std::move(first));
    if (!error)
        error = std::exchange(m_batchError, std::nullopt);
    if (!error) {
        const auto committed = guarded([&] {
            changed = !m_files->writer.takeChanged().isEmpty();
            commit(m_files->historyFile);
            commit(m_files->cache);
        });
        if (!committed)
            error = committed.error();
    }
    if (!error && m_setup.committed)
        m_setup.committed();
    if (!error)
        keepJournalSmall();
    if (error)
        abandon();
    // Before the answers: whoever then asks for the newest state of the index shall get it.
    else if (changed && m_setup.entitiesChanged)
        m_setup.entitiesChanged();
    for (auto &job : jobs)
        job->finish(error);
    if (error && m_resumed)
        std::exchange(m_resumed, nullptr)->finish(error);
    if (m_resumed && m_resumed->turn().givesWay) {
        m_aside.push_front(std::move(m_resumed));
        m_isOthersTurn = true;
    }
}

Writer::Jobs Writer::work(Job first)
{
    Jobs jobs;
    QElapsedTimer timer;
    timer.start();
    auto job = std::move(first);
    while (job) {
        bool more = false;
        const auto failed = runStep(*job, more);
        if (failed && failed->ofBatch) {
            m_batchError = failed->error;
            jobs.push_back(std::move(job));
            return jobs;
        }
        if (failed) {
            job->finish(failed->error);
        } else if (more) {
            m_resumed = std::move(job);
            return jobs;
        } else {
            jobs.push_back(std::move(job));
        }
        if (m_files->writer.pending() >= batchRows || timer.elapsed() >= batchMs)
            return jobs;
        job = takeFree();
    }
    return jobs;
}

std::optional<Writer::Failure> Writer::runStep(WriteJob &job, bool &again)
{
    const auto done = guarded([&] {
        savepoint(m_files->cache);
        savepoint(m_files->historyFile);
        again = job.step(m_files->writer);
        m_files->writer.endStep();
        release(m_files->historyFile);
        release(m_files->cache);
    });
    if (done)
        return std::nullopt;
    if (needsReopen(done.error()))
        return Failure{done.error(), true};
    const auto undone = guarded([&] {
        m_files->writer.forget();
        rollBackToSavepoint(m_files->historyFile);
        rollBackToSavepoint(m_files->cache);
    });
    // Where one job cannot be taken back alone, the whole transaction is.
    return Failure{done.error(), !undone};
}

void Writer::keepJournalSmall()
{
    const auto size = QFileInfo(m_setup.cache.file + QStringLiteral("-wal")).size();
    if (size < m_journalLimit)
        return;
    // Who holds a snapshot for long is not waited for again before as much was written again.
    const bool emptied = m_files->cache.emptyJournal(readersMs);
    m_journalLimit = emptied ? largestJournal : size + largestJournal;
}

void Writer::abandon()
{
    rollBack(m_files->historyFile);
    rollBack(m_files->cache);
    m_files->writer.forget();
    m_files.reset(); // reliability.md: after a failed write only a new connection is trusted
}

} // namespace portolan::store
