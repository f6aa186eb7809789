// SPDX-License-Identifier: GPL-3.0-or-later
// A fold that was put away and taken out again is the same fold.
#include "models/formats/openlineage/fold.h"
#include "models/formats/openlineage/foldarchive.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
namespace ol = portolan::formats::openlineage;

namespace {

//! All events of the demo mesh, file after file.
QByteArrayList demoLines()
{
    QByteArrayList lines;
    const QDir folder(QStringLiteral(PORTOLAN_SOURCE_DIR "/resources/demo/lineage"));
    for (const auto &name : folder.entryList({u"*.ndjson"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            lines += file.readAll().trimmed().split('\n');
    }
    return lines;
}

//! Of each kind of event and of each fact that a fold keeps some.
QByteArrayList oddLines()
{
    const QByteArray common = "\"producer\":\"https://example.org\",\"schemaURL\":"
                              "\"https://openlineage.io/spec/2-0-2/OpenLineage.json\"";
    const auto run = [&](const char *type, int minute, const char *rest) -> QByteArray {
        return "{\"eventType\":\"" + QByteArray(type) + "\",\"eventTime\":\"2026-01-01T00:"
            + QByteArray::number(minute).rightJustified(2, '0') + ":00Z\"," + common + ',' + rest
            + '}';
    };
    return {
        run("RUNNING", 1,
            R"("run":{"runId":"s"},"job":{"namespace":"j","name":"stream","facets":{"jobType":{"processingType":"STREAMING"}}},"inputs":[{"namespace":"d","name":"a"}],"outputs":[{"namespace":"d","name":"b","facets":{"columnLineage":{"fields":{"x":{"inputFields":[{"namespace":"d","name":"a","field":"y"}]}}}}}])"),
        run("RUNNING", 2,
            R"("run":{"runId":"s"},"job":{"namespace":"j","name":"stream"},"outputs":[{"namespace":"d","name":"b","facets":{"columnLineage":{"fields":{}}}}])"),
        run("START", 3,
            R"("run":{"runId":"t","facets":{"nominalTime":{"nominalStartTime":"2026-01-01T00:00:00Z","nominalEndTime":"2026-01-02T00:00:00Z"},"parent":{"run":{"runId":"p"}}}},"job":{"namespace":"j","name":"load"},"inputs":[{"namespace":"d","name":"b","inputFacets":{"dataQualityAssertions":{"assertions":[{"assertion":"not_null","column":"x","success":false,"severity":"warn","expected":"0","actual":"3"}]},"dataQualityMetrics":{"rowCount":7,"lastUpdated":"2026-01-01T00:00:00Z","columnMetrics":{"x":{"nullCount":3}}}}}])"),
        run("COMPLETE", 4,
            R"("run":{"runId":"t","facets":{"test":{"tests":[{"name":"unique_x","status":"pass","type":"unique"}]}}},"job":{"namespace":"j","name":"load"},"outputs":[{"namespace":"d","name":"c","facets":{"symlinks":{"identifiers":[{"namespace":"e","name":"c"}]},"ownership":{"owners":[{"name":"team"}]}},"outputFacets":{"outputStatistics":{"rowCount":7}}}])"),
        R"({"eventTime":"2026-01-01T00:05:00Z","producer":"https://example.org","schemaURL":"https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/JobEvent","job":{"namespace":"j","name":"designed","facets":{"lineage":{"entries":[]}}},"inputs":[{"namespace":"d","name":"c"}],"outputs":[{"namespace":"d","name":"f"}]})",
        R"({"eventTime":"2026-01-01T00:06:00Z","producer":"https://example.org","schemaURL":"https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/DatasetEvent","dataset":{"namespace":"d","name":"f","facets":{"lineage":{"inputs":[{"namespace":"d","name":"g"}]},"documentation":{"description":"what it is"}}}})",
        run("COMPLETE", 7,
            R"("run":{"runId":"u"},"job":{"namespace":"j","name":"drop"},"outputs":[{"namespace":"d","name":"c","facets":{"lifecycleStateChange":{"lifecycleStateChange":"DROP","previousIdentifier":{"namespace":"d","name":"was"}}}}])"),
        run("FAIL", 8, R"("run":{"runId":"v"},"job":{"namespace":"j","name":"load"})"),
        // Asserted once more, word for word.
        run("COMPLETE", 9,
            R"("run":{"runId":"w"},"job":{"namespace":"j","name":"load"},"inputs":[{"namespace":"d","name":"b","inputFacets":{"dataQualityAssertions":{"assertions":[{"assertion":"not_null","column":"x","success":false,"severity":"warn","expected":"0","actual":"3"}]}}}])"),
    };
}

//! Takes lines where the last call ended.
class Reader
{
public:
    explicit Reader(std::unique_ptr<ol::Fold> fold = nullptr)
        : m_fold(fold ? std::move(fold) : std::make_unique<ol::Fold>())
    {
    }

    ol::Fold &fold() { return *m_fold; }

    void add(const QByteArrayList &lines, qsizetype from, qsizetype to)
    {
        if (from == 0)
            m_fold->addFile(u"events.ndjson"_s);
        ol::EventLines reader(
            u"events.ndjson"_s, 0,
            [this](const ol::Event &event, const ol::Place &place) { m_fold->add(event, place); });
        for (qsizetype i = from; i < to; ++i)
            reader.addLine({lines.at(i).constData(), std::size_t(lines.at(i).size())}, int(i) + 1);
        QCOMPARE(reader.findings().size(), 0);
        QCOMPARE(reader.events(), int(to - from));
    }

private:
    std::unique_ptr<ol::Fold> m_fold;
};

} // namespace

class TestFoldArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void whatWasPutAwayGoesOnAsIfItHadStayed_data()
    {
        QTest::addColumn<QByteArrayList>("lines");
        QTest::newRow("the demo mesh") << demoLines();
        QTest::newRow("facts of every kind") << oddLines();
    }

    void whatWasPutAwayGoesOnAsIfItHadStayed()
    {
        QFETCH(const QByteArrayList, lines);
        QVERIFY(lines.size() >= 8);
        Reader whole;
        whole.add(lines, 0, lines.size());
        const auto expected = whole.fold().result();
        const auto pieces = ol::piecesOf(whole.fold());
        const auto steps = lines.size() < 20 ? lines.size() : qsizetype(7);
        for (qsizetype step = 1; step < steps; ++step) {
            const auto cut = lines.size() * step / steps;
            Reader before;
            before.add(lines, 0, cut);
            const auto handedOver = before.fold().takeEvidence();
            Reader after(ol::foldOf(ol::piecesOf(before.fold())));
            // What was handed over is not handed over again.
            const auto again = after.fold().takeEvidence();
            QCOMPARE(again.runs.size() + again.updates.size(), 0);
            after.add(lines, cut, lines.size());
            QVERIFY2(ol::piecesOf(after.fold()) == pieces, qPrintable(QString::number(cut)));
            const auto result = after.fold().result();
            QVERIFY(result.edges == expected.edges);
            QCOMPARE(result.datasets.size(), expected.datasets.size());
            QCOMPARE(result.jobs.size(), expected.jobs.size());
            QCOMPARE(result.runs, expected.runs);
            QCOMPARE(after.fold().checks().size(), whole.fold().checks().size());
            // Together with what comes it is all that there is.
            before.add(lines, cut, lines.size());
            QCOMPARE(after.fold().takeEvidence().runs, before.fold().takeEvidence().runs);
        }
    }

    void anEventChangesFewPieces()
    {
        const auto lines = demoLines();
        Reader reader;
        reader.add(lines, 0, lines.size() - 1);
        const auto before = ol::digestsOf(ol::piecesOf(reader.fold()));
        reader.add(lines, lines.size() - 1, lines.size());
        const auto after = ol::digestsOf(ol::piecesOf(reader.fold()));
        int changed = 0;
        for (auto it = after.begin(); it != after.end(); ++it)
            changed += before.value(it.key()) == *it ? 0 : 1;
        QVERIFY2(changed > 0 && changed < 16, qPrintable(QString::number(changed)));
        QVERIFY(after.size() > 100);
    }

    //! Or each start would write all of them anew.
    void anotherProcessMakesTheSamePieces()
    {
        const auto pieces = [] {
            Reader reader;
            reader.add(demoLines(), 0, demoLines().size());
            return ol::piecesOf(reader.fold());
        };
        const auto here = pieces();
        QHashSeed::setDeterministicGlobalSeed();
        const auto elsewhere = pieces();
        QHashSeed::resetRandomGlobalSeed();
        QVERIFY(here == elsewhere);
    }

    void whatIsNotWholeIsNotBelieved()
    {
        Reader reader;
        reader.add(oddLines(), 0, oddLines().size());
        const auto pieces = ol::piecesOf(reader.fold());
        QVERIFY(ol::foldOf(pieces) != nullptr);
        QVERIFY(ol::foldOf({}) == nullptr);
        for (auto it = pieces.begin(); it != pieces.end(); ++it) {
            auto damaged = pieces;
            damaged.remove(it.key());
            QVERIFY2(ol::foldOf(damaged) == nullptr, qPrintable(it.key()));
            damaged = pieces;
            damaged[it.key()].chop(1);
            QVERIFY2(ol::foldOf(damaged) == nullptr, qPrintable(it.key()));
        }
    }
};

QTEST_GUILESS_MAIN(TestFoldArchive)
#include "tst_foldarchive.moc"
