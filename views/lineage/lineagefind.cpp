// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with the picture: search, pick out, fold, other days.
#include "models/base/identity.h"
#include "models/items/lineagedraft.h"
#include "models/items/lineagemarks.h"
#include "views/lineage/boxmenu.h"
#include "views/lineage/canvas.h"
#include "views/lineage/lineagepane.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::lineage {
namespace {

//! Whether \a box is in the group \a key, or in one that is inside it.
bool isIn(const items::LineageScene &scene, int box, const QString &key)
{
    if (box < 0)
        return false;
    const auto &about = scene.boxes[std::size_t(box)];
    int group = about.isFolded() ? scene.groups[std::size_t(about.folded)].parent : about.group;
    while (group >= 0 && scene.groups[std::size_t(group)].key != key)
        group = scene.groups[std::size_t(group)].parent;
    return group >= 0;
}

} // namespace

void LineagePane::find(const QString &text)
{
    m_hits.at = -1;
    m_hits.boxes = m_canvas->scene() ? items::boxesNamed(*m_canvas->scene(), text.trimmed())
                                     : std::vector<int>();
    if (text.trimmed().isEmpty())
        m_bar->showHits({});
    else
        m_bar->showHits(m_hits.boxes.empty() ? tr("none found")
                                             : tr("%n found", nullptr, int(m_hits.boxes.size())));
    showMarks();
}

void LineagePane::findNext(bool forward)
{
    if (m_hits.boxes.empty())
        return;
    const int count = int(m_hits.boxes.size());
    m_hits.at =
        m_hits.at < 0 ? (forward ? 0 : count - 1) : (m_hits.at + (forward ? 1 : count - 1)) % count;
    const int box = m_hits.boxes[std::size_t(m_hits.at)];
    m_canvas->select(box);
    // A name has to be readable to have been found.
    if (m_canvas->zoom() < 0.75)
        m_canvas->zoomTo(1);
    m_canvas->centreOn(box);
    const QLocale locale;
    m_bar->showHits(tr("%1 of %2").arg(locale.toString(m_hits.at + 1), locale.toString(count)));
}

void LineagePane::showMarks()
{
    const auto &scene = m_canvas->scene();
    if (!scene)
        return;
    items::LineageMarks marks;
    if (m_highlight.kind == Highlight::Kind::Reach)
        marks = items::marksOfReach(*scene, boxOf(m_highlight.from), m_highlight.upstream,
                                    m_highlight.downstream);
    else if (m_highlight.kind == Highlight::Kind::Path)
        marks = items::marksOfPath(*scene, boxOf(m_highlight.from), boxOf(m_highlight.to));
    if (m_highlight.kind == Highlight::Kind::Path && marks.boxes.empty())
        m_bar->showHits(tr("no path"));
    marks.overlay = m_overlay.kind;
    if (m_overlay.kind != items::LineageOverlay::None) {
        const auto &before = m_canvas->marks();
        if (before.overlay == m_overlay.kind && m_overlay.laidOver.lock() == scene) {
            marks.ranks = before.ranks;
            marks.foldedRanks = before.foldedRanks;
            marks.access = before.access;
        } else {
            items::layOver(*scene, marks);
        }
        m_overlay.laidOver = scene;
    }
    if (!m_hits.boxes.empty()) {
        marks.found.assign(scene->boxes.size(), 0);
        for (const int box : m_hits.boxes)
            marks.found[std::size_t(box)] = 1;
    }
    m_canvas->setMarks(std::move(marks));
}

void LineagePane::pickOut(bool upstream, bool downstream)
{
    const int box = m_canvas->selectedBox() < 0 ? m_canvas->rootBox() : m_canvas->selectedBox();
    if (box < 0)
        return;
    m_highlight = {Highlight::Kind::Reach, idOf(box), {}, upstream, downstream};
    showMarks();
}

void LineagePane::beginPath()
{
    if (m_canvas->selectedBox() < 0)
        return;
    m_pathFrom = idOf(m_canvas->selectedBox());
    m_bar->showHits(tr("Select the other end"));
    m_canvas->setFocus(Qt::OtherFocusReason);
}

void LineagePane::clearHighlight()
{
    m_pathFrom = {};
    m_bar->showHits({});
    if (m_highlight.kind == Highlight::Kind::None)
        return;
    m_highlight = {};
    showMarks();
}

void LineagePane::openBox(int box, OpenMode mode)
{
    const auto &scene = m_canvas->scene();
    if (!scene || box < 0)
        return;
    const auto &about = scene->boxes[std::size_t(box)];
    if (about.isFolded())
        return fold(scene->groups[std::size_t(about.folded)].key, false);
    if (scene->nodeOf(about).isKnown)
        Q_EMIT openRequested(idOf(box), mode);
}

