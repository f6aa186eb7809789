// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/storecatalogsource.h"

#include "models/store/changes.h"
#include "models/store/store.h"

namespace portolan::items {

StoreCatalogSource::StoreCatalogSource(store::Store &source, QObject *parent)
    : CatalogSource(parent)
    , m_store(source)
{
    connect(&m_store.changes(), &store::Changes::entitiesChanged, this, &CatalogSource::changed);
}

QFuture<Result<store::SearchAnswer>> StoreCatalogSource::search(const store::SearchRequest &request)
{
    return m_store.search(request);
}

QFuture<Result<QList<store::Facet>>> StoreCatalogSource::facets(const QString &query)
{
    return m_store.facets(query);
}

} // namespace portolan::items
