// SPDX-License-Identifier: GPL-3.0-or-later
// A read of a folder that fails for a moment, at each place where a pull reads.
#include "tests/platforms/filefaults.h"
#include "tests/platforms/folderfixture.h"

#include <QRegularExpression>
#include <QTest>

#include <cerrno>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::tests;

namespace {

QByteArray eventOf(const QByteArray &run, const QByteArray &source, const QByteArray &target)
{
    return R"({"eventType":"COMPLETE","eventTime":"2026-01-0)" + run
        + R"(T00:00:00Z",)"
          R"("producer":"https://example.org","run":{"runId":")"
        + run + R"("},"job":{"namespace":"jobs","name":"load)" + run
        + R"("},"inputs":[{"namespace":"postgres://db:5432","name":")" + source
        + R"("}],"outputs":[{"namespace":"postgres://db:5432","name":")" + target + "\"}]}\n";
}

//! One of each kind of file that pulls read.
void fill(FolderFixture &folder)
{
    folder.write(u"orders.odcs.yaml"_s, contractText(u"orders"_s, u"1.0.0"_s));
    folder.write(u"sales.odps.yaml"_s, productText(u"sales"_s, u"orders"_s));
    folder.write(u"target/manifest.json"_s, manifestText("id"));
    folder.write(u"events.ndjson"_s, eventOf("1", "w.a", "w.b") + eventOf("2", "w.b", "w.c"));
    folder.write(u"one.json"_s, eventOf("3", "w.c", "w.d"));
    folder.write(u"scan.json"_s,
                 R"({"definitionName": "nightly", "defaultDataSource": "lake",
 "scanStartTimestamp": "2026-10-05T06:40:01+00:00", "metrics": [],
 "checks": [{"identity": "a", "type": "generic", "table": "orders", "outcome": "pass"}]})");
}

} // namespace

class TestFolderReads : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void whatFailedForAMomentIsReadByTheNextPull_data()
    {
        QTest::addColumn<int>("error");
        QTest::addColumn<bool>("isKnown");
        QTest::addColumn<bool>("isNewStart");
        QTest::newRow("first pull, EIO") << EIO << false << false;
        QTest::newRow("first pull, ENOENT") << ENOENT << false << false;
        QTest::newRow("first pull, then a new start") << EMFILE << false << true;
        QTest::newRow("everything is known") << EIO << true << false;
        QTest::newRow("everything is known, then a new start") << EIO << true << true;
    }

    void whatFailedForAMomentIsReadByTheNextPull()
    {
        QFETCH(const int, error);
        QFETCH(const bool, isKnown);
        QFETCH(const bool, isNewStart);
        QTest::failOnWarning(QRegularExpression(u"."_s));
        int calls = 0;
        QHash<QString, domain::Record> whole;
        {
            FolderFixture folder;
            fill(folder);
            FileFaults::armReads(folder.path(), 0, 0);
            const auto pulled = folder.pull();
            FileFaults::disarm();
            calls = FileFaults::calls();
            QVERIFY(pulled && pulled->complete);
            whole = folder.sink.records;
        }
        QVERIFY2(calls >= 10, qPrintable(QString::number(calls)));
        QVERIFY2(whole.size() >= 12, qPrintable(QString::number(whole.size())));
        for (int at = 1; at <= calls; ++at) {
            const auto where = u"call %1 of %2: "_s.arg(at).arg(calls);
            FolderFixture folder;
            fill(folder);
            if (isKnown) {
                QVERIFY(folder.pull());
                folder.restart();
            }
            FileFaults::armReads(folder.path(), at, error);
            const auto disturbed = folder.pull(isKnown);
            FileFaults::disarm();
            if (isKnown) {
                const QSet<QString> kept(folder.sink.records.keyBegin(),
                                         folder.sink.records.keyEnd());
                const QSet<QString> all(whole.keyBegin(), whole.keyEnd());
                QVERIFY2(kept.contains(all),
                         qPrintable(where + QStringList((all - kept).values()).join(u' ')));
            }
            if (isNewStart)
                folder.restart();
            const auto pulled = folder.pull();
            QVERIFY2(pulled, qPrintable(where + (pulled ? QString() : pulled.error().detail)));
            // One that fails where nothing hangs on it leaves nothing to do.
            QVERIFY2(pulled->complete || (disturbed && disturbed->complete),
                     qPrintable(where + u"it is not whole"_s));
            auto had = folder.sink.records.keys();
            auto wanted = whole.keys();
            had.sort();
            wanted.sort();
            QVERIFY2(had == wanted, qPrintable(where + had.join(u' ')));
            for (const auto &id : had)
                QVERIFY2(folder.sink.records.value(id) == whole.value(id), qPrintable(where + id));
            for (const auto &finding : pulled->findings)
                QVERIFY2(!finding.rule.contains(u"unreadable"_s),
                         qPrintable(where + finding.file + u' ' + finding.message));
        }
        qInfo("%d calls that read, each failed once", calls);
    }
};

QTEST_GUILESS_MAIN(TestFolderReads)

#include "tst_folderreads.moc"
