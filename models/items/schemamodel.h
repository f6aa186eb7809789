// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/field.h"
#include "models/items/schematree.h"

#include <QAbstractItemModel>
#include <QList>
#include <QString>

namespace portolan::items {

//! The fields of one object as a tree. Rows of a level exist only once a view asked for that level,
//! so that 30,000 fields open as fast as 30. A filter keeps the parents of what it finds; with many
//! fields it runs in the pool, and the rows before stay until it is done.
class SchemaModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column {
        FieldColumn,
        TypeColumn,
        RequiredColumn,
        ClassificationColumn,
        MeaningColumn,
        DescriptionColumn,
        ColumnCount
    };
    Q_ENUM(Column)

    enum Role {
        PathRole = Qt::UserRole,
        PrimaryKeyRole, //!< bool
        ForeignKeyRole, //!< bool: refers to a field elsewhere
        UniqueRole, //!< bool
        SensitiveRole, //!< bool: shown with a shield
        DeprecatedRole, //!< bool
        HitRole //!< bool: matches the filter itself
    };
    Q_ENUM(Role)

    using QAbstractItemModel::QAbstractItemModel;

    void setFields(QList<domain::Field> fields);
    void setFilter(const FieldFilter &filter);

    const FieldFilter &filter() const { return m_filter; }

    const QList<domain::Field> &fields() const { return m_fields; }

    const domain::Field *fieldAt(const QModelIndex &index) const;
    //! The field called \a path, fetching the levels above it; invalid when it is not shown.
    QModelIndex indexOf(const QString &path);

    int hits() const { return m_tree.hits; }

    int count(FieldSubset subset) const;

    //! How many rows were handed to views so far, for measuring.
    int fetchedRows() const { return m_fetchedRows; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    //! The rows are those of the newest fields and filter.
    void arranged();

private:
    void arrange();
    void take(SchemaTree tree);
    size_t nodeOf(const QModelIndex &index) const;
    QString text(const domain::Field &field, int column) const;

    QList<domain::Field> m_fields;
    FieldFilter m_filter;
    SchemaTree m_tree;
    QList<domain::Field> m_shownFields; //!< those that m_tree numbers
    std::vector<bool> m_fetched;
    int m_fetchedRows = 0;
    quint64 m_question = 0;
};

//! "string, 26 characters": the type as a table shows it, both spellings where they differ.
QString fieldTypeText(const domain::Field &field);

} // namespace portolan::items
