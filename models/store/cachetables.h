// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"
#include "models/domain/pullnotes.h"
#include "models/domain/record.h"
#include "models/store/accountstore.h"
#include "models/store/connection.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QUuid>

#include <optional>

namespace portolan::store {

//! The cache's account table: a small number for each account that has rows. Throws.
class CacheAccountTable
{
public:
    explicit CacheAccountTable(Connection &connection)
        : m_connection(connection)
    {
    }

    //! The row of \a account, added when there is none.
    qint64 rowOf(const QUuid &account);
    std::optional<qint64> find(const QUuid &account) const;
    QHash<qint64, QUuid> all() const;
    void remove(qint64 account);

private:
    Connection &m_connection;
};

//! The link table: arrows between native ids, found from their target. Throws.
class LinkTable
{
public:
    struct Incoming
    {
        domain::Relation relation = domain::Relation::PartOf;
        qint64 record = 0;
    };

    explicit LinkTable(Connection &connection)
        : m_connection(connection)
    {
    }

    void add(qint64 account, const domain::RelationTo &to, qint64 record);
    void remove(qint64 account, const domain::RelationTo &to, qint64 record);
    //! Removes all arrows of \a record by reading the whole table: only where its document, which
    //! names them, is lost.
    void removeAllOf(qint64 record);
    //! What points at \a target, in the order of import, at most \a limit.
    QList<Incoming> incoming(qint64 account, const QString &target, int limit) const;
    QList<qint64> incoming(qint64 account, const QString &target, domain::Relation relation) const;

private:
    Connection &m_connection;
};

//! The finding table: the current problems of each account. Throws.
class FindingTable
{
public:
    explicit FindingTable(Connection &connection)
        : m_connection(connection)
    {
    }

    void replace(qint64 account, const QList<domain::Finding> &findings);
    void removeAll(qint64 account);
    QList<domain::Finding> of(qint64 account) const;

private:
    Connection &m_connection;
};

//! The tables pull_state, how the last pull of each account ended, and pull_note, what its adapter
//! remembers for the next. Throws.
class PullStateTable
{
public:
    explicit PullStateTable(Connection &connection)
        : m_connection(connection)
    {
    }

    void put(qint64 account, const PullState &state);
    //! Keeps where a pull that goes on has come to; the rest stays as it is.
    void putCursor(qint64 account, const QByteArray &cursor);
    void note(qint64 account, const domain::PullNotes &notes);
    //! Takes the state and the notes away.
    void remove(qint64 account);
    QList<PullState> all() const;
    QHash<QString, QByteArray> notesOf(const QUuid &account) const;
    //! UTC milliseconds of the account's last complete pull, or 0.
    qint64 lastComplete(qint64 account) const;

private:
    Connection &m_connection;
};

//! The meta and change tables: how often the cache changed, and what since the index was built.
//! Throws.
class ChangeTable
{
public:
    explicit ChangeTable(Connection &connection)
        : m_connection(connection)
    {
    }

    qint64 value(const QString &key) const;
    void setValue(const QString &key, qint64 value);
    void removeValue(const QString &key);

    qint64 generation() const { return value(QStringLiteral("generation")); }

    //! Counts the generation up and logs \a entities; answers the new generation.
    qint64 log(const QSet<qint64> &entities);
    //! Empty when the log does not reach back to \a generation.
    std::optional<QList<qint64>> since(qint64 generation) const;

private:
    Connection &m_connection;
};

//! The merged_decision table: the decisions about names that the entities were last merged by,
//! without who made them. Throws.
class MergedDecisionTable
{
public:
    explicit MergedDecisionTable(Connection &connection)
        : m_connection(connection)
    {
    }

    QList<JoinDecision> all() const;
    void replace(const QList<JoinDecision> &decisions);

private:
    Connection &m_connection;
};

//! The version_due table: contracts and products whose state is to be written to history. Throws.
class VersionDueTable
{
public:
    explicit VersionDueTable(Connection &connection)
        : m_connection(connection)
    {
    }

    void add(qint64 record);
    void remove(qint64 record);
    //! The first \a most that come behind \a record.
    QList<qint64> behind(qint64 record, int most) const;

private:
    Connection &m_connection;
};

} // namespace portolan::store
