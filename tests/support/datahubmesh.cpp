// SPDX-License-Identifier: GPL-3.0-or-later
// A mesh for the stand-in of DataHub: each product offers a table that a job makes from a raw one
// and from what the product before it offers; every second one has a contract with a check.
#include "tests/support/datahubshape.h"

#include <QRandomGenerator>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

QString urnOf(const QString &type, const QString &id)
{
    return u"urn:li:"_s % type % u':' % id;
}

QJsonArray list(const QString &text)
{
    return {text};
}

void putGovernance(DataHubShape &shape, const QString &urn, int n)
{
    shape.put(urn, u"ownership"_s,
              {{u"owners"_s,
                QJsonArray{QJsonObject{{u"owner"_s, urnOf(u"corpuser"_s, u"user%1"_s.arg(n % 3))},
                                       {u"type"_s, u"TECHNICAL_OWNER"_s}}}}});
    shape.put(urn, u"domains"_s,
              {{u"domains"_s, list(urnOf(u"domain"_s, u"part%1"_s.arg(n % 2)))}});
    shape.put(urn, u"globalTags"_s,
              {{u"tags"_s, QJsonArray{QJsonObject{{u"tag"_s, urnOf(u"tag"_s, u"PII"_s)}}}}});
    shape.put(
        urn, u"glossaryTerms"_s,
        {{u"terms"_s, QJsonArray{QJsonObject{{u"urn"_s, urnOf(u"glossaryTerm"_s, u"order"_s)}}}}});
}

void putWords(DataHubShape &shape)
{
    shape.put(urnOf(u"domain"_s, u"sales"_s), u"domainProperties"_s, {{u"name"_s, u"Sales"_s}});
    for (int n = 0; n < 2; ++n)
        shape.put(urnOf(u"domain"_s, u"part%1"_s.arg(n)), u"domainProperties"_s,
                  {{u"name"_s, u"Part %1"_s.arg(n)},
                   {u"parentDomain"_s, urnOf(u"domain"_s, u"sales"_s)}});
    for (int n = 0; n < 3; ++n)
        shape.put(urnOf(u"corpuser"_s, u"user%1"_s.arg(n)), u"corpUserInfo"_s,
                  {{u"active"_s, true},
                   {u"displayName"_s, u"User %1"_s.arg(n)},
                   {u"email"_s, u"user%1@acme.example"_s.arg(n)}});
    shape.put(urnOf(u"corpGroup"_s, u"stewards"_s), u"corpGroupInfo"_s,
              {{u"displayName"_s, u"Stewards"_s}});
    shape.put(urnOf(u"glossaryNode"_s, u"shop"_s), u"glossaryNodeInfo"_s,
              {{u"name"_s, u"Shop"_s}, {u"definition"_s, u"Words of the shop"_s}});
    shape.put(urnOf(u"glossaryTerm"_s, u"order"_s), u"glossaryTermInfo"_s,
              {{u"name"_s, u"Order"_s},
               {u"definition"_s, u"What somebody wants"_s},
               {u"parentNode"_s, urnOf(u"glossaryNode"_s, u"shop"_s)}});
    for (const auto &tag : {u"PII"_s, u"Gold"_s})
        shape.put(urnOf(u"tag"_s, tag), u"tagProperties"_s, {{u"name"_s, tag}});
    shape.put(urnOf(u"container"_s, u"mesh"_s), u"containerProperties"_s, {{u"name"_s, u"MESH"_s}});
    shape.put(urnOf(u"dataFlow"_s, u"(airflow,nightly,PROD)"_s), u"dataFlowInfo"_s,
              {{u"name"_s, u"nightly"_s}});
}

void putDataset(DataHubShape &shape, const QString &urn, const QString &name, int n, int columns)
{
    QJsonArray fields;
    for (int i = 0; i < columns; ++i)
        fields.append(QJsonObject{
            {u"fieldPath"_s, u"column_%1"_s.arg(i)},
            {u"nativeDataType"_s, u"VARCHAR"_s},
            {u"type"_s,
             QJsonObject{
                 {u"type"_s, QJsonObject{{u"com.linkedin.schema.StringType"_s, QJsonObject()}}}}}});
    shape.put(urn, u"datasetProperties"_s,
              {{u"name"_s, name}, {u"description"_s, u"What %1 holds"_s.arg(name)}});
    shape.put(urn, u"schemaMetadata"_s, {{u"schemaName"_s, name}, {u"fields"_s, fields}});
    shape.put(urn, u"container"_s, {{u"container"_s, urnOf(u"container"_s, u"mesh"_s)}});
    putGovernance(shape, urn, n);
}

