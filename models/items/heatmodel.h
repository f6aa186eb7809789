// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/qualityfilter.h"
#include "models/items/qualityvalues.h"

#include <QAbstractTableModel>

#include <memory>

namespace portolan::items {

//! Domains × dimensions: which share of the runs that tell was good. What no run tells is unknown;
//! where nothing is checked there is nothing to know.
class HeatModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        ShareRole = Qt::UserRole, //!< double, 0 to 1; invalid when unknown
        StepRole, //!< int 0 (met) to 4 (worst); -1 when unknown
        HasCheckRole, //!< bool
        FilterRole //!< QString: the filter of the checks in the cell
    };
    Q_ENUM(Role)

    //! From which share on a cell has the steps 0 to 3.
    static constexpr double bounds[] = {0.99, 0.98, 0.95, 0.9};

    using QAbstractTableModel::QAbstractTableModel;

    void show(std::shared_ptr<const QualityBoard> board);
    //! Keeps the domains that \a filter lets through.
    void setFilter(const QualityFilter &filter);
    QByteArray csv() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void arrange();
    const HeatCell *cellAt(int row, int column) const;

    std::shared_ptr<const QualityBoard> m_board;
    QualityFilter m_filter;
    QList<QStringList> m_domains;
    QStringList m_dimensions;
    QHash<QString, qsizetype> m_cells; //!< of m_board->heat, by domain and dimension
};

} // namespace portolan::items
