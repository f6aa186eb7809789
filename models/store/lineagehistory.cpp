// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/lineagehistory.h"

#include "models/store/lineagedocument.h"

namespace portolan::store {

using domain::LineageEdge;
using domain::LineageLevel;

namespace {

constexpr qsizetype rememberedNodes = 100'000;

//! What tells an arrow of one thing from the others, as text.
QString arrowOf(const LineageEdge &edge)
{
    const QChar end(u'\0');
    QString key = QString::number(int(edge.level)) + end + edge.source + end + edge.target + end;
    key += edge.sourceField + end + edge.targetField + end + edge.job + end;
    key += QString::fromLatin1(encodeTransformation(edge.transformation).toHex());
    return key;
}

//! The edges that hold, by their arrow.
QHash<QString, const LineageEdge *> holding(const QList<LineageEdge> &edges)
{
    QHash<QString, const LineageEdge *> found;
    for (const auto &edge : edges) {
        if (!edge.validTo.isValid())
            found.insert(arrowOf(edge), &edge);
    }
    return found;
}

//! When an arrow that no longer holds ended last, as its source says; null when it does not.
QHash<QString, QDateTime> endings(const QList<LineageEdge> &edges)
{
    QHash<QString, QDateTime> found;
    for (const auto &edge : edges) {
        if (!edge.validTo.isValid())
            continue;
        auto &last = found[arrowOf(edge)];
        if (last.isNull() || last < edge.validTo)
            last = edge.validTo;
    }
    return found;
}

//! What tells an edge that ended from the others: its arrow and when it held.
QString spanOf(const LineageEdge &edge)
{
    const QChar end(u'\0');
    return arrowOf(edge) + end + QString::number(edge.validFrom.toMSecsSinceEpoch()) + end
        + QString::number(edge.validTo.toMSecsSinceEpoch());
}

QSet<QString> endedSpans(const QList<LineageEdge> &edges)
{
    QSet<QString> spans;
    for (const auto &edge : edges) {
        if (edge.validTo.isValid())
            spans.insert(spanOf(edge));
    }
    return spans;
}

LineageInterval intervalIn(const Query &query)
{
    return {.source = query.integer(0),
            .target = query.integer(1),
            .level = LineageLevel(query.integer(2)),
            .job = query.integer(3),
            .sourceField = query.text(4),
            .targetField = query.text(5),
            .detail = query.blob(6),
            .validFrom = query.integer(7),
            .validTo = query.integer(8)};
}

void bindArrow(Query &query, const LineageInterval &arrow)
{
    query.bind(arrow.source).bind(arrow.target).bind(qint64(arrow.level)).bind(arrow.job);
    query.bind(arrow.sourceField).bind(arrow.targetField).bind(arrow.detail);
}

} // namespace

void LineageHistory::note(const QUuid &account, const QList<LineageEdge> &before,
                          QList<LineageEdge> &after, const QDateTime &now)
{
    const auto held = holding(before);
    if (!held.isEmpty()) {
        const auto holds = holding(after);
        const auto ended = endings(after);
        for (auto it = held.begin(); it != held.end(); ++it) {
            if (holds.contains(it.key()))
                continue;
            const auto at = ended.value(it.key(), now);
            close(intervalOf(account, **it), at.toMSecsSinceEpoch());
        }
    }
    const auto noted = endedSpans(before);
    for (const auto &edge : std::as_const(after)) {
        if (edge.validTo.isValid() && !noted.contains(spanOf(edge))) {
            auto interval = intervalOf(account, edge);
            interval.validTo = edge.validTo.toMSecsSinceEpoch();
            putClosed(interval);
        }
    }
    const bool begun = hasBegun(account);
    for (auto &edge : after) {
        if (edge.validTo.isValid())
            continue;
        auto interval = intervalOf(account, edge);
        const bool told = edge.validFrom.isValid();
        if (!told)
            interval.validFrom = begun ? now.toMSecsSinceEpoch() : 0;
        const auto since = open(interval, told);
        edge.validFrom = since == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(since, Qt::UTC);
    }
}

void LineageHistory::begin(const QUuid &account)
{
    static constexpr auto sql = "INSERT OR IGNORE INTO lineage_begun (account) VALUES (?1)";
    Query query(m_connection, sql);
    query.bind(account);
    query.execute();
    m_begun.insert(account);
}

bool LineageHistory::hasBegun(const QUuid &account)
{
    static constexpr auto sql = "SELECT 1 FROM lineage_begun WHERE account = ?1";
    if (m_begun.contains(account))
        return true;
    Query query(m_connection, sql);
    query.bind(account);
    const bool begun = query.step();
    if (begun)
        m_begun.insert(account);
    return begun;
}

void LineageHistory::closeUnstated(const QUuid &account, const QDateTime &now,
                                   const std::function<QList<LineageEdge>(const QString &)> &stated)
{
    static constexpr auto sql =
        "SELECT i.source, i.target, i.level, i.job, i.source_field, i.target_field, i.detail,"
        " i.valid_from, i.valid_to, s.native_id, t.native_id, coalesce(j.native_id, '')"
        " FROM lineage_interval i JOIN lineage_node t ON t.id = i.target"
        " JOIN lineage_node s ON s.id = i.source LEFT JOIN lineage_node j ON j.id = i.job"
        " WHERE t.account = ?1 AND i.valid_to = 0 ORDER BY i.target";
    QList<LineageInterval> gone;
    {
        Query query(m_connection, sql);
        query.bind(account);
        QString target;
        QList<LineageEdge> edges;
        QHash<QString, const LineageEdge *> holds;
        bool first = true;
        while (query.step()) {
            const auto interval = intervalIn(query);
            if (first || target != query.text(10)) {
                target = query.text(10);
                edges = stated(target);
                holds = holding(edges);
                first = false;
            }
            LineageEdge edge;
            edge.level = interval.level;
            edge.source = query.text(9);
            edge.target = target;
            edge.sourceField = interval.sourceField;
            edge.targetField = interval.targetField;
            edge.job = query.text(11);
            edge.transformation = decodeTransformation(interval.detail);
            if (!holds.contains(arrowOf(edge)))
                gone.append(interval);
        }
    }
    for (const auto &interval : std::as_const(gone))
        close(interval, now.toMSecsSinceEpoch());
}

void LineageHistory::forEachAt(const QDateTime &at, bool fields,
                               const std::function<void(const LineageInterval &)> &take) const
{
    static constexpr auto sql =
        "SELECT source, target, level, job, source_field, target_field, detail, valid_from,"
        " valid_to FROM lineage_interval WHERE valid_from <= ?1 AND (valid_to = 0 OR"
        " valid_to > ?1) AND (level <> 2 OR ?2)";
    Query query(m_connection, sql);
    query.bind(at.toMSecsSinceEpoch()).bind(qint64(fields));
    while (query.step())
        take(intervalIn(query));
}

QHash<qint64, LineageName> LineageHistory::names() const
{
    static constexpr auto sql = "SELECT id, account, native_id FROM lineage_node";
    QHash<qint64, LineageName> names;
    Query query(m_connection, sql);
    while (query.step())
        names.insert(query.integer(0), {query.uuid(1), query.text(2)});
    return names;
}

qint64 LineageHistory::nodeOf(const QUuid &account, const QString &nativeId)
{
    static constexpr auto sql = "SELECT id FROM lineage_node WHERE account = ?1 AND native_id = ?2";
    if (nativeId.isEmpty())
        return 0;
    const std::pair key(account, nativeId);
    if (const auto known = m_nodes.constFind(key); known != m_nodes.constEnd())
        return *known;
    if (m_nodes.size() >= rememberedNodes)
        m_nodes.clear();
    Query find(m_connection, sql);
    find.bind(account).bind(nativeId);
    const auto node = find.step() ? find.integer(0) : addNode(account, nativeId);
    m_nodes.insert(key, node);
    return node;
}

qint64 LineageHistory::addNode(const QUuid &account, const QString &nativeId)
{
    static constexpr auto sql = "INSERT INTO lineage_node (account, native_id) VALUES (?1, ?2)";
    Query query(m_connection, sql);
    query.bind(account).bind(nativeId);
    query.execute();
    return m_connection.lastRow();
}

LineageInterval LineageHistory::intervalOf(const QUuid &account, const LineageEdge &edge)
{
    return {.source = nodeOf(account, edge.source),
            .target = nodeOf(account, edge.target),
            .level = edge.level,
            .job = nodeOf(account, edge.job),
            .sourceField = edge.sourceField,
            .targetField = edge.targetField,
            .detail = encodeTransformation(edge.transformation),
            .validFrom = edge.validFrom.isValid() ? edge.validFrom.toMSecsSinceEpoch() : 0};
}

//! Since when \a arrow has been open, and its row; empty when it is not.
std::optional<qint64> LineageHistory::openSince(const LineageInterval &arrow, qint64 &row) const
{
    static constexpr auto sql =
        "SELECT id, valid_from FROM lineage_interval WHERE source = ?1 AND target = ?2"
        " AND level = ?3 AND job = ?4 AND source_field = ?5 AND target_field = ?6"
        " AND detail = ?7 AND valid_to = 0";
    Query query(m_connection, sql);
    bindArrow(query, arrow);
    if (!query.step())
        return std::nullopt;
    row = query.integer(0);
    return query.integer(1);
}

//! Opens \a arrow unless it is open; answers since when it is. \a told says whether its source
//! tells its beginning, which then counts when it is earlier: files that came later may reach back
//! further.
qint64 LineageHistory::open(const LineageInterval &arrow, bool told)
{
    static constexpr auto earlierSql =
        "UPDATE OR IGNORE lineage_interval SET valid_from = ?1 WHERE id = ?2";
    static constexpr auto sql =
        "INSERT INTO lineage_interval (source, target, level, job, source_field, target_field,"
        " detail, valid_from, valid_to) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0)"
        " ON CONFLICT DO UPDATE SET valid_to = 0";
    qint64 row = 0;
    if (const auto since = openSince(arrow, row)) {
        if (!told || *since <= arrow.validFrom)
            return *since;
        Query query(m_connection, earlierSql);
        query.bind(arrow.validFrom).bind(row);
        query.execute();
        return arrow.validFrom;
    }
    Query query(m_connection, sql);
    bindArrow(query, arrow);
    query.bind(arrow.validFrom);
    query.execute();
    return arrow.validFrom;
}

void LineageHistory::close(const LineageInterval &arrow, qint64 at)
{
    static constexpr auto sql =
        "UPDATE lineage_interval SET valid_to = max(?1, valid_from + 1) WHERE id = ?2";
    qint64 row = 0;
    if (!openSince(arrow, row))
        return;
    Query query(m_connection, sql);
    query.bind(at).bind(row);
    query.execute();
}

void LineageHistory::putClosed(const LineageInterval &interval)
{
    static constexpr auto sql =
        "INSERT INTO lineage_interval (source, target, level, job, source_field, target_field,"
        " detail, valid_from, valid_to) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
        " ON CONFLICT DO UPDATE SET valid_to = excluded.valid_to";
    Query query(m_connection, sql);
    bindArrow(query, interval);
    query.bind(interval.validFrom).bind(interval.validTo);
    query.execute();
}

} // namespace portolan::store
