// SPDX-License-Identifier: GPL-3.0-or-later
// How the lineage is read: the edges lie in tables of numbers that are read from end to end, once.
// Which thing a number means is looked up once for each name, not for each edge.
#include "models/store/lineagereader.h"

#include "models/store/lineagebuilder.h"
#include "models/store/lineagechanges.h"
#include "models/store/lineagedocument.h"
#include "models/store/lineagetable.h"

#include <QSet>

#include <algorithm>

namespace portolan::store {

using domain::LineageChange;
using domain::LineageGraph;
using domain::LineageLevel;
using domain::LineageLink;

namespace {

//! Reads the tables of the cache.
class CurrentLineage
{
public:
    CurrentLineage(EntityReader &reader, const LineageRequest &request)
        : m_reader(reader)
        , m_request(request)
        , m_builder(reader)
    {
    }

    LineageGraph read()
    {
        readNames();
        if (m_request.jobs)
            findJobs();
        readEdges();
        if (m_request.fields)
            readFields();
        return m_builder.take();
    }

private:
    struct Target
    {
        qint64 record = 0;
        int node = 0;
        qint16 account = 0;
    };

    void readNames()
    {
        static constexpr auto sql =
            "SELECT n.id, n.account, n.native_id, coalesce(r.entity, 0) FROM lineage_node n"
            " LEFT JOIN record r ON r.account = n.account AND r.native_id = n.native_id";
        Query query(m_reader.connection(), sql);
        while (query.step())
            m_names.insert(query.integer(0),
                           {m_reader.account(query.integer(1)), query.text(2), query.integer(3)});
    }

    //! The jobs that stand between what they read and write.
    void findJobs()
    {
        static constexpr auto sql = "SELECT DISTINCT job FROM lineage_edge WHERE level = ?1";
        Query query(m_reader.connection(), sql);
        query.bind(qint64(LineageLevel::Job));
        while (query.step())
            m_jobs.insert(query.integer(0));
    }

    //! What the record \a id is; rows come ordered by it, so the answer is mostly known.
    const Target &target(qint64 id)
    {
        if (m_target.record != id) {
            const auto row = m_reader.records().byId(id).value_or(RecordRow());
            const auto account = m_reader.account(row.account);
            m_target = {id, m_builder.node({account, row.nativeId, row.entity}),
                        m_builder.account(account)};
        }
        return m_target;
    }

    int source(qint64 name)
    {
        auto known = m_sources.constFind(name);
        if (known == m_sources.constEnd())
            known = m_sources.insert(name, m_builder.node(m_names.value(name)));
        return *known;
    }

    int job(qint64 name)
    {
        if (name == 0)
            return -1;
        auto known = m_jobOfName.constFind(name);
        if (known == m_jobOfName.constEnd())
            known = m_jobOfName.insert(name, m_builder.job(m_names.value(name)));
        return *known;
    }

    void readEdges()
    {
        static constexpr auto sql = "SELECT target, source, job, level, valid_from, last_seen"
                                    " FROM lineage_edge ORDER BY target";
        Query query(m_reader.connection(), sql);
        while (query.step()) {
            const auto level = LineageLevel(query.integer(3));
            const bool viaJob = m_jobs.contains(query.integer(2));
            if (level == LineageLevel::Job ? !m_request.jobs : viaJob)
                continue;
            const auto &to = target(query.integer(0));
            m_builder.add({.source = source(query.integer(1)),
                           .target = to.node,
                           .job = job(query.integer(2)),
                           .account = to.account,
                           .level = level,
                           .validFrom = query.integer(4),
                           .lastSeen = query.integer(5)});
        }
    }

    void readFields()
    {
        static constexpr auto allSql =
            "SELECT target, source, job, target_field, source_field, detail, valid_from, last_seen"
            " FROM lineage_field ORDER BY target";
        static constexpr auto intoSql =
            "SELECT target, source, job, target_field, source_field, detail, valid_from, last_seen"
            " FROM lineage_field WHERE target IN (SELECT id FROM record WHERE id = ?1 OR"
            " (entity = ?1 AND entity <> id)) ORDER BY target";
        static constexpr auto outOfSql =
            "SELECT target, source, job, target_field, source_field, detail, valid_from, last_seen"
            " FROM lineage_field WHERE source IN (SELECT n.id FROM record r JOIN lineage_node n"
            " ON n.account = r.account AND n.native_id = r.native_id WHERE r.id = ?1 OR"
            " (r.entity = ?1 AND r.entity <> r.id)) ORDER BY target";
        if (m_request.fieldsOf.isEmpty()) {
            Query query(m_reader.connection(), allSql);
            addFields(query);
            return;
        }
        for (const auto &id : m_request.fieldsOf) {
            const auto entity = m_reader.find(id);
            if (!entity)
                continue;
            for (const auto *sql : {intoSql, outOfSql}) {
                Query query(m_reader.connection(), sql);
                query.bind(*entity);
                addFields(query);
            }
        }
    }

    void addFields(Query &query)
    {
        while (query.step()) {
            const auto &to = target(query.integer(0));
            m_builder.add({.source = source(query.integer(1)),
                           .target = to.node,
                           .sourceField = m_builder.text(query.text(4)),
                           .targetField = m_builder.text(query.text(3)),
                           .job = job(query.integer(2)),
                           .transformation = m_builder.transformation(query.blob(5)),
                           .account = to.account,
                           .level = LineageLevel::Field,
                           .validFrom = query.integer(6),
                           .lastSeen = query.integer(7)});
        }
    }

