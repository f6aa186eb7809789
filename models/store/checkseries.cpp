// SPDX-License-Identifier: GPL-3.0-or-later
// The part of QualityReader that reads the runs of one check.
#include "models/store/qualityreader.h"

#include <algorithm>
#include <map>

namespace portolan::store {

using domain::CheckRun;

namespace {

//! The newest of several names' runs together; a check has but one name unless somebody joined two.
template <typename T>
void sortByTime(QList<T> &runs, bool newestFirst)
{
    std::stable_sort(runs.begin(), runs.end(), [newestFirst](const T &left, const T &right) {
        return newestFirst ? right.at < left.at : left.at < right.at;
    });
}

QDateTime timeOf(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

} // namespace

QList<CheckRun> QualityReader::runs(const QUuid &check, const QDateTime &from, const QDateTime &to,
                                    int limit)
{
    const auto [first, last] = boundsOf(from, to);
    QList<CheckRun> runs;
    const auto numbers = historyOf(check);
    for (const auto number : numbers)
        runs.append(m_history.runs().newest(number, first, last, limit));
    if (numbers.size() > 1) {
        sortByTime(runs, true);
        runs = runs.mid(0, limit);
    }
    const auto entity = m_cache.find(check);
    const auto row = entity ? m_facts.of(*entity) : std::nullopt;
    for (auto &run : runs)
        run.check = row ? row->nativeId : QString();
    return runs;
}

QList<ValuePoint> QualityReader::points(const QUuid &check, const QDateTime &from,
                                        const QDateTime &to)
{
    const auto [first, last] = boundsOf(from, to);
    QList<ValuePoint> points;
    const auto numbers = historyOf(check);
    for (const auto number : numbers) {
        m_history.runs().forEach(number, first, last, [&points](const RunFigures &run) {
            points.append({run.at, run.status, run.value});
        });
    }
    if (numbers.size() > 1)
        sortByTime(points, false);
    return points;
}

QList<RunBucket> QualityReader::buckets(const QUuid &check, const QDateTime &from,
                                        const QDateTime &to, int most)
{
    const auto numbers = historyOf(check);
    const auto [first, last] = boundsOf(from, to);
    if (first >= last || first == sinceEver || last == forEver || most < 1)
        throw Error{Error::Kind::BadInput, QStringLiteral("buckets need a beginning and an end")};
    auto width = (last - first + most - 1) / most;
    auto origin = first;
    const bool ofDays = width >= dayMs;
    if (ofDays) { // begin with whole UTC days, of which one more may be cut at either end
        width = (width + dayMs - 1) / dayMs * dayMs;
        origin = dayOf(first) * dayMs;
        while ((last - origin + width - 1) / width > most)
            width += dayMs;
    }
    std::map<qint64, DayRollup> found;
    for (const auto number : numbers) {
        const auto take = [&](const RunFigures &run) {
            found[(run.at - origin) / width].add(run.status, run.value);
        };
        const auto firstDay = dayOf(first + dayMs - 1);
        const auto lastDay = dayOf(last);
        if (!ofDays || firstDay >= lastDay) {
            m_history.runs().forEach(number, first, last, take);
            continue;
        }
        m_history.runs().forEach(number, first, firstDay * dayMs, take);
        for (const auto &[day, rollup] : m_history.days().days(number, firstDay, lastDay))
            found[(day * dayMs - origin) / width].add(rollup);
        m_history.runs().forEach(number, lastDay * dayMs, last, take);
    }
    QList<RunBucket> buckets;
    for (const auto &[index, rollup] : found) {
        const auto start = origin + index * width;
        buckets.append({timeOf(std::max(first, start)), timeOf(std::min(last, start + width)),
                        rollup.counts, rollup.least, rollup.most});
    }
    return buckets;
}

} // namespace portolan::store
