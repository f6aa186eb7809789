// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/identity.h"
#include "models/store/doctor.h"
#include "models/store/migration.h"
#include "models/store/runmarker.h"
#include "tests/store/samplerecords.h"
#include "tests/store/storefixture.h"

#include <sqlite3.h>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <functional>
#include <memory>
#include <sys/stat.h>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using domain::EntityKind;
using tests::simple;
using tests::StoreFixture;

namespace {

const QUuid files(u"11111111-0000-4000-8000-000000000001"_s);

//! Runs \a sql on a database file, beside the store.
void run(const QString &file, const QByteArray &sql)
{
    sqlite3 *database = nullptr;
    QCOMPARE(sqlite3_open(QFile::encodeName(file).constData(), &database), SQLITE_OK);
    char *error = nullptr;
    sqlite3_exec(database, sql.constData(), nullptr, nullptr, &error);
    QVERIFY2(error == nullptr, error);
    sqlite3_close(database);
}

void fill(StoreFixture &store)
{
    store::Account account;
    account.id = files;
    account.name = u"mesh"_s;
    account.platform = u"files"_s;
    StoreFixture::value(store->accounts().put(account));
    for (int i = 0; i < 400; ++i) {
        StoreFixture::value(
            store->accounts().saveView({u"view %1"_s.arg(i + 1000), QString(300, u'x'), {}}));
    }
    QList<domain::Record> records;
    for (int i = 0; i < 300; ++i) {
        auto record = simple(EntityKind::Contract, u"c%1"_s.arg(i));
        record.description = QString(500, QChar(u'a' + i % 26));
        records.append(record);
    }
    store.apply(files, records);
    store.finish(files);
}

void damage(const QString &path, const std::function<void(QFile &)> &how)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    how(file);
}

bool isHealthy(const QString &directory, QString *what = nullptr)
{
    const auto profile = store::Profile::open(directory);
    bool healthy = profile.has_value();
    for (const auto &one : store::examine(*profile)) {
        healthy = healthy && one.ok;
        if (!one.ok && what)
            what->append(one.name + u": "_s + one.detail + u'\n');
    }
    return healthy;
}

} // namespace

class TestRecovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void allFilesAreTheOwnersAlone()
    {
        ::umask(0); // the worst that a caller can do
        StoreFixture store;
        fill(store);
        QDirIterator entries(store.directory(),
                             QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                             QDirIterator::Subdirectories);
        constexpr auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther
            | QFileDevice::WriteGroup | QFileDevice::WriteOther | QFileDevice::ExeOther;
        int seen = 0;
        while (entries.hasNext()) {
            entries.next();
            ++seen;
            QVERIFY2(!(entries.fileInfo().permissions() & others), qPrintable(entries.filePath()));
        }
        QVERIFY(seen >= 8);
        ::umask(077);
    }

    void aFolderOfOthersIsNotTaken()
    {
        QTemporaryDir dir;
        QFile file(dir.filePath(u"thesis.txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QFile::setPermissions(dir.path(), QFileDevice::Permissions(0x7755));
        const auto profile = store::Profile::open(dir.path());
        QVERIFY(!profile);
        QVERIFY(profile.error().kind == Error::Kind::Usage);
    }

    void aNewerFileIsRefusedAndLeftAlone_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("version");
        for (const auto &schema : {store::cacheSchema, store::historySchema, store::outboxSchema}) {
            const QString name = QString::fromLatin1(schema.name) + u".db"_s;
            QTest::newRow(qPrintable(name)) << name << schema.version;
        }
    }

    void aNewerFileIsRefusedAndLeftAlone()
    {
        QFETCH(QString, name);
        QFETCH(int, version);
        StoreFixture store;
        store.close();
        run(store.directory() + u'/' + name, "PRAGMA user_version = 99");
        const auto profile = store::Profile::open(store.directory());
        const SystemClock clock;
        const auto opened = store::Store::open(*profile, clock);
        QVERIFY(!opened);
        QVERIFY(opened.error().kind == Error::Kind::Usage);
        QVERIFY(opened.error().detail.contains(name));
        run(store.directory() + u'/' + name,
            "PRAGMA user_version = " + QByteArray::number(version));
        store.reopen();
    }

    void aDamagedFileIsReplacedAndTheOthersStay_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("kind");
        for (const auto &name : {u"cache.db"_s, u"history.db"_s, u"outbox.db"_s}) {
            for (int kind = 0; kind < 3; ++kind)
                QTest::addRow("%s %d", qPrintable(name), kind) << name << kind;
        }
    }

    void aDamagedFileIsReplacedAndTheOthersStay()
    {
        QFETCH(QString, name);
        QFETCH(int, kind);
        StoreFixture store;
        fill(store);
        store.close();
        const QString file = store.directory() + u'/' + name;
        damage(file, [&](QFile &f) {
            if (kind == 0) {
                f.write(QByteArray(4096, 'Z')); // no database at all
            } else if (kind == 1) {
                f.resize(f.size() / 2 / 4096 * 4096);
            } else {
                f.seek(f.size() / 4096 / 2 * 4096);
                f.write(QByteArray(8192, '\0'));
            }
        });
        QFile::remove(store.directory() + u"/checked"_s); // a day went by
        QVERIFY(!isHealthy(store.directory()));
        store.reopen();
        QString what;
        QVERIFY2(isHealthy(store.directory(), &what), qPrintable(what));

        const auto findings = StoreFixture::value(store->findings());
        QVERIFY(!findings.isEmpty());
        QVERIFY(findings.first().file.endsWith(name));
        QCOMPARE(QDir(store.directory()).entryList({name + u".corrupt-*Z"_s}).size(), 1);

        const auto views = StoreFixture::value(store->accounts().savedViews()).size();
        const auto counts = StoreFixture::value(store->counts());
        if (name == u"outbox.db"_s) {
            qInfo("%lld of 400 views saved from a damaged outbox", qint64(views));
            // Half a file still holds what was written first; two pages in the middle are little.
            QVERIFY(kind == 0 || views > (kind == 1 ? 10 : 100));
        } else {
            QCOMPARE(views, 400);
        }
        if (name == u"cache.db"_s) {
            QVERIFY(counts.perKind.isEmpty());
            const auto state = StoreFixture::value(store->pullStates()).first();
            QCOMPARE(state.state, u"failed"_s);
            QVERIFY(state.cursor.isEmpty());
        } else {
            QCOMPARE(counts.perKind.first().second, 300);
        }
        fill(store); // and it goes on
        QCOMPARE(StoreFixture::value(store->counts()).perKind.first().second, 300);
    }

    void flippedBitsNeverEndIt()
    {
        constexpr int copies = 60;
        const auto seed = 20261125u;
        QRandomGenerator random(seed);
        int replaced = 0;
        for (int i = 0; i < copies; ++i) {
            StoreFixture store;
            fill(store);
            store.close();
            const auto name = QList{u"cache.db"_s, u"history.db"_s, u"outbox.db"_s}.at(i % 3);
            damage(store.directory() + u'/' + name, [&](QFile &f) {
                for (int flip = 0; flip < 20; ++flip) {
                    // But for the version, which would be refused as of a newer program.
                    const auto at = flip == 0 && i % 4 == 0 ? qint64(68)
                                                            : random.bounded(qint64(100), f.size());
                    f.seek(at);
                    const auto byte = f.read(1);
                    f.seek(at);
                    f.write(QByteArray(1, char(byte.front() ^ (1 << random.bounded(8)))));
                }
            });
            QFile::remove(store.directory() + u"/checked"_s);
            store.reopen();
            QString what;
            QVERIFY2(isHealthy(store.directory(), &what),
                     qPrintable(u"seed %1, file %2: %3"_s.arg(seed).arg(i).arg(what)));
            replaced += int(QDir(store.directory()).entryList({u"*.corrupt-*Z"_s}).size());
            static_cast<void>(store->page(entityId(files, u"c1"_s)).takeResult());
            store.apply(files, {simple(EntityKind::Product, u"after"_s)});
            StoreFixture::value(store->page(entityId(files, u"after"_s)));
        }
        qInfo("%d files with 20 flipped bits each, seed %u: %d put aside, 0 violations", copies,
              seed, replaced);
        QVERIFY(replaced > 0);
    }

    void operationsOutOfADamagedFileWaitForAPerson()
    {
        StoreFixture store;
        fill(store);
        store.close();
        const QString file = store.directory() + u"/outbox.db"_s;
        run(file,
            "INSERT INTO operation (account, object_id, kind, payload, idempotency_key, created,"
            " state) VALUES (x'00', 'a', 'request', x'01', x'02', 1, 'ready')");
        damage(file, [](QFile &f) {
            f.seek(f.size() / 4096 / 2 * 4096);
            f.write(QByteArray(4096, '\0'));
        });
        store.reopen();
        QCOMPARE(StoreFixture::value(store->accounts().waitingCount()), 1);
        store.close();
        run(file,
            "CREATE TABLE probe (x CHECK (x = 1));"
            "INSERT INTO probe SELECT count(*) FROM operation"
            " WHERE recovered = 1 AND state = 'staged';"
            "DROP TABLE probe");
    }

    void aSecondProcessIsNotRobbedOfItsFile()
    {
        StoreFixture store;
        fill(store);
        store.close();
        damage(store.directory() + u"/outbox.db"_s,
               [](QFile &f) { f.write(QByteArray(4096, 'Z')); });
        auto marker = std::make_unique<store::RunMarker>(store.directory()); // of another process
        const auto profile = store::Profile::open(store.directory());
        const SystemClock clock;
        const auto opened = store::Store::open(*profile, clock);
        QVERIFY(!opened);
        QVERIFY(opened.error().kind == Error::Kind::Busy);
        marker.reset();
        store.reopen();
    }

    void aMarkerThatNobodyHoldsIsOfADeadProcess()
    {
        StoreFixture store;
        store.close();
        QFile marker(store.directory() + u"/running.1"_s); // whatever has that number now
        QVERIFY(marker.open(QIODevice::WriteOnly));
        QCOMPARE(store::RunMarker::left(store.directory()).size(), 1);
        QVERIFY(!store::RunMarker::othersRun(store.directory()));
    }

    //! They name what was removed since; a month is enough to go back to the version before.
    void copiesOfMigrationsAreKeptForAMonth()
    {
        StoreFixture store;
        store.close();
        const auto copy = [&store](const QString &name, int days) {
            QString path = store.directory() + u"/backup/"_s + name;
            QFile file(path);
            const auto made = QDateTime::currentDateTimeUtc().addDays(-days);
            const bool done = file.open(QIODevice::WriteOnly) && file.write("a copy") > 0
                && file.flush() && file.setFileTime(made, QFileDevice::FileModificationTime);
            return done ? path : QString();
        };
        const auto old = copy(u"outbox.v3.db"_s, 31);
        const auto cut = copy(u"history.v4.db.part"_s, 31);
        const auto young = copy(u"outbox.v4.db"_s, 29);
        const auto others = copy(u"letters.db"_s, 400);
        const QString damaged = store.directory() + u"/history.db.corrupt-20261128T120000000Z"_s;
        {
            QFile file(damaged);
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        store.reopen();
        QVERIFY(!QFile::exists(old));
        for (const auto &path : {cut, young, others}) // of a damaged file it may be what is left
            QVERIFY2(QFile::exists(path), qPrintable(path));
        store.close();
        QVERIFY(QFile::remove(damaged));
        store.reopen();
        QVERIFY(!QFile::exists(cut));
        QVERIFY(QFile::exists(young) && QFile::exists(others));
    }

    void aSalvageThatWasCutOffBeginsAgain()
    {
        StoreFixture store;
        fill(store);
        store.close();
        const QString file = store.directory() + u"/outbox.db"_s;
        QVERIFY(QFile::copy(file, file + u".whole"_s));
        damage(file, [](QFile &f) { f.resize(f.size() / 2 / 4096 * 4096); });
        { // killed while rows were copied
            QFile part(file + u".part"_s);
            QVERIFY(part.open(QIODevice::WriteOnly));
            part.write(QByteArray(5000, 'x'));
        }
        store.reopen();
        QVERIFY(StoreFixture::value(store->accounts().savedViews()).size() > 10);
        QVERIFY(!QFile::exists(file + u".part"_s));
        store.close();

        // Killed between putting the damaged file aside and the mended one in its place.
        QVERIFY(QFile::remove(file));
        QVERIFY(QFile::rename(file + u".whole"_s, file + u".mended"_s));
        store.reopen();
        QCOMPARE(StoreFixture::value(store->accounts().savedViews()).size(), 400);
        QVERIFY(!QFile::exists(file + u".mended"_s));
    }
};

QTEST_GUILESS_MAIN(TestRecovery)
#include "tst_recovery.moc"
