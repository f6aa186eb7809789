// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/quality.h"
#include "models/store/connection.h"
#include "models/store/qualityvalues.h"

#include <QHash>
#include <QList>
#include <QUuid>

#include <optional>

namespace portolan::store {

//! The slo and slo_standing tables: what service levels the accounts declare, and how these were
//! last found to stand. Throws.
class SloTable
{
public:
    explicit SloTable(Connection &connection)
        : m_connection(connection)
    {
    }

    //! Makes \a slos all that \a account, whose row is \a row, declares; what is no longer declared
    //! goes with its standing. True when something changed.
    bool replace(const QUuid &account, qint64 row, const QList<domain::Slo> &slos);

    struct Row
    {
        qint64 id = 0;
        QUuid uuid;
        qint64 account = 0;
        domain::Slo slo;
        std::optional<domain::SloState> state; //!< as last found
    };

    //! How one was last found to stand.
    struct Found
    {
        qint64 id = 0;
        domain::SloState state = domain::SloState::Unknown;
        double remaining = 1;
    };

    QList<Found> found() const;

    QList<Row> all() const;
    std::optional<Row> byUuid(const QUuid &uuid) const;
    std::optional<Row> byId(qint64 id) const;

    //! True when its state changed; one of an SLO that is not there is passed over.
    bool put(const SloStanding &standing);
    QList<SloStanding> standings() const;

private:
    void remove(qint64 id);

    Connection &m_connection;
};

//! The entity_slo table: the worst state of each entity, and which service level is in it. Throws.
class EntitySloTable
{
public:
    explicit EntitySloTable(Connection &connection)
        : m_connection(connection)
    {
    }

    struct Worst
    {
        domain::SloState state = domain::SloState::Unknown;
        qint64 slo = 0;

        bool operator==(const Worst &) const = default;
    };

    //! By entity.
    QHash<qint64, Worst> all() const;
    //! Takes the state away where there is none.
    void set(qint64 entity, const std::optional<Worst> &worst);

private:
    Connection &m_connection;
};

} // namespace portolan::store
