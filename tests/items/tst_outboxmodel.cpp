// SPDX-License-Identifier: GPL-3.0-or-later
// The outbox in words: what each operation does, how it stands, what can be done about it, and in
// which order all of it is listed.
#include "models/domain/edit.h"
#include "models/items/outboxmodel.h"
#include "models/items/outboxtext.h"
#include "models/items/plainreason.h"
#include "tests/items/languages.h"
#include "tests/items/modeltext.h"
#include "tests/items/sampleoutbox.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::items;
using domain::OperationState;
using tests::SampleOutbox;
using Tester = QAbstractItemModelTester;

namespace {

OutboxBoardPtr boardOf(const SampleOutbox &source)
{
    return std::make_shared<const OutboxBoard>(source.now());
}

const OutboxEntry &entry(const OutboxBoard &board, qint64 id)
{
    return *entryOf(board, id);
}

OutboxField field(const OutboxSides &sides, const QString &name)
{
    for (const auto &one : sides.fields) {
        if (one.name == name)
            return one;
    }
    return {};
}

QString standings(const OutboxModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto index = model.index(row);
        const bool isNested = index.data(OutboxModel::IsNestedRole).toBool();
        if (!index.data(OutboxModel::IsHeadRole).toBool())
            lines.append((isNested ? u"  "_s : QString())
                         + index.data(OutboxModel::StandingTextRole).toString());
    }
    return lines.join(u'\n');
}

} // namespace

class TestOutboxModel : public QObject
{
    Q_OBJECT

    tests::Speech m_speech;

private Q_SLOTS:

    //! Who waits for an answer reads why there is none, not the address and number of a request.
    void whyIsToldWithoutTheRequest()
    {
        QCOMPARE(plainReason(u"POST http://h:1/api?x=…: nothing answers there; check the network "
                             "(request f9b8)"_s),
                 u"nothing answers there; check the network"_s);
        QCOMPARE(plainReason(u"GET https://h/a: 503: it is being mended"_s),
                 u"it is being mended"_s);
        QCOMPARE(plainReason(u"the folder cannot be read"_s), u"the folder cannot be read"_s);
        QCOMPARE(plainSentence(u"GET https://h/a: 503: it is being mended (request 1)"_s),
                 u"It is being mended."_s);
        QCOMPARE(plainSentence(u"it ended."_s), u"It ended."_s);
        QCOMPARE(plainSentence({}), QString());
    }

    void initTestCase()
    {
        QVERIFY(m_speech.load());
        m_speech.speak(false);
    }

    //! The thing alone would be its own description, which is another one.
    void whatIsEditedOfAFieldNamesTheField()
    {
        OutboxEntry one;
        one.operation.kind = domain::describeKind();
        one.subjects = QStringList{u"orders_daily"_s};
        const auto deed = [&one](const QString &description, const QString &field) {
            one.operation.payload = domain::toJson(domain::DescriptionEdit{
                u"urn:orders"_s, domain::EntityKind::Asset, description, field});
            return deedText(one);
        };
        QCOMPARE(deed(u"The key."_s, u"lines[].id"_s),
                 u"Change the description of the field lines[].id of orders_daily"_s);
        QCOMPARE(deed({}, u"id"_s), u"Take the description off the field id of orders_daily"_s);
        QCOMPARE(deed(u"Orders."_s, {}), u"Change the description of orders_daily"_s);
        QCOMPARE(deed({}, {}), u"Take the description off orders_daily"_s);
    }

