// SPDX-License-Identifier: GPL-3.0-or-later
// A mesh for the stand-in of OpenMetadata: each product offers a table that is made from a raw one
// and from what the product before it offers; every second table has a contract and a test.
#include "tests/support/openmetadatashape.h"

#include <QRandomGenerator>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

const QString schemaName = u"acme.mesh.public."_s;

QJsonArray column(const QString &name)
{
    return {QJsonObject{
        {u"name"_s, name}, {u"dataType"_s, u"VARCHAR"_s}, {u"dataTypeDisplay"_s, u"varchar"_s}}};
}

QJsonArray tag(const QString &fqn)
{
    return {QJsonObject{{u"tagFQN"_s, fqn},
                        {u"source"_s, u"Classification"_s},
                        {u"labelType"_s, u"Manual"_s},
                        {u"state"_s, u"Confirmed"_s}}};
}

//! Something of another type, of which nobody asks more.
QJsonObject elsewhere(const QString &type, const QString &name)
{
    return {{u"id"_s,
             QUuid::createUuidV5(QUuid(), QString(type % name)).toString(QUuid::WithoutBraces)},
            {u"type"_s, type},
            {u"name"_s, name},
            {u"fullyQualifiedName"_s, name}};
}

void putWords(OpenMetadataShape &shape)
{
    shape.put(u"classification"_s, {{u"name"_s, u"PII"_s}, {u"description"_s, u"Of people"_s}});
    for (const auto &name : {u"Sensitive"_s, u"None"_s})
        shape.put(u"tag"_s,
                  {{u"name"_s, name},
                   {u"fullyQualifiedName"_s, QString(u"PII."_s + name)},
                   {u"classification"_s, shape.reference(u"classification"_s, u"PII"_s)}});
    shape.put(u"glossary"_s, {{u"name"_s, u"shop"_s}});
    shape.put(u"glossaryTerm"_s,
              {{u"name"_s, u"order"_s},
               {u"fullyQualifiedName"_s, u"shop.order"_s},
               {u"glossary"_s, shape.reference(u"glossary"_s, u"shop"_s)}});
    shape.put(u"team"_s, {{u"name"_s, u"stewards"_s}, {u"teamType"_s, u"Group"_s}});
    for (int n = 0; n < 3; ++n)
        shape.put(u"user"_s,
                  {{u"name"_s, u"user%1"_s.arg(n)},
                   {u"email"_s, u"user%1@acme.example"_s.arg(n)},
                   {u"teams"_s, QJsonArray{shape.reference(u"team"_s, u"stewards"_s)}}});
    shape.put(u"domain"_s, {{u"name"_s, u"sales"_s}, {u"domainType"_s, u"Aggregate"_s}});
    for (int n = 0; n < 2; ++n)
        shape.put(u"domain"_s,
                  {{u"name"_s, u"part%1"_s.arg(n)},
                   {u"fullyQualifiedName"_s, u"sales.part%1"_s.arg(n)},
                   {u"domainType"_s, u"Source-aligned"_s},
                   {u"parent"_s, shape.reference(u"domain"_s, u"sales"_s)}});
    shape.put(u"pipeline"_s,
              {{u"name"_s, u"nightly"_s},
               {u"fullyQualifiedName"_s, u"airflow.nightly"_s},
               {u"service"_s, elsewhere(u"pipelineService"_s, u"airflow"_s)},
               {u"serviceType"_s, u"Airflow"_s}});
}

QJsonArray domainsOf(OpenMetadataShape &shape, int n)
{
    return {shape.reference(u"domain"_s, u"sales.part%1"_s.arg(n % 2))};
}

QJsonArray ownersOf(OpenMetadataShape &shape, int n)
{
    return {shape.reference(u"user"_s, u"user%1"_s.arg(n % 3))};
}

