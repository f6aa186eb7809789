// SPDX-License-Identifier: GPL-3.0-or-later
// What a request and the decisions about it come to, whatever the order in which clones of a folder
// learn of them.
#include "models/domain/accessfold.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace portolan::domain;

namespace {

const QUuid requestId(u"3f2a9c1e-0000-4000-8000-000000000001"_s);
const Actor maya{u"Maya"_s, u"maya@x.example"_s}; // first level
const Actor max{u"Max"_s, u"max@x.example"_s}; // first level
const Actor olga{u"Olga"_s, u"olga@x.example"_s}; // second level
const Actor ada{u"Ada"_s, u"ada@x.example"_s}; // asks
const Actor eve{u"Eve"_s, u"eve@x.example"_s}; // is nobody

AccessRequest request(bool twoSteps = true, bool askerApproves = false)
{
    ApprovalStep first{.role = u"first level"_s, .approvers = {maya.email, max.email}};
    if (askerApproves)
        first.approvers.append(ada.email);
    AccessItem item{.id = itemIdOf(requestId, u"orders#events"_s),
                    .port = u"orders#events"_s,
                    .product = u"orders"_s,
                    .account = u"mesh"_s,
                    .role = u"reader"_s,
                    .fields = {u"order_id"_s},
                    .steps = {first},
                    .state = ItemState::Submitted};
    if (twoSteps)
        item.steps.append({.role = u"second level"_s, .approvers = {olga.email}});
    return {.id = requestId,
            .items = {item},
            .consumer = {.id = u"team:analytics"_s, .name = u"Analytics"_s},
            .purpose = u"analytics"_s,
            .from = {2026, 3, 1},
            .to = {2026, 6, 30},
            .asker = ada,
            .created = QDateTime({2026, 2, 1}, {9, 0}, Qt::UTC)};
}

//! A decision of that minute, with an id that follows from what it says.
AccessDecision said(const Actor &by, DecisionKind kind, int minute, const QString &step = {})
{
    return {.id = QUuid::createUuidV5(
                requestId,
                QString(by.email % decisionWord(kind) % QString::number(minute) % step).toUtf8()),
            .item = itemIdOf(requestId, u"orders#events"_s),
            .kind = kind,
            .by = by,
            .at = QDateTime({2026, 2, 2}, {9, 0}, Qt::UTC).addSecs(60 * minute),
            .step = step,
            .reason = u"because"_s};
}

QString wordOf(const ItemOutcome &item)
{
    return item.isContradicted ? u"conflict"_s : stateWord(item.state);
}

QString effectWord(DecisionEffect effect)
{
    switch (effect) {
    case DecisionEffect::Counts:
        return u"counts"_s;
    case DecisionEffect::ByAsker:
        return u"by asker"_s;
    case DecisionEffect::NoApprover:
        return u"no approver"_s;
    case DecisionEffect::OtherRequest:
        return u"other request"_s;
    case DecisionEffect::Replaced:
        return u"replaced"_s;
    case DecisionEffect::TooLate:
        return u"too late"_s;
    case DecisionEffect::UnknownItem:
        return u"unknown item"_s;
    }
    return {};
}

QStringList effectsOf(const RequestOutcome &outcome)
{
    QStringList effects;
    for (const auto &one : outcome.decisions)
        effects.append(effectWord(one.effect));
    return effects;
}

using enum DecisionKind;

} // namespace

