// SPDX-License-Identifier: GPL-3.0-or-later
// What hands, ears and files get of the picture: keys for columns and lines, screen readers, the
// minimap, the nearest zoom, and what is written.
#include "models/items/lineagedraft.h"
#include "models/items/lineagepainter.h"
#include "models/items/lineagetext.h"
#include "tests/items/samplelineage.h"
#include "tests/views/pagewalk.h"
#include "views/lineage/canvas.h"
#include "views/lineage/datedialog.h"
#include "views/lineage/impactview.h"
#include "views/lineage/inspector.h"
#include "views/lineage/lineagepane.h"
#include "views/lineage/minimap.h"
#include "views/shared/blocks.h"
#include "views/shared/longwork.h"
#include "views/shared/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QDateEdit>
#include <QFileDialog>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::views;
using namespace portolan::views::lineage;
using items::LineageTreeModel;
using tests::nodeNamed;

namespace {

//! A masked column of order_events, made by a job from one of wms.stock.
domain::LineageGraph lineageWithMask()
{
    auto graph = tests::orderLineage();
    domain::LineageLink link;
    link.source = nodeNamed(graph, u"wms.stock"_s);
    link.target = nodeNamed(graph, u"order_events"_s);
    link.level = domain::LineageLevel::Field;
    graph.texts.append({u"sku"_s, u"item"_s});
    link.sourceField = int(graph.texts.size()) - 2;
    link.targetField = int(graph.texts.size()) - 1;
    link.transformation = int(graph.transformations.size());
    domain::Transformation how;
    how.type = u"DIRECT"_s;
    how.subtype = u"hashed"_s;
    how.masking = true;
    graph.transformations.append(how);
    graph.links.push_back(link);
    return graph;
}

} // namespace

class TestLineageCanvas : public QObject
{
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;
    SystemClock m_clock;

