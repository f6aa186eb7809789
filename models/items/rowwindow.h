// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a long list that is in memory.
//
// A list of a million rows has a known length and one contiguous stretch of loaded rows around what
// a person looks at. Pages that touch the stretch extend it, a page elsewhere replaces it, and what
// is farthest from the newest page goes when the stretch is longer than its limit. One stretch, not
// a sparse set of pages: inserting or removing a row then moves one number instead of every page,
// and nobody looks at two distant parts of one list at the same time.
#pragma once

#include <QList>

#include <algorithm>
#include <optional>

namespace portolan::items {

//! A list of known length of which a contiguous stretch is loaded.
template <typename Row>
class RowWindow
{
public:
    //! Keeps at most \a limit rows; asks for them \a page at a time.
    explicit RowWindow(qint64 page = 200, qint64 limit = 1000)
        : m_page(page)
        , m_limit(std::max(limit, page))
    {
    }

    qint64 total() const { return m_total; }

    qint64 first() const { return m_first; }

    qint64 end() const { return m_first + m_rows.size(); }

    const QList<Row> &rows() const { return m_rows; }

    //! The row at \a at, or null while it is not loaded.
    const Row *row(qint64 at) const
    {
        return at >= m_first && at < end() ? &m_rows.at(at - m_first) : nullptr;
    }

    //! Forgets all rows; the list has \a total of them from now on.
    void reset(qint64 total)
    {
        m_total = total;
        m_first = 0;
        m_rows.clear();
    }

    //! Takes in the rows from \a from on; those beyond the end of the list are dropped.
    void put(qint64 from, QList<Row> rows)
    {
        rows = rows.mid(0, std::max<qint64>(0, m_total - from));
        if (rows.isEmpty())
            return;
        const qint64 to = from + rows.size();
        if (m_rows.isEmpty() || to < m_first || from > end()) {
            m_first = from;
            m_rows = std::move(rows);
            return;
        }
        auto joined = from > m_first ? m_rows.mid(0, from - m_first) : QList<Row>();
        joined += rows;
        if (to < end())
            joined += m_rows.mid(to - m_first);
        m_first = std::min(m_first, from);
        m_rows = std::move(joined);
        trim(from, to);
    }

    //! Where the first page starts that is needed to show the rows from \a from to \a to
    //! (exclusive); nothing when all of them are loaded.
    std::optional<qint64> missing(qint64 from, qint64 to) const
    {
        to = std::min(to, m_total);
        for (qint64 at = std::max<qint64>(0, from); at < to; ++at) {
            if (!row(at))
                return at / m_page * m_page;
            at = std::max(at, end() - 1);
        }
        return {};
    }

    //! Inserts \a rows before \a at, which is in the stretch or at its end.
    void insert(qint64 at, const QList<Row> &rows)
    {
        auto joined = m_rows.mid(0, at - m_first);
        joined += rows;
        joined += m_rows.mid(at - m_first);
        m_rows = std::move(joined);
        m_total += rows.size();
    }

    //! Removes the \a count rows from \a at on, all of which are in the stretch.
    void remove(qint64 at, qint64 count)
    {
        m_rows.remove(at - m_first, count);
        m_total -= count;
    }

    //! Puts \a row in the place of the loaded row \a at.
    void replace(qint64 at, Row row) { m_rows[at - m_first] = std::move(row); }

    //! Forgets the loaded rows outside of \a from to \a to (exclusive).
    void keepOnly(qint64 from, qint64 to)
    {
        from = std::clamp(from, m_first, end());
        to = std::clamp(to, from, end());
        m_rows = m_rows.mid(from - m_first, to - from);
        m_first = from;
    }

    //! Makes the list \a total long; the loaded rows are within it.
    void setTotal(qint64 total) { m_total = total; }

private:
    void trim(qint64 from, qint64 to)
    {
        const qint64 excess = m_rows.size() - m_limit;
        if (excess <= 0)
            return;
        const qint64 before = from - m_first;
        const qint64 after = end() - to;
        const qint64 fromFront =
            before > after ? std::min(before, excess) : std::max<qint64>(0, excess - after);
        keepOnly(m_first + fromFront, end() - (excess - fromFront));
    }

    qint64 m_page;
    qint64 m_limit;
    qint64 m_total = 0;
    qint64 m_first = 0;
    QList<Row> m_rows;
};

} // namespace portolan::items
