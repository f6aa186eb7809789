// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/performance/synthmesh.h"

#include <QString>

#include <memory>

struct sqlite3;

namespace portolan::performance {

//! What one gets from SQLite without an index of one's own: the same texts of the same rows in an
//! FTS5 table, ranked by bm25(), and a table of the filter columns to GROUP BY.
class SqlReference
{
public:
    explicit SqlReference(const QString &file);
    ~SqlReference();

    //! Fills the file from \a mesh, unless it is full already.
    void fill(const SynthMesh &mesh);
    //! The first 50 rows of \a query, each word a prefix; how many there were.
    int search(const QString &query);
    //! Counts by kind, type, domain, status, owner, classification and tag.
    int facets(const QString &query);
    //! Seconds to insert the rows of database \a from into the same tables with the same indexes in
    //! \a to, which is made anew.
    static double copySeconds(const QString &from, const QString &to);

private:
    int rowsOf(const char *sql, const QString &match);

    sqlite3 *m_db = nullptr;
};

} // namespace portolan::performance
