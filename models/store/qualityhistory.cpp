// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that follows from the runs is found anew from the runs themselves, as far back as the
// earliest that was written: a day from its runs, the flips from there on, the newest run by a look
// at the end. So the order in which evidence comes cannot matter. What comes in order, the common
// case, reads only what it wrote.
#include "models/store/qualityhistory.h"

#include <algorithm>
#include <vector>

namespace portolan::store {

using domain::CheckRun;
using domain::RunStatus;

namespace {

constexpr qsizetype rememberedChecks = 200'000;

//! Columns of quality_check from \a first on: runs, at, run, status, ….
CheckState stateIn(const Query &query, qint64 id, int first)
{
    CheckState state{.id = id, .runs = query.integer(first)};
    if (state.runs == 0)
        return state;
    state.last = CheckRun{.check = {},
                          .at = QDateTime::fromMSecsSinceEpoch(query.integer(first + 1), Qt::UTC),
                          .runId = query.text(first + 2),
                          .status = RunStatus(query.integer(first + 3)),
                          .observed = query.text(first + 4),
                          .expected = query.text(first + 5),
                          .value = query.real(first + 6),
                          .failedRows = query.number(first + 7),
                          .totalRows = query.number(first + 8),
                          .message = query.text(first + 9)};
    return state;
}

} // namespace

qint64 QualityHistory::checkOf(const QUuid &account, const QString &nativeId, qint64 now)
{
    static constexpr auto findSql =
        "SELECT id FROM quality_check WHERE account = ?1 AND native_id = ?2";
    static constexpr auto sql = "INSERT INTO quality_check (account, native_id, met)"
                                " VALUES (?1, ?2, ?3)";
    const std::pair key(account, nativeId);
    if (const auto known = m_checks.constFind(key); known != m_checks.cend())
        return *known;
    qint64 id = 0;
    {
        Query find(m_connection, findSql);
        find.bind(account).bind(nativeId);
        if (find.step())
            id = find.integer(0);
    }
    if (id == 0) {
        Query query(m_connection, sql);
        query.bind(account).bind(nativeId).bind(now);
        query.execute();
        id = m_connection.lastRow();
    }
    if (m_checks.size() >= rememberedChecks)
        m_checks.clear();
    m_checks.insert(key, id);
    return id;
}

void QualityHistory::write(const QUuid &account, const domain::Evidence &evidence,
                           const QDateTime &now)
{
    std::vector<const CheckRun *> runs;
    runs.reserve(std::size_t(evidence.runs.size()));
    for (const auto &run : evidence.runs) {
        if (run.at.isValid()) // of no time it says nothing of the data
            runs.push_back(&run);
    }
    // By check and time, as they stand in the file; what is told later of one run comes later.
    std::stable_sort(runs.begin(), runs.end(), [](const CheckRun *left, const CheckRun *right) {
        const auto order = left->check.compare(right->check);
        return order != 0 ? order < 0 : left->at < right->at;
    });
    for (std::size_t i = 0; i < runs.size();) {
        const auto check = checkOf(account, runs[i]->check, now.toMSecsSinceEpoch());
        Touched touched{.met = metOf(check), .seen = now.toMSecsSinceEpoch()};
        const auto &name = runs[i]->check;
        for (; i < runs.size() && runs[i]->check == name; ++i)
            note(touched, check, *runs[i]);
        if (touched.any())
            settle(check, touched);
    }
    for (const auto &update : evidence.updates) {
        if (update.seen.isValid())
            m_updates.put(account, update);
    }
    for (const auto &observation : evidence.observations)
        m_updates.put(account, observation);
}

void QualityHistory::note(Touched &touched, qint64 check, const CheckRun &run)
{
    const auto done = m_runs.put(check, run);
    if (done == RunTable::Put::Same)
        return;
    const auto at = run.at.toMSecsSinceEpoch();
    touched.added += done == RunTable::Put::Added ? 1 : 0;
    touched.days.insert(dayOf(at));
    touched.first = std::min(touched.first, at);
    touched.last = std::max(touched.last, at);
    if (at >= touched.met)
        touched.arrived.emplace(at, run.runId);
}

qint64 QualityHistory::metOf(qint64 check) const
{
    static constexpr auto sql = "SELECT met FROM quality_check WHERE id = ?1";
    Query query(m_connection, sql);
    query.bind(check);
    return query.step() ? query.integer(0) : forEver;
}

void QualityHistory::settle(qint64 check, const Touched &touched)
{
    settleDays(check, touched.days);
    m_flips.renew(check, {.from = touched.first, .seen = touched.seen, .runs = touched.arrived});
    settleNewest(check, touched);
}

void QualityHistory::settleDays(qint64 check, const std::set<qint64> &days)
{
    for (auto at = days.begin(); at != days.end();) {
        const auto block = flooredBy(*at, daysInBlock);
        auto end = at;
        while (end != days.end() && flooredBy(*end, daysInBlock) == block)
            ++end;
        auto rollups = m_days.of(check, block);
        const auto last = *std::prev(end);
        rollups.erase(rollups.lower_bound(*at), rollups.upper_bound(last));
        m_runs.forEach(check, *at * dayMs, (last + 1) * dayMs, [&rollups](const RunFigures &run) {
            rollups[dayOf(run.at)].add(run.status, run.value);
        });
        m_days.put(check, block, rollups);
        at = end;
    }
}

void QualityHistory::settleNewest(qint64 check, const Touched &touched)
{
    static constexpr auto countSql = "UPDATE quality_check SET runs = runs + ?2 WHERE id = ?1";
    static constexpr auto lastSql = "SELECT at, runs FROM quality_check WHERE id = ?1";
    static constexpr auto sql =
        "UPDATE quality_check SET runs = runs + ?2, at = ?3, run = ?4, status = ?5, observed = ?6,"
        " expected = ?7, value = ?8, failed = ?9, total = ?10, message = ?11 WHERE id = ?1";
    bool isNewest = true;
    {
        Query last(m_connection, lastSql);
        last.bind(check);
        if (last.step())
            isNewest = last.integer(1) == 0 || touched.last >= last.integer(0);
    }
    Query query(m_connection, isNewest ? sql : countSql);
    query.bind(check).bind(touched.added);
    if (isNewest) {
        const auto run = m_runs.newest(check, touched.last, forEver, 1).value(0);
        query.bind(run.at.toMSecsSinceEpoch()).bind(run.runId).bind(qint64(run.status));
        query.bind(run.observed).bind(run.expected).bindReal(run.value);
        query.bindNumber(run.failedRows).bindNumber(run.totalRows).bind(run.message);
    }
    query.execute();
}

void QualityHistory::rebuild()
{
    static constexpr auto checksSql = "SELECT id FROM quality_check";
    static constexpr auto resetSql = "UPDATE quality_check SET runs = 0 WHERE id = ?1";
    // Of a file that knew no times of arrival, what is in it is history.
    static constexpr auto metSql = "UPDATE quality_check SET met = at + 1 WHERE met = 0";
    Query(m_connection, metSql).execute();
    m_days.removeAll();
    m_runs.removeLost();
    m_flips.removeLost();
    QList<qint64> checks;
    {
        Query query(m_connection, checksSql);
        while (query.step())
            checks.append(query.integer(0));
    }
    for (const auto check : std::as_const(checks)) {
        {
            Query reset(m_connection, resetSql);
            reset.bind(check);
            reset.execute();
        }
        Touched all;
        m_runs.forEach(check, sinceEver, forEver, [&all](const RunFigures &run) {
            ++all.added;
            all.days.insert(dayOf(run.at));
            all.first = std::min(all.first, run.at);
            all.last = std::max(all.last, run.at);
        });
        all.first = sinceEver; // also the flips of runs that were lost are found anew
        if (all.any())
            settle(check, all);
    }
}

CheckState QualityHistory::state(const QUuid &account, const QString &nativeId) const
{
    static constexpr auto sql =
        "SELECT id, runs, at, run, status, observed, expected, value, failed, total, message"
        " FROM quality_check WHERE account = ?1 AND native_id = ?2";
    Query query(m_connection, sql);
    query.bind(account).bind(nativeId);
    return query.step() ? stateIn(query, query.integer(0), 1) : CheckState();
}

void QualityHistory::forEach(const std::function<void(const CheckState &)> &take) const
{
    static constexpr auto sql = "SELECT id, runs, at, run, status, observed, expected, value,"
                                " failed, total, message FROM quality_check";
    Query query(m_connection, sql);
    while (query.step())
        take(stateIn(query, query.integer(0), 1));
}

void QualityHistory::forEachName(
    qint64 first, const std::function<void(qint64, const std::pair<QUuid, QString> &)> &take) const
{
    static constexpr auto sql =
        "SELECT id, account, native_id FROM quality_check WHERE id >= ?1 ORDER BY id";
    Query query(m_connection, sql);
    query.bind(first);
    while (query.step())
        take(query.integer(0), {query.uuid(1), query.text(2)});
}

void QualityHistory::forEachCount(const QUuid &account,
                                  const std::function<void(qint64, qint64)> &take) const
{
    static constexpr auto allSql = "SELECT id, runs FROM quality_check";
    static constexpr auto sql = "SELECT id, runs FROM quality_check WHERE account = ?1";
    Query query(m_connection, account.isNull() ? allSql : sql);
    if (!account.isNull())
        query.bind(account);
    while (query.step())
        take(query.integer(0), query.integer(1));
}

void QualityHistory::forget()
{
    m_checks.clear();
    m_updates.forget();
}

} // namespace portolan::store
