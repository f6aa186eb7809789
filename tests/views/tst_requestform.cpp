// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/basket.h"
#include "models/store/store.h"
#include "tests/views/accessdesk.h"
#include "tests/views/looks.h"
#include "tests/views/pagewalk.h"
#include "tests/views/speech.h"
#include "views/access/accesspane.h"
#include "views/access/formtemplates.h"
#include "views/access/minepage.h"
#include "views/access/requestform.h"
#include "views/shared/labels.h"
#include "views/shared/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDesktopServices>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::views;
using domain::PolicyResult;
using tests::SampleAccess;
using views::access::AccessPane;

namespace {

using Page = AccessPane::Page;

//! The pane with a form for ports.
struct Desk : tests::AccessDesk
{
    using AccessDesk::AccessDesk;

    access::RequestForm &form() { return *pane.form(); }

    static QString idOf(const QString &port)
    {
        return SampleAccess::portIdOf(port).toString(QUuid::WithoutBraces);
    }

    void open(const QStringList &ports)
    {
        QStringList ids;
        for (const auto &port : ports)
            ids.append(idOf(port));
        pane.showQuery(u"new:"_s + ids.join(u','));
    }

    void openThree()
    {
        open({u"order_events.v3"_s, u"returns.returns_daily"_s, u"customer.customers"_s});
    }

    bool isReady(int ports = 3)
    {
        return pane.isSettled() && form().request().items.size() == ports;
    }

    template <typename T>
    T *named(const QString &name)
    {
        for (auto *one : form().findChildren<T *>()) {
            if (one->isVisible()
                && (one->accessibleName().startsWith(name)
                    || one->property("text").toString().startsWith(name)))
                return one;
        }
        return nullptr;
    }

    PolicyResult verdict(const QString &policy)
    {
        for (const auto &one : form().verdicts().verdicts()) {
            if (one.policy == policy && one.result != PolicyResult::Pass)
                return one.result;
        }
        return PolicyResult::Pass;
    }

    void accept()
    {
        for (auto *box : form().findChildren<QCheckBox *>()) {
            if (box->accessibleName().startsWith(u"I accept"_s))
                box->setChecked(true);
        }
    }
};

} // namespace

//! Takes what would go to the browser.
class OpenedLinks : public QObject
{
    Q_OBJECT

public:
    OpenedLinks() { QDesktopServices::setUrlHandler(u"https"_s, this, "open"); }

    ~OpenedLinks() override { QDesktopServices::unsetUrlHandler(u"https"_s); }

    Q_INVOKABLE void open(const QUrl &url) { all.append(url); }

    QList<QUrl> all;
};

