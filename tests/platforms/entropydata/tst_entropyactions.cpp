// SPDX-License-Identifier: GPL-3.0-or-later
// Asking for access at Entropy Data, deciding about it, and editing what things say of themselves:
// what is sent, what a lost answer means, and what the platform cannot do.
#include "models/base/identity.h"
#include "models/domain/accessjson.h"
#include "models/domain/edit.h"
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

domain::Operation describing(const QString &nativeId, const QString &mine, const QString &base)
{
    return {.key = QUuid::createUuid(),
            .objectId = nativeId,
            .kind = domain::describeKind(),
            .payload = domain::toJson(
                domain::DescriptionEdit{nativeId, domain::EntityKind::Product, mine}),
            .base = domain::descriptionSide(base)};
}

domain::Operation tagging(const QString &nativeId, const QStringList &added,
                          const QStringList &removed)
{
    return {.key = QUuid::createUuid(),
            .objectId = nativeId,
            .kind = domain::tagKind(),
            .payload = domain::toJson(
                domain::TagEdit{nativeId, domain::EntityKind::Product, added, removed})};
}

//! Without \a base the person saw nothing.
domain::Operation owning(const QString &nativeId, const QString &mine, const QString &base)
{
    return {.key = QUuid::createUuid(),
            .objectId = nativeId,
            .kind = domain::ownKind(),
            .payload = domain::toJson(
                domain::OwnerEdit{nativeId, domain::EntityKind::Product, {{mine, u"Name"_s}}}),
            .base = base.isEmpty() ? QByteArray() : domain::ownersSide({{base, {}}})};
}

