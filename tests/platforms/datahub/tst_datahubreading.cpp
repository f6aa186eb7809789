// SPDX-License-Identifier: GPL-3.0-or-later
// What is read of DataHub's answers, without a server: small payloads written for each case.
#include "models/platforms/datahub/cursor.h"
#include "models/platforms/datahub/events.h"
#include "models/platforms/datahub/fieldtext.h"
#include "models/platforms/datahub/madefrom.h"
#include "models/platforms/datahub/portnotes.h"
#include "models/platforms/datahub/quality.h"
#include "models/platforms/datahub/renamed.h"
#include "models/platforms/datahub/touched.h"
#include "models/platforms/datahub/translate.h"
#include "tests/support/oddjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <tuple>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::platforms::datahub;

namespace {

const QString orders = u"urn:li:dataset:(urn:li:dataPlatform:hive,shop.sales.orders,PROD)"_s;

//! A page of one entity with \a aspects, "name": value, ….
QByteArray pageWith(const QString &urn, const QByteArray &aspects)
{
    return "{\"entities\":[{\"urn\":\"" + urn.toUtf8() + "\"" + (aspects.isEmpty() ? "" : ",")
        + aspects + "}],\"totalCount\":1}";
}

QByteArray aspect(const QByteArray &name, const QByteArray &value)
{
    return "\"" + name + "\":{\"value\":" + value + "}";
}

//! Everything that translation needs, with nothing in it but what a test puts there.
struct Workshop
{
    //! The records of the first entity of \a page.
    QList<domain::Record> recordsOf(const QByteArray &page)
    {
        auto read = EntityPage::read(page, u"test"_s);
        if (!read || read->entities.empty())
            return {};
        return platforms::datahub::recordsOf(read->entities.front(), context());
    }

    domain::Record recordOf(const QString &urn, const QByteArray &aspects)
    {
        const auto records = recordsOf(pageWith(urn, aspects));
        return records.isEmpty() ? domain::Record() : records.first();
    }

    //! Makes the names of an entity known.
    void learn(const QString &urn, const QByteArray &aspects)
    {
        const auto page = EntityPage::read(pageWith(urn, aspects), {});
        names.learn(page->entities.front());
    }

    Context context()
    {
        return {
            .names = names, .links = links, .jobs = jobs, .inputs = inputs, .ui = u"https://dh"_s};
    }

    Api api = Api(nullptr, net::HttpUrl());
    Names names = Names(api);
    Links links;
    QHash<QString, JobLineage> jobs;
    QHash<QString, QStringList> inputs;
};

QStringList edgesOf(const domain::Record &record)
{
    QStringList texts;
    for (const auto &edge : record.lineage) {
        const auto end = [](const QString &urn, const QString &field) {
            return field.isEmpty() ? shortNameOf(urn) : QString(shortNameOf(urn) % u'.' % field);
        };
        texts.append(
            QString::number(int(edge.level)) % u' ' % end(edge.source, edge.sourceField) % u'>'
            % end(edge.target, edge.targetField)
            % (edge.job.isEmpty() ? QString() : QString(u" by "_s % shortNameOf(edge.job))));
    }
    texts.sort();
    return texts;
}

} // namespace

class TestDataHubReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void urnsAreTakenApart()
    {
        const auto urn = urnOf(orders);
        QVERIFY(urn);
        QCOMPARE(urn->type, u"dataset"_s);
        QCOMPARE(urn->parts,
                 (QStringList{u"urn:li:dataPlatform:hive"_s, u"shop.sales.orders"_s, u"PROD"_s}));
        QCOMPARE(platformOf(*urn), u"hive"_s);
        const auto job = urnOf(u"urn:li:dataJob:(urn:li:dataFlow:(airflow,dag,PROD),task)"_s);
        QCOMPARE(job->parts.last(), u"task"_s);
        QCOMPARE(platformOf(*job), u"airflow"_s);
        QVERIFY(!urnOf(u"urn:li:"_s));
        QVERIFY(!urnOf(u"urn:li:tag:"_s));
        QVERIFY(!urnOf(u"orders"_s));
        QCOMPARE(shortNameOf(orders), u"orders"_s);
    }

    void pathsOfVersionTwoAreShownAsColumns_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("path");
        QTest::newRow("v1") << u"a.b"_s << u"a.b"_s;
        QTest::newRow("v2") << u"[version=2.0].[type=struct].[type=string].name"_s << u"name"_s;
        QTest::newRow("nested") << u"[version=2.0].[type=r].[type=struct].a.[type=int].b"_s
                                << u"a.b"_s;
        QTest::newRow("array")
            << u"[version=2.0].[type=r].[type=array].[type=struct].a.[type=int].b"_s << u"a[].b"_s;
        QTest::newRow("leaf array")
            << u"[version=2.0].[type=r].[type=array].[type=int].a"_s << u"a"_s;
        QTest::newRow("key") << u"[version=2.0].[key=True].[type=k].[type=long].id"_s
                             << u"key:id"_s;
        QTest::newRow("whole key") << u"[version=2.0].[key=True].[type=int]"_s << u"key"_s;
        QTest::newRow("dot in a type")
            << u"[version=2.0].[type=com.shop.Order].[type=int].id"_s << u"id"_s;
    }

    void pathsOfVersionTwoAreShownAsColumns()
    {
        QFETCH(QString, written);
        QFETCH(QString, path);
        QCOMPARE(pathOf(written), path);
    }

    void fieldsAreThoseOfTheSchemaWithWhatPeopleWroteOverThem()
    {
        Workshop shop;
        shop.learn(u"urn:li:tag:pii"_s, aspect("tagProperties", R"({"name":"Personal"})"));
        const auto record = shop.recordOf(
            orders,
            aspect("schemaMetadata", R"j({"primaryKeys":["id"],"fields":[
                {"fieldPath":"id","nullable":false,"nativeDataType":"bigint","description":"a",
                 "type":{"type":{"com.linkedin.schema.NumberType":{}}}},
                {"fieldPath":"email","nullable":true,"nativeDataType":"text",
                 "globalTags":{"tags":[{"tag":"urn:li:tag:pii"}]}},
                {"fieldPath":"email","nativeDataType":"text"}, 7, {"nativeDataType":"x"}],
                "foreignKeys":[{"name":"fk","sourceFields":["urn:li:schemaField:(x,id)"],
                 "foreignFields":["urn:li:schemaField:(urn:li:dataset:(urn:li:dataPlatform:hive,s.c,PROD),cid)"]}]})j")
                + "," + aspect("editableSchemaMetadata", R"({"editableSchemaFieldInfo":[
                {"fieldPath":"id","description":"edited","glossaryTerms":{"terms":[
                 {"urn":"urn:li:glossaryTerm:Key"}]}}]})"));
        QCOMPARE(record.fields.size(), 3);
        const auto &id = record.fields.at(0);
        QCOMPARE(id.path, u"id"_s);
        QCOMPARE(id.description, u"edited"_s);
        QCOMPARE(id.type, u"bigint"_s);
        QCOMPARE(id.logicalType, u"number"_s);
        QCOMPARE(id.nullable, std::optional(false));
        QVERIFY(id.primaryKey);
        QCOMPARE(id.primaryKeyPosition, 1);
        QCOMPARE(id.terms, QStringList{u"Key"_s});
        QCOMPARE(id.references, QStringList{u"c.cid"_s});
        QCOMPARE(record.fields.at(1).tags, QStringList{u"Personal"_s});
        QVERIFY(record.fields.at(2).path != record.fields.at(1).path);
    }

    //! What is written of a column is what a pull shows of it, and the rest of what people wrote
    //! stays.
    void theTextOfAColumnIsWrittenWhereItIsRead()
    {
        const auto said = [](const QString &path, const QString &text) {
            return QJsonObject{{u"fieldPath"_s, path}, {u"description"_s, text}};
        };
        const auto id = u"[version=2.0].[type=r].[type=int].id"_s;
        const QJsonObject schema{
            {u"fields"_s,
             QJsonArray{said(id, u"the key"_s),
                        said(u"[version=2.0].[type=r].[type=union].[type=card].pay"_s, u"a card"_s),
                        said(u"[version=2.0].[type=r].[type=union].[type=cash].pay"_s, {}),
                        said(u"sum"_s, u"in euros"_s)}}};
        auto tagged = said(u"id"_s, u"edited"_s);
        tagged.insert(u"globalTags"_s, QJsonObject{{u"tags"_s, QJsonArray{u"kept"_s}}});
        const auto infos = u"editableSchemaFieldInfo"_s;
        const QJsonObject edited{
            {infos, QJsonArray{said(u"id"_s, u"an older one"_s), said(u"sum"_s, {}), tagged}}};
        const auto shown = [&schema](const QJsonObject &edits, const QString &path) {
            const auto record = Workshop().recordOf(
                orders,
                aspect("schemaMetadata", QJsonDocument(schema).toJson()) + ","
                    + aspect("editableSchemaMetadata", QJsonDocument(edits).toJson()));
            for (const auto &field : record.fields) {
                if (field.path == path)
                    return field.description;
            }
            return QString();
        };
        for (const auto &edits : {QJsonObject(), edited}) {
            for (const auto &path : {u"id"_s, u"sum"_s}) {
                const auto column = columnTextOf(schema, edits, path);
                QVERIFY(column);
                QCOMPARE(column->text, shown(edits, path));
                const auto after = withColumnText(edits, *column, u"mine"_s);
                QCOMPARE(shown(after, path), u"mine"_s);
                const auto other = path == u"id" ? u"sum"_s : u"id"_s;
                QCOMPARE(shown(after, other), shown(edits, other));
            }
        }
        const auto column = columnTextOf(schema, edited, u"id"_s);
        QCOMPARE(column->written, id);
        const auto after = withColumnText(edited, *column, u"mine"_s).value(infos).toArray();
        QCOMPARE(after.size(), 3);
        QCOMPARE(after.last()[u"globalTags"_s], tagged.value(u"globalTags"_s));
        QCOMPARE(withColumnText({}, *column, u"mine"_s).value(infos).toArray(),
                 QJsonArray{said(id, u"mine"_s)});
        // Two branches of a union are shown under one name: which is meant nobody knows.
        const auto several = columnTextOf(schema, edited, u"pay"_s);
        QVERIFY(!several && several.error().detail.contains(u"several"_s));
        const auto none = columnTextOf(schema, edited, u"never"_s);
        QVERIFY(!none && none.error().detail.contains(u"no column"_s));
    }

    void anAssetHasItsOwnersWordsPropertiesAndPage()
    {
        Workshop shop;
        shop.learn(
            u"urn:li:corpuser:maya"_s,
            aspect("corpUserInfo", "{\"displayName\":\"Maya\",\"email\":\"maya@example.com\"}"));
        shop.learn(u"urn:li:domain:sales"_s, aspect("domainProperties", "{\"name\":\"Sales\"}"));
        shop.learn(u"urn:li:domain:de"_s,
                   aspect("domainProperties",
                          "{\"name\":\"Germany\",\"parentDomain\":\"urn:li:domain:sales\"}"));
        shop.learn(
            u"urn:li:role:reader"_s,
            aspect("roleProperties",
                   "{\"name\":\"Reader\",\"type\":\"READ\",\"requestUrl\":\"https://ask.me/r\"}"));
        const auto record = shop.recordOf(
            orders,
            aspect("datasetProperties",
                   "{\"name\":\"Orders\",\"description\":\"of the "
                   "source\",\"customProperties\":{\"tier\":\"1\"}}")
                + "," + aspect("editableDatasetProperties", "{\"description\":\"edited\"}") + ","
                + aspect("ownership",
                         "{\"owners\":[{\"owner\":\"urn:li:corpuser:maya\","
                         "\"type\":\"TECHNICAL_OWNER\"},{\"owner\":\"urn:li:corpGroup:ops\"}, 3]}")
                + "," + aspect("domains", "{\"domains\":[\"urn:li:domain:de\"]}") + ","
                + aspect("access", "{\"roles\":[{\"urn\":\"urn:li:role:reader\"}]}") + ","
                + aspect("deprecation", "{\"deprecated\":true,\"note\":\"use v2\"}") + ","
                + aspect("structuredProperties",
                         "{\"properties\":[{\"propertyUrn\":\"urn:li:structuredProperty:days\","
                         "\"values\":[{\"double\":1.10}]}]}"));
        QCOMPARE(record.kind, domain::EntityKind::Asset);
        QCOMPARE(record.nativeId, orders);
        QCOMPARE(record.name, u"Orders"_s);
        QCOMPARE(record.type, u"table"_s);
        QCOMPARE(record.description, u"edited"_s);
        QCOMPARE(record.ownerId, u"urn:li:corpuser:maya"_s);
        QCOMPARE(record.ownerName, u"Maya"_s);
        QCOMPARE(record.team.first().username, u"maya@example.com"_s);
        QVERIFY(record.relations.contains(
            domain::RelationTo{domain::Relation::OwnedBy, u"urn:li:corpGroup:ops"_s}));
        QCOMPARE(record.domain, (QStringList{u"Sales"_s, u"Germany"_s}));
        QCOMPARE(record.status, u"deprecated"_s);
        QCOMPARE(record.roles.first().role, u"Reader"_s);
        QCOMPARE(record.roles.first().access, u"read"_s);
        QCOMPARE(record.references.last().url, u"https://ask.me/r"_s);
        QVERIFY(record.properties.contains(std::pair(u"tier"_s, u"1"_s)));
        QCOMPARE(record.native.first().file,
                 u"https://dh/dataset/urn%3Ali%3Adataset%3A%28urn%3Ali%3AdataPlatform%3Ahive%2C"
                 "shop.sales.orders%2CPROD%29"_s);
        // Digits are kept as they were written.
        QVERIFY(record.native.first().json.contains("1.10"));
        QVERIFY(record.native.first().json.endsWith("}"));
    }

    //! DataHub has no classification of its own: a node of the glossary is one, or a structured
    //! property (platforms/mapping.md).
    void aTermBelowClassificationOrAPropertyOfThatNameClassifies()
    {
        Workshop shop;
        shop.learn(u"urn:li:glossaryNode:c"_s,
                   aspect("glossaryNodeInfo", R"({"name":"Data Classification"})"));
        shop.learn(u"urn:li:glossaryNode:s"_s, aspect("glossaryNodeInfo", R"({"name":"Shop"})"));
        shop.learn(u"urn:li:glossaryTerm:secret"_s,
                   aspect("glossaryTermInfo",
                          R"({"name":"Confidential","parentNode":"urn:li:glossaryNode:c"})"));
        shop.learn(
            u"urn:li:glossaryTerm:order"_s,
            aspect("glossaryTermInfo", R"({"name":"Order","parentNode":"urn:li:glossaryNode:s"})"));
        const QByteArray plain = R"({"urn":"urn:li:glossaryTerm:order"})";
        const QByteArray secret = R"({"urn":"urn:li:glossaryTerm:secret"})";
        const auto terms = [](const QByteArray &list) {
            return aspect("glossaryTerms", "{\"terms\":[" + list + "]}");
        };
        QCOMPARE(shop.recordOf(orders, terms(plain)).classification, QString());
        QCOMPARE(shop.recordOf(orders, terms(plain + "," + secret)).classification,
                 u"Confidential"_s);
        // Of a field: it is the asset's as well, where that has none of its own.
        const auto fields = aspect("schemaMetadata",
                                   R"j({"fields":[{"fieldPath":"id"},{"fieldPath":"email",
                "glossaryTerms":{"terms":[)j"
                                       + secret + "]}}]}");
        const auto record = shop.recordOf(orders, fields);
        QCOMPARE(record.fields.first().classification, QString());
        QCOMPARE(record.fields.last().classification, u"Confidential"_s);
        QCOMPARE(record.classification, u"Confidential"_s);

        shop.learn(u"urn:li:structuredProperty:io.acme.sensitivity"_s,
                   aspect("propertyDefinition", R"({"qualifiedName":"io.acme.sensitivity"})"));
        QCOMPARE(
            shop.recordOf(orders, aspect("structuredProperties", R"j({"properties":[{"propertyUrn":
                               "urn:li:structuredProperty:io.acme.sensitivity",
                               "values":[{"string":"internal"}]}]})j"))
                .classification,
            u"internal"_s);
    }

    void onlyAnotherNameOfWhatThingsAreShownWithIsARename()
    {
        const auto change = [](const QString &urn, const QString &aspect, const QByteArray &before,
                               const QByteArray &after) {
            return Change{.urn = urn, .aspect = aspect, .value = after, .previous = before};
        };
        const auto tag = u"urn:li:tag:pii"_s;
        const QByteArray old = R"({"name":"PII"})";
        const QByteArray other = R"({"name":"Personal","description":"d"})";
        QVERIFY(isRenaming(change(tag, u"tagProperties"_s, old, other)));
        QVERIFY(!isRenaming(change(tag, u"tagProperties"_s, old, R"({"name":"PII","x":1})")));
        QVERIFY(!isRenaming(change(tag, u"tagProperties"_s, {}, other))); // it is new
        QVERIFY(!isRenaming(change(tag, u"ownership"_s, old, other)));
        QVERIFY(!isRenaming(change(orders, u"datasetProperties"_s, old, other)));
        QVERIFY(isRenaming(change(u"urn:li:corpuser:a"_s, u"corpUserEditableInfo"_s, {},
                                  R"({"displayName":"Ada"})")));
        QVERIFY(isRenaming(change(u"urn:li:corpGroup:a"_s, u"corpGroupInfo"_s,
                                  R"({"displayName":"A"})", R"({"displayName":"B"})")));
    }

    void datasetKeysJoinWithThoseOfOtherSources_data()
    {
        QTest::addColumn<QString>("urn");
        QTest::addColumn<QString>("instance");
        QTest::addColumn<QString>("key");
        const auto dataset = [](const QString &platform, const QString &name, const QString &env) {
            return u"urn:li:dataset:(urn:li:dataPlatform:%1,%2,%3)"_s.arg(platform, name, env);
        };
        QTest::newRow("table") << dataset(u"postgres"_s, u"db.public.Orders"_s, u"PROD"_s)
                               << QString() << u"postgres::db.public.orders"_s;
        QTest::newRow("other copy") << dataset(u"postgres"_s, u"db.public.orders"_s, u"DEV"_s)
                                    << QString() << u"postgres:dev:db.public.orders"_s;
        QTest::newRow("instance") << dataset(u"snowflake"_s, u"acct.db.s.t"_s, u"PROD"_s)
                                  << u"acct"_s << u"snowflake:acct:db.s.t"_s;
        QTest::newRow("topic") << dataset(u"kafka"_s, u"shop.orders.v1"_s, u"PROD"_s) << QString()
                               << u"kafka::shop.orders.v1"_s;
        QTest::newRow("file") << dataset(u"s3"_s, u"bucket/a/b"_s, u"PROD"_s) << QString()
                              << u"s3:bucket:a/b"_s;
    }

    void datasetKeysJoinWithThoseOfOtherSources()
    {
        QFETCH(QString, urn);
        QFETCH(QString, instance);
        QFETCH(QString, key);
        Workshop shop;
        const auto aspects = instance.isEmpty()
            ? QByteArray()
            : aspect("dataPlatformInstance",
                     "{\"instance\":\"urn:li:dataPlatformInstance:(urn:li:dataPlatform:x,"
                         + instance.toUtf8() + ")\"}");
        QCOMPARE(shop.recordOf(urn, aspects).datasetKey, key);
    }

    void lineageComesFromTheAspectAndFromJobs()
    {
        Workshop shop;
        const auto job = u"urn:li:dataJob:(urn:li:dataFlow:(airflow,dag,PROD),load)"_s;
        const auto raw = u"urn:li:dataset:(urn:li:dataPlatform:hive,shop.raw,PROD)"_s;
        const auto field = [](const QString &urn, const QString &path) {
            return u"urn:li:schemaField:(%1,%2)"_s.arg(urn, path);
        };
        shop.links.jobs.insert(orders, {job});
        JobLineage made;
        made.urn = job;
        made.inputs = QStringList{raw};
        made.outputs = QStringList{orders};
        made.fields.append({fieldRefOf(field(raw, u"x"_s)), fieldRefOf(field(orders, u"y"_s)), {}});
        shop.jobs.insert(job, made);
        const auto record = shop.recordOf(
            orders,
            aspect("upstreamLineage",
                   "{\"upstreams\":[{\"dataset\":\"" + raw.toUtf8()
                       + "\",\"auditStamp\":{\"time\":1700000000000}},{\"dataset\":\""
                       + orders.toUtf8() + "\"},{}],\"fineGrainedLineages\":[{\"upstreams\":[\""
                       + field(raw, u"a"_s).toUtf8() + "\"],\"downstreams\":[\""
                       + field(orders, u"b"_s).toUtf8()
                       + "\"],\"transformOperation\":\"COPY: a\"}]}"));
        QCOMPARE(edgesOf(record),
                 (QStringList{u"1 raw>orders"_s, u"1 raw>orders by load"_s, u"2 raw.a>orders.b"_s,
                              u"2 raw.x>orders.y by load"_s, u"3 load>orders by load"_s}));
        for (const auto &edge : record.lineage) {
            if (edge.targetField == u"b") {
                QCOMPARE(edge.transformation.subtype, u"COPY"_s);
                QCOMPARE(edge.transformation.description, u"a"_s);
            }
        }
    }

    void aJobChartAndDashboardReadWhatTheySay()
    {
        Workshop shop;
        const auto job = shop.recordOf(
            u"urn:li:dataJob:(urn:li:dataFlow:(airflow,dag,PROD),load)"_s,
            aspect("dataJobInputOutput",
                   "{\"inputDatasets\":[],\"inputDatasetEdges\":[{\"destinationUrn\":\""
                       + orders.toUtf8()
                       + "\"}],\"outputDatasets\":[\"urn:li:dataset:(x,o,PROD)\"]}"));
        QCOMPARE(edgesOf(job), QStringList{u"3 orders>load by load"_s});
        const auto chart = shop.recordOf(
            u"urn:li:chart:(looker,c1)"_s,
            aspect("chartInfo",
                   "{\"title\":\"Sales\",\"inputs\":[{\"string\":\"" + orders.toUtf8() + "\"}]}"));
        QCOMPARE(edgesOf(chart), QStringList{u"1 orders>c1"_s});
        QCOMPARE(chart.name, u"Sales"_s);
        QVERIFY(chart.relations.contains(domain::RelationTo{domain::Relation::Consumes, orders}));
        const auto dashboard = shop.recordOf(
            u"urn:li:dashboard:(looker,d)"_s,
            aspect("dashboardInfo", R"j({"title":"D","charts":["urn:li:chart:(looker,c1)"]})j"));
        QCOMPARE(edgesOf(dashboard), QStringList{u"1 c1>d"_s});
    }

    void aProductHasItsPortsAndDerivesThoseItReads()

    {
        Workshop shop;
        const auto product = u"urn:li:dataProduct:shop"_s;
        const auto raw = u"urn:li:dataset:(urn:li:dataPlatform:kafka,shop.raw,PROD)"_s;
        shop.links.contracts.insert(orders, {u"urn:li:dataContract:c"_s});
        shop.inputs.insert(product, {raw});
        const auto records = shop.recordsOf(pageWith(
            product,
            aspect("dataProductProperties",
                   "{\"name\":\"Shop\",\"assets\":[{\"destinationUrn\":\"" + orders.toUtf8()
                       + "\",\"outputPort\":true},{\"destinationUrn\":\"urn:li:"
                         "dataset:(urn:li:dataPlatform:hive,b,PROD)\"}]}")));
        QCOMPARE(records.size(), 3);
        QCOMPARE(records.at(0).kind, domain::EntityKind::Product);
        const auto &output = records.at(1);
        QCOMPARE(output.direction, u"output"_s);
        QCOMPARE(output.type, u"SQL"_s);
        QVERIFY(output.relations.contains(domain::RelationTo{domain::Relation::Exposes, orders}));
        QVERIFY(output.relations.contains(
            domain::RelationTo{domain::Relation::GovernedBy, u"urn:li:dataContract:c"_s}));
        QVERIFY(records.at(0).relations.contains(
            domain::RelationTo{domain::Relation::OutputPort, output.nativeId}));
        const auto &input = records.at(2);
        QCOMPARE(input.direction, u"input"_s);
        QCOMPARE(input.type, u"stream"_s);
        QVERIFY(input.properties.contains(std::pair(u"derived"_s, u"from lineage"_s)));
        QVERIFY(records.at(0).relations.contains(
            domain::RelationTo{domain::Relation::InputPort, input.nativeId}));
    }

    void aSiblingIsAnotherNameOfTheOneThatLeads()
    {
        Workshop shop;
        const auto leads = u"urn:li:dataset:(urn:li:dataPlatform:dbt,shop.orders,PROD)"_s;
        const auto siblings = [](const QString &urn, const QByteArray &primary) {
            return aspect("siblings",
                          "{\"siblings\":[\"" + urn.toUtf8() + "\"],\"primary\":" + primary + "}");
        };
        QCOMPARE(shop.recordOf(orders, siblings(leads, "false")).sameAs, leads);
        QCOMPARE(shop.recordOf(leads, siblings(orders, "true")).sameAs, QString());
    }

    void aContractIsTheSetOfItsAssertions()
    {
        Workshop shop;
        const auto check = u"urn:li:assertion:fresh"_s;
        shop.learn(check,
                   aspect("assertionInfo",
                          "{\"type\":\"FRESHNESS\",\"description\":\"daily\","
                          "\"freshnessAssertion\":{\"entity\":\""
                              + orders.toUtf8()
                              + "\",\"schedule\":{\"fixedInterval\":{\"unit\":\"DAY\","
                                "\"multiple\":1}}}}"));
        const auto contract = shop.recordOf(
            u"urn:li:dataContract:c"_s,
            aspect("dataContractProperties",
                   "{\"entity\":\"" + orders.toUtf8() + "\",\"freshness\":[{\"assertion\":\""
                       + check.toUtf8() + "\"}]}")
                + "," + aspect("dataContractStatus", R"({"state":"ACTIVE"})"));
        QCOMPARE(contract.kind, domain::EntityKind::Contract);
        QCOMPARE(contract.status, u"active"_s);
        QVERIFY(
            contract.relations.contains(domain::RelationTo{domain::Relation::Describes, orders}));
        QCOMPARE(contract.quality.size(), 1);
        QCOMPARE(contract.quality.first().dimension, u"freshness"_s);
        QCOMPARE(contract.sla.size(), 1);
        QCOMPARE(contract.sla.first().value, u"1"_s);
        QCOMPARE(contract.sla.first().unit, u"day"_s);
    }

    void checksSayWhatTheyAskFor()
    {
        Workshop shop;
        const auto check = shop.recordOf(
            u"urn:li:assertion:a"_s,
            aspect("assertionInfo",
                   "{\"type\":\"DATASET\",\"datasetAssertion\":{\"dataset\":\"" + orders.toUtf8()
                       + "\",\"scope\":\"DATASET_COLUMN\",\"fields\":[\"urn:li:schemaField:("
                       + orders.toUtf8()
                       + ",score)\"],\"operator\":\"BETWEEN\",\"parameters\":{\"minValue\":{"
                         "\"value\":\"0\"},\"maxValue\":{\"value\":\"8\"}},\"nativeType\":\"expect_"
                         "column_values_to_be_between\"}}")
                + ","
                + aspect("dataPlatformInstance",
                         R"({"platform":"urn:li:dataPlatform:great-expectations"})"));
        QCOMPARE(check.kind, domain::EntityKind::Check);
        QCOMPARE(check.quality.first().element, u"score"_s);
        QCOMPARE(check.quality.first().expression, u"between 0 and 8"_s);
        QCOMPARE(check.quality.first().dimension, u"validity"_s);
        QVERIFY(check.relations.contains(domain::RelationTo{domain::Relation::Checks, orders}));
        QVERIFY(check.properties.contains(std::pair(u"source"_s, u"great-expectations"_s)));
    }

    void resultsNeverHoldValuesOfTheData()
    {
        const auto event = Answer::read(
            R"({"timestampMillis":1700000000000,"runId":"r1","status":"COMPLETE","result":{
                "type":"FAILURE","rowCount":10,"unexpectedCount":2,"nativeResults":{
                "partial_unexpected_list":"['Eve Miller']","observed_value":"7.5"}}})",
            {});
        const auto run = runOf(u"urn:li:assertion:a"_s, event->root());
        QVERIFY(run);
        QCOMPARE(run->status, domain::RunStatus::Fail);
        QCOMPARE(run->failedRows, std::optional<qint64>(2));
        QCOMPARE(run->totalRows, std::optional<qint64>(10));
        QCOMPARE(run->observed, u"7.5"_s);
        QVERIFY(!run->message.contains(u"Eve"_s));
        const auto waiting = Answer::read(
            R"({"timestampMillis":1700000000000,"status":"COMPLETE","result":{"type":"INIT"}})",
            {});
        QVERIFY(!runOf(u"urn:li:assertion:a"_s, waiting->root()));
        const auto unknown = Answer::read(
            R"({"timestampMillis":1700000000000,"status":"COMPLETE","result":{"type":"ODD"}})", {});
        QCOMPARE(runOf(u"urn:li:assertion:a"_s, unknown->root())->status,
                 domain::RunStatus::Unknown);
        QCOMPARE(runOf(u"urn:li:assertion:a"_s, unknown->root())->message, u"ODD"_s);
    }

    void anIncidentFailsUntilItIsResolved()
    {
        const auto evidenceOf = [](const QByteArray &info) {
            domain::Evidence evidence;
            const auto page = EntityPage::read(
                pageWith(u"urn:li:incident:i"_s, aspect("incidentInfo", info)), {});
            addEvidence(page->entities.front(), evidence);
            return evidence;
        };
        const QByteArray created =
            R"j("title":"late","entities":["urn:li:dataset:(x,o,PROD)"],"created":{"time":1700000000000},)j";
        auto open = evidenceOf("{" + created + R"("status":{"state":"ACTIVE"}})");
        QCOMPARE(open.runs.size(), 1);
        QCOMPARE(open.runs.first().status, domain::RunStatus::Fail);
        auto closed =
            evidenceOf("{" + created
                       + R"("status":{"state":"RESOLVED","lastUpdated":{"time":1700000100000}}})");
        QCOMPARE(closed.runs.size(), 2);
        QCOMPARE(closed.runs.last().status, domain::RunStatus::Pass);
        // One that an assertion raised may be open still when the assertion holds again, or is
        // gone.
        const auto raised = evidenceOf(
            "{" + created
            + R"("source":{"type":"ASSERTION_FAILURE","sourceUrn":"urn:li:assertion:a"},)"
              R"("status":{"state":"ACTIVE"}})");
        QCOMPARE(raised.runs.size(), 1);
        QCOMPARE(raised.runs.first().status, domain::RunStatus::Fail);
    }

    void anIncidentThatTellsNoTimeBeganWhenItWasWritten()
    {
        const auto read = [](const QByteArray &info, const Stamps &stamps) {
            domain::Evidence evidence;
            const auto page = EntityPage::read(
                pageWith(u"urn:li:incident:i"_s, aspect("incidentInfo", info)), {});
            const auto &entity = page->entities.front();
            return std::tuple(lacksTimes(entity), addEvidence(entity, evidence, stamps),
                              evidence.runs);
        };
        const auto time = [](qint64 at) { return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC); };
        const Stamps stamps{.created = time(1'700'000'000'000),
                            .modified = time(1'700'000'900'000)};
        const QByteArray active = R"({"created":{"time":0},"status":{"state":"ACTIVE"}})";
        auto [lacks, isTold, runs] = read(active, stamps);
        QVERIFY(lacks && isTold);
        QCOMPARE(runs.size(), 1);
        QCOMPARE(runs.first().at, stamps.created);
        QCOMPARE(runs.first().status, domain::RunStatus::Fail);
        // Nobody knows.
        std::tie(lacks, isTold, runs) = read(active, {});
        QVERIFY(lacks && !isTold && runs.isEmpty());
        // It is over, and does not say since when; or at the moment when it was raised.
        const QByteArray resolved =
            R"({"created":{"time":1700000100000},"status":{"state":"RESOLVED"}})";
        std::tie(lacks, isTold, runs) = read(resolved, stamps);
        QVERIFY(lacks && isTold);
        QCOMPARE(runs.size(), 2);
        QCOMPARE(runs.last().at, stamps.modified);
        QCOMPARE(runs.last().status, domain::RunStatus::Pass);
        std::tie(lacks, isTold, runs) = read(
            R"({"created":{"time":5},"status":{"state":"RESOLVED","lastUpdated":{"time":5}}})", {});
        QVERIFY(!lacks && isTold);
        QCOMPARE(runs.size(), 2);
        QVERIFY(runs.first().at < runs.last().at);
        QCOMPARE(runs.last().status, domain::RunStatus::Pass);
        const auto written = Answer::read(
            R"({"auditStamp":{"time":9},"systemMetadata":{"aspectCreated":{"time":4}}})", {});
        QCOMPARE(stampsOf(written->root()).created, time(4));
        QCOMPARE(stampsOf(written->root()).modified, time(9));
    }

    //! What stewards and owners look for, though it stands in aspects of its own.
    void whatStewardsLookForIsTold()
    {
        Workshop shop;
        shop.learn(u"urn:li:application:a1"_s,
                   aspect("applicationProperties", R"j({"name":"Web shop"})j"));
        const auto factsOf = [](const domain::Record &record) {
            QStringList facts;
            for (const auto &[name, value] : record.properties)
                facts.append(QString(name % u'=' % value));
            return facts;
        };
        const auto table = shop.recordOf(
            orders,
            aspect("applications", R"j({"applications":["urn:li:application:a1"]})j") + ","
                + aspect("forms", R"j({"incompleteForms":[{"urn":"urn:li:form:f"},{}]})j") + ","
                + aspect("testResults", R"j({"failing":[{"test":"urn:li:test:t"}]})j") + ","
                + aspect("datasetDeprecation", R"j({"deprecated":true,"note":"use v2"})j") + ","
                + aspect("viewProperties", R"j({"materialized":true,"viewLogic":"select 1"})j")
                + "," + aspect("datasetProperties", R"j({"tags":["legacy",""]})j"));
        const auto facts = factsOf(table);
        for (const auto &fact :
             {u"application=Web shop"_s, u"forms to fill in=2"_s, u"tests that fail=1"_s,
              u"deprecation=use v2"_s, u"materialized=true"_s})
            QVERIFY2(facts.contains(fact), qPrintable(fact + u" in "_s + facts.join(u';')));
        QCOMPARE(table.status, u"deprecated"_s);
        QCOMPARE(table.tags, QStringList{u"legacy"_s});
        const auto model = shop.recordOf(
            u"urn:li:mlModel:(urn:li:dataPlatform:sagemaker,scorer,PROD)"_s,
            aspect("mlModelProperties",
                   R"j({"type":"forest","version":{"versionTag":"3"},"groups":[
                    "urn:li:mlModelGroup:(urn:li:dataPlatform:sagemaker,scorers,PROD)"],
                    "trainingJobs":["urn:li:dataProcessInstance:run",
                    "urn:li:dataJob:(urn:li:dataFlow:(airflow,f,PROD),train)"]})j")
                + ","
                + aspect("mlModelTrainingData",
                         "{\"trainingData\":[{\"dataset\":\"" + orders.toUtf8() + "\"},null]}")
                + "," + aspect("intendedUse", R"j({"primaryUses":["scoring","ranking"]})j"));
        QCOMPARE(model.version, u"3"_s);
        QCOMPARE(edgesOf(model), (QStringList{u"1 orders>scorer"_s, u"3 train>scorer by train"_s}));
        QVERIFY(factsOf(model).contains(u"group=scorers"_s));
        QVERIFY2(factsOf(model).filter(u"primary uses"_s).value(0).contains(u"ranking"_s),
                 qPrintable(factsOf(model).join(u';')));
        const auto person = shop.recordOf(u"urn:li:corpuser:gone"_s,
                                          aspect("corpUserStatus", R"j({"status":"SUSPENDED"})j"));
        QCOMPARE(person.status, u"suspended"_s);
    }

    //! Whatever one place holds: nothing else is lost, and nothing falls over.
    void whatIsOddInOnePlaceIsOddThereAlone()
    {
        Workshop shop;
        const QByteArray raw = "urn:li:dataset:(urn:li:dataPlatform:hive,raw,PROD)";
        const auto column = [](const QByteArray &table) -> QByteArray {
            return "\"urn:li:schemaField:(" + table + ",id)\"";
        };
        const auto page = pageWith(
            orders,
            aspect("datasetProperties", R"j({"name":"Orders","description":"d","tags":["t"],
                     "customProperties":{"tier":"1"},"lastModified":{"time":1700000000000}})j")
                + "," + aspect("schemaMetadata", R"j({"primaryKeys":["id"],"fields":[
                     {"fieldPath":"id","nativeDataType":"int","nullable":false,
                      "type":{"type":{"com.linkedin.schema.NumberType":{}}}},
                     {"fieldPath":"mail","globalTags":{"tags":[{"tag":"urn:li:tag:pii"}]}}]})j")
                + "," + aspect("ownership", R"j({"owners":[{"owner":"urn:li:corpuser:maya",
                     "type":"TECHNICAL_OWNER"}]})j")
                + "," + aspect("globalTags", R"j({"tags":[{"tag":"urn:li:tag:gold"}]})j") + ","
                + aspect("glossaryTerms", R"j({"terms":[{"urn":"urn:li:glossaryTerm:Order"}]})j")
                + "," + aspect("domains", R"j({"domains":["urn:li:domain:sales"]})j") + ","
                + aspect("upstreamLineage",
                         "{\"upstreams\":[{\"type\":\"COPY\",\"dataset\":\"" + raw
                             + "\",\"auditStamp\":{\"time\":1700000000000}}],"
                               "\"fineGrainedLineages\":[{\"upstreams\":["
                             + column(raw) + "],\"downstreams\":[" + column(orders.toUtf8())
                             + "],\"transformOperation\":\"COPY: id\"}]}")
                + "," + aspect("structuredProperties", R"j({"properties":[{"values":[{"double":1}],
                     "propertyUrn":"urn:li:structuredProperty:days"}]})j")
                + "," + aspect("deprecation", R"j({"deprecated":true,"note":"n",
                     "decommissionTime":1700000000000})j")
                + "," + aspect("siblings", R"j({"siblings":["urn:li:dataset:(x,y,PROD)"],
                     "primary":false})j"));
        const auto sound = QJsonDocument::fromJson(page)[u"entities"_s][0].toObject();
        QVERIFY(!sound.isEmpty());
        const auto expected = shop.recordsOf(page).first();
        QCOMPARE(expected.fields.size(), 2);
        QCOMPARE(expected.lineage.size(), 2);
        int count = 0;
        for (const auto &odd : tests::oddVersionsOf(sound)) {
            const auto read = EntityPage::read("{\"entities\":[" + odd.json + "]}", u"test"_s);
            QVERIFY2(read.has_value(), qPrintable(odd.place));
            if (odd.isIn({u"urn"_s}))
                continue;
            const auto records =
                platforms::datahub::recordsOf(read->entities.front(), shop.context());
            QVERIFY2(!records.isEmpty(), qPrintable(odd.place));
            const auto &record = records.first();
            const auto why = QString(odd.place % u": "_s % QString::fromUtf8(odd.json.left(3000)));
            const auto isLost = [&](bool isSame, const QStringList &aspects) {
                return !isSame && !odd.isIn(aspects);
            };
            QVERIFY2(record.nativeId == orders && !record.name.isEmpty(), qPrintable(why));
            QVERIFY2(!isLost(record.fields == expected.fields, {u"schemaMetadata"_s}),
                     qPrintable(why));
            QVERIFY2(!isLost(record.lineage == expected.lineage, {u"upstreamLineage"_s}),
                     qPrintable(why));
            QVERIFY2(
                !isLost(record.tags == expected.tags, {u"globalTags"_s, u"datasetProperties"_s}),
                qPrintable(why));
            QVERIFY2(!isLost(record.ownerId == expected.ownerId, {u"ownership"_s}),
                     qPrintable(why));
            QVERIFY2(!isLost(record.domain == expected.domain, {u"domains"_s}), qPrintable(why));
            QVERIFY2(!isLost(record.status == expected.status, {u"deprecation"_s}),
                     qPrintable(why));
            for (const auto &to : record.relations)
                QVERIFY2(!to.nativeId.isEmpty(), qPrintable(why));
            for (const auto &edge : record.lineage)
                QVERIFY2(!edge.source.isEmpty(), qPrintable(why));
            ++count;
        }
        QVERIFY(count > 500);
    }

    void oneBrokenRecordEndsNothing()
    {
        const auto page =
            EntityPage::read("{\"scrollId\":\"next\",\"entities\":[{\"urn\":\"urn:li:tag:a\"},{"
                             "\"urn\":\"urn:li:tag:b\",\"x\":tru},"
                             "{\"no\":\"urn\"},{\"urn\":\"urn:li:tag:c\",\"tagProperties\":{"
                             "\"value\":{\"name\":\"C]}\"}}}],\"totalCount\":4}",
                             u"GET x"_s);
        QVERIFY(page.has_value());
        QCOMPARE(page->entities.size(), std::size_t(2));
        QCOMPARE(page->entities.back().urn, u"urn:li:tag:c"_s);
        QCOMPARE(json::text(page->entities.back().aspect("tagProperties"), "name"), u"C]}"_s);
        QCOMPARE(page->unreadable, 2);
        QCOMPARE(page->findings.size(), 2);
        QCOMPARE(page->scrollId, u"next"_s);
        QCOMPARE(page->total, 4);
    }

    void hostileAnswersAreErrorsAndNoCrash()
    {
        QVERIFY(!EntityPage::read("", {}));
        QVERIFY(!EntityPage::read("<html>", {}));
        QVERIFY(!EntityPage::read("{\"entities\":[{\"urn\":\"urn:li:tag:a\"}", {}));
        QVERIFY(!EntityPage::read("7", {}));
        QVERIFY(!EntityPage::read(QByteArray(100000, '['), {}));
        QVERIFY(!EntityPage::read("]]]]", {}));
        const auto half = EntityPage::read(
            pageWith(u"urn:li:tag:a"_s, aspect("tagProperties", R"({"name":"x\ud800y \\ud800"})")),
            {});
        QVERIFY(half.has_value());
        QCOMPARE(half->entities.size(), std::size_t(1));
        QCOMPARE(json::text(half->entities.front().aspect("tagProperties"), "name"),
                 u"x\ufffdy \\ud800"_s);
        const auto huge = EntityPage::read(
            pageWith(u"urn:li:tag:a"_s, aspect("tagProperties", R"({"name":"n","x":1e999})")), {});
        QVERIFY(huge.has_value());
        QCOMPARE(huge->entities.size(), std::size_t(1));
        Workshop shop;
        const auto odd = shop.recordOf(
            orders,
            aspect("schemaMetadata", "7") + "," + aspect("ownership", R"({"owners":{"a":1}})") + ","
                + aspect("upstreamLineage", R"({"upstreams":"x","fineGrainedLineages":[[]]})") + ","
                + aspect("datasetProperties", R"({"name":["x"],"customProperties":[1]})"));
        QCOMPARE(odd.nativeId, orders);
        QCOMPARE(odd.name, u"orders"_s);
    }

    void eventsAreReadAsAvroWritesThem()
    {
        const auto message =
            "{\"auditHeader\":null,\"entityType\":\"dataset\",\"entityUrn\":{\"string\":\"urn:li:"
            "tag:a\"},"
            "\"changeType\":\"UPSERT\",\"aspectName\":{\"string\":\"tagProperties\"},\"aspect\":{"
            "\"com.linkedin.pegasus2avro.mxe.GenericAspect\":{\"value\":\"{\\\"name\\\":"
            "\\\"k\\u00c3\\u00b6ln\\\"}\","
            "\"contentType\":\"application/json\"}},\"previousAspectValue\":null}";
        const auto change = changeOf(QString::fromUtf8(message));
        QVERIFY(change);
        QCOMPARE(change->urn, u"urn:li:tag:a"_s);
        QCOMPARE(QString::fromUtf8(change->value), u"{\"name\":\"köln\"}"_s);
        QVERIFY(change->previous.isEmpty());
        QVERIFY(!change->isHardDelete());
        QVERIFY(!changeOf(u"{}"_s));
        QVERIFY(!changeOf(u"nonsense"_s));
        const auto place = [](int n) {
            return QString::fromLatin1(
                QByteArray("{\"T-0\":" + QByteArray::number(n) + "}").toBase64());
        };
        QCOMPARE(distance(place(3), place(8)), std::optional<qint64>(5));
        QVERIFY(!distance(u"opaque"_s, place(8)));
    }

    void whatAnEventTouchesIsAskedForWithIt()
    {
        Touched touched;
        touched.note({.urn = u"urn:li:dataProduct:p"_s,
                      .aspect = u"dataProductProperties"_s,
                      .value = R"j({"assets":[{"destinationUrn":"urn:li:dataset:(x,new,PROD)"},
                                {"destinationUrn":"urn:li:dataset:(x,kept,PROD)"}]})j",
                      .previous = R"j({"assets":[{"destinationUrn":"urn:li:dataset:(x,old,PROD)"},
                                {"destinationUrn":"urn:li:dataset:(x,kept,PROD)"}]})j"});
        QCOMPARE(touched.urns(),
                 (QStringList{u"urn:li:dataProduct:p"_s, u"urn:li:dataset:(x,new,PROD)"_s,
                              u"urn:li:dataset:(x,old,PROD)"_s}));
        QVERIFY(touched.sweepReason().isEmpty());
        touched.note({.urn = u"urn:li:dataJob:(f,j)"_s,
                      .aspect = u"dataJobInputOutput"_s,
                      .value = R"j({"outputDatasets":["urn:li:dataset:(x,made,PROD)"]})j",
                      .previous = {}});
        QVERIFY(touched.urns().contains(u"urn:li:dataset:(x,made,PROD)"_s));
        touched.note({.urn = u"urn:li:dataProduct:p"_s,
                      .aspect = u"dataProductKey"_s,
                      .isDelete = true,
                      .value = {},
                      .previous = {}});
        QVERIFY(!touched.sweepReason().isEmpty());
    }

    void whichPortsAProductHadIsNotedAndWhatItHeld()
    {
        struct Sink final : platforms::PageSink
        {
            Result<void> page(platforms::Page) override { return {}; }

            void progress(qint64, qint64, const QString &) override { }

            bool isCancelled() const override { return false; }

            Result<QHash<QString, QByteArray>> notes() override { return noted; }

            QHash<QString, QByteArray> noted;
        } sink;

        Workshop shop;
        const auto product = u"urn:li:dataProduct:p"_s;
        const auto held = u"urn:li:dataset:(x,held,PROD)"_s;
        const auto source = u"urn:li:dataset:(x,source,PROD)"_s;
        shop.inputs.insert(product, {source});
        const auto records =
            shop.recordsOf(pageWith(product,
                                    aspect("dataProductProperties",
                                           "{\"assets\":[{\"destinationUrn\":\"" + held.toUtf8()
                                               + "\",\"outputPort\":true},{\"destinationUrn\":\""
                                               + orders.toUtf8() + "\"}]}")));
        QCOMPARE(records.size(), 3);
        sink.noted.insert(product, PortNotes::noteOf(records.first()));
        QVERIFY(!sink.noted.value(product).isEmpty());
        PortNotes notes(sink);
        QVERIFY(notes.know().has_value());
        QCOMPARE(notes.holdersOf({orders, source}), QSet<QString>{product});
        QVERIFY(notes.holdersOf({source}).isEmpty());
        // Told as before, nothing is gone and nothing to be written.
        domain::PullNotes written;
        QVERIFY(notes.take(records, {}, written).isEmpty());
        QVERIFY(written.isEmpty());
        // Without its input, and then gone itself.
        shop.inputs.clear();
        const auto fewer =
            shop.recordsOf(pageWith(product,
                                    aspect("dataProductProperties",
                                           "{\"assets\":[{\"destinationUrn\":\"" + held.toUtf8()
                                               + "\",\"outputPort\":true}]}")));
        QCOMPARE(notes.take(fewer, {}, written), QSet<QString>{inputPortId(product, source)});
        QCOMPARE(written.values.value(product), PortNotes::noteOf(fewer.first()));
        QVERIFY(notes.holdersOf({orders}).isEmpty());
        QCOMPARE(notes.take({}, {product, orders}, written),
                 QSet<QString>{outputPortId(product, held)});
        QVERIFY(written.values.contains(product) && written.values.value(product).isEmpty());
        // What is broken is as good as nothing.
        sink.noted = {{u"a"_s, "x"}, {u"b"_s, "\n\nshort"}};
        PortNotes broken(sink);
        QVERIFY(broken.know().has_value());
        QVERIFY(broken.holdersOf({orders}).isEmpty());
    }

    void whatAThingIsMadeFromIsRememberedWithinBounds()
    {
        const auto from = [](const QStringList &sources, const QString &job = {}) {
            QList<domain::LineageEdge> edges;
            for (const auto &source : sources) {
                edges.append(domain::LineageEdge());
                edges.last().source = source;
                edges.last().job = job;
            }
            return edges;
        };
        MadeFrom madeFrom(5);
        madeFrom.note(u"a"_s, from({u"x"_s, u"x"_s, u"y"_s}) + from({u"z"_s}, u"job"_s));
        madeFrom.note(u"b"_s, {});
        QCOMPARE(madeFrom.of(u"a"_s), QStringList({u"x"_s, u"y"_s}));
        QCOMPARE(madeFrom.of(u"b"_s), QStringList());
        QVERIFY(!madeFrom.of(u"c"_s));
        madeFrom.note(u"a"_s, from({u"y"_s}));
        QCOMPARE(madeFrom.of(u"a"_s), QStringList({u"y"_s}));
        // Beyond its bounds nothing of it is known, rather than a part or what was before.
        madeFrom.note(u"a"_s, from({u"x"_s, u"y"_s, u"z"_s}));
        QVERIFY(!madeFrom.of(u"a"_s));
        madeFrom.note(u"c"_s, from({u"x"_s}));
        QCOMPARE(madeFrom.of(u"c"_s), QStringList({u"x"_s}));
    }

    void aCursorIsReadAsItWasWritten()
    {
        Cursor cursor;
        cursor.sweeps = 7;
        cursor.sweep = SweepPlace{.partition = u"dataset"_s,
                                  .scrollId = u"abc"_s,
                                  .scrolled = QDateTime::fromMSecsSinceEpoch(5000, Qt::UTC),
                                  .received = 3,
                                  .expected = 9,
                                  .began = QDateTime::fromMSecsSinceEpoch(4000, Qt::UTC),
                                  .counts = {{u"tag"_s, 2}},
                                  .isPartial = true};
        cursor.changes = {.offset = u"x"_s, .at = QDateTime::fromMSecsSinceEpoch(1000, Qt::UTC)};
        cursor.domains = QStringList{u"Sales"_s};
        QCOMPARE(Cursor::read(cursor.bytes()), cursor);
        QCOMPARE(Cursor::read({}), Cursor());
        QCOMPARE(Cursor::read("garbage"), Cursor());
        // Of another version: nothing but the number of the sweep, which marks records.
        const auto other =
            Cursor::read(R"({"datahub":99,"sweeps":4,"swept":"2026-01-01T00:00:00Z"})");
        QCOMPARE(other.sweeps, 4);
        QVERIFY(!other.swept.isValid());
    }
};

QTEST_GUILESS_MAIN(TestDataHubReading)
#include "tst_datahubreading.moc"
