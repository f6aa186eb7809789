// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalog/facetview.h"

#include "views/catalog/facetdelegate.h"
#include "views/shared/tokens.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>

#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::catalog {
namespace {

using items::FacetModel;

const QStringList openAtFirst{u"domain"_s, u"kind"_s, u"slo"_s, u"port"_s, u"classification"_s};

bool isNode(const QModelIndex &index, FacetModel::Node node)
{
    return index.isValid() && index.data(FacetModel::NodeRole).toInt() == static_cast<int>(node);
}

QString pathOf(const QModelIndex &index)
{
    return index.data(FacetModel::PathRole).toString();
}

//! Whether something below \a index is filtered by.
bool holdsFilter(const QModelIndex &index)
{
    for (int row = 0; row < index.model()->rowCount(index); ++row) {
        const auto child = index.model()->index(row, 0, index);
        if (child.data(Qt::CheckStateRole).toInt() != Qt::Unchecked || holdsFilter(child))
            return true;
    }
    return false;
}

} // namespace

FacetView::FacetView(FacetModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
    , m_open(openAtFirst.begin(), openAtFirst.end())
{
    setAccessibleName(tr("Filters"));
    setModel(&model);
    setItemDelegate(new FacetDelegate(this));
    setHeaderHidden(true);
    setIndentation(0);
    setRootIsDecorated(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setExpandsOnDoubleClick(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    viewport()->setBackgroundRole(QPalette::Window);

    connect(&model, &QAbstractItemModel::layoutChanged, this, &FacetView::applyExpansion);
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex &index) {
        if (m_applying)
            return;
        m_open.insert(pathOf(index));
        m_closed.remove(pathOf(index));
    });
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex &index) {
        if (m_applying)
            return;
        m_open.remove(pathOf(index));
        m_closed.insert(pathOf(index));
    });
}

QSize FacetView::sizeHint() const
{
    return {size::facets, QTreeView::sizeHint().height()};
}

QStringList FacetView::expandedPaths() const
{
    QStringList paths(m_open.begin(), m_open.end());
    paths.sort();
    return paths;
}

void FacetView::setExpandedPaths(const QStringList &paths)
{
    m_open = QSet<QString>(paths.begin(), paths.end());
    applyExpansion();
}

// What was open is open in the new tree; so is what holds a filter, or it could not be seen.
void FacetView::applyExpansion()
{
    m_applying = true;
    const std::function<void(const QModelIndex &)> apply = [&](const QModelIndex &parent) {
        for (int row = 0; row < m_model.rowCount(parent); ++row) {
            const auto index = m_model.index(row, 0, parent);
            if (m_model.rowCount(index) == 0)
                continue;
            const auto path = pathOf(index);
            const bool checked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
            setExpanded(index,
                        m_open.contains(path)
                            || ((checked || holdsFilter(index)) && !m_closed.contains(path)));
            apply(index);
        }
    };
    apply({});
    m_applying = false;
}

void FacetView::activateNode(const QModelIndex &index)
{
    if (isNode(index, FacetModel::Node::Group))
        setExpanded(index, !isExpanded(index));
    else
        m_model.toggle(index);
}

void FacetView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        activateNode(currentIndex());
        return;
    case Qt::Key_Minus:
        m_model.toggleExcluded(currentIndex());
        return;
    default:
        QTreeView::keyPressEvent(event);
    }
}

void FacetView::mousePressEvent(QMouseEvent *event)
{
    const auto index = indexAt(event->position().toPoint());
    m_pressed = event->button() == Qt::LeftButton ? index : QModelIndex();
    if (index.isValid())
        setCurrentIndex(index);
}

void FacetView::mouseReleaseEvent(QMouseEvent *event)
{
    const auto at = event->position().toPoint();
    const auto index = indexAt(at);
    if (event->button() != Qt::LeftButton || !index.isValid() || m_pressed != index)
        return;
    const auto row = visualRect(index);
    const int x = layoutDirection() == Qt::RightToLeft ? row.right() - at.x() : at.x() - row.left();
    const bool chevron = isNode(index, FacetModel::Node::Value) && m_model.rowCount(index) > 0
        && x < FacetDelegate::boxAt(index);
    if (chevron)
        setExpanded(index, !isExpanded(index));
    else
        activateNode(index);
}

void FacetView::mouseDoubleClickEvent(QMouseEvent *event)
{
    // Two quick clicks are two clicks.
    mousePressEvent(event);
}

void FacetView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPersistentModelIndex index(byKey ? currentIndex() : indexAt(event->pos()));
    if (!isNode(index, FacetModel::Node::Value))
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Only this"), this, [this, index] { m_model.choose(index); });
    auto *exclude =
        menu->addAction(tr("Exclude"), this, [this, index] { m_model.toggleExcluded(index); });
    exclude->setCheckable(true);
    exclude->setChecked(index.data(Qt::CheckStateRole).toInt() == Qt::PartiallyChecked);
    menu->popup(byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

void FacetView::drawBranches(QPainter *, const QRect &, const QModelIndex &) const
{
    // The delegate paints the chevrons, at their own places.
}

} // namespace portolan::views::catalog
