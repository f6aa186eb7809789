// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/openmetadatashape.h"

#include <QJsonDocument>
#include <QSet>
#include <QUuid>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

//! Where things of a type are: the type, by the path of its list.
const QHash<QString, QString> &typesByPath()
{
    static const QHash<QString, QString> types{
        {u"classifications"_s, u"classification"_s},
        {u"tags"_s, u"tag"_s},
        {u"glossaries"_s, u"glossary"_s},
        {u"glossaryTerms"_s, u"glossaryTerm"_s},
        {u"teams"_s, u"team"_s},
        {u"users"_s, u"user"_s},
        {u"domains"_s, u"domain"_s},
        {u"dataContracts"_s, u"dataContract"_s},
        {u"dataProducts"_s, u"dataProduct"_s},
        {u"tables"_s, u"table"_s},
        {u"topics"_s, u"topic"_s},
        {u"containers"_s, u"container"_s},
        {u"dashboards"_s, u"dashboard"_s},
        {u"charts"_s, u"chart"_s},
        {u"pipelines"_s, u"pipeline"_s},
        {u"mlmodels"_s, u"mlmodel"_s},
        {u"searchIndexes"_s, u"searchIndex"_s},
        {u"storedProcedures"_s, u"storedProcedure"_s},
        {u"apiEndpoints"_s, u"apiEndpoint"_s},
        {u"metrics"_s, u"metric"_s},
    };
    return types;
}

QString uuidOf(const QString &type, const QString &fqn)
{
    return QUuid::createUuidV5(QUuid(), type % u'/' % fqn).toString(QUuid::WithoutBraces);
}

QString nameIn(const QJsonObject &thing)
{
    const auto fqn = thing.value(u"fullyQualifiedName"_s).toString();
    return fqn.isEmpty() ? thing.value(u"name"_s).toString() : fqn;
}

bool isDeleted(const QJsonObject &thing)
{
    return thing.value(u"deleted"_s).toBool();
}

//! A list's cursor names the last thing of its page.
QString cursorOf(const QString &fqn)
{
    return QString::fromLatin1(fqn.toUtf8().toBase64(QByteArray::Base64UrlEncoding));
}

QString lastIn(const ApiRequest &request)
{
    return QString::fromUtf8(QByteArray::fromBase64(request.parameter(u"after"_s).toLatin1(),
                                                    QByteArray::Base64UrlEncoding));
}

} // namespace

ApiAnswer refusedByServer(int status, const QString &why)
{
    return jsonOf({{u"code"_s, status}, {u"message"_s, why}}, status);
}

ApiAnswer pageOf(const QList<QJsonObject> &all, const ApiRequest &request)
{
    const auto limit = request.parameter(u"limit"_s);
    QJsonArray items;
    for (const auto &item :
         all.mid(request.parameter(u"offset"_s).toInt(), limit.isEmpty() ? 10 : limit.toInt()))
        items.append(item);
    return listOf(u"data"_s, items, {{u"paging"_s, QJsonObject{{u"total"_s, qint64(all.size())}}}});
}

OpenMetadataShape::OpenMetadataShape(const ShapeSettings &settings)
    : m_pageSize(settings.pageSize)
{
    makeMesh(*this, settings.size, settings.seed);
}

