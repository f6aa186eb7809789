// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/dbt/artifact.h"
#include "models/formats/dbt/jsonslices.h"

#include <tl/expected.hpp>

#include <unordered_map>
#include <vector>

namespace portolan::formats::dbt {

//! An opened catalog.json: where each relation's entry stands in it.
class Catalog
{
public:
    //! Finds the entries of \a artifact; a finding where it cannot be read.
    [[nodiscard]] static tl::expected<Catalog, domain::Finding> open(Artifact artifact);

    const Artifact &artifact() const { return m_artifact; }

    std::string_view text() const { return m_artifact.view(); }

    //! All entries, by unique_id, in document order.
    const std::vector<Slice> &entries() const { return m_entries; }

    //! The entry of \a uniqueId, or null.
    const Slice *entry(std::string_view uniqueId) const;

private:
    Artifact m_artifact;
    std::vector<Slice> m_entries;
    std::unordered_map<std::string_view, std::size_t> m_byId;
};

} // namespace portolan::formats::dbt
