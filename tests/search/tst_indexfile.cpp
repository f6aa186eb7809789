// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/search/segmentlayout.h"
#include "tests/search/memorysource.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <cstring>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::tests;

namespace {

QByteArray read(const QString &file)
{
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

void write(const QString &file, const QByteArray &bytes)
{
    QFile opened(file);
    QVERIFY(opened.open(QIODevice::WriteOnly));
    QCOMPARE(opened.write(bytes), bytes.size());
}

//! Makes the header's checksum fit, so that what is wrong behind it is met.
void sign(QByteArray &bytes)
{
    if (bytes.size() < qsizetype(sizeof(store::SegmentHeader)))
        return;
    auto *data = reinterpret_cast<unsigned char *>(bytes.data());
    const auto at = offsetof(store::SegmentHeader, checksum);
    const auto sum = store::checksumOf(data, at);
    std::memcpy(data + at, &sum, sizeof sum);
}

//! How much of the mapping of \a file counts as this process's memory.
int residentKib(const QString &file)
{
    int kib = 0;
    bool isIts = false;
    for (const auto &line : read(u"/proc/self/smaps"_s).split('\n')) {
        if (line.contains('-') && line.contains(' ') && !line.contains("kB"))
            isIts = line.endsWith(QFile::encodeName(file));
        else if (isIts && line.startsWith("Rss:"))
            kib += line.mid(4).trimmed().split(' ').first().toInt();
    }
    return kib;
}

} // namespace

class TestIndexFile : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_file;
    MemorySource m_source;
    QByteArray m_main;
    QByteArray m_side;

    //! Opens the files as they are and asks everything; whatever comes, it must come.
    void ask()
    {
        store::SearchIndex index(m_file);
        if (index.open())
            ++m_opened;
        else
            ++m_refused;
        const auto snapshot = index.snapshot();
        for (const auto &query :
             {u""_s, u"o"_s, u"orders"_s, u"custmer orders"_s, u"kind:field id"_s,
              u"-tag:pii domain:sales"_s, u"native:7"_s, u"order_events daily"_s}) {
            for (const auto sort : {store::Sort::Best, store::Sort::Name, store::Sort::Updated})
                (void)snapshot->search({query, 0, 60, sort});
            (void)snapshot->facets(query);
        }
        index.update({document(3, u"orders anew"_s)}, {5}, 99); // also merges
        (void)index.snapshot()->search({.query = u"anew"_s});
    }

    int m_opened = 0;
    int m_refused = 0;

private Q_SLOTS:

    void initTestCase()
    {
        m_file = m_folder.filePath(u"index"_s);
        for (int i = 1; i <= 60; ++i) {
            auto made = document(i, (i % 2 ? u"orders_%1"_s : u"customerEvents%1"_s).arg(i), i % 7);
            made.title = i % 3 ? QString() : u"Order events %1"_s.arg(i);
            made.domain = {u"Sales"_s, u"Level %1"_s.arg(i % 4)};
            made.tags = {u"pii"_s, u"tag %1"_s.arg(i)};
            made.fields = {{.path = u"id"_s, .name = u"id"_s}};
            made.description = u"Every order, daily"_s;
            m_source.put(made);
        }
        store::SearchIndex index(m_file);
        QVERIFY(index.refresh(m_source));
        for (int i = 1; i <= 10; ++i)
            m_source.put(document(i * 3, u"orders changed %1"_s.arg(i)));
        QVERIFY(index.refresh(m_source));
        QVERIFY(index.save());
        m_main = read(m_file);
        m_side = read(m_file + u".side"_s);
        QVERIFY(!m_main.isEmpty() && !m_side.isEmpty());
    }

    void init()
    {
        m_opened = m_refused = 0;
        write(m_file, m_main);
        write(m_file + u".side"_s, m_side);
    }

    void pagesThatWereGivenBackComeBack()
    {
        store::SearchIndex index(m_file);
        QVERIFY(index.open());
        const auto ask = [&index] {
            return index.snapshot()->search({.query = u"order events"_s, .limit = 60}).rows;
        };
        const auto before = ask();
        QVERIFY(!before.empty());
        QVERIFY(residentKib(m_file) > 0);
        index.giveBack();
        QCOMPARE(residentKib(m_file), 0);
        QVERIFY(ask() == before);
        QVERIFY(residentKib(m_file) > 0);
    }

    void damagedFilesAreRefusedOrReadWithoutACrash_data()
    {
        QTest::addColumn<bool>("side");
        QTest::addColumn<bool>("signedAnew");
        QTest::newRow("main, header guarded") << false << false;
        QTest::newRow("main, header forged") << false << true;
        QTest::newRow("side, header guarded") << true << false;
        QTest::newRow("side, header forged") << true << true;
    }

    void damagedFilesAreRefusedOrReadWithoutACrash()
    {
        QFETCH(bool, side);
        QFETCH(bool, signedAnew);
        QRandomGenerator random(side ? 5 : 6);
        for (int round = 0; round < 500; ++round) {
            auto bytes = side ? m_side : m_main;
            // Half of the changes fall into the header and the small tables behind it.
            const auto bound = round % 2 ? bytes.size() : qsizetype(sizeof(store::SegmentHeader));
            for (int i = random.bounded(1, 8); i > 0; --i)
                bytes[random.bounded(int(bound))] = char(random.bounded(256));
            if (round % 10 == 0)
                bytes.truncate(random.bounded(int(bytes.size())));
            if (signedAnew)
                sign(bytes);
            write(side ? m_file + u".side"_s : m_file, bytes);
            ask();
        }
        QCOMPARE(m_opened + m_refused, 500);
        if (!side && !signedAnew)
            QVERIFY(m_refused > 200); // every change of the header is seen
    }

    void whateverIsNoIndexIsRefusedAndBuiltAgain()
    {
        const QList<QByteArray> files{{},
                                      "x",
                                      QByteArray(5000, '\0'),
                                      QByteArray("SQLite format 3\0", 16),
                                      m_main.left(m_main.size() - 8),
                                      QByteArray(m_main + "more")};
        for (const auto &bytes : files) {
            write(m_file, bytes);
            store::SearchIndex index(m_file);
            QVERIFY(!index.open());
            QVERIFY(rowsOf(index, u"orders"_s).isEmpty());
            QVERIFY(index.refresh(m_source));
            QCOMPARE(index.snapshot()->documentCount(), 60);
            store::SearchIndex again(m_file);
            QVERIFY(again.open());
            QCOMPARE(again.generation(), m_source.now);
        }
    }

    void anotherVersionIsRefused()
    {
        auto bytes = m_main;
        bytes[offsetof(store::SegmentHeader, version)] = 99;
        sign(bytes);
        write(m_file, bytes);
        store::SearchIndex index(m_file);
        QVERIFY(!index.open());
    }

    void aFolderThatCannotBeWrittenIsAnError()
    {
        store::SearchIndex index(m_folder.filePath(u"no/such/folder/index"_s));
        const auto built = index.rebuild(m_source);
        QVERIFY(!built);
        QVERIFY(built.error().kind == Error::Kind::Store);
    }
};

QTEST_APPLESS_MAIN(TestIndexFile)
#include "tst_indexfile.moc"
