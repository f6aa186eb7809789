// SPDX-License-Identifier: GPL-3.0-or-later
// What is selected, and what the inspector and the impact table say of it.
#include "models/base/async.h"
#include "views/lineage/canvas.h"
#include "views/lineage/impactview.h"
#include "views/lineage/inspector.h"
#include "views/lineage/lineagepane.h"

#include <QLocale>

#include <algorithm>

namespace portolan::views::lineage {

QUuid LineagePane::idOf(int box) const
{
    const auto &scene = m_canvas->scene();
    return scene && box >= 0 ? items::LineageDraft::idOf(*scene, scene->boxes[std::size_t(box)])
                             : QUuid();
}

//! The box whose idOf() is \a id, or -1 where the picture has none.
int LineagePane::boxOf(const QUuid &id) const
{
    const auto &scene = m_canvas->scene();
    for (int box = 0; scene && !id.isNull() && box < int(scene->boxes.size()); ++box) {
        if (idOf(box) == id)
            return box;
    }
    return -1;
}

std::vector<::portolan::lineage::NodeIndex> LineagePane::nodesOf(int box) const
{
    std::vector<::portolan::lineage::NodeIndex> nodes;
    if (box < 0 || !m_shownMesh)
        return nodes;
    const auto &scene = *m_canvas->scene();
    const auto &about = scene.boxes[std::size_t(box)];
    if (!about.isFolded())
        return {::portolan::lineage::NodeIndex(about.node)};
    for (int node = 0; node < int(m_shownMesh->graph->nodes.size()); ++node) {
        if (scene.boxOf(node) == box)
            nodes.push_back(::portolan::lineage::NodeIndex(node));
    }
    return nodes;
}

//! What the inspector and the impact table speak of: what is selected, else all parts of what the
//! picture was opened from.
std::vector<::portolan::lineage::NodeIndex> LineagePane::startsShown() const
{
    const int selected = m_canvas->selectedBox();
    if (selected < 0 && !m_choice.root.isNull())
        return items::nodesOfThing(*m_shownMesh->graph, m_choice.root);
    return nodesOf(selected < 0 ? m_canvas->rootBox() : selected);
}

void LineagePane::showSelection()
{
    const auto &scene = m_canvas->scene();
    if (!scene || !m_shownMesh)
        return;
    const auto question = ++m_asking.facts;
    const int box = m_canvas->selectedBox();
    const int line = m_canvas->selectedLine();
    if (!m_pathFrom.isNull() && box >= 0 && idOf(box) != m_pathFrom) {
        m_highlight = {Highlight::Kind::Path, std::exchange(m_pathFrom, {}), idOf(box)};
        m_bar->showHits({});
        showMarks();
        m_canvas->bringInSight();
    }
    showImpact();
    if (!m_inspector->isVisibleTo(this))
        return;
    // Nothing selected: what the picture was opened from is explained.
    const int shown = box < 0 && line < 0 && !m_choice.root.isNull() ? m_canvas->rootBox() : box;
    if (line >= 0) {
        m_inspector->showLine(*scene, line);
        m_inspector->showStatements(*scene, line, m_clock.now());
        askFacts(line, question);
    } else if (shown >= 0) {
        auto starts = startsShown();
        const auto parts = int(starts.size());
        m_inspector->showBox(m_shownMesh, *scene, shown, m_canvas->selectedColumn(),
                             std::move(starts));
        if (parts > 1 && !scene->boxes[std::size_t(shown)].isFolded())
            m_inspector->addNote(tr("reach of all %n part(s) of the product", nullptr, parts));
        const auto &picked = m_canvas->marks().lines;
        const auto way = std::count(picked.begin(), picked.end(), quint8(1));
        if (m_highlight.kind == Highlight::Kind::Path && m_highlight.to == idOf(shown) && way > 0)
            m_inspector->addNote(
                tr("lines of the path: %1").arg(QLocale().toString(qlonglong(way))));
        if (m_when.at.isValid())
            m_inspector->addNote(tr("name, owner and status as of today"));
        const int leftOut = m_leftOut.value(idOf(shown));
        if (leftOut > 0 && m_choice.open.contains(idOf(shown)))
            m_inspector->addNote(tr("%n column(s) not shown", nullptr, leftOut));
        else if (leftOut == columnsUnread)
            m_inspector->addNote(tr("The columns could not be read"));
        else if (leftOut == columnsUnknown)
            m_inspector->addNote(tr("No columns of it are known"));
    } else {
        m_inspector->showPicture(*scene);
    }
}

//! What accounts say about \a line now; of a day that is past the picture itself knows what it
//! knows.
void LineagePane::askFacts(int line, quint64 question)
{
    if (m_when.at.isValid())
        return;
    const auto &about = m_canvas->scene()->lines[std::size_t(line)];
    onFinished(m_source.facts(idOf(int(about.from)), idOf(int(about.to))), this,
               [this, question](const Result<QList<items::LineageFact>> &facts) {
                   if (question == m_asking.facts && facts && !facts->isEmpty())
                       m_inspector->showFacts(*facts, m_clock.now());
               });
}

void LineagePane::showImpact()
{
    if (m_arrangement.page != Bar::Impact || !m_canvas->scene())
        return;
    const int selected = m_canvas->selectedBox();
    const int box = selected < 0 ? m_canvas->rootBox() : selected;
    m_impact->show(m_shownMesh, startsShown(),
                   box < 0 ? QString() : m_canvas->scene()->boxes[std::size_t(box)].label);
}

} // namespace portolan::views::lineage
