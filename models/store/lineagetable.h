// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lineage.h"
#include "models/store/connection.h"
#include "models/store/lineagedocument.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace portolan::store {

//! The lineage tables of cache.db: what each record states, whole, and its edges that hold now in
//! rows of numbers. Throws.
class LineageTable
{
public:
    explicit LineageTable(Connection &connection)
        : m_connection(connection)
    {
    }

    //! What \a record states; empty when it states nothing.
    LineageDocument document(qint64 record) const;

    //! An edge between things as it is packed; names are numbers, times UTC milliseconds or 0.
    struct EdgeRow
    {
        qint64 source = 0;
        qint64 job = 0; //!< 0: nobody names one
        domain::LineageLevel level = domain::LineageLevel::Dataset;
        qint64 validFrom = 0;
        qint64 lastSeen = 0;
    };

    //! An edge between columns as it is packed.
    struct FieldRow
    {
        EdgeRow edge;
        QString sourceField;
        QString targetField;
        QByteArray detail; //!< encodeTransformation()
    };

    static QList<EdgeRow> edgesIn(const QByteArray &packed);
    static QList<FieldRow> fieldsIn(const QByteArray &packed);

    //! Replaces what \a record of \a account states: \a document as encodeLineage() gave it, and
    //! its \a edges with the times since when they hold. Answers how many rows it wrote.
    qint64 put(qint64 account, qint64 record, const QByteArray &document,
               const QList<domain::LineageEdge> &edges);
    void remove(qint64 record);
    //! Forgets the names of an account that states nothing any more.
    void removeAccount(qint64 account);

    struct EdgeCounts
    {
        qint64 dataset = 0;
        qint64 field = 0;
    };

    //! Edges that hold now, of \a account, or of all accounts when it is 0. Those between a dataset
    //! and a job are not counted.
    EdgeCounts counts(qint64 account) const;

    //! The numbers of names may have been rolled back.
    void forget() { m_nodes.clear(); }

private:
    qint64 nodeOf(qint64 account, const QString &nativeId);
    std::optional<qint64> findNode(qint64 account, const QString &nativeId) const;
    EdgeRow rowOf(qint64 account, const domain::LineageEdge &edge);
    void addOut(qint64 source, qint64 target);
    void removeRows(qint64 record);

    Connection &m_connection;
    QHash<std::pair<qint64, QString>, qint64> m_nodes; //!< numbers that were looked up lately
};

//! The other_name table: records that say which thing they are another name of. Throws.
class OtherNameTable
{
public:
    explicit OtherNameTable(Connection &connection)
        : m_connection(connection)
    {
    }

    //! Stores that \a record is another name of \a nativeId; forgets it when that is empty.
    void put(qint64 record, qint64 account, const QString &nativeId);
    //! What \a record is another name of, or empty.
    QString of(qint64 record) const;
    //! The records that are other names of \a nativeId.
    QList<qint64> namesOf(qint64 account, const QString &nativeId) const;

private:
    Connection &m_connection;
};

} // namespace portolan::store
