// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entity.h"

#include <QAbstractTableModel>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <optional>

namespace portolan::items {

class PageSource;

//! Two to four things side by side: a column for each, a row for each fact that any of them has.
class CompareModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, //!< QUuid of the thing of the column
        DiffersRole //!< bool: not all columns say the same in this row
    };
    Q_ENUM(Role)

    //! \a source outlives this object.
    explicit CompareModel(PageSource &source, QObject *parent = nullptr);

    //! Compares \a entities; what they have is read, their names are there at once.
    void compare(const QList<domain::Entity> &entities);

    QUuid idAt(int column) const { return m_ids.value(column); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    struct Fact
    {
        QString name;
        QStringList values; //!< one per column
    };

    void read();
    void rebuild();

    PageSource &m_source;
    QList<QUuid> m_ids;
    QStringList m_names;
    QList<std::optional<domain::Page>> m_pages;
    QList<Fact> m_facts;
    quint64 m_question = 0;
};

} // namespace portolan::items
