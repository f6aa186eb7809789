// SPDX-License-Identifier: GPL-3.0-or-later
// Service levels in the store: what they hang on, what is known about them, and how they stand.
#include "models/base/identity.h"
#include "models/store/connection.h"
#include "tests/store/samplerecords.h"
#include "tests/store/storefixture.h"

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using domain::EntityKind;
using domain::Relation;
using domain::RunStatus;
using domain::Slo;
using domain::SloState;
using tests::simple;
using tests::StoreFixture;

namespace {

const QUuid files(u"11111111-0000-4000-8000-000000000001"_s);
const QUuid events(u"22222222-0000-4000-8000-000000000002"_s);
const QDateTime origin(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);

QDateTime hour(int hours)
{
    return origin.addSecs(qint64(hours) * 3600);
}

qint64 ms(int hours)
{
    return hour(hours).toMSecsSinceEpoch();
}

Slo slo(const QString &id, const QString &asset, const QStringList &checks = {})
{
    Slo one;
    one.nativeId = id;
    one.name = id;
    one.asset = asset;
    one.checks = checks;
    one.measure = checks.isEmpty() ? domain::SloMeasure::Freshness : domain::SloMeasure::Check;
    one.thresholdSeconds = 3600.5;
    one.target = 0.995;
    one.window.timeZone = u"Europe/Berlin"_s;
    one.file = u"slo/orders.yaml"_s;
    one.line = 12;
    return one;
}

domain::Record with(EntityKind kind, const QString &id, QList<domain::RelationTo> relations)
{
    auto record = simple(kind, id);
    record.relations = std::move(relations);
    return record;
}

//! A product with a port under a contract that describes a table, a second table that is part of
//! it, and one that is not.
void addMesh(StoreFixture &store)
{
    auto table = simple(EntityKind::Asset, u"orders"_s);
    table.datasetKey = u"postgres:db:shop.public.orders"_s;
    table.domain = {u"Orders"_s};
    store.apply(files,
                {table, with(EntityKind::Product, u"p"_s, {{Relation::OutputPort, u"p.out"_s}}),
                 with(EntityKind::Port, u"p.out"_s,
                      {{Relation::Exposes, u"orders"_s}, {Relation::GovernedBy, u"c"_s}}),
                 with(EntityKind::Contract, u"c"_s, {{Relation::Describes, u"orders"_s}}),
                 with(EntityKind::Asset, u"items"_s, {{Relation::PartOf, u"p"_s}}),
                 simple(EntityKind::Asset, u"alone"_s),
                 with(EntityKind::Check, u"check"_s, {{Relation::Checks, u"alone"_s}})});
    store.finish(files);
}

QUuid idOf(const QString &nativeId)
{
    return entityId(files, nativeId);
}

void stand(StoreFixture &store, const QString &id, SloState state)
{
    StoreFixture::value(store->putStandings(
        {{.slo = idOf(id), .state = state, .sli = 0.5, .remaining = -1.25, .at = hour(3)}}));
}

std::optional<SloState> stateOf(StoreFixture &store, const QString &id)
{
    return StoreFixture::value(store->entities({idOf(id)})).value(0).sloState;
}

QStringList found(StoreFixture &store, const QString &query)
{
    store.finish(files); // the answer comes once the index is current
    QStringList names;
    for (const auto &hit : StoreFixture::value(store->search({.query = query})).hits)
        names.append(hit.entity.nativeId);
    names.sort();
    return names;
}

} // namespace

