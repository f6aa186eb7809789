// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/openlineage/designspans.h"

namespace portolan::formats::openlineage {

// From the last to the first, so that each knows what the next one has and until when.
void DesignSpans::tell(EdgeTimes &times, ColumnFacets &columns)
{
    Ends later;
    auto next = Drops::never;
    for (auto design = m_designs.rbegin(); design != m_designs.rend(); ++design) {
        Ends ends;
        for (const auto &arrow : design->arrows) {
            const auto again = later.find(arrow);
            const auto until = again == later.end() ? next : again->second;
            ends.emplace(arrow, until);
            times.see(arrow.source, arrow.target, arrow.job, design->sighting, until);
        }
        for (auto &[spot, facet] : design->columns) {
            setEnds(facet, spot.second, ends);
            columns[spot].push_back(std::move(facet));
        }
        later = std::move(ends);
        next = design->sighting.at;
    }
}

void DesignSpans::setEnds(ColumnFacet &facet, const Name &job, const Ends &ends)
{
    const auto endOf = [&](const End &source) {
        const auto end = ends.find({source, {facet.output}, job});
        return end == ends.end() ? Drops::never : end->second;
    };
    facet.until = endOf({job, true});
    for (const auto &column : facet.stated->columns) {
        if (const auto until = endOf({column.source}); until != Drops::never)
            facet.sourceUntil.insert(column.source, until);
    }
}

} // namespace portolan::formats::openlineage
