// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lineage/layout/ordering.h"

#include <tuple>

namespace portolan::lineage {

//! Finds an order in which items stand at about the height of their neighbours in both columns
//! beside them, over the whole graph at once. A sweep sees one side at a time, and settles where
//! what is far apart should be together; smoothing is what brings it there.
class Smoother
{
public:
    explicit Smoother(const LayeredGraph &graph);

    //! Starts from the places of \a order.
    void begin(const Ordering &order);
    //! Moves each item to the middle between its height and its neighbours' mean, \a times times.
    void smooth(int times);
    //! Sorts \a order by the heights that are reached. A line over several columns has the mean of
    //! its heights in all of them, so that no two such lines cross on their way.
    void apply(Ordering &order);

private:
    //! What items are sorted by; equal heights by number, so that the order is the same always.
    struct Key
    {
        Lane lane;
        float height;
        Item item;

        bool operator<(const Key &other) const
        {
            return std::tie(lane, height, item) < std::tie(other.lane, other.height, other.item);
        }
    };

    //! How much a neighbour counts: its weight, to twice that of all of them.
    struct Pull
    {
        Item item;
        float share;
    };

    void spread();

    const LayeredGraph &m_graph;
    std::vector<float> m_weight; //!< per item: of all its links
    std::vector<Pull> m_pulls; //!< of one item after the other, both sides in one
    std::vector<std::uint32_t> m_firstPull; //!< per item, and one more
    std::vector<float> m_height; //!< per item
    std::vector<float> m_next;
    std::vector<Key> m_keys;
    std::vector<double> m_sum; //!< per lane: of weights times heights
    std::vector<double> m_square;
    std::vector<double> m_total; //!< per lane: of weights
};

} // namespace portolan::lineage
