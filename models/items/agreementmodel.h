// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/accesscasemodel.h"
#include "models/items/accessreading.h"

#include <QAbstractTableModel>

#include <optional>

namespace portolan::items {

//! One agreement with what its row says.
struct AgreementRow
{
    AccessHolder holder;
    QString product; //!< label
    QString port; //!< label
    std::optional<qint64> daysLeft; //!< until its last day; negative: over; none: without an end
    bool isUsed = false; //!< asked for by me
    bool isDecided = false; //!< I am one of those who decide about it
    QUuid renewal; //!< the open request that renews it, or null
    std::optional<domain::Grant> grant; //!< absent where nobody told of its provisioning

    QDate ended; //!< UTC, when it was terminated; invalid: it was not

    const QUuid &id() const { return holder.agreement.id; }

    bool operator==(const AgreementRow &) const = default;
};

//! Agreements as a table, with their state on the board's day. Sorts and filters by itself; rows
//! come and go one by one.
class AgreementModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Product, Port, Consumer, RoleName, State, Ends, Distance, Next, ColumnCount };
    Q_ENUM(Column)

    enum Role {
        IdRole = Qt::UserRole, //!< QUuid of the agreement
        StateValueRole, //!< int of domain::AgreementState
        ProductIdRole, //!< our id of the product's page, or null
        RenewalRole, //!< QUuid of the open request that renews it, or null
        GrantRole, //!< int of domain::GrantState; invalid where nobody told of its provisioning
        GrantTextRole //!< "Access given in snowflake as READER on 20 Nov 2026"; empty likewise
    };
    Q_ENUM(Role)

    //! Whose agreements.
    enum class Scope { All, Decided, Used };

    explicit AgreementModel(QObject *parent = nullptr);

    void show(const AccessBoardPtr &board);
    void setFilter(const QString &filter);
    void setScope(Scope scope);

    //! Shows only those that end from \a first to \a last; invalid days: all.
    void setEnds(const QDate &first, const QDate &last);

    const QList<AgreementRow> &rows() const { return m_rows; }

    //! All of the scope, whatever filter and days.
    const QList<AgreementRow> &all() const { return m_all; }

    int count() const { return m_count; }

    const AgreementRow *rowAt(const QModelIndex &index) const;
    const AgreementRow *row(const QUuid &id) const;
    QModelIndex indexOf(const QUuid &id) const;

    QList<QUuid> ticked() const;
    void setTicked(const QUuid &id, bool on);
    void clearTicks();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    void ticksChanged();

private:
    void read();
    void arrange();
    bool matches(const AgreementRow &row) const;
    bool isBefore(const AgreementRow &left, const AgreementRow &right) const;
    QString textOf(const AgreementRow &row, int column) const;
    QString nextText(const AgreementRow &row) const;
    QString spokenText(const AgreementRow &row) const;

    AccessBoardPtr m_board;
    Scope m_scope = Scope::All;
    QString m_filter;
    QDate m_first;
    QDate m_last;
    int m_sorted = Ends;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    QList<AgreementRow> m_all;
    QList<AgreementRow> m_rows;
    QSet<QUuid> m_ticked;
    int m_count = 0; //!< of any scope
};

} // namespace portolan::items