QString at(const QJsonObject &document, const QStringList &path)
{
    QJsonValue value = document;
    for (const auto &name : path)
        value = value[name];
    return value.toString();
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

    //! A pull that was killed behind its last page had the feed tell of it: that it is done is
    //! learned later, and what is done has to be read once more to count as read.
    void whatIsFoundToBeDoneIsReadAlthoughTheFeedToldItBefore()
    {
        EntropyBench bench;
        const auto operation = creation(requestFor({u"product-0"_s}));
        QVERIFY(bench.pull());
        QCOMPARE(int(bench.port().send(operation).kind), int(ActionOutcome::Kind::Applied));
        QVERIFY(bench.pull()->access.has_value());
        QVERIFY(!bench.pull()->access.has_value()); // there is no news
        QCOMPARE(int(bench.port().lookUp(operation).kind), int(LookUpOutcome::Kind::Applied));
        QVERIFY(bench.pull());
        QVERIFY(bench.pull()->access.has_value());
        QVERIFY(!bench.pull()->access.has_value()); // and once is enough
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

    //! What may not be looked at any more is shown as refused, instead of being in doubt for ever.
    void whatMayNotBeLookedForFails()
    {
        EntropyBench bench;
        const auto request = requestFor({u"product-0"_s});
        auto operation = creation(request);
        bench.server.failAt(1, {.kind = Fault::Kind::AppliedThenCut});
        QCOMPARE(int(bench.port().send(operation).kind), int(ActionOutcome::Kind::Ambiguous));
        operation.attempts = 2;
        operation.doubtful = true;
        for (const int status : {403, 400, 422}) {
            bench.server.failAt(1, {.kind = Fault::Kind::Status, .status = status});
            const auto found = bench.port().lookUp(operation);
            QCOMPARE(int(found.kind), int(LookUpOutcome::Kind::Absent));
            QVERIFY(!found.reason.isEmpty());
            bench.server.failAt(1, {.kind = Fault::Kind::Status, .status = status});
            const auto sent = bench.port().send(operation);
            QCOMPARE(int(sent.kind), int(ActionOutcome::Kind::Rejected));
            QVERIFY(!sent.reason.isEmpty());
        }
        QCOMPARE(effectsOf(bench).size(), 1);
        const auto approve =
            decision(request.items.first().id, DecisionKind::Approve, {}, u"Fine by me"_s);
        bench.server.failAt(1, {.kind = Fault::Kind::Status, .status = 403});
        QCOMPARE(int(bench.port().lookUp(approve).kind), int(LookUpOutcome::Kind::Absent));
        bench.server.failAt(1, {.kind = Fault::Kind::Status, .status = 403});
        QCOMPARE(int(bench.port().send(approve).kind), int(ActionOutcome::Kind::Rejected));
        // What passes by itself is looked at again.
        bench.server.failAt(1, {.kind = Fault::Kind::Garbage});
        QCOMPARE(int(bench.port().lookUp(operation).kind), int(LookUpOutcome::Kind::Unknown));
        QCOMPARE(int(bench.port().lookUp(operation).kind), int(LookUpOutcome::Kind::Applied));
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

    void editsGoIntoTheDocumentAndNothingElseOfItChanges_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("nativeId");
        QTest::addColumn<QStringList>("description");
        QTest::addColumn<QStringList>("owner");
        const QStringList purpose{u"description"_s, u"purpose"_s};
        const QStringList team{u"team"_s, u"name"_s};
        QTest::newRow("ODPS") << u"dataproducts"_s << u"product-0"_s << u"dataproduct:product-0"_s
                              << purpose << team;
        QTest::newRow("vendor's product")
            << u"dataproducts"_s << u"product-1"_s << u"dataproduct:product-1"_s
            << QStringList{u"info"_s, u"description"_s} << QStringList{u"info"_s, u"owner"_s};
        QTest::newRow("ODCS") << u"datacontracts"_s << u"contract-0"_s
                              << u"datacontract:contract-0"_s << purpose << team;
        QTest::newRow("older contract")
            << u"datacontracts"_s << u"contract-1"_s << u"datacontract:contract-1"_s
            << QStringList{u"info"_s, u"description"_s} << QStringList{u"info"_s, u"owner"_s};
        QTest::newRow("source system")
            << u"sourcesystems"_s << u"system-0"_s << u"sourcesystem:system-0"_s
            << QStringList{u"description"_s} << QStringList{u"owner"_s};
    }

    void editsGoIntoTheDocumentAndNothingElseOfItChanges()
    {
        QFETCH(QString, kind);
        QFETCH(QString, id);
        QFETCH(QString, nativeId);
        QFETCH(QStringList, description);
        QFETCH(QStringList, owner);
        EntropyBench bench;
        QJsonObject before;
        bench.change([&](EntropyShape &shape) { before = shape.thing(kind, id); });
        const auto after = [&] {
            QJsonObject document;
            bench.change([&](EntropyShape &shape) { document = shape.thing(kind, id); });
            return document;
        };
        for (const auto &operation :
             {describing(nativeId, u"Mine, \"Köln\""_s, at(before, description)),
              tagging(nativeId, {u"gold"_s}, {u"demo"_s}),
              owning(nativeId, u"team:team-1"_s, QString(u"team:"_s + at(before, owner)))}) {
            QCOMPARE(int(bench.port().lookUp(operation).kind), int(LookUpOutcome::Kind::Absent));
            const auto done = bench.port().send(operation);
            QVERIFY2(done.kind == ActionOutcome::Kind::Applied, qPrintable(done.reason));
            QCOMPARE(done.nativeId, nativeId);
            QCOMPARE(int(bench.port().lookUp(operation).kind), int(LookUpOutcome::Kind::Applied));
            bench.requests();
            QCOMPARE(int(bench.port().send(operation).kind), int(ActionOutcome::Kind::Applied));
            QCOMPARE(bench.requests(), 1); // a look: it is so
        }
        auto document = after();
        QCOMPARE(at(document, description), u"Mine, \"Köln\""_s);
        QCOMPARE(document.value(u"tags"_s).toArray(), QJsonArray{u"gold"_s});
        QCOMPARE(at(document, owner), u"team-1"_s);
        for (auto *one : {&before, &document}) {
            one->remove(u"tags"_s);
            one->remove(owner.first());
            one->remove(description.first());
        }
        QCOMPARE(document, before);
        QVERIFY(bench.pull());
        const auto records = bench.local.records;
        QCOMPARE(records.value(nativeId).description, u"Mine, \"Köln\""_s);
        QCOMPARE(records.value(nativeId).ownerId, u"team:team-1"_s);
    }

    //! The process before may have been killed between reading what it had done and noting that;
    //! an edit is no access, and has nobody read it.
    void aNewSessionReadsAccessOnceMoreAndAnEditDoesNot()
    {
        EntropyBench bench;
        QVERIFY(bench.pull());
        bench.restart();
        int read = 0;
        for (int pull = 0; pull < 4; ++pull)
            read += bench.pull()->access.has_value() ? 1 : 0;
        QCOMPARE(read, 1);
        QCOMPARE(int(bench.port().send(describing(u"asset:asset-0"_s, u"Mine"_s, {})).kind),
                 int(ActionOutcome::Kind::Applied));
        for (int pull = 0; pull < 3; ++pull)
            QVERIFY(!bench.pull()->access.has_value());
    }

    void fieldsAreDescribedInTheDocument_data()
    {
        QTest::addColumn<QString>("nativeId");
        QTest::addColumn<QString>("field");
        QTest::newRow("ODCS") << u"datacontract:contract-0#table-0"_s << u"column-1"_s;
        QTest::newRow("nested in a list")
            << u"datacontract:contract-0#table-0"_s << u"lines[].sku"_s;
        QTest::newRow("an object") << u"datacontract:contract-0#table-0"_s << QString();
        QTest::newRow("older contract") << u"datacontract:contract-1#topic-1"_s << u"amount"_s;
        QTest::newRow("an asset") << u"asset:asset-0"_s << u"id"_s;
    }

    //! The description of a field stands in the document of its contract or asset: it comes back
    //! with a pull as it was written, and nothing else of the document changes.
    void fieldsAreDescribedInTheDocument()
    {
        QFETCH(QString, nativeId);
        QFETCH(QString, field);
        EntropyBench bench;
        bench.change([](EntropyShape &shape) {
            auto contract = shape.thing(u"datacontracts"_s, u"contract-0"_s);
            auto schema = contract.value(u"schema"_s).toArray();
            auto table = schema.at(0).toObject();
            auto properties = table.value(u"properties"_s).toArray();
            const QJsonObject sku{{u"name"_s, u"sku"_s}, {u"logicalType"_s, u"string"_s}};
            properties.append(QJsonObject{{u"name"_s, u"lines"_s},
                                          {u"logicalType"_s, u"array"_s},
                                          {u"items"_s,
                                           QJsonObject{{u"logicalType"_s, u"object"_s},
                                                       {u"properties"_s, QJsonArray{sku}}}}});
            table.insert(u"properties"_s, properties);
            schema.replace(0, table);
            contract.insert(u"schema"_s, schema);
            shape.put(u"datacontracts"_s, contract);
        });
        QVERIFY(bench.pull());
        const auto before = bench.local.records;
        const auto edit = [&](const QString &mine, const QString &base) {
            auto operation = describing(nativeId, mine, base);
            operation.payload = domain::toJson(
                domain::DescriptionEdit{nativeId, domain::EntityKind::Asset, mine, field});
            return operation;
        };
        const auto mine = edit(u"Mine, \"Köln\""_s, {});
        QCOMPARE(int(bench.port().lookUp(mine).kind), int(LookUpOutcome::Kind::Absent));
        const auto done = bench.port().send(mine);
        QVERIFY2(done.kind == ActionOutcome::Kind::Applied, qPrintable(done.reason));
        QCOMPARE(int(bench.port().lookUp(mine).kind), int(LookUpOutcome::Kind::Applied));
        // Who did not see that meets it.
        const auto other = bench.port().send(edit(u"Other"_s, u"What was never there"_s));
        QCOMPARE(int(other.kind), int(ActionOutcome::Kind::Conflict));
        QCOMPARE(domain::descriptionOf(other.theirs), u"Mine, \"Köln\""_s);
        QVERIFY(bench.pull());
        auto expected = before.value(nativeId);
        bool isThere = field.isEmpty();
        for (auto &one : expected.fields) {
            if (one.path != field)
                continue;
            one.description = u"Mine, \"Köln\""_s;
            isThere = true;
        }
        QVERIFY(isThere);
        const auto after = bench.local.records.value(nativeId);
        QCOMPARE(after.fields, expected.fields);
        if (field.isEmpty())
            QCOMPARE(after.description, u"Mine, \"Köln\""_s);
        QCOMPARE(bench.local.records.keys(), before.keys());
    }

    void aFieldThatIsNotThereIsRefused()
    {
        EntropyBench bench;
        const auto said = [&bench](const QString &nativeId, const QString &field) {
            auto operation = describing(nativeId, u"Mine"_s, {});
            operation.payload = domain::toJson(
                domain::DescriptionEdit{nativeId, domain::EntityKind::Asset, u"Mine"_s, field});
            const auto outcome = bench.port().send(operation);
            return outcome.kind == ActionOutcome::Kind::Rejected ? outcome.reason : QString();
        };
        const auto table = u"datacontract:contract-0#table-0"_s;
        QVERIFY(said(table, u"never"_s).contains(u"no such field"_s));
        QVERIFY(said(u"datacontract:contract-0#never"_s, u"column-1"_s).contains(u"no such"_s));
        QVERIFY(said(u"datacontract:contract-0#never"_s, {}).contains(u"no such"_s));
        // Tags and owners of a part have no place there.
        const auto tagged = bench.port().send(tagging(table, {u"gold"_s}, {}));
        QCOMPARE(int(tagged.kind), int(ActionOutcome::Kind::Rejected));
    }

    //! Written by another program, a document may have what we would not write.
    void whatIsNoTextAmongTagsStaysAndNothingIsAPlace()
    {
        EntropyBench bench;
        const QJsonObject odd{{u"tag"_s, u"odd"_s}};
        bench.change([&odd](EntropyShape &shape) {
            auto product = shape.thing(u"dataproducts"_s, u"product-0"_s);
            product.insert(u"tags"_s, QJsonArray{u"demo"_s, odd});
            product.insert(u"description"_s, QJsonValue::Null);
            shape.put(u"dataproducts"_s, product);
        });
        const auto product = u"dataproduct:product-0"_s;
        for (const auto &operation :
             {tagging(product, {u"gold"_s}, {u"demo"_s}), describing(product, u"Mine"_s, {})}) {
            const auto done = bench.port().send(operation);
            QVERIFY2(done.kind == ActionOutcome::Kind::Applied, qPrintable(done.reason));
            QCOMPARE(int(bench.port().lookUp(operation).kind), int(LookUpOutcome::Kind::Applied));
        }
        QJsonObject document;
        bench.change([&](EntropyShape &shape) {
            document = shape.thing(u"dataproducts"_s, u"product-0"_s);
        });
        QCOMPARE(document.value(u"tags"_s).toArray(), (QJsonArray{u"gold"_s, odd}));
        QCOMPARE(at(document, {u"description"_s, u"purpose"_s}), u"Mine"_s);
    }

    void whatSomebodyElseWroteIsAConflict()
    {
        EntropyBench bench;
        const auto product = u"dataproduct:product-0"_s;
        auto outcome = bench.port().send(owning(product, u"team:team-1"_s, u"team:nobody"_s));
        QCOMPARE(int(outcome.kind), int(ActionOutcome::Kind::Conflict));
        QCOMPARE(domain::idsOf(*domain::ownersOf(outcome.theirs)), QStringList{u"team:team-0"_s});
        outcome = bench.port().send(describing(product, u"Mine"_s, u"What was never there"_s));
        QCOMPARE(int(outcome.kind), int(ActionOutcome::Kind::Conflict));
        QCOMPARE(domain::descriptionOf(outcome.theirs), u"What number 0 is for"_s);
        bench.change([](EntropyShape &shape) {
            const auto document = shape.thing(u"dataproducts"_s, u"product-0"_s);
            QCOMPARE(at(document, {u"team"_s, u"name"_s}), u"team-0"_s);
        });
        // Over theirs, which the person has seen.
        QCOMPARE(int(bench.port().send(owning(product, u"team:team-1"_s, u"team:team-0"_s)).kind),
                 int(ActionOutcome::Kind::Applied));
    }

    void anEditThatCannotBeIsRefusedInWords()
    {
        EntropyBench bench;
        bench.change([](EntropyShape &shape) {
            auto contract = shape.thing(u"datacontracts"_s, u"contract-0"_s);
            contract.insert(u"team"_s, QJsonArray{QJsonObject{{u"username"_s, u"olaf"_s}}});
            shape.put(u"datacontracts"_s, contract);
        });
        const auto said = [&bench](const domain::Operation &operation) {
            const auto outcome = bench.port().send(operation);
            return outcome.kind == ActionOutcome::Kind::Rejected ? outcome.reason : QString();
        };
        auto nobody = owning(u"dataproduct:product-0"_s, u"team:team-1"_s, {});
        nobody.payload = domain::toJson(
            domain::OwnerEdit{u"dataproduct:product-0"_s, domain::EntityKind::Product, {}});
        QVERIFY(said(nobody).contains(u"one team"_s));
        QVERIFY(said(owning(u"dataproduct:product-0"_s, u"person:olaf"_s, {}))
                    .contains(u"only teams"_s));
        QVERIFY(said(owning(u"datacontract:contract-0"_s, u"team:team-1"_s, {}))
                    .contains(u"older form"_s));
        QVERIFY(said(describing(u"outputport:product-0#port-0"_s, u"Mine"_s, {}))
                    .contains(u"its product"_s));
        QVERIFY(said(describing(u"dataproduct:never"_s, u"Mine"_s, {}))
                    .contains(u"not there any more"_s));
        bench.server.failAt(2, {.kind = Fault::Kind::Status, .status = 422});
        const auto refused =
            bench.port().send(owning(u"dataproduct:product-0"_s, u"team:never"_s, {}));
        QCOMPARE(int(refused.kind), int(ActionOutcome::Kind::Rejected));
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
