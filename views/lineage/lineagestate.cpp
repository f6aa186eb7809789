// SPDX-License-Identifier: GPL-3.0-or-later
// What the pane is to the window: its name, its parts, and what of it survives a restart.
#include "models/base/identity.h"
#include "models/items/lineagekeepsake.h"
#include "views/lineage/canvas.h"
#include "views/lineage/filterrow.h"
#include "views/lineage/impactview.h"
#include "views/lineage/inspector.h"
#include "views/lineage/lineagepane.h"
#include "views/lineage/minimap.h"
#include "views/shared/blocks.h"
#include "views/shared/filterfield.h"

#include <QDataStream>
#include <QHeaderView>
#include <QIdentityProxyModel>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::lineage {
namespace {

constexpr int stateVersion = 1;
// Of larger pictures the order is not remembered: the layout of the same graph is the same anyway.
constexpr std::size_t mostPlaces = 1000;

QByteArray bytesOf(const items::LineagePlaces &places)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    for (auto it = places.cbegin(); it != places.cend(); ++it)
        stream << it.key() << float(it->x()) << float(it->y());
    return bytes;
}

items::LineagePlaces placesOf(const QByteArray &bytes)
{
    items::LineagePlaces places;
    QDataStream stream(bytes);
    while (!stream.atEnd() && std::size_t(places.size()) < mostPlaces) {
        QUuid id;
        float x = 0;
        float y = 0;
        stream >> id >> x >> y;
        if (stream.status() != QDataStream::Ok || !std::isfinite(x) || !std::isfinite(y))
            return {};
        places.insert(id, QPointF(x, y));
    }
    return places;
}

//! \a value as a depth; empty for "all".
std::optional<quint32> depthOf(const QVariant &value)
{
    bool isNumber = false;
    const auto depth = value.toUInt(&isNumber);
    return isNumber ? std::optional<quint32>(depth) : std::nullopt;
}

QVariant variantOf(std::optional<quint32> depth)
{
    return depth ? QVariant(*depth) : QVariant(u"all"_s);
}

QVariantMap variantOf(const Highlight &highlight)
{
    return {{u"kind"_s, int(highlight.kind)},
            {u"from"_s, highlight.from.toString()},
            {u"to"_s, highlight.to.toString()},
            {u"upstream"_s, highlight.upstream},
            {u"downstream"_s, highlight.downstream}};
}

Highlight highlightOf(const QVariantMap &state)
{
    const int kind = state.value(u"kind"_s).toInt();
    if (kind != int(Highlight::Kind::Reach) && kind != int(Highlight::Kind::Path))
        return {};
    return {Highlight::Kind(kind), QUuid(state.value(u"from"_s).toString()),
            QUuid(state.value(u"to"_s).toString()), state.value(u"upstream"_s).toBool(),
            state.value(u"downstream"_s).toBool()};
}

} // namespace

QString LineagePane::title() const
{
    return tr("Lineage");
}

QString LineagePane::iconName() const
{
    return u"pane-lineage"_s;
}

QString LineagePane::rootLabel() const
{
    if (m_choice.root.isNull())
        return tr("Whole mesh");
    if (!m_mesh)
        return {};
    const auto &graph = *m_mesh->graph;
    if (graph.products.contains(m_choice.root))
        return graph.products.value(m_choice.root);
    const int node = graph.indexOf(m_choice.root);
    return node < 0 ? QString() : items::lineageLabelOf(graph, graph.nodes[std::size_t(node)]);
}

QList<Crumb> LineagePane::breadcrumb() const
{
    const auto label = rootLabel();
    return label.isEmpty() ? QList<Crumb>() : QList<Crumb>{{label, {}}};
}

