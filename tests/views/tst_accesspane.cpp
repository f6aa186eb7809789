// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/identity.h"
#include "tests/views/accessdesk.h"
#include "tests/views/looks.h"
#include "tests/views/pagewalk.h"
#include "tests/views/speech.h"
#include "views/access/accesspane.h"
#include "views/access/agreementspage.h"
#include "views/access/casedetail.h"
#include "views/access/caselist.h"
#include "views/access/celltable.h"
#include "views/access/expiryradar.h"
#include "views/access/minepage.h"
#include "views/access/requestform.h"
#include "views/access/reviewpage.h"
#include "views/shared/filterfield.h"
#include "views/shared/fittedtable.h"
#include "views/shared/labels.h"
#include "views/shared/safetext.h"
#include "views/shared/tabs.h"
#include "views/shared/timetext.h"
#include "views/shared/undoline.h"

#include <QApplication>
#include <QDateEdit>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::views;
using domain::DecisionKind;
using tests::SampleAccess;
using views::access::AccessPane;

namespace {

using Page = AccessPane::Page;

//! The pane at one of its pages.
struct Desk : tests::AccessDesk
{
    explicit Desk(Page page = Page::Review, const QSize &size = {1392, 800})
        : AccessDesk(size)
    {
        pane.showPage(page);
    }

    bool isReady() { return pane.isSettled() && pane.review()->model().board() != nullptr; }

    access::CaseList *list() { return pane.review()->list(); }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(list(), key, modifiers);
    }

    QString current() { return list()->currentIndex().data().toString(); }

    domain::RequestState state(const QString &consumer)
    {
        return source.of(consumer).outcome.state;
    }
};

QAbstractButton *button(const QWidget &page, const QString &text)
{
    for (auto *one : page.findChildren<QAbstractButton *>()) {
        // What has no name of its own is called what stands on it.
        const auto name = one->accessibleName().isEmpty() ? one->text() : one->accessibleName();
        if (name.startsWith(text) && one->isVisible())
            return one;
    }
    return nullptr;
}

QString textsOf(const QWidget &page)
{
    QStringList texts;
    for (const auto *label : page.findChildren<SafeLabel *>()) {
        if (label->isVisible())
            texts.append(label->text().remove(QChar(0x200B)));
    }
    for (const auto *label : page.findChildren<ElidedLabel *>()) {
        if (label->isVisible())
            texts.append(label->text());
    }
    return texts.join(u'\n');
}

} // namespace