class TestAccessFold : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void decisionsComeToAState_data()
    {
        QTest::addColumn<QList<AccessDecision>>("decisions");
        QTest::addColumn<QString>("state");
        QTest::addColumn<bool>("granted");
        const auto row = [](const char *name, const QList<AccessDecision> &decisions,
                            const QString &state) {
            QTest::newRow(name) << decisions << state << (state == u"approved"_s);
        };
        row("none", {}, u"submitted"_s);
        row("first step", {said(maya, Approve, 1)}, u"in review"_s);
        row("second step first", {said(olga, Approve, 1)}, u"in review"_s);
        row("both steps", {said(maya, Approve, 1), said(olga, Approve, 2)}, u"approved"_s);
        row("both, other way round", {said(olga, Approve, 1), said(max, Approve, 2)},
            u"approved"_s);
        row("two of one step", {said(maya, Approve, 1), said(max, Approve, 2)}, u"in review"_s);
        row("rejected", {said(maya, Reject, 1)}, u"rejected"_s);
        row("rejected by the second", {said(maya, Approve, 1), said(olga, Reject, 2)},
            u"rejected"_s);
        row("approved after the second rejected", {said(olga, Reject, 1), said(maya, Approve, 2)},
            u"rejected"_s);
        row("one step, both ways", {said(maya, Approve, 1), said(max, Reject, 2)}, u"conflict"_s);
        row("one person, both ways", {said(maya, Approve, 1), said(maya, Reject, 2)},
            u"conflict"_s);
        row("rejected, then approved above", {said(maya, Reject, 1), said(olga, Approve, 2)},
            u"conflict"_s);
        row("rejected after all approved",
            {said(maya, Approve, 1), said(olga, Approve, 2), said(max, Reject, 3)}, u"conflict"_s);
        row("asked", {said(maya, Ask, 1)}, u"needs info"_s);
        row("asked and answered", {said(maya, Ask, 1), said(ada, Answer, 2)}, u"in review"_s);
        row("asked again", {said(maya, Ask, 1), said(ada, Answer, 2), said(olga, Ask, 3)},
            u"needs info"_s);
        row("approved while asked",
            {said(maya, Ask, 1), said(maya, Approve, 2), said(olga, Approve, 3)}, u"approved"_s);
        row("withdrawn", {said(ada, Withdraw, 1)}, u"withdrawn"_s);
        row("withdrawn in review", {said(maya, Approve, 1), said(ada, Withdraw, 2)},
            u"withdrawn"_s);
        row("approved after it was withdrawn",
            {said(ada, Withdraw, 1), said(maya, Approve, 2), said(olga, Approve, 3)},
            u"withdrawn"_s);
        row("withdrawn from a conflict",
            {said(maya, Approve, 1), said(max, Reject, 2), said(ada, Withdraw, 3)}, u"withdrawn"_s);
        row("withdrawn after it was rejected", {said(maya, Reject, 1), said(ada, Withdraw, 2)},
            u"rejected"_s);
        row("by the asker", {said(ada, Approve, 1)}, u"submitted"_s);
        row("by a stranger", {said(eve, Approve, 1), said(eve, Reject, 2)}, u"submitted"_s);
        row("a stranger withdraws", {said(eve, Withdraw, 1)}, u"submitted"_s);
        row("an approver withdraws", {said(maya, Withdraw, 1)}, u"submitted"_s);
        row("another step's approver",
            {said(maya, Approve, 1), said(maya, Approve, 2, u"second level"_s)}, u"in review"_s);
        row("a step that is not there", {said(maya, Approve, 1, u"third level"_s)}, u"submitted"_s);
    }

    void decisionsComeToAState()
    {
        QFETCH(QList<AccessDecision>, decisions);
        QFETCH(QString, state);
        QFETCH(bool, granted);
        const auto outcome = outcomeOf(request(), decisions);
        QCOMPARE(wordOf(outcome.items.first()), state);
        QCOMPARE(outcome.items.first().agreement.has_value(), granted);
        QCOMPARE(stateWord(outcome.state), state);
        QCOMPARE(outcome.decisions.size(), decisions.size());
    }

    void noOrderOfTheDecisionsMatters()
    {
        // Every permutation of sets with all kinds of decisions, some of them twice.
        const QList<QList<AccessDecision>> sets{
            {said(maya, Approve, 1), said(olga, Approve, 2), said(max, Approve, 3),
             said(ada, Terminate, 4), said(eve, Reject, 5)},
            {said(maya, Ask, 1), said(ada, Answer, 2), said(maya, Approve, 3), said(olga, Ask, 3),
             said(ada, Answer, 3)},
            {said(maya, Approve, 1), said(max, Reject, 1), said(olga, Approve, 2),
             said(ada, Withdraw, 3), said(ada, Withdraw, 3)},
            {said(olga, Approve, 1), said(maya, Approve, 1), said(olga, Suspend, 2),
             said(maya, Resume, 3), said(max, Suspend, 3)},
        };
        auto permutations = 0;
        for (const auto &set : sets) {
            const auto expected = outcomeOf(request(), set);
            QList<int> order{0, 1, 2, 3, 4};
            do {
                QList<AccessDecision> decisions;
                for (const auto at : order)
                    decisions.append(set.at(at));
                QCOMPARE(outcomeOf(request(), decisions), expected);
                QCOMPARE(outcomeOf(request(), decisions + decisions), expected);
                ++permutations;
            } while (std::next_permutation(order.begin(), order.end()));
        }
        QCOMPARE(permutations, 480);
    }

    void decisionsInTheirOrderMakeOnlyAllowedSteps()
    {
        // Random histories: from one decision to the next an item stays, takes one step of its
        // machine, or two by way of the review. A conflict stands for a review that goes on.
        QRandomGenerator random(20261127);
        const QList<Actor> people{maya, max, olga, ada, eve};
        const QList<DecisionKind> kinds{Approve, Reject, Ask, Answer, Withdraw, Terminate};
        auto steps = 0;
        for (auto round = 0; round < 3000; ++round) {
            QList<AccessDecision> decisions;
            auto before = ItemState::Submitted;
            for (auto minute = 1; minute < 7; ++minute) {
                decisions.append(said(people.at(random.bounded(int(people.size()))),
                                      kinds.at(random.bounded(int(kinds.size()))), minute));
                const auto outcome = outcomeOf(request(), decisions).items.first();
                QVERIFY(!outcome.agreement || outcome.state == ItemState::Approved);
                // What contradicts itself is open again, for a withdrawal that came before, too.
                auto others = decisions;
                others.removeIf([](const auto &one) { return one.kind == Withdraw; });
                if (outcomeOf(request(), others).items.first().isContradicted)
                    break;
                const auto after = outcome.state;
                const auto isAllowed = after == before || canBecome(before, after)
                    || (canBecome(before, ItemState::InReview)
                        && canBecome(ItemState::InReview, after));
                QVERIFY2(isAllowed, qPrintable(stateWord(before) + u" → "_s + stateWord(after)));
                steps += after == before ? 0 : 1;
                before = after;
            }
        }
        QVERIFY(steps > 1000);
    }

    void aLateDecisionNeverGrantsWhatWasRefused()
    {
        // Whatever is added to a set that rejects, is withdrawn or contradicts itself: there is an
        // agreement only where every step is approved and nobody rejects.
        QRandomGenerator random(42);
        const QList<Actor> people{maya, max, olga, ada, eve};
        const QList<DecisionKind> kinds{Approve, Reject, Ask, Answer, Withdraw};
        for (auto round = 0; round < 3000; ++round) {
            QList<AccessDecision> decisions;
            for (auto count = random.bounded(1, 8); count > 0; --count)
                decisions.append(said(people.at(random.bounded(int(people.size()))),
                                      kinds.at(random.bounded(int(kinds.size()))),
                                      random.bounded(5)));
            const auto has = [&](const QStringList &emails, DecisionKind kind) {
                return std::any_of(decisions.begin(), decisions.end(), [&](const auto &one) {
                    return one.kind == kind && emails.contains(one.by.email);
                });
            };
            const auto isApproved =
                has({maya.email, max.email}, Approve) && has({olga.email}, Approve);
            const auto isRejected = has({maya.email, max.email, olga.email}, Reject);
            const auto outcome = outcomeOf(request(), decisions).items.first();
            if (outcome.agreement)
                QVERIFY(isApproved && !isRejected);
            else
                QVERIFY(!isApproved || isRejected || has({ada.email}, Withdraw));
        }
    }

    void whoMayNotDecideIsShownWithoutEffect()
    {
        auto stray = said(maya, Approve, 9);
        stray.item = QUuid::createUuidV5(requestId, QByteArrayLiteral("other"));
        const auto outcome = outcomeOf(request(),
                                       {said(ada, Approve, 1), said(eve, Reject, 2),
                                        said(maya, Approve, 3), said(maya, Suspend, 4), stray});
        QCOMPARE(effectsOf(outcome),
                 (QStringList{u"by asker"_s, u"no approver"_s, u"counts"_s, u"too late"_s,
                              u"unknown item"_s}));
    }

    void ownRequestsAreRefusedUnlessThePolicyAllowsThem()
    {
        const auto own = request(false, true);
        const QList<AccessDecision> decisions{said(ada, Approve, 1)};
        QCOMPARE(wordOf(outcomeOf(own, decisions).items.first()), u"submitted"_s);
        QCOMPARE(effectsOf(outcomeOf(own, decisions)), QStringList{u"by asker"_s});
        QCOMPARE(wordOf(outcomeOf(own, decisions, {.ownRequests = true}).items.first()),
                 u"approved"_s);
        // Allowed or not, the asker needs to be an approver.
        QCOMPARE(wordOf(outcomeOf(request(false), decisions, {.ownRequests = true}).items.first()),
                 u"submitted"_s);
    }

    void whatWasApprovedCannotBeChangedAfterwards()
    {
        auto yes = said(maya, Approve, 1);
        yes.asked = u"aa11"_s;
        const auto one = request(false);
        const QList<AccessDecision> decisions{yes};
        QCOMPARE(wordOf(outcomeOf(one, decisions, {.asked = u"AA11"_s}).items.first()),
                 u"approved"_s);
        const auto changed = outcomeOf(one, decisions, {.asked = u"bb22"_s});
        QCOMPARE(wordOf(changed.items.first()), u"submitted"_s);
        QCOMPARE(effectsOf(changed), QStringList{u"other request"_s});
        QVERIFY(!changed.items.first().agreement);
        // Of platforms that cannot say what was read, the decision counts.
        yes.asked.clear();
        QCOMPARE(wordOf(outcomeOf(one, {yes}, {.asked = u"bb22"_s}).items.first()), u"approved"_s);
    }

    void whatCannotBeReadMayBeARejection()
    {
        const auto asked = request(false);
        const auto item = asked.items.first().id;
        const auto yes = said(maya, DecisionKind::Approve, 1);
        QVERIFY(outcomeOf(asked, {yes}).items.first().agreement);
        const auto waits = outcomeOf(asked, {yes}, {.unread = {item}});
        QVERIFY(waits.items.first().isContradicted);
        QVERIFY(!waits.items.first().agreement);
        QCOMPARE(waits.state, RequestState::Conflict);
        // What is refused, or not decided yet, stands as it is: nothing is granted anyway.
        const auto no = said(maya, DecisionKind::Reject, 1);
        QCOMPARE(outcomeOf(asked, {no}, {.unread = {item}}).state, RequestState::Rejected);
        QVERIFY(!outcomeOf(asked, {}, {.unread = {item}}).items.first().isContradicted);
    }

    void aPersonTakesTheirOwnDecisionBack()
    {
        const auto yes = said(maya, Approve, 1);
        auto no = said(max, Reject, 2);
        auto instead = said(max, Approve, 3);
        instead.replaces = {no.id};
        const QList<AccessDecision> decisions{yes, no, instead, said(olga, Approve, 4)};
        QCOMPARE(wordOf(outcomeOf(request(), decisions).items.first()), u"approved"_s);
        QCOMPARE(effectsOf(outcomeOf(request(), decisions)),
                 (QStringList{u"counts"_s, u"replaced"_s, u"counts"_s, u"counts"_s}));
        // Nobody takes back what another one said.
        auto foreign = said(maya, Approve, 3);
        foreign.replaces = {no.id};
        QCOMPARE(wordOf(outcomeOf(request(), {yes, no, foreign}).items.first()), u"conflict"_s);
    }

    void theAgreementSaysWhatWasAskedAndNotWhoDecided()
    {
        const auto outcome = outcomeOf(request(), {said(maya, Approve, 1), said(olga, Approve, 2)});
        const auto other = outcomeOf(
            request(), {said(max, Approve, 7), said(olga, Approve, 5), said(maya, Approve, 9)});
        const auto agreement = outcome.items.first().agreement;
        QVERIFY(agreement);
        QCOMPARE(*agreement, *other.items.first().agreement);
        QCOMPARE(agreement->id, agreementIdOf(request().items.first().id));
        QCOMPARE(agreement->port, u"orders#events"_s);
        QCOMPARE(agreement->fields, QStringList{u"order_id"_s});
        QCOMPARE(agreement->to, QDate(2026, 6, 30));
        QCOMPARE(agreement->standing, AgreementStanding::Active);
    }

    void agreementsAreSuspendedResumedAndEnded()
    {
        QList<AccessDecision> decisions{said(maya, Approve, 1), said(olga, Approve, 2)};
        const auto standing = [&decisions] {
            return outcomeOf(request(), decisions).items.first().agreement->standing;
        };
        decisions.append(said(olga, Suspend, 3));
        QCOMPARE(standing(), AgreementStanding::Suspended);
        decisions.append(said(eve, Resume, 4));
        QCOMPARE(standing(), AgreementStanding::Suspended);
        decisions.append(said(maya, Resume, 5));
        QCOMPARE(standing(), AgreementStanding::Active);
        decisions.append(said(ada, Suspend, 6));
        QCOMPARE(standing(), AgreementStanding::Active);
        decisions.append(said(ada, Withdraw, 7));
        QCOMPARE(standing(), AgreementStanding::Terminated);
        decisions.append(said(maya, Resume, 8));
        QCOMPARE(standing(), AgreementStanding::Terminated);
    }

    void stepsShowTheDecisionAboutThem()
    {
        const auto steps = outcomeOf(request(), {said(maya, Approve, 2), said(max, Approve, 1)})
                               .items.first()
                               .steps;
        QCOMPARE(steps.size(), 2);
        QCOMPARE(steps.first().decision->by, max);
        QVERIFY(!steps.last().decision);
    }

    void itemsDifferAndTheRequestSaysSo()
    {
        auto both = request();
        auto second = both.items.first();
        second.port = u"orders#daily"_s;
        second.id = itemIdOf(requestId, second.port);
        both.items.append(second);
        const QList<AccessDecision> decisions{said(maya, Approve, 1), said(olga, Approve, 2)};
        QCOMPARE(outcomeOf(both, decisions).state, RequestState::PartlyApproved);
        auto no = said(maya, Reject, 3);
        auto yes = said(max, Approve, 4);
        no.item = yes.item = second.id;
        const auto outcome = outcomeOf(both, decisions + QList<AccessDecision>{no, yes});
        QCOMPARE(outcome.state, RequestState::Conflict);
        QVERIFY(outcome.items.first().agreement && !outcome.items.last().agreement);
    }

    void whatIsNotSentIsNotDecided()
    {
        for (const auto state : {ItemState::Draft, ItemState::Queued, ItemState::External}) {
            auto own = request(false);
            own.items.first().state = state;
            const auto outcome = outcomeOf(own, {said(maya, Approve, 1)});
            QCOMPARE(outcome.items.first().state, state);
            QVERIFY(!outcome.items.first().agreement);
        }
    }

    void anItemWithoutStepsIsNeverApproved()
    {
        auto without = request();
        without.items.first().steps.clear();
        QCOMPARE(wordOf(outcomeOf(without, {said(maya, Approve, 1)}).items.first()),
                 u"submitted"_s);
        without.items.first().steps = {{.role = u"owner"_s}};
        QCOMPARE(wordOf(outcomeOf(without, {said(maya, Approve, 1)}).items.first()),
                 u"submitted"_s);
    }
};

QTEST_APPLESS_MAIN(TestAccessFold)
#include "tst_accessfold.moc"
