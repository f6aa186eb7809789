// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/updatetable.h"

#include <algorithm>

namespace portolan::store {

namespace {

constexpr qsizetype rememberedAssets = 100'000;

} // namespace

qint64 UpdateTable::findAsset(const QUuid &account, const QString &nativeId) const
{
    static constexpr auto sql =
        "SELECT id FROM quality_asset WHERE account = ?1 AND native_id = ?2";
    Query query(m_connection, sql);
    query.bind(account).bind(nativeId);
    return query.step() ? query.integer(0) : 0;
}

qint64 UpdateTable::assetOf(const QUuid &account, const QString &nativeId)
{
    static constexpr auto sql = "INSERT INTO quality_asset (account, native_id) VALUES (?1, ?2)";
    const std::pair key(account, nativeId);
    if (const auto known = m_assets.constFind(key); known != m_assets.cend())
        return *known;
    auto id = findAsset(account, nativeId);
    if (id == 0) {
        Query query(m_connection, sql);
        query.bind(account).bind(nativeId);
        query.execute();
        id = m_connection.lastRow();
    }
    if (m_assets.size() >= rememberedAssets)
        m_assets.clear();
    m_assets.insert(key, id);
    return id;
}

void UpdateTable::put(const QUuid &account, const domain::FreshnessUpdate &update)
{
    static constexpr auto sql =
        "INSERT INTO freshness_update (asset, source, seen, at, sampled)"
        " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET sampled = excluded.sampled"
        " WHERE sampled <> excluded.sampled";
    static constexpr auto newestSql =
        "UPDATE quality_asset SET newest = ?2 WHERE id = ?1 AND newest < ?2";
    const auto asset = assetOf(account, update.asset);
    Query query(m_connection, sql);
    query.bind(asset).bind(update.source).bind(update.seen.toMSecsSinceEpoch());
    query.bind(update.at.isValid() ? update.at.toMSecsSinceEpoch() : qint64(0));
    query.bind(qint64(update.sampled));
    query.execute();
    if (!update.at.isValid())
        return;
    Query newest(m_connection, newestSql);
    newest.bind(asset).bind(update.at.toMSecsSinceEpoch());
    newest.execute();
}

void UpdateTable::put(const QUuid &account, const domain::Observation &observation)
{
    static constexpr auto sql =
        "INSERT INTO observation (account, source, native_id, until) VALUES (?1, ?2, ?3, ?4)"
        " ON CONFLICT (account, source, native_id) DO UPDATE SET until = excluded.until"
        " WHERE excluded.until > until";
    Query query(m_connection, sql);
    query.bind(account).bind(observation.source).bind(observation.asset);
    query.bind(observation.until.toMSecsSinceEpoch());
    query.execute();
}

qint64 UpdateTable::observedUntil(const QUuid &account, const QString &source,
                                  const QString &asset) const
{
    static constexpr auto sql = "SELECT coalesce(max(until), 0) FROM observation"
                                " WHERE account = ?1 AND source = ?2 AND native_id IN (?3, '')";
    Query query(m_connection, sql);
    query.bind(account).bind(source).bind(asset);
    query.step();
    return query.integer(0);
}

//! Fills in the looks of \a points, by its source and kind.
void UpdateTable::addLooks(qint64 asset, UpdatePoints &points, qint64 from, qint64 to,
                           qint64 before) const
{
    static constexpr auto beforeSql =
        "SELECT at, seen FROM freshness_update WHERE asset = ?1 AND source = ?2"
        " AND seen < ?3 AND sampled = ?5 ORDER BY seen DESC, at DESC LIMIT ?4";
    static constexpr auto sql =
        "SELECT at, seen FROM freshness_update WHERE asset = ?1 AND source = ?2"
        " AND seen >= ?3 AND at < ?4 AND (at <> 0 OR seen < ?4) AND sampled = ?5"
        " ORDER BY seen, at";
    const auto take = [&points](const Query &query) {
        points.looks.append({query.integer(0), query.integer(1)});
    };
    {
        Query query(m_connection, beforeSql);
        query.bind(asset).bind(points.source).bind(from).bind(before);
        query.bind(qint64(points.sampled));
        while (query.step())
            take(query);
    }
    std::reverse(points.looks.begin(), points.looks.end());
    Query query(m_connection, sql);
    query.bind(asset).bind(points.source).bind(from).bind(to).bind(qint64(points.sampled));
    while (query.step())
        take(query);
}

QList<UpdatePoints> UpdateTable::points(const QUuid &account, const QString &asset, qint64 from,
                                        qint64 to, qint64 before) const
{
    static constexpr auto sql = "SELECT DISTINCT source, sampled FROM freshness_update"
                                " WHERE asset = ?1 ORDER BY source, sampled";
    const auto id = findAsset(account, asset);
    QList<UpdatePoints> all;
    if (id == 0)
        return all;
    // What was only looked at now and then does not spoil what was told of each update.
    Query query(m_connection, sql);
    query.bind(id);
    while (query.step())
        all.append({.source = query.text(0), .sampled = query.integer(1) != 0});
    for (auto &points : all) {
        addLooks(id, points, from, to, before);
        points.observedUntil = observedUntil(account, points.source, asset);
    }
    all.removeIf([](const UpdatePoints &points) { return points.looks.isEmpty(); });
    // Behind the last of these looks nothing was seen as of then, whatever was seen later.
    for (auto &points : all) {
        if (points.sampled)
            points.observedUntil = std::min(points.observedUntil, points.looks.last().second);
    }
    return all;
}

} // namespace portolan::store
