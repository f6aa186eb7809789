// SPDX-License-Identifier: GPL-3.0-or-later
// How the pane is put together, what it adds to the menus, and what of it survives a restart.
#include "models/items/savedviewmodel.h"
#include "views/catalog/catalogpane.h"
#include "views/catalog/compareview.h"
#include "views/catalog/facetview.h"
#include "views/catalog/inspector.h"
#include "views/catalog/platformpanel.h"
#include "views/catalog/querybar.h"
#include "views/catalog/resultview.h"
#include "views/shared/blocks.h"
#include "views/shared/icons.h"
#include "views/shared/messages.h"

#include <QAction>
#include <QInputDialog>
#include <QMetaEnum>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::catalog {
namespace {

constexpr int stateVersion = 1;

QString wordOf(items::CatalogModel::Order order)
{
    return QString::fromLatin1(QMetaEnum::fromType<items::CatalogModel::Order>().valueToKey(
                                   static_cast<int>(order)))
        .toLower();
}

items::CatalogModel::Order orderOf(const QString &word)
{
    using Order = items::CatalogModel::Order;
    for (const auto order : {Order::Name, Order::Popularity, Order::Updated}) {
        if (wordOf(order) == word)
            return order;
    }
    return Order::Best;
}

//! \a text as the text of an action: an ampersand is one, not a mnemonic.
QString literal(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

} // namespace

void CatalogPane::build(const Sources &sources)
{
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setChildrenCollapsible(false);
    m_facetView = new FacetView(m_facets);
    m_facetView->setMinimumWidth(160);
    m_inspector = new Inspector(sources.pages);
    m_compare = new CompareView(sources.pages);
    m_splitter->addWidget(m_facetView);
    m_splitter->addWidget(buildCentre(sources));
    m_splitter->addWidget(m_inspector);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
}

QWidget *CatalogPane::buildCentre(const Sources &sources)
{
    auto *centre = new QWidget;
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_bar = new QueryBar(m_completion);
    m_error = new ErrorNote;
    m_error->hide();
    m_correction = new QWidget;
    auto *line = new QHBoxLayout(m_correction);
    line->setContentsMargins(size::page, size::gap, size::page, size::gap);
    line->setSpacing(size::unit);
    m_correctionText = new SafeLabel;
    m_correctionLink = new LinkButton({});
    line->addWidget(m_correctionText);
    line->addWidget(m_correctionLink);
    line->addStretch(1);
    m_correction->hide();
    m_stack = new QStackedWidget;
    m_list = new ResultView(m_results);
    m_empty = new EmptyState;
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_compare);
    layout->addWidget(m_bar);
    layout->addWidget(m_error);
    layout->addWidget(m_correction);
    QWidget *results = m_stack;
    if (sources.platforms != nullptr)
        results = buildPlatforms(*sources.platforms);
    layout->addWidget(results, 1);
    centre->setMinimumWidth(360);
    return centre;
}

