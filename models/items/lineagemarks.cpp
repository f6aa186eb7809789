// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lineagemarks.h"

#include "models/lineage/closure.h"

#include <QHash>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {

using lineage::Direction;
using lineage::NodeIndex;

namespace {

//! Picks out \a reached, and the lines between two of them that lead in the direction asked for.
void pickOut(const LineageScene &scene, const std::vector<NodeIndex> &reached, LineageMarks &marks)
{
    marks.boxes.resize(scene.boxes.size());
    marks.lines.resize(scene.lines.size());
    std::vector<quint8> here(scene.boxes.size());
    for (const auto box : reached) {
        here[box] = 1;
        marks.boxes[box] = 1;
    }
    for (std::size_t i = 0; i < scene.lines.size(); ++i) {
        if (here[scene.lines[i].from] != 0 && here[scene.lines[i].to] != 0)
            marks.lines[i] = 1;
    }
}

} // namespace

int classificationRank(const QString &classification)
{
    static const QHash<QString, int> known{
        {u"public"_s, 0},       {u"open"_s, 0},       {u"internal"_s, 1},
        {u"confidential"_s, 2}, {u"sensitive"_s, 2},  {u"pii"_s, 2},
        {u"personal"_s, 2},     {u"restricted"_s, 3}, {u"strictly confidential"_s, 3},
        {u"secret"_s, 3}};
    return known.value(classification.trimmed().toLower(), -1);
}

LineageMarks marksOfReach(const LineageScene &scene, int box, bool upstream, bool downstream)
{
    LineageMarks marks;
    if (box < 0)
        return marks;
    const std::array start{NodeIndex(box)};
    if (upstream)
        pickOut(scene, lineage::closure(scene.arcs, start, Direction::Upstream).nodes, marks);
    if (downstream)
        pickOut(scene, lineage::closure(scene.arcs, start, Direction::Downstream).nodes, marks);
    return marks;
}

LineageMarks marksOfPath(const LineageScene &scene, int from, int to)
{
    LineageMarks marks;
    if (from < 0 || to < 0)
        return marks;
    auto nodes = lineage::nodesOnPaths(scene.arcs, NodeIndex(from), NodeIndex(to));
    if (nodes.empty())
        nodes = lineage::nodesOnPaths(scene.arcs, NodeIndex(to), NodeIndex(from));
    if (!nodes.empty())
        pickOut(scene, nodes, marks);
    return marks;
}

} // namespace portolan::items
