// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lineagescene.h"

#include <algorithm>
#include <cmath>

namespace portolan::items {
namespace {

constexpr std::size_t mostCellsOfLine = 64;

double distanceTo(QPointF point, const lineage::Point &from, const lineage::Point &to)
{
    const double dx = to.x - from.x;
    const double dy = to.y - from.y;
    const double length = dx * dx + dy * dy;
    const double along = length > 0
        ? std::clamp(((point.x() - from.x) * dx + (point.y() - from.y) * dy) / length, 0.0, 1.0)
        : 0;
    return std::hypot(point.x() - from.x - along * dx, point.y() - from.y - along * dy);
}

QRectF pieceOf(const lineage::Point &from, const lineage::Point &to)
{
    return QRectF(QPointF(from.x, from.y), QPointF(to.x, to.y)).normalized();
}

} // namespace

int LineageScene::boxOf(int node) const
{
    return node >= 0 && std::size_t(node) < m_boxOfNode.size() ? m_boxOfNode[std::size_t(node)]
                                                               : -1;
}

int LineageScene::boxOf(const QUuid &id) const
{
    return graph ? boxOf(graph->indexOf(id)) : -1;
}

int LineageScene::boxAt(QPointF point) const
{
    int found = -1;
    forEachBox(QRectF(point.x() - 0.01, point.y() - 0.01, 0.02, 0.02),
               [&found](quint32 number) { found = int(number); });
    return found;
}

QRectF LineageScene::columnRect(const LineageBox &box, int column) const
{
    return {box.rect.x(), box.rect.y() + scenesize::boxHeight + column * scenesize::columnHeight,
            box.rect.width(), scenesize::columnHeight};
}

int LineageScene::columnAt(const LineageBox &box, QPointF point) const
{
    const double below = point.y() - box.rect.y() - scenesize::boxHeight;
    if (below < 0 || !box.rect.contains(point))
        return -1;
    const int column = int(below / scenesize::columnHeight);
    return column < int(box.columns.size()) ? column : -1;
}

int LineageScene::lineAt(QPointF point, double reach) const
{
    int found = -1;
    double nearest = reach;
    std::vector<quint8> stamps;
    const QRectF area(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach);
    forEachLine(area, stamps, [&](quint32 number) {
        const auto way = route(number);
        for (std::size_t i = 1; i < way.size(); ++i) {
            const double distance = distanceTo(point, way[i - 1], way[i]);
            if (distance <= nearest) {
                nearest = distance;
                found = int(number);
            }
        }
    });
    return found;
}

int LineageScene::groupAt(QPointF point) const
{
    int found = -1;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        groups[i].forEachRect([&](const QRectF &rect) {
            if (rect.contains(point))
                found = int(i);
        });
    }
    return found;
}

//! The squares that \a line crosses, in its order, and no more of them than can be told to be many.
void LineageScene::addEntries(quint32 line, std::vector<quint32> &cells) const
{
    cells.clear();
    const auto way = route(line);
    for (std::size_t i = 1; i < way.size(); ++i) {
        const auto range = m_lineCells.rangeOf(pieceOf(way[i - 1], way[i]));
        for (int y = range.top; y <= range.bottom; ++y) {
            for (int x = range.left; x <= range.right; ++x) {
                const auto cell = m_lineCells.numberOf(x, y);
                // Most squares repeat the one before.
                if (cells.empty() || cells.back() != cell)
                    cells.push_back(cell);
                if (cells.size() > mostCellsOfLine)
                    return;
            }
        }
    }
}

// A line that runs past a whole picture would have an entry in each of its squares.
std::vector<std::pair<quint32, quint32>> LineageScene::lineEntries()
{
    std::vector<std::pair<quint32, quint32>> entries;
    entries.reserve(lines.size() * 4);
    std::vector<quint32> cells;
    m_longLines.clear();
    for (quint32 number = 0; number < lines.size(); ++number) {
        addEntries(number, cells);
        if (cells.size() > mostCellsOfLine) {
            m_longLines.push_back(number);
            continue;
        }
        for (const auto cell : cells)
            entries.emplace_back(cell, number);
    }
    m_lineEntries = entries.size();
    return entries;
}

bool LineageScene::passes(quint32 line, const QRectF &area) const
{
    const auto way = route(line);
    for (std::size_t i = 1; i < way.size(); ++i) {
        // A level piece has no height, and a QRectF without height meets nothing.
        if (pieceOf(way[i - 1], way[i]).adjusted(-1, -1, 1, 1).intersects(area))
            return true;
    }
    return false;
}

void LineageScene::index(std::vector<int> boxOfNode)
{
    m_boxOfNode = std::move(boxOfNode);
    bounds = QRectF(0, 0, layout.size.width, layout.size.height);
    m_boxCells = m_lineCells = LineageCells(bounds);
    std::vector<std::pair<quint32, quint32>> entries;
    entries.reserve(boxes.size() * 2);
    for (quint32 number = 0; number < boxes.size(); ++number) {
        const auto range = m_boxCells.rangeOf(boxes[number].rect);
        for (int y = range.top; y <= range.bottom; ++y) {
            for (int x = range.left; x <= range.right; ++x)
                entries.emplace_back(m_boxCells.numberOf(x, y), number);
        }
    }
    m_boxCells.fill(entries);
    m_lineCells.fill(lineEntries());
}

} // namespace portolan::items
