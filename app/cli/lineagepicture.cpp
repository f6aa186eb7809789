// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/lineagepicture.h"

#include "models/items/lineagedrawing.h"
#include "models/items/lineageexport.h"

#include <map>
#include <set>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

//! The selected part of a graph as a graph of its own.
std::shared_ptr<const domain::LineageGraph> graphOf(const LineageDocument &document)
{
    auto part = document.graph;
    part.nodes.clear();
    part.links.clear();
    std::vector<int> number(document.graph.nodes.size(), -1);
    for (const auto node : document.selection.nodes) {
        number[std::size_t(node)] = int(part.nodes.size());
        part.nodes.push_back(document.graph.nodes[std::size_t(node)]);
    }
    for (const auto link : document.selection.links) {
        auto own = document.graph.links[std::size_t(link)];
        own.source = number[std::size_t(own.source)];
        own.target = number[std::size_t(own.target)];
        part.links.push_back(own);
    }
    return std::make_shared<const domain::LineageGraph>(std::move(part));
}

//! Opens every thing with columns that are ends of edges, so that each edge between columns has a
//! line of its own. The columns stand in the order of their names: the edges know no other.
void openColumns(items::LineageOrder &order)
{
    const auto &graph = *order.graph;
    std::map<int, std::set<QString>> columns;
    for (const auto &link : graph.links) {
        if (link.sourceField >= 0)
            columns[link.source].insert(graph.textAt(link.sourceField));
        if (link.targetField >= 0)
            columns[link.target].insert(graph.textAt(link.targetField));
    }
    for (const auto &[node, paths] : columns) {
        const auto &id = graph.nodes[std::size_t(node)].id;
        order.choice.open.insert(id);
        auto &shown = order.columns[id];
        for (const auto &path : paths)
            shown.push_back({path, {}, false});
    }
}

} // namespace

LineagePicture::LineagePicture(const LineageDocument &document)
{
    items::LineageOrder order;
    order.graph = graphOf(document);
    openColumns(order);
    m_scene = items::drawLineage(order, nullptr).scene;
    const auto &selection = document.selection;
    for (const auto &box : m_scene->boxes)
        m_rects.insert(selection.nodes[std::size_t(box.node)], box.rect);
    for (quint32 line = 0; line < m_scene->lines.size(); ++line) {
        QList<QPointF> points;
        for (const auto &point : m_scene->route(line))
            points.append({point.x, point.y});
        for (const auto link : m_scene->linksOf(m_scene->lines[line]))
            m_points.insert(selection.links[std::size_t(link)], points);
    }
}

QString LineagePicture::note(const QString &format) const
{
    const auto scale = items::lineagePngScale(*m_scene);
    if (format != u"png" || scale >= 1)
        return {};
    const auto pixels = [scale](double length) { return QString::number(qRound(length * scale)); };
    return u"the picture is written at %1 % of its size, %2 × %3 pixels; svg and pdf have all of it"_s
        .arg(QString::number(scale * 100, 'f', 0), pixels(m_scene->bounds.width()),
             pixels(m_scene->bounds.height()));
}

Result<void> LineagePicture::write(const QString &format, QIODevice &device) const
{
    const items::LineageLook look;
    if (format == u"png")
        return items::writeLineagePng(*m_scene, look, items::lineagePngScale(*m_scene), device);
    if (format == u"pdf")
        return items::writeLineagePdf(*m_scene, look, device);
    const auto text = items::lineageSvg(*m_scene, look);
    if (device.write(text) != text.size())
        return failure(Error::Kind::Store, device.errorString());
    return {};
}

} // namespace portolan::cli
