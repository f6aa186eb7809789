// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/items/editsource.h"
#include "models/store/store.h"
#include "models/sync/engine.h"
#include "models/sync/portalcommands.h"

#include <QThreadPool>

namespace portolan::items {

//! Edits of what the store has, through the outbox. Worked out in the pool.
class StoreEditSource final : public EditSource
{
    Q_OBJECT

public:
    //! All three outlive this object and the answers under way.
    StoreEditSource(store::Store &source, const sync::Engine &engine, const Clock &clock,
                    QObject *parent = nullptr);
    //! Waits for the answers under way; those that were not begun are dropped.
    ~StoreEditSource() override;

    QFuture<Result<EditOffer>> offer(const QUuid &thing) override;
    QFuture<Result<int>> edit(const QUuid &thing, EditMember member,
                              const EditChange &change) override;
    QFuture<Result<int>> undo(const QUuid &thing) override;
    QFuture<Result<FieldOffer>> fieldOffer(const QUuid &asset, const QString &path) override;
    QFuture<Result<int>> editField(const QUuid &asset, const QString &path,
                                   const EditChange &change) override;
    QFuture<Result<int>> undoField(const QUuid &asset, const QString &path) override;

private:
    //! A thing as it is shown, and where edits of it may go.
    struct Known
    {
        domain::Page page;
        QList<EditPlace> places;
        QList<domain::Operation> operations;
    };

    Result<Known> read(const QUuid &thing);
    Result<domain::Entity> ownerCalled(const Known &known, const QString &name);
    Result<int> put(const QUuid &thing, EditMember member, const EditChange &change);
    Result<int> putField(const QUuid &asset, const QString &path, const EditChange &change);
    //! All edits of \a thing, or those of its field \a path.
    Result<int> takeBack(const QUuid &thing, const QString &path = {});

    store::Store &m_store;
    const sync::Engine &m_engine;
    sync::PortalCommands m_commands;
    QThreadPool m_pool; //!< of its own: an answer waits for the store, and others must not for it
};

} // namespace portolan::items
