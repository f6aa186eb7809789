// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/openlineage/columns.h"

#include <QSet>
#include <QStringList>

#include <utility>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::Transformation;
using portolan::formats::json::Json;

namespace portolan::formats::openlineage {
namespace {

QString keyOf(const simdjson::dom::key_value_pair &member)
{
    return QString::fromUtf8(member.key.data(), qsizetype(member.key.size()));
}

void addWord(QStringList &words, const QString &word)
{
    if (!word.isEmpty() && !words.contains(word))
        words.append(word);
}

std::optional<bool> flagIn(const Json &value, std::string_view key)
{
    bool flag = false;
    return json::member(value, key).get(flag) == simdjson::SUCCESS ? std::optional(flag)
                                                                   : std::nullopt;
}

//! Several transformations of one pair of columns as one: the pair is one edge. It is direct when
//! one of them is, and hides the value when one of them does.
Transformation transformationIn(const Json &source)
{
    Transformation one;
    QStringList subtypes;
    QStringList descriptions;
    for (const auto &item : json::items(json::member(source, "transformations"))) {
        const auto type = json::text(item, "type");
        if (one.type.isEmpty() || type == u"DIRECT")
            one.type = type;
        addWord(subtypes, json::text(item, "subtype"));
        addWord(descriptions, json::text(item, "description"));
        const auto masking = flagIn(item, "masking");
        if (masking)
            one.masking = one.masking.value_or(false) || *masking;
    }
    one.subtype = subtypes.join(u", "_s);
    one.description = descriptions.join(u"; "_s);
    return one;
}

//! What facets before 1-2-0 say once for all inputs of a column.
Transformation olderTransformationIn(const Json &column)
{
    Transformation one;
    one.description = json::text(column, "transformationDescription");
    const auto type = json::text(column, "transformationType");
    if (type == u"MASKED")
        one.masking = true;
    else
        one.subtype = type;
    return one;
}

//! Collects what a facet says, each pair of columns once.
class Collector
{
public:
    explicit Collector(const Name &job)
        : m_job(job)
    {
    }

    void addSource(const Json &source, const QString &column, const Transformation &otherwise)
    {
        ColumnSource one{.source = nameIn(source),
                         .sourceField = json::text(source, "field"),
                         .column = column,
                         .transformation = transformationIn(source)};
        if (one.source.isEmpty() || one.sourceField.isEmpty())
            return;
        if (one.transformation.isEmpty())
            one.transformation = otherwise;
        const auto before = m_pairs.size();
        m_pairs.insert({{one.source, one.sourceField}, column});
        if (m_pairs.size() > before)
            stated.columns.append(std::move(one));
    }

    //! An input of the facet lineage: a dataset, a column of it, or a job.
    void addInput(const Json &input, const QString &column)
    {
        const bool isJob = json::text(input, "type") == u"JOB";
        const auto name = isJob && nameIn(input).isEmpty() ? m_job : nameIn(input);
        if (isJob && !name.isEmpty() && !stated.jobs.contains(name))
            stated.jobs.append(name);
        if (isJob || name.isEmpty())
            return;
        if (!json::text(input, "field").isEmpty())
            addSource(input, column, {});
        else if (column.isEmpty() && !stated.datasets.contains(name))
            stated.datasets.append(name);
    }

    StatedLineage stated;

private:
    Name m_job;
    QSet<std::pair<std::pair<Name, QString>, QString>> m_pairs;
};

} // namespace

StatedLineage columnLineageIn(const Json &facet)
{
    Collector collector({});
    simdjson::dom::object columns;
    if (json::member(facet, "fields").get(columns) == simdjson::SUCCESS) {
        for (const auto column : columns) {
            const auto otherwise = olderTransformationIn(column.value);
            for (const auto &source : json::items(json::member(column.value, "inputFields")))
                collector.addSource(source, keyOf(column), otherwise);
        }
    }
    for (const auto &source : json::items(json::member(facet, "dataset")))
        collector.addSource(source, {}, {});
    return collector.stated;
}

StatedLineage datasetLineageIn(const Json &facet, const Name &job)
{
    Collector collector(job);
    for (const auto &input : json::items(json::member(facet, "inputs")))
        collector.addInput(input, {});
    simdjson::dom::object columns;
    if (json::member(facet, "fields").get(columns) == simdjson::SUCCESS) {
        for (const auto column : columns) {
            for (const auto &input : json::items(json::member(column.value, "inputs")))
                collector.addInput(input, keyOf(column));
        }
    }
    return collector.stated;
}

QList<LineageEntry> jobLineageIn(const Json &facet, const Name &job)
{
    QList<LineageEntry> entries;
    for (const auto &item : json::items(json::member(facet, "entries"))) {
        LineageEntry entry;
        entry.isJob = json::text(item, "type") == u"JOB";
        entry.target = entry.isJob && nameIn(item).isEmpty() ? job : nameIn(item);
        entry.stated = datasetLineageIn(item, job);
        if (!entry.target.isEmpty())
            entries.append(std::move(entry));
    }
    return entries;
}

} // namespace portolan::formats::openlineage
