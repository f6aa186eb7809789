// SPDX-License-Identifier: GPL-3.0-or-later
// What a large import leaves behind: a journal that is emptied now and then, and all versions.
#include "models/store/cacheindexsource.h"
#include "tests/store/samplerecords.h"
#include "tests/store/storefixture.h"

#include <QFileInfo>
#include <QTest>
#include <QThread>

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
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
