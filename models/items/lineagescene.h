// SPDX-License-Identifier: GPL-3.0-or-later
// A laid-out picture of lineage: where everything stands, and what it stands for. Lengths are scene
// units; at a scale of 1 a unit is a device-independent pixel.
#pragma once

#include "models/items/lineagecells.h"
#include "models/items/lineagekind.h"
#include "models/items/lineageparts.h"
#include "models/lineage/layout.h"

#include <QPointF>
#include <QRectF>
#include <QString>

#include <algorithm>
#include <memory>
#include <span>
#include <vector>

namespace portolan::items {

namespace scenesize {

inline constexpr double boxWidth = 168;
inline constexpr double boxHeight = 28;
inline constexpr double columnHeight = 20; //!< of each column of an open box
inline constexpr double columnsFoot = 4; //!< below the last of them
inline constexpr double groupHeader = 28;

} // namespace scenesize

//! A box: one node, or a group that is folded into one.
struct LineageBox
{
    QRectF rect;
    QString label;
    QString icon;
    LineageKind kind = LineageKind::Table;
    domain::LineageChange change = domain::LineageChange::None;
    int node = -1; //!< of the graph; of a folded group the first of its members
    int group = -1; //!< that it stands in
    int folded = -1; //!< the group that it stands for
    int members = 1; //!< nodes that it stands for
    std::vector<LineageColumn> columns;

    bool isFolded() const { return folded >= 0; }
};

//! A line from a box, or one of its columns, to another.
struct LineageLine
{
    quint32 from = 0;
    quint32 to = 0;
    int fromColumn = -1; //!< -1: the box itself
    int toColumn = -1;
    domain::LineageChange change = domain::LineageChange::None;
    bool isMasking = false; //!< a value is hidden on this way
    bool isBridge = false; //!< it stands for ways through what a filter left out, and nothing else
    quint32 firstLink = 0; //!< in LineageScene::links
    quint32 linkCount = 0;
};

//! A domain, product or schema, with what stands in it.
struct LineageGroup
{
    QString key; //!< stable name, as in LineageChoice::folded
    QString label;
    QRectF rect; //!< empty while it is folded or holds nothing
    std::vector<QRectF> rows; //!< where it goes on, in a picture that is broken into rows
    int parent = -1; //!< the group around it
    int shown = 0; //!< nodes in the picture, also those in a folded box
    int total = 0; //!< nodes in the whole lineage

    //! Calls \a visit with each of its rectangles that is not empty.
    template <typename Visit>
    void forEachRect(Visit visit) const
    {
        if (!rect.isEmpty())
            visit(rect);
        for (const auto &row : rows)
            visit(row);
    }
};

//! The whole picture; a value that any thread may read once it is made.
class LineageScene
{
public:
    std::shared_ptr<const domain::LineageGraph> graph;
    std::vector<LineageBox> boxes;
    std::vector<LineageLine> lines;
    std::vector<int> links; //!< of the graph, by line
    std::vector<LineageGroup> groups;
    std::vector<LineageBundle> bundles;
    std::vector<LineageCluster> clusters;
    lineage::Graph arcs; //!< which box leads to which
    lineage::Layout layout; //!< routes and figures
    QRectF bounds;
    qint64 layoutMs = 0;

    //! The line's way, from the edge of its source to the edge of its target.
    std::span<const lineage::Point> route(quint32 line) const { return layout.route(line); }

    //! Whether \a line leads leftwards, since it closes a cycle.
    bool leadsBack(quint32 line) const
    {
        return line < layout.reversed.size() && layout.reversed[line] != 0;
    }

    //! The links of the graph that \a line stands for.
    std::span<const int> linksOf(const LineageLine &line) const
    {
        return {links.data() + line.firstLink, line.linkCount};
    }

    const domain::LineageNode &nodeOf(const LineageBox &box) const
    {
        return graph->nodes[std::size_t(box.node)];
    }

    //! The box that shows \a node of the graph, alone or folded, or -1.
    int boxOf(int node) const;
    //! The box of the node with our id \a id, or -1.
    int boxOf(const QUuid &id) const;
    //! The box under \a point, or -1.
    int boxAt(QPointF point) const;
    //! The column of \a box under \a point, or -1.
    int columnAt(const LineageBox &box, QPointF point) const;
    //! The line within \a reach of \a point, the nearest of several, or -1.
    int lineAt(QPointF point, double reach) const;
    //! The innermost group that holds \a point, or -1.
    int groupAt(QPointF point) const;
    QRectF columnRect(const LineageBox &box, int column) const;

    //! Calls \a visit with the number of each box that meets \a area.
    template <typename Visit>
    void forEachBox(const QRectF &area, Visit visit) const
    {
        if (area.contains(bounds)) {
            for (quint32 number = 0; number < boxes.size(); ++number)
                visit(number);
            return;
        }
        const auto seen = m_boxCells.rangeOf(area);
        m_boxCells.forEachIn(area, [&](quint32 number, int x, int y) {
            // A box that lies in several squares is met in the first of them.
            const auto own = m_boxCells.rangeOf(boxes[number].rect);
            if (x == std::max(own.left, seen.left) && y == std::max(own.top, seen.top)
                && boxes[number].rect.intersects(area))
                visit(number);
        });
    }

    //! Calls \a visit with the number of each line that may meet \a area; \a stamps is room to
    //! work in.
    template <typename Visit>
    void forEachLine(const QRectF &area, std::vector<quint8> &stamps, Visit visit) const
    {
        if (area.contains(bounds)) {
            for (quint32 number = 0; number < lines.size(); ++number)
                visit(number);
            return;
        }
        stamps.assign(lines.size(), 0);
        m_lineCells.forEachIn(area, [&](quint32 number, int, int) {
            if (stamps[number] == 0) {
                stamps[number] = 1;
                visit(number);
            }
        });
        for (const auto number : m_longLines) {
            if (passes(number, area))
                visit(number);
        }
    }

    //! How many entries the index of the lines has: it is not to grow with the picture's extent.
    std::size_t lineIndexSize() const { return m_lineEntries + m_longLines.size(); }

    //! Makes the index that the functions above need, once everything has its place. \a boxOfNode
    //! says of each node of the graph which box shows it, or -1.
    void index(std::vector<int> boxOfNode);

private:
    std::vector<std::pair<quint32, quint32>> lineEntries();
    void addEntries(quint32 line, std::vector<quint32> &cells) const;
    bool passes(quint32 line, const QRectF &area) const;

    LineageCells m_boxCells;
    LineageCells m_lineCells;
    std::size_t m_lineEntries = 0;
    std::vector<quint32> m_longLines; //!< those that cross more squares than are worth an entry
    std::vector<int> m_boxOfNode;
};

} // namespace portolan::items
