// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/lineagegraph.h"

#include <algorithm>

namespace portolan::domain {

int LineageGraph::indexOf(const QUuid &id) const
{
    const auto found = std::find_if(nodes.begin(), nodes.end(),
                                    [&id](const LineageNode &node) { return node.id == id; });
    return found == nodes.end() ? -1 : int(found - nodes.begin());
}

} // namespace portolan::domain