    std::unique_ptr<LineagePane> open(tests::SampleLineage &source, QSize size = {1392, 840})
    {
        auto pane = std::make_unique<LineagePane>(source, m_clock);
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

    static int boxOf(const LineagePane &pane, const QString &name)
    {
        const auto &scene = *pane.canvas()->scene();
        return scene.boxOf(nodeNamed(*scene.graph, name));
    }

    //! Opens the columns of \a name and waits for them.
    static bool showColumns(LineagePane &pane, const QString &name)
    {
        pane.toggleColumns(boxOf(pane, name));
        return QTest::qWaitFor([&] {
                   return !pane.canvas()
                               ->scene()
                               ->boxes[std::size_t(boxOf(pane, name))]
                               .columns.empty();
               })
            && settle(pane);
    }

    static QString selectedColumn(const LineagePane &pane)
    {
        const auto *canvas = pane.canvas();
        if (canvas->selectedBox() < 0 || canvas->selectedColumn() < 0)
            return {};
        const auto &box = canvas->scene()->boxes[std::size_t(canvas->selectedBox())];
        return box.label + u'.' + box.columns[std::size_t(canvas->selectedColumn())].path;
    }

    static QString textOf(const QWidget &widget)
    {
        QStringList texts;
        for (const auto *label : widget.findChildren<QLabel *>())
            texts.append(label->text());
        return texts.join(u'\n');
    }

    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:

    void initTestCase()
    {
        QApplication::setApplicationName(u"portolan"_s);
        m_theme = std::make_unique<Theme>();
        m_theme->setChoice(Theme::Choice::Light);
    }

    void cleanupTestCase() { m_theme.reset(); }

    void columnsAreReachedByKeys()
    {
        tests::SampleLineage source(lineageWithMask());
        const auto pane = open(source);
        auto *canvas = pane->canvas();
        canvas->setFocus(Qt::TabFocusReason);
        canvas->select(boxOf(*pane, u"order_events"_s));
        // Closed columns are opened first.
        QTest::keyClick(canvas, Qt::Key_Down, Qt::ShiftModifier);
        QVERIFY(QTest::qWaitFor([&] { return settle(*pane) && canvas->stepColumn(false); }));
        QVERIFY(showColumns(*pane, u"wms.stock"_s));
        canvas->select(boxOf(*pane, u"order_events"_s));
        QTest::keyClick(canvas, Qt::Key_Down, Qt::ShiftModifier);
        const auto &columns =
            canvas->scene()->boxes[std::size_t(boxOf(*pane, u"order_events"_s))].columns;
        QVERIFY(columns.size() > 1);
        QCOMPARE(canvas->selectedColumn(), 0);
        QTest::keyClick(canvas, Qt::Key_Down);
        QCOMPARE(canvas->selectedColumn(), 1);
        QTest::keyClick(canvas, Qt::Key_Up);
        QTest::keyClick(canvas, Qt::Key_Up, Qt::ShiftModifier);
        QCOMPARE(canvas->selectedColumn(), -1); // the box itself again
        QCOMPARE(canvas->selectedBox(), boxOf(*pane, u"order_events"_s));
        // From a column along its line.
        while (selectedColumn(*pane) != u"order_events.item"_s) {
            const int before = canvas->selectedColumn();
            QTest::keyClick(canvas, Qt::Key_Down, Qt::ShiftModifier);
            QVERIFY(canvas->selectedColumn() != before);
        }
        QTest::keyClick(canvas, Qt::Key_Left);
        QCOMPARE(selectedColumn(*pane), u"wms.stock.sku"_s);
        QVERIFY(canvas->viewport()->rect().contains(
            canvas->boxRect(canvas->selectedBox()).center().toPoint()));
        QTest::keyClick(canvas, Qt::Key_Right);
        QCOMPARE(selectedColumn(*pane), u"order_events.item"_s);
    }

    void linesAreReachedByKeysAndSayWhatMakesThem()
    {
        tests::SampleLineage source(lineageWithMask());
        const auto pane = open(source);
        auto *canvas = pane->canvas();
        QVERIFY(showColumns(*pane, u"order_events"_s));
        QVERIFY(showColumns(*pane, u"wms.stock"_s));
        canvas->setFocus(Qt::TabFocusReason);
        const int box = boxOf(*pane, u"order_events"_s);
        canvas->select(box);
        // Every line of the box comes once.
        QSet<int> met;
        for (;;) {
            QTest::keyClick(canvas, Qt::Key_E);
            QVERIFY(canvas->selectedLine() >= 0);
            if (met.contains(canvas->selectedLine()))
                break;
            met.insert(canvas->selectedLine());
        }
        QSet<int> wanted;
        for (int line = 0; line < int(canvas->scene()->lines.size()); ++line) {
            const auto &about = canvas->scene()->lines[std::size_t(line)];
            if (int(about.from) == box || int(about.to) == box)
                wanted.insert(line);
        }
        QCOMPARE(met, wanted);
        const int first = canvas->selectedLine();
        QTest::keyClick(canvas, Qt::Key_E, Qt::ShiftModifier);
        QVERIFY(canvas->selectedLine() != first);
        QTest::keyClick(canvas, Qt::Key_Down);
        QCOMPARE(canvas->selectedLine(), first);
        // Left and right are its ends.
        const auto line = canvas->scene()->lines[std::size_t(first)];
        QTest::keyClick(canvas, Qt::Key_Left);
        QCOMPARE(canvas->selectedBox(), int(line.from));
        QCOMPARE(canvas->selectedLine(), -1);
        // Of a column only its own: here the one that hides a value.
        const auto &columns = canvas->scene()->boxes[std::size_t(box)].columns;
        const auto item = std::find_if(columns.begin(), columns.end(),
                                       [](const auto &one) { return one.path == u"item"; });
        canvas->select(box, int(item - columns.begin()));
        QTest::keyClick(canvas, Qt::Key_E);
        const int masking = canvas->selectedLine();
        QVERIFY(canvas->scene()->lines[std::size_t(masking)].isMasking);
        QTest::keyClick(canvas, Qt::Key_E);
        QCOMPARE(canvas->selectedLine(), masking);
        const auto words = canvas->describeLine(masking);
        QVERIFY2(words.contains(u"wms.stock.sku → order_events.item"_s)
                     && words.contains(u"DIRECT, hashed"_s) && words.contains(u"masked"_s),
                 qPrintable(words));
        // The inspector explains it as after a click.
        QTRY_VERIFY(textOf(*pane->findChild<Inspector *>()).contains(u"masked"_s));
    }

    void keysOfColumnsAndLinesAreInTheSheetAndClashWithNone()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        QHash<QString, int> keys;
        for (const auto *action : pane->paneActions()) {
            for (const auto &key : action->shortcuts())
                ++keys[key.toString()];
        }
        for (const auto &key : {u"Shift+Down"_s, u"Shift+Up"_s, u"E"_s, u"Shift+E"_s})
            QCOMPARE(keys.value(key), 1);
        for (auto it = keys.cbegin(); it != keys.cend(); ++it)
            QVERIFY2(*it == 1, qPrintable(it.key()));
    }

