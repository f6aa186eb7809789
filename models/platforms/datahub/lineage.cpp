// SPDX-License-Identifier: GPL-3.0-or-later
// Lineage lies in the aspects of what is made (upstreamLineage, chartInfo, …), and in those of
// jobs, which name what they read and write. An edge is told with the thing that it ends in.
#include "models/platforms/datahub/lineage.h"

#include "models/platforms/datahub/links.h"

#include <QDateTime>
#include <QSet>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::LineageEdge;
using portolan::domain::LineageLevel;
using portolan::domain::Record;

namespace portolan::platforms::datahub {
namespace {

//! "COPY: a + b" is an operation and how it is done.
domain::Transformation transformationOf(const Json &entry)
{
    domain::Transformation how;
    auto operation = json::text(entry, "transformOperation");
    if (operation.compare(u"NONE"_s, Qt::CaseInsensitive) == 0)
        operation.clear();
    const auto colon = operation.indexOf(u": "_s);
    how.subtype = (colon > 0 ? operation.left(colon) : operation).toUpper();
    if (colon > 0)
        how.description = operation.mid(colon + 2);
    return how;
}

QList<FieldLink> fieldLinksOf(const Json &list)
{
    QList<FieldLink> links;
    for (const auto &entry : json::items(list)) {
        const auto how = transformationOf(entry);
        const auto sources = json::texts(json::member(entry, "upstreams"));
        auto targets = json::texts(json::member(entry, "downstreams"));
        for (const auto &target : targets) {
            for (const auto &source : sources)
                links.append({fieldRefOf(source), fieldRefOf(target), how});
        }
    }
    return links;
}

QString keyOf(const LineageEdge &edge)
{
    const QChar end(u'\0');
    return QString::number(int(edge.level)) + end + edge.source + end + edge.job + end
        + edge.sourceField + end + edge.targetField + end + edge.transformation.subtype + end
        + edge.transformation.description;
}

//! Adds edges to one record, each once.
class Edges
{
public:
    explicit Edges(Record &record)
        : m_record(record)
    {
        for (const auto &edge : std::as_const(record.lineage))
            m_keys.insert(keyOf(edge));
    }

    void add(LineageLevel level, const QString &source, const QString &job = {},
             const QDateTime &lastSeen = {})
    {
        LineageEdge edge;
        edge.level = level;
        edge.source = source;
        edge.job = job;
        edge.lastSeen = lastSeen;
        put(std::move(edge));
    }

    void add(const FieldLink &link, const QString &job = {})
    {
        if (link.target.asset != m_record.nativeId || link.source.path.isEmpty())
            return;
        LineageEdge edge;
        edge.level = LineageLevel::Field;
        edge.source = link.source.asset;
        edge.sourceField = link.source.path;
        edge.targetField = link.target.path;
        edge.job = job;
        edge.transformation = link.how;
        put(std::move(edge));
    }

private:
    void put(LineageEdge edge)
    {
        // A thing is not made from itself; a column of it may be.
        if (edge.source.isEmpty()
            || (edge.source == m_record.nativeId && edge.level != LineageLevel::Field))
            return;
        edge.target = m_record.nativeId;
        edge.evidence = u"design"_s;
        const auto key = keyOf(edge);
        if (m_keys.contains(key))
            return;
        m_keys.insert(key);
        m_record.lineage.append(std::move(edge));
    }

