// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quality/incidents.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <map>
#include <random>

using namespace Qt::Literals::StringLiterals;
using namespace portolan::quality;

namespace {

constexpr qint64 hour = 60 * 60 * 1000;
constexpr qint64 day = 24 * hour;

QUuid idOf(int number)
{
    return QUuid::createUuidV5(QUuid(), QString::number(number));
}

const QUuid asset = idOf(1);
const QUuid first = idOf(11);
const QUuid second = idOf(12);

Turn bad(const QUuid &check, Moment at)
{
    return {check, asset, at, true, never};
}

Turn good(const QUuid &check, Moment at)
{
    return {check, asset, at, false, never};
}

//! What an observer with a list of verdicts and no cleverness says: for each instant he asks each
//! check for its newest verdict until then.
struct NaiveIncident
{
    Moment opened = never;
    QSet<QUuid> checks;
    QList<Episode> episodes;
};

QList<NaiveIncident> naive(const QList<Turn> &turns)
{
    std::map<Moment, bool> instants;
    for (const auto &turn : turns)
        instants[turn.at] = instants[turn.at] || turn.bad;
    const auto failingAt = [&](Moment at) {
        QSet<QUuid> failing;
        for (const auto &asked : turns) {
            Moment newest = never;
            bool isBad = false;
            for (const auto &turn : turns) {
                if (turn.check != asked.check || turn.at > at)
                    continue;
                if (turn.at > newest)
                    isBad = turn.bad;
                else if (turn.at == newest)
                    isBad = isBad || turn.bad;
                newest = std::max(newest, turn.at);
            }
            if (isBad)
                failing.insert(asked.check);
        }
        return failing;
    };
    QList<NaiveIncident> incidents;
    bool open = false;
    for (const auto &[at, anyBad] : instants) {
        const auto failing = failingAt(at);
        if (!failing.isEmpty() && !open) {
            if (incidents.isEmpty() || at > incidents.last().episodes.last().to + day)
                incidents.append({at, {}, {}});
            incidents.last().episodes.append({at, never});
            open = true;
        } else if (failing.isEmpty() && open) {
            incidents.last().episodes.last().to = at;
            open = false;
        }
        if (open)
            incidents.last().checks.unite(failing);
    }
    return incidents;
}

} // namespace

