// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/json/value.h"
#include "models/formats/openlineage/columns.h"

#include <QByteArray>

#include <map>
#include <memory>
#include <utility>

namespace portolan::formats::openlineage {

//! Reads kept facets; equal ones that spell lineage out are read once.
class StatedFacets
{
public:
    //! Whether \a bytes could be read into \a value, which lives until the next call.
    bool parse(const QByteArray &bytes, json::Json &value);
    //! What the facet columnLineage says.
    const StatedLineage *columnLineage(const QByteArray &facet);
    //! What the facet lineage of a dataset says that \a job writes.
    const StatedLineage *lineage(const QByteArray &facet, const Name &job);

private:
    template <typename Read>
    const StatedLineage *known(const QByteArray &facet, const Name &job, Read read);

    json::JsonParser m_parser;
    std::map<std::pair<QByteArray, Name>, std::unique_ptr<StatedLineage>> m_stated;
};

} // namespace portolan::formats::openlineage
