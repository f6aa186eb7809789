// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/operation.h"
#include "models/items/catalogsource.h"

#include <QList>
#include <QThreadPool>

namespace portolan::store {
class Store;
}

namespace portolan::items {

//! The answers of the store, with edits that wait in the outbox laid over them.
class StoreCatalogSource final : public CatalogSource
{
    Q_OBJECT

public:
    //! \a source outlives this object.
    explicit StoreCatalogSource(store::Store &source, QObject *parent = nullptr);
    //! Waits for the answers under way; those that were not begun are dropped.
    ~StoreCatalogSource() override;

    QFuture<Result<store::SearchAnswer>> search(const store::SearchRequest &request) override;
    QFuture<Result<QList<store::Facet>>> facets(const QString &query) override;

private:
    void readEdits();

    store::Store &m_store;
    QList<domain::Operation> m_edits; //!< mostly none: then answers go through untouched
    quint64 m_question = 0;
    QThreadPool m_pool;
};

} // namespace portolan::items