void LineagePane::setPage(Bar::Page page)
{
    m_arrangement.page = page;
    m_bar->showPage(page);
    if (m_canvas->scene() && m_drawn)
        m_stack->setCurrentIndex(page);
    m_minimap->parentWidget()->setVisible(m_arrangement.hasMinimap && page == Bar::Graph);
    showImpact();
    showDrawing();
    if (page == Bar::List && m_canvas->scene() && !std::exchange(m_isTreeOpened, true))
        m_tree->openBelow({}, m_choice.root.isNull() ? 1 : 3);
    const int selected = m_canvas->selectedBox();
    if (page == Bar::List && selected >= 0
        && m_tree->currentIndex().data(items::LineageTreeModel::BoxRole).toInt() != selected) {
        const auto *look = static_cast<QIdentityProxyModel *>(m_tree->model());
        m_tree->setCurrentIndex(look->mapFromSource(m_treeModel.indexOf(selected)));
    }
}

bool LineagePane::focusFilter()
{
    auto *field = m_arrangement.page == Bar::Impact ? m_impact->filter() : m_bar->field();
    field->setFocus(Qt::ShortcutFocusReason);
    field->selectAll();
    return true;
}

QList<QWidget *> LineagePane::parts() const
{
    QList<QWidget *> list;
    if (m_stack->currentWidget() == m_empty)
        list.append(m_empty);
    else if (m_arrangement.page == Bar::Graph)
        list.append(m_canvas);
    else
        list.append(m_arrangement.page == Bar::List ? static_cast<QWidget *>(m_tree)
                                                    : m_impact->table());
    list.append(m_bar->field());
    if (m_filter->isVisibleTo(this))
        list.append(m_filter->field());
    if (m_side->isVisibleTo(this))
        list.append(m_inspector);
    return list;
}

void LineagePane::showQuery(const QString &query)
{
    const QUuid id(query.section(u'#', 0, 0));
    if (query == u"*")
        return showThing({});
    if (id.isNull()) {
        m_bar->field()->setText(query);
        return;
    }
    setPage(Bar::Graph);
    showThing(id);
    m_wanted.path = query.section(u'#', 1);
    m_wanted.isAwaited = !m_wanted.path.isEmpty();
    if (m_wanted.path.isEmpty())
        return;
    m_choice.open.insert(id);
    ask();
}

QVariantMap LineagePane::saveState() const
{
    const auto &scene = m_canvas->scene();
    QStringList open;
    for (const auto &id : m_choice.open)
        open.append(idText(id));
    QVariantMap state{
        {u"version"_s, stateVersion},
        {u"root"_s, m_choice.root.toString()},
        {u"upstream"_s, variantOf(m_choice.upstream)},
        {u"downstream"_s, variantOf(m_choice.downstream)},
        {u"grouping"_s, int(m_choice.grouping)},
        {u"folded"_s, QStringList(m_choice.folded.cbegin(), m_choice.folded.cend())},
        {u"open"_s, open},
        {u"page"_s, int(m_arrangement.page)},
        {u"overlay"_s, int(m_overlay.kind)},
        {u"overlayChosen"_s, m_overlay.isChosen},
        {u"inspector"_s, m_arrangement.hasInspector},
        {u"inspectorNarrow"_s, m_arrangement.hasInspectorNarrow},
        {u"filter"_s, m_filter->text()},
        {u"filterRow"_s, m_arrangement.hasFilterRow},
        {u"minimap"_s, m_arrangement.hasMinimap},
        {u"side"_s,
         m_side->isVisibleTo(this) ? m_splitter->sizes().value(1) : m_arrangement.sideWidth},
        {u"columns"_s, m_tree->header()->saveState()},
        {u"impact"_s, m_impact->saveState()}};
    if (m_highlight.kind != Highlight::Kind::None)
        state.insert(u"pickedOut"_s, variantOf(m_highlight));
    if (m_when.at.isValid())
        state.insert(u"at"_s, m_when.at);
    if (m_when.from.isValid())
        state.insert(u"from"_s, m_when.from);
    if (!scene)
        return state;
    state.insert(u"origin"_s, m_canvas->view().origin);
    state.insert(u"scale"_s, m_canvas->view().scale);
    state.insert(u"fitted"_s, m_canvas->isFitted());
    state.insert(u"selected"_s, idOf(m_canvas->selectedBox()).toString());
    if (m_canvas->selectedBox() >= 0)
        state.insert(u"pixel"_s, m_canvas->boxRect(m_canvas->selectedBox()).topLeft());
    if (scene->boxes.size() <= mostPlaces) {
        state.insert(u"places"_s, bytesOf(items::LineageDraft::placesOf(*scene)));
        state.insert(u"drawing"_s, items::keepsakeOf(*scene));
    }
    return state;
}

