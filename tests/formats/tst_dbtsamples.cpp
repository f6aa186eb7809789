// SPDX-License-Identifier: GPL-3.0-or-later
// Real manifests and catalogs, counted a second time by Qt's own JSON reader.
#include "models/formats/dbt/catalog.h"
#include "models/formats/dbt/manifest.h"
#include "models/formats/dbt/translate.h"
#include "tests/support/shared.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::EntityKind;
using portolan::domain::Record;
namespace dbt = portolan::formats::dbt;
namespace tests = portolan::tests;

namespace {

struct Imported
{
    QHash<QString, Record> records;
    QList<portolan::domain::Finding> findings;
    int duplicates = 0;
};

Imported importAll(const dbt::Manifest &manifest, const dbt::Catalog *catalog)
{
    Imported imported;
    imported.findings =
        dbt::translate(manifest, catalog, 100, [&imported](const QList<Record> &page) {
            for (const auto &record : page) {
                imported.duplicates += imported.records.contains(record.nativeId) ? 1 : 0;
                imported.records.insert(record.nativeId, record);
            }
            return page.size() <= 100;
        });
    return imported;
}

//! Manifests of the samples by path; those named otherwise are found by what they say.
QStringList manifests()
{
    QStringList found;
    for (const auto &path : tests::sharedFiles(u"samples"_s, {u"*manifest*.json"_s})) {
        if (dbt::headerOf(dbt::Artifact{path, tests::bytesOf(path)}.view()).kind
            == dbt::ArtifactKind::Manifest)
            found.append(path);
    }
    return found;
}

QStringList catalogs()
{
    QStringList found;
    for (const auto &path : tests::sharedFiles(u"samples"_s, {u"*catalog*.json"_s})) {
        if (dbt::headerOf(dbt::Artifact{path, tests::bytesOf(path)}.view()).kind
            == dbt::ArtifactKind::Catalog)
            found.append(path);
    }
    return found;
}

//! The catalog that was written beside \a manifest, or empty.
QString catalogFor(const QString &manifest)
{
    auto path = manifest;
    const auto name = QFileInfo(manifest).fileName();
    path.chop(name.size());
    path += QString(name).replace(u"manifest"_s, u"catalog"_s);
    return QFileInfo::exists(path) ? path : QString();
}

const QStringList sections{u"nodes"_s,           u"sources"_s,       u"exposures"_s, u"metrics"_s,
                           u"semantic_models"_s, u"saved_queries"_s, u"functions"_s};
const QSet<QString> shown{u"model"_s,    u"seed"_s,   u"snapshot"_s,       u"source"_s,
                          u"exposure"_s, u"metric"_s, u"semantic_model"_s, u"saved_query"_s,
                          u"function"_s, u"test"_s};

//! The nodes that have to arrive, as Qt reads them.
QMap<QString, QJsonObject> expectedNodes(const QJsonObject &manifest)
{
    QMap<QString, QJsonObject> nodes;
    for (const auto &section : sections) {
        const auto members = manifest.value(section).toObject();
        for (auto it = members.begin(); it != members.end(); ++it) {
            if (shown.contains(it.key().section(u'.', 0, 0)))
                nodes.insert(it.key(), it.value().toObject());
        }
    }
    return nodes;
}

bool isEnd(const QString &id)
{
    return shown.contains(id.section(u'.', 0, 0)) && !id.startsWith(u"test."_s);
}

//! "parent -> child" of what each node says it depends on.
QSet<QString> expectedEdges(const QJsonObject &manifest)
{
    QSet<QString> edges;
    const auto nodes = expectedNodes(manifest);
    for (auto it = nodes.begin(); it != nodes.end(); ++it) {
        const auto parents = it->value(u"depends_on"_s).toObject().value(u"nodes"_s).toArray();
        for (const auto &parent : parents) {
            if (isEnd(it.key()) && isEnd(parent.toString()))
                edges.insert(parent.toString() + u" -> "_s + it.key());
        }
    }
    return edges;
}

//! The same of the manifest's own map.
QSet<QString> mappedEdges(const QJsonObject &manifest)
{
    QSet<QString> edges;
    const auto map = manifest.value(u"parent_map"_s).toObject();
    for (auto it = map.begin(); it != map.end(); ++it) {
        const auto parents = it->toArray();
        for (const auto &parent : parents) {
            if (isEnd(it.key()) && isEnd(parent.toString()))
                edges.insert(parent.toString() + u" -> "_s + it.key());
        }
    }
    return edges;
}

QMap<QString, int> countByPrefix(const QStringList &ids)
{
    QMap<QString, int> counts;
    for (const auto &id : ids)
        ++counts[id.section(u'.', 0, 0)];
    return counts;
}

} // namespace

