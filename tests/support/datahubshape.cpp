// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/datahubshape.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

const QString changesName = u"MetadataChangeLog_Versioned_v1"_s;
const QString seriesName = u"MetadataChangeLog_Timeseries_v1"_s;

ApiAnswer refused(int status, const QString &why)
{
    return jsonOf({{u"error"_s, why}, {u"message"_s, why}, {u"status"_s, status}}, status);
}

QString typeOf(const QString &urn)
{
    return urn.section(u':', 2, 2);
}

QStringList textsIn(const QJsonValue &list)
{
    QStringList texts;
    const auto items = list.toArray();
    for (const auto &item : items)
        texts.append(item.toString());
    return texts;
}

//! Bytes as Avro writes them: one character for each.
QString avroBytes(const QJsonObject &value)
{
    return QString::fromLatin1(QJsonDocument(value).toJson(QJsonDocument::Compact));
}

QJsonValue avroAspect(const QJsonObject &value)
{
    if (value.isEmpty())
        return {};
    return QJsonObject{
        {u"com.linkedin.pegasus2avro.mxe.GenericAspect"_s,
         QJsonObject{{u"value"_s, avroBytes(value)}, {u"contentType"_s, u"application/json"_s}}}};
}

//! A page names as the next one what lies behind its last thing, with the number of the scrolls
//! that are known.
QString scrollIdOf(int scrolls, const QString &last)
{
    return QString::number(scrolls) % u':'
        % QString::fromLatin1(last.toUtf8().toBase64(QByteArray::Base64UrlEncoding));
}

QString lastIn(const QString &scrollId)
{
    return QString::fromUtf8(QByteArray::fromBase64(scrollId.section(u':', 1).toLatin1(),
                                                    QByteArray::Base64UrlEncoding));
}

QString placeOf(const QString &topic, qint64 at)
{
    const QJsonObject place{{QString(topic + u"-0"), at}};
    return QString::fromLatin1(QJsonDocument(place).toJson(QJsonDocument::Compact).toBase64());
}

} // namespace

DataHubShape::DataHubShape(const ShapeSettings &settings)
    : m_pageSize(settings.pageSize)
{
    makeMesh(*this, settings.size, settings.seed);
}

ApiAnswer DataHubShape::answer(const ApiRequest &request)
{
    const auto parts = request.segments();
    if (parts == QStringList{u"config"_s})
        return jsonOf(
            {{u"baseUrl"_s, u"http://127.0.0.1:9002"_s},
             {u"versions"_s,
              QJsonObject{{u"acryldata/datahub"_s, QJsonObject{{u"version"_s, u"v1.5.0"_s}}}}}});
    if (parts == QStringList{u"api"_s, u"graphql"_s})
        return graphql(request);
    if (parts == QStringList{u"openapi"_s, u"v1"_s, u"events"_s, u"poll"_s})
        return poll(request);
    if (parts.mid(0, 3) != QStringList{u"openapi"_s, u"v3"_s, u"entity"_s})
        return refused(404, u"Not Found"_s);
    if (parts.value(3) == u"scroll")
        return scroll(request);
    if (parts.value(3) == u"generic" && parts.value(4) == u"batchGet")
        return batch(request);
    if (parts.size() == 5 && !request.isWrite())
        return single(parts.at(3), parts.at(4), request);
    if (parts.size() == 6 && request.isWrite())
        return write(parts.at(4), parts.at(5), request);
    return refused(404, u"Not Found"_s);
}

ApiRequest DataHubShape::pageBefore(const ApiRequest &request) const
{
    auto before = request;
    const auto parts = request.segments();
    if (!parts.contains(u"scroll"_s))
        return before;
    const auto type = textsIn(QJsonDocument::fromJson(request.body)[u"entities"_s]).value(0);
    const auto names = listed(type);
    const auto behind = lastIn(request.parameter(u"scrollId"_s));
    const auto size = std::min(request.parameter(u"count"_s).toInt(), m_pageSize);
    const auto at = names.indexOf(behind) - size;
    before.query.removeAllQueryItems(u"scrollId"_s);
    if (at >= 0)
        before.query.addQueryItem(u"scrollId"_s, scrollIdOf(m_scrolls, names.at(at)));
    return before;
}

QStringList DataHubShape::urns(const QString &type) const
{
    QStringList urns;
    for (auto it = m_things.cbegin(); it != m_things.cend(); ++it) {
        if (typeOf(it.key()) == type)
            urns.append(it.key());
    }
    return urns;
}

