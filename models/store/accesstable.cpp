// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/accesstable.h"

#include "models/store/codec.h"

#include <QMap>

namespace portolan::store {
namespace {

// Stored: never renumber.
enum class Kind { Request = 1, Decision = 2, Policies = 3, Grant = 4 };

//! Kind and place.
using Key = std::pair<qint64, QString>;

QMap<Key, QByteArray> documentsOf(const domain::AccessBook &book)
{
    QMap<Key, QByteArray> documents;
    for (const auto &held : book.requests)
        documents.insert({qint64(Kind::Request), held.place}, encodeRequest(held));
    for (const auto &held : book.decisions)
        documents.insert({qint64(Kind::Decision), held.place}, encodeDecision(held));
    for (const auto &held : book.grants)
        documents.insert({qint64(Kind::Grant), held.place}, encodeGrant(held));
    documents.insert({qint64(Kind::Policies), {}}, encodePolicies(book.policies));
    return documents;
}

} // namespace

bool AccessTable::replace(qint64 row, const domain::AccessBook &book, bool whole)
{
    static constexpr auto storedSql =
        "SELECT kind, place, document FROM access_document WHERE account = ?1";
    static constexpr auto sql = "INSERT OR REPLACE INTO access_document (account, kind, place,"
                                " document) VALUES (?1, ?2, ?3, ?4)";
    static constexpr auto removeSql =
        "DELETE FROM access_document WHERE account = ?1 AND kind = ?2 AND place = ?3";
    QMap<Key, QByteArray> stored;
    {
        Query query(m_connection, storedSql);
        query.bind(row);
        while (query.step())
            stored.insert({query.integer(0), query.text(1)}, query.blob(2));
    }
    const auto documents = documentsOf(book);
    bool changed = false;
    for (auto it = documents.cbegin(); it != documents.cend(); ++it) {
        if (stored.value(it.key()) == it.value())
            continue;
        Query query(m_connection, sql);
        query.bind(row).bind(it.key().first).bind(it.key().second).bind(it.value());
        query.execute();
        changed = true;
    }
    for (auto it = stored.cbegin(); whole && it != stored.cend(); ++it) {
        if (documents.contains(it.key()))
            continue;
        Query query(m_connection, removeSql);
        query.bind(row).bind(it.key().first).bind(it.key().second);
        query.execute();
        changed = true;
    }
    return changed;
}

void AccessTable::remove(qint64 row)
{
    static constexpr auto sql = "DELETE FROM access_document WHERE account = ?1";
    Query query(m_connection, sql);
    query.bind(row);
    query.execute();
}

QHash<qint64, domain::AccessBook> AccessTable::all() const
{
    static constexpr auto sql =
        "SELECT account, kind, document FROM access_document ORDER BY account, kind, place";
    QHash<qint64, domain::AccessBook> books;
    Query query(m_connection, sql);
    while (query.step()) {
        auto &book = books[query.integer(0)];
        switch (Kind(query.integer(1))) {
        case Kind::Request:
            book.requests.append(decodeRequest(query.blob(2)));
            break;
        case Kind::Decision:
            book.decisions.append(decodeDecision(query.blob(2)));
            break;
        case Kind::Policies:
            book.policies = decodePolicies(query.blob(2));
            break;
        case Kind::Grant:
            book.grants.append(decodeGrant(query.blob(2)));
            break;
        }
    }
    return books;
}

} // namespace portolan::store
