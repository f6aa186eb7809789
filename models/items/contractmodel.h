// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/contractclauses.h"

#include <QAbstractItemModel>
#include <QList>
#include <QString>

#include <vector>

namespace portolan::items {

//! The clauses of a contract as a tree of two levels: sections, and the clauses in them. Sections
//! without a clause are not there.
class ContractModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { ClauseColumn, PromisedColumn, MeasuredColumn, VerdictColumn, ColumnCount };
    Q_ENUM(Column)

    enum Role {
        SectionRole = Qt::UserRole, //!< int of ClauseSection
        IsSectionRole, //!< bool
        NeedleRole,
        KeepingRole //!< int of Keeping; invalid where nothing is measured
    };
    Q_ENUM(Role)

    using QAbstractItemModel::QAbstractItemModel;

    void setClauses(QList<Clause> clauses);
    //! Takes \a clauses where they differ from those shown in their verdicts alone: no row moves.
    //! False, and nothing done, where they differ in anything else.
    bool update(QList<Clause> clauses);
    //! Keeps the clauses that hold every word of \a text; all when it is empty.
    void setFilter(const QString &text);

    //! The clause at \a index, or null for a section.
    const Clause *clauseAt(const QModelIndex &index) const;
    //! The clause of \a section called \a name, or an invalid index.
    QModelIndex find(ClauseSection section, const QString &name) const;

    int clauseCount() const { return static_cast<int>(m_clauses.size()); }

    int shownCount() const;
    //! How many of all clauses stand so.
    int countOf(Keeping keeping) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    struct Section
    {
        ClauseSection section = ClauseSection::Other;
        std::vector<qsizetype> clauses; //!< indices into m_clauses
    };

    void arrange();
    QVariant sectionData(const Section &section, int column, int role) const;
    QVariant clauseData(const Clause &clause, int column, int role) const;
    static QString textOf(const Clause &clause, int column);

    QList<Clause> m_clauses;
    QString m_filter;
    std::vector<Section> m_sections;
};

} // namespace portolan::items
