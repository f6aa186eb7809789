// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/longjob.h"
#include "models/items/lineagereach.h"

#include <QAbstractTableModel>
#include <QCollator>

#include <functional>
#include <memory>
#include <span>

class QIODevice;

namespace portolan::items {

//! What some things of a mesh reach, worked out. A value that any thread may read.
struct LineageImpact
{
    LineageMeshPtr mesh; //!< null: nothing is shown
    lineage::Direction direction = lineage::Direction::Downstream;
    std::vector<ReachedNode> reached; //!< nearest first
    std::vector<lineage::NodeIndex> via; //!< per node of the mesh the one before it on its way
    ReachCounts counts;
};

using LineageImpactPtr = std::shared_ptr<const LineageImpact>;

//! Works out what \a starts of \a mesh reach in \a direction, in any thread: some 25 ms where
//! 50,000 things hang together.
LineageImpactPtr lineageImpact(LineageMeshPtr mesh, std::span<const lineage::NodeIndex> starts,
                               lineage::Direction direction);

//! Everything that a thing flows into, or is made of: what a change of it reaches, and whom to ask.
class LineageImpactModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Kind, Domain, Owner, Distance, Path, ColumnCount };
    Q_ENUM(Column)

    enum Role {
        IdRole = Qt::UserRole, //!< QUuid
        IconRole, //!< QString, the name of an icon
        SortRole
    };
    Q_ENUM(Role)

    using QAbstractTableModel::QAbstractTableModel;

    //! Shows \a impact, which is not null.
    void show(LineageImpactPtr impact);
    //! Keeps the rows that hold all words of \a text, in any case.
    void setFilter(const QString &text);

    //! Rows without the filter.
    qsizetype totalCount() const { return qsizetype(m_impact->reached.size()); }

    const ReachCounts &counts() const { return m_impact->counts; }

    //! Writes a table to a device, and tells a job, which may be null, how far it is. Answers
    //! whether all could be written.
    using CsvWriter = std::function<bool(QIODevice &, LongJob *)>;

    //! What writes the rows as they stand with a head, RFC 4180, in any thread, whatever becomes of
    //! the model. The column \c via has the id of the thing before on the way, so that every way
    //! can be put together; \c over has the names on it, whole up to 32 stations. Of a longer one
    //! it has the 32 next to the thing and "(n more)".
    CsvWriter csvWriter() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    void arrange();
    QString textOf(const ReachedNode &entry, int column) const;
    void makeHaystacks();
    void makeSortKeys();
    bool isBefore(quint32 left, quint32 right) const;

    LineageImpactPtr m_impact = std::make_shared<const LineageImpact>();
    std::vector<quint32> m_rows; //!< of what is reached
    std::vector<QString> m_haystacks; //!< per thing that is reached; empty until needed
    std::vector<QCollatorSortKey> m_sortKeys; //!< the same
    int m_keyColumn = -1; //!< that they are of
    QString m_filter;
    int m_sortColumn = Distance;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace portolan::items
