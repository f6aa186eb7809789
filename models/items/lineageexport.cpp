// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lineageexport.h"

#include "models/base/identity.h"
#include "models/items/lineagetables.h"

#include <QBuffer>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {

using domain::LineageLink;

namespace {

//! Calls \a visit with each link of the picture, in the order of the graph, and its line.
template <typename Visit>
void forEachLink(const LineageScene &scene, Visit visit)
{
    std::vector<std::pair<int, quint32>> links;
    links.reserve(scene.links.size());
    for (quint32 line = 0; line < scene.lines.size(); ++line) {
        for (const int link : scene.linksOf(scene.lines[line]))
            links.emplace_back(link, line);
    }
    std::sort(links.begin(), links.end());
    for (const auto &[link, line] : links)
        visit(scene.graph->links[std::size_t(link)], line);
}

QString textOf(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QString timeText(qint64 ms)
{
    return textOf(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC));
}

QJsonObject nodeObject(const LineageScene &scene, const LineageBox &box)
{
    const auto &node = scene.nodeOf(box);
    QJsonObject object{{u"id"_s, idText(node.id)},
                       {u"nativeId"_s, node.nativeId},
                       {u"kind"_s, domain::kindWord(node.kind)},
                       {u"name"_s, node.name},
                       {u"x"_s, box.rect.x()},
                       {u"y"_s, box.rect.y()},
                       {u"width"_s, box.rect.width()},
                       {u"height"_s, box.rect.height()}};
    const auto add = [&object](const QString &key, const QString &value) {
        if (!value.isEmpty())
            object.insert(key, value);
    };
    add(u"type"_s, node.type);
    add(u"title"_s, node.title);
    add(u"status"_s, node.status);
    add(u"classification"_s, node.classification);
    const auto &path = scene.graph->domains.at(node.domain);
    if (!path.isEmpty())
        object.insert(u"domain"_s, QJsonArray::fromStringList(path));
    if (!node.owner.isEmpty())
        object.insert(u"owner"_s, QJsonObject{{u"name"_s, node.owner}});
    return object;
}

QJsonObject transformationObject(const domain::Transformation &transformation)
{
    QJsonObject object;
    const auto add = [&object](const QString &key, const QString &value) {
        if (!value.isEmpty())
            object.insert(key, value);
    };
    add(u"type"_s, transformation.type);
    add(u"subtype"_s, transformation.subtype);
    add(u"description"_s, transformation.description);
    if (transformation.masking)
        object.insert(u"masking"_s, *transformation.masking);
    return object;
}

QJsonObject edgeObject(const LineageScene &scene, const LineageLink &link, quint32 line)
{
    const auto &graph = *scene.graph;
    QJsonObject object{{u"from"_s, idText(graph.nodes[std::size_t(link.source)].id)},
                       {u"to"_s, idText(graph.nodes[std::size_t(link.target)].id)},
                       {u"level"_s, levelWord(link.level)}};
    if (link.sourceField >= 0)
        object.insert(u"fromField"_s, graph.textAt(link.sourceField));
    if (link.targetField >= 0)
        object.insert(u"toField"_s, graph.textAt(link.targetField));
    if (link.job >= 0)
        object.insert(u"job"_s, graph.jobs.at(link.job).nativeId);
    if (link.transformation >= 0)
        object.insert(u"transformation"_s,
                      transformationObject(graph.transformations.at(link.transformation)));
    if (link.account < graph.accounts.size())
        object.insert(u"account"_s, idText(graph.accounts.at(link.account)));
    // Null: it held before anybody looked. The key is always there, as cli.md promises.
    object.insert(u"validFrom"_s,
                  link.validFrom == 0 ? QJsonValue() : QJsonValue(timeText(link.validFrom)));
    if (link.lastSeen != 0)
        object.insert(u"lastSeen"_s, timeText(link.lastSeen));
    if (link.validTo != 0)
        object.insert(u"validTo"_s, timeText(link.validTo));
    if (link.change != domain::LineageChange::None)
        object.insert(u"change"_s, changeWord(link.change));
    QJsonArray points;
    for (const auto &point : scene.route(line))
        points.append(QJsonArray{point.x, point.y});
    object.insert(u"points"_s, points);
    return object;
}

} // namespace

