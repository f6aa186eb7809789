// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/search/segmentmerger.h"
#include "models/store/search/segmentruns.h"
#include "tests/search/memorysource.h"

#include <QBuffer>
#include <QDir>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::tests;

namespace {

const QStringList &stock()
{
    static const QStringList words{u"order"_s,    u"customer"_s, u"event"_s, u"daily"_s,
                                   u"Straße"_s,   u"invoice"_s,  u"raw"_s,   u"v2"_s,
                                   u"snapshot"_s, u"price"_s};
    return words;
}

QString anyOf(QRandomGenerator &random, const QStringList &list)
{
    return list.at(random.bounded(int(list.size())));
}

store::IndexDocument randomDocument(QRandomGenerator &random, qint64 rowid)
{
    auto made =
        document(rowid, anyOf(random, stock()) % u'_' % anyOf(random, stock()), random.bounded(5));
    if (random.bounded(2))
        made.title = anyOf(random, stock()) % u' ' % anyOf(random, stock());
    made.kind = random.bounded(3) ? domain::EntityKind::Asset : domain::EntityKind::Product;
    made.description = anyOf(random, stock()) % u" of "_s % anyOf(random, stock());
    made.domain = QStringList{u"Sales"_s, u"Stock"_s, u"Finance"_s}.mid(random.bounded(3), 2);
    made.tags = stock().mid(random.bounded(10), random.bounded(3));
    made.ownerName = random.bounded(4) ? anyOf(random, {u"Ann"_s, u"Bob"_s}) : QString();
    made.changedAt = random.bounded(1000);
    for (int i = random.bounded(3); i > 0; --i)
        made.fields.append({.path = anyOf(random, stock()), .name = anyOf(random, stock())});
    return made;
}

const QStringList &questions()
{
    static const QStringList list{{},
                                  u"o"_s,
                                  u"order"_s,
                                  u"order_event"_s,
                                  u"customer raw"_s,
                                  u"orderr"_s,
                                  u"kind:asset p"_s,
                                  u"domain:stock"_s,
                                  u"strasse"_s,
                                  u"-tag:raw daily"_s,
                                  u"v2"_s,
                                  u"native:7"_s,
                                  u"kind:field event"_s};
    return list;
}

//! Everything that can be asked, as text.
QStringList answersOf(const store::SearchIndex &index)
{
    QStringList lines;
    for (const auto &question : questions()) {
        for (const auto sort : {store::Sort::Best, store::Sort::Name, store::Sort::Popularity,
                                store::Sort::Updated}) {
            const auto answer = index.snapshot()->search({question, 0, 1000, sort});
            auto line = u"%1 %2 %3:"_s.arg(question).arg(int(sort)).arg(answer.total);
            for (const auto &row : answer.rows)
                line += u" %1/%2"_s.arg(row.rowid).arg(row.tier);
            lines.append(line);
        }
        for (const auto &facet : index.snapshot()->facets(question)) {
            for (const auto &value : facet.values)
                lines.append(
                    u"%1 %2=%3 %4"_s.arg(question, facet.name, value.value).arg(value.count));
        }
    }
    return lines;
}

//! The bytes of a segment.
QByteArray written(const std::function<Result<void>(QIODevice &)> &write)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadWrite);
    return write(buffer) ? bytes : QByteArray();
}

QByteArray mergedBytes(const store::Parts &parts)
{
    store::SegmentMerger merger(parts);
    return written([&merger](QIODevice &device) { return merger.write(device, {7, 8, 9}); });
}

QByteArray builtBytes(const std::vector<store::IndexDocument> &documents)
{
    store::SegmentBuilder builder;
    for (const auto &document : documents)
        builder.add(document);
    return written([&builder](QIODevice &device) { return builder.write(device, {7, 8, 9}); });
}

} // namespace

