// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>

namespace portolan::quality {

//! The points of \a sorted (by x) that a chart of \a columns pixels from \a from up to \a to cannot
//! do without: of each column the first, the lowest, the highest and the last, in order. So the
//! picture is the one that all points would give. The points next to the range on both sides come
//! along, so that lines reach the edges. Time: the points of the range.
[[nodiscard]] QList<QPointF> minMaxPerColumn(const QList<QPointF> &sorted, double from, double to,
                                             int columns);

//! At most \a most (at least 4) of \a sorted: those that keep the shape (largest triangle, three
//! buckets), and always the first, the last, the lowest and the highest.
[[nodiscard]] QList<QPointF> largestTriangles(const QList<QPointF> &sorted, int most);

} // namespace portolan::quality
