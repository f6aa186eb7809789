// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/join.h"

#include <QAbstractItemModel>
#include <QList>
#include <QString>

#include <array>

namespace portolan::items {

//! What is joined in the mesh, what may be, and what people decided, in three groups of rows; each
//! row is about two names. The list is a steward's: some thousand rows at most.
class JoinModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { ThingColumn, NameColumn, OtherColumn, WhyColumn, ColumnCount };
    Q_ENUM(Column)

    enum Group { Suggestions, Joined, Decisions, GroupCount };
    Q_ENUM(Group)

    enum Role {
        IsGroupRole = Qt::UserRole, //!< bool
        GroupRole, //!< int of Group
        CountRole, //!< int, of a group: how many rows are shown below it
        KeyRole //!< QString: stays with what the row is about while other rows come and go
    };
    Q_ENUM(Role)

    //! What a row is about.
    struct Row
    {
        QString thing; //!< what people call it
        QString key;
        QString why;
        domain::JoinName name;
        domain::JoinName other;
        domain::JoinDecision decision; //!< of a row of Decisions
    };

    using QAbstractItemModel::QAbstractItemModel;

    void setBook(domain::JoinBook book);
    //! Shows the rows that hold all words of \a text, in any case.
    void setFilter(const QString &text);

    //! The row at \a index, or null for a group.
    const Row *rowAt(const QModelIndex &index) const;
    //! Where the row with \a key is; invalid where it is not shown.
    QModelIndex indexOf(const QString &key) const;
    int totalCount() const;
    int shownCount() const;

    const domain::JoinBook &book() const { return m_book; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    struct Part
    {
        Group group = Suggestions;
        QList<Row> rows; //!< that the filter shows
    };

    void show();
    static QString titleOf(Group group);
    QVariant groupData(const Part &part, int column, int role) const;

    domain::JoinBook m_book;
    std::array<QList<Row>, GroupCount> m_rows; //!< all
    QList<Part> m_parts; //!< groups with something to show
    QString m_filter;
};

} // namespace portolan::items
