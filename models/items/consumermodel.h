// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/consumers.h"

#include <QAbstractTableModel>
#include <QByteArray>

namespace portolan::items {

//! Who depends on a thing, as a table that sorts and narrows by itself: short lists at once, long
//! ones in the pool, while what was shown before stays. Lives in the GUI thread.
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

    //! Whether the rows are in the order, and are those, that were asked for last.
    bool isArranged() const { return !m_isArranging; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    //! What is shown of all, and in which order.
    struct Arrangement
    {
        Scope scope = Scope::All;
        QString filter;
        int sorted = State;
        Qt::SortOrder order = Qt::AscendingOrder;
    };

    void arrange();
    void take(const QList<ConsumerRow> &rows);
    static QList<ConsumerRow> arranged(const QList<ConsumerRow> &all, const Arrangement &wanted);
    static bool matches(const ConsumerRow &row, const Arrangement &wanted,
                        const QStringList &words);
    static bool isBefore(const ConsumerRow &left, const ConsumerRow &right, int column);
    static QString textOf(const ConsumerRow &row, int column);
    static QString nextText(const ConsumerRow &row);

    QList<ConsumerRow> m_all;
    QList<ConsumerRow> m_rows;
    Arrangement m_wanted;
    bool m_isArranging = false;
    quint64 m_question = 0; //!< answers to earlier ones are dropped
};

//! \a rows as they stand with a head, RFC 4180, in words that no language changes. Any thread.
QByteArray consumersCsv(const QList<ConsumerRow> &rows);

} // namespace portolan::items
