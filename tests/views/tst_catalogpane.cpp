// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue as a person uses it: by keyboard, with little room, with hostile names, and again
// after a restart.
#include "tests/views/pagewalk.h"
#include "tests/views/samplecatalog.h"
#include "views/catalog/catalogpane.h"
#include "views/shared/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTextEdit>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::Literals::StringLiterals;
using portolan::items::CatalogModel;
using portolan::items::FacetModel;
using portolan::tests::hitOn;
using portolan::tests::SampleCatalog;
using portolan::tests::thing;
using portolan::views::OpenMode;
using portolan::views::Theme;
using portolan::views::catalog::CatalogPane;

namespace {

constexpr QSize wide(1392, 800);
constexpr QSize narrow(976, 600);

//! A pane over \a sample, shown and settled.
struct Shown
{
    explicit Shown(SampleCatalog &sample, QSize size = wide)
        : pane({sample.catalog, sample.pages, nullptr})
    {
        pane.resize(size);
        pane.show();
        QApplication::setActiveWindow(&pane);
        settle();
    }

    static void settle() { QTest::qWait(200); }

    QListView *list() const
    {
        for (auto *view : pane.findChildren<QListView *>()) {
            if (qobject_cast<CatalogModel *>(view->model()))
                return view;
        }
        return nullptr;
    }

    QTreeView *facets() const { return pane.findChild<QTreeView *>(); }

    QLineEdit *field() const { return pane.findChild<QLineEdit *>(); }

    QAbstractItemModel &results() const { return *list()->model(); }

    QModelIndex facet(const QString &path, const QModelIndex &parent = {}) const
    {
        const auto *model = facets()->model();
        for (int row = 0; row < model->rowCount(parent); ++row) {
            const auto index = model->index(row, 0, parent);
            if (index.data(FacetModel::PathRole).toString() == path)
                return index;
            if (const auto below = facet(path, index); below.isValid())
                return below;
        }
        return {};
    }

    CatalogPane pane;
};

QStringList names(const QAbstractItemModel &model)
{
    QStringList list;
    for (int row = 0; row < model.rowCount(); ++row)
        list.append(model.index(row, 0).data().toString());
    return list;
}

} // namespace

