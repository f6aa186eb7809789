// SPDX-License-Identifier: GPL-3.0-or-later
// Damaged manifests and catalogs: never a crash, never two records of one id.
#include "models/formats/dbt/catalog.h"
#include "models/formats/dbt/manifest.h"
#include "models/formats/dbt/translate.h"
#include "tests/support/shared.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
namespace dbt = portolan::formats::dbt;
namespace tests = portolan::tests;

namespace {

const QByteArray ownManifest =
    R"({"metadata":{"dbt_schema_version":"https://schemas.getdbt.com/dbt/manifest/v12.json",
"project_name":"shop","adapter_type":"postgres"},"nodes":{"model.shop.orders.v2":{"name":"orders",
"package_name":"shop","version":2,"access":"public","config":{"meta":{"data_product":"sales",
"domain":"a/b","owner":["x","y"]},"grants":{"select":["r"]},"contract":{"enforced":true}},
"columns":{"id":{"name":"id","tags":["t"],"constraints":[{"type":"primary_key"}]}},
"depends_on":{"nodes":["source.shop.raw.orders"]}},"test.shop.t.1":{"name":"t","attached_node":
"model.shop.orders.v2","test_metadata":{"name":"not_null","kwargs":{"column_name":"id"}}}},
"sources":{"source.shop.raw.orders":{"name":"orders","freshness":{"warn_after":{"count":1,
"period":"day"}}}},"groups":{"group.shop.g":{"name":"g","owner":{"name":"n","email":"e"}}},
"exposures":{"exposure.shop.d":{"name":"d","type":"dashboard","owner":{"email":["a","b"]},
"depends_on":{"nodes":["model.shop.orders.v2"]}}},"child_map":{}})";

//! A few bytes changed, cut out, doubled, or swapped for what JSON is sensitive to.
QByteArray mutated(QByteArray bytes, QRandomGenerator &random)
{
    static const QByteArray sharp = "{}[],:\"\\\0\xFF\xC3n0-";
    const int changes = random.bounded(1, 9);
    for (int i = 0; i < changes && !bytes.isEmpty(); ++i) {
        const auto at = random.bounded(bytes.size());
        switch (random.bounded(4)) {
        case 0:
            bytes[at] = sharp.at(random.bounded(sharp.size()));
            break;
        case 1:
            bytes.remove(at, random.bounded(40));
            break;
        case 2:
            bytes.insert(at, bytes.mid(random.bounded(bytes.size()), random.bounded(40)));
            break;
        default:
            bytes[at] = char(random.bounded(256));
        }
    }
    return random.bounded(20) == 0 ? bytes.left(random.bounded(bytes.size() + 1)) : bytes;
}

} // namespace

class TestMutatedArtifacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void twoThousandDamagedArtifactsAreSurvived()
    {
        QList<QByteArray> originals{ownManifest};
        for (const auto &path : tests::sharedFiles(u"samples/dbt/datahub"_s, {u"*catalog*.json"_s}))
            originals.append(tests::bytesOf(path));
        for (const auto &path :
             tests::sharedFiles(u"samples/dbt/datahub"_s, {u"dbt_manifest.json"_s}))
            originals.append(tests::bytesOf(path));
        QRandomGenerator random(20260101);
        int readable = 0;
        for (int i = 0; i < 2000; ++i) {
            const auto bytes = mutated(originals.at(i % originals.size()), random);
            auto manifest = dbt::Manifest::open({u"m.json"_s, bytes});
            auto catalog = dbt::Catalog::open({u"c.json"_s, bytes});
            QSet<QString> ids;
            int records = 0;
            if (manifest) {
                dbt::translate(*manifest, catalog ? &*catalog : nullptr, 10,
                               [&](const QList<portolan::domain::Record> &page) {
                                   for (const auto &record : page) {
                                       ids.insert(record.nativeId);
                                       ++records;
                                   }
                                   return true;
                               });
                ++readable;
            } else {
                QVERIFY(manifest.error().line > 0);
            }
            QCOMPARE(ids.size(), records);
        }
        QVERIFY(readable > 100 && readable < 1900);
    }

    void deepNestingIsAFindingNotACrash()
    {
        const QByteArray deep = QByteArray(200'000, '[') + QByteArray(200'000, ']');
        const QByteArray bytes = "{\"nodes\":{\"model.a.b\":" + deep
            + ",\"model.a.c\":{\"name\":\"c\",\"meta\":{\"x\":" + deep
            + "}},\"model.a.d\":{\"name\":\"d\"}}}";
        const auto manifest = dbt::Manifest::open({u"m.json"_s, bytes});
        QVERIFY(manifest.has_value());
        QStringList names;
        const auto findings = dbt::translate(*manifest, nullptr, 10,
                                             [&names](const QList<portolan::domain::Record> &page) {
                                                 for (const auto &record : page)
                                                     names.append(record.name);
                                                 return true;
                                             });
        QCOMPARE(names, QStringList{u"d"_s});
        QCOMPARE(findings.size(), 2);
    }
};

QTEST_APPLESS_MAIN(TestMutatedArtifacts)
#include "tst_mutatedartifacts.moc"
