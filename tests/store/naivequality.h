// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/qualityvalues.h"

#include <QList>
#include <QString>

#include <map>
#include <optional>
#include <tuple>

namespace portolan::tests {

//! What the store is held against: all runs in one map, and every answer counted from all of them.
class NaiveQuality
{
public:
    void put(const domain::CheckRun &run) { m_runs[{run.check, run.at, run.runId}] = run; }

    QList<domain::CheckRun> newestFirst(const QString &check) const
    {
        QList<domain::CheckRun> runs;
        for (const auto &[key, run] : m_runs) {
            if (run.check == check)
                runs.prepend(run);
        }
        return runs;
    }

    //! As far as it shows at \a at.
    std::pair<qint64, std::optional<domain::CheckRun>> stateAt(const QString &check,
                                                               const QDateTime &at) const
    {
        std::pair<qint64, std::optional<domain::CheckRun>> state;
        for (const auto &[key, run] : m_runs) {
            if (run.check == check && run.at <= at) {
                ++state.first;
                state.second = run;
            }
        }
        return state;
    }

    store::RunBucket bucket(const QString &check, const QDateTime &from, const QDateTime &to) const
    {
        store::RunBucket bucket{from, to, {}, {}, {}};
        for (const auto &[key, run] : m_runs) {
            if (run.check != check || run.at < from || run.at >= to)
                continue;
            bucket.counts.add(run.status);
            if (!run.value)
                continue;
            bucket.least = bucket.least ? std::min(*bucket.least, *run.value) : *run.value;
            bucket.most = bucket.most ? std::max(*bucket.most, *run.value) : *run.value;
        }
        return bucket;
    }

    //! Since when \a check is bad at \a at; null when it is not.
    QDateTime badSince(const QString &check, const QDateTime &at) const
    {
        const auto last = stateAt(check, at).second;
        const bool isBad = last
            && (last->status == domain::RunStatus::Fail
                || last->status == domain::RunStatus::Error);
        QDateTime since;
        for (const auto &[turned, status] : flips(check)) {
            if (isBad && turned <= at.toMSecsSinceEpoch())
                since = QDateTime::fromMSecsSinceEpoch(turned, Qt::UTC);
        }
        return since;
    }

    //! When the verdict turned, and how the run ended at which it did.
    QList<std::pair<qint64, domain::RunStatus>> flips(const QString &check) const
    {
        using domain::RunStatus;
        QList<std::pair<qint64, RunStatus>> flips;
        std::optional<bool> held;
        for (const auto &[key, run] : m_runs) {
            const bool good = run.status == RunStatus::Pass || run.status == RunStatus::Warn;
            const bool bad = run.status == RunStatus::Fail || run.status == RunStatus::Error;
            if (run.check != check || (!good && !bad) || held == good)
                continue;
            held = good;
            flips.append({run.at.toMSecsSinceEpoch(), run.status});
        }
        return flips;
    }

private:
    std::map<std::tuple<QString, QDateTime, QString>, domain::CheckRun> m_runs;
};

} // namespace portolan::tests