void putTable(OpenMetadataShape &shape, const QString &name, int n, int columns,
              const QString &product = {})
{
    QJsonArray all = column(u"id"_s);
    for (int i = 0; i < columns; ++i)
        all.append(column(u"column_%1"_s.arg(i)).first());
    QJsonObject table{{u"name"_s, name},
                      {u"fullyQualifiedName"_s, QString(schemaName + name)},
                      {u"tableType"_s, u"Regular"_s},
                      {u"serviceType"_s, u"Snowflake"_s},
                      {u"description"_s, u"What %1 holds"_s.arg(name)},
                      {u"columns"_s, all},
                      {u"tags"_s, n % 2 == 0 ? tag(u"PII.Sensitive"_s) : QJsonArray()},
                      {u"owners"_s, ownersOf(shape, n)},
                      {u"domains"_s, domainsOf(shape, n)}};
    if (!product.isEmpty())
        table.insert(u"dataProducts"_s, QJsonArray{shape.reference(u"dataProduct"_s, product)});
    shape.put(u"table"_s, table);
}

void putContract(OpenMetadataShape &shape, const QString &table, int n)
{
    const QString check = table % u".check";
    shape.put(
        u"testCase"_s,
        {{u"name"_s, u"check"_s},
         {u"fullyQualifiedName"_s, check},
         {u"entityLink"_s, QString(u"<#E::table::"_s % table % u"::columns::id>")},
         {u"testSuite"_s, elsewhere(u"testSuite"_s, QString(table + u".testSuite"))},
         {u"testDefinition"_s, elsewhere(u"testDefinition"_s, u"columnValuesToBeNotNull"_s)}});
    shape.addResult(check, n % 4 == 0);
    shape.put(
        u"dataContract"_s,
        {{u"name"_s, u"contract"_s},
         {u"fullyQualifiedName"_s, QString(table % u".contract")},
         {u"entityStatus"_s, u"Approved"_s},
         {u"entity"_s, shape.reference(u"table"_s, table)},
         {u"sla"_s,
          QJsonObject{{u"maxLatency"_s, QJsonObject{{u"value"_s, 4}, {u"unit"_s, u"hour"_s}}}}},
         {u"qualityExpectations"_s, QJsonArray{shape.reference(u"testCase"_s, check)}}});
}

} // namespace

void makeMesh(OpenMetadataShape &shape, int products, quint32 seed)
{
    const auto today = shape.now;
    shape.now = today.addDays(-2);
    QRandomGenerator random(seed);
    putWords(shape);
    for (int n = 0; n < products; ++n) {
        const auto name = u"product%1"_s.arg(n);
        shape.put(u"dataProduct"_s,
                  {{u"name"_s, name},
                   {u"description"_s, u"What number %1 is for"_s.arg(n)},
                   {u"lifecycleStage"_s, u"PRODUCTION"_s},
                   {u"owners"_s, ownersOf(shape, n)},
                   {u"domains"_s, domainsOf(shape, n)}});
        const auto raw = u"raw_%1"_s.arg(n);
        const auto offered = u"table_%1"_s.arg(n);
        putTable(shape, raw, n, 1);
        putTable(shape, offered, n, 1 + int(random.bounded(4)), name);
        shape.connectThings(schemaName + raw, schemaName + offered, u"airflow.nightly"_s);
        QStringList inputs{schemaName + raw};
        if (n > 0) {
            inputs.append(schemaName + u"table_%1"_s.arg(n - 1));
            shape.connectThings(inputs.last(), schemaName + offered);
        }
        if (n % 2 == 0)
            putContract(shape, schemaName + offered, n);
        shape.setPorts(name, inputs, {schemaName + offered});
        shape.put(u"dashboard"_s,
                  {{u"name"_s, u"dashboard%1"_s.arg(n)},
                   {u"fullyQualifiedName"_s, u"looker.dashboard%1"_s.arg(n)},
                   {u"serviceType"_s, u"Looker"_s},
                   {u"service"_s, elsewhere(u"dashboardService"_s, u"looker"_s)},
                   {u"domains"_s, domainsOf(shape, n)}});
    }
    shape.now = today;
}

} // namespace portolan::tests
