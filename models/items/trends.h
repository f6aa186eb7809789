// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/qualityfilter.h"
#include "models/items/qualityvalues.h"

#include <QList>
#include <QString>

#include <optional>

namespace portolan::items {

//! The share of good runs day by day, of one domain or of all others together.
struct TrendLine
{
    QString name; //!< of the domain; empty for the others
    QList<std::optional<double>> shares; //!< one for each of Trend::days; empty: unknown

    std::optional<double> last() const;
};

//! One dimension over the days of a period: domains that stand out, and the others together.
struct Trend
{
    QString dimension;
    QList<QDate> days;
    QList<TrendLine> lines; //!< the others first, then what stands out, the worst last
};

//! What trends are held against where a service level has no target of its own.
inline constexpr double usualTarget = 0.99;
//! At most so many domains stand out in one trend: more cannot be told apart.
inline constexpr int mostOutliers = 2;

//! The trends of completeness, accuracy, freshness and validity on \a board. A domain stands out
//! when its last week is below usualTarget.
QList<Trend> trendsOf(const QualityBoard &board, const QualityFilter &filter = {});

} // namespace portolan::items
