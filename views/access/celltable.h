// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shared/rowdelegate.h"

#include <QAbstractTableModel>
#include <QList>
#include <QString>
#include <QTableView>

#include <optional>

namespace portolan::views::access {

//! What stands in one place of a table.
struct Cell
{
    QString text;
    QString icon; //!< of ours; empty: none
    bool isMono = false;
    bool isSecondary = false;
    bool isEmphasised = false;
};

//! A small table of facts. Rows may have a box, in their first cell.
class CellModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    //! One row.
    struct Row
    {
        QList<Cell> cells;
        std::optional<bool> tick; //!< none: no box
    };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const QStringList &heads, const QList<Row> &rows);

    const QList<Row> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void ticksChanged();

private:
    QStringList m_heads;
    QList<Row> m_rows;
};

//! Rows with a box before their first cell, where the model has a check state there: a click on it
//! or Space turns it.
class TickDelegate : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
};

//! A table as high as its rows, up to a dozen, whose first column takes what room is left.
class CellTable final : public QTableView
{
    Q_OBJECT

public:
    explicit CellTable(const QString &name, QWidget *parent = nullptr);

    CellModel &cells() { return m_cells; }

    void show(const QStringList &heads, const QList<CellModel::Row> &rows);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fit();

    CellModel m_cells;
};

} // namespace portolan::views::access
