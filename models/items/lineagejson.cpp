// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lineagejson.h"

#include "models/base/identity.h"
#include "models/items/entityjson.h"

#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

using domain::LineageLink;
using domain::LineageNode;

const LineageNode &nodeAt(const LineagePart &part, int node)
{
    return part.graph.nodes.at(std::size_t(node));
}

const LineageLink &linkAt(const LineagePart &part, int link)
{
    return part.graph.links.at(std::size_t(link));
}

QString jobOf(const LineagePart &part, const LineageLink &link)
{
    return link.job < 0 ? QString() : part.graph.jobs.at(link.job).nativeId;
}

QJsonObject nodeJson(const LineageNames &names, const LineageNode &node)
{
    if (const auto known = names.entities.constFind(node.id); known != names.entities.constEnd())
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
        object.insert(name, isoText(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC)));
}

QJsonObject edgeJson(const LineagePart &part, const LineageNames &names, const LineageLink &link)
{
    QJsonObject object{
        {u"from"_s, idText(nodeAt(part, link.source).id)},
        {u"to"_s, idText(nodeAt(part, link.target).id)},
        {u"level"_s, levelWord(link.level)},
        {u"account"_s,
         link.isBridge // which nobody states
             ? QJsonValue()
             : QJsonValue(names.accounts.value(part.graph.accounts.value(link.account)))}};
    insertText(object, u"fromField"_s, part.graph.textAt(link.sourceField));
    insertText(object, u"toField"_s, part.graph.textAt(link.targetField));
    insertText(object, u"job"_s, jobOf(part, link));
    if (link.transformation >= 0)
        object.insert(u"transformation"_s,
                      transformationJson(part.graph.transformations.at(link.transformation)));
    // Null: it held before anybody looked. The key is always there, as cli.md promises.
    object.insert(u"validFrom"_s, QJsonValue());
    insertTime(object, u"validFrom"_s, link.validFrom);
    insertTime(object, u"validTo"_s, link.validTo);
    insertTime(object, u"lastSeen"_s, link.lastSeen);
    insertText(object, u"change"_s, changeWord(link.change));
    if (link.isBridge)
        object.insert(u"bridge"_s, true);
    return object;
}

//! The selected links by from, to, fromField and toField, as the document promises: by id.
std::vector<int> orderedLinks(const LineagePart &part)
{
    const auto key = [&](int index) {
        const auto &link = linkAt(part, index);
        return std::tuple(idText(nodeAt(part, link.source).id),
                          idText(nodeAt(part, link.target).id), link.sourceField, link.targetField,
                          index);
    };
    std::vector<int> links(part.links.begin(), part.links.end());
    std::vector<std::pair<decltype(key(0)), int>> keyed;
    keyed.reserve(links.size());
    for (const auto link : links)
        keyed.emplace_back(key(link), link);
    std::sort(keyed.begin(), keyed.end());
    std::transform(keyed.begin(), keyed.end(), links.begin(),
                   [](const auto &pair) { return pair.second; });
    return links;
}

QJsonObject placed(QJsonObject object, const LineagePlacing *placing, int node)
{
    if (placing != nullptr) {
        const auto rect = placing->rectOf(node);
        object.insert(u"x"_s, rect.x());
        object.insert(u"y"_s, rect.y());
        object.insert(u"width"_s, rect.width());
        object.insert(u"height"_s, rect.height());
    }
    return object;
}

QJsonObject routed(QJsonObject object, const LineagePlacing *placing, int link)
{
    if (placing != nullptr) {
        QJsonArray points;
        for (const auto &point : placing->pointsOf(link))
            points.append(QJsonArray{point.x(), point.y()});
        object.insert(u"points"_s, points);
    }
    return object;
}

} // namespace

void writeLineageJson(const LineagePart &part, const LineageNames &names, const QJsonObject &head,
                      QIODevice &device, const LineagePlacing *placing)
{
    auto members = QJsonDocument(head).toJson(QJsonDocument::Compact);
    members.chop(1);
    device.write(members + ",\"nodes\":[");
    bool first = true;
    const auto write = [&](const QJsonObject &object) {
        device.write((first ? QByteArray() : QByteArray(","))
                     + QJsonDocument(object).toJson(QJsonDocument::Compact));
        first = false;
    };
    for (const auto node : part.nodes)
        write(placed(nodeJson(names, nodeAt(part, node)), placing, node));
    device.write("],\"edges\":[");
    first = true;
    for (const auto link : orderedLinks(part))
        write(routed(edgeJson(part, names, linkAt(part, link)), placing, link));
    device.write("]}\n");
}

} // namespace portolan::items
