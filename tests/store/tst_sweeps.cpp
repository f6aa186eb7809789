// SPDX-License-Identifier: GPL-3.0-or-later
// What a platform that is read page by page leaves in the store: marks of its sweeps, where a pull
// goes on, and lineage that is told apart from what it is about. And what is left of an account
// that was removed: nothing.
#include "models/store/connection.h"
#include "models/store/historyremoval.h"
#include "tests/store/lineagerecords.h"
#include "tests/store/qualityrecords.h"

#include <QDirIterator>
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

// Of one check: several transactions to remove.
constexpr int manyRuns = 6000;

//! Fills every table of history.db for \a account, whose names all begin with \a word.
void fillHistory(StoreFixture &store, const QUuid &account, const QString &word)
{
    store::Account known;
    known.id = account;
    known.name = word + u" account"_s;
    known.platform = u"files"_s;
    StoreFixture::value(store->accounts().put(known));
    auto contract = simple(domain::EntityKind::Contract, word + u" contract"_s);
    contract.version = u"1"_s;
    const QString a = word + u" a"_s;
    const QString b = word + u" b"_s;
    const QString verdict = word + u" check"_s;
    const QList<domain::Record> records{
        contract, table(a, {edgeFrom({})}),
        table(b, {edgeFrom(a, word + u" job"_s), column(a, u"x"_s, u"y"_s)}),
        check(verdict, b, u"validity"_s)};
    store::PageWrite page{.account = account, .records = records};
    for (int i = 0; i < manyRuns; ++i) {
        const auto status = i % 2 == 0 ? domain::RunStatus::Pass : domain::RunStatus::Fail;
        page.evidence.runs.append(run(verdict, day(1).addSecs(i * 3600), status));
        page.evidence.runs.last().message = word + u" message"_s;
    }
    page.evidence.updates = {{a, day(1), day(2), word + u" tool"_s}};
    page.evidence.observations = {{word + u" tool"_s, a, day(3)}, {word + u" tool"_s, {}, day(3)}};
    page.notes.values = {{word + u" note"_s, "1"}};
    StoreFixture::value(store->apply(page));
    store.finish(account);
    contract.version = u"2"_s;
    store.apply(account, {contract, table(b, {})});
    store.finish(account);
}

//! How many rows each table of history.db has; of nameless checks none.
QStringList historyOf(const StoreFixture &store)
{
    store::Connection history({.file = store.directory() + u"/history.db"_s, .readOnly = true});
    QStringList rows;
    for (const auto *name : {"contract_version", "lineage_node", "lineage_interval",
                             "lineage_begun", "quality_check", "check_run", "check_days",
                             "check_flip", "quality_asset", "freshness_update", "observation"}) {
        const QByteArray table(name);
        const QByteArray named = table == "quality_check" ? " WHERE native_id <> ''" : "";
        rows.append(QString::fromLatin1(table) + u' '
                    + QString::number(history.number("SELECT count(*) FROM " + table + named)));
    }
    return rows;
}

QStringList historyOf(const QUuid &account, const QString &word)
{
    StoreFixture store;
    fillHistory(store, account, word);
    return historyOf(store);
}

//! The files of the profile in which \a word stands.
QStringList filesWith(const StoreFixture &store, const QByteArray &word)
{
    QStringList found;
    QDirIterator it(store.directory(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(word))
            found.append(it.fileName());
    }
    return found;
}

