// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/identity.h"
#include "models/items/clausejudge.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::items;

namespace {

const QUuid account(u"11111111-0000-4000-8000-000000000001"_s);
const QDateTime now(QDate(2026, 11, 23), QTime(14, 0), Qt::UTC);

QUuid id(const QString &nativeId)
{
    return entityId(account, nativeId);
}

domain::SlaTerm term(const QString &property, const QString &value, const QString &unit,
                     const QString &element = {})
{
    return {.property = property, .value = value, .unit = unit, .element = element};
}

domain::QualityRule rule(const QString &name, const QString &expression)
{
    domain::QualityRule rule;
    rule.name = name;
    rule.type = u"library"_s;
    rule.element = u"orders.order_id"_s;
    rule.expression = expression;
    return rule;
}

//! A contract "c" of two tables, with the terms and rules that a test gives it.
struct Case
{
    domain::Page contract;
    QualityBoard board;
    QList<Incident> incidents;

    Case()
    {
        contract.entity.id = id(u"c"_s);
        contract.entity.kind = domain::EntityKind::Contract;
        contract.entity.aliases = {{account, u"files"_s, u"c"_s, {}}};
        for (const auto &name : {u"orders"_s, u"parcels"_s}) {
            domain::Related related;
            related.relation = domain::Relation::Describes;
            related.entity.id = id(u"c#"_s + name);
            related.entity.name = name;
            contract.related.append(related);
        }
        board.period = {now.addDays(-28), now};
    }

    void addLevel(const QString &end, domain::SloState state, double sli,
                  const QString &of = u"c"_s)
    {
        ServiceLevel level;
        level.row.id = id(of + end);
        level.row.account = account;
        level.row.slo.nativeId = of + u"#sla/"_s + end;
        level.row.slo.contract = of;
        level.figures.state = state;
        level.figures.sli = sli;
        level.figures.budget.remaining = 0.39;
        board.levels.append(level);
    }

    store::CheckRow &addCheck(const QString &nativeId, const QString &name)
    {
        store::CheckRow check;
        check.id = id(nativeId);
        check.account = account;
        check.nativeId = nativeId;
        check.name = name;
        check.source = u"odcs"_s;
        check.asset = id(u"c#orders"_s);
        board.checks.append(check);
        return board.checks.last();
    }

    void addIncident(int minutesAgo, std::optional<int> minutes, std::optional<int> seenAfter = {},
                     const QString &asset = u"c#orders"_s)
    {
        Incident incident;
        incident.id = id(asset + QString::number(minutesAgo));
        incident.label = u"INC-%1"_s.arg(minutesAgo);
        incident.asset = id(asset);
        incident.title = u"orders: 2 checks fail"_s;
        incident.opened = now.addSecs(-60LL * minutesAgo);
        if (minutes)
            incident.resolved = incident.opened.addSecs(60LL * *minutes);
        if (seenAfter)
            incident.seen = incident.opened.addSecs(60LL * *seenAfter);
        incidents.append(incident);
    }

    ClauseVerdict judged(const domain::SlaTerm &wanted)
    {
        contract.merged.sla = {wanted};
        return verdictsOf(contract, board, incidents).terms.first();
    }

    ClauseVerdict judged(const domain::QualityRule &wanted)
    {
        contract.merged.quality = {wanted};
        return verdictsOf(contract, board, incidents).rules.first();
    }
};

domain::CheckRun run(domain::RunStatus status, const QString &observed = {})
{
    domain::CheckRun run;
    run.at = now.addSecs(-3600);
    run.status = status;
    run.observed = observed;
    return run;
}

} // namespace

