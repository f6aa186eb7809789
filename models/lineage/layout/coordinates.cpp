// SPDX-License-Identifier: GPL-3.0-or-later
// Four times the items are bound to a middle neighbour, looking left or right, preferring upper or
// lower ones; bound items form a level block, and blocks are pushed together as far as distances
// allow. Each of the four drawings leans to one side; the mean of the middle two leans to none, and
// keeps every distance that all four keep. Two things differ from the paper: lanes do not see each
// other, and blocks are placed by longest paths through the graph of blocks, once from above and
// once from below, instead of by classes of blocks, whose shifts the paper got wrong.
#include "models/lineage/layout/coordinates.h"

#include <algorithm>
#include <array>
#include <future>
#include <limits>

namespace portolan::lineage {
namespace {

constexpr std::size_t drawings = 4;
constexpr std::size_t inOneThread = 5000; //!< items that are drawn before a thread would have begun

//! One of the four ways: towards which neighbours, and from which end of the columns.
struct Way
{
    Direction towards; //!< Upstream: bound to the column before
    bool downwards; //!< columns are read from top to bottom
};

constexpr std::array<Way, drawings> ways{{{Direction::Upstream, true},
                                          {Direction::Upstream, false},
                                          {Direction::Downstream, true},
                                          {Direction::Downstream, false}}};

//! The links of all items from top to bottom, and which of them may not bind. Nothing of it changes
//! once it is made: drawings share it between threads.
class SortedLinks
{
public:
    SortedLinks(const LayeredGraph &graph, const Ordering &order)
        : m_graph(graph)
        , m_order(order)
        , m_up(graph.upLinks)
        , m_down(graph.downLinks)
    {
        sortLinks(m_up, graph.upStart);
        sortLinks(m_down, graph.downStart);
        m_upMarked.assign(m_up.size(), 0);
        m_downMarked.assign(m_down.size(), 0);
        for (std::uint32_t rank = 0; rank + 1 < graph.rankCount(); ++rank) {
            mark(rank + 1, Direction::Upstream);
            mark(rank, Direction::Downstream);
        }
    }

    std::span<const Link> links(Item item, Direction towards) const
    {
        const auto &all = towards == Direction::Upstream ? m_up : m_down;
        const auto &start = towards == Direction::Upstream ? m_graph.upStart : m_graph.downStart;
        return {all.data() + start[item], all.data() + start[item + 1]};
    }

    const std::uint8_t *marks(Item item, Direction towards) const
    {
        return towards == Direction::Upstream ? m_upMarked.data() + m_graph.upStart[item]
                                              : m_downMarked.data() + m_graph.downStart[item];
    }

private:
    void sortLinks(std::vector<Link> &all, const std::vector<std::uint32_t> &start) const
    {
        for (Item item = 0; item < m_graph.itemCount(); ++item) {
            if (start[item + 1] - start[item] > 1)
                std::sort(all.begin() + start[item], all.begin() + start[item + 1],
                          [this](const Link &a, const Link &b) {
                              return m_order.place[a.item] < m_order.place[b.item];
                          });
        }
    }

    bool isInner(Item a, Item b) const { return !m_graph.isNode(a) && !m_graph.isNode(b); }

    //! The place in the other column where a long line passes on to \a item, or nothing.
    const Link *innerLink(Item item, Direction towards) const
    {
        if (m_graph.isNode(item))
            return nullptr;
        for (const auto &link : links(item, towards)) {
            if (isInner(item, link.item))
                return &link;
        }
        return nullptr;
    }

    //! Marks links of column \a rank that cross the inside of a long line: it is the line that
    //! shall be level, so they must not bind.
    void mark(std::uint32_t rank, Direction towards)
    {
        const auto column = m_order.column(m_graph, rank);
        const auto other =
            m_order.column(m_graph, towards == Direction::Upstream ? rank - 1 : rank + 1);
        auto &marked = towards == Direction::Upstream ? m_upMarked : m_downMarked;
        const auto &start = towards == Direction::Upstream ? m_graph.upStart : m_graph.downStart;
        std::uint32_t lowest = 0;
        std::size_t done = 0;
        for (std::size_t i = 0; i < column.size(); ++i) {
            const auto *const inner = innerLink(column[i], towards);
            if (inner == nullptr && i + 1 < column.size())
                continue;
            const auto highest = inner != nullptr ? m_order.place[inner->item]
                                                  : static_cast<std::uint32_t>(other.size());
            for (; done <= i; ++done) {
                auto mark = start[column[done]];
                for (const auto &link : links(column[done], towards)) {
                    const auto at = m_order.place[link.item];
                    marked[mark++] =
                        (at < lowest || at > highest) && !isInner(column[done], link.item);
                }
            }
            lowest = highest;
        }
    }