    void whatNeedsMeStandsFirstAndWhatIsAboutOneThingTogether()
    {
        const SampleOutbox source;
        OutboxModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.show(boardOf(source), source.at);
        QCOMPARE(tests::modelText(model), uR"(5 to decide, 2 waiting behind
Request access to order_events.v3 for Assortment insight
Withdraw the request for order_events.v3 for Assortment insight
Approve returns_daily for Store planning
Reject footfall for Store planning
Change the description of orders_daily
Tag refunds with gold, and take off draft
Request access to customers, segments for Ad operations
4 waiting, in the order of sending
Request access to order_events.v3, returns_daily and 2 more for Return analysis
Change the description of stock_levels
Approve clicks for Campaigns
Tag old.table with old
Drafts: 1
Request access to payment_events.v2 for Fraud desk
1 sent today
)"_s);
        QCOMPARE(standings(model), uR"(Refused
  Waits its turn
Refused
  Waits its turn
Conflict
Recovered
Came back
Waits to be sent
Waits to be sent
Uncertain
Waits to be sent
Draft)"_s);
        QCOMPARE(model.allCount(), 13); // that of another day is history
        model.setSentShown(true);
        QCOMPARE(model.index(model.rowCount() - 1).data().toString(),
                 u"Tag refunds with finance"_s);
    }

    void countsSayWhatNeedsMeAndWhatWaits()
    {
        SampleOutbox source;
        QCOMPARE(countsOf(source.now()), (OutboxCounts{.needing = 5, .waiting = 6}));
        QCOMPARE(countsText(countsOf(source.now())), u"5 to decide, 6 waiting"_s);
        source.operations = {source.of(SampleOutbox::conflict())};
        QCOMPARE(countsText(countsOf(source.now())), u"1 to decide"_s);
        // A draft waits for nobody but its writer.
        source.operations.clear();
        QCOMPARE(countsText(countsOf(source.now())), QString());
    }

    void everyStateHasItsSentence()
    {
        SampleOutbox source;
        const auto board = source.now();
        const auto said = [&](qint64 id) { return standingSentence(entry(board, id), board); };
        QVERIFY(said(SampleOutbox::refusedRequest()).startsWith(u"The platform refused it"_s));
        QCOMPARE(reasonText(entry(board, SampleOutbox::refusedRequest())),
                 u"the port takes no requests before its contract is active"_s);
        QCOMPARE(said(SampleOutbox::rejectionBehind()),
                 u"It is not sent before something becomes of “Approve returns_daily for Store "
                 "planning”, which comes first: Refused."_s);
        QVERIFY(said(SampleOutbox::conflict()).contains(u"keep yours"_s));
        QVERIFY(said(SampleOutbox::recovered()).contains(u"damaged file"_s));
        QVERIFY(said(SampleOutbox::draft()).startsWith(u"A draft"_s));
        QVERIFY(said(SampleOutbox::returned()).contains(u"a draft again"_s));
        QVERIFY(said(SampleOutbox::waiting()).startsWith(u"It is sent with the next sync"_s));
        QVERIFY(said(SampleOutbox::tried()).contains(u"Attempts so far: 3"_s));
        QVERIFY(said(SampleOutbox::tried()).contains(u"Next attempt: "_s));
        QVERIFY(said(SampleOutbox::uncertain()).contains(u"nothing happens twice"_s));
        // Behind one that is on its way, nobody has to do anything.
        source.of(SampleOutbox::refusedApproval()).state = OperationState::Ready;
        const auto later = source.now();
        QCOMPARE(
            standingSentence(entry(later, SampleOutbox::rejectionBehind()), later),
            u"It is sent after “Approve returns_daily for Store planning”, which comes first."_s);
        // What was refused may have arrived in an attempt before.
        source.of(SampleOutbox::refusedRequest()).doubtful = true;
        const auto doubtful = source.now();
        QVERIFY(standingSentence(entry(doubtful, SampleOutbox::refusedRequest()), doubtful)
                    .contains(u"may have arrived"_s));
    }

