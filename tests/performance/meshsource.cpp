// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/performance/meshsource.h"

#include "models/base/identity.h"

namespace portolan::performance {

store::IndexDocument MeshSource::documentOf(qint64 rowid) const
{
    auto record = m_mesh.record(rowid - 1);
    store::IndexDocument made;
    made.rowid = rowid;
    made.id = entityId(demoAccountId(), record.nativeId);
    made.kind = record.kind;
    made.nativeId = record.nativeId;
    made.type = record.type;
    made.name = record.name;
    made.title = record.title;
    made.synonyms = record.synonyms;
    made.description = record.description;
    made.domain = record.domain;
    made.ownerName = record.ownerName;
    made.status = record.status;
    made.classification = record.classification;
    made.tags = record.tags;
    made.accounts = {QStringLiteral("bench")};
    made.platforms = {QStringLiteral("synthetic")};
    made.popularity = record.popularity;
    made.changedAt = 1767225600000 + rowid;
    made.fields = std::move(record.fields);
    return made;
}

Result<void> MeshSource::all(const std::function<bool(store::IndexDocument &&)> &take)
{
    for (qint64 rowid = 1; rowid <= m_mesh.recordCount(); ++rowid) {
        if (!take(documentOf(rowid)))
            break;
    }
    return {};
}

Result<void> MeshSource::documents(const QList<qint64> &rowids,
                                   const std::function<bool(store::IndexDocument &&)> &take)
{
    for (const auto rowid : rowids) {
        if (rowid >= 1 && rowid <= m_mesh.recordCount() && !take(documentOf(rowid)))
            break;
    }
    return {};
}

} // namespace portolan::performance