class TestAccessPane : public QObject
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

    void pagesAreWholeInEveryLook_data() { tests::addLooks(); }

    void pagesAreWholeInEveryLook()
    {
        QFETCH(const int, choice);
        QFETCH(const int, percent);
        QFETCH(const QSize, size);
        m_theme->setChoice(Theme::Choice(choice));
        m_theme->setTextPercent(percent);
        Desk desk(Page::Mine, size);
        QTRY_VERIFY(desk.isReady());
        const auto look = QString::fromLatin1(QTest::currentDataTag());
        const auto walk = [&](const QString &name) {
            QTRY_VERIFY(desk.isReady());
            tests::paintPicture(&desk.pane, u"access-%1-%2"_s.arg(name, look));
            QCOMPARE(desk.pane.size(), size);
            QCOMPARE(tests::unnamedWidgets(&desk.pane), QStringList());
            QCOMPARE(tests::unreachableWidgets(&desk.pane), QStringList());
            QCOMPARE(tests::cutTexts(desk.pane).join(u'|'), QString());
        };
        walk(u"mine"_s);
        desk.pane.showPage(Page::Review);
        desk.list()->setFocus();
        walk(u"review"_s);
        desk.pane.showPage(Page::Agreements);
        auto &model = desk.pane.agreements()->model();
        for (int row : {1, 2, 3})
            model.setTicked(model.index(row, 0).data(items::AgreementModel::IdRole).toUuid(), true);
        walk(u"agreements"_s);
        m_theme->setTextPercent(100);
        m_theme->setChoice(Theme::Choice::Light);
    }

    void requestsAreDecidedByKeyboardAlone()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        QCOMPARE(desk.pane.waitingCount(), 4);
        desk.list()->setFocus();
        desk.key(Qt::Key_Home);
        desk.key(Qt::Key_J);
        QCOMPARE(desk.current(), u"Store planning"_s);
        desk.key(Qt::Key_A);
        QTRY_COMPARE(desk.source.decided.size(), 1);
        const auto approval = desk.source.decided.first().first();
        QCOMPARE(approval.kind, DecisionKind::Approve);
        QCOMPARE(approval.step, u"first level"_s);
        QVERIFY(!approval.id.isNull());
        QCOMPARE(desk.state(u"Store planning"_s), domain::RequestState::Approved);
        // The next one is chosen, and the list still has the focus.
        QTRY_COMPARE(desk.current(), u"Ad operations"_s);
        QVERIFY(desk.list()->hasFocus());
        desk.key(Qt::Key_R);
        // A rejection needs a reason: the field for it has the focus, and Ctrl+Enter does it.
        QCOMPARE(desk.source.decided.size(), 1);
        QVERIFY(desk.pane.review()->reason()->hasFocus());
        QTest::keyClicks(desk.pane.review()->reason(), u"Thirty days at most"_s);
        QTest::keyClick(desk.pane.review()->reason(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.source.decided.size(), 2);
        QCOMPARE(desk.source.decided.last().first().kind, DecisionKind::Reject);
        QCOMPARE(desk.source.decided.last().first().reason, u"Thirty days at most"_s);
        QTRY_COMPARE(desk.current(), u"Fraud desk"_s);
        QVERIFY(desk.list()->hasFocus());
        QVERIFY(desk.pane.review()->reason()->text().isEmpty());
        QCOMPARE(desk.pane.review()->pending(), DecisionKind::Approve);
        desk.key(Qt::Key_I);
        QTest::keyClicks(desk.pane.review()->reason(), u"Which payments?"_s);
        QTest::keyClick(desk.pane.review()->reason(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.source.decided.size(), 3);
        QTRY_COMPARE(desk.pane.waitingCount(), 1);
        // Who was asked back is still there, last, and the next one is chosen.
        QTRY_COMPARE(desk.current(), u"Assortment insight"_s);
    }

    //! What a request says of itself is written by whoever asks: the list goes by the policies, and
    //! one key is not enough to approve against them.
    void approvingAgainstAPolicyNeedsWords()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        desk.source.of(u"Ad operations"_s).request.verdicts.clear();
        desk.source.touch();
        const auto &model = desk.pane.review()->model();
        const auto row = [&] {
            return model.indexOf(desk.source.of(u"Ad operations"_s).request.id);
        };
        QTRY_COMPARE(row().data(items::AccessCaseModel::VerdictRole).toInt(),
                     int(domain::PolicyResult::Fail));
        QVERIFY(row().data(Qt::AccessibleTextRole).toString().contains(u"fail"_s));
        desk.list()->setFocus();
        desk.key(Qt::Key_Home);
        desk.key(Qt::Key_J);
        desk.key(Qt::Key_J);
        QCOMPARE(desk.current(), u"Ad operations"_s);
        desk.key(Qt::Key_A);
        auto *reason = desk.pane.review()->reason();
        QVERIFY(reason->hasFocus());
        QCOMPARE(desk.source.decided.size(), 0);
        QVERIFY(reason->placeholderText().contains(u"A rule fails"_s));
        QTest::keyClicks(reason, u"Legal has agreed"_s);
        QTest::keyClick(reason, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.source.decided.size(), 1);
        QCOMPARE(desk.source.decided.first().first().kind, DecisionKind::Approve);
        QCOMPARE(desk.source.decided.first().first().reason, u"Legal has agreed"_s);
    }

    //! Also those that a filter hid when they came, and those far down in the list.
    void everyRequestOfTheListGoesByThePolicies()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        for (int i = 0; i < 450; ++i) {
            auto &one = desk.source.add(u"Night shift %1"_s.arg(i), SampleAccess::elif (),
                                        {{u"customer.customers"_s, {}}}, u"no such purpose"_s,
                                        u"Because."_s, 100 + i);
            one.request.verdicts.clear();
        }
        const auto &model = desk.pane.review()->model();
        const auto failing = [&model] {
            int count = 0;
            for (int row = 0; row < model.rowCount(); ++row)
                count += model.index(row).data(items::AccessCaseModel::VerdictRole).toInt()
                        == int(domain::PolicyResult::Fail)
                    ? 1
                    : 0;
            return count;
        };
        auto *filter = desk.pane.findChild<FilterField *>();
        QVERIFY(filter != nullptr);
        filter->setText(u"Fraud"_s);
        desk.source.touch();
        QTRY_COMPARE(model.allCount(), 454);
        QTRY_COMPARE(model.rowCount(), 1);
        QTest::qWait(400); // so that those that are shown are judged alone
        filter->clear();
        QTRY_COMPARE(model.rowCount(), 454);
        QTRY_VERIFY(failing() >= 450);
    }

    //! A question that was given up is not what Ctrl+Enter does to the next words.
    void whoGoesBackWithoutAWordHasBegunNothing()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        desk.list()->setFocus();
        desk.key(Qt::Key_Home);
        desk.key(Qt::Key_J);
        auto *reason = desk.pane.review()->reason();
        desk.key(Qt::Key_I);
        QVERIFY(reason->hasFocus());
        QTest::keyClick(reason, Qt::Key_Escape);
        QVERIFY(desk.list()->hasFocus());
        QCOMPARE(desk.pane.review()->pending(), DecisionKind::Approve);
        QTest::keyClick(desk.list(), Qt::Key_A, Qt::ShiftModifier);
        QVERIFY(reason->hasFocus());
        QTest::keyClicks(reason, u"Fits the purpose"_s);
        QTest::keyClick(reason, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.source.decided.size(), 1);
        QCOMPARE(desk.source.decided.first().first().kind, DecisionKind::Approve);
        QCOMPARE(desk.source.decided.first().first().reason, u"Fits the purpose"_s);
    }

    //! As on the page of a product, Alt and a number lead to the parts, and the list has the focus.
    void everyPageHasAKey()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        desk.list()->setFocus();
        QTest::keyClick(desk.list(), Qt::Key_1, Qt::AltModifier);
        QCOMPARE(desk.pane.page(), Page::Mine);
        QVERIFY(desk.pane.mine()->list()->hasFocus());
        QTest::keyClick(desk.pane.mine()->list(), Qt::Key_3, Qt::AltModifier);
        QCOMPARE(desk.pane.page(), Page::Agreements);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_2, Qt::AltModifier);
        QCOMPARE(desk.pane.page(), Page::Review);
        QVERIFY(desk.list()->hasFocus());
    }

    void lettersAreActionsOnlyWhileTheListHasTheFocus()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        auto *reason = desk.pane.review()->reason();
        reason->setFocus();
        QTest::keyClicks(reason, u"a rij"_s);
        QCOMPARE(reason->text(), u"a rij"_s);
        QCOMPARE(desk.source.decided.size(), 0);
        // Escape leads back to the list, from the words and from the request.
        QTest::keyClick(reason, Qt::Key_Escape);
        QVERIFY(desk.list()->hasFocus());
        QCOMPARE(reason->text(), u"a rij"_s);
        desk.key(Qt::Key_Return);
        QVERIFY(!desk.list()->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(desk.list()->hasFocus());
    }

    //! Others may decide what a reason is being written about: it is not said about the next one.
    void aReasonStaysWithItsRequest()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        desk.list()->setFocus();
        desk.key(Qt::Key_Home);
        const auto first = desk.current();
        desk.key(Qt::Key_R);
        QTest::keyClicks(desk.pane.review()->reason(), u"Not for this"_s);
        desk.list()->setFocus();
        desk.key(Qt::Key_J);
        QVERIFY(desk.current() != first);
        QCOMPARE(desk.pane.review()->pending(), DecisionKind::Approve);
        QVERIFY(desk.pane.review()->reason()->text().isEmpty());
        desk.key(Qt::Key_K);
        QCOMPARE(desk.pane.review()->pending(), DecisionKind::Reject);
        QCOMPARE(desk.pane.review()->reason()->text(), u"Not for this"_s);
    }

    void severalAreDecidedWithOneReasonAndOneUndoTakesItBack()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        desk.list()->setFocus();
        desk.key(Qt::Key_Home);
        desk.key(Qt::Key_J);
        desk.key(Qt::Key_Space);
        desk.key(Qt::Key_J);
        desk.key(Qt::Key_X);
        QVERIFY(button(desk.pane, u"Approve 2 requests"_s) != nullptr);
        desk.pane.review()->reason()->setText(u"Both fit"_s);
        desk.key(Qt::Key_A);
        QTRY_COMPARE(desk.source.decided.size(), 1);
        QCOMPARE(desk.source.decided.first().size(), 2);
        for (const auto &decision : desk.source.decided.first())
            QCOMPARE(decision.reason, u"Both fit"_s);
        QTRY_COMPARE(desk.pane.review()->model().rowCount(), 2);
        QVERIFY(desk.pane.line()->text().contains(u"Approved 2 requests"_s));
        // The line stays while somebody reads.
        QTest::qWait(50);
        desk.key(Qt::Key_K);
        QTRY_VERIFY(desk.pane.line()->link()->isVisible());
        tests::paintPicture(&desk.pane, u"access-undo"_s);
        QTest::keyClick(desk.list(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(desk.source.undone.size(), 1);
        QCOMPARE(desk.source.undone.first().size(), 2);
        QTRY_COMPARE(desk.pane.review()->model().rowCount(), 4);
        QTRY_VERIFY(!desk.pane.line()->link()->isVisible());
    }

    void undoTakesBackWhatItCanAndSaysWhatStays()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        const auto waiting = [&desk] {
            QSet<qint64> ids;
            const auto board = desk.source.board().takeResult();
            for (const auto &one : board->cases) {
                for (const auto &operation : one.waiting)
                    ids.insert(operation.id);
            }
            return ids;
        };
        const auto before = waiting();
        desk.list()->setFocus();
        desk.key(Qt::Key_Home);
        desk.key(Qt::Key_J);
        desk.key(Qt::Key_Space);
        desk.key(Qt::Key_J);
        desk.key(Qt::Key_X);
        desk.pane.review()->reason()->setText(u"Both fit"_s);
        desk.key(Qt::Key_A);
        QTRY_VERIFY(desk.pane.line()->link()->isVisible());
        const auto made = waiting() - before;
        QCOMPARE(made.size(), 2);
        desk.source.onTheirWay = {*made.cbegin()};
        QTest::keyClick(desk.list(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(desk.pane.line()->text().contains(u"1 taken back; the others"_s));
        QTRY_COMPARE(desk.pane.review()->model().rowCount(), 3);
    }

    void whatWasSentCannotBeUndone()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        desk.list()->setFocus();
        desk.key(Qt::Key_J);
        desk.key(Qt::Key_A);
        QTRY_VERIFY(desk.pane.line()->link()->isVisible());
        desk.source.send();
        QTRY_VERIFY(!desk.pane.line()->link()->isVisible());
        QTest::keyClick(desk.list(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(desk.source.undone.size(), 0);
        QVERIFY(desk.pane.line()->text().contains(u"Too late to undo"_s));
    }

    void whatFailsIsSaidAndNothingIsLost()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        desk.pane.review()->reason()->setText(u"A long reason"_s);
        desk.source.problem = Error{Error::Kind::Forbidden, u"you are no approver of this"_s};
        desk.list()->setFocus();
        desk.key(Qt::Key_A);
        QTRY_VERIFY(desk.pane.line()->text().contains(u"you are no approver of this"_s));
        QCOMPARE(desk.pane.review()->reason()->text(), u"A long reason"_s);
        QVERIFY(!desk.pane.line()->link()->isVisible());
        // The board that is shown stays below a note, too.
        desk.source.touch();
        QTRY_VERIFY(textsOf(desk.pane).contains(u"The requests could not be read"_s));
        QCOMPARE(desk.pane.review()->model().rowCount(), 4);
        desk.source.problem.reset();
    }

    void onlyTickedPortsAreDecided()
    {
        Desk desk;
        auto &one = desk.source.add(u"Two ports"_s, SampleAccess::elif (),
                                    {{u"order_events.v3"_s, u"order_reader"_s},
                                     {u"payment_events.v2"_s, u"payment_reader"_s}},
                                    u"operations"_s, u"Both are mine to decide about."_s, 1);
        const auto first = one.request.items.first().id;
        const auto id = one.request.id;
        desk.source.touch();
        QTRY_VERIFY(desk.pane.review()->hasCase(id));
        desk.pane.showQuery(u"request:"_s + id.toString(QUuid::WithoutBraces));
        auto *ports = desk.pane.review()->detail()->ports();
        QCOMPARE(desk.pane.review()->detail()->tickedItems().size(), 2);
        ports->setFocus();
        ports->setCurrentIndex(ports->model()->index(1, 1));
        QTest::keyClick(ports, Qt::Key_Space);
        QCOMPARE(desk.pane.review()->detail()->tickedItems(), QList<QUuid>{first});
        QVERIFY(button(desk.pane, u"Approve 1 port"_s) != nullptr);
        desk.list()->setFocus();
        desk.key(Qt::Key_A);
        QTRY_COMPARE(desk.source.decided.size(), 1);
        QCOMPARE(desk.source.decided.first().size(), 1);
        QCOMPARE(desk.source.decided.first().first().item, first);
    }

    void aSecondWordTakesThePlaceOfTheFirst()
    {
        Desk desk;
        auto &torn = desk.source.of(u"Store planning"_s);
        desk.source.say(torn, DecisionKind::Approve, SampleAccess::maya(), u"Yes"_s, 10);
        desk.source.say(torn, DecisionKind::Reject, SampleAccess::maya(), u"No"_s, 20);
        QCOMPARE(desk.state(u"Store planning"_s), domain::RequestState::Conflict);
        QTRY_COMPARE(desk.source.boards, 1);
        desk.source.touch();
        QTRY_COMPARE(desk.source.boards, 2);
        QTRY_VERIFY(desk.isReady());
        desk.pane.showQuery(u"request:"_s + torn.request.id.toString(QUuid::WithoutBraces));
        desk.key(Qt::Key_A);
        QTRY_COMPARE(desk.source.decided.size(), 1);
        QCOMPARE(desk.source.decided.first().first().replaces.size(), 2);
        QCOMPARE(desk.state(u"Store planning"_s), domain::RequestState::Approved);
    }

    void theReviewerSeesEverythingInOnePlace()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        desk.list()->setFocus();
        desk.key(Qt::Key_Home);
        auto *detail = desk.pane.review()->detail();
        QTRY_COMPARE(detail->fields()->cells().rows().size(), 3);
        QTRY_VERIFY(textsOf(*detail).contains(u"nobody decides about their own request"_s));
        const auto texts = textsOf(*detail);
        QVERIFY(texts.contains(u"Assortment insight asks for 3 ports"_s));
        QVERIFY(texts.contains(u"return rate above 8 %"_s));
        QVERIFY(texts.contains(u"Reports and analyses"_s));
        QVERIFY(texts.contains(u"12 months"_s));
        // The asker's own approval is there, and why it does not count.
        QVERIFY(texts.contains(u"nobody decides about their own request"_s));
        QVERIFY(texts.contains(u"Who else has order_events.v3"_s));
        QVERIFY(detail->verdicts().rowCount() > 5);
        desk.list()->choose(desk.source.of(u"Ad operations"_s).request.id);
        QTRY_VERIFY(textsOf(*detail).contains(u"Asked in spite of a rule that fails"_s));
    }

    //! The window was made smaller while another page was shown: the policies are below now, and
    //! nothing stands over something else.
    void aRequestThatIsSeenAgainInASmallerWindowHasItsRoom()
    {
        Desk desk;
        desk.pane.resize(1440, 900);
        QTRY_VERIFY(desk.isReady());
        desk.list()->setFocus();
        desk.key(Qt::Key_Home);
        auto *detail = desk.pane.review()->detail();
        auto *content = detail->widget();
        QTRY_VERIFY(content->width() > 900);
        desk.key(Qt::Key_1, Qt::AltModifier);
        QTRY_VERIFY(!detail->isVisible());
        desk.pane.resize(1024, 600);
        desk.key(Qt::Key_2, Qt::AltModifier);
        QTRY_VERIFY(detail->isVisible());
        QTRY_VERIFY2(content->height() >= content->heightForWidth(content->width()),
                     qPrintable(u"%1 of %2"_s.arg(content->height())
                                    .arg(content->heightForWidth(content->width()))));
        content->layout()->invalidate();
        QVERIFY(content->height() >= content->heightForWidth(content->width()));
    }

    void theReviewerSeesWhatDependsOnEachPort()
    {
        Desk desk;
        const auto orders = SampleAccess::portIdOf(u"order_events.v3"_s);
        const auto customers = SampleAccess::portIdOf(u"customer.customers"_s);
        const auto revenue = QUuid::createUuid();
        desk.source.depends = {
            {orders,
             {{.id = revenue, .label = u"Revenue recognition"_s, .owner = u"Finance"_s},
              {.id = QUuid::createUuid(), .label = u"Stock forecast"_s, .steps = 2}}},
            {customers, {{.id = revenue, .label = u"Revenue recognition"_s}}}};
        QTRY_VERIFY(desk.isReady());
        desk.list()->setFocus();
        desk.key(Qt::Key_Home);
        const auto *detail = desk.pane.review()->detail();
        const auto sum = items::dependantsText(desk.source.depends.value(orders));
        QTRY_VERIFY(textsOf(*detail).contains(sum));
        // Every port of the request was asked for, in one question.
        QCOMPARE(desk.source.followed.last().size(), 3);
        const auto texts = textsOf(*detail);
        QVERIFY(texts.contains(u"What depends on it"_s));
        QVERIFY(texts.contains(items::dependantsText({}))); // of returns_daily
        QVERIFY(texts.contains(u"Finance, reads it itself"_s));
        QVERIFY(texts.contains(u"Who else has customer.customers"_s));
        // By Tab they come where they stand: before the decision, in their order.
        QStringList onTheWay;
        const QWidget *at = detail;
        do {
            at = at->nextInFocusChain();
            if (const auto *link = qobject_cast<const LinkButton *>(at))
                onTheWay.append(link->accessibleName().isEmpty() ? link->text()
                                                                 : link->accessibleName());
        } while (at != detail && qobject_cast<const QLineEdit *>(at) == nullptr);
        const auto first = onTheWay.indexOf(u"Open order_events.v3 in lineage"_s);
        QVERIFY2(first >= 0, qPrintable(onTheWay.join(u", "_s)));
        QCOMPARE(onTheWay.mid(first + 1, 2),
                 (QStringList{u"Revenue recognition"_s, u"Stock forecast"_s}));
        QSignalSpy opened(&desk.pane, &Pane::openRequested);
        auto *name = button(*detail, u"Revenue recognition"_s);
        QVERIFY(name != nullptr);
        name->click();
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().toUuid(), revenue);
        QSignalSpy lineage(&desk.pane, &Pane::paneRequested);
        auto *second = button(*detail, u"Open customer.customers in lineage"_s);
        QVERIFY(second != nullptr);
        second->click();
        QCOMPARE(lineage.size(), 1);
        QCOMPARE(lineage.first().last().toString(), idText(customers));
        // Who walks on leaves no answer behind under the next request.
        desk.list()->choose(desk.source.of(u"Fraud desk"_s).request.id);
        QTRY_COMPARE(desk.source.followed.last().size(), 1);
        QTRY_VERIFY(!textsOf(*detail).contains(u"Stock forecast"_s));
    }

    //! Who asks may read the port already: what a decision changes is another thing then.
    void theReviewerSeesThatTheConsumerReadsAPortAlready()
    {
        Desk desk;
        const auto reader = QUuid::createUuid();
        auto &one = desk.source.of(u"Assortment insight"_s);
        one.request.consumer.kind = domain::EntityKind::Product;
        desk.source.consumers = {{one.request.consumer.id, reader}};
        const auto orders = SampleAccess::portIdOf(u"order_events.v3"_s);
        const auto customers = SampleAccess::portIdOf(u"customer.customers"_s);
        desk.source.depends = {{orders, {{.id = reader, .label = u"Assortment insight"_s}}},
                               {customers,
                                {{.id = QUuid::createUuid(), .label = u"Stock forecast"_s},
                                 {.id = reader, .label = u"Assortment insight"_s, .steps = 2}}}};
        desk.source.touch();
        QTRY_VERIFY(desk.isReady());
        desk.list()->choose(one.request.id);
        const auto *detail = desk.pane.review()->detail();
        QTRY_VERIFY(textsOf(*detail).contains(
            u"Assortment insight reads it already, and nothing in force allows that."_s));
        QVERIFY(textsOf(*detail).contains(
            u"Assortment insight gets it already through others, as the lineage has it."_s));
        // Nothing is said of one that does not read it.
        desk.list()->choose(desk.source.of(u"Fraud desk"_s).request.id);
        QTRY_COMPARE(desk.source.followed.last().size(), 1);
        QTRY_VERIFY(!textsOf(*detail).contains(u"already"_s));
    }

    void theReviewerSeesWhereClassifiedFieldsGoAlready()
    {
        Desk desk;
        const auto customers = SampleAccess::portIdOf(u"customer.customers"_s);
        QTRY_VERIFY(desk.isReady());
        desk.list()->choose(desk.source.of(u"Assortment insight"_s).request.id);
        const auto *detail = desk.pane.review()->detail();
        QTRY_VERIFY(!detail->classifiedFields().isEmpty());
        const auto fields = detail->classifiedFields();
        QVERIFY(fields.contains(customers));
        QTRY_COMPARE(desk.source.flowed.size(), 1);
        QCOMPARE(desk.source.flowed.last(), fields);
        // Once they are told, each field says its own.
        const auto path = fields.value(customers).first();
        desk.source.flow = {{customers, {{path, {.isKnown = true, .fields = 17, .products = 8}}}}};
        desk.source.touch();
        const auto column = [detail](const QString &field) {
            const auto &cells = detail->fields()->cells();
            for (int row = 0; row < cells.rowCount(); ++row) {
                if (cells.index(row, 0).data().toString() == field)
                    return cells.index(row, 3).data().toString();
            }
            return QString();
        };
        QTRY_COMPARE(column(path),
                     items::fieldFlowText({.isKnown = true, .fields = 17, .products = 8}));
        QCOMPARE(desk.source.flowed.size(), 2);
    }

    //! While the first sync is under way nobody knows that nothing waits.
    void beforeTheFirstSyncNothingIsSaidToBeThere()
    {
        Desk desk;
        desk.source.isEmpty = true;
        desk.source.readings = {{.name = u"mesh"_s}};
        desk.source.touch();
        QTRY_VERIFY(textsOf(desk.pane).contains(u"No requests were read yet"_s));
        for (const auto key : {Qt::Key_1, Qt::Key_2, Qt::Key_3}) {
            QTest::keyClick(&desk.pane, key, Qt::AltModifier);
            QVERIFY(textsOf(desk.pane).contains(u"No requests were read yet"_s));
        }
        QTest::keyClick(&desk.pane, Qt::Key_2, Qt::AltModifier);
        desk.source.readings.first().at = desk.source.at;
        desk.source.touch();
        QTRY_VERIFY(textsOf(desk.pane).contains(u"Nothing waits for you"_s));
        QVERIFY(!textsOf(desk.pane).contains(u"No requests were read yet"_s));
    }

    void thePaneSaysWhenItWasReadAndWhatCouldNotBe()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        QVERIFY(!desk.pane.asOf()->isVisible()); // nobody knows
        const auto at = desk.source.at.addSecs(-3600);
        desk.source.readings = {{.name = u"mesh"_s, .at = desk.source.at},
                                {.name = u"hub"_s, .at = at}};
        desk.source.touch();
        QTRY_VERIFY(desk.pane.asOf()->isVisible());
        QCOMPARE(desk.pane.asOf()->text(), u"as of "_s + asOfText(at, desk.source.at));
        QVERIFY(desk.pane.asOf()->toolTip().contains(u"hub"_s));
        desk.source.readings[1].isRead = false;
        desk.source.readings[1].error = u"the host is down"_s;
        desk.source.touch();
        QTRY_COMPARE(desk.pane.asOf()->text(),
                     u"hub could not be read, as of "_s + asOfText(at, desk.source.at));
        QVERIFY(desk.pane.asOf()->toolTip().contains(u"the host is down"_s));
        // Nor ever before.
        desk.source.readings.removeFirst();
        desk.source.readings.first().at = {};
        desk.source.touch();
        QTRY_COMPARE(desk.pane.asOf()->text(), u"hub could not be read"_s);
        QVERIFY(desk.pane.asOf()->toolTip().contains(u"the host is down"_s));
    }

    void anAgreementIsShownWhateverHidItBefore()
    {
        Desk desk(Page::Mine);
        QTRY_VERIFY(desk.isReady());
        auto *page = desk.pane.agreements();
        const auto id = page->model().all().last().id();
        desk.pane.setFilter(u"no such words"_s);
        desk.pane.showQuery(u"agreement:"_s + idText(id));
        QCOMPARE(desk.pane.page(), Page::Agreements);
        QCOMPARE(page->table()->currentId(), id);
        QVERIFY(page->table()->hasFocus());
    }

    void whatTheRequestSaysOfItselfIsNotBelieved()
    {
        Desk desk;
        auto &one = desk.source.of(u"Ad operations"_s);
        for (auto &verdict : one.request.verdicts)
            verdict.result = domain::PolicyResult::Pass;
        desk.source.touch();
        desk.pane.showQuery(u"request:"_s + one.request.id.toString(QUuid::WithoutBraces));
        const auto *detail = desk.pane.review()->detail();
        QTRY_VERIFY(detail->verdicts().countOf(domain::PolicyResult::Fail) > 0);
        QTRY_VERIFY(textsOf(*detail).contains(u"When it was sent, the request said"_s));
    }

    void whatOnlyTheRequestSaysOfAPlatformIsNoVerdict()
    {
        Desk desk;
        auto &one = desk.source.of(u"Ad operations"_s);
        one.request.verdicts.append({.policy = u"allowed"_s,
                                     .result = domain::PolicyResult::Pass,
                                     .message = u"All is well"_s,
                                     .source = u"opa"_s,
                                     .decisionId = u"4ca636c1"_s});
        desk.source.touch();
        desk.pane.showQuery(u"request:"_s + one.request.id.toString(QUuid::WithoutBraces));
        const auto shown = [&desk]() -> QString {
            for (const auto &verdict : desk.pane.review()->detail()->verdicts().verdicts()) {
                if (verdict.source == u"opa")
                    return domain::resultWord(verdict.result) + u' ' + verdict.message;
            }
            return {};
        };
        QTRY_COMPARE(shown(), u"unknown Only the request says so; it was not judged here"_s);
    }

    //! What a platform was asked about one port settles nothing that the request says of another.
    void whatWasJudgedOfOnePortSaysNothingAboutAnother()
    {
        Desk desk;
        auto &one = desk.source.of(u"Assortment insight"_s);
        const auto first = one.request.items.at(0).port;
        const auto second = one.request.items.at(1).port;
        const auto said = [](domain::PolicyResult result, const QString &port) {
            return domain::PolicyVerdict{
                .policy = u"region"_s, .result = result, .port = port, .source = u"opa"_s};
        };
        one.request.verdicts.append(
            {said(domain::PolicyResult::Fail, first), said(domain::PolicyResult::Fail, second)});
        desk.source.judges = {u"opa"_s};
        desk.source.judged = {said(domain::PolicyResult::Pass, first)};
        desk.source.touch();
        desk.pane.showQuery(u"request:"_s + one.request.id.toString(QUuid::WithoutBraces));
        const auto shown = [&desk] {
            QStringList found;
            for (const auto &verdict : desk.pane.review()->detail()->verdicts().verdicts()) {
                if (verdict.source == u"opa")
                    found.append(domain::resultWord(verdict.result) + u' ' + verdict.port);
            }
            found.sort();
            return found;
        };
        QTRY_COMPARE(shown(), QStringList({u"fail "_s + second, u"pass "_s + first}));
        // What was judged of the whole request settles both.
        desk.source.judged = {said(domain::PolicyResult::Pass, {})};
        desk.list()->choose(desk.source.of(u"Fraud desk"_s).request.id);
        QTRY_VERIFY(shown() != QStringList({u"fail "_s + second, u"pass "_s + first}));
        desk.list()->choose(one.request.id);
        QTRY_COMPARE(shown(), QStringList{u"pass "_s});
        // Nor does the rest wait for an answer that went with the page.
        QTRY_VERIFY(!textsOf(*desk.pane.review()->detail()).contains(u"being read"_s));
    }

    void questionsAreAnsweredAndRequestsWithdrawn()
    {
        Desk desk(Page::Mine);
        QTRY_VERIFY(desk.isReady());
        auto *mine = desk.pane.mine();
        mine->showCase(desk.source.of(u"Order desk"_s).request.id);
        QVERIFY(button(*mine, u"Answer"_s) != nullptr);
        mine->reason()->setFocus();
        QTest::keyClicks(mine->reason(), u"Only the country"_s);
        QTest::keyClick(mine->reason(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.source.decided.size(), 1);
        QCOMPARE(desk.source.decided.first().first().kind, DecisionKind::Answer);
        QTRY_VERIFY(button(*mine, u"Answer"_s) == nullptr);
        mine->showCase(desk.source.of(u"Order quality"_s).request.id);
        QVERIFY(button(*mine, u"Withdraw"_s) != nullptr);
        // Without a reason the field for it gets the focus.
        mine->list()->setFocus();
        QTest::keyClick(mine->list(), Qt::Key_W);
        QCOMPARE(desk.source.decided.size(), 1);
        QVERIFY(mine->reason()->hasFocus());
        QTest::keyClicks(mine->reason(), u"No longer needed"_s);
        QTest::keyClick(mine->reason(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.source.decided.size(), 2);
        QCOMPARE(desk.source.decided.last().size(), 2);
        QTRY_COMPARE(desk.state(u"Order quality"_s), domain::RequestState::Withdrawn);
    }

    void whatWasNotSentIsTakenBack()
    {
        Desk desk(Page::Mine);
        QTRY_VERIFY(desk.isReady());
        auto *mine = desk.pane.mine();
        const auto id = desk.source.of(u"Order hotline"_s).request.id;
        mine->showCase(id);
        QTRY_VERIFY(textsOf(*mine).contains(u"Waits in the outbox"_s));
        auto *back = button(*mine, u"Undo"_s);
        QVERIFY(back != nullptr);
        back->click();
        QTRY_VERIFY(desk.source.caseOf(id) == nullptr);
        QTRY_VERIFY(!mine->hasCase(id));
        mine->showCase(desk.source.of(u"Order museum"_s).request.id);
        QTRY_VERIFY(textsOf(*mine).contains(u"not shared"_s));
        QVERIFY(button(*mine, u"Undo"_s) == nullptr);
    }

    void aRefusedRequestSaysWhyAndCanBeGivenUpTriedOrAskedAgain()
    {
        Desk desk(Page::Mine);
        QTRY_VERIFY(desk.isReady());
        auto *mine = desk.pane.mine();
        const auto id = desk.source.of(u"Order hotline"_s).request.id;
        const auto operation = desk.source.caseOf(id)->waiting.first().id;
        desk.source.refuse(*desk.source.caseOf(id), u"the port takes no requests"_s);
        QTRY_VERIFY(desk.isReady());
        mine->showCase(id);
        QTRY_VERIFY(textsOf(*mine).contains(u"Was refused: the port takes no requests"_s));
        // What is refused needs its asker, so it stands among what does.
        QCOMPARE(mine->list()->currentIndex().data(items::AccessCaseModel::StateRole).toString(),
                 u"Refused"_s);
        QSignalSpy wanted(&desk.pane, &Pane::paneRequested);
        auto *outbox = button(*mine, u"Open the outbox"_s);
        QVERIFY(outbox != nullptr);
        outbox->click();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().at(0).toString(), u"outbox"_s);
        QCOMPARE(wanted.first().at(1).toString(),
                 u"request:"_s + id.toString(QUuid::WithoutBraces));
        button(*mine, u"Try again"_s)->click();
        QTRY_COMPARE(desk.source.triedAgain.size(), 1);
        QCOMPARE(desk.source.triedAgain.first().first().id, operation);
        QTRY_VERIFY(button(*mine, u"Try again"_s) == nullptr);
        desk.source.refuse(*desk.source.caseOf(id), u"the port takes no requests"_s);
        QTRY_VERIFY(button(*mine, u"Ask again"_s) != nullptr);
        button(*mine, u"Ask again"_s)->click();
        QCOMPARE(desk.pane.page(), Page::Form);
        QTRY_COMPARE(desk.pane.form()->request().items.size(), 1);
        desk.pane.form()->saveDraft();
        QTRY_COMPARE(desk.source.replacedBy.size(), 1);
        QCOMPARE(desk.source.replacedBy.first(), QList{operation});
        QTRY_VERIFY(desk.source.caseOf(id) == nullptr);
    }

    void whatWasRefusedIsGivenUpWhereItStands()
    {
        Desk desk(Page::Mine);
        QTRY_VERIFY(desk.isReady());
        auto *mine = desk.pane.mine();
        const auto id = desk.source.of(u"Order hotline"_s).request.id;
        desk.source.refuse(*desk.source.caseOf(id), u"the port takes no requests"_s);
        QTRY_VERIFY(desk.isReady());
        mine->showCase(id);
        QTRY_VERIFY(button(*mine, u"Give up"_s) != nullptr);
        button(*mine, u"Give up"_s)->click();
        QTRY_COMPARE(desk.source.undone.size(), 1);
        QTRY_VERIFY(!mine->hasCase(id));
        // The outbox leads to the form with what a request asks for.
        const auto other = desk.source.of(u"Order alarms"_s).request.id;
        desk.pane.showQuery(u"again:"_s + other.toString(QUuid::WithoutBraces));
        QCOMPARE(desk.pane.page(), Page::Form);
    }

    void aRefusedDecisionIsSettledInTheReview()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        auto *review = desk.pane.review();
        const auto id = desk.source.of(u"Store planning"_s).request.id;
        review->showCase(id);
        desk.key(Qt::Key_A);
        QTRY_COMPARE(desk.source.decided.size(), 1);
        QTRY_VERIFY(!review->hasCase(id));
        desk.source.refuse(*desk.source.caseOf(id), u"you are no approver here"_s);
        QTRY_VERIFY(review->hasCase(id));
        review->showCase(id);
        QTRY_VERIFY(textsOf(*review).contains(u"Was refused: you are no approver here"_s));
        QVERIFY(button(*review, u"Try again"_s) != nullptr);
        button(*review, u"Give up"_s)->click();
        QTRY_COMPARE(desk.source.undone.size(), 1);
        QTRY_VERIFY(button(*review, u"Give up"_s) == nullptr);
        QVERIFY(review->hasCase(id)); // it can be decided anew
    }

    void agreementsAreRenewedTogetherAndEndedWithAReason()
    {
        Desk desk(Page::Agreements);
        QTRY_VERIFY(desk.isReady());
        auto *page = desk.pane.agreements();
        auto &model = page->model();
        const auto before = model.rowCount();
        for (const auto &name : {u"Campaign attribution"_s, u"Store operations"_s}) {
            for (const auto &row : model.rows()) {
                if (row.holder.agreement.consumer.name == name)
                    model.setTicked(row.id(), true);
            }
        }
        page->newEnd()->setDate(desk.source.at.date().addDays(300));
        page->table()->setFocus();
        QTest::keyClick(page->table(), Qt::Key_N);
        QTRY_COMPARE(desk.source.asked.size(), 2);
        const auto &renewal = desk.source.asked.first();
        QVERIFY(!renewal.renews.isNull());
        QCOMPARE(renewal.to, desk.source.at.date().addDays(300));
        // It goes on the day after the old one ends.
        QCOMPARE(renewal.from, desk.source.at.date().addDays(8));
        QCOMPARE(renewal.consumer.name, u"Campaign attribution"_s);
        QTRY_VERIFY(desk.pane.line()->text().contains(u"Asked to renew 2 agreements"_s));
        QCOMPARE(model.rowCount(), before);
        QTRY_VERIFY(model.row(renewal.renews)->renewal == renewal.id);
        // The words for what comes next are longer now, and have their room.
        constexpr int next = items::AgreementModel::Next;
        QTRY_VERIFY(
            page->table()->columnWidth(next)
            >= page->table()
                   ->itemDelegate()
                   ->sizeHint(
                       {}, page->table()->model()->index(model.indexOf(renewal.renews).row(), next))
                   .width());
        page->table()->setCurrentIndex(page->table()->model()->index(1, 0));
        page->table()->setFocus();
        QTest::keyClick(page->table(), Qt::Key_T);
        QCOMPARE(desk.source.decided.size(), 0); // why?
        QVERIFY(page->reason()->hasFocus());
        QTest::keyClicks(page->reason(), u"Nobody reads it"_s);
        QTest::keyClick(page->reason(), Qt::Key_Return);
        QTRY_COMPARE(desk.source.decided.size(), 1);
        QCOMPARE(desk.source.decided.first().first().kind, DecisionKind::Terminate);
    }

    void agreementsAreSuspendedAndResumed()
    {
        Desk desk(Page::Agreements);
        QTRY_VERIFY(desk.isReady());
        auto *page = desk.pane.agreements();
        const auto &model = page->model();
        QUuid id;
        for (const auto &row : model.rows()) {
            if (row.isDecided && row.holder.state == domain::AgreementState::Active)
                id = row.id();
        }
        QVERIFY(!id.isNull());
        const auto choose = [&] {
            const auto at = model.indexOf(id);
            page->table()->setCurrentIndex(page->table()->model()->index(at.row(), 0));
            page->table()->setFocus();
        };
        choose();
        QTest::keyClick(page->table(), Qt::Key_P);
        QVERIFY(page->reason()->hasFocus()); // it needs one
        QTest::keyClicks(page->reason(), u"Reads too much"_s);
        QTest::keyClick(page->reason(), Qt::Key_Return);
        QTRY_COMPARE(desk.source.decided.size(), 1);
        QCOMPARE(desk.source.decided.first().first().kind, DecisionKind::Suspend);
        QCOMPARE(desk.source.decided.first().first().reason, u"Reads too much"_s);
        QTRY_COMPARE(model.row(id)->holder.state, domain::AgreementState::Suspended);
        choose();
        QTRY_VERIFY(button(desk.pane, u"Resume"_s) != nullptr);
        desk.source.at = desk.source.at.addSecs(60);
        QTest::keyClick(page->table(), Qt::Key_P);
        QTRY_COMPARE(desk.source.decided.size(), 2);
        QCOMPARE(desk.source.decided.last().first().kind, DecisionKind::Resume);
        QTRY_COMPARE(model.row(id)->holder.state, domain::AgreementState::Active);
        // A reason that nobody said what it is for ends nothing.
        choose();
        page->reason()->setFocus();
        QTest::keyClicks(page->reason(), u"Hm"_s);
        QTest::keyClick(page->reason(), Qt::Key_Return);
        QTest::qWait(50);
        QCOMPARE(desk.source.decided.size(), 2);
    }

    void noPageIsMarkedWhileTheFormIsOpen()
    {
        Desk desk(Page::Agreements);
        QTRY_VERIFY(desk.isReady());
        auto *segments = desk.pane.findChild<Segments *>();
        QCOMPARE(segments->current(), 2);
        desk.pane.showPage(Page::Form);
        QCOMPARE(segments->current(), -1);
        // The one that was shown before leads back.
        QTest::mouseClick(button(desk.pane, u"Agreements"_s), Qt::LeftButton);
        QCOMPARE(desk.pane.page(), Page::Agreements);
        QCOMPARE(segments->current(), 2);
    }

    void whatNoLongerHoldsIsRenewedThroughTheForm()
    {
        Desk desk(Page::Agreements);
        QTRY_VERIFY(desk.isReady());
        auto *page = desk.pane.agreements();
        page->newEnd()->setDate(desk.source.at.date().addDays(900));
        page->table()->setCurrentIndex(page->table()->model()->index(1, 0));
        page->renew();
        QTRY_COMPARE(desk.pane.page(), Page::Form);
        QCOMPARE(desk.source.asked.size(), 0);
        QTRY_COMPARE(desk.pane.form()->request().items.size(), 1);
        QVERIFY(!desk.pane.form()->request().renews.isNull());
    }

    void theRadarNarrowsTheTable()
    {
        Desk desk(Page::Agreements);
        QTRY_VERIFY(desk.isReady());
        auto *page = desk.pane.agreements();
        auto *radar = page->radar();
        const int all = page->model().rowCount();
        QVERIFY(radar->asText().contains(u"Campaign attribution on"_s));
        QVERIFY(radar->asText().contains(u"1 expired"_s));
        radar->setDays(365);
        tests::paintPicture(&desk.pane, u"access-radar-year"_s);
        radar->setDays(90);
        radar->setFocus();
        QTest::keyClick(radar, Qt::Key_Right);
        QTest::keyClick(radar, Qt::Key_Right);
        QVERIFY(radar->accessibleDescription().contains(u"Finance control"_s));
        QTest::keyClick(radar, Qt::Key_Return);
        QVERIFY(page->model().rowCount() < all);
        QVERIFY(page->model().rowCount() > 0);
        QTest::keyClick(radar, Qt::Key_Escape);
        QCOMPARE(page->model().rowCount(), all);
        QSignalSpy ranges(radar, &access::ExpiryRadar::rangeChosen);
        const int y = radar->height() / 2;
        QTest::mousePress(radar, Qt::LeftButton, {}, {radar->width() / 2, y});
        QTest::mouseMove(radar, {radar->width() - 40, y});
        QTest::mouseRelease(radar, Qt::LeftButton, {}, {radar->width() - 40, y});
        QCOMPARE(ranges.size(), 1);
        QVERIFY(ranges.first().first().toDate() < ranges.first().last().toDate());
    }

    void hostileTextsStayText()
    {
        const auto texts = tests::hostileTexts();
        Desk desk(Page::Mine);
        QList<QUuid> ids;
        for (const auto &text : texts)
            ids.append(desk.source.addHostile(text).request.id);
        desk.source.touch();
        QTRY_VERIFY(desk.pane.review()->hasCase(ids.first()));
        for (const auto &id : std::as_const(ids)) {
            desk.pane.showQuery(u"request:"_s + id.toString(QUuid::WithoutBraces));
            tests::paintPicture(&desk.pane, u"access-hostile-%1"_s.arg(ids.indexOf(id)));
            const auto longest = tests::longestLaidOut(&desk.pane);
            // Of a megabyte: each text is cut, and a label has a few.
            QVERIFY2(longest <= 50'000, qPrintable(QString::number(longest)));
            for (const auto *label : desk.pane.findChildren<QLabel *>()) {
                QCOMPARE(label->textFormat(), Qt::PlainText);
                QVERIFY(!label->text().contains(QChar(0x202E)));
            }
        }
        QTRY_VERIFY(textsOf(*desk.pane.review()->detail()).size() < 2'000'000);
    }

    void stateComesBackAfterARestart()
    {
        QVariantMap state;
        QUuid chosen;
        {
            Desk desk;
            QTRY_VERIFY(desk.isReady());
            desk.list()->setFocus();
            desk.key(Qt::Key_J);
            desk.key(Qt::Key_J);
            chosen = desk.pane.review()->current();
            desk.pane.review()->setTemplates({u"Mine"_s});
            desk.pane.agreements()->table()->sortByColumn(items::AgreementModel::Consumer,
                                                          Qt::DescendingOrder);
            desk.pane.setFilter(u"o"_s);
            state = desk.pane.saveState();
        }
        Desk desk(Page::Mine);
        desk.pane.restoreState(state);
        QTRY_VERIFY(desk.isReady());
        QCOMPARE(desk.pane.page(), Page::Review);
        QCOMPARE(desk.pane.review()->current(), chosen);
        QCOMPARE(desk.pane.review()->templates(), QStringList(u"Mine"_s));
        QCOMPARE(desk.pane.saveState().value(u"filter"_s).toString(), u"o"_s);
        const auto *model = desk.pane.agreements()->table()->model();
        QVERIFY(model->index(0, items::AgreementModel::Consumer).data().toString()
                > model->index(2, items::AgreementModel::Consumer).data().toString());
        // What is not understood is left out.
        desk.pane.restoreState({{u"version"_s, 1}, {u"page"_s, 99}, {u"mine"_s, u"broken"_s}});
        desk.pane.restoreState({{u"version"_s, 99}});
    }

    void everyKeyMeansOneThingOnEachPage()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        QSignalSpy others(&desk.pane, &Pane::actionsChanged);
        for (const auto page : {Page::Mine, Page::Review, Page::Agreements, Page::Form}) {
            desk.pane.showPage(page);
            QStringList keys;
            for (const auto *action : desk.pane.paneActions()) {
                QVERIFY(!action->text().isEmpty());
                QCOMPARE(action->shortcutContext(), Qt::WidgetWithChildrenShortcut);
                for (const auto &key : action->shortcuts())
                    keys.append(key.toString());
            }
            QCOMPARE(QSet<QString>(keys.begin(), keys.end()).size(), keys.size());
        }
        QCOMPARE(others.size(), 4);
    }

    void backAndForwardLeadToTheSameRequest()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        desk.list()->setFocus();
        desk.key(Qt::Key_J);
        const auto place = desk.pane.historyState();
        const auto current = desk.current();
        desk.pane.showPage(Page::Agreements);
        desk.pane.restoreHistory(place);
        QCOMPARE(desk.pane.page(), Page::Review);
        QCOMPARE(desk.current(), current);
    }

    void theWordOfAStateIsWholeBesideALongTitle()
    {
        Desk desk(Page::Review, {976, 600});
        QTRY_VERIFY(desk.isReady());
        // Where little is missing, a row takes it from all that can give.
        QList<QUuid> ids;
        for (int words = 2; words < 14; ++words)
            ids.append(desk.source.addHostile(u"Team "_s.repeated(words)).request.id);
        desk.source.touch();
        QTRY_VERIFY(desk.pane.review()->hasCase(ids.last()));
        int tags = 0;
        for (const auto &id : std::as_const(ids)) {
            desk.pane.showQuery(u"request:"_s + id.toString(QUuid::WithoutBraces));
            QCoreApplication::processEvents();
            for (const auto *tag : desk.pane.review()->findChildren<TagLabel *>()) {
                if (!tag->isVisible())
                    continue;
                ++tags;
                QTRY_VERIFY(tag->width() >= tag->sizeHint().width());
            }
        }
        QVERIFY(tags >= ids.size());
    }

    void whatIsEmptySaysWhy()
    {
        Desk desk;
        desk.source.isEmpty = true;
        desk.source.touch();
        QTRY_COMPARE(desk.pane.review()->model().allCount(), 0);
        QTRY_VERIFY(textsOf(desk.pane).contains(u"Nothing waits for you"_s));
        desk.pane.showPage(Page::Mine);
        QTRY_VERIFY(textsOf(desk.pane).contains(u"not asked for anything yet"_s));
        desk.pane.showPage(Page::Agreements);
        QTRY_VERIFY(textsOf(desk.pane).contains(u"There are no agreements yet"_s));
        tests::paintPicture(&desk.pane, u"access-empty"_s);
    }

    void textsHaveTheirRoomInGerman()
    {
        m_speech.speak(true);
        {
            Desk desk(Page::Review, {976, 600});
            QTRY_VERIFY(desk.isReady());
            tests::paintPicture(&desk.pane, u"access-german"_s);
            for (const auto page : {Page::Mine, Page::Review, Page::Agreements}) {
                desk.pane.showPage(page);
                QCoreApplication::processEvents();
                QCOMPARE(tests::cutTexts(desk.pane).join(u'|'), QString());
            }
        }
        m_speech.speak(false);
    }
};

QTEST_MAIN(TestAccessPane)
#include "tst_accesspane.moc"
