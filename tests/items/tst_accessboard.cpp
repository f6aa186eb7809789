// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/identity.h"
#include "models/domain/accessjson.h"
#include "models/items/accessacts.h"
#include "models/items/accessboard.h"
#include "models/items/accessreading.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::domain;
using namespace portolan::items;

namespace {

const QUuid mesh = entityId({}, u"mesh"_s);
const Actor ada{u"Ada"_s, u"ada@example.com"_s};
const Actor bo{u"Bo"_s, u"bo@example.com"_s};
const Actor cy{u"Cy"_s, u"cy@example.com"_s};
const QDateTime now(QDate(2026, 11, 23), QTime(8, 30), Qt::UTC);

AccessRequest requestOf(const QString &name)
{
    AccessRequest request{.id = entityId({}, name), .asker = ada, .created = now};
    request.items.append(
        {.id = itemIdOf(request.id, u"p#out"_s),
         .port = u"p#out"_s,
         .product = u"p"_s,
         .steps = {{u"first level"_s, {bo.email}}, {u"second level"_s, {cy.email}}},
         .state = ItemState::Submitted});
    return request;
}

AccessDecision decisionOf(const AccessRequest &request, DecisionKind kind, const Actor &by,
                          const QString &asked = u"cafe"_s)
{
    return {.id = QUuid::createUuid(),
            .item = request.items.first().id,
            .kind = kind,
            .by = by,
            .at = now.addSecs(-60),
            .asked = asked};
}

Operation operationOf(const AccessRequest &request, OperationState state)
{
    Operation operation;
    operation.id = 1;
    operation.account = mesh;
    operation.objectId = idText(request.id);
    operation.kind = createRequestKind();
    operation.payload = toJson(request);
    operation.state = state;
    return operation;
}

Operation operationOf(const AccessRequest &request, const AccessDecision &decision,
                      OperationState state)
{
    auto operation = operationOf(request, state);
    operation.kind = decideRequestKind();
    operation.payload = toJson(decision);
    return operation;
}

//! What a folder says about \a request, as one of \a me sees it.
AccessInput inputOf(const QList<AccessRequest> &requests, const QList<AccessDecision> &decisions,
                    const Actor &me)
{
    AccessInput input{.today = now.date(),
                      .places = {{mesh, u"mesh"_s, me, true}},
                      .books = {{mesh, u"mesh"_s, {}}}};
    auto &book = input.books.first().book;
    for (const auto &request : requests)
        book.requests.append({.request = request, .place = u"r"_s, .sha256 = u"cafe"_s});
    for (const auto &decision : decisions)
        book.decisions.append({.decision = decision, .place = idText(decision.id)});
    return input;
}

Result<ReadyDecision> decide(const AccessInput &input, const AccessRequest &request,
                             DecisionKind kind, bool ownRequests = false)
{
    return readyDecision({.item = request.items.first().id, .kind = kind, .reason = u"So."_s},
                         boardOf(input), input.places, {{request.id, u"cafe"_s}}, ownRequests, now);
}

} // namespace

