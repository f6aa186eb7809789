// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that can be done here as actions: the menu, the palette and the sheet of shortcuts
// know what they find here.
#include "views/lineage/canvas.h"
#include "views/lineage/impactview.h"
#include "views/lineage/lineagepane.h"
#include "views/shared/icons.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::lineage {
namespace {

constexpr double keyFactor = 1.25;

} // namespace

void LineagePane::buildKeys()
{
    // Letters are keys while the graph has the focus; elsewhere they are text.
    const auto add = [this](const QString &text, const QList<QKeySequence> &keys,
                            std::function<void()> run) {
        auto *action = new QAction(text, this);
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, std::move(run));
        m_canvas->addAction(action);
        m_actions.append(action);
    };
    add(tr("Pick out upstream"), {Qt::Key_U}, [this] { pickOut(true, false); });
    add(tr("Pick out downstream"), {Qt::Key_D}, [this] { pickOut(false, true); });
    add(tr("Pick out both"), {Qt::Key_B}, [this] { pickOut(true, true); });
    add(tr("Path to another box"), {Qt::Key_P}, [this] { beginPath(); });
    add(tr("Pick out nothing"), {Qt::Key_Escape}, [this] { clearHighlight(); });
    add(tr("Open the selected box"), {Qt::Key_Return, Qt::Key_Enter},
        [this] { openBox(m_canvas->selectedBox(), OpenMode::Tab); });
    add(tr("Show or hide its columns"), {Qt::Key_Space},
        [this] { toggleColumns(m_canvas->selectedBox()); });
    add(tr("Next column of the selected box"), {Qt::SHIFT | Qt::Key_Down}, [this] {
        if (!m_canvas->stepColumn(true))
            toggleColumns(m_canvas->selectedBox());
    });
    add(tr("Previous column of the selected box"), {Qt::SHIFT | Qt::Key_Up},
        [this] { m_canvas->stepColumn(false); });
    add(tr("Next line of the selected box or column"), {Qt::Key_E},
        [this] { m_canvas->stepLine(true); });
    add(tr("Previous line of the selected box or column"), {Qt::SHIFT | Qt::Key_E},
        [this] { m_canvas->stepLine(false); });
    add(tr("Add to request"), {Qt::CTRL | Qt::Key_B}, [this] {
        const auto &scene = m_canvas->scene();
        const int box = m_canvas->selectedBox();
        if (!scene || box < 0)
            return;
        const auto &about = scene->boxes[std::size_t(box)];
        if (!about.isFolded() && scene->nodeOf(about).isKnown)
            Q_EMIT collectRequested(idOf(box));
    });
    add(tr("Fold its group, or unfold it"), {Qt::Key_G}, [this] { foldSelected(); });
    add(tr("Go to what the picture is about"), {Qt::Key_Home}, [this] { m_canvas->goHome(); });
    add(tr("Find in the graph"), {Qt::Key_Slash}, [this] { focusFilter(); });
    add(tr("Zoom in"), {Qt::Key_Plus, Qt::Key_Equal}, [this] { m_canvas->zoomBy(keyFactor); });
    add(tr("Zoom out"), {Qt::Key_Minus}, [this] { m_canvas->zoomBy(1 / keyFactor); });
    add(tr("Zoom to 100 %"), {Qt::Key_0}, [this] { m_canvas->zoomTo(1); });
    add(tr("Show all of the picture"), {Qt::Key_F}, [this] { m_canvas->fitAll(); });
}

void LineagePane::buildActions()
{
    buildKeys();
    const auto add = [this](const QString &text, const QString &iconName, const QKeySequence &key,
                            std::function<void()> run) {
        auto *action = new QAction(icon(iconName), text, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, std::move(run));
        addAction(action);
        m_actions.append(action);
        return action;
    };
    add(tr("Lineage as a graph"), u"view-graph"_s, {}, [this] { setPage(Bar::Graph); });
    add(tr("Lineage as a list"), u"view-table"_s, {}, [this] { setPage(Bar::List); });
    add(tr("Impact table"), u"downstream"_s, {}, [this] { setPage(Bar::Impact); });
    add(tr("Filter what is shown"), u"filter"_s, Qt::CTRL | Qt::Key_L,
        [this] { setFilterOpen(true); });
    add(tr("Whole mesh"), u"pane-lineage"_s, {}, [this] { showThing({}); });
    add(tr("Fold all groups"), u"collapse"_s, {}, [this] { foldAll(true); });
    add(tr("Unfold all groups"), u"expand"_s, {}, [this] { foldAll(false); });
    m_exportAction = add(tr("Export what is shown: picture, edges or impact table"), u"export"_s,
                         Qt::CTRL | Qt::Key_E, [this] { exportShown(); });
    m_exportAction->setEnabled(false);
    add(tr("Date: another day, or compare two…"), u"history"_s, {}, [this] { openDateMenu(); });
    add(tr("Overlay: what is laid over the boxes…"), u"overlay"_s, {},
        [this] { m_bar->openOverlayMenu(); });
    add(tr("Show or hide the minimap"), u"minimap"_s, {},
        [this] { setMinimapShown(!m_arrangement.hasMinimap); });
    m_inspectorAction = add(tr("Inspector"), u"inspector"_s, Qt::Key_F4,
                            [this] { setInspectorOpen(m_inspectorAction->isChecked()); });
    m_inspectorAction->setCheckable(true);
}

void LineagePane::foldSelected()
{
    const auto &scene = m_canvas->scene();
    const int box = m_canvas->selectedBox();
    if (!scene || box < 0)
        return;
    const auto &about = scene->boxes[std::size_t(box)];
    const int group = about.isFolded() ? about.folded : about.group;
    if (group >= 0)
        fold(scene->groups[std::size_t(group)].key, !about.isFolded());
}

void LineagePane::exportShown()
{
    if (m_arrangement.page == Bar::Impact)
        m_impact->exportCsv();
    else
        exportAs(m_arrangement.page == Bar::List ? items::LineageFormat::Csv
                                                 : items::LineageFormat::Png);
}

} // namespace portolan::views::lineage
