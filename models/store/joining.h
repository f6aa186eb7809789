// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"

#include <QList>
#include <QSet>
#include <QString>

#include <utility>

namespace portolan::store {

//! A dataset key taken apart; an empty instance or database is not known.
struct DatasetKey
{
    QString platform;
    QString instance;
    QString database;
    QString object; //!< "schema.object", or the whole name where it has no such parts

    bool operator==(const DatasetKey &) const = default;
};

//! Takes "platform:instance:database.schema.object" apart, as domain::datasetKey() wrote it: what
//! is left in capitals there is meant so. The instance may hold colons. An empty key gives an empty
//! platform.
DatasetKey parseDatasetKey(const QString &text);

//! Whether things of \a kind are one when their ids are equal, or one of them declares to be the
//! other: products, teams, contracts and ports.
bool joinsByDeclaration(domain::EntityKind kind);

//! The number under which records that may be the same thing are found, or 0 for what never joins
//! by itself: assets by platform and object, products, teams, contracts and ports by native id, or
//! by the id that they declare as their dataset key; that of a port begins with "port:", since it
//! is the table behind it otherwise.
qint64 joinKeyOf(const domain::Record &record);

//! One record as the joining sees it. A list of them stands in the order of accounts, then native
//! ids, which decides whose identity a group has.
struct JoinMember
{
    qint64 record = 0;
    qint64 account = 0;
    domain::EntityKind kind = domain::EntityKind::Asset;
    QString nativeId;
    QString datasetKey;
};

//! Pairs of records that a person joined or separated by hand, or that their source joins.
struct JoinDecisions
{
    QSet<std::pair<qint64, qint64>> joined;
    QSet<std::pair<qint64, qint64>> separated;
    QSet<std::pair<qint64, qint64>> declared; //!< the source says that one is a name of the other

    static std::pair<qint64, qint64> pair(qint64 a, qint64 b)
    {
        return a < b ? std::pair(a, b) : std::pair(b, a);
    }
};

//! A member of a group, and why it is in it.
struct Joined
{
    qsizetype member = 0; //!< index into the members
    QString why; //!< as keptReason() wrote it; empty for the first of a group
};

//! Splits \a members into groups of one thing each (rulings 7 and 8). The answer depends on the
//! members alone, never on the order in which they came to be known.
QList<QList<Joined>> joinGroups(const QList<JoinMember> &members, const JoinDecisions &decisions);

} // namespace portolan::store