class TestAccessBoard : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void whatWaitsIsLaidOverWhatIsKnown_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<bool>("waits");
        QTest::newRow("staged") << int(OperationState::Staged) << u"draft"_s << true;
        QTest::newRow("ready") << int(OperationState::Ready) << u"queued"_s << true;
        QTest::newRow("sending") << int(OperationState::Sending) << u"queued"_s << true;
        QTest::newRow("ambiguous") << int(OperationState::Ambiguous) << u"queued"_s << true;
        QTest::newRow("applied") << int(OperationState::Applied) << u"submitted"_s << false;
        QTest::newRow("conflict") << int(OperationState::Conflict) << u"queued"_s << true;
        QTest::newRow("rejected") << int(OperationState::Rejected) << u"queued"_s << true;
    }

    void whatWaitsIsLaidOverWhatIsKnown()
    {
        QFETCH(int, state);
        QFETCH(QString, shown);
        QFETCH(bool, waits);
        auto input = inputOf({}, {}, ada);
        input.operations.append(operationOf(requestOf(u"a"_s), OperationState(state)));
        const auto board = boardOf(input);
        QCOMPARE(board.cases.size(), 1);
        QCOMPARE(stateWord(board.cases.first().outcome.state), shown);
        QCOMPARE(board.cases.first().waiting.size(), waits ? 1 : 0);
        QCOMPARE(board.cases.first().accountName, u"mesh"_s);
        // Others see what a platform took at once, and a file once it was pushed.
        const bool isTaken = OperationState(state) == OperationState::Applied;
        QCOMPARE(board.cases.first().isShared, isTaken);
        input.places.first().isFolder = true;
        QVERIFY(!boardOf(input).cases.first().isShared);
    }

    void whatAPullBroughtIsThereOnce()
    {
        auto input = inputOf({requestOf(u"a"_s)}, {}, ada);
        auto operation = operationOf(requestOf(u"a"_s), OperationState::Applied);
        operation.nativeId = u"r"_s;
        input.operations.append(operation);
        QCOMPARE(boardOf(input).cases.size(), 1);
        // And what is gone from the folder since stays gone.
        input = inputOf({}, {}, ada);
        operation.settled = true;
        input.operations.append(operation);
        QVERIFY(boardOf(input).cases.isEmpty());
    }

    //! A platform does not know what its accounts are called here; a folder's files do.
    void whatCameBackNamesItsAccount()
    {
        auto said = requestOf(u"b"_s);
        said.items.first().account = u"as written"_s;
        const auto input = inputOf({requestOf(u"a"_s), said},
                                   {decisionOf(requestOf(u"a"_s), DecisionKind::Approve, bo),
                                    decisionOf(requestOf(u"a"_s), DecisionKind::Approve, cy)},
                                   ada);
        const auto board = boardOf(input);
        QCOMPARE(caseOf(board, requestOf(u"a"_s).id)->request.items.first().account, u"mesh"_s);
        QCOMPARE(caseOf(board, said.id)->request.items.first().account, u"as written"_s);
        const auto agreements = agreementsOf(board);
        QCOMPARE(agreements.size(), 1);
        QCOMPARE(agreements.first().account, u"mesh"_s);
    }

    void whatWasToldOfAGrantStandsBesideItsAgreement()
    {
        auto request = requestOf(u"a"_s);
        request.to = now.date().addDays(-1);
        auto input = inputOf({request},
                             {decisionOf(request, DecisionKind::Approve, bo),
                              decisionOf(request, DecisionKind::Approve, cy)},
                             ada);
        const auto agreement = agreementIdOf(request.items.first().id);
        const Grant grant{
            .agreement = agreement,
            .platform = u"snowflake"_s,
            .changes = {{.state = GrantState::Provisioned, .at = {}, .diagnostics = {}}}};
        input.books.first().book.grants = {{.grant = grant, .place = u"g"_s}};
        const auto board = boardOf(input);
        QCOMPARE(board.grants.value(agreement), grant);
        QCOMPARE(agreementsOf(board).size(), 1);
        const auto &findings = board.cases.first().findings;
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings.first().rule, u"access.grant-left"_s); // it expired yesterday
        // A renewal that goes on with it needs the access.
        auto renewal = requestOf(u"b"_s);
        renewal.renews = agreement;
        input = inputOf({request, renewal},
                        {decisionOf(request, DecisionKind::Approve, bo),
                         decisionOf(request, DecisionKind::Approve, cy),
                         decisionOf(renewal, DecisionKind::Approve, bo),
                         decisionOf(renewal, DecisionKind::Approve, cy)},
                        ada);
        input.books.first().book.grants = {{.grant = grant, .place = u"g"_s}};
        for (const auto &one : boardOf(input).cases)
            QVERIFY(one.findings.isEmpty());
    }

    void anAgreementIsRenewedOnce()
    {
        const auto request = requestOf(u"a"_s);
        const auto agreed = inputOf({request},
                                    {decisionOf(request, DecisionKind::Approve, bo),
                                     decisionOf(request, DecisionKind::Approve, cy)},
                                    ada);
        auto again = requestOf(u"x"_s);
        again.id = {};
        again.renews = agreementIdOf(request.items.first().id);
        const auto first = renewalId(boardOf(agreed), again, {});
        QVERIFY(first && !first->isNull());
        QCOMPARE(renewalId(boardOf(agreed), again, {}), first); // on every machine
        auto renewal = requestOf(u"r"_s);
        renewal.id = *first;
        renewal.renews = again.renews;
        renewal.items.first().id = itemIdOf(renewal.id, renewal.items.first().port);

        auto input = agreed;
        input.operations = {operationOf(renewal, OperationState::Staged)};
        QCOMPARE(renewalId(boardOf(input), again, {}), first); // the draft is gone on with
        input.operations = {operationOf(renewal, OperationState::Ready)};
        QCOMPARE(renewalId(boardOf(input), again, {}).error().kind, Error::Kind::Forbidden);
        // What was refused is asked for anew in its place.
        input.operations = {operationOf(renewal, OperationState::Rejected)};
        QVERIFY(!renewalId(boardOf(input), again, {}));
        const auto replacing = renewalId(boardOf(input), again, {1});
        QVERIFY(replacing && *replacing != *first);

        const auto withRenewal = [&](const QList<AccessDecision> &said) {
            return boardOf(inputOf({request, renewal},
                                   QList{decisionOf(request, DecisionKind::Approve, bo),
                                         decisionOf(request, DecisionKind::Approve, cy)}
                                       + said,
                                   ada));
        };
        QVERIFY(!renewalId(withRenewal({}), again, {}));
        QVERIFY(!renewalId(withRenewal({decisionOf(renewal, DecisionKind::Approve, bo),
                                        decisionOf(renewal, DecisionKind::Approve, cy)}),
                           again, {}));
        const auto rejected = withRenewal({decisionOf(renewal, DecisionKind::Reject, bo)});
        const auto next = renewalId(rejected, again, {});
        QVERIFY(next && *next != *first);
        // What asks for something else is no renewal of it.
        auto other = again;
        other.items.first().port = u"p#else"_s;
        QCOMPARE(renewalId(withRenewal({}), other, {}), QUuid());
    }

    void aDecisionCountsAsSoonAsItIsConfirmed()
    {
        const auto request = requestOf(u"a"_s);
        for (const auto state :
             {OperationState::Ready, OperationState::Ambiguous, OperationState::Applied,
              OperationState::Conflict, OperationState::Rejected, OperationState::Staged}) {
            auto input = inputOf({request}, {decisionOf(request, DecisionKind::Approve, cy)}, bo);
            input.operations.append(
                operationOf(request, decisionOf(request, DecisionKind::Approve, bo), state));
            const bool counts = state == OperationState::Ready || state == OperationState::Ambiguous
                || state == OperationState::Applied;
            const auto board = boardOf(input);
            QCOMPARE(stateWord(board.cases.first().outcome.state),
                     counts ? u"approved"_s : u"in review"_s);
            QCOMPARE(agreementsOf(board).size(), counts ? 1 : 0);
        }
    }

    void aGrantIsAboutOneStateOfTheRequest()
    {
        const auto request = requestOf(u"a"_s);
        const auto input = inputOf({request},
                                   {decisionOf(request, DecisionKind::Approve, bo, u"other"_s),
                                    decisionOf(request, DecisionKind::Approve, cy)},
                                   bo);
        QVERIFY(agreementsOf(boardOf(input)).isEmpty());
    }

    void aDecisionSaysWhatItIsAbout()
    {
        const auto request = requestOf(u"a"_s);
        const auto ready = decide(inputOf({request}, {}, bo), request, DecisionKind::Approve);
        QVERIFY(ready);
        QCOMPARE(ready->decision.asked, u"cafe"_s);
        QCOMPARE(ready->decision.by, bo);
        QCOMPARE(ready->decision.at, now);
        QCOMPARE(ready->request, request.id);
        QCOMPARE(ready->account, mesh);
        QVERIFY(ready->decision.replaces.isEmpty());
    }

    void whatWouldHaveNoEffectIsForbidden_data()
    {
        QTest::addColumn<QString>("me");
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("allowed");
        const auto row = [](const char *name, const QString &me, DecisionKind kind, bool allowed) {
            QTest::newRow(name) << me << int(kind) << allowed;
        };
        row("approver", u"bo@example.com"_s, DecisionKind::Approve, true);
        row("approver, other case", u"BO@example.com"_s, DecisionKind::Approve, true);
        row("second approver first", u"cy@example.com"_s, DecisionKind::Approve, true);
        row("asker", u"ada@example.com"_s, DecisionKind::Approve, false);
        row("asker withdraws", u"ada@example.com"_s, DecisionKind::Withdraw, true);
        row("asker answers", u"ada@example.com"_s, DecisionKind::Answer, true);
        row("approver withdraws", u"bo@example.com"_s, DecisionKind::Withdraw, false);
        row("nobody", u"eve@example.com"_s, DecisionKind::Approve, false);
        row("nobody asks", u"eve@example.com"_s, DecisionKind::Ask, false);
        row("no address", {}, DecisionKind::Approve, false);
        row("no agreement yet", u"bo@example.com"_s, DecisionKind::Terminate, false);
    }

    void whatWouldHaveNoEffectIsForbidden()
    {
        QFETCH(QString, me);
        QFETCH(int, kind);
        QFETCH(bool, allowed);
        const auto request = requestOf(u"a"_s);
        const auto input = inputOf({request}, {}, {u"Me"_s, me});
        const auto ready = decide(input, request, DecisionKind(kind));
        QCOMPARE(bool(ready), allowed);
        if (!allowed)
            QCOMPARE(ready.error().kind, Error::Kind::Forbidden);
    }

    void everyAccountIsJudgedByItsOwnPolicies()
    {
        const auto rule = [](const QString &id, int days) {
            PolicyRule one{
                .id = id, .kind = PolicyKind::PeriodLimit, .scope = PolicyScope::Request};
            one.parameters.maxDays = days;
            return one;
        };
        const auto hub = entityId({}, u"hub"_s);
        AccessInput input{.today = now.date()};
        input.books = {{.account = hub, .accountName = u"hub"_s},
                       {.account = mesh, .accountName = u"mesh"_s}};
        input.books[0].book.policies.rules = {rule(u"short"_s, 10)};
        input.books[1].book.policies.rules = {rule(u"long"_s, 100)};
        const auto board = boardOf(input);
        QCOMPARE(board.policies.rules.size(), 2); // the titles of both
        const QList<AccessOffer> offers{{.port = u"h#out"_s, .account = hub},
                                        {.port = u"p#out"_s, .account = mesh}};
        AccessRequest request{.from = now.date(), .to = now.date().addDays(50)};
        const auto said = [&](const QStringList &ports) {
            request.items.clear();
            for (const auto &port : ports)
                request.items.append({.port = port});
            QStringList words;
            for (const auto &one : judgedBy(board, request, offers))
                words.append(one.policy
                             + (one.result == PolicyResult::Fail ? u" no"_s : u" yes"_s));
            return words;
        };
        QCOMPARE(said({u"p#out"_s}), QStringList{u"long yes"_s});
        QCOMPARE(said({u"h#out"_s}), QStringList{u"short no"_s});
        QCOMPARE(said({u"p#out"_s, u"h#out"_s}), (QStringList{u"long yes"_s, u"short no"_s}));
    }

    void whatWasNotReadYetIsNotVotedAbout()
    {
        const auto request = requestOf(u"a"_s);
        AccessInput input{.today = now.date(), .places = {{.account = mesh, .me = bo}}};
        input.operations = {operationOf(request, OperationState::Applied)};
        const auto board = boardOf(input);
        const AccessDecision yes{.item = request.items.first().id, .kind = DecisionKind::Approve};
        const auto early = readyDecision(yes, board, input.places, {}, false, now);
        QVERIFY(!early);
        QVERIFY2(early.error().detail.contains(u"sync first"_s), qPrintable(early.error().detail));
    }

    //! Entropy Data and OpenMetadata know no questions and suspend nothing: what they would refuse
    //! for certain is not confirmed first.
    void whatAPlatformDoesNotKnowIsNotSaidThere()
    {
        const auto request = requestOf(u"a"_s);
        auto input = inputOf({request}, {}, bo);
        QVERIFY(decide(input, request, DecisionKind::Ask));
        input.places.first().onlyYesNoAndEnd = true;
        const auto asked = decide(input, request, DecisionKind::Ask);
        QVERIFY(!asked);
        QCOMPARE(asked.error().kind, Error::Kind::Forbidden);
        QVERIFY2(asked.error().detail.contains(u"mesh"_s), qPrintable(asked.error().detail));
        QVERIFY(decide(input, request, DecisionKind::Approve));
        QVERIFY(decide(input, request, DecisionKind::Reject));
        auto agreed = inputOf({request},
                              {decisionOf(request, DecisionKind::Approve, bo),
                               decisionOf(request, DecisionKind::Approve, cy)},
                              bo);
        QVERIFY(decide(agreed, request, DecisionKind::Suspend));
        agreed.places.first().onlyYesNoAndEnd = true;
        QVERIFY(!decide(agreed, request, DecisionKind::Suspend));
        QVERIFY(decide(agreed, request, DecisionKind::Terminate));
    }

    void whoAskedDecidesWherePoliciesAllowIt()
    {
        auto request = requestOf(u"a"_s);
        request.asker = bo;
        const auto input = inputOf({request}, {}, bo);
        QVERIFY(!decide(input, request, DecisionKind::Approve));
        QVERIFY(decide(input, request, DecisionKind::Approve, true));
    }

    void aLaterWordOfTheSamePersonTakesTheEarlierBack()
    {
        const auto request = requestOf(u"a"_s);
        const auto no = decisionOf(request, DecisionKind::Reject, bo);
        const auto yes = decisionOf(request, DecisionKind::Approve, cy);
        const auto input = inputOf({request}, {no, yes}, bo);
        QCOMPARE(stateWord(boardOf(input).cases.first().outcome.state), u"conflict"_s);
        const auto ready = decide(input, request, DecisionKind::Approve);
        QVERIFY(ready);
        QCOMPARE(ready->decision.replaces, QList{no.id});
        const auto after = inputOf({request}, {no, yes, ready->decision}, bo);
        QCOMPARE(agreementsOf(boardOf(after)).size(), 1);
    }

    void whatIsClosedIsNotDecidedAgain()
    {
        const auto request = requestOf(u"a"_s);
        const auto input = inputOf({request},
                                   {decisionOf(request, DecisionKind::Approve, bo),
                                    decisionOf(request, DecisionKind::Approve, cy)},
                                   bo);
        QVERIFY(!decide(input, request, DecisionKind::Reject));
        QVERIFY(decide(input, request, DecisionKind::Terminate));
        QVERIFY(decide(input, request, DecisionKind::Suspend));
        auto unsent = inputOf({}, {}, bo);
        unsent.operations.append(operationOf(request, OperationState::Ready));
        QVERIFY(!decide(unsent, request, DecisionKind::Approve));
    }

    void aRequestOverAccountsIsOneForEach()
    {
        const auto corp = entityId({}, u"corp"_s);
        const auto offer = [](const QString &port, const QUuid &account) {
            AccessOffer one{.port = port, .account = account};
            one.contract = u"c-"_s + port;
            return one;
        };
        const QList<AccessOffer> offers{offer(u"a"_s, mesh), offer(u"b"_s, corp),
                                        offer(u"c"_s, mesh)};
        AccessRequest whole{.id = entityId({}, u"whole"_s), .purpose = u"analytics"_s};
        for (const auto &one : offers) {
            whole.items.append({.port = one.port});
            whole.terms.append({.id = one.contract});
            whole.verdicts.append({.policy = u"x"_s, .port = one.port});
        }
        whole.verdicts.append({.policy = u"of the whole"_s});
        const auto parts = byAccount(whole, offers);
        QCOMPARE(parts.size(), 2);
        const auto wordsOf = [](const AccessRequest &one) {
            QStringList words;
            for (const auto &item : one.items)
                words.append(item.port);
            for (const auto &terms : one.terms)
                words.append(terms.id);
            for (const auto &verdict : one.verdicts)
                words.append(verdict.policy + verdict.port);
            return words.join(u' ');
        };
        QCOMPARE(wordsOf(parts.at(0)), u"a c c-a c-c xa xc of the whole"_s);
        QCOMPARE(wordsOf(parts.at(1)), u"b c-b xb of the whole"_s);
        QCOMPARE(parts.at(0).id, whole.id);
        QVERIFY(parts.at(1).id.isNull()); // no two are one
        QCOMPARE(parts.at(1).purpose, u"analytics"_s);
        QVERIFY(byAccount({}, offers).isEmpty());
        QCOMPARE(byAccount(whole, {}).size(), 1);
    }

    void aRequestIsMadeWhole()
    {
        AccessOffer offer{.port = u"p#out"_s, .product = u"p"_s, .account = mesh};
        offer.accountName = u"mesh"_s;
        offer.roles = {{.role = u"reader"_s, .firstLevelApprovers = u"bo@example.com"_s}};
        offer.owners = {u"cy@example.com"_s};
        const QList<AccessPlace> places{{mesh, u"mesh"_s, ada, true}};
        AccessRequest draft{.purpose = u"analytics"_s};
        draft.items.append({.port = u"p#out"_s, .role = u"reader"_s});
        const auto ready = readyRequest(draft, {offer}, places, {}, now);
        QVERIFY(ready);
        const auto &item = ready->request.items.first();
        QCOMPARE(item.id, itemIdOf(ready->request.id, u"p#out"_s));
        QCOMPARE(item.steps, (QList<ApprovalStep>{{u"first level"_s, {u"bo@example.com"_s}}}));
        QCOMPARE(ready->request.asker, ada);
        QCOMPARE(ready->request.created, now);
        QCOMPARE(ready->account, mesh);

        draft.items.first().role.clear(); // without a role the owners decide
        QCOMPARE(readyRequest(draft, {offer}, places, {}, now)->request.items.first().steps,
                 (QList<ApprovalStep>{{u"owner"_s, {u"cy@example.com"_s}}}));
        QCOMPARE(readyRequest({}, {offer}, places, {}, now).error().kind, Error::Kind::Usage);
        auto away = offer;
        away.account = {};
        QCOMPARE(readyRequest(draft, {away}, places, {}, now).error().kind, Error::Kind::Forbidden);
        QCOMPARE(readyRequest(draft, {}, places, {}, now).error().kind, Error::Kind::NotFound);
        // Who acts on a platform is nothing that git knows.
        AccessPlace nobodys{.account = mesh, .name = u"mesh"_s, .takesRequests = true};
        for (const bool isFolder : {false, true}) {
            nobodys.isFolder = isFolder;
            const auto unsaid = readyRequest(draft, {offer}, {nobodys}, {}, now);
            QCOMPARE(unsaid.error().kind, Error::Kind::Forbidden);
            const auto &why = unsaid.error().detail;
            QVERIFY2(why.contains(u"`accounts edit \"mesh\" --as \"Name <address>\"`"_s),
                     qPrintable(why));
            QVERIFY2(why.contains(u"user.email for git"_s) == isFolder, qPrintable(why));
        }
    }
};

QTEST_GUILESS_MAIN(TestAccessBoard)
#include "tst_accessboard.moc"
