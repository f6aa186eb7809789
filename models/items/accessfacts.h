// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/items/accessacts.h"
#include "models/items/accessboard.h"
#include "models/store/store.h"
#include "models/sync/engine.h"

#include <QHash>
#include <QList>

namespace portolan::items {

//! Reads what is known about access, and asks policies about it. Every function blocks, and may be
//! called from any thread but the window's.
class AccessFacts
{
public:
    //! Everything in one state.
    struct Known
    {
        AccessInput input;
        AccessBoard board;
        AskedOf asked;
    };

    //! All three outlive this.
    AccessFacts(store::Store &store, const sync::Engine &engine, const Clock &clock)
        : m_store(store)
        , m_engine(engine)
        , m_clock(clock)
    {
    }

    Result<Known> read() const;
    Result<QList<AccessPlace>> places() const;
    //! The offers for the ports of \a request.
    Result<QList<AccessOffer>> offersFor(const domain::AccessRequest &request,
                                         const QList<AccessPlace> &places) const;
    //! What the policies of platforms say about \a request: of each account that has some, one
    //! verdict at least, which is unknown where the account told nothing, or until \a isOver.
    QList<domain::PolicyVerdict> judgedElsewhere(const domain::AccessRequest &request,
                                                 const QList<AccessOffer> &offers,
                                                 const Known &known,
                                                 const std::function<bool()> &isOver = {}) const;

private:
    Result<QList<AccountReading>> readings(const QList<AccessPlace> &places) const;

    store::Store &m_store;
    const sync::Engine &m_engine;
    const Clock &m_clock;
};

//! The policies of \a account; none where it has no book.
domain::PolicySet policiesOf(const QList<store::AccountAccess> &books, const QUuid &account);

//! What \a store and \a engine ask before a request is sent (ruling 25): where a verdict of it is
//! unknown, the rules are asked again. What fails then and did not before sends it back to who
//! asks, and so does what fails without a reason for an exception; what is unknown still goes with
//! it. All three outlive the engine's last sync.
sync::SendCheck sendCheck(store::Store &store, const sync::Engine &engine, const Clock &clock);

} // namespace portolan::items
