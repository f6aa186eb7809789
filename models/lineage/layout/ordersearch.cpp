// SPDX-License-Identifier: GPL-3.0-or-later
// Rounds: an order to start from, sweeps until they find nothing better, then sifting until it saves
// next to nothing. The first rounds start from different walks over the graph; later ones from the
// best order, shaken.
#include "models/lineage/layout/ordersearch.h"

#include <algorithm>

namespace portolan::lineage {
namespace {

constexpr std::uint32_t patience = 4; //!< sweeps without success
constexpr std::uint32_t mostSweeps = 24; //!< of a round
constexpr std::uint32_t mostBarrenRounds = 10;
constexpr std::uint64_t worthwhile = 1000; //!< a pass that saves less than one in so many is the last

} // namespace

OrderSearch::OrderSearch(const LayeredGraph &graph)
    : m_graph(graph)
    , m_sweeper(graph)
    , m_sifter(graph)
    , m_counter(graph)
{
    m_best = walkedOrder(graph, StartFrom::Left);
    m_least = m_counter.total(m_best);
    beginRound();
}

OrderSearch::OrderSearch(const LayeredGraph &graph, Ordering kept)
    : m_graph(graph)
    , m_sweeper(graph)
    , m_sifter(graph)
    , m_counter(graph)
    , m_best(std::move(kept))
    , m_phase(Phase::Finished)
{
    m_least = m_counter.total(m_best);
}

std::uint64_t OrderSearch::step()
{
    const auto elements = m_graph.itemCount() + m_graph.downLinks.size();
    switch (m_phase) {
    case Phase::Sweeping:
        sweepOnce();
        return 2 * elements;
    case Phase::Sifting: {
        const auto rank = m_leftwards ? m_graph.rankCount() - 1 - m_sifted : m_sifted;
        const std::uint64_t height = m_graph.rankStart[rank + 1] - m_graph.rankStart[rank];
        siftOnce();
        return 1 + height * std::min<std::uint64_t>(height, 2000);
    }
    case Phase::Finished:
        break;
    }
    return 0;
}

void OrderSearch::beginRound()
{
    m_phase = m_least == 0 ? Phase::Finished : Phase::Sweeping;
    m_sweeps = 0;
    m_failures = 0;
    if (m_round == 0) {
        m_current = m_best;
    } else if (m_round == 1) {
        m_current = walkedOrder(m_graph, StartFrom::Right);
    } else {
        m_current = m_best;
        const auto noise = static_cast<float>(1U << (m_round % 4));
        m_sweeper.shake(m_current,
                        m_round % 2 == 0 ? Direction::Downstream : Direction::Upstream, noise,
                        m_round);
    }
    m_roundBest = m_current;
    m_roundLeast = m_counter.total(m_current);
}

void OrderSearch::take(const Ordering &order, std::uint64_t crossings)
{
    if (crossings < m_least) {
        m_least = crossings;
        m_best = order;
    }
}

void OrderSearch::sweepOnce()
{
    const auto direction = (m_sweeps + m_round) % 2 == 0 ? Direction::Downstream
                                                         : Direction::Upstream;
    m_sweeper.sweep(m_current, direction,
                    m_sweeps % 4 < 2 ? Measure::Barycentre : Measure::Median);
    ++m_sweeps;
    const auto crossings = m_counter.total(m_current);
    if (crossings < m_roundLeast) {
        m_roundLeast = crossings;
        m_roundBest = m_current;
        m_failures = 0;
        take(m_current, crossings);
    } else {
        ++m_failures;
    }
    if (m_failures >= patience || m_sweeps >= mostSweeps || m_least == 0) {
        m_current = m_roundBest;
        m_phase = Phase::Sifting;
        m_sifted = 0;
        m_saved = 0;
        m_leftwards = false;
    }
}

void OrderSearch::siftOnce()
{
    const auto rank = m_leftwards ? m_graph.rankCount() - 1 - m_sifted : m_sifted;
    m_saved += m_sifter.siftColumn(m_current, rank);
    ++m_sifted;
    if (m_sifted < m_graph.rankCount())
        return;
    const bool enough = m_saved * worthwhile <= m_roundLeast;
    m_roundLeast -= m_saved;
    take(m_current, m_roundLeast);
    m_sifted = 0;
    m_saved = 0;
    m_leftwards = !m_leftwards;
    if (enough)
        endRound();
}

void OrderSearch::endRound()
{
    const bool better = m_roundLeast <= m_least;
    m_barrenRounds = better ? 0 : m_barrenRounds + 1;
    ++m_round;
    if (m_least == 0 || m_barrenRounds >= mostBarrenRounds)
        m_phase = Phase::Finished;
    else
        beginRound();
}

} // namespace portolan::lineage