ApiAnswer OpenMetadataShape::answer(const ApiRequest &request)
{
    const auto parts = request.segments();
    if (parts.mid(0, 2) != QStringList{u"api"_s, u"v1"_s})
        return refusedByServer(404, u"HTTP 404 Not Found"_s);
    const auto door = parts.value(2);
    auto rest = parts.mid(3);
    if (door == u"system" && rest.value(0) == u"version")
        return jsonOf({{u"version"_s, u"2.0.1"_s}});
    if (door == u"users" && rest == QStringList{u"loggedInUser"_s})
        return jsonOf(thing(u"user"_s, m_user));
    if (door == u"events")
        return events(request);
    if (door == u"tasks")
        return tasks(rest, request);
    if (door == u"lineage" && rest.size() == 2)
        return lineage(rest.first(), rest.last(), request.parameter(u"upstreamDepth"_s).toInt());
    if (door == u"dataQuality")
        return rest.value(0) == u"testCases" && rest.size() == (rest.value(1) == u"name" ? 3 : 2)
                && !rest.value(1).startsWith(u"testCase"_s)
            ? ofThing(u"testCase"_s, rest.mid(1), request)
            : quality(rest, request);
    auto type = typesByPath().value(door);
    if (door == u"dashboard" && rest.value(0) == u"datamodels") {
        type = u"dashboardDataModel"_s;
        rest.removeFirst();
    }
    if (type.isEmpty())
        return refusedByServer(404, u"HTTP 404 Not Found"_s);
    return rest.isEmpty() ? list(type, request) : ofThing(type, rest, request);
}

ApiRequest OpenMetadataShape::pageBefore(const ApiRequest &request) const
{
    auto before = request;
    const auto limit = request.parameter(u"limit"_s).toInt();
    if (const auto offset = request.parameter(u"offset"_s).toInt(); offset > 0) {
        before.query.removeAllQueryItems(u"offset"_s);
        before.query.addQueryItem(u"offset"_s, QString::number(std::max(0, offset - limit)));
    }
    const auto type = typesByPath().value(request.segments().value(2));
    const auto last = lastIn(request);
    if (type.isEmpty() || last.isEmpty())
        return before;
    const auto all = names(type);
    const auto at = all.indexOf(last) - std::min(limit, m_pageSize);
    before.query.removeAllQueryItems(u"after"_s);
    if (at >= 0)
        before.query.addQueryItem(u"after"_s, cursorOf(all.at(at)));
    return before;
}

QStringList OpenMetadataShape::names(const QString &type) const
{
    QStringList names;
    const auto shelf = m_shelves.value(type);
    for (auto it = shelf.cbegin(); it != shelf.cend(); ++it) {
        if (!isDeleted(*it))
            names.append(it.key());
    }
    return names;
}

ApiAnswer OpenMetadataShape::list(const QString &type, const ApiRequest &request) const
{
    const auto all = names(type);
    const auto limit = request.parameter(u"limit"_s).toInt();
    const auto size = std::min(limit, m_pageSize);
    const auto last = lastIn(request);
    const auto from = last.isEmpty()
        ? qsizetype(0)
        : qsizetype(std::upper_bound(all.begin(), all.end(), last) - all.begin());
    QJsonArray items;
    for (const auto &name : all.mid(from, size))
        items.append(m_shelves[type].value(name));
    QJsonObject paging{{u"total"_s, qint64(all.size())}};
    if (size > 0 && from + size < all.size())
        paging.insert(u"after"_s, cursorOf(all.at(from + size - 1)));
    return listOf(u"data"_s, items, {{u"paging"_s, paging}});
}

QJsonObject OpenMetadataShape::byId(const QString &type, const QString &id) const
{
    const auto shelf = m_shelves.value(type);
    for (const auto &thing : shelf) {
        if (thing.value(u"id"_s).toString() == id)
            return thing;
    }
    return {};
}

ApiAnswer OpenMetadataShape::ofThing(const QString &type, const QStringList &rest,
                                     const ApiRequest &request)
{
    const bool isName = rest.first() == u"name" && rest.size() > 1;
    const auto found = isName ? thing(type, rest.at(1)) : byId(type, rest.first());
    const bool isHidden = isDeleted(found) && request.parameter(u"include"_s) != u"all";
    if (found.isEmpty() || isHidden)
        return refusedByServer(404, u"%1 instance for %2 not found"_s.arg(type, rest.last()));
    if (request.method == "PATCH")
        return patch(type, found, request);
    if (type == u"dataProduct" && rest.size() == 2 && !isName)
        return ports(nameIn(found), rest.last(), request);
    return jsonOf(found);
}

