// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QList>
#include <QString>

#include <functional>

namespace portolan::items {

//! The numbers behind a chart, exactly: what "Show as table" shows, what is copied and written.
class FigureTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Kind {
        Text,
        Number, //!< double
        Percent, //!< a fraction
        Moment, //!< qint64, UTC milliseconds
        Seconds //!< double
    };

    struct Column
    {
        QString title;
        Kind kind = Kind::Number;
        int digits = 2;
    };

    //! The value in a cell; invalid where nothing is known.
    using Cell = std::function<QVariant(int row, int column)>;

    enum Role {
        ValueRole = Qt::UserRole //!< as Cell gave it
    };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const QList<Column> &columns, int rows, Cell cell);

    //! All rows with a head, for machines: numbers in full with a point, times in ISO 8601, UTC.
    QByteArray csv() const;
    //! The rows \a first to \a last as a person reads them, with tabs between the cells.
    QString text(int first, int last) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString shown(int row, int column) const;

    QList<Column> m_columns;
    int m_rows = 0;
    Cell m_cell;
};

} // namespace portolan::items
