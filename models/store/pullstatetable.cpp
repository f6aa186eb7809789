// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/cachetables.h"

#include <QDateTime>

namespace portolan::store {

void PullStateTable::put(qint64 account, const PullState &state)
{
    static constexpr auto sql =
        "INSERT INTO pull_state (account, cursor, last_sync, state, error, generation)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (account) DO UPDATE SET"
        " cursor = excluded.cursor, last_sync = excluded.last_sync, state = excluded.state,"
        " error = excluded.error, generation = excluded.generation";
    Query query(m_connection, sql);
    query.bind(account).bind(state.cursor);
    query.bind(state.lastSync.isValid() ? state.lastSync.toMSecsSinceEpoch() : qint64(0));
    query.bind(state.state).bind(state.error).bind(state.generation);
    query.execute();
}

void PullStateTable::putCursor(qint64 account, const QByteArray &cursor)
{
    static constexpr auto sql =
        "INSERT INTO pull_state (account, cursor, last_sync, state, error, generation)"
        " VALUES (?1, ?2, 0, '', '', 0)"
        " ON CONFLICT (account) DO UPDATE SET cursor = excluded.cursor";
    Query query(m_connection, sql);
    query.bind(account).bind(cursor);
    query.execute();
}

void PullStateTable::remove(qint64 account)
{
    static constexpr auto sql = "DELETE FROM pull_state WHERE account = ?1";
    Query query(m_connection, sql);
    query.bind(account);
    query.execute();
    note(account, {.isFresh = true, .values = {}});
}

void PullStateTable::note(qint64 account, const domain::PullNotes &notes)
{
    static constexpr auto clearSql = "DELETE FROM pull_note WHERE account = ?1";
    static constexpr auto removeSql = "DELETE FROM pull_note WHERE account = ?1 AND key = ?2";
    static constexpr auto putSql =
        "INSERT INTO pull_note (account, key, value) VALUES (?1, ?2, ?3)"
        " ON CONFLICT (account, key) DO UPDATE SET value = excluded.value";
    if (notes.isFresh) {
        Query clear(m_connection, clearSql);
        clear.bind(account);
        clear.execute();
    }
    for (auto it = notes.values.cbegin(); it != notes.values.cend(); ++it) {
        Query query(m_connection, it->isEmpty() ? removeSql : putSql);
        query.bind(account).bind(it.key());
        if (!it->isEmpty())
            query.bind(*it);
        query.execute();
    }
}

QHash<QString, QByteArray> PullStateTable::notesOf(const QUuid &account) const
{
    static constexpr auto sql = "SELECT key, value FROM pull_note"
                                " JOIN account ON account.id = pull_note.account WHERE uuid = ?1";
    Query query(m_connection, sql);
    query.bind(account);
    QHash<QString, QByteArray> notes;
    while (query.step())
        notes.insert(query.text(0), query.blob(1));
    return notes;
}

QList<PullState> PullStateTable::all() const
{
    static constexpr auto sql =
        "SELECT uuid, cursor, last_sync, state, error, generation FROM pull_state"
        " JOIN account ON account.id = pull_state.account ORDER BY uuid";
    Query query(m_connection, sql);
    QList<PullState> states;
    while (query.step()) {
        PullState state;
        state.account = query.uuid(0);
        state.cursor = query.blob(1);
        if (const auto at = query.integer(2); at != 0)
            state.lastSync = QDateTime::fromMSecsSinceEpoch(at, Qt::UTC);
        state.state = query.text(3);
        state.error = query.text(4);
        state.generation = query.integer(5);
        states.append(std::move(state));
    }
    return states;
}

qint64 PullStateTable::lastComplete(qint64 account) const
{
    static constexpr auto sql =
        "SELECT last_sync FROM pull_state WHERE account = ?1 AND state = 'complete'";
    Query query(m_connection, sql);
    query.bind(account);
    return query.step() ? query.integer(0) : 0;
}

} // namespace portolan::store
