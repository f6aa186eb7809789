// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lineageaccess.h"
#include "models/items/lineagesource.h"

#include <QThreadPool>

#include <optional>

namespace portolan::items {

//! The answers of the store, with what is agreed about access laid over what holds now.
class StoreLineageSource final : public LineageSource
{
    Q_OBJECT

public:
    //! \a source and \a access outlive this object.
    StoreLineageSource(store::Store &source, AccessSource &access, QObject *parent = nullptr);
    //! Waits for the answers under way.
    ~StoreLineageSource() override;

    QFuture<Result<domain::LineageGraph>> lineage(const store::LineageRequest &request) override;
    QFuture<Result<domain::LineageGraph>> changes(const QDateTime &from, const QDateTime &to,
                                                  const store::LineageRequest &request) override;
    QFuture<Result<QList<store::LineageFact>>> facts(const QUuid &source,
                                                     const QUuid &target) override;
    QFuture<Result<LineageNames>> names(const QList<QUuid> &ids) override;
    QFuture<Result<QList<domain::Field>>> fields(const QUuid &asset) override;

private:
    void lookAtAccess();

    store::Store &m_store;
    AccessSource &m_access;
    QThreadPool m_pool; //!< of its own: it waits for two answers, and others must not for it
    std::optional<LineageAccessCounts> m_counts; //!< when access changed last
    quint64 m_question = 0;
};

} // namespace portolan::items
