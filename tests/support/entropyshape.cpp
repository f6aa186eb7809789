// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/entropyshape.h"

#include <QJsonDocument>
#include <QUrl>
#include <QUuid>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

//! What a kind is called in the types of events.
QString eventWord(const QString &kind)
{
    static const QHash<QString, QString> words{
        {u"teams"_s, u"Team"_s},
        {u"sourcesystems"_s, u"SourceSystem"_s},
        {u"definitions"_s, u"Definition"_s},
        {u"datacontracts"_s, u"DataContract"_s},
        {u"dataproducts"_s, u"DataProduct"_s},
        {u"assets"_s, u"Asset"_s},
        {u"tags"_s, u"Tag"_s},
        {u"access"_s, u"Access"_s},
        {u"test-results"_s, u"TestResults"_s},
    };
    return words.value(kind);
}

ApiAnswer json(const QJsonObject &object)
{
    return {.body = QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

ApiAnswer json(const QJsonArray &list)
{
    return {.body = QJsonDocument(list).toJson(QJsonDocument::Compact)};
}

ApiAnswer problem(int status, const QString &title, const QString &detail)
{
    auto answer = json(QJsonObject{{u"type"_s, u"about:blank"_s},
                                   {u"title"_s, title},
                                   {u"status"_s, status},
                                   {u"detail"_s, detail}});
    answer.status = status;
    answer.contentType = "application/problem+json";
    return answer;
}

ApiAnswer notFound(const QString &id)
{
    return problem(404, u"Not Found"_s, u"There is no %1."_s.arg(id));
}

ApiAnswer done(const QString &page)
{
    return {.status = 200,
            .body = {},
            .headers = {{"location-html", "http://127.0.0.1/acme/" + page.toUtf8()}}};
}

//! Lists of products tell top-level properties alone.
QJsonObject shallow(QJsonObject product)
{
    for (const auto &key : {u"inputPorts"_s, u"outputPorts"_s, u"managementPorts"_s})
        product.remove(key);
    return product;
}

//! Lists of test results lack what makes them long.
QJsonObject withoutChecks(QJsonObject results)
{
    results.remove(u"checks"_s);
    results.remove(u"logs"_s);
    return results;
}

QString missingIn(const QJsonObject &access)
{
    if (access.value(u"info"_s).toObject().value(u"purpose"_s).toString().isEmpty())
        return u"info.purpose"_s;
    const auto provider = access.value(u"provider"_s).toObject();
    for (const auto &key : {u"dataProductId"_s, u"outputPortId"_s}) {
        if (provider.value(key).toString().isEmpty())
            return u"provider."_s + key;
    }
    const auto consumer = access.value(u"consumer"_s).toObject();
    const bool isNamed = std::any_of(consumer.begin(), consumer.end(),
                                     [](const auto &one) { return !one.toString().isEmpty(); });
    return isNamed ? QString() : u"consumer"_s;
}

} // namespace

EntropyShape::EntropyShape(const ShapeSettings &settings)
    : m_pageSize(settings.pageSize)
{
    makeMesh(*this, settings.size, settings.seed);
}

ApiAnswer EntropyShape::answer(const ApiRequest &request)
{
    const auto parts = request.segments();
    if (parts.value(0) != u"api" || parts.size() < 2)
        return notFound(request.path);
    const auto &kind = parts.at(1);
    if (kind == u"events" && request.method == "GET")
        return events(request);
    if (kind == u"v1" && parts.value(2) == u"lineage" && parts.size() == 3)
        return lineage(request);
    if (kind == u"organization" && parts.value(2) == u"settings")
        return json(QJsonObject{{u"vanityUrl"_s, u"acme"_s},
                                {u"host"_s, u"http://127.0.0.1"_s},
                                {u"fullName"_s, u"Acme"_s}});
    if (eventWord(kind).isEmpty())
        return notFound(request.path);
    if (parts.size() == 2 && request.method == "GET")
        return list(kind, request);
    if (parts.size() == 2 && kind == u"test-results" && request.method == "POST")
        return postResults(request);
    // The id of a tag has slashes of its own.
    if (kind == u"tags")
        return single(kind, QStringList(parts.mid(2)).join(u'/'), request);
    if (parts.size() == 3)
        return single(kind, parts.at(2), request);
    if (parts.size() == 4 && kind == u"access" && request.method == "POST")
        return decide(parts.at(2), parts.at(3));
    return notFound(request.path);
}

ApiAnswer EntropyShape::list(const QString &kind, const ApiRequest &request) const
{
    const auto &shelf = m_shelves.value(kind);
    auto size = m_pageSize;
    if (kind == u"test-results")
        size = std::min(size, 100);
    const auto asked = request.parameter(u"pageSize"_s).toInt();
    if (kind == u"access" && asked != 0) {
        if (asked < 2 || asked > 10000)
            return problem(400, u"Bad Request"_s, u"pageSize is from 2 to 10000"_s);
        size = std::min(asked, m_pageSize);
    }
    const auto page = request.parameter(u"p"_s).toInt();
    auto order = shelf.order;
    if (kind == u"test-results") // the newest first
        std::reverse(order.begin(), order.end());
    QJsonArray list;
    for (const auto &id : order.mid(qsizetype(page) * size, size)) {
        const auto &thing = shelf.things.value(id);
        list.append(kind == u"dataproducts" && hasShallowLists ? shallow(thing)
                        : kind == u"test-results"              ? withoutChecks(thing)
                                                               : thing);
    }
    auto answer = json(list);
    if ((qsizetype(page) + 1) * size < order.size()) {
        auto query = request.query;
        query.removeAllQueryItems(u"p"_s);
        query.addQueryItem(u"p"_s, QString::number(page + 1));
        answer.headers.append(Header{"Link",
                                     "<http://" + request.headers.value("host") + request.rawPath
                                         + '?' + query.toString(QUrl::FullyEncoded).toLatin1()
                                         + ">; rel=\"next\""});
    }
    return answer;
}

ApiRequest EntropyShape::pageBefore(const ApiRequest &request) const
{
    auto before = request;
    const auto page = request.parameter(u"p"_s).toInt();
    if (page > 0) {
        before.query.removeAllQueryItems(u"p"_s);
        before.query.addQueryItem(u"p"_s, QString::number(page - 1));
    }
    return before;
}

ApiAnswer EntropyShape::events(const ApiRequest &request) const
{
    const QByteArray type = "application/cloudevents-batch+json";
    const auto accepted = request.headers.value("accept");
    if (!accepted.contains(type) && !accepted.contains("*/*"))
        return problem(406, u"Not Acceptable"_s,
                       u"The feed is %1."_s.arg(QString::fromLatin1(type)));
    const auto last = request.parameter(u"lastEventId"_s);
    qsizetype from = 0;
    if (!last.isEmpty()) {
        const auto found =
            std::find_if(m_events.begin(), m_events.end(), [&last](const QJsonObject &event) {
                return event.value(u"id"_s).toString() == last;
            });
        if (found == m_events.end())
            return problem(410, u"Gone"_s, u"There is no event %1 any more."_s.arg(last));
        from = std::distance(m_events.begin(), found) + 1;
    }
    QJsonArray batch;
    for (const auto &event : m_events.mid(from, eventsAtOnce))
        batch.append(event);
    auto answer = json(batch);
    answer.contentType = type;
    return answer;
}

ApiAnswer EntropyShape::single(const QString &kind, const QString &id, const ApiRequest &request)
{
    auto &shelf = m_shelves[kind];
    if (request.method == "PUT" && kind == u"access")
        return putAccess(id, request);
    if (request.method == "PUT") {
        auto thing = QJsonDocument::fromJson(request.body).object();
        thing.insert(u"id"_s, id);
        put(kind, thing);
        return done(kind % u'/' % id);
    }
    if (!shelf.things.contains(id))
        return notFound(id);
    if (request.method == "GET")
        return json(shelf.things.value(id));
    if (request.method == "DELETE") {
        remove(kind, id);
        return {};
    }
    return problem(405, u"Method Not Allowed"_s, QString::fromLatin1(request.method));
}

ApiAnswer EntropyShape::putAccess(const QString &id, const ApiRequest &request)
{
    auto access = QJsonDocument::fromJson(request.body).object();
    const auto missing = access.value(u"id"_s).toString() == id ? missingIn(access) : u"id"_s;
    if (!missing.isEmpty())
        return problem(422, u"Unprocessable Entity"_s, u"%1 is missing"_s.arg(missing));
    auto provider = access.value(u"provider"_s).toObject();
    const auto product = provider.value(u"dataProductId"_s).toString();
    if (!m_shelves.value(u"dataproducts"_s).things.contains(product))
        return problem(422, u"Unprocessable Entity"_s, u"there is no data product "_s + product);
    auto &shelf = m_shelves[u"access"_s];
    const bool isKnown = shelf.things.contains(id);
    auto info = access.value(u"info"_s).toObject();
    const auto before = shelf.things.value(id).value(u"info"_s).toObject();
    const bool isOpen = isApprovedByItself(access);
    info.insert(u"status"_s,
                isKnown      ? before.value(u"status"_s).toString()
                    : isOpen ? u"approved"_s
                             : u"requested"_s);
    info.insert(u"active"_s, isKnown ? before.value(u"active"_s).toBool() : isOpen);
    access.insert(u"info"_s, info);
    const auto contract = contractOf(product, provider.value(u"outputPortId"_s).toString());
    if (!contract.isEmpty())
        provider.insert(u"dataContractId"_s, contract);
    access.insert(u"provider"_s, provider);
    put(u"access"_s, access);
    note(id, isKnown ? u"updated"_s : u"created"_s, isKnown);
    if (!isKnown)
        tell(isOpen ? u"AccessApproved"_s : u"AccessRequested"_s, id);
    return done(u"access/"_s + id);
}

ApiAnswer EntropyShape::decide(const QString &id, const QString &verb)
{
    auto &shelf = m_shelves[u"access"_s];
    if (!shelf.things.contains(id))
        return notFound(id);
    auto access = shelf.things.value(id);
    auto info = access.value(u"info"_s).toObject();
    const auto before = info.value(u"status"_s).toString();
    if (verb == u"approve" || verb == u"reject") {
        const auto status = verb == u"approve" ? u"approved"_s : u"rejected"_s;
        info.insert(u"status"_s, status);
        info.insert(u"active"_s, verb == u"approve");
        note(id, status, before == status);
        tell(verb == u"approve" ? u"AccessApproved"_s : u"AccessRejected"_s, id);
    } else if (verb == u"cancel") {
        note(id, u"canceled"_s, !info.value(u"active"_s).toBool());
        info.insert(u"active"_s, false);
        info.insert(u"endDate"_s, today.toString(Qt::ISODate));
        tell(u"AccessCanceled"_s, id);
    } else {
        return notFound(verb);
    }
    access.insert(u"info"_s, info);
    shelf.things.insert(id, access);
    tell(u"AccessUpdated"_s, id);
    return {};
}

ApiAnswer EntropyShape::postResults(const ApiRequest &request)
{
    const auto results = QJsonDocument::fromJson(request.body).object();
    if (results.value(u"id"_s).toString().isEmpty())
        return problem(400, u"Bad Request"_s, u"id is missing"_s);
    put(u"test-results"_s, results);
    return {};
}

void EntropyShape::put(const QString &kind, const QJsonObject &thing)
{
    auto &shelf = m_shelves[kind];
    const auto id = thing.value(u"id"_s).toString();
    const bool isKnown = shelf.things.contains(id);
    if (!isKnown)
        shelf.order.append(id);
    shelf.things.insert(id, thing);
    tell(eventWord(kind) + (isKnown ? u"Updated"_s : u"Created"_s), id);
    if (kind != u"dataproducts")
        return;
    for (const auto &port : thing.value(u"outputPorts"_s).toArray()) {
        const auto name = port.toObject().value(u"id"_s);
        tell(isKnown ? u"OutputPortUpdated"_s : u"OutputPortCreated"_s, id,
             (name.isString() ? name : port.toObject().value(u"name"_s)).toString());
    }
}

void EntropyShape::remove(const QString &kind, const QString &id)
{
    auto &shelf = m_shelves[kind];
    shelf.order.removeAll(id);
    if (shelf.things.remove(id) == 0)
        return;
    tell(eventWord(kind) + u"Deleted"_s, id);
    if (kind == u"access")
        note(id, u"deleted"_s);
}

QJsonObject EntropyShape::thing(const QString &kind, const QString &id) const
{
    return m_shelves.value(kind).things.value(id);
}

QStringList EntropyShape::ids(const QString &kind) const
{
    return m_shelves.value(kind).order;
}

void EntropyShape::forgetEvents()
{
    m_events.clear();
}

} // namespace portolan::tests
