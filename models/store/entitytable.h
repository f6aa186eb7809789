// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entity.h"
#include "models/store/codec.h"
#include "models/store/connection.h"

#include <QList>
#include <QString>
#include <QUuid>

#include <optional>

namespace portolan::store {

//! A row of the entity table: an entity as it is shown, with what is looked up at read time left as
//! the names of the source.
struct EntityRow
{
    qint64 id = 0;
    qint64 account = 0; //!< of the first alias, row of the cache's account table
    int aliases = 1;
    QString ownerNative; //!< native id, in ownerAccount
    qint64 ownerAccount = 0;
    qint64 changedAt = 0;
    QStringList synonyms;
    domain::Entity entity; //!< aliases and ownerId empty
};

//! The entity table: what lists and search show, merged from the records. Throws.
class EntityTable
{
public:
    explicit EntityTable(Connection &connection)
        : m_connection(connection)
    {
    }

    //! The kind of the one that was there before.
    std::optional<domain::EntityKind> put(const EntityRow &row);
    //! The kind of the one that was there.
    std::optional<domain::EntityKind> remove(qint64 id);

    std::optional<EntityRow> byId(qint64 id) const;
    //! Our id of what \a account calls \a nativeId.
    std::optional<QUuid> idOf(qint64 account, const QString &nativeId) const;
    //! Entities whose name or title is \a text but for case.
    QList<EntityRow> named(const QString &text, int limit) const;
    //! By native id, those behind \a after; more than \a limit only where the last one's native id
    //! has several.
    QList<EntityRow> list(domain::EntityKind kind, const QString &after, int limit) const;
    QList<std::pair<domain::EntityKind, qint64>> counts() const;
    qint64 count() const;
    //! The next \a most rows behind \a row, in their order.
    QList<qint64> behind(qint64 row, int most) const;

private:
    std::optional<domain::EntityKind> kindOf(qint64 id) const;

    Connection &m_connection;
};

} // namespace portolan::store