void LineagePane::openMenu(const QPoint &at, int box, int, int group)
{
    const auto &scene = m_canvas->scene();
    if (!scene)
        return;
    // While the menu is open the picture may become another, in which boxes have other numbers.
    const auto id = idOf(box);
    auto *menu = new BoxMenu(*scene, box, group, box >= 0 && m_choice.open.contains(id), this);
    connect(menu, &BoxMenu::openChosen, this, [this, id](bool behind) {
        openBox(boxOf(id), behind ? OpenMode::Background : OpenMode::Tab);
    });
    connect(menu, &BoxMenu::rootChosen, this, [this, id] { showThing(id); });
    connect(menu, &BoxMenu::reachChosen, this, [this, id](bool upstream, bool downstream) {
        if (m_canvas->selectedBox() != boxOf(id))
            m_canvas->select(boxOf(id));
        pickOut(upstream, downstream);
    });
    connect(menu, &BoxMenu::pathChosen, this, [this, id] {
        if (m_canvas->selectedBox() != boxOf(id))
            m_canvas->select(boxOf(id));
        beginPath();
    });
    connect(menu, &BoxMenu::columnsChosen, this, [this, id] { toggleColumns(boxOf(id)); });
    connect(menu, &BoxMenu::accessChosen, this,
            [this, id] { Q_EMIT paneRequested(u"access"_s, u"new:"_s + idText(id)); });
    connect(menu, &BoxMenu::collectChosen, this, [this, id] { Q_EMIT collectRequested(id); });
    connect(menu, &BoxMenu::foldChosen, this, [this](const QString &key) { fold(key, true); });
    connect(menu, &BoxMenu::unfoldChosen, this, [this](const QString &key) { fold(key, false); });
    connect(menu, &BoxMenu::foldAllChosen, this, [this] { foldAll(true); });
    connect(menu, &BoxMenu::unfoldAllChosen, this, [this] { foldAll(false); });
    connect(menu, &BoxMenu::copyChosen, this,
            [](const QString &text) { QGuiApplication::clipboard()->setText(text); });
    menu->popup(at);
}

void LineagePane::fold(const QString &key, bool on)
{
    // The selection goes on with what stands there afterwards, so that a keyboard goes on as well.
    auto next = items::LineageDraft::idOfGroup(key);
    if (on) {
        // What is folded away comes back with the group, after however many others.
        if (const int selected = m_canvas->selectedBox(); isIn(*m_canvas->scene(), selected, key))
            m_foldedFrom.insert(key, idOf(selected));
        m_choice.folded.insert(key);
    } else {
        m_choice.folded.remove(key);
        QList<QUuid> inside;
        for (const auto member : nodesOf(boxOf(next)))
            inside.append(m_shownMesh->graph->nodes[member].id);
        const auto first = inside.value(0);
        for (const auto &inner : m_choice.folded)
            inside.append(items::LineageDraft::idOfGroup(inner));
        const auto before = m_foldedFrom.take(key);
        next = inside.contains(before) ? before : first;
    }
    const int seen = on ? m_canvas->selectedBox() : boxOf(items::LineageDraft::idOfGroup(key));
    m_restored = {{u"selected"_s, next.toString()}};
    if (seen >= 0)
        m_restored.insert(u"pixel"_s, m_canvas->boxRect(seen).topLeft());
    redraw();
}

void LineagePane::foldAll(bool on)
{
    m_choice.folded.clear();
    if (on && m_canvas->scene()) {
        for (const auto &group : m_canvas->scene()->groups) {
            // Of nested groups the inner ones: the outer ones stay lanes.
            if (group.parent >= 0 || m_choice.grouping != items::LineageGrouping::DomainAndProduct)
                m_choice.folded.insert(group.key);
        }
    }
    m_canvas->fitNext();
    redraw();
}

void LineagePane::setGrouping(items::LineageGrouping grouping)
{
    if (grouping == m_choice.grouping)
        return;
    m_choice.grouping = grouping;
    m_choice.folded.clear();
    m_bar->showChoice(m_choice);
    m_canvas->fitNext();
    redraw(false);
}

void LineagePane::setOverlay(items::LineageOverlay overlay)
{
    m_overlay.kind = overlay;
    m_overlay.isChosen = true;
    showOverlay();
    if (m_canvas->scene())
        showScene();
}

//! The bar names it, and the list has a column for it.
void LineagePane::showOverlay()
{
    m_bar->showOverlay(m_overlay.kind, m_overlay.offered);
    m_treeModel.setOverlay(m_overlay.kind, Bar::overlayName(m_overlay.kind));
    m_tree->setColumnHidden(items::LineageTreeModel::Overlay,
                            m_overlay.kind == items::LineageOverlay::None);
}

void LineagePane::openDateMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto now = m_clock.now();
    const auto ago = [now](int days) { return now.addDays(-days); };
    // Days are compared, and no moments: a week ago is that all day long.
    const auto isDay = [](const QDateTime &time, const QDateTime &other) {
        return time.isValid() == other.isValid()
            && time.toLocalTime().date() == other.toLocalTime().date();
    };
    bool isListed = false;
    const auto tick = [&isListed](QAction *action, bool on) {
        action->setCheckable(true);
        action->setChecked(on);
        isListed = isListed || on;
    };
    const auto add = [&](const QString &text, const When &when) {
        // Against now is against the day on which it was asked for.
        const auto at = when.from.isValid() ? now : when.at;
        tick(menu->addAction(text, this, [this, when] { setWhen(when); }),
             isDay(m_when.from, when.from) && isDay(m_when.at, at));
    };
    add(tr("Now"), {});
    add(tr("Yesterday"), {ago(1), {}});
    add(tr("A week ago"), {ago(7), {}});
    add(tr("A month ago"), {ago(30), {}});
    menu->addSeparator();
    add(tr("What changed since yesterday"), {{}, ago(1)});
    add(tr("What changed in a week"), {{}, ago(7)});
    add(tr("What changed in a month"), {{}, ago(30)});
    menu->addSeparator();
    auto *others = menu->addAction(tr("Other days…"), this, [this, now] {
        auto *dialog = new DateDialog(m_when, now, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, this, [this, dialog] { setWhen(dialog->when()); });
        dialog->open();
    });
    tick(others, !isListed);
    menu->popup(m_bar->dateCorner());
}

} // namespace portolan::views::lineage
