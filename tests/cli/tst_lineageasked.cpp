// SPDX-License-Identifier: GPL-3.0-or-later
// `lineage` of columns, of edges without a beginning and of names that no format can hold.
#include "tests/cli/commandline.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using portolan::tests::Outcome;
using portolan::tests::run;

namespace {

//! JSON that was written with ' for ".
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

//! A run of \a job from \a source to \a target; \a facets are those of the target.
QByteArray runOf(const QString &job, const QString &source, const QString &target,
                 const QByteArray &facets = "{}")
{
    const auto text = json(
        "{'eventType':'COMPLETE','eventTime':'2026-01-01T06:00:00Z','producer':'https://a.org',"
        "'run':{'runId':'%1'},'job':{'namespace':'jobs','name':'%1'},"
        "'inputs':[{'namespace':'db://h:1','name':'%2'}],"
        "'outputs':[{'namespace':'db://h:1','name':'%3','facets':%4}]}\n");
    return QString::fromUtf8(text).arg(job, source, target, QString::fromUtf8(facets)).toUtf8();
}

//! "from.field -> to.field" of the edges between columns, sorted.
QStringList columnsOf(const QJsonObject &document)
{
    QHash<QString, QString> names;
    for (const auto &node : document.value(u"nodes"_s).toArray())
        names.insert(node[u"id"_s].toString(), node[u"nativeId"_s].toString().section(u':', -1));
    QStringList lines;
    for (const auto &edge : document.value(u"edges"_s).toArray())
        lines.append(names.value(edge[u"from"_s].toString()) + u'.'
                     + edge[u"fromField"_s].toString() + u" -> "_s
                     + names.value(edge[u"to"_s].toString()) + u'.'
                     + edge[u"toField"_s].toString());
    lines.sort();
    return lines;
}

} // namespace