//! Waits for what the writer has to do.
void worked(StoreFixture &store)
{
    store.apply(hub, {});
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

    void anAccountLeavesNothingAndTakesNothingOfOthers()
    {
        StoreFixture store;
        fillHistory(store, hub, u"kept"_s);
        fillHistory(store, files, u"hidden"_s);
        const auto both = historyOf(store);
        QCOMPARE(StoreFixture::value(store->counts()).checkRuns, 2 * manyRuns);
        for (const auto &rows : both)
            QVERIFY2(!rows.endsWith(u" 0"_s), qPrintable(rows)); // else it is not tried here
        StoreFixture::value(store->accounts().remove(files));
        StoreFixture::value(store->removeAccount(files));
        QCOMPARE(historyOf(store), historyOf(hub, u"kept"_s));
        QCOMPARE(StoreFixture::value(store->counts()).checkRuns, manyRuns);
        store.close();
        QVERIFY(filesWith(store, "kept a").contains(u"history.db"_s));
        QCOMPARE(filesWith(store, "hidden"), QStringList());
        // Whoever comes next is not taken for one that went.
        store.reopen();
        fillHistory(store, files, u"new"_s);
        QCOMPARE(historyOf(store), both);
    }

    void whatARemovalLeftGoesWithTheNextRun_data()
    {
        QTest::addColumn<bool>("isBegun");
        QTest::newRow("ended before it began") << false;
        QTest::newRow("ended in the middle") << true;
    }

    void whatARemovalLeftGoesWithTheNextRun()
    {
        QFETCH(bool, isBegun);
        StoreFixture store;
        fillHistory(store, hub, u"kept"_s);
        fillHistory(store, files, u"hidden"_s);
        StoreFixture::value(store->accounts().remove(files));
        QFuture<Result<void>> left;
        if (isBegun)
            left = store->removeAccount(files);
        store.close();
        if (isBegun) {
            const auto answer = left.takeResult();
            QVERIFY(answer || answer.error().kind == Error::Kind::Cancelled);
        }
        store.reopen();
        store->finishRemovals();
        worked(store);
        QCOMPARE(historyOf(store), historyOf(hub, u"kept"_s));
        QCOMPARE(StoreFixture::value(store->pullStates()).size(), 1);
        store.close();
        QCOMPARE(filesWith(store, "hidden"), QStringList());
        // And it is not asked for again: an account of that id may come.
        store.reopen();
        store->finishRemovals();
        StoreFixture::value(store->apply({.account = files, .records = {table(u"new"_s)}}));
        store->finishRemovals();
        worked(store);
        QVERIFY(namesIn(store).contains(u"new"_s));
    }

    void anAccountThatIsBackKeepsWhatIsLeftOfIt()
    {
        StoreFixture store;
        fillHistory(store, hub, u"kept"_s);
        const auto before = historyOf(store);
        const auto account = StoreFixture::value(store->accounts().accounts()).first();
        StoreFixture::value(store->accounts().remove(hub));
        StoreFixture::value(store->accounts().put(account));
        store->finishRemovals();
        worked(store);
        store.reopen();
        store->finishRemovals();
        worked(store);
        QCOMPARE(historyOf(store), before);
    }

    //! Whoever put it back while it was removed keeps what is there by then.
    void anAccountThatIsThereIsNotRemoved()
    {
        StoreFixture store;
        fillHistory(store, hub, u"kept"_s);
        const auto before = historyOf(store);
        StoreFixture::value(store->removeAccount(hub));
        QCOMPARE(historyOf(store), before);
        QVERIFY(namesIn(store).contains(u"kept a"_s));
        QCOMPARE(StoreFixture::value(store->pullStates()).size(), 1);
    }

    //! Readers remember whose a number is.
    void theNumberOfACheckIsGivenOnce()
    {
        StoreFixture store;
        fillHistory(store, hub, u"kept"_s);
        store.close();
        store::Connection history({.file = store.directory() + u"/history.db"_s});
        const QByteArray highest("SELECT max(id) FROM quality_check");
        const auto number = history.number(highest);
        store::HistoryRemoval removal(hub);
        int parts = 1;
        while (removal.removePart(history, 5000))
            ++parts;
        QVERIFY(parts > 1);
        QCOMPARE(history.number("SELECT count(*) FROM check_run"), 0);
        history.run("INSERT INTO quality_check (account, native_id) VALUES (x'01', 'next')");
        QVERIFY(history.number(highest) > number);
    }
};

QTEST_GUILESS_MAIN(TestSweeps)
#include "tst_sweeps.moc"