    EntityReader &m_reader;
    const LineageRequest &m_request;
    LineageBuilder m_builder;
    QHash<qint64, LineageEnd> m_names;
    QHash<qint64, int> m_sources;
    QHash<qint64, int> m_jobOfName;
    QSet<qint64> m_jobs;
    Target m_target;
};

//! Reads the intervals of history, for things as the cache knows them now.
class PastLineage
{
public:
    PastLineage(EntityReader &reader, const LineageHistory &history, const LineageRequest &request)
        : m_reader(reader)
        , m_history(history)
        , m_request(request)
        , m_builder(reader)
    {
        for (auto it = reader.accountRows().begin(); it != reader.accountRows().end(); ++it)
            m_rows.insert(it.value(), it.key());
        for (const auto &id : request.fieldsOf)
            m_fieldsOf.insert(reader.find(id).value_or(-1));
        m_names = history.names();
    }

    //! Adds what held at \a at; answers how many links that were.
    std::size_t add(const QDateTime &at)
    {
        QSet<qint64> jobs;
        if (m_request.jobs) {
            m_history.forEachAt(at, false, [&jobs](const LineageInterval &interval) {
                if (interval.level == LineageLevel::Job)
                    jobs.insert(interval.job);
            });
        }
        const auto before = m_builder.links().size();
        m_history.forEachAt(at, m_request.fields, [&](const LineageInterval &interval) {
            const bool viaJob = jobs.contains(interval.job);
            const bool ofJob = interval.level == LineageLevel::Job;
            if (ofJob ? m_request.jobs : interval.level == LineageLevel::Field || !viaJob)
                add(interval);
        });
        return m_builder.links().size() - before;
    }

    LineageBuilder &builder() { return m_builder; }

private:
    LineageEnd end(qint64 name)
    {
        auto known = m_ends.constFind(name);
        if (known == m_ends.constEnd()) {
            const auto [account, nativeId] = m_names.value(name);
            const auto row = m_rows.constFind(account);
            const auto record =
                row == m_rows.constEnd() ? std::nullopt : m_reader.record(*row, nativeId);
            known = m_ends.insert(name, {account, nativeId, record ? record->entity : 0});
        }
        return *known;
    }

    void add(const LineageInterval &interval)
    {
        const auto source = end(interval.source);
        const auto target = end(interval.target);
        // What an account said that is no longer there is not shown.
        if (!m_rows.contains(target.account))
            return;
        if (interval.level == LineageLevel::Field && !m_fieldsOf.isEmpty()
            && !m_fieldsOf.contains(source.entity) && !m_fieldsOf.contains(target.entity))
            return;
        m_builder.add({.source = m_builder.node(source),
                       .target = m_builder.node(target),
                       .sourceField = m_builder.text(interval.sourceField),
                       .targetField = m_builder.text(interval.targetField),
                       .job = interval.job == 0 ? -1 : m_builder.job(end(interval.job)),
                       .transformation = m_builder.transformation(interval.detail),
                       .account = m_builder.account(target.account),
                       .level = interval.level,
                       .validFrom = interval.validFrom,
                       .validTo = interval.validTo});
    }

    EntityReader &m_reader;
    const LineageHistory &m_history;
    const LineageRequest &m_request;
    LineageBuilder m_builder;
    QHash<QUuid, qint64> m_rows;
    QHash<qint64, LineageName> m_names;
    QHash<qint64, LineageEnd> m_ends;
    QSet<qint64> m_fieldsOf;
};

} // namespace

LineageGraph readLineage(EntityReader &reader, const LineageRequest &request)
{
    return CurrentLineage(reader, request).read();
}

LineageGraph readLineageAt(EntityReader &reader, const LineageHistory &history,
                           const LineageRequest &request)
{
    PastLineage past(reader, history, request);
    past.add(request.at);
    auto graph = past.builder().take();
    graph.at = request.at;
    return graph;
}

LineageGraph readLineageChanges(EntityReader &reader, const LineageHistory &history,
                                const QDateTime &from, const QDateTime &to,
                                const LineageRequest &request)
{
    PastLineage past(reader, history, request);
    const auto before = past.add(from);
    past.add(to);
    markChanges(past.builder().links(), before);
    auto graph = past.builder().take();
    graph.at = to;
    return graph;
}

QList<LineageFact> readLineageFacts(EntityReader &reader, qint64 source, qint64 target)
{
    QList<LineageFact> facts;
    LineageTable table(reader.connection());
    for (const auto &alias : reader.aliases(target)) {
        for (const auto &edge : table.document(alias.id).edges) {
            const auto from = reader.record(alias.account, edge.source);
            if (!from || from->entity != source)
                continue;
            LineageFact fact;
            fact.edge = edge;
            fact.account = reader.account(alias.account);
            fact.accountName = reader.accountName(alias.account);
            if (const auto job = reader.record(alias.account, edge.job))
                fact.code = table.document(job->id).code;
            facts.append(fact);
        }
    }
    return facts;
}

} // namespace portolan::store
