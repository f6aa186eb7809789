// SPDX-License-Identifier: GPL-3.0-or-later
// Rounds: sweeps until they find nothing better, smoothing likewise, then sifting until it saves
// next to nothing. The first two rounds start from walks over the graph, from either end. Later
// ones start from the best order: smoothed a little, which lets go of what sifting has tied up, or
// shaken.
#include "models/lineage/layout/ordersearch.h"

#include <algorithm>
#include <utility>

namespace portolan::lineage {
namespace {

constexpr std::uint32_t startSweeps = 6;
constexpr int startSmoothing = 20;
constexpr std::uint32_t sweepPatience = 4; //!< failures in a row
constexpr std::uint32_t mostSweeps = 40;
constexpr int mostSmoothing = 480; //!< of a round
constexpr std::uint32_t smoothingPatience = 2;
constexpr std::uint64_t siftingAtOnce =
    8'000'000; //!< links looked at in a step, so that it stays short
constexpr int looseningTimes = 8;
constexpr std::uint64_t worthwhile =
    500; //!< a pass that saves less than one in so many is the last

//! Rounds without success after which the search ends: the more, the cheaper they are.
std::uint32_t mostBarrenRounds(const LayeredGraph &graph)
{
    const auto elements = graph.itemCount() + graph.downLinks.size() + 1;
    return static_cast<std::uint32_t>(std::clamp<std::size_t>(600'000 / elements, 6, 800));
}

//! How often a step smooths: less where it takes long.
int smoothingAtOnce(const LayeredGraph &graph)
{
    const auto elements = graph.itemCount() + graph.downLinks.size() + 1;
    return static_cast<int>(std::clamp<std::size_t>(3'000'000 / elements, 4, 30));
}

} // namespace

OrderSearch::OrderSearch(const LayeredGraph &graph)
    : m_graph(graph)
    , m_sweeper(graph)
    , m_smoother(graph)
    , m_sifter(graph)
    , m_counter(graph)
    , m_best(walkedOrder(graph, StartFrom::Left))
{
}

OrderSearch::OrderSearch(const LayeredGraph &graph, Ordering kept)
    : m_graph(graph)
    , m_sweeper(graph)
    , m_smoother(graph)
    , m_sifter(graph)
    , m_counter(graph)
    , m_best(std::move(kept))
    , m_phase(Phase::Finished)
    , m_isKept(true)
{
    m_least = m_counter.total(m_best);
}

void OrderSearch::start()
{
    if (isFinished())
        return;
    for (std::uint32_t i = 0; i < startSweeps; ++i)
        m_sweeper.sweep(m_best, i % 2 == 0 ? Direction::Downstream : Direction::Upstream);
    m_least = m_counter.total(m_best);
    auto smoothed = m_best;
    m_smoother.begin(m_best);
    m_smoother.smooth(startSmoothing);
    m_smoother.apply(smoothed);
    beginRound(); // from the swept order: the sweeps go on from there
    static_cast<void>(note(smoothed, m_counter.total(smoothed)));
}

void OrderSearch::letGo()
{
    if (std::exchange(m_isKept, false))
        beginRound();
}

std::uint64_t OrderSearch::step()
{
    const std::uint64_t elements = m_graph.itemCount() + m_graph.downLinks.size();
    switch (m_phase) {
    case Phase::Sweeping:
        sweepOnce();
        return 2 * elements;
    case Phase::Smoothing:
        smoothOnce();
        return 10 * elements;
    case Phase::Sifting:
        return siftOnce();
    case Phase::Finished:
        break;
    }
    return 0;
}

void OrderSearch::beginRound()
{
    m_phase = m_least == 0 ? Phase::Finished : Phase::Sweeping;
    m_leastBefore = m_least;
    m_tries = 0;
    m_failures = 0;
    m_current = m_round == 1 ? walkedOrder(m_graph, StartFrom::Right) : m_best;
    if (m_round >= 2 && m_round % 2 == 0) {
        m_smoother.begin(m_current);
        m_smoother.smooth(looseningTimes);
        m_smoother.apply(m_current);
    } else if (m_round >= 2) {
        const auto noise = static_cast<float>(2U << (m_round / 2 % 4));
        m_sweeper.shake(m_current, m_round % 4 == 1 ? Direction::Downstream : Direction::Upstream,
                        noise, m_round);
    }
    m_roundBest = m_current;
    // The first round begins from the best, which is counted already.
    m_roundLeast = m_round == 0 ? m_least : m_counter.total(m_current);
    if (m_round >= 2 && m_round % 2 == 0 && m_phase == Phase::Sweeping)
        beginSifting();
}

//! Remembers \a order where it is the best of this round, or of all. Returns whether it is.
bool OrderSearch::note(const Ordering &order, std::uint64_t crossings)
{
    if (crossings < m_least) {
        m_least = crossings;
        m_best = order;
    }
    if (crossings >= m_roundLeast)
        return false;
    m_roundLeast = crossings;
    m_roundBest = order;
    return true;
}

void OrderSearch::sweepOnce()
{
    const bool down = (m_tries + m_round) % 2 == 0;
    m_sweeper.sweep(m_current, down ? Direction::Downstream : Direction::Upstream);
    ++m_tries;
    m_failures = note(m_current, m_counter.total(m_current)) ? 0 : m_failures + 1;
    if (m_least == 0)
        m_phase = Phase::Finished;
    else if (m_failures >= sweepPatience || m_tries >= mostSweeps)
        beginSmoothing();
}

void OrderSearch::beginSmoothing()
{
    m_phase = Phase::Smoothing;
    m_tries = 0;
    m_failures = 0;
    m_current = m_roundBest;
    m_smoother.begin(m_current);
}

void OrderSearch::smoothOnce()
{
    const auto times = smoothingAtOnce(m_graph);
    m_smoother.smooth(times);
    m_smoother.apply(m_current);
    ++m_tries;
    m_failures = note(m_current, m_counter.total(m_current)) ? 0 : m_failures + 1;
    if (m_failures >= smoothingPatience || static_cast<int>(m_tries) * times >= mostSmoothing)
        beginSifting();
}

void OrderSearch::beginSifting()
{
    m_phase = Phase::Sifting;
    m_current = m_roundBest;
    m_siftedRanks = 0;
    m_siftedPlaces = 0;
    m_saved = 0;
    m_leftwards = false;
}

std::uint64_t OrderSearch::siftOnce()
{
    const auto rank = m_leftwards ? m_graph.rankCount() - 1 - m_siftedRanks : m_siftedRanks;
    const auto height = m_graph.rankStart[rank + 1] - m_graph.rankStart[rank];
    std::uint64_t links = 0;
    for (const auto item : m_current.column(m_graph, rank))
        links += m_graph.up(item).size() + m_graph.down(item).size();
    // A column that parts were spread around may be empty: then the next one follows.
    const auto count =
        std::min(std::max(static_cast<std::uint32_t>(siftingAtOnce / (links + height + 1)), 1U),
                 height - m_siftedPlaces);
    m_saved += m_sifter.sift(m_current, rank, {m_siftedPlaces, m_siftedPlaces + count});
    m_siftedPlaces += count;
    if (m_siftedPlaces == height) {
        m_siftedPlaces = 0;
        if (++m_siftedRanks == m_graph.rankCount())
            endPass();
    }
    return 1 + count * (links + height);
}

void OrderSearch::endPass()
{
    const bool enough = m_saved * worthwhile <= m_roundLeast;
    static_cast<void>(note(m_current, m_roundLeast - m_saved));
    m_siftedRanks = 0;
    m_siftedPlaces = 0;
    m_saved = 0;
    m_leftwards = !m_leftwards;
    if (enough)
        endRound();
}

void OrderSearch::endRound()
{
    m_barrenRounds = m_least < m_leastBefore ? 0 : m_barrenRounds + 1;
    ++m_round;
    if (m_least == 0 || m_barrenRounds >= mostBarrenRounds(m_graph))
        m_phase = Phase::Finished;
    else
        beginRound();
}

} // namespace portolan::lineage