    const LayeredGraph &m_graph;
    const Ordering &m_order;
    std::vector<Link> m_up; //!< by the places of their ends
    std::vector<Link> m_down;
    std::vector<std::uint8_t> m_upMarked;
    std::vector<std::uint8_t> m_downMarked;
};

//! Makes single drawings, one after the other.
class BrandesKoepf
{
public:
    BrandesKoepf(const LayeredGraph &graph, const Ordering &order, const LayoutInput &input,
                 const SortedLinks &links)
        : m_graph(graph)
        , m_order(order)
        , m_input(input)
        , m_links(links)
        , m_root(graph.itemCount())
        , m_next(graph.itemCount())
        , m_waiting(graph.itemCount())
        , m_x(graph.itemCount())
    {
        m_sequence.reserve(graph.itemCount());
    }

    //! The middle of each item in one of the four drawings.
    std::vector<double> draw(Way way)
    {
        bind(way);
        place(way);
        std::vector<double> middle(m_graph.itemCount());
        for (Item item = 0; item < m_graph.itemCount(); ++item)
            middle[item] = way.downwards ? m_x[m_root[item]] : -m_x[m_root[item]];
        return middle;
    }

    double heightOf(Item item) const
    {
        return m_graph.isNode(item) ? m_input.nodes[item].height : 0;
    }

private:
    //! Binds items to their middle neighbours; m_root is the first item of each block, m_next the
    //! next one round it.
    void bind(Way way)
    {
        for (Item item = 0; item < m_graph.itemCount(); ++item)
            m_root[item] = m_next[item] = item;
        const auto ranks = m_graph.rankCount();
        for (std::uint32_t i = 1; i < ranks; ++i) {
            const auto rank = way.towards == Direction::Upstream ? i : ranks - 1 - i;
            const auto column = m_order.column(m_graph, rank);
            std::int64_t last = way.downwards ? -1 : std::numeric_limits<std::int64_t>::max();
            for (std::size_t at = 0; at < column.size(); ++at)
                bindItem(way.downwards ? column[at] : column[column.size() - 1 - at], way, last);
        }
    }

    void bindItem(Item item, Way way, std::int64_t &last)
    {
        const auto around = m_links.links(item, way.towards);
        if (around.empty())
            return;
        const auto *const marked = m_links.marks(item, way.towards);
        const std::size_t upper = (around.size() - 1) / 2;
        const std::size_t lower = around.size() / 2;
        for (const auto middle : {way.downwards ? upper : lower, way.downwards ? lower : upper}) {
            const auto other = around[middle].item;
            const std::int64_t at = m_order.place[other];
            const bool passes = way.downwards ? at > last : at < last;
            if (marked[middle] != 0 || !passes || m_graph.lane[other] != m_graph.lane[item])
                continue;
            m_next[other] = item;
            m_root[item] = m_root[other];
            m_next[item] = m_root[item];
            last = at;
            return;
        }
    }

    //! The item that \a item pushes: the next of its column in its lane.
    Item pushed(Item item, Way way) const
    {
        const auto rank = m_graph.rank[item];
        const auto place = m_order.place[item];
        const auto size = m_graph.rankStart[rank + 1] - m_graph.rankStart[rank];
        if (way.downwards ? place + 1 >= size : place == 0)
            return noNode;
        const auto other =
            m_order.items[m_graph.rankStart[rank] + (way.downwards ? place + 1 : place - 1)];
        return m_graph.lane[other] == m_graph.lane[item] ? other : noNode;
    }

    double distance(Item a, Item b) const
    {
        const bool nodes = m_graph.isNode(a) && m_graph.isNode(b);
        return (heightOf(a) + heightOf(b)) / 2
            + (nodes ? m_input.spacing.node : m_input.spacing.edge);
    }

    template <typename Visit>
    void eachPush(Item root, Way way, Visit visit) const
    {
        auto member = root;
        do {
            const auto other = pushed(member, way);
            if (other != noNode)
                visit(m_root[other], distance(member, other));
            member = m_next[member];
        } while (member != root);
    }

