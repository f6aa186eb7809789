// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of things are kept while things come and go: they have to be what counting gives.
#include "models/store/connection.h"
#include "tests/store/samplerecords.h"
#include "tests/store/storefixture.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using domain::EntityKind;
using tests::simple;
using tests::StoreFixture;

namespace {

const QUuid files(u"11111111-0000-4000-8000-000000000001"_s);
const QUuid live(u"11111111-0000-4000-8000-000000000002"_s);

//! What the store says and what counting its rows says, as one text each.
std::pair<QString, QString> bothCounts(StoreFixture &store, const QUuid &account)
{
    const auto counts = StoreFixture::value(store->counts(account));
    QStringList kept;
    for (const auto &[kind, number] : counts.perKind)
        kept.append(u"%1:%2"_s.arg(int(kind)).arg(number));
    store::Connection cache({.file = store->profile().cacheFile(), .readOnly = true});
    const auto sql = account.isNull()
        ? QByteArray("SELECT kind, count(*) AS n FROM entity GROUP BY kind ORDER BY kind")
        : "SELECT kind, count(*) AS n FROM record WHERE account ="
          " (SELECT id FROM account WHERE uuid = x'"
            + account.toRfc4122().toHex() + "') GROUP BY kind ORDER BY kind";
    return {
        kept.join(u' '),
        cache.text("SELECT coalesce(group_concat(kind || ':' || n, ' '), '') FROM (" + sql + ')')};
}

} // namespace

class TestCounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void theyAreWhatCountingGives()
    {
        StoreFixture store;
        QRandomGenerator random(20261126);
        const QList<EntityKind> kinds{EntityKind::Asset, EntityKind::Product, EntityKind::Contract};
        for (int round = 0; round < 60; ++round) {
            const auto account = random.bounded(2) == 0 ? files : live;
            QList<domain::Record> records;
            QStringList removed;
            for (int i = 0; i < 5; ++i) {
                // The two accounts speak of the same dataset: their records are one entity.
                auto record = simple(kinds.at(int(random.bounded(3))),
                                     u"t%1"_s.arg(random.bounded(12)), u"T"_s);
                if (record.kind == EntityKind::Asset)
                    record.datasetKey = u"postgres:h:d.s."_s + record.nativeId;
                records.append(record);
                removed.append(u"t%1"_s.arg(12 + random.bounded(3)));
                records.append(simple(EntityKind::Term, removed.last(), u"R"_s));
            }
            store.apply(account, random.bounded(2) == 0 ? records : QList<domain::Record>(),
                        random.bounded(2) == 0 ? removed : QStringList());
            for (const auto &of : {files, live, QUuid()}) {
                const auto [kept, counted] = bothCounts(store, of);
                QCOMPARE(kept, counted);
            }
        }
        QVERIFY(!bothCounts(store, {}).first.isEmpty());
    }

    void aCacheOfTheVersionBeforeIsCounted()
    {
        StoreFixture store;
        store.apply(files,
                    {simple(EntityKind::Asset, u"a"_s), simple(EntityKind::Product, u"p"_s)});
        const auto before = bothCounts(store, files).first;
        QVERIFY(!before.isEmpty());
        const auto cache = store->profile().cacheFile();
        store.close();
        {
            store::Connection old({.file = cache});
            old.run("DROP TABLE record_count; DROP TABLE entity_count; DROP TABLE slo_standing;"
                    "DROP TABLE slo; DROP TABLE entity_slo; DROP TABLE check_fact;"
                    "DROP TABLE access_document; DROP TABLE pull_note; DROP TABLE merged_decision; "
                    "ALTER TABLE record DROP "
                    "COLUMN sweep;"
                    "PRAGMA user_version = 2");
        }
        store.reopen();
        QCOMPARE(bothCounts(store, files).first, before);
        store.apply(files, {simple(EntityKind::Asset, u"b"_s)});
        const auto [kept, counted] = bothCounts(store, files);
        QCOMPARE(kept, counted);
        QVERIFY(kept != before);
    }
};

QTEST_GUILESS_MAIN(TestCounts)
#include "tst_counts.moc"
