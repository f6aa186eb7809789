// SPDX-License-Identifier: GPL-3.0-or-later
// Evidence in the store, held against a model that keeps all runs and counts them one by one.
// PORTOLAN_SEED sets the runs that are drawn.
#include "models/base/identity.h"
#include "models/store/qualityhistory.h"
#include "tests/store/naivequality.h"
#include "tests/store/qualityrecords.h"
#include "tests/store/storefixture.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using domain::CheckRun;
using domain::EntityKind;
using domain::RunStatus;
using tests::asset;
using tests::check;
using tests::NaiveQuality;
using tests::run;
using tests::simple;
using tests::StoreFixture;

namespace {

const QUuid files(u"11111111-0000-4000-8000-000000000001"_s);
const QDateTime origin(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);

QDateTime hour(int hours)
{
    return origin.addSecs(qint64(hours) * 3600);
}

//! Writes \a runs as a page of their own.
void tell(StoreFixture &store, const QList<CheckRun> &runs)
{
    StoreFixture::value(store->apply({.account = files, .evidence = {.runs = runs}}));
}

QUuid idOf(const QString &nativeId)
{
    return entityId(files, nativeId);
}

QList<CheckRun> drawnRuns(QRandomGenerator &random, int count)
{
    QList<CheckRun> runs;
    for (int i = 0; i < count; ++i) {
        auto one = run(u"check %1"_s.arg(random.bounded(3)), hour(random.bounded(24 * 80)),
                       RunStatus(random.bounded(1, 7)), u"run %1"_s.arg(random.bounded(2)));
        one.observed = u"%1"_s.arg(i); // another content wherever a key comes again
        if (random.bounded(3) > 0)
            one.value = random.bounded(1000) / 8.0;
        if (random.bounded(2) > 0)
            one.failedRows = random.bounded(50);
        runs.append(one);
    }
    return runs;
}

//! Whether everything the store says of the drawn checks is what the model says.
void compare(StoreFixture &store, const NaiveQuality &naive, const QDateTime &at)
{
    const auto now = StoreFixture::value(store->checks());
    const auto then = StoreFixture::value(store->checks({.of = {}, .at = at}));
    const auto flips = StoreFixture::value(store->flips());
    QCOMPARE(now.size(), 3);
    for (qsizetype i = 0; i < now.size(); ++i) {
        const auto &name = now.at(i).nativeId;
        const auto expected = naive.newestFirst(name);
        QCOMPARE(now.at(i).runs, expected.size());
        QCOMPARE(now.at(i).last,
                 expected.isEmpty() ? std::nullopt : std::optional(expected.first()));
        const auto [runs, last] = naive.stateAt(name, at);
        QCOMPARE(then.at(i).runs, runs);
        QCOMPARE(then.at(i).last, last);
        QCOMPARE(now.at(i).since, naive.badSince(name, hour(24 * 1000)));
        QCOMPARE(then.at(i).since, naive.badSince(name, at));
        QCOMPARE(StoreFixture::value(store->checkRuns(idOf(name), {}, {}, 100'000)), expected);
        QList<std::pair<qint64, RunStatus>> turned;
        for (const auto &flip : flips) {
            if (flip.check == idOf(name))
                turned.append({flip.at, flip.status});
        }
        QCOMPARE(turned, naive.flips(name));
        for (const auto &[from, to, most] :
             {std::tuple(hour(5), hour(24 * 70 + 7), 20), std::tuple(hour(30), hour(60), 30)}) {
            const auto buckets =
                StoreFixture::value(store->checkBuckets(idOf(name), from, to, most));
            QVERIFY(buckets.size() <= most);
            store::RunCounts all;
            for (const auto &bucket : buckets) {
                QCOMPARE(bucket, naive.bucket(name, bucket.start, bucket.end));
                all += bucket.counts;
            }
            QCOMPARE(all, naive.bucket(name, from, to).counts);
        }
    }
}

void addChecks(StoreFixture &store)
{
    store.apply(files,
                {asset(u"orders"_s, {u"Orders"_s}), asset(u"stock"_s, {u"Stock"_s, u"Daily"_s}),
                 check(u"check 0"_s, u"orders"_s, u"conformity"_s),
                 check(u"check 1"_s, u"orders"_s, u"validity"_s),
                 check(u"check 2"_s, u"stock"_s, {})});
    store.finish(files);
}

} // namespace

class TestQuality : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void whateverTheOrderTheAnswersAreThoseOfAllRuns()
    {
        const auto seed = qEnvironmentVariableIsSet("PORTOLAN_SEED")
            ? qEnvironmentVariableIntValue("PORTOLAN_SEED")
            : 20261126;
        QRandomGenerator random(static_cast<quint32>(seed));
        for (int round = 0; round < 6; ++round) {
            StoreFixture store;
            addChecks(store);
            NaiveQuality naive;
            auto runs = drawnRuns(random, 400);
            if (round == 0) // in order, as it mostly comes
                std::sort(
                    runs.begin(), runs.end(),
                    [](const CheckRun &left, const CheckRun &right) { return left.at < right.at; });
            for (qsizetype from = 0; from < runs.size();) {
                const auto page = runs.mid(from, random.bounded(1, 80));
                from += page.size();
                for (const auto &one : page)
                    naive.put(one);
                tell(store, page);
                if (random.bounded(3) == 0)
                    tell(store, page); // told twice
            }
            compare(store, naive, hour(random.bounded(24 * 80)));
            store.close();
            {
                store::Connection file({.file = store.directory() + u"/history.db"_s});
                store::QualityHistory(file).rebuild(); // as after damage
            }
            store.reopen();
            compare(store, naive, hour(random.bounded(24 * 80)));
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(u"seed %1, round %2"_s.arg(seed).arg(round)));
        }
    }

    void aReplayWritesNothing()
    {
        StoreFixture store;
        addChecks(store);
        QRandomGenerator random(7);
        const auto runs = drawnRuns(random, 50);
        // A key that is drawn twice has two contents, of which each telling keeps the later one.
        QList<CheckRun> once;
        NaiveQuality naive;
        for (const auto &one : runs)
            naive.put(one);
        for (int i = 0; i < 3; ++i)
            once += naive.newestFirst(u"check %1"_s.arg(i));
        tell(store, once);
        const QString file = store.directory() + u"/history.db"_s;
        store.close();
        store::Connection before({.file = file});
        const auto version = before.number("PRAGMA data_version");
        store.reopen();
        tell(store, once);
        QCOMPARE(before.number("PRAGMA data_version"), version);
        tell(store, {run(u"check 0"_s, hour(1), RunStatus::Pass, u"another"_s)});
        QVERIFY(before.number("PRAGMA data_version") != version);
    }

    void aCheckIsShownWithItsAsset()
    {
        StoreFixture store;
        addChecks(store);
        tell(store, {run(u"check 0"_s, hour(1), RunStatus::Fail)});
        const auto rows = StoreFixture::value(store->checks({.of = idOf(u"orders"_s), .at = {}}));
        QCOMPARE(rows.size(), 2);
        const auto &row = rows.first();
        QCOMPARE(row.id, idOf(u"check 0"_s));
        QCOMPARE(row.account, files);
        QCOMPARE(row.dimension, u"validity"_s);
        QCOMPARE(row.severity, u"error"_s);
        QCOMPARE(row.asset, idOf(u"orders"_s));
        QCOMPARE(row.assetName, u"orders"_s);
        QCOMPARE(row.field, u"amount"_s);
        QCOMPARE(row.source, u"soda"_s);
        QCOMPARE(row.expected, u"at most 5 %"_s);
        QCOMPARE(row.domain, QStringList(u"Orders"_s));
        QCOMPARE(row.ownerName, u"Order team"_s);
        QCOMPARE(row.runs, 1);
        QCOMPARE(StoreFixture::value(store->checks({.of = row.id, .at = {}})), QList{row});
        // A catalogue that was written before there were facts is read from its documents.
        const auto all = StoreFixture::value(store->checks());
        store.close();
        store::Connection({.file = store.directory() + u"/cache.db"_s})
            .run("DELETE FROM check_fact");
        store.reopen();
        QCOMPARE(StoreFixture::value(store->checks()), all);
    }

    void rowsFollowTheCatalogueAndWhatRuns()
    {
        StoreFixture store;
        addChecks(store);
        tell(store, {run(u"check 0"_s, hour(1), RunStatus::Pass)});
        QCOMPARE(StoreFixture::value(store->checks()).size(), 3);
        auto renamed = asset(u"orders"_s, {u"Sales"_s});
        renamed.title = u"All orders"_s;
        store.apply(files, {renamed, check(u"check 3"_s, u"stock"_s, {})}, {u"check 1"_s});
        store.finish(files);
        tell(store, {run(u"check 3"_s, hour(2), RunStatus::Fail)});
        for (int reader = 0; reader < 4; ++reader) { // whichever of them is asked
            const auto rows = StoreFixture::value(store->checks());
            QStringList lines;
            for (const auto &row : rows)
                lines.append(
                    u"%1 %2 %3 %4"_s.arg(row.nativeId, row.assetName, row.domain.join(u'/'))
                        .arg(row.runs));
            QCOMPARE(lines,
                     QStringList({u"check 0 All orders Sales 1"_s, u"check 2 stock Stock/Daily 0"_s,
                                  u"check 3 stock Stock/Daily 1"_s}));
            QCOMPARE(rows.last().since, hour(2));
        }
    }

    void aProductHasTheChecksOfItsAssetsAndOfWhatItsPortsExpose()
    {
        StoreFixture store;
        addChecks(store);
        auto part = asset(u"orders"_s, {u"Orders"_s});
        part.relations = {{domain::Relation::PartOf, u"p"_s}};
        auto port = simple(EntityKind::Port, u"p.out"_s);
        port.relations = {{domain::Relation::Exposes, u"stock"_s}};
        auto product = simple(EntityKind::Product, u"p"_s);
        product.relations = {{domain::Relation::OutputPort, u"p.out"_s}};
        store.apply(files, {part, port, product});
        const auto namesOf = [&store](const QString &of) {
            QStringList names;
            for (const auto &row : StoreFixture::value(store->checks({.of = idOf(of), .at = {}})))
                names.append(row.nativeId);
            return names;
        };
        QCOMPARE(namesOf(u"p"_s), QStringList({u"check 0"_s, u"check 1"_s, u"check 2"_s}));
        QCOMPARE(namesOf(u"p.out"_s), QStringList({u"check 2"_s}));
    }

    void daysAreCountedByDomainAndDimension()
    {
        StoreFixture store;
        addChecks(store);
        tell(store,
             {run(u"check 0"_s, hour(1), RunStatus::Pass),
              run(u"check 1"_s, hour(23), RunStatus::Fail),
              run(u"check 1"_s, hour(24), RunStatus::Warn),
              run(u"check 2"_s, hour(25), RunStatus::Error),
              run(u"check 2"_s, hour(24 * 40), RunStatus::Skipped)});
        const auto days = StoreFixture::value(store->qualityDays(hour(2), hour(24 * 40)));
        const store::RunCounts first{.pass = 1, .fail = 1};
        const store::RunCounts second{.warn = 1};
        const store::RunCounts third{.error = 1};
        QCOMPARE(days,
                 QList<store::DayTotals>(
                     {{origin.date(), {u"Orders"_s}, u"validity"_s, first},
                      {hour(24).date(), {u"Orders"_s}, u"validity"_s, second},
                      {hour(24).date(), {u"Stock"_s, u"Daily"_s}, u"other"_s, third}}));
        QCOMPARE(StoreFixture::value(store->qualityDays({}, {})).size(), 4);
    }

    void aCheckThatIsNoMoreLeavesTheTotalsAndKeepsItsRuns()
    {
        StoreFixture store;
        addChecks(store);
        tell(store,
             {run(u"check 0"_s, hour(1), RunStatus::Pass),
              run(u"check 2"_s, hour(1), RunStatus::Fail)});
        QCOMPARE(StoreFixture::value(store->counts()).checkRuns, 2);
        store.apply(files, {}, {u"check 2"_s});
        QCOMPARE(StoreFixture::value(store->checks()).size(), 2);
        QCOMPARE(StoreFixture::value(store->counts()).checks, 2);
        QCOMPARE(StoreFixture::value(store->counts(files)).checkRuns, 1);
        QCOMPARE(StoreFixture::value(store->flips()).size(), 1);
        QCOMPARE(StoreFixture::value(store->qualityDays({}, {})).size(), 1);
        store.apply(files, {check(u"check 2"_s, u"stock"_s, {})});
        QCOMPARE(StoreFixture::value(store->counts()).checkRuns, 2);
        // With the account they go for good.
        StoreFixture::value(store->removeAccount(files));
        QCOMPARE(StoreFixture::value(store->counts()).checkRuns, 0);
        addChecks(store);
        QCOMPARE(StoreFixture::value(store->counts()).checkRuns, 0);
    }

    void valuesComeWithTheirTimes()
    {
        StoreFixture store;
        addChecks(store);
        auto valued = run(u"check 0"_s, hour(2), RunStatus::Warn);
        valued.value = 1.5;
        tell(store,
             {valued, run(u"check 0"_s, hour(1), RunStatus::Pass),
              run(u"check 0"_s, hour(3), RunStatus::Pass),
              run(u"check 0"_s, {}, RunStatus::Fail)}); // of no time
        QCOMPARE(StoreFixture::value(store->checks()).first().runs, 3);
        const auto points =
            StoreFixture::value(store->checkPoints(idOf(u"check 0"_s), hour(1), hour(3)));
        QCOMPARE(points,
                 QList<store::ValuePoint>({{hour(1).toMSecsSinceEpoch(), RunStatus::Pass, {}},
                                           {hour(2).toMSecsSinceEpoch(), RunStatus::Warn, 1.5}}));
        QVERIFY(!store->checkPoints(idOf(u"orders"_s), {}, {}).takeResult());
    }

    void flipsOfAnAssetAreThoseOfItsChecks()
    {
        StoreFixture store;
        addChecks(store);
        tell(store,
             {run(u"check 0"_s, hour(1), RunStatus::Pass),
              run(u"check 0"_s, hour(2), RunStatus::Error),
              run(u"check 2"_s, hour(1), RunStatus::Fail)});
        const auto flips = StoreFixture::value(store->flips({idOf(u"orders"_s)}));
        const auto id = idOf(u"check 0"_s);
        const auto about = idOf(u"orders"_s);
        QCOMPARE(
            flips,
            QList<store::Flip>({{id, about, hour(1).toMSecsSinceEpoch(), false, RunStatus::Pass},
                                {id, about, hour(2).toMSecsSinceEpoch(), true, RunStatus::Error}}));
    }

    void runsAreSavedOutOfADamagedFileAndSummedUpAnew()
    {
        StoreFixture store;
        addChecks(store);
        QList<CheckRun> runs;
        for (int i = 0; i < 6000; ++i)
            runs.append(run(u"check %1"_s.arg(i % 3), hour(i), RunStatus(1 + i / 100 % 3)));
        tell(store, runs);
        store.close();
        const QString file = store.directory() + u"/history.db"_s;
        {
            QFile damaged(file);
            QVERIFY(damaged.open(QIODevice::ReadWrite));
            damaged.seek(damaged.size() / 4096 / 2 * 4096);
            damaged.write(QByteArray(4096, '\0'));
        }
        QFile::remove(store.directory() + u"/checked"_s); // a day went by
        store.reopen();
        QVERIFY(!StoreFixture::value(store->findings()).isEmpty());
        NaiveQuality naive;
        qint64 saved = 0;
        for (int i = 0; i < 3; ++i) {
            const auto kept =
                StoreFixture::value(store->checkRuns(idOf(u"check %1"_s.arg(i)), {}, {}, 100'000));
            saved += kept.size();
            for (const auto &one : kept)
                naive.put(one);
        }
        qInfo("%lld of 6000 runs saved", saved);
        QVERIFY(saved > 3000 && saved < 6000);
        compare(store, naive, hour(3000));
    }

    void filesOfTheVersionBeforeAreMigrated()
    {
        StoreFixture store;
        addChecks(store);
        store.close();
        const auto directory = store.directory();
        store::Connection({.file = directory + u"/cache.db"_s})
            .run("DROP TABLE slo_standing; DROP TABLE slo; DROP TABLE entity_slo;"
                 "DROP TABLE check_fact; DROP TABLE access_document; DROP TABLE pull_note; DROP "
                 "TABLE merged_decision;"
                 "ALTER TABLE record DROP COLUMN sweep; PRAGMA user_version = 3");
        store::Connection({.file = directory + u"/history.db"_s})
            .run("DROP TABLE quality_check; DROP TABLE check_run; DROP TABLE check_days;"
                 "DROP TABLE check_flip; DROP TABLE quality_asset; DROP TABLE freshness_update;"
                 "DROP TABLE observation; PRAGMA user_version = 3");
        store::Connection({.file = directory + u"/outbox.db"_s})
            .run("DROP TABLE triage_action; DROP TABLE triage_undone;"
                 "DROP TABLE basket; DROP TABLE notice; DROP TABLE last_act;"
                 "DROP TABLE removed_account;"
                 "ALTER TABLE join_decision DROP COLUMN who;"
                 "ALTER TABLE join_decision DROP COLUMN at; PRAGMA user_version = 1");
        store.reopen();
        tell(store, {run(u"check 0"_s, hour(1), RunStatus::Pass)});
        const auto rows = StoreFixture::value(store->checks());
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows.first().runs, 1);
        QCOMPARE(rows.first().dimension, u"validity"_s);
        StoreFixture::value(store->triage().append({{.incident = idOf(u"x"_s)}}));
        QCOMPARE(StoreFixture::value(store->triage().actions()).size(), 1);
    }

    void lateEvidenceTellsNoTimeOfWhatHadComeBefore()
    {
        StoreFixture store;
        addChecks(store);
        const auto seenOf = [&store] {
            QList<qint64> seen;
            for (const auto &flip : StoreFixture::value(store->flips()))
                seen.append(flip.seen);
            return seen;
        };
        // Met now, so that what is told of tomorrow is news.
        tell(store, {run(u"check 0"_s, hour(0), RunStatus::Pass)});
        const auto first = QDateTime::currentDateTimeUtc().addDays(1);
        tell(store, {run(u"check 0"_s, first, RunStatus::Fail)});
        const auto detected = seenOf().last();
        QVERIFY(detected != 0);
        tell(store, {run(u"check 0"_s, first.addSecs(7200), RunStatus::Fail)});
        QCOMPARE(seenOf(), (QList<qint64>{0, detected}));
        QTest::qWait(5);
        // A good run between the two: the second failure had come before, nobody knows when.
        tell(store, {run(u"check 0"_s, first.addSecs(60), RunStatus::Pass)});
        QCOMPARE(seenOf().size(), 4);
        QCOMPARE(seenOf().at(1), detected);
        QCOMPARE(seenOf().at(3), 0);
        // An earlier failure: by then it was known to fail.
        tell(store, {run(u"check 0"_s, first.addSecs(-60), RunStatus::Fail)});
        QCOMPARE(seenOf().at(1), detected);
    }

    void whatADamagedFileOfTheVersionBeforeHasGoesToItsOwnCheck()
    {
        StoreFixture store;
        addChecks(store);
        QList<CheckRun> runs;
        for (int i = 0; i < 6000; ++i)
            runs.append(run(u"check %1"_s.arg(i % 3), hour(i), RunStatus(1 + i % 3)));
        tell(store, runs);
        const store::TriageAction action{
            idOf(u"x"_s), store::TriageKind::Assign, hour(1), u"Ada"_s, u"Maya"_s, {}};
        StoreFixture::value(store->triage().append({action}));
        store.close();
        const auto directory = store.directory();
        store::Connection({.file = directory + u"/history.db"_s})
            .run("ALTER TABLE quality_check DROP COLUMN met;"
                 "ALTER TABLE check_flip DROP COLUMN seen; PRAGMA user_version = 4;"
                 "PRAGMA wal_checkpoint(TRUNCATE)");
        store::Connection({.file = directory + u"/outbox.db"_s})
            .run("ALTER TABLE triage_action DROP COLUMN asset;"
                 "ALTER TABLE triage_action DROP COLUMN opened; DROP TABLE last_act; DROP TABLE "
                 "removed_account;"
                 "PRAGMA user_version = 2;"
                 "CREATE TABLE filler (bytes BLOB); INSERT INTO filler VALUES (zeroblob(90000));"
                 "PRAGMA wal_checkpoint(TRUNCATE)");
        for (const auto &name : {u"/history.db"_s, u"/outbox.db"_s}) {
            QFile damaged(directory + name);
            QVERIFY(damaged.open(QIODevice::ReadWrite));
            const auto page = damaged.size() / 4096;
            damaged.seek((name == u"/outbox.db"_s ? page - 10 : page / 2) * 4096);
            damaged.write(QByteArray(4096, '\0'));
        }
        QFile::remove(directory + u"/checked"_s); // a day went by
        store.reopen();
        QCOMPARE(QDir(directory).entryList({u"*.corrupt-*Z"_s}).size(), 2);
        qint64 saved = 0;
        for (int i = 0; i < 3; ++i) {
            const auto kept =
                StoreFixture::value(store->checkRuns(idOf(u"check %1"_s.arg(i)), {}, {}, 100'000));
            for (const auto &one : kept)
                QCOMPARE(one.status, RunStatus(1 + i)); // each check has a status of its own
            saved += kept.size();
        }
        QVERIFY2(saved > 3000, qPrintable(QString::number(saved)));
        const auto actions = StoreFixture::value(store->triage().actions());
        QCOMPARE(actions.size(), 1);
        QCOMPARE(actions.first().text, action.text);
    }

    void filesWithoutTimesOfArrivalAreMigrated()
    {
        StoreFixture store;
        addChecks(store);
        tell(store,
             {run(u"check 0"_s, hour(1), RunStatus::Pass),
              run(u"check 0"_s, hour(2), RunStatus::Fail)});
        StoreFixture::value(store->triage().append({{.incident = idOf(u"x"_s)}}));
        store.close();
        const auto directory = store.directory();
        store::Connection({.file = directory + u"/history.db"_s})
            .run("ALTER TABLE quality_check DROP COLUMN met;"
                 "ALTER TABLE check_flip DROP COLUMN seen; PRAGMA user_version = 4");
        store::Connection({.file = directory + u"/outbox.db"_s})
            .run("ALTER TABLE triage_action DROP COLUMN asset;"
                 "ALTER TABLE triage_action DROP COLUMN opened; DROP TABLE basket;"
                 "DROP TABLE last_act; DROP TABLE notice; DROP TABLE removed_account;"
                 "ALTER TABLE join_decision DROP COLUMN who;"
                 "ALTER TABLE join_decision DROP COLUMN at; PRAGMA user_version = 2");
        store.reopen();
        QCOMPARE(StoreFixture::value(store->triage().actions()).size(), 1);
        tell(store,
             {run(u"check 0"_s, hour(3), RunStatus::Pass),
              run(u"check 0"_s, hour(4), RunStatus::Fail)});
        // A run that comes late, from before: its time tells nothing either.
        tell(store, {run(u"check 0"_s, hour(1).addSecs(60), RunStatus::Fail)});
        // What was there before is history: nobody knows when that was detected.
        const auto flips = StoreFixture::value(store->flips());
        QList<std::pair<qint64, bool>> seen;
        for (const auto &flip : flips)
            seen.append({flip.at, flip.seen != 0});
        QCOMPARE(seen,
                 (QList<std::pair<qint64, bool>>{{hour(1).toMSecsSinceEpoch(), false},
                                                 {hour(1).addSecs(60).toMSecsSinceEpoch(), false},
                                                 {hour(3).toMSecsSinceEpoch(), true},
                                                 {hour(4).toMSecsSinceEpoch(), true}}));
    }
};

QTEST_GUILESS_MAIN(TestQuality)
#include "tst_quality.moc"