class TestRequestForm : public QObject
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

    void formIsWholeInEveryLook_data() { tests::addLooks(); }

    void formIsWholeInEveryLook()
    {
        QFETCH(const int, choice);
        QFETCH(const int, percent);
        QFETCH(const QSize, size);
        m_theme->setChoice(Theme::Choice(choice));
        m_theme->setTextPercent(percent);
        {
            Desk desk(size);
            desk.openThree();
            QTRY_VERIFY(desk.isReady());
            auto *purpose = desk.named<QComboBox>(u"Purpose"_s);
            purpose->setCurrentIndex(2);
            Q_EMIT purpose->activated(2);
            desk.named<QPlainTextEdit>(u"Justification"_s)
                ->setPlainText(
                    u"Find the customer groups with a return rate above 8 % before Christmas."_s);
            desk.named<QComboBox>(u"Consumer"_s)->setEditText(u"Assortment insight"_s);
            desk.named<QDateEdit>(u"Last day"_s)->setDate(QDate(2027, 12, 31));
            QTRY_COMPARE(desk.verdict(u"period"_s), PolicyResult::Fail);
            QTest::qWait(120);
            tests::paintPicture(
                &desk.pane, u"access-form-%1"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
            QCOMPARE(desk.pane.size(), size);
            QCOMPARE(tests::unnamedWidgets(&desk.pane), QStringList());
            QCOMPARE(tests::unreachableWidgets(&desk.pane), QStringList());
            QCOMPARE(tests::cutTexts(desk.pane).join(u'|'), QString());
        }
        m_theme->setTextPercent(100);
        m_theme->setChoice(Theme::Choice::Light);
    }

    //! A screen of 1440 pixels at 200 % has 720 of them: then the pre-check stands below the form.
    void inANarrowWindowNothingIsCutAtTheRight()
    {
        Desk desk(QSize(672, 420));
        desk.openThree();
        QTRY_VERIFY(desk.isReady());
        const auto isInside = [&] {
            const QRect pane(QPoint(), desk.pane.size());
            for (const auto *one : desk.form().findChildren<QWidget *>()) {
                if (!one->isVisible() || one->window() != desk.form().window())
                    continue;
                const QPoint left = one->mapTo(&desk.pane, QPoint());
                if (left.x() < pane.left() || left.x() + one->width() > pane.right() + 1)
                    return false;
            }
            return true;
        };
        QTRY_VERIFY(isInside());
        QCOMPARE(desk.pane.size(), QSize(672, 420));
        QCOMPARE(tests::cutTexts(desk.pane).join(u'|'), QString());
        QCOMPARE(tests::unreachableWidgets(&desk.pane), QStringList());
        auto *checks = desk.named<QLabel>(u"Judged here as you type"_s);
        QVERIFY(checks != nullptr);
        QCOMPARE_GT(checks->width(), 500);
        // With more room it stands beside again.
        desk.pane.resize(1392, 828);
        QTRY_COMPARE_LT(checks->width(), 400);
        QVERIFY(isInside());
    }

    void threePortsAreAskedForByKeyboardAlone()
    {
        Desk desk;
        desk.openThree();
        QTRY_VERIFY(desk.isReady());
        const auto at = [] { return QApplication::focusWidget(); };
        const auto tabTo = [&](QWidget *wanted) {
            for (int i = 0; i < 60 && at() != wanted; ++i)
                QTest::keyClick(at(), Qt::Key_Tab);
            return at() == wanted;
        };
        QVERIFY(at() != nullptr && desk.form().isAncestorOf(at()));
        QVERIFY(tabTo(desk.named<QComboBox>(u"Purpose"_s)));
        QTest::keyClick(at(), Qt::Key_Down);
        // The letter that is underlined leads to its field.
        QTest::keyClick(at(), Qt::Key_J, Qt::AltModifier);
        QCOMPARE(at(), desk.named<QPlainTextEdit>(u"Justification"_s));
        QTest::keyClicks(at(), u"Deliver what was ordered, and take back what does not fit"_s);
        QTest::keyClick(at(), Qt::Key_C, Qt::AltModifier);
        QCOMPARE(at(), desk.named<QComboBox>(u"Consumer"_s));
        QTest::keyClicks(at(), u"Order desk"_s);
        QTRY_VERIFY(desk.named<QCheckBox>(u"I accept"_s) != nullptr);
        QTest::keyClick(at(), Qt::Key_T, Qt::AltModifier);
        QVERIFY(qobject_cast<QCheckBox *>(at()) != nullptr
                && at()->accessibleName().startsWith(u"I accept"_s));
        QCOMPARE(at()->visibleRegion().boundingRect(), at()->rect()); // the form has come to it
        for (int i = 0; i < 2; ++i) {
            QCheckBox *box = nullptr;
            for (auto *one : desk.form().findChildren<QCheckBox *>()) {
                if (one->isVisible() && one->accessibleName().startsWith(u"I accept"_s)
                    && !one->isChecked())
                    box = box == nullptr ? one : box;
            }
            QVERIFY(box != nullptr);
            QVERIFY(tabTo(box));
            QTest::keyClick(at(), Qt::Key_Space);
        }
        QTRY_COMPARE(desk.form().obstacle(), QString());
        QTest::keyClick(at(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.source.asked.size(), 1);
        const auto &asked = desk.source.asked.first();
        QCOMPARE(asked.items.size(), 3);
        QCOMPARE(asked.items.first().role, u"order_reader"_s);
        QCOMPARE(asked.purpose, u"operations"_s);
        QCOMPARE(asked.terms.size(), 2);
        QCOMPARE(asked.consumer.name, u"Order desk"_s);
        QVERIFY(!asked.verdicts.isEmpty());
        QVERIFY(asked.exception.isEmpty());
        // It stands among one's own, and says that it waits.
        QTRY_COMPARE(desk.pane.page(), Page::Mine);
        QTRY_COMPARE(desk.pane.mine()->current(), asked.id);
        QVERIFY(!desk.form().isBegun());
    }

    void rulesAnswerWhileTyping()
    {
        Desk desk;
        desk.openThree();
        QTRY_VERIFY(desk.isReady());
        QCOMPARE(desk.verdict(u"purpose"_s), PolicyResult::Fail);
        QCOMPARE(desk.verdict(u"terms"_s), PolicyResult::Fail);
        auto *purpose = desk.named<QComboBox>(u"Purpose"_s);
        purpose->setCurrentIndex(1);
        QTRY_COMPARE(desk.verdict(u"purpose"_s), PolicyResult::Pass);
        QCOMPARE(desk.verdict(u"justification"_s), PolicyResult::Fail);
        QTest::keyClicks(desk.named<QPlainTextEdit>(u"Justification"_s),
                         u"Deliver what was ordered"_s);
        QTRY_COMPARE(desk.verdict(u"justification"_s), PolicyResult::Pass);
        desk.accept();
        QTRY_COMPARE(desk.verdict(u"terms"_s), PolicyResult::Pass);
        desk.named<QDateEdit>(u"Last day"_s)->setDate(QDate(2030, 1, 1));
        QTRY_COMPARE(desk.verdict(u"period"_s), PolicyResult::Fail);
        // The remedy is one click: the last day that is allowed.
        QAbstractButton *remedy = nullptr;
        for (auto *one : desk.form().findChildren<LinkButton *>()) {
            if (one->isVisible() && one->text().contains(u"last day"_s))
                remedy = one;
        }
        QVERIFY(remedy != nullptr);
        remedy->click();
        QTRY_COMPARE(desk.verdict(u"period"_s), PolicyResult::Pass);
        QCOMPARE(desk.form().request().to, desk.form().request().from.addDays(365));
    }

    //! Whoever uses the data is chosen among all teams and products, whatever the letters' case.
    void teamsAndProductsAreOfferedByName()
    {
        using domain::EntityKind;
        Desk desk;
        desk.source.known = {{EntityKind::Product, u"p-lines"_s, u"Order lines"_s},
                             {EntityKind::Product, u"p-pay"_s, u"Payments"_s},
                             {EntityKind::Team, u"team:Payments"_s, u"Payments"_s},
                             {EntityKind::Team, u"team:Order platform"_s, u"Order platform"_s}};
        desk.open({u"returns.returns_daily"_s});
        QTRY_VERIFY(desk.isReady(1));
        auto *field = desk.named<QComboBox>(u"Consumer"_s);
        QTRY_VERIFY(field->findText(u"Order platform"_s) >= 0);
        QStringList names;
        for (int i = 0; i < field->count(); ++i)
            names.append(field->itemText(i));
        auto sorted = names;
        std::stable_sort(sorted.begin(), sorted.end(), [](const auto &left, const auto &right) {
            return left.compare(right, Qt::CaseInsensitive) < 0;
        });
        QCOMPARE(names, sorted);
        QVERIFY(names.contains(u"Payments (product)"_s));
        field->setFocus();
        QTest::keyClicks(field, u"order pl"_s);
        QCOMPARE(field->currentText().toLower(), u"order platform"_s);
        const domain::Consumer team{EntityKind::Team, u"team:Order platform"_s,
                                    u"Order platform"_s};
        QCOMPARE(desk.form().request().consumer, team);
        field->setEditText(u"Payments"_s);
        QCOMPARE(desk.form().request().consumer.id, u"team:Payments"_s);
        field->setCurrentText(u"Payments (product)"_s);
        QCOMPARE(desk.form().request().consumer.id, u"p-pay"_s);
        // A stump is no team that anybody knows, and that is said once the field is left.
        const auto says = [&desk] {
            const auto labels = desk.form().findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [](const auto *one) {
                return one->isVisible() && one->text().contains(u"is known here"_s);
            });
        };
        field->setEditText(u"Ord"_s);
        desk.named<QPlainTextEdit>(u"Justification"_s)->setFocus();
        QTRY_VERIFY(says());
        QCOMPARE(desk.form().request().consumer.id, QString());
        field->setEditText(u"Order platform"_s);
        QTRY_VERIFY(!says());
        field->showPopup();
        QCOMPARE(field->view()->currentIndex().data().toString(), u"Order platform"_s);
        field->hidePopup();
    }

    //! Who was typed once is offered again, and is no more known for that.
    void whoWasTypedBeforeIsOfferedAgain()
    {
        Desk desk;
        desk.source.known = {{domain::EntityKind::Team, u"team:Payments"_s, u"Payments"_s}};
        for (const auto &name : {u"Night watch"_s, u"payments"_s, u"Night watch"_s}) {
            auto &one = desk.source.add(name, SampleAccess::maya(),
                                        {{u"returns.returns_daily"_s, {}}}, {}, u"Because."_s, 1);
            one.request.consumer.id.clear();
        }
        desk.source.touch();
        desk.open({u"returns.returns_daily"_s});
        QTRY_VERIFY(desk.isReady(1));
        auto *field = desk.named<QComboBox>(u"Consumer"_s);
        QStringList names;
        const auto count = [&](const QString &name) {
            names.clear();
            for (int i = 0; i < field->count(); ++i)
                names.append(field->itemText(i));
            return names.count(name);
        };
        QTRY_COMPARE(count(u"Night watch"_s), 1);
        QTRY_COMPARE(count(u"Payments"_s), 1);
        QCOMPARE(names.filter(u"payments"_s, Qt::CaseInsensitive).size(), 1);
        field->setEditText(u"Night watch"_s);
        desk.named<QPlainTextEdit>(u"Justification"_s)->setFocus();
        const domain::Consumer typed{domain::EntityKind::Team, {}, u"Night watch"_s};
        QCOMPARE(desk.form().request().consumer, typed);
        const auto says = [&desk] {
            const auto labels = desk.form().findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [](const auto *one) {
                return one->isVisible() && one->text().contains(u"is known here"_s);
            });
        };
        QTRY_VERIFY(says());
    }

    void aRuleThatFailsNeedsAReason()
    {
        Desk desk;
        desk.open({u"returns.returns_daily"_s});
        QTRY_VERIFY(desk.isReady(1));
        desk.named<QComboBox>(u"Consumer"_s)->setEditText(u"Order desk"_s);
        QTRY_VERIFY(desk.form().obstacle().contains(u"A rule fails"_s));
        desk.form().send();
        QCOMPARE(desk.source.asked.size(), 0);
        auto *why = desk.named<QPlainTextEdit>(u"Why it is asked all the same"_s);
        QVERIFY(why != nullptr);
        why->setPlainText(u"Legal has agreed"_s);
        QTRY_COMPARE(desk.form().obstacle(), QString());
        desk.form().send();
        QTRY_COMPARE(desk.source.asked.size(), 1);
        QCOMPARE(desk.source.asked.first().exception, u"Legal has agreed"_s);
    }

    //! One key does what the rule asks for: no field has to be looked for.
    void whatThePurposeDoesNotAllowIsLeftOutByAKey()
    {
        Desk desk;
        desk.open({u"customer.customers"_s});
        QTRY_VERIFY(desk.isReady(1));
        auto *purpose = desk.named<QComboBox>(u"Purpose"_s);
        purpose->setFocus();
        QTest::keyClick(purpose, Qt::Key_M, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget(), purpose); // a purpose comes first
        purpose->setCurrentIndex(2);
        QTRY_COMPARE(desk.verdict(u"purpose-for-personal-data"_s), PolicyResult::Fail);
        desk.named<QPlainTextEdit>(u"Justification"_s)
            ->setPlainText(u"To see how many come back, in the whole"_s);
        for (int i = 0; i < 3 && desk.form().request().items.first().fields.isEmpty(); ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_M, Qt::ControlModifier);
        QTRY_COMPARE(desk.verdict(u"purpose-for-personal-data"_s), PolicyResult::Pass);
        QCOMPARE(desk.form().request().items.first().fields.size(), 3);
    }

    void fieldsThatAreNotNeededAreLeftOut()
    {
        Desk desk;
        desk.open({u"customer.customers"_s});
        QTRY_VERIFY(desk.isReady(1));
        auto *purpose = desk.named<QComboBox>(u"Purpose"_s);
        purpose->setCurrentIndex(2);
        QTRY_COMPARE(desk.verdict(u"purpose-for-personal-data"_s), PolicyResult::Fail);
        auto *tree = desk.named<QAbstractItemView>(u"Fields"_s);
        auto *model = tree->model();
        const auto top = model->index(0, 0);
        for (int row : {3, 4})
            model->setData(model->index(row, 0, top), Qt::Unchecked, Qt::CheckStateRole);
        QTRY_COMPARE(desk.verdict(u"purpose-for-personal-data"_s), PolicyResult::Pass);
        QCOMPARE(desk.form().request().items.first().fields.size(), 3);
        model->setData(top, Qt::Unchecked, Qt::CheckStateRole);
        QTRY_VERIFY(desk.form().obstacle().contains(u"customer.customers"_s)
                    || desk.form().obstacle().contains(u"Say which"_s));
    }

    void whatNoAccountTakesIsLeftOutAndLeadsToItsPage()
    {
        Desk desk;
        desk.open({u"returns.returns_daily"_s, u"web.clicks"_s});
        QTRY_VERIFY(desk.isReady(1));
        QSignalSpy opened(&desk.pane, &Pane::openRequested);
        QTRY_VERIFY(desk.named<LinkButton>(u"Ask on its own page"_s) != nullptr);
        desk.named<LinkButton>(u"Ask on its own page"_s)->click();
        QCOMPARE(opened.size(), 1);
        QCOMPARE(desk.form().request().items.first().port, u"returns.returns_daily"_s);
    }

    //! Where its platform has a page for it, that is opened, and nothing is kept as asked.
    void theLinkOfWhatNoAccountTakesOpensItsPage()
    {
        Desk desk;
        desk.source.page = u"https://catalogue.example.com/clicks/request"_s;
        OpenedLinks opened;
        desk.open({u"returns.returns_daily"_s, u"web.clicks"_s});
        QTRY_VERIFY(desk.isReady(1));
        QTRY_VERIFY(desk.named<LinkButton>(u"Ask on its own page"_s) != nullptr);
        desk.named<LinkButton>(u"Ask on its own page"_s)->click();
        QCOMPARE(opened.all, QList<QUrl>{QUrl(desk.source.page)});
        QVERIFY(desk.source.asked.isEmpty());
    }

    void aDraftIsGoneOnWithAndReplaced()
    {
        Desk desk;
        desk.open({u"returns.returns_daily"_s});
        QTRY_VERIFY(desk.isReady(1));
        desk.named<QComboBox>(u"Consumer"_s)->setEditText(u"Night shift"_s);
        desk.form().saveDraft();
        QTRY_COMPARE(desk.source.asked.size(), 1);
        QCOMPARE(desk.source.of(u"Night shift"_s).outcome.state, domain::RequestState::Draft);
        const auto draft = desk.source.asked.first().id;
        QTRY_COMPARE(desk.pane.mine()->current(), draft);
        Q_EMIT desk.pane.mine()->formWanted(draft);
        QTRY_VERIFY(desk.isReady(1));
        QCOMPARE(desk.form().request().consumer.name, u"Night shift"_s);
        desk.named<QComboBox>(u"Purpose"_s)->setCurrentIndex(1);
        desk.named<QPlainTextEdit>(u"Justification"_s)
            ->setPlainText(u"Look after what came in at night"_s);
        QTRY_COMPARE(desk.form().obstacle(), QString());
        desk.form().send();
        QTRY_COMPARE(desk.source.asked.size(), 2);
        // The draft is gone only after the request is safe.
        QTRY_VERIFY(desk.source.caseOf(draft) == nullptr);
    }

    void whatWasTypedComesBackAfterARestart()
    {
        QVariantMap state;
        {
            Desk desk;
            desk.openThree();
            QTRY_VERIFY(desk.isReady());
            desk.named<QComboBox>(u"Purpose"_s)->setCurrentIndex(2);
            desk.named<QPlainTextEdit>(u"Justification"_s)->setPlainText(u"Half a sentence"_s);
            QTRY_VERIFY(desk.named<QComboBox>(u"Role for order_events.v3"_s) != nullptr);
            desk.named<QComboBox>(u"Role for order_events.v3"_s)->setCurrentIndex(1);
            desk.accept();
            state = desk.pane.saveState();
        }
        Desk desk;
        desk.pane.restoreState(state);
        QTRY_VERIFY(desk.isReady());
        QCOMPARE(desk.pane.page(), Page::Form);
        const auto asked = desk.form().request();
        QCOMPARE(asked.purpose, u"analytics"_s);
        QCOMPARE(asked.justification, u"Half a sentence"_s);
        QCOMPARE(asked.items.first().role, u"order_pii_reader"_s);
        QCOMPARE(asked.terms.size(), 2);
    }

    void whatNobodyKnowsAnyMoreStaysInADraft()
    {
        QVariantMap state;
        {
            Desk desk;
            desk.openThree();
            QTRY_VERIFY(desk.isReady());
            auto draft = desk.form().request();
            draft.items.append({.port = u"gone.port"_s,
                                .product = u"gone"_s,
                                .account = u"mesh"_s,
                                .role = u"reader"_s,
                                .fields = {u"a"_s}});
            desk.form().startFrom(draft, {7});
            QTRY_VERIFY(desk.isReady(4));
            state = desk.pane.saveState();
        }
        Desk desk;
        desk.pane.restoreState(state);
        QTRY_VERIFY(desk.isReady(4));
        const auto kept = desk.form().request().items.last();
        QCOMPARE(kept.port, u"gone.port"_s);
        QCOMPARE(kept.role, u"reader"_s);
        QCOMPARE(kept.fields, QStringList{u"a"_s});
        QVERIFY(desk.form().obstacle().startsWith(u"gone.port is no longer known"_s));
        QTRY_VERIFY(desk.named<QAbstractButton>(u"Leave gone.port out"_s) != nullptr);
        desk.named<QAbstractButton>(u"Leave gone.port out"_s)->click();
        QTRY_VERIFY(desk.isReady());
        QVERIFY(!desk.form().obstacle().contains(u"no longer known"_s));
    }

    void termsThatChangedHaveToBeAcceptedAgain()
    {
        Desk desk;
        desk.openThree();
        QTRY_VERIFY(desk.isReady());
        desk.accept();
        auto state = desk.pane.saveState();
        auto form = state.value(u"form"_s).toMap();
        auto terms = form.value(u"terms"_s).toMap();
        terms.insert(terms.firstKey(), QString(64, u'0'));
        form.insert(u"terms"_s, terms);
        state.insert(u"form"_s, form);
        Desk other;
        other.pane.restoreState(state);
        QTRY_VERIFY(other.isReady());
        QCOMPARE(other.form().request().terms.size(), 1);
        QTRY_COMPARE(other.verdict(u"terms"_s), PolicyResult::Fail);
    }

    //! Who decides on one platform cannot see what was asked for on another.
    void whatGoesToSeveralAccountsIsARequestForEach()
    {
        Desk desk;
        desk.source.elsewhere = {u"returns.returns_daily"_s};
        desk.openThree();
        QTRY_VERIFY(desk.isReady());
        desk.accept();
        desk.named<QPlainTextEdit>(u"Justification"_s)
            ->setPlainText(
                u"Returns are compared with orders, to see why parcels come back so often."_s);
        desk.named<QComboBox>(u"Consumer"_s)->setEditText(u"Returns desk"_s);
        desk.named<QComboBox>(u"Purpose"_s)->setCurrentIndex(1);
        if (auto *why = desk.named<QPlainTextEdit>(u"Why it is asked"_s))
            why->setPlainText(u"Because."_s);
        QTRY_VERIFY2(desk.form().obstacle().isEmpty()
                         || desk.named<QPlainTextEdit>(u"Why it is asked"_s) != nullptr,
                     qPrintable(desk.form().obstacle()));
        if (auto *why = desk.named<QPlainTextEdit>(u"Why it is asked"_s))
            why->setPlainText(u"Because."_s);
        QTRY_VERIFY2(desk.form().obstacle().isEmpty(), qPrintable(desk.form().obstacle()));
        // One that is refused takes the other with it, and the form keeps all that was typed.
        desk.source.isHubClosed = true;
        const int boards = desk.source.boards;
        desk.form().send();
        QTRY_VERIFY(desk.source.boards > boards); // it was answered
        QTRY_VERIFY(desk.isReady());
        QCOMPARE(desk.source.asked.size(), 0);
        QVERIFY(desk.form().isBegun());
        desk.source.isHubClosed = false;
        desk.form().send();
        QTRY_COMPARE(desk.source.asked.size(), 2);
        const auto here = desk.source.asked.at(0);
        const auto there = desk.source.asked.at(1);
        QCOMPARE(here.items.size(), 2);
        QCOMPARE(there.items.size(), 1);
        QCOMPARE(there.items.first().port, u"returns.returns_daily"_s);
        QCOMPARE(here.justification, there.justification);
        for (const auto &verdict : there.verdicts)
            QVERIFY(verdict.port.isEmpty() || verdict.port == u"returns.returns_daily"_s);
        QTRY_VERIFY(!desk.form().isBegun());
    }

    void fieldsThatWereSelectedElsewhereAreTicked()
    {
        Desk desk;
        desk.pane.showQuery(u"new:"_s + Desk::idOf(u"customer.customers"_s) + u"\nsegment"_s);
        QTRY_VERIFY(desk.isReady(1));
        QTRY_COMPARE(desk.form().request().items.first().fields, QStringList{u"segment"_s});
    }

    void whatIsCollectedIsAskedForTogetherAndThenGone()
    {
        QTemporaryDir dir;
        const SystemClock clock;
        const auto store = *store::Store::open(*store::Profile::open(dir.path()), clock);
        items::Basket basket(store->accounts(), store->changes());
        const auto events = SampleAccess::portIdOf(u"order_events.v3"_s);
        const auto customers = SampleAccess::portIdOf(u"customer.customers"_s);
        basket.add(events);
        basket.add(customers, {u"segment"_s});
        basket.add(customers, {u"country"_s});
        QTRY_COMPARE(basket.count(), 2);
        QTRY_COMPARE(basket.entries().last().fields, QStringList({u"segment"_s, u"country"_s}));
        Desk desk;
        desk.pane.setBasket(basket);
        desk.pane.showQuery(u"collected"_s);
        QTRY_VERIFY(desk.isReady(2));
        QCOMPARE(desk.pane.page(), Page::Form);
        QTRY_COMPARE(desk.form().request().items.last().fields.size(), 2);
        // More comes while the form is open; what was typed stays.
        desk.named<QPlainTextEdit>(u"Justification"_s)->setPlainText(u"Kept"_s);
        basket.add(SampleAccess::portIdOf(u"payment_events.v2"_s));
        QTRY_COMPARE(basket.count(), 3);
        desk.pane.showQuery(u"collected"_s);
        QTRY_VERIFY(desk.isReady(3));
        QCOMPARE(desk.form().request().justification, u"Kept"_s);
        desk.form().saveDraft();
        QTRY_COMPARE(basket.count(), 0);
        // Discarded is not asked for: it is kept.
        basket.add(events);
        QTRY_COMPARE(basket.count(), 1);
        desk.pane.showQuery(u"collected"_s);
        QTRY_VERIFY(desk.isReady(1));
        QTRY_VERIFY(desk.named<QAbstractButton>(u"Discard"_s) != nullptr);
        desk.named<QAbstractButton>(u"Discard"_s)->click();
        QTest::qWait(50);
        QCOMPARE(basket.count(), 1);
    }

    void portsAreAddedAndLeftOut()
    {
        Desk desk;
        desk.openThree();
        QTRY_VERIFY(desk.isReady());
        desk.named<QPlainTextEdit>(u"Justification"_s)->setPlainText(u"Kept"_s);
        desk.open({u"payment_events.v2"_s});
        QTRY_VERIFY(desk.isReady(4));
        QCOMPARE(desk.form().request().justification, u"Kept"_s);
        QTRY_VERIFY(desk.named<QAbstractButton>(u"Leave returns.returns_daily out"_s) != nullptr);
        desk.named<QAbstractButton>(u"Leave returns.returns_daily out"_s)->click();
        QTRY_VERIFY(desk.isReady(3));
    }

    void whatIsAskedOftenIsFilledInFromATemplate()
    {
        QVariantMap state;
        access::RequestTemplate kept;
        {
            Desk desk;
            desk.openThree();
            QTRY_VERIFY(desk.isReady());
            auto &templates = *desk.form().templates();
            // One's own last requests are there without being kept.
            QVERIFY(!templates.recent().isEmpty());
            const auto last = templates.recent().first();
            desk.form().useTemplate(last);
            const auto asked = desk.form().request();
            QCOMPARE(asked.justification, last.justification);
            QCOMPARE(asked.purpose, last.purpose);
            QCOMPARE(asked.consumer.name, last.consumer);
            QCOMPARE(int(asked.from.daysTo(asked.to)) + 1, last.days);
            QCOMPARE(asked.items.size(), 3); // the ports stay
            kept = {asked.purpose, u"Every month again."_s, last.consumer, 0};
            templates.keep(kept);
            templates.keep(last);
            QVERIFY(!templates.recent().contains(last)); // not twice
            templates.forget(last);
            state = desk.pane.saveState();
        }
        Desk desk;
        desk.pane.restoreState(state);
        QTRY_VERIFY(desk.pane.isSettled());
        QCOMPARE(desk.form().templates()->kept(), QList{kept});
        desk.openThree();
        QTRY_VERIFY(desk.isReady());
        desk.form().useTemplate(kept);
        QCOMPARE(desk.form().request().justification, u"Every month again."_s);
        QVERIFY(!desk.form().request().to.isValid());
    }
};

QTEST_MAIN(TestRequestForm)
#include "tst_requestform.moc"
