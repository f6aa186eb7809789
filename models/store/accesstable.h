// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/accessbook.h"
#include "models/store/connection.h"

#include <QHash>

namespace portolan::store {

//! The access_document table: what each account says about access. Throws.
class AccessTable
{
public:
    explicit AccessTable(Connection &connection)
        : m_connection(connection)
    {
    }

    //! Makes \a book all that the account of \a row says. With \a whole, what is not in it goes;
    //! else it stays. True when something changed.
    bool replace(qint64 row, const domain::AccessBook &book, bool whole);
    void remove(qint64 row);
    //! By the row of the account; those that said nothing are left out.
    QHash<qint64, domain::AccessBook> all() const;

private:
    Connection &m_connection;
};

} // namespace portolan::store
