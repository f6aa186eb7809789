// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lineageaccess.h"
#include "models/items/lineagedraft.h"
#include "models/items/lineagefilter.h"
#include "models/items/lineagetext.h"
#include "tests/items/samplelineage.h"
#include "tests/views/pagewalk.h"
#include "views/lineage/bar.h"
#include "views/lineage/boxmenu.h"
#include "views/lineage/canvas.h"
#include "views/lineage/filterrow.h"
#include "views/lineage/impactview.h"
#include "views/lineage/inspector.h"
#include "views/lineage/legend.h"
#include "views/lineage/lineagepane.h"
#include "views/lineage/look.h"
#include "views/lineage/minimap.h"
#include "views/lineage/tree.h"
#include "views/shared/barbutton.h"
#include "views/shared/blocks.h"
#include "views/shared/exportkey.h"
#include "views/shared/filterfield.h"
#include "views/shared/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMenu>
#include <QSignalSpy>
#include <QStringListModel>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocumentFragment>
#include <QToolTip>
#include <QTranslator>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::views;
using namespace portolan::views::lineage;
using items::LineageDraft;
using tests::nodeNamed;

namespace {

//! The words of the bar, two fifths longer, as other languages have them.
class LongerWords : public QTranslator
{
public:
    bool isEmpty() const override { return false; }

    QString translate(const char *context, const char *source, const char *, int) const override
    {
        const auto text = QString::fromUtf8(source);
        if (!QByteArray(context).endsWith("lineage::Bar") || text.contains(u'%'))
            return {};
        return text + QString(text.size() * 2 / 5 + 1, u'n');
    }
};

//! Everything that \a bar shows lies in it, apart from everything else, with room for its words.
void checkBar(const Bar &bar)
{
    QList<QRect> places;
    for (const auto *child : bar.findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
        if (child->isHidden())
            continue;
        const auto place = child->geometry();
        const auto what = QString(QLatin1StringView(child->metaObject()->className()) + u' '
                                  + child->accessibleName());
        QVERIFY2(bar.rect().contains(place), qPrintable(what));
        for (const auto &other : std::as_const(places))
            QVERIFY2(!other.intersects(place), qPrintable(what));
        places.append(place);
        if (child == bar.field())
            continue;
        QVERIFY2(place.width() >= child->sizeHint().width(),
                 qPrintable(u"%1: %2 for %3 at %4"_s.arg(what)
                                .arg(place.width())
                                .arg(child->sizeHint().width())
                                .arg(place.x())));
        for (const auto *part : child->findChildren<QAbstractButton *>())
            QVERIFY2(part->width() >= part->sizeHint().width(), qPrintable(part->text()));
    }
    const auto *field = bar.field();
    const int words = QFontMetrics(field->font()).horizontalAdvance(field->placeholderText());
    QVERIFY2(field->width() >= words + 40, qPrintable(QString::number(field->width())));
}

} // namespace

class TestLineagePane : public QObject
{
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;
    SystemClock m_clock;

    //! A pane over \a source, shown and settled; null when it does not come to rest.
    std::unique_ptr<LineagePane> open(tests::SampleLineage &source, const QVariantMap &state = {},
                                      QSize size = {1392, 840})
    {
        auto pane = std::make_unique<LineagePane>(source, m_clock);
        pane->restoreState(state);
        pane->resize(size);
        pane->show();
        if (!QTest::qWaitForWindowExposed(pane.get()) || !settle(*pane))
            return nullptr;
        return pane;
    }

    static bool settle(LineagePane &pane)
    {
        QCoreApplication::processEvents();
        return QTest::qWaitFor([&pane] { return pane.isSettled(); }, 20'000);
    }

    static QUuid idOf(const tests::SampleLineage &source, const QString &name)
    {
        return source.graph.nodes[std::size_t(nodeNamed(source.graph, name))].id;
    }

    static int boxOf(const LineagePane &pane, const QString &name)
    {
        const auto &scene = *pane.canvas()->scene();
        return scene.boxOf(nodeNamed(*scene.graph, name));
    }

    //! The same lineage with its nodes the other way round: every number means another thing.
    static domain::LineageGraph reversed(domain::LineageGraph graph)
    {
        const int last = int(graph.nodes.size()) - 1;
        std::reverse(graph.nodes.begin(), graph.nodes.end());
        for (auto &link : graph.links) {
            link.source = last - link.source;
            link.target = last - link.target;
        }
        return graph;
    }

    static QStringList columnsOf(const LineagePane &pane, const QString &name)
    {
        QStringList paths;
        for (const auto &column :
             pane.canvas()->scene()->boxes[std::size_t(boxOf(pane, name))].columns)
            paths.append(column.path);
        return paths;
    }

    //! Everything that \a widget says.
    static QString textOf(const QWidget &widget)
    {
        QStringList texts;
        for (const auto *label : widget.findChildren<QLabel *>())
            texts.append(label->text());
        return texts.join(u'\n');
    }

    static QString selectedName(const LineagePane &pane)
    {
        const int box = pane.canvas()->selectedBox();
        return box < 0 ? QString() : pane.canvas()->scene()->boxes[std::size_t(box)].label;
    }

    static void trigger(LineagePane &pane, const QString &text)
    {
        for (auto *action : pane.paneActions()) {
            if (action->text() == text)
                return action->trigger();
        }
        QFAIL(qPrintable(u"no action "_s + text));
    }

private Q_SLOTS:

    void initTestCase()
    {
        QApplication::setApplicationName(u"portolan"_s);
        m_theme = std::make_unique<Theme>();
        m_theme->setChoice(Theme::Choice::Light);
    }

    void cleanupTestCase() { m_theme.reset(); }

    void picturesInFilesHaveTheColoursOfTheLightTheme()
    {
        auto look = lookOf(Tokens(Scheme::Light));
        const items::LineageLook usual;
        look.small = usual.small;
        look.body = usual.body;
        look.title = usual.title;
        QVERIFY(look == usual);
    }

    void opensWithEverythingAndFromAThing()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        QVERIFY(pane);
        QCOMPARE(pane->canvas()->scene()->boxes.size(), source.graph.nodes.size());
        QCOMPARE(pane->breadcrumb().first().text, u"Whole mesh"_s);
        pane->showQuery(idOf(source, u"order_events"_s).toString());
        QVERIFY(settle(*pane));
        QVERIFY(pane->canvas()->scene()->boxes.size() < source.graph.nodes.size());
        QCOMPARE(pane->canvas()->rootBox(), boxOf(*pane, u"order_events"_s));
        QCOMPARE(pane->breadcrumb().first().text, u"order_events"_s);
        // A second question is answered from what was read.
        QCOMPARE(source.questions, 1);
        tests::paintPicture(pane.get(), u"lineage-near"_s);
    }

    void saysWhyThereIsNothing()
    {
        tests::SampleLineage nothing{domain::LineageGraph()};
        const auto empty = open(nothing);
        QVERIFY(empty);
        QSignalSpy asked(empty.get(), &Pane::paneRequested);
        auto *state = empty->findChild<EmptyState *>();
        QVERIFY(state && state->isVisible());
        Q_EMIT state->actionTriggered();
        QCOMPARE(asked.first().first().toString(), u"accounts"_s);

        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        pane->showThing(QUuid::createUuid());
        QVERIFY(settle(*pane));
        QVERIFY(!pane->canvas()->isVisible());
        pane->showThing({});
        QVERIFY(settle(*pane));
        QVERIFY(pane->canvas()->isVisible());
    }

    void isWalkedByKeyboard()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        QSignalSpy opened(pane.get(), &Pane::openRequested);
        auto *canvas = pane->canvas();
        canvas->setFocus(Qt::TabFocusReason);
        canvas->select(boxOf(*pane, u"wms.stock"_s));
        QTest::keyClick(canvas, Qt::Key_Right);
        QCOMPARE(selectedName(*pane), u"stg_wms__stock"_s);
        QTest::keyClick(canvas, Qt::Key_Right);
        QTest::keyClick(canvas, Qt::Key_Left);
        QCOMPARE(selectedName(*pane), u"stg_wms__stock"_s);
        QTest::keyClick(canvas, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().toUuid(), idOf(source, u"stg_wms__stock"_s));
        const double scale = canvas->view().scale;
        QTest::keyClick(canvas, Qt::Key_Plus);
        QVERIFY(canvas->view().scale > scale);
        QTest::keyClick(canvas, Qt::Key_0);
        QCOMPARE(canvas->view().scale, 1.0);
        const auto origin = canvas->view().origin;
        canvas->zoomTo(2);
        QTest::keyClick(canvas, Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(canvas->view().origin != origin);
        QTest::keyClick(canvas, Qt::Key_Slash);
        QVERIFY(pane->bar()->field()->hasFocus());
    }

