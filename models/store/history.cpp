// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/history.h"

#include <QCryptographicHash>

namespace portolan::store {

bool History::append(const QUuid &account, const VersionDocument &document, const QDateTime &seen)
{
    static constexpr auto lastSql =
        "SELECT hash FROM contract_version WHERE account = ?1 AND native_id = ?2"
        " ORDER BY id DESC LIMIT 1";
    static constexpr auto sql =
        "INSERT INTO contract_version (account, native_id, version, hash, seen_at, document)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    auto stored = document;
    stored.record.fields.clear();
    stored.record.native.clear();
    stored.record.popularity = 0; // how much it is read is no change of the thing
    const auto bytes = encodeVersion(stored);
    const auto hash = QCryptographicHash::hash(bytes, QCryptographicHash::Blake2s_128);
    {
        Query last(m_connection, lastSql);
        last.bind(account).bind(stored.record.nativeId);
        if (last.step() && last.blob(0) == hash)
            return false;
    }
    Query query(m_connection, sql);
    query.bind(account).bind(stored.record.nativeId).bind(stored.record.version).bind(hash);
    query.bind(seen.toMSecsSinceEpoch()).bind(bytes);
    query.execute();
    return true;
}

bool History::removePart(HistoryRemoval &removal, qint64 rows)
{
    const bool more = removal.removePart(m_connection, rows);
    // Whoever looked up a number of it would write under it again.
    m_lineage.forget();
    m_quality.forget();
    return more;
}

QList<domain::Version> History::versions(const QUuid &account, const QString &nativeId)
{
    static constexpr auto sql = "SELECT version, seen_at, document FROM contract_version"
                                " WHERE account = ?1 AND native_id = ?2 ORDER BY id DESC LIMIT 200";

    struct State
    {
        domain::Version version;
        VersionDocument document;
    };

    QList<State> states;
    Query query(m_connection, sql);
    query.bind(account).bind(nativeId);
    while (query.step()) {
        State state;
        state.version.version = query.text(0);
        state.version.seen = QDateTime::fromMSecsSinceEpoch(query.integer(1), Qt::UTC);
        state.document = decodeVersion(query.blob(2));
        states.append(std::move(state));
    }
    QList<domain::Version> versions;
    for (qsizetype i = 0; i < states.size(); ++i) {
        auto version = states.at(i).version;
        if (i + 1 < states.size()) {
            const auto changes = compareVersions(states.at(i + 1).document, states.at(i).document);
            version.changes = changes.words;
            version.breaking = changes.breaking;
        }
        versions.append(std::move(version));
    }
    return versions;
}

} // namespace portolan::store
