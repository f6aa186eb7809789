// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entitykind.h"
#include "models/store/connection.h"

#include <QHash>

#include <optional>
#include <utility>

namespace portolan::store {

//! The record_count and entity_count tables: how many records each account has, and how many
//! entities there are, by kind. What changes is collected and written by flush(), in the
//! transaction of the rows themselves. Throws.
class CountTable
{
public:
    explicit CountTable(Connection &connection)
        : m_connection(connection)
    {
    }

    //! A record of \a account changed its kind, came (no \a before) or went (no \a now).
    void noteRecord(qint64 account, std::optional<domain::EntityKind> before,
                    std::optional<domain::EntityKind> now);
    //! The same of an entity.
    void noteEntity(std::optional<domain::EntityKind> before,
                    std::optional<domain::EntityKind> now);

    void flush();

    //! What was noted since flush() is rolled back.
    void forget();

private:
    Connection &m_connection;
    QHash<std::pair<qint64, int>, qint64> m_records;
    QHash<int, qint64> m_entities;
};

} // namespace portolan::store
