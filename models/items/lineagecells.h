// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

#include <utility>
#include <vector>

namespace portolan::items {

//! A grid of squares over a picture, and what lies in each of them.
class LineageCells
{
public:
    //! Squares from \a left to \a right and from \a top to \a bottom, all included.
    struct Range
    {
        int left;
        int top;
        int right;
        int bottom;
    };

    LineageCells() = default;
    //! Squares over \a bounds; empty until fill().
    explicit LineageCells(const QRectF &bounds);

    //! The squares that \a area meets; the nearest ones where it lies outside.
    Range rangeOf(const QRectF &area) const;

    //! The number of the square in column \a x and row \a y.
    quint32 numberOf(int x, int y) const { return quint32(y * m_across + x); }

    //! Takes in pairs of a square and what lies in it.
    void fill(const std::vector<std::pair<quint32, quint32>> &entries);

    //! Calls \a visit with everything in the squares of \a area, and its column and row. What lies
    //! in several squares comes several times.
    template <typename Visit>
    void forEachIn(const QRectF &area, Visit visit) const
    {
        if (m_start.empty() || !area.intersects(m_bounds.adjusted(-1, -1, 1, 1)))
            return;
        const auto range = rangeOf(area);
        for (int y = range.top; y <= range.bottom; ++y) {
            for (int x = range.left; x <= range.right; ++x) {
                const auto cell = numberOf(x, y);
                for (auto i = m_start[cell]; i < m_start[cell + 1]; ++i)
                    visit(m_items[i], x, y);
            }
        }
    }

private:
    QRectF m_bounds;
    int m_across = 0;
    int m_down = 0;
    std::vector<quint32> m_start;
    std::vector<quint32> m_items;
};

} // namespace portolan::items
