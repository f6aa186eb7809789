// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/qualityvalues.h"

#include <QAbstractItemModel>
#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace portolan::items {

//! How many things that deserve a check have one.
struct CoverageCount
{
    QStringList domain;
    int checked = 0; //!< have a check that ran
    int silent = 0; //!< have checks, none of which ran
    int all = 0;

    int missing() const { return all - checked - silent; }

    bool operator==(const CoverageCount &) const = default;
};

CoverageCount coverageOf(const QList<CoverageRow> &rows);
//! By domain, worst share first; what has no domain comes last.
QList<CoverageCount> coverageByDomain(const QList<CoverageRow> &rows);

//! What deserves a check, by asset: those without one first, the assets with the most of them
//! first.
class CoverageModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, WhyColumn, ChecksColumn, DomainColumn, OwnerColumn, ColumnCount };
    Q_ENUM(Column)

    enum Role {
        AssetRole = Qt::UserRole, //!< QUuid
        IsAssetRole, //!< bool: the head of an asset
        StateRole, //!< int of State
        FieldRole //!< path; empty for the asset as a whole
    };
    Q_ENUM(Role)
    enum class State { Checked, Silent, Missing };

    using QAbstractItemModel::QAbstractItemModel;

    void setRows(QList<CoverageRow> rows);
    //! Words, domain:, owner:, asset:, why:; \a onlyMissing leaves out what is checked.
    void setFilter(const QString &filter, bool onlyMissing);
    //! Narrows to one domain; empty: all. A list with one empty word is "without a domain".
    void setDomain(const QStringList &domain);

    const QList<CoverageRow> &rows() const { return m_rows; }

    //! Those that match the filter, in order.
    QList<CoverageRow> shownRows() const;
    QByteArray csv() const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Group
    {
        QList<int> rows; //!< positions in m_rows
        int missing = 0;
    };

    void arrange();
    bool matches(const CoverageRow &row) const;
    QVariant groupText(const Group &group, int column) const;
    QVariant rowText(const CoverageRow &row, int column) const;

    QList<CoverageRow> m_rows;
    QList<Group> m_groups;
    QString m_filter;
    QStringList m_domain;
    bool m_onlyMissing = true;
};

} // namespace portolan::items
