// SPDX-License-Identifier: GPL-3.0-or-later
// What a large import leaves behind: a journal that is emptied now and then, and all versions.
#include "models/domain/query.h"
#include "models/store/cacheindexsource.h"
#include "models/store/cachetables.h"
#include "tests/store/samplerecords.h"
#include "tests/store/storefixture.h"

#include <QFileInfo>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <sys/stat.h>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using domain::EntityKind;
using tests::simple;
using tests::StoreFixture;

namespace {

const QUuid files(u"11111111-0000-4000-8000-000000000001"_s);

QList<domain::Record> many(EntityKind kind, int count)
{
    QList<domain::Record> records;
    for (int i = 0; i < count; ++i)
        records.append(simple(kind, u"thing-%1"_s.arg(i), u"Thing %1"_s.arg(i)));
    return records;
}

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aLongReadingForTheIndexLetsItBeEmptied()
    {
        StoreFixture store;
        store.apply(files, many(EntityKind::Asset, 3000));
        const auto cache = store->profile().cacheFile();
        store::Connection reading({.file = cache, .readOnly = true});
        store::Connection writing({.file = cache});
        store::CacheIndexSource source(reading, std::make_shared<store::AccountsNow>());
        int read = 0;
        bool whileHeld = true;
        bool later = false;
        const auto all = source.all([&](store::IndexDocument &&) {
            ++read;
            if (read == 10) {
                // Something new is in the journal, and the reader's snapshot is older.
                writing.run("UPDATE meta SET value = value + 1 WHERE key = 'changes'");
                whileHeld = writing.emptyJournal(20);
            }
            if (read == 1500) // all goes into the file; whoever reads anew needs no journal
                static_cast<void>(writing.emptyJournal(20));
            // The store's own threads read beside this one, for some milliseconds at a time.
            if (read >= 2500 && !later)
                later = writing.emptyJournal(20);
            return true;
        });
        QVERIFY(all);
        QCOMPARE(read, 3000);
        QVERIFY(!whileHeld);
        QVERIFY(later);
        QCOMPARE(QFileInfo(cache + u"-wal"_s).size(), 0);
    }

    //! On a busy machine a few documents take long; the writer does not wait for hundreds of them.
    void aSlowReadingLetsItBeEmptied()
    {
        StoreFixture store;
        store.apply(files, many(EntityKind::Asset, 50));
        const auto cache = store->profile().cacheFile();
        store::Connection reading({.file = cache, .readOnly = true});
        store::Connection writing({.file = cache});
        store::CacheIndexSource source(reading, std::make_shared<store::AccountsNow>());
        int read = 0;
        bool later = false;
        const auto all = source.all([&](store::IndexDocument &&) {
            ++read;
            if (read == 10) {
                writing.run("UPDATE meta SET value = value + 1 WHERE key = 'changes'");
                static_cast<void>(writing.emptyJournal(1)); // into the file, as far as it goes
            }
            if (read == 10)
                QThread::msleep(200);
            if (read > 11 && !later)
                later = writing.emptyJournal(20);
            return true;
        });
        QVERIFY(all);
        QCOMPARE(read, 50);
        QVERIFY(later);
    }

    void versionsThatTakeSeveralTransactionsAreAllKept()
    {
        StoreFixture store;
        constexpr int contracts = 1201; // of 500 at a time
        store.apply(files, many(EntityKind::Contract, contracts));
        store.finish(files);
        store::Connection history({.file = store->profile().historyFile(), .readOnly = true});
        QCOMPARE(history.number("SELECT count(DISTINCT native_id) FROM contract_version"),
                 contracts);
        store::Connection cache({.file = store->profile().cacheFile(), .readOnly = true});
        QCOMPARE(cache.number("SELECT count(*) FROM version_due"), 0);
        QCOMPARE(cache.text("SELECT state FROM pull_state"), u"complete"_s);
    }

