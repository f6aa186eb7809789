// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/identity.h"
#include "models/domain/query.h"
#include "models/store/indexdocument.h"
#include "models/store/search/searchindex.h"

#include <QSet>
#include <QStringList>

#include <map>

namespace portolan::tests {

//! A cache of entities in memory, with the log that the index reads.
class MemorySource final : public store::IndexSource
{
public:
    void put(store::IndexDocument document)
    {
        const auto rowid = document.rowid;
        documents_[rowid] = std::move(document);
        log.append({++now, rowid});
    }

    void remove(qint64 rowid)
    {
        documents_.erase(rowid);
        log.append({++now, rowid});
    }

    Result<qint64> generation() override { return now; }

    Result<qint64> entityCount() override { return qint64(documents_.size()); }

    Result<void> all(const std::function<bool(store::IndexDocument &&)> &take) override
    {
        ++walks;
        for (const auto &[rowid, document] : documents_) {
            auto copy = document;
            if (!take(std::move(copy)))
                break;
        }
        return {};
    }

    Result<void> documents(const QList<qint64> &rowids,
                           const std::function<bool(store::IndexDocument &&)> &take) override
    {
        for (const auto rowid : rowids) {
            const auto found = documents_.find(rowid);
            if (found == documents_.end())
                continue;
            ++read;
            auto copy = found->second;
            if (!take(std::move(copy)))
                break;
        }
        return {};
    }

    Result<std::optional<QList<qint64>>> changedSince(qint64 generation) override
    {
        QList<qint64> rows;
        QSet<qint64> seen;
        for (const auto &[at, rowid] : log) {
            if (at <= generation || seen.contains(rowid))
                continue;
            seen.insert(rowid);
            rows.append(rowid);
        }
        return std::optional(rows);
    }

    Result<QList<domain::Entity>> entities(const QList<qint64> &) override
    {
        return QList<domain::Entity>();
    }

    std::map<qint64, store::IndexDocument> documents_;
    QList<std::pair<qint64, qint64>> log; // generation, row
    qint64 now = 0;
    int walks = 0; //!< how often everything was read
    qint64 read = 0; //!< documents that were asked for by row
};

//! A document with a name, whose id follows from its row.
inline store::IndexDocument document(qint64 rowid, const QString &name, int popularity = 0)
{
    store::IndexDocument made;
    made.rowid = rowid;
    made.name = name;
    made.popularity = popularity;
    made.nativeId = QStringLiteral("native:%1").arg(rowid);
    made.id = entityId(demoAccountId(), made.nativeId);
    return made;
}

//! The rows that \a query finds, in order.
inline QList<qint64> rowsOf(const store::SearchIndex &index, const QString &query,
                            store::Sort sort = store::Sort::Best, int limit = 50, qint64 offset = 0)
{
    QList<qint64> rows;
    for (const auto &row : index.snapshot()->search({query, offset, limit, sort}).rows)
        rows.append(row.rowid);
    return rows;
}

} // namespace portolan::tests
