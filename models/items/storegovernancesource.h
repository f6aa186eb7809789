// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/items/answercache.h"
#include "models/items/governancesource.h"
#include "models/policy/facts.h"
#include "models/store/store.h"
#include "models/sync/engine.h"

#include <QThreadPool>

#include <atomic>

namespace portolan::items {

//! Judges products of the store. Worked out in the pool.
class StoreGovernanceSource final : public GovernanceSource
{
    Q_OBJECT

public:
    //! All three outlive this object and the answers under way.
    StoreGovernanceSource(store::Store &source, const sync::Engine &engine, const Clock &clock,
                          QObject *parent = nullptr);
    //! Waits for the answers under way; those that were not begun are dropped.
    ~StoreGovernanceSource() override;

    QFuture<Result<Governance>> local(const QUuid &product) override;
    QFuture<Result<QList<domain::PolicyVerdict>>> remote(const QUuid &product) override;

private:
    //! A product as it is judged.
    struct Known
    {
        domain::Page page;
        policy::ProductFacts facts;
        QHash<QString, QString> ports;
    };

    Result<Known> read(const QUuid &product);
    Result<Governance> judged(const QUuid &product);
    Result<QList<domain::PolicyVerdict>> asked(const QUuid &product);

    store::Store &m_store;
    const sync::Engine &m_engine;
    const Clock &m_clock;
    AnswerCache m_cache; //!< touched by what asks only
    std::atomic<bool> m_isOver = false; //!< nobody waits for answers any more
    QThreadPool m_pool;
    QThreadPool m_asking; //!< one thread of its own: platforms take seconds
};

} // namespace portolan::items
