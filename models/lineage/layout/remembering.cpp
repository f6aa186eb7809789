// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lineage/layout/remembering.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace portolan::lineage {
namespace {

//! The nodes that stood somewhere, column by column from top to bottom.
std::vector<NodeIndex> inColumns(const LayoutInput &input)
{
    std::vector<NodeIndex> nodes;
    for (NodeIndex node = 0; node < input.previous.size(); ++node) {
        if (input.previous[node])
            nodes.push_back(node);
    }
    const auto key = [&input](NodeIndex node) {
        const auto &place = *input.previous[node];
        return std::tuple(place.x, place.y, node);
    };
    std::sort(nodes.begin(), nodes.end(),
              [&key](NodeIndex a, NodeIndex b) { return key(a) < key(b); });
    return nodes;
}

} // namespace

std::vector<double> middlesBefore(const LayoutInput &input)
{
    std::vector<double> middles(input.nodes.size(), std::numeric_limits<double>::quiet_NaN());
    const auto nodes = inColumns(input);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const auto &place = *input.previous[nodes[i]];
        auto height = input.nodes[nodes[i]].height;
        if (i + 1 < nodes.size()) {
            const auto &next = *input.previous[nodes[i + 1]];
            if (next.x - place.x < samePlace)
                height = std::clamp(next.y - place.y - input.spacing.node, 0.0, height);
        }
        middles[nodes[i]] = place.y + height / 2;
    }
    return middles;
}

std::vector<std::uint32_t> columnsBefore(const LayoutInput &input)
{
    std::vector<std::uint32_t> columns(input.nodes.size(), noNode);
    std::uint32_t column = 0;
    const NodeIndex *before = nullptr;
    const auto nodes = inColumns(input);
    for (const auto &node : nodes) {
        if (before != nullptr && input.previous[node]->x - input.previous[*before]->x > samePlace)
            ++column;
        columns[node] = column;
        before = &node;
    }
    return columns;
}

} // namespace portolan::lineage
