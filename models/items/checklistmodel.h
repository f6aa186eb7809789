// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/qualityfilter.h"
#include "models/items/qualityvalues.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace portolan::items {

//! Checks and their newest runs, the failing ones first.
class CheckListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        State,
        Check,
        Asset,
        Dimension,
        Severity,
        Source,
        LastRun,
        Expected,
        Observed,
        Runs,
        ColumnCount
    };
    Q_ENUM(Column)

    enum Role {
        IdRole = Qt::UserRole, //!< QUuid
        StatusRole //!< int of domain::RunStatus
    };
    Q_ENUM(Role)

    using QAbstractTableModel::QAbstractTableModel;

    //! Shows the checks of \a board; none when it is null.
    void show(std::shared_ptr<const QualityBoard> board);
    void setFilter(const QualityFilter &filter);

    qsizetype totalCount() const { return m_board ? m_board->checks.size() : 0; }

    QByteArray csv() const;
    int rowOf(const QUuid &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    void arrange();
    QString textOf(const store::CheckRow &check, int column) const;
    bool isWorse(const store::CheckRow &left, const store::CheckRow &right) const;

    std::shared_ptr<const QualityBoard> m_board;
    QualityFilter m_filter;
    std::vector<qsizetype> m_rows; //!< of m_board->checks
    int m_sortColumn = State;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace portolan::items
