// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/items/accessboard.h"
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
    QFuture<Result<void>> decide(const QList<domain::AccessDecision> &decisions) override;
    QFuture<Result<void>> undo(const QList<qint64> &operations) override;

    //! \a request as ask() would send it, with what the policies say; nothing is stored.
    QFuture<Result<domain::AccessRequest>> check(const domain::AccessRequest &request);

private:
    struct Known;
    Result<Known> read();
    Result<QList<AccessPlace>> readPlaces();
    Result<void> addNames(AccessBoard &board);
    Result<QList<AccessOffer>> offersFor(const domain::AccessRequest &request,
                                         const QList<AccessPlace> &places);
    Result<domain::AccessRequest> put(const domain::AccessRequest &request, bool isDraft,
                                      bool isStored);
    Result<void> putDecisions(const QList<domain::AccessDecision> &decisions);

    store::Store &m_store;
    const sync::Engine &m_engine;
    const Clock &m_clock;
    sync::PortalCommands m_commands;
    QThreadPool m_pool; //!< of its own: an answer waits for the store, and others must not for it
};

} // namespace portolan::items
