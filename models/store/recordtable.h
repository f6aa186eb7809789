// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entitykind.h"
#include "models/domain/record.h"
#include "models/store/connection.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUuid>

#include <optional>

namespace portolan::store {

//! A row of the record table, without its documents.
struct RecordRow
{
    qint64 id = 0;
    qint64 account = 0; //!< row of the cache's account table
    QString nativeId;
    QUuid ownId;
    domain::EntityKind kind = domain::EntityKind::Asset;
    qint64 entity = 0;
    qint64 joinKey = 0;
    QString datasetKey;
    QString joinedBy;
    QByteArray hash;
    qint64 fetchedAt = 0;
    qint64 sweep = 0; //!< the last one that saw it
};

//! The record table: what each account says, one row per thing and account. Throws.
class RecordTable
{
public:
    explicit RecordTable(Connection &connection)
        : m_connection(connection)
    {
    }

    std::optional<RecordRow> find(qint64 account, const QString &nativeId) const;
    std::optional<RecordRow> byId(qint64 id) const;
    std::optional<RecordRow> byOwnId(const QUuid &ownId) const;
    QList<RecordRow> byJoinKey(qint64 joinKey) const;
    //! The records that are merged into \a entity, by id.
    QList<RecordRow> ofEntity(qint64 entity) const;

    //! Adds \a row as an entity of its own and answers its id.
    qint64 insert(const RecordRow &row);
    void update(const RecordRow &row);
    void setSweep(qint64 id, qint64 sweep);
    void setEntity(qint64 id, qint64 entity, const QString &joinedBy);
    void remove(qint64 id);

    struct Name
    {
        qint64 id = 0;
        QString nativeId;
    };

    //! Every record of \a account.
    QList<Name> names(qint64 account) const;
    //! The records of \a account that another sweep than \a sweep saw last.
    QList<qint64> unswept(qint64 account, qint64 sweep) const;
    //! Entities that more than one record is merged into.
    QList<qint64> joinedEntities() const;
    QList<std::pair<domain::EntityKind, qint64>> counts(qint64 account) const;

private:
    Connection &m_connection;
};

//! The document table: payload, fields and native documents of each record.
class DocumentTable
{
public:
    explicit DocumentTable(Connection &connection)
        : m_connection(connection)
    {
    }

    void put(qint64 record, const QByteArray &payload, const QByteArray &fields,
             const QByteArray &native);
    void remove(qint64 record);

    //! The record's payload; throws when it is missing or damaged.
    domain::Record payload(qint64 record) const;
    QList<domain::Field> fields(qint64 record) const;
    //! The same as they are stored, for PackedFields.
    QByteArray packedFields(qint64 record) const;
    QList<domain::NativeDocument> native(qint64 record) const;

private:
    Connection &m_connection;
};

} // namespace portolan::store
