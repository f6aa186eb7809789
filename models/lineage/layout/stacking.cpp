// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lineage/layout/stacking.h"

#include <algorithm>
#include <limits>

namespace portolan::lineage {
namespace {

constexpr double nothing = std::numeric_limits<double>::max();

//! The upper and lower edge of something, column by column; a column where it is not has top
//! \c nothing. Of what takes all columns alike two numbers are kept: a drawing may have as many
//! outermost groups as columns.
struct Contour
{
    std::uint32_t first = 0;
    std::uint32_t last = 0; //!< one after it
    std::vector<double> top; //!< empty where all columns are alike
    std::vector<double> bottom;
    double solidTop = 0;
    double solidBottom = 0;
    //! The columns from the first to the last node; between them a group is solid.
    std::uint32_t firstNode = noNode;
    std::uint32_t lastNode = 0;

    bool isEmpty() const { return first == last; }

    bool holdsNodes() const { return firstNode != noNode; }

    double topAt(std::uint32_t rank) const { return top.empty() ? solidTop : top[rank - first]; }

    double bottomAt(std::uint32_t rank) const
    {
        return top.empty() ? solidBottom : bottom[rank - first];
    }

    void resize(std::uint32_t from, std::uint32_t to)
    {
        first = from;
        last = to;
        top.assign(to - from, nothing);
        bottom.assign(to - from, -nothing);
    }

    void makeSolid(std::uint32_t ranks, double from, double to)
    {
        *this = {};
        last = ranks;
        solidTop = from;
        solidBottom = to;
        noteNodes(0, ranks - 1);
    }

    void include(std::uint32_t rank, double from, double to)
    {
        top[rank - first] = std::min(top[rank - first], from);
        bottom[rank - first] = std::max(bottom[rank - first], to);
    }

    void noteNodes(std::uint32_t from, std::uint32_t to)
    {
        firstNode = std::min(firstNode, from);
        lastNode = std::max(lastNode, to);
    }
};

class Stacking
{
public:
    Stacking(const LayeredGraph &graph, const LayoutInput &input, const Lanes &lanes,
             const LaneCoordinates &coordinates)
        : m_graph(graph)
        , m_input(input)
        , m_lanes(lanes)
        , m_middle(coordinates.middle)
        , m_outermost(static_cast<GroupIndex>(input.groups.size()))
        , m_groups(input.groups.size() + 1)
        , m_offset(input.groups.size() + 1, 0)
        , m_laneOffset(lanes.count, 0)
    {
        m_stack.boxes.resize(input.groups.size());
        m_isOuter.resize(input.groups.size() + 1);
        for (const auto outer : lanes.inner[m_outermost])
            m_isOuter[outer] = true;
    }

    Stack run()
    {
        measureLanes();
        for (auto it = m_lanes.preorder.rbegin(); it != m_lanes.preorder.rend(); ++it)
            fill(*it);
        m_stack.laneTop.assign(m_lanes.count, 0);
        for (const auto group : m_lanes.preorder) {
            for (const auto inner : m_lanes.inner[group])
                m_offset[inner] += m_offset[group];
            const auto lane = m_lanes.laneOf[group];
            m_stack.laneTop[lane] = m_offset[group] + m_laneOffset[lane];
            if (group != m_outermost) {
                m_stack.boxes[group].top += m_offset[group];
                m_stack.boxes[group].bottom += m_offset[group];
            }
        }
        return std::move(m_stack);
    }

private:
    void measureLanes()
    {
        m_contours.resize(m_lanes.count);
        std::vector<std::uint32_t> last(m_lanes.count, 0);
        std::vector<std::uint32_t> first(m_lanes.count, noNode);
        for (Item item = 0; item < m_graph.itemCount(); ++item) {
            const auto lane = m_graph.lane[item];
            first[lane] = std::min(first[lane], m_graph.rank[item]);
            last[lane] = std::max(last[lane], m_graph.rank[item]);
        }
        for (Lane lane = 0; lane < m_lanes.count; ++lane) {
            if (first[lane] != noNode)
                m_contours[lane].resize(first[lane], last[lane] + 1);
        }
        for (Item item = 0; item < m_graph.itemCount(); ++item) {
            auto &contour = m_contours[m_graph.lane[item]];
            const auto rank = m_graph.rank[item];
            const auto half = m_graph.isNode(item) ? m_input.nodes[item].height / 2 : 0;
            contour.include(rank, m_middle[item] - half, m_middle[item] + half);
            if (m_graph.isNode(item))
                contour.noteNodes(rank, rank);
        }
    }

