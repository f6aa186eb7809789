// SPDX-License-Identifier: GPL-3.0-or-later
// The list of all that is joined: walked and decided by keyboard.
#include "tests/items/samplejoins.h"
#include "tests/views/looks.h"
#include "tests/views/pagewalk.h"
#include "views/joins/joinspane.h"
#include "views/joins/undoline.h"
#include "views/shared/theme.h"

#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::views;
using items::JoinModel;
using joins::JoinsPane;
using tests::SampleJoins;

namespace {

//! The row \a row of \a group.
QModelIndex rowOf(const JoinsPane &pane, int group, int row)
{
    const auto *model = pane.tree()->model();
    for (int head = 0; head < model->rowCount(); ++head) {
        const auto index = model->index(head, 0);
        if (index.data(JoinModel::GroupRole).toInt() == group)
            return model->index(row, 0, index);
    }
    return {};
}

QStringList shownButtons(const JoinsPane &pane)
{
    QStringList texts;
    for (const auto *button : pane.findChildren<QPushButton *>()) {
        if (button->isVisible())
            texts.append(button->text());
    }
    return texts;
}

} // namespace

class TestJoinsPane : public QObject
{
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:

    void initTestCase()
    {
        m_theme = std::make_unique<Theme>();
        m_theme->setChoice(Theme::Choice::Light);
    }

    void cleanupTestCase() { m_theme.reset(); }

    void looksAsItShould_data() { tests::addLooks(); }

    void looksAsItShould()
    {
        QFETCH(int, choice);
        QFETCH(int, percent);
        QFETCH(QSize, size);
        const auto font = QApplication::font();
        auto large = font;
        large.setPointSizeF(font.pointSizeF() * percent / 100);
        QApplication::setFont(large);
        m_theme->setChoice(Theme::Choice(choice));
        SampleJoins source;
        items::JoinActs acts(source);
        JoinsPane pane(acts);
        pane.resize(size);
        pane.show();
        QTRY_COMPARE(pane.model().shownCount(), 6);
        QCOMPARE(tests::unnamedWidgets(&pane), QStringList());
        QCOMPARE(tests::unreachableWidgets(&pane), QStringList());
        QVERIFY(pane.minimumSizeHint().width() <= size.width());
        tests::paintPicture(&pane, u"joins-"_s + QString::fromLatin1(QTest::currentDataTag()));
        QApplication::setFont(font);
        m_theme->setChoice(Theme::Choice::Light);
    }