class TestLineageAsked : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        // f1.status filters f2, whose total goes into f3; odd goes nowhere, plain is described
        // only.
        const auto filtered =
            json("{'schema':{'fields':[{'name':'plain','type':'text'}]},'columnLineage':{'fields':{"
                 "'total':{'inputFields':[{'namespace':'db://h:1','name':'f1','field':'amount'}]},"
                 "'odd':{'inputFields':[{'namespace':'db://h:1','name':'f1','field':'left'}]}},"
                 "'dataset':[{'namespace':'db://h:1','name':'f1','field':'status'}]}}");
        const auto summed = json("{'columnLineage':{'fields':{'sum:of':{'inputFields':["
                                 "{'namespace':'db://h:1','name':'f2','field':'total'}]}}}}");
        const QByteArray runs = runOf(u"filter"_s, u"f1"_s, u"f2"_s, filtered)
            + runOf(u"sum"_s, u"f2"_s, u"f3"_s, summed);
        QVERIFY(write(u"mesh/runs.ndjson"_s, runs));
        QVERIFY(add(u"mesh"_s));
        const QByteArray pairs = runOf(u"one"_s, u"a"_s, u"b"_s) + runOf(u"two"_s, u"a"_s, u"b"_s)
            + runOf(u"odd"_s, u"nul\\u0000bell\\u0007"_s, u"b"_s);
        QVERIFY(write(u"pairs/runs.ndjson"_s, pairs));
        QVERIFY(add(u"pairs"_s));
        QVERIFY(write(u"ports/ads.odps.yaml"_s,
                      "apiVersion: v1.0.0\nkind: DataProduct\nid: ads\nstatus: active\n"
                      "inputPorts:\n- {name: in, version: 1.0.0, contractId: elsewhere}\n"));
        QVERIFY(add(u"ports"_s));
        QVERIFY(write(
            u"whole/shop.odcs.yaml"_s,
            "apiVersion: v3.0.2\nkind: DataContract\nid: c1\nversion: 1.0.0\nstatus: active\n"
            "schema:\n"
            "- {name: raw, properties: [{name: id}]}\n"
            "- {name: orders, properties: [{name: plain},"
            " {name: amount, transformSourceObjects: [raw.id]}]}\n"
            "- {name: report, properties: [{name: total, transformSourceObjects: [orders]}]}\n"));
        QVERIFY(add(u"whole"_s));
        // A way past r, and one between two things that r flows into; seed gives r a column only.
        const auto copied = json("{'columnLineage':{'fields':{'c':{'inputFields':["
                                 "{'namespace':'db://h:1','name':'seed','field':'c'}]}}}}");
        QVERIFY(write(u"past/runs.ndjson"_s,
                      runOf(u"1"_s, u"x"_s, u"r"_s, copied) + runOf(u"2"_s, u"r"_s, u"y"_s)
                          + runOf(u"3"_s, u"x"_s, u"y"_s) + runOf(u"4"_s, u"r"_s, u"a"_s)
                          + runOf(u"5"_s, u"r"_s, u"b"_s) + runOf(u"6"_s, u"a"_s, u"b"_s)));
        QVERIFY(add(u"past"_s));
    }

    void everyEdgeBetweenTwoThingsThatAreShownIsShown()
    {
        const auto edges = [&](const QStringList &reach) {
            return columnsOf(lineage(u"past"_s, QStringList{u"r"_s} + reach));
        };
        QCOMPARE(edges({}),
                 QStringList({u"a. -> b."_s, u"r. -> a."_s, u"r. -> b."_s, u"r. -> y."_s,
                              u"x. -> r."_s, u"x. -> y."_s}));
        QCOMPARE(edges({u"--downstream"_s, u"1"_s}),
                 QStringList({u"a. -> b."_s, u"r. -> a."_s, u"r. -> b."_s, u"r. -> y."_s}));
    }

    void whatAFilterLeavesOutIsBridged()
    {
        const auto document = lineage(u"past"_s, {u"x"_s, u"--filter"_s, u":b"_s});
        QCOMPARE(columnsOf(document), QStringList({u"x. -> b."_s}));
        const auto edge = document.value(u"edges"_s).toArray().first().toObject();
        QCOMPARE(edge.value(u"bridge"_s).toBool(), true);
        QVERIFY(edge.value(u"account"_s).isNull()); // known to be none
        QCOMPARE(document.value(u"filter"_s).toString(), u":b"_s);
        const auto csv = command(
            u"past"_s, {u"lineage"_s, u"x"_s, u"--filter"_s, u":b"_s, u"--format"_s, u"csv"_s});
        QVERIFY2(csv.out.startsWith("from,fromField,to,toField,level,job,bridge\r\n"),
                 csv.out.constData());
        const auto strange =
            command(u"past"_s, {u"lineage"_s, u"--all"_s, u"--filter"_s, u"-tag:pii"_s});
        QCOMPARE(strange.status, 2);
        QVERIFY2(strange.err.contains("cannot be filtered by -tag:pii"), strange.err.constData());
    }

    void columnsAddEdgesAndNoThings()
    {
        const auto nodes = [&](const QStringList &more) {
            QStringList ids;
            const auto document = lineage(u"past"_s, QStringList{u"r"_s} + more);
            for (const auto &node : document.value(u"nodes"_s).toArray())
                ids.append(node[u"nativeId"_s].toString().section(u':', -1));
            return ids;
        };
        const QStringList around{u"a"_s, u"b"_s, u"r"_s, u"x"_s, u"y"_s};
        QCOMPARE(nodes({}), around);
        QCOMPARE(nodes({u"--fields"_s}), around);
        QCOMPARE(columnsOf(lineage(u"past"_s, {u"datasetField:db://h:1:r:c"_s})),
                 QStringList({u"seed.c -> r.c"_s}));
    }

    void anEdgeWhoseSourceTellsNoTimeHasNoBeginning()
    {
        const auto edges = lineage(u"ports"_s, {u"--all"_s}).value(u"edges"_s).toArray();
        QCOMPARE(edges.size(), 2);
        for (const auto &edge : edges) {
            QVERIFY(edge.toObject().contains(u"validFrom"_s));
            QVERIFY(edge[u"validFrom"_s].isNull());
        }
        QCOMPARE(lineage(u"ports"_s, {u"--all"_s, u"--at"_s, u"2020-01-01"_s})
                     .value(u"edges"_s)
                     .toArray()
                     .size(),
                 2);
        const auto compared =
            lineage(u"ports"_s, {u"--all"_s, u"--diff"_s, u"2020-01-01"_s, u"2999-01-01"_s})
                .value(u"edges"_s)
                .toArray();
        QCOMPARE(compared.size(), 2);
        for (const auto &edge : compared)
            QVERIFY(!edge.toObject().contains(u"change"_s));
    }

    void theIdOfAColumnIsAnId()
    {
        const auto document =
            lineage(u"mesh"_s, {u"datasetField:db://h:1:f2:total"_s, u"--downstream"_s, u"9"_s});
        QCOMPARE(document.value(u"rootField"_s).toString(), u"total"_s);
        QCOMPARE(columnsOf(document), QStringList({u"f2.total -> f3.sum:of"_s}));
        const auto colon =
            lineage(u"mesh"_s, {u"datasetField:db://h:1:f3:sum:of"_s, u"--upstream"_s, u"1"_s});
        QCOMPARE(colon.value(u"rootField"_s).toString(), u"sum:of"_s);
        QCOMPARE(columnsOf(colon), QStringList({u"f2.total -> f3.sum:of"_s}));
        QCOMPARE(command(u"mesh"_s, {u"lineage"_s, u"datasetField:db://h:1:f2:none"_s}).status, 1);
    }

    void aColumnThatShapesEveryRowReachesEveryColumn()
    {
        const QStringList shaped{u"f1.status -> f2."_s, u"f2.total -> f3.sum:of"_s};
        QCOMPARE(columnsOf(lineage(
                     u"mesh"_s, {u"datasetField:db://h:1:f1:status"_s, u"--downstream"_s, u"9"_s})),
                 shaped);
        // A row counts as no step of its own.
        QCOMPARE(columnsOf(lineage(
                     u"mesh"_s, {u"datasetField:db://h:1:f1:status"_s, u"--downstream"_s, u"2"_s})),
                 shaped);
        QCOMPARE(columnsOf(lineage(
                     u"mesh"_s, {u"datasetField:db://h:1:f1:status"_s, u"--downstream"_s, u"1"_s})),
                 shaped.first(1));
    }

    void aColumnLeadsBackToWhatShapesItsRows()
    {
        QCOMPARE(columnsOf(lineage(
                     u"mesh"_s, {u"datasetField:db://h:1:f3:sum:of"_s, u"--upstream"_s, u"2"_s})),
                 QStringList({u"f1.amount -> f2.total"_s, u"f1.status -> f2."_s,
                              u"f2.total -> f3.sum:of"_s}));
    }

    void aColumnThatNoEdgeNamesIsShapedToo()
    {
        QCOMPARE(columnsOf(lineage(u"mesh"_s, {u"datasetField:db://h:1:f2:plain"_s})),
                 QStringList({u"f1.status -> f2."_s}));
    }

    void aColumnFlowsIntoWhatIsMadeFromItsWholeTable()
    {
        const QStringList whole{u"c1#orders. -> c1#report.total"_s};
        const QStringList both = whole + QStringList{u"c1#raw.id -> c1#orders.amount"_s};
        for (const auto &column : {u"c1#orders.amount"_s, u"c1#orders.plain"_s})
            QCOMPARE(columnsOf(lineage(u"whole"_s, {column, u"--downstream"_s, u"9"_s})), whole);
        QCOMPARE(columnsOf(lineage(u"whole"_s, {u"c1#raw.id"_s, u"--downstream"_s, u"9"_s})), both);
        // Leaving a table as a whole is no step of its own.
        QCOMPARE(columnsOf(lineage(u"whole"_s, {u"c1#raw.id"_s, u"--downstream"_s, u"2"_s})), both);
        QCOMPARE(columnsOf(lineage(u"whole"_s, {u"c1#raw.id"_s, u"--downstream"_s, u"1"_s})),
                 both.last(1));
    }

    void whatIsMadeFromAWholeTableLeadsBackToAllOfItsColumns()
    {
        const QStringList both{u"c1#orders. -> c1#report.total"_s,
                               u"c1#raw.id -> c1#orders.amount"_s};
        const auto up = [&](const QString &steps) {
            return columnsOf(lineage(u"whole"_s, {u"c1#report.total"_s, u"--upstream"_s, steps}));
        };
        QCOMPARE(up(u"9"_s), both);
        QCOMPARE(up(u"2"_s), both);
        QCOMPARE(up(u"1"_s), both.first(1));
        // The sum needs no column of its own name to be shaped by: two things, one edge.
        QCOMPARE(lineage(u"whole"_s, {u"c1#report.total"_s, u"--upstream"_s, u"1"_s})
                     .value(u"nodes"_s)
                     .toArray()
                     .size(),
                 2);
    }

    void whatCameFirstLeavesNoTrace()
    {
        const auto first = runOf(u"two"_s, u"a"_s, u"y"_s);
        const QByteArray then = runOf(u"one"_s, u"a"_s, u"b"_s) + runOf(u"two"_s, u"a"_s, u"b"_s);
        QVERIFY(write(u"grown/z.ndjson"_s, first));
        QVERIFY(add(u"grown"_s));
        QVERIFY(write(u"grown/a.ndjson"_s, then));
        QCOMPARE(command(u"grown"_s, {u"sync"_s}).status, 0);
        QVERIFY(write(u"fresh/z.ndjson"_s, first));
        QVERIFY(write(u"fresh/a.ndjson"_s, then));
        QVERIFY(add(u"fresh"_s));
        const auto csv = [this](const QString &folder) {
            return command(folder, {u"lineage"_s, u"--all"_s, u"--format"_s, u"csv"_s}).out;
        };
        QCOMPARE(csv(u"grown"_s), csv(u"fresh"_s));
        // Ids belong to the account of a profile, and order what has several ends.
        const auto jobs = [this](const QString &folder) {
            QStringList names;
            for (const auto &edge :
                 lineage(folder, {u"dataset:db://h:1:b"_s}).value(u"edges"_s).toArray())
                names.append(edge[u"job"_s].toString());
            return names;
        };
        QCOMPARE(jobs(u"grown"_s), QStringList({u"job:jobs:one"_s, u"job:jobs:two"_s}));
        QCOMPARE(jobs(u"fresh"_s), jobs(u"grown"_s));
    }

    void eachEdgeHasATitleInThePicture()
    {
        const auto edges = lineage(u"pairs"_s, {u"--all"_s}).value(u"edges"_s).toArray();
        QCOMPARE(edges.size(), 3);
        const auto svg =
            command(u"pairs"_s, {u"lineage"_s, u"--all"_s, u"--format"_s, u"svg"_s}).out;
        QCOMPARE(svg.count("-&gt;"), edges.size());
    }

    void dotHoldsNoControlCharacters()
    {
        const auto dot =
            command(u"pairs"_s, {u"lineage"_s, u"--all"_s, u"--format"_s, u"dot"_s}).out;
        QVERIFY(dot.contains("\"dataset:db://h:1:nul\\\\x00bell\\\\x07\" -> "));
        QVERIFY(std::none_of(dot.begin(), dot.end(),
                             [](char letter) { return letter != '\n' && uchar(letter) < 0x20; }));
    }

private:
    bool write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_dir.filePath(name));
        return QDir().mkpath(m_dir.filePath(name.section(u'/', 0, 0)))
            && file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }

    //! Makes an account of the folder \a name, in a profile of its own.
    bool add(const QString &name)
    {
        return command(name,
                       {u"accounts"_s, u"add"_s, u"files"_s, u"--name"_s, name, u"--folder"_s,
                        m_dir.filePath(name)})
                   .status
            == 0
            && command(name, {u"sync"_s}).status == 0;
    }

    Outcome command(const QString &folder, const QStringList &arguments)
    {
        return run(QStringList{u"--profile"_s, m_dir.filePath(u"of-"_s + folder)} + arguments);
    }

    QJsonObject lineage(const QString &folder, const QStringList &arguments)
    {
        const auto outcome = command(folder, QStringList{u"lineage"_s, u"--json"_s} + arguments);
        if (outcome.status != 0)
            QTest::qFail(outcome.err.constData(), __FILE__, __LINE__);
        return outcome.json();
    }

    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(TestLineageAsked)
#include "tst_lineageasked.moc"