QStringList DataHubShape::listed(const QString &type) const
{
    auto list = urns(type);
    list.removeIf([this](const QString &urn) {
        return aspect(urn, u"status"_s).value(u"removed"_s).toBool();
    });
    return list;
}

QJsonObject DataHubShape::view(const QString &urn, const QStringList &aspects,
                               bool hasVersions) const
{
    QJsonObject object{{u"urn"_s, urn}};
    const auto thing = m_things.value(urn);
    for (auto it = thing.cbegin(); it != thing.cend(); ++it) {
        if (!aspects.isEmpty() && !aspects.contains(it.key()))
            continue;
        QJsonObject shown{{u"value"_s, *it}};
        if (hasVersions)
            shown.insert(u"systemMetadata"_s,
                         QJsonObject{{u"version"_s,
                                      QString::number(m_versions.value(QString(urn + it.key())))}});
        object.insert(it.key(), shown);
    }
    return object;
}

//! Whether \a urn has one of \a values where the search index looks for \a field.
bool DataHubShape::isIndexed(const QString &urn, const QString &field,
                             const QStringList &values) const
{
    static const QHash<QString, QStringList> places{
        {u"tags"_s, {u"globalTags"_s, u"tags"_s, u"tag"_s}},
        {u"glossaryTerms"_s, {u"glossaryTerms"_s, u"terms"_s, u"urn"_s}},
        {u"owners"_s, {u"ownership"_s, u"owners"_s, u"owner"_s}},
        {u"domains"_s, {u"domains"_s, u"domains"_s, {}}}};
    const auto place = places.value(field);
    if (place.isEmpty())
        return false;
    const auto list = aspect(urn, place.at(0)).value(place.at(1)).toArray();
    return std::any_of(list.begin(), list.end(), [&](const QJsonValue &one) {
        return values.contains((place.at(2).isEmpty() ? one : one[place.at(2)]).toString());
    });
}

ApiAnswer DataHubShape::scroll(const ApiRequest &request) const
{
    const auto body = QJsonDocument::fromJson(request.body).object();
    QStringList names;
    for (const auto &type : textsIn(body.value(u"entities"_s)))
        names += listed(type);
    std::sort(names.begin(), names.end());
    const auto criterion = body[u"filter"_s][u"and"_s][0][u"criteria"_s][0];
    const auto values = textsIn(criterion[u"values"_s]);
    names.removeIf([&](const QString &urn) {
        return !values.isEmpty() && !isIndexed(urn, criterion[u"field"_s].toString(), values);
    });
    const auto size = std::min(request.parameter(u"count"_s).toInt(), m_pageSize);
    const auto id = request.parameter(u"scrollId"_s);
    qsizetype from = 0;
    if (!id.isEmpty()) {
        if (id.section(u':', 0, 0).toInt() != m_scrolls)
            return refused(500, u"No search context found for id"_s);
        const auto behind = lastIn(id);
        from = std::upper_bound(names.begin(), names.end(), behind) - names.begin();
    }
    QJsonArray list;
    const auto aspects = textsIn(body.value(u"aspects"_s));
    for (const auto &urn : names.mid(from, size))
        list.append(view(urn, aspects));
    QJsonObject more{{u"totalCount"_s, qint64(names.size())}};
    // A full page names a next one, also where that is empty.
    if (list.size() == size)
        more.insert(u"scrollId"_s, scrollIdOf(m_scrolls, names.at(from + size - 1)));
    return listOf(u"entities"_s, list, more);
}

ApiAnswer DataHubShape::batch(const ApiRequest &request) const
{
    const auto body = QJsonDocument::fromJson(request.body).object();
    QJsonObject lists;
    ApiAnswer answer;
    for (auto it = body.begin(); it != body.end(); ++it) {
        QJsonArray list;
        const auto asked = it.value().toArray();
        for (const auto &one : asked) {
            auto aspects = one.toObject().keys();
            const auto urn = one.toObject().value(u"urn"_s).toString();
            aspects.removeAll(u"urn"_s);
            if (m_things.contains(urn))
                list.append(view(urn, aspects));
        }
        lists.insert(it.key(), list);
        answer.list = it.key();
    }
    answer.body = QJsonDocument(lists).toJson(QJsonDocument::Compact);
    return answer;
}

ApiAnswer DataHubShape::single(const QString &type, const QString &urn,
                               const ApiRequest &request) const
{
    if (!m_things.contains(urn) || typeOf(urn) != type)
        return refused(404, u"Not Found"_s);
    return jsonOf(view(urn, request.query.allQueryItemValues(u"aspects"_s, QUrl::FullyDecoded),
                       request.parameter(u"systemMetadata"_s) == u"true"));
}

