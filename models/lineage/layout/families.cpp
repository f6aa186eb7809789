// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lineage/layout/families.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace portolan::lineage {
namespace {

constexpr std::size_t leastFamily = 48; // fewer are a column that can be looked through
constexpr double aspect = 1.4;
constexpr double trunk = 6; // from the block's edge to where its lines climb
constexpr double gap = 32; // left and right of a member; its line turns there
constexpr double turn = 26; // from a member to where its line leaves the row's
constexpr double level = 8; // before a member the line is level, so that its head points right
constexpr std::uint32_t none = ~0U;

//! What a node has at its sides.
struct Ends
{
    NodeIndex other = noNode;
    bool isSource = false;
    bool isTarget = false;
    bool hasSeveral = false;

    void note(NodeIndex neighbour, bool source)
    {
        hasSeveral = hasSeveral || (other != noNode && other != neighbour);
        other = neighbour;
        (source ? isSource : isTarget) = true;
    }

    bool isLeaf() const { return other != noNode && !hasSeveral && isSource != isTarget; }
};

} // namespace

Families::Families(const LayoutInput &input)
    : m_input(input)
    , m_blockOf(input.nodes.size(), none)
{
    if (input.groups.empty())
        collect();
    number();
}

void Families::collect()
{
    const auto count = static_cast<NodeIndex>(m_input.nodes.size());
    std::vector<Ends> ends(count);
    for (const auto &edge : m_input.edges) {
        if (edge.source >= count || edge.target >= count)
            continue;
        ends[edge.source].note(edge.target, true);
        ends[edge.target].note(edge.source, false);
    }
    // By the node that they hang on, and their side of it; of two that only have each other neither
    // is a family.
    std::map<std::pair<NodeIndex, bool>, std::vector<NodeIndex>> families;
    for (NodeIndex node = 0; node < count; ++node) {
        const auto &own = ends[node];
        if (own.isLeaf() && own.other != node)
            families[{own.other, own.isTarget}].push_back(node);
    }
    for (auto &[key, leaves] : families) {
        if (leaves.size() < leastFamily)
            continue;
        Block block;
        block.isDownstream = key.second;
        block.leaves = std::move(leaves);
        arrange(block);
        for (const auto leaf : block.leaves)
            m_blockOf[leaf] = static_cast<std::uint32_t>(m_blocks.size());
        m_blocks.push_back(std::move(block));
    }
}

//! Rows of as many as make a page.
void Families::arrange(Block &block) const
{
    double width = 0;
    double height = 0;
    for (const auto leaf : block.leaves) {
        width = std::max(width, m_input.nodes[leaf].width);
        height += m_input.nodes[leaf].height + m_input.spacing.node;
    }
    const auto count = block.leaves.size();
    const auto mean = height / static_cast<double>(count);
    const auto columns = std::max<std::size_t>(
        1,
        static_cast<std::size_t>(
            std::ceil(std::sqrt(static_cast<double>(count) * mean * aspect / (width + gap)))));
    const auto left = block.isDownstream ? gap + trunk : 0;
    double top = m_input.spacing.node;
    for (std::size_t first = 0; first < count; first += columns) {
        double highest = 0;
        const auto end = std::min(first + columns, count);
        for (auto i = first; i < end; ++i) {
            block.places.push_back({left + static_cast<double>(i - first) * (width + gap), top});
            block.rails.push_back(top - m_input.spacing.node / 2);
            highest = std::max(highest, m_input.nodes[block.leaves[i]].height);
        }
        top += highest + m_input.spacing.node;
    }
    const auto inRow = static_cast<double>(std::min(columns, count));
    block.size = {inRow * width + (inRow - 1) * gap + gap + trunk, top - m_input.spacing.node};
}

//! The nodes that are drawn: first those that stand for themselves, in their order.
void Families::number()
{
    m_nodeOf.assign(m_input.nodes.size(), noNode);
    m_memberOf.assign(m_input.nodes.size(), 0);
    for (NodeIndex node = 0; node < m_nodeOf.size(); ++node) {
        if (m_blockOf[node] == none)
            m_nodeOf[node] = m_count++;
    }
    for (auto &block : m_blocks) {
        block.node = m_count++;
        for (std::uint32_t i = 0; i < block.leaves.size(); ++i) {
            m_nodeOf[block.leaves[i]] = block.node;
            m_memberOf[block.leaves[i]] = i;
        }
    }
}

std::optional<Point> Families::placeBefore(const Block &block) const
{
    std::optional<Point> least;
    std::size_t known = 0;
    for (const auto leaf : block.leaves) {
        const auto &place = m_input.previous[leaf];
        if (!place)
            continue;
        ++known;
        least = least ? Point{std::min(least->x, place->x), std::min(least->y, place->y)} : *place;
    }
    return 2 * known >= block.leaves.size() ? least : std::nullopt;
}

