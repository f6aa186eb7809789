// SPDX-License-Identifier: GPL-3.0-or-later
//
// Fewer points for a screen. Two ways, for two pictures:
//
// minMaxPerColumn is for lines that are as wide as a pixel: what is drawn in a column of pixels is
// decided by where the line enters it, how far up and down it goes, and where it leaves. Keeping
// these four of each column draws the same pixels as drawing all (the M4 aggregation).
//
// largestTriangles is for few points, as in a sparkline or a table: the points between the first
// and the last are cut into buckets of equal count, and of each bucket the point stays that spans
// the largest triangle with the point kept before it and the mean of the bucket behind it. That
// alone may drop an extreme, which is what somebody looks for in a chart of quality; so the lowest
// and the highest point have two of the places.

#include "models/quality/downsample.h"

#include <algorithm>
#include <cmath>

namespace portolan::quality {

namespace {

bool isLeft(const QPointF &point, double x)
{
    return point.x() < x;
}

bool isLower(const QPointF &left, const QPointF &right)
{
    return left.y() < right.y();
}

using Iterator = QList<QPointF>::const_iterator;

//! The four of one column, each once, in their order.
void keepColumn(Iterator first, Iterator last, QList<QPointF> &kept)
{
    const auto [low, high] = std::minmax_element(first, last, isLower);
    std::array<Iterator, 4> four{first, low, high, std::prev(last)};
    std::sort(four.begin(), four.end());
    const auto end = std::unique(four.begin(), four.end());
    for (auto each = four.begin(); each != end; ++each)
        kept.append(**each);
}

//! The point of [first, last) that spans the largest triangle with \a before and \a behind.
qsizetype largest(const QList<QPointF> &points, qsizetype first, qsizetype last,
                  const QPointF &before, const QPointF &behind)
{
    auto best = first;
    double most = -1;
    for (auto i = first; i < last; ++i) {
        const auto &point = points.at(i);
        const double area = std::abs((before.x() - behind.x()) * (point.y() - before.y())
                                     - (before.x() - point.x()) * (behind.y() - before.y()));
        if (area > most) {
            most = area;
            best = i;
        }
    }
    return best;
}

QPointF mean(const QList<QPointF> &points, qsizetype first, qsizetype last)
{
    QPointF sum;
    for (auto i = first; i < last; ++i)
        sum += points.at(i);
    return sum / double(last - first);
}

} // namespace

QList<QPointF> minMaxPerColumn(const QList<QPointF> &sorted, double from, double to, int columns)
{
    auto first = std::lower_bound(sorted.begin(), sorted.end(), from, isLeft);
    const auto last = std::lower_bound(first, sorted.end(), to, isLeft);
    QList<QPointF> kept;
    if (first != sorted.begin())
        kept.append(*std::prev(first));
    columns = std::max(columns, 1);
    for (int column = 1; column <= columns && first != last; ++column) {
        const double edge = from + (to - from) * column / columns;
        const auto next = column == columns ? last : std::lower_bound(first, last, edge, isLeft);
        if (first != next)
            keepColumn(first, next, kept);
        first = next;
    }
    if (last != sorted.end())
        kept.append(*last);
    return kept;
}

QList<QPointF> largestTriangles(const QList<QPointF> &sorted, int most)
{
    most = std::max(most, 4);
    const auto count = sorted.size();
    if (count <= most)
        return sorted;
    const auto [low, high] = std::minmax_element(sorted.begin(), sorted.end(), isLower);
    QList<qsizetype> kept{0, low - sorted.begin(), high - sorted.begin(), count - 1};
    // Two places are for the ends and two for the extremes.
    const qsizetype buckets = most - 4;
    const auto edge = [&](qsizetype bucket) { return 1 + (count - 2) * bucket / buckets; };
    qsizetype before = 0;
    for (qsizetype bucket = 0; bucket < buckets; ++bucket) {
        const auto behind =
            bucket + 1 < buckets ? mean(sorted, edge(bucket + 1), edge(bucket + 2)) : sorted.last();
        before = largest(sorted, edge(bucket), edge(bucket + 1), sorted.at(before), behind);
        kept.append(before);
    }
    std::sort(kept.begin(), kept.end());
    kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
    QList<QPointF> points;
    points.reserve(kept.size());
    for (const auto index : std::as_const(kept))
        points.append(sorted.at(index));
    return points;
}

} // namespace portolan::quality
