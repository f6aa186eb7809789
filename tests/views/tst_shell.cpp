// SPDX-License-Identifier: GPL-3.0-or-later
// The window around the panes: keyboard, history, tabs, and that all of it is back after a restart.
#include "tests/items/fakecatalog.h"
#include "tests/views/pagewalk.h"
#include "views/shared/longwork.h"
#include "views/shared/theme.h"
#include "views/shell/commandpalette.h"
#include "views/shell/documenttabs.h"
#include "views/shell/firstrunpage.h"
#include "views/shell/history.h"
#include "views/shell/mainwindow.h"
#include "views/shell/settingspage.h"
#include "views/shell/statusline.h"
#include "views/shell/workspace.h"

#include <QAccessible>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

#include <atomic>
#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::views;
using namespace portolan::views::shell;

namespace {

//! A pane with one field, which is also its state.
class FieldPane final : public Pane
{
public:
    explicit FieldPane(const QString &name)
        : m_name(name)
        , field(new QLineEdit(this))
    {
        field->setAccessibleName(name);
        (new QVBoxLayout(this))->addWidget(field);
    }

    QString title() const override { return m_name; }

    QString iconName() const override { return u"kind-product"_s; }

    QList<Crumb> breadcrumb() const override { return {{u"Orders"_s, u"domain:Orders"_s}}; }

    QVariantMap saveState() const override { return {{u"text"_s, field->text()}}; }

    void restoreState(const QVariantMap &s) override
    {
        field->setText(s.value(u"text"_s).toString());
    }

    QVariantMap historyState() const override { return saveState(); }

    void restoreHistory(const QVariantMap &s) override { restoreState(s); }

    void showQuery(const QString &query) override { field->setText(query); }

    QList<QWidget *> parts() const override { return QList<QWidget *>{field} + more; }

private:
    QString m_name;

public:
    QList<QWidget *> more; //!< further parts
    QLineEdit *field;
};

class Factory final : public PaneFactory
{
public:
    QList<PaneInfo> panes() const override
    {
        return {{u"catalogue"_s, u"Catalogue"_s, u"pane-catalogue"_s, PaneInfo::Place::Top},
                {u"problems"_s, u"Problems"_s, u"problems"_s, PaneInfo::Place::Top},
                {u"accounts"_s, u"Accounts"_s, u"pane-accounts"_s, PaneInfo::Place::Bottom}};
    }

    std::unique_ptr<Pane> create(const QString &id) override
    {
        return std::make_unique<FieldPane>(id);
    }

    std::unique_ptr<Pane> createDocument(const QUuid &id) override
    {
        ++documents;
        auto pane = std::make_unique<FieldPane>(idText(id).left(8));
        pane->field->setVisible(!isLate);
        return pane;
    }

    int documents = 0;
    bool isLate = false; //!< documents show nothing at first
};

//! A window over a settings file, as the program makes it.
struct Window
{
    explicit Window(const QString &file)
        : state(file)
        , window({factory, catalog, theme, state, clock, true})
    {
        window.restore();
        window.resize(1440, 900);
        window.show();
        window.activateWindow();
        // Shortcuts work in the active window only.
        active = QTest::qWaitForWindowActive(&window);
    }

    FieldPane *current() const { return static_cast<FieldPane *>(window.workspace()->current()); }

    tests::FakeCatalog catalog;
    Factory factory;
    Theme theme;
    SystemClock clock;
    WindowState state;
    MainWindow window;
    bool active = false;
};

const QUuid first = entityId(demoAccountId(), u"one"_s);
const QUuid second = entityId(demoAccountId(), u"two"_s);

} // namespace

