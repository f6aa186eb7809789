// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lineagereach.h"

#include <QSet>

namespace portolan::items {

lineage::Graph lineageArcs(const domain::LineageGraph &graph)
{
    lineage::GraphBuilder builder(quint32(graph.nodes.size()));
    builder.reserve(graph.links.size());
    for (const auto &link : graph.links) {
        if (link.level != domain::LineageLevel::Field)
            builder.addEdge(quint32(link.source), quint32(link.target));
    }
    return builder.build().graph;
}

LineageMeshPtr lineageMesh(domain::LineageGraph graph)
{
    return lineageMesh(std::make_shared<const domain::LineageGraph>(std::move(graph)));
}

LineageMeshPtr lineageMesh(std::shared_ptr<const domain::LineageGraph> graph)
{
    auto mesh = std::make_shared<LineageMesh>();
    mesh->arcs = lineageArcs(*graph);
    mesh->graph = std::move(graph);
    return mesh;
}

std::vector<lineage::NodeIndex> nodesOfThing(const domain::LineageGraph &graph, const QUuid &id)
{
    std::vector<lineage::NodeIndex> found;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        if (graph.nodes[i].id == id || graph.nodes[i].product == id)
            found.push_back(lineage::NodeIndex(i));
    }
    return found;
}

std::vector<quint8> chosenNodes(const domain::LineageGraph &graph, const LineageChoice &choice)
{
    if (choice.root.isNull())
        return std::vector<quint8>(graph.nodes.size(), 1);
    std::vector<quint8> chosen(graph.nodes.size());
    const auto starts = nodesOfThing(graph, choice.root);
    const auto arcs = lineageArcs(graph);
    const auto keep = [&](lineage::Direction direction, std::optional<quint32> depth) {
        for (const auto node : lineage::closure(arcs, starts, direction, depth).nodes)
            chosen[node] = 1;
    };
    keep(lineage::Direction::Upstream, choice.upstream);
    keep(lineage::Direction::Downstream, choice.downstream);
    return chosen;
}

std::vector<ReachedNode> lineageReach(const LineageMesh &mesh,
                                      std::span<const lineage::NodeIndex> starts,
                                      lineage::Direction direction)
{
    const auto closure = lineage::closure(mesh.arcs, starts, direction);
    const auto back = direction == lineage::Direction::Upstream ? lineage::Direction::Downstream
                                                                : lineage::Direction::Upstream;
    constexpr auto unreached = ~0U;
    std::vector<quint32> depths(mesh.arcs.nodeCount(), unreached);
    for (std::size_t i = 0; i < closure.nodes.size(); ++i)
        depths[closure.nodes[i]] = closure.depths[i];
    std::vector<ReachedNode> reached;
    reached.reserve(closure.nodes.size());
    for (std::size_t i = 0; i < closure.nodes.size(); ++i) {
        ReachedNode entry{closure.nodes[i], closure.depths[i], lineage::noNode};
        if (entry.distance == 0)
            continue;
        for (const auto before : mesh.arcs.neighbours(entry.node, back)) {
            if (depths[before] == entry.distance - 1) {
                entry.via = before;
                break;
            }
        }
        reached.push_back(entry);
    }
    return reached;
}

ReachCounts countReach(const domain::LineageGraph &graph, const std::vector<ReachedNode> &reached)
{
    QSet<QString> domains; // outermost ones, as the picture has them
    QSet<QUuid> products;
    QSet<QString> owners;
    for (const auto &entry : reached) {
        const auto &node = graph.nodes[entry.node];
        if (node.domain > 0)
            domains.insert(graph.domains.at(node.domain).value(0));
        if (!node.product.isNull())
            products.insert(node.product);
        if (!node.owner.isEmpty())
            owners.insert(node.owner);
    }
    return {qsizetype(reached.size()), domains.size(), products.size(), owners.size()};
}

} // namespace portolan::items
