// SPDX-License-Identifier: GPL-3.0-or-later
// How the pane is put together, and what its parts say to each other.
#include "views/lineage/canvas.h"
#include "views/lineage/exporter.h"
#include "views/lineage/filterrow.h"
#include "views/lineage/impactview.h"
#include "views/lineage/inspector.h"
#include "views/lineage/legend.h"
#include "views/lineage/lineagepane.h"
#include "views/lineage/minimap.h"
#include "views/lineage/nearcolumns.h"
#include "views/lineage/rowlook.h"
#include "views/shared/barbutton.h"
#include "views/shared/blocks.h"
#include "views/shared/rowdelegate.h"

#include <QHeaderView>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::lineage {

using items::LineageTreeModel;

namespace {

constexpr int usualSide = 300;
constexpr QSize floatingMap(224, 104);

} // namespace

void LineagePane::build()
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_exporter = new Exporter(m_source, this);
    m_bar = new Bar;
    m_filter = new FilterRow;
    m_filter->hide();
    m_canvas = new Canvas;
    new NearColumns(m_source, *m_canvas, this);
    m_legend = new Legend;
    m_floating = new Minimap(*m_canvas, m_canvas);
    m_floating->resize(floatingMap);
    auto *graph = new QWidget;
    auto *graphColumn = new QVBoxLayout(graph);
    graphColumn->setContentsMargins(0, 0, 0, 0);
    graphColumn->setSpacing(0);
    graphColumn->addWidget(m_canvas, 1);
    graphColumn->addWidget(m_legend);
    m_tree = new Tree;
    m_tree->setModel(new RowLook(m_treeModel, LineageTreeModel::IconRole,
                                 LineageTreeModel::HeadingRole, m_tree));
    dress(m_tree, size::treeRow);
    m_tree->setAccessibleName(tr("Lineage as a list"));
    auto *header = m_tree->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(LineageTreeModel::Name, QHeaderView::Stretch);
    header->resizeSection(LineageTreeModel::Kind, 140);
    header->resizeSection(LineageTreeModel::Domain, 180);
    header->resizeSection(LineageTreeModel::Owner, 180);
    header->resizeSection(LineageTreeModel::Overlay, 220);
    m_tree->setColumnHidden(LineageTreeModel::Overlay, true);
    m_impact = new ImpactView;
    m_empty = new EmptyState;
    m_stack = new QStackedWidget;
    for (auto *page : QList<QWidget *>{graph, m_tree, m_impact, m_empty})
        m_stack->addWidget(page);
    m_splitter = new QSplitter(Qt::Horizontal);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_stack);
    m_splitter->addWidget(buildSide());
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_filter);
    column->addWidget(m_splitter, 1);
}

QWidget *LineagePane::buildSide()
{
    m_side = new QWidget;
    m_side->setBackgroundRole(QPalette::Base);
    m_side->setAutoFillBackground(true);
    m_inspector = new Inspector;
    m_minimap = new Minimap(*m_canvas);
    m_minimap->setFixedHeight(m_minimap->sizeHint().height());
    auto *foot = new QWidget;
    auto *footColumn = new QVBoxLayout(foot);
    footColumn->setContentsMargins(size::page, size::gap, size::page, size::gap);
    footColumn->addWidget(m_minimap);
    auto *column = new QVBoxLayout(m_side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_inspector, 1);
    column->addWidget(foot);
    return m_side;
}

void LineagePane::connectBar()
{
    connect(m_bar, &Bar::findTyped, this, &LineagePane::find);
    connect(m_bar, &Bar::findNext, this, &LineagePane::findNext);
    connect(m_bar, &Bar::findLeft, this, &LineagePane::enterPage);
    connect(m_bar, &Bar::upstreamChosen, this, [this](std::optional<quint32> depth) {
        m_choice.upstream = depth;
        m_bar->showChoice(m_choice);
        chooseAnew();
    });
    connect(m_bar, &Bar::downstreamChosen, this, [this](std::optional<quint32> depth) {
        m_choice.downstream = depth;
        m_bar->showChoice(m_choice);
        chooseAnew();
    });
    connect(m_bar, &Bar::groupingChosen, this, &LineagePane::setGrouping);
    connect(m_bar, &Bar::foldChosen, this, &LineagePane::foldAll);
    connect(m_bar, &Bar::overlayChosen, this, &LineagePane::setOverlay);
    connect(m_bar, &Bar::dateRequested, this, &LineagePane::openDateMenu);
    connect(m_bar, &Bar::pageChosen, this, &LineagePane::setPage);
    connect(m_bar, &Bar::zoomRequested, this, [this](double factor) { m_canvas->zoomBy(factor); });
    connect(m_bar, &Bar::fitRequested, m_canvas, &Canvas::fitAll);
    connect(m_bar, &Bar::exportChosen, this, &LineagePane::exportAs);
    connect(m_bar->minimapToggle(), &QToolButton::clicked, this, &LineagePane::setMinimapShown);
    connect(m_bar->inspectorToggle(), &QToolButton::clicked, this, &LineagePane::setInspectorOpen);
    connect(m_bar->tidyButton(), &QToolButton::clicked, &m_drawing,
            &items::LineageDrawing::takeTidier);
}

