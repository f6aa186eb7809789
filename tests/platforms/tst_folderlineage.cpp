// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of a folder say about where data comes from.
#include "tests/platforms/folderfixture.h"

#include <QProcess>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::LineageLevel;
using portolan::domain::Record;
using portolan::tests::contractText;
using portolan::tests::findingOf;
using portolan::tests::FolderFixture;
using portolan::tests::productText;
using portolan::tests::seedManifestText;

namespace {

QByteArray eventOf(const QByteArray &run, const QByteArray &time, const QByteArray &source,
                   const QByteArray &target)
{
    return "{\"eventType\":\"COMPLETE\",\"eventTime\":\"" + time
        + "\",\"producer\":\"https://example.org\",\"run\":{\"runId\":\"" + run
        + "\"},\"job\":{\"namespace\":\"jobs\",\"name\":\"load\"},\"inputs\":[{\"namespace\":"
          "\"postgres://db:5432\",\"name\":\""
        + source + "\"}],\"outputs\":[{\"namespace\":\"postgres://db:5432\",\"name\":\"" + target
        + "\"}]}\n";
}

QString tableId(const QString &name)
{
    return u"dataset:postgres://db:5432:"_s + name;
}

//! "source[.field] -> [field] evidence" of what ends in \a nativeId, sorted.
QStringList edgesInto(const FolderFixture &folder, const QString &nativeId)
{
    QStringList lines;
    for (const auto &edge : folder.sink.records.value(nativeId).lineage) {
        if (edge.level == LineageLevel::Job)
            continue;
        const QString from = edge.sourceField.isEmpty()
            ? edge.source
            : QString(edge.source + u'.' + edge.sourceField);
        lines.append(from + u" -> "_s + edge.targetField + u' ' + edge.evidence);
    }
    lines.sort();
    return lines;
}

} // namespace

