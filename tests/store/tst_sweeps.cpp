// SPDX-License-Identifier: GPL-3.0-or-later
// What a platform that is read page by page leaves in the store: marks of its sweeps, where a pull
// goes on, and lineage that is told apart from what it is about. And what is left of an account
// that was removed: nothing.
#include "models/base/async.h"
#include "models/store/connection.h"
#include "models/store/historyremoval.h"
#include "models/store/recovery.h"
#include "models/store/writer.h"
#include "tests/store/lineagerecords.h"
#include "tests/store/qualityrecords.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <atomic>
#include <functional>
#include <memory>
#include <utility>

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

//! Waits for what the writer has to do for \a account, or for nobody.
void worked(StoreFixture &store, const QUuid &account)
{
    StoreFixture::value(store->finishPull({.account = account}, {}, false));
}

//! Tells a story of what the writer does, in its thread.
class ToldJob final : public store::WriteJob
{
public:
    ToldJob(QStringList &story, const QString &name, store::Turn turn, int parts = 1,
            std::function<void()> atFirst = {})
        : WriteJob(turn)
        , m_story(story)
        , m_name(name)
        , m_parts(parts)
        , m_atFirst(std::move(atFirst))
    {
    }

    bool step(store::CacheWriter &) override
    {
        if (m_atFirst)
            std::exchange(m_atFirst, {})();
        m_story.append(m_name);
        return --m_parts > 0;
    }

    void finish(const std::optional<Error> &error) override
    {
        if (error)
            m_story.append(m_name + u": "_s + error->detail);
    }

private:
    QStringList &m_story;
    QString m_name;
    int m_parts;
    std::function<void()> m_atFirst;
};

//! As an earlier version removed an account: nobody noted that it went.
void forget(const StoreFixture &store, const QByteArray &where)
{
    store::Connection outbox({.file = store.directory() + u"/outbox.db"_s});
    outbox.run("DELETE FROM account WHERE " + where);
}

//! The accounts of which the profile keeps a history that nobody needs.
QList<QUuid> forgottenIn(const StoreFixture &store)
{
    store::Connection history({.file = store.directory() + u"/history.db"_s, .readOnly = true});
    return store::forgottenAccounts(history, {.file = store.directory() + u"/outbox.db"_s},
                                    store.directory() + u"/backup"_s);
}

