// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/storelineagesource.h"

namespace portolan::items {

StoreLineageSource::StoreLineageSource(store::Store &source, QObject *parent)
    : LineageSource(parent)
    , m_store(source)
{
    connect(&source.changes(), &store::Changes::entitiesChanged, this, &LineageSource::changed);
}

QFuture<Result<domain::LineageGraph>>
StoreLineageSource::lineage(const store::LineageRequest &request)
{
    return m_store.lineage(request);
}

QFuture<Result<domain::LineageGraph>>
StoreLineageSource::changes(const QDateTime &from, const QDateTime &to,
                            const store::LineageRequest &request)
{
    return m_store.lineageChanges(from, to, request);
}

QFuture<Result<QList<store::LineageFact>>> StoreLineageSource::facts(const QUuid &source,
                                                                     const QUuid &target)
{
    return m_store.lineageFacts(source, target);
}

QFuture<Result<QList<domain::Field>>> StoreLineageSource::fields(const QUuid &asset)
{
    return m_store.fields(asset);
}

} // namespace portolan::items
