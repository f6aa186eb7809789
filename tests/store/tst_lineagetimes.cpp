// SPDX-License-Identifier: GPL-3.0-or-later
// Since when edges hold that tell no time, and what of the past is shown as the present.
#include "models/base/identity.h"
#include "tests/store/lineagerecords.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::tests;
using domain::LineageEdge;

namespace {

//! An edge whose source tells no time, as a contract's.
LineageEdge untold(const QString &source)
{
    auto edge = edgeFrom(source);
    edge.validFrom = {};
    return edge;
}

QDateTime tomorrow()
{
    return QDateTime::currentDateTimeUtc().addDays(1);
}

QStringList changes(StoreFixture &store)
{
    return linesOf(StoreFixture::value(store->lineageChanges(day(2), tomorrow())));
}

} // namespace

class TestLineageTimes : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void whatTheFirstImportFindsHeldBeforeWeLooked()
    {
        StoreFixture store;
        store.apply(files, {table(u"a"_s), table(u"b"_s, {untold(u"a"_s)})});
        // Stopped half-way and begun anew: it is the first still, until one is complete.
        store.finish(files, u"partial"_s);
        store.reopen();
        store.apply(files, {table(u"c"_s, {untold(u"b"_s)}), table(u"d"_s, {edgeFrom(u"c"_s)})});
        store.finish(files);
        QCOMPARE(at(store, day(1)), QStringList({u"a -> b"_s, u"b -> c"_s, u"c -> d"_s}));
        QCOMPARE(changes(store), QStringList({u"a -> b"_s, u"b -> c"_s, u"c -> d"_s}));
        const auto links = StoreFixture::value(store->lineage()).links;
        QCOMPARE(links.at(0).validFrom, 0);
        QCOMPARE(links.at(1).validFrom, 0);
        QCOMPARE(links.at(2).validFrom, day(1).toMSecsSinceEpoch());
    }

    void whatALaterImportFindsBeginsThen()
    {
        StoreFixture store;
        store.apply(files, {table(u"a"_s), table(u"b"_s, {untold(u"a"_s)})});
        store.finish(files);
        store.apply(files, {table(u"c"_s, {untold(u"b"_s)})});
        QCOMPARE(at(store, day(2)), QStringList({u"a -> b"_s}));
        QCOMPARE(changes(store), QStringList({u"a -> b"_s, u"b -> c added"_s}));
        // Another account has a first import of its own.
        store.apply(hub, {table(u"x"_s), table(u"y"_s, {untold(u"x"_s)})});
        QCOMPARE(at(store, day(2)), QStringList({u"a -> b"_s, u"x -> y"_s}));
    }

    void whatIsGoneAndComesBackBeginsAnew()
    {
        StoreFixture store;
        store.apply(files, {table(u"a"_s), table(u"b"_s, {untold(u"a"_s)})});
        store.finish(files);
        store.apply(files, {table(u"b"_s)});
        QCOMPARE(at(store, day(2)), QStringList({u"a -> b"_s}));
        QCOMPARE(now(store), QStringList());
        store.apply(files, {table(u"b"_s, {untold(u"a"_s)})});
        QVERIFY(StoreFixture::value(store->lineage()).links.front().validFrom
                > day(2).toMSecsSinceEpoch());
    }

    void theFirstImportOfARebuiltCacheIsNotTheFirst()
    {
        StoreFixture store;
        store.apply(files, {table(u"a"_s), table(u"b"_s, {untold(u"a"_s)})});
        store.finish(files);
        store.close();
        for (const auto &name : QDir(store.directory()).entryList({u"cache.db*"_s}))
            QVERIFY(QFile::remove(store.directory() + u'/' + name));
        store.reopen();
        store.apply(
            files,
            {table(u"a"_s), table(u"b"_s, {untold(u"a"_s)}), table(u"c"_s, {untold(u"b"_s)})});
        store.finish(files);
        QCOMPARE(changes(store), QStringList({u"a -> b"_s, u"b -> c added"_s}));
    }

    void anEdgeHidesBehindItsJobOnlyWhenTheJobReadsAndWrites()
    {
        StoreFixture store;
        store.apply(files,
                    {table(u"a"_s), table(u"j"_s, {ofJob(u"a"_s, u"j"_s)}),
                     table(u"b"_s, {edgeFrom(u"a"_s, u"j"_s), ofJob(u"j"_s, u"j"_s)}),
                     table(u"c"_s, {edgeFrom(u"a"_s, u"j"_s)}),
                     table(u"d"_s, {edgeFrom(u"x"_s, u"j"_s), ofJob(u"j"_s, u"j"_s)})});
        // Nobody says that j writes c, or that it reads x.
        const QStringList expected{u"a -> c by j"_s, u"a -> j by j"_s, u"j -> b by j"_s,
                                   u"j -> d by j"_s, u"x -> d by j"_s};
        QCOMPARE(now(store, withJobs), expected);
        store::LineageRequest past = withJobs;
        past.at = day(2);
        QCOMPARE(now(store, past), expected);
    }

    void whatNoLongerHoldsIsNoFactOfToday()
    {
        StoreFixture store;
        auto ended = edgeFrom(u"a"_s, u"old"_s);
        ended.validTo = day(5);
        store.apply(files, {table(u"a"_s), table(u"b"_s, {ended, edgeFrom(u"a"_s, u"new"_s, 5)})});
        const auto facts = StoreFixture::value(
            store->lineageFacts(entityId(files, u"a"_s), entityId(files, u"b"_s)));
        QCOMPARE(facts.size(), 1);
        QCOMPARE(facts.first().edge.job, u"new"_s);
    }

    void aSecondJobChangesThePairAndTheFirstOneStays()
    {
        StoreFixture store;
        auto ended = edgeFrom(u"a"_s, u"gone"_s, 1);
        ended.validTo = day(4);
        store.apply(
            files,
            {table(u"a"_s),
             table(u"b"_s,
                   {edgeFrom(u"a"_s, u"first"_s, 1), ended, edgeFrom(u"a"_s, u"second"_s, 6)})});
        const auto between = [&store](int from, int to) {
            return linesOf(StoreFixture::value(store->lineageChanges(day(from), day(to))));
        };
        QCOMPARE(between(5, 9), QStringList({u"a -> b by first"_s, u"a -> b by second changed"_s}));
        QCOMPARE(between(9, 5), QStringList({u"a -> b by first"_s, u"a -> b by second changed"_s}));
        // One went and another came: the edge changed.
        QCOMPARE(between(3, 9), QStringList({u"a -> b by first"_s, u"a -> b by second changed"_s}));
    }
};

QTEST_GUILESS_MAIN(TestLineageTimes)
#include "tst_lineagetimes.moc"
