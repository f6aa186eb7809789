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

QList<Record> translate(const Folded &folded, const QStringList &files)
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
    for (const auto &job : folded.jobs) {
        if (isWorthShowing(job))
            add(assetOf(job, files.value(job.place.file)));
    }
    QHash<QString, QSet<QString>> readers; //!< of a dataset: the datasets made from it
    for (const auto &edge : folded.edges) {
        if (const auto target = at.constFind(edge.target); target != at.constEnd())
            records[*target].lineage.append(edge);
        if (edge.level == LineageLevel::Dataset && !edge.validTo.isValid())
            readers[edge.source].insert(edge.target);
    }
    for (auto it = readers.begin(); it != readers.end(); ++it) {
        if (const auto source = at.constFind(it.key()); source != at.constEnd())
            records[*source].popularity = int(it->size());
    }
    return records;
}

} // namespace portolan::formats::openlineage
