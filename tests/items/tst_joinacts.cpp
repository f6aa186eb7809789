// SPDX-License-Identifier: GPL-3.0-or-later
// Acts about names and how they are taken back, and the list of all that is joined.
#include "models/items/joinacts.h"
#include "models/items/joinmodel.h"
#include "models/items/jointext.h"
#include "tests/items/samplejoins.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using items::JoinActs;
using items::JoinModel;

class TestJoinActs : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void actsAreTakenBackAndDoneAgainInTheirOrder()
    {
        tests::SampleJoins source;
        JoinActs acts(source);
        QSignalSpy said(&acts, &JoinActs::said);
        QVERIFY(!acts.canUndo());
        acts.undo(); // nothing to take back
        acts.keepApart(tests::SampleJoins::hub(), u"Orders"_s);
        QTRY_COMPARE(said.size(), 1);
        QVERIFY(acts.text().contains(u"Orders"_s));
        acts.dismiss(source.board.suggestions.first());
        QTRY_COMPARE(said.size(), 2);
        QVERIFY(acts.canUndo());
        QVERIFY(!acts.canRedo());

        const auto first = source.acts.at(0);
        const auto second = source.acts.at(1);
        acts.undo();
        QTRY_COMPARE(said.size(), 3);
        QCOMPARE(source.acts.last(), QString(u"restore "_s + second));
        acts.undo();
        QTRY_COMPARE(said.size(), 4);
        QCOMPARE(source.acts.last(), QString(u"restore "_s + first));
        QVERIFY(!acts.canUndo());
        acts.redo();
        QTRY_COMPARE(said.size(), 5);
        QCOMPARE(source.acts.last(), QString(u"restore restore "_s + first));
        QVERIFY(acts.canUndo() && acts.canRedo());
        QVERIFY(acts.canUndoSaid());
        acts.redo();
        QTRY_COMPARE(said.size(), 6);
        acts.undo();
        QTRY_COMPARE(said.size(), 7);
        // There is one more to take back, but not the one that is spoken of.
        QVERIFY(acts.canUndo() && !acts.canUndoSaid());

        // What is done anew ends what could be done again.
        acts.join(tests::SampleJoins::mesh(), tests::SampleJoins::hub());
        QTRY_COMPARE(said.size(), 8);
        QVERIFY(!acts.canRedo());
    }

    void whatIsRefusedIsSaidAndIsNoAct()
    {
        tests::SampleJoins source;
        source.refusal = Error{Error::Kind::DiskFull, u"no room"_s};
        JoinActs acts(source);
        QSignalSpy said(&acts, &JoinActs::said);
        acts.keepApart(tests::SampleJoins::hub(), u"Orders"_s);
        QTRY_COMPARE(said.size(), 1);
        QVERIFY(acts.isFailure());
        QVERIFY(acts.text().contains(u"no room"_s));
        QVERIFY(!acts.canUndo());
        // Taking back fails as well: the act stands, and can be taken back later.
        source.refusal.reset();
        acts.keepApart(tests::SampleJoins::hub(), u"Orders"_s);
        QTRY_COMPARE(said.size(), 2);
        source.refusal = Error{Error::Kind::DiskFull, u"no room"_s};
        acts.undo();
        QTRY_COMPARE(said.size(), 3);
        QVERIFY(acts.isFailure() && acts.canUndo() && !acts.canRedo());
        // "Not done" has no Undo beside it: that would take back what was done before.
        QVERIFY(!acts.canUndoSaid());
    }

    void oneActAtATime()
    {
        tests::SampleJoins source;
        source.hold = true;
        JoinActs acts(source);
        QSignalSpy said(&acts, &JoinActs::said);
        acts.keepApart(tests::SampleJoins::hub(), u"Orders"_s);
        QVERIFY(!acts.dismiss(source.board.suggestions.first()));
        QVERIFY(!acts.undo());
        QCOMPARE(source.acts.size(), 1);
        source.releaseAll();
        QTRY_COMPARE(said.size(), 1);
        QVERIFY(acts.canUndo());
    }

    void theListHasItsGroupsAndIsFiltered()
    {
        tests::SampleJoins source;
        JoinModel model;
        const QAbstractItemModelTester tester(&model);
        QCOMPARE(model.rowCount(), 0);
        model.setBook(source.board);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.totalCount(), 6);
        QList<int> groups;
        for (int row = 0; row < 3; ++row) {
            const auto index = model.index(row, 0);
            QVERIFY(index.data(JoinModel::IsGroupRole).toBool());
            groups.append(index.data(JoinModel::GroupRole).toInt());
            QCOMPARE(index.data(JoinModel::CountRole).toInt(), model.rowCount(index));
        }
        QCOMPARE(groups,
                 (QList<int>{JoinModel::Suggestions, JoinModel::Joined, JoinModel::Decisions}));
        const auto hub = model.index(0, 0, model.index(1, 0));
        QCOMPARE(model.rowAt(hub)->name, tests::SampleJoins::hub());
        QCOMPARE(model.rowAt(hub)->other, tests::SampleJoins::mesh());
        QVERIFY(hub.data(Qt::AccessibleTextRole).toString().contains(u"same table"_s));
        // Decided by a person: who and when stand in place of the reason.
        const auto byHand = model.index(1, JoinModel::WhyColumn, model.index(1, 0));
        QVERIFY(byHand.data().toString().contains(u"Maya Lindqvist"_s));

        model.setFilter(u"customers CORP"_s);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.shownCount(), 1);
        QCOMPARE(model.indexOf(model.rowAt(model.index(0, 0, model.index(0, 0)))->key),
                 model.index(0, 0, model.index(0, 0)));
        model.setFilter(u"nowhere"_s);
        QCOMPARE(model.rowCount(), 0);
        model.setFilter({});
        source.board.suggestions.clear();
        model.setBook(source.board);
        QCOMPARE(model.rowCount(), 2);
    }

    void wordsSayWhoAndWhen()
    {
        tests::SampleJoins source;
        const auto orders = source.things.value(tests::SampleJoins::mesh().thing);
        QVERIFY(items::joinedText(orders.names.at(0)).isEmpty());
        QVERIFY(items::joinedText(orders.names.at(2)).contains(u"Maya Lindqvist"_s));
        QVERIFY(items::apartText(orders.apart.first()).contains(u"Maya Lindqvist"_s));
        QVERIFY(!items::deciderText({}).isEmpty());
        QCOMPARE(items::nameText(tests::SampleJoins::mesh()), u"mesh: model.shop.orders"_s);
        // What stands in place of the name of an account that is gone tells nobody anything.
        auto gone = tests::SampleJoins::mesh();
        gone.platform.clear();
        gone.accountName = idText(gone.account);
        QCOMPARE(items::nameText(gone), u"Removed account: model.shop.orders"_s);
        QCOMPARE(items::memberTitle(u"ownerName"_s), u"Owner"_s);
        QCOMPARE(items::memberTitle(u"strange"_s), u"strange"_s);
    }
};

QTEST_GUILESS_MAIN(TestJoinActs)
#include "tst_joinacts.moc"
