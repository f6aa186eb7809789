// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/cacheindexsource.h"
#include "models/store/search/match.h"
#include "models/store/storeprivate.h"

#include <QElapsedTimer>

#include <algorithm>

namespace portolan::store {

namespace {

//! Hits that are fields: the index names the assets that hold some, their documents name which.
void addFieldHits(SearchAnswer &answer, const SearchRequest &request, const Ranking &ranking,
                  EntityReader &reader, CacheIndexSource &source)
{
    QList<Hit> all;
    for (const auto &row : ranking.rows) {
        const auto entity = reader.entity(row.rowid);
        if (!entity)
            continue;
        // A document that cannot be read has no fields; the index says that it is damaged.
        static_cast<void>(source.documents({row.rowid}, [&](IndexDocument &&document) {
            for (const auto &field : matchingFields(document.fields, ranking.words))
                all.append({*entity, field.match, field.tier, field.path});
            return true;
        }));
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Hit &left, const Hit &right) { return left.tier < right.tier; });
    answer.total = all.size();
    answer.exact = ranking.total <= qint64(ranking.rows.size());
    answer.hits = all.mid(request.offset, request.limit);
}

void addHits(SearchAnswer &answer, const Ranking &ranking, EntityReader &reader,
             CacheIndexSource &source)
{
    for (const auto &ranked : ranking.rows) {
        auto row = reader.entities().byId(ranked.rowid);
        if (!row)
            continue; // removed since the index was refreshed
        Hit hit;
        hit.tier = ranked.tier;
        if (!ranking.words.isEmpty()) {
            const auto fields = source.fieldSource(*row);
            hit.match = matchOf(source.withoutFields(*row), ranking.words, *fields);
        }
        hit.entity = reader.entityOf(std::move(*row));
        answer.hits.append(std::move(hit));
    }
    answer.total = ranking.total;
}

} // namespace

QFuture<Result<SearchAnswer>> Store::search(const SearchRequest &request)
{
    auto function = [this, request](EntityReader &reader, ReadFiles &files) {
        QElapsedTimer timer;
        timer.start();
        SearchAnswer answer;
        answer.query = request.query;
        const auto ranking = d->indexer->snapshot()->search(request);
        CacheIndexSource source(*files.cache, d->registry.now());
        if (ranking.fields)
            addFieldHits(answer, request, ranking, reader, source);
        else
            addHits(answer, ranking, reader, source);
        answer.corrected = ranking.corrected;
        answer.elapsedMs = double(timer.nsecsElapsed()) / 1e6;
        return answer;
    };
    return d->readIndexed<SearchAnswer>(std::move(function));
}

QFuture<Result<QList<Facet>>> Store::facets(const QString &query)
{
    return d->readIndexed<QList<Facet>>([this, query](EntityReader &, ReadFiles &) {
        return d->indexer->snapshot()->facets(query);
    });
}

} // namespace portolan::store