class TestIncidents : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void firstFailureOpensOneIncidentAndOtherChecksJoinIt()
    {
        const auto outages = outagesOf({good(first, 0), bad(first, hour), bad(second, 2 * hour)});
        QCOMPARE(outages.size(), 1);
        QCOMPARE(outages.first().opened(), hour);
        QCOMPARE(outages.first().checks, QList<QUuid>({first, second}));
        QVERIFY(outages.first().fails());
        QCOMPARE(outages.first().id, outageId(asset, hour));
        QCOMPARE(outages.first().id.version(), QUuid::Sha1);
    }

    void onlyThePassOfAllChecksResolves()
    {
        QList<Turn> turns{bad(first, 0), bad(second, hour), good(first, 2 * hour)};
        QVERIFY(outagesOf(turns).first().fails());
        turns.append(good(second, 3 * hour));
        QCOMPARE(outagesOf(turns).first().episodes, QList<Episode>({{0, 3 * hour}}));
    }

    void whatHappensInOneRunHappensAtOnce()
    {
        // The first check passes in the run in which the second one fails: nothing was ever over.
        const auto outages =
            outagesOf({bad(first, 0), good(first, hour), bad(second, hour), good(second, day)});
        QCOMPARE(outages.size(), 1);
        QCOMPARE(outages.first().episodes, QList<Episode>({{0, day}}));
    }

    void failureWithinADayReopensAndALaterOneIsNew()
    {
        const auto again = outagesOf({bad(first, 0), good(first, hour), bad(second, hour + day)});
        QCOMPARE(again.size(), 1);
        QCOMPARE(again.first().episodes, QList<Episode>({{0, hour}, {hour + day, never}}));
        const auto later =
            outagesOf({bad(first, 0), good(first, hour), bad(second, hour + day + 1)});
        QCOMPARE(later.size(), 2);
        QCOMPARE(later.last().checks, QList<QUuid>({second}));
        QVERIFY(later.first().id != later.last().id);
    }

    void assetsAndChecksWithoutOneStandForThemselves()
    {
        const QList<Turn> turns{bad(first, 0),
                                {second, idOf(2), 0, true, never},
                                {idOf(13), {}, 0, true, never},
                                {idOf(14), {}, 0, true, never}};
        QSet<QUuid> assets;
        for (const auto &outage : outagesOf(turns))
            assets.insert(outage.asset);
        QCOMPARE(assets, QSet<QUuid>({asset, idOf(2), idOf(13), idOf(14)}));
    }

    void evidenceInAnyOrderAndTwiceGivesTheSame_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 400; ++seed)
            QTest::addRow("%u", seed) << seed;
    }

    void evidenceInAnyOrderAndTwiceGivesTheSame()
    {
        QFETCH(const unsigned, seed);
        std::mt19937 random(seed);
        const auto below = [&](int limit) { return int(random() % unsigned(limit)); };
        QList<Turn> turns;
        const int checks = 1 + below(4);
        const int runs = 1 + below(40);
        for (int i = 0; i < runs; ++i) {
            const Turn turn{idOf(20 + below(checks)), asset, below(120) * hour, below(3) == 0,
                            never};
            turns.append(turn);
        }
        const auto expected = naive(turns);
        const auto outages = outagesOf(turns);
        QCOMPARE(outages.size(), expected.size());
        for (qsizetype i = 0; i < outages.size(); ++i) {
            QCOMPARE(outages.at(i).opened(), expected.at(i).opened);
            QCOMPARE(outages.at(i).episodes, expected.at(i).episodes);
            QCOMPARE(QSet<QUuid>(outages.at(i).checks.begin(), outages.at(i).checks.end()),
                     expected.at(i).checks);
        }
        auto others = turns + turns.mid(0, turns.size() / 2);
        std::shuffle(others.begin(), others.end(), random);
        QCOMPARE(outagesOf(others), outages);
    }

    void everyTransitionIsAsDrawn_data()
    {
        QTest::addColumn<int>("stage");
        QTest::addColumn<int>("step");
        QTest::addColumn<int>("next");
        // Rows: New, Acknowledged, InProgress, Resolved, Reopened.
        // Columns: Acknowledge, Start, Resolve, Recover, Fail.
        using enum Stage;
        constexpr Stage next[5][5] = {
            {Acknowledged, InProgress, Resolved, Resolved, New},
            {Acknowledged, InProgress, Resolved, Resolved, Acknowledged},
            {InProgress, InProgress, Resolved, Resolved, InProgress},
            {Resolved, Resolved, Resolved, Resolved, Reopened},
            {Acknowledged, InProgress, Resolved, Resolved, Reopened},
        };
        for (int stage = 0; stage < 5; ++stage) {
            for (int step = 0; step < 5; ++step)
                QTest::addRow("%d-%d", stage, step) << stage << step << int(next[stage][step]);
        }
    }

    void everyTransitionIsAsDrawn()
    {
        QFETCH(const int, stage);
        QFETCH(const int, step);
        QFETCH(const int, next);
        QCOMPARE(int(nextStage(Stage(stage), Step(step))), next);
    }

    void deedsMoveItOnAndAFailureAfterItWasOverWakesIt()
    {
        const auto outage =
            outagesOf({bad(first, 0), good(first, 10 * hour), bad(first, 20 * hour)}).first();
        using Kind = Deed::Kind;
        QList<Deed> deeds{{Kind::Snooze, 2 * hour, u"Ada"_s, {}, 100 * hour},
                          {Kind::Acknowledge, hour, u"Ada"_s, {}, never},
                          {Kind::Assign, 3 * hour, u"Ada"_s, u"Tomasz"_s, never}};
        auto standing = standingOf(outage, deeds);
        QCOMPARE(standing.stage, Stage::Reopened);
        QCOMPARE(standing.acknowledged, std::optional<Moment>(hour));
        QCOMPARE(standing.reopened, std::optional<Moment>(20 * hour));
        QCOMPARE(standing.resolved, std::optional<Moment>());
        QCOMPARE(standing.assignee, u"Tomasz"_s);
        QCOMPARE(standing.snoozedUntil, std::optional<Moment>());
        deeds.append({Kind::Start, 21 * hour, u"Ada"_s, {}, never});
        QCOMPARE(standingOf(outage, deeds).stage, Stage::InProgress);
        deeds.append({Kind::Resolve, 22 * hour, u"Ada"_s, {}, never});
        standing = standingOf(outage, deeds);
        QCOMPARE(standing.stage, Stage::Resolved);
        QCOMPARE(standing.resolved, std::optional<Moment>(22 * hour));
        // It is over until the check fails again, also where it never passed in between.
        auto turns = QList<Turn>{bad(first, 0), bad(first, 23 * hour)};
        const auto still = outagesOf(turns).first();
        QCOMPARE(standingOf(still, deeds).stage, Stage::Reopened);
        std::reverse(deeds.begin(), deeds.end());
        QCOMPARE(standingOf(outage, deeds), standing);
    }

    void deedOfAClockThatIsBehindCounts()
    {
        const auto outage = outagesOf({bad(first, 5 * hour)}).first();
        const auto standing =
            standingOf(outage, {{Deed::Kind::Acknowledge, hour, u"Ada"_s, {}, never}});
        QCOMPARE(standing.stage, Stage::Acknowledged);
        QCOMPARE(standing.acknowledged, std::optional<Moment>(5 * hour));
    }

    void timesAreMeasuredFromTheFirstBadRun()
    {
        auto turns = QList<Turn>{bad(first, hour), good(first, 9 * hour)};
        turns[0].seen = hour + 60'000;
        const auto outage = outagesOf(turns).first();
        const auto times = timesOf(
            outage, standingOf(outage, {{Deed::Kind::Acknowledge, 3 * hour, {}, {}, never}}));
        QCOMPARE(times.toDetect, std::optional<qint64>(60'000));
        QCOMPARE(times.toRespond, std::optional<qint64>(2 * hour));
        QCOMPARE(times.toResolve, std::optional<qint64>(8 * hour));
        const auto means = meanTimes({times, {{}, 4 * hour, {}}, {}});
        QCOMPARE(means.toDetect, times.toDetect);
        QCOMPARE(means.toRespond, std::optional<qint64>(3 * hour));
        QCOMPARE(means.toResolve, times.toResolve);
        QCOMPARE(meanTimes({}), ResponseTimes());
    }

    void severityIsThatOfTheWorstWordAndOfWhatHangsBelow()
    {
        QCOMPARE(severityOf({}, 0), Severity::Major);
        QCOMPARE(severityOf({u""_s}, 0), Severity::Major);
        QCOMPARE(severityOf({u"warn"_s}, 9), Severity::Minor);
        QCOMPARE(severityOf({u"warn"_s}, 10), Severity::Major);
        QCOMPARE(severityOf({u"warn"_s, u"error"_s}, 0), Severity::Major);
        QCOMPARE(severityOf({u"error"_s}, 10), Severity::Severe);
        QCOMPARE(severityOf({u"Critical"_s, u"low"_s}, 0), Severity::Severe);
    }

    void incidentsStandUnderThatOfTheirEarliestFailingAncestor()
    {
        const QList<Failing> failing{
            {idOf(101), idOf(1)}, {idOf(102), idOf(2)}, {idOf(103), idOf(3)}};
        const auto roots = rootsOf(failing, [](const QUuid &of) {
            return of == idOf(2) ? idOf(1) : of == idOf(3) ? idOf(99) : QUuid();
        });
        QCOMPARE(roots.value(idOf(101)), idOf(101));
        QCOMPARE(roots.value(idOf(102)), idOf(101));
        QCOMPARE(roots.value(idOf(103)), idOf(103));
        QCOMPARE(rootsOf(failing, {}).value(idOf(102)), idOf(102));
    }
};

QTEST_GUILESS_MAIN(TestIncidents)
#include "tst_incidents.moc"