ApiAnswer OpenMetadataShape::ports(const QString &product, const QString &word,
                                   const ApiRequest &request) const
{
    const auto held = m_ports.value(product);
    QList<QJsonObject> all;
    for (const auto &name : word == u"inputPorts" ? held.inputs : held.outputs) {
        auto asset = thing(u"table"_s, name);
        if (asset.isEmpty() || isDeleted(asset))
            continue;
        asset.insert(u"entityType"_s, u"table"_s);
        all.append(asset);
    }
    return pageOf(all, request);
}

ApiAnswer OpenMetadataShape::events(const ApiRequest &request) const
{
    const auto since = request.parameter(u"timestamp"_s).toLongLong();
    QJsonArray list;
    for (const auto &event : m_events) {
        if (event.value(u"timestamp"_s).toInteger() >= since)
            list.append(event);
    }
    return listOf(u"data"_s, list, {{u"paging"_s, QJsonObject{{u"total"_s, list.size()}}}});
}

ApiAnswer OpenMetadataShape::lineage(const QString &type, const QString &id, int depth) const
{
    const auto root = byId(type, id);
    if (root.isEmpty())
        return refusedByServer(404, u"%1 instance for %2 not found"_s.arg(type, id));
    QJsonArray nodes;
    QJsonArray edges;
    QStringList level{nameIn(root)};
    QSet<QString> seen{nameIn(root)};
    for (int step = 0; step < depth; ++step) {
        QStringList above;
        for (const auto &target : std::as_const(level)) {
            for (const auto &edge : m_edges.value(target)) {
                const auto source = reference(u"table"_s, edge.source);
                if (source.isEmpty())
                    continue;
                edges.append(edgeOf(edge, target));
                if (seen.contains(edge.source))
                    continue;
                seen.insert(edge.source);
                nodes.append(source);
                above.append(edge.source);
            }
        }
        level = above;
    }
    return jsonOf({{u"entity"_s, reference(type, nameIn(root))},
                   {u"nodes"_s, nodes},
                   {u"upstreamEdges"_s, edges},
                   {u"downstreamEdges"_s, QJsonArray()}});
}

//! \a edge to the table \a target, as an answer has it.
QJsonObject OpenMetadataShape::edgeOf(const Edge &edge, const QString &target) const
{
    QJsonObject details{
        {u"source"_s, u"QueryLineage"_s},
        {u"createdAt"_s, qint64(1'790'000'000'000)},
        {u"columnsLineage"_s,
         QJsonArray{QJsonObject{{u"fromColumns"_s, QJsonArray{QString(edge.source + u".id")}},
                                {u"toColumn"_s, QString(target + u".id")}}}}};
    if (const auto job = reference(u"pipeline"_s, edge.pipeline); !job.isEmpty())
        details.insert(u"pipeline"_s, job);
    return {{u"fromEntity"_s, reference(u"table"_s, edge.source).value(u"id"_s)},
            {u"toEntity"_s, reference(u"table"_s, target).value(u"id"_s)},
            {u"lineageDetails"_s, details}};
}

void OpenMetadataShape::tell(const QString &kind, const QString &type, const QJsonObject &thing,
                             const QJsonObject &changes)
{
    const auto at = now.toMSecsSinceEpoch();
    QJsonObject event{
        {u"id"_s, uuidOf(u"event"_s, QString::number(++m_count))},
        {u"eventType"_s, kind},
        {u"entityType"_s, type},
        {u"entityId"_s, thing.value(u"id"_s)},
        {u"entityFullyQualifiedName"_s, nameIn(thing)},
        {u"timestamp"_s, at},
        {u"entity"_s, QString::fromUtf8(QJsonDocument(thing).toJson(QJsonDocument::Compact))}};
    if (!changes.isEmpty())
        event.insert(u"changeDescription"_s, changes);
    m_events.append(event);
}

