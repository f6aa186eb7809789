// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/accesscasemodel.h"
#include "models/items/accessreading.h"
#include "models/items/accesstext.h"
#include "models/items/agreementmodel.h"
#include "models/items/consumermodel.h"
#include "models/items/fieldchoicemodel.h"
#include "models/items/findingtext.h"
#include "models/items/verdictmodel.h"
#include "models/policy/judge.h"
#include "tests/items/sampleaccess.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::items;
using domain::AgreementState;
using domain::DecisionKind;
using domain::PolicyResult;
using tests::SampleAccess;

namespace {

using Tester = QAbstractItemModelTester;

AccessBoardPtr boardOf(SampleAccess &source)
{
    return std::make_shared<AccessBoard>(*source.board().takeResult());
}

QStringList titles(const QAbstractItemModel &model)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts.append(model.index(row, 0).data().toString());
    return texts;
}

QStringList column(const AgreementModel &model, int column)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts.append(model.index(row, column).data().toString());
    return texts;
}

} // namespace

class TestAccessModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void whatIDecideNowIsToReview()
    {
        SampleAccess source;
        AccessCaseModel model(AccessCaseModel::Scope::ToReview);
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.show(boardOf(source), source.at);
        QCOMPARE(titles(model),
                 QStringList({u"Assortment insight"_s, u"Store planning"_s, u"Ad operations"_s,
                              u"Fraud desk"_s}));
        QCOMPARE(model.count(), 4);
        QCOMPARE(model.index(2, 0).data(AccessCaseModel::VerdictRole).toInt(),
                 int(PolicyResult::Fail));
        QCOMPARE(model.index(3, 0).data(AccessCaseModel::VerdictRole).toInt(),
                 int(PolicyResult::Unknown));
        QVERIFY(model.index(0, 0)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(u"Partly approved"_s));
    }

    void myOwnRequestsAreNotForMeToDecide()
    {
        SampleAccess source;
        source.add(u"Mine alone"_s, SampleAccess::maya(),
                   {{u"order_events.v3"_s, u"order_reader"_s}}, u"analytics"_s,
                   u"I would like to read it."_s, 1);
        const auto &own = source.of(u"Mine alone"_s);
        auto board = *boardOf(source);
        QVERIFY(itemsToDecide(own, board).isEmpty());
        board.policiesOf[board.cases.first().account].ownRequests = true;
        QCOMPARE(itemsToDecide(own, board).size(), 1);
    }

    void onlyTheStepThatIsOpenWaitsForItsApprovers()
    {
        SampleAccess source;
        auto &one = source.add(u"Later"_s, SampleAccess::elif (),
                               {{u"customer.customers"_s, u"customer_pii_reader"_s}},
                               u"operations"_s, u"Somebody decides before me."_s, 1);
        one.request.items[0].steps = {{u"first level"_s, {u"jonas.baptiste@example.com"_s}},
                                      {u"second level"_s, {SampleAccess::maya().email}}};
        const domain::Actor jonas{u"Jonas"_s, u"jonas.baptiste@example.com"_s};
        const auto id = one.request.id;
        source.say(one, DecisionKind::Answer, SampleAccess::elif (), {}, 1);
        QVERIFY(itemsToDecide(*source.caseOf(id), *boardOf(source)).isEmpty());
        source.say(*source.caseOf(id), DecisionKind::Approve, jonas, {}, 5);
        QCOMPARE(itemsToDecide(*source.caseOf(id), *boardOf(source)).size(), 1);
        QCOMPARE(waitsForText(*source.caseOf(id), *boardOf(source)),
                 u"Waits for you, step 2 of 2"_s);
    }

    void myRequestsSayWhatTheyWaitFor()
    {
        SampleAccess source;
        AccessCaseModel model(AccessCaseModel::Scope::Mine);
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        const auto board = boardOf(source);
        model.show(board, source.at);
        QCOMPARE(model.count(), 11);
        // What needs me stands first, what was refused or contradicted on its way as well.
        const auto state = [&model](int row) {
            return model.index(row, 0).data(AccessCaseModel::StateRole).toString();
        };
        QCOMPARE(state(0), u"Submitted, conflict"_s);
        QCOMPARE(state(1), u"Needs info"_s);
        QCOMPARE(state(2), u"Contradicted"_s);
        const auto said = [&](const QString &consumer) {
            return deliveryText(source.of(consumer));
        };
        QVERIFY(said(u"Order labs"_s).startsWith(u"A draft"_s));
        QVERIFY(said(u"Order hotline"_s).startsWith(u"Waits in the outbox"_s));
        QVERIFY(said(u"Order museum"_s).contains(u"not shared"_s));
        QVERIFY(said(u"Order twins"_s).startsWith(u"Others changed it"_s));
        const auto row = [&](const QString &consumer) {
            return model.indexOf(source.of(consumer).request.id)
                .data(AccessCaseModel::StateRole)
                .toString();
        };
        QCOMPARE(row(u"Order twins"_s), u"Submitted, conflict"_s);
        QCOMPARE(row(u"Order museum"_s), u"Submitted, not shared"_s);
        QCOMPARE(row(u"Order hotline"_s), u"Queued"_s);
        QCOMPARE(said(u"Order desk"_s), QString());
        QCOMPARE(waitsForText(source.of(u"Order desk"_s), *board), u"Waits for your answer"_s);
        QVERIFY(waitsForText(source.of(u"Order museum"_s), *board).contains(u"ines.moreau"_s));
        QCOMPARE(waitsForText(source.of(u"Order alarms"_s), *board), QString());
        QCOMPARE(undoableOf(source.of(u"Order hotline"_s)).size(), 1);
        QVERIFY(undoableOf(source.of(u"Order twins"_s)).isEmpty());
    }

    void aDecisionTakesOneRowAwayAndKeepsTheSelection()
    {
        SampleAccess source;
        AccessCaseModel model(AccessCaseModel::Scope::ToReview);
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.show(boardOf(source), source.at);
        QItemSelectionModel selection(&model);
        selection.setCurrentIndex(model.index(2, 0), QItemSelectionModel::ClearAndSelect);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        auto &decided = source.of(u"Store planning"_s);
        source.say(decided, DecisionKind::Approve, SampleAccess::maya(), {}, 60);
        model.show(boardOf(source), source.at);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(selection.currentIndex().data().toString(), u"Ad operations"_s);
        QVERIFY(selection.isSelected(model.index(1, 0)));
        QCOMPARE(resets.size(), 0);
    }

    void whatWaitsForAnAnswerStandsLastAndIsNotCounted()
    {
        SampleAccess source;
        AccessCaseModel model(AccessCaseModel::Scope::ToReview);
        source.say(source.of(u"Assortment insight"_s), DecisionKind::Ask, SampleAccess::maya(),
                   u"Why?"_s, 100);
        model.show(boardOf(source), source.at);
        QCOMPARE(titles(model).last(), u"Assortment insight"_s);
        QCOMPARE(model.count(), 3);
        QCOMPARE(model.allCount(), 4);
    }

    void requestsAreFoundByAnyOfTheirWords()
    {
        SampleAccess source;
        AccessCaseModel model(AccessCaseModel::Scope::ToReview);
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.show(boardOf(source), source.at);
        model.setTicked(model.index(0, 0).data(AccessCaseModel::IdRole).toUuid(), true);
        model.setFilter(u"branches kofi"_s);
        QCOMPARE(titles(model), QStringList(u"Store planning"_s));
        // What is not shown is not decided.
        QVERIFY(model.ticked().isEmpty());
        model.setFilter({});
        QCOMPARE(model.ticked().size(), 1);
    }

    void agreementsHaveTheirStateOfTheDay()
    {
        SampleAccess source;
        AgreementModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.show(boardOf(source));
        const auto state = [&](const QString &consumer) {
            const auto row = column(model, AgreementModel::Consumer).indexOf(consumer);
            return AgreementState(
                model.index(int(row), 0).data(AgreementModel::StateValueRole).toInt());
        };
        QCOMPARE(state(u"Ad planning"_s), AgreementState::Expired);
        QCOMPARE(state(u"Campaign attribution"_s), AgreementState::Expiring);
        QCOMPARE(state(u"Service desk"_s), AgreementState::Active);
        QCOMPARE(state(u"Basket study"_s), AgreementState::Suspended);
        QCOMPARE(state(u"Price watch"_s), AgreementState::Terminated);
        // Sorted by their end.
        QCOMPARE(column(model, AgreementModel::Consumer).first(), u"Ad planning"_s);
        QCOMPARE(column(model, AgreementModel::Distance).at(1), u"in 7 day(s)"_s);
        // One that was terminated does not end in three months.
        const auto over = column(model, AgreementModel::Consumer).indexOf(u"Price watch"_s);
        const auto told = column(model, AgreementModel::Distance).at(over);
        QVERIFY2(told.startsWith(u"ended "_s), qPrintable(told));
        const auto stock = column(model, AgreementModel::Consumer).indexOf(u"Stock forecast"_s);
        QCOMPARE(column(model, AgreementModel::Next).at(stock), u"Renewal asked"_s);
        // What was told of its provisioning stands with it where it does not fit.
        auto given = *boardOf(source);
        for (const auto &holder : holdersOf(given)) {
            const auto now = holder.state == AgreementState::Terminated
                ? domain::GrantState::Provisioned
                : domain::GrantState::Failed;
            if (holder.state == AgreementState::Terminated
                || holder.agreement.consumer.name == u"Service desk")
                given.grants.insert(holder.agreement.id,
                                    {.agreement = holder.agreement.id,
                                     .changes = {{.state = now, .at = {}, .diagnostics = {}}}});
        }
        model.show(std::make_shared<AccessBoard>(given));
        const auto shown = [&](const QString &consumer) {
            const auto row = column(model, AgreementModel::Consumer).indexOf(consumer);
            return column(model, AgreementModel::State).at(row);
        };
        QCOMPARE(shown(u"Service desk"_s), u"Active, access failed"_s);
        QCOMPARE(shown(u"Price watch"_s), u"Terminated, access left"_s);
        QCOMPARE(shown(u"Ad planning"_s), u"Expired"_s);
        // The last day is included (ruling 26).
        auto later = *boardOf(source);
        later.today = later.today.addDays(7);
        model.show(std::make_shared<AccessBoard>(later));
        QCOMPARE(state(u"Campaign attribution"_s), AgreementState::Expiring);
        later.today = later.today.addDays(1);
        model.show(std::make_shared<AccessBoard>(later));
        QCOMPARE(state(u"Campaign attribution"_s), AgreementState::Expired);
    }

    void agreementsAreSortedFilteredAndTicked()
    {
        SampleAccess source;
        AgreementModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.show(boardOf(source));
        QPersistentModelIndex kept = model.index(1, AgreementModel::Consumer);
        model.sort(AgreementModel::Consumer, Qt::DescendingOrder);
        QCOMPARE(kept.data().toString(), u"Campaign attribution"_s);
        auto sorted = column(model, AgreementModel::Consumer);
        std::sort(sorted.begin(), sorted.end(), [](const QString &a, const QString &b) {
            return QString::localeAwareCompare(a, b) > 0;
        });
        QCOMPARE(column(model, AgreementModel::Consumer), sorted);
        model.setFilter(u"finance"_s);
        QCOMPARE(model.rowCount(), 1);
        model.setFilter({});
        model.setScope(AgreementModel::Scope::Decided);
        QVERIFY(!column(model, AgreementModel::Consumer).contains(u"Finance control"_s));
        model.setScope(AgreementModel::Scope::All);
        model.setEnds(source.at.date(), source.at.date().addDays(12));
        QCOMPARE(column(model, AgreementModel::Consumer).size(), 2);
        QVERIFY(model.setData(model.index(0, 0), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(model.ticked().size(), 1);
        model.setEnds({}, {});
        QCOMPARE(model.ticked().size(), 1);
    }

    void verdictsStandByHarmAndStayInPlace()
    {
        SampleAccess source;
        const auto board = boardOf(source);
        VerdictModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        const auto verdicts = source.of(u"Ad operations"_s).request.verdicts;
        model.show(verdicts, *board);
        QCOMPARE(model.index(0).data(VerdictModel::WordRole).toString(), u"fails"_s);
        QCOMPARE(model.index(model.rowCount() - 1).data(VerdictModel::WordRole).toString(),
                 u"holds"_s);
        const auto before = titles(model);
        auto better = verdicts;
        for (auto &one : better)
            one.result = PolicyResult::Pass;
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.show(better, *board, verdicts, true);
        QCOMPARE(titles(model), before);
        QCOMPARE(resets.size(), 0);
        QCOMPARE(model.countOf(PolicyResult::Fail), 0);
        // What the request itself says is told where it differs.
        QCOMPARE(model.index(0).data(VerdictModel::OnceRole).toString(), u"fails"_s);
    }

    void fieldsAreChosenByPortAndOneByOne()
    {
        SampleAccess source;
        const auto offers = *source
                                 .offers({SampleAccess::portIdOf(u"customer.customers"_s),
                                          SampleAccess::portIdOf(u"order_events.v3"_s)})
                                 .takeResult();
        FieldChoiceModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.show(offers);
        QCOMPARE(model.rowCount(), 2);
        const auto port = u"customer.customers"_s;
        QVERIFY(model.chosen(port).isEmpty());
        QCOMPARE(model.highestClass(port), u"restricted"_s);
        const auto top = model.index(0, 0);
        for (int row : {3, 4})
            model.setData(model.index(row, 0, top), Qt::Unchecked, Qt::CheckStateRole);
        QCOMPARE(model.chosen(port), QStringList({u"id"_s, u"segment"_s, u"country"_s}));
        QCOMPARE(model.highestClass(port), u"confidential"_s);
        QCOMPARE(model.sensitiveLeftOut(), 2);
        QCOMPARE(top.data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
        // Another port comes: what was left out stays so.
        model.show(offers.mid(0, 1));
        QCOMPARE(model.chosen(port).size(), 3);
        model.setData(model.index(0, 0), Qt::Unchecked, Qt::CheckStateRole);
        QVERIFY(model.isNothing(port));
    }

    void whoElseHasItIsInForceToday()
    {
        SampleAccess source;
        const auto board = boardOf(source);
        const auto port = u"order_events.v3"_s;
        const auto except = source.of(u"Store planning"_s).request.id;
        const auto holders = holdersOf(*board, QSet<QString>{port}, except);
        QCOMPARE(holders.keys(), QStringList{port});
        QStringList names;
        for (const auto &holder : holders.value(port))
            names.append(holder.agreement.consumer.name);
        QVERIFY(names.contains(u"Service desk"_s));
        QVERIFY(!names.contains(u"Ad planning"_s));
        QVERIFY(!names.contains(u"Basket study"_s));
        QCOMPARE(names.first(), u"Campaign attribution"_s);
    }

    //! A request for a hundred ports among very many agreements is shown at once.
    void whoElseHasManyPortsIsLookedUpTogether()
    {
        AccessBoard board{.today = QDate(2026, 11, 23)};
        QSet<QString> ports;
        for (int i = 0; i < 20'000; ++i) {
            const bool isAsked = i < 2'000;
            const auto port = isAsked ? u"port %1"_s.arg(i % 100) : u"other %1"_s.arg(i);
            if (isAsked)
                ports.insert(port);
            domain::Agreement agreement{.id = QUuid::createUuid(), .port = port};
            agreement.to = board.today.addDays(1 + i / 100);
            AccessCase one;
            one.outcome.items.append({.agreement = agreement});
            board.cases.append(one);
        }
        const auto all = holdersOf(board, ports, QUuid::createUuid());
        const auto &one = all[u"port 7"_s];
        QCOMPARE(one.size(), 20);
        QCOMPARE(one.first().agreement.to, board.today.addDays(1));
        QCOMPARE(one.last().agreement.to, board.today.addDays(20));
        QCOMPARE(all.size(), 100);
        const auto alone = holdersOf(board, QSet<QString>{u"port 7"_s}, QUuid::createUuid());
        QCOMPARE(alone.value(u"port 7"_s), one);
    }

    void classifiedFieldsThatAreAskedForAreTold()
    {
        SampleAccess source;
        const auto offers =
            *source.offers({SampleAccess::portIdOf(u"customer.customers"_s)}).takeResult();
        auto request = source.of(u"Assortment insight"_s).request;
        QCOMPARE(classifiedFieldsOf(request, offers).size(), 1);
        for (auto &item : request.items)
            item.fields.clear();
        const auto all = classifiedFieldsOf(request, offers);
        QCOMPARE(all.size(), 3);
        QCOMPARE(all.first().classification, u"restricted"_s);
    }

    void theReviewerIsToldWhatStandsInAFieldThatIsAskedFor()
    {
        AccessOffer offer{.port = u"p"_s};
        offer.facts.emplace();
        offer.facts->contract.emplace();
        offer.facts->contract->fields =
            QList<policy::FieldFacts>{{u"orders"_s, u"lines[].sku"_s, u"confidential"_s, true}};
        domain::AccessRequest request;
        request.items = {{.port = u"p"_s, .fields = {u"lines"_s}}};
        QCOMPARE(classifiedFieldsOf(request, {offer}).size(), 1);
        request.items[0].fields = {u"line"_s};
        QCOMPARE(classifiedFieldsOf(request, {offer}).size(), 0);
    }

    void hostileTextsStayOneLineOfText()
    {
        SampleAccess source;
        const auto id = source.addHostile(u"a\nb\u202Ec<b>d</b>"_s).request.id;
        AccessCaseModel model(AccessCaseModel::Scope::ToReview);
        model.show(boardOf(source), source.at);
        const auto title = model.indexOf(id).data().toString();
        QVERIFY(!title.isEmpty());
        QVERIFY(!title.contains(u'\n') && !title.contains(QChar(0x202E)));
        for (const auto role : {int(Qt::AccessibleTextRole), int(AccessCaseModel::LineRole)})
            QVERIFY(!model.indexOf(id).data(role).toString().contains(u'\n'));
    }

    void whatPoliciesSayCanBeTranslated()
    {
        for (const auto &kind : domain::policyKinds()) {
            for (const auto text : {kind.promise, kind.complaint, kind.remedy})
                QVERIFY2(knownFindingText(text.toString()).has_value(),
                         qPrintable(text.toString()));
        }
        domain::PolicyVerdict verdict{.message = u"The period is within the limits (30 days)"_s};
        QCOMPARE(verdictText(verdict), u"The period is within the limits (30 day(s))"_s);
        verdict.message = u"Our own (very own) words"_s;
        QCOMPARE(verdictText(verdict), verdict.message);
    }

    void lengthsAreToldAsPeopleSayThem_data()
    {
        QTest::addColumn<QDate>("to");
        QTest::addColumn<QString>("text");
        QTest::newRow("day") << QDate(2026, 11, 23) << u"1 day(s)"_s;
        QTest::newRow("fortnight") << QDate(2026, 12, 6) << u"2 week(s)"_s;
        QTest::newRow("month") << QDate(2026, 12, 22) << u"1 month(s)"_s;
        QTest::newRow("year") << QDate(2027, 11, 22) << u"12 month(s)"_s;
        QTest::newRow("wrong way") << QDate(2026, 11, 1) << u"no day"_s;
    }

    void lengthsAreToldAsPeopleSayThem()
    {
        QFETCH(const QDate, to);
        QFETCH(const QString, text);
        QCOMPARE(lengthText(QDate(2026, 11, 23), to), text);
        QVERIFY(periodText({}, {}).contains(u"without an end"_s));
    }

    void whoDependsOnAProductIsInOneTable()
    {
        SampleAccess source;
        const auto board = boardOf(source);
        const ConsumedThing orders{SampleAccess::portIdOf(u"Order events"_s), {}};
        const Dependant reader{
            .id = QUuid::createUuid(), .label = u"Revenue"_s, .owner = u"Finance"_s, .steps = 2};
        const auto rows = consumersOf(*board, orders, {reader});
        int held = 0;
        for (const auto &holder : holdersOf(*board))
            held += holder.agreement.product == u"Order events"_s ? 1 : 0;
        int asked = 0;
        for (const auto &one : board->cases) {
            for (qsizetype i = 0; i < one.outcome.items.size(); ++i) {
                const auto state = one.outcome.items.at(i).state;
                asked += one.request.items.at(i).product == u"Order events"_s
                        && (isOpen(state) || state == domain::ItemState::Queued)
                    ? 1
                    : 0;
            }
        }
        QVERIFY(held > 5 && asked > 0);
        ConsumerModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.show(rows);
        using Scope = ConsumerModel::Scope;
        QCOMPARE(model.count(Scope::All), held + asked + 1);
        QCOMPARE(model.count(Scope::Waits), asked);
        QCOMPARE(model.count(Scope::Reads), 1);
        // What waits for this person stands first, what is over last.
        QVERIFY(model.rows().first().isForMe);
        QCOMPARE(model.index(0, ConsumerModel::Next).data().toString(), u"You decide"_s);
        QCOMPARE(model.rows().last().kind, Dependence::Had);
        model.setScope(Scope::Reads);
        QCOMPARE(titles(model), QStringList{u"Revenue"_s});
        QCOMPARE(model.index(0, ConsumerModel::Contact).data().toString(), u"Finance"_s);
        model.setScope(Scope::Has);
        model.sort(ConsumerModel::Ends, Qt::DescendingOrder);
        for (qsizetype i = 1; i < model.rows().size(); ++i)
            QVERIFY(!model.rows().at(i).to.isValid()
                    || model.rows().at(i).to <= model.rows().at(i - 1).to
                    || !model.rows().at(i - 1).to.isValid());
        const int all = model.rowCount();
        model.setFilter(u"campaign"_s);
        QVERIFY(model.rowCount() > 0 && model.rowCount() < all);
        // Of a port only what is about it; of another product nothing.
        const ConsumedThing port{SampleAccess::portIdOf(u"order_events.v3"_s), {}};
        QCOMPARE(consumersOf(*board, port, {}).size(), held + asked);
        QCOMPARE(consumersOf(*board, {QUuid::createUuid(), {port.id}}, {}).size(), held + asked);
        QVERIFY(consumersOf(*board, {QUuid::createUuid(), {}}, {}).isEmpty());
        QCOMPARE(consumerCount({}), 0);
        QVERIFY(consumerCount(rows) > 3 && consumerCount(rows) <= held);
    }

    //! Twenty thousand who depend on it hold up nobody who types.
    void aLongListIsArrangedBeside()
    {
        QList<ConsumerRow> rows;
        for (int i = 0; i < 20'000; ++i)
            rows.append({.kind = i % 2 == 0 ? Dependence::Has : Dependence::Reads,
                         .id = QUuid::createUuid(),
                         .consumer = u"team%1"_s.arg((i * 7'919) % 20'000, 5, 10, QChar(u'0')),
                         .steps = i % 2});
        ConsumerModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.show(rows);
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.isArranged());
        QCOMPARE(model.count(ConsumerModel::Scope::Reads), 10'000);
        QTRY_COMPARE(model.rowCount(), 20'000);
        // What is there stays until the next is there; of two questions the last is answered.
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.sort(ConsumerModel::Consumer, Qt::DescendingOrder);
        model.setFilter(u"team0"_s);
        model.setFilter(u"team000"_s);
        QCOMPARE(model.rowCount(), 20'000);
        QTRY_VERIFY(model.isArranged());
        QCOMPARE(resets.size(), 1);
        QCOMPARE(model.rowCount(), 100);
        QCOMPARE(model.rows().first().consumer, u"team00099"_s);
        QCOMPARE(model.rows().last().consumer, u"team00000"_s);
        // A short list is there at once.
        model.show(rows.mid(0, 3));
        QVERIFY(model.isArranged());
        QTest::qWait(0);
        QVERIFY(model.rowCount() <= 3);
    }

    void aReviewerSeesWhatBecameOfEarlierRequests()
    {
        SampleAccess source;
        const domain::Actor jo{u"Jo"_s, u"jo@example.com"_s};
        QCOMPARE(recordOf(*boardOf(source), jo, {}), AskerRecord());
        QCOMPARE(recordText({}), u"no agreement before"_s);
        const auto ask = [&](int days, int hours) -> AccessCase & {
            return source.add(u"Jo's team"_s, jo, {{u"payment_events.v2"_s, u"payment_reader"_s}},
                              u"analytics"_s, u"To see."_s, hours, days);
        };
        source.say(ask(365, 48), DecisionKind::Approve, SampleAccess::maya(), {}, 5);
        source.say(ask(10, 24 * 30), DecisionKind::Approve, SampleAccess::maya(), {}, 5);
        source.say(ask(365, 72), DecisionKind::Reject, SampleAccess::maya(), u"No."_s, 5);
        auto &ended = ask(365, 96);
        source.say(ended, DecisionKind::Approve, SampleAccess::maya(), {}, 5);
        source.say(ended, DecisionKind::Terminate, SampleAccess::maya(), u"Enough."_s, 50);
        const auto last = ask(365, 1).request.id;
        const AskerRecord expected{.inForce = 1, .over = 1, .terminated = 1, .rejected = 1};
        QCOMPARE(recordOf(*boardOf(source), jo, last), expected);
        QVERIFY(recordOf(*boardOf(source), {u"Jo"_s, {}}, {}) == AskerRecord());
    }

    void whoDependsOnItIsWrittenForMachines()
    {
        ConsumerModel model;
        ConsumerRow holder{.id = QUuid::createUuid(),
                           .request = QUuid::createUuid(),
                           .consumer = u"=2+5"_s,
                           .contact = u"Doe, Jane"_s,
                           .port = u"orders"_s,
                           .to = QDate(2027, 1, 31)};
        ConsumerRow reader{
            .kind = Dependence::Reads, .id = QUuid::createUuid(), .consumer = u"R"_s, .steps = 2};
        model.show({holder, reader});
        const auto lines = consumersCsv(model.rows()).split('\n');
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines.at(0).startsWith("kind,consumer,state,port"));
        // A spreadsheet does not take it for a formula, and a comma splits nothing.
        QVERIFY(lines.at(1).startsWith("\"has-access\",\"'=2+5\",\"active\",\"orders\","));
        QVERIFY(lines.at(1).contains("\"Doe, Jane\""));
        QVERIFY(lines.at(1).contains(",\"2027-01-31\","));
        QVERIFY(lines.at(2).startsWith("\"reads\",\"R\",\"\",") && lines.at(2).endsWith(",2\r"));
    }
};

QTEST_GUILESS_MAIN(TestAccessModels)
#include "tst_accessmodels.moc"
