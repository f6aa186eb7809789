// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/catalogsource.h"

namespace portolan::store {
class Store;
}

namespace portolan::items {

//! The answers of the store.
class StoreCatalogSource final : public CatalogSource
{
    Q_OBJECT

public:
    //! \a source outlives this object.
    explicit StoreCatalogSource(store::Store &source, QObject *parent = nullptr);

    QFuture<Result<store::SearchAnswer>> search(const store::SearchRequest &request) override;
    QFuture<Result<QList<store::Facet>>> facets(const QString &query) override;

private:
    store::Store &m_store;
};

} // namespace portolan::items