    void place(Way way)
    {
        std::fill(m_waiting.begin(), m_waiting.end(), 0U);
        std::fill(m_x.begin(), m_x.end(), 0.0);
        for (Item item = 0; item < m_graph.itemCount(); ++item) {
            const auto other = pushed(item, way);
            if (other != noNode)
                ++m_waiting[m_root[other]];
        }
        m_sequence.clear();
        for (Item item = 0; item < m_graph.itemCount(); ++item) {
            if (m_root[item] == item && m_waiting[item] == 0)
                m_sequence.push_back(item);
        }
        for (std::size_t i = 0; i < m_sequence.size(); ++i) {
            const auto root = m_sequence[i];
            eachPush(root, way, [&](Item other, double gap) {
                m_x[other] = std::max(m_x[other], m_x[root] + gap);
                if (--m_waiting[other] == 0)
                    m_sequence.push_back(other);
            });
        }
        // Back again: each block up to what it would push next.
        for (auto it = m_sequence.rbegin(); it != m_sequence.rend(); ++it) {
            auto room = std::numeric_limits<double>::max();
            eachPush(*it, way,
                     [&](Item other, double gap) { room = std::min(room, m_x[other] - gap); });
            if (room != std::numeric_limits<double>::max())
                m_x[*it] = std::max(m_x[*it], room);
        }
    }

    const LayeredGraph &m_graph;
    const Ordering &m_order;
    const LayoutInput &m_input;
    const SortedLinks &m_links;
    std::vector<Item> m_root;
    std::vector<Item> m_next;
    std::vector<std::uint32_t> m_waiting;
    std::vector<double> m_x;
    std::vector<Item> m_sequence;
};

struct Extent
{
    double top = std::numeric_limits<double>::max();
    double bottom = std::numeric_limits<double>::lowest();

    void include(double from, double to)
    {
        top = std::min(top, from);
        bottom = std::max(bottom, to);
    }
};

//! How far each lane of a drawing reaches.
std::vector<Extent> extents(const LayeredGraph &graph, const LayoutInput &input,
                            const std::vector<double> &middle, std::size_t laneCount)
{
    std::vector<Extent> reach(laneCount);
    for (Item item = 0; item < graph.itemCount(); ++item) {
        const auto half = graph.isNode(item) ? input.nodes[item].height / 2 : 0;
        reach[graph.lane[item]].include(middle[item] - half, middle[item] + half);
    }
    return reach;
}

} // namespace

void LaneCoordinates::normalise(const LayeredGraph &graph, const LayoutInput &input)
{
    const auto reach = extents(graph, input, middle, laneHeight.size());
    for (std::size_t lane = 0; lane < laneHeight.size(); ++lane)
        laneHeight[lane] = std::max(0.0, reach[lane].bottom - reach[lane].top);
    for (Item item = 0; item < graph.itemCount(); ++item)
        middle[item] -= reach[graph.lane[item]].top;
}

LaneCoordinates laneCoordinates(const LayeredGraph &graph, const Ordering &order,
                                const LayoutInput &input, Lane laneCount)
{
    const SortedLinks links(graph, order);
    std::array<std::vector<double>, drawings> middles;
    std::array<std::vector<Extent>, drawings> reaches;
    const auto draw = [&](std::size_t from, std::size_t to) {
        BrandesKoepf method(graph, order, input, links);
        for (auto i = from; i < to; ++i) {
            middles[i] = method.draw(ways[i]);
            reaches[i] = extents(graph, input, middles[i], laneCount);
        }
    };
    if (graph.itemCount() < inOneThread) {
        draw(0, drawings);
    } else {
        auto others = std::async(std::launch::async, draw, std::size_t(0), drawings / 2);
        draw(drawings / 2, drawings);
        others.get();
    }
    // Each drawing is laid against the narrowest one, on the side to which it leans.
    std::array<std::vector<double>, drawings> shifts;
    for (auto &shift : shifts)
        shift.resize(laneCount);
    for (Lane lane = 0; lane < laneCount; ++lane) {
        std::size_t narrowest = 0;
        const auto width = [&](std::size_t i) {
            return reaches[i][lane].bottom - reaches[i][lane].top;
        };
        for (std::size_t i = 1; i < drawings; ++i)
            narrowest = width(i) < width(narrowest) ? i : narrowest;
        for (std::size_t i = 0; i < drawings; ++i)
            shifts[i][lane] = ways[i].downwards
                ? reaches[narrowest][lane].top - reaches[i][lane].top
                : reaches[narrowest][lane].bottom - reaches[i][lane].bottom;
    }
    LaneCoordinates result;
    result.middle.resize(graph.itemCount());
    for (Item item = 0; item < graph.itemCount(); ++item) {
        std::array<double, drawings> four{};
        for (std::size_t i = 0; i < drawings; ++i)
            four[i] = middles[i][item] + shifts[i][graph.lane[item]];
        std::sort(four.begin(), four.end());
        result.middle[item] = (four[1] + four[2]) / 2;
    }
    result.laneHeight.resize(laneCount);
    result.normalise(graph, input);
    return result;
}

} // namespace portolan::lineage
