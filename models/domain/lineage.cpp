// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/lineage.h"

#include <tuple>

namespace portolan::domain {

bool LineageEdge::isSameArrow(const LineageEdge &other) const
{
    const auto arrow = [](const LineageEdge &edge) {
        return std::tie(edge.level, edge.source, edge.target, edge.sourceField, edge.targetField,
                        edge.job, edge.transformation);
    };
    return arrow(*this) == arrow(other);
}

} // namespace portolan::domain