    void everyStateOffersWhatHelps()
    {
        using Act = OutboxAct;
        const SampleOutbox source;
        const auto board = source.now();
        const auto acts = [&](qint64 id) { return actsOf(entry(board, id)); };
        QCOMPARE(acts(SampleOutbox::refusedRequest()),
                 (QList{Act::Edit, Act::TryAgain, Act::GiveUp}));
        QCOMPARE(acts(SampleOutbox::refusedApproval()),
                 (QList{Act::Edit, Act::TryAgain, Act::GiveUp}));
        QCOMPARE(acts(SampleOutbox::rejectionBehind()), QList{Act::TakeBack});
        QCOMPARE(acts(SampleOutbox::conflict()), (QList{Act::KeepMine, Act::TakeTheirs}));
        QCOMPARE(acts(SampleOutbox::recovered()), (QList{Act::Send, Act::GiveUp}));
        QCOMPARE(acts(SampleOutbox::draft()), (QList{Act::Edit, Act::Send, Act::TakeBack}));
        QCOMPARE(acts(SampleOutbox::waiting()), QList{Act::TakeBack});
        QCOMPARE(acts(SampleOutbox::tried()), (QList{Act::TryAgain, Act::TakeBack}));
        QCOMPARE(acts(SampleOutbox::uncertain()), (QList{Act::LookAgain, Act::GiveUp}));
        QVERIFY(acts(SampleOutbox::sent()).isEmpty());
    }

    void whatWaitsBehindTheMakingOfAThingGoesWithIt()
    {
        const SampleOutbox source;
        const auto board = source.now();
        const auto ids = [&](qint64 id) {
            QList<qint64> all;
            for (const auto &one : goesWith(entry(board, id), board))
                all.append(one.id);
            return all;
        };
        QCOMPARE(ids(SampleOutbox::refusedRequest()), (QList<qint64>{11, 12}));
        QCOMPARE(ids(SampleOutbox::refusedApproval()), QList<qint64>{13});
    }

    void aConflictHasThreeSides()
    {
        const SampleOutbox source;
        const auto board = source.now();
        const auto sides = sidesOf(entry(board, SampleOutbox::conflict()), board);
        QVERIFY(sides.hasBase && sides.hasTheirs);
        QCOMPARE(sides.fields,
                 QList{(OutboxField{.name = u"Description"_s,
                                    .base = u"One row per order."_s,
                                    .mine = u"One row per order and day, net of returns."_s,
                                    .theirs = u"Orders by day, without cancelled ones."_s})});
    }

    void aRequestIsReadMemberByMember()
    {
        const SampleOutbox source;
        const auto board = source.now();
        const auto sides = sidesOf(entry(board, SampleOutbox::refusedRequest()), board);
        QVERIFY(!sides.hasBase && !sides.hasTheirs);
        QCOMPARE(field(sides, u"Ports"_s).mine, u"order_events.v3, as reader"_s);
        QCOMPARE(field(sides, u"For"_s).mine, u"Assortment insight"_s);
        QVERIFY(field(sides, u"Period"_s).mine.startsWith(u"23 Nov 2026 to"_s));
        QVERIFY(field(sides, u"Exception"_s).name.isEmpty()); // nobody gave one
    }

    void whatAPlatformSaysInItsOwnWordsIsShownAsItIs()
    {
        SampleOutbox source;
        auto &one = source.of(SampleOutbox::refusedApproval());
        one.state = OperationState::Conflict;
        one.theirs = R"({"status": "Rejected", "by": {"name": "Ines"}, "tags": ["a", "b"]})";
        const auto board = source.now();
        const auto sides = sidesOf(entry(board, one.id), board);
        QCOMPARE(field(sides, u"Decision"_s).mine, u"approve"_s);
        QCOMPARE(field(sides, u"status"_s).theirs, u"Rejected"_s);
        QCOMPARE(field(sides, u"by.name"_s).theirs, u"Ines"_s);
        QCOMPARE(field(sides, u"tags"_s).theirs, u"a, b"_s);
        one.theirs = "no JSON at all";
        const auto odd = source.now();
        QCOMPARE(field(sidesOf(entry(odd, one.id), odd), u"As it is"_s).theirs,
                 u"no JSON at all"_s);
    }

