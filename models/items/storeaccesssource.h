// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/items/accessfacts.h"
#include "models/items/accesssource.h"
#include "models/store/store.h"
#include "models/sync/engine.h"
#include "models/sync/portalcommands.h"

#include <QThreadPool>

namespace portolan::items {

//! What the store knows about access, with the outbox laid over it, and the door to the outbox.
//! Worked out in the pool.
class StoreAccessSource final : public AccessSource
{
    Q_OBJECT

public:
    //! \a source, \a engine and \a clock outlive this object and the answers under way.
    StoreAccessSource(store::Store &source, const sync::Engine &engine, const Clock &clock,
                      QObject *parent = nullptr);
    //! Waits for the answers under way; those that were not begun are dropped.
    ~StoreAccessSource() override;

    QFuture<Result<AccessBoard>> board() override;
    QFuture<Result<QList<AccessOffer>>> offers(const QList<QUuid> &ids) override;
    QFuture<Result<domain::AccessRequest>> ask(const domain::AccessRequest &request,
                                               bool isDraft) override;
    QFuture<Result<QList<domain::PolicyVerdict>>>
    judge(const domain::AccessRequest &request) override;
    QFuture<Result<void>> decide(const QList<domain::AccessDecision> &decisions) override;
    QFuture<Result<void>> undo(const QList<qint64> &operations) override;

    //! \a request as ask() would send it, with what all policies say; nothing is stored.
    QFuture<Result<domain::AccessRequest>> check(const domain::AccessRequest &request);

private:
    Result<void> addNames(AccessBoard &board);
    Result<domain::AccessRequest> put(const domain::AccessRequest &request, bool isDraft,
                                      bool isStored);
    Result<void> putDecisions(const QList<domain::AccessDecision> &decisions);

    store::Store &m_store;
    AccessFacts m_facts;
    const Clock &m_clock;
    sync::PortalCommands m_commands;
    QThreadPool m_pool; //!< of its own: an answer waits for the store, and others must not for it
    QThreadPool m_judging; //!< of its own: platforms take seconds
};

} // namespace portolan::items