void makeFile(const QString &path)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
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
        StoreFixture::value(store->removeAccount(files)); // behind what is left of it
        QCOMPARE(historyOf(store), historyOf(hub, u"kept"_s));
        QCOMPARE(StoreFixture::value(store->pullStates()).size(), 1);
        store.close();
        QCOMPARE(filesWith(store, "hidden"), QStringList());
        // And it is not asked for again: an account of that id may come.
        store.reopen();
        store->finishRemovals();
        StoreFixture::value(store->apply({.account = files, .records = {table(u"new"_s)}}));
        store->finishRemovals();
        worked(store, files);
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
        worked(store, hub);
        store.reopen();
        store->finishRemovals();
        worked(store, hub);
        QCOMPARE(historyOf(store), before);
    }

    //! What is of one account keeps its order, and neither side waits for the end of the other.
    void whatGivesWayLetsOthersWriteInBetween()
    {
        StoreFixture fixture;
        fixture.close();
        const auto profile = store::Profile::open(fixture.directory());
        QVERIFY(profile);
        const auto options = store::fileOptions(*profile, {});
        const SystemClock clock;
        store::AccountRegistry accounts;
        QStringList story; // of the writer's thread, until it ends
        {
            store::Writer writer({.cache = options.cache,
                                  .history = options.history,
                                  .clock = &clock,
                                  .accounts = &accounts});
            const auto post = [&](const QString &name, store::Turn turn, int parts = 1,
                                  std::function<void()> atFirst = {}) {
                writer.post(
                    std::make_unique<ToldJob>(story, name, turn, parts, std::move(atFirst)));
            };
            post(u"removal"_s, {files, true}, 3, [&] {
                post(u"other"_s, {hub}, 2);
                post(u"behind"_s, {files});
                post(u"again"_s, {files, true}, 2);
                post(u"nobody's"_s, {});
                post(u"last"_s, {files});
            });
            writer.close();
        }
        // "other" has two parts in a row; "again" is aside when "last" comes.
        QCOMPARE(
            story.join(u", "_s),
            u"removal, other, other, nobody's, removal, removal, behind, again, again, last"_s);
    }

    void whileAnAccountIsRemovedOthersAreWritten()
    {
        StoreFixture store;
        fillHistory(store, files, u"hidden"_s);
        StoreFixture::value(store->accounts().remove(files));
        QStringList story;
        QObject listener;
        const auto tell = [&](const QString &what, auto future) {
            onFinished(future, &listener,
                       [&story, what](const auto &done) { story.append(done ? what : u"-"_s); });
        };
        {
            // The writer waits until all three are there.
            store::Connection cache({.file = store.directory() + u"/cache.db"_s});
            cache.run("BEGIN IMMEDIATE");
            tell(u"removal"_s, store->removeAccount(files));
            tell(u"other"_s, store->apply({.account = hub, .records = {table(u"new"_s)}}));
            tell(u"own"_s, store->apply({.account = files, .records = {table(u"own"_s)}}));
            QTest::qWait(200);
            cache.run("ROLLBACK");
        }
        QTRY_COMPARE(story.size(), 3);
        // What comes of the account itself comes behind the removal, and stays.
        QCOMPARE(story.join(u", "_s), u"other, removal, own"_s);
        QCOMPARE(namesIn(store), (QStringList{u"new"_s, u"own"_s}));
    }

    //! Nobody who adds an account while it is removed goes on behind what is about to go.
    void aRemovalBeginsWithHowFarItWasPulled()
    {
        StoreFixture store;
        QList<domain::Record> records;
        for (int i = 0; i < 12'000; ++i)
            records.append(table(u"t%1"_s.arg(i)));
        store.apply(files, records);
        store.finish(files);
        QCOMPARE(StoreFixture::value(store->pullStates()).size(), 1);
        const auto removal = store->removeAccount(files);
        StoreFixture::value(store->apply({.account = hub, .records = {}})); // behind its first part
        QVERIFY(StoreFixture::value(store->pullStates()).isEmpty());
        StoreFixture::value(removal);
    }

    void whatEarlierVersionsLeftOfAnAccountGoes()
    {
        StoreFixture store;
        fillHistory(store, hub, u"kept"_s);
        fillHistory(store, files, u"hidden"_s);
        StoreFixture::value(store->removeUnseen(files, {})); // the cache they did clear
        StoreFixture::value(store->settled());
        store.close();
        forget(store, "name = 'hidden account'");
        store.reopen();
        QCOMPARE(forgottenIn(store), QList<QUuid>{files});
        store->finishRemovals();
        QTRY_VERIFY(forgottenIn(store).isEmpty());
        StoreFixture::value(store->removeAccount(files)); // behind what is left of it
        QCOMPARE(historyOf(store), historyOf(hub, u"kept"_s));
        StoreFixture::value(store->settled());
        store.close();
        QCOMPARE(filesWith(store, "hidden").join(u", "_s), QString());
    }

    //! History comes back by nothing, so it goes only where it is certain that its account did.
    void aHistoryStaysWhereItsAccountMayBeLost()
    {
        StoreFixture store;
        fillHistory(store, files, u"hidden"_s);
        const QString upgraded = store.directory() + u"/backup/outbox.v7.db"_s;
        const QString damaged = store.directory() + u"/outbox.db.corrupt-20261128T120000000Z"_s;
        makeFile(upgraded);
        QCOMPARE(forgottenIn(store), QList<QUuid>()); // it is there
        forget(store, "true");
        QCOMPARE(forgottenIn(store), QList<QUuid>{files});
        makeFile(damaged); // where it may stand
        QCOMPARE(forgottenIn(store), QList<QUuid>());
        QVERIFY(QFile::remove(damaged));
        QVERIFY(QFile::remove(upgraded)); // without any account the file may be new
        QCOMPARE(forgottenIn(store), QList<QUuid>());
        // Whose removal was noted goes by that note.
        StoreFixture::value(
            store->accounts().put({.id = files, .name = u"a"_s, .platform = u"files"_s}));
        StoreFixture::value(
            store->accounts().put({.id = hub, .name = u"b"_s, .platform = u"files"_s}));
        StoreFixture::value(store->accounts().remove(files));
        QCOMPARE(forgottenIn(store), QList<QUuid>());
    }

    //! Another process may have added it a moment ago; this one has not heard of it.
    void anAccountOfAnotherProcessKeepsItsHistory()
    {
        StoreFixture store;
        fillHistory(store, hub, u"kept"_s);
        const auto account = StoreFixture::value(store->accounts().accounts()).first();
        const auto before = historyOf(store);
        store.close();
        forget(store, "true");
        const auto change = [&](const QByteArray &sql, const QByteArray &others = {}) {
            store::Connection outbox({.file = store.directory() + u"/outbox.db"_s});
            outbox.run(sql + " VALUES (x'" + account.id.toRfc4122().toHex() + '\'' + others + ')');
        };
        change("INSERT INTO removed_account");
        store.reopen();
        change("INSERT INTO account", ", 'kept account', 'files', '', '', '', '{}', 0");
        store->finishRemovals();
        worked(store, hub);
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