class TestIndexUpdates : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void updatingEqualsRebuilding_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 12; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void updatingEqualsRebuilding()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        QTemporaryDir folder;
        const auto file = folder.filePath(u"index"_s);
        MemorySource source;
        auto index = std::make_unique<store::SearchIndex>(file);
        for (int step = 0; step < 30; ++step) {
            for (int i = random.bounded(20); i >= 0; --i) {
                const auto rowid = 1 + random.bounded(80);
                if (random.bounded(4) == 0)
                    source.remove(rowid);
                else
                    source.put(randomDocument(random, rowid));
            }
            QVERIFY(index->refresh(source));
            QCOMPARE(index->generation(), source.now);
            QCOMPARE(index->snapshot()->documentCount(), qint64(source.documents_.size()));
            switch (random.bounded(6)) {
            case 0:
                QVERIFY(index->save());
                break;
            case 1: // closed without saving, or after it: the log brings it up to date
                index = std::make_unique<store::SearchIndex>(file);
                (void)index->open();
                QVERIFY(index->refresh(source));
                break;
            default:
                break;
            }
            store::SearchIndex fresh;
            QVERIFY(fresh.rebuild(source));
            QCOMPARE(answersOf(*index), answersOf(fresh));
        }
    }

    void aSavedIndexIsThereAgain()
    {
        QTemporaryDir folder;
        const auto file = folder.filePath(u"index"_s);
        MemorySource source;
        QStringList before;
        {
            store::SearchIndex index(file);
            QVERIFY(!index.open());
            for (int i = 1; i <= 50; ++i)
                source.put(document(i, u"order %1"_s.arg(i)));
            QVERIFY(index.refresh(source));
            source.put(document(51, u"order late"_s));
            source.remove(3);
            QVERIFY(index.refresh(source));
            QVERIFY(index.save());
            QVERIFY(QFile::exists(file + u".side"_s));
            before = answersOf(index);
        }
        store::SearchIndex index(file);
        QVERIFY(index.open());
        QCOMPARE(index.generation(), source.now);
        QCOMPARE(answersOf(index), before);
        QCOMPARE(
            QFile::permissions(file)
                & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
            QFile::Permissions());
    }

    void aSideFileOfAnotherMainFileIsNotRead()
    {
        QTemporaryDir folder;
        const auto file = folder.filePath(u"index"_s);
        MemorySource source;
        source.put(document(1, u"first"_s));
        store::SearchIndex index(file);
        QVERIFY(index.refresh(source));
        source.put(document(2, u"second"_s));
        QVERIFY(index.refresh(source));
        QVERIFY(index.save());
        QVERIFY(QFile::rename(file + u".side"_s, folder.filePath(u"kept"_s)));
        QVERIFY(index.rebuild(source));
        QVERIFY(QFile::rename(folder.filePath(u"kept"_s), file + u".side"_s));
        store::SearchIndex again(file);
        QVERIFY(again.open());
        QCOMPARE(again.snapshot()->documentCount(), 2);
        QCOMPARE(rowsOf(again, u"second"_s), QList<qint64>{2});
    }

    void mergedRunsAreTheIndexThatIsBuiltAtOnce_data()
    {
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<int>("count");
        for (quint32 seed = 1; seed <= 8; ++seed)
            QTest::addRow("seed %u", seed) << seed << (seed % 2 ? 3000 : 40);
        QTest::newRow("nothing") << 9U << 0;
    }

    void mergedRunsAreTheIndexThatIsBuiltAtOnce()
    {
        QFETCH(quint32, seed);
        QFETCH(int, count);
        QRandomGenerator random(seed);
        QTemporaryDir folder;
        constexpr std::size_t most = 100'000;
        store::SegmentRuns runs(folder.filePath(u"index"_s), most);
        std::vector<store::IndexDocument> documents;
        for (int i = 1; i <= count; ++i) {
            documents.push_back(randomDocument(random, i));
            QVERIFY(runs.add(documents.back()));
        }
        auto parts = runs.finish();
        QVERIFY(parts);
        QVERIFY(count < 100 || parts->size() > 4);
        // One document more than fits is what makes a run full.
        QVERIFY2(runs.largestHeld() < most + 20'000,
                 qPrintable(QString::number(runs.largestHeld())));
        const auto together = mergedBytes(*parts);
        QVERIFY(!together.isEmpty());
        std::shuffle(documents.begin(), documents.end(), random);
        QVERIFY(together == builtBytes(documents));

        // What no longer counts leaves nothing behind.
        QSet<qint64> gone;
        for (auto &part : *parts) {
            auto dead = std::make_shared<store::Bitset>(part.segment->size());
            for (std::size_t document = 0; document < part.segment->size(); ++document) {
                if (random.bounded(3) == 0) {
                    dead->set(document);
                    gone.insert(part.segment->rowid(document));
                }
            }
            part.dead = dead;
        }
        std::erase_if(documents, [&gone](const store::IndexDocument &document) {
            return gone.contains(document.rowid);
        });
        QVERIFY(mergedBytes(*parts) == builtBytes(documents));
    }

    void whatIsLargeIsNotInMemoryAndLeavesNoFile()
    {
        QTemporaryDir folder;
        const auto file = folder.filePath(u"index"_s);
        store::SegmentBuilder builder;
        for (int i = 1; i <= 1000; ++i)
            builder.add(document(i, u"order %1"_s.arg(i)));
        const auto write = [&builder](QIODevice &device) { return builder.write(device, {}); };
        {
            const auto segment = store::keptSegment(file, std::size_t{64} << 20, write);
            QVERIFY(segment);
            QVERIFY((*segment)->isMapped());
            QCOMPARE((*segment)->size(), std::size_t(1000));
        }
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList());
    }

    void muchThatChangedIsReadAloneAndSomeAtATime()
    {
        MemorySource source;
        for (int i = 1; i <= 100; ++i)
            source.put(document(i, u"order %1"_s.arg(i)));
        store::SearchIndex index;
        QVERIFY(index.refresh(source));
        QCOMPARE(source.walks, 1); // the first time there is no index
        for (int i = 101; i <= 9000; ++i)
            source.put(document(i, u"order %1"_s.arg(i)));
        source.remove(7);
        source.remove(8999);
        QVERIFY(index.refresh(source));
        QCOMPARE(source.walks, 1);
        QCOMPARE(source.read, 8899); // 101 to 9000 without one that is gone
        QCOMPARE(index.snapshot()->documentCount(), qint64(source.documents_.size()));
        QCOMPARE(index.unsaved(), std::size_t(8899));
        store::SearchIndex fresh;
        QVERIFY(fresh.rebuild(source));
        QCOMPARE(answersOf(index), answersOf(fresh));
    }

    void whatWasSavedMidwayIsNotReadAgain()
    {
        QTemporaryDir folder;
        const auto file = folder.filePath(u"index"_s);
        MemorySource source;
        for (int i = 1; i <= 50; ++i)
            source.put(document(i, u"order %1"_s.arg(i)));
        {
            store::SearchIndex index(file);
            QVERIFY(index.refresh(source));
            for (int i = 51; i <= 300; ++i)
                source.put(document(i, u"order %1"_s.arg(i)));
            QVERIFY(index.refresh(source));
            QVERIFY(index.save(store::Saving::Midway));
            QCOMPARE(index.unsaved(), std::size_t(0));
            source.put(document(301, u"order late"_s));
            QVERIFY(index.refresh(source)); // and is killed
        }
        source.read = 0;
        store::SearchIndex index(file);
        QVERIFY(index.open());
        QVERIFY(index.refresh(source));
        QCOMPARE(source.walks, 1);
        QCOMPARE(source.read, 1);
        QCOMPARE(index.snapshot()->documentCount(), 301);
    }

    void aMergeThatIsStoppedChangesNothing()
    {
        QTemporaryDir folder;
        const auto file = folder.filePath(u"index"_s);
        store::SearchIndex index(file);
        std::vector<store::IndexDocument> documents;
        for (int i = 1; i <= 6000; ++i)
            documents.push_back(document(i, u"order %1"_s.arg(i)));
        index.update(documents, {}, 1);
        const auto stopped = index.save(store::Saving::Settled, [] { return true; });
        QVERIFY(!stopped);
        QVERIFY(stopped.error().kind == Error::Kind::Cancelled);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList());
        QCOMPARE(rowsOf(index, u"order 77"_s).first(), 77);
        QVERIFY(index.save(store::Saving::Closing)); // there is no time for a first file
        QVERIFY(!QFile::exists(file));
        QVERIFY(index.save());
        QVERIFY(QFile::exists(file));
        QCOMPARE(rowsOf(index, u"order 77"_s).first(), 77);
    }

    void readersAndMergesGoOnDuringUpdates()
    {
        MemorySource source;
        for (int i = 1; i <= 300; ++i)
            source.put(document(i, u"order %1"_s.arg(i)));
        store::SearchIndex index;
        QVERIFY(index.rebuild(source));
        std::atomic<bool> done = false;
        std::atomic<int> wrong = 0;
        std::thread reader([&] {
            while (!done) {
                // Each update replaces documents and adds one: never fewer, whatever the moment.
                if (index.snapshot()->search({.query = u"order"_s}).total < 300)
                    ++wrong;
            }
        });
        std::thread merger([&] {
            while (!done) {
                if (!index.save())
                    ++wrong;
            }
        });
        for (int i = 0; i < 300; ++i) {
            const auto rowid = 1 + i % 100;
            const auto at = source.now + i + 1;
            index.update(
                {document(rowid, u"order again %1"_s.arg(i)), document(301 + i, u"order more"_s)},
                {}, at);
        }
        done = true;
        reader.join();
        merger.join();
        QCOMPARE(wrong.load(), 0);
        QCOMPARE(index.snapshot()->documentCount(), 600);
        QCOMPARE(rowsOf(index, u"again 299"_s), QList<qint64>{100});
    }
};

QTEST_APPLESS_MAIN(TestIndexUpdates)
#include "tst_indexupdates.moc"
