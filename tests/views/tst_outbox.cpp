// SPDX-License-Identifier: GPL-3.0-or-later
// The outbox: everything that waits or was refused, and what a person can do about it, by keyboard.
#include "models/base/identity.h"
#include "tests/items/sampleoutbox.h"
#include "tests/views/looks.h"
#include "tests/views/pagewalk.h"
#include "tests/views/speech.h"
#include "views/outbox/outboxdetail.h"
#include "views/outbox/outboxlist.h"
#include "views/outbox/outboxpane.h"
#include "views/outbox/sidesgrid.h"
#include "views/shared/blocks.h"
#include "views/shared/keybutton.h"
#include "views/shared/labels.h"
#include "views/shared/undoline.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::views;
using domain::OperationState;
using items::OutboxAct;
using outbox::OutboxPane;
using tests::SampleOutbox;

namespace {

class StoppedClock final : public Clock
{
public:
    QDateTime now() const override { return {QDate(2026, 11, 23), QTime(14, 2), Qt::UTC}; }

    qint64 monotonicMs() const override { return 0; }
};

//! The pane over the sample, shown in a window that is active.
struct Desk
{
    SampleOutbox source;
    StoppedClock clock;
    OutboxPane pane;

    explicit Desk(const QSize &size = {1392, 760})
        : pane(source, clock)
    {
        pane.resize(size);
    }

    void show()
    {
        pane.show();
        QApplication::setActiveWindow(&pane);
    }

    bool isReady() const { return pane.isSettled() && pane.model().board() != nullptr; }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(pane.list(), key, modifiers);
    }

    qint64 current() const { return pane.list()->currentOperation(); }

    KeyButton *button(const QString &words) const
    {
        for (auto *one : pane.findChildren<KeyButton *>()) {
            if (one->isVisible() && one->accessibleName() == words)
                return one;
        }
        return nullptr;
    }

    QString textOf() const
    {
        QStringList texts;
        for (const auto *label : pane.findChildren<SafeLabel *>()) {
            if (label->isVisible())
                texts.append(label->text().remove(QChar(0x200B)));
        }
        return texts.join(u'\n');
    }
};

} // namespace

class TestOutbox : public QObject
{
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;
    tests::Speech m_speech;

private Q_SLOTS:

    void initTestCase()
    {
        QVERIFY(m_speech.load());
        m_speech.speak(false);
        m_theme = std::make_unique<Theme>();
        m_theme->setChoice(Theme::Choice::Light);
    }

    void cleanupTestCase() { m_theme.reset(); }

    void thePaneIsWholeInEveryLook_data() { tests::addLooks(); }

    void thePaneIsWholeInEveryLook()
    {
        QFETCH(const int, choice);
        QFETCH(const int, percent);
        QFETCH(const QSize, size);
        m_theme->setChoice(Theme::Choice(choice));
        m_theme->setTextPercent(percent);
        Desk desk(size);
        desk.show();
        QTRY_VERIFY(desk.isReady());
        const auto look = QString::fromLatin1(QTest::currentDataTag());
        desk.pane.list()->setFocus();
        for (const auto &[name, id] : {std::pair(u"refused"_s, SampleOutbox::refusedRequest()),
                                       std::pair(u"behind"_s, SampleOutbox::rejectionBehind()),
                                       std::pair(u"conflict"_s, SampleOutbox::conflict()),
                                       std::pair(u"tried"_s, SampleOutbox::tried()),
                                       std::pair(u"sent"_s, SampleOutbox::sent())}) {
            QVERIFY(desk.pane.list()->choose(id));
            tests::paintPicture(&desk.pane, u"outbox-%1-%2"_s.arg(name, look));
            QCOMPARE(desk.pane.size(), size);
            QCOMPARE(tests::unnamedWidgets(&desk.pane), QStringList());
            QCOMPARE(tests::unreachableWidgets(&desk.pane), QStringList());
            QCOMPARE(tests::cutTexts(desk.pane).join(u'|'), QString());
        }
        m_theme->setTextPercent(100);
        m_theme->setChoice(Theme::Choice::Light);
    }

    void anEmptyOutboxSaysWhatItIs()
    {
        Desk desk;
        desk.source.operations.clear();
        desk.source.obstacles.clear();
        desk.show();
        QTRY_VERIFY(desk.isReady());
        QTRY_VERIFY(desk.textOf().contains(u"Nothing waits"_s));
        QVERIFY(!desk.button(u"Send now"_s)->isEnabled());
        tests::paintPicture(&desk.pane, u"outbox-empty-light"_s);
        QCOMPARE(tests::unnamedWidgets(&desk.pane), QStringList());
    }

