// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lineage/randomgraphs.h"

#include <algorithm>
#include <random>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

// The distributions of the standard library differ from machine to machine; the engine does not.
class Dice
{
public:
    explicit Dice(std::uint32_t seed)
        : m_engine(seed)
    {
    }

    std::uint32_t below(std::uint32_t bound)
    {
        return bound == 0 ? 0 : static_cast<std::uint32_t>(m_engine() % bound);
    }

    bool oneIn(std::uint32_t chances) { return below(chances) == 0; }

private:
    std::mt19937 m_engine;
};

} // namespace

MadeGraph layeredGraph(std::uint32_t nodes, std::uint32_t layers, double edgesPerNode,
                       std::uint32_t seed)
{
    Dice dice(seed);
    MadeGraph made{u"layered %1"_s.arg(nodes), nodes, {}};
    const auto height = std::max(nodes / layers, 1U);
    const auto edges = static_cast<std::uint32_t>(nodes * edgesPerNode);
    for (std::uint32_t i = 0; i < edges; ++i) {
        const auto source = dice.below(nodes);
        const auto step = dice.oneIn(4) ? 2 + dice.below(2) : 1;
        const auto layer = source / height + step;
        if (layer >= layers)
            continue;
        const auto near =
            source % height + height - std::min(height, 8U) / 2 + dice.below(std::min(height, 8U));
        const auto row = dice.oneIn(10) ? dice.below(height) : near % height;
        made.edges.push_back({source, layer * height + row});
    }
    return made;
}

MadeGraph scaleFree(std::uint32_t nodes, std::uint32_t sources, std::uint32_t seed)
{
    Dice dice(seed);
    MadeGraph made{u"scale-free %1"_s.arg(nodes), nodes, {}};
    std::vector<lineage::NodeIndex> urn{0};
    for (std::uint32_t node = 1; node < nodes; ++node) {
        for (std::uint32_t i = 0; i < std::min(sources, node); ++i) {
            const auto source = urn[dice.below(static_cast<std::uint32_t>(urn.size()))];
            made.edges.push_back({source, node});
            urn.push_back(source);
        }
        urn.push_back(node);
    }
    return made;
}

MadeGraph anyDirection(std::uint32_t nodes, std::uint32_t edges, std::uint32_t seed)
{
    Dice dice(seed);
    MadeGraph made{u"any direction %1"_s.arg(nodes), nodes, {}};
    for (std::uint32_t i = 0; i < edges; ++i) {
        const auto source = dice.below(nodes);
        made.edges.push_back({source, dice.below(nodes)});
    }
    return made;
}

MadeGraph projectLike(std::uint32_t nodes, std::uint32_t seed)
{
    Dice dice(seed);
    MadeGraph made{u"project %1"_s.arg(nodes), nodes, {}};
    // Shares of the stages, and how many of the stages before each reads.
    const std::uint32_t ends[] = {nodes * 30 / 100, nodes * 55 / 100, nodes * 75 / 100,
                                  nodes * 92 / 100, nodes};
    const std::uint32_t reads[] = {0, 1, 3, 4, 3};
    std::uint32_t begin = 0;
    for (std::size_t stage = 0; stage < 5; ++stage) {
        for (auto node = begin; node < ends[stage]; ++node) {
            const auto count = stage == 1 ? 1
                : reads[stage] == 0       ? 0
                                          : 1 + dice.below(reads[stage]);
            for (std::uint32_t i = 0; i < count; ++i) {
                const auto from = stage < 2 || dice.oneIn(6) ? 0 : ends[stage - 2];
                const auto to = stage > 1 && dice.oneIn(3) ? node : begin;
                // A subject keeps to itself: the same place within the stages, give or take.
                const auto share = static_cast<double>(node - begin) / (ends[stage] - begin);
                const auto middle = from + static_cast<std::uint32_t>(share * (to - from));
                const auto spread = dice.oneIn(8) ? to - from : std::max((to - from) / 20, 2U);
                const auto source =
                    std::clamp(middle + dice.below(spread), from + spread / 2, to - 1 + spread / 2)
                    - spread / 2;
                if (source < node)
                    made.edges.push_back({source, node});
            }
        }
        begin = ends[stage];
    }
    return made;
}

