// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/items/qualitysource.h"
#include "models/store/store.h"

#include <QThreadPool>

namespace portolan::items {

//! The answers of the store, worked out in the pool.
class StoreQualitySource final : public QualitySource
{
    Q_OBJECT

public:
    //! \a source and \a clock outlive this object and the answers under way.
    StoreQualitySource(store::Store &source, const Clock &clock, QObject *parent = nullptr);
    //! Waits for the answers under way; those that were not begun are dropped.
    ~StoreQualitySource() override;

    QDateTime now() const override;
    QFuture<Result<QualityBoard>> board(const Period &period) override;
    QFuture<Result<SloStory>> slo(const QUuid &id, const Period &period) override;
    QFuture<Result<CheckStory>> check(const QUuid &id, const Period &period) override;
    QFuture<Result<QList<Incident>>> incidents(const Period &period) override;
    QFuture<Result<QList<CoverageRow>>> coverage() override;
    QFuture<Result<void>> triage(const QList<store::TriageAction> &actions) override;
    QFuture<Result<void>> undoTriage() override;

private:
    store::Store &m_store;
    const Clock &m_clock;
    QThreadPool m_pool; //!< of its own: an answer waits for the store, and others must not for it
};

} // namespace portolan::items
