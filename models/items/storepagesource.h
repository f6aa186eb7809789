// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/pagesource.h"

namespace portolan::store {
class Store;
}

namespace portolan::items {

//! The answers of the store.
class StorePageSource final : public PageSource
{
    Q_OBJECT

public:
    //! \a source outlives this object.
    explicit StorePageSource(store::Store &source, QObject *parent = nullptr);

    QFuture<Result<domain::Page>> page(const QUuid &id) override;
    QFuture<Result<QList<domain::Field>>> fields(const QUuid &asset) override;
    QFuture<Result<QList<QUuid>>> followed() override;
    QFuture<Result<void>> follow(const QUuid &entity, bool on) override;

private:
    store::Store &m_store;
};

} // namespace portolan::items
