// SPDX-License-Identifier: GPL-3.0-or-later
// Row by row out of a damaged file: forwards until a page cannot be read, then on behind it with
// growing steps, and at last backwards from the end, which finds what the steps jumped over.
#include "models/store/recovery.h"

#include <sqlite3.h>

#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

namespace {

struct Finalize
{
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};

using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

Statement prepared(Connection &connection, const QByteArray &sql)
{
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(connection.handle(), sql.constData(), int(sql.size()), &statement, nullptr);
    return Statement(statement);
}

QByteArrayList columnsOf(const Statement &all)
{
    QByteArrayList names;
    for (int i = 0; all && i < sqlite3_column_count(all.get()); ++i)
        names.append(sqlite3_column_name(all.get(), i));
    return names;
}

//! The columns of a damaged table, of which an older version may have had fewer than ours; empty
//! when it has one that we do not know. What it lacks gets its default.
QByteArrayList sharedColumns(const Statement &damaged, const Statement &own)
{
    const auto names = columnsOf(damaged);
    const auto known = columnsOf(own);
    const bool isOurs = std::all_of(names.begin(), names.end(),
                                    [&known](const auto &name) { return known.contains(name); });
    return isOurs ? names : QByteArrayList();
}

//! Copies one table. Its name is one of ours, never out of the file.
class TableCopy
{
public:
    TableCopy(Connection &from, Connection &to, const QByteArray &table)
    {
        const auto own = prepared(to, "SELECT * FROM " + table);
        const auto columns = sharedColumns(prepared(from, "SELECT * FROM " + table), own);
        if (columns.isEmpty())
            return; // nothing is left of the schema, or it is not one we wrote
        // A table without row numbers stands in the order of its first column, a number as well;
        // rows that share it are read in one go, forwards and backwards.
        const QByteArray position = prepared(to, "SELECT rowid FROM " + table)
            ? QByteArray("rowid")
            : QByteArray(sqlite3_column_name(own.get(), 0));
        const auto names = columns.join(", ");
        const QByteArray rows = "SELECT " + position + ", " + names + " FROM " + table + " WHERE "
            + position + " > ?1 ORDER BY ";
        m_forwards = prepared(from, rows + position);
        m_backwards = prepared(from, rows + position + " DESC");
        if (!m_forwards || !m_backwards)
            return;
        const QByteArray places = "?" + QByteArray(", ?").repeated(columns.size() - 1);
        m_insert = prepared(
            to, "INSERT OR IGNORE INTO " + table + " (" + names + ") VALUES (" + places + ")");
    }

    Salvaged run()
    {
        if (!m_insert)
            return {0, false};
        constexpr qint64 largestStep = qint64(1) << 40;
        qint64 last = 0;
        qint64 step = 1;
        while (step < largestStep) {
            const auto before = m_salvaged.rows;
            if (scan(*m_forwards, last))
                break;
            m_salvaged.whole = false;
            step = m_salvaged.rows > before ? 1 : step * 2;
            last += step;
        }
        if (!m_salvaged.whole) {
            qint64 lowest = last;
            static_cast<void>(scan(*m_backwards, lowest));
        }
        return m_salvaged;
    }

private:
    //! Copies rows until the end (true) or a place that cannot be read; \a last is the last rowid.
    bool scan(sqlite3_stmt &rows, qint64 &last)
    {
        sqlite3_reset(&rows);
        sqlite3_bind_int64(&rows, 1, &rows == m_backwards.get() ? 0 : last);
        int state = sqlite3_step(&rows);
        for (; state == SQLITE_ROW; state = sqlite3_step(&rows)) {
            last = sqlite3_column_int64(&rows, 0);
            const auto columns = sqlite3_bind_parameter_count(m_insert.get());
            for (int column = 0; column < columns; ++column)
                sqlite3_bind_value(m_insert.get(), column + 1,
                                   sqlite3_column_value(&rows, column + 1));
            auto *to = sqlite3_db_handle(m_insert.get());
            const int inserted = sqlite3_step(m_insert.get());
            if (inserted == SQLITE_DONE)
                m_salvaged.rows += sqlite3_changes(to);
            else if ((inserted & 0xff)
                     != SQLITE_CONSTRAINT) // a damaged row breaks a rule; a full disk stops
                throw Error{Error::Kind::Store, QString::fromUtf8(sqlite3_errmsg(to))};
            else
                m_salvaged.whole = false;
            sqlite3_reset(m_insert.get());
        }
        sqlite3_reset(&rows);
        return state == SQLITE_DONE;
    }

    Statement m_forwards;
    Statement m_backwards;
    Statement m_insert;
    Salvaged m_salvaged;
};

} // namespace

Salvaged salvageRows(Connection &from, Connection &to, const QList<QByteArray> &tables)
{
    Salvaged all;
    to.run("BEGIN IMMEDIATE");
    for (const auto &table : tables) {
        const auto one = TableCopy(from, to, table).run();
        all.rows += one.rows;
        all.whole = all.whole && one.whole;
    }
    to.run("COMMIT");
    return all;
}

} // namespace portolan::store
