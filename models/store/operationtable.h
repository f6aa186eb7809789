// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/operation.h"
#include "models/store/connection.h"

#include <QList>
#include <QUuid>

#include <optional>

namespace portolan::store {

//! The operation table. Throws.
class OperationTable
{
public:
    explicit OperationTable(Connection &connection)
        : m_connection(connection)
    {
    }

    //! How many are to be sent or looked up.
    qint64 waiting() const;
    //! In the order of sending.
    QList<domain::Operation> all() const;
    std::optional<domain::Operation> find(qint64 id) const;
    //! Adds one and answers its id.
    qint64 append(const domain::Operation &operation);
    //! Adds one that was removed, as it was, with its id; false where its id or key is there.
    bool restore(const domain::Operation &operation);
    //! Writes what can change in one: all but its account, object, kind, key and payload.
    void update(const domain::Operation &operation);
    void remove(qint64 id);
    //! Removes the one with \a key that no platform may have; false where there is none.
    bool removeUnsent(const QUuid &key);
    void markLost(); //!< sending becomes ambiguous
    void settle(qint64 id);
    void keepNewestSettled(int count);

private:
    bool has(qint64 id, const QUuid &key) const;
    void insert(const domain::Operation &operation, std::optional<qint64> id);
    void pause(const QUuid &account, const QDateTime &until);

    Connection &m_connection;
};

} // namespace portolan::store
