// SPDX-License-Identifier: GPL-3.0-or-later
// Asking for access at Entropy Data and deciding about it: what is sent, what a lost answer means,
// and what the platform cannot do.
#include "models/base/identity.h"
#include "models/domain/accessjson.h"
#include "models/platforms/actionport.h"
#include "tests/platforms/entropydata/entropybench.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using domain::DecisionKind;
using platforms::ActionOutcome;
using platforms::LookUpOutcome;
using tests::EntropyBench;
using tests::EntropyShape;
using tests::Fault;

namespace {

const domain::Actor maya{u"Maya"_s, u"maya@acme.example"_s};
const domain::Actor owner{u"Olaf"_s, u"owner0@acme.example"_s};

domain::AccessRequest requestFor(const QStringList &products)
{
    domain::AccessRequest request{
        .id = QUuid::createUuid(),
        .consumer = {domain::EntityKind::Team, u"team:team-1"_s, u"Team 1"_s},
        .purpose = u"ANALYSIS"_s,
        .justification = u"To count what was sold"_s,
        .from = QDate(2026, 12, 1),
        .to = QDate(2027, 11, 30),
        .terms = {{u"datacontract:contract-0"_s, u"1.0.0"_s, QString(64, u'a')}},
        .asker = maya,
        .created = QDateTime(QDate(2026, 11, 27), QTime(9, 0), Qt::UTC),
        .exception = u"It is urgent"_s};
    for (const auto &product : products) {
        const auto number = product.section(u'-', -1);
        domain::AccessItem item{.port = u"outputport:%1#port-%2"_s.arg(product, number),
                                .product = u"dataproduct:"_s + product,
                                .role = u"reader"_s,
                                .fields = {u"table.column-0"_s}};
        item.id = domain::itemIdOf(request.id, item.port);
        request.items.append(item);
    }
    return request;
}

domain::Operation creation(const domain::AccessRequest &request)
{
    return {.key = QUuid::createUuid(),
            .objectId = idText(request.id),
            .kind = domain::createRequestKind(),
            .payload = domain::toJson(request),
            .attempts = 1};
}

domain::Operation decision(const QUuid &item, DecisionKind kind, const QString &asked = {},
                           const QString &reason = {})
{
    return {.key = QUuid::createUuid(),
            .kind = domain::decideRequestKind(),
            .payload = domain::toJson(
                domain::AccessDecision{.id = QUuid::createUuid(),
                                       .item = item,
                                       .kind = kind,
                                       .by = owner,
                                       .at = QDateTime(QDate(2026, 11, 27), QTime(10, 0), Qt::UTC),
                                       .reason = reason,
                                       .asked = asked}),
            .attempts = 1};
}

} // namespace

class TestEntropyActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aRequestComesBackAsItWasAsked()
    {
        EntropyBench bench;
        const auto request = requestFor({u"product-0"_s});
        const auto sent = bench.port().send(creation(request));
        QCOMPARE(int(sent.kind), int(ActionOutcome::Kind::Applied));
        QCOMPARE(sent.nativeId, QString(u"access:"_s + idText(request.items.first().id)));
        QVERIFY(bench.pull());
        const auto held = heldOf(bench, request.id);
        QVERIFY(held);
        auto back = held->request;
        QCOMPARE(back.items.first().nativeId, sent.nativeId);
        back.items.first().steps.clear();
        back.items.first().nativeId.clear();
        auto mine = request;
        mine.items.first().state = domain::ItemState::Submitted;
        mine.consumer.name = u"team-1"_s; // names are in the catalogue
        QVERIFY(back == mine);
        QVERIFY(held->isShared);
        QCOMPARE(tests::outcomeIn(bench.local.book, request.id)->state,
                 domain::RequestState::Submitted);
    }

    void aRequestForSeveralPortsGoesOnWhereItWasCut()
    {
        EntropyBench bench;
        const auto request = requestFor({u"product-0"_s, u"product-1"_s, u"product-2"_s});
        auto operation = creation(request);
        bench.server.failAt(4, {.kind = Fault::Kind::AppliedThenCut}); // GET PUT GET PUT
        const auto cut = bench.port().send(operation);
        QCOMPARE(int(cut.kind), int(ActionOutcome::Kind::Ambiguous));
        QCOMPARE(int(bench.port().lookUp(operation).kind), int(LookUpOutcome::Kind::Absent));
        operation.attempts = 2;
        QCOMPARE(int(bench.port().send(operation).kind), int(ActionOutcome::Kind::Applied));
        QCOMPARE(int(bench.port().lookUp(operation).kind), int(LookUpOutcome::Kind::Applied));
        const auto effects = effectsOf(bench);
        QCOMPARE(effects.size(), 3);
        for (const auto &effect : effects)
            QVERIFY(!effect.isAgain);
        QVERIFY(bench.pull());
        QCOMPARE(heldOf(bench, request.id)->request.items.size(), 3);
    }

    void aLostAnswerIsLookedUp()
    {
        EntropyBench bench;
        const auto request = requestFor({u"product-0"_s});
        const auto operation = creation(request);
        QVERIFY(!bench.port().honoursKeys());
        bench.server.failAt(1, {.kind = Fault::Kind::Reset});
        QCOMPARE(int(bench.port().send(operation).kind), int(ActionOutcome::Kind::Ambiguous));
        QCOMPARE(int(bench.port().lookUp(operation).kind), int(LookUpOutcome::Kind::Absent));
        bench.server.failAt(1, {.kind = Fault::Kind::AppliedThenCut});
        QCOMPARE(int(bench.port().send(operation).kind), int(ActionOutcome::Kind::Ambiguous));
        bench.server.failAt(1, {.kind = Fault::Kind::Garbage});
        QCOMPARE(int(bench.port().lookUp(operation).kind), int(LookUpOutcome::Kind::Unknown));
        QCOMPARE(int(bench.port().lookUp(operation).kind), int(LookUpOutcome::Kind::Applied));
        QCOMPARE(effectsOf(bench).size(), 1);
        // Handed over again all the same, it looks before it writes.
        auto again = operation;
        again.attempts = 2;
        QCOMPARE(int(bench.port().send(again).kind), int(ActionOutcome::Kind::Applied));
        QCOMPARE(effectsOf(bench).size(), 1);
    }

    void answersSayWhatBecameOfIt_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("kind");
        using Kind = ActionOutcome::Kind;
        QTest::newRow("401") << 401 << int(Kind::SignedOut);
        QTest::newRow("403") << 403 << int(Kind::Rejected);
        QTest::newRow("409") << 409 << int(Kind::Conflict);
        QTest::newRow("422") << 422 << int(Kind::Rejected);
        QTest::newRow("429") << 429 << int(Kind::Later);
        QTest::newRow("503") << 503 << int(Kind::Later);
        QTest::newRow("500") << 500 << int(Kind::Ambiguous);
        QTest::newRow("504") << 504 << int(Kind::Ambiguous);
        QTest::newRow("302") << 302 << int(Kind::Ambiguous); // a network that wants a sign-in
        QTest::newRow("308") << 308 << int(Kind::Rejected);
    }

    void answersSayWhatBecameOfIt()
    {
        QFETCH(int, status);
        QFETCH(int, kind);
        EntropyBench bench;
        bench.server.failAt(1, {.kind = Fault::Kind::Status, .status = status});
        const auto sent = bench.port().send(creation(requestFor({u"product-0"_s})));
        QCOMPARE(int(sent.kind), kind);
        QVERIFY(!sent.code.isEmpty() || !sent.reason.isEmpty());
        QCOMPARE(effectsOf(bench).size(), 0);
    }

    void whatThePlatformSaysIsTold()
    {
        EntropyBench bench;
        const auto sent = bench.port().send(creation(requestFor({u"product-99"_s})));
        QCOMPARE(int(sent.kind), int(ActionOutcome::Kind::Rejected));
        QCOMPARE(sent.code, u"HTTP 422"_s);
        QCOMPARE(sent.reason, u"there is no data product product-99"_s);
    }

    void decisionsAreCarriedOutOnce()
    {
        EntropyBench bench;
        const auto request = requestFor({u"product-0"_s});
        QCOMPARE(int(bench.port().send(creation(request)).kind), int(ActionOutcome::Kind::Applied));
        QVERIFY(bench.pull());
        const auto held = heldOf(bench, request.id);
        const auto item = request.items.first().id;
        auto approve = decision(item, DecisionKind::Approve, held->sha256, u"Fine by me"_s);
        QCOMPARE(int(bench.port().lookUp(approve).kind), int(LookUpOutcome::Kind::Absent));
        bench.server.failAt(2, {.kind = Fault::Kind::AppliedThenCut});
        QCOMPARE(int(bench.port().send(approve).kind), int(ActionOutcome::Kind::Ambiguous));
        QCOMPARE(int(bench.port().lookUp(approve).kind), int(LookUpOutcome::Kind::Applied));
        const auto again = bench.port().send(approve);
        QCOMPARE(int(again.kind), int(ActionOutcome::Kind::Applied));
        QVERIFY(again.reason.contains(u"stays on this machine"_s));
        QCOMPARE(whatsOf(bench), (QStringList{u"created"_s, u"approved"_s}));
        QVERIFY(bench.pull());
        const auto outcome = tests::outcomeIn(bench.local.book, request.id);
        QCOMPARE(outcome->state, domain::RequestState::Approved);
        QVERIFY(outcome->items.first().agreement);
        for (const auto &one : bench.server.seen())
            QVERIFY(!one.body.contains("Fine by me")); // no call takes a reason

        const auto end = decision(item, DecisionKind::Terminate);
        QCOMPARE(int(bench.port().send(end).kind), int(ActionOutcome::Kind::Applied));
        QCOMPARE(int(bench.port().lookUp(end).kind), int(LookUpOutcome::Kind::Applied));
        QVERIFY(bench.pull());
        QCOMPARE(
            int(tests::outcomeIn(bench.local.book, request.id)->items.first().agreement->standing),
            int(domain::AgreementStanding::Terminated));
    }

    void whoDecidesSecondSeesTheFirst()
    {
        EntropyBench bench;
        const auto request = requestFor({u"product-0"_s});
        const auto item = request.items.first().id;
        QCOMPARE(int(bench.port().send(creation(request)).kind), int(ActionOutcome::Kind::Applied));
        QCOMPARE(int(bench.port().send(decision(item, DecisionKind::Reject)).kind),
                 int(ActionOutcome::Kind::Applied));
        auto approve = decision(item, DecisionKind::Approve);
        const auto opposed = bench.port().send(approve);
        QCOMPARE(int(opposed.kind), int(ActionOutcome::Kind::Conflict));
        QCOMPARE(opposed.revision, u"rejected"_s);
        QVERIFY(QJsonDocument::fromJson(opposed.theirs).isObject());
        // Having seen that, they may want it all the same.
        approve.baseRevision = opposed.revision;
        QCOMPARE(int(bench.port().send(approve).kind), int(ActionOutcome::Kind::Applied));
        QCOMPARE(whatsOf(bench), (QStringList{u"created"_s, u"rejected"_s, u"approved"_s}));
    }

    void oneOfSeveralPortsIsDecidedByItself()
    {
        EntropyBench bench;
        const auto request = requestFor({u"product-0"_s, u"product-2"_s});
        QCOMPARE(int(bench.port().send(creation(request)).kind), int(ActionOutcome::Kind::Applied));
        QVERIFY(bench.pull());
        const auto held = heldOf(bench, request.id);
        QCOMPARE(
            int(bench.port()
                    .send(decision(request.items.at(1).id, DecisionKind::Approve, held->sha256))
                    .kind),
            int(ActionOutcome::Kind::Applied));
        QVERIFY(bench.pull());
        QCOMPARE(tests::outcomeIn(bench.local.book, request.id)->state,
                 domain::RequestState::PartlyApproved);
    }

    void whatWasChangedMeanwhileIsNotApproved()
    {
        EntropyBench bench;
        const auto request = requestFor({u"product-0"_s});
        QCOMPARE(int(bench.port().send(creation(request)).kind), int(ActionOutcome::Kind::Applied));
        QVERIFY(bench.pull());
        const auto read = heldOf(bench, request.id)->sha256;
        bench.change([&](EntropyShape &shape) {
            auto access = shape.thing(u"access"_s, idText(request.items.first().id));
            access.insert(u"roles"_s, QJsonArray{u"administrator"_s});
            shape.put(u"access"_s, access);
        });
        const auto sent =
            bench.port().send(decision(request.items.first().id, DecisionKind::Approve, read));
        QCOMPARE(int(sent.kind), int(ActionOutcome::Kind::Conflict));
        QCOMPARE(whatsOf(bench), QStringList{u"created"_s});
    }

    void aWithdrawalIsALookAndADelete()
    {
        EntropyBench bench;
        const auto request = requestFor({u"product-0"_s});
        const auto item = request.items.first().id;
        QCOMPARE(int(bench.port().send(creation(request)).kind), int(ActionOutcome::Kind::Applied));
        QVERIFY(bench.pull());
        bench.requests();
        const auto withdraw = decision(item, DecisionKind::Withdraw);
        QCOMPARE(int(bench.port().lookUp(withdraw).kind), int(LookUpOutcome::Kind::Absent));
        bench.requests();
        QCOMPARE(int(bench.port().send(withdraw).kind), int(ActionOutcome::Kind::Applied));
        const auto seen = bench.server.seen();
        QCOMPARE(seen.size(), 2);
        QCOMPARE(seen.at(0).method, "GET");
        QCOMPARE(seen.at(1).method, "DELETE");
        QCOMPARE(int(bench.port().lookUp(withdraw).kind), int(LookUpOutcome::Kind::Applied));
        QVERIFY(bench.pull());
        QVERIFY(!heldOf(bench, request.id));
        QCOMPARE(whatsOf(bench), (QStringList{u"created"_s, u"deleted"_s}));
    }

    void whatOthersAskedForIsFoundByItsItem()
    {
        EntropyBench bench({.size = 4, .pageSize = 1});
        bench.change([](EntropyShape &shape) {
            auto access = shape.thing(u"access"_s, u"access-3"_s);
            auto info = access.value(u"info"_s).toObject();
            info.insert(u"status"_s, u"requested"_s);
            access.insert(u"info"_s, info);
            shape.put(u"access"_s, access);
        });
        QVERIFY(bench.pull());
        QUuid item;
        for (const auto &held : bench.local.book.requests) {
            if (held.request.items.first().nativeId == u"access:access-3")
                item = held.request.items.first().id;
        }
        QVERIFY(!item.isNull());
        bench.restart();
        QCOMPARE(int(bench.port().send(decision(item, DecisionKind::Reject)).kind),
                 int(ActionOutcome::Kind::Applied));
        bench.change([](EntropyShape &shape) {
            QCOMPARE(shape.effects().last(),
                     (tests::AccessEffect{u"access-3"_s, u"rejected"_s, false}));
        });
    }

    void whatThePlatformCannotDoIsRefused()
    {
        EntropyBench bench;
        const auto request = requestFor({u"product-0"_s});
        QCOMPARE(int(bench.port().send(creation(request)).kind), int(ActionOutcome::Kind::Applied));
        for (const auto kind :
             {DecisionKind::Ask, DecisionKind::Answer, DecisionKind::Suspend, DecisionKind::Resume})
            QCOMPARE(int(bench.port().send(decision(request.items.first().id, kind)).kind),
                     int(ActionOutcome::Kind::Rejected));
        QCOMPARE(int(bench.port().send({.kind = u"edit.description"_s}).kind),
                 int(ActionOutcome::Kind::Rejected));
        QCOMPARE(whatsOf(bench), QStringList{u"created"_s});
    }

private:
    static std::optional<domain::HeldRequest> heldOf(const EntropyBench &bench, const QUuid &id)
    {
        for (const auto &held : bench.local.book.requests) {
            if (held.request.id == id)
                return held;
        }
        return {};
    }

    static QList<tests::AccessEffect> effectsOf(EntropyBench &bench)
    {
        QList<tests::AccessEffect> effects;
        bench.change([&](EntropyShape &shape) { effects = shape.effects(); });
        return effects;
    }

    static QStringList whatsOf(EntropyBench &bench)
    {
        QStringList words;
        for (const auto &effect : effectsOf(bench))
            words.append(effect.what);
        return words;
    }
};

QTEST_GUILESS_MAIN(TestEntropyActions)

#include "tst_entropyactions.moc"
