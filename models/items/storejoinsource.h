// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/joinsource.h"
#include "models/sync/portalcommands.h"

#include <QThreadPool>

#include <functional>

namespace portolan::store {
class Store;
}

namespace portolan::sync {
class Engine;
}

namespace portolan::items {

//! The answers of the store; what decides goes through the one door for what a person does.
class StoreJoinSource final : public JoinSource
{
    Q_OBJECT

public:
    //! All of it outlives this object; \a engine knows who acts here.
    StoreJoinSource(store::Store &source, const sync::Engine &engine, const Clock &clock,
                    QObject *parent = nullptr);
    //! Waits for the answers under way; those that were not begun are dropped.
    ~StoreJoinSource() override;

    QFuture<Result<domain::ThingJoins>> joins(const QUuid &thing) override;
    QFuture<Result<domain::JoinBook>> book() override;
    QFuture<Result<domain::JoinStep>> keepApart(const domain::JoinName &name) override;
    QFuture<Result<domain::JoinStep>> join(const domain::JoinName &a,
                                           const domain::JoinName &b) override;
    QFuture<Result<domain::JoinStep>> dismiss(const domain::JoinName &a,
                                              const domain::JoinName &b) override;
    QFuture<Result<domain::JoinStep>> forget(const QList<domain::JoinDecision> &decisions) override;
    QFuture<Result<domain::JoinStep>> restore(const domain::JoinStep &step) override;

private:
    //! Decides what \a plan answers, in the pool.
    QFuture<Result<domain::JoinStep>> decide(std::function<Result<domain::JoinStep>()> plan);

    store::Store &m_store;
    const sync::Engine &m_engine;
    sync::PortalCommands m_commands;
    QThreadPool m_pool; //!< of its own: what decides waits for the store, and for git
};

} // namespace portolan::items
