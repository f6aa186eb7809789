// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/pagesource.h"

#include <QThreadPool>

namespace portolan::store {
class Store;
}

namespace portolan::items {

//! The answers of the store, with edits that wait in the outbox laid over them.
class StorePageSource final : public PageSource
{
    Q_OBJECT

public:
    //! \a source outlives this object.
    explicit StorePageSource(store::Store &source, QObject *parent = nullptr);
    //! Waits for the answers under way; those that were not begun are dropped.
    ~StorePageSource() override;

    QFuture<Result<domain::Page>> page(const QUuid &id) override;
    QFuture<Result<QList<domain::Field>>> fields(const QUuid &asset) override;
    QFuture<Result<QList<QUuid>>> followed() override;
    QFuture<Result<void>> follow(const QUuid &entity, bool on) override;

private:
    store::Store &m_store;
    QThreadPool m_pool; //!< of its own: an answer waits for the store, and others must not for it
};

} // namespace portolan::items
