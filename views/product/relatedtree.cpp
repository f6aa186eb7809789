// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/product/relatedtree.h"

#include "views/product/aspects.h"
#include "views/product/porttable.h"
#include "views/shared/icons.h"
#include "views/shared/rowdelegate.h"

#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace portolan::views::product {
namespace {

using items::RelatedModel;

constexpr int mostRows = 20;

QVariant look(const QModelIndex &source, int role)
{
    const bool group = source.data(RelatedModel::IsGroupRole).toBool();
    switch (role) {
    case RowDelegate::GroupRole:
        return group;
    case RowDelegate::SecondaryRole:
        return source.column() != RelatedModel::NameColumn;
    case RowDelegate::IconNameRole:
        if (!group && source.column() == RelatedModel::NameColumn)
            return iconNameOf(domain::EntityKind(source.data(RelatedModel::KindRole).toInt()),
                              source.data(RelatedModel::TypeRole).toString());
        break;
    default:
        break;
    }
    return {};
}

} // namespace

RelatedTree::RelatedTree(QWidget *parent)
    : QTreeView(parent)
{
    setModel(new Aspects(m_model, look, this));
    dress(this, size::tableRow);
    setAccessibleName(tr("Related"));
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setIndentation(0);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(RelatedModel::NameColumn, QHeaderView::Stretch);
    connect(this, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) {
        open(index, QGuiApplication::keyboardModifiers());
    });
}

void RelatedTree::setGroups(QList<items::RelatedGroup> groups)
{
    m_model.setGroups(std::move(groups));
    expandAll();
    arrangeColumns();
    updateGeometry();
}

void RelatedTree::open(const QModelIndex &index, Qt::KeyboardModifiers modifiers)
{
    const auto id = index.data(RelatedModel::IdRole).toUuid();
    if (!id.isNull())
        Q_EMIT openRequested(id, openModeOf(modifiers));
}

void RelatedTree::arrangeColumns()
{
    const int most = std::max(96, width() / 5);
    for (int column = RelatedModel::KindColumn; column < RelatedModel::ColumnCount; ++column) {
        bool filled = false;
        for (const auto &group : m_model.groups()) {
            for (const auto &entity :
                 group.entities.first(std::min<qsizetype>(group.entities.size(), 50))) {
                filled = filled || column == RelatedModel::KindColumn
                    || (column == RelatedModel::DomainColumn && !entity.domain.isEmpty())
                    || (column == RelatedModel::OwnerColumn && !entity.ownerName.isEmpty())
                    || (column == RelatedModel::StatusColumn && !entity.status.isEmpty());
            }
        }
        setColumnHidden(column, !filled);
        header()->resizeSection(column, std::clamp(sizeHintForColumn(column), 72, most));
    }
}

QSize RelatedTree::sizeHint() const
{
    int rows = 0;
    for (const auto &group : m_model.groups())
        rows += 1 + static_cast<int>(std::min<qsizetype>(group.entities.size(), mostRows));
    const int row = size::row(size::tableRow, QFontMetrics(fontOf(Text::Body)));
    return {QTreeView::sizeHint().width(),
            header()->sizeHint().height() + std::clamp(rows, 1, mostRows) * row};
}

QSize RelatedTree::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

void RelatedTree::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        open(currentIndex(), event->modifiers());
        return;
    }
    QTreeView::keyPressEvent(event);
}

void RelatedTree::wheelEvent(QWheelEvent *event)
{
    if (verticalScrollBar()->maximum() > 0)
        QTreeView::wheelEvent(event);
    else
        event->ignore();
}

void RelatedTree::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    arrangeColumns();
}

} // namespace portolan::views::product
