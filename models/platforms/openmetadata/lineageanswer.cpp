// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/openmetadata/lineageanswer.h"

#include "models/platforms/openmetadata/names.h"
#include "models/platforms/openmetadata/reading.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::LineageEdge;
using portolan::domain::LineageLevel;

namespace portolan::platforms::openmetadata {
namespace {

using formats::json::member;
using formats::json::text;

//! How it is known: what a run or a query left behind, what dbt says, or what somebody drew.
QString evidenceOf(const QString &source)
{
    static const QHash<QString, QString> words{
        {u"Manual"_s, u"design"_s},
        {u"ViewLineage"_s, u"design"_s},
        {u"QueryLineage"_s, u"run"_s},
        {u"PipelineLineage"_s, u"run"_s},
        {u"SparkLineage"_s, u"run"_s},
        {u"OpenLineage"_s, u"run"_s},
        {u"DbtLineage"_s, u"dbt"_s},
        {u"DashboardLineage"_s, u"design"_s},
        {u"ExternalTableLineage"_s, u"design"_s},
    };
    return source.isEmpty() ? u"design"_s : words.value(source, source);
}

//! Reads the edges that end in one thing.
class EdgeReader
{
public:
    EdgeReader(const Reference &target, const QHash<QString, Reference> &things,
               const ListColumns &lists)
        : m_target(target)
        , m_things(things)
        , m_lists(lists)
    {
        m_result.nativeId = target.nativeId();
    }

    void add(const Json &edge)
    {
        const auto source = m_things.value(text(edge, "fromEntity"));
        if (source.fqn.isEmpty())
            return;
        const auto details = member(edge, "lineageDetails");
        LineageEdge whole;
        whole.source = source.nativeId();
        whole.target = m_result.nativeId;
        if (source.type == u"pipeline" || m_target.type == u"pipeline")
            whole.level = LineageLevel::Job;
        whole.job = referenceOf(member(details, "pipeline")).nativeId();
        whole.evidence = evidenceOf(text(details, "source"));
        whole.validFrom = Reading::time(details, "createdAt");
        if (whole.evidence == u"run")
            whole.lastSeen = Reading::time(details, "updatedAt");
        auto told = whole;
        told.transformation.description = text(details, "sqlQuery");
        if (told.transformation.description.isEmpty())
            told.transformation.description = text(details, "description");
        if (take(told))
            addColumns(details, whole, source);
    }

    domain::LineageOf result() { return std::move(m_result); }

private:
    void addColumns(const Json &details, const LineageEdge &whole, const Reference &source)
    {
        for (const auto &pair : formats::json::items(member(details, "columnsLineage"))) {
            auto edge = whole;
            edge.level = LineageLevel::Field;
            edge.targetField = fieldOf(text(pair, "toColumn"), m_target);
            edge.transformation.description = text(pair, "function");
            if (edge.targetField.isEmpty())
                continue;
            for (const auto &from : formats::json::texts(member(pair, "fromColumns"))) {
                edge.sourceField = fieldOf(from, source);
                if (!edge.sourceField.isEmpty())
                    take(edge);
            }
        }
    }

    QString fieldOf(const QString &column, const Reference &thing) const
    {
        return withBrackets(fieldPathOf(column, thing.fqn), m_lists.value(thing.nativeId()));
    }

    //! Adds \a edge unless one like it is there.
    bool take(const LineageEdge &edge)
    {
        const auto key = QString(edge.source % u'\n' % edge.sourceField % u'\n' % edge.targetField);
        if (m_taken.contains(key))
            return false;
        m_taken.insert(key);
        m_result.lineage.append(edge);
        return true;
    }

    const Reference m_target;
    const QHash<QString, Reference> &m_things;
    const ListColumns &m_lists;
    domain::LineageOf m_result;
    QSet<QString> m_taken;
};

//! The graph of an answer: who is in it, and what leads to whom.
class Graph
{
public:
    explicit Graph(const Json &answer)
    {
        const auto root = referenceOf(member(answer, "entity"));
        m_root = root.id;
        m_things.insert(root.id, root);
        for (const auto &node : formats::json::items(member(answer, "nodes"))) {
            const auto thing = referenceOf(node);
            m_things.insert(thing.id, thing);
        }
        for (const auto &edge : formats::json::items(member(answer, "upstreamEdges")))
            m_edges[text(edge, "toEntity")].append(edge);
    }

    //! What has all of its edges in an answer that goes \a depth steps up, the root first.
    QStringList whole(int depth) const
    {
        QStringList found;
        QSet<QString> level{m_root};
        const auto last = levelAt(depth);
        for (int step = 0; step < depth && !level.isEmpty(); ++step) {
            const bool isTaken = std::any_of(level.begin(), level.end(), [this](const auto &id) {
                return m_edges.contains(id);
            });
            for (const auto &id : std::as_const(level)) {
                // Without an edge it may be a source, or nobody looked above it: the answer may
                // end before the steps that were asked for, or not look at a thing twice.
                const bool isSource = isTaken && !last.contains(id);
                if (id == m_root || m_edges.contains(id) || isSource)
                    found.append(id);
            }
            level = above(level);
        }
        found.removeDuplicates();
        return found;
    }

    ToldLineage lineageOf(const QString &id, const ListColumns &lists) const
    {
        EdgeReader reader(m_things.value(id), m_things, lists);
        for (const auto &edge : m_edges.value(id))
            reader.add(edge);
        return {.uuid = QUuid(id), .lineage = reader.result()};
    }

private:
    QSet<QString> levelAt(int depth) const
    {
        QSet<QString> level{m_root};
        for (int step = 0; step < depth; ++step)
            level = above(level);
        return level;
    }

    QSet<QString> above(const QSet<QString> &level) const
    {
        QSet<QString> sources;
        for (const auto &id : level) {
            for (const auto &edge : m_edges.value(id))
                sources.insert(text(edge, "fromEntity"));
        }
        return sources;
    }

    QString m_root;
    QHash<QString, Reference> m_things; //!< by uuid
    QHash<QString, QList<Json>> m_edges; //!< by the uuid of what they end in
};

} // namespace

Result<QList<ToldLineage>> lineagesOf(const QByteArray &body, const QString &asked,
                                      const ListColumns &lists, int depth)
{
    formats::json::JsonParser parser;
    const std::string_view whole(body.constData(), std::size_t(body.size()));
    Json answer;
    QList<ToldLineage> told;
    if (parser.parse(whole, whole).get(answer) == simdjson::SUCCESS) {
        const Graph graph(answer);
        for (const auto &id : graph.whole(depth))
            told.append(graph.lineageOf(id, lists));
    }
    if (told.isEmpty() || told.constFirst().lineage.nativeId.isEmpty())
        return failure(Error::Kind::Protocol,
                       asked % u": the answer is no lineage of OpenMetadata"_s);
    told.removeIf([](const ToldLineage &one) { return one.lineage.nativeId.isEmpty(); });
    return told;
}

} // namespace portolan::platforms::openmetadata