    void whatNeedsMeIsCurrentAtFirstWithItsReason()
    {
        Desk desk;
        desk.show();
        QTRY_VERIFY(desk.isReady());
        QCOMPARE(desk.current(), SampleOutbox::refusedRequest());
        QVERIFY(desk.pane.detail()->notes().contains(
            u"the port takes no requests before its contract is active"_s));
        for (const auto &part : {u"HTTP 422"_s, u"req-8f21c0"_s, u"order_events.v3, as reader"_s,
                                 u"sales catalogue is out of reach"_s})
            QTRY_VERIFY2(desk.textOf().contains(part), qPrintable(part));
    }

    void whatWasRefusedIsSettledByKeyboardAlone()
    {
        Desk desk;
        desk.show();
        QTRY_VERIFY(desk.isReady());
        desk.pane.list()->setFocus();
        QSignalSpy wanted(&desk.pane, &Pane::paneRequested);
        desk.key(Qt::Key_E);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().at(0).toString(), u"access"_s);
        QCOMPARE(wanted.first().at(1).toString(),
                 u"again:"_s + desk.source.of(SampleOutbox::refusedRequest()).objectId);
        desk.key(Qt::Key_R);
        QTRY_COMPARE(desk.source.retried.size(), 1);
        QCOMPARE(desk.source.retried.first().first().id, SampleOutbox::refusedRequest());
        QTRY_VERIFY(desk.isReady());
        QCOMPARE(desk.source.of(SampleOutbox::refusedRequest()).state, OperationState::Ready);
        QVERIFY(desk.pane.line()->text().startsWith(u"Waits to be sent: Request access"_s));
        QVERIFY(desk.pane.list()->hasFocus());
        QVERIFY(desk.pane.list()->choose(SampleOutbox::refusedApproval()));
        desk.key(Qt::Key_Delete);
        QTRY_COMPARE(desk.source.removed.size(), 1);
        QTRY_VERIFY(desk.isReady());
        // What waited behind it can go now, and is the one that took its place.
        QCOMPARE(desk.source.of(SampleOutbox::rejectionBehind()).state, OperationState::Ready);
        QVERIFY(desk.pane.line()->link()->isVisible());
        desk.key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(desk.source.restored.size(), 1);
        QTRY_VERIFY(desk.isReady());
        QCOMPARE(desk.source.of(SampleOutbox::refusedApproval()).state, OperationState::Rejected);
        QVERIFY(desk.pane.list()->choose(SampleOutbox::refusedApproval()));
        QVERIFY(!desk.pane.line()->link()->isVisible());
    }

    void givingUpARequestTakesWhatWaitsBehindIt()
    {
        Desk desk;
        desk.show();
        QTRY_VERIFY(desk.isReady());
        desk.pane.act(OutboxAct::GiveUp);
        QTRY_COMPARE(desk.source.removed.size(), 1);
        QCOMPARE(desk.source.removed.first().size(), 2);
        QTRY_VERIFY(desk.isReady());
        QTest::mouseClick(desk.pane.line()->link(), Qt::LeftButton);
        QTRY_COMPARE(desk.source.restored.size(), 1);
        QCOMPARE(desk.source.restored.first(), desk.source.removed.first());
    }

    void aConflictShowsThreeSidesAndEitherCanHold()
    {
        Desk desk;
        desk.show();
        QTRY_VERIFY(desk.isReady());
        QVERIFY(desk.pane.list()->choose(SampleOutbox::conflict()));
        const auto text = desk.textOf();
        for (const auto &part : {u"As it was"_s, u"Mine"_s, u"Theirs"_s, u"One row per order."_s,
                                 u"One row per order and day, net of returns."_s,
                                 u"Orders by day, without cancelled ones."_s})
            QTRY_VERIFY2(desk.textOf().contains(part), qPrintable(part));
        // Which side holds is nothing that the pane proposes.
        QVERIFY(!desk.button(u"Keep mine"_s)->isDefault());
        QVERIFY(!desk.button(u"Take theirs"_s)->isDefault());
        const auto seen = desk.source.of(SampleOutbox::conflict());
        desk.pane.list()->setFocus();
        desk.key(Qt::Key_M);
        QTRY_COMPARE(desk.source.retried.size(), 1);
        QCOMPARE(desk.source.retried.first(), QList{seen}); // with theirs, as the person saw it
        QTRY_VERIFY(desk.isReady());
        desk.source.of(SampleOutbox::conflict()).state = OperationState::Conflict;
        desk.source.touch();
        QTRY_VERIFY(desk.isReady());
        QVERIFY(desk.pane.list()->choose(SampleOutbox::conflict()));
        desk.key(Qt::Key_T);
        QTRY_COMPARE(desk.source.removed.size(), 1);
        QCOMPARE(desk.source.removed.first().first().id, SampleOutbox::conflict());
    }

    void severalAreSettledTogether()
    {
        Desk desk;
        desk.show();
        QTRY_VERIFY(desk.isReady());
        desk.pane.list()->setFocus();
        desk.key(Qt::Key_X);
        desk.key(Qt::Key_J);
        desk.key(Qt::Key_J);
        desk.key(Qt::Key_Space);
        QCOMPARE(desk.pane.model().ticked().size(), 2);
        QVERIFY(desk.button(u"Try 2 again"_s) != nullptr);
        QVERIFY(desk.button(u"Give up 2"_s) != nullptr);
        QVERIFY(!desk.pane.actionOf(OutboxAct::Edit)->isEnabled()); // one form at a time
        desk.key(Qt::Key_R);
        QTRY_COMPARE(desk.source.retried.size(), 1);
        QCOMPARE(desk.source.retried.first().size(), 2);
        QTRY_VERIFY(desk.isReady());
        QVERIFY(desk.pane.model().ticked().isEmpty());
        desk.key(Qt::Key_A, Qt::ControlModifier);
        QVERIFY(desk.pane.model().ticked().size() > 8);
        desk.key(Qt::Key_U);
        QTRY_COMPARE(desk.source.removed.size(), 1);
        for (const auto &one : std::as_const(desk.source.removed.first()))
            QVERIFY(domain::isUndoable(one.state));
    }

    void whatWasRecoveredIsSentOnlyByAPerson()
    {
        Desk desk;
        desk.show();
        QTRY_VERIFY(desk.isReady());
        QVERIFY(desk.pane.list()->choose(SampleOutbox::recovered()));
        QVERIFY(desk.pane.detail()->notes().contains(u"damaged file"_s));
        QVERIFY(desk.button(u"Send"_s)->isDefault());
        desk.pane.list()->setFocus();
        desk.key(Qt::Key_S);
        QTRY_COMPARE(desk.source.retried.size(), 1);
        QCOMPARE(desk.source.retried.first().first().id, SampleOutbox::recovered());
    }

    void whatIsSentMeanwhileGoesAndTheNextOneIsCurrent()
    {
        Desk desk;
        desk.show();
        QTRY_VERIFY(desk.isReady());
        QVERIFY(desk.pane.list()->choose(SampleOutbox::waiting()));
        const int row = desk.pane.list()->currentIndex().row();
        desk.source.operations.removeIf(
            [](const auto &one) { return one.id == SampleOutbox::waiting(); });
        desk.source.touch();
        QTRY_COMPARE(desk.current(), SampleOutbox::tried());
        QCOMPARE(desk.pane.list()->currentIndex().row(), row);
    }

    //! Where nothing but a folded head was left, what comes and needs a person is current.
    void whatComesToAnEmptyListIsCurrent()
    {
        Desk desk;
        desk.show();
        QTRY_VERIFY(desk.isReady());
        const auto all = desk.source.operations;
        QVERIFY(desk.pane.list()->choose(SampleOutbox::refusedRequest()));
        desk.source.operations.removeIf(
            [](const auto &one) { return one.state != OperationState::Applied; });
        QVERIFY(!desk.source.operations.isEmpty());
        desk.source.touch();
        QTRY_COMPARE(desk.current(), qint64(0));
        desk.source.operations = all;
        desk.source.operations.removeIf([](const auto &one) {
            return one.state != OperationState::Applied && one.id != SampleOutbox::refusedRequest();
        });
        desk.source.touch();
        QTRY_COMPARE(desk.current(), SampleOutbox::refusedRequest());
    }

    void whatWentOnMeanwhileIsSaid()
    {
        Desk desk;
        desk.show();
        QTRY_VERIFY(desk.isReady());
        QVERIFY(desk.pane.list()->choose(SampleOutbox::waiting()));
        desk.source.of(SampleOutbox::waiting()).state = OperationState::Sending;
        desk.pane.act(OutboxAct::TakeBack);
        QTRY_VERIFY(desk.isReady());
        QTRY_VERIFY(desk.pane.line()->text().startsWith(u"Not done: it went on meanwhile"_s));
        QVERIFY(!desk.pane.line()->link()->isVisible());
    }

    void lettersAreActionsOnlyWhileTheListHasTheFocus()
    {
        Desk desk;
        desk.show();
        QTRY_VERIFY(desk.isReady());
        QVERIFY(desk.pane.focusFilter());
        auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(field != nullptr);
        QTest::keyClicks(field, u"refused"_s);
        QCOMPARE(field->text(), u"refused"_s);
        QCOMPARE(desk.source.retried.size() + desk.source.removed.size(), 0);
        QCOMPARE(desk.pane.model().rowCount(), 3);
        QTest::keyClicks(field, u" xyz"_s);
        QTRY_VERIFY(desk.textOf().contains(u"Nothing matches"_s));
    }

    void noTwoActionsHaveOneKey()
    {
        Desk desk;
        QStringList keys;
        for (const auto *action : desk.pane.paneActions()) {
            QVERIFY(!action->text().isEmpty());
            QCOMPARE(action->shortcutContext(), Qt::WidgetWithChildrenShortcut);
            for (const auto &key : action->shortcuts())
                keys.append(key.toString());
        }
        auto once = keys;
        once.removeDuplicates();
        QCOMPARE(keys, once);
    }

    void sendingIsOfferedWhereItCanWork()
    {
        Desk desk;
        desk.show();
        QTRY_VERIFY(desk.isReady());
        desk.pane.list()->setFocus();
        desk.key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(desk.source.sends, 1);
        desk.source.obstacle = u"another process syncs this profile"_s;
        desk.source.touch();
        QTRY_VERIFY(!desk.button(u"Send now"_s)->isEnabled());
        QVERIFY(desk.button(u"Send now"_s)->toolTip().contains(desk.source.obstacle));
        desk.key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(desk.source.sends, 1);
    }

    void aFailureIsANoteAndWhatWasReadStays()
    {
        Desk desk;
        desk.show();
        QTRY_VERIFY(desk.isReady());
        desk.source.problem = Error{Error::Kind::Store, u"disk I/O error"_s};
        desk.source.touch();
        auto *note = desk.pane.findChild<ErrorNote *>();
        QTRY_VERIFY(note->isVisible());
        QCOMPARE(desk.current(), SampleOutbox::refusedRequest());
        desk.source.problem.reset();
        Q_EMIT note->actionTriggered();
        QTRY_VERIFY(!note->isVisible());
    }

    void everythingIsBackAfterARestart()
    {
        Desk desk;
        desk.show();
        QTRY_VERIFY(desk.isReady());
        desk.pane.setFilter(u"tag"_s);
        QVERIFY(desk.pane.list()->choose(SampleOutbox::sent()));
        const auto state = desk.pane.saveState();
        Desk after;
        after.pane.restoreState(state);
        after.show();
        QTRY_VERIFY(after.isReady());
        QCOMPARE(after.current(), SampleOutbox::sent());
        QVERIFY(after.pane.model().isSentShown());
        QCOMPARE(after.pane.saveState(), state);
        // Another version, or something damaged, is left out.
        Desk odd;
        odd.pane.restoreState({{u"version"_s, 99}, {u"filter"_s, u"x"_s}});
        odd.show();
        QTRY_VERIFY(odd.isReady());
        QCOMPARE(odd.current(), SampleOutbox::refusedRequest());
    }

    void whoComesFromElsewhereIsLedToWhatNeedsThem()
    {
        Desk desk;
        const auto request = desk.source.of(SampleOutbox::rejectionBehind()).objectId;
        desk.pane.showQuery(u"request:"_s + request); // before anything was read
        desk.show();
        QTRY_VERIFY(desk.isReady());
        QCOMPARE(desk.current(), SampleOutbox::refusedApproval());
        desk.pane.showQuery(u"operation:%1"_s.arg(SampleOutbox::uncertain()));
        QCOMPARE(desk.current(), SampleOutbox::uncertain());
        desk.pane.showQuery(u"thing:urn:li:dataset:orders_daily"_s);
        QCOMPARE(desk.current(), SampleOutbox::conflict());
        QSignalSpy opened(&desk.pane, &Pane::openRequested);
        Q_EMIT desk.pane.detail()->subjectWanted();
        QCOMPARE(opened.size(), 1);
    }

    void theDetailsCanBeCopied()
    {
        Desk desk;
        desk.show();
        QTRY_VERIFY(desk.isReady());
        desk.pane.list()->setFocus();
        desk.key(Qt::Key_C, Qt::ControlModifier);
        const auto text = QApplication::clipboard()->text();
        QVERIFY2(text.contains(u"req-8f21c0"_s), qPrintable(text));
        QVERIFY(text.contains(u"Refused"_s));
    }

    void hostileTextsStayText()
    {
        for (const auto &text : tests::hostileTexts()) {
            Desk desk;
            desk.source.addHostile(text);
            desk.source.obstacles.append({SampleOutbox::contracts(), text, false, text, {}});
            desk.show();
            QTRY_VERIFY(desk.isReady());
            QVERIFY(desk.pane.list()->choose(desk.source.operations.last().id));
            tests::paintPicture(&desk.pane, u"outbox-hostile"_s);
            for (const auto *label : desk.pane.findChildren<QLabel *>())
                QCOMPARE(label->textFormat(), Qt::PlainText);
            for (const auto *widget : desk.pane.findChildren<QWidget *>())
                QVERIFY(widget->toolTip().isEmpty() || Qt::mightBeRichText(widget->toolTip())
                        || !widget->toolTip().contains(u'<'));
        }
    }
};

QTEST_MAIN(TestOutbox)
#include "tst_outbox.moc"