class TestFolderLineage : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aNewStartReadsEventsOnWhereTheLastOneEnded()
    {
        FolderFixture folder;
        QByteArray events;
        for (int i = 10; i < 40; ++i)
            events += eventOf("run" + QByteArray::number(i), "2026-01-01T00:00:00Z",
                              "w.raw" + QByteArray::number(i), "w.mart");
        QVERIFY(events.size() > 6000);
        folder.write(u"events.ndjson"_s, events);
        QVERIFY(folder.pull().has_value());
        QCOMPARE(edgesInto(folder, tableId(u"w.mart"_s)).size(), 30);
        QVERIFY(!folder.sink.noted.isEmpty());

        // Behind the bytes by which a file is known again, nothing would be readable any more.
        const auto grow = [&](const QByteArray &name) {
            QFile file(folder.path(u"events.ndjson"_s));
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.seek(5000));
            QCOMPARE(file.write("<<<<<<<<"), 8);
            QVERIFY(file.seek(file.size()));
            file.write(eventOf("run-" + name, "2026-01-02T00:00:00Z", "w." + name, "w.mart"));
        };
        grow("new");
        folder.restart();
        folder.sink.notesWritten = 0;
        auto pulled = folder.pull();
        QVERIFY(pulled.has_value());
        QCOMPARE(pulled->findings.size(), 0);
        QCOMPARE(edgesInto(folder, tableId(u"w.mart"_s)).size(), 31);
        // What is noted anew is what the event changed.
        QVERIFY2(folder.sink.notesWritten > 0 && folder.sink.notesWritten < 12,
                 qPrintable(QString::number(folder.sink.notesWritten)));

        // Damaged notes are as good as none, and so is a reading of everything.
        folder.sink.noted.begin()->chop(1);
        grow("newer");
        folder.restart();
        pulled = folder.pull();
        QVERIFY(pulled.has_value());
        QCOMPARE(pulled->findings.size(), 1);
        QCOMPARE(edgesInto(folder, tableId(u"w.mart"_s)).size(), 31);
    }

    void aFullPullReadsEventsAndNoNotes()
    {
        FolderFixture folder;
        folder.write(u"events.ndjson"_s, eventOf("1", "2026-01-01T00:00:00Z", "w.a", "w.b"));
        QVERIFY(folder.pull().has_value());
        for (const bool isFull : {false, true}) {
            folder.restart();
            folder.sink.notesRead = 0;
            folder.write(u"more.ndjson"_s,
                         eventOf(isFull ? "2" : "3", "2026-01-02T00:00:00Z", "w.b", "w.c"));
            QVERIFY(folder.pull(isFull).has_value());
            QCOMPARE(folder.sink.notesRead, isFull ? 0 : 1);
            QCOMPARE(edgesInto(folder, tableId(u"w.c"_s)).size(), 1);
        }
    }

    void notesGoWithTheEventsThatTheyWereAbout()
    {
        const auto last = eventOf("last", "2026-01-01T00:00:00Z", "w.a", "w.b");
        QByteArray events;
        for (int i = 10; i < 40; ++i)
            events += eventOf("run" + QByteArray::number(i), "2026-01-01T00:00:00Z",
                              "w.raw" + QByteArray::number(i), "w.mart");
        FolderFixture folder;
        folder.write(u"events.ndjson"_s, events);
        QVERIFY(folder.pull().has_value());
        const auto many = folder.sink.noted.size();
        folder.save(u"events.ndjson"_s, last);
        QVERIFY(folder.pull().has_value());
        FolderFixture fresh;
        fresh.write(u"events.ndjson"_s, last);
        QVERIFY(fresh.pull().has_value());
        const QSet<QString> left(folder.sink.noted.keyBegin(), folder.sink.noted.keyEnd());
        QCOMPARE(left, QSet<QString>(fresh.sink.noted.keyBegin(), fresh.sink.noted.keyEnd()));
        QVERIFY(left.size() < many);
    }

    void namesThatAPersonKeepsApartAreWeighedApart()
    {
        FolderFixture folder;
        const auto withFacet = [](QByteArray event, const QByteArray &name,
                                  const QByteArray &facet) {
            event.replace(QByteArray("\"name\":\"" + name + "\"}"),
                          QByteArray("\"name\":\"" + name + "\",\"facets\":{" + facet + "}}"));
            return event;
        };
        const auto link = withFacet(
            eventOf("1", "2026-01-01T00:00:00Z", "w.raw", "w.copy"), "w.copy",
            "\"symlinks\":{\"identifiers\":[{\"namespace\":\"postgres://db:5432\",\"name\":"
            "\"w.real\"}]}");
        const auto drop =
            withFacet(eventOf("4", "2026-01-04T00:00:00Z", "w.other", "w.copy"), "w.copy",
                      "\"lifecycleStateChange\":{\"lifecycleStateChange\":\"DROP\"}");
        folder.write(u"events.ndjson"_s,
                     link + eventOf("2", "2026-01-02T00:00:00Z", "w.source", "w.real")
                         + eventOf("3", "2026-01-03T00:00:00Z", "w.copy", "w.real") + drop);
        const auto holding = [&folder] {
            QStringList lines;
            for (const auto &edge : folder.sink.records.value(tableId(u"w.real"_s)).lineage) {
                if (edge.level == LineageLevel::Dataset && !edge.validTo.isValid())
                    lines.append(edge.source.section(u':', -1));
            }
            lines.sort();
            return lines;
        };
        // One thing: it is not made from itself, and the drop of one name ends all of it.
        QVERIFY(folder.pull().has_value());
        QCOMPARE(holding(), QStringList());
        QCOMPARE(folder.sink.records.value(tableId(u"w.copy"_s)).sameAs, QString());
        QCOMPARE(folder.sink.records.value(tableId(u"w.real"_s)).sameAs, tableId(u"w.copy"_s));

        folder.sink.apart = {{tableId(u"w.copy"_s), tableId(u"w.real"_s)}};
        auto pulled = folder.pull();
        QVERIFY(pulled.has_value() && !pulled->unchanged);
        // What was dropped leads to nothing; what another table is made from goes on.
        QCOMPARE(holding(), QStringList(u"w.source"_s));
        // What the events say stays known, so that forgetting the decision joins them again.
        QCOMPARE(folder.sink.records.value(tableId(u"w.real"_s)).sameAs, tableId(u"w.copy"_s));
        QVERIFY(folder.pull()->unchanged);
        folder.restart();
        QVERIFY(folder.pull()->unchanged);

        folder.sink.apart.clear();
        pulled = folder.pull();
        QVERIFY(pulled.has_value() && !pulled->unchanged);
        QCOMPARE(holding(), QStringList());
    }

    void eventsAreRecognisedByWhatIsInThem()
    {
        FolderFixture folder;
        folder.write(u"runs.log"_s, eventOf("1", "2026-01-01T00:00:00Z", "w.raw.a", "w.mart.b"));
        folder.write(u"list.json"_s,
                     "[\n  " + eventOf("2", "2026-01-01T00:00:00Z", "w.raw.c", "w.mart.d").trimmed()
                         + "\n]\n");
        auto one = eventOf("3", "2026-01-01T00:00:00Z", "w.raw.e", "w.mart.f");
        one.replace("\",\"", "\",\n  \"");
        folder.write(u"one.json"_s, one);
        const auto pulled = folder.pull();
        QVERIFY(pulled.has_value());
        QCOMPARE(pulled->findings.size(), 0);
        QCOMPARE(edgesInto(folder, tableId(u"w.mart.b"_s)),
                 QStringList({tableId(u"w.raw.a"_s) + u" ->  run"_s}));
        QCOMPARE(edgesInto(folder, tableId(u"w.mart.d"_s)).size(), 1);
        QCOMPARE(edgesInto(folder, tableId(u"w.mart.f"_s)).size(), 1);
        const auto table = folder.sink.records.value(tableId(u"w.mart.b"_s));
        QCOMPARE(table.datasetKey, u"postgres:db:5432:w.mart.b"_s);
        QCOMPARE(table.lineage.first().place, u"runs.log:1"_s);
        QVERIFY(folder.sink.records.contains(u"job:jobs:load"_s));
    }

    void evidenceOfManyEventsComesInPages()
    {
        constexpr int events = 6'000;
        FolderFixture folder;
        QByteArray stream;
        const QDateTime start(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
        for (int i = 0; i < events; ++i)
            stream += eventOf(QByteArray::number(i),
                              start.addSecs(60LL * i).toString(Qt::ISODate).toUtf8(), "w.a", "w.b");
        folder.write(u"runs.ndjson"_s, stream);
        QVERIFY(folder.pull().has_value());
        const auto &pages = folder.sink.evidence;
        qsizetype updates = 0;
        for (const auto &page : pages) {
            QVERIFY(page.runs.size() + page.updates.size() + page.observations.size() <= 5'000);
            updates += page.updates.size();
        }
        QCOMPARE(updates, events);
        // Until when was looked comes behind what was seen.
        QVERIFY(!pages.last().observations.isEmpty());
        QVERIFY(pages.last().updates.isEmpty());
        for (qsizetype i = 0; i + 1 < pages.size(); ++i)
            QVERIFY(pages.at(i).observations.isEmpty());
    }

    void packedEventsAreRead()
    {
        FolderFixture folder;
        folder.write(u"runs.ndjson"_s, eventOf("1", "2026-01-01T00:00:00Z", "w.a", "w.b"));
        QProcess gzip;
        gzip.start(u"gzip"_s, {folder.path(u"runs.ndjson"_s)});
        if (!gzip.waitForFinished())
            QSKIP("gzip is not here: 1 case left out");
        QVERIFY(folder.pull().has_value());
        QCOMPARE(edgesInto(folder, tableId(u"w.b"_s)).size(), 1);
    }

    void aFileThatGrowsIsReadOnAndAnHalfWrittenLineWaits()
    {
        FolderFixture folder;
        const auto first = eventOf("1", "2026-01-01T00:00:00Z", "w.a", "w.b");
        const auto second = eventOf("2", "2026-01-02T00:00:00Z", "w.b", "w.c");
        folder.write(u"runs.ndjson"_s, first + second.left(30));
        QVERIFY(folder.pull()->findings.isEmpty());
        QVERIFY(!folder.sink.records.contains(tableId(u"w.c"_s)));
        folder.write(u"runs.ndjson"_s, first + second);
        QVERIFY(folder.pull()->findings.isEmpty());
        QCOMPARE(edgesInto(folder, tableId(u"w.c"_s)).size(), 1);
        QCOMPARE(folder.sink.records.value(tableId(u"w.c"_s)).lineage.first().place,
                 u"runs.ndjson:2"_s);
        QCOMPARE(edgesInto(folder, tableId(u"w.b"_s)).size(), 1);
    }

    void aFileThatIsWrittenAnewReplacesWhatItSaid()
    {
        FolderFixture folder;
        folder.write(u"runs.ndjson"_s, eventOf("1", "2026-01-01T00:00:00Z", "w.a", "w.b"));
        QVERIFY(folder.pull()->seen.contains(tableId(u"w.a"_s)));
        folder.save(u"runs.ndjson"_s, eventOf("1", "2026-01-01T00:00:00Z", "w.x", "w.b"));
        const auto pulled = folder.pull();
        QVERIFY(!pulled->seen.contains(tableId(u"w.a"_s)));
        QCOMPARE(edgesInto(folder, tableId(u"w.b"_s)),
                 QStringList({tableId(u"w.x"_s) + u" ->  run"_s}));
    }

    void aFileThatIsWrittenOverInPlaceReplacesWhatItSaid()
    {
        FolderFixture folder;
        // Longer than the part by which a file that grew is known again.
        QByteArray first;
        for (int run = 0; run < 30; ++run)
            first += eventOf(QByteArray::number(run), "2026-01-01T00:00:00Z", "w.a", "w.b");
        folder.write(u"runs.ndjson"_s, first + eventOf("x", "2026-01-02T00:00:00Z", "w.b", "w.c"));
        QVERIFY(folder.pull()->seen.contains(tableId(u"w.c"_s)));
        // As long as before, in the same file: only the time of its writing differs.
        folder.write(u"runs.ndjson"_s, first + eventOf("x", "2026-01-02T00:00:00Z", "w.b", "w.d"));
        QVERIFY(!folder.pull()->seen.contains(tableId(u"w.c"_s)));
    }

    void aBadLineIsAFindingWithItsPlace()
    {
        FolderFixture folder;
        folder.write(u"runs.ndjson"_s,
                     eventOf("1", "2026-01-01T00:00:00Z", "w.a", "w.b") + "{\"eventTime\": oops}\n"
                         + eventOf("2", "2026-01-01T00:00:00Z", "w.b", "w.c"));
        const auto pulled = folder.pull();
        const auto finding = findingOf(pulled->findings, u"openlineage.json"_s);
        QCOMPARE(finding.file, u"runs.ndjson"_s);
        QCOMPARE(finding.line, 2);
        QVERIFY(!finding.remedy.isEmpty());
        QCOMPARE(edgesInto(folder, tableId(u"w.c"_s)).size(), 1);
    }

    void aFileThatIsCutOffIsOneFinding()
    {
        FolderFixture folder;
        auto many = eventOf("1", "2026-01-01T00:00:00Z", "w.a", "w.b");
        many.replace("\",\"", "\",\n  \"");
        folder.write(u"list.json"_s, "[" + many.trimmed() + ",\n" + many.left(60));
        folder.write(u"one.json"_s, many.left(many.size() - 20));
        const auto pulled = folder.pull();
        QCOMPARE(pulled->findings.size(), 2);
        for (const auto &finding : pulled->findings) {
            QCOMPARE(finding.rule, u"openlineage.json"_s);
            QVERIFY(!finding.remedy.isEmpty());
        }
    }

    void aPortLeadsToThePortsThatReadItsContract()
    {
        FolderFixture folder;
        folder.write(u"orders.yaml"_s, contractText(u"orders"_s, u"1.0.0"_s));
        folder.write(u"sums.yaml"_s, contractText(u"sums"_s, u"1.0.0"_s));
        folder.write(u"shop.yaml"_s, productText(u"shop"_s, u"orders"_s));
        folder.write(u"reports.yaml"_s, productText(u"reports"_s, u"sums"_s, u"orders"_s));
        folder.write(u"ads.yaml"_s, productText(u"ads"_s, {}, u"elsewhere"_s));
        QVERIFY(folder.pull().has_value());
        QCOMPARE(edgesInto(folder, u"reports#in"_s), QStringList({u"shop#out ->  port"_s}));
        QCOMPARE(edgesInto(folder, u"shop#out"_s),
                 QStringList({u"orders#orders_table ->  port"_s}));
        QCOMPARE(edgesInto(folder, u"reports"_s), QStringList({u"reports#in ->  product"_s}));
        QVERIFY(edgesInto(folder, u"reports#out"_s).contains(u"reports ->  product"_s));
        // A contract that no file has, and a product that only reads.
        QCOMPARE(edgesInto(folder, u"ads#in"_s), QStringList({u"elsewhere ->  port"_s}));
        QCOMPARE(edgesInto(folder, u"ads"_s), QStringList({u"ads#in ->  product"_s}));
    }

    void aColumnLeadsBackToTheObjectsItIsMadeFrom()
    {
        FolderFixture folder;
        folder.write(u"sums.yaml"_s,
                     "apiVersion: v3.1.0\nkind: DataContract\nid: sums\nversion: 1.0.0\n"
                     "status: active\nschema:\n- name: daily\n  properties:\n"
                     "  - name: total\n    logicalType: number\n"
                     "    transformSourceObjects: [raw.t.amount, orders.lines, Unknown.Thing]\n"
                     "    transformLogic: sum(amount)\n"
                     "- name: lines\n  physicalName: orders.lines\n  properties:\n"
                     "  - {name: id, logicalType: integer}\n");
        folder.write(u"runs.ndjson"_s, eventOf("1", "2026-01-01T00:00:00Z", "w.raw.t", "w.raw.u"));
        QVERIFY(folder.pull().has_value());
        const auto raw = tableId(u"w.raw.t"_s);
        QCOMPARE(edgesInto(folder, u"sums#daily"_s),
                 QStringList({u"Unknown.Thing ->  contract"_s, u"Unknown.Thing -> total contract"_s,
                              raw + u" ->  contract"_s, raw + u".amount -> total contract"_s,
                              u"sums#lines ->  contract"_s, u"sums#lines -> total contract"_s}));
        const auto edges = folder.sink.records.value(u"sums#daily"_s).lineage;
        const auto made = std::find_if(edges.begin(), edges.end(), [](const auto &edge) {
            return edge.level == LineageLevel::Field;
        });
        QCOMPARE(made->transformation.description, u"sum(amount)"_s);
    }
};

QTEST_APPLESS_MAIN(TestFolderLineage)
#include "tst_folderlineage.moc"