    void aHugeForeignDocumentIsCut()
    {
        SampleOutbox source;
        auto &one = source.of(SampleOutbox::refusedApproval());
        one.state = OperationState::Conflict;
        QByteArray many = "{";
        for (int i = 0; i < 5000; ++i)
            many += "\"m" + QByteArray::number(i) + "\": \"" + QByteArray(9000, 'x') + "\",";
        one.theirs = many + "\"end\": 1}";
        const auto board = source.now();
        const auto sides = sidesOf(entry(board, one.id), board);
        QVERIFY(sides.fields.size() < 120);
        for (const auto &each : sides.fields)
            QVERIFY(each.theirs.size() <= 4001);
    }

    void rowsComeAndGoOneByOneAndTicksStay()
    {
        SampleOutbox source;
        OutboxModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.show(boardOf(source), source.at);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QPersistentModelIndex kept(model.indexOf(SampleOutbox::waiting()));
        model.setTicked(SampleOutbox::waiting(), true);
        model.setTicked(SampleOutbox::refusedRequest(), true);
        QCOMPARE(model.ticked().size(), 2);
        QCOMPARE(model.ticked().first()->operation.id, SampleOutbox::refusedRequest());
        source.operations.removeIf(
            [](const auto &one) { return one.id == SampleOutbox::refusedRequest(); });
        model.show(boardOf(source), source.at);
        QCOMPARE(kept.data(OutboxModel::IdRole).toLongLong(), SampleOutbox::waiting());
        QCOMPARE(model.ticked().size(), 1);
        QCOMPARE(resets.size(), 0);
        // What was sent meanwhile cannot be ticked any more.
        source.of(SampleOutbox::waiting()).state = OperationState::Applied;
        model.show(boardOf(source), source.at);
        QVERIFY(model.ticked().isEmpty());
        model.tickAll(true);
        QCOMPARE(model.ticked().size(), 10);
        model.tickAll(false);
        QVERIFY(model.ticked().isEmpty());
    }

    void aFilterLooksAtEverythingThatARowSays()
    {
        const SampleOutbox source;
        OutboxModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.show(boardOf(source), source.at);
        model.setFilter(u"refused contracts"_s);
        QCOMPARE(tests::modelText(model), uR"(2 to decide
Request access to order_events.v3 for Assortment insight
Approve returns_daily for Store planning
)"_s);
        model.setFilter(u"no approver"_s);
        QCOMPARE(model.rowCount(), 2);
        model.setFilter(u"nothing has this"_s);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.allCount(), 13);
    }

    void anAccountThatIsOutOfReachIsNamedWithTheTime()
    {
        const SampleOutbox source;
        const auto text = obstacleText(source.obstacles.first());
        QVERIFY2(text.startsWith(u"sales catalogue is out of reach, and was synced last at "_s),
                 qPrintable(text));
        QVERIFY(text.endsWith(u"connection refused"_s));
        QVERIFY(obstacleText({.name = u"hub"_s, .isSignedOut = true})
                    .startsWith(u"hub is signed out"_s));
        const auto board = source.now();
        QVERIFY(accountText(entry(board, SampleOutbox::ofRemovedAccount()))
                    .startsWith(u"an account that was removed"_s));
    }

    void aReportHasWhatASupportAsksFor()
    {
        const SampleOutbox source;
        const auto board = source.now();
        const auto text = reportText(entry(board, SampleOutbox::refusedRequest()), board);
        for (const auto &part : {u"Request access to order_events.v3"_s, u"State: Refused"_s,
                                 u"Reason: the port takes no requests"_s, u"Code: HTTP 422"_s,
                                 u"Request id: req-8f21c0"_s, u"Account: contracts"_s, u"Key: "_s})
            QVERIFY2(text.contains(part), qPrintable(part));
    }
};

QTEST_MAIN(TestOutboxModel)
#include "tst_outboxmodel.moc"
