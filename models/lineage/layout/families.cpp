// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lineage/layout/families.h"

#include "models/lineage/layout/shaping.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace portolan::lineage {
namespace {

constexpr std::size_t leastFamily = 48; // fewer are a column that can be looked through
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
    collect();
    number();
}

GroupIndex Families::groupOf(NodeIndex node) const
{
    return node < m_input.groupOf.size() ? m_input.groupOf[node] : noGroup;
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
    // By the node that they hang on, their side of it, and their group; of two that only have each
    // other neither is a family.
    std::map<std::tuple<NodeIndex, bool, GroupIndex>, std::vector<NodeIndex>> families;
    for (NodeIndex node = 0; node < count; ++node) {
        const auto &own = ends[node];
        if (own.isLeaf() && own.other != node)
            families[{own.other, own.isTarget, groupOf(node)}].push_back(node);
    }
    for (auto &[key, leaves] : families)
        add(std::move(leaves), std::get<1>(key));
}

//! What stood in some form stays in it: a leaf more or less is no reason to move all others.
void Families::add(std::vector<NodeIndex> leaves, bool isDownstream)
{
    const bool isLarge = leaves.size() >= leastFamily;
    if (!isLarge && !isRemembered(m_input))
        return;
    Block block{noNode, groupOf(leaves.front()),
                LeafPage(m_input, std::move(leaves), isDownstream)};
    const auto form = block.page.formBefore();
    if (form.kind == LeafForm::Kind::Column || (form.kind == LeafForm::Kind::None && !isLarge))
        return;
    if (form.kind == LeafForm::Kind::Page)
        block.page.keep(form);
    else
        block.page.arrange(block.page.usualColumns());
    for (const auto leaf : block.page.leaves())
        m_blockOf[leaf] = static_cast<std::uint32_t>(m_blocks.size());
    m_blocks.push_back(std::move(block));
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
        std::uint32_t member = 0;
        for (const auto leaf : block.page.leaves()) {
            m_nodeOf[leaf] = block.node;
            m_memberOf[leaf] = member++;
        }
    }
}

LayoutInput Families::reduced() const
{
    LayoutInput input;
    input.spacing = m_input.spacing;
    input.groups = m_input.groups;
    input.nodes.resize(m_count);
    if (!m_input.groups.empty())
        input.groupOf.resize(m_count, noGroup);
    if (!m_input.previous.empty())
        input.previous.resize(m_count);
    const auto enter = [&](NodeIndex node, Size size, GroupIndex group,
                           const std::optional<Point> &previous) {
        input.nodes[node] = size;
        if (!input.groupOf.empty())
            input.groupOf[node] = group;
        if (!input.previous.empty())
            input.previous[node] = previous;
    };
    for (NodeIndex node = 0; node < m_nodeOf.size(); ++node) {
        if (m_blockOf[node] == none)
            enter(m_nodeOf[node], m_input.nodes[node], groupOf(node),
                  m_input.previous.empty() ? std::nullopt : m_input.previous[node]);
    }
    for (const auto &block : m_blocks)
        enter(block.node, block.page.size(), block.group, block.page.cornerBefore());
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

void Families::shape(const std::vector<std::uint32_t> &ranks, const Lanes &lanes,
                     LayoutInput &input)
{
    std::vector<ShapedPage> pages;
    for (auto &block : m_blocks) {
        if (!block.page.isKept())
            pages.push_back({block.node, &block.page});
    }
    if (pages.empty())
        return;
    const auto columns = bestPageColumns(ranks, lanes, input, pages);
    for (auto &block : m_blocks) {
        if (block.page.isKept())
            continue;
        block.page.arrange(std::min(columns, block.page.leaves().size()));
        input.nodes[block.node] = block.page.size();
    }
}

Layout Families::expanded(Layout layout) const
{
    if (isEmpty())
        return layout;
    Layout whole;
    whole.size = layout.size;
    whole.figures = layout.figures;
    whole.groups = std::move(layout.groups);
    whole.groupRows = std::move(layout.groupRows);
    whole.reversed = std::move(layout.reversed);
    whole.positions.resize(m_nodeOf.size());
    whole.columns.resize(m_nodeOf.size());
    for (NodeIndex node = 0; node < m_nodeOf.size(); ++node) {
        whole.positions[node] = layout.positions[m_nodeOf[node]];
        whole.columns[node] = layout.columns[m_nodeOf[node]];
        if (m_blockOf[node] == none)
            continue;
        const auto &place = m_blocks[m_blockOf[node]].page.place(m_memberOf[node]);
        whole.positions[node].x += place.x;
        whole.positions[node].y += place.y;
    }
    whole.routeStart.push_back(0);
    std::vector<Point> piece;
    for (std::size_t number = 0; number < m_input.edges.size(); ++number) {
        const auto &edge = m_input.edges[number];
        const auto way = layout.route(number);
        const auto addEnd = [&](NodeIndex leaf) {
            piece.clear();
            const auto number = way.empty() ? none : m_blockOf[leaf];
            if (number == none)
                return;
            const auto &block = m_blocks[number];
            block.page.addEnd(m_memberOf[leaf], edge, layout.positions[block.node], piece);
        };
        addEnd(edge.source);
        whole.routePoints.insert(whole.routePoints.end(), piece.rbegin(), piece.rend());
        whole.routePoints.insert(whole.routePoints.end(), way.begin(), way.end());
        addEnd(edge.target);
        whole.routePoints.insert(whole.routePoints.end(), piece.begin(), piece.end());
        whole.routeStart.push_back(static_cast<std::uint32_t>(whole.routePoints.size()));
    }
    return whole;
}

} // namespace portolan::lineage