    void whatKeysDoIsInThePalette()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        pane->canvas()->setFocus(Qt::TabFocusReason);
        QSet<QString> keys;
        QStringList texts;
        for (const auto *action : pane->paneActions()) {
            texts.append(action->text());
            for (const auto &key : action->shortcuts())
                keys.insert(key.toString());
        }
        for (const auto &key : {u"Space"_s, u"G"_s, u"Home"_s, u"/"_s, u"+"_s, u"-"_s, u"0"_s,
                                u"F"_s, u"Return"_s, u"Ctrl+E"_s, u"Ctrl+L"_s})
            QVERIFY2(keys.contains(key), qPrintable(key));
        trigger(*pane, u"Impact table"_s);
        QVERIFY(pane->impact()->isVisible());
        trigger(*pane, u"Lineage as a list"_s);
        QVERIFY(pane->tree()->isVisible());
        trigger(*pane, u"Lineage as a graph"_s);
        QVERIFY(pane->canvas()->isVisible());
    }

    void groupsFoldByKeyAndTheSelectionGoesOn()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        auto *canvas = pane->canvas();
        canvas->setFocus(Qt::TabFocusReason);
        canvas->select(boxOf(*pane, u"wms.stock"_s));
        const auto domain =
            canvas->scene()
                ->groups[std::size_t(
                    canvas->scene()->boxes[std::size_t(canvas->selectedBox())].group)]
                .label;
        QTest::keyClick(canvas, Qt::Key_G);
        QVERIFY(settle(*pane));
        QCOMPARE(selectedName(*pane), domain);
        QVERIFY(canvas->scene()->boxes[std::size_t(canvas->selectedBox())].isFolded());
        QTest::keyClick(canvas, Qt::Key_G);
        QVERIFY(settle(*pane));
        const int box = canvas->selectedBox();
        QVERIFY(box >= 0);
        const auto &about = canvas->scene()->boxes[std::size_t(box)];
        QVERIFY(!about.isFolded());
        QCOMPARE(canvas->scene()->groups[std::size_t(about.group)].label, domain);
    }

    void exportingAsksForAFileOnEveryPage()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        const QList<std::pair<Bar::Page, QString>> suffixes{
            {Bar::Graph, u"png"_s}, {Bar::List, u"csv"_s}, {Bar::Impact, u"csv"_s}};
        for (const auto &[page, suffix] : suffixes) {
            pane->setPage(page);
            trigger(*pane, u"Export what is shown: picture, edges or impact table"_s);
            auto *dialog = pane->findChild<QFileDialog *>();
            QVERIFY(dialog);
            QCOMPARE(dialog->defaultSuffix(), suffix);
            delete dialog;
        }
        tests::SampleLineage nothing{domain::LineageGraph()};
        const auto empty = open(nothing);
        for (const auto *action : empty->paneActions())
            QVERIFY(action->shortcut() != QKeySequence(Qt::CTRL | Qt::Key_E)
                    || !action->isEnabled());
    }

    void theInspectorClosesByItsKeyWhateverIsSelected()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        auto *inspector = pane->findChild<Inspector *>();
        pane->canvas()->select(boxOf(*pane, u"wms.stock"_s));
        pane->canvas()->setFocus();
        QVERIFY(inspector->isVisible());
        trigger(*pane, u"Inspector"_s);
        QVERIFY(!inspector->isVisible());
        trigger(*pane, u"Inspector"_s);
        QVERIFY(inspector->isVisible());
    }

    void whatIsInHandStaysUnderTheEye()
    {
        tests::SampleLineage source(tests::meshLineage(300));
        const auto pane = open(source);
        auto *canvas = pane->canvas();
        canvas->zoomTo(1);
        canvas->select(150);
        canvas->centreOn(150);
        const auto before = canvas->boxRect(canvas->selectedBox()).topLeft();
        const auto group = canvas->scene()->boxes[150].group;
        QVERIFY(group >= 0);
        trigger(*pane, u"Fold its group, or unfold it"_s);
        QVERIFY(settle(*pane));
        QVERIFY(canvas->scene()->boxes[std::size_t(canvas->selectedBox())].isFolded());
        const auto folded = canvas->boxRect(canvas->selectedBox()).topLeft();
        QVERIFY((folded - before).manhattanLength() < 3);
        trigger(*pane, u"Fold its group, or unfold it"_s);
        QVERIFY(settle(*pane));
        QVERIFY((canvas->boxRect(canvas->selectedBox()).topLeft() - before).manhattanLength() < 3);
        // And after a restart.
        canvas->select(200);
        canvas->centreOn(200);
        const auto id = LineageDraft::idOf(*canvas->scene(), canvas->scene()->boxes[200]);
        const auto place = canvas->boxRect(200).topLeft();
        const auto again = open(source, pane->saveState());
        const int box = again->canvas()->selectedBox();
        QCOMPARE(LineageDraft::idOf(*again->canvas()->scene(),
                                    again->canvas()->scene()->boxes[std::size_t(box)]),
                 id);
        QVERIFY((again->canvas()->boxRect(box).topLeft() - place).manhattanLength() < 3);
    }

    void exportIsAKeyInTextFieldsToo()
    {
        ExportKey key;
        qApp->installEventFilter(&key);
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        pane->activateWindow();
        pane->setPage(Bar::Impact);
        auto *filter = pane->impact()->filter();
        filter->setFocus();
        // On X11 a field would take the key for its own; here nothing does.
        QKeyEvent wanted(QEvent::ShortcutOverride, Qt::Key_E, Qt::ControlModifier);
        QVERIFY(key.eventFilter(filter, &wanted));
        QVERIFY(!wanted.isAccepted());
        QKeyEvent other(QEvent::ShortcutOverride, Qt::Key_A, Qt::ControlModifier);
        QVERIFY(!key.eventFilter(filter, &other));
        QTest::keyClick(filter, Qt::Key_E, Qt::ControlModifier);
        QVERIFY(pane->findChild<QFileDialog *>());
    }

    void theInspectorHandsTheFocusOn()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        pane->activateWindow();
        pane->canvas()->select(boxOf(*pane, u"wms.stock"_s));
        QVERIFY(settle(*pane));
        auto *inspector = pane->findChild<Inspector *>();
        QVERIFY(pane->parts().contains(inspector));
        inspector->setFocus(Qt::TabFocusReason);
        QVERIFY(inspector->isAncestorOf(QApplication::focusWidget()));
        QVERIFY(QApplication::focusWidget() != inspector);
    }

    void theFirstPictureFitsAboveTheLegend()
    {
        tests::SampleLineage source(tests::orderLineage());
        for (auto &node : source.graph.nodes)
            node.slo = domain::SloState::Met;
        const auto pane =
            open(source, {}, {1392, 420}); // its height is what there is too little of
        const auto *legend = pane->findChild<Legend *>();
        QVERIFY(legend && legend->isVisible());
        const auto *canvas = pane->canvas();
        const auto picture = canvas->view().toPixel(canvas->scene()->bounds);
        QVERIFY2(picture.bottom() <= canvas->viewport()->height(),
                 qPrintable(QString::number(picture.bottom())));
    }

    void aFarPictureHasRoomBesideItForTitlesAndBundles()
    {
        tests::SampleLineage source(tests::meshLineage(2000));
        const auto pane = open(source);
        const auto *canvas = pane->canvas();
        pane->canvas()->fitAll();
        QVERIFY(items::lineageDetail(canvas->view().scale) == items::LineageDetail::Groups);
        const auto picture = canvas->view().toPixel(canvas->scene()->bounds);
        QVERIFY(picture.left() >= items::farmargin::titles - 1);
        QVERIFY(picture.right() <= canvas->viewport()->width() - items::farmargin::arcs + 1);
        QVERIFY(picture.top() >= 0 && picture.bottom() <= canvas->viewport()->height());
    }

    void allOfAPictureStaysInSightUntilAPersonMovesIt()
    {
        tests::SampleLineage source(tests::meshLineage(2000));
        const auto pane = open(source,
                               {{u"version"_s, 1},
                                {u"grouping"_s, int(items::LineageGrouping::Domain)},
                                {u"inspector"_s, false}});
        auto *canvas = pane->canvas();
        const auto right = [canvas] {
            return canvas->view().toPixel(canvas->scene()->bounds).right();
        };
        const auto room = [canvas] {
            return canvas->viewport()->width() - items::farmargin::arcs + 1;
        };
        canvas->fitAll();
        const double wide = canvas->viewport()->width();
        trigger(*pane, u"Inspector"_s);
        QTRY_VERIFY(canvas->viewport()->width() < wide);
        QVERIFY2(right() <= room(), qPrintable(u"%1 of %2"_s.arg(right()).arg(room())));
        // What a person looks at is not taken away.
        canvas->zoomBy(2);
        const auto moved = canvas->view();
        trigger(*pane, u"Inspector"_s);
        QTRY_VERIFY(canvas->viewport()->width() > wide - 1);
        QCOMPARE(canvas->view().scale, moved.scale);
        QCOMPARE(canvas->view().origin, moved.origin);
    }

    void aPictureThatGrowsStaysWholeUntilAPersonMovesIt()
    {
        const auto whole = tests::meshLineage(2000);
        tests::SampleLineage source(tests::meshLineage(12));
        const auto pane = open(source);
        auto *canvas = pane->canvas();
        const auto isAllSeen = [canvas] {
            const auto picture = canvas->view().toPixel(canvas->scene()->bounds);
            return QRectF(canvas->viewport()->rect()).contains(picture);
        };
        QVERIFY(isAllSeen());
        // As the first sync of a folder goes on.
        source.graph = whole;
        Q_EMIT source.changed();
        QVERIFY(settle(*pane));
        QVERIFY(canvas->scene()->boxes.size() > 1000);
        QVERIFY(isAllSeen());
        canvas->zoomBy(3);
        const auto moved = canvas->view();
        source.graph = tests::meshLineage(2100);
        Q_EMIT source.changed();
        QVERIFY(settle(*pane));
        QCOMPARE(canvas->view().scale, moved.scale);
    }

    void aPictureThatWasAllInSightIsSoAfterARestartInASmallerWindow()
    {
        tests::SampleLineage source(tests::meshLineage(2000));
        QVariantMap state;
        {
            const auto pane = open(source);
            pane->canvas()->fitAll();
            state = pane->saveState();
        }
        auto pane = open(source, state, {1000, 560});
        auto *canvas = pane->canvas();
        const auto picture = canvas->view().toPixel(canvas->scene()->bounds);
        QVERIFY(QRectF(canvas->viewport()->rect()).contains(picture));
        canvas->zoomBy(2);
        const auto scale = canvas->view().scale;
        state = pane->saveState();
        pane = open(source, state, {1000, 560});
        QCOMPARE(pane->canvas()->view().scale, scale);
    }

    void tabGoesThroughTheBarAsItIsRead()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        QList<int> places;
        for (QWidget *next = pane->bar()->field(); places.size() < 100;) {
            places.append(next->mapTo(pane->bar(), QPoint()).x());
            auto *after = next->nextInFocusChain();
            while (!after->isVisible() || (after->focusPolicy() & Qt::TabFocus) == 0)
                after = after->nextInFocusChain();
            if (!pane->bar()->isAncestorOf(after))
                break;
            next = after;
        }
        QVERIFY(places.size() > 8);
        QVERIFY(std::is_sorted(places.cbegin(), places.cend()));
    }

    void lettersAreKeysInTheGraphAndTextInTheField()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        pane->activateWindow();
        pane->canvas()->select(boxOf(*pane, u"stg_parcels"_s));
        pane->bar()->field()->setFocus();
        QTest::keyClicks(pane->bar()->field(), u"ud"_s);
        QCOMPARE(pane->bar()->field()->text(), u"ud"_s);
        QVERIFY(pane->canvas()->marks().boxes.empty());
        trigger(*pane, u"Pick out downstream"_s);
        QVERIFY(!pane->canvas()->marks().boxes.empty());
        QVERIFY(pane->canvas()->marks().isPickedOut(quint32(boxOf(*pane, u"VAT report"_s))));
        trigger(*pane, u"Pick out nothing"_s);
        QVERIFY(pane->canvas()->marks().boxes.empty());
    }

    void aPathIsPickedOutBetweenTwoBoxes()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        pane->canvas()->select(boxOf(*pane, u"stg_parcels"_s));
        trigger(*pane, u"Path to another box"_s);
        pane->canvas()->select(boxOf(*pane, u"VAT report"_s));
        const auto &boxes = pane->canvas()->marks().boxes;
        QCOMPARE(std::count(boxes.begin(), boxes.end(), 1), 4);
        QVERIFY2(textOf(*pane).contains(u"lines of the path: 3"_s), qPrintable(textOf(*pane)));
    }

    void aPathThatIsChosenComesIntoSightWhole()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source, {}, {700, 420});
        auto *canvas = pane->canvas();
        const int from = boxOf(*pane, u"stg_parcels"_s);
        const int to = boxOf(*pane, u"VAT report"_s);
        canvas->select(from);
        canvas->zoomTo(2);
        canvas->centreOn(from);
        QVERIFY(!QRectF(canvas->viewport()->rect()).contains(canvas->boxRect(to)));
        trigger(*pane, u"Path to another box"_s);
        canvas->select(to);
        const auto &boxes = canvas->marks().boxes;
        for (int box = 0; box < int(boxes.size()); ++box) {
            if (boxes[std::size_t(box)] != 0)
                QVERIFY(QRectF(canvas->viewport()->rect()).contains(canvas->boxRect(box)));
        }
        // One that is in sight moves nothing.
        const auto view = canvas->view();
        canvas->select(from);
        trigger(*pane, u"Path to another box"_s);
        canvas->select(to);
        QCOMPARE(canvas->view().scale, view.scale);
        QCOMPARE(canvas->view().origin, view.origin);
    }

    void findsByNameAndGoesFromHitToHit()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        auto *field = pane->bar()->field();
        field->setText(u"ORDER_EVENTS"_s);
        const auto &found = pane->canvas()->marks().found;
        QCOMPARE(std::count(found.begin(), found.end(), 1), 3);
        QTest::keyClick(field, Qt::Key_Return);
        const auto first = selectedName(*pane);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(first.contains(u"order_events"_s) && selectedName(*pane) != first);
        QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(selectedName(*pane), first);
        QVERIFY(pane->canvas()->viewport()->rect().contains(
            pane->canvas()->boxRect(pane->canvas()->selectedBox()).center().toPoint()));
        field->clear();
        QVERIFY(pane->canvas()->marks().found.empty());
    }

    void aFilterLeavesPartOfThePictureAndSaysHowMuch()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        pane->activateWindow();
        auto *row = pane->filterRow();
        QVERIFY(!row->isVisible());
        const auto all = pane->canvas()->scene()->boxes.size();
        trigger(*pane, u"Filter what is shown"_s);
        QVERIFY(row->isVisible());
        QVERIFY(pane->bar()->filterToggle()->isChecked());
        QTest::keyClicks(row->field(), u"-type:model"_s);
        QVERIFY(settle(*pane));

        // The same part, by the same code, as on the command line.
        const auto part =
            items::filteredLineage(source.graph, domain::parseQuery(u"-type:model"_s));
        const auto &scene = *pane->canvas()->scene();
        QCOMPARE(scene.boxes.size(), part.nodes.size());
        QVERIFY(scene.boxes.size() < all);
        QCOMPARE(scene.links.size(), part.links.size());
        QVERIFY(boxOf(*pane, u"order_events"_s) < 0);
        QVERIFY(textOf(*row).contains(u"%1 of %2"_s.arg(part.nodes.size()).arg(all)));
        pane->canvas()->select(boxOf(*pane, u"/parcels/{id}/events"_s));
        pane->setPage(Bar::Impact);
        QVERIFY(settle(*pane));
        QStringList names;
        const auto &table = *pane->impact()->table()->model();
        for (int i = 0; i < table.rowCount(); ++i)
            names.append(table.index(i, 0).data().toString());
        QVERIFY(names.contains(u"Revenue recognition"_s) && !names.contains(u"order_events"_s));
        pane->setPage(Bar::List);
        QVERIFY(!pane->tree()
                     ->model()
                     ->match(pane->tree()->model()->index(0, 0), Qt::DisplayRole, u"Customer"_s, 1,
                             Qt::MatchRecursive | Qt::MatchStartsWith)
                     .isEmpty());
        QVERIFY(pane->tree()
                    ->model()
                    ->match(pane->tree()->model()->index(0, 0), Qt::DisplayRole, u"order_lines"_s,
                            1, Qt::MatchRecursive | Qt::MatchExactly)
                    .isEmpty());

        // Esc clears, then leaves.
        pane->setPage(Bar::Graph);
        row->field()->setFocus();
        QTest::keyClick(row->field(), Qt::Key_Escape);
        QVERIFY(settle(*pane));
        QCOMPARE(pane->canvas()->scene()->boxes.size(), all);
        QVERIFY(row->isVisible());
        QTest::keyClick(row->field(), Qt::Key_Escape);
        QVERIFY(!row->isVisible());
        QCOMPARE(pane->focusWidget(), pane->canvas());
    }

    void whatTheFilterLeavesOutIsBridgedAndSaidSo()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        pane->filterRow()->setText(u"type:api type:SQL"_s);
        QVERIFY(settle(*pane));
        const auto &scene = pane->canvas()->scene();
        int bridges = 0;
        for (int line = 0; line < int(scene->lines.size()); ++line) {
            if (!scene->lines[std::size_t(line)].isBridge)
                continue;
            ++bridges;
            QVERIFY(
                items::lineFacts(*scene, line).contains(u"through what the filter leaves out"_s));
        }
        QVERIFY(bridges > 0);
        const auto labels = pane->findChildren<ElidedLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [&](const ElidedLabel *label) {
            return label->text() == u"%1 line(s), dotted"_s.arg(bridges);
        }));
        QVERIFY(items::lineageSvg(*scene, {}).count("stroke-dasharray=\"1.25 2.5\"") == bridges);
    }

    void aFilterCountsStepsByWhatIsShownAndKeepsTheRoot()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        pane->filterRow()->setText(u"type:dashboard"_s);
        pane->showThing(idOf(source, u"order_events"_s));
        QVERIFY(settle(*pane));
        QVERIFY(boxOf(*pane, u"order_events"_s) >= 0);
        Q_EMIT pane->bar()->downstreamChosen(1);
        QVERIFY(settle(*pane));
        // One step: ports in between are left out.
        QVERIFY(boxOf(*pane, u"Order desk today"_s) >= 0);
        const auto one = pane->canvas()->scene()->boxes.size();
        Q_EMIT pane->bar()->downstreamChosen({});
        QVERIFY(settle(*pane));
        QVERIFY(pane->canvas()->scene()->boxes.size() >= one);
        pane->showThing(idOf(source, u"wms.stock"_s));
        QVERIFY(settle(*pane));
        QVERIFY(boxOf(*pane, u"wms.stock"_s) >= 0);
        QVERIFY(boxOf(*pane, u"order_events"_s) < 0);
    }

    void aWrongFilterIsExplainedAndChangesNothing()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        auto *row = pane->filterRow();
        row->setText(u"domain:Finance"_s);
        QVERIFY(settle(*pane));
        const auto scene = pane->canvas()->scene();
        row->setText(u"domain:Finance tag:pii"_s);
        QVERIFY(settle(*pane));
        QVERIFY(row->mistake().contains(u"“tag:pii”"_s));
        QVERIFY(row->mistake().contains(u"classification"_s));
        QCOMPARE(row->field()->accessibleDescription(), row->mistake());
        QCOMPARE(pane->canvas()->scene(), scene);
        row->setText(u"domain:Finance"_s);
        QVERIFY(row->mistake().isEmpty());
    }

    void inAListWithLittleRoomNamesHaveIt()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source, {}, {720, 420});
        pane->setPage(Bar::List);
        auto *tree = pane->findChild<Tree *>();
        const auto name = [tree] { return tree->columnWidth(items::LineageTreeModel::Name); };
        QTRY_VERIFY2(name() >= 200, qPrintable(QString::number(name())));
        pane->resize(512, 420);
        QTRY_VERIFY2(name() >= 200, qPrintable(QString::number(name())));
        pane->resize(1392, 840);
        for (const auto column : {items::LineageTreeModel::Kind, items::LineageTreeModel::Domain,
                                  items::LineageTreeModel::Owner})
            QTRY_VERIFY(!tree->isColumnHidden(column));
    }

    void aFilterThatFindsNothingSaysSoAndIsClearedByAButton()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        const auto all = pane->canvas()->scene()->boxes.size();
        pane->filterRow()->setText(u"zebra"_s);
        QVERIFY(settle(*pane));
        auto *empty = pane->findChild<EmptyState *>();
        QVERIFY(textOf(*pane).contains(u"Nothing matches this filter"_s));
        QVERIFY(empty->isVisible());
        // Neither do the figures and the map of the picture before stay beside it.
        QTRY_VERIFY(!textOf(*pane).contains(u"Crossings"_s)); // labels go by and by
        QVERIFY(!pane->canvas()->scene());
        // What was written elsewhere, or another page, does not bring the old picture back.
        Q_EMIT source.changed();
        QVERIFY(settle(*pane));
        pane->setPage(Bar::List);
        QVERIFY(empty->isVisible());
        pane->setPage(Bar::Graph);
        Q_EMIT empty->actionTriggered();
        QVERIFY(settle(*pane));
        QVERIFY(!empty->isVisible());
        QCOMPARE(pane->canvas()->scene()->boxes.size(), all);
    }

    void theFilterOffersKeysAndValuesOfThisLineage()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        pane->activateWindow();
        trigger(*pane, u"Filter what is shown"_s);
        auto *field = pane->filterRow()->field();
        QTRY_VERIFY(field->hasFocus());
        const auto offered = [&] {
            const auto *words = field->findChild<QStringListModel *>();
            return words->stringList();
        };
        QTest::keyClicks(field, u"cla"_s);
        QCOMPARE(offered(), QStringList(u"classification:"_s));
        QTest::keyClicks(field, u"ssification:"_s);
        // They are gathered beside, and offered without another key.
        QTRY_VERIFY(offered().contains(u"classification:Restricted"_s));
        QVERIFY(offered().contains(u"classification:none"_s));
        // Of very many only as many as somebody reads.
        QStringList owners;
        for (int i = 0; i < 5'000; ++i)
            owners.append(u"team%1"_s.arg(i));
        field->setValuesOf([&](const QString &) { return owners; });
        field->clear();
        // The list of before goes with the first letter, and the window has to get the focus back.
        QTest::keyClicks(field, u"o"_s);
        pane->activateWindow();
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, u"wner:"_s);
        QCOMPARE(offered().size(), 200);
        QTest::keyClicks(field, u"team499"_s);
        QCOMPARE(offered().size(), 11); // and its ten
    }

    void filesHoldWhatTheFilterLeaves()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        pane->filterRow()->setText(u"type:api type:SQL"_s);
        QVERIFY(settle(*pane));
        const auto part =
            items::filteredLineage(source.graph, domain::parseQuery(u"type:api type:SQL"_s));
        QTemporaryDir dir;
        const auto written = [&](items::LineageFormat format, const QString &name) {
            const auto path = dir.filePath(name);
            pane->exportTo(format, path);
            QFile file(path);
            return QTest::qWaitFor([&] { return file.exists(); }) && file.open(QIODevice::ReadOnly)
                ? file.readAll()
                : QByteArray();
        };
        const auto csv = written(items::LineageFormat::Csv, u"part.csv"_s);
        QVERIFY(csv.startsWith("from,fromField,to,toField,level,job,bridge\r\n"));
        QCOMPARE(csv.count("\r\n"), qsizetype(part.links.size()) + 1);
        QVERIFY(csv.contains("true"));
        const auto json = QJsonDocument::fromJson(written(items::LineageFormat::Json, u"p.json"_s));
        QCOMPARE(json[u"filter"].toString(), u"type:api type:SQL"_s);
        QCOMPARE(json[u"nodes"].toArray().size(), qsizetype(part.nodes.size()));
        for (const auto &edge : json[u"edges"].toArray()) {
            if (edge[u"bridge"].toBool())
                QVERIFY(edge[u"account"].isNull());
        }
        QVERIFY(written(items::LineageFormat::Dot, u"p.dot"_s).contains("style=\"dotted\""));
        QVERIFY(written(items::LineageFormat::Svg, u"p.svg"_s).contains("1.25 2.5"));
    }

    void theFilterIsThereAfterARestart()
    {
        tests::SampleLineage source(tests::orderLineage());
        QVariantMap state;
        std::size_t shown = 0;
        {
            const auto pane = open(source);
            pane->filterRow()->setText(u"domain:Finance domain:Orders"_s);
            QVERIFY(settle(*pane));
            shown = pane->canvas()->scene()->boxes.size();
            state = pane->saveState();
        }
        const auto pane = open(source, state);
        QVERIFY(pane->filterRow()->isVisible());
        QCOMPARE(pane->filterRow()->text(), u"domain:Finance domain:Orders"_s);
        QCOMPARE(pane->canvas()->scene()->boxes.size(), shown);
        QVERIFY(shown < source.graph.nodes.size());
    }

    void columnsOpenWithoutMovingTheirBox()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        auto *canvas = pane->canvas();
        canvas->zoomTo(1);
        canvas->select(boxOf(*pane, u"order_events"_s));
        canvas->reveal(canvas->selectedBox());
        canvas->setFocus();
        const auto before = canvas->boxRect(canvas->selectedBox()).topLeft();
        QTest::keyClick(canvas, Qt::Key_Space);
        QVERIFY(QTest::qWaitFor([&] {
            return !canvas->scene()
                        ->boxes[std::size_t(boxOf(*pane, u"order_events"_s))]
                        .columns.empty();
        }));
        QVERIFY(settle(*pane));
        QCOMPARE(selectedName(*pane), u"order_events"_s);
        const auto after = canvas->boxRect(canvas->selectedBox()).topLeft();
        QVERIFY2(QLineF(before, after).length() < 1,
                 qPrintable(
                     u"moved by %1, %2"_s.arg(after.x() - before.x()).arg(after.y() - before.y())));
        QTest::keyClick(canvas, Qt::Key_Space);
        QVERIFY(settle(*pane));
        QVERIFY(canvas->scene()->boxes[std::size_t(canvas->selectedBox())].columns.empty());
    }

    void opensAtAColumn()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        pane->showQuery(idOf(source, u"order_events"_s).toString(QUuid::WithoutBraces)
                        + u"#customer_id"_s);
        QVERIFY(QTest::qWaitFor([&] { return pane->canvas()->selectedColumn() >= 0; }));
        QCOMPARE(selectedName(*pane), u"order_events"_s);
        const auto &box =
            pane->canvas()->scene()->boxes[std::size_t(pane->canvas()->selectedBox())];
        QCOMPARE(box.columns[std::size_t(pane->canvas()->selectedColumn())].path, u"customer_id"_s);
    }

    void theInspectorTellsWhereAColumnComesFromAndGoes()
    {
        tests::SampleLineage source(tests::orderLineage());
        auto &graph = source.graph;
        const int events = nodeNamed(graph, u"order_events"_s);
        const int stock = nodeNamed(graph, u"wms.stock"_s);
        const auto before = std::count_if(graph.links.begin(), graph.links.end(), [&](auto &link) {
            return link.source == events && graph.textAt(link.sourceField) == u"customer_id";
        });
        const auto text = [&graph](const QString &name) {
            graph.texts.append(name);
            return int(graph.texts.size()) - 1;
        };
        // Made from the whole table; and a column that decides which rows there are.
        graph.links.push_back({.source = events,
                               .target = stock,
                               .targetField = text(u"total"_s),
                               .level = domain::LineageLevel::Field});
        graph.links.push_back({.source = stock,
                               .target = events,
                               .sourceField = text(u"is_open"_s),
                               .level = domain::LineageLevel::Field});
        const auto pane = open(source);
        pane->showQuery(idOf(source, u"order_events"_s).toString() + u"#customer_id"_s);
        QVERIFY(settle(*pane));
        const auto *inspector = pane->findChild<Inspector *>();
        QTRY_VERIFY(textOf(*inspector).contains(u"rows as is_open of wms.stock has them"_s));
        QVERIFY(textOf(*inspector).contains(u"%1 column"_s.arg(before + 1)));
    }

    void groupsFoldAndUnfold()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        trigger(*pane, u"Fold all groups"_s);
        QVERIFY(settle(*pane));
        QCOMPARE(pane->canvas()->scene()->boxes.size(), std::size_t(5));
        pane->canvas()->select(0);
        pane->canvas()->setFocus();
        QTest::keyClick(pane->canvas(), Qt::Key_Return);
        QVERIFY(settle(*pane));
        QVERIFY(pane->canvas()->scene()->boxes.size() > 5);
        trigger(*pane, u"Unfold all groups"_s);
        QVERIFY(settle(*pane));
        QCOMPARE(pane->canvas()->scene()->boxes.size(), source.graph.nodes.size());
    }

    void comparesTwoDays()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        pane->setWhen({{}, m_clock.now().addDays(-7)});
        QVERIFY(settle(*pane));
        int different = 0;
        for (const auto &line : pane->canvas()->scene()->lines)
            different += line.change != domain::LineageChange::None ? 1 : 0;
        QCOMPARE(different, 3);
        tests::paintPicture(pane.get(), u"lineage-diff"_s);
    }

    void anotherDayIsToldHoweverNarrowTheBarIs()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto now = m_clock.now();
        const auto day = [&now](int ago) {
            return QLocale().toString(now.addDays(-ago).toLocalTime().date(), QLocale::ShortFormat);
        };
        const auto dateButton = [](const LineagePane &pane) -> BarButton * {
            for (auto *button : pane.bar()->findChildren<BarButton *>()) {
                if (button->accessibleName().startsWith(u"As of: "_s)
                    || button->accessibleName().startsWith(u"What changed: "_s))
                    return button;
            }
            return nullptr;
        };
        const auto widthOf = [](const QString &text) {
            return QFontMetrics(fontOf(Text::Body)).horizontalAdvance(text);
        };
        const auto ticked = [](BarButton *button) {
            button->click();
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            QStringList texts;
            for (const auto *action : menu ? menu->actions() : QList<QAction *>()) {
                if (action->isChecked())
                    texts.append(action->text());
            }
            if (menu)
                menu->close();
            return texts;
        };
        QVariantMap state;
        {
            const auto pane = open(source, {}, {976, 640});
            auto *button = dateButton(*pane);
            QVERIFY(button);
            QCOMPARE(ticked(button), QStringList(u"Now"_s));
            pane->setWhen({now.addDays(-30), {}});
            QVERIFY(settle(*pane));
            QVERIFY(button->width() >= widthOf(day(30)));
            QVERIFY(button->accessibleName().contains(day(30)));
            QVERIFY(button->toolTip().contains(day(30)));
            QCOMPARE(ticked(button), QStringList(u"A month ago"_s));
            pane->setWhen({{}, now.addDays(-7)});
            QVERIFY(settle(*pane));
            state = pane->saveState();
        }
        const auto pane = open(source, state, {976, 640});
        auto *button = dateButton(*pane);
        QVERIFY(button);
        const QString both = day(7) + u" to "_s + day(0);
        QVERIFY(button->width() >= widthOf(both));
        QVERIFY(button->accessibleName().contains(both));
        QVERIFY(button->toolTip().contains(both));
        QCOMPARE(ticked(button), QStringList(u"What changed in a week"_s));
        QVERIFY(pane->findChild<Legend *>()->accessibleName().startsWith(both));
        QVERIFY(pane->bar()->minimumSizeHint().width() <= 976);
        pane->setWhen({now.addDays(-3), {}});
        QVERIFY(settle(*pane));
        QCOMPARE(ticked(button), QStringList(u"Other days…"_s));
        // With a root there are two more buttons beside it.
        pane->showThing(idOf(source, u"VAT report"_s));
        pane->setWhen({{}, now.addDays(-7)});
        QVERIFY(settle(*pane));
        const int narrow = pane->bar()->minimumSizeHint().width();
        QVERIFY2(narrow <= 976, qPrintable(QString::number(narrow)));
        for (const int width : {976, 673}) {
            pane->resize(width, 640);
            QTRY_COMPARE(pane->bar()->width(), width);
            QVERIFY(button->width() >= widthOf(both));
        }
        tests::paintPicture(pane.get(), u"lineage-1024-compared"_s);
    }

    void whatIsReadAgainAndTheSameMovesNothing()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        pane->canvas()->zoomTo(2);
        pane->canvas()->select(3);
        const auto view = pane->canvas()->view();
        const auto scene = pane->canvas()->scene();
        Q_EMIT source.changed();
        QTRY_COMPARE(source.questions, 2);
        QVERIFY(settle(*pane));
        QCOMPARE(pane->canvas()->scene(), scene);
        QVERIFY(pane->canvas()->view() == view);
        QCOMPARE(pane->canvas()->selectedBox(), 3);
    }

    void whileANewPictureIsMadeTheOldOneIsAboutItsOwnGraph()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        pane->setPage(Bar::Impact);
        pane->canvas()->select(boxOf(*pane, u"stg_shop__orders"_s));
        QVERIFY(settle(*pane));
        QCOMPARE(pane->impact()->model().rowCount(), 20);
        const auto shown = pane->canvas()->scene();
        int between = -1;
        connect(pane.get(), &Pane::breadcrumbChanged, this, [&] {
            // The new graph is there, its picture is not.
            if (pane->canvas()->scene() != shown)
                return;
            pane->canvas()->select(-1);
            pane->canvas()->select(boxOf(*pane, u"stg_shop__orders"_s));
            between = pane->impact()->model().rowCount();
        });
        source.graph = reversed(source.graph);
        Q_EMIT source.changed();
        QTRY_COMPARE(source.questions, 2);
        QVERIFY(settle(*pane));
        QVERIFY(pane->canvas()->scene() != shown);
        QCOMPARE(between, 20);
        QCOMPARE(selectedName(*pane), u"stg_shop__orders"_s);
        QCOMPARE(pane->impact()->model().rowCount(), 20);
    }

    void aMenuThatIsOpenStaysAboutItsBox()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        QSignalSpy opened(pane.get(), &Pane::openRequested);
        Q_EMIT pane->canvas()->menuRequested({}, boxOf(*pane, u"wms.stock"_s), -1, -1);
        const auto *menu = pane->findChild<BoxMenu *>();
        QVERIFY(menu);
        const auto scene = pane->canvas()->scene();
        source.graph = reversed(source.graph);
        Q_EMIT source.changed();
        QTRY_VERIFY(pane->canvas()->scene() != scene);
        const auto actions = menu->actions();
        for (auto *action : actions) {
            if (action->text() == u"Open in a tab behind"_s || action->text() == u"Show columns"_s)
                action->trigger();
        }
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().toUuid(), idOf(source, u"wms.stock"_s));
        QCOMPARE(pane->choice().open, QSet<QUuid>{idOf(source, u"wms.stock"_s)});
    }

    void factsAboutALineAreNotShownUnderABox()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        const auto grids = pane->findChild<Inspector *>()->findChildren<KeyValueGrid *>();
        QCOMPARE(grids.size(), 2);
        pane->canvas()->selectLine(0);
        QTRY_VERIFY(grids.at(1)->isVisible());
        pane->canvas()->selectLine(1);
        pane->canvas()->select(0);
        QTest::qWait(50);
        QVERIFY(!grids.at(1)->isVisible());
    }

    void whereNobodyTellsMoreThePictureSaysWhatItKnowsOfALine()
    {
        tests::SampleLineage source(tests::orderLineage());
        source.knowsNoFacts = true;
        for (auto &link : source.graph.links)
            link.validFrom = QDateTime({2026, 3, 1}, {12, 0}, Qt::UTC).toMSecsSinceEpoch();
        const auto pane = open(source);
        auto *facts = pane->findChild<Inspector *>()->findChildren<KeyValueGrid *>().at(1);
        pane->canvas()->selectLine(0);
        QTest::qWait(50);
        QVERIFY(facts->isVisible());
        QVERIFY(textOf(*facts).contains(u"Since"_s));
        // Of a day that is past nobody is asked: accounts tell what is so now.
        source.knowsNoFacts = false;
        pane->setWhen({QDateTime({2026, 4, 1}, {12, 0}, Qt::UTC), {}});
        QVERIFY(settle(*pane));
        pane->canvas()->selectLine(0);
        QTest::qWait(50);
        QVERIFY(!textOf(*facts).contains(u"demo"_s));
        QVERIFY(textOf(*facts).contains(u"Since"_s));
    }

    void dataThatNobodyWritesGrowOld()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto written = source.graph.at;
        auto &node = source.graph.nodes[std::size_t(nodeNamed(source.graph, u"order_events"_s))];
        node.updated = written.toMSecsSinceEpoch();
        const auto pane = open(source);
        pane->setOverlay(items::LineageOverlay::Freshness);
        const auto rank = [&pane] {
            return int(
                pane->canvas()->marks().ranks.at(std::size_t(boxOf(*pane, u"order_events"_s))));
        };
        QCOMPARE(rank(), 0);
        source.graph.at = written.addDays(2);
        Q_EMIT source.changed();
        QTRY_COMPARE(source.questions, 2);
        QVERIFY(settle(*pane));
        QCOMPARE(rank(), 1);
    }

    void theListOpensNoMoreThanCanBeRead()
    {
        // Two things in each of 24 layers, each made from both of the layer before: 2^24 ways.
        auto graph = tests::orderLineage();
        const auto pattern = graph.nodes.front();
        graph.nodes.clear();
        graph.links.clear();
        for (int i = 0; i < 48; ++i) {
            auto node = pattern;
            node.nativeId = u"n%1"_s.arg(i, 2, 10, QChar(u'0'));
            node.name = node.title = node.nativeId;
            node.id = QUuid::createUuidV5(QUuid(), node.nativeId);
            graph.nodes.push_back(node);
            for (int from = i / 2 * 2 - 2; from >= 0 && from < i / 2 * 2; ++from)
                graph.links.push_back({.source = from, .target = i});
        }
        tests::SampleLineage source(graph);
        const auto pane = open(source);
        pane->setPage(Bar::List);
        auto *tree = pane->tree();
        tree->setCurrentIndex(tree->model()->index(0, 0));
        tree->setFocus();
        QTest::keyClick(tree, Qt::Key_Asterisk);
        int rows = 0;
        for (auto index = tree->model()->index(0, 0); index.isValid() && rows < 5000;
             index = tree->indexBelow(index))
            ++rows;
        QVERIFY2(rows > 50 && rows < 2000, qPrintable(QString::number(rows)));
    }

    void inspectorAndImpactSpeakOfTheSameThings()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto &nodes = source.graph.nodes;
        QHash<QUuid, int> parts;
        for (const auto &node : nodes) {
            if (!node.product.isNull())
                ++parts[node.product];
        }
        const auto product = std::max_element(parts.begin(), parts.end());
        QVERIFY(product != parts.end() && *product > 1);
        const auto pane = open(source);
        QVERIFY(pane);
        pane->showThing(product.key());
        QVERIFY(settle(*pane));
        const auto starts = items::nodesOfThing(source.graph, product.key());
        const auto mesh = items::lineageMesh(source.graph);
        const auto reached =
            items::lineageReach(*mesh, starts, ::portolan::lineage::Direction::Downstream);
        const auto *inspector = pane->findChild<Inspector *>();
        QTRY_VERIFY(textOf(*inspector).contains(u"%1 thing"_s.arg(reached.size())));
        QVERIFY(textOf(*inspector).contains(u"all %1 part(s)"_s.arg(starts.size())));
        pane->setPage(Bar::Impact);
        auto *table = pane->findChild<ImpactView *>()->table();
        QTRY_COMPARE(table->model()->rowCount(), int(reached.size()));
    }

    void openColumnsFollowWhatIsReadAgain()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        pane->toggleColumns(boxOf(*pane, u"order_events"_s));
        QTRY_VERIFY(columnsOf(*pane, u"order_events"_s).contains(u"customer_id"_s));
        QVERIFY(settle(*pane));
        source.graph.texts.replaceInStrings(u"customer_id"_s, u"client_id"_s);
        Q_EMIT source.changed();
        QTRY_VERIFY(columnsOf(*pane, u"order_events"_s).contains(u"client_id"_s));
        QVERIFY(!columnsOf(*pane, u"order_events"_s).contains(u"customer_id"_s));
    }

    void aTableOfVeryManyColumnsOpensAndSaysWhatItLeavesOut()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto id = idOf(source, u"crm.accounts"_s);
        for (int i = 0; i < 100; ++i) {
            domain::Field field;
            field.path = u"c%1"_s.arg(i);
            source.schemas[id].append(field);
        }
        const auto pane = open(source);
        pane->toggleColumns(boxOf(*pane, u"crm.accounts"_s));
        QTRY_COMPARE(columnsOf(*pane, u"crm.accounts"_s).size(), 60);
        QCOMPARE(columnsOf(*pane, u"crm.accounts"_s).last(), u"c59"_s);
        pane->canvas()->select(boxOf(*pane, u"crm.accounts"_s));
        QVERIFY(textOf(*pane->findChild<Inspector *>()).contains(u"40 column(s) not shown"_s));
        // What the pane is opened at is always there.
        const auto other = open(source);
        other->showQuery(id.toString(QUuid::WithoutBraces) + u"#c90"_s);
        QTRY_VERIFY(other->canvas()->selectedColumn() >= 0);
        QCOMPARE(columnsOf(*other, u"crm.accounts"_s).at(other->canvas()->selectedColumn()),
                 u"c90"_s);
        // It stays when everything is read again.
        source.schemas[id][3].path = u"renamed"_s;
        Q_EMIT source.changed();
        QTRY_VERIFY(columnsOf(*other, u"crm.accounts"_s).contains(u"renamed"_s));
        QVERIFY(columnsOf(*other, u"crm.accounts"_s).contains(u"c90"_s));
        // Where there are keys they are what is chosen by.
        source.schemas[id][70].primaryKey = true;
        Q_EMIT source.changed();
        QTRY_COMPARE(columnsOf(*pane, u"crm.accounts"_s), QStringList{u"c70"_s});
    }

    void columnsThatCannotBeReadAreNotColumnsThatAreUnknown()
    {
        tests::SampleLineage source(tests::orderLineage());
        source.cannotReadFields = true;
        const auto pane = open(source);
        pane->toggleColumns(boxOf(*pane, u"crm.accounts"_s));
        const auto tip = [] {
            return QTextDocumentFragment::fromHtml(QToolTip::text()).toPlainText();
        };
        QTRY_VERIFY(tip().startsWith(u"The columns could not be read"_s));
        QVERIFY(pane->choice().open.isEmpty());
        // Who has the box read to them hears it with the rest.
        const auto heard = [&] {
            return pane->canvas()->describe(boxOf(*pane, u"crm.accounts"_s));
        };
        QVERIFY(heard().contains(u"The columns could not be read"_s));
        // And beside the picture, for who has no mouse.
        pane->canvas()->select(boxOf(*pane, u"crm.accounts"_s));
        const auto said = [&] { return textOf(*pane->findChild<Inspector *>()); };
        QTRY_VERIFY(said().contains(u"The columns could not be read"_s));
        source.cannotReadFields = false;
        pane->toggleColumns(boxOf(*pane, u"crm.accounts"_s));
        QTRY_COMPARE(tip(), u"No columns of it are known"_s);
        QVERIFY(heard().endsWith(u"No columns of it are known"_s));
        QTRY_VERIFY(said().contains(u"No columns of it are known"_s));
        QVERIFY(!said().contains(u"could not be read"_s));
    }

    void tablesHaveAllColumnsAndWhatChangedWhateverIsOpen()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        trigger(*pane, u"Fold all groups"_s);
        QVERIFY(settle(*pane));
        QTemporaryDir dir;
        const auto written = [&](items::LineageFormat format, const QString &name) {
            const auto path = dir.filePath(name);
            pane->exportTo(format, path);
            QFile file(path);
            return QTest::qWaitFor([&] { return file.exists(); }) && file.open(QIODevice::ReadOnly)
                ? file.readAll()
                : QByteArray();
        };
        const auto table = written(items::LineageFormat::Csv, u"now.csv"_s);
        QVERIFY(table.startsWith("from,fromField,to,toField,level,job\r\n"));
        QCOMPARE(table.count("\r\n"), qsizetype(source.graph.links.size()) + 1);
        QCOMPARE(table.count("\"field\""), 6);
        QCOMPARE(written(items::LineageFormat::Dot, u"now.dot"_s).count("toField="), 6);
        QCOMPARE(written(items::LineageFormat::Json, u"now.json"_s).count("\"toField\""), 6);
        pane->setWhen({{}, m_clock.now().addDays(-7)});
        QVERIFY(settle(*pane));
        const auto compared = written(items::LineageFormat::Csv, u"week.csv"_s);
        QVERIFY(compared.startsWith("from,fromField,to,toField,level,job,change\r\n"));
        QCOMPARE(compared.count("\"field\""), 6);
        QCOMPARE(compared.count("\"removed\""), 1);
        QVERIFY(written(items::LineageFormat::Dot, u"week.dot"_s).contains("change=\"added\""));
    }

    void everythingArrangedIsThereAfterARestart()
    {
        tests::SampleLineage source(tests::orderLineage());
        QVariantMap state;
        {
            const auto pane = open(source);
            pane->showThing(idOf(source, u"order_events"_s));
            pane->setGrouping(items::LineageGrouping::Product);
            QVERIFY(settle(*pane));
            pane->canvas()->setView({120, 40}, 1.5);
            pane->canvas()->select(boxOf(*pane, u"VAT report"_s));
            state = pane->saveState();
        }
        const auto pane = open(source, state);
        QVERIFY(pane);
        QCOMPARE(pane->choice().root, idOf(source, u"order_events"_s));
        QCOMPARE(pane->choice().grouping, items::LineageGrouping::Product);
        QCOMPARE(pane->canvas()->view().scale, 1.5);
        QCOMPARE(pane->canvas()->view().origin, QPointF(120, 40));
        QCOMPARE(selectedName(*pane), u"VAT report"_s);
    }

    void theDaysThatAreComparedComeBack()
    {
        tests::SampleLineage source(tests::orderLineage());
        QVariantMap state;
        {
            const auto pane = open(source);
            pane->setWhen({source.graph.at, source.graph.at.addDays(-7)});
            QVERIFY(settle(*pane));
            state = pane->saveState();
        }
        const auto again = open(source, state);
        QVERIFY(std::any_of(
            again->canvas()->scene()->lines.begin(), again->canvas()->scene()->lines.end(),
            [](const auto &line) { return line.change != domain::LineageChange::None; }));
        QCOMPARE(again->saveState().value(u"from"_s), state.value(u"from"_s));
    }

    void afterARestartEveryBoxStandsWhereItStood()
    {
        tests::SampleLineage source(tests::meshLineage(300));
        const auto pane = open(source);
        const auto before = LineageDraft::placesOf(*pane->canvas()->scene());
        const auto state = pane->saveState();
        for (int visit = 0; visit < 2; ++visit) {
            const auto again = open(source, state);
            const auto after = LineageDraft::placesOf(*again->canvas()->scene());
            QCOMPARE(after.size(), before.size());
            for (auto it = before.cbegin(); it != before.cend(); ++it)
                QVERIFY((after.value(it.key()) - *it).manhattanLength() < 1);
        }
        // A mesh that has grown keeps the order that the visit before had.
        source.graph = tests::meshLineage(310);
        QVERIFY(qsizetype(open(source, state)->canvas()->scene()->boxes.size()) > before.size());
    }

    void withOpenColumnsFoldedGroupsAndAPathARestartIsTheSamePicture()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        for (const auto &name : {u"order_events"_s, u"stg_shop__orders"_s}) {
            pane->toggleColumns(boxOf(*pane, name));
            QVERIFY(settle(*pane));
        }
        pane->canvas()->select(boxOf(*pane, u"wms.stock"_s));
        trigger(*pane, u"Fold its group, or unfold it"_s);
        QVERIFY(settle(*pane));
        pane->canvas()->select(boxOf(*pane, u"shop.orders_raw"_s));
        trigger(*pane, u"Pick out downstream"_s);
        const auto state = pane->saveState();
        const auto before = pane->canvas()->scene();
        const auto marks = pane->canvas()->marks();
        QVERIFY(!marks.boxes.empty());
        const auto again = open(source, state);
        QVERIFY(settle(*again));
        const auto after = again->canvas()->scene();
        QCOMPARE(after->boxes.size(), before->boxes.size());
        for (std::size_t i = 0; i < before->boxes.size(); ++i)
            QCOMPARE(after->boxes[i].rect, before->boxes[i].rect);
        QVERIFY(after->layout.routePoints == before->layout.routePoints);
        QVERIFY(again->canvas()->marks().boxes == marks.boxes);
        QVERIFY(again->canvas()->marks().lines == marks.lines);
        // What was kept is of that mesh: another one is drawn anew, and damage does no harm.
        source.graph.links.pop_back();
        QVERIFY(open(source, state)->canvas()->scene()->lines.size() < before->lines.size() + 1);
        auto damaged = state;
        damaged.insert(u"drawing"_s, state.value(u"drawing"_s).toByteArray().left(400));
        damaged.insert(u"pickedOut"_s, QVariantMap{{u"kind"_s, 77}});
        const auto other = open(source, damaged);
        QVERIFY(other && other->canvas()->marks().boxes.empty());
    }

    void theMinimapCoversNoPictureThatIsAllInSight()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source, {{u"version"_s, 1}, {u"inspector"_s, false}}, {1024, 600});
        auto *canvas = pane->canvas();
        auto *map = canvas->findChild<Minimap *>();
        QVERIFY(map);
        const auto covers = [&] {
            const auto &view = canvas->view();
            int count = 0;
            canvas->scene()->forEachBox(
                {view.toScene(map->geometry().topLeft()), QSizeF(map->size()) / view.scale},
                [&count](quint32) { ++count; });
            return map->isVisible() && count > 0;
        };
        for (const auto size :
             {QSize(1024, 600), QSize(700, 900), QSize(1392, 840), QSize(640, 420)}) {
            pane->resize(size);
            canvas->fitAll();
            QVERIFY(!covers());
            QVERIFY(!map->isVisible());
        }
        canvas->zoomTo(2);
        QVERIFY(map->isVisible());
        // Of a very small window it would hide the better part.
        map->resize(map->width(), canvas->height() / 2);
        pane->resize(660, 420);
        QTRY_VERIFY(!map->isVisible());
        map->resize(map->width(), canvas->height() / 4);
        pane->resize(640, 420);
        QTRY_VERIFY(map->isVisible());
    }

    void anotherThingIsNotShownWithTheSelectionBefore()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        pane->canvas()->select(boxOf(*pane, u"VAT report"_s));
        QCOMPARE(selectedName(*pane), u"VAT report"_s);
        pane->showThing(idOf(source, u"order_events"_s));
        QVERIFY(settle(*pane));
        QCOMPARE(selectedName(*pane), QString());
        QCOMPARE(pane->canvas()->rootBox(), boxOf(*pane, u"order_events"_s));
    }

    void theRingIsOnTheProductItself()
    {
        // A table of the product stands before the product in the lineage.
        tests::SampleLineage source(tests::orderLineage());
        auto &product = source.graph.nodes[std::size_t(nodeNamed(source.graph, u"order_events"_s))];
        product.kind = domain::EntityKind::Product;
        for (auto &node : source.graph.nodes)
            node.product = product.id;
        const auto pane = open(source);
        pane->showThing(product.id);
        QVERIFY(settle(*pane));
        QCOMPARE(pane->canvas()->rootBox(), boxOf(*pane, u"order_events"_s));
    }

    void serviceLevelsAreLaidOverUntilAPersonChooses()
    {
        using items::LineageOverlay;
        tests::SampleLineage source(tests::orderLineage());
        QCOMPARE(open(source)->canvas()->marks().overlay, LineageOverlay::None);
        source.graph.nodes.front().slo = domain::SloState::Missed;
        QVariantMap state;
        {
            const auto pane = open(source);
            QCOMPARE(pane->canvas()->marks().overlay, LineageOverlay::ServiceLevel);
            pane->setOverlay(LineageOverlay::None);
            QCOMPARE(pane->canvas()->marks().overlay, LineageOverlay::None);
            state = pane->saveState();
        }
        QCOMPARE(open(source, state)->canvas()->marks().overlay, LineageOverlay::None);
    }

    void agreementsAreSeenHeardAndListed()
    {
        using items::LineageOverlay;
        tests::SampleLineage source(tests::orderLineage());
        const int node = nodeNamed(source.graph, u"order_events.v3"_s);
        source.graph.nodes[std::size_t(node)].access = {.active = 12, .expiring = 2, .pending = 1};
        const auto words = items::accessWords(source.graph.nodes[std::size_t(node)].access);
        QVariantMap state;
        {
            const auto pane = open(source);
            using Model = items::LineageTreeModel;
            QVERIFY(pane->tree()->isColumnHidden(Model::Overlay));
            pane->setOverlay(LineageOverlay::Agreements);
            const auto *legend = pane->findChild<Legend *>();
            QVERIFY(legend->isVisible());
            QVERIFY(legend->accessibleName().contains(u"within 30 days"_s));
            const int box = boxOf(*pane, u"order_events.v3"_s);
            pane->canvas()->select(box);
            const auto *inspector = pane->findChild<Inspector *>();
            QVERIFY(textOf(*inspector).contains(words));
            QVERIFY(pane->canvas()->describe(box).contains(words));
            tests::paintPicture(pane.get(), u"lineage-agreements"_s);
            pane->setPage(Bar::List);
            QVERIFY(!pane->tree()->isColumnHidden(Model::Overlay));
            const auto row = pane->tree()->currentIndex().siblingAtColumn(Model::Overlay);
            QCOMPARE(row.data().toString(), words);
            QSignalSpy asked(pane.get(), &Pane::paneRequested);
            for (auto *link : inspector->findChildren<LinkButton *>()) {
                if (link->text() == u"Agreements"_s)
                    link->click();
            }
            QCOMPARE(asked.size(), 1);
            QCOMPARE(asked.first().first().toString(), u"access"_s);
            state = pane->saveState();
        }
        const auto again = open(source, state);
        QCOMPARE(again->canvas()->marks().overlay, LineageOverlay::Agreements);
        QCOMPARE(again->canvas()->marks().access.size(), again->canvas()->scene()->boxes.size());
        again->canvas()->select(boxOf(*again, u"wms.stock"_s));
        QVERIFY(!textOf(*again->findChild<Inspector *>()).contains(words));
    }

    void theInspectorSaysWhereAFailureBegan()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto node = [&source](const QString &name) -> domain::LineageNode & {
            return source.graph.nodes[std::size_t(nodeNamed(source.graph, name))];
        };
        node(u"order_events"_s).slo = domain::SloState::Burning;
        node(u"shop.orders_raw"_s).slo = domain::SloState::Missed;
        const auto pane = open(source);
        const auto why = [&pane]() -> QStringList {
            QStringList texts;
            const auto *inspector = pane->findChild<Inspector *>();
            for (const auto *link : inspector->findChildren<LinkButton *>()) {
                if (link->isVisible())
                    texts.append(link->text());
            }
            for (const auto *label : inspector->findChildren<SafeLabel *>()) {
                if (label->isVisible() && label->text().contains(u"missed or burning"_s))
                    texts.append(u"why"_s);
            }
            return texts;
        };
        pane->canvas()->select(boxOf(*pane, u"order_events"_s));
        QTRY_VERIFY(why().contains(u"why"_s));
        QVERIFY(why().contains(u"shop.orders_raw"_s));
        // It began here: there is nothing to say about what is upstream.
        pane->canvas()->select(boxOf(*pane, u"shop.orders_raw"_s));
        QTRY_VERIFY(why().contains(u"Impact table"_s));
        QVERIFY(!why().contains(u"why"_s));
    }

    void aDamagedStateIsLeftOut()
    {
        tests::SampleLineage source(tests::orderLineage());
        const QVariantMap state{{u"version"_s, 1},
                                {u"root"_s, u"no uuid"_s},
                                {u"grouping"_s, 99},
                                {u"page"_s, -7},
                                {u"scale"_s, u"nan"_s},
                                {u"side"_s, -100000},
                                {u"places"_s, QByteArray("\xff\xff\xff", 3)},
                                {u"folded"_s, 12},
                                {u"list"_s, QByteArray("x")}};
        const auto pane = open(source, state);
        QVERIFY(pane);
        QCOMPARE(pane->canvas()->scene()->boxes.size(), source.graph.nodes.size());
        QVERIFY(pane->canvas()->view().scale > 0);
    }

    void backReturnsToTheThingBefore()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        QSignalSpy visits(pane.get(), &Pane::historyChanged);
        const auto before = pane->historyState();
        pane->showThing(idOf(source, u"customers"_s));
        QVERIFY(settle(*pane));
        QVERIFY(!visits.isEmpty());
        pane->restoreHistory(before);
        QVERIFY(settle(*pane));
        QVERIFY(pane->choice().root.isNull());
    }

    void theTreeAndTheTableFollowTheSelection()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        pane->canvas()->select(boxOf(*pane, u"stg_shop__orders"_s));
        pane->setPage(Bar::Impact);
        QTRY_COMPARE(pane->impact()->model().rowCount(), 20);
        tests::paintPicture(pane.get(), u"lineage-impact"_s);
        pane->setPage(Bar::List);
        QVERIFY(pane->tree()->isVisible());
        QCOMPARE(pane->tree()->currentIndex().data().toString(), u"stg_shop__orders"_s);
        tests::paintPicture(pane.get(), u"lineage-list"_s);
    }

    void theListOpensFewRowsByItselfAndNoneWhileItIsHidden()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        auto *tree = pane->tree();
        QVERIFY(!tree->isExpanded(tree->model()->index(0, 0)));
        pane->setPage(Bar::List);
        QVERIFY(tree->isExpanded(tree->model()->index(0, 0)));
        // What a person has closed stays closed.
        tree->collapse(tree->model()->index(0, 0));
        pane->setPage(Bar::Graph);
        pane->setPage(Bar::List);
        QVERIFY(!tree->isExpanded(tree->model()->index(0, 0)));

        // A hub, and what reads it.
        domain::LineageGraph hub;
        for (int i = 0; i < 1000; ++i) {
            domain::LineageNode node;
            node.name = node.nativeId = u"t%1"_s.arg(i);
            node.id = QUuid::createUuidV5(QUuid(), node.name);
            hub.nodes.push_back(node);
            domain::LineageLink link;
            link.target = i;
            if (i > 0)
                hub.links.push_back(link);
        }
        tests::SampleLineage hubSource(std::move(hub));
        const auto other = open(hubSource);
        other->showThing(hubSource.graph.nodes.front().id);
        QVERIFY(settle(*other));
        other->setPage(Bar::List);
        const auto root = other->tree()->model()->index(0, 0);
        QVERIFY(other->tree()->isExpanded(root));
        QVERIFY(!other->tree()->isExpanded(other->tree()->model()->index(0, 0, root)));
    }

    void screenReadersSeeTheBoxesInSight()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        auto *canvas = pane->canvas();
        canvas->fitAll();
        auto *list = QAccessible::queryAccessibleInterface(canvas);
        QVERIFY(list);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->childCount(), int(source.graph.nodes.size()));
        auto *first = list->child(0);
        QVERIFY(first && first->isValid());
        QCOMPARE(first->role(), QAccessible::ListItem);
        QVERIFY(!first->text(QAccessible::Name).isEmpty());
        QVERIFY(first->text(QAccessible::Description).contains(u"made from"_s));
        QVERIFY(!first->rect().isEmpty());
        QCOMPARE(list->indexOfChild(first), 0);
        QSignalSpy opened(pane.get(), &Pane::openRequested);
        first->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(opened.size(), 1);
        QVERIFY(first->state().selected);
    }

    void everythingHasANameAndAPlaceInTheTabOrder()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        pane->canvas()->select(boxOf(*pane, u"order_events"_s));
        for (const auto page : {Bar::Graph, Bar::List, Bar::Impact}) {
            pane->setPage(page);
            QCoreApplication::processEvents();
            QCOMPARE(tests::unnamedWidgets(pane.get()), QStringList());
            QCOMPARE(tests::unreachableWidgets(pane.get()), QStringList());
        }
    }

    void hostileNamesStayText()
    {
        auto graph = tests::orderLineage();
        const auto texts = tests::hostileTexts();
        for (qsizetype i = 0; i < texts.size() && i < 20; ++i) {
            graph.nodes[std::size_t(i)].name = texts.at(i);
            graph.nodes[std::size_t(i)].owner = texts.at(i);
        }
        tests::SampleLineage source(std::move(graph));
        const auto pane = open(source);
        QVERIFY(pane);
        for (int box = 0; box < int(pane->canvas()->scene()->boxes.size()); ++box) {
            pane->canvas()->select(box);
            const auto &label = pane->canvas()->scene()->boxes[std::size_t(box)].label;
            QVERIFY(!label.contains(u'\n') && !label.contains(QChar(0x202E)));
        }
        tests::paintPicture(pane.get(), u"lineage-hostile"_s);
    }

    void largeTextHasLargeBoxes()
    {
        m_theme->setTextPercent(200);
        tests::SampleLineage source(tests::orderLineage());
        {
            const auto pane = open(source);
            pane->canvas()->zoomTo(1);
            QVERIFY(pane->canvas()->view().scale > 1.5);
            QCOMPARE(pane->canvas()->zoom(), 1.0);
            QVERIFY(pane->canvas()->boxRect(0).height()
                    >= QFontMetricsF(fontOf(Text::Small)).height());
            tests::paintPicture(pane.get(), u"lineage-large-text"_s);
        }
        m_theme->setTextPercent(100);
    }

    void aSmallWindowKeepsEverythingInReach()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source, {}, {976, 640});
        QVERIFY(pane);
        QVERIFY(pane->bar()->minimumSizeHint().width() <= 976);
        QVERIFY(!pane->bar()->inspectorToggle()->isChecked());
        QTest::mouseClick(pane->bar()->inspectorToggle(), Qt::LeftButton);
        QVERIFY(pane->bar()->inspectorToggle()->isChecked());
        tests::paintPicture(pane.get(), u"lineage-1024"_s);
    }

    void nothingInTheBarIsCutInAnyLanguage_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("isLong");
        for (const int width : {1393, 1150, 976, 673}) { // the last: 1440 pixels at 200 %
            QTest::addRow("%d", width) << width << false;
            QTest::addRow("%d in longer words", width) << width << true;
        }
    }

    //! Whatever is shown, the words that are there are whole, and what is no longer there in words
    //! is said at the tool tip.
    void nothingInTheBarIsCutInAnyLanguage()
    {
        QFETCH(int, width);
        QFETCH(bool, isLong);
        LongerWords longer;
        if (isLong)
            QApplication::installTranslator(&longer);
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source, {}, {976, 640});
        QVERIFY(pane);
        pane->resize(width, 640);
        const auto now = m_clock.now();
        for (const bool hasRoot : {false, true}) {
            if (hasRoot)
                pane->showThing(idOf(source, u"VAT report"_s));
            for (const auto &when :
                 {When{}, When{now.addDays(-30), {}}, When{{}, now.addDays(-7)}}) {
                pane->setWhen(when);
                for (const auto &typed : {QString(), u"order"_s}) {
                    pane->bar()->field()->setText(typed);
                    QVERIFY(settle(*pane));
                    QTRY_COMPARE(pane->bar()->width(), width);
                    pane->bar()->tidyButton()->setVisible(!typed.isEmpty());
                    QCoreApplication::sendPostedEvents();
                    checkBar(*pane->bar());
                    if (QTest::currentTestFailed())
                        return;
                }
            }
        }
        tests::paintPicture(pane.get(), u"bar-"_s + QString::fromUtf8(QTest::currentDataTag()));
    }

    void theLegendIsWholeHoweverNarrowItIs()
    {
        auto graph = tests::orderLineage();
        for (std::size_t i = 0; i < graph.nodes.size(); ++i)
            graph.nodes[i].slo = i == 3 ? domain::SloState::Missed : domain::SloState::Met;
        tests::SampleLineage source(std::move(graph));
        const auto pane = open(source, {}, {1393, 640});
        QVERIFY(pane);
        pane->setWhen({{}, m_clock.now().addDays(-7)});
        QVERIFY(settle(*pane));
        const auto *legend = pane->findChild<Legend *>();
        const int row = legend->height();
        QCOMPARE(legend->places().size(), 8); // two days, three changes, four states
        for (const int width : {976, 673}) {
            QTRY_COMPARE((pane->resize(width, 640), legend->width()), width);
            QCoreApplication::sendPostedEvents();
            for (const auto &place : legend->places())
                QVERIFY(legend->rect().contains(place));
        }
        QVERIFY(legend->height() > row);
    }

    void theBarSaysAsMuchAsThereIsRoomFor()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source, {}, {1393, 640});
        QVERIFY(pane);
        auto *bar = pane->bar();
        const auto buttons = bar->findChildren<BarButton *>();
        const auto group = std::find_if(buttons.begin(), buttons.end(), [](const auto *button) {
            return button->accessibleName().startsWith(u"Group:"_s);
        });
        QVERIFY(group != buttons.end());
        const int row = bar->height();
        const int words = (*group)->width();
        pane->resize(840, 640);
        QTRY_VERIFY((*group)->width() < words);
        QCOMPARE((*group)->accessibleName(), u"Group: domain"_s);
        QVERIFY((*group)->toolTip().contains(u"Group: domain"_s));
        QCOMPARE(bar->height(), row);
        // The inspector has gone by now, and with it what kept the pane wide.
        QTRY_VERIFY((pane->resize(540, 640), bar->height() > row)); // two rows
        pane->resize(1393, 640);
        QTRY_COMPARE((*group)->width(), words);
        QTRY_COMPARE(bar->height(), row);
    }
};

QTEST_MAIN(TestLineagePane)
#include "tst_lineagepane.moc"
