// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/runtable.h"

#include <algorithm>
#include <utility>

namespace portolan::store {

using domain::CheckRun;
using domain::RunStatus;

namespace {

void bindRun(Query &query, qint64 check, const CheckRun &run)
{
    query.bind(check).bind(run.at.toMSecsSinceEpoch()).bind(run.runId).bind(qint64(run.status));
    query.bind(run.observed).bind(run.expected).bindReal(run.value).bindNumber(run.failedRows);
    query.bindNumber(run.totalRows).bind(run.message);
}

RunPoint pointIn(const Query &query)
{
    return {.at = query.integer(0),
            .status = RunStatus(query.integer(1)),
            .failedRows = query.number(2).value_or(-1),
            .totalRows = query.number(3).value_or(-1)};
}

} // namespace

std::optional<bool> verdictOf(RunStatus status)
{
    switch (status) {
    case RunStatus::Pass:
    case RunStatus::Warn:
        return true;
    case RunStatus::Fail:
    case RunStatus::Error:
        return false;
    case RunStatus::Skipped:
    case RunStatus::Unknown:
        break;
    }
    return std::nullopt;
}

RunTable::Put RunTable::put(qint64 check, const CheckRun &run)
{
    static constexpr auto sql =
        "INSERT OR IGNORE INTO check_run (check_id, at, run, status, observed, expected, value,"
        " failed, total, message) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
    static constexpr auto changeSql =
        "UPDATE check_run SET status = ?4, observed = ?5, expected = ?6, value = ?7, failed = ?8,"
        " total = ?9, message = ?10 WHERE check_id = ?1 AND at = ?2 AND run = ?3 AND (status <> ?4"
        " OR observed <> ?5 OR expected <> ?6 OR value IS NOT ?7 OR failed IS NOT ?8"
        " OR total IS NOT ?9 OR message <> ?10)";
    {
        Query query(m_connection, sql);
        bindRun(query, check, run);
        if (query.execute() > 0)
            return Put::Added;
    }
    Query query(m_connection, changeSql);
    bindRun(query, check, run);
    return query.execute() > 0 ? Put::Changed : Put::Same;
}

void RunTable::removeLost()
{
    static constexpr auto sql =
        "DELETE FROM check_run WHERE check_id NOT IN (SELECT id FROM quality_check)";
    Query(m_connection, sql).execute();
}

QList<CheckRun> RunTable::newest(qint64 check, qint64 from, qint64 to, qint64 limit) const
{
    static constexpr auto sql =
        "SELECT at, run, status, observed, expected, value, failed, total, message FROM check_run"
        " WHERE check_id = ?1 AND at >= ?2 AND at < ?3 ORDER BY at DESC, run DESC LIMIT ?4";
    Query query(m_connection, sql);
    query.bind(check).bind(from).bind(to).bind(limit);
    QList<CheckRun> runs;
    while (query.step()) {
        runs.append({.check = {},
                     .at = QDateTime::fromMSecsSinceEpoch(query.integer(0), Qt::UTC),
                     .runId = query.text(1),
                     .status = RunStatus(query.integer(2)),
                     .observed = query.text(3),
                     .expected = query.text(4),
                     .value = query.real(5),
                     .failedRows = query.number(6),
                     .totalRows = query.number(7),
                     .message = query.text(8)});
    }
    return runs;
}

qint64 RunTable::countFrom(qint64 check, qint64 from) const
{
    static constexpr auto sql = "SELECT count(*) FROM check_run WHERE check_id = ?1 AND at >= ?2";
    Query query(m_connection, sql);
    query.bind(check).bind(from);
    query.step();
    return query.integer(0);
}

void RunTable::forEach(qint64 check, qint64 from, qint64 to,
                       const std::function<void(const RunFigures &)> &take) const
{
    static constexpr auto sql = "SELECT at, status, value FROM check_run"
                                " WHERE check_id = ?1 AND at >= ?2 AND at < ?3 ORDER BY at, run";
    Query query(m_connection, sql);
    query.bind(check).bind(from).bind(to);
    while (query.step())
        take({query.integer(0), RunStatus(query.integer(1)), query.real(2)});
}

QList<RunPoint> RunTable::points(qint64 check, qint64 from, qint64 to, qint64 before) const
{
    static constexpr auto beforeSql =
        "SELECT at, status, failed, total FROM check_run"
        " WHERE check_id = ?1 AND at < ?2 ORDER BY at DESC, run DESC LIMIT ?3";
    static constexpr auto sql = "SELECT at, status, failed, total FROM check_run"
                                " WHERE check_id = ?1 AND at >= ?2 AND at < ?3 ORDER BY at, run";
    QList<RunPoint> points;
    if (before > 0) {
        Query query(m_connection, beforeSql);
        query.bind(check).bind(from).bind(before);
        while (query.step())
            points.append(pointIn(query));
        std::reverse(points.begin(), points.end());
    }
    Query query(m_connection, sql);
    query.bind(check).bind(from).bind(to);
    while (query.step())
        points.append(pointIn(query));
    return points;
}

void FlipTable::renew(qint64 check, const News &news)
{
    static constexpr auto removeSql = "DELETE FROM check_flip WHERE check_id = ?1 AND at >= ?2";
    static constexpr auto sql =
        "INSERT INTO check_flip (check_id, at, run, status, seen) VALUES (?1, ?2, ?3, ?4, ?5)";
    const auto before = turnsFrom(check, news.from);
    {
        Query remove(m_connection, removeSql);
        remove.bind(check).bind(news.from);
        remove.execute();
    }
    const auto turns = turnsIn(check, news.from);
    for (std::size_t i = 0; i < turns.size(); ++i) {
        const auto &turn = turns[i];
        const auto end = i + 1 < turns.size() ? turns[i + 1].at : forEver;
        auto seen = news.runs.contains({turn.at, turn.run}) ? news.seen : 0;
        for (const auto &former : before) {
            // A verdict that was known to hold at some time of this stretch had come by then.
            const bool isSame = verdictOf(former.status) == verdictOf(turn.status)
                && former.at >= turn.at && former.at < end;
            if (isSame && former.seen != 0 && (seen == 0 || former.seen < seen))
                seen = former.seen;
        }
        Query query(m_connection, sql);
        query.bind(check).bind(turn.at).bind(turn.run).bind(qint64(turn.status)).bind(seen);
        query.execute();
    }
}

//! The flips as they were found before, whose arrival is known.
std::vector<FlipTable::Turn> FlipTable::turnsFrom(qint64 check, qint64 from) const
{
    static constexpr auto sql = "SELECT at, run, status, seen FROM check_flip"
                                " WHERE check_id = ?1 AND at >= ?2 AND seen <> 0";
    std::vector<Turn> turns;
    Query query(m_connection, sql);
    query.bind(check).bind(from);
    while (query.step())
        turns.push_back(
            {query.integer(0), query.text(1), RunStatus(query.integer(2)), query.integer(3)});
    return turns;
}

//! The flips that the runs from \a from on make.
std::vector<FlipTable::Turn> FlipTable::turnsIn(qint64 check, qint64 from) const
{
    static constexpr auto beforeSql =
        "SELECT status FROM check_flip WHERE check_id = ?1 ORDER BY at DESC, run DESC LIMIT 1";
    static constexpr auto runsSql = "SELECT at, run, status FROM check_run"
                                    " WHERE check_id = ?1 AND at >= ?2 ORDER BY at, run";
    std::optional<bool> held;
    {
        Query before(m_connection, beforeSql);
        before.bind(check);
        if (before.step())
            held = verdictOf(RunStatus(before.integer(0)));
    }
    std::vector<Turn> turns;
    Query runs(m_connection, runsSql);
    runs.bind(check).bind(from);
    while (runs.step()) {
        const auto status = RunStatus(runs.integer(2));
        const auto verdict = verdictOf(status);
        if (!verdict || verdict == held)
            continue;
        held = verdict;
        turns.push_back({runs.integer(0), runs.text(1), status, 0});
    }
    return turns;
}

QList<FlipTable::Row> FlipTable::of(qint64 check) const
{
    static constexpr auto sql =
        "SELECT at, status, seen FROM check_flip WHERE check_id = ?1 ORDER BY at, run";
    Query query(m_connection, sql);
    query.bind(check);
    QList<Row> rows;
    while (query.step())
        rows.append({check, query.integer(0), RunStatus(query.integer(1)), query.integer(2)});
    return rows;
}

std::optional<qint64> FlipTable::newest(qint64 check, qint64 at) const
{
    static constexpr auto sql =
        "SELECT at FROM check_flip WHERE check_id = ?1 AND at <= ?2 ORDER BY at DESC LIMIT 1";
    Query query(m_connection, sql);
    query.bind(check).bind(at);
    return query.step() ? std::optional(query.integer(0)) : std::nullopt;
}

void FlipTable::forEach(const std::function<void(const Row &)> &take) const
{
    static constexpr auto sql =
        "SELECT check_id, at, status, seen FROM check_flip ORDER BY check_id, at, run";
    Query query(m_connection, sql);
    while (query.step())
        take({query.integer(0), query.integer(1), RunStatus(query.integer(2)), query.integer(3)});
}

void FlipTable::removeLost()
{
    static constexpr auto sql =
        "DELETE FROM check_flip WHERE check_id NOT IN (SELECT id FROM quality_check)";
    Query(m_connection, sql).execute();
}

} // namespace portolan::store
