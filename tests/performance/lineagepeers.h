// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lineage/randomgraphs.h"

#include <QStringList>

#include <optional>

namespace portolan::performance {

//! What a drawing costs, ours or another's, by the same counters.
struct DrawingCost
{
    double milliseconds = 0;
    double crossings = 0;
    double length = 0; //!< in node widths, so that scales do not matter
    double bends = 0;
    double area = 0; //!< in node areas
};

//! How another program did; \a cost is empty when it is missing or did not end in time.
struct PeerResult
{
    QString name;
    QString remark; //!< why there is no cost
    bool isMissing = false; //!< it is not installed, and could not be fetched
    std::optional<DrawingCost> cost;
};

//! Draws \a graph with Graphviz dot, elkjs and dagre, each given \a seconds. What a peer did with a
//! graph is remembered beside this program, as it takes up to minutes; so is that it did not end.
//! elkjs and dagre come from npm, into a folder beside this program, when they are not there.
std::vector<PeerResult> askPeers(const tests::MadeGraph &graph, int seconds);

//! Our own drawing by those counters.
DrawingCost costOf(const lineage::LayoutInput &input, const lineage::Layout &layout,
                   double milliseconds);

} // namespace portolan::performance