    Record &m_record;
    QSet<QString> m_keys;
};

QDateTime stampOf(const Json &stamp)
{
    const auto time = json::text(stamp, "time").toLongLong();
    return time > 0 ? QDateTime::fromMSecsSinceEpoch(time, Qt::UTC) : QDateTime();
}

void addOfDataset(Edges &edges, const Json &upstreamLineage)
{
    QSet<QString> declared;
    for (const auto &upstream : json::items(json::member(upstreamLineage, "upstreams"))) {
        const auto source = json::text(upstream, "dataset");
        declared.insert(source);
        edges.add(LineageLevel::Dataset, source, {}, stampOf(json::member(upstream, "auditStamp")));
    }
    const auto fields = fieldLinksOf(json::member(upstreamLineage, "fineGrainedLineages"));
    for (const auto &link : fields) {
        edges.add(link);
        // Some entries name whole datasets as what columns are made from.
        if (link.source.path.isEmpty() && !declared.contains(link.source.asset))
            edges.add(LineageLevel::Dataset, link.source.asset);
    }
}

void addSources(Edges &edges, const QStringList &urns)
{
    for (const auto &urn : urns)
        edges.add(typeOf(urn) == u"dataJob" ? LineageLevel::Job : LineageLevel::Dataset, urn);
}

//! What a model was trained with, and by which jobs; runs of them are no things here.
void addOfModel(Edges &edges, const Entity &model)
{
    const auto data = json::member(model.aspect("mlModelTrainingData"), "trainingData");
    for (const auto &one : json::items(data))
        edges.add(LineageLevel::Dataset, json::text(one, "dataset"));
    for (const auto &job :
         json::texts(json::member(model.aspect("mlModelProperties"), "trainingJobs"))) {
        if (typeOf(job) == u"dataJob")
            edges.add(LineageLevel::Job, job, job);
    }
}

} // namespace

JobLineage jobLineageOf(const QString &urn, const Json &inputOutput)
{
    return {.urn = urn,
            .inputs = inputsOf(inputOutput),
            .outputs = outputsOf(inputOutput),
            .jobs = urnsOf(json::member(inputOutput, "inputDatajobs"),
                           json::member(inputOutput, "inputDatajobEdges")),
            .fields = fieldLinksOf(json::member(inputOutput, "fineGrainedLineages"))};
}

bool makesInputs(const QString &type)
{
    return type == u"dataset" || type == u"chart" || type == u"dashboard";
}

Api::Aspects madeFromAspects()
{
    return {{u"dataset"_s, {u"upstreamLineage"_s}},
            {u"chart"_s, {u"chartInfo"_s}},
            {u"dashboard"_s, {u"dashboardInfo"_s}}};
}

void addLineage(Record &record, const Entity &entity)
{
    Edges edges(record);
    const auto &type = entity.name.type;
    const auto of = [&entity](std::string_view aspect, std::string_view list,
                              std::string_view edgeList) {
        const auto value = entity.aspect(aspect);
        return urnsOf(json::member(value, list), json::member(value, edgeList));
    };
    if (type == u"dataset") {
        addOfDataset(edges, entity.aspect("upstreamLineage"));
    } else if (type == u"dataJob") {
        const auto job = jobLineageOf(entity.urn, entity.aspect("dataJobInputOutput"));
        for (const auto &input : job.inputs)
            edges.add(LineageLevel::Job, input, entity.urn);
        for (const auto &before : job.jobs)
            edges.add(LineageLevel::Job, before, entity.urn);
    } else if (type == u"chart") {
        addSources(edges, of("chartInfo", "inputs", "inputEdges"));
    } else if (type == u"dashboard") {
        addSources(edges, of("dashboardInfo", "charts", "chartEdges"));
        addSources(edges, of("dashboardInfo", "datasets", "datasetEdges"));
        addSources(edges, of("dashboardInfo", "", "dashboards"));
    } else if (type == u"mlModel") {
        addSources(edges, of("mlModelProperties", "mlFeatures", ""));
        addOfModel(edges, entity);
    } else if (type == u"mlFeatureTable") {
        addSources(edges, of("mlFeatureTableProperties", "mlFeatures", ""));
    } else if (type == u"mlFeature") {
        addSources(edges, of("mlFeatureProperties", "sources", ""));
    } else if (type == u"mlPrimaryKey") {
        addSources(edges, of("mlPrimaryKeyProperties", "sources", ""));
    }
}

void addLineageOfJob(Record &record, const JobLineage &job)
{
    if (!job.outputs.contains(record.nativeId))
        return;
    Edges edges(record);
    for (const auto &input : job.inputs)
        edges.add(LineageLevel::Dataset, input, job.urn);
    edges.add(LineageLevel::Job, job.urn, job.urn);
    for (const auto &link : job.fields)
        edges.add(link, job.urn);
}

} // namespace portolan::platforms::datahub