    //! Puts what \a group holds below each other; its contour and box are then known.
    void fill(GroupIndex group)
    {
        auto &whole = m_groups[group];
        const auto lane = m_lanes.laneOf[group];
        std::uint32_t from = noNode;
        std::uint32_t to = 0;
        const auto note = [&](const Contour &part) {
            if (part.isEmpty())
                return;
            from = std::min(from, part.first);
            to = std::max(to, part.last);
            if (part.holdsNodes())
                whole.noteNodes(part.firstNode, part.lastNode);
        };
        note(m_contours[lane]);
        for (const auto inner : m_lanes.inner[group])
            note(m_groups[inner]);
        if (from == noNode)
            return;
        whole.resize(from, to);
        m_laneOffset[lane] = drop(m_contours[lane], whole, m_input.spacing.node);
        for (const auto inner : m_lanes.inner[group])
            m_offset[inner] = drop(m_groups[inner], whole, m_input.spacing.group);
        m_contours[lane] = {};
        for (const auto inner : m_lanes.inner[group])
            m_groups[inner] = {};
        if (group != m_outermost && whole.holdsNodes())
            enclose(group);
    }

    //! Lets \a part fall on what \a whole holds already, and adds it. Returns how deep it lies.
    static double drop(const Contour &part, Contour &whole, double gap)
    {
        if (part.isEmpty())
            return 0;
        double depth = -nothing;
        for (auto rank = part.first; rank < part.last; ++rank) {
            const auto top = part.topAt(rank);
            const auto above = whole.bottom[rank - whole.first];
            if (top != nothing)
                depth = std::max(depth, above == -nothing ? -top : above + gap - top);
        }
        for (auto rank = part.first; rank < part.last; ++rank) {
            if (part.topAt(rank) != nothing)
                whole.include(rank, part.topAt(rank) + depth, part.bottomAt(rank) + depth);
        }
        return depth;
    }

    //! Draws the box of \a group round its nodes: where it is solid, nothing else comes in. An
    //! outermost one takes the whole width, with what passes by its nodes.
    void enclose(GroupIndex group)
    {
        auto &whole = m_groups[group];
        const bool isOuter = m_isOuter[group];
        const auto first = isOuter ? whole.first : whole.firstNode;
        const auto last = isOuter ? whole.last : whole.lastNode + 1;
        double top = nothing;
        double bottom = -nothing;
        for (auto rank = first; rank < last; ++rank) {
            top = std::min(top, whole.topAt(rank));
            bottom = std::max(bottom, whole.bottomAt(rank));
        }
        top -= m_input.spacing.group + m_input.groups[group].header;
        bottom += m_input.spacing.group;
        if (isOuter)
            whole.makeSolid(m_graph.rankCount(), top, bottom);
        else
            for (auto rank = first; rank < last; ++rank)
                whole.include(rank, top, bottom);
        m_stack.boxes[group] = {top, bottom, whole.firstNode, whole.lastNode, false};
    }

    const LayeredGraph &m_graph;
    const LayoutInput &m_input;
    const Lanes &m_lanes;
    const std::vector<double> &m_middle;
    GroupIndex m_outermost;
    std::vector<bool> m_isOuter; //!< per group
    std::vector<Contour> m_contours; //!< per lane
    std::vector<Contour> m_groups; //!< per group, and of the outermost level
    std::vector<double> m_offset; //!< per group: how deep in the one around it
    std::vector<double> m_laneOffset; //!< per lane: how deep in its group
    Stack m_stack;
};

} // namespace

Stack stackLanes(const LayeredGraph &graph, const LayoutInput &input, const Lanes &lanes,
                 const LaneCoordinates &coordinates)
{
    return Stacking(graph, input, lanes, coordinates).run();
}

} // namespace portolan::lineage