void LineagePane::restoreState(const QVariantMap &state)
{
    if (state.value(u"version"_s).toInt() != stateVersion)
        return;
    if (!m_isPart)
        m_choice.root = QUuid(state.value(u"root"_s).toString());
    m_choice.upstream = depthOf(state.value(u"upstream"_s));
    m_choice.downstream = depthOf(state.value(u"downstream"_s));
    m_choice.grouping = items::LineageGrouping(
        std::clamp(state.value(u"grouping"_s).toInt(), 0, int(items::LineageGrouping::Schema)));
    const auto folded = state.value(u"folded"_s).toStringList();
    m_choice.folded = QSet<QString>(folded.cbegin(), folded.cend());
    for (const auto &id : state.value(u"open"_s).toStringList())
        m_choice.open.insert(QUuid(id));
    m_overlay.isChosen =
        state.value(u"overlayChosen"_s, state.value(u"overlay"_s).toInt() != 0).toBool();
    m_overlay.kind = items::LineageOverlay(
        std::clamp(state.value(u"overlay"_s).toInt(), 0, int(items::LineageOverlay::Agreements)));
    m_arrangement.hasInspector = state.value(u"inspector"_s, true).toBool();
    m_arrangement.hasInspectorNarrow = state.value(u"inspectorNarrow"_s).toBool();
    m_arrangement.hasMinimap = state.value(u"minimap"_s, true).toBool();
    m_arrangement.sideWidth = std::clamp(state.value(u"side"_s).toInt(), 0, 1000);
    m_tree->header()->restoreState(state.value(u"columns"_s).toByteArray());
    m_impact->restoreState(state.value(u"impact"_s).toMap());
    m_places = placesOf(state.value(u"places"_s).toByteArray());
    m_kept = state.value(u"drawing"_s).toByteArray();
    m_arrangement.hasFilterRow = state.value(u"filterRow"_s).toBool();
    m_filter->setText(state.value(u"filter"_s).toString());
    m_highlight = highlightOf(state.value(u"pickedOut"_s).toMap());
    m_restored = {{u"origin"_s, state.value(u"origin"_s)},
                  {u"scale"_s, state.value(u"scale"_s)},
                  {u"fitted"_s, state.value(u"fitted"_s)},
                  {u"pixel"_s, state.value(u"pixel"_s)},
                  {u"selected"_s, state.value(u"selected"_s)}};
    m_arrangement.page = Bar::Page(std::clamp(state.value(u"page"_s).toInt(), 0, int(Bar::Impact)));
    m_when = {state.value(u"at"_s).toDateTime(), state.value(u"from"_s).toDateTime()};
    if (m_when.from.isValid() && !m_when.at.isValid())
        m_when = {};
    showWhen();
    m_canvas->setRoot(m_choice.root);
    m_bar->showChoice(m_choice);
    m_bar->showPage(m_arrangement.page);
    m_arrangement.isNarrow.reset();
    if (isVisible()) {
        arrange();
        ask();
    }
}

QVariantMap LineagePane::historyState() const
{
    return {{u"root"_s, m_choice.root.toString()},
            {u"selected"_s, idOf(m_canvas->selectedBox()).toString()}};
}

void LineagePane::restoreHistory(const QVariantMap &state)
{
    const QUuid selected(state.value(u"selected"_s).toString());
    m_restored = {{u"selected"_s, selected.toString()}};
    const QUuid root(state.value(u"root"_s).toString());
    if (root != m_choice.root || !m_canvas->scene())
        return showThing(root);
    m_restored.clear();
    const int box = selected.isNull() ? -1 : m_canvas->scene()->boxOf(selected);
    m_canvas->select(box);
    m_canvas->reveal(box);
}

} // namespace portolan::views::lineage
