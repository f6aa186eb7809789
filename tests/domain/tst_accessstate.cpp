// SPDX-License-Identifier: GPL-3.0-or-later
// The state machines of access, transition by transition: every pair of states is listed as allowed
// or is forbidden.
#include "models/domain/access.h"
#include "models/domain/grant.h"

#include <QTest>

#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace portolan::domain;

namespace {

template <typename State>
using Pairs = std::set<std::pair<State, State>>;

//! Compares every pair of \a all with \a allowed.
template <typename States, typename State>
QStringList wrongPairs(const States &all, const Pairs<State> &allowed)
{
    QStringList wrong;
    for (const auto from : all) {
        for (const auto to : all) {
            if (canBecome(from, to) != allowed.contains({from, to}))
                wrong.append(stateWord(from) + u" → "_s + stateWord(to));
        }
    }
    return wrong;
}

Agreement agreement(QDate from, QDate to, AgreementStanding standing = AgreementStanding::Active)
{
    return {.from = from, .to = to, .standing = standing};
}

} // namespace

class TestAccessState : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void itemsGoTheWayOfTheDesign()
    {
        using enum ItemState;
        const Pairs<ItemState> allowed{
            {Draft, Queued},        {Draft, External},     {Queued, Draft},
            {Queued, Submitted},    {Queued, Withdrawn},   {Submitted, InReview},
            {Submitted, Withdrawn}, {InReview, NeedsInfo}, {InReview, Approved},
            {InReview, Rejected},   {InReview, Withdrawn}, {NeedsInfo, InReview},
            {NeedsInfo, Approved},  {NeedsInfo, Rejected}, {NeedsInfo, Withdrawn},
        };
        QCOMPARE(wrongPairs(allItemStates, allowed), QStringList());
        for (const auto state : allItemStates)
            QCOMPARE(isClosed(state),
                     state == Approved || state == Rejected || state == Withdrawn
                         || state == External);
    }

    void agreementsGoTheWayOfTheDesign()
    {
        using enum AgreementState;
        const Pairs<AgreementState> allowed{
            {Pending, Active},      {Pending, Expiring},   {Pending, Renewed},
            {Pending, Suspended},   {Pending, Terminated}, {Active, Expiring},
            {Active, Renewed},      {Active, Suspended},   {Active, Terminated},
            {Expiring, Renewed},    {Expiring, Expired},   {Expiring, Suspended},
            {Expiring, Terminated}, {Renewed, Suspended},  {Renewed, Terminated},
            {Suspended, Pending},   {Suspended, Active},   {Suspended, Expiring},
            {Suspended, Renewed},   {Suspended, Expired},  {Suspended, Terminated},
        };
        QCOMPARE(wrongPairs(allAgreementStates, allowed), QStringList());
    }

    void grantsGoTheWayOfTheDesign()
    {
        using enum GrantState;
        const Pairs<GrantState> allowed{
            {None, Provisioning},
            {Provisioning, Provisioned},
            {Provisioning, Failed},
            {Provisioned, Deprovisioning},
            {Deprovisioning, Deprovisioned},
            {Deprovisioning, Failed},
            {Failed, Provisioning},
            {Failed, Deprovisioning},
        };
        QCOMPARE(wrongPairs(allGrantStates, allowed), QStringList());
    }

    void whatIsToldOfAGrantIsFolded_data()
    {
        using enum GrantState;
        QTest::addColumn<QList<int>>("told");
        QTest::addColumn<int>("now");
        QTest::addColumn<int>("ignored");
        const auto row = [](const char *name, const QList<GrantState> &told, GrantState now,
                            int ignored) {
            QList<int> numbers;
            for (const auto state : told)
                numbers.append(int(state));
            QTest::newRow(name) << numbers << int(now) << ignored;
        };
        row("nothing", {}, None, 0);
        row("step by step", {Provisioning, Provisioned, Deprovisioning, Deprovisioned},
            Deprovisioned, 0);
        row("only what is done", {Provisioned, Deprovisioned}, Deprovisioned, 0);
        row("the first is what it is", {Deprovisioned}, Deprovisioned, 0);
        row("tried again", {Provisioning, Failed, Provisioned}, Provisioned, 0);
        row("told twice", {Provisioned, Provisioned}, Provisioned, 0);
        row("back to the beginning", {Provisioned, Provisioning}, Provisioned, 1);
        row("after its end", {Deprovisioned, Provisioned, Failed}, Deprovisioned, 2);
    }

    void whatIsToldOfAGrantIsFolded()
    {
        QFETCH(QList<int>, told);
        QFETCH(int, now);
        QFETCH(int, ignored);
        Grant grant;
        for (const auto number : told)
            grant.changes.append({.state = GrantState(number), .at = {}, .diagnostics = {}});
        const auto outcome = outcomeOf(grant);
        QCOMPARE(int(outcome.now.state), now);
        QCOMPARE(outcome.ignored.size(), ignored);
    }

    void accessThatOutlivesItsAgreementIsFound()
    {
        using enum AgreementState;
        const auto findingOf = [](AgreementState state, GrantState told) {
            const Grant grant{.changes = {{.state = told, .at = {}, .diagnostics = {}}}};
            const auto found = grantFinding({.port = u"p"_s}, state, grant);
            return found ? found->rule : QString();
        };
        for (const auto state : allAgreementStates) {
            const bool isOver = state == Expired || state == Suspended || state == Terminated;
            const auto left = isOver ? u"access.grant-left"_s : QString();
            QCOMPARE(findingOf(state, GrantState::Provisioned), left);
            QCOMPARE(findingOf(state, GrantState::Failed),
                     isOver ? left : u"access.grant-failed"_s);
            QCOMPARE(findingOf(state, GrantState::Deprovisioned), QString());
            QCOMPARE(findingOf(state, GrantState::Provisioning), QString());
        }
    }

    void wordsComeBackAsTheirStates()
    {
        for (const auto state : allItemStates)
            QCOMPARE(itemStateFromWord(stateWord(state)), state);
        for (const auto state : allGrantStates)
            QCOMPARE(grantStateFromWord(stateWord(state)), state);
        QCOMPARE(stateWord(ItemState::NeedsInfo), u"needs info"_s);
        QVERIFY(!itemStateFromWord(u"Approved"_s));
        QVERIFY(!itemStateFromWord(u"partly approved"_s));
    }

    void theStateOfARequestIsDerived_data()
    {
        using enum ItemState;
        QTest::addColumn<QList<ItemState>>("states");
        QTest::addColumn<QString>("word");
        QTest::newRow("none") << QList<ItemState>{} << u"draft"_s;
        for (const auto state : allItemStates)
            QTest::addRow("all %s", qPrintable(stateWord(state)))
                << QList<ItemState>{state, state} << stateWord(state);
        QTest::newRow("one approved")
            << QList<ItemState>{InReview, Approved} << u"partly approved"_s;
        QTest::newRow("one refused")
            << QList<ItemState>{Approved, Rejected} << u"partly approved"_s;
        QTest::newRow("least advanced") << QList<ItemState>{Rejected, Submitted} << u"submitted"_s;
        QTest::newRow("closed") << QList<ItemState>{Rejected, Withdrawn} << u"withdrawn"_s;
        QTest::newRow("asked") << QList<ItemState>{InReview, NeedsInfo} << u"needs info"_s;
        QTest::newRow("queued") << QList<ItemState>{InReview, Queued} << u"queued"_s;
    }

    void theStateOfARequestIsDerived()
    {
        QFETCH(QList<ItemState>, states);
        QFETCH(QString, word);
        QCOMPARE(stateWord(derivedState(states)), word);
        std::reverse(states.begin(), states.end());
        QCOMPARE(stateWord(derivedState(states)), word);
    }

    void aDaySaysHowAnAgreementStands_data()
    {
        QTest::addColumn<QDate>("today");
        QTest::addColumn<bool>("renewed");
        QTest::addColumn<QString>("word");
        QTest::addColumn<bool>("isValid");
        // From 1 March to 30 June, both included: the last 30 days begin on 31 May.
        QTest::newRow("before") << QDate(2026, 2, 28) << false << u"pending"_s << false;
        QTest::newRow("first day") << QDate(2026, 3, 1) << false << u"active"_s << true;
        QTest::newRow("31 days left") << QDate(2026, 5, 30) << false << u"active"_s << true;
        QTest::newRow("30 days left") << QDate(2026, 5, 31) << false << u"expiring"_s << true;
        QTest::newRow("last day") << QDate(2026, 6, 30) << false << u"expiring"_s << true;
        QTest::newRow("day after") << QDate(2026, 7, 1) << false << u"expired"_s << false;
        QTest::newRow("renewed early") << QDate(2026, 5, 30) << true << u"active"_s << true;
        QTest::newRow("renewed") << QDate(2026, 5, 31) << true << u"renewed"_s << true;
        QTest::newRow("renewed, over") << QDate(2026, 7, 1) << true << u"renewed"_s << false;
    }

    void aDaySaysHowAnAgreementStands()
    {
        QFETCH(QDate, today);
        QFETCH(bool, renewed);
        QFETCH(QString, word);
        QFETCH(bool, isValid);
        const auto one = agreement({2026, 3, 1}, {2026, 6, 30});
        QCOMPARE(stateWord(agreementState(one, today, renewed)), word);
        QCOMPARE(isInForce(one, today), isValid);
    }

    void daysAndDecisionsOnlyMakeAllowedSteps()
    {
        const QList<Agreement> periods{agreement({2026, 3, 1}, {2026, 6, 30}),
                                       agreement({2026, 3, 1}, {2026, 3, 10}), // shorter than 30
                                       agreement({2026, 3, 1}, {}), agreement({}, {2026, 6, 30}),
                                       agreement({}, {})};
        auto steps = 0;
        for (auto one : periods) {
            for (const auto renewed : {false, true}) {
                for (const auto standing : {AgreementStanding::Active, AgreementStanding::Suspended,
                                            AgreementStanding::Terminated}) {
                    one.standing = standing;
                    auto before = agreementState(one, {2026, 1, 1}, renewed);
                    for (QDate day(2026, 1, 1); day < QDate(2026, 9, 1); day = day.addDays(1)) {
                        const auto after = agreementState(one, day, renewed);
                        QVERIFY2(after == before || canBecome(before, after),
                                 qPrintable(stateWord(before) + u" → "_s + stateWord(after)));
                        steps += after == before ? 0 : 1;
                        before = after;
                    }
                }
            }
        }
        QVERIFY(steps > 15);
    }

    void whatIsSuspendedOrTerminatedIsNotInForce()
    {
        const QDate inside(2026, 4, 1);
        auto one = agreement({2026, 3, 1}, {2026, 6, 30}, AgreementStanding::Suspended);
        QCOMPARE(agreementState(one, inside), AgreementState::Suspended);
        QVERIFY(!isInForce(one, inside));
        QCOMPARE(agreementState(one, {2026, 7, 1}), AgreementState::Expired);
        one.standing = AgreementStanding::Terminated;
        QCOMPARE(agreementState(one, {2026, 7, 1}), AgreementState::Terminated);
        QVERIFY(!isInForce(one, inside));
    }

    void aRenewalIsOfTheSamePort()
    {
        Agreement old{.id = QUuid::createUuid(), .port = u"orders#events"_s};
        Agreement next{.id = QUuid::createUuid(), .port = old.port, .renews = old.id};
        QVERIFY(isRenewedBy(old, next));
        next.port = u"orders#daily"_s;
        QVERIFY(!isRenewedBy(old, next));
        next.port = old.port;
        next.standing = AgreementStanding::Terminated;
        QVERIFY(!isRenewedBy(old, next));
        QVERIFY(!isRenewedBy(old, old));
    }

    void idsAreTheSameOnEveryMachine()
    {
        const QUuid request(u"3f2a9c1e-0000-4000-8000-000000000001"_s);
        QCOMPARE(labelOf(request), u"3f2a9c"_s);
        const auto item = itemIdOf(request, u"orders#events"_s);
        QCOMPARE(item.version(), QUuid::Sha1);
        QCOMPARE(item, itemIdOf(request, u"orders#events"_s));
        QVERIFY(item != itemIdOf(request, u"orders#daily"_s));
        QCOMPARE(agreementIdOf(item).version(), QUuid::Sha1);
        QVERIFY(agreementIdOf(item) != item);
    }
};

QTEST_APPLESS_MAIN(TestAccessState)
#include "tst_accessstate.moc"
