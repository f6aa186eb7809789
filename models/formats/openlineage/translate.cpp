// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/openlineage/translate.h"

#include "models/formats/openlineage/datasets.h"
#include "models/formats/openlineage/jobs.h"

#include <QHash>
#include <QSet>

#include <utility>

using portolan::domain::LineageEdge;
using portolan::domain::LineageLevel;
using portolan::domain::Record;

namespace portolan::formats::openlineage {
namespace {

//! Names of events are case-sensitive, keys mostly are not: of datasets whose names differ in case
//! only, at most the one in lower case keeps the key that would make them one.
void keepApart(QList<Record> &records, const QList<FoldedDataset> &datasets)
{
    QHash<QString, QSet<Name>> things; //!< by key
    for (qsizetype i = 0; i < datasets.size(); ++i) {
        if (!records.at(i).datasetKey.isEmpty())
            things[records.at(i).datasetKey].insert(datasets.at(i).canonical);
    }
    for (qsizetype i = 0; i < datasets.size(); ++i) {
        auto &key = records[i].datasetKey;
        const auto &name = datasets.at(i).name.name;
        if (things.value(key).size() > 1 && name != name.toLower())
            key.clear();
    }
}

} // namespace

QList<Record> translate(Folded folded, const QStringList &files)
{
    QList<Record> records;
    records.reserve(folded.datasets.size() + folded.jobs.size());
    QHash<QString, qsizetype> at;
    const auto add = [&](Record record) {
        at.insert(record.nativeId, records.size());
        records.append(std::move(record));
    };
    for (const auto &dataset : folded.datasets)
        add(assetOf(dataset, files.value(dataset.place.file)));
    keepApart(records, folded.datasets);
    for (const auto &job : folded.jobs) {
        if (isWorthShowing(job))
            add(assetOf(job, files.value(job.place.file)));
    }
    QHash<QString, QSet<QString>> readers; //!< of a dataset: the datasets made from it
    for (auto &edge : folded.edges) {
        if (edge.level == LineageLevel::Dataset && !edge.validTo.isValid())
            readers[edge.source].insert(edge.target);
        if (const auto target = at.constFind(edge.target); target != at.constEnd())
            records[*target].lineage.append(std::move(edge));
    }
    folded.edges.clear();
    for (auto it = readers.begin(); it != readers.end(); ++it) {
        if (const auto source = at.constFind(it.key()); source != at.constEnd())
            records[*source].popularity = int(it->size());
    }
    return records;
}

} // namespace portolan::formats::openlineage
