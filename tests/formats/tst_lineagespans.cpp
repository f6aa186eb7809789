// SPDX-License-Identifier: GPL-3.0-or-later
// When edges hold that job events, dataset events and streaming runs tell of: from the first
// sighting, until a newer job event lacks them.
#include "tests/openlineage/foldedevents.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace portolan::tests;

namespace {

QString day(int number)
{
    return u"2026-01-0%1T00:00:00Z"_s.arg(number);
}

QByteArray jobEvent(int at, const QStringList &inputs, const QStringList &outputs)
{
    auto event =
        QJsonDocument::fromJson(runEvent(day(at), {}, {}, u"load"_s, inputs, outputs)).object();
    event.remove(u"run"_s);
    event.remove(u"eventType"_s);
    return QJsonDocument(event).toJson(QJsonDocument::Compact);
}

QByteArray datasetEvent(int at, const QString &dataset)
{
    const QJsonObject event{{u"eventTime"_s, day(at)},
                            {u"producer"_s, u"https://example.org"_s},
                            {u"dataset"_s, QJsonDocument::fromJson(dataset.toUtf8()).object()}};
    return QJsonDocument(event).toJson(QJsonDocument::Compact);
}

QByteArray streamed(int at, const QString &type, const QStringList &inputs,
                    const QStringList &outputs)
{
    auto event = runEvent(day(at), type, u"1"_s, u"stream"_s, inputs, outputs);
    event.replace(R"("name":"stream")",
                  R"("name":"stream","facets":{"jobType":{"processingType":"STREAMING"}})");
    return event;
}

//! The dataset "out" whose column c comes from \a column of "a".
QString outOf(const QString &column)
{
    return QStringLiteral(
               R"({"namespace":"db","name":"out","facets":{"columnLineage":{"fields":{"c":)"
               R"({"inputFields":[{"namespace":"db","name":"a","field":"%1"}]}}}}})")
        .arg(column);
}

QString dropped(const QString &name)
{
    return QStringLiteral(R"({"namespace":"db","name":"%1","facets":{"lifecycleStateChange":)"
                          R"({"lifecycleStateChange":"DROP"}}})")
        .arg(name);
}

//! The spans whose line begins with \a level.
QStringList spans(const QByteArrayList &events, const QString &level)
{
    auto lines = spansOf(foldLines(events).folded);
    auto backwards = events;
    std::reverse(backwards.begin(), backwards.end());
    if (spansOf(foldLines(backwards).folded) != lines)
        QTest::qFail("another order means something else", __FILE__, __LINE__);
    lines.removeIf([&](const QString &line) { return !line.startsWith(level); });
    return lines;
}

} // namespace