    void aStewardDecidesByKeyboard()
    {
        SampleJoins source;
        items::JoinActs acts(source);
        QSignalSpy said(&acts, &items::JoinActs::said);
        JoinsPane pane(acts);
        pane.resize(1024, 700);
        pane.show();
        QTRY_COMPARE(pane.model().shownCount(), 6);
        auto *tree = pane.tree();
        tree->setFocus();
        // The first suggestion is selected by itself.
        QCOMPARE(tree->currentIndex(), rowOf(pane, JoinModel::Suggestions, 0));
        QCOMPARE(shownButtons(pane), (QStringList{u"Join"_s, u"Dismiss"_s}));
        QTest::keyClick(tree, Qt::Key_A);
        QTRY_COMPARE(said.size(), 1);
        QCOMPARE(source.acts.last(), u"join model.shop.orders urn:lake"_s);
        QVERIFY(pane.undoLine()->isVisible());
        // It goes, and the next one waits in its place.
        source.board.suggestions.removeFirst();
        Q_EMIT source.changed();
        QTRY_COMPARE(pane.model().shownCount(), 5);
        QCOMPARE(tree->currentIndex(), rowOf(pane, JoinModel::Suggestions, 0));
        QTest::keyClick(tree, Qt::Key_D);
        QTRY_COMPARE(said.size(), 2);
        QCOMPARE(source.acts.last(), u"dismiss customers urn:customers"_s);

        tree->setCurrentIndex(rowOf(pane, JoinModel::Joined, 0));
        QCOMPARE(shownButtons(pane), QStringList{u"Keep apart"_s});
        QTest::keyClick(tree, Qt::Key_A); // means nothing here
        QTest::keyClick(tree, Qt::Key_K);
        QTRY_COMPARE(said.size(), 3);
        QCOMPARE(source.acts.last(), QString(u"apart "_s + SampleJoins::hub().nativeId));
        tree->setCurrentIndex(rowOf(pane, JoinModel::Decisions, 1));
        QTest::keyClick(tree, Qt::Key_Delete);
        QTRY_COMPARE(said.size(), 4);
        QCOMPARE(source.acts.last(), u"forget urn:old"_s);

        QTest::keyClick(tree, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(said.size(), 5);
        QCOMPARE(source.acts.last(), u"restore forget urn:old"_s);
        QTest::keyClick(tree, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(said.size(), 6);
        QCOMPARE(source.acts.last(), u"restore restore forget urn:old"_s);
    }

    void aSyncMovesNothingUnderWhoReads()
    {
        SampleJoins source;
        items::JoinActs acts(source);
        JoinsPane pane(acts);
        pane.resize(1024, 700);
        pane.show();
        QTRY_COMPARE(pane.model().shownCount(), 6);
        auto *tree = pane.tree();
        const auto headOf = [&pane](int group) { return rowOf(pane, group, 0).parent(); };
        tree->collapse(headOf(JoinModel::Joined));
        tree->setCurrentIndex(headOf(JoinModel::Decisions));
        source.board.suggestions.removeLast();
        Q_EMIT source.changed();
        QTRY_COMPARE(pane.model().shownCount(), 5);
        QCOMPARE(tree->currentIndex(), headOf(JoinModel::Decisions));
        QVERIFY(tree->isExpanded(headOf(JoinModel::Suggestions)));
        QVERIFY(!tree->isExpanded(headOf(JoinModel::Joined)));
        // Nor does the row that was read when its group was folded unfold it.
        tree->setCurrentIndex(rowOf(pane, JoinModel::Decisions, 1));
        tree->collapse(headOf(JoinModel::Decisions));
        source.board.suggestions.clear();
        Q_EMIT source.changed();
        QTRY_COMPARE(pane.model().shownCount(), 4);
        QVERIFY(!tree->isExpanded(headOf(JoinModel::Decisions)));
        QCOMPARE(tree->currentIndex(), headOf(JoinModel::Decisions));
    }

    void bothThingsAreOpened()
    {
        SampleJoins source;
        items::JoinActs acts(source);
        JoinsPane pane(acts);
        pane.resize(1024, 700);
        pane.show();
        QTRY_COMPARE(pane.model().shownCount(), 6);
        QSignalSpy opened(&pane, &Pane::openRequested);
        pane.tree()->setFocus();
        QTest::keyClick(pane.tree(), Qt::Key_Return);
        QTest::keyClick(pane.tree(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(opened.size(), 2);
        QCOMPARE(opened.at(0).first().toUuid(), SampleJoins::mesh().thing);
        QCOMPARE(opened.at(1).first().toUuid(), source.board.suggestions.first().other.thing);
        // Two names of one thing have one page.
        pane.tree()->setCurrentIndex(rowOf(pane, JoinModel::Joined, 0));
        QTest::keyClick(pane.tree(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(opened.size(), 2);
    }

    void filterAndStateComeBack()
    {
        SampleJoins source;
        items::JoinActs acts(source);
        JoinsPane pane(acts);
        pane.resize(1024, 600);
        pane.show();
        QTRY_COMPARE(pane.model().shownCount(), 6);
        pane.showQuery(u"customers"_s);
        QCOMPARE(pane.model().shownCount(), 1);
        JoinsPane second(acts);
        second.restoreState(pane.saveState());
        second.show();
        QTRY_COMPARE(second.model().shownCount(), 1);
        second.showQuery(u"nothing like this"_s);
        QVERIFY(!second.tree()->isVisible());
        second.restoreState({{u"version"_s, 7}});
    }

    void anEmptyListSaysWhy()
    {
        SampleJoins source;
        source.board = {};
        items::JoinActs acts(source);
        JoinsPane pane(acts);
        pane.resize(1024, 600);
        pane.show();
        QTRY_VERIFY(!pane.tree()->isVisible() && !tests::focusWidgets(&pane).isEmpty());
        QSignalSpy wanted(&pane, &Pane::paneRequested);
        tests::paintPicture(&pane, u"joins-empty"_s);
        qobject_cast<QAbstractButton *>(tests::focusWidgets(&pane).first())->click();
        QCOMPARE(wanted.size(), 1);
    }

    void hostileTextsBreakNothing()
    {
        for (const auto &text : tests::hostileTexts()) {
            SampleJoins source;
            for (auto &one : source.board.suggestions)
                one.own.label = one.own.nativeId = one.other.accountName = one.why = text;
            for (auto &pair : source.board.decisions)
                pair.decision.who = pair.a.label = text;
            items::JoinActs acts(source);
            JoinsPane pane(acts);
            pane.resize(1024, 600);
            pane.show();
            QTRY_COMPARE(pane.model().shownCount(), 6);
            QCoreApplication::processEvents();
            QVERIFY(pane.minimumSizeHint().width() <= 1024);
            tests::paintPicture(&pane, u"joins-hostile-%1"_s.arg(text.size()));
        }
    }
};

QTEST_MAIN(TestJoinsPane)
#include "tst_joinspane.moc"