void LineagePane::connectCanvas()
{
    connect(m_canvas, &Canvas::viewChanged, this, [this] {
        m_bar->showZoom(m_canvas->zoom());
        const auto scale = m_canvas->view().scale / items::lineageTextScale(fontOf(Text::Small));
        m_legend->setFar(items::lineageDetail(scale) == items::LineageDetail::Groups);
        placeFloating();
    });
    connect(m_canvas, &Canvas::selectionChanged, this, [this] {
        showSelection();
        Q_EMIT historyChanged();
    });
    connect(m_canvas, &Canvas::openRequested, this,
            [this](int box) { openBox(box, OpenMode::Tab); });
    connect(m_canvas, &Canvas::menuRequested, this, &LineagePane::openMenu);
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex &index) {
        const auto id = index.data(LineageTreeModel::IdRole).toUuid();
        if (!id.isNull())
            Q_EMIT openRequested(id, OpenMode::Tab);
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                const auto row = index.siblingAtColumn(LineageTreeModel::Name);
                const int box = row.data(LineageTreeModel::BoxRole).toInt();
                const int line = row.data(LineageTreeModel::LineRole).toInt();
                if (row.isValid() && box >= 0)
                    m_canvas->select(box, row.data(LineageTreeModel::ColumnRole).toInt());
                else if (row.isValid() && line >= 0)
                    m_canvas->selectLine(line);
            });
    connect(m_impact, &ImpactView::openRequested, this, &Pane::openRequested);
    connect(m_impact, &ImpactView::workBegun, this, &Pane::workBegun);
    connect(m_exporter, &Exporter::workBegun, this, &Pane::workBegun);
    connect(m_exporter, &Exporter::wroteSmaller, this, [this](double scale) {
        m_bar->showHits(
            tr("Written at %1 % of its size").arg(locale().toString(scale * 100, 'f', 0)));
    });
    connect(m_empty, &EmptyState::actionTriggered, this, &LineagePane::emptyAction);
}

void LineagePane::setNames(ThingPart *names)
{
    m_inspector->setNames(names);
    connect(m_inspector, &Inspector::pageRequested, this, &Pane::openRequested);
}

void LineagePane::connectInspector()
{
    const auto shownBox = [this] {
        return m_canvas->selectedBox() < 0 ? m_canvas->rootBox() : m_canvas->selectedBox();
    };
    connect(m_inspector, &Inspector::openRequested, this,
            [this, shownBox] { openBox(shownBox(), OpenMode::Tab); });
    connect(m_inspector, &Inspector::pathRequested, this, [this, shownBox] {
        m_canvas->select(shownBox());
        beginPath();
    });
    connect(m_inspector, &Inspector::columnsRequested, this,
            [this, shownBox] { toggleColumns(shownBox()); });
    connect(m_inspector, &Inspector::rootRequested, this,
            [this, shownBox] { showThing(idOf(shownBox())); });
    connect(m_inspector, &Inspector::impactRequested, this, [this] { setPage(Bar::Impact); });
    connect(m_inspector, &Inspector::agreementsRequested, this,
            [this] { Q_EMIT paneRequested(u"access"_s, u"agreements"_s); });
    connect(m_inspector, &Inspector::thingRequested, this, [this](const QUuid &id) {
        const int box = m_canvas->scene()->boxOf(id);
        if (box < 0)
            return;
        m_canvas->select(box);
        m_canvas->reveal(box);
    });
}

bool LineagePane::isNarrow() const
{
    return width() < size::narrowWindow;
}

void LineagePane::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    // Before it is shown a widget has a size that nobody chose.
    if (isVisible())
        arrange();
}

void LineagePane::showEvent(QShowEvent *event)
{
    Pane::showEvent(event);
    arrange();
    if (!m_mesh || m_asking.isStale)
        ask();
}

void LineagePane::arrange()
{
    const bool open = isNarrow() ? m_arrangement.hasInspectorNarrow : m_arrangement.hasInspector;
    const bool wasOpen = m_side->isVisibleTo(this);
    const bool isFirst = !m_arrangement.isNarrow.has_value();
    m_arrangement.isNarrow = isNarrow();
    m_side->setVisible(open);
    if (open && (!wasOpen || isFirst)) {
        // Words may be longer in other languages.
        const int least = m_inspector->widget()->minimumSizeHint().width() + size::gap;
        const int side =
            std::max(least, m_arrangement.sideWidth > 0 ? m_arrangement.sideWidth : usualSide);
        m_splitter->setSizes({std::max(1, width() - side), side});
    }
    m_inspectorAction->setChecked(open);
    m_bar->inspectorToggle()->setChecked(open);
    m_filter->setVisible(m_arrangement.hasFilterRow);
    m_bar->filterToggle()->setChecked(m_arrangement.hasFilterRow);
    m_bar->minimapToggle()->setChecked(m_arrangement.hasMinimap);
    m_minimap->parentWidget()->setVisible(m_arrangement.hasMinimap
                                          && m_arrangement.page == Bar::Graph);
    placeFloating();
}

//! While a part of the picture is out of sight the minimap has its corner. Where all is in sight it
//! says nothing new, and must not cover what it is about; nor most of a small window.
void LineagePane::placeFloating()
{
    const auto &scene = m_canvas->scene();
    const bool isAllInSight = scene && m_canvas->view().area().contains(scene->bounds);
    const bool hasRoom = m_canvas->width() >= 2 * m_floating->width()
        && m_canvas->height() * 2 >= 5 * m_floating->height();
    m_floating->setVisible(m_arrangement.hasMinimap && !m_side->isVisibleTo(this) && !isAllInSight
                           && hasRoom);
    m_floating->move(m_canvas->width() - m_floating->width() - size::groupGap,
                     m_canvas->height() - m_floating->height() - size::groupGap);
}

void LineagePane::setInspectorOpen(bool open)
{
    if (m_side->isVisibleTo(this))
        m_arrangement.sideWidth = m_splitter->sizes().value(1);
    (isNarrow() ? m_arrangement.hasInspectorNarrow : m_arrangement.hasInspector) = open;
    arrange();
    showSelection();
}

void LineagePane::setMinimapShown(bool on)
{
    m_arrangement.hasMinimap = on;
    arrange();
}

} // namespace portolan::views::lineage