class TestDbtSamples : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void everyNodeArrivesOnceWithItsWholeJson_data()
    {
        QTest::addColumn<QString>("path");
        for (const auto &path : manifests())
            QTest::newRow(qPrintable(path.section(u"samples/"_s, 1))) << path;
        if (manifests().isEmpty())
            QTest::newRow("no samples") << QString();
    }

    void everyNodeArrivesOnceWithItsWholeJson()
    {
        QFETCH(QString, path);
        if (path.isEmpty())
            QSKIP("the real manifests are not here: about 8 cases left out");
        const auto bytes = tests::bytesOf(path);
        const auto manifest = dbt::Manifest::open({path, bytes});
        QVERIFY(manifest.has_value());
        const auto imported = importAll(*manifest, nullptr);
        QCOMPARE(imported.findings.size(), 0);
        QCOMPARE(imported.duplicates, 0);

        const auto expected = expectedNodes(QJsonDocument::fromJson(bytes).object());
        QVERIFY(!expected.isEmpty());
        QStringList arrived;
        for (const auto &record : imported.records) {
            if (expected.contains(record.nativeId))
                arrived.append(record.nativeId);
        }
        QCOMPARE(countByPrefix(arrived), countByPrefix(expected.keys()));
        for (auto it = expected.begin(); it != expected.end(); ++it) {
            const auto record = imported.records.value(it.key());
            QVERIFY(!record.name.isEmpty());
            QCOMPARE(QJsonDocument::fromJson(record.native.first().json).object(), it.value());
            QVERIFY(bytes.contains(record.native.first().json));
        }
    }

    void everyColumnIsAField()
    {
        int columns = 0;
        for (const auto &path : manifests()) {
            const auto bytes = tests::bytesOf(path);
            const auto manifest = dbt::Manifest::open({path, bytes});
            QVERIFY(manifest.has_value());
            const auto imported = importAll(*manifest, nullptr);
            const auto nodes = expectedNodes(QJsonDocument::fromJson(bytes).object());
            for (auto it = nodes.begin(); it != nodes.end(); ++it) {
                if (it.key().startsWith(u"test."_s))
                    continue;
                QStringList names;
                for (const auto &field : imported.records.value(it.key()).fields)
                    names.append(field.path);
                const auto wanted = it->value(u"columns"_s).toObject();
                for (const auto &column : wanted)
                    QVERIFY(names.contains(column.toObject().value(u"name"_s).toString()));
                columns += static_cast<int>(wanted.size());
            }
        }
        if (columns == 0)
            QSKIP("the real manifests are not here: columns of about 8 manifests left out");
        QVERIFY(columns > 2000);
    }

    void everyDependencyIsAnEdge()
    {
        int edges = 0;
        int files = 0;
        for (const auto &path : manifests()) {
            const auto bytes = tests::bytesOf(path);
            const auto manifest = dbt::Manifest::open({path, bytes});
            QVERIFY(manifest.has_value());
            const auto imported = importAll(*manifest, nullptr);
            const auto root = QJsonDocument::fromJson(bytes).object();
            const auto expected = expectedEdges(root);
            QSet<QString> arrived;
            for (const auto &record : imported.records) {
                for (const auto &edge : record.lineage) {
                    QCOMPARE(edge.target, record.nativeId);
                    arrived.insert(edge.source + u" -> "_s + edge.target);
                }
                if (record.nativeId.startsWith(u"model."_s))
                    QVERIFY(record.lineage.isEmpty() || !record.code.isEmpty());
            }
            QCOMPARE(arrived, expected);
            // What dbt itself wrote down as the graph is among them.
            for (const auto &edge : mappedEdges(root))
                QVERIFY2(arrived.contains(edge), qPrintable(edge));
            edges += int(expected.size());
            ++files;
        }
        if (files == 0)
            QSKIP("the real manifests are not here: edges of about 12 manifests left out");
        qInfo("%d edges of %d manifests", edges, files);
        QVERIFY(edges > 700);
    }

    void aCatalogCompletesTypesAndColumns()
    {
        int paired = 0;
        for (const auto &path : manifests()) {
            const auto catalogPath = catalogFor(path);
            if (catalogPath.isEmpty())
                continue;
            ++paired;
            const auto bytes = tests::bytesOf(catalogPath);
            const auto manifest = dbt::Manifest::open({path, tests::bytesOf(path)});
            const auto catalog = dbt::Catalog::open({catalogPath, bytes});
            QVERIFY(manifest.has_value() && catalog.has_value());
            const auto imported = importAll(*manifest, &*catalog);
            QCOMPARE(imported.findings.size(), 0);
            const auto root = QJsonDocument::fromJson(bytes).object();
            for (const auto &section : {u"nodes"_s, u"sources"_s}) {
                const auto entries = root.value(section).toObject();
                for (auto it = entries.begin(); it != entries.end(); ++it) {
                    const auto record = imported.records.value(it.key());
                    QCOMPARE(QJsonDocument::fromJson(record.native.last().json).object(),
                             it->toObject());
                    QMap<QString, QString> types;
                    for (const auto &field : record.fields)
                        types.insert(field.path.toLower(), field.type);
                    for (const auto &value : it->toObject().value(u"columns"_s).toObject()) {
                        const auto column = value.toObject();
                        QCOMPARE(types.value(column.value(u"name"_s).toString().toLower()),
                                 column.value(u"type"_s).toString());
                    }
                }
            }
        }
        if (paired == 0)
            QSKIP("the real catalogs are not here: about 6 pairs left out");
        QVERIFY(paired >= 4);
    }

    void aCatalogAloneIsImportedAsWell()
    {
        const auto paths = catalogs();
        if (paths.isEmpty())
            QSKIP("the real catalogs are not here: about 8 cases left out");
        for (const auto &path : paths) {
            const auto bytes = tests::bytesOf(path);
            const auto catalog = dbt::Catalog::open({path, bytes});
            QVERIFY(catalog.has_value());
            qsizetype count = 0;
            const auto findings =
                dbt::translateCatalog(*catalog, 50, [&count](const QList<Record> &page) {
                    count += page.size();
                    return true;
                });
            const auto root = QJsonDocument::fromJson(bytes).object();
            QCOMPARE(findings.size(), 0);
            QCOMPARE(count,
                     root.value(u"nodes"_s).toObject().size()
                         + root.value(u"sources"_s).toObject().size());
        }
    }

    void theFerryProjectHasItsProductsPortsTeamsAndReaders()
    {
        const QString path = tests::sharedDir() + u"/samples/generated/dbt/manifest.json"_s;
        if (!QFileInfo::exists(path))
            QSKIP("the generated manifest is not here: 1 case left out");
        const auto manifest = dbt::Manifest::open({path, tests::bytesOf(path)});
        QVERIFY(manifest.has_value());
        const auto imported = importAll(*manifest, nullptr);
        QMap<EntityKind, int> kinds;
        for (const auto &record : imported.records)
            ++kinds[record.kind];
        // Figures counted by hand from the file: 3 values of meta.data_product, 12 public models,
        // 3 groups, 124 tests and the sources with a freshness rule.
        QCOMPARE(kinds.value(EntityKind::Product), 3);
        QCOMPARE(kinds.value(EntityKind::Port), 12);
        QCOMPARE(kinds.value(EntityKind::Team), 3);
        const auto port = imported.records.value(u"skerry_lines#sailing-schedule#fct_sailings@2"_s);

        QCOMPARE(port.relations.last().nativeId, u"model.skerry_lines.fct_sailings.v2"_s);
        const auto model = imported.records.value(u"model.skerry_lines.fct_sailings.v2"_s);
        QCOMPARE(model.ownerName, u"Quay Operations"_s);
        QCOMPARE(model.classification, u"internal"_s);
        QCOMPARE(model.datasetKey, u"duckdb::skerry_wh.skerry.fct_sailings_v2"_s);
        QCOMPARE(model.popularity, 3);
        QVERIFY(model.synonyms.contains(u"fct_sailings_v2"_s));
    }
};

QTEST_APPLESS_MAIN(TestDbtSamples)
#include "tst_dbtsamples.moc"