LayoutInput Families::reduced() const
{
    LayoutInput input;
    input.spacing = m_input.spacing;
    input.nodes.resize(m_count);
    if (!m_input.previous.empty())
        input.previous.resize(m_count);
    for (NodeIndex node = 0; node < m_nodeOf.size(); ++node) {
        if (m_blockOf[node] != none)
            continue;
        input.nodes[m_nodeOf[node]] = m_input.nodes[node];
        if (!m_input.previous.empty())
            input.previous[m_nodeOf[node]] = m_input.previous[node];
    }
    for (const auto &block : m_blocks) {
        input.nodes[block.node] = block.size;
        if (!m_input.previous.empty())
            input.previous[block.node] = placeBefore(block);
    }
    input.edges = m_input.edges;
    for (auto &edge : input.edges) {
        const auto isInBlock = [this](NodeIndex node) {
            return node < m_blockOf.size() && m_blockOf[node] != none;
        };
        edge.sourcePort = isInBlock(edge.source) ? middlePort : edge.sourcePort;
        edge.targetPort = isInBlock(edge.target) ? middlePort : edge.targetPort;
        edge.source = edge.source < m_nodeOf.size() ? m_nodeOf[edge.source] : noNode;
        edge.target = edge.target < m_nodeOf.size() ? m_nodeOf[edge.target] : noNode;
    }
    return input;
}

//! The piece of a line between the edge of its block and the member it is for, from the block.
void Families::addEnd(const Block &block, std::size_t member, const LayoutEdge &edge, Point corner,
                      std::vector<Point> &points) const
{
    const auto leaf = block.leaves[member];
    const auto &size = m_input.nodes[leaf];
    const auto port = block.isDownstream ? edge.targetPort : edge.sourcePort;
    const auto &place = block.places[member];
    const auto middle =
        corner.y + place.y + (port >= 0 ? std::min(port, size.height) : size.height / 2);
    const auto rail = corner.y + block.rails[member];
    const auto side = block.isDownstream ? -1.0 : 1.0; // on which of its sides the line is
    const auto edgeX = corner.x + (block.isDownstream ? 0 : block.size.width);
    const auto end = corner.x + place.x + (block.isDownstream ? 0 : size.width);
    const auto across = corner.y + block.size.height / 2;
    points.push_back({edgeX - side * trunk, across});
    points.push_back({edgeX - side * trunk, rail});
    points.push_back({end + side * turn, rail});
    points.push_back({end + side * level, middle});
    points.push_back({end, middle});
}

Layout Families::expanded(Layout layout) const
{
    if (isEmpty())
        return layout;
    Layout whole;
    whole.size = layout.size;
    whole.figures = layout.figures;
    whole.reversed = std::move(layout.reversed);
    whole.positions.resize(m_nodeOf.size());
    whole.columns.resize(m_nodeOf.size());
    for (NodeIndex node = 0; node < m_nodeOf.size(); ++node) {
        whole.positions[node] = layout.positions[m_nodeOf[node]];
        whole.columns[node] = layout.columns[m_nodeOf[node]];
        if (m_blockOf[node] == none)
            continue;
        const auto &place = m_blocks[m_blockOf[node]].places[m_memberOf[node]];
        whole.positions[node].x += place.x;
        whole.positions[node].y += place.y;
    }
    whole.routeStart.push_back(0);
    std::vector<Point> piece;
    for (std::size_t number = 0; number < m_input.edges.size(); ++number) {
        const auto &edge = m_input.edges[number];
        const auto way = layout.route(number);
        const auto blockOf = [&](NodeIndex node) { return way.empty() ? none : m_blockOf[node]; };
        piece.clear();
        if (const auto block = blockOf(edge.source); block != none) {
            addEnd(m_blocks[block], m_memberOf[edge.source], edge,
                   layout.positions[m_blocks[block].node], piece);
            whole.routePoints.insert(whole.routePoints.end(), piece.rbegin(), piece.rend());
            piece.clear();
        }
        whole.routePoints.insert(whole.routePoints.end(), way.begin(), way.end());
        if (const auto block = blockOf(edge.target); block != none)
            addEnd(m_blocks[block], m_memberOf[edge.target], edge,
                   layout.positions[m_blocks[block].node], piece);
        whole.routePoints.insert(whole.routePoints.end(), piece.begin(), piece.end());
        whole.routeStart.push_back(static_cast<std::uint32_t>(whole.routePoints.size()));
    }
    return whole;
}

} // namespace portolan::lineage