QString lineageSuffix(LineageFormat format)
{
    static const std::array suffixes{u"png"_s, u"svg"_s, u"pdf"_s, u"dot"_s, u"csv"_s, u"json"_s};
    return suffixes[std::size_t(format)];
}

std::optional<LineageFormat> lineageFormatOf(const QString &file)
{
    const auto ending = QFileInfo(file).suffix().toLower();
    for (const auto format : allLineageFormats) {
        if (ending == lineageSuffix(format))
            return format;
    }
    return {};
}

QByteArray lineageText(const LineageScene &scene, LineageFormat format, bool isComparison)
{
    std::vector<int> nodes;
    std::vector<int> links;
    for (const auto &box : scene.boxes)
        nodes.push_back(box.node);
    for (const auto &line : scene.lines) {
        const auto own = scene.linksOf(line);
        links.insert(links.end(), own.begin(), own.end());
    }
    std::sort(nodes.begin(), nodes.end());
    std::sort(links.begin(), links.end());
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const LineagePart part{*scene.graph, nodes, links, isComparison};
    if (format == LineageFormat::Dot)
        writeLineageDot(part, buffer);
    else
        writeLineageCsv(part, buffer);
    return buffer.data();
}

QByteArray lineageJson(const LineageScene &scene)
{
    std::vector<std::pair<QString, const LineageBox *>> ordered;
    ordered.reserve(scene.boxes.size());
    for (const auto &box : scene.boxes)
        ordered.emplace_back(scene.nodeOf(box).nativeId, &box);
    std::sort(ordered.begin(), ordered.end());
    QJsonArray nodes;
    for (const auto &[name, box] : ordered)
        nodes.append(nodeObject(scene, *box));
    QJsonArray edges;
    forEachLink(scene, [&](const LineageLink &link, quint32 line) {
        edges.append(edgeObject(scene, link, line));
    });
    const QJsonObject document{{u"format"_s, u"portolan.lineage/1"_s},
                               {u"at"_s, textOf(scene.graph->at)},
                               {u"nodes"_s, nodes},
                               {u"edges"_s, edges},
                               {u"truncated"_s, false},
                               {u"layoutMs"_s, double(scene.layoutMs)}};
    return QJsonDocument(document).toJson();
}

Result<void> writeLineage(const LineageScene &scene, const LineageLook &look, LineageFormat format,
                          const QString &file, bool isComparison)
{
    QSaveFile device(file);
    if (!device.open(QIODevice::WriteOnly))
        return failure(Error::Kind::BadInput, device.errorString());
    Result<void> done;
    switch (format) {
    case LineageFormat::Png: {
        // Small pictures are written twice as large: they are the ones that end in slides.
        const bool isSmall = scene.bounds.width() < 4000 && scene.bounds.height() < 4000;
        done = writeLineagePng(scene, look, isSmall ? 2 : 1, device);
        break;
    }
    case LineageFormat::Pdf:
        done = writeLineagePdf(scene, look, device);
        break;
    case LineageFormat::Svg:
        device.write(lineageSvg(scene, look));
        break;
    case LineageFormat::Dot:
        device.write(lineageText(scene, format, isComparison));
        break;
    case LineageFormat::Csv:
        device.write(lineageText(scene, format, isComparison));
        break;
    case LineageFormat::Json:
        device.write(lineageJson(scene));
        break;
    }
    if (!done)
        return done;
    if (!device.commit())
        return failure(Error::Kind::DiskFull, device.errorString());
    return {};
}

} // namespace portolan::items
