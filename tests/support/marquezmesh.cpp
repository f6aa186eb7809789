// SPDX-License-Identifier: GPL-3.0-or-later
// A mesh for the stand-in of Marquez: each job reads a raw table and what the job before it wrote.
#include "tests/support/marquezshape.h"

#include <QRandomGenerator>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

using Name = MarquezShape::Name;

const QString producer = u"https://example.org/producer"_s;

QJsonObject facet(QJsonObject members)
{
    members.insert(u"_producer"_s, producer);
    members.insert(u"_schemaURL"_s, u"https://example.org/facet.json"_s);
    return members;
}

QJsonArray namesOf(const QList<Name> &names, const QJsonObject &facets)
{
    QJsonArray list;
    for (const auto &name : names)
        list.append(QJsonObject{
            {u"namespace"_s, name.first}, {u"name"_s, name.second}, {u"facets"_s, facets}});
    return list;
}

QJsonObject columnsFrom(const QList<Name> &inputs)
{
    QJsonArray from;
    for (const auto &input : inputs)
        from.append(QJsonObject{
            {u"namespace"_s, input.first},
            {u"name"_s, input.second},
            {u"field"_s, u"id"_s},
            {u"transformations"_s,
             QJsonArray{QJsonObject{{u"type"_s, u"DIRECT"_s}, {u"subtype"_s, u"IDENTITY"_s}}}}});
    return facet({{u"fields"_s, QJsonObject{{u"id"_s, QJsonObject{{u"inputFields"_s, from}}}}}});
}

QJsonObject schema(const QString &more)
{
    QJsonArray fields;
    for (const auto &name : {u"id"_s, u"amount"_s, u"when"_s})
        fields.append(QJsonObject{{u"name"_s, name}, {u"type"_s, u"VARCHAR"_s}});
    if (!more.isEmpty())
        fields.append(QJsonObject{{u"name"_s, more}, {u"type"_s, u"BIGINT"_s}});
    return facet({{u"fields"_s, fields}});
}

} // namespace

QJsonObject runEvent(const QString &run, const QString &state, const QDateTime &at, const Name &job,
                     const QList<Name> &inputs, const QList<Name> &outputs, const QString &more)
{
    const QJsonObject facets{
        {u"schema"_s, schema(more)},
        {u"documentation"_s, facet({{u"description"_s, QString(u"Written by "_s + job.second)}})},
        {u"columnLineage"_s, columnsFrom(inputs)}};
    return {
        {u"eventTime"_s, at.toUTC().toString(Qt::ISODateWithMs)},
        {u"eventType"_s, state},
        {u"run"_s,
         QJsonObject{{u"runId"_s, QUuid::createUuidV5(QUuid(), run).toString(QUuid::WithoutBraces)},
                     {u"facets"_s, QJsonObject()}}},
        {u"job"_s,
         QJsonObject{
             {u"namespace"_s, job.first}, {u"name"_s, job.second}, {u"facets"_s, QJsonObject()}}},
        {u"inputs"_s, namesOf(inputs, {})},
        {u"outputs"_s, namesOf(outputs, facets)},
        {u"producer"_s, producer},
        {u"schemaURL"_s, u"https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent"_s}};
}

void makeMesh(MarquezShape &shape, int products, quint32 seed)
{
    QRandomGenerator random(seed);
    auto at = shape.now.addDays(-3);
    for (int n = 0; n < products; ++n) {
        const Name job{u"jobs"_s, u"load-%1"_s.arg(n)};
        const Name raw{u"postgres://shop:5432"_s, u"shop.public.raw_%1"_s.arg(n)};
        const Name made{u"snowflake://acme"_s, u"mesh.public.table_%1"_s.arg(n)};
        QList<Name> inputs{raw};
        if (n > 0)
            inputs.append({made.first, u"mesh.public.table_%1"_s.arg(n - 1)});
        for (int run = 0; run < 2; ++run) {
            const auto id = u"run %1 of %2"_s.arg(run).arg(n);
            const auto isFailed = n > 0 && run == 0 && random.bounded(3) == 0;
            shape.post(runEvent(id, u"START"_s, at, job, inputs, {}));
            at = at.addSecs(60 + int(random.bounded(600)));
            shape.post(runEvent(id, isFailed ? u"FAIL"_s : u"COMPLETE"_s, at, job, inputs,
                                isFailed ? QList<Name>() : QList<Name>{made}));
        }
        if (n % 2 == 0)
            shape.tag(made, u"PII"_s);
    }
    if (products > 1)
        shape.declare({u"jobs"_s, u"declared"_s},
                      {{u"snowflake://acme"_s, u"mesh.public.table_0"_s}},
                      {{u"s3://bucket"_s, u"export"_s}});
}

} // namespace portolan::tests
