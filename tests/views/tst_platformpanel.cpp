// SPDX-License-Identifier: GPL-3.0-or-later
// What platforms find, below the results of the cache: asked on purpose only, account by account,
// by keyboard, in every look. With PORTOLAN_PICTURES=<folder> it writes the pictures.
#include "models/items/platformhitmodel.h"
#include "tests/items/fakeplatforms.h"
#include "tests/views/samplecatalog.h"
#include "views/catalog/catalogpane.h"
#include "views/catalog/platformpanel.h"
#include "views/shared/theme.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QDesktopServices>
#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSplitter>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using items::PlatformHitModel;
using sync::Absence;
using sync::FoundThing;
using tests::FakePlatforms;
using tests::SampleCatalog;
using tests::searched;
using views::OpenMode;
using views::Theme;
using views::catalog::CatalogPane;
using views::catalog::PlatformPanel;

namespace {

constexpr QSize wide(1392, 800); // the body of a window of 1440 by 900
constexpr QSize narrow(976, 600); // of 1024 by 700

QList<FoundThing> things()
{
    FoundThing known{.nativeId = u"urn:1"_s,
                     .kind = domain::EntityKind::Product,
                     .name = u"Order events"_s,
                     .snippet = u"Every order as it is placed, paid, shipped and returned"_s,
                     .place = u"Orders"_s,
                     .page = u"https://datahub.example/1"_s,
                     .cached = tests::thing(u"Order events"_s).id};
    FoundThing other{.nativeId = u"urn:2"_s,
                     .kind = domain::EntityKind::Asset,
                     .type = u"table"_s,
                     .name = u"gl_order_postings"_s,
                     .snippet = u"Postings of the general ledger for each order, by month"_s,
                     .place = u"Finance"_s,
                     .page = u"https://datahub.example/2"_s,
                     .absence = Absence::NotKept};
    FoundThing third{.nativeId = u"urn:3"_s,
                     .kind = domain::EntityKind::Asset,
                     .type = u"dashboard"_s,
                     .name = u"Order intake by region"_s,
                     .place = u"Sales"_s,
                     .absence = Absence::NotSynced};
    return {known, other, third};
}

//! A pane over the sample with three accounts that can be searched, shown and settled.
struct Shown
{
    explicit Shown(QSize size = wide, const QString &query = u"order"_s)
        : pane({.catalog = sample.catalog, .pages = sample.pages, .platforms = &platforms})
    {
        platforms.setAccounts({searched(u"corp"_s, u"datahub"_s),
                               searched(u"lab"_s, u"openmetadata"_s),
                               searched(u"runs"_s, u"marquez"_s)});
        pane.resize(size);
        pane.show();
        QApplication::setActiveWindow(&pane);
        pane.showQuery(query);
        QTest::qWait(200);
    }

    PlatformPanel *panel() const { return pane.findChild<PlatformPanel *>(); }

    QListView *list() const
    {
        for (auto *view : pane.findChildren<QListView *>()) {
            if (qobject_cast<PlatformHitModel *>(view->model()))
                return view;
        }
        return nullptr;
    }

    QAbstractButton *button(const QString &name) const
    {
        for (auto *button : pane.findChildren<QAbstractButton *>()) {
            if (button->accessibleName() == name || button->text() == name)
                return button;
        }
        return nullptr;
    }

    //! Asks by the key, and lets the three answer.
    void askAndAnswer()
    {
        press(&pane);
        platforms.begin();
        platforms.answer(0, things());
        platforms.answer(1, QList<FoundThing>());
        platforms.answer(2, failure(Error::Kind::Offline, u"no route to host"_s));
        platforms.end();
    }

    static void press(QWidget *widget)
    {
        auto *target =
            QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : widget;
        QTest::keyClick(target, Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    }

    QStringList texts(int role = Qt::DisplayRole) const
    {
        QStringList all;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            all.append(list()->model()->index(row, 0).data(role).toString());
        return all;
    }

    SampleCatalog sample;
    FakePlatforms platforms;
    CatalogPane pane;
};

} // namespace

//! Takes what would be opened in the browser.
class Browser : public QObject
{
    Q_OBJECT

public:
    Browser() { QDesktopServices::setUrlHandler(u"https"_s, this, "open"); }

    ~Browser() override { QDesktopServices::unsetUrlHandler(u"https"_s); }

