// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/dbt/catalog.h"

namespace portolan::formats::dbt {

tl::expected<Catalog, domain::Finding> Catalog::open(Artifact artifact)
{
    Catalog catalog;
    catalog.m_artifact = std::move(artifact);
    const auto text = catalog.text();
    ObjectSlices sections(text);
    for (auto section = sections.next(); section; section = sections.next()) {
        if (section->key != "nodes" && section->key != "sources")
            continue;
        if (section->value.front() != '{')
            continue;
        ObjectSlices entries(text, section->offset);
        for (auto entry = entries.next(); entry; entry = entries.next()) {
            if (catalog.m_byId.emplace(entry->key, catalog.m_entries.size()).second)
                catalog.m_entries.push_back(*entry);
        }
        if (entries.brokenAt())
            return tl::make_unexpected(brokenArtifact(catalog.m_artifact, *entries.brokenAt()));
    }
    if (sections.brokenAt())
        return tl::make_unexpected(brokenArtifact(catalog.m_artifact, *sections.brokenAt()));
    return catalog;
}

const Slice *Catalog::entry(std::string_view uniqueId) const
{
    const auto found = m_byId.find(uniqueId);
    return found == m_byId.end() ? nullptr : &m_entries[found->second];
}

} // namespace portolan::formats::dbt
