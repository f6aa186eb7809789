// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lineage/layout/crossings.h"
#include "models/lineage/layout/sifting.h"
#include "models/lineage/layout/smoothing.h"

namespace portolan::lineage {

//! Looks for an order with few crossings, one small step after the other; the best one found is at
//! hand at any time. The same number of steps finds the same order.
class OrderSearch
{
public:
    //! \a graph must outlive it.
    explicit OrderSearch(const LayeredGraph &graph);
    //! Takes \a kept as it is; nothing is looked for, start() and step() do nothing until letGo().
    OrderSearch(const LayeredGraph &graph, Ordering kept);

    const Ordering &best() const { return m_best; }

    std::uint64_t bestCrossings() const { return m_least; }

    bool isFinished() const { return m_phase == Phase::Finished; }

    //! Finds the first order: what brings most at the least cost. Call it before anything else.
    void start();

    //! Looks for something better than the order that was kept, beginning with that. Does nothing
    //! where none was.
    void letGo();

    //! One sweep over all columns, some smoothing, or the sifting of one column or a part of it; at
    //! most some ten milliseconds. Returns roughly how many items and links it looked at.
    std::uint64_t step();

private:
    enum class Phase : std::uint8_t { Sweeping, Smoothing, Sifting, Finished };

    void beginRound();
    void endRound();
    void beginSmoothing();
    void beginSifting();
    void sweepOnce();
    void smoothOnce();
    std::uint64_t siftOnce();
    void endPass();
    bool note(const Ordering &order, std::uint64_t crossings);

    const LayeredGraph &m_graph;
    Sweeper m_sweeper;
    Smoother m_smoother;
    Sifter m_sifter;
    CrossingCounter m_counter;
    Ordering m_best;
    std::uint64_t m_least = 0;
    Phase m_phase = Phase::Sweeping;
    bool m_isKept = false; //!< the order is one from before, and nobody let it go

    Ordering m_current; //!< what is being worked on
    Ordering m_roundBest;
    std::uint64_t m_roundLeast = 0;
    std::uint64_t m_leastBefore = 0; //!< before this round
    std::uint32_t m_round = 0;
    std::uint32_t m_barrenRounds = 0;
    std::uint32_t m_tries = 0; //!< sweeps or smoothings of this phase
    std::uint32_t m_failures = 0; //!< of them in a row that found nothing
    std::uint32_t m_siftedRanks = 0; //!< columns done in this pass
    std::uint32_t m_siftedPlaces = 0; //!< places done in the next one
    std::uint64_t m_saved = 0; //!< by this pass
    bool m_leftwards = false; //!< this pass goes from the last column to the first
};

} // namespace portolan::lineage
