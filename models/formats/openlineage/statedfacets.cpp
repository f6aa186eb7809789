// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/openlineage/statedfacets.h"

#include <string_view>

using portolan::formats::json::Json;

namespace portolan::formats::openlineage {

bool StatedFacets::parse(const QByteArray &bytes, Json &value)
{
    const std::string_view text(bytes.constData(), std::size_t(bytes.size()));
    return !bytes.isEmpty() && m_parser.parse(text, text).get(value) == simdjson::SUCCESS;
}

const StatedLineage *StatedFacets::columnLineage(const QByteArray &facet)
{
    return known(facet, {}, [](const Json &value) { return columnLineageIn(value); });
}

const StatedLineage *StatedFacets::lineage(const QByteArray &facet, const Name &job)
{
    // What an unnamed input means depends on the job; columnLineage has no such thing.
    return known(facet, job, [&job](const Json &value) { return datasetLineageIn(value, job); });
}

template <typename Read>
const StatedLineage *StatedFacets::known(const QByteArray &facet, const Name &job, Read read)
{
    const std::pair key(facet, job);
    auto known = m_stated.find(key);
    if (known == m_stated.end()) {
        auto stated = std::make_unique<StatedLineage>();
        Json value;
        if (parse(facet, value))
            *stated = read(value);
        known = m_stated.emplace(key, std::move(stated)).first;
    }
    return known->second.get();
}

} // namespace portolan::formats::openlineage
