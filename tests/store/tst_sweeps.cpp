// SPDX-License-Identifier: GPL-3.0-or-later
// What a platform that is read page by page leaves in the store: marks of its sweeps, where a pull
// goes on, and lineage that is told apart from what it is about.
#include "tests/store/lineagerecords.h"

#include <QFile>

#include <atomic>
#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::tests;

namespace {

store::PageWrite pageOf(QList<domain::Record> records, qint64 sweep)
{
    store::PageWrite page;
    page.account = hub;
    page.records = std::move(records);
    page.sweep = sweep;
    return page;
}

QStringList namesIn(StoreFixture &store)
{
    QStringList names;
    const auto rows = StoreFixture::value(store->list(domain::EntityKind::Asset, {}, 100));
    for (const auto &entity : rows)
        names.append(entity.nativeId);
    return names;
}

QByteArray cursorIn(StoreFixture &store)
{
    const auto states = StoreFixture::value(store->pullStates());
    return states.isEmpty() ? QByteArray("none") : states.first().cursor;
}

QStringList lineageIn(StoreFixture &store)
{
    return linesOf(StoreFixture::value(store->lineage({.fields = true})));
}

} // namespace

class TestSweeps : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void whatAWholeSweepDidNotSeeIsGone()
    {
        StoreFixture store;
        StoreFixture::value(store->apply(pageOf({table(u"a"_s), table(u"b"_s), table(u"c"_s)}, 1)));
        StoreFixture::value(store->apply(pageOf({table(u"a"_s)}, 2)));
        auto changed = table(u"b"_s);
        changed.description = u"written anew"_s;
        StoreFixture::value(store->apply(pageOf({changed}, 2)));
        const auto counts = StoreFixture::value(store->removeUnswept(hub, 2));
        QCOMPARE(counts.removed, 1);
        QCOMPARE(namesIn(store), (QStringList{u"a"_s, u"b"_s}));
    }

    void aSweepGoesOnInAnotherProcess()
    {
        StoreFixture store;
        StoreFixture::value(store->apply(pageOf({table(u"a"_s), table(u"b"_s)}, 1)));
        StoreFixture::value(store->apply(pageOf({table(u"a"_s)}, 2)));
        store.reopen();
        StoreFixture::value(store->apply(pageOf({table(u"c"_s)}, 2)));
        StoreFixture::value(store->removeUnswept(hub, 2));
        QCOMPARE(namesIn(store), (QStringList{u"a"_s, u"c"_s}));
    }

    void aDeltaOutsideOfASweepKeepsTheMark()
    {
        StoreFixture store;
        StoreFixture::value(store->apply(pageOf({table(u"a"_s)}, 3)));
        auto changed = table(u"a"_s);
        changed.description = u"by a feed"_s;
        StoreFixture::value(store->apply(pageOf({changed}, 0)));
        QCOMPARE(StoreFixture::value(store->removeUnswept(hub, 3)).removed, 0);
        QCOMPARE(namesIn(store), (QStringList{u"a"_s}));
    }

    void anotherAccountIsNotSwept()
    {
        StoreFixture store;
        store.apply(files, {table(u"theirs"_s)});
        StoreFixture::value(store->apply(pageOf({table(u"ours"_s)}, 1)));
        StoreFixture::value(store->removeUnswept(hub, 2));
        QCOMPARE(namesIn(store), (QStringList{u"theirs"_s}));
    }

    void aPageKeepsWhereThePullGoesOn()
    {
        StoreFixture store;
        auto page = pageOf({table(u"a"_s)}, 1);
        page.cursor = QByteArray("page 1");
        StoreFixture::value(store->apply(page));
        QCOMPARE(cursorIn(store), QByteArray("page 1"));
        page.cursor = QByteArray("page 2");
        StoreFixture::value(store->apply(page));
        store.reopen();
        QCOMPARE(cursorIn(store), QByteArray("page 2"));
    }

    void aCursorLeavesHowTheLastPullEnded()
    {
        StoreFixture store;
        store.finish(hub);
        const auto before = StoreFixture::value(store->pullStates()).first();
        auto page = pageOf({table(u"a"_s)}, 1);
        page.cursor = QByteArray("on the way");
        StoreFixture::value(store->apply(page));
        auto after = StoreFixture::value(store->pullStates()).first();
        QCOMPARE(after.cursor, QByteArray("on the way"));
        after.cursor = before.cursor;
        QCOMPARE(after, before);
    }

    void lineageToldApartStaysWhenTheRecordChanges()
    {
        StoreFixture store;
        auto page = pageOf({table(u"a"_s), table(u"b"_s)}, 1);
        page.isLineageApart = true;
        StoreFixture::value(store->apply(page));
        store::PageWrite told;
        told.account = hub;
        told.lineage = {{u"b"_s, table(u"b"_s, {edgeFrom(u"a"_s)}).lineage}};
        QCOMPARE(StoreFixture::value(store->apply(told)).changed, 1);
        const auto lines = lineageIn(store);
        QCOMPARE(lines.size(), 1);

        auto changed = table(u"b"_s);
        changed.description = u"written anew"_s;
        page.records = {table(u"a"_s), changed};
        StoreFixture::value(store->apply(page));
        QCOMPARE(lineageIn(store), lines);
    }

    void lineageToldAgainIsNoChange()
    {
        StoreFixture store;
        auto page = pageOf({table(u"a"_s), table(u"b"_s)}, 1);
        page.isLineageApart = true;
        page.lineage = {{u"b"_s, table(u"b"_s, {edgeFrom(u"a"_s)}).lineage}};
        StoreFixture::value(store->apply(page));
        const auto again = StoreFixture::value(store->apply(page));
        QCOMPARE(again, (store::WriteCounts{.unchanged = 2}));
        page.lineage = {{u"b"_s, {}}};
        StoreFixture::value(store->apply(page));
        QVERIFY(lineageIn(store).isEmpty());
    }

    void otherNamesAndCodeComeWithTheRecord()
    {
        StoreFixture store;
        auto alias = table(u"alias"_s);
        alias.sameAs = u"a"_s;
        alias.code = u"SELECT 1"_s;
        auto page = pageOf({table(u"a"_s), alias, table(u"c"_s)}, 1);
        page.isLineageApart = true;
        page.lineage = {{u"c"_s, table(u"c"_s, {edgeFrom(u"alias"_s)}).lineage}};
        StoreFixture::value(store->apply(page));
        // The two are one thing: what is made from the alias is made from the other.
        QCOMPARE(lineageIn(store), QStringList{u"a -> c"_s});
        alias.description = u"written anew"_s;
        page.records = {alias};
        page.lineage.clear();
        StoreFixture::value(store->apply(page));
        QCOMPARE(lineageIn(store), QStringList{u"a -> c"_s});
    }

    void behindAPageThatWasNotWrittenNothingIs()
    {
        StoreFixture store;
        const auto isBroken = std::make_shared<std::atomic<bool>>(false);
        auto page = pageOf({table(u"a"_s)}, 1);
        page.isBroken = isBroken;
        page.cursor = QByteArray("page 1");
        StoreFixture::value(store->apply(page));
        *isBroken = true;
        page.records = {table(u"b"_s)};
        page.cursor = QByteArray("page 2");
        auto refused = store->apply(page).takeResult();
        QVERIFY(!refused.has_value());
        QCOMPARE(cursorIn(store), QByteArray("page 1"));
        QCOMPARE(namesIn(store), QStringList{u"a"_s});
    }

    void lineageThatIsStillToBeToldHasNotEnded_data()
    {
        QTest::addColumn<bool>("isWhole");
        QTest::addColumn<QString>("since");
        QTest::newRow("still to be told") << false << u"a -> b"_s;
        QTest::newRow("told, and not stated") << true << u"a -> b removed"_s;
    }

    void lineageThatIsStillToBeToldHasNotEnded()
    {
        QFETCH(bool, isWhole);
        QFETCH(QString, since);
        StoreFixture store;
        auto page = pageOf({table(u"a"_s), table(u"b"_s)}, 1);
        page.isLineageApart = true;
        page.lineage = {{u"b"_s, table(u"b"_s, {edgeFrom(u"a"_s)}).lineage}};
        StoreFixture::value(store->apply(page));
        store.finish(hub);
        const auto told = QDateTime::currentDateTimeUtc();
        const auto cache = store->profile().cacheFile();
        store.close();
        QVERIFY(QFile::remove(cache)); // it comes back by a sync
        store.reopen();
        page.lineage.clear();
        StoreFixture::value(store->apply(page));
        store::PullState half;
        half.account = hub;
        half.state = u"complete"_s;
        half.lastSync = QDateTime::currentDateTimeUtc();
        half.isLineageWhole = isWhole;
        StoreFixture::value(store->finishPull(half, {}));
        const auto later = QDateTime::currentDateTimeUtc().addMSecs(1);
        // Before it is told again: an edge that had ended would be there anew behind that.
        QCOMPARE(linesOf(StoreFixture::value(store->lineageChanges(told, later))),
                 QStringList{since});
    }

    void notesAreKeptWithTheirPage()
    {
        using Notes = QHash<QString, QByteArray>;
        StoreFixture store;
        const auto isBroken = std::make_shared<std::atomic<bool>>(false);
        auto page = pageOf({table(u"a"_s)}, 1);
        page.isBroken = isBroken;
        page.notes.values = {{u"one"_s, "1"}, {u"two"_s, "2"}};
        StoreFixture::value(store->apply(page));
        page.notes.values = {{u"one"_s, {}}, {u"two"_s, "22"}, {u"three"_s, "3"}};
        StoreFixture::value(store->apply(page));
        store.reopen();
        const Notes kept{{u"two"_s, "22"}, {u"three"_s, "3"}};
        QCOMPARE(StoreFixture::value(store->pullNotes(hub)), kept);
        QVERIFY(StoreFixture::value(store->pullNotes(files)).isEmpty());
        *isBroken = true;
        page.notes = {.isFresh = true, .values = {}};
        QVERIFY(!store->apply(page).takeResult().has_value());
        QCOMPARE(StoreFixture::value(store->pullNotes(hub)), kept);
        page.isBroken.reset();
        page.notes.values = {{u"four"_s, "4"}};
        StoreFixture::value(store->apply(page));
        QCOMPARE(StoreFixture::value(store->pullNotes(hub)), (Notes{{u"four"_s, "4"}}));
        StoreFixture::value(store->removeAccount(hub));
        QVERIFY(StoreFixture::value(store->pullNotes(hub)).isEmpty());
    }

    void lineageOfWhatIsNotStoredIsDropped()
    {
        StoreFixture store;
        store::PageWrite told;
        told.account = hub;
        told.lineage = {{u"nobody"_s, table(u"nobody"_s, {edgeFrom(u"a"_s)}).lineage}};
        QCOMPARE(StoreFixture::value(store->apply(told)), store::WriteCounts());
        QVERIFY(lineageIn(store).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSweeps)
#include "tst_sweeps.moc"
