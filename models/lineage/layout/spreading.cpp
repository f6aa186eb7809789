// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lineage/layout/spreading.h"

#include "models/lineage/layout/remembering.h"
#include "models/lineage/layout/screenfit.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace portolan::lineage {
namespace {

constexpr std::uint32_t mostColumns = 256;
constexpr double unset = -1;

//! A stretch of columns.
struct Window
{
    std::uint32_t first = 0;
    std::uint32_t end = 0;
};

//! What fills the columns of a lane.
class Filling
{
public:
    double at(std::uint32_t column) const
    {
        return column < m_columns.size() ? m_columns[column] : 0;
    }

    double highest(std::uint32_t first, std::uint32_t end) const
    {
        double most = 0;
        for (auto column = first; column < end; ++column)
            most = std::max(most, at(column));
        return most;
    }

    void raise(std::uint32_t column, double to)
    {
        if (m_columns.size() <= column)
            m_columns.resize(column + 1, 0);
        m_columns[column] = std::max(m_columns[column], to);
        m_highest = std::max(m_highest, to);
        m_first = std::min(m_first, column);
    }

    double highest() const { return m_highest; }

    bool isEmpty() const { return m_columns.empty(); }

    //! From the first to the last column that holds something.
    Window extent() const
    {
        return isEmpty() ? Window() : Window{m_first, static_cast<std::uint32_t>(m_columns.size())};
    }

private:
    std::vector<double> m_columns;
    std::uint32_t m_first = noNode;
    double m_highest = 0;
};

// First those that stood somewhere, then those of several lanes, the largest first: they decide
// where inner groups are. These get a box of columns each, where their outer group is emptiest, and
// what is theirs alone goes into it. The rest takes what is left.
class Spreading
{
public:
    Spreading(const Graph &graph, const Lanes &lanes, const LayoutInput &input,
              std::vector<std::uint32_t> &ranks)
        : m_lanes(lanes)
        , m_input(input)
        , m_ranks(ranks)
        , m_parts(weaklyConnected(graph))
        , m_loads(m_parts.count())
        , m_depth(m_parts.count(), 1)
        , m_isPlaced(m_parts.count(), false)
        , m_offset(m_parts.count(), 0)
        , m_outer(lanes.count)
        , m_own(lanes.count)
        , m_around(lanes.count)
    {
        std::iota(m_outer.begin(), m_outer.end(), Lane(0));
        for (const auto outer : lanes.inner.back()) {
            for (auto open = lanes.inner[outer]; !open.empty();) {
                const auto group = open.back();
                open.pop_back();
                m_outer[lanes.laneOf[group]] = lanes.laneOf[outer];
                open.insert(open.end(), lanes.inner[group].begin(), lanes.inner[group].end());
            }
        }
    }

    void run()
    {
        if (m_parts.count() < 2)
            return;
        measure();
        m_columns = columnsWanted();
        if (isRemembered(m_input))
            recall();
        std::vector<std::uint32_t> order(m_parts.count());
        std::iota(order.begin(), order.end(), 0U);
        std::stable_sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
            return m_parts.sizes[a] > m_parts.sizes[b];
        });
        const Window all{0, m_columns};
        std::vector<std::vector<std::uint32_t>> inner(m_lanes.count);
        std::vector<std::uint32_t> rest;
        for (const auto part : order) {
            const auto lane = m_loads[part].front().lane;
            if (m_isPlaced[part])
                put(part, m_offset[part], true);
            else if (m_loads[part].back().lane != lane)
                put(part, bestOffset(part, all, m_around), true);
            else if (m_outer[lane] != lane)
                inner[lane].push_back(part);
            else
                rest.push_back(part);
        }
        fillInner(inner);
        for (const auto part : rest)
            put(part, bestOffset(part, all, m_around), true);
        for (NodeIndex node = 0; node < m_ranks.size(); ++node)
            m_ranks[node] += m_offset[m_parts.of[node]];
    }

