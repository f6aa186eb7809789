// SPDX-License-Identifier: GPL-3.0-or-later
// What the quality pane and the command line show, worked out over a real store.
#include "models/base/identity.h"
#include "models/items/failureroots.h"
#include "models/items/qualityreading.h"
#include "tests/store/qualityrecords.h"
#include "tests/store/storefixture.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using domain::EntityKind;
using domain::Relation;
using domain::RunStatus;
using tests::StoreFixture;

namespace {

const QUuid files(u"11111111-0000-4000-8000-000000000001"_s);
const QDateTime origin(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);

QDateTime day(int days)
{
    return origin.addDays(days);
}

QUuid id(const QString &nativeId)
{
    return entityId(files, nativeId);
}

domain::Record table(const QString &nativeId, const QString &from = {})
{
    auto record = tests::asset(nativeId, {u"Orders"_s});
    if (!from.isEmpty())
        record.lineage.append({.source = from, .target = nativeId, .evidence = u"design"_s});
    return record;
}

domain::Record checkOf(const QString &nativeId, const QString &of, const QString &field = {})
{
    auto record = tests::check(nativeId, of, u"completeness"_s);
    record.quality.first().element = field;
    return record;
}

void apply(StoreFixture &store, QList<domain::Record> records, QList<domain::CheckRun> runs)
{
    StoreFixture::value(store->apply({.account = files,
                                      .records = std::move(records),
                                      .removed = {},
                                      .evidence = {.runs = std::move(runs)}}));
    store.finish(files);
}

items::FailureRoots rootsOf(const QList<items::Failing> &failing)
{
    domain::LineageGraph graph;
    for (const auto &name : {u"source"_s, u"middle"_s, u"end"_s})
        graph.nodes.push_back({.id = id(name), .nativeId = name, .name = name});
    graph.links = {{.source = 0, .target = 1}, {.source = 1, .target = 2}};
    return {items::lineageMesh(graph), failing};
}

items::Failing failingAt(const QString &name, bool isUnknown = false)
{
    return {.asset = id(name), .name = name, .isUnknown = isUnknown};
}

} // namespace

class TestQualityReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aFailureBeginsWhereNothingFailsAbove()
    {
        const auto roots = rootsOf({failingAt(u"end"_s), failingAt(u"source"_s)}).roots();
        QCOMPARE(roots.size(), 1);
        QCOMPARE(roots.first().name, u"source"_s);
        QCOMPARE(roots.first().hitNames, QStringList{u"end"_s});
        QCOMPARE(roots.first().affected, 2);
    }

    void whatBeganLaterIsNoCause()
    {
        const auto at = [](const QString &name, int hours) {
            auto failing = failingAt(name);
            failing.since = origin.addSecs(3600 * hours);
            return failing;
        };
        // The source broke ten days after the end: the end has a cause of its own.
        const auto late = rootsOf({at(u"end"_s, 0), at(u"source"_s, 240)});
        QCOMPARE(late.rootOf(id(u"end"_s)), id(u"end"_s));
        QCOMPARE(late.roots().size(), 2);
        for (const auto &root : late.roots())
            QVERIFY(root.hit.isEmpty());
        // Within a day it may be that its check ran later.
        const auto near = rootsOf({at(u"end"_s, 0), at(u"source"_s, 20)});
        QCOMPARE(near.rootOf(id(u"end"_s)), id(u"source"_s));
        // What is between and began later hides nothing that began before.
        const auto chain = rootsOf({at(u"end"_s, 100), at(u"middle"_s, 240), at(u"source"_s, 0)});
        QCOMPARE(chain.rootOf(id(u"end"_s)), id(u"source"_s));
        QCOMPARE(chain.rootOf(id(u"middle"_s)), id(u"source"_s));
    }

    void whatIsUnknownAboveHidesNoFailure()
    {
        const auto roots = rootsOf({failingAt(u"middle"_s), failingAt(u"source"_s, true)});
        QStringList names;
        for (const auto &root : roots.roots())
            names.append(root.name);
        QCOMPARE(names, (QStringList{u"middle"_s, u"source"_s}));
        QCOMPARE(roots.rootOf(id(u"middle"_s)), id(u"middle"_s));
    }

    void whatIsUnknownBelowAFailureBelongsToIt()
    {
        const auto roots = rootsOf({failingAt(u"source"_s), failingAt(u"end"_s, true)}).roots();
        QCOMPARE(roots.size(), 1);
        QCOMPARE(roots.first().name, u"source"_s);
    }

    void coverageKnowsWhichFieldsAreChecked()
    {
        StoreFixture store;
        auto orders = table(u"c#orders"_s);
        orders.fields = {
            {.path = u"order_id"_s, .name = u"order_id"_s, .primaryKey = true},
            {.path = u"email"_s, .name = u"email"_s, .classification = u"restricted"_s},
            {.path = u"note"_s, .name = u"note"_s, .classification = u"public"_s}};
        auto contract = tests::simple(EntityKind::Contract, u"c"_s);
        contract.relations = {{Relation::Describes, u"c#orders"_s}};
        apply(store, {orders, contract, checkOf(u"unique"_s, u"c#orders"_s, u"order_id"_s)},
              {tests::run(u"unique"_s, day(1), RunStatus::Pass)});
        const auto rows = items::readCoverage(*store.operator->());
        QVERIFY(rows.has_value());
        QStringList lines;
        for (const auto &row : *rows)
            lines.append(row.field + u' ' + row.why + u' ' + QString::number(row.checks) + u'/'
                         + QString::number(row.checksThatRan));
        QCOMPARE(lines, (QStringList{u"order_id primary key 1/1"_s, u"email restricted 0/0"_s}));
    }

    void theBoardHasTheNewestRunsAndTheRoot()
    {
        StoreFixture store;
        apply(store,
              {table(u"raw"_s), table(u"mart"_s, u"raw"_s), checkOf(u"a"_s, u"raw"_s),
               checkOf(u"b"_s, u"mart"_s), checkOf(u"c"_s, u"mart"_s)},
              {tests::run(u"a"_s, day(1), RunStatus::Pass),
               tests::run(u"a"_s, day(2), RunStatus::Fail),
               tests::run(u"b"_s, day(2), RunStatus::Error)});
        const auto board = items::readBoard(*store.operator->(), {.from = day(0), .to = day(3)});
        QVERIFY(board.has_value());
        QCOMPARE(board->totals, (store::RunCounts{.fail = 1, .error = 1, .unknown = 1}));
        QCOMPARE(board->roots.size(), 1);
        QCOMPARE(board->roots.first().asset, id(u"raw"_s));
        QCOMPARE(board->roots.first().since, day(2));
        QCOMPARE(board->roots.first().hit, QList<QUuid>{id(u"mart"_s)});
        QCOMPARE(board->heat.size(), 1);
        QCOMPARE(*board->heat.first().share(), 0.5);
        // As of the day before nothing failed.
        const auto before =
            items::readBoard(*store.operator->(), {.from = day(0), .to = day(1).addSecs(1)});
        QCOMPARE(before->totals, (store::RunCounts{.pass = 1, .unknown = 2}));
        QVERIFY(before->roots.isEmpty());
    }

    void whatIsDoneTodayIsSeenInEveryPeriod()
    {
        StoreFixture store;
        apply(store, {table(u"raw"_s), checkOf(u"a"_s, u"raw"_s)},
              {tests::run(u"a"_s, day(1), RunStatus::Fail)});
        const items::Period period{.from = day(0), .to = day(3)};
        const auto incidents = items::readIncidents(*store.operator->(), period);
        QCOMPARE(incidents->size(), 1);
        QCOMPARE(incidents->first().state, items::IncidentState::New);
        StoreFixture::value(store->triage().append({{.incident = incidents->first().id,
                                                     .kind = store::TriageKind::Acknowledge,
                                                     .at = day(40)}}));
        QCOMPARE(items::readIncidents(*store.operator->(), period)->first().state,
                 items::IncidentState::Acknowledged);
        // The command line asks how it stood.
        QCOMPARE(items::readIncidents(*store.operator->(), period, period.to)->first().state,
                 items::IncidentState::New);
    }

    void detectionIsKnownOfWhatFailsWhileWeWatch()
    {
        StoreFixture store;
        const auto now = QDateTime::currentDateTimeUtc();
        apply(store, {table(u"raw"_s), checkOf(u"a"_s, u"raw"_s)},
              {tests::run(u"a"_s, now.addDays(-9), RunStatus::Fail),
               tests::run(u"a"_s, now.addDays(-7), RunStatus::Pass)});
        // A check whose clock is a little ahead of ours fails at the same moment.
        apply(store, {}, {tests::run(u"a"_s, now.addSecs(60), RunStatus::Fail)});
        const items::Period period{.from = now.addDays(-30), .to = now.addDays(1)};
        const auto incidents = items::readIncidents(*store.operator->(), period);
        QCOMPARE(incidents->size(), 2);
        for (const auto &incident : *incidents) // what was over before we looked tells nothing
            QCOMPARE(incident.seen.has_value(), incident.opened > now);
        // Read again, late evidence before it: when it came to us stays.
        const auto seen = incidents->at(incidents->first().seen ? 0 : 1).seen;
        apply(store, {},
              {tests::run(u"a"_s, now.addSecs(30), RunStatus::Pass),
               tests::run(u"a"_s, now.addSecs(60), RunStatus::Fail)});
        const auto again = items::readIncidents(*store.operator->(), period);
        QCOMPARE(again->at(again->first().seen ? 0 : 1).seen, seen);
    }

    void whatIsOverStaysAsSevereAsItWas()
    {
        StoreFixture store;
        QList<domain::Record> records{table(u"raw"_s), checkOf(u"a"_s, u"raw"_s)};
        for (int i = 0; i < 12; ++i)
            records.append(table(u"mart%1"_s.arg(i), u"raw"_s));
        apply(store, records, {tests::run(u"a"_s, day(1), RunStatus::Fail)});
        const items::Period period{.from = day(0), .to = day(3)};
        const auto open = items::readIncidents(*store.operator->(), period)->first().severity;
        apply(store, {}, {tests::run(u"a"_s, day(2), RunStatus::Pass)});
        const auto over = items::readIncidents(*store.operator->(), period)->first();
        QCOMPARE(over.state, items::IncidentState::Resolved);
        QCOMPARE(over.severity, open);
    }
};

QTEST_GUILESS_MAIN(TestQualityReading)
#include "tst_qualityreading.moc"
