// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lineage/layout/crossings.h"
#include "models/lineage/layout/sifting.h"

namespace portolan::lineage {

//! Looks for an order with few crossings, one small step after the other; the best one found is at
//! hand at any time. The same number of steps finds the same order.
class OrderSearch
{
public:
    //! \a graph must outlive it. An order given is kept as it is, and only items that it does not
    //! bind may be improved by the caller; none is looked for.
    explicit OrderSearch(const LayeredGraph &graph);
    OrderSearch(const LayeredGraph &graph, Ordering kept);

    const Ordering &best() const { return m_best; }
    std::uint64_t bestCrossings() const { return m_least; }
    bool isFinished() const { return m_phase == Phase::Finished; }

    //! One sweep over all columns, or the sifting of one. Returns roughly how many items and links
    //! it looked at.
    std::uint64_t step();

private:
    enum class Phase : std::uint8_t { Sweeping, Sifting, Finished };

    void beginRound();
    void endRound();
    void sweepOnce();
    void siftOnce();
    void take(const Ordering &order, std::uint64_t crossings);

    const LayeredGraph &m_graph;
    Sweeper m_sweeper;
    Sifter m_sifter;
    CrossingCounter m_counter;
    Ordering m_current; //!< what is being worked on
    Ordering m_roundBest;
    std::uint64_t m_roundLeast = 0;
    Ordering m_best;
    std::uint64_t m_least = 0;
    Phase m_phase = Phase::Sweeping;
    std::uint32_t m_round = 0;
    std::uint32_t m_sweeps = 0; //!< of this round
    std::uint32_t m_failures = 0; //!< sweeps, passes of sifting, or rounds that found nothing
    std::uint32_t m_barrenRounds = 0;
    std::uint32_t m_sifted = 0; //!< columns of this pass
    std::uint64_t m_saved = 0; //!< by this pass
    bool m_leftwards = false; //!< this pass goes from the last column to the first
};

} // namespace portolan::lineage
