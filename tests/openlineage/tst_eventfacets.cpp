// SPDX-License-Identifier: GPL-3.0-or-later
// What the facets of a job say: who answers for it, what it does, and lineage that it spells out
// (LineageJobFacet 1-0-0).
#include "models/formats/openlineage/translate.h"
#include "tests/openlineage/foldedevents.h"

#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::tests;
namespace ol = formats::openlineage;

namespace {

//! A run of "load" from a to b whose job has \a facets, written with ' for ".
QByteArray loadWith(const char *facets, const QString &run = u"1"_s,
                    const QString &time = u"2026-01-01T00:00:00Z"_s)
{
    auto event = runEvent(time, u"COMPLETE"_s, run, u"load"_s, {u"a"_s}, {u"b"_s});
    const QByteArray name = "\"name\":\"load\"";
    event.replace(name, name + ",\"facets\":" + QByteArray(facets).replace('\'', '"'));
    return event;
}

domain::Record recordOf(const QByteArrayList &events, const QString &nativeId)
{
    const auto records = ol::translate(foldLines(events).folded, {u"events.ndjson"_s});
    const auto found = std::find_if(records.begin(), records.end(), [&](const auto &record) {
        return record.nativeId == nativeId;
    });
    return found == records.end() ? domain::Record() : *found;
}

} // namespace

class TestEventFacets : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aJobSaysWhatItDoesAndWhoAnswersForIt()
    {
        const auto job = recordOf(
            {loadWith("{'documentation':{'description':'Loads the day'},"
                      "'sql':{'query':'insert into b select * from a','dialect':'snowflake'},"
                      "'ownership':{'owners':[{'name':'team:orders','type':'MAINTAINER'},"
                      "{'name':'user:maya'}]}}")},
            u"job:jobs:load"_s);
        QCOMPARE(job.description, u"Loads the day"_s);
        QCOMPARE(job.code, u"insert into b select * from a"_s);
        QVERIFY(std::any_of(job.properties.begin(), job.properties.end(), [](const auto &fact) {
            return fact.name == u"SQL dialect" && fact.value == u"snowflake";
        }));
        QCOMPARE(job.ownerName, u"orders"_s);
        QCOMPARE(job.team.size(), 2);
        QCOMPARE(job.team.first().role, u"MAINTAINER"_s);
        QCOMPARE(job.team.last().name, u"maya"_s);
    }

    void aDatasetSaysWhatItIsAndWhoAnswersForIt()
    {
        const auto output = u"{\"namespace\":\"db\",\"name\":\"b\",\"facets\":{\"documentation\":{"
                            u"\"description\":\"Orders by day\"},\"ownership\":{\"owners\":[{"
                            u"\"name\":\"team:orders\",\"type\":\"OWNER\"}]}}}"_s;
        const auto table = recordOf({runEvent(u"2026-01-01T00:00:00Z"_s, u"COMPLETE"_s, u"1"_s,
                                              u"load"_s, {u"a"_s}, {output})},
                                    u"dataset:db:b"_s);
        QCOMPARE(table.description, u"Orders by day"_s);
        QCOMPARE(table.ownerName, u"orders"_s);
    }

    void aJobSpellsOutWhatGoesIntoADataset()
    {
        const auto folded = foldLines(
            {loadWith("{'lineage':{'entries':[{'type':'DATASET','namespace':'db','name':'c',"
                      "'inputs':[{'type':'DATASET','namespace':'db','name':'d'}],"
                      "'fields':{'total':{'inputs':[{'type':'DATASET','namespace':'db','name':'d',"
                      "'field':'sum'}]}}}]}}")});
        const auto edges = edgesThatHold(folded.folded);
        QVERIFY2(edges.contains(u"dataset d -> c load"_s), qPrintable(edges.join(u'\n')));
        QVERIFY2(edges.contains(u"field d.sum -> c.total load"_s), qPrintable(edges.join(u'\n')));
        QVERIFY(edges.contains(u"dataset a -> b load"_s));
        QVERIFY(folded.findings.isEmpty());
    }

    void aJobSpellsOutWhatGoesIntoAJob()
    {
        const auto edges = edgesThatHold(
            foldLines({loadWith("{'lineage':{'entries':[{'type':'JOB','inputs':[{'type':'DATASET',"
                                "'namespace':'db','name':'e'}]}]}}")})
                .folded);
        QVERIFY2(edges.contains(u"job e -> load"_s), qPrintable(edges.join(u'\n')));
    }

    void whatWasSpelledOutAndIsTakenBackIsGone()
    {
        const char *stated = "{'lineage':{'entries':[{'type':'DATASET','namespace':'db','name':'c',"
                             "'inputs':[{'type':'DATASET','namespace':'db','name':'d'}]}]}}";
        const auto later =
            loadWith("{'lineage':{'_deleted':true}}", u"1"_s, u"2026-01-01T01:00:00Z"_s);
        QVERIFY(
            edgesThatHold(foldLines({loadWith(stated)}).folded).contains(u"dataset d -> c load"_s));
        QVERIFY(!edgesThatHold(foldLines({loadWith(stated), later}).folded)
                     .contains(u"dataset d -> c load"_s));
    }
};

QTEST_GUILESS_MAIN(TestEventFacets)
#include "tst_eventfacets.moc"
