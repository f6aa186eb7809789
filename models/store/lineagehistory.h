// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lineage.h"
#include "models/store/connection.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QUuid>

#include <functional>
#include <optional>
#include <utility>

namespace portolan::store {

//! An edge that held from one time to another, as history.db has it; names are numbers.
struct LineageInterval
{
    qint64 source = 0;
    qint64 target = 0;
    domain::LineageLevel level = domain::LineageLevel::Dataset;
    qint64 job = 0;
    QString sourceField;
    QString targetField;
    QByteArray detail; //!< encodeTransformation()
    qint64 validFrom = 0; //!< UTC milliseconds; 0: since before we looked
    qint64 validTo = 0; //!< 0 while it holds
};

//! A name that intervals use.
struct LineageName
{
    QUuid account;
    QString nativeId;
};

//! The lineage tables of history.db: when each edge held. What is told twice, after a crash between
//! two files or with a rebuilt cache, changes nothing. Throws.
class LineageHistory
{
public:
    explicit LineageHistory(Connection &connection)
        : m_connection(connection)
    {
    }

    //! Notes that \a account stated \a before of one thing, and states \a after at \a now. An edge
    //! is valid from the time that its source tells; else from \a now, or since before we looked
    //! while the account was never read whole. It ends when its source says so, else at \a now.
    //! Those of \a after that hold are given the time since when they do.
    void note(const QUuid &account, const QList<domain::LineageEdge> &before,
              QList<domain::LineageEdge> &after, const QDateTime &now);
    //! Closes at \a now what \a account no longer states: \a stated answers what it says of a
    //! thing. For a cache that was built anew, and does not know what it held before.
    void closeUnstated(const QUuid &account, const QDateTime &now,
                       const std::function<QList<domain::LineageEdge>(const QString &)> &stated);

    //! Notes that \a account was read whole: what it states from now on is new.
    void begin(const QUuid &account);

    //! Goes over everything that held at \a at, but for columns unless \a fields is set.
    void forEachAt(const QDateTime &at, bool fields,
                   const std::function<void(const LineageInterval &)> &take) const;
    //! Every name by its number.
    QHash<qint64, LineageName> names() const;

    //! The numbers of names may have been rolled back.
    void forget()
    {
        m_nodes.clear();
        m_begun.clear();
    }

private:
    bool hasBegun(const QUuid &account);
    qint64 nodeOf(const QUuid &account, const QString &nativeId);
    qint64 addNode(const QUuid &account, const QString &nativeId);
    LineageInterval intervalOf(const QUuid &account, const domain::LineageEdge &edge);
    std::optional<qint64> openSince(const LineageInterval &arrow, qint64 &row) const;
    qint64 open(const LineageInterval &arrow, bool told);
    void close(const LineageInterval &arrow, qint64 at);
    void putClosed(const LineageInterval &interval);

    Connection &m_connection;
    QHash<std::pair<QUuid, QString>, qint64> m_nodes; //!< numbers that were looked up lately
    QSet<QUuid> m_begun; //!< accounts that were read whole, as far as they were asked for
};

} // namespace portolan::store