    Q_INVOKABLE void open(const QUrl &url) { opened.append(url); }

    QList<QUrl> opened;
};

class TestPlatformPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        m_theme = std::make_unique<Theme>();
        m_theme->setChoice(Theme::Choice::Light);
        QTest::failOnWarning(QRegularExpression(u"QObject|QPainter|QLayout"_s));
    }

    void cleanupTestCase() { m_theme.reset(); }

    void nothingIsSentUnasked()
    {
        Shown shown;
        auto *field = shown.pane.findChild<QLineEdit *>();
        field->setFocus();
        QTest::keyClicks(field, u" late customers"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTest::qWait(200);
        QVERIFY(shown.platforms.queries.isEmpty());
        QVERIFY(shown.panel()->isVisible());
        QVERIFY(!shown.list()->isVisible());

        Shown::press(&shown.pane);
        QCOMPARE(shown.platforms.queries.size(), 1);
        QVERIFY(shown.platforms.queries.first().contains(u"customers"_s));
        // What is typed from now on is sent no more than before.
        QTest::keyClicks(field, u"x"_s);
        QCOMPARE(shown.platforms.queries.size(), 1);
        QTest::mouseClick(shown.button(u"Search for the new words"_s), Qt::LeftButton);
        QCOMPARE(shown.platforms.queries.size(), 2);
    }

    void itIsAmongTheActionsOfThePane()
    {
        Shown shown;
        QAction *found = nullptr;
        for (auto *action : shown.pane.paneActions()) {
            if (action->text() == u"Search on the platforms"_s)
                found = action;
        }
        QVERIFY(found != nullptr);
        found->trigger();
        QCOMPARE(shown.platforms.queries.size(), 1);
        // Without anybody to ask there is no such action, and no strip.
        SampleCatalog sample;
        const CatalogPane plain({.catalog = sample.catalog, .pages = sample.pages});
        for (const auto *action : plain.paneActions())
            QVERIFY(action->text() != u"Search on the platforms"_s);
    }

    void eachAccountSaysHowFarItIs()
    {
        Shown shown;
        const QAbstractItemModelTester tester(shown.list()->model());
        Shown::press(&shown.pane);
        QVERIFY(shown.list()->isVisible());
        shown.platforms.begin();
        QCOMPARE(shown.texts(), (QStringList{u"corp"_s, u"lab"_s, u"runs"_s}));
        QCOMPARE(shown.texts(PlatformHitModel::StandingRole),
                 (QStringList{u"Asking…"_s, u"Asking…"_s, u"Asking…"_s}));
        // In any order; each has its place.
        shown.platforms.answer(1, QList<FoundThing>());
        shown.platforms.answer(2, failure(Error::Kind::Unauthorised, u"expired"_s));
        shown.platforms.answer(0, things());
        QCOMPARE(shown.texts(),
                 (QStringList{u"corp"_s, u"Order events"_s, u"gl_order_postings"_s,
                              u"Order intake by region"_s, u"lab"_s, u"runs"_s}));
        QCOMPARE(shown.texts(PlatformHitModel::StandingRole),
                 (QStringList{u"3 found"_s, u"In the catalogue"_s, u"Only on the platform"_s,
                              u"Only on the platform"_s, u"Nothing found"_s, u"Sign in again"_s}));
        QVERIFY(shown.button(u"Stop"_s)->isVisible());
        shown.platforms.end();
        QVERIFY(!shown.button(u"Stop"_s)->isVisible());
        // A screen reader hears all of a row.
        const auto row = shown.list()->model()->index(2, 0);
        QCOMPARE(row.data(Qt::AccessibleTextRole).toString(),
                 u"gl_order_postings, Table, Finance, corp, Only on the platform"_s);
        const auto marks =
            row.data(PlatformHitModel::NameMarksRole).value<PlatformHitModel::Ranges>();
        QCOMPARE(marks, (PlatformHitModel::Ranges{{3, 8}}));
    }

    void whatMayBeMoreIsCalledTheFirst()
    {
        Shown shown;
        Shown::press(&shown.pane);
        shown.platforms.begin();
        shown.platforms.answer(0, things(), true);
        QCOMPARE(shown.texts(PlatformHitModel::StandingRole).first(), u"The first 3"_s);
    }

    void failuresAreInWords_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("words");
        QTest::newRow("offline") << int(Error::Kind::Offline) << u"Offline"_s;
        QTest::newRow("signed out") << int(Error::Kind::Unauthorised) << u"Sign in again"_s;
        QTest::newRow("forbidden") << int(Error::Kind::Forbidden) << u"You may not"_s;
        QTest::newRow("slow") << int(Error::Kind::Unavailable) << u"does not answer"_s;
        QTest::newRow("garbage") << int(Error::Kind::Protocol) << u"not understood"_s;
        QTest::newRow("no search") << int(Error::Kind::NotFound) << u"no search"_s;
    }

    void failuresAreInWords()
    {
        QFETCH(int, kind);
        QFETCH(QString, words);
        const auto text = items::searchErrorText({Error::Kind(kind), u"curl 7"_s});
        QVERIFY2(text.contains(words), qPrintable(text));
        QVERIFY(!text.contains(u"curl"_s));
    }

    void enterOpensWhatIsHereAndThePageOfWhatIsNot()
    {
        Shown shown;
        const Browser browser;
        QSignalSpy opened(&shown.pane, &CatalogPane::openRequested);
        shown.askAndAnswer();
        QCOMPARE(QApplication::focusWidget(), shown.list());
        QCOMPARE(shown.list()->currentIndex().row(), 1); // the first hit
        QTest::keyClick(shown.list(), Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.at(0).at(0).toUuid(), tests::thing(u"Order events"_s).id);
        QTest::keyClick(shown.list(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(opened.at(1).at(1).value<OpenMode>() == OpenMode::Background);
        QVERIFY(browser.opened.isEmpty());

        QTest::keyClick(shown.list(), Qt::Key_Down);
        QVERIFY(note(shown).contains(u"outside of the domains that “corp” keeps"_s));
        QVERIFY(note(shown).contains(u"DataHub"_s));
        QTest::keyClick(shown.list(), Qt::Key_Return);
        QCOMPARE(browser.opened, QList<QUrl>{QUrl(u"https://datahub.example/2"_s)});
        QCOMPARE(opened.count(), 2);

        // Nothing opens where the platform has no page.
        QTest::keyClick(shown.list(), Qt::Key_Down);
        QVERIFY(note(shown).contains(u"after the last sync"_s));
        QVERIFY(!note(shown).contains(u"Enter"_s));
        QTest::keyClick(shown.list(), Qt::Key_Return);
        QCOMPARE(browser.opened.size(), 1);
    }

    void anUnsafePageIsNotOpened()
    {
        Shown shown;
        const Browser browser;
        Shown::press(&shown.pane);
        shown.platforms.begin();
        auto hostile = things().at(1);
        hostile.page = u"file:///etc/passwd"_s;
        shown.platforms.answer(0, QList{hostile});
        QTest::keyClick(shown.list(), Qt::Key_Return);
        QVERIFY(browser.opened.isEmpty());
        for (auto *box : shown.pane.findChildren<QMessageBox *>())
            box->reject();
    }

    void theFirstHitIsLookedAt()
    {
        Shown shown;
        Shown::press(&shown.pane);
        shown.platforms.begin();
        shown.platforms.answer(1, things()); // the second account is the first that answers
        const auto current = shown.list()->currentIndex();
        QVERIFY(!current.data(PlatformHitModel::IsHeadRole).toBool());
        QCOMPARE(current.data().toString(), things().first().name);
        // Who is somewhere already stays there.
        shown.platforms.answer(0, things());
        QCOMPARE(shown.list()->currentIndex().data(PlatformHitModel::AccountRole), u"lab"_s);
    }

    void enterOnAnAccountThatFailedHelps()
    {
        // What is quoted is a word, also when it is asked for once more.
        Shown shown(wide, u"\"kind:table\" order"_s);
        QSignalSpy wanted(&shown.pane, &CatalogPane::paneRequested);
        Shown::press(&shown.pane);
        shown.platforms.begin();
        shown.platforms.answer(0, failure(Error::Kind::Unauthorised, u"expired"_s));
        shown.platforms.answer(1, failure(Error::Kind::Offline, u"gone"_s));
        shown.list()->setCurrentIndex(shown.list()->model()->index(0, 0));
        QTest::keyClick(shown.list(), Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.at(0).at(0).toString(), u"accounts"_s);
        QCOMPARE(wanted.at(0).at(1).toString(), u"corp"_s);
        QCOMPARE(shown.platforms.queries.size(), 1);
        QTest::keyClick(shown.list(), Qt::Key_Down);
        QTest::keyClick(shown.list(), Qt::Key_Return);
        QCOMPARE(shown.platforms.queries.size(), 2);
        QCOMPARE(shown.platforms.queries.last(), shown.platforms.queries.first());
    }

    void anAnswerToAnOlderQuestionIsDropped()
    {
        Shown shown;
        Shown::press(&shown.pane);
        shown.platforms.begin();
        const auto older = shown.platforms.question;
        shown.pane.showQuery(u"customer"_s);
        Shown::press(&shown.pane);
        shown.platforms.answer(older, 0, things(), false);
        QCOMPARE(shown.texts(), QStringList());
        shown.platforms.begin();
        shown.platforms.answer(older, 0, things(), false);
        QCOMPARE(shown.texts(), (QStringList{u"corp"_s, u"lab"_s, u"runs"_s}));
        // And none is told twice.
        shown.platforms.answer(0, things());
        shown.platforms.answer(0, things());
        QCOMPARE(shown.texts().size(), 6);
    }

    void escapeStopsThenShuts()
    {
        Shown shown;
        Shown::press(&shown.pane);
        shown.platforms.begin();
        shown.platforms.answer(0, things());
        QTest::keyClick(shown.list(), Qt::Key_Escape);
        QCOMPARE(shown.platforms.cancelled, 1);
        QCOMPARE(shown.texts(PlatformHitModel::StandingRole).last(), u"Stopped"_s);
        QCOMPARE(shown.texts().size(), 6); // what has come stays
        shown.platforms.answer(1, things()); // and what comes later is not wanted
        QCOMPARE(shown.texts().size(), 6);
        QTest::keyClick(shown.list(), Qt::Key_Escape);
        QVERIFY(!shown.list()->isVisible());
        QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Results"_s);
        QCOMPARE(shown.texts(), QStringList());
    }

    void withoutWordsNobodyIsAsked()
    {
        Shown shown(wide, u"kind:product"_s);
        Shown::press(&shown.pane);
        QVERIFY(shown.platforms.queries.isEmpty());
        QVERIFY(!shown.list()->isVisible());
        QCOMPARE(QApplication::focusWidget(), shown.pane.findChild<QLineEdit *>());
        QVERIFY(!shown.button(u"Search on the platforms"_s)->isEnabled());
    }

    void withoutAPlatformThePaneSaysWhatItWouldBe()
    {
        Shown shown;
        shown.platforms.setAccounts({});
        QVERIFY(!shown.panel()->isVisible());
        QSignalSpy wanted(&shown.pane, &CatalogPane::paneRequested);
        Shown::press(&shown.pane);
        QVERIFY(shown.panel()->isVisible());
        auto *add = shown.button(u"Add an account"_s);
        for (auto *button : shown.panel()->findChildren<QAbstractButton *>()) {
            if (button->text() == u"Add an account"_s)
                add = button;
        }
        QVERIFY(add->isVisible());
        QTest::mouseClick(add, Qt::LeftButton);
        QCOMPARE(wanted.at(0).at(0).toString(), u"accounts"_s);
    }

    void everyControlHasANameAndAPlaceInTheOrder()
    {
        Shown shown;
        shown.askAndAnswer();
        QVERIFY(shown.pane.parts().contains(shown.list()));
        for (const auto *widget : shown.panel()->findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const bool isNamed =
                !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            const bool isInside =
                widget->inherits("QScrollBar") || widget->objectName().startsWith(u"qt_"_s);
            QVERIFY2(isNamed || isInside, widget->metaObject()->className());
        }
    }

    void theHeightIsBackAndNothingIsAsked()
    {
        QVariantMap state;
        int height = 0;
        {
            Shown shown;
            shown.askAndAnswer();
            auto *splitter = qobject_cast<QSplitter *>(shown.panel()->parentWidget());
            QVERIFY(splitter != nullptr);
            const auto sizes = splitter->sizes();
            splitter->setSizes({sizes.at(0) + 60, sizes.at(1) - 60});
            Q_EMIT splitter->splitterMoved(0, 1);
            height = shown.panel()->height();
            state = shown.pane.saveState();
        }
        Shown again;
        again.pane.restoreState(state);
        QTest::qWait(100);
        QVERIFY(again.platforms.queries.isEmpty());
        again.askAndAnswer();
        QCOMPARE(again.panel()->height(), height);
    }

    void hostileTextIsText()
    {
        Shown shown;
        Shown::press(&shown.pane);
        shown.platforms.begin();
        auto hostile = things().at(1);
        hostile.name = u"<img src='file:///x'>\n\u202Egnp"_s;
        hostile.snippet = QString(5000, u'x');
        hostile.place = u"a\nb"_s;
        shown.platforms.answer(0, QList{hostile});
        const auto name = shown.texts().at(1);
        QVERIFY(!name.contains(u'\n') && !name.contains(QChar(0x202e)));
        QVERIFY(shown.texts(PlatformHitModel::SecondLineRole).at(1).size() < 500);
        QVERIFY(!shown.pane.grab().isNull());
    }

    void everyLook_data()
    {
        QTest::addColumn<Theme::Choice>("choice");
        QTest::addColumn<int>("percent");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("state");
        QTest::newRow("light") << Theme::Choice::Light << 100 << wide << u"found"_s;
        QTest::newRow("dark") << Theme::Choice::Dark << 100 << wide << u"found"_s;
        QTest::newRow("contrast") << Theme::Choice::HighContrast << 100 << wide << u"found"_s;
        QTest::newRow("1024-light") << Theme::Choice::Light << 100 << narrow << u"found"_s;
        QTest::newRow("1024-dark") << Theme::Choice::Dark << 100 << narrow << u"found"_s;
        QTest::newRow("light-200pct") << Theme::Choice::Light << 200 << wide << u"found"_s;
        QTest::newRow("1024-200pct") << Theme::Choice::Dark << 200 << narrow << u"found"_s;
        QTest::newRow("strip") << Theme::Choice::Light << 100 << wide << u"strip"_s;
        QTest::newRow("1024-strip") << Theme::Choice::Dark << 100 << narrow << u"strip"_s;
        QTest::newRow("asking") << Theme::Choice::Light << 100 << wide << u"asking"_s;
        QTest::newRow("nobody") << Theme::Choice::Light << 100 << wide << u"nobody"_s;
    }

    void everyLook()
    {
        QFETCH(Theme::Choice, choice);
        QFETCH(int, percent);
        QFETCH(QSize, size);
        QFETCH(QString, state);
        m_theme->setChoice(choice);
        m_theme->setTextPercent(percent);
        {
            Shown shown(size);
            if (state == u"nobody"_s)
                shown.platforms.setAccounts({});
            if (state == u"found"_s)
                shown.askAndAnswer();
            else if (state != u"strip"_s)
                Shown::press(&shown.pane);
            if (state == u"asking"_s) {
                shown.platforms.begin();
                shown.platforms.answer(0, things());
            }
            if (state == u"found"_s)
                QTest::keyClick(shown.list(), Qt::Key_Down);
            QTest::qWait(100);
            const auto picture = shown.pane.grab().toImage();
            const auto folder = qEnvironmentVariable("PORTOLAN_PICTURES");
            if (!folder.isEmpty())
                picture.save(QDir(folder).filePath(
                    u"platforms-%1.png"_s.arg(QString::fromLatin1(QTest::currentDataTag()))));
            // Neither half crowds the other out, and no button is cut off.
            QVERIFY(shown.panel()->isVisible());
            for (const auto *button : shown.panel()->findChildren<QAbstractButton *>()) {
                if (!button->isVisible())
                    continue;
                QVERIFY2(button->width() >= button->minimumSizeHint().width(),
                         qPrintable(button->accessibleName()));
                const auto end = button->mapTo(shown.panel(), QPoint(button->width(), 0)).x();
                QVERIFY(end <= shown.panel()->width());
            }
            if (state == u"found"_s)
                QVERIFY(shown.list()->height() >= shown.list()->sizeHintForRow(0));
        }
        m_theme->setChoice(Theme::Choice::Light);
        m_theme->setTextPercent(100);
    }

private:
    //! What stands below the list about the row under the cursor.
    static QString note(const Shown &shown)
    {
        for (const auto *label : shown.panel()->findChildren<views::ElidedLabel *>()) {
            if (label->text().contains(u"catalogue"_s))
                return label->text();
        }
        return {};
    }

    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(TestPlatformPanel)
#include "tst_platformpanel.moc"