void CatalogPane::buildActions()
{
    const auto add = [this](const QString &text, const QString &iconName,
                            const QKeySequence &keys) {
        auto *action = new QAction(icon(iconName), text, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        m_actions.append(action);
        return action;
    };
    connect(add(tr("Save view"), u"save-view"_s, QKeySequence::Save), &QAction::triggered, this,
            &CatalogPane::saveView);
    m_compareAction = add(tr("Compare chosen results"), u"compare"_s, {});
    m_compareAction->setEnabled(false);
    connect(m_compareAction, &QAction::triggered, this, &CatalogPane::compare);
    connect(add(tr("Add to request"), u"basket"_s, Qt::CTRL | Qt::Key_B), &QAction::triggered, this,
            &CatalogPane::collect);
    m_inspectorAction = add(tr("Inspector"), u"inspector"_s, Qt::Key_F4);
    m_inspectorAction->setCheckable(true);
    connect(m_inspectorAction, &QAction::triggered, this, &CatalogPane::setInspectorOpen);
    connect(m_bar->inspectorToggle(), &QToolButton::clicked, this, &CatalogPane::setInspectorOpen);
    connect(add(tr("Export the list"), u"export"_s, Qt::CTRL | Qt::Key_E), &QAction::triggered,
            this, &CatalogPane::exportList);
    connect(add(tr("Clear filters"), u"close"_s, {}), &QAction::triggered, this,
            [this] { setQuery({}, true); });
    if (m_platforms != nullptr)
        connect(add(tr("Search on the platforms"), u"search"_s, searchPlatformsKeys()),
                &QAction::triggered, this, &CatalogPane::searchPlatforms);
}

void CatalogPane::buildMenu()
{
    connect(m_bar->menu(), &QMenu::aboutToShow, this, [this] {
        auto *menu = m_bar->menu();
        menu->clear();
        const int count = m_views ? m_views->rowCount() : 0;
        auto *removing = count > 0 ? new QMenu(tr("Delete saved view"), menu) : nullptr;
        for (int row = 0; row < count; ++row) {
            const auto view = m_views->index(row, 0);
            const auto name = literal(view.data().toString());
            menu->addAction(icon(u"saved-view"_s), name, this,
                            [this, query = view.data(items::SavedViewModel::QueryRole).toString(),
                             sort = view.data(items::SavedViewModel::SortRole).toString()] {
                                m_order = orderOf(sort);
                                setQuery(query, true);
                            });
            removing->addAction(name, this, [this, key = view.data(Qt::EditRole).toString()] {
                m_views->removeView(key);
            });
        }
        if (removing) {
            menu->addSeparator();
            menu->addMenu(removing);
            menu->addSeparator();
        }
        menu->addActions(m_actions.mid(3));
    });
    if (!m_views)
        return;
    connect(m_views, &items::SavedViewModel::failed, this,
            [this](const QString &, const Error &error) {
                ui::error(this, tr("Saving the view"), error);
            });
}

void CatalogPane::saveView()
{
    if (!m_views)
        return;
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save view"));
    dialog->setLabelText(tr("Name of this filter and order"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &typed) {
        const auto name = typed.simplified();
        if (name.isEmpty())
            return;
        if (!m_views->contains(name)) {
            m_views->save(name, m_query, wordOf(m_order));
            return;
        }
        ui::Question question;
        question.title = tr("Save view");
        question.text = tr("There is a view called “%1” already.").arg(name);
        question.accept = tr("Replace it");
        question.destructive = true;
        ui::confirm(this, question,
                    [this, name] { m_views->save(name, m_query, wordOf(m_order)); });
    });
    dialog->open();
}

QList<QWidget *> CatalogPane::parts() const
{
    QList<QWidget *> list{m_bar->field()};
    if (m_stack->currentWidget() == m_compare)
        list.append(m_compare->table());
    else if (m_stack->currentWidget() == m_list)
        list.append(m_list);
    else
        list.append(m_empty);
    if (m_platforms != nullptr && m_platforms->part() != nullptr)
        list.append(m_platforms->part());
    if (m_inspector->isVisibleTo(this))
        list.append(m_inspector);
    list.append(m_facetView);
    return list;
}

bool CatalogPane::isNarrow() const
{
    return width() < size::narrowWindow;
}

void CatalogPane::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    // Before it is shown a widget has a size that nobody chose.
    if (isVisible() && m_narrow != isNarrow())
        arrange();
}

void CatalogPane::showEvent(QShowEvent *event)
{
    Pane::showEvent(event);
    if (m_narrow != isNarrow())
        arrange();
}

// Facets and inspector have their own widths in a narrow and in a wide window; what a person drags
// stays until the window becomes the other kind.
void CatalogPane::arrange()
{
    const bool narrow = isNarrow();
    const bool open = narrow ? m_inspectorNarrow : m_inspectorWide;
    const bool changed = m_narrow != narrow;
    m_narrow = narrow;
    m_bar->setNarrow(narrow);
    m_inspector->setVisible(open);
    m_inspectorAction->setChecked(open);
    m_bar->inspectorToggle()->setChecked(open);
    if (!changed)
        return;
    const auto restored = std::exchange(m_sizes, {});
    const bool fits = restored.size() == 2 && m_sizesNarrow == narrow;
    m_inspectorWidth = fits ? restored.at(1) : narrow ? 320 : size::inspector;
    setWidths(fits ? restored.at(0) : narrow ? size::facetsNarrow : size::facets);
}