QJsonObject OpenMetadataShape::put(const QString &type, QJsonObject thing)
{
    if (!thing.contains(u"fullyQualifiedName"_s))
        thing.insert(u"fullyQualifiedName"_s, thing.value(u"name"_s));
    const auto fqn = nameIn(thing);
    auto &shelf = m_shelves[type];
    const bool isKnown = shelf.contains(fqn);
    const auto version = shelf.value(fqn).value(u"version"_s).toDouble();
    thing.insert(u"id"_s, uuidOf(type, fqn));
    thing.insert(u"version"_s, isKnown ? std::round(version * 10 + 1) / 10 : 0.1);
    thing.insert(u"updatedAt"_s, now.toMSecsSinceEpoch());
    // These two are never deleted softly, and have no such member.
    if (type != u"domain" && type != u"dataProduct")
        thing.insert(u"deleted"_s, false);
    static const QStringList described{u"classification"_s, u"tag"_s,    u"glossary"_s,
                                       u"glossaryTerm"_s,   u"domain"_s, u"dataProduct"_s};
    if (described.contains(type) && !thing.contains(u"description"_s))
        thing.insert(u"description"_s, QString(u"What "_s + fqn + u" is"_s));
    shelf.insert(fqn, thing);
    tell(isKnown ? u"entityUpdated"_s : u"entityCreated"_s, type, thing);
    return thing;
}

QJsonObject OpenMetadataShape::thing(const QString &type, const QString &fqn) const
{
    return m_shelves.value(type).value(fqn);
}

QJsonObject OpenMetadataShape::reference(const QString &type, const QString &fqn) const
{
    const auto found = thing(type, fqn);
    if (found.isEmpty() || isDeleted(found))
        return {};
    return {{u"id"_s, found.value(u"id"_s)},
            {u"type"_s, type},
            {u"name"_s, found.value(u"name"_s)},
            {u"fullyQualifiedName"_s, fqn}};
}

void OpenMetadataShape::remove(const QString &type, const QString &fqn)
{
    const auto gone = m_shelves[type].take(fqn);
    if (gone.isEmpty())
        return;
    m_edges.remove(fqn);
    for (auto &edges : m_edges)
        edges.removeIf([&fqn](const Edge &edge) { return edge.source == fqn; });
    tell(u"entityDeleted"_s, type, gone);
}

void OpenMetadataShape::removeSoftly(const QString &type, const QString &fqn)
{
    auto gone = thing(type, fqn);
    if (gone.isEmpty())
        return;
    gone.insert(u"deleted"_s, true);
    m_shelves[type].insert(fqn, gone);
    tell(u"entitySoftDeleted"_s, type, gone);
}

void OpenMetadataShape::connectThings(const QString &source, const QString &target,
                                      const QString &pipeline)
{
    m_edges[target].append({source, pipeline});
}

void OpenMetadataShape::setPorts(const QString &product, const QStringList &inputs,
                                 const QStringList &outputs)
{
    const auto before = m_ports.value(product);
    m_ports.insert(product, {inputs, outputs});
    const auto written = [this](const QStringList &names) {
        QJsonArray list;
        for (const auto &name : names)
            list.append(reference(u"table"_s, name));
        return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
    };
    const auto field = [&](const QString &name, const QStringList &was, const QStringList &is) {
        return QJsonObject{
            {u"name"_s, name}, {u"oldValue"_s, written(was)}, {u"newValue"_s, written(is)}};
    };
    tell(u"entityUpdated"_s, u"dataProduct"_s, thing(u"dataProduct"_s, product),
         {{u"fieldsUpdated"_s,
           QJsonArray{field(u"inputPorts"_s, before.inputs, inputs),
                      field(u"outputPorts"_s, before.outputs, outputs)}}});
}

} // namespace portolan::tests
