// SPDX-License-Identifier: GPL-3.0-or-later
// How the lineage is read: the edges lie packed, one row for each target, and are read from end to
// end, once. Which thing a number means is looked up once for each name, not for each edge.
#include "models/store/lineagereader.h"

#include "models/store/lineagebuilder.h"
#include "models/store/lineagechanges.h"
#include "models/store/lineagedocument.h"
#include "models/store/lineagetable.h"

#include <QSet>

#include <algorithm>
#include <utility>

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
        for (const auto &id : m_request.fieldsOf)
            m_fieldsOf.insert(m_reader.find(id).value_or(-1));
        readNames();
        if (m_request.jobs)
            findJobs();
        static constexpr auto sql =
            "SELECT l.edges, l.fields, r.account, r.native_id, r.entity, r.id FROM lineage_in l"
            " JOIN record r ON r.id = l.target";
        Query query(m_reader.connection(), sql);
        while (query.step()) {
            const auto account = m_reader.account(query.integer(2));
            const Target to{.end = {account, query.text(3), query.integer(4)},
                            .record = query.integer(5),
                            .account = m_builder.account(account)};
            addEdges(to, query.blob(0));
            if (m_request.fields)
                addFields(to, query.blob(1));
        }
        return m_builder.take();
    }

private:
    struct Target
    {
        LineageEnd end;
        qint64 record = 0;
        qint16 account = 0;
    };

    void readNames()
    {
        static constexpr auto sql =
            "SELECT n.id, n.account, n.native_id, coalesce(r.entity, 0), coalesce(r.id, 0)"
            " FROM lineage_node n"
            " LEFT JOIN record r ON r.account = n.account AND r.native_id = n.native_id";
        Query query(m_reader.connection(), sql);
        while (query.step()) {
            m_names.insert(query.integer(0),
                           {m_reader.account(query.integer(1)), query.text(2), query.integer(3)});
            if (m_request.jobs && query.integer(4) != 0)
                m_records.insert(query.integer(0), query.integer(4));
        }
    }

    //! What jobs read and write, as the name of the source and the record of the target.
    void findJobs()
    {
        static constexpr auto sql = "SELECT edges, target FROM lineage_in";
        Query query(m_reader.connection(), sql);
        while (query.step()) {
            for (const auto &row : LineageTable::edgesIn(query.blob(0))) {
                if (row.level == LineageLevel::Job)
                    m_ofJobs.insert({row.source, query.integer(1)});
            }
        }
    }

    //! Whether the job of \a row stands between its two ends: then the edge itself is left out.
    bool leadsThroughJob(const Target &to, const LineageTable::EdgeRow &row) const
    {
        const auto job = m_records.constFind(row.job);
        return job != m_records.constEnd() && m_ofJobs.contains({row.source, *job})
            && m_ofJobs.contains({row.job, to.record});
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

    LineageLink linkOf(const Target &to, const LineageTable::EdgeRow &row)
    {
        return {.source = source(row.source),
                .target = m_builder.node(to.end),
                .job = job(row.job),
                .account = to.account,
                .level = row.level,
                .validFrom = row.validFrom,
                .lastSeen = row.lastSeen};
    }

    void addEdges(const Target &to, const QByteArray &packed)
    {
        for (const auto &row : LineageTable::edgesIn(packed)) {
            const bool ofJob = row.level == LineageLevel::Job;
            if (ofJob ? m_request.jobs : !leadsThroughJob(to, row))
                m_builder.add(linkOf(to, row));
        }
    }

    void addFields(const Target &to, const QByteArray &packed)
    {
        const bool all = m_fieldsOf.isEmpty() || m_fieldsOf.contains(to.end.entity);
        for (const auto &row : LineageTable::fieldsIn(packed)) {
            if (!all && !m_fieldsOf.contains(m_names.value(row.edge.source).entity))
                continue;
            auto link = linkOf(to, row.edge);
            link.sourceField = m_builder.text(row.sourceField);
            link.targetField = m_builder.text(row.targetField);
            link.transformation = m_builder.transformation(row.detail);
            m_builder.add(link);
        }
    }

    EntityReader &m_reader;
    const LineageRequest &m_request;
    LineageBuilder m_builder;
    QHash<qint64, LineageEnd> m_names;
    QHash<qint64, int> m_sources;
    QHash<qint64, int> m_jobOfName;
    QHash<qint64, qint64> m_records; //!< of names, while jobs are shown
    QSet<std::pair<qint64, qint64>> m_ofJobs;
    QSet<qint64> m_fieldsOf; //!< entities
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
        QSet<std::pair<qint64, qint64>> ofJobs;
        if (m_request.jobs) {
            m_history.forEachAt(at, false, [&ofJobs](const LineageInterval &interval) {
                if (interval.level == LineageLevel::Job)
                    ofJobs.insert({interval.source, interval.target});
            });
        }
        const auto before = m_builder.links().size();
        m_history.forEachAt(at, m_request.fields, [&](const LineageInterval &interval) {
            const bool viaJob = ofJobs.contains({interval.source, interval.job})
                && ofJobs.contains({interval.job, interval.target});
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

//! The graph of \a past as of \a at. How service levels stand is known of now alone: on a day that
//! is past, or between two, it would be taken for what was so then.
LineageGraph takePast(PastLineage &past, const QDateTime &at)
{
    auto graph = past.builder().take();
    graph.at = at;
    for (auto &node : graph.nodes)
        node.slo.reset();
    return graph;
}

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
    return takePast(past, request.at);
}

LineageGraph readLineageChanges(EntityReader &reader, const LineageHistory &history,
                                const QDateTime &from, const QDateTime &to,
                                const LineageRequest &request)
{
    PastLineage past(reader, history, request);
    const auto before = past.add(from);
    past.add(to);
    past.builder().orderWays();
    markChanges(past.builder().links(), before);
    return takePast(past, to);
}

QList<LineageFact> readLineageFacts(EntityReader &reader, qint64 source, qint64 target)
{
    QList<LineageFact> facts;
    LineageTable table(reader.connection());
    for (const auto &alias : reader.aliases(target)) {
        for (const auto &edge : table.document(alias.id).edges) {
            const auto from = reader.record(alias.account, edge.source);
            if (edge.validTo.isValid() || !from || from->entity != source)
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
