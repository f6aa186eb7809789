// SPDX-License-Identifier: GPL-3.0-or-later
// Which word of dbt becomes which word of ours.
#include "models/domain/datasetkey.h"
#include "models/formats/dbt/catalog.h"
#include "models/formats/dbt/manifest.h"
#include "models/formats/dbt/translate.h"
#include "tests/formats/dbtmanifests.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::EntityKind;
using portolan::domain::Field;
using portolan::domain::Record;
using portolan::domain::Relation;
namespace dbt = portolan::formats::dbt;
namespace domain = portolan::domain;
namespace tests = portolan::tests;

namespace {

QHash<QString, Record> recordsOf(const QByteArray &manifestBytes,
                                 const QByteArray &catalogBytes = {})
{
    QHash<QString, Record> records;
    const auto manifest = dbt::Manifest::open({u"manifest.json"_s, manifestBytes});
    if (!manifest)
        return records;
    std::optional<dbt::Catalog> catalog;
    if (!catalogBytes.isEmpty()) {
        if (auto opened = dbt::Catalog::open({u"catalog.json"_s, catalogBytes}); opened)
            catalog = std::move(*opened);
    }
    dbt::translate(*manifest, catalog ? &*catalog : nullptr, 3, [&](const QList<Record> &page) {
        for (const auto &record : page)
            records.insert(record.nativeId, record);
        return true;
    });
    return records;
}

bool has(const Record &record, Relation relation, const QString &nativeId)
{
    return record.relations.contains({relation, nativeId});
}

QString fact(const Record &record, const QString &name)
{
    for (const auto &[key, value] : record.properties) {
        if (key == name)
            return value;
    }
    return {};
}

} // namespace

