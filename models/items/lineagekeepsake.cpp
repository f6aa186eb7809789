// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lineagekeepsake.h"

#include "models/items/lineagedraft.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>

#include <algorithm>
#include <cmath>

namespace portolan::items {
namespace {

constexpr quint32 format = 2;
constexpr std::size_t mostPoints = 1'000'000; // of a damaged one, before memory is taken for them

//! A name for the boxes, lines and groups of \a scene, wherever they stand.
QByteArray nameOf(const LineageScene &scene)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    for (const auto &box : scene.boxes)
        stream << LineageDraft::idOf(scene, box) << box.rect.size() << box.group;
    for (const auto &line : scene.lines)
        stream << line.from << line.to << line.fromColumn << line.toColumn;
    for (const auto &group : scene.groups)
        stream << group.key << group.parent;
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha1);
}

void write(QDataStream &stream, const std::vector<lineage::Point> &points)
{
    stream << quint32(points.size());
    for (const auto &point : points)
        stream << point.x << point.y;
}

template <typename Number>
void write(QDataStream &stream, const std::vector<Number> &numbers)
{
    stream << quint32(numbers.size());
    for (const auto number : numbers)
        stream << number;
}

//! Reads a list and answers whether it could be one.
template <typename Item, typename ReadItem>
bool read(QDataStream &stream, std::vector<Item> &items, ReadItem readItem)
{
    quint32 count = 0;
    stream >> count;
    if (stream.status() != QDataStream::Ok || count > mostPoints)
        return false;
    items.resize(count);
    for (auto &item : items)
        readItem(item);
    return stream.status() == QDataStream::Ok;
}

bool read(QDataStream &stream, std::vector<lineage::Point> &points)
{
    bool finite = true;
    return read(stream, points,
                [&](lineage::Point &point) {
                    stream >> point.x >> point.y;
                    finite = finite && std::isfinite(point.x) && std::isfinite(point.y);
                })
        && finite;
}

template <typename Number>
bool read(QDataStream &stream, std::vector<Number> &numbers)
{
    return read(stream, numbers, [&](Number &number) { stream >> number; });
}

bool isSound(const lineage::Layout &layout, const LineageScene &scene)
{
    const auto &starts = layout.routeStart;
    const bool areWays = std::is_sorted(starts.begin(), starts.end())
        && starts.size() == scene.lines.size() + 1 && starts.back() == layout.routePoints.size();
    const auto &size = layout.size;
    return areWays && layout.positions.size() == scene.boxes.size()
        && layout.columns.size() == scene.boxes.size()
        && layout.reversed.size() == scene.lines.size() && std::isfinite(size.width)
        && std::isfinite(size.height) && size.width >= 0 && size.height >= 0;
}

} // namespace

QByteArray keepsakeOf(const LineageScene &scene)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    const auto &layout = scene.layout;
    stream << format << nameOf(scene);
    write(stream, layout.positions);
    write(stream, layout.columns);
    write(stream, layout.routePoints);
    write(stream, layout.routeStart);
    write(stream, layout.reversed);
    stream << quint32(layout.groups.size());
    for (const auto &rect : layout.groups)
        stream << rect.x << rect.y << rect.width << rect.height;
    stream << quint32(layout.groupRows.size());
    for (const auto &[group, rect] : layout.groupRows)
        stream << group << rect.x << rect.y << rect.width << rect.height;
    const auto &figures = layout.figures;
    stream << layout.size.width << layout.size.height << quint64(figures.crossings)
           << figures.edgeLength << quint64(figures.bends) << figures.area << figures.reversed;
    return qCompress(bytes);
}

std::optional<lineage::Layout> layoutKept(const QByteArray &keepsake, const LineageScene &scene)
{
    if (keepsake.isEmpty())
        return {};
    const auto bytes = qUncompress(keepsake);
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 version = 0;
    QByteArray name;
    stream >> version >> name;
    if (version != format || name != nameOf(scene))
        return {};
    lineage::Layout layout;
    if (!read(stream, layout.positions) || !read(stream, layout.columns)
        || !read(stream, layout.routePoints) || !read(stream, layout.routeStart)
        || !read(stream, layout.reversed)
        || !read(stream, layout.groups,
                 [&stream](lineage::Rect &rect) {
                     stream >> rect.x >> rect.y >> rect.width >> rect.height;
                 })
        || !read(stream, layout.groupRows, [&stream](lineage::GroupRow &row) {
               stream >> row.group >> row.rect.x >> row.rect.y >> row.rect.width >> row.rect.height;
           }))
        return {};
    auto &figures = layout.figures;
    quint64 crossings = 0;
    quint64 bends = 0;
    stream >> layout.size.width >> layout.size.height >> crossings >> figures.edgeLength >> bends
        >> figures.area >> figures.reversed;
    figures.crossings = crossings;
    figures.bends = bends;
    return stream.status() == QDataStream::Ok && isSound(layout, scene) ? std::optional(layout)
                                                                        : std::nullopt;
}

} // namespace portolan::items
