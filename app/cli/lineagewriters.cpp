// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/lineagewriters.h"

#include "app/cli/entityjson.h"
#include "app/cli/lineagepicture.h"
#include "app/cli/output.h"
#include "models/base/identity.h"
#include "models/items/lineagetables.h"

#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <memory>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

using domain::LineageLink;
using domain::LineageNode;
using items::changeWord;
using items::levelWord;

const LineageNode &nodeAt(const LineageDocument &document, int node)
{
    return document.graph.nodes.at(std::size_t(node));
}

const LineageLink &linkAt(const LineageDocument &document, int link)
{
    return document.graph.links.at(std::size_t(link));
}

QString jobOf(const LineageDocument &document, const LineageLink &link)
{
    return link.job < 0 ? QString() : document.graph.jobs.at(link.job).nativeId;
}

QJsonObject nodeJson(const LineageDocument &document, const LineageNode &node)
{
    if (const auto known = document.entities.constFind(node.id);
        known != document.entities.constEnd())
        return entityJson(*known);
    domain::Entity named;
    named.id = node.id;
    named.nativeId = node.nativeId;
    named.kind = node.kind;
    named.type = node.type;
    named.name = node.name;
    return entityJson(named);
}

QJsonObject transformationJson(const domain::Transformation &how)
{
    QJsonObject object;
    insertText(object, u"type"_s, how.type);
    insertText(object, u"subtype"_s, how.subtype);
    insertText(object, u"description"_s, how.description);
    if (how.masking)
        object.insert(u"masking"_s, *how.masking);
    return object;
}

void insertTime(QJsonObject &object, const QString &name, qint64 ms)
{
    if (ms != 0)
        object.insert(name, timeText(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC)));
}

QJsonObject edgeJson(const LineageDocument &document, const LineageLink &link)
{
    QJsonObject object{
        {u"from"_s, idText(nodeAt(document, link.source).id)},
        {u"to"_s, idText(nodeAt(document, link.target).id)},
        {u"level"_s, levelWord(link.level)},
        {u"account"_s, document.accountNames.value(document.graph.accounts.value(link.account))}};
    insertText(object, u"fromField"_s, document.graph.textAt(link.sourceField));
    insertText(object, u"toField"_s, document.graph.textAt(link.targetField));
    insertText(object, u"job"_s, jobOf(document, link));
    if (link.transformation >= 0)
        object.insert(u"transformation"_s,
                      transformationJson(document.graph.transformations.at(link.transformation)));
    // Null: it held before anybody looked. The key is always there, as cli.md promises.
    object.insert(u"validFrom"_s, QJsonValue());
    insertTime(object, u"validFrom"_s, link.validFrom);
    insertTime(object, u"validTo"_s, link.validTo);
    insertTime(object, u"lastSeen"_s, link.lastSeen);
    insertText(object, u"change"_s, changeWord(link.change));
    return object;
}

//! The selected links by from, to, fromField and toField, as the document promises: by id.
std::vector<int> orderedLinks(const LineageDocument &document)
{
    const auto key = [&](int index) {
        const auto &link = linkAt(document, index);
        return std::tuple(idText(nodeAt(document, link.source).id),
                          idText(nodeAt(document, link.target).id), link.sourceField,
                          link.targetField, index);
    };
    auto links = document.selection.links;
    std::vector<std::pair<decltype(key(0)), int>> keyed;
    keyed.reserve(links.size());
    for (const auto link : links)
        keyed.emplace_back(key(link), link);
    std::sort(keyed.begin(), keyed.end());
    std::transform(keyed.begin(), keyed.end(), links.begin(),
                   [](const auto &pair) { return pair.second; });
    return links;
}

QJsonObject placed(QJsonObject object, const LineagePicture *picture, int node)
{
    if (picture) {
        const auto rect = picture->rectOf(node);
        object.insert(u"x"_s, rect.x());
        object.insert(u"y"_s, rect.y());
        object.insert(u"width"_s, rect.width());
        object.insert(u"height"_s, rect.height());
    }
    return object;
}

QJsonObject routed(QJsonObject object, const LineagePicture *picture, int link)
{
    if (picture) {
        QJsonArray points;
        for (const auto &point : picture->pointsOf(link))
            points.append(QJsonArray{point.x(), point.y()});
        object.insert(u"points"_s, points);
    }
    return object;
}

//! Whether two dates are compared.
bool isComparison(const LineageDocument &document)
{
    return document.head.contains(u"diff"_s);
}

} // namespace

void writeLineageJson(const LineageDocument &document, QIODevice &device,
                      const LineagePicture *picture)
{
    auto members = document.head;
    if (picture)
        members.insert(u"layoutMs"_s, picture->layoutMs());
    auto head = QJsonDocument(members).toJson(QJsonDocument::Compact);
    head.chop(1);
    device.write(head + ",\"nodes\":[");
    bool first = true;
    const auto write = [&](const QJsonObject &object) {
        device.write((first ? QByteArray() : QByteArray(","))
                     + QJsonDocument(object).toJson(QJsonDocument::Compact));
        first = false;
    };
    for (const auto node : document.selection.nodes)
        write(placed(nodeJson(document, nodeAt(document, node)), picture, node));
    device.write("],\"edges\":[");
    first = true;
    for (const auto link : orderedLinks(document))
        write(routed(edgeJson(document, linkAt(document, link)), picture, link));
    device.write("]}\n");
}

items::LineagePart partOf(const LineageDocument &document)
{
    return {document.graph, document.selection.nodes, document.selection.links,
            isComparison(document)};
}

void printLineage(const LineageDocument &document)
{
    QList<QStringList> rows;
    for (const auto index : document.selection.links) {
        const auto &link = linkAt(document, index);
        const auto end = [&](int node, int field) {
            const auto &label = nodeAt(document, node).label();
            return field < 0 ? label : QString(label + u'.' + document.graph.textAt(field));
        };
        rows.append({end(link.source, link.sourceField), end(link.target, link.targetField),
                     jobOf(document, link), changeWord(link.change)});
    }
    printTable({u"FROM"_s, u"TO"_s, u"JOB"_s, isComparison(document) ? u"CHANGE"_s : QString()},
               rows);
    printLine(u"%1 things, %2 edges"_s.arg(document.selection.nodes.size())
                  .arg(document.selection.links.size()));
}

} // namespace portolan::cli