    void theListSelectsColumnsAndLines()
    {
        tests::SampleLineage source(lineageWithMask());
        const auto pane = open(source);
        QVERIFY(showColumns(*pane, u"order_events"_s));
        QVERIFY(showColumns(*pane, u"wms.stock"_s));
        auto *canvas = pane->canvas();
        canvas->select(boxOf(*pane, u"order_events"_s));
        pane->setPage(Bar::List);
        auto *tree = pane->tree();
        QCOMPARE(tree->currentIndex().data().toString(), u"order_events"_s);
        tree->setFocus();
        // Into its columns by keys alone.
        QTest::keyClick(tree, Qt::Key_Right);
        QTest::keyClick(tree, Qt::Key_Down);
        QVERIFY(tree->currentIndex().data().toString().startsWith(u"Columns "_s));
        QTest::keyClick(tree, Qt::Key_Right);
        for (int i = 0; i < 30 && selectedColumn(*pane) != u"order_events.item"_s; ++i)
            QTest::keyClick(tree, Qt::Key_Down);
        QCOMPARE(selectedColumn(*pane), u"order_events.item"_s);
        QTest::keyClick(tree, Qt::Key_Right);
        QTest::keyClick(tree, Qt::Key_Down);
        QVERIFY(canvas->selectedLine() >= 0);
        QVERIFY(canvas->scene()->lines[std::size_t(canvas->selectedLine())].isMasking);
        QTRY_VERIFY(textOf(*pane->findChild<Inspector *>()).contains(u"masked"_s));
    }

    void readersHearOfColumnsAndLines()
    {
        tests::SampleLineage source(lineageWithMask());
        const auto pane = open(source);
        QVERIFY(showColumns(*pane, u"order_events"_s));
        QVERIFY(showColumns(*pane, u"wms.stock"_s));
        auto *canvas = pane->canvas();
        canvas->fitAll();
        auto *list = QAccessible::queryAccessibleInterface(canvas);
        const int box = boxOf(*pane, u"order_events"_s);
        canvas->select(box);
        auto *boxItem = list->focusChild();
        QVERIFY(boxItem && boxItem->isValid());
        QCOMPARE(boxItem->text(QAccessible::Name), u"order_events"_s);
        const auto &columns = canvas->scene()->boxes[std::size_t(box)].columns;
        QCOMPARE(boxItem->childCount(), int(columns.size()));
        auto *column = boxItem->child(1);
        QCOMPARE(column->text(QAccessible::Name), columns[1].path);
        QCOMPARE(boxItem->indexOfChild(column), 1);
        QCOMPARE(column->parent(), boxItem);
        QVERIFY(!column->rect().isEmpty());
        QVERIFY(column->text(QAccessible::Description).contains(u"made from"_s));
        column->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(canvas->selectedColumn(), 1);
        QVERIFY(column->state().selected && !boxItem->state().selected);
        QCOMPARE(list->focusChild(), column);
        // A line that is selected is an item of the list.
        const int before = list->childCount();
        const auto stock = quint32(boxOf(*pane, u"wms.stock"_s));
        int masking = 0;
        while (!canvas->scene()->lines[std::size_t(masking)].isMasking
               || canvas->scene()->lines[std::size_t(masking)].from != stock)
            ++masking;
        canvas->selectLine(masking);
        QCOMPARE(list->childCount(), before + 1);
        auto *line = list->focusChild();
        QVERIFY(line->state().selected);
        QVERIFY(list->indexOfChild(line) >= 0);
        QCOMPARE(line->text(QAccessible::Name), items::lineText(*canvas->scene(), masking));
        QVERIFY(line->text(QAccessible::Description).contains(u"hashed"_s));
    }

