// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/search/part.h"
#include "models/store/search/searchindex.h"

namespace portolan::store {

//! The segments of one moment, asked together.
class Snapshot final : public IndexSnapshot
{
public:
    explicit Snapshot(Parts parts)
        : m_parts(std::move(parts))
    {
    }

    Ranking search(const SearchRequest &request) const override;
    QList<Facet> facets(const QString &query) const override;
    qint64 documentCount() const override;

    const Parts &parts() const { return m_parts; }

private:
    Parts m_parts;
};

} // namespace portolan::store