class TestCatalogPane : public QObject
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

    void fromTypingToThePageByKeyboardAlone()
    {
        SampleCatalog sample;
        Shown shown(sample);
        QSignalSpy opened(&shown.pane, &CatalogPane::openRequested);
        shown.field()->setFocus();
        QTest::keyClicks(shown.field(), u"order"_s);
        Shown::settle();
        QCOMPARE(names(shown.results()).first(), u"Order events"_s);
        QTest::keyClick(shown.field(), Qt::Key_Down);
        QCOMPARE(QApplication::focusWidget(), shown.list());
        QTest::keyClick(shown.list(), Qt::Key_Down);
        QTest::keyClick(shown.list(), Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.at(0).at(0).toUuid(), thing(u"Orders daily"_s).id);
        QVERIFY(opened.at(0).at(1).value<OpenMode>() == OpenMode::Tab);
        QTest::keyClick(shown.list(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(opened.at(1).at(1).value<OpenMode>() == OpenMode::Background);
    }

    void escapeClearsThenLeaves()
    {
        SampleCatalog sample;
        Shown shown(sample);
        shown.field()->setFocus();
        QTest::keyClicks(shown.field(), u"ledger"_s);
        Shown::settle();
        QCOMPARE(shown.results().rowCount(), 1);
        QTest::keyClick(shown.field(), Qt::Key_Escape);
        Shown::settle();
        QCOMPARE(shown.results().rowCount(), static_cast<int>(sample.entities().size()));
        QCOMPARE(QApplication::focusWidget(), shown.field());
        QTest::keyClick(shown.field(), Qt::Key_Escape);
        QCOMPARE(QApplication::focusWidget(), shown.list());
        QTest::keyClick(shown.list(), Qt::Key_Slash);
        QCOMPARE(QApplication::focusWidget(), shown.field());
    }

    void aFilterIsCompletedAsItIsTyped()
    {
        SampleCatalog sample;
        Shown shown(sample);
        shown.field()->setFocus();
        QTest::keyClicks(shown.field(), u"dom"_s);
        QTest::qWait(50);
        QTest::keyClick(shown.field(), Qt::Key_Down);
        QTest::keyClick(shown.field(), Qt::Key_Return);
        QCOMPARE(shown.field()->text(), u"domain:"_s);
        QTest::keyClicks(shown.field(), u"fin"_s);
        QTest::qWait(50);
        QTest::keyClick(shown.field(), Qt::Key_Down);
        QTest::keyClick(shown.field(), Qt::Key_Return);
        QCOMPARE(shown.field()->text(), u"domain:Finance "_s);
        Shown::settle();
        QCOMPARE(names(shown.results()), QStringList({u"General ledger"_s}));
    }

    void aFacetIsToggledByClickAndByKey()
    {
        SampleCatalog sample;
        Shown shown(sample);
        auto *tree = shown.facets();
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {},
                          tree->visualRect(shown.facet(u"domain:finance"_s)).center());
        Shown::settle();
        QCOMPARE(shown.field()->text(), u"domain:Finance"_s);
        QCOMPARE(names(shown.results()), QStringList({u"General ledger"_s}));
        tree->setFocus();
        tree->setCurrentIndex(shown.facet(u"domain:finance"_s));
        QTest::keyClick(tree, Qt::Key_Space);
        Shown::settle();
        QCOMPARE(shown.field()->text(), QString());
        tree->setCurrentIndex(shown.facet(u"kind:asset"_s));
        QTest::keyClick(tree, Qt::Key_Minus);
        Shown::settle();
        QCOMPARE(shown.field()->text(), u"-kind:asset"_s);
        QVERIFY(!names(shown.results()).contains(u"orders_raw"_s));
    }

    void nothingFoundOffersTheFilterInTheWay()
    {
        SampleCatalog sample;
        Shown shown(sample);
        shown.pane.showQuery(u"domain:Finance port:stream"_s);
        Shown::settle();
        const auto buttons = shown.pane.findChildren<QAbstractButton *>();
        const auto remove = std::find_if(buttons.begin(), buttons.end(), [](auto *button) {
            return button->isVisible() && button->text().startsWith(u"Remove "_s);
        });
        QVERIFY(remove != buttons.end());
        (*remove)->click();
        Shown::settle();
        QVERIFY(shown.results().rowCount() > 0);
    }

    void twoResultsAreComparedSideBySide()
    {
        SampleCatalog sample;
        Shown shown(sample);
        shown.list()->setFocus();
        QTest::keyClick(shown.list(), Qt::Key_Space);
        QTest::keyClick(shown.list(), Qt::Key_Down);
        QTest::keyClick(shown.list(), Qt::Key_Space);
        const auto actions = shown.pane.paneActions();
        const auto compare = std::find_if(actions.begin(), actions.end(), [](QAction *action) {
            return action->text().startsWith(u"Compare"_s);
        });
        QVERIFY((*compare)->isEnabled());
        (*compare)->trigger();
        Shown::settle();
        const auto *table = shown.pane.findChild<QTableView *>();
        QVERIFY(table && table->isVisible());
        QCOMPARE(table->model()->columnCount(), 2);
        QVERIFY(table->model()->rowCount() > 5);
    }

    void littleRoomClosesTheInspectorAndF4OpensIt()
    {
        SampleCatalog sample;
        Shown shown(sample, narrow);
        const auto inspector = [&] {
            for (auto *area : shown.pane.findChildren<QScrollArea *>()) {
                if (area->accessibleName() == u"Inspector"_s)
                    return area->isVisible();
            }
            return false;
        };
        QVERIFY(!inspector());
        shown.list()->setFocus();
        QTest::keyClick(shown.list(), Qt::Key_F4);
        QVERIFY(inspector());
        shown.pane.resize(wide);
        QVERIFY(inspector());
    }

    void aRowChosenBeforeItIsLoadedStaysChosen()
    {
        SampleCatalog sample;
        for (int i = 0; i < 300; ++i)
            sample.add(thing(u"Filler %1"_s.arg(i)));
        Shown shown(sample);
        shown.pane.showQuery(u"filler"_s);
        Shown::settle();
        shown.list()->setFocus();
        for (int i = 0; i < 9; ++i) // faster than the pages come
            QTest::keyClick(shown.list(), Qt::Key_PageDown);
        const auto row = shown.list()->currentIndex().row();
        QVERIFY2(row > 70, qPrintable(QString::number(row)));
        QVERIFY(shown.list()->currentIndex().data(CatalogModel::LoadingRole).toBool());
        QTRY_VERIFY(!shown.list()->currentIndex().data(CatalogModel::LoadingRole).toBool());
        QCOMPARE(shown.list()->currentIndex().row(), row);
        const auto isInspected = [&shown, row] {
            const auto buttons = shown.pane.findChildren<QPushButton *>();
            return std::any_of(buttons.begin(), buttons.end(), [row](const auto *button) {
                return button->accessibleName().contains(u"Filler %1"_s.arg(row));
            });
        };
        QTRY_VERIFY(isInspected());
    }

    void whatWasArrangedIsBack()
    {
        SampleCatalog sample;
        for (int i = 0; i < 300; ++i)
            sample.add(thing(u"Filler %1"_s.arg(i)));
        QVariantMap state;
        {
            Shown shown(sample);
            shown.pane.showQuery(u"filler"_s);
            Shown::settle();
            shown.list()->setCurrentIndex(shown.results().index(100, 0));
            Shown::settle(); // its page comes when it is in sight
            shown.list()->verticalScrollBar()->setValue(4500);
            shown.facets()->collapse(shown.facet(u"kind"_s));
            shown.list()->setFocus();
            QTest::keyClick(shown.list(), Qt::Key_F4);
            state = shown.pane.saveState();
        }
        Shown shown(sample);
        shown.pane.restoreState(state);
        Shown::settle();
        QCOMPARE(shown.field()->text(), u"filler"_s);
        QCOMPARE(shown.list()->currentIndex().data().toString(), u"Filler 100"_s);
        QCOMPARE(shown.list()->verticalScrollBar()->value(), 4500);
        const auto buttons = shown.pane.findChildren<QPushButton *>();
        QVERIFY(std::any_of(buttons.begin(), buttons.end(), [](const auto *button) {
            return button->accessibleName().contains(u"Filler 100"_s); // the inspector's
        }));
        QVERIFY(!shown.facets()->isExpanded(shown.facet(u"kind"_s)));
        QCOMPARE(shown.pane.saveState(), state);
    }

    void damagedStateIsLeftOut()
    {
        SampleCatalog sample;
        Shown shown(sample);
        shown.pane.restoreState({{u"version"_s, 1},
                                 {u"sizes"_s, QVariantList{u"x"_s, -5}},
                                 {u"selected"_s, u"no id"_s},
                                 {u"scroll"_s, QVariantMap()},
                                 {u"order"_s, 17}});
        Shown::settle();
        QVERIFY(shown.results().rowCount() > 0);
    }

    void everyControlHasANameAndATabStop()
    {
        SampleCatalog sample;
        Shown shown(sample);
        QSet<QWidget *> inChain;
        for (auto *at = shown.pane.nextInFocusChain(); at != &shown.pane;
             at = at->nextInFocusChain())
            inChain.insert(at);
        QStringList wrong;
        int controls = 0;
        for (auto *widget : shown.pane.findChildren<QWidget *>()) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus)
                || widget->focusProxy())
                continue;
            ++controls;
            const auto *button = qobject_cast<QAbstractButton *>(widget);
            const bool named =
                !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            if (!named || !inChain.contains(widget))
                wrong.append(QString::fromLatin1(widget->metaObject()->className()));
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u' ')));
        QVERIFY(controls >= 12);
    }

    void tabLeadsRoundTheWholePane()
    {
        SampleCatalog sample;
        Shown shown(sample);
        shown.field()->setFocus();
        QSet<QWidget *> visited;
        for (int i = 0; i < 60; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            if (visited.contains(QApplication::focusWidget()))
                break;
            visited.insert(QApplication::focusWidget());
        }
        QVERIFY(visited.contains(shown.field()));
        QVERIFY(visited.contains(shown.list()));
        QVERIFY(visited.contains(shown.facets()));
    }

    void hostileTextIsTextAndBreaksNothing_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("markup") << u"<h1>big</h1><img src=\"file:///etc/passwd\">"_s;
        QTest::newRow("direction") << u"invoice\u202Efdp.exe \u2067 mixed"_s;
        QTest::newRow("lines") << u"one\ntwo\r\nthree\tfour\x01"_s;
        QTest::newRow("a megabyte") << QString(1'000'000, u'W');
        QTest::newRow("nested tables") << u"<table><tr><td>"_s.repeated(10'000);
        QTest::newRow("combining") << u"a"_s + QString(20'000, QChar(0x0301));
    }

    void hostileTextIsTextAndBreaksNothing()
    {
        QFETCH(QString, text);
        SampleCatalog sample;
        auto entity = thing(u"hostile"_s);
        entity.name = text;
        entity.description = text;
        entity.ownerName = text;
        entity.status = text;
        entity.version = text;
        entity.classification = text;
        entity.domain = {text, text};
        entity.tags = {text, text};
        entity.portTypes = {text};
        entity.aliases = {{portolan::demoAccountId(), text, text, text}};
        sample.add(entity);
        Shown shown(sample);
        const auto height = shown.list()->sizeHintForRow(0);
        shown.list()->setCurrentIndex(
            shown.results().index(static_cast<int>(sample.entities().size()) - 1, 0));
        QTest::qWait(150);
        QPixmap grabbed = shown.pane.grab();
        QVERIFY(!grabbed.isNull());
        const auto longest = portolan::tests::longestLaidOut(&shown.pane);
        QVERIFY2(longest <= 70'000, qPrintable(QString::number(longest))); // a whole description
        QCOMPARE(shown.list()->sizeHintForRow(shown.results().rowCount() - 1), height);
        QCOMPARE(shown.pane.size(), wide);
    }

    void aMillionResultsStayQuick()
    {
        SampleCatalog sample;
        sample.catalog.setRows(1'000'000);
        Shown shown(sample);
        shown.list()->verticalScrollBar()->setValue(shown.list()->verticalScrollBar()->maximum());
        QTest::qWait(100);
        shown.pane.grab();
        QCOMPARE(shown.results().index(999'999, 0).data().toString(), u"row 999999"_s);
        QVERIFY(sample.catalog.requests.size() <= 6);
    }

    void aSyncMovesNeitherSelectionNorScroll()
    {
        SampleCatalog sample;
        QStringList names;
        for (int i = 0; i < 500; ++i)
            names.append(u"thing %1"_s.arg(i));
        sample.catalog.setNames(names);
        Shown shown(sample);
        shown.list()->verticalScrollBar()->setValue(5000);
        Shown::settle();
        const auto top = shown.list()->indexAt({50, 1}).data().toString();
        shown.list()->selectionModel()->setCurrentIndex(shown.results().index(110, 0),
                                                        QItemSelectionModel::ClearAndSelect);
        for (int i = 0; i < 7; ++i)
            names.prepend(u"new %1"_s.arg(i));
        sample.catalog.setNames(names);
        Q_EMIT sample.catalog.changed();
        Shown::settle();
        QCOMPARE(shown.list()->currentIndex().data().toString(), u"thing 110"_s);
        QCOMPARE(shown.list()->indexAt({50, 1}).data().toString(), top);
    }

private:
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(TestCatalogPane)
#include "tst_catalogpane.moc"
