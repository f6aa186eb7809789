// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lineagescene.h"

#include <algorithm>
#include <cmath>

namespace portolan::items {
namespace {

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
        if (groups[i].rect.contains(point))
            found = int(i);
    }
    return found;
}

std::vector<std::pair<quint32, quint32>> LineageScene::lineEntries() const
{
    std::vector<std::pair<quint32, quint32>> entries;
    entries.reserve(lines.size() * 4);
    for (quint32 number = 0; number < lines.size(); ++number) {
        const auto way = route(number);
        quint32 last = ~0U; // the squares of a way come in its order: most repeat the one before
        for (std::size_t i = 1; i < way.size(); ++i) {
            const QRectF piece =
                QRectF(QPointF(way[i - 1].x, way[i - 1].y), QPointF(way[i].x, way[i].y))
                    .normalized();
            const auto range = m_lineCells.rangeOf(piece);
            for (int y = range.top; y <= range.bottom; ++y) {
                for (int x = range.left; x <= range.right; ++x) {
                    const auto cell = m_lineCells.numberOf(x, y);
                    if (cell != last)
                        entries.emplace_back(cell, number);
                    last = cell;
                }
            }
        }
    }
    return entries;
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
