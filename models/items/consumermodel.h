// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/consumers.h"

#include <QAbstractTableModel>
#include <QByteArray>

namespace portolan::items {

//! Who depends on a thing, as a table that sorts and narrows by itself.
class ConsumerModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Consumer,
        State,
        Port,
        Purpose,
        RoleName,
        Contact,
        Ends,
        Distance,
        Next,
        ColumnCount
    };
    Q_ENUM(Column)

    enum Role {
        IdRole = Qt::UserRole, //!< QUuid of ConsumerRow
        KindRole, //!< int of Dependence
        AgreementRole, //!< int of domain::AgreementState
        NoteRole //!< what was told of its provisioning; may be empty
    };
    Q_ENUM(Role)

    //! Which rows are shown.
    enum class Scope { All, Has, Waits, Reads };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const QList<ConsumerRow> &rows);
    void setScope(Scope scope);
    //! Keeps the rows that hold all words of \a text, in any case.
    void setFilter(const QString &text);

    //! All rows, whatever scope and filter.
    const QList<ConsumerRow> &all() const { return m_all; }

    //! Those that are shown, in their order.
    const QList<ConsumerRow> &rows() const { return m_rows; }

    //! How many rows a scope has, whatever the filter.
    int count(Scope scope) const;

    const ConsumerRow *row(const QUuid &id) const;

    //! The rows as they stand with a head, RFC 4180, in words that no language changes.
    QByteArray csv() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    void arrange();
    bool matches(const ConsumerRow &row) const;
    bool isBefore(const ConsumerRow &left, const ConsumerRow &right) const;
    QString textOf(const ConsumerRow &row, int column) const;
    QString nextText(const ConsumerRow &row) const;

    QList<ConsumerRow> m_all;
    QList<ConsumerRow> m_rows;
    Scope m_scope = Scope::All;
    QString m_filter;
    int m_sorted = State;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace portolan::items
