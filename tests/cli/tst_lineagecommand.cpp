// SPDX-License-Identifier: GPL-3.0-or-later
// `lineage` as a script sees it: the real program on a folder with events of two days.
#include "tests/cli/commandline.h"
#include "tests/support/shared.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRectF>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using portolan::tests::Outcome;
using portolan::tests::run;

namespace {

QByteArray dataset(const QByteArray &name, const QByteArray &column)
{
    QByteArray json = "{\"namespace\":\"db\",\"name\":\"" + name + "\"";
    if (!column.isEmpty())
        json += ",\"facets\":{\"columnLineage\":{\"fields\":{\"total\":{\"inputFields\":[{"
                "\"namespace\":"
                "\"db\",\"name\":\""
            + column
            + "\",\"field\":\"amount\",\"transformations\":[{\"type\":\"DIRECT\",\"subtype\":"
              "\"AGGREGATION\",\"masking\":false}]}]}}}}";
    return json + '}';
}

QByteArray runEvent(const QByteArray &day, const QByteArray &job, const QByteArray &source,
                    const QByteArray &target)
{
    return "{\"eventType\":\"COMPLETE\",\"eventTime\":\"2026-01-0" + day
        + "T06:00:00Z\",\"producer\":\"https://example.org\",\"run\":{\"runId\":\"" + job + day
        + "\"},\"job\":{\"namespace\":\"jobs\",\"name\":\"" + job + "\"},\"inputs\":["
        + dataset(source, {}) + "],\"outputs\":[" + dataset(target, source) + "]}\n";
}

QByteArray drop(const QByteArray &day, const QByteArray &name)
{
    return "{\"eventTime\":\"2026-01-0" + day
        + "T07:00:00Z\",\"producer\":\"https://"
          "example.org\",\"dataset\":{\"namespace\":\"db\",\"name\":"
          "\""
        + name + "\",\"facets\":{\"lifecycleStateChange\":{\"lifecycleStateChange\":\"DROP\"}}}}\n";
}

//! "from -> to" by native id, with fields where there are some.
QStringList edgesOf(const QJsonObject &document)
{
    QHash<QString, QString> names;
    for (const auto &node : document.value(u"nodes"_s).toArray()) {
        const auto object = node.toObject();
        names.insert(object.value(u"id"_s).toString(),
                     object.value(u"nativeId"_s).toString().section(u':', -1));
    }
    QStringList lines;
    for (const auto &edge : document.value(u"edges"_s).toArray()) {
        const auto object = edge.toObject();
        const auto end = [&](const QString &what, const QString &field) {
            const auto path = object.value(field).toString();
            const auto name = names.value(object.value(what).toString());
            return path.isEmpty() ? name : QString(name + u'.' + path);
        };
        QString line = end(u"from"_s, u"fromField"_s) + u" -> "_s + end(u"to"_s, u"toField"_s);
        if (object.contains(u"change"_s))
            line += u' ' + object.value(u"change"_s).toString();
        lines.append(line);
    }
    lines.sort();
    return lines;
}

QStringList wordsOf(const QJsonValue &list)
{
    QStringList words;
    for (const auto &word : list.toArray())
        words.append(word.toString());
    return words;
}

//! The edges between datasets as (from, to), and those between columns as (from, field, to, field),
//! all by native id.
std::pair<QSet<QStringList>, QSet<QStringList>> namesOf(const QJsonObject &document)
{
    QHash<QString, QString> names;
    for (const auto &node : document.value(u"nodes"_s).toArray())
        names.insert(node[u"id"_s].toString(), node[u"nativeId"_s].toString());
    std::pair<QSet<QStringList>, QSet<QStringList>> found;
    for (const auto &edge : document.value(u"edges"_s).toArray()) {
        const auto from = names.value(edge[u"from"_s].toString());
        const auto to = names.value(edge[u"to"_s].toString());
        const auto column = edge[u"toField"_s].toString();
        if (edge[u"level"_s].toString() == u"dataset")
            found.first.insert({from, to});
        else if (!column.isEmpty())
            found.second.insert({from, edge[u"fromField"_s].toString(), to, column});
    }
    return found;
}

} // namespace

class TestLineageCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        QVERIFY(QDir().mkpath(m_dir.filePath(u"mesh"_s)));
        QFile file(m_dir.filePath(u"mesh/runs.ndjson"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(runEvent("1", "clean", "raw", "orders") + runEvent("1", "sum", "orders", "sales")
                   + runEvent("2", "report", "sales", "board")
                   + runEvent("3", "extra", "raw", "copy") + drop("4", "copy"));
        file.close();
        QCOMPARE(command({u"accounts"_s, u"add"_s, u"files"_s, u"--name"_s, u"mesh"_s,
                          u"--folder"_s, m_dir.filePath(u"mesh"_s)})
                     .status,
                 0);
        QCOMPARE(command({u"sync"_s}).status, 0);
    }

    void neitherDirectionMeansBothWithoutALimit()
    {
        const auto document = lineage({u"dataset:db:orders"_s});
        QCOMPARE(document.value(u"format"_s).toString(), u"portolan.lineage/1"_s);
        QCOMPARE(document.value(u"direction"_s).toString(), u"both"_s);
        QCOMPARE(document.value(u"truncated"_s).toBool(true), false);
        QVERIFY(!document.value(u"root"_s).toString().isEmpty());
        QCOMPARE(edgesOf(document),
                 QStringList({u"orders -> sales"_s, u"raw -> orders"_s, u"sales -> board"_s}));
        const auto edge = document.value(u"edges"_s).toArray().first().toObject();
        QCOMPARE(edge.value(u"level"_s).toString(), u"dataset"_s);
        QCOMPARE(edge.value(u"account"_s).toString(), u"mesh"_s);
        QVERIFY(edge.value(u"job"_s).toString().startsWith(u"job:jobs:"_s));
        QVERIFY(edge.value(u"validFrom"_s).toString().startsWith(u"2026-01-0"_s));
    }

    void oneDirectionIsFollowedAsFarAsAsked()
    {
        QCOMPARE(edgesOf(lineage({u"dataset:db:orders"_s, u"--downstream"_s, u"1"_s})),
                 QStringList({u"orders -> sales"_s}));
        QCOMPARE(edgesOf(lineage({u"dataset:db:orders"_s, u"--downstream"_s, u"9"_s})),
                 QStringList({u"orders -> sales"_s, u"sales -> board"_s}));
        QCOMPARE(edgesOf(lineage({u"board"_s, u"--upstream"_s, u"2"_s})),
                 QStringList({u"orders -> sales"_s, u"sales -> board"_s}));
    }

    void nodesStandInTheOrderOfTheirNativeIds()
    {
        QStringList names;
        for (const auto &node : lineage({u"--all"_s}).value(u"nodes"_s).toArray())
            names.append(node.toObject().value(u"nativeId"_s).toString());
        auto sorted = names;
        sorted.sort();
        QCOMPARE(names, sorted);
        QCOMPARE(names.size(), 4);
    }

    void columnsComeWithTheirTransformation()
    {
        const auto document = lineage({u"sales"_s, u"--fields"_s, u"--upstream"_s, u"1"_s});
        QCOMPARE(edgesOf(document),
                 QStringList({u"orders -> sales"_s, u"orders.amount -> sales.total"_s}));
        for (const auto &edge : document.value(u"edges"_s).toArray()) {
            const auto how = edge.toObject().value(u"transformation"_s).toObject();
            if (edge.toObject().value(u"level"_s).toString() == u"field")
                QCOMPARE(how.value(u"subtype"_s).toString(), u"AGGREGATION"_s);
        }
    }

    void jobsCanBeThings()
    {
        QCOMPARE(edgesOf(lineage({u"sales"_s, u"--jobs"_s, u"--upstream"_s, u"2"_s})),
                 QStringList({u"orders -> sum"_s, u"sum -> sales"_s}));
    }

    void anEarlierDateIsShownAndTwoAreCompared()
    {
        QCOMPARE(edgesOf(lineage({u"--all"_s, u"--at"_s, u"2026-01-01"_s})),
                 QStringList({u"orders -> sales"_s, u"raw -> orders"_s}));
        QCOMPARE(edgesOf(lineage({u"--all"_s, u"--at"_s, u"2026-01-03T12:00:00Z"_s})).size(), 4);
        QCOMPARE(
            edgesOf(lineage({u"--all"_s, u"--diff"_s, u"2026-01-01"_s, u"2026-01-02"_s})),
            QStringList({u"orders -> sales"_s, u"raw -> orders"_s, u"sales -> board added"_s}));
        QCOMPARE(edgesOf(lineage({u"copy"_s, u"--diff"_s, u"2026-01-03"_s, u"2026-01-05"_s})),
                 QStringList({u"raw -> copy removed"_s}));
    }

    void formatsMayBeWrittenInCapitals()
    {
        for (const auto &name : {u"x.PNG"_s, u"x.Pdf"_s, u"x.SVG"_s}) {
            const auto file = m_dir.filePath(name);
            const auto done = command({u"lineage"_s, u"--all"_s, u"--output"_s, file});
            QCOMPARE(done.status, 0);
            QCOMPARE(done.err, QByteArray());
            QVERIFY(QFileInfo(file).size() > 100);
        }
        QCOMPARE(command({u"lineage"_s, u"--all"_s, u"--format"_s, u"PNG"_s}).status, 0);
    }

    void aPipeIsWrittenIntoAndStaysOne()
    {
        const auto pipe = m_dir.filePath(u"pipe"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), S_IRUSR | S_IWUSR), 0);
        QProcess reader;
        reader.start(u"cat"_s, {pipe});
        QVERIFY(reader.waitForStarted());
        const auto done =
            command({u"lineage"_s, u"--all"_s, u"--format"_s, u"csv"_s, u"--output"_s, pipe});
        QCOMPARE(done.status, 0);
        QVERIFY(reader.waitForFinished());
        QVERIFY(reader.readAll().startsWith("from,fromField,"));
        struct stat there;
        QCOMPARE(::stat(QFile::encodeName(pipe).constData(), &there), 0);
        QVERIFY(S_ISFIFO(there.st_mode));
    }

    void aDeviceWithoutRoomIsAnError()
    {
        const auto done = command(
            {u"lineage"_s, u"--all"_s, u"--format"_s, u"csv"_s, u"--output"_s, u"/dev/full"_s});
        QVERIFY(done.status != 0);
        QVERIFY2(done.err.contains("cannot write \"/dev/full\": No space left on device"),
                 done.err.constData());
        QVERIFY(!QFileInfo(u"/dev/full"_s).isFile());
    }

    void aConsoleWithoutRoomIsAnErrorToo()
    {
        for (const auto *format : {"csv", "dot", "json", "svg", "png", "pdf"}) {
            QProcess process;
            process.setStandardOutputFile(u"/dev/full"_s);
            process.start(QStringLiteral(PORTOLAN_CLI),
                          {u"--profile"_s, m_dir.filePath(u"profile"_s), u"lineage"_s, u"--all"_s,
                           u"--format"_s, QLatin1StringView(format)});
            QVERIFY(process.waitForFinished(60'000));
            const auto said = process.readAllStandardError();
            QVERIFY2(process.exitCode() != 0, format);
            QVERIFY2(said.contains("cannot write to stdout: No space left on device"),
                     said.constData());
        }
    }

    void csvAndDotNameNativeIds()
    {
        const auto csv = command({u"lineage"_s, u"--all"_s, u"--format"_s, u"csv"_s}).out;
        QVERIFY2(csv.startsWith("from,fromField,to,toField,level,job\r\n"), csv.constData());
        QVERIFY(csv.contains("dataset:db:raw"));
        const auto file = m_dir.filePath(u"all.dot"_s);
        QCOMPARE(command({u"lineage"_s, u"--all"_s, u"--format"_s, u"dot"_s, u"--output"_s, file})
                     .status,
                 0);
        QFile dot(file);
        QVERIFY(dot.open(QIODevice::ReadOnly));
        QVERIFY(dot.readAll().contains("\"dataset:db:raw\" -> \"dataset:db:orders\" [job="));
    }

    void picturesHoldEveryEdge()
    {
        const auto document = lineage({u"--all"_s, u"--layout"_s});
        QVERIFY(document.value(u"layoutMs"_s).isDouble());
        QHash<QString, QRectF> rects;
        for (const auto &value : document.value(u"nodes"_s).toArray()) {
            const auto node = value.toObject();
            const QRectF rect(node.value(u"x"_s).toDouble(), node.value(u"y"_s).toDouble(),
                              node.value(u"width"_s).toDouble(),
                              node.value(u"height"_s).toDouble());
            QVERIFY(!rect.isEmpty());
            for (const auto &other : std::as_const(rects))
                QVERIFY(!rect.intersects(other));
            rects.insert(node.value(u"id"_s).toString(), rect);
        }
        const auto edges = document.value(u"edges"_s).toArray();
        QVERIFY(!edges.isEmpty());
        for (const auto &value : edges) {
            // From the border of its source to that of its target.
            const auto edge = value.toObject();
            const auto points = edge.value(u"points"_s).toArray();
            QVERIFY(points.size() >= 2);
            const auto meets = [&](const QJsonValue &point, const QString &node) {
                const QPointF at(point.toArray().at(0).toDouble(),
                                 point.toArray().at(1).toDouble());
                return rects.value(edge.value(node).toString()).adjusted(-1, -1, 1, 1).contains(at);
            };
            QVERIFY(meets(points.first(), u"from"_s));
            QVERIFY(meets(points.last(), u"to"_s));
        }
        const auto svg = command({u"lineage"_s, u"--all"_s, u"--format"_s, u"svg"_s}).out;
        QCOMPARE(svg.count("-&gt;"), edges.size());
        const auto png = command({u"lineage"_s, u"--all"_s, u"--format"_s, u"png"_s}).out;
        QVERIFY(!QImage::fromData(png, "PNG").isNull());
        const auto pdf = command({u"lineage"_s, u"--all"_s, u"--format"_s, u"pdf"_s}).out;
        QVERIFY(pdf.startsWith("%PDF-"));
    }

    void edgesBetweenColumnsHaveLinesOfTheirOwn()
    {
        const auto edges = lineage({u"--all"_s, u"--fields"_s}).value(u"edges"_s).toArray();
        QSet<QStringList> ends;
        QSet<QString> columns;
        for (const auto &edge : edges) {
            QStringList end;
            for (const auto *key : {"from", "fromField", "to", "toField"})
                end.append(edge[QLatin1String(key)].toString());
            ends.insert(end);
            columns += {end.at(1), end.at(3)};
        }
        columns.remove({});
        QVERIFY(columns.size() > 1);
        const auto svg =
            command({u"lineage"_s, u"--all"_s, u"--fields"_s, u"--format"_s, u"svg"_s}).out;
        QCOMPARE(svg.count("-&gt;"), edges.size());
        QCOMPARE(svg.count("stroke-width=\"1.25\""), ends.size());
        for (const auto &column : std::as_const(columns))
            QVERIFY2(svg.contains(QByteArray('>' + column.toUtf8() + '<')), qPrintable(column));
    }

    void whatOnlyAnEdgeNamesIsFoundByItsName()
    {
        QFile file(m_dir.filePath(u"mesh/ads.odps.yaml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("apiVersion: v1.0.0\nkind: DataProduct\nid: ads\nstatus: active\n"
                   "inputPorts:\n- {name: in, version: 1.0.0, contractId: elsewhere}\n");
        file.close();
        QCOMPARE(command({u"sync"_s}).status, 0);
        QCOMPARE(edgesOf(lineage({u"elsewhere"_s})),
                 QStringList({u"ads#in -> ads"_s, u"elsewhere -> ads#in"_s}));
        QVERIFY(QFile::remove(file.fileName()));
        QCOMPARE(command({u"sync"_s}).status, 0);
        QCOMPARE(command({u"lineage"_s, u"elsewhere"_s}).status, 1);
    }

    void whatHasNoLineageIsShownAlone()
    {
        const auto document = lineage({u"copy"_s});
        QCOMPARE(document.value(u"nodes"_s).toArray().size(), 1);
        QCOMPARE(document.value(u"edges"_s).toArray().size(), 0);
    }

    void realStreamsArriveAsASecondReadingHasThem_data()
    {
        QTest::addColumn<QString>("path");
        const auto files =
            portolan::tests::sharedFiles(u"samples"_s, {u"*.ndjson"_s, u"*.ndjson.gz"_s});
        for (const auto &path : files)
            QTest::newRow(qPrintable(path.section(u"samples/"_s, 1))) << path;
        if (files.isEmpty())
            QTest::newRow("no samples") << QString();
    }

    void realStreamsArriveAsASecondReadingHasThem()
    {
        QFETCH(QString, path);
        if (path.isEmpty())
            QSKIP("the real event streams are not here: about 13 cases left out");
        QProcess python;
        python.start(u"python3"_s,
                     {QStringLiteral(PORTOLAN_SOURCE_DIR "/tests/openlineage/events.py"), path});
        if (!python.waitForFinished(60'000))
            QSKIP("python3 is not here: 1 case left out");
        const auto expected = QJsonDocument::fromJson(python.readAllStandardOutput()).object();

        const QTemporaryDir dir;
        QVERIFY(QFile::copy(path, dir.filePath(path.section(u'/', -1))));
        const QStringList on{u"--profile"_s, m_dir.filePath(u"of-"_s + path.section(u'/', -1))};
        QCOMPARE(run(on
                     + QStringList{u"accounts"_s, u"add"_s, u"files"_s, u"--name"_s, u"m"_s,
                                   u"--folder"_s, dir.path()})
                     .status,
                 0);
        QCOMPARE(run(on + QStringList{u"sync"_s}).status, 0);
        const auto arrived = namesOf(
            run(on + QStringList{u"lineage"_s, u"--all"_s, u"--fields"_s, u"--json"_s}).json());
        QSet<QStringList> edges;
        for (const auto &edge : expected.value(u"edges"_s).toArray())
            edges.insert(wordsOf(edge));
        QSet<QStringList> columns;
        for (const auto &column : expected.value(u"columns"_s).toArray())
            columns.insert(wordsOf(column));
        QCOMPARE(arrived.first, edges);
        QCOMPARE(arrived.second, columns);
    }

    void aWrongQuestionIsOneLine_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::newRow("nothing") << QStringList() << 2;
        QTest::newRow("both") << QStringList{u"sales"_s, u"--all"_s} << 2;
        QTest::newRow("no date") << QStringList{u"--all"_s, u"--at"_s, u"tuesday"_s} << 2;
        QTest::newRow("one date") << QStringList{u"--all"_s, u"--diff"_s, u"2026-01-01"_s} << 2;
        QTest::newRow("format") << QStringList{u"--all"_s, u"--format"_s, u"gif"_s} << 2;
        QTest::newRow("steps from everywhere")
            << QStringList{u"--all"_s, u"--upstream"_s, u"2"_s} << 2;
        QTest::newRow("steps to everywhere")
            << QStringList{u"--all"_s, u"--downstream"_s, u"2"_s} << 2;
        QTest::newRow("dates reversed")
            << QStringList{u"--all"_s, u"--diff"_s, u"2026-01-02"_s, u"2026-01-01"_s} << 2;
        QTest::newRow("json as svg")
            << QStringList{u"--all"_s, u"--json"_s, u"--format"_s, u"svg"_s} << 2;
        QTest::newRow("json as csv")
            << QStringList{u"--all"_s, u"--json"_s, u"--format"_s, u"csv"_s} << 2;
        QTest::newRow("no value") << QStringList{u"--all"_s, u"--filter"_s, u"domain:"_s} << 2;
        QTest::newRow("no value excluded")
            << QStringList{u"--all"_s, u"--filter"_s, u"orders -owner:"_s} << 2;
        QTest::newRow("no file") << QStringList{u"--all"_s, u"--format"_s, u"csv"_s, u"--output"_s,
                                                QString()}
                                 << 2;
        QTest::newRow("unknown") << QStringList{u"no-such-thing"_s} << 1;
    }

    void aWrongQuestionIsOneLine()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        const auto outcome = command(QStringList{u"lineage"_s} + arguments);
        QCOMPARE(outcome.status, status);
        QVERIFY(outcome.out.isEmpty());
        QCOMPARE(outcome.err.count('\n'), 1);
    }

    void anExportIsAskedForOneThingOnly()
    {
        const auto on = QStringList{u"export"_s, u"products"_s};
        const QList<QStringList> wrongs{{u"--json"_s, u"--format"_s, u"csv"_s},
                                        {u"--output"_s, QString()}};
        for (const auto &wrong : wrongs) {
            const auto outcome = command(on + wrong);
            QCOMPARE(outcome.status, 2);
            QVERIFY(outcome.out.isEmpty());
            QCOMPARE(outcome.err.count('\n'), 1);
        }
        QCOMPARE(command(on + QStringList{u"--json"_s, u"--format"_s, u"json"_s}).status, 0);
    }

private:
    Outcome command(const QStringList &arguments)
    {
        return run(QStringList{u"--profile"_s, m_dir.filePath(u"profile"_s)} + arguments);
    }

    QJsonObject lineage(const QStringList &arguments)
    {
        const auto outcome = command(QStringList{u"lineage"_s, u"--json"_s} + arguments);
        if (outcome.status != 0)
            QTest::qFail(outcome.err.constData(), __FILE__, __LINE__);
        return outcome.json();
    }

    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(TestLineageCommand)
#include "tst_lineagecommand.moc"