class TestSlos : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aServiceLevelComesBackAsItWasDeclared()
    {
        StoreFixture store;
        addMesh(store);
        auto declared = slo(u"slo:fresh"_s, u"orders"_s);
        declared.contract = u"c"_s;
        StoreFixture::value(
            store->replaceSlos(files, {declared, slo(u"slo:more"_s, {}, {u"check"_s})}));
        store.reopen();
        const auto rows = StoreFixture::value(store->slos());
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.first().slo, declared);
        QCOMPARE(rows.first().id, idOf(u"slo:fresh"_s));
        QCOMPARE(rows.first().asset, idOf(u"orders"_s));
        QCOMPARE(rows.first().product, idOf(u"p"_s));
        QCOMPARE(rows.first().productName, u"p"_s);
        QCOMPARE(rows.first().domain, QStringList(u"Orders"_s));
        QCOMPARE(rows.last().asset, idOf(u"alone"_s)); // what its check is about
        StoreFixture::value(store->replaceSlos(files, {declared}));
        QCOMPARE(StoreFixture::value(store->slos()).size(), 1);
        StoreFixture::value(store->removeAccount(files));
        QCOMPARE(StoreFixture::value(store->slos()).size(), 0);
    }

    void aNameOfAnotherAccountIsFound()
    {
        StoreFixture store;
        addMesh(store);
        StoreFixture::value(store->replaceSlos(events, {slo(u"slo:far"_s, u"items"_s)}));
        const auto rows = StoreFixture::value(store->slos());
        QCOMPARE(rows.first().account, events);
        QCOMPARE(rows.first().asset, idOf(u"items"_s));
        QCOMPARE(rows.first().product, idOf(u"p"_s));
    }

    void theWorstStateShowsOnAllThatItHangsOn()
    {
        StoreFixture store;
        addMesh(store);
        auto onContract = slo(u"slo:a"_s, u"orders"_s);
        onContract.contract = u"c"_s;
        StoreFixture::value(store->replaceSlos(
            files, {onContract, slo(u"slo:b"_s, u"items"_s), slo(u"slo:c"_s, u"alone"_s)}));
        QVERIFY(!stateOf(store, u"orders"_s));
        stand(store, u"slo:a"_s, SloState::Met);
        stand(store, u"slo:b"_s, SloState::Burning);
        for (const auto &id : {u"orders"_s, u"c"_s, u"p.out"_s})
            QCOMPARE(stateOf(store, id), SloState::Met);
        QCOMPARE(stateOf(store, u"items"_s), SloState::Burning);
        QCOMPARE(stateOf(store, u"p"_s), SloState::Burning);
        QVERIFY(!stateOf(store, u"alone"_s));
        stand(store, u"slo:b"_s, SloState::Met);
        stand(store, u"slo:a"_s, SloState::Unknown);
        QCOMPARE(stateOf(store, u"p"_s), SloState::Unknown); // worse than met
        QCOMPARE(StoreFixture::value(store->standings()).size(), 2);
        const store::SloStanding first{idOf(u"slo:a"_s), SloState::Unknown, 0.5, -1.25, hour(3)};
        QCOMPARE(StoreFixture::value(store->standings()).first(), first);
        StoreFixture::value(store->replaceSlos(files, {slo(u"slo:b"_s, u"items"_s)}));
        QVERIFY(!stateOf(store, u"orders"_s));
        QCOMPARE(stateOf(store, u"p"_s), SloState::Met);
    }

    void aDayThatIsPastIsNotPaintedWithTheStatesOfToday()
    {
        StoreFixture store;
        addMesh(store);
        auto made = simple(EntityKind::Asset, u"made"_s);
        domain::LineageEdge edge;
        edge.source = u"orders"_s;
        edge.target = made.nativeId;
        edge.validFrom = origin;
        made.lineage = {edge};
        store.apply(files, {made});
        StoreFixture::value(store->replaceSlos(files, {slo(u"slo:a"_s, u"orders"_s)}));
        stand(store, u"slo:a"_s, SloState::Missed);
        const auto states = [](const domain::LineageGraph &graph) {
            return std::count_if(graph.nodes.begin(), graph.nodes.end(),
                                 [](const auto &node) { return node.slo.has_value(); });
        };
        QCOMPARE(states(StoreFixture::value(store->lineage())), 1);
        const auto past = StoreFixture::value(store->lineage({.at = origin.addDays(1)}));
        QCOMPARE(past.nodes.size(), std::size_t(2));
        QCOMPARE(states(past), 0);
        QCOMPARE(states(StoreFixture::value(
                     store->lineageChanges(origin.addDays(-1), origin.addDays(1), {}))),
                 0);
    }

    void aStateReachesWhatComesLaterAndLeavesWhatGoes()
    {
        StoreFixture store;
        addMesh(store);
        StoreFixture::value(store->replaceSlos(
            files, {slo(u"slo:a"_s, u"alone"_s), slo(u"slo:later"_s, u"not yet"_s)}));
        stand(store, u"slo:a"_s, SloState::Burning);
        stand(store, u"slo:later"_s, SloState::Missed);
        store.apply(files,
                    {with(EntityKind::Product, u"q"_s, {{Relation::OutputPort, u"q.out"_s}}),
                     with(EntityKind::Port, u"q.out"_s, {{Relation::Exposes, u"alone"_s}}),
                     simple(EntityKind::Asset, u"not yet"_s)});
        store.finish(files);
        QCOMPARE(stateOf(store, u"q.out"_s), SloState::Burning);
        QCOMPARE(stateOf(store, u"q"_s), SloState::Burning);
        QCOMPARE(stateOf(store, u"not yet"_s), SloState::Missed);
        store.apply(files,
                    {with(EntityKind::Port, u"q.out"_s, {{Relation::Exposes, u"not yet"_s}})});
        store.finish(files);
        QCOMPARE(stateOf(store, u"q"_s), SloState::Missed);
        store.apply(files, {}, {u"q.out"_s});
        store.finish(files);
        QVERIFY(!stateOf(store, u"q"_s));
        QCOMPARE(stateOf(store, u"alone"_s), SloState::Burning);
    }

    void theFiguresAreThoseOfTheWorst()
    {
        StoreFixture store;
        addMesh(store);
        StoreFixture::value(
            store->replaceSlos(files, {slo(u"slo:a"_s, u"alone"_s), slo(u"slo:b"_s, u"alone"_s)}));
        const auto put = [&](const QString &id, SloState state, double sli, double remaining) {
            StoreFixture::value(store->putStandings({{.slo = idOf(id),
                                                      .state = state,
                                                      .sli = sli,
                                                      .remaining = remaining,
                                                      .at = hour(3)}}));
            const auto entity = StoreFixture::value(store->entities({idOf(u"alone"_s)})).value(0);
            return std::pair(entity.sli.value_or(-1), entity.budgetLeft);
        };
        QCOMPARE(put(u"slo:a"_s, SloState::Met, 0.999, 0.75), std::pair(0.999, 0.75));
        QCOMPARE(put(u"slo:b"_s, SloState::Burning, 0.99, 0.25), std::pair(0.99, 0.25));
        QCOMPARE(put(u"slo:a"_s, SloState::Burning, 0.98, 0.125), std::pair(0.98, 0.125));
        // The same state with other figures is told as well.
        QCOMPARE(put(u"slo:a"_s, SloState::Burning, 0.97, 0.0625), std::pair(0.97, 0.0625));
    }

    void aStateSurvivesThatItsEntityIsJoinedAndParted()
    {
        StoreFixture store;
        addMesh(store);
        StoreFixture::value(store->replaceSlos(files, {slo(u"slo:a"_s, u"orders"_s)}));
        stand(store, u"slo:a"_s, SloState::Missed);
        auto twin = simple(EntityKind::Asset, u"twin"_s);
        twin.datasetKey = u"postgres:db:shop.public.orders"_s;
        store.apply(events, {twin});
        store.finish(events);
        QCOMPARE(stateOf(store, u"orders"_s), SloState::Missed);
        QCOMPARE(
            StoreFixture::value(store->entities({entityId(events, u"twin"_s)})).value(0).sloState,
            SloState::Missed);
        store.apply(events, {}, {u"twin"_s});
        store.finish(events);
        QCOMPARE(stateOf(store, u"orders"_s), SloState::Missed);
    }

    void searchFindsStates()
    {
        StoreFixture store;
        addMesh(store);
        StoreFixture::value(
            store->replaceSlos(files, {slo(u"slo:a"_s, u"items"_s), slo(u"slo:b"_s, u"alone"_s)}));
        stand(store, u"slo:a"_s, SloState::Missed);
        stand(store, u"slo:b"_s, SloState::Met);
        QCOMPARE(found(store, u"slo:missed"_s), QStringList({u"items"_s, u"p"_s}));
        QCOMPARE(found(store, u"slo:MET"_s), QStringList({u"alone"_s}));
        QList<store::FacetValue> values;
        for (const auto &facet : StoreFixture::value(store->facets({}))) {
            if (facet.name == u"slo")
                values = facet.values;
        }
        QCOMPARE(values, QList<store::FacetValue>({{u"missed"_s, 2}, {u"met"_s, 1}}));
        stand(store, u"slo:a"_s, SloState::Burning);
        QCOMPARE(found(store, u"slo:missed"_s), QStringList());
        QCOMPARE(found(store, u"slo:burning"_s), QStringList({u"items"_s, u"p"_s}));
    }

    void anEqualStandingChangesNoEntity()
    {
        StoreFixture store;
        addMesh(store);
        StoreFixture::value(store->replaceSlos(files, {slo(u"slo:a"_s, u"items"_s)}));
        stand(store, u"slo:a"_s, SloState::Missed);
        store::Connection cache({.file = store.directory() + u"/cache.db"_s, .readOnly = true});
        const QByteArray generation = "SELECT value FROM meta WHERE key = 'generation'";
        const auto before = cache.number(generation);
        stand(store, u"slo:a"_s, SloState::Missed);
        QCOMPARE(cache.number(generation), before);
        stand(store, u"slo:a"_s, SloState::Met);
        QVERIFY(cache.number(generation) > before);
    }

    void aCheckBringsWhatHeldBefore()
    {
        StoreFixture store;
        addMesh(store);
        QList<domain::CheckRun> runs;
        for (int i = 0; i < 40; ++i) {
            runs.append({.check = u"check"_s,
                         .at = hour(i),
                         .status = i % 2 == 0 ? RunStatus::Pass : RunStatus::Fail,
                         .failedRows = i,
                         .totalRows = 100});
        }
        StoreFixture::value(store->apply({.account = files, .evidence = {.runs = runs}}));
        StoreFixture::value(
            store->replaceSlos(files, {slo(u"slo:a"_s, {}, {u"check"_s, u"none"_s})}));
        const auto evidence =
            StoreFixture::value(store->sloEvidence({idOf(u"slo:a"_s)}, hour(20), hour(30)));
        QCOMPARE(evidence.size(), 1);
        QCOMPARE(evidence.first().checks.size(), 2);
        const auto &points = evidence.first().checks.first();
        QCOMPARE(points.check, u"check"_s);
        QCOMPARE(points.runs.size(), 11 + 10);
        const store::RunPoint first{ms(9), RunStatus::Fail, 9, 100};
        QCOMPARE(points.runs.first(), first);
        QCOMPARE(points.runs.last().at, ms(29));
        QVERIFY(evidence.first().checks.last().runs.isEmpty());
    }

    void updatesOfAllNamesOfAnAssetCount()
    {
        StoreFixture store;
        addMesh(store);
        auto twin = simple(EntityKind::Asset, u"twin"_s);
        twin.datasetKey = u"postgres:db:shop.public.orders"_s;
        store.apply(events, {twin});
        domain::Evidence dbt;
        for (int i = 0; i < 6; ++i)
            dbt.updates.append({u"orders"_s, hour(i), hour(i + 1), u"dbt"_s, true});
        dbt.updates.append({u"orders"_s, {}, hour(8), u"dbt"_s, true}); // no rows
        dbt.observations = {{u"dbt"_s, u"orders"_s, hour(8)}, {u"dbt"_s, u"orders"_s, hour(7)}};
        domain::Evidence stream;
        stream.updates = {{u"twin"_s, hour(5), hour(5), u"openlineage"_s, false}};
        stream.observations = {{u"openlineage"_s, {}, hour(12)}};
        for (int i = 0; i < 2; ++i) { // told twice
            StoreFixture::value(store->apply({.account = files, .evidence = dbt}));
            StoreFixture::value(store->apply({.account = events, .evidence = stream}));
        }
        StoreFixture::value(store->replaceSlos(files, {slo(u"slo:a"_s, u"orders"_s)}));
        const auto evidence =
            StoreFixture::value(store->sloEvidence({idOf(u"slo:a"_s)}, hour(4), hour(9)));
        const auto &updates = evidence.first().updates;
        QCOMPARE(updates.size(), 2);
        const auto &sampled = updates.at(updates.first().source == u"dbt" ? 0 : 1);
        QCOMPARE(sampled.observedUntil, ms(8));
        QVERIFY(sampled.sampled);
        const QList<std::pair<qint64, qint64>> looks{{ms(1), ms(2)}, {ms(2), ms(3)}, {ms(3), ms(4)},
                                                     {ms(4), ms(5)}, {ms(5), ms(6)}, {0, ms(8)}};
        QCOMPARE(sampled.looks, looks);
        const auto &streamed = updates.at(updates.first().source == u"dbt" ? 1 : 0);
        QCOMPARE(streamed.observedUntil, ms(12));
        QVERIFY(!streamed.sampled);
        QCOMPARE(streamed.looks.size(), 1);
    }

    void looksOfOneSourceDoNotSpoilItsEvents()
    {
        StoreFixture store;
        addMesh(store);
        domain::Evidence both;
        both.updates = {{u"orders"_s, hour(1), hour(1), u"openlineage"_s, false},
                        {u"orders"_s, hour(2), hour(3), u"openlineage"_s, true}};
        both.observations = {{u"openlineage"_s, {}, hour(12)}};
        StoreFixture::value(store->apply({.account = files, .evidence = both}));
        StoreFixture::value(store->replaceSlos(files, {slo(u"slo:a"_s, u"orders"_s)}));
        const auto evidence =
            StoreFixture::value(store->sloEvidence({idOf(u"slo:a"_s)}, hour(0), hour(9)));
        const auto &updates = evidence.first().updates;
        QCOMPARE(updates.size(), 2);
        QVERIFY(!updates.first().sampled && updates.last().sampled);
        QCOMPARE(updates.first().observedUntil, ms(12));
        // Behind the last look nothing was seen of what is only looked at.
        QCOMPARE(updates.last().observedUntil, ms(3));
    }

    void anEarlierDayKnowsNothingOfLaterLooks()
    {
        StoreFixture store;
        addMesh(store);
        domain::Evidence dbt;
        for (const int at : {1, 25})
            dbt.updates.append({u"orders"_s, hour(at), hour(at + 1), u"dbt"_s, true});
        dbt.observations = {{u"dbt"_s, u"orders"_s, hour(26)}};
        StoreFixture::value(store->apply({.account = files, .evidence = dbt}));
        StoreFixture::value(store->replaceSlos(files, {slo(u"slo:a"_s, u"orders"_s)}));
        const auto evidence =
            StoreFixture::value(store->sloEvidence({idOf(u"slo:a"_s)}, hour(0), hour(10)));
        QCOMPARE(evidence.first().updates.first().observedUntil, ms(2));
    }

    void aCheckHasTheRunsOfAllItsNames()
    {
        StoreFixture store;
        addMesh(store);
        store.apply(files, {simple(EntityKind::Check, u"check"_s)});
        store.apply(events, {simple(EntityKind::Check, u"other"_s)});
        StoreFixture::value(store->accounts().decide({.made = {{.accountA = files,
                                                                .nativeA = u"check"_s,
                                                                .accountB = events,
                                                                .nativeB = u"other"_s}}}));
        domain::Evidence passed;
        passed.runs = {{.check = u"check"_s, .at = hour(1), .status = RunStatus::Pass}};
        domain::Evidence failed;
        failed.runs = {{.check = u"other"_s, .at = hour(2), .status = RunStatus::Fail}};
        StoreFixture::value(store->apply({.account = files, .evidence = passed}));
        StoreFixture::value(store->apply({.account = events, .evidence = failed}));
        StoreFixture::value(store->replaceSlos(files, {slo(u"slo:a"_s, {}, {u"check"_s})}));
        const auto evidence =
            StoreFixture::value(store->sloEvidence({idOf(u"slo:a"_s)}, hour(0), hour(9)));
        const auto &runs = evidence.first().checks.first().runs;
        QCOMPARE(runs.size(), 2);
        QCOMPARE(runs.first().status, RunStatus::Pass);
        QCOMPARE(runs.last().status, RunStatus::Fail);
    }

    void triageIsKeptAndOneStepIsTakenBack()
    {
        StoreFixture store;
        const store::TriageAction first{
            idOf(u"i"_s), store::TriageKind::Acknowledge, hour(1), u"Ada"_s, {}, {}, idOf(u"a"_s),
            hour(0)};
        const store::TriageAction snooze{idOf(u"i"_s), store::TriageKind::Snooze, hour(2),
                                         u"Ada"_s,     u"until it is mended"_s,   hour(9)};
        const store::TriageAction note{
            idOf(u"j"_s), store::TriageKind::Note, hour(2), {}, u"<b>"_s, {}};
        StoreFixture::value(store->triage().append({first}));
        StoreFixture::value(store->triage().append({snooze, note}));
        store.reopen();
        QCOMPARE(StoreFixture::value(store->triage().actions()), QList({first, snooze, note}));
        // Only what this run did.
        const auto refused = store->triage().undo().takeResult();
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::NotFound);
        StoreFixture::value(store->triage().append({note, note}));
        StoreFixture::value(store->triage().append({snooze}));
        QCOMPARE(StoreFixture::value(store->triage().actions()).size(), 6);
        StoreFixture::value(store->triage().undo());
        StoreFixture::value(store->triage().undo());
        QVERIFY(!store->triage().undo().takeResult());
        QCOMPARE(StoreFixture::value(store->triage().actions()), QList({first, snooze, note}));
        StoreFixture::value(store->triage().append({first}));
        store.reopen();
        QCOMPARE(StoreFixture::value(store->triage().actions()),
                 QList({first, snooze, note, first}));
    }
};

QTEST_GUILESS_MAIN(TestSlos)
#include "tst_slos.moc"