private:
    void measure()
    {
        for (NodeIndex node = 0; node < m_ranks.size(); ++node) {
            const auto part = m_parts.of[node];
            m_loads[part].push_back({m_lanes.of[node], m_ranks[node],
                                     m_input.nodes[node].height + m_input.spacing.node});
            m_depth[part] = std::max(m_depth[part], m_ranks[node] + 1);
            m_meanWidth += m_input.nodes[node].width;
        }
        m_meanWidth /= static_cast<double>(m_ranks.size());
        for (auto &loads : m_loads)
            mergeLoads(loads);
    }

    double pitch() const { return m_meanWidth + m_input.spacing.layer; }

    //! How many columns let all fill a screen best, if parts filled them evenly.
    std::uint32_t columnsWanted() const
    {
        std::vector<double> whole(m_lanes.count, 0);
        std::vector<double> highest(m_lanes.count, 0);
        for (const auto &loads : m_loads) {
            for (const auto &load : loads) {
                const auto outer = m_outer[load.lane];
                whole[outer] += load.height;
                highest[outer] = std::max(highest[outer], load.height);
            }
        }
        const auto least = *std::max_element(m_depth.begin(), m_depth.end());
        const auto most = std::max(least, mostColumns);
        const auto rate = [&](std::size_t more) {
            const auto columns = static_cast<double>(least + more);
            double height = 0;
            for (Lane lane = 0; lane < m_lanes.count; ++lane)
                height += std::max(whole[lane] / columns, highest[lane]);
            return screenScale(columns * pitch(), height);
        };
        return least + static_cast<std::uint32_t>(nearlyBestOf(most - least + 1, rate));
    }

    //! What stood somewhere goes to the column in which it was.
    void recall()
    {
        const auto columns = columnsBefore(m_input);
        std::vector<std::vector<std::int64_t>> offsets(m_parts.count());
        for (NodeIndex node = 0; node < m_ranks.size(); ++node) {
            if (columns[node] != noNode)
                offsets[m_parts.of[node]].push_back(std::int64_t(columns[node]) - m_ranks[node]);
        }
        auto least = std::numeric_limits<std::int64_t>::max();
        for (auto &own : offsets) {
            if (own.empty())
                continue;
            const auto middle = own.begin() + static_cast<std::ptrdiff_t>(own.size() / 2);
            std::nth_element(own.begin(), middle, own.end());
            own.assign(1, *middle);
            least = std::min(least, own.front());
        }
        for (std::uint32_t part = 0; part < m_parts.count(); ++part) {
            if (offsets[part].empty())
                continue;
            m_isPlaced[part] = true;
            m_offset[part] = static_cast<std::uint32_t>(offsets[part].front() - least);
            m_columns = std::max(m_columns, m_offset[part] + m_depth[part]);
        }
    }

    //! Gives each inner group a box, the largest first, and puts into it what is its own.
    void fillInner(const std::vector<std::vector<std::uint32_t>> &parts)
    {
        std::vector<double> whole(m_lanes.count, 0);
        std::vector<Lane> order;
        for (Lane lane = 0; lane < m_lanes.count; ++lane) {
            for (const auto part : parts[lane]) {
                for (const auto &load : m_loads[part])
                    whole[lane] += load.height;
            }
            if (!parts[lane].empty())
                order.push_back(lane);
        }
        std::stable_sort(order.begin(), order.end(),
                         [&whole](Lane a, Lane b) { return whole[a] > whole[b]; });
        for (const auto lane : order) {
            const auto box = boxFor(lane, whole[lane], m_depth[parts[lane].front()]);
            for (const auto part : parts[lane])
                put(part, bestOffset(part, box, m_own), false);
            auto &around = m_around[m_outer[lane]];
            const auto top = around.highest(box.first, box.end) + m_own[lane].highest();
            for (auto column = box.first; column < box.end; ++column)
                around.raise(column, top);
        }
    }

    //! Columns for what \a lane holds, at least \a depth, with all that it has already: of the
    //! shape of a screen, and where the outer group is emptiest.
    Window boxFor(Lane lane, double whole, std::uint32_t depth) const
    {
        constexpr double aspect = 1.6;
        const auto known = m_own[lane].extent();
        const auto wanted =
            std::max({depth, known.end - known.first,
                      static_cast<std::uint32_t>(std::ceil(std::sqrt(whole * aspect / pitch())))});
        const auto columns = std::min(wanted, std::max(m_columns, depth));
        const auto from = m_own[lane].isEmpty() ? 0 : known.end - std::min(known.end, columns);
        const auto to = m_own[lane].isEmpty() ? m_columns - columns : known.first;
        const auto &around = m_around[m_outer[lane]];
        Window best{from, from + columns};
        auto least = unset;
        for (auto first = from; first <= to; ++first) {
            const auto height = around.highest(first, first + columns);
            if (least == unset || height < least) {
                least = height;
                best = {first, first + columns};
            }
        }
        return best;
    }

    //! The column within \a window that makes what is in \a filled grow least; of several the one
    //! that is emptiest, then the first.
    std::uint32_t bestOffset(std::uint32_t part, Window window,
                             const std::vector<Filling> &filled) const
    {
        auto best = window.first;
        auto least = std::pair(std::numeric_limits<double>::max(), 0.0);
        for (auto offset = window.first; offset + m_depth[part] <= window.end; ++offset) {
            double growth = 0;
            double highest = 0;
            for (const auto &load : m_loads[part]) {
                const auto &lane =
                    &filled == &m_own ? filled[load.lane] : filled[m_outer[load.lane]];
                const auto height = lane.at(load.rank + offset) + load.height;
                growth += std::max(0.0, height - lane.highest());
                highest = std::max(highest, height);
            }
            if (const auto cost = std::pair(growth, highest); cost < least) {
                least = cost;
                best = offset;
            }
        }
        return best;
    }

    void put(std::uint32_t part, std::uint32_t offset, bool isNotedAround)
    {
        m_offset[part] = offset;
        for (const auto &load : m_loads[part]) {
            const auto column = load.rank + offset;
            auto &own = m_own[load.lane];
            own.raise(column, own.at(column) + load.height);
            auto &around = m_around[m_outer[load.lane]];
            if (isNotedAround)
                around.raise(column, around.at(column) + load.height);
        }
    }

    const Lanes &m_lanes;
    const LayoutInput &m_input;
    std::vector<std::uint32_t> &m_ranks;
    Components m_parts;
    std::vector<std::vector<ColumnLoad>> m_loads; //!< per part
    std::vector<std::uint32_t> m_depth; //!< per part the columns that it needs
    std::vector<bool> m_isPlaced; //!< per part whether it stood somewhere
    std::vector<std::uint32_t> m_offset; //!< per part its first column
    std::vector<Lane> m_outer; //!< per lane that of the outermost group around it
    std::vector<Filling> m_own; //!< per lane
    std::vector<Filling> m_around; //!< per outermost lane, with all that is in its inner ones
    std::uint32_t m_columns = 0;
    double m_meanWidth = 0;
};

} // namespace

void spreadParts(const Graph &graph, const Lanes &lanes, const LayoutInput &input,
                 std::vector<std::uint32_t> &ranks)
{
    Spreading(graph, lanes, input, ranks).run();
}

} // namespace portolan::lineage
