// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/product/porttable.h"

#include "models/items/dossier.h"
#include "views/product/aspects.h"
#include "views/shared/icons.h"
#include "views/shared/rowdelegate.h"

#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace portolan::views::product {
namespace {

using items::PortModel;

// A page shows so many rows at once; more scroll within the table.
constexpr int mostRows = 12;

QVariant look(const QModelIndex &source, int role)
{
    const int column = source.column();
    switch (role) {
    case RowDelegate::IconNameRole:
        if (column == PortModel::NameColumn)
            return iconNameOf(domain::EntityKind::Port,
                              source.data(PortModel::TypeRole).toString());
        break;
    case RowDelegate::SecondaryRole:
        if (column == PortModel::ServerColumn)
            return true;
        break;
    case RowDelegate::LinkRole:
        if (column == PortModel::FromColumn || column == PortModel::ContractColumn)
            return !source.data(PortModel::LinkRole).toUuid().isNull();
        break;
    default:
        break;
    }
    return {};
}

QString nameOf(PortModel::Direction direction)
{
    switch (direction) {
    case PortModel::Direction::Output:
        return PortTable::tr("Output ports");
    case PortModel::Direction::Input:
        return PortTable::tr("Input ports");
    case PortModel::Direction::Management:
        break;
    }
    return PortTable::tr("Management ports");
}

} // namespace

PortTable::PortTable(PortModel::Direction direction, QWidget *parent)
    : QTableView(parent)
    , m_model(direction)
{
    setModel(new Aspects(m_model, look, this));
    dress(this);
    setAccessibleName(nameOf(direction));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setColumnHidden(PortModel::FromColumn, direction != PortModel::Direction::Input);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { Q_EMIT portChosen(currentPort()); });
    connect(this, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == PortModel::NameColumn)
            return;
        if (const auto id = linkAt(index); !id.isNull())
            Q_EMIT openRequested(id, openModeOf(QGuiApplication::keyboardModifiers()));
    });
    connect(this, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) {
        if (const auto *port = m_model.portAt(index.row()))
            Q_EMIT openRequested(port->entity.id, openModeOf(QGuiApplication::keyboardModifiers()));
    });
}

void PortTable::setDossier(const items::Dossier &dossier)
{
    const bool chosen = currentIndex().isValid();
    const auto port = currentPort();
    m_model.setDossier(dossier);
    if (chosen)
        selectPort(port);
    arrangeColumns();
    updateGeometry();
}

QUuid PortTable::currentPort() const
{
    const auto *port = m_model.portAt(std::max(0, currentIndex().row()));
    return port ? port->entity.id : QUuid();
}

void PortTable::selectPort(const QUuid &port)
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.portAt(row)->entity.id == port && currentIndex().row() != row)
            setCurrentIndex(model()->index(row, PortModel::NameColumn));
    }
}

QUuid PortTable::linkAt(const QModelIndex &index) const
{
    return index.data(PortModel::LinkRole).toUuid();
}

void PortTable::arrangeColumns()
{
    bool servers = m_model.direction() != PortModel::Direction::Input;
    bool contracts = false;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        servers = servers || !m_model.portAt(row)->server.isEmpty();
        contracts = contracts || !m_model.portAt(row)->contract.isNull();
    }
    setColumnHidden(PortModel::ServerColumn,
                    !servers || m_model.direction() == PortModel::Direction::Input);
    setColumnHidden(PortModel::ContractColumn,
                    !contracts && m_model.direction() == PortModel::Direction::Management);
    auto *header = horizontalHeader();
    header->setSectionResizeMode(PortModel::NameColumn, QHeaderView::Stretch);
    const int most = std::max(120, width() / 4);
    const auto wanted = [&](int column) {
        return std::clamp(std::max(sizeHintForColumn(column), header->sectionSizeHint(column)), 72,
                          most);
    };
    int others = 0;
    int sum = 0;
    for (int column = PortModel::TypeColumn; column < PortModel::ColumnCount; ++column) {
        if (!isColumnHidden(column)) {
            ++others;
            sum += wanted(column);
        }
    }
    // Half of the room that is left goes to the name; the rest keeps the other columns apart.
    const int spare = viewport()->width() - sum - sizeHintForColumn(PortModel::NameColumn);
    const int extra = others > 0 ? std::max(0, spare / 2 / others) : 0;
    for (int column = PortModel::TypeColumn; column < PortModel::ColumnCount; ++column) {
        header->setSectionResizeMode(column, QHeaderView::Interactive);
        header->resizeSection(column, wanted(column) + extra);
    }
}

QSize PortTable::sizeHint() const
{
    const int rows = std::clamp(m_model.rowCount(), 1, mostRows);
    const int row = size::row(size::tableRow, QFontMetrics(fontOf(Text::Body)));
    return {QTableView::sizeHint().width(), horizontalHeader()->sizeHint().height() + rows * row};
}

QSize PortTable::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

void PortTable::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentIndex().isValid()) {
        // A link under the cursor goes where it says; anywhere else the row's own thing opens.
        auto id = linkAt(currentIndex());
        if (id.isNull())
            id = currentPort();
        Q_EMIT openRequested(id, openModeOf(event->modifiers()));
        return;
    }
    QTableView::keyPressEvent(event);
}

void PortTable::mouseMoveEvent(QMouseEvent *event)
{
    QTableView::mouseMoveEvent(event);
    const auto index = indexAt(event->pos());
    const bool link =
        index.isValid() && index.column() != PortModel::NameColumn && !linkAt(index).isNull();
    viewport()->setCursor(link ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void PortTable::wheelEvent(QWheelEvent *event)
{
    // Short tables do not hold up the page that scrolls under the pointer.
    if (verticalScrollBar()->maximum() > 0)
        QTableView::wheelEvent(event);
    else
        event->ignore();
}

void PortTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        verticalHeader()->setDefaultSectionSize(
            size::row(size::tableRow, QFontMetrics(fontOf(Text::Body))));
        updateGeometry();
    }
}

void PortTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    arrangeColumns();
}

} // namespace portolan::views::product
