// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lineagewalk.h"

#include <cmath>

namespace portolan::items {
namespace {

int alongLine(const LineageScene &scene, int box, lineage::Direction direction)
{
    const auto height = scene.boxes[std::size_t(box)].rect.center().y();
    int found = -1;
    double nearest = 0;
    for (const auto other : scene.arcs.neighbours(lineage::NodeIndex(box), direction)) {
        const double distance = std::abs(scene.boxes[other].rect.center().y() - height);
        if (int(other) != box && (found < 0 || distance < nearest)) {
            found = int(other);
            nearest = distance;
        }
    }
    return found;
}

//! The next box above or below one, of those that stand in its column: looked for near by first.
int inColumn(const LineageScene &scene, int box, bool up)
{
    const auto rect = scene.boxes[std::size_t(box)].rect;
    for (double reach = 256;; reach *= 8) {
        auto strip = rect.adjusted(rect.width() / 3, 0, -rect.width() / 3, 0);
        if (up)
            strip.setTop(rect.top() - reach);
        else
            strip.setBottom(rect.bottom() + reach);
        int found = -1;
        double nearest = 0;
        scene.forEachBox(strip, [&](quint32 number) {
            const auto other = scene.boxes[number].rect;
            const double distance = up ? rect.top() - other.bottom() : other.top() - rect.bottom();
            if (int(number) != box && distance >= 0 && (found < 0 || distance < nearest)) {
                found = int(number);
                nearest = distance;
            }
        });
        if (found >= 0)
            return found;
        if (up ? strip.top() < scene.bounds.top() : strip.bottom() > scene.bounds.bottom())
            return -1;
    }
}

} // namespace

int stepFrom(const LineageScene &scene, int box, LineageStep step)
{
    if (box < 0 || box >= int(scene.boxes.size()))
        return -1;
    switch (step) {
    case LineageStep::Upstream:
        return alongLine(scene, box, lineage::Direction::Upstream);
    case LineageStep::Downstream:
        return alongLine(scene, box, lineage::Direction::Downstream);
    case LineageStep::Up:
        return inColumn(scene, box, true);
    case LineageStep::Down:
        return inColumn(scene, box, false);
    }
    return -1;
}

std::vector<int> linesOf(const LineageScene &scene, LineageSpot spot)
{
    std::vector<int> found;
    if (spot.box < 0)
        return found;
    const auto isEnd = [&spot](quint32 box, int column) {
        return int(box) == spot.box && (spot.column < 0 || spot.column == column);
    };
    std::vector<quint8> stamps;
    const auto &rect = scene.boxes[std::size_t(spot.box)].rect;
    scene.forEachLine(rect.adjusted(-2, -2, 2, 2), stamps, [&](quint32 number) {
        const auto &line = scene.lines[number];
        if (isEnd(line.from, line.fromColumn) || isEnd(line.to, line.toColumn))
            found.push_back(int(number));
    });
    const auto key = [&](int number) {
        const auto &line = scene.lines[std::size_t(number)];
        const bool arrives = isEnd(line.to, line.toColumn);
        const auto way = scene.route(quint32(number));
        const double height = way.empty() ? 0 : arrives ? way.front().y : way.back().y;
        return std::tuple(!arrives, height, number);
    };
    std::sort(found.begin(), found.end(), [&key](int a, int b) { return key(a) < key(b); });
    return found;
}

LineageSpot stepFrom(const LineageScene &scene, LineageSpot spot, LineageStep step)
{
    if (spot.box < 0 || spot.column < 0)
        return {stepFrom(scene, spot.box, step), -1};
    const auto &about = scene.boxes[std::size_t(spot.box)];
    if (step == LineageStep::Up)
        return {spot.box, spot.column - 1};
    if (step == LineageStep::Down)
        return {spot.box, std::min(spot.column + 1, int(about.columns.size()) - 1)};
    const bool goesUp = step == LineageStep::Upstream;
    const double height = scene.columnRect(about, spot.column).center().y();
    LineageSpot found;
    double nearest = 0;
    for (const int number : linesOf(scene, spot)) {
        const auto &line = scene.lines[std::size_t(number)];
        const LineageSpot from{int(line.from), line.fromColumn};
        const LineageSpot to{int(line.to), line.toColumn};
        const auto &other = goesUp ? from : to;
        if ((goesUp ? to : from) != spot || other.box == spot.box)
            continue;
        const auto way = scene.route(quint32(number));
        const double distance = std::abs((goesUp ? way.front().y : way.back().y) - height);
        if (found.box < 0 || distance < nearest) {
            found = other;
            nearest = distance;
        }
    }
    return found.box >= 0 ? found : LineageSpot{stepFrom(scene, spot.box, step), -1};
}

std::vector<int> boxesNamed(const LineageScene &scene, const QString &text)
{
    std::vector<int> found;
    if (text.isEmpty())
        return found;
    for (int box = 0; box < int(scene.boxes.size()); ++box) {
        const auto &about = scene.boxes[std::size_t(box)];
        const auto &node = scene.nodeOf(about);
        const bool isNamed = about.label.contains(text, Qt::CaseInsensitive)
            || (!about.isFolded()
                && (node.name.contains(text, Qt::CaseInsensitive)
                    || node.nativeId.contains(text, Qt::CaseInsensitive)));
        if (isNamed)
            found.push_back(box);
    }
    std::sort(found.begin(), found.end(), [&scene](int left, int right) {
        const auto a = scene.boxes[std::size_t(left)].rect.topLeft();
        const auto b = scene.boxes[std::size_t(right)].rect.topLeft();
        return std::tuple(a.x(), a.y(), left) < std::tuple(b.x(), b.y(), right);
    });
    return found;
}

} // namespace portolan::items
