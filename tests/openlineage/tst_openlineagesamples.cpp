// SPDX-License-Identifier: GPL-3.0-or-later
// Real event streams: against figures that were counted elsewhere, and against a second reading of
// the same files that shares no code with this one (events.py).
#include "models/formats/workspace/filebytes.h"
#include "tests/openlineage/foldedevents.h"
#include "tests/support/shared.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::tests;

namespace {

QByteArrayList linesOf(const QString &path)
{
    const auto bytes = formats::workspace::bytesOf(path, qint64(1) << 30);
    return bytes ? bytes->split('\n') : QByteArrayList();
}

QStringList streams()
{
    return sharedFiles(u"samples"_s, {u"*.ndjson"_s, u"*.ndjson.gz"_s});
}

QStringList joined(const QJsonValue &list)
{
    QStringList lines;
    const auto items = list.toArray();
    for (const auto &item : items) {
        QStringList parts;
        const auto members = item.toArray();
        for (const auto &part : members)
            parts.append(part.toString());
        lines.append(item.isString() ? item.toString() : parts.join(u'\n'));
    }
    lines.sort();
    return lines;
}

} // namespace

class TestOpenLineageSamples : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void theReferenceFiguresHold_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("runs");
        QTest::addColumn<int>("jobs");
        QTest::addColumn<int>("datasets");
        QTest::addColumn<int>("jobEdges");
        QTest::addColumn<int>("edges");
        QTest::addColumn<int>("columns");
        QTest::newRow("food delivery")
            << u"marquez-food_delivery"_s << 13 << 13 << 13 << 27 << 13 << 39;
        QTest::newRow("valid events") << u"openlineage-valid"_s << 15 << 14 << 26 << 19 << 11 << 5;
    }

    void theReferenceFiguresHold()
    {
        QFETCH(QString, file);
        const QString path = sharedDir() + u"/samples/derived/"_s + file + u".ndjson"_s;
        if (!QFileInfo::exists(path))
            QSKIP("the real event streams are not here: 1 case left out");
        const auto folded = foldLines(linesOf(path)).folded;
        const auto counts = countsOf(folded);
        QTEST(folded.runs, "runs");
        QTEST(int(folded.jobs.size()), "jobs");
        QTEST(counts.datasets, "datasets");
        QTEST(counts.jobEdges, "jobEdges");
        QTEST(counts.edges, "edges");
        QTEST(counts.columns, "columns");
    }

    void aSecondReadingFindsTheSame_data()
    {
        QTest::addColumn<QString>("path");
        for (const auto &path : streams())
            QTest::newRow(qPrintable(path.section(u"samples/"_s, 1))) << path;
        if (streams().isEmpty())
            QTest::newRow("no samples") << QString();
    }

    void aSecondReadingFindsTheSame()
    {
        QFETCH(QString, path);
        if (path.isEmpty())
            QSKIP("the real event streams are not here: about 13 cases left out");
        QProcess python;
        python.start(u"python3"_s,
                     {QStringLiteral(PORTOLAN_SOURCE_DIR "/tests/openlineage/events.py"), path});
        if (!python.waitForStarted())
            QSKIP("python3 is not here: 1 case left out");
        QVERIFY(python.waitForFinished(60'000));
        const auto expected = QJsonDocument::fromJson(python.readAllStandardOutput()).object();
        QVERIFY2(!expected.isEmpty(), python.readAllStandardError().constData());

        const auto folded = foldLines(linesOf(path)).folded;
        const auto lists = canonicalLists(folded);
        QCOMPARE(folded.runs, expected.value(u"runs"_s).toInt());
        QCOMPARE(folded.jobs.size(), expected.value(u"jobs"_s).toArray().size());
        QCOMPARE(lists.jobEdges, joined(expected.value(u"jobEdges"_s)));
        QCOMPARE(lists.edges, joined(expected.value(u"edges"_s)));
        QCOMPARE(lists.columns, joined(expected.value(u"columns"_s)));
    }

    void realStreamsMayComeInAnyOrder()
    {
        int tried = 0;
        QRandomGenerator random(3);
        for (const auto &path : streams()) {
            auto lines = linesOf(path);
            const auto before = canonicalLists(foldLines(lines).folded);
            // Events of one time are told apart by their arrival, so only the rest is shuffled.
            lines += lines;
            std::stable_sort(lines.begin(), lines.end());
            const auto sorted = canonicalLists(foldLines(lines).folded);
            std::reverse(lines.begin(), lines.end());
            const auto reversed = canonicalLists(foldLines(lines).folded);
            QCOMPARE(sorted.edges, before.edges);
            QCOMPARE(reversed.edges, before.edges);
            QCOMPARE(reversed.jobEdges, before.jobEdges);
            ++tried;
        }
        if (tried == 0)
            QSKIP("the real event streams are not here: about 13 cases left out");
        qInfo("%d streams", tried);
    }

    void cutAndChangedStreamsCrashNothing()
    {
        const auto files = streams();
        if (files.isEmpty())
            QSKIP("the real event streams are not here: 300 cases left out");
        QRandomGenerator random(11);
        for (int i = 0; i < 300; ++i) {
            auto lines = linesOf(files.at(i % files.size())).mid(0, 40);
            for (auto &line : lines) {
                if (line.isEmpty())
                    continue;
                const auto at = qsizetype(random.bounded(quint32(line.size())));
                if (random.bounded(3) == 0)
                    line.truncate(at);
                else
                    line[at] = char(random.bounded(256));
            }
            const auto folded = foldLines(lines).folded;
            QVERIFY(folded.runs <= 40);
        }
    }
};

QTEST_APPLESS_MAIN(TestOpenLineageSamples)
#include "tst_openlineagesamples.moc"
