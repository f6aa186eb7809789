// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lineagesource.h"

namespace portolan::items {

//! The answers of the store.
class StoreLineageSource final : public LineageSource
{
    Q_OBJECT

public:
    //! \a source outlives this object.
    explicit StoreLineageSource(store::Store &source, QObject *parent = nullptr);

    QFuture<Result<domain::LineageGraph>> lineage(const store::LineageRequest &request) override;
    QFuture<Result<domain::LineageGraph>> changes(const QDateTime &from, const QDateTime &to,
                                                  const store::LineageRequest &request) override;
    QFuture<Result<QList<store::LineageFact>>> facts(const QUuid &source,
                                                     const QUuid &target) override;
    QFuture<Result<QList<domain::Field>>> fields(const QUuid &asset) override;

private:
    store::Store &m_store;
};

} // namespace portolan::items