    void theLogOfChangesForgetsTheOldestAlone()
    {
        constexpr qint64 kept = 500'000;
        StoreFixture store;
        store::Connection cache({.file = store->profile().cacheFile()});
        store::ChangeTable changes(cache);
        const auto first = changes.generation();
        cache.run("BEGIN");
        auto log = [&changes, next = qint64(1)](qint64 count) mutable {
            QSet<qint64> entities;
            for (; count > 0; --count)
                entities.insert(next++);
            return changes.log(entities);
        };
        const auto early = log(5000);
        const auto later = log(kept - 10'000);
        QCOMPARE(changes.since(first)->size(), kept - 5000);
        const auto last = log(7000); // of which 2000 are too many
        cache.run("COMMIT");
        QVERIFY(!changes.since(first));
        QVERIFY(changes.since(early));
        QCOMPARE(changes.since(early)->size(), kept - 3000);
        QCOMPARE(changes.since(later)->size(), 7000);
        QCOMPARE(changes.since(last)->size(), 0);
        QCOMPARE(cache.number("SELECT count(*) FROM change"), changes.value(u"changes"_s));
        log(kept + 1); // nothing is left of what is worth reading alone
        QVERIFY(!changes.since(last));
        QCOMPARE(changes.since(changes.generation())->size(), 0);
    }

    //! To read all of a large catalogue anew takes a minute.
    void anAccountThatIsEditedOrNewLeavesTheIndexAlone()
    {
        StoreFixture store;
        store::Account account{.id = files, .name = u"mesh"_s, .platform = u"files"_s};
        StoreFixture::value(store->accounts().put(account));
        store.apply(files, many(EntityKind::Asset, 20));
        store.finish(files);
        const auto found = [&store](const QString &query) {
            return StoreFixture::value(store->search({.query = query})).total;
        };
        // The index as it is read anew is another file of that name.
        const auto file = store->profile().indexFile();
        QFile before(file);
        QVERIFY(before.open(QIODevice::ReadOnly));
        const auto isSame = [&] {
            store.finish(files); // waits until the index has seen everything
            struct stat was
            {
            };
            struct stat is
            {
            };
            return ::fstat(before.handle(), &was) == 0
                && ::stat(QFile::encodeName(file).constData(), &is) == 0 && was.st_ino == is.st_ino;
        };
        QVERIFY(isSame());
        account.folder = u"/elsewhere"_s;
        StoreFixture::value(store->accounts().put(account));
        StoreFixture::value(store->accounts().put(
            {.id = QUuid::createUuid(), .name = u"new"_s, .platform = u"files"_s}));
        QVERIFY(isSame());
        QCOMPARE(found(u"account:mesh"_s), 20);
        account.name = u"renamed"_s;
        StoreFixture::value(store->accounts().put(account));
        QVERIFY(!isSame());
        QCOMPARE(found(u"account:renamed"_s), 20);
        QCOMPARE(found(u"account:mesh"_s), 0);
    }

    void whatWasIndexedBeforeItsAccountWasKnownGetsItsName()
    {
        StoreFixture store;
        store.apply(files, many(EntityKind::Asset, 20));
        store.finish(files);
        StoreFixture::value(
            store->accounts().put({.id = files, .name = u"mesh"_s, .platform = u"files"_s}));
        store.finish(files);
        QCOMPARE(StoreFixture::value(store->search({.query = u"account:mesh"_s})).total, 20);
    }

    //! `accounts edit` beside no window has ended before anything is read anew.
    void aNameThatChangedAsAProgramEndedIsTheOneThatIsFound()
    {
        StoreFixture store;
        StoreFixture::value(
            store->accounts().put({.id = files, .name = u"mesh"_s, .platform = u"files"_s}));
        store.apply(files, many(EntityKind::Asset, 20));
        store.finish(files);
        const auto found = [&store](const QString &query) {
            return StoreFixture::value(store->search({.query = query})).total;
        };
        const auto reopenAfter = [&store](const char *sql) {
            store.close();
            store::Connection({.file = store.directory() + u"/outbox.db"_s}).run(sql);
            store.reopen();
        };
        reopenAfter("UPDATE account SET name = 'my \"own\" mesh'");
        QCOMPARE(found(u"account:"_s + domain::quotedValue(u"my \"own\" mesh"_s)), 20);
        QCOMPARE(found(u"account:mesh"_s), 0);
        // Once, and not with each start; nor where nobody knows the account any more.
        const auto file = QFile::encodeName(store->profile().indexFile());
        const auto numberOf = [&file] {
            struct stat status
            {
            };
            return ::stat(file.constData(), &status) == 0 ? status.st_ino : 0;
        };
        for (const auto *sql : {"DELETE FROM saved_view", "DELETE FROM account"}) {
            reopenAfter(sql);
            found(u"kind:asset"_s);
            const auto number = numberOf();
            QVERIFY(number != 0);
            store.reopen();
            QCOMPARE(found(u"kind:asset"_s), 20);
            QCOMPARE(numberOf(), number);
        }
    }

    //! By popularity, all rows would be in memory at once.
    void everythingIsReadInTheOrderOfRows()
    {
        StoreFixture store;
        auto records = many(EntityKind::Asset, 6000);
        for (qsizetype i = 0; i < records.size(); ++i)
            records[i].popularity = int(i % 7);
        store.apply(files, records);
        store::Connection reading({.file = store->profile().cacheFile(), .readOnly = true});
        store::CacheIndexSource source(reading, std::make_shared<store::AccountsNow>());
        QList<qint64> rows;
        QVERIFY(source.all([&rows](store::IndexDocument &&document) {
            rows.append(document.rowid);
            return true;
        }));
        QCOMPARE(rows.size(), 6000);
        QVERIFY(std::is_sorted(rows.begin(), rows.end()));
        rows.clear();
        QVERIFY(source.all([&rows](store::IndexDocument &&document) {
            rows.append(document.rowid);
            return rows.size() < 10;
        }));
        QCOMPARE(rows.size(), 10);
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