class TestShell : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init() { m_file = m_directory.filePath(u"%1.ini"_s.arg(++m_number)); }

    void historyGoesBackAndForwardAndForgetsWhatLayAhead()
    {
        History history;
        history.visit({u"a"_s, {}, {}});
        history.visit({u"b"_s, {}, {}});
        history.visit({u"b"_s, {}, {}});
        QVERIFY(!history.canGoForward());
        QCOMPARE(history.back()->pane, u"a"_s);
        QVERIFY(!history.back());
        QCOMPARE(history.forward()->pane, u"b"_s);
        history.back();
        history.visit({u"c"_s, {}, {}});
        QVERIFY(!history.canGoForward());
        QCOMPARE(history.back()->pane, u"a"_s);
    }

    void everythingArrangedIsBackAfterARestart()
    {
        {
            Window program(m_file);
            program.current()->field->setText(u"kind:stream"_s);
            program.window.openThing(first, OpenMode::Tab);
            program.current()->field->setText(u"in one"_s);
            program.window.openThing(second, OpenMode::Background);
            program.window.resize(1200, 800);
            program.window.save();
        }
        Window program(m_file);
        auto *workspace = program.window.workspace();
        QCOMPARE(workspace->tabs()->count(), 3);
        QCOMPARE(workspace->tabs()->currentIndex(), 1);
        QCOMPARE(program.current()->field->text(), u"in one"_s);
        QCOMPARE(workspace->tabs()->tabText(2), idText(second).left(8));
        QCOMPARE(program.factory.documents, 1); // the other page is made when it is looked at
        workspace->tabs()->setCurrentIndex(0);
        QCOMPARE(program.current()->field->text(), u"kind:stream"_s);
    }

    void aDamagedOrNewerFileDoesNoHarm()
    {
        {
            QSettings settings(m_file, QSettings::IniFormat);
            settings.setValue(u"layout/version"_s, 99);
            settings.setValue(u"layout/geometry"_s, QByteArray("nonsense"));
            settings.setValue(u"layout/workspace"_s, u"nonsense"_s);
        }
        {
            Window program(m_file);
            QCOMPARE(program.window.workspace()->currentPane(), u"catalogue"_s);
            program.window.save();
        }
        QCOMPARE(QSettings(m_file, QSettings::IniFormat).value(u"layout/version"_s).toInt(), 99);
    }

    void resetPutsTheWindowBack()
    {
        Window program(m_file);
        program.current()->field->setText(u"kept"_s);
        program.window.openThing(first, OpenMode::Tab);
        program.window.workspace()->showPane(u"problems"_s);
        program.window.resetLayout();
        QCOMPARE(program.window.workspace()->tabs()->count(), 1);
        QCOMPARE(program.window.workspace()->currentPane(), u"catalogue"_s);
        QVERIFY(program.current()->field->text().isEmpty());
    }

    void noTwoActionsShareAShortcut()
    {
        Window program(m_file);
        QCOMPARE(program.window.actions().conflicts(), QStringList());
        // The test can fail:
        QWidget other;
        Actions twice(&other);
        twice.add({u"a"_s, {}, u"A"_s, {}, {Qt::Key_F2}}, [] {});
        twice.add({u"b"_s, {}, u"B"_s, {}, {Qt::Key_F2}}, [] {});
        QCOMPARE(twice.conflicts().size(), 1);
    }

    void everyActionIsInTheMenuAndInThePalette()
    {
        Window program(m_file);
        QMenu menu;
        program.window.actions().fill(&menu);
        QSet<QString> inMenu;
        for (const auto *submenu : menu.findChildren<QMenu *>()) {
            for (const auto *action : submenu->actions())
                inMenu.insert(action->objectName());
        }
        QSet<QString> inPalette;
        for (const auto &command : program.window.actions().commands())
            inPalette.insert(command.id);
        for (const auto &entry : program.window.actions().entries()) {
            QVERIFY2(inMenu.contains(entry.id), qPrintable(entry.id));
            QVERIFY2(inPalette.contains(entry.id), qPrintable(entry.id));
        }
    }

    void everyControlHasANameAndAPlaceInTheTabOrder()
    {
        Window program(m_file);
        program.window.openThing(first, OpenMode::Tab);
        program.window.setMeshState({.accounts = u"demo"_s, .failed = 1, .running = true});
        QVERIFY(tests::focusWidgets(&program.window).size() > 10);
        QCOMPARE(tests::unnamedWidgets(&program.window), QStringList());
        QCOMPARE(tests::unreachableWidgets(&program.window), QStringList());
        program.window.setFirstRun(true);
        QCOMPARE(tests::unnamedWidgets(&program.window), QStringList());
        SettingsPage settings({program.theme, program.state, u"/profile"_s});
        settings.show();
        QCOMPARE(tests::unnamedWidgets(&settings), QStringList());
        QCOMPARE(tests::unreachableWidgets(&settings), QStringList());
    }

    //! Tool tips are marked up; whoever hears the window would hear the marks.
    void noMarkupIsReadOut()
    {
        Window program(m_file);
        program.window.setBadge(u"problems"_s, 0); // as when the last one is mended
        QStringList marked;
        const auto buttons = program.window.findChildren<QToolButton *>();
        QVERIFY(buttons.size() > 6);
        for (auto *button : buttons) {
            auto *read = QAccessible::queryAccessibleInterface(button);
            if (read->text(QAccessible::Description).contains(u'<'))
                marked.append(button->accessibleName());
        }
        QCOMPARE(marked, QStringList());
    }

    void backReturnsToWhatAPaneShowed()
    {
        Window program(m_file);
        program.window.showQuery(u"domain:Orders"_s);
        Q_EMIT program.current()->historyChanged();
        program.window.openThing(first, OpenMode::Tab);
        program.window.workspace()->goBack();
        QCOMPARE(program.current()->field->text(), u"domain:Orders"_s);
        program.window.workspace()->goBack();
        QVERIFY(program.current()->field->text().isEmpty());
        program.window.workspace()->goForward();
        program.window.workspace()->goForward();
        QCOMPARE(program.current()->title(), idText(first).left(8));
    }

    void aThingIsOpenedOnce()
    {
        Window program(m_file);
        program.window.openThing(first, OpenMode::Tab);
        program.window.openThing(second, OpenMode::Tab);
        program.window.openThing(first, OpenMode::Tab);
        QCOMPARE(program.window.workspace()->tabs()->count(), 3);
        QCOMPARE(program.window.workspace()->currentTab(), 1);
    }

    void theFirstTabStays()
    {
        Window program(m_file);
        auto *workspace = program.window.workspace();
        program.window.openThing(first, OpenMode::Tab);
        workspace->closeTab(0);
        QCOMPARE(workspace->tabs()->count(), 2);
        workspace->tabs()->moveTab(1, 0);
        workspace->tabs()->setCurrentIndex(0);
        QCOMPARE(program.current()->title(), u"catalogue"_s);
        workspace->tabs()->setCurrentIndex(1);
        QTest::keyClick(&program.window, Qt::Key_W, Qt::ControlModifier);
        QCOMPARE(workspace->tabs()->count(), 1);
    }

    void tabsKeepTheirPageWhenMoved()
    {
        Window program(m_file);
        auto *workspace = program.window.workspace();
        program.window.openThing(first, OpenMode::Tab);
        program.window.openThing(second, OpenMode::Tab);
        workspace->tabs()->moveTab(1, 2);
        workspace->tabs()->setCurrentIndex(1);
        QCOMPARE(program.current()->title(), idText(second).left(8));
    }

    void aTornOffTabLivesInItsOwnWindowAndComesBack()
    {
        {
            Window program(m_file);
            program.window.openThing(first, OpenMode::Tab);
            program.current()->field->setText(u"torn"_s);
            program.window.workspace()->tearOff(1);
            QCOMPARE(program.window.workspace()->tabs()->count(), 1);
            QCOMPARE(program.window.workspace()->detached().size(), 1);
            program.window.save();
        }
        Window program(m_file);
        const auto windows = program.window.workspace()->detached();
        QCOMPARE(windows.size(), 1);
        QCOMPARE(windows.first()->findChild<QLineEdit *>()->text(), u"torn"_s);
    }

    void f6WalksThroughThePartsOfTheWindow()
    {
        Window program(m_file);
        program.window.activateWindow();
        QSet<QWidget *> visited;
        for (int i = 0; i < 8; ++i) {
            QTest::keyClick(&program.window, Qt::Key_F6);
            visited.insert(program.window.focusWidget());
        }
        QVERIFY(visited.contains(program.current()->field));
        QVERIFY(visited.contains(program.window.workspace()->tabs()));
        QCOMPARE(visited.size(), 4); // rail, search, tabs, pane
        // A part that only holds others hands the focus on: nothing would show that it has it.
        QWidget holder(program.current());
        auto *list = new QListWidget(&holder);
        holder.setGeometry(0, 0, 200, 100);
        holder.show();
        // One of them stands in the other, as the side of a page does, and is left again.
        auto *side = new QWidget(&holder);
        auto *link = new QToolButton(side);
        link->setFocusPolicy(Qt::StrongFocus);
        side->show();
        link->show();
        program.current()->more = {&holder, side};
        visited.clear();
        for (int i = 0; i < 8; ++i) {
            QTest::keyClick(&program.window, Qt::Key_F6);
            visited.insert(program.window.focusWidget());
        }
        QVERIFY(visited.contains(list));
        QVERIFY(!visited.contains(&holder));
        QVERIFY(visited.contains(link));
        QCOMPARE(visited.size(), 6);
        // "?" is a key in lists, which look for letters, and a letter in fields.
        list->addItem(u"one"_s);
        list->setFocus();
        QTest::keyClick(list, '?');
        auto *sheet = program.window.findChild<QDialog *>();
        QVERIFY(sheet != nullptr && sheet->isVisible());
        delete sheet;
        program.current()->field->setFocus();
        QTest::keyClick(program.current()->field, '?');
        QVERIFY(program.current()->field->text().endsWith(u'?'));
        QVERIFY(program.window.findChild<QDialog *>() == nullptr);
        program.current()->more.clear();
    }

    void thePaletteOpensRunsAndGivesTheFocusBack()
    {
        Window program(m_file);
        program.current()->field->setFocus();
        QTest::keyClick(&program.window, Qt::Key_K, Qt::ControlModifier);
        auto *palette = program.window.palettePopup();
        QVERIFY(palette->isVisible());
        auto *field = palette->findChild<QLineEdit *>();
        QTest::keyClicks(field, u">problems"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(!palette->isVisible());
        QCOMPARE(program.window.workspace()->currentPane(), u"problems"_s);
        palette->open();
        QCOMPARE(field->selectedText(), u">problems"_s);
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!palette->isVisible());
    }

    void aServerIsAddedFromThePalette()
    {
        Window program(m_file);
        QSignalSpy wanted(&program.window, &MainWindow::addServerRequested);
        auto *palette = program.window.palettePopup();
        palette->open(u">add a server"_s);
        QTest::keyClick(palette->findChild<QLineEdit *>(), Qt::Key_Return);
        QTRY_COMPARE(wanted.size(), 1);
    }

    void thePaletteOpensThings()
    {
        Window program(m_file);
        program.catalog.setNames({u"one"_s});
        auto *palette = program.window.palettePopup();
        palette->open(u"one"_s);
        QTest::qWait(1);
        QTest::keyClick(palette->findChild<QLineEdit *>(), Qt::Key_Return);
        QCOMPARE(program.window.workspace()->tabs()->count(), 2);
    }

    //! Wherever the focus was: what was opened is what the next key is for.
    void whatThePaletteOpensHasTheKeysAtOnce()
    {
        Window program(m_file);
        QVERIFY(program.active);
        auto *tabs = program.window.workspace()->tabs();
        auto *palette = program.window.palettePopup();
        const auto choose = [&](const QString &text) {
            program.catalog.setNames({text});
            tabs->setFocus(Qt::TabFocusReason);
            palette->open(text);
            QTest::qWait(1);
            QTest::keyClick(palette->findChild<QLineEdit *>(), Qt::Key_Return);
        };
        choose(u"one"_s);
        QCOMPARE(program.window.focusWidget(), program.current()->field);
        choose(u"one"_s); // it is shown already
        QCOMPARE(program.window.focusWidget(), program.current()->field);
        // A page that is still read has its keys, and its first part has them when it is there.
        program.factory.isLate = true;
        choose(u"two"_s);
        auto *late = program.current();
        QCOMPARE(tabs->count(), 3);
        QCOMPARE(program.window.focusWidget(), late);
        late->field->show();
        Q_EMIT late->titleChanged();
        QCOMPARE(program.window.focusWidget(), late->field);
        // Whoever went elsewhere meanwhile stays there.
        tabs->setFocus(Qt::TabFocusReason);
        Q_EMIT late->titleChanged();
        QCOMPARE(program.window.focusWidget(), tabs);
    }

    void whatIsCollectedIsSeenAndAskedForByOneKey()
    {
        Window desk(m_file);
        if (!desk.active)
            QSKIP("no window becomes active here");
        QSignalSpy collected(&desk.window, &MainWindow::collectRequested);
        QSignalSpy wanted(&desk.window, &MainWindow::collectedRequested);
        const auto shown = [&desk] {
            for (const auto *button : desk.window.findChildren<QToolButton *>()) {
                if (button->accessibleName().contains(u"collected"_s))
                    return button->isVisible() ? button->text() : QString();
            }
            return u"no button"_s;
        };
        QCOMPARE(shown(), QString());
        QTest::keyClick(&desk.window, Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(wanted.size(), 0); // there is nothing to ask for
        Q_EMIT desk.current()->collectRequested(first, {u"a"_s});
        QCOMPARE(collected.size(), 1);
        desk.window.setCollected(3);
        QCOMPARE(shown(), u"3"_s);
        QTest::keyClick(&desk.window, Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(wanted.size(), 1);
        desk.window.setCollected(0);
        QCOMPARE(shown(), QString());
    }

    void hostileTitlesDoNotBreakTabsAndCrumbs()
    {
        Window program(m_file);
        for (const auto &text : tests::hostileTexts()) {
            FieldPane pane(text);
            auto *tabs = program.window.workspace()->tabs();
            tabs->setTabText(0, text.left(200));
            QVERIFY(tabs->tabRect(0).width() <= size::tabMost);
        }
        program.window.grab();
    }

    void cancelAndSyncAreSaid()
    {
        Window program(m_file);
        QSignalSpy sync(&program.window, &MainWindow::syncRequested);
        QSignalSpy cancel(&program.window, &MainWindow::cancelRequested);
        QTest::keyClick(&program.window, Qt::Key_F5);
        QCOMPARE(sync.count(), 1);
        program.window.setSyncObstacle(u"another process syncs"_s);
        QTest::keyClick(&program.window, Qt::Key_F5);
        QCOMPARE(sync.count(), 1);
        program.window.actions().find(u"mesh.cancel"_s)->trigger();
        QCOMPARE(cancel.count(), 1);
    }

    void longWorkIsShownAtTheFootAndCancelledThere()
    {
        Window program(m_file);
        const auto *line = program.window.findChild<StatusLine *>();
        auto *cancel = line->cancelButton();
        const auto says = [line](const QString &text) {
            for (const auto *label : line->findChildren<ElidedLabel *>()) {
                if (label->isVisible() && label->text().contains(text))
                    return true;
            }
            return false;
        };
        std::atomic<int> step = 0;
        auto *work = LongWork::begin(u"Writing a.png"_s, [&step](LongJob &job) -> Result<void> {
            while (!job.isCancelled()) {
                if (step == 1)
                    job.setDone(42, 100);
                std::this_thread::yield();
            }
            return failure(Error::Kind::Cancelled, {});
        });
        QSignalSpy finished(work, &LongWork::finished);
        Q_EMIT program.current()->workBegun(work);
        QVERIFY(!cancel->isVisible()); // what is done in a moment is not spoken of
        QTRY_VERIFY(cancel->isVisible());
        QVERIFY(says(u"Writing a.png"_s));
        step = 1;
        QTRY_VERIFY(says(u"42"_s));
        // A sync that goes on beside it is not what Cancel means then.
        program.window.setMeshState({.running = true, .job = u"Reading demo"_s});
        QVERIFY(says(u"Writing a.png"_s));
        QSignalSpy stopSync(&program.window, &MainWindow::cancelRequested);
        QTest::mouseClick(cancel, Qt::LeftButton);
        QCOMPARE(finished.size(), 1);
        QCOMPARE(stopSync.size(), 0);
        QVERIFY(says(u"Reading demo"_s));
        QTest::mouseClick(cancel, Qt::LeftButton);
        QCOMPARE(stopSync.size(), 1);
        // What ends at once is never seen.
        auto *quick =
            LongWork::begin(u"Writing b.png"_s, [](LongJob &) -> Result<void> { return {}; });
        QSignalSpy done(quick, &LongWork::finished);
        Q_EMIT program.current()->workBegun(quick);
        QTRY_COMPARE(done.size(), 1);
        QTest::qWait(500);
        QVERIFY(!says(u"Writing b.png"_s));
    }

private:
    QTemporaryDir m_directory;
    QString m_file;
    int m_number = 0;
};

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
