// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/storepagesource.h"

#include "models/store/store.h"

namespace portolan::items {

StorePageSource::StorePageSource(store::Store &source, QObject *parent)
    : PageSource(parent)
    , m_store(source)
{
    connect(&source.changes(), &store::Changes::entitiesChanged, this, &PageSource::changed);
    connect(&source.changes(), &store::Changes::ownWorkChanged, this, &PageSource::followedChanged);
}

QFuture<Result<domain::Page>> StorePageSource::page(const QUuid &id)
{
    return m_store.page(id);
}

QFuture<Result<QList<domain::Field>>> StorePageSource::fields(const QUuid &asset)
{
    return m_store.fields(asset);
}

QFuture<Result<QList<QUuid>>> StorePageSource::followed()
{
    return m_store.accounts().followed();
}

QFuture<Result<void>> StorePageSource::follow(const QUuid &entity, bool on)
{
    return m_store.accounts().follow(entity, on);
}

} // namespace portolan::items
