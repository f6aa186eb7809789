// SPDX-License-Identifier: GPL-3.0-or-later
// The OpenLineage events that the stand-in of Entropy Data keeps: those of one job, run, type or
// product are given out, and all of them where nobody says which.
#include "tests/support/entropyshape.h"

#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

const QString snowflake = u"snowflake://acme"_s;

QString productOf(const QJsonObject &event)
{
    return event[u"run"_s][u"facets"_s][u"entropy_data"_s][u"dataProductId"_s].toString();
}

bool isAsked(const QJsonObject &event, const ApiRequest &request)
{
    const auto holds = [&request](const QString &parameter, const QString &value) {
        const auto asked = request.parameter(parameter);
        return asked.isEmpty() || asked == value;
    };
    return holds(u"jobNamespace"_s, event[u"job"_s][u"namespace"_s].toString())
        && holds(u"jobName"_s, event[u"job"_s][u"name"_s].toString())
        && holds(u"runId"_s, event[u"run"_s][u"runId"_s].toString())
        && holds(u"eventType"_s, event[u"eventType"_s].toString())
        && holds(u"dataProductId"_s, productOf(event));
}

QJsonObject facet(QJsonObject members)
{
    members.insert(u"_producer"_s, u"https://acme.example/loader"_s);
    members.insert(u"_schemaURL"_s, u"https://openlineage.io/spec/facets"_s);
    return members;
}

QJsonObject column(const QString &source, const QString &name)
{
    return {{u"inputFields"_s,
             QJsonArray{QJsonObject{{u"namespace"_s, snowflake},
                                    {u"name"_s, source},
                                    {u"field"_s, name},
                                    {u"transformations"_s,
                                     QJsonArray{QJsonObject{{u"type"_s, u"DIRECT"_s},
                                                            {u"subtype"_s, u"IDENTITY"_s}}}}}}}};
}

} // namespace

ApiAnswer EntropyShape::lineage(const ApiRequest &request)
{
    if (request.method == "POST") {
        putLineage(QJsonDocument::fromJson(request.body).object());
        return {};
    }
    QList<QJsonObject> asked;
    for (const auto &event : std::as_const(m_lineage)) {
        if (isAsked(event, request))
            asked.append(event);
    }
    if (request.method == "DELETE") {
        m_lineage.removeIf([&](const auto &event) { return isAsked(event, request); });
        return {};
    }
    const auto page = request.parameter(u"p"_s).toInt();
    const auto size = lineageAtOnce > 0 ? lineageAtOnce : std::max<qsizetype>(1, asked.size());
    QJsonArray list;
    for (const auto &event : asked.mid(page * size, size))
        list.append(event);
    ApiAnswer answer{.body = QJsonDocument(list).toJson(QJsonDocument::Compact)};
    if ((page + 1) * size < asked.size())
        answer.headers.append(Header{"Link",
                                     "<http://" + request.headers.value("host") + request.rawPath
                                         + "?p=" + QByteArray::number(page + 1)
                                         + ">; rel=\"next\""});
    return answer;
}

void EntropyShape::putLineage(const QJsonObject &event)
{
    m_lineage.append(event);
}

void EntropyShape::removeLineage(const QString &job)
{
    m_lineage.removeIf(
        [&job](const auto &event) { return event[u"job"_s][u"name"_s].toString() == job; });
}

QJsonObject lineageEvent(const QString &job, const QString &from, const QString &to,
                         const QString &product)
{
    const auto runFacets = product.isEmpty()
        ? QJsonObject()
        : QJsonObject{{u"entropy_data"_s, facet({{u"dataProductId"_s, product}})}};
    const auto columns = facet({{u"fields"_s, QJsonObject{{u"id"_s, column(from, u"id"_s)}}}});
    const auto schema = facet(
        {{u"fields"_s, QJsonArray{QJsonObject{{u"name"_s, u"id"_s}, {u"type"_s, u"NUMBER"_s}}}}});
    return {
        {u"eventType"_s, u"COMPLETE"_s},
        {u"eventTime"_s, u"2026-11-20T08:00:00Z"_s},
        {u"producer"_s, u"https://acme.example/loader"_s},
        {u"schemaURL"_s, u"https://openlineage.io/spec/2-0-2/OpenLineage.json"_s},
        {u"run"_s,
         QJsonObject{{u"runId"_s, QString(job % u'-' % from % u'-' % to)},
                     {u"facets"_s, runFacets}}},
        {u"job"_s, QJsonObject{{u"namespace"_s, u"dbt"_s}, {u"name"_s, job}}},
        {u"inputs"_s, QJsonArray{QJsonObject{{u"namespace"_s, snowflake}, {u"name"_s, from}}}},
        {u"outputs"_s,
         QJsonArray{QJsonObject{
             {u"namespace"_s, snowflake},
             {u"name"_s, to},
             {u"facets"_s, QJsonObject{{u"schema"_s, schema}, {u"columnLineage"_s, columns}}}}}}};
}

} // namespace portolan::tests
