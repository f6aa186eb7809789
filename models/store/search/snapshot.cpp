// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/search/snapshot.h"

#include "models/domain/query.h"
#include "models/store/search/evaluation.h"
#include "models/store/search/filters.h"
#include "models/store/search/window.h"

#include <numeric>

namespace portolan::store {

IndexSnapshot::~IndexSnapshot() = default;

Ranking Snapshot::search(const SearchRequest &request) const
{
    const auto query = domain::parseQuery(request.query);
    const Filters filters(query);
    auto found = filters.wantsFields() ? evaluateFields(m_parts, query.words())
                                       : evaluate(m_parts, query.words());
    Ranking ranking;
    ranking.words = found.words;
    ranking.corrected = found.corrected;
    ranking.fields = filters.wantsFields();
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        const auto allowed = filters.allowed(m_parts[i]);
        for (auto &tier : found.tiers) {
            tier.sets[i] &= allowed;
            ranking.total += static_cast<qint64>(tier.sets[i].count());
        }
    }
    auto window = request;
    if (ranking.fields) {
        window.offset = 0;
        window.limit = fieldCandidates;
    }
    ranking.rows = windowOf(m_parts, found.tiers, window);
    return ranking;
}

qint64 Snapshot::documentCount() const
{
    return std::accumulate(
        m_parts.begin(), m_parts.end(), qint64{0},
        [](qint64 sum, const Part &part) { return sum + static_cast<qint64>(part.alive()); });
}

} // namespace portolan::store
