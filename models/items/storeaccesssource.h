// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/items/accessfacts.h"
#include "models/items/accesssource.h"
#include "models/store/store.h"
#include "models/sync/engine.h"
#include "models/sync/portalcommands.h"

#include <QThreadPool>

#include <atomic>

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
    QFuture<Result<QList<domain::Consumer>>> knownConsumers() override;
    QFuture<Result<domain::AccessRequest>> ask(const domain::AccessRequest &request,
                                               bool isDraft) override;
    QFuture<Result<QList<domain::AccessRequest>>>
    askAll(const QList<domain::AccessRequest> &requests, bool isDraft,
           const QList<qint64> &replaced) override;
    QFuture<Result<QList<domain::PolicyVerdict>>>
    judge(const domain::AccessRequest &request) override;
    QFuture<Result<Dependants>> dependants(const QList<QUuid> &things) override;
    QFuture<Result<FieldFlows>> flows(const QHash<QUuid, QStringList> &fields) override;
    QFuture<Result<void>> decide(const QList<domain::AccessDecision> &decisions) override;
    QFuture<Result<int>> undo(const QList<qint64> &operations) override;
    QFuture<Result<void>> tryAgain(const QList<domain::Operation> &operations) override;

    //! \a request as ask() would send it, with what all policies say; nothing is stored.
    QFuture<Result<domain::AccessRequest>> check(const domain::AccessRequest &request);

private:
    Result<void> addNames(AccessBoard &board);
    Result<void> nameConsumers(AccessBoard &board);
    Result<void> addNamesElsewhere(AccessBoard &board, const QStringList &nativeIds);

    //! \a request made whole, with its offers.
    struct Prepared
    {
        ReadyRequest ready;
        QList<AccessOffer> offers;
    };

    Result<Prepared> prepare(const domain::AccessRequest &request,
                             const AccessFacts::Known &known) const;
    //! The same as it is stored; an error where policies say no to it, or it was sent before.
    //! \a replaced goes when it is stored.
    Result<ReadyRequest> prepareToStore(domain::AccessRequest request, bool isDraft,
                                        const AccessFacts::Known &known,
                                        const QList<qint64> &replaced) const;
    Result<QList<domain::AccessRequest>> put(const QList<domain::AccessRequest> &requests,
                                             bool isDraft, QList<qint64> replaced);
    Result<int> takeBack(const QList<qint64> &operations);
    Result<Dependants> followed(const QList<QUuid> &things);
    Result<FieldFlows> flowing(const QHash<QUuid, QStringList> &fields);
    void forgetFollowed();
    Result<void> explained(const AccessCase &one, const domain::AccessDecision &decision,
                           const AccessFacts::Known &known) const;
    Result<void> putDecisions(const QList<domain::AccessDecision> &decisions);

    store::Store &m_store;
    AccessFacts m_facts;
    const Clock &m_clock;
    sync::PortalCommands m_commands;
    std::atomic<bool> m_isOver = false; //!< nobody waits for answers any more
    QThreadPool m_pool; //!< of its own: an answer waits for the store, and others must not for it
    QThreadPool m_judging; //!< of its own: platforms take seconds
    std::atomic<quint64> m_catalogue = 0; //!< counts its changes
    quint64 m_followedAt = 0; //!< the change that m_dependants are as of; of m_following alone
    Dependants m_dependants; //!< of m_following alone
    FieldFlows m_flows; //!< the same
    QThreadPool m_following; //!< one thread of its own: a whole lineage is read in seconds
};

} // namespace portolan::items
