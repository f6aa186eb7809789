// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/search/window.h"

#include <algorithm>
#include <tuple>

namespace portolan::store {
namespace {

//! Walks a set in one order: by number (popularity falling, then label), or along a stored order.
class Cursor
{
public:
    Cursor(const Segment &segment, const Bitset &set, Sort sort, std::size_t part)
        : m_segment(segment)
        , m_set(set)
        , m_sort(sort)
        , m_part(part)
    {
        if (sort == Sort::Name)
            m_order = segment.byName();
        else if (sort == Sort::Updated)
            m_order = segment.byUpdated();
        m_byNumber = sort == Sort::Best || sort == Sort::Popularity;
        advance(0);
    }

    bool atEnd() const { return m_at >= m_set.size(); }

    std::size_t document() const { return m_byNumber ? m_at : m_order[m_at]; }

    void next() { advance(m_at + 1); }

    const Segment &segment() const { return m_segment; }

    std::size_t part() const { return m_part; }

    //! Goes on by at most \a count members; how many it were.
    std::size_t skip(std::size_t count)
    {
        if (!m_byNumber || atEnd())
            return 0;
        std::size_t skipped = 0;
        while (m_at < m_set.size()) {
            const auto rest = m_set.words()[m_at / 64] >> (m_at % 64);
            const auto members = static_cast<std::size_t>(std::popcount(rest));
            if (skipped + members > count)
                break;
            skipped += members;
            m_at = (m_at / 64 + 1) * 64;
        }
        advance(m_at);
        return skipped;
    }

    bool comesBefore(const Cursor &other) const
    {
        const auto a = document();
        const auto b = other.document();
        const auto &left = m_segment;
        const auto &right = other.m_segment;
        const auto name = left.label(a).compare(right.label(b));
        const auto popularity = [](const Segment &segment, std::size_t document) {
            return -static_cast<std::int64_t>(segment.popularity(document));
        };
        const std::tuple byNumber(popularity(left, a), name, left.tieBreaker(a));
        const std::tuple otherByNumber(popularity(right, b), 0, right.tieBreaker(b));
        if (m_sort == Sort::Name && name != 0)
            return name < 0;
        if (m_sort == Sort::Updated && left.changedAt(a) != right.changedAt(b))
            return left.changedAt(a) > right.changedAt(b);
        return byNumber < otherByNumber;
    }

private:
    void advance(std::size_t from)
    {
        m_at = m_byNumber ? m_set.next(from) : from;
        while (!m_byNumber && m_at < m_set.size() && !m_set.test(m_order[m_at]))
            ++m_at;
    }

    const Segment &m_segment;
    const Bitset &m_set;
    Sort m_sort;
    std::size_t m_part;
    View<std::uint32_t> m_order;
    bool m_byNumber = true;
    std::size_t m_at = 0;
};

//! In which of \a tiers the document stands that \a cursor is at.
int shownTier(const std::vector<Tier> &tiers, const Cursor &cursor)
{
    for (const auto &tier : tiers) {
        if (tier.sets[cursor.part()].test(cursor.document()))
            return tier.shown;
    }
    return 0;
}

//! Visits the members of \a sets in the order \a sort, after leaving out \a offset of them, until
//! \a visit answers false.
template <typename Visit>
void walk(const Parts &parts, const PartSets &sets, Sort sort, std::size_t &offset, Visit visit)
{
    std::vector<Cursor> cursors;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Cursor cursor(*parts[i].segment, sets[i], sort, i);
        if (!cursor.atEnd())
            cursors.push_back(cursor);
    }
    while (!cursors.empty()) {
        if (cursors.size() == 1 && offset > 0) {
            offset -= cursors.front().skip(offset);
            if (cursors.front().atEnd())
                return;
        }
        std::size_t best = 0;
        for (std::size_t i = 1; i < cursors.size(); ++i) {
            if (cursors[i].comesBefore(cursors[best]))
                best = i;
        }
        if (offset > 0)
            --offset;
        else if (!visit(cursors[best]))
            return;
        cursors[best].next();
        if (cursors[best].atEnd()) {
            std::vector<Cursor> left;
            for (std::size_t i = 0; i < cursors.size(); ++i) {
                if (i != best)
                    left.push_back(cursors[i]);
            }
            cursors.swap(left);
        }
    }
}

PartSets united(const std::vector<Tier> &tiers)
{
    auto all = tiers.front().sets;
    for (const auto &tier : tiers) {
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i] |= tier.sets[i];
    }
    return all;
}

} // namespace

std::vector<RankedRow> windowOf(const Parts &parts, const std::vector<Tier> &tiers,
                                const SearchRequest &request)
{
    std::vector<RankedRow> rows;
    auto offset = static_cast<std::size_t>(std::max<qint64>(request.offset, 0));
    const auto limit = static_cast<std::size_t>(std::max(request.limit, 0));
    if (tiers.empty() || limit == 0)
        return rows;
    const auto take = [&](const Cursor &cursor) {
        const auto tier = shownTier(tiers, cursor);
        rows.push_back({cursor.segment().rowid(cursor.document()), tier});
        return rows.size() < limit;
    };
    if (request.sort != Sort::Best) { // any other order runs through all tiers at once
        walk(parts, united(tiers), request.sort, offset, take);
        return rows;
    }
    for (std::size_t i = 0; i < tiers.size() && rows.size() < limit; ++i)
        walk(parts, tiers[i].sets, request.sort, offset, take);
    return rows;
}

} // namespace portolan::store