class TestLineageSpans : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aDesignHoldsSinceItsFirstEvent()
    {
        const QByteArrayList events{jobEvent(1, {u"a"_s}, {u"out"_s}),
                                    jobEvent(3, {u"a"_s}, {u"out"_s})};
        QCOMPARE(spans(events, u"dataset"_s),
                 QStringList({u"dataset a -> out load from 01-01 00:00 to …"_s}));
    }

    void aNewerDesignEndsWhatItLacks()
    {
        const QByteArrayList events{jobEvent(1, {u"a"_s, u"b"_s}, {u"out"_s}),
                                    jobEvent(2, {u"a"_s, u"b"_s}, {u"out"_s}),
                                    jobEvent(4, {u"a"_s}, {u"out"_s})};
        QCOMPARE(spans(events, u"dataset"_s),
                 QStringList({u"dataset a -> out load from 01-01 00:00 to …"_s,
                              u"dataset b -> out load from 01-01 00:00 to 01-04 00:00"_s}));
        QCOMPARE(spans(events, u"job"_s),
                 QStringList({u"job a -> load from 01-01 00:00 to …"_s,
                              u"job b -> load from 01-01 00:00 to 01-04 00:00"_s,
                              u"job load -> out from 01-01 00:00 to …"_s}));
    }

    void whatANewerDesignHasAgainHoldsTwice()
    {
        const QByteArrayList events{jobEvent(1, {u"a"_s, u"b"_s}, {u"out"_s}),
                                    jobEvent(2, {u"a"_s}, {u"out"_s}),
                                    jobEvent(3, {u"a"_s, u"b"_s}, {u"out"_s})};
        QCOMPARE(spans(events, u"job b"_s),
                 QStringList({u"job b -> load from 01-01 00:00 to 01-02 00:00"_s,
                              u"job b -> load from 01-03 00:00 to …"_s}));
    }

    void aDesignThatNamesNoDataEndsNothing()
    {
        QCOMPARE(spans({jobEvent(1, {u"a"_s}, {u"out"_s}), jobEvent(2, {}, {})}, u"dataset"_s),
                 QStringList({u"dataset a -> out load from 01-01 00:00 to …"_s}));
    }

    void aRunIsNotEndedByADesignThatLacksIt()
    {
        const QByteArrayList events{
            runEvent(day(1), u"COMPLETE"_s, u"1"_s, u"load"_s, {u"b"_s}, {u"out"_s}),
            jobEvent(2, {u"a"_s}, {u"out"_s})};
        QCOMPARE(spans(events, u"dataset b"_s),
                 QStringList({u"dataset b -> out load from 01-01 00:00 to …"_s}));
    }

    void theColumnsOfADesignFollowItsEvents()
    {
        const QByteArrayList events{
            jobEvent(1, {u"a"_s}, {outOf(u"x"_s)}), jobEvent(2, {u"a"_s}, {outOf(u"x"_s)}),
            jobEvent(3, {u"a"_s}, {outOf(u"y"_s)}), jobEvent(5, {u"b"_s}, {u"out"_s})};
        QCOMPARE(spans(events, u"field"_s),
                 QStringList({u"field a.x -> out.c load from 01-01 00:00 to 01-03 00:00"_s,
                              u"field a.y -> out.c load from 01-03 00:00 to 01-05 00:00"_s}));
    }

    void theColumnsOfADatasetEventHoldSinceTheFirst()
    {
        const QByteArrayList events{datasetEvent(1, outOf(u"x"_s)), datasetEvent(2, outOf(u"x"_s))};
        QCOMPARE(spans(events, u"field"_s),
                 QStringList({u"field a.x -> out.c  from 01-01 00:00 to …"_s}));
    }

    void aStreamingRunHoldsSinceEachUseWasFirstSeen()
    {
        const QByteArrayList events{streamed(1, u"START"_s, {u"a"_s}, {}),
                                    streamed(2, u"RUNNING"_s, {u"a"_s}, {outOf(u"x"_s)}),
                                    streamed(3, u"RUNNING"_s, {u"b"_s}, {outOf(u"x"_s)}),
                                    streamed(5, u"COMPLETE"_s, {}, {})};
        QCOMPARE(spans(events, u"dataset"_s),
                 QStringList({u"dataset a -> out stream from 01-02 00:00 to …"_s,
                              u"dataset b -> out stream from 01-03 00:00 to …"_s}));
        QCOMPARE(spans(events, u"field"_s),
                 QStringList({u"field a.x -> out.c stream from 01-02 00:00 to …"_s}));
        const auto edges = foldLines(events).folded.edges;
        QVERIFY(std::all_of(edges.begin(), edges.end(), [](const auto &edge) {
            return edge.lastSeen.date() == QDate(2026, 1, 5);
        }));
    }

    void aDesignIsNoWrite()
    {
        const auto folded =
            foldLines({datasetEvent(1, dropped(u"out"_s)), jobEvent(2, {u"a"_s}, {u"out"_s})})
                .folded;
        const auto out = std::find_if(folded.datasets.begin(), folded.datasets.end(),
                                      [](const auto &one) { return one.name.name == u"out"; });
        QVERIFY(out != folded.datasets.end());
        QVERIFY(out->dropped);
        QVERIFY(!out->written.has_value());
    }
};

QTEST_APPLESS_MAIN(TestLineageSpans)
#include "tst_lineagespans.moc"
