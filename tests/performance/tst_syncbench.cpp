// SPDX-License-Identifier: GPL-3.0-or-later
// What the rows `sync` and `delta` of the bench time is the whole work: a small mesh from the same
// server is stored thing for thing as the reference inserts it, and a delta brings what changed.
#include "models/base/identity.h"
#include "models/store/connection.h"
#include "tests/performance/storedmesh.h"
#include "tests/performance/syncedmesh.h"
#include "tests/performance/syncreference.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::performance;

namespace {

constexpr qint64 assets = 2000;

// Of both files; rows are named by what the platform calls them, as their numbers may differ.
constexpr auto records = "SELECT record.native_id, kind, join_key, dataset_key, hash, payload, "
                         "fields, native, 0 FROM record JOIN document ON record = record.id";
constexpr auto links = "SELECT native_id, relation, 0, target, CAST('' AS BLOB), CAST('' AS BLOB), "
                       "CAST('' AS BLOB), CAST('' AS BLOB), 0 FROM link JOIN record "
                       "ON record.id = link.record";
// The types of a product's ports are in its lists; the reference does not look them up.
constexpr auto entities =
    "SELECT native_id, kind, name_key, type || '/' || name || '/' || title || '/' || owner_id || "
    "'/'"
    " || owner_name || '/' || status || '/' || version || '/' || classification || '/' || "
    "description, uuid, CASE kind WHEN ?1 THEN CAST('' AS BLOB) ELSE lists END, "
    "CAST(field_count AS BLOB), CAST(popularity AS BLOB), title_key FROM entity";

QStringList rowsOf(store::Connection &cache, const char *sql)
{
    QStringList rows;
    store::Query query(cache, sql);
    if (sql == entities)
        query.bind(qint64(domain::EntityKind::Product));
    while (query.step()) {
        QStringList cells{query.text(0), QString::number(query.integer(1)),
                          QString::number(query.integer(2)), query.text(3)};
        for (int column = 4; column < 8; ++column)
            cells.append(QString::fromLatin1(query.blob(column).toHex()));
        cells.append(QString::number(query.integer(8)));
        rows.append(cells.join(u'|'));
    }
    rows.sort();
    return rows;
}

store::Connection reading(const QString &file)
{
    return store::Connection({.file = file, .readOnly = true});
}

} // namespace

class TestSyncBench : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        DataHubPages::write(m_folder.filePath(u"pages"_s), SynthMesh(assets));
    }

    void aSyncStoresWhatTheReferenceInserts()
    {
        const MeshServer server(QStringLiteral(PORTOLAN_MESHSERVER), m_folder.filePath(u"pages"_s));
        SyncedMesh mesh(m_folder.filePath(u"profile"_s), server.address());
        const auto report = mesh.sync();
        QVERIFY2(report.problems.isEmpty(), qPrintable(report.problems.value(0).message));
        QCOMPARE(report.counts.added, int(SynthMesh(assets).recordCount()));

        const DataHubPages pages(m_folder.filePath(u"pages"_s));
        syncPlainly(pages, meshAccount({}).id, m_folder.filePath(u"plain"_s));
        auto ours = reading(mesh.store().profile().cacheFile());
        auto plain = reading(m_folder.filePath(u"plain/cache.db"_s));
        for (const auto *sql : {records, links, entities}) {
            const auto rows = rowsOf(ours, sql);
            QVERIFY(rows.size() >= SynthMesh(assets).recordCount());
            QCOMPARE(rows, rowsOf(plain, sql));
        }
        const auto found = valueOf(mesh.store().search({.query = u"kind:asset"_s}).takeResult());
        QCOMPARE(found.total, assets);
    }

    void aDeltaBringsWhatChangedAndNothingElse()
    {
        MeshServer server(QStringLiteral(PORTOLAN_MESHSERVER), m_folder.filePath(u"pages"_s));
        SyncedMesh mesh(m_folder.filePath(u"delta"_s), server.address());
        mesh.sync();
        server.change(3, 100, 20);
        const auto report = mesh.sync();
        QCOMPARE(report.counts.changed, 20);
        QCOMPARE(report.counts.added, 0);
        QCOMPARE(report.counts.removed, 0);
        const auto urn = QString::fromLatin1(DataHubPages::urn({HubType::Dataset, 103}));
        const auto id = entityId(meshAccount({}).id, urn);
        const auto page = valueOf(mesh.store().page(id).takeResult());
        QVERIFY(page.native.first().json.contains("Change 1"));
        QCOMPARE(mesh.sync().counts.changed, 0);
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestSyncBench)

#include "tst_syncbench.moc"