void putContract(DataHubShape &shape, const QString &dataset, int n)
{
    const auto assertion = urnOf(u"assertion"_s, u"check%1"_s.arg(n));
    shape.put(
        assertion, u"assertionInfo"_s,
        {{u"type"_s, u"DATASET"_s},
         {u"description"_s, u"Column 0 of %1 is there"_s.arg(n)},
         {u"datasetAssertion"_s,
          QJsonObject{{u"dataset"_s, dataset},
                      {u"scope"_s, u"DATASET_COLUMN"_s},
                      {u"operator"_s, u"NOT_NULL"_s},
                      {u"fields"_s, list(u"urn:li:schemaField:(%1,column_0)"_s.arg(dataset))}}}});
    shape.addRun(assertion, n % 4 == 0);
    shape.put(urnOf(u"dataContract"_s, u"contract%1"_s.arg(n)), u"dataContractProperties"_s,
              {{u"entity"_s, dataset},
               {u"dataQuality"_s, QJsonArray{QJsonObject{{u"assertion"_s, assertion}}}}});
}

} // namespace

QString datasetUrn(const QString &name)
{
    return u"urn:li:dataset:(urn:li:dataPlatform:snowflake,%1,PROD)"_s.arg(name);
}

void makeMesh(DataHubShape &shape, int products, quint32 seed)
{
    QRandomGenerator random(seed);
    putWords(shape);
    for (int n = 0; n < products; ++n) {
        const auto raw = datasetUrn(u"mesh.raw.raw_%1"_s.arg(n));
        const auto offered = datasetUrn(u"mesh.public.table_%1"_s.arg(n));
        putDataset(shape, raw, u"raw_%1"_s.arg(n), n, 2);
        putDataset(shape, offered, u"table_%1"_s.arg(n), n, 2 + int(random.bounded(4)));
        QJsonArray inputs{raw};
        if (n > 0)
            inputs.append(datasetUrn(u"mesh.public.table_%1"_s.arg(n - 1)));
        if (n % 3 == 2) {
            QJsonArray upstreams;
            for (const auto &input : std::as_const(inputs))
                upstreams.append(QJsonObject{{u"dataset"_s, input}, {u"type"_s, u"TRANSFORMED"_s}});
            shape.put(offered, u"upstreamLineage"_s, {{u"upstreams"_s, upstreams}});
        } else {
            const auto job =
                u"urn:li:dataJob:(urn:li:dataFlow:(airflow,nightly,PROD),make_%1)"_s.arg(n);
            shape.put(job, u"dataJobInfo"_s, {{u"name"_s, u"make_%1"_s.arg(n)}});
            shape.put(job, u"dataJobInputOutput"_s,
                      {{u"inputDatasets"_s, inputs}, {u"outputDatasets"_s, list(offered)}});
        }
        if (n % 2 == 0)
            putContract(shape, offered, n);
        shape.addOperation(offered);
        const auto product = urnOf(u"dataProduct"_s, u"product%1"_s.arg(n));
        shape.put(
            product, u"dataProductProperties"_s,
            {{u"name"_s, u"Product %1"_s.arg(n)},
             {u"description"_s, u"What number %1 is for"_s.arg(n)},
             {u"assets"_s,
              QJsonArray{QJsonObject{{u"destinationUrn"_s, offered}, {u"outputPort"_s, true}}}}});
        putGovernance(shape, product, n);
        const auto chart = urnOf(u"chart"_s, u"(looker,chart%1)"_s.arg(n));
        shape.put(chart, u"chartInfo"_s,
                  {{u"title"_s, u"Chart %1"_s.arg(n)},
                   {u"inputs"_s, QJsonArray{QJsonObject{{u"string"_s, offered}}}}});
    }
    if (products > 0)
        shape.put(
            urnOf(u"incident"_s, u"late"_s), u"incidentInfo"_s,
            {{u"type"_s, u"FRESHNESS"_s},
             {u"title"_s, u"Late"_s},
             {u"entities"_s, list(datasetUrn(u"mesh.public.table_0"_s))},
             {u"status"_s, QJsonObject{{u"state"_s, u"ACTIVE"_s}}},
             {u"created"_s, QJsonObject{{u"time"_s, shape.now.addDays(-1).toMSecsSinceEpoch()}}}});
}

} // namespace portolan::tests
