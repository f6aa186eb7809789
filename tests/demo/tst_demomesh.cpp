// SPDX-License-Identifier: GPL-3.0-or-later
// The demo mesh of a profile is whole at any time, keeps its first start, and is never stale.
#include "app/demo/demomesh.h"
#include "tests/demo/demotree.h"
#include "tests/support/shared.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using tests::DemoTree;

namespace {

const QString shipped = QStringLiteral(PORTOLAN_SOURCE_DIR "/resources/demo");
const QString events = u"lineage/orders.ndjson"_s;
const auto scans = u"carriers/parcel_scans/scans per day"_s;

void put(const QString &path, const QByteArray &bytes)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QList<QJsonObject> eventsIn(const QByteArray &text)
{
    QList<QJsonObject> found;
    for (const auto &line : text.split('\n')) {
        if (!line.isEmpty())
            found.append(QJsonDocument::fromJson(line).object());
    }
    return found;
}

} // namespace

class TestDemoMesh : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_folder = m_dir->filePath(u"demo"_s);
    }

    void theFirstStartCopiesTheMeshAndAddsResults()
    {
        QVERIFY(mesh().bring(m_now));
        auto files = DemoTree::filesOf(m_folder);
        const auto source = DemoTree::filesOf(shipped);
        for (auto it = source.begin(); it != source.end(); ++it) {
            QVERIFY2(files.contains(it.key()), qPrintable(it.key()));
            if (!it.key().startsWith(u"lineage/"_s))
                QVERIFY2(files.value(it.key()) == *it, qPrintable(it.key()));
        }
        QVERIFY(files.size() > source.size() + 1000);
        QCOMPARE(names(), QStringList(u"demo"_s));
    }

    void eventsOfTheMeshMoveByWholeDaysAndElseStayAsTheyAre()
    {
        QVERIFY(mesh().bring(m_now));
        const auto before = eventsIn(tests::bytesOf(shipped % u'/' % events));
        const auto after = eventsIn(tests::bytesOf(m_folder % u'/' % events));
        QCOMPARE(after.size(), before.size());
        const auto days = QDate(2026, 11, 23).daysTo(m_now.date());
        QDateTime newest;
        for (qsizetype i = 0; i < after.size(); ++i) {
            auto expected = before.at(i);
            const auto text = expected.value(u"eventTime"_s).toString();
            const auto moved = QDate::fromString(text.left(10), Qt::ISODate).addDays(days);
            expected.insert(u"eventTime"_s, QString(moved.toString(Qt::ISODate) + text.mid(10)));
            QCOMPARE(after.at(i), expected);
            newest = qMax(
                newest,
                QDateTime::fromString(after.at(i).value(u"eventTime"_s).toString(), Qt::ISODate));
        }
        QCOMPARE(newest.date(), m_now.date());
        QVERIFY(newest < m_now);
    }

    void aSecondStartChangesNothing()
    {
        QVERIFY(mesh().bring(m_now));
        const auto before = DemoTree::filesOf(m_folder);
        const auto time = QFileInfo(m_folder % u"/README.md"_s).lastModified();
        QVERIFY(mesh().bring(m_now.addDays(6)));
        QVERIFY(mesh().freshen(m_now.addDays(7)));
        QVERIFY(DemoTree::filesOf(m_folder) == before);
        QCOMPARE(QFileInfo(m_folder % u"/README.md"_s).lastModified(), time);
    }

    void whatWasDecidedSurvivesAnotherVersion()
    {
        QVERIFY(mesh().bring(m_now));
        const auto before = DemoTree::filesOf(m_folder % u"/access"_s);
        QVERIFY(before.size() > 30);
        const auto own = u"access/decisions/a/b.yaml"_s;
        put(m_folder % u'/' % own, "mine");
        QVERIFY(mesh(u"0.2.0"_s).bring(m_now.addDays(1)));
        auto after = DemoTree::filesOf(m_folder % u"/access"_s);
        QCOMPARE(after.take(u"decisions/a/b.yaml"_s), QByteArray("mine"));
        QVERIFY(after == before);
    }

    void afterAWeekResultsAreAdded()
    {
        QVERIFY(mesh().bring(m_now));
        const auto before = DemoTree::filesOf(m_folder);
        const auto later = m_now.addDays(30);
        QVERIFY(mesh().freshen(later));
        const auto after = DemoTree::filesOf(m_folder);
        for (auto it = before.begin(); it != before.end(); ++it) {
            if (!it.key().startsWith(u'.'))
                QVERIFY2(after.value(it.key()).startsWith(*it), qPrintable(it.key()));
        }
        const DemoTree tree(m_folder);
        QCOMPARE(tree.rules.value(scans).lastKey().date(), later.date());
        QVERIFY(mesh().freshen(later.addDays(1)));
        QVERIFY(DemoTree::filesOf(m_folder) == after);
    }

    void anotherVersionBringsItsFilesAndKeepsTheFirstStart()
    {
        QVERIFY(mesh().bring(m_now));
        const auto before = DemoTree::filesOf(m_folder);
        put(m_folder % u"/README.md"_s, "old");
        put(m_folder % u"/gone.odcs.yaml"_s, "kind: DataContract");
        QVERIFY(mesh(u"0.2.0"_s).bring(m_now.addDays(3)));
        auto after = DemoTree::filesOf(m_folder);
        QVERIFY(after.take(stamp()).contains("0.2.0"));
        auto expected = before;
        expected.remove(stamp());
        QVERIFY(after == expected);
        QCOMPARE(names(), QStringList(u"demo"_s));
    }

    void whatIsInterruptedLeavesNothingHalf()
    {
        // The folder of results cannot be made: a file has its name.
        const QString broken = m_dir->filePath(u"broken"_s);
        put(broken % u"/README.md"_s, "x");
        put(broken % u"/quality"_s, "in the way");
        QVERIFY(!demo::DemoMesh(broken, m_folder, u"0.1.0"_s).bring(m_now));
        QCOMPARE(names(), QStringList(u"broken"_s));
        // A start that was killed while it copied, and one while it exchanged the folders.
        put(m_folder % u".unfinished/README.md"_s, "half");
        QVERIFY(mesh().bring(m_now));
        QCOMPARE(names(), QStringList({u"broken"_s, u"demo"_s}));
        const auto whole = DemoTree::filesOf(m_folder);
        QVERIFY(QDir().rename(m_folder, m_folder % u".former"_s));
        put(m_folder % u".unfinished/README.md"_s, "half");
        QVERIFY(mesh().freshen(m_now.addDays(1)));
        QVERIFY(DemoTree::filesOf(m_folder) == whole);
        QCOMPARE(names(), QStringList({u"broken"_s, u"demo"_s}));
    }

    void aFailedExchangeKeepsWhatThereWas()
    {
        QVERIFY(mesh().bring(m_now));
        const auto before = DemoTree::filesOf(m_folder);
        const QString broken = m_dir->filePath(u"broken"_s);
        put(broken % u"/quality"_s, "in the way");
        QVERIFY(!demo::DemoMesh(broken, m_folder, u"0.3.0"_s).bring(m_now));
        QVERIFY(DemoTree::filesOf(m_folder) == before);
        QVERIFY(QDir(broken).removeRecursively());
        QCOMPARE(names(), QStringList(u"demo"_s));
    }

    void aFolderOfSomebodyElseIsLeftAlone()
    {
        put(m_folder % u"/mine.txt"_s, "mine");
        const auto done = mesh().bring(m_now);
        QVERIFY(!done);
        QCOMPARE(done.error().kind, Error::Kind::BadInput);
        QVERIFY(mesh().freshen(m_now));
        QCOMPARE(DemoTree::filesOf(m_folder).keys(), QStringList(u"mine.txt"_s));
    }

    void withoutACopyThereIsNothingToFreshen()
    {
        QVERIFY(mesh().freshen(m_now));
        QVERIFY(names().isEmpty());
    }

private:
    demo::DemoMesh mesh(const QString &version = u"0.1.0"_s) const
    {
        return {shipped, m_folder, version};
    }

    QStringList names() const
    {
        return QDir(m_dir->path())
            .entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden);
    }

    static QString stamp() { return u".portolan-demo.json"_s; }

    const QDateTime m_now{QDate(2027, 2, 3), QTime(10, 15), Qt::UTC};
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_folder;
};

QTEST_GUILESS_MAIN(TestDemoMesh)
#include "tst_demomesh.moc"
