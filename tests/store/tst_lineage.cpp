// SPDX-License-Identifier: GPL-3.0-or-later
// Lineage as it is written, read back, closed, joined and compared. Graphs are compared as text,
// one line for each edge.
#include "models/base/identity.h"
#include "models/store/counterparts.h"
#include "models/store/migration.h"
#include "tests/store/lineagerecords.h"

#include <sqlite3.h>

#include <QDir>
#include <QFile>
#include <QTest>

#include <atomic>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using domain::EntityKind;
using domain::Relation;
using namespace portolan::tests;

namespace {

void runSql(const QString &path, const QByteArray &sql)
{
    sqlite3 *database = nullptr;
    QVERIFY(sqlite3_open(path.toUtf8().constData(), &database) == SQLITE_OK);
    QVERIFY(sqlite3_exec(database, sql.constData(), nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(database);
}

std::atomic<qint64> rowsRead = 0;

//! Lets each connection that is opened from here on count the rows that it is given.
void countRows()
{
    const auto begin = [](sqlite3 *database, char **, const sqlite3_api_routines *) {
        return sqlite3_trace_v2(
            database, SQLITE_TRACE_ROW,
            [](unsigned, void *, void *, void *) {
                ++rowsRead;
                return 0;
            },
            nullptr);
    };
    // SQLite takes any function there, and calls it as it documents.
    QCOMPARE(sqlite3_auto_extension(reinterpret_cast<void (*)()>(
                 static_cast<int (*)(sqlite3 *, char **, const sqlite3_api_routines *)>(begin))),
             SQLITE_OK);
}

//! How many rows are read to add the last of so many \a names of one thing.
qint64 rowsOfNames(int names)
{
    StoreFixture store;
    QList<domain::Record> records{table(u"t"_s)};
    for (int i = 1; i < names; ++i) {
        records.append(table(u"t%1"_s.arg(i)));
        records.last().sameAs = u"t"_s;
    }
    store.apply(files, records.mid(0, names - 1));
    const qint64 before = rowsRead;
    store.apply(files, {records.last()});
    const auto aliases = StoreFixture::value(store->list(EntityKind::Asset, {}, 10));
    if (aliases.size() != 1 || aliases.first().aliases.size() != names)
        QTest::qFail("the names are not one thing", __FILE__, __LINE__);
    return rowsRead - before;
}

} // namespace

class TestLineage : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void whatIsWrittenIsRead()
    {
        StoreFixture store;
        auto product = simple(EntityKind::Product, u"p"_s);
        auto target = table(u"b"_s, {edgeFrom(u"a"_s), edgeFrom(u"nowhere"_s)});
        target.status = u"active"_s;
        target.classification = u"internal"_s;
        target.domain = {u"Orders"_s, u"Fulfilment"_s};
        target.relations = {{Relation::PartOf, u"p"_s}};
        store.apply(files, {table(u"a"_s), target, product});
        const auto graph = StoreFixture::value(store->lineage());
        QCOMPARE(linesOf(graph), QStringList({u"a -> b"_s, u"nowhere -> b"_s}));
        const auto &node = graph.nodes.at(1);
        QCOMPARE(node.nativeId, u"b"_s);
        QCOMPARE(node.status, u"active"_s);
        QCOMPARE(node.classification, u"internal"_s);
        QCOMPARE(graph.domains.at(node.domain), target.domain);
        QCOMPARE(node.product, entityId(files, u"p"_s));
        QVERIFY(node.isKnown);
        QVERIFY(!graph.nodes.at(2).isKnown);
        QCOMPARE(graph.nodes.at(2).name, u"nowhere"_s);
        QCOMPARE(graph.links.front().validFrom, day(1).toMSecsSinceEpoch());
    }

    void thePortsOfAProductBelongToIt()
    {
        StoreFixture store;
        auto product = simple(EntityKind::Product, u"p"_s);
        product.relations = {{Relation::OutputPort, u"p#out"_s}};
        product.status = u"active"_s;
        auto port = simple(EntityKind::Port, u"p#out"_s);
        port.lineage = table(u"p#out"_s, {edgeFrom(u"a"_s)}).lineage;
        store.apply(files, {table(u"a"_s), port, product});
        const auto graph = StoreFixture::value(store->lineage());
        QCOMPARE(graph.nodes.at(1).product, entityId(files, u"p"_s));
        QCOMPARE(graph.productStatuses.value(graph.nodes.at(1).product), u"active"_s);
    }

    void columnsAreReadWhenAskedFor()
    {
        StoreFixture store;
        store.apply(files,
                    {table(u"a"_s),
                     table(u"b"_s, {edgeFrom(u"a"_s), column(u"a"_s, u"x"_s, u"y"_s)}),
                     table(u"c"_s, {column(u"b"_s, u"y"_s, u"z"_s)})});
        QCOMPARE(now(store), QStringList({u"a -> b"_s}));
        QCOMPARE(now(store, withFields),
                 QStringList({u"a -> b"_s, u"a.x -> b.y"_s, u"b.y -> c.z"_s}));
        store::LineageRequest ofA = withFields;
        ofA.fieldsOf = {entityId(files, u"a"_s)};
        QCOMPARE(now(store, ofA), QStringList({u"a -> b"_s, u"a.x -> b.y"_s}));
        const auto graph = StoreFixture::value(store->lineage(withFields));
        const auto &how = graph.transformations.at(graph.links.at(1).transformation);
        QCOMPARE(how, (domain::Transformation{u"DIRECT"_s, u"IDENTITY"_s, u"copied"_s, true}));
        const auto counts = StoreFixture::value(store->counts(files));
        QCOMPARE(counts.datasetEdges, 1);
        QCOMPARE(counts.fieldEdges, 2);
    }

    void aColumnMayBeMadeFromItselfAndADatasetMayNot()
    {
        StoreFixture store;
        store.apply(files,
                    {table(u"a"_s,
                           {edgeFrom(u"a"_s), column(u"a"_s, u"n"_s, u"n"_s),
                            column(u"a"_s, u"n"_s, u"m"_s)})});
        QCOMPARE(now(store, withFields), QStringList({u"a.n -> a.m"_s, u"a.n -> a.n"_s}));
    }

    void whatOnlyAnEdgeNamesIsCalledByTheLastPartOfItsId()
    {
        StoreFixture store;
        store.apply(files, {table(u"b"_s, {edgeFrom(u"dataset:db://host:5432:shop.orders"_s)})});
        const auto graph = StoreFixture::value(store->lineage());
        QCOMPARE(graph.nodes.size(), std::size_t(2));
        QCOMPARE(graph.nodes.at(1).nativeId, u"dataset:db://host:5432:shop.orders"_s);
        QCOMPARE(graph.nodes.at(1).name, u"shop.orders"_s);
        QVERIFY(!graph.nodes.at(1).isKnown);
    }

    void jobsStandBetweenWhatTheyReadAndWriteWhenAskedFor()
    {
        StoreFixture store;
        auto job = table(u"j"_s, {ofJob(u"a"_s, u"j"_s)});
        job.type = u"job"_s;
        job.code = u"insert into b select * from a"_s;
        store.apply(files,
                    {table(u"a"_s), job,
                     table(u"b"_s, {edgeFrom(u"a"_s, u"j"_s), ofJob(u"j"_s, u"j"_s)}),
                     table(u"c"_s, {edgeFrom(u"b"_s, u"model"_s)})});
        QCOMPARE(now(store), QStringList({u"a -> b by j"_s, u"b -> c by model"_s}));
        // The job itself is no node while it stands between nothing.
        QCOMPARE(StoreFixture::value(store->lineage()).nodes.size(), std::size_t(3));
        QCOMPARE(now(store, withJobs),
                 QStringList({u"a -> j by j"_s, u"b -> c by model"_s, u"j -> b by j"_s}));
        const auto facts = StoreFixture::value(
            store->lineageFacts(entityId(files, u"a"_s), entityId(files, u"b"_s)));
        QCOMPARE(facts.size(), 1);
        QCOMPARE(facts.first().code, job.code);
        QCOMPARE(facts.first().edge.evidence, u"run"_s);
    }

    void whatIsNoLongerStatedIsGoneAndHeldBefore()
    {
        StoreFixture store;
        store.apply(files, {table(u"a"_s), table(u"b"_s, {edgeFrom(u"a"_s)})});
        QCOMPARE(store.apply(files, {table(u"b"_s)}).changed, 1);
        QCOMPARE(now(store), QStringList());
        QCOMPARE(at(store, day(2)), QStringList({u"a -> b"_s}));
        QCOMPARE(at(store, QDateTime::currentDateTimeUtc().addDays(1)), QStringList());
    }

    void anEdgeThatItsSourceEndedHeldUntilThen()
    {
        StoreFixture store;
        auto ended = edgeFrom(u"a"_s);
        ended.validTo = day(5);
        store.apply(files, {table(u"a"_s), table(u"b"_s, {ended, edgeFrom(u"a"_s, {}, 8)})});
        QCOMPARE(now(store), QStringList({u"a -> b"_s}));
        QCOMPARE(at(store, day(4)), QStringList({u"a -> b"_s}));
        QCOMPARE(at(store, day(6)), QStringList());
        QCOMPARE(at(store, day(9)), QStringList({u"a -> b"_s}));
    }

    void aRemovedThingTakesItsEdgesWithIt()
    {
        StoreFixture store;
        store.apply(
            files,
            {table(u"a"_s), table(u"b"_s, {edgeFrom(u"a"_s)}), table(u"c"_s, {edgeFrom(u"b"_s)})});
        store.apply(files, {}, {u"b"_s});
        // Its name is still what c is made from.
        QCOMPARE(now(store), QStringList({u"b -> c"_s}));
        QCOMPARE(at(store, day(2)), QStringList({u"a -> b"_s, u"b -> c"_s}));
        StoreFixture::value(store->removeUnseen(files, {u"a"_s}));
        QCOMPARE(now(store), QStringList());
        StoreFixture::value(store->removeAccount(files));
        QCOMPARE(StoreFixture::value(store->counts()).datasetEdges, 0);
    }

    void anotherNameIsTheSameThingUntilAPersonSaysOtherwise()
    {
        StoreFixture store;
        auto other = table(u"physical"_s, {edgeFrom(u"a"_s)});
        other.sameAs = u"logical"_s;
        // The name comes before the thing that it names.
        store.apply(files, {table(u"a"_s), other});
        QCOMPARE(now(store), QStringList({u"a -> physical"_s}));
        store.apply(files, {table(u"logical"_s), table(u"b"_s, {edgeFrom(u"logical"_s)})});
        QCOMPARE(now(store), QStringList({u"a -> logical"_s, u"logical -> b"_s}));
        const auto page = store.page(entityId(files, u"physical"_s));
        QCOMPARE(page.entity.nativeId, u"logical"_s);
        QVERIFY(page.entity.aliases.at(1).joinedBy.contains(u"logical"_s));

        const store::JoinDecision apart{files, u"logical"_s, files, u"physical"_s, false};
        StoreFixture::value(store->accounts().decide({{apart}, {}}));
        store.finish(files);
        QCOMPARE(now(store), QStringList({u"a -> physical"_s, u"logical -> b"_s}));
        StoreFixture::value(store->accounts().decide({{}, {apart}}));
        store.finish(files);
        QCOMPARE(now(store), QStringList({u"a -> logical"_s, u"logical -> b"_s}));
    }

    void aThingThatTwoAccountsKnowIsOneNode()
    {
        StoreFixture store;
        const auto key = u"postgres:h:db.s.orders"_s;
        store.apply(files, {table(u"src"_s), table(u"orders"_s, {edgeFrom(u"src"_s)}, key)});
        store.apply(
            hub,
            {table(u"urn:orders"_s, {}, key), table(u"urn:report"_s, {edgeFrom(u"urn:orders"_s)})});
        QCOMPARE(now(store), QStringList({u"orders -> urn:report"_s, u"src -> orders"_s}));
    }

    void twoDatesAreCompared()
    {
        StoreFixture store;
        store.apply(files,
                    {table(u"a"_s), table(u"b"_s, {edgeFrom(u"a"_s, u"old"_s, 1)}),
                     table(u"c"_s, {edgeFrom(u"a"_s, {}, 1)}),
                     table(u"d"_s, {edgeFrom(u"a"_s, {}, 1)})});
        auto formerJob = edgeFrom(u"a"_s, u"old"_s, 1);
        formerJob.validTo = day(5);
        auto former = edgeFrom(u"a"_s, {}, 1);
        former.validTo = day(5);
        store.apply(files,
                    {table(u"b"_s, {formerJob, edgeFrom(u"a"_s, u"new"_s, 5)}),
                     table(u"c"_s, {former}), table(u"e"_s, {edgeFrom(u"a"_s, {}, 6)})});
        QCOMPARE(linesOf(StoreFixture::value(store->lineageChanges(day(2), day(9)))),
                 QStringList({u"a -> b by new changed"_s, u"a -> c removed"_s, u"a -> d"_s,
                              u"a -> e added"_s}));
    }

    void aPairThatHoldsOnBothDaysIsChangedByWhateverComesOrGoesBesides()
    {
        StoreFixture store;
        auto gone = edgeFrom(u"a"_s, u"second"_s, 1);
        gone.validTo = day(5);
        store.apply(
            files,
            {table(u"a"_s),
             table(u"b"_s, {edgeFrom(u"a"_s, u"first"_s, 1), edgeFrom(u"a"_s, u"second"_s, 5)}),
             table(u"c"_s, {edgeFrom(u"a"_s, u"first"_s, 1), gone})});
        QCOMPARE(linesOf(StoreFixture::value(store->lineageChanges(day(2), day(9)))),
                 QStringList({u"a -> b by first"_s, u"a -> b by second changed"_s,
                              u"a -> c by first"_s, u"a -> c by second changed"_s}));
    }

    void aRebuiltCacheKeepsTheTimesAndClosesWhatIsGone()
    {
        StoreFixture store;
        store.apply(
            files,
            {table(u"a"_s), table(u"b"_s, {edgeFrom(u"a"_s)}), table(u"c"_s, {edgeFrom(u"a"_s)})});
        store.finish(files);
        store.close();
        for (const auto &name : QDir(store.directory()).entryList({u"cache.db*"_s}))
            QVERIFY(QFile::remove(store.directory() + u'/' + name));
        store.reopen();
        auto later = edgeFrom(u"a"_s);
        later.validFrom = {};
        store.apply(files, {table(u"a"_s), table(u"b"_s, {later}), table(u"c"_s)});
        store.finish(files);
        QCOMPARE(now(store), QStringList({u"a -> b"_s}));
        QCOMPARE(StoreFixture::value(store->lineage()).links.front().validFrom,
                 day(1).toMSecsSinceEpoch());
        QCOMPARE(at(store, day(2)), QStringList({u"a -> b"_s, u"a -> c"_s}));
        QCOMPARE(at(store, QDateTime::currentDateTimeUtc().addDays(1)), QStringList({u"a -> b"_s}));
    }

    void filesOfTheVersionBeforeAreMigrated()
    {
        StoreFixture store;
        store.apply(files, {table(u"a"_s)});
        store.finish(files);
        store.close();
        runSql(store.directory() + u"/cache.db"_s,
               "DROP TABLE lineage_node; DROP TABLE lineage_in; DROP TABLE lineage_out;"
               "DROP TABLE lineage_document; DROP TABLE other_name;"
               "DROP TABLE record_count; DROP TABLE entity_count; DROP TABLE slo_standing;"
               "DROP TABLE slo; DROP TABLE entity_slo; DROP TABLE check_fact;"
               "DROP TABLE access_document; DROP TABLE pull_note; DROP TABLE merged_decision; "
               "ALTER TABLE record DROP COLUMN "
               "sweep;"
               "PRAGMA user_version = 1");
        runSql(store.directory() + u"/history.db"_s,
               "DROP TABLE lineage_node; DROP TABLE lineage_interval;"
               "DROP TABLE lineage_begun; DROP TABLE quality_check; DROP TABLE check_run;"
               "DROP TABLE check_days; DROP TABLE check_flip; DROP TABLE quality_asset;"
               "DROP TABLE freshness_update; DROP TABLE observation; PRAGMA user_version = 1");
        store.reopen();
        QCOMPARE(store.apply(files, {table(u"a"_s)}).unchanged, 1);
        store.apply(files, {table(u"b"_s, {edgeFrom(u"a"_s)})});
        QCOMPARE(now(store), QStringList({u"a -> b"_s}));
    }

    void aThingOfManyNamesIsReadOnceForAllOfThem()
    {
        countRows();
        const auto few = rowsOfNames(150);
        const auto many = rowsOfNames(300);
        sqlite3_reset_auto_extension();
        QVERIFY(few > 150);
        QVERIFY2(many < 3 * few, qPrintable(u"%1 and %2 rows"_s.arg(few).arg(many)));
    }

    void whatCameFirstDoesNotOrderJobs()
    {
        StoreFixture grown;
        grown.apply(files, {table(u"a"_s), table(u"b"_s, {edgeFrom(u"a"_s, u"z"_s)})});
        grown.apply(files, {table(u"0"_s, {edgeFrom(u"b"_s, u"y"_s)})});
        const QList<domain::LineageEdge> both{edgeFrom(u"a"_s, u"z"_s), edgeFrom(u"a"_s, u"c"_s)};
        grown.apply(files, {table(u"b"_s, both)});
        QCOMPARE(now(grown), QStringList({u"a -> b by c"_s, u"a -> b by z"_s, u"b -> 0 by y"_s}));
    }

    void twoJobsOfManyAreSetAgainstEachOtherInOneWalk()
    {
        std::vector<int> old(1000);
        std::vector<int> next(1000);
        for (std::size_t i = 0; i < old.size(); ++i) {
            old[i] = int(2 * i);
            next[i] = int(2 * i + 1);
        }
        next.back() = old.back();
        int asked = 0;
        const auto key = [&asked](int value) {
            ++asked;
            return value;
        };
        std::vector<int> alone;
        store::tellCounterparts(old.cbegin(), old.cend(), next.cbegin(), next.cend(), key,
                                [&alone](int value, bool hasOne) {
                                    if (!hasOne)
                                        alone.push_back(value);
                                });
        old.pop_back();
        QCOMPARE(alone, old);
        QVERIFY2(asked <= 10 * int(next.size()), qPrintable(QString::number(asked)));
    }

    void manyJobsComeAndGoBetweenTwoDates()
    {
        StoreFixture store;
        constexpr int most = 50;
        QList<domain::LineageEdge> edges;
        for (int i = 0; i < most; ++i) {
            edges.append(edgeFrom(u"a"_s, u"old%1"_s.arg(i)));
            edges.append(edgeFrom(u"a"_s, u"both%1"_s.arg(i)));
            edges.append(edgeFrom(u"a"_s, u"new%1"_s.arg(i), 3));
            edges[3 * i].validTo = day(3);
        }
        edges.append(edgeFrom(u"a"_s, u"more"_s, 3));
        store.apply(files, {table(u"a"_s), table(u"b"_s, edges)});
        const auto lines = linesOf(StoreFixture::value(store->lineageChanges(day(2), day(4), {})));
        QCOMPARE(lines.size(), 2 * most + 1);
        // Those that went are told by those that took their places.
        QCOMPARE(lines.filter(u" changed"_s).size(), most + 1);
        QCOMPARE(lines.filter(u" added"_s), QStringList());
        QCOMPARE(lines.filter(u" removed"_s), QStringList());
    }

    void anEqualRecordIsNotWritten()
    {
        StoreFixture store;
        const auto record = table(u"b"_s, {edgeFrom(u"a"_s), column(u"a"_s, u"x"_s, u"y"_s)});
        QCOMPARE(store.apply(files, {record}).added, 1);
        QCOMPARE(store.apply(files, {record}).unchanged, 1);
        auto seen = record;
        seen.lineage.first().lastSeen = day(9);
        QCOMPARE(store.apply(files, {seen}).changed, 1);
        QCOMPARE(StoreFixture::value(store->lineage()).links.front().lastSeen,
                 day(9).toMSecsSinceEpoch());
    }
};

QTEST_GUILESS_MAIN(TestLineage)
#include "tst_lineage.moc"