class TestDbtMapping : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aModelIsAnAssetWithWhatItSays()
    {
        const auto model = recordsOf(tests::shopManifest()).value(u"model.shop.orders.v2"_s);
        QVERIFY(model.kind == EntityKind::Asset);
        QCOMPARE(model.type, u"model"_s);
        QCOMPARE(model.name, u"orders"_s);
        QCOMPARE(model.version, u"2"_s);
        QCOMPARE(model.domain, QStringList({u"orders"_s, u"checkout"_s}));
        QCOMPARE(model.tags, QStringList({u"core"_s, u"gold"_s}));
        QCOMPARE(model.synonyms, QStringList{u"orders_v2"_s});
        QCOMPARE(model.classification, u"internal"_s);
        QCOMPARE(model.datasetKey, u"snowflake::shop.mart.orders_v2"_s);
        QCOMPARE(model.popularity, 2); // the daily model and the board; a test reads nothing
        QCOMPARE(fact(model, u"materialized"_s), u"table"_s);
        QCOMPARE(fact(model, u"access"_s), u"public"_s);
        QCOMPARE(fact(model, u"contract.enforced"_s), u"true"_s);
        QCOMPARE(fact(model, u"grants.select"_s), u"reader, auditor"_s);
        QCOMPARE(model.native.first().line, 5);
        QVERIFY(has(model, Relation::InDomain, u"domain:orders/checkout"_s));
        QVERIFY(has(model, Relation::PartOf, u"group.shop.sales"_s));
        QCOMPARE(model.ownerName, u"Sales desk"_s);
    }

    void constraintsBecomeFlagsOfFields()
    {
        const auto fields =
            recordsOf(tests::shopManifest()).value(u"model.shop.orders.v2"_s).fields;
        QCOMPARE(fields.size(), 3);
        const auto &order = fields.at(0);
        QCOMPARE(order.nullable, std::optional(false));
        QVERIFY(order.primaryKey && order.primaryKeyPosition == 1);
        QVERIFY(!order.unique); // only together with the line
        QCOMPARE(order.classification, u"restricted"_s);
        QCOMPARE(fields.at(1).primaryKeyPosition, 2);
        QVERIFY(!fields.at(1).nullable.has_value());
        const auto &number = fields.at(2);
        QVERIFY(number.unique);
        QCOMPARE(number.constraints, u"check number > 0"_s);
        QCOMPARE(number.references, QStringList{u"shop.numbers.number"_s});
        QCOMPARE(number.tags, QStringList{u"pii"_s});
    }

    void theCatalogGivesOrderTypesAndTheColumnsNobodyDescribed()
    {
        const auto records = recordsOf(tests::shopManifest(), tests::shopCatalog());
        const auto model = records.value(u"model.shop.orders.v2"_s);
        QStringList paths;
        for (const auto &field : model.fields)
            paths.append(field.path % u' ' % field.type);
        QCOMPARE(paths,
                 QStringList({u"order_id TEXT"_s, u"line NUMBER(38,0)"_s,
                              u"LOADED_AT TIMESTAMP_NTZ"_s, u"number "_s}));
        QCOMPARE(model.fields.at(1).description, u"Line of the order"_s);
        QCOMPARE(fact(model, u"stats.num_rows"_s), u"12.0"_s);
        QCOMPARE(fact(model, u"stats.has_stats"_s), QString());
        QCOMPARE(model.native.size(), 2);
        QCOMPARE(model.native.at(1).file, u"catalog.json"_s);
        QCOMPARE(model.native.at(1).line, 4);
        QCOMPARE(records.value(u"model.shop.dropped"_s).type, u"model"_s);
    }

    void aGroupWithAPublicModelIsAProduct()
    {
        const auto records = recordsOf(tests::shopManifest());
        const auto product = records.value(u"group.shop.sales"_s);
        QVERIFY(product.kind == EntityKind::Product);
        QCOMPARE(product.description, u"Sells things"_s);
        QCOMPARE(product.popularity, 1); // the board; the daily model is its own
        QVERIFY(has(product, Relation::OutputPort, u"group.shop.sales#orders@2"_s));
        QVERIFY(has(product, Relation::OwnedBy, u"group.shop.sales#owner"_s));
        const auto port = records.value(u"group.shop.sales#orders@2"_s);
        QCOMPARE(port.type, u"SQL"_s);
        QVERIFY(has(port, Relation::Exposes, u"model.shop.orders.v2"_s));
        const auto team = records.value(u"group.shop.sales#owner"_s);
        QVERIFY(team.kind == EntityKind::Team);
        QCOMPARE(team.title, u"Sales desk"_s);
        QCOMPARE(fact(team, u"owner.slack"_s), u"#sales"_s);
        QVERIFY(records.value(u"group.shop.idle"_s).kind == EntityKind::Team);
    }

    void aNamedProductIsOneAndDeclaresWhichOne()
    {
        const auto records = recordsOf(tests::sparseManifest());
        const auto product = records.value(u"a#p"_s);
        QVERIFY(product.kind == EntityKind::Product);
        QCOMPARE(product.datasetKey, u"p"_s);
        QVERIFY(has(product, Relation::OutputPort, u"a#p#b"_s));
        QVERIFY(records.value(u"group.a.g"_s).kind == EntityKind::Team);
        QCOMPARE(records.value(u"model.a.b"_s).datasetKey, u"bigquery::my-project.d.b"_s);
        QCOMPARE(records.value(u"model.a.b"_s).ownerId, u"group.a.g"_s);
    }

    void testsAreChecksOfWhatTheyTest()
    {
        const auto records = recordsOf(tests::shopManifest());
        const auto check = records.value(u"test.shop.relationships.1"_s);
        QVERIFY(check.kind == EntityKind::Check);
        QCOMPARE(check.type, u"relationships"_s);
        QCOMPARE(check.relations.size(), 1);
        QVERIFY(has(check, Relation::Checks, u"model.shop.orders_daily"_s));
        const auto &rule = check.quality.first();
        QCOMPARE(rule.severity, u"warn"_s);
        QCOMPARE(rule.element, u"order_id"_s);
        QCOMPARE(rule.expression, u"to = ref('orders'); field = order_id"_s);
        QCOMPARE(records.value(u"test.shop.singular"_s).type, u"singular"_s);
        QVERIFY(!records.contains(u"analysis.shop.idea"_s));
    }

    void aFreshnessRuleIsACheckOnlyWithAThreshold()
    {
        const auto records = recordsOf(tests::shopManifest());
        const auto check = records.value(u"freshness:source.shop.raw.orders"_s);
        QVERIFY(has(check, Relation::Checks, u"source.shop.raw.orders"_s));
        QCOMPARE(check.quality.first().expression, u"warn after 12 hour"_s);
        QVERIFY(!records.contains(u"freshness:source.shop.raw.other"_s));
    }

    void anExposureReadsModelsAndBelongsToAPerson()
    {
        const auto records = recordsOf(tests::shopManifest());
        const auto board = records.value(u"exposure.shop.board"_s);
        QCOMPARE(board.type, u"dashboard"_s);
        QCOMPARE(board.title, u"Order board"_s);
        QCOMPARE(board.references.first().url, u"https://boards.example/orders"_s);
        QVERIFY(has(board, Relation::Consumes, u"model.shop.orders.v2"_s));
        QCOMPARE(board.ownerId, u"person:ada@shop.example"_s);
        QVERIFY(has(board, Relation::OwnedBy, board.ownerId));
        const auto person = records.value(board.ownerId);
        QVERIFY(person.kind == EntityKind::Person);
        QCOMPARE(person.title, u"Ada Moss"_s);
        const auto source = records.value(u"source.shop.raw.orders"_s);
        QCOMPARE(source.description, u"The till"_s);
        QCOMPARE(source.datasetKey, u"snowflake::raw.till.orders"_s);
    }

    void namesAreFoldedAsThePlatformFoldsThem()
    {
        const auto key = [](const QString &platform, const QString &name) {
            return domain::datasetKey(platform, {}, domain::namePartsOf(name));
        };
        QCOMPARE(key(u"postgresql"_s, u"\"Db\".\"public\".Orders"_s),
                 u"postgres::Db.public.orders"_s);
        QCOMPARE(key(u"snowflake"_s, u"\"DB\".\"S\".\"T\""_s), u"snowflake::db.s.t"_s);
        QCOMPARE(key(u"snowflake"_s, u"\"DB\".\"S\".\"Tt\""_s), u"snowflake::db.s.Tt"_s);
        QCOMPARE(key(u"bigquery"_s, u"`a-b`.`c`.`d.e`"_s), u"bigquery::a-b.c.d.e"_s);
        QCOMPARE(key(u"sqlserver"_s, u"[a].[b]]c]"_s), u"sqlserver::a.b]c"_s);
        QCOMPARE(key(u"duckdb"_s, u"\"x/wh.duckdb\".s.t"_s), u"duckdb::wh.s.t"_s);
        QCOMPARE(key(u"postgres"_s, {}), QString());
        QCOMPARE(key({}, u"a.b"_s), QString());
    }

    void aBrokenArtifactSaysWhere()
    {
        auto bytes = tests::shopManifest();
        bytes.truncate(bytes.indexOf("\"seed.shop.countries\": {") + 30);
        const auto manifest = dbt::Manifest::open({u"manifest.json"_s, bytes});
        QVERIFY(!manifest.has_value());
        QCOMPARE(manifest.error().line, int(bytes.count('\n')) + 1);
        QVERIFY(!manifest.error().remedy.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestDbtMapping)
#include "tst_dbtmapping.moc"