    void whatIsSelectedIsHeardOfHoweverMuchIsInSight()
    {
        tests::SampleLineage source(tests::meshLineage(1000));
        const auto pane = open(source);
        auto *canvas = pane->canvas();
        canvas->fitAll();
        auto *list = QAccessible::queryAccessibleInterface(canvas);
        QVERIFY(list->childCount() >= 400);
        for (const int box : {0, 500, 999}) {
            canvas->select(box);
            auto *item = list->focusChild();
            QVERIFY(item && item->state().selected);
            QVERIFY(list->indexOfChild(item) >= 0);
            QCOMPARE(item->text(QAccessible::Name), canvas->scene()->boxes[std::size_t(box)].label);
        }
        // And out of sight.
        canvas->zoomTo(2);
        canvas->centreOn(0);
        canvas->select(999);
        QVERIFY(list->indexOfChild(list->focusChild()) >= 0);
    }

    void clickingNextToEverythingSelectsNothing()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        auto *canvas = pane->canvas();
        canvas->fitAll();
        canvas->selectLine(0);
        QSignalSpy changed(canvas, &Canvas::selectionChanged);
        const auto corner = canvas->view().toPixel(canvas->scene()->bounds.topLeft());
        QTest::mouseClick(canvas->viewport(), Qt::LeftButton, {},
                          (corner - QPointF(4, 4)).toPoint());
        QCOMPARE(canvas->selectedLine(), -1);
        QCOMPARE(changed.size(), 1);
    }

    void theMinimapShowsAndMovesWhatIsSeen()
    {
        tests::SampleLineage source(tests::meshLineage(600));
        const auto pane = open(source);
        auto *canvas = pane->canvas();
        canvas->zoomTo(1);
        Minimap *map = nullptr;
        for (auto *one : pane->findChildren<Minimap *>()) {
            if (one->isVisible())
                map = one;
        }
        QVERIFY(map);
        const auto bounds = canvas->scene()->bounds;
        const double scale =
            std::min((map->width() - 8) / bounds.width(), (map->height() - 8) / bounds.height());
        QRectF place(QPointF(), bounds.size() * scale);
        place.moveCenter(QRectF(map->rect()).center());
        const auto pixelOf = [&](QPointF point) {
            return (place.topLeft() + (point - bounds.topLeft()) * scale).toPoint();
        };
        const auto centre = [canvas] { return canvas->view().area().center(); };
        const double nearly = 1.5 / scale; // a pixel of the map
        // A press moves the middle of what is seen to that place, a pull goes on with it.
        const QPointF to = bounds.topLeft() + QPointF(bounds.width() * 0.7, bounds.height() * 0.6);
        QTest::mousePress(map, Qt::LeftButton, {}, pixelOf(to));
        QVERIFY(QLineF(centre(), to).length() < nearly);
        const QPointF next =
            bounds.topLeft() + QPointF(bounds.width() * 0.3, bounds.height() * 0.4);
        QMouseEvent pull(QEvent::MouseMove, pixelOf(next), map->mapToGlobal(pixelOf(next)),
                         Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(map, &pull);
        QVERIFY(QLineF(centre(), next).length() < nearly);
        QTest::mouseRelease(map, Qt::LeftButton, {}, pixelOf(next));
        // Moved over it without a button nothing happens.
        QMouseEvent over(QEvent::MouseMove, pixelOf(to), map->mapToGlobal(pixelOf(to)),
                         Qt::NoButton, Qt::NoButton, {});
        QApplication::sendEvent(map, &over);
        QVERIFY(QLineF(centre(), next).length() < nearly);
        // The frame is round what is seen, and smaller the nearer one is. Ports have its colour,
        // too: what was there while it was in a corner is none of it.
        const auto accent = Tokens(Scheme::Light)(Colour::Accent);
        canvas->setView(bounds.topLeft(), canvas->view().scale);
        const auto elsewhere = map->grab().toImage();
        const auto frameOf = [&] {
            const auto image = map->grab().toImage();
            QRect frame;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    const auto colour = image.pixelColor(x, y);
                    const int apart = std::abs(colour.red() - accent.red())
                        + std::abs(colour.green() - accent.green())
                        + std::abs(colour.blue() - accent.blue());
                    if (apart < 60 && image.pixel(x, y) != elsewhere.pixel(x, y))
                        frame |= QRect(x, y, 1, 1);
                }
            }
            return QRectF(frame);
        };
        canvas->setView(bounds.center() - QPointF(bounds.width(), bounds.height()) / 8,
                        canvas->view().scale);
        const auto seen = canvas->view().area();
        const QRectF wanted(place.topLeft() + (seen.topLeft() - bounds.topLeft()) * scale,
                            seen.size() * scale);
        const auto frame = frameOf();
        QVERIFY(!frame.isEmpty());
        QVERIFY2(std::abs(frame.center().x() - wanted.center().x()) < 2.5
                     && std::abs(frame.center().y() - wanted.center().y()) < 2.5,
                 qPrintable(u"%1, %2 and %3, %4"_s.arg(frame.center().x())
                                .arg(frame.center().y())
                                .arg(wanted.center().x())
                                .arg(wanted.center().y())));
        canvas->zoomTo(0.5);
        QVERIFY(frameOf().width() > frame.width());
    }

    void theNearestZoomShowsColumnsAndMovesNothing()
    {
        tests::SampleLineage source(tests::orderLineage());
        const int node = nodeNamed(source.graph, u"order_events"_s);
        const auto id = source.graph.nodes[std::size_t(node)].id;
        for (int i = 0; i < 30; ++i) {
            domain::Field field;
            field.path = u"column_%1"_s.arg(i);
            field.primaryKey = i == 0;
            source.schemas[id].append(field);
        }
        const auto pane = open(source);
        auto *canvas = pane->canvas();
        const auto scene = canvas->scene();
        const auto box = quint32(boxOf(*pane, u"order_events"_s));
        canvas->zoomTo(1);
        canvas->centreOn(int(box));
        QVERIFY(canvas->marks().nearColumns.isEmpty());
        canvas->zoomTo(4);
        canvas->centreOn(int(box));
        QCOMPARE(items::lineageDetail(canvas->zoom()), items::LineageDetail::Columns);
        QTRY_VERIFY(canvas->marks().nearColumns.contains(box));
        QCOMPARE(canvas->marks().nearColumns.value(box).size(), std::size_t(30));
        QCOMPARE(canvas->scene(), scene);
        tests::paintPicture(pane.get(), u"lineage-nearest"_s);
        // It is seen: the box looks otherwise than without.
        const auto pixels = [canvas, box] {
            return canvas->viewport()->grab(canvas->boxRect(int(box)).toRect()).toImage();
        };
        const auto with = pixels();
        auto columns = canvas->marks().nearColumns;
        columns.remove(box);
        canvas->setNearColumns(columns);
        QVERIFY(pixels() != with);
        // What is laid over it or picked out leaves them there.
        pane->setOverlay(items::LineageOverlay::Status);
        QTRY_VERIFY(canvas->marks().nearColumns.contains(box));
        // Another schema is shown once it is known.
        source.schemas[id].resize(3);
        Q_EMIT source.changed();
        QTRY_COMPARE(canvas->marks().nearColumns.value(box).size(), std::size_t(3));
    }

    void todayIsNow()
    {
        const auto now = QDateTime({2026, 11, 23}, {14, 2}, Qt::UTC);
        DateDialog today({}, now, nullptr);
        QCOMPARE(today.when(), When());
        // Of a day that is past the end counts.
        DateDialog past({now.addDays(-3), {}}, now, nullptr);
        QCOMPARE(past.when().at.toLocalTime().date(), now.toLocalTime().date().addDays(-3));
        QVERIFY(!past.when().from.isValid());
        // Compared with an earlier day it is now, too.
        DateDialog compared({}, now, nullptr);
        compared.findChild<QCheckBox *>()->setChecked(true);
        QVERIFY(!compared.when().at.isValid());
        QVERIFY(compared.when().from.isValid() && compared.when().from < now);
    }

    void fromAnotherDayBackToTodayTheOverlayIsThereAgain()
    {
        tests::SampleLineage source(tests::orderLineage());
        source.graph.nodes.front().slo = domain::SloState::Missed;
        const auto pane = open(source);
        QCOMPARE(pane->canvas()->marks().overlay, items::LineageOverlay::ServiceLevel);
        pane->setWhen({m_clock.now().addDays(-3), {}});
        QVERIFY(settle(*pane));
        DateDialog dialog({m_clock.now().addDays(-3), {}}, m_clock.now(), nullptr);
        for (auto *edit : dialog.findChildren<QDateEdit *>())
            edit->setDate(m_clock.now().toLocalTime().date());
        pane->setWhen(dialog.when());
        QVERIFY(settle(*pane));
        QVERIFY(!pane->saveState().contains(u"at"_s));
        QCOMPARE(pane->canvas()->marks().overlay, items::LineageOverlay::ServiceLevel);
    }

    void thePictureThatIsWrittenIsTheOneThatIsSeen()
    {
        tests::SampleLineage source(tests::orderLineage());
        source.graph.nodes.front().slo = domain::SloState::Missed;
        const auto pane = open(source);
        auto *canvas = pane->canvas();
        canvas->select(canvas->scene()->boxOf(0));
        canvas->setFocus();
        QTest::keyClick(canvas, Qt::Key_D);
        QVERIFY(!canvas->marks().lines.empty());
        QSignalSpy begun(pane.get(), &Pane::workBegun);
        QTemporaryDir dir;
        for (const auto format :
             {items::LineageFormat::Svg, items::LineageFormat::Png, items::LineageFormat::Pdf}) {
            const auto path = dir.filePath(u"seen."_s + items::lineageSuffix(format));
            pane->exportTo(format, path);
            QTRY_VERIFY(QFile::exists(path));
        }
        QCOMPARE(begun.size(), 3);
        const auto svg = read(dir.filePath(u"seen.svg"_s));
        QVERIFY(svg.contains(">Missed<"));
        QVERIFY(svg.contains("opacity=\"0.28\""));
        // All links of the graph are in it.
        QCOMPARE(svg.count("-&gt;"), qsizetype(canvas->scene()->links.size()));
        QVERIFY(read(dir.filePath(u"seen.pdf"_s)).startsWith("%PDF"));
        QVERIFY(!QImage::fromData(read(dir.filePath(u"seen.png"_s))).isNull());
    }

    void writingSaysHowFarItIsAndCanBeCancelled()
    {
        tests::SampleLineage source(tests::meshLineage(4000));
        const auto pane = open(source);
        QTemporaryDir dir;
        const auto path = dir.filePath(u"large.png"_s);
        QPointer<LongWork> work;
        connect(pane.get(), &Pane::workBegun, this, [&work](LongWork *one) { work = one; });
        pane->exportTo(items::LineageFormat::Png, path);
        QVERIFY(work);
        QVERIFY(work->text().contains(u"large.png"_s));
        QSignalSpy advanced(work, &LongWork::advanced);
        QSignalSpy finished(work, &LongWork::finished);
        QVERIFY(QTest::qWaitFor([&] { return !work || work->percent() > 0; }, 20'000));
        QVERIFY(work && !advanced.isEmpty());
        work->cancel();
        QCOMPARE(finished.size(), 1); // said at once
        QVERIFY(!finished.first().first().value<WorkEnd>().done);
        QVERIFY(QTest::qWaitFor([&] { return !work; }, 20'000)); // and it ends
        QCOMPARE(finished.size(), 1);
        QCOMPARE(QDir(dir.path()).entryList(QDir::Files), QStringList());
        // Frames go on meanwhile: they have threads of their own. The table can be written, too.
        pane->setPage(Bar::Impact);
        pane->canvas()->select(0);
        QVERIFY(settle(*pane));
        pane->impact()->exportTo(dir.filePath(u"impact.csv"_s));
        QTRY_VERIFY(QFile::exists(dir.filePath(u"impact.csv"_s)));
        QVERIFY(read(dir.filePath(u"impact.csv"_s)).startsWith("name,nativeId,"));
    }

    void whatCannotBeWrittenSaysWhichFileAndWhy()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        QTemporaryDir dir;
        for (const auto *name : {"no/a.svg", "no/a.json", "no/impact.csv"}) {
            const auto path = dir.filePath(QString::fromLatin1(name));
            if (path.endsWith(u".csv"))
                pane->impact()->exportTo(path);
            else
                pane->exportTo(*items::lineageFormatOf(path), path);
            QTRY_VERIFY(pane->findChild<QMessageBox *>());
            const std::unique_ptr<QMessageBox> box(pane->findChild<QMessageBox *>());
            QVERIFY(box->text().contains(path));
            QVERIFY(box->text().contains(u"could not be written"_s));
            QVERIFY(box->text().contains(u"Choose another place"_s));
            QVERIFY(box->text().contains(u"No such file"_s));
        }
    }

    void theImpactTableIsCsvOrNothing()
    {
        tests::SampleLineage source(tests::orderLineage());
        const auto pane = open(source);
        pane->setPage(Bar::Impact);
        pane->impact()->exportCsv();
        const std::unique_ptr<QFileDialog> dialog(pane->findChild<QFileDialog *>());
        QVERIFY(dialog);
        QCOMPARE(QFileInfo(dialog->selectedFiles().value(0)).fileName(), u"impact.csv"_s);
        QTemporaryDir dir;
        QSignalSpy begun(pane.get(), &Pane::workBegun);
        pane->impact()->exportTo(dir.filePath(u"big.png"_s));
        const std::unique_ptr<QMessageBox> box(pane->findChild<QMessageBox *>());
        QVERIFY(box && box->text().contains(u"CSV"_s));
        QVERIFY(begun.isEmpty());
        QVERIFY(QDir(dir.path()).isEmpty());
        const auto table = dir.filePath(u"Table.CSV"_s);
        pane->impact()->exportTo(table);
        QTRY_VERIFY(QFile::exists(table));
    }

    void whatWasSelectedComesBackWithItsGroup()
    {
        tests::SampleLineage source(tests::meshLineage(300));
        const auto pane = open(source);
        auto *canvas = pane->canvas();
        canvas->setFocus();
        const auto groupOf = [&](int box) {
            return canvas->scene()->boxes[std::size_t(box)].group;
        };
        const auto idOf = [&](int box) {
            return items::LineageDraft::idOf(*canvas->scene(),
                                             canvas->scene()->boxes[std::size_t(box)]);
        };
        const auto boxOf = [&](const QUuid &id) {
            int box = 0;
            while (box < int(canvas->scene()->boxes.size()) && idOf(box) != id)
                ++box;
            return box;
        };
        // The last of each of two groups, so that neither is the one that is found first.
        const int boxes = int(canvas->scene()->boxes.size());
        int other = boxes - 1;
        while (other > 0 && groupOf(other) == groupOf(boxes - 1))
            --other;
        const QList<QUuid> members{idOf(boxes - 1), idOf(other)};
        QList<QUuid> folded;
        for (const auto &member : members) {
            canvas->select(boxOf(member));
            QTest::keyClick(canvas, Qt::Key_G);
            QVERIFY(settle(*pane));
            folded.append(idOf(canvas->selectedBox()));
            QVERIFY(canvas->scene()->boxes[std::size_t(canvas->selectedBox())].isFolded());
        }
        for (qsizetype i = 0; i < members.size(); ++i) {
            canvas->select(boxOf(folded.at(i)));
            QTest::keyClick(canvas, Qt::Key_G);
            QVERIFY(settle(*pane));
            QCOMPARE(idOf(canvas->selectedBox()), members.at(i));
        }
    }

    void manyThingsAreGroupedAsTheLocaleHasThem()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        domain::LineageGraph graph = tests::orderLineage();
        const int root = nodeNamed(graph, u"wms.stock"_s);
        for (int i = 0; i < 1500; ++i) {
            auto node = graph.nodes[std::size_t(root)];
            node.id = QUuid::createUuidV5(QUuid(), QString::number(i));
            node.nativeId += QString::number(i);
            domain::LineageLink link;
            link.source = root;
            link.target = int(graph.nodes.size());
            graph.nodes.push_back(node);
            graph.links.push_back(link);
        }
        tests::SampleLineage source(graph);
        const auto pane = open(source);
        pane->setPage(Bar::Impact);
        pane->canvas()->select(pane->canvas()->scene()->boxOf(root));
        const auto says = [&] {
            const auto labels = pane->impact()->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
                return label->text().startsWith(u"1,50"_s);
            });
        };
        const bool said = QTest::qWaitFor(says, 10'000);
        QLocale::setDefault(before);
        QVERIFY(said);
    }

    void picturesOfWhatIsFolded()
    {
        tests::SampleLineage source(tests::orderLineage());
        for (auto &node : source.graph.nodes)
            node.slo = domain::SloState::Met;
        source.graph.nodes[3].slo = domain::SloState::Missed;
        source.graph.nodes[4].slo = domain::SloState::Burning;
        const auto pane = open(source);
        for (auto *action : pane->paneActions()) {
            if (action->text() == u"Fold all groups"_s)
                action->trigger();
        }
        QVERIFY(settle(*pane));
        auto *canvas = pane->canvas();
        const int box = canvas->scene()->boxOf(3);
        QVERIFY(canvas->describe(box).contains(u"Missed 1"_s));
        pane->setPage(Bar::List);
        canvas->select(box);
        pane->setPage(Bar::Graph);
        tests::paintPicture(pane.get(), u"lineage-folded"_s);
    }
};

QTEST_MAIN(TestLineageCanvas)
#include "tst_lineagecanvas.moc"
