// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/openmetadata/lineageanswer.h"

#include "models/platforms/openmetadata/names.h"
#include "models/platforms/openmetadata/reading.h"

#include <QHash>
#include <QSet>

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

class EdgeReader
{
public:
    EdgeReader(const Json &answer, domain::LineageOf &result)
        : m_result(result)
    {
        const auto root = referenceOf(member(answer, "entity"));
        m_root = root.id;
        m_result.nativeId = root.nativeId();
        m_things.insert(root.id, root);
        for (const auto &node : formats::json::items(member(answer, "nodes"))) {
            const auto thing = referenceOf(node);
            m_things.insert(thing.id, thing);
        }
    }

    void add(const Json &edge)
    {
        const auto source = m_things.value(text(edge, "fromEntity"));
        if (text(edge, "toEntity") != m_root || source.fqn.isEmpty())
            return;
        const auto details = member(edge, "lineageDetails");
        LineageEdge whole;
        whole.source = source.nativeId();
        whole.target = m_result.nativeId;
        if (source.type == u"pipeline" || m_things.value(m_root).type == u"pipeline")
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
            addColumns(details, whole, source.fqn);
    }

private:
    void addColumns(const Json &details, const LineageEdge &whole, const QString &source)
    {
        const auto target = m_things.value(m_root).fqn;
        for (const auto &pair : formats::json::items(member(details, "columnsLineage"))) {
            auto edge = whole;
            edge.level = LineageLevel::Field;
            edge.targetField = fieldPathOf(text(pair, "toColumn"), target);
            edge.transformation.description = text(pair, "function");
            if (edge.targetField.isEmpty())
                continue;
            for (const auto &from : formats::json::texts(member(pair, "fromColumns"))) {
                edge.sourceField = fieldPathOf(from, source);
                if (!edge.sourceField.isEmpty())
                    take(edge);
            }
        }
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

    domain::LineageOf &m_result;
    QString m_root;
    QHash<QString, Reference> m_things; //!< by uuid
    QSet<QString> m_taken;
};

} // namespace

Result<domain::LineageOf> lineageOf(const QByteArray &body, const QString &asked)
{
    formats::json::JsonParser parser;
    const std::string_view whole(body.constData(), std::size_t(body.size()));
    Json answer;
    domain::LineageOf result;
    if (parser.parse(whole, whole).get(answer) == simdjson::SUCCESS) {
        EdgeReader reader(answer, result);
        for (const auto &edge : formats::json::items(member(answer, "upstreamEdges")))
            reader.add(edge);
    }
    if (result.nativeId.isEmpty())
        return failure(Error::Kind::Protocol,
                       asked % u": the answer is no lineage of OpenMetadata"_s);
    return result;
}

} // namespace portolan::platforms::openmetadata
