// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/marquezshape.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

QString written(const QDateTime &at)
{
    return at.toUTC().toString(Qt::ISODateWithMs);
}

QJsonValue writtenOrNull(const QDateTime &at)
{
    return at.isValid() ? QJsonValue(written(at)) : QJsonValue();
}

QJsonObject idOf(const MarquezShape::Name &name)
{
    return {{u"namespace"_s, name.first}, {u"name"_s, name.second}};
}

QJsonArray idsOf(const QList<MarquezShape::Name> &names)
{
    QJsonArray list;
    for (const auto &name : names)
        list.append(idOf(name));
    return list;
}

QJsonArray versionsOf(const QList<MarquezShape::Name> &names)
{
    QJsonArray list;
    for (const auto &name : names)
        list.append(QJsonObject{{u"datasetVersionId"_s, idOf(name)}, {u"facets"_s, QJsonObject()}});
    return list;
}

} // namespace

QJsonObject MarquezShape::view(const Name &name, const Dataset &dataset, bool hasFacets) const
{
    QJsonArray fields;
    const auto schema = dataset.facets.value(u"schema"_s).toObject().value(u"fields"_s).toArray();
    for (const auto &value : schema) {
        const auto field = value.toObject();
        const auto word = field.value(u"name"_s).toString();
        fields.append(
            QJsonObject{{u"name"_s, word},
                        {u"type"_s, field.value(u"type"_s)},
                        {u"tags"_s, QJsonArray::fromStringList(dataset.fieldTags.value(word))},
                        {u"description"_s, field.value(u"description"_s)}});
    }
    return {{u"id"_s, idOf(name)},
            {u"type"_s, u"DB_TABLE"_s},
            {u"name"_s, name.second},
            {u"physicalName"_s, name.second},
            {u"createdAt"_s, written(dataset.created)},
            {u"updatedAt"_s, written(dataset.updated)},
            {u"namespace"_s, name.first},
            {u"sourceName"_s, u"default"_s},
            {u"fields"_s, fields},
            {u"tags"_s, QJsonArray::fromStringList(dataset.tags)},
            {u"lastModifiedAt"_s, written(dataset.updated)},
            {u"lastLifecycleState"_s, QString()},
            {u"description"_s,
             dataset.description.isEmpty() ? QJsonValue() : QJsonValue(dataset.description)},
            {u"currentVersion"_s, QJsonValue()},
            {u"columnLineage"_s, QJsonValue()},
            {u"facets"_s, hasFacets ? dataset.facets : QJsonObject()},
            {u"deleted"_s, false}};
}

QJsonObject MarquezShape::view(const Name &name, const Job &job) const
{
    QJsonArray runs;
    for (const auto &run : job.runs.mid(0, 10))
        runs.append(QJsonObject{{u"id"_s, run.id},
                                {u"createdAt"_s, written(run.started)},
                                {u"updatedAt"_s, written(job.updated)},
                                {u"state"_s, run.state},
                                {u"startedAt"_s, writtenOrNull(run.started)},
                                {u"endedAt"_s, writtenOrNull(run.ended)},
                                {u"inputDatasetVersions"_s, versionsOf(run.inputs)},
                                {u"outputDatasetVersions"_s, versionsOf(run.outputs)},
                                {u"facets"_s, run.facets}});
    const auto inputs = job.runs.isEmpty() ? job.inputs : job.runs.first().inputs;
    const auto outputs = job.runs.isEmpty() ? job.outputs : job.runs.first().outputs;
    return {{u"id"_s, idOf(name)},
            {u"type"_s, u"BATCH"_s},
            {u"name"_s, name.second},
            {u"simpleName"_s, name.second},
            {u"parentJobName"_s, QJsonValue()},
            {u"createdAt"_s, written(job.created)},
            {u"updatedAt"_s, written(job.updated)},
            {u"namespace"_s, name.first},
            {u"inputs"_s, idsOf(inputs)},
            {u"outputs"_s, idsOf(outputs)},
            {u"location"_s, QJsonValue()},
            {u"description"_s, QJsonValue()},
            {u"latestRun"_s, runs.isEmpty() ? QJsonValue() : runs.first()},
            {u"latestRuns"_s, runs.isEmpty() ? QJsonValue() : QJsonValue(runs)},
            {u"facets"_s, job.facets},
            {u"labels"_s, QJsonArray()},
            {u"tags"_s, QJsonArray::fromStringList(job.tags)}};
}

QJsonObject MarquezShape::spaceView(const QString &space) const
{
    return {{u"name"_s, space},
            {u"createdAt"_s, written(m_spaces.value(space))},
            {u"updatedAt"_s, written(m_spaces.value(space))},
            {u"ownerName"_s, u"anonymous"_s},
            {u"description"_s, QString(u"Where "_s + space + u" puts its names"_s)},
            {u"isHidden"_s, false}};
}

} // namespace portolan::tests
