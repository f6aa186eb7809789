// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lineagegraph.h"

#include <QUuid>

#include <limits>
#include <vector>

namespace portolan::cli {

//! The part of a graph that is printed: indexes into its nodes and links, ascending.
struct LineageSelection
{
    std::vector<int> nodes;
    std::vector<int> links;
};

//! How far to follow the edges; 0 is not at all.
struct LineageReach
{
    static constexpr int unlimited = std::numeric_limits<int>::max();

    int upstream = unlimited;
    int downstream = unlimited;
};

//! Everything.
LineageSelection selectAll(const domain::LineageGraph &graph);

//! What the nodes \a starts are made from and flow into, and every link between two of these: what
//! the window shows of the same choice.
LineageSelection selectAround(const domain::LineageGraph &graph, const std::vector<int> &starts,
                              const LineageReach &reach);

//! The same for the column \a field of \a start, from column to column.
LineageSelection selectAroundField(const domain::LineageGraph &graph, int start,
                                   const QString &field, const LineageReach &reach);

} // namespace portolan::cli