ApiAnswer DataHubShape::poll(const ApiRequest &request) const
{
    const auto topic = request.parameter(u"topic"_s);
    const auto &log = topic == seriesName ? m_series : m_changes;
    if (topic != seriesName && topic != changesName)
        return refused(403, u"No such topic"_s);
    const auto end = log.first + log.messages.size();
    const auto asked = request.parameter(u"offsetId"_s);
    auto from = end;
    if (!asked.isEmpty()) {
        const auto place =
            QJsonDocument::fromJson(QByteArray::fromBase64(asked.toLatin1())).object();
        if (place.isEmpty())
            return refused(500, u"Unable to parse offset"_s);
        from = place.begin()->toInteger();
        if (from < log.first || from > end)
            from = end; // without a word
    }
    QJsonArray list;
    const auto count = std::min(request.parameter(u"limit"_s).toInt(), eventsAtOnce);
    const auto messages = log.messages.mid(from - log.first, count);
    for (const auto &message : messages)
        list.append(QJsonObject{{u"contentType"_s, u"application/json"_s}, {u"value"_s, message}});
    return listOf(
        u"events"_s, list,
        {{u"offsetId"_s, placeOf(topic, from + list.size())}, {u"count"_s, qint64(list.size())}});
}

void DataHubShape::tell(Log &log, const QString &urn, const QString &aspect,
                        const QJsonObject &value, const QJsonObject &previous, bool isDelete)
{
    const QJsonObject message{
        {u"entityType"_s, typeOf(urn)},
        {u"entityUrn"_s, QJsonObject{{u"string"_s, urn}}},
        {u"changeType"_s, isDelete ? u"DELETE"_s : u"UPSERT"_s},
        {u"aspectName"_s, QJsonObject{{u"string"_s, aspect}}},
        {u"aspect"_s, avroAspect(value)},
        {u"previousAspectValue"_s, avroAspect(previous)},
    };
    log.messages.append(QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact)));
}

void DataHubShape::put(const QString &urn, const QString &aspect, const QJsonObject &value)
{
    auto &thing = m_things[urn];
    const QString key = typeOf(urn) % u"Key";
    if (!thing.contains(key)) {
        thing.insert(key, {{u"id"_s, urn}});
        tell(m_changes, urn, key, thing.value(key), {});
    }
    const auto before = thing.value(aspect);
    if (thing.contains(aspect) && before == value)
        return;
    thing.insert(aspect, value);
    ++m_versions[QString(urn + aspect)];
    tell(m_changes, urn, aspect, value, before);
}

QJsonObject DataHubShape::aspect(const QString &urn, const QString &aspect) const
{
    return m_things.value(urn).value(aspect);
}

void DataHubShape::remove(const QString &urn)
{
    if (m_things.remove(urn) > 0)
        tell(m_changes, urn, QString(typeOf(urn) + u"Key"), {}, {{u"id"_s, urn}}, true);
}

void DataHubShape::removeSoftly(const QString &urn, bool isRemoved)
{
    if (m_things.contains(urn))
        put(urn, u"status"_s, {{u"removed"_s, isRemoved}});
}

void DataHubShape::addRun(const QString &assertion, bool hasPassed)
{
    const QJsonObject run{
        {u"timestampMillis"_s, now.addMSecs(m_runNumber).toMSecsSinceEpoch()},
        {u"runId"_s, u"run-%1"_s.arg(m_runNumber++)},
        {u"status"_s, u"COMPLETE"_s},
        {u"result"_s, QJsonObject{{u"type"_s, hasPassed ? u"SUCCESS"_s : u"FAILURE"_s}}}};
    m_runs[assertion].append(run);
    tell(m_series, assertion, u"assertionRunEvent"_s, run, {});
}

void DataHubShape::addOperation(const QString &dataset)
{
    const auto at = now.addMSecs(m_runNumber++).toMSecsSinceEpoch();
    const QJsonObject operation{{u"timestampMillis"_s, at},
                                {u"lastUpdatedTimestamp"_s, at},
                                {u"operationType"_s, u"INSERT"_s}};
    m_operations[dataset].append(operation);
    tell(m_series, dataset, u"operation"_s, operation, {});
}

void DataHubShape::forgetEvents()
{
    for (auto *log : {&m_changes, &m_series}) {
        log->first += log->messages.size();
        log->messages.clear();
    }
}

} // namespace portolan::tests