void CatalogPane::setWidths(int facets)
{
    const int inspector = m_inspector->isVisibleTo(this) ? m_inspectorWidth : 0;
    m_splitter->setSizes({facets, std::max(1, width() - facets - inspector), inspector});
}

int CatalogPane::inspectorWidth() const
{
    return m_inspector->isVisibleTo(this) ? m_splitter->sizes().value(2) : m_inspectorWidth;
}

void CatalogPane::setInspectorOpen(bool open)
{
    m_inspectorWidth = inspectorWidth();
    (isNarrow() ? m_inspectorNarrow : m_inspectorWide) = open;
    arrange();
    setWidths(m_splitter->sizes().value(0));
    if (!open)
        m_list->setFocus();
}

QVariantMap CatalogPane::saveState() const
{
    const QVariantList sizes{m_splitter->sizes().value(0), inspectorWidth()};
    return {{u"version"_s, stateVersion},
            {u"query"_s, m_query},
            {u"order"_s, wordOf(m_order)},
            {u"selected"_s, m_list->selectedId().toString()},
            {u"row"_s, m_list->currentIndex().row()},
            {u"scroll"_s, m_list->verticalScrollBar()->value()},
            {u"facets"_s, m_facetView->expandedPaths()},
            {u"facetScroll"_s, m_facetView->verticalScrollBar()->value()},
            {u"inspector"_s, m_inspectorWide},
            {u"inspectorNarrow"_s, m_inspectorNarrow},
            {u"sizes"_s, sizes},
            {u"platforms"_s, m_platformsHeight},
            {u"narrow"_s, isNarrow()}};
}

void CatalogPane::restoreState(const QVariantMap &state)
{
    if (state.value(u"version"_s).toInt() != stateVersion)
        return;
    m_query = state.value(u"query"_s).toString();
    m_bar->setQuery(m_query);
    m_order = orderOf(state.value(u"order"_s).toString());
    m_list->restore(QUuid(state.value(u"selected"_s).toString()), state.value(u"scroll"_s).toInt());
    m_facetView->setExpandedPaths(state.value(u"facets"_s).toStringList());
    m_inspectorWide = state.value(u"inspector"_s, true).toBool();
    m_inspectorNarrow = state.value(u"inspectorNarrow"_s).toBool();
    QList<int> sizes;
    for (const auto &part : state.value(u"sizes"_s).toList())
        sizes.append(part.toInt());
    const bool sane = sizes.size() == 2
        && std::all_of(sizes.begin(), sizes.end(), [](int part) { return part >= 0; });
    // The window may get its size only later: then the widths wait for it.
    m_sizes = sane ? sizes : QList<int>();
    m_sizesNarrow = state.value(u"narrow"_s).toBool();
    m_platformsHeight = std::max(0, state.value(u"platforms"_s).toInt());
    m_narrow.reset();
    if (isVisible())
        arrange();
    ask(state.value(u"row"_s).toInt());
}

QVariantMap CatalogPane::historyState() const
{
    return {{u"query"_s, m_query},
            {u"order"_s, wordOf(m_order)},
            {u"selected"_s, m_list->selectedId().toString()},
            {u"row"_s, m_list->currentIndex().row()},
            {u"scroll"_s, m_list->verticalScrollBar()->value()}};
}

void CatalogPane::restoreHistory(const QVariantMap &state)
{
    m_query = state.value(u"query"_s).toString();
    m_bar->setQuery(m_query);
    m_order = orderOf(state.value(u"order"_s).toString());
    m_list->restore(QUuid(state.value(u"selected"_s).toString()), state.value(u"scroll"_s).toInt());
    ask(state.value(u"row"_s).toInt());
}

} // namespace portolan::views::catalog
