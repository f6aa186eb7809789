// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lineage/layout/ordering.h"

namespace portolan::lineage {

//! Moves single items to the best place of their column, all others standing still; in columns of
//! many thousands to the best within a thousand places up and down.
class Sifter
{
public:
    //! Some places of a column, \a to not included; it may lie beyond the end.
    struct Places
    {
        std::uint32_t from;
        std::uint32_t to;
    };

    explicit Sifter(const LayeredGraph &graph);

    //! Sifts each item that stands in \a places of column \a rank once; the number of crossings
    //! that this saves.
    std::uint64_t sift(Ordering &order, std::uint32_t rank, Places places);

private:
    //! A link by its place in the other column.
    struct Meeting
    {
        std::uint32_t place;
        std::int32_t weight;
    };

    //! The links of all items to one side, by the number of the item in this column.
    struct Side
    {
        std::vector<Meeting> meetings;
        std::vector<std::uint32_t> start;
        //! Per place of the other column: what a link to it costs an item above the one that is
        //! sifted, less what it costs below.
        std::vector<std::int32_t> cost;

        std::span<const Meeting> of(std::uint32_t number) const
        {
            return {meetings.data() + start[number], meetings.data() + start[number + 1]};
        }
    };

    void gather(Side &side, const Ordering &order, std::uint32_t rank, Direction direction) const;
    static void price(Side &side, std::uint32_t number);
    std::int64_t differenceTo(std::uint32_t number) const;
    std::int64_t siftItem(std::uint32_t number, std::uint32_t from, std::uint32_t to);

    const LayeredGraph &m_graph;
    Side m_left;
    Side m_right;
    std::vector<Item> m_items; //!< the column as it was: its items by their number
    std::vector<std::uint32_t> m_column; //!< the column as it becomes: numbers from top to bottom
    std::vector<std::uint32_t> m_at; //!< per number: its place now
};

} // namespace portolan::lineage
