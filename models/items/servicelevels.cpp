// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/servicelevels.h"

#include "models/items/sloevidence.h"

#include <QHash>

#include <algorithm>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

// Evidence of this many is read at once, and of twice as many held.
constexpr qsizetype partSize = 100;
// The longest burn window, and the longest time a verdict holds (slo.md, sections 1 and 3).
constexpr int daysBeforeWindow = 7 + 3;

//! The longest that \a duration can be, in days.
int daysOf(const QString &duration)
{
    static const QHash<QChar, double> days{{u'm', 1. / 1440}, {u'h', 1. / 24}, {u'd', 1},
                                           {u'w', 7},         {u'M', 31},      {u'Q', 92},
                                           {u'Y', 366}};
    const auto count = duration.chopped(duration.isEmpty() ? 0 : 1).toInt();
    const auto unit = duration.isEmpty() ? QChar() : duration.back();
    return int(std::clamp(count * days.value(unit, 28.), 1., 5. * 366));
}

QFuture<Result<QList<store::SloEvidence>>>
askEvidence(store::Store &store, const QList<store::SloRow> &rows, const QDateTime &at)
{
    QList<QUuid> ids;
    auto since = at;
    for (const auto &row : rows) {
        ids.append(row.id);
        since = std::min(since, evidenceSince(row.slo, at));
    }
    return store.sloEvidence(ids, since, at);
}

} // namespace

QDateTime evidenceSince(const domain::Slo &slo, const QDateTime &at)
{
    return at.addDays(-daysOf(slo.window.duration) - daysBeforeWindow);
}

ServiceLevel levelOf(const store::SloRow &row, const store::SloEvidence &evidence,
                     const QDateTime &at)
{
    ServiceLevel level{.row = row, .figures = {}, .problem = row.slo.notEvaluated};
    if (!level.problem.isEmpty())
        return level;
    const auto figures = quality::figuresOf(row.slo, evidenceOf(evidence), at.toMSecsSinceEpoch());
    if (figures)
        level.figures = *figures;
    else
        level.problem = figures.error().detail;
    return level;
}

Result<QList<ServiceLevel>> levelsOf(store::Store &store, const QList<store::SloRow> &rows,
                                     const QDateTime &at)
{
    QList<ServiceLevel> levels;
    levels.reserve(rows.size());
    auto next = askEvidence(store, rows.mid(0, partSize), at);
    for (qsizetype first = 0; first < rows.size(); first += partSize) {
        const auto part = rows.mid(first, partSize);
        const auto read = next.takeResult();
        // The next part is read while this one is worked out.
        if (first + partSize < rows.size())
            next = askEvidence(store, rows.mid(first + partSize, partSize), at);
        if (!read)
            return tl::unexpected(read.error());
        QHash<QUuid, const store::SloEvidence *> evidence;
        for (const auto &one : *read)
            evidence.insert(one.slo, &one);
        for (const auto &row : part) {
            const auto *found = evidence.value(row.id);
            levels.append(levelOf(row, found ? *found : store::SloEvidence{.slo = row.id}, at));
        }
    }
    return levels;
}

bool isWorse(const ServiceLevel &left, const ServiceLevel &right)
{
    const auto key = [](const ServiceLevel &level) {
        return std::tuple(int(level.state()), level.figures.budget.remaining);
    };
    if (key(left) != key(right))
        return key(left) < key(right);
    if (const auto order = left.title().localeAwareCompare(right.title()); order != 0)
        return order < 0;
    return left.row.slo.nativeId < right.row.slo.nativeId;
}

QList<store::SloStanding> standingsOf(const QList<ServiceLevel> &levels, const QDateTime &at)
{
    QList<store::SloStanding> standings;
    for (const auto &level : levels)
        standings.append({.slo = level.row.id,
                          .state = level.state(),
                          .sli = level.figures.sli,
                          .remaining = level.figures.budget.remaining,
                          .at = at});
    return standings;
}

} // namespace portolan::items
