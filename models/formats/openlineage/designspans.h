// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/openlineage/intervals.h"

#include <map>
#include <set>
#include <utility>
#include <vector>

namespace portolan::formats::openlineage {

using Spot = std::pair<Name, Name>; //!< a dataset and the job that writes it
using ColumnFacets = std::map<Spot, std::vector<ColumnFacet>>;

//! What the designs of one job state one after the other: each edge holds until the next design
//! that lacks it. They are to be begun in the order of their times.
class DesignSpans
{
public:
    //! What is added next is stated by the design that was seen at \a sighting.
    void begin(const Sighting &sighting) { m_designs.push_back({sighting, {}, {}}); }

    void addArrow(const End &source, const End &target, const Name &job)
    {
        m_designs.back().arrows.insert({source, target, job});
    }

    void addColumns(const Spot &spot, ColumnFacet facet)
    {
        m_designs.back().columns.emplace_back(spot, std::move(facet));
    }

    //! Hands everything on, with the time at which it ends.
    void tell(EdgeTimes &times, ColumnFacets &columns);

private:
    struct Arrow
    {
        End source;
        End target;
        Name job;

        auto operator<=>(const Arrow &) const = default;
    };

    using Ends = std::map<Arrow, Moment>;

    struct Design
    {
        Sighting sighting;
        std::set<Arrow> arrows;
        std::vector<std::pair<Spot, ColumnFacet>> columns;
    };

    static void setEnds(ColumnFacet &facet, const Name &job, const Ends &ends);

    std::vector<Design> m_designs;
};

} // namespace portolan::formats::openlineage
