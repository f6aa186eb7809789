// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/checkfacttable.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

namespace {

CheckFactTable::Row rowIn(const Query &query)
{
    CheckFactTable::Row row;
    row.entity = query.integer(0);
    row.id = query.uuid(1);
    row.account = query.integer(2);
    row.nativeId = query.text(3);
    row.name = query.text(5);
    if (row.name.isEmpty())
        row.name = query.text(4);
    row.aliases = int(query.integer(6));
    if (const auto assetAccount = query.number(7)) {
        row.fact = CheckFact{.assetAccount = *assetAccount,
                             .asset = query.text(8),
                             .field = query.text(9),
                             .dimension = query.text(10),
                             .severity = query.text(11),
                             .expected = query.text(12),
                             .source = query.text(13)};
    }
    return row;
}

} // namespace

CheckFact checkFactOf(const domain::Record &check, qint64 account, const QString &platform)
{
    CheckFact fact{.assetAccount = account, .source = platform};
    for (const auto &to : check.relations) {
        if (to.relation != domain::Relation::Checks)
            continue;
        fact.asset = to.nativeId;
        break;
    }
    if (!check.quality.isEmpty()) {
        const auto &rule = check.quality.first();
        fact.field = rule.element;
        fact.dimension = rule.dimension;
        fact.severity = rule.severity.toLower();
        fact.expected = rule.expression;
    }
    for (const auto &[key, value] : check.properties) {
        if (key == u"source")
            fact.source = value;
    }
    return fact;
}

void CheckFactTable::put(qint64 entity, const CheckFact &fact)
{
    static constexpr auto sql =
        "INSERT OR REPLACE INTO check_fact (entity, asset_account, asset, field, dimension,"
        " severity, expected, source) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    Query query(m_connection, sql);
    query.bind(entity).bind(fact.assetAccount).bind(fact.asset).bind(fact.field);
    query.bind(fact.dimension).bind(fact.severity).bind(fact.expected).bind(fact.source);
    query.execute();
}

void CheckFactTable::remove(qint64 entity)
{
    static constexpr auto sql = "DELETE FROM check_fact WHERE entity = ?1";
    Query query(m_connection, sql);
    query.bind(entity);
    query.execute();
}

void CheckFactTable::forEach(const std::function<void(Row &&)> &take) const
{
    static constexpr auto sql =
        "SELECT e.id, e.uuid, e.account, e.native_id, e.name, e.title, e.aliases, f.asset_account,"
        " f.asset, f.field, f.dimension, f.severity, f.expected, f.source FROM entity e"
        " LEFT JOIN check_fact f ON f.entity = e.id WHERE e.kind = 11 ORDER BY e.native_id";
    Query query(m_connection, sql);
    while (query.step())
        take(rowIn(query));
}

std::optional<CheckFactTable::Row> CheckFactTable::of(qint64 entity) const
{
    static constexpr auto sql =
        "SELECT e.id, e.uuid, e.account, e.native_id, e.name, e.title, e.aliases, f.asset_account,"
        " f.asset, f.field, f.dimension, f.severity, f.expected, f.source FROM entity e"
        " LEFT JOIN check_fact f ON f.entity = e.id WHERE e.id = ?1 AND e.kind = 11";
    Query query(m_connection, sql);
    query.bind(entity);
    return query.step() ? std::optional(rowIn(query)) : std::nullopt;
}

} // namespace portolan::store