MadeGraph chain(std::uint32_t nodes)
{
    MadeGraph made{u"chain %1"_s.arg(nodes), nodes, {}};
    for (std::uint32_t node = 1; node < nodes; ++node)
        made.edges.push_back({node - 1, node});
    return made;
}

MadeGraph star(std::uint32_t children, bool outwards)
{
    MadeGraph made{(outwards ? u"star out %1"_s : u"star in %1"_s).arg(children), children + 1, {}};
    for (std::uint32_t child = 1; child <= children; ++child)
        made.edges.push_back(outwards ? lineage::Arc{0, child} : lineage::Arc{child, 0});
    return made;
}

MadeGraph bipartite(std::uint32_t left, std::uint32_t right)
{
    MadeGraph made{u"bipartite %1 × %2"_s.arg(left).arg(right), left + right, {}};
    for (std::uint32_t i = 0; i < left; ++i) {
        for (std::uint32_t j = 0; j < right; ++j)
            made.edges.push_back({i, left + j});
    }
    return made;
}

MadeGraph chainWithLeaps(std::uint32_t nodes, std::uint32_t extra, std::uint32_t seed)
{
    Dice dice(seed);
    auto made = chain(nodes);
    made.name = u"chain %1 with %2 leaps"_s.arg(nodes).arg(extra);
    for (std::uint32_t i = 0; i < extra; ++i) {
        const auto a = dice.below(nodes);
        const auto b = dice.below(nodes);
        made.edges.push_back({std::min(a, b), std::max(a, b)});
    }
    return made;
}

MadeGraph manyParts(std::uint32_t parts, std::uint32_t largest, std::uint32_t seed)
{
    Dice dice(seed);
    MadeGraph made{u"%1 parts"_s.arg(parts), 0, {}};
    for (std::uint32_t part = 0; part < parts; ++part) {
        const auto size = 2 + dice.below(largest - 1);
        for (std::uint32_t node = 1; node < size; ++node)
            made.edges.push_back({made.nodes + dice.below(node), made.nodes + node});
        made.nodes += size;
    }
    made.nodes += parts;
    return made;
}

lineage::LayoutInput inputOf(const MadeGraph &graph, lineage::Size size)
{
    lineage::LayoutInput input;
    input.nodes.assign(graph.nodes, size);
    for (const auto &edge : graph.edges)
        input.edges.push_back({edge.source, edge.target});
    return input;
}

lineage::LayoutInput inputInProducts(const MadeGraph &graph, std::uint32_t domains,
                                     std::uint32_t products)
{
    auto input = inputOf(graph);
    for (std::uint32_t domain = 0; domain < domains; ++domain)
        input.groups.push_back({lineage::noGroup, 24});
    for (std::uint32_t domain = 0; domain < domains; ++domain) {
        for (std::uint32_t product = 0; product < products; ++product)
            input.groups.push_back({domain, 16});
    }
    for (lineage::NodeIndex node = 0; node < graph.nodes; ++node) {
        const auto domain = node * 13 / 7 % domains;
        const auto product = domains + domain * products + node / 3 % products;
        input.groupOf.push_back(node % 31 == 0       ? lineage::noGroup
                                    : node % 10 == 0 ? domain
                                                     : product);
    }
    return input;
}

lineage::LayoutInput inputInDomains(const MadeGraph &graph, std::uint32_t domains)
{
    auto input = inputOf(graph);
    for (std::uint32_t domain = 0; domain < domains; ++domain)
        input.groups.push_back({lineage::noGroup, 28});
    for (lineage::NodeIndex node = 0; node < graph.nodes; ++node)
        input.groupOf.push_back(node % domains);
    return input;
}

lineage::Graph graphOf(const MadeGraph &graph)
{
    lineage::GraphBuilder builder(graph.nodes);
    for (const auto &edge : graph.edges)
        builder.addEdge(edge.source, edge.target);
    return builder.build().graph;
}

} // namespace portolan::tests
