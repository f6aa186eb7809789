// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/incidentevidence.h"
#include "models/items/incidentfilter.h"
#include "models/items/incidentmodel.h"
#include "models/items/incidentstory.h"
#include "models/items/incidenttext.h"
#include "tests/items/sampletriage.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using items::Incident;
using items::IncidentModel;
using items::IncidentState;
using tests::SampleTriage;

namespace {

QList<Incident> incidentsOf(SampleTriage &source)
{
    return *source.incidents(tests::lastWeeks(source)).takeResult();
}

const Incident &called(const QList<Incident> &incidents, const QString &asset)
{
    for (const auto &incident : incidents) {
        if (incident.assetName == asset)
            return incident;
    }
    qFatal("no such incident");
}

//! The rows as a person reads them: heads in brackets.
QStringList rowsOf(const IncidentModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto index = model.index(row);
        if (index.data(IncidentModel::IsGroupRole).toBool())
            rows.append(u"[%1 %2]"_s.arg(index.data().toString().section(u',', 0, 0),
                                         index.data(IncidentModel::CountRole).toString()));
        else
            rows.append(index.data().toString().section(u':', 0, 0));
    }
    return rows;
}

} // namespace

class TestIncidentModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void incidentsStandUnderTheirRoots()
    {
        SampleTriage source;
        IncidentModel model;
        const QAbstractItemModelTester tester(&model);
        model.setIncidents(incidentsOf(source), source.at);
        QCOMPARE(rowsOf(model),
                 QStringList({u"[returns_portal.items 1]"_s, u"returns_portal.items"_s,
                              u"[/parcels/{id}/events 3]"_s, u"/parcels/{id}/events"_s,
                              u"order_events"_s, u"late_parcel_board"_s, u"[crm.accounts 1]"_s,
                              u"crm.accounts"_s, u"[Resolved in this period 1]"_s}));
        QCOMPARE(model.openCount(), 5);
        QCOMPARE(model.shownCount(), 6);
    }

    void factsComeFromTheChecks()
    {
        SampleTriage source;
        const auto incidents = incidentsOf(source);
        const auto &carrier = called(incidents, u"/parcels/{id}/events"_s);
        QCOMPARE(carrier.title, u"/parcels/{id}/events: 3 freshness check(s) fail"_s);
        QCOMPARE(carrier.severity, u"severe"_s);
        QCOMPARE(carrier.checkNames.size(), 3);
        QCOMPARE(carrier.ownerName, u"Tomasz Wilk"_s);
        QCOMPARE(carrier.opened, source.at.addSecs(-262 * 60));
        const auto &below = called(incidents, u"order_events"_s);
        QCOMPARE(below.root, carrier.id);
        QCOMPARE(below.rootName, carrier.assetName);
        QCOMPARE(below.severity, u"major"_s);
        const auto &done = called(incidents, u"stock_levels"_s);
        QCOMPARE(done.state, IncidentState::Resolved);
        QCOMPARE(items::timesOf(done).toResolve, std::optional<qint64>(600 * 60'000));
        QCOMPARE(items::meanTimesOf(incidents, tests::lastWeeks(source)).toResolve,
                 std::optional<qint64>(600 * 60'000));
        QCOMPARE(items::meanTimesText({60'000, 3'600'000, 36'000'000}),
                 u"On average detected in 1 min, answered in 1 h, resolved in 10 h"_s);
        QCOMPARE(items::meanTimesText({{}, 3'600'000, {}}), u"On average answered in 1 h"_s);
        QVERIFY(items::meanTimesText({}).isEmpty());
        // Resolved before the period: nobody asks for it.
        const items::Period later{source.at.addDays(-1), source.at};
        QCOMPARE(source.incidents(later).takeResult()->size(), 5);
    }

    void severityRisesWithWhatHangsBelow()
    {
        SampleTriage source;
        items::IncidentEvidence evidence{source.flips, source.checks, {}, {}, {}};
        const auto asset = SampleTriage::idOf(u"late_parcel_board"_s);
        const auto period = tests::lastWeeks(source);
        QCOMPARE(called(items::incidentsOf(evidence, period), u"late_parcel_board"_s).severity,
                 u"minor"_s);
        evidence.dependents.insert(asset, 12);
        QCOMPARE(called(items::incidentsOf(evidence, period), u"late_parcel_board"_s).severity,
                 u"major"_s);
    }

    void deedsAreTakenFromTheActions()
    {
        SampleTriage source;
        const auto id = called(incidentsOf(source), u"order_events"_s).id;
        using Kind = store::TriageKind;
        source.triage({{id, Kind::Acknowledge, source.at.addSecs(-3600), u"Ada"_s, {}, {}},
                       {id, Kind::Assign, source.at.addSecs(-3000), u"Ada"_s, u"Maya"_s, {}},
                       {id, Kind::Start, source.at.addSecs(-2000), {}, {}, {}}});
        auto incidents = incidentsOf(source);
        auto incident = called(incidents, u"order_events"_s);
        QCOMPARE(incident.state, IncidentState::InProgress);
        QCOMPARE(incident.assignee, u"Maya"_s);
        QCOMPARE(incident.acknowledged, std::optional(source.at.addSecs(-3600)));
        // It is resolved until it fails again, and its newest bad run is older than that.
        source.triage({{id, Kind::Resolve, source.at, {}, {}, {}}});
        QCOMPARE(called(incidentsOf(source), u"order_events"_s).state, IncidentState::Resolved);
        for (auto &check : source.checks) {
            if (check.assetName == u"order_events")
                check.last->at = source.at.addSecs(60);
        }
        incident = called(incidentsOf(source), u"order_events"_s);
        QCOMPARE(incident.state, IncidentState::Reopened);
        QCOMPARE(incident.reopened, std::optional(source.at.addSecs(60)));
    }

    void aTitleNamesWhatFailsNow()
    {
        SampleTriage source;
        source.addCheck(u"orders"_s, u"unique id"_s, {{6000, true}});
        source.addCheck(u"orders"_s, u"row count"_s, {{5000, true}, {4000, false}});
        const auto incident = called(incidentsOf(source), u"orders"_s);
        QCOMPARE(incident.checks.size(), 2);
        QCOMPARE(incident.failing, 1);
        QCOMPARE(incident.title, u"orders: unique id fails"_s);
    }

    void lateEvidenceKeepsWhatWasDone()
    {
        SampleTriage source;
        const auto before = called(incidentsOf(source), u"order_events"_s);
        using Kind = store::TriageKind;
        source.triage({{before.id,
                        Kind::Assign,
                        source.at.addSecs(-60),
                        u"Ada"_s,
                        u"Maya"_s,
                        {},
                        before.asset,
                        before.opened}});
        QCOMPARE(called(incidentsOf(source), u"order_events"_s).assignee, u"Maya"_s);
        // A file that came late says that it had failed an hour before.
        auto earlier =
            *std::find_if(source.flips.begin(), source.flips.end(),
                          [&](const auto &one) { return one.asset == before.asset && one.bad; });
        earlier.at = before.opened.addSecs(-3600).toMSecsSinceEpoch();
        source.flips.prepend(earlier);
        const auto after = called(incidentsOf(source), u"order_events"_s);
        QVERIFY(after.id != before.id);
        QCOMPARE(after.assignee, u"Maya"_s);
        // What was done about an incident that was over by then is not about this one.
        source.triage({{QUuid::createUuid(),
                        Kind::Assign,
                        source.at.addDays(-20),
                        u"Ada"_s,
                        u"Tom"_s,
                        {},
                        before.asset,
                        source.at.addDays(-21)}});
        QCOMPARE(called(incidentsOf(source), u"order_events"_s).assignee, u"Maya"_s);
    }

    void whatIsSnoozedIsFoldedAwayUntilThen()
    {
        SampleTriage source;
        IncidentModel model;
        const QAbstractItemModelTester tester(&model);
        const auto id = called(incidentsOf(source), u"order_events"_s).id;
        source.triage({{id, store::TriageKind::Snooze, source.at, {}, {}, source.at.addDays(1)}});
        model.setIncidents(incidentsOf(source), source.at);
        QVERIFY(rowsOf(model).contains(u"[Snoozed 1]"_s));
        QVERIFY(!model.indexOf(id).isValid());
        QCOMPARE(model.openCount(), 4);
        model.unfold(id);
        QVERIFY(model.indexOf(id).isValid());
        model.setIncidents(incidentsOf(source), source.at.addDays(2));
        QVERIFY(!rowsOf(model).contains(u"[Snoozed 1]"_s));
        QCOMPARE(model.openCount(), 5);
    }

    void rowsThatStayKeepTheirPlaceAndTicks()
    {
        SampleTriage source;
        IncidentModel model;
        const QAbstractItemModelTester tester(&model);
        auto incidents = incidentsOf(source);
        model.setIncidents(incidents, source.at);
        const auto carrier = called(incidents, u"/parcels/{id}/events"_s).id;
        const auto crm = called(incidents, u"crm.accounts"_s).id;
        model.setTicked(carrier, true);
        model.setTicked(crm, true);
        const QPersistentModelIndex place(model.indexOf(crm));
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        source.triage({{called(incidents, u"returns_portal.items"_s).id,
                        store::TriageKind::Resolve,
                        source.at,
                        {},
                        {},
                        {}}});
        model.setIncidents(incidentsOf(source), source.at);
        QCOMPARE(resets.size(), 0);
        QVERIFY(place.isValid());
        QCOMPARE(model.incidentAt(place)->id, crm);
        QCOMPARE(model.ticked(), QList<QUuid>({carrier, crm}));
        QVERIFY(rowsOf(model).contains(u"[Resolved in this period 2]"_s));
        model.clearTicks();
        QCOMPARE(model.ticked(), QList<QUuid>());
    }

    void anyChangeOfTheListIsTold()
    {
        // The tester checks each single step.
        SampleTriage source;
        IncidentModel model;
        const QAbstractItemModelTester tester(&model);
        const auto all = incidentsOf(source);
        for (unsigned mask = 0; mask < 64; ++mask) {
            QList<Incident> some;
            for (int i = 0; i < all.size(); ++i) {
                if (mask & (1u << i))
                    some.insert(mask % 3 == 0 ? 0 : some.size(), all.at(i));
            }
            model.setIncidents(some, source.at);
            QCOMPARE(model.shownCount(), int(some.size()));
        }
    }

    void nextSkipsHeads()
    {
        SampleTriage source;
        IncidentModel model;
        model.setIncidents(incidentsOf(source), source.at);
        QCOMPARE(model.next(-1, 1).row(), 1);
        QCOMPARE(model.next(1, 1).row(), 3);
        QCOMPARE(model.next(3, -1).row(), 1);
        QVERIFY(!model.next(1, -1).isValid());
        QVERIFY(!model.next(model.rowCount() - 2, 1).isValid());
    }

    void filterSpeaksTheFilterLanguage_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<int>("count");
        QTest::newRow("all") << QString() << 6;
        QTest::newRow("open") << u"state:open"_s << 5;
        QTest::newRow("state of two words") << u"state:inprogress"_s << 0;
        QTest::newRow("one of") << u"severity:severe severity:minor"_s << 4;
        QTest::newRow("not") << u"-severity:severe"_s << 4;
        QTest::newRow("domain") << u"domain:orders"_s << 4;
        QTest::newRow("both") << u"domain:orders severity:major"_s << 1;
        QTest::newRow("owner") << u"owner:tomasz"_s << 2;
        QTest::newRow("nobody") << u"assignee:none"_s << 6;
        QTest::newRow("word") << u"parcel"_s << 3;
        QTest::newRow("check") << u"check:iso"_s << 1;
        QTest::newRow("nothing") << u"zzz"_s << 0;
    }

    void filterSpeaksTheFilterLanguage()
    {
        QFETCH(const QString, filter);
        QFETCH(const int, count);
        SampleTriage source;
        IncidentModel model;
        model.setIncidents(incidentsOf(source), source.at);
        model.setFilter(filter);
        QCOMPARE(model.shownCount(), count);
    }

    void storyTellsTheLifeAndWhoIsHit()
    {
        SampleTriage source;
        const auto all = incidentsOf(source);
        const auto &carrier = called(all, u"/parcels/{id}/events"_s);
        const auto events = items::timelineOf(carrier, all, source.checks.first().last);
        using Kind = items::IncidentEvent::Kind;
        QList<Kind> kinds;
        for (const auto &event : events)
            kinds.append(event.kind);
        QCOMPARE(kinds,
                 QList<Kind>(
                     {Kind::Failed, Kind::Opened, Kind::Joined, Kind::Joined, Kind::StillFailing}));
        int others = 0;
        const auto board = *source.board(tests::lastWeeks(source)).takeResult();
        const auto hits = items::hitsOf(carrier, all, board, others);
        QStringList names;
        for (const auto &hit : hits)
            names.append(hit.name + u": "_s + hit.serviceLevel);
        QCOMPARE(names,
                 QStringList({u"Order events: Freshness, 39 % left"_s,
                              u"Delivery promise: Freshness, 71 % left"_s,
                              u"order_events: none of its own"_s,
                              u"late_parcel_board: none of its own"_s}));
        QCOMPARE(others, 17);
        QVERIFY(items::incidentSentence(carrier, all, source.at).contains(u"root"_s));
        const auto &below = called(all, u"order_events"_s);
        QVERIFY(items::incidentSentence(below, all, source.at).contains(carrier.assetName));
    }

    void durationsHaveAtMostTwoUnits()
    {
        constexpr qint64 minute = 60'000;
        QCOMPARE(items::durationText(30'000), u"under 1 min"_s);
        QCOMPARE(items::durationText(262 * minute), u"4 h 22 min"_s);
        QCOMPARE(items::durationText(120 * minute), u"2 h"_s);
        QCOMPARE(items::durationText(26 * 60 * minute), u"26 h"_s);
        QCOMPARE(items::durationText(qint64(4) * 1440 * minute), u"4 day(s)"_s);
        QCOMPARE(items::durationText(qint64(22) * 1440 * minute), u"3 week(s)"_s);
    }

    void labelIsTheBeginningOfTheId()
    {
        QCOMPARE(items::incidentLabel(QUuid(u"{3fa2b1c4-0000-4000-8000-000000000000}"_s)),
                 u"INC-3fa2b1"_s);
    }
};

QTEST_GUILESS_MAIN(TestIncidentModel)
#include "tst_incidentmodel.moc"