class TestClauseJudge : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aTermIsAsGoodAsItsWorstServiceLevel()
    {
        Case one;
        one.addLevel(u"latency/orders"_s, domain::SloState::Met, 0.9991);
        one.addLevel(u"latency/parcels"_s, domain::SloState::Burning, 0.9939);
        one.addLevel(u"availability"_s, domain::SloState::Missed, 0.9);
        one.addLevel(u"latency/orders"_s, domain::SloState::Missed, 0.1, u"other"_s);
        const auto all = one.judged(term(u"latency"_s, u"15"_s, u"m"_s));
        QCOMPARE(all.keeping, Keeping::AtRisk);
        QCOMPARE(all.text, u"Kept, 39 % of the budget left"_s);
        QCOMPARE(all.measured, u"99.39 % of the time"_s);
        QCOMPARE(all.subject, QString(u"slo:"_s + idText(id(u"clatency/parcels"_s))));
        for (const auto &element : {u"orders"_s, u"orders.placed_at"_s, u"orders, lines"_s}) {
            const auto table = one.judged(term(u"latency"_s, u"15"_s, u"m"_s, element));
            QCOMPARE(table.keeping, Keeping::Kept);
            QCOMPARE(table.measured, u"99.91 % of the time"_s);
        }
        QCOMPARE(one.judged(term(u"Availability"_s, u"99"_s, u"%"_s)).keeping, Keeping::Broken);
    }

    void aTermIsNotJudgedByAnother()
    {
        // Of several terms for one table only the strictest is measured.
        Case one;
        one.addLevel(u"latency/orders"_s, domain::SloState::Missed, 0.9);
        one.board.levels.last().row.slo.thresholdSeconds = 3600;
        QCOMPARE(one.judged(term(u"latency"_s, u"1"_s, u"h"_s)).keeping, Keeping::Broken);
        const auto lenient = one.judged(term(u"latency"_s, u"24"_s, u"h"_s));
        QCOMPARE(lenient.keeping, Keeping::Unknown);
        QCOMPARE(lenient.measured, u"a stricter term is measured"_s);
        one.addLevel(u"availability"_s, domain::SloState::Missed, 0.99);
        one.board.levels.last().row.slo.target = 0.999;
        QCOMPARE(one.judged(term(u"availability"_s, u"99.9"_s, u"percent"_s)).keeping,
                 Keeping::Broken);
        QCOMPARE(one.judged(term(u"availability"_s, u"99"_s, u"%"_s)).keeping, Keeping::Unknown);
        // An element that names none of several tables is about nothing that is known here.
        one.addLevel(u"latency/parcels"_s, domain::SloState::Met, 1);
        one.board.levels.last().row.slo.thresholdSeconds = 3600;
        QCOMPARE(one.judged(term(u"latency"_s, u"1"_s, u"h"_s, u"raw.orders_v1"_s)).keeping,
                 Keeping::Unknown);
    }

    void aVerdictHoldsForTwoDays()
    {
        Case one;
        auto &check = one.addCheck(u"c#quality/orders.order_id/unique"_s, u"unique"_s);
        check.last = run(domain::RunStatus::Pass, u"0"_s);
        check.last->at = now.addDays(-9);
        check.last->totalRows = 10;
        check.last->failedRows = 5;
        const auto verdict = one.judged(rule(u"unique"_s, {}));
        QCOMPARE(verdict.keeping, Keeping::Unknown);
        QVERIFY2(verdict.measured.startsWith(u"not run since"_s), qPrintable(verdict.measured));
        QCOMPARE(one.judged(term(u"errorRate"_s, u"1"_s, u"%"_s)).measured,
                 u"no check counts rows"_s);
    }

    void whatNothingMeasuresIsUnknown()
    {
        Case one;
        const auto retention = one.judged(term(u"retention"_s, u"7"_s, u"y"_s));
        QCOMPARE(retention.keeping, Keeping::Unknown);
        QCOMPARE(retention.measured, u"nothing tells the oldest row"_s);
        QVERIFY(retention.subject.isEmpty());
        const auto frequency = term(u"frequency"_s, u"1"_s, u"d"_s);
        QCOMPARE(one.judged(frequency).measured, u"nothing measures it"_s);
        one.addLevel(u"latency/orders"_s, domain::SloState::Met, 1);
        QCOMPARE(one.judged(frequency).measured, u"the latency is measured instead"_s);
        QCOMPARE(one.judged(frequency).keeping, Keeping::Unknown);
    }

    void timesToRepairAreThoseOfTheIncidents()
    {
        Case one;
        const auto promise = term(u"timeToRepair"_s, u"4"_s, u"h"_s);
        QCOMPARE(one.judged(promise).measured, u"no incident that tells, in 28 days"_s);
        one.addIncident(3000, 200);
        one.addIncident(9000, 9000, {}, u"elsewhere"_s);
        auto verdict = one.judged(promise);
        QCOMPARE(verdict.keeping, Keeping::Kept);
        QCOMPARE(verdict.measured, u"3 h 20 min, INC-3000"_s);
        one.addIncident(5000, 380);
        verdict = one.judged(promise);
        QCOMPARE(verdict.keeping, Keeping::Broken);
        QCOMPARE(verdict.measured, u"6 h 20 min, INC-5000"_s);
        QVERIFY(verdict.text.startsWith(u"Broken 1 time"_s));
        // One that goes on has lasted at least until now.
        one.addIncident(500, std::nullopt);
        verdict = one.judged(promise);
        QCOMPARE(verdict.measured, u"8 h 20 min, INC-500"_s);
        QCOMPARE(verdict.subject, QString(u"incident:"_s + idText(id(u"c#orders500"_s))));
        QVERIFY(verdict.text.startsWith(u"Broken 2 times"_s)
                || verdict.text.contains(u"2 time(s)"_s));
        verdict = one.judged(term(u"timeToRepair"_s, u"soon"_s, {}));
        QCOMPARE(verdict.keeping, Keeping::Unknown);
        QVERIFY(!verdict.facts.isEmpty());
    }

    void whatWasReadLaterTellsNoTimeToDetect()
    {
        Case one;
        const auto promise = term(u"timeToDetect"_s, u"15"_s, u"min"_s);
        one.addIncident(9000, std::nullopt);
        QCOMPARE(one.judged(promise).keeping, Keeping::Unknown);
        one.addIncident(600, std::nullopt, 5);
        QCOMPARE(one.judged(promise).keeping, Keeping::Kept);
        one.addIncident(700, 60, 20);
        QCOMPARE(one.judged(promise).keeping, Keeping::Broken);
        QCOMPARE(one.judged(promise).measured, u"20 min, INC-700"_s);
        // That consumers were told is written nowhere.
        QCOMPARE(one.judged(term(u"timeToNotify"_s, u"1"_s, u"h"_s)).keeping, Keeping::Unknown);
    }

    void theErrorRateIsThatOfTheWorstCheck()
    {
        Case one;
        const auto promise = term(u"errorRate"_s, u"1"_s, u"%"_s);
        QCOMPARE(one.judged(promise).measured, u"no check counts rows"_s);
        auto good = run(domain::RunStatus::Pass);
        good.totalRows = 100'000;
        good.failedRows = 0;
        one.addCheck(u"good"_s, u"good"_s).last = good;
        auto silent = good; // rows alone say nothing of bad ones
        silent.failedRows.reset();
        silent.status = domain::RunStatus::Fail;
        one.addCheck(u"silent"_s, u"silent"_s).last = silent;
        QCOMPARE(one.judged(promise).measured, u"0.00 % of rows"_s);
        auto bad = good;
        bad.failedRows = 1500;
        one.addCheck(u"bad"_s, u"country is known"_s).last = bad;
        const auto verdict = one.judged(promise);
        QCOMPARE(verdict.keeping, Keeping::Broken);
        QCOMPARE(verdict.measured, u"1.50 % of rows"_s);
        QCOMPARE(one.judged(term(u"errorRate"_s, u"2"_s, u"%"_s)).keeping, Keeping::Kept);
    }

    void aRuleHasTheVerdictOfItsCheck_data()
    {
        QTest::addColumn<domain::RunStatus>("status");
        QTest::addColumn<Keeping>("keeping");
        QTest::addColumn<QString>("text");
        using domain::RunStatus;
        QTest::newRow("pass") << RunStatus::Pass << Keeping::Kept << u"Kept"_s;
        QTest::newRow("warn") << RunStatus::Warn << Keeping::AtRisk << u"Kept, within tolerance"_s;
        QTest::newRow("fail") << RunStatus::Fail << Keeping::Broken << u"Broken"_s;
        QTest::newRow("error") << RunStatus::Error << Keeping::Unknown << u"Unknown"_s;
        QTest::newRow("skipped") << RunStatus::Skipped << Keeping::Unknown << u"Unknown"_s;
        QTest::newRow("unknown") << RunStatus::Unknown << Keeping::Unknown << u"Unknown"_s;
    }

    void aRuleHasTheVerdictOfItsCheck()
    {
        QFETCH(domain::RunStatus, status);
        QFETCH(Keeping, keeping);
        QFETCH(QString, text);
        Case one;
        one.addCheck(u"c#quality/orders.order_id/unique"_s, u"unique"_s).last =
            run(status, u"27832"_s);
        const auto verdict = one.judged(rule(u"unique"_s, u"must be 0"_s));
        QCOMPARE(verdict.keeping, keeping);
        QCOMPARE(verdict.text, text);
        QCOMPARE(verdict.measured, u"27,832"_s);
        QVERIFY(verdict.subject.startsWith(u"check:"_s));
    }

    void rulesFindTheirOwnChecks()
    {
        Case one;
        one.addCheck(u"c#quality/orders.order_id/a"_s, u"a"_s).last = run(domain::RunStatus::Fail);
        one.addCheck(u"c#quality/orders.note/b"_s, u"b"_s).last = run(domain::RunStatus::Fail);
        one.addCheck(u"d#quality/orders.order_id/b"_s, u"b"_s).last = run(domain::RunStatus::Fail);
        QCOMPARE(one.judged(rule(u"b"_s, {})).measured, u"no result"_s);
        auto &third = one.addCheck(u"c#quality/orders.order_id/nullValues"_s, u"nullValues"_s);
        third.expected = u"must be 0"_s;
        third.last = run(domain::RunStatus::Pass);
        third.last->failedRows = 12;
        third.last->totalRows = 48'000;
        const auto verdict = one.judged(rule({}, u"must be 0"_s));
        QCOMPARE(verdict.keeping, Keeping::Kept);
        QCOMPARE(verdict.measured, u"12 of 48,000 rows, 0.03 %"_s);
        // Two that ask for the same are told apart by what they count, or by their order.
        Case equal;
        const auto add = [&equal](const QString &id, const QString &name,
                                  domain::RunStatus status) {
            auto &check = equal.addCheck(u"c#quality/orders.order_id/"_s + id, name);
            check.expected = u"must be 0"_s;
            check.last = run(status);
        };
        add(u"duplicateValues"_s, u"duplicateValues"_s, domain::RunStatus::Fail);
        add(u"nullValues"_s, u"nullValues"_s, domain::RunStatus::Pass);
        add(u"twice#2"_s, u"twice"_s, domain::RunStatus::Fail);
        add(u"twice"_s, u"twice"_s, domain::RunStatus::Pass);
        auto nulls = rule({}, u"must be 0"_s);
        nulls.metric = u"nullValues"_s;
        auto duplicates = nulls;
        duplicates.metric = u"duplicateValues"_s;
        const auto twice = rule(u"twice"_s, u"must be 0"_s);
        equal.contract.merged.quality = {nulls, duplicates, twice, twice};
        QList<Keeping> kept;
        for (const auto &each : verdictsOf(equal.contract, equal.board, {}).rules)
            kept.append(each.keeping);
        QCOMPARE(kept, (QList{Keeping::Kept, Keeping::Broken, Keeping::Kept, Keeping::Broken}));
        auto words = rule(u"in words"_s, {});
        words.type = u"text"_s;
        QCOMPARE(one.judged(words).measured, u"in words, for people to judge"_s);
        one.addCheck(u"c#quality/orders.order_id/new"_s, u"new"_s);
        QCOMPARE(one.judged(rule(u"new"_s, {})).measured, u"never run"_s);
    }
};

QTEST_MAIN(TestClauseJudge)
#include "tst_clausejudge.moc"
