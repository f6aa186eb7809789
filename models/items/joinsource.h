// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/join.h"

#include <QFuture>
#include <QList>
#include <QObject>
#include <QUuid>

namespace portolan::items {

//! Where it is known what is one thing and why, and what decides it: the store, or a fake in tests.
//! Lives in the GUI thread; every function returns at once. What decides is done when it is on
//! disk, and answers the step that restore() takes it back with.
class JoinSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual QFuture<Result<domain::ThingJoins>> joins(const QUuid &thing) = 0;
    virtual QFuture<Result<domain::JoinBook>> book() = 0;

    //! Makes \a name a thing of its own.
    virtual QFuture<Result<domain::JoinStep>> keepApart(const domain::JoinName &name) = 0;
    //! Makes the things of the two names one.
    virtual QFuture<Result<domain::JoinStep>> join(const domain::JoinName &a,
                                                   const domain::JoinName &b) = 0;
    //! Says that the things of the two names are two, although they are not joined.
    virtual QFuture<Result<domain::JoinStep>> dismiss(const domain::JoinName &a,
                                                      const domain::JoinName &b) = 0;
    virtual QFuture<Result<domain::JoinStep>>
    forget(const QList<domain::JoinDecision> &decisions) = 0;
    virtual QFuture<Result<domain::JoinStep>> restore(const domain::JoinStep &step) = 0;

Q_SIGNALS:
    //! The same questions may have other answers now.
    void changed();
};

} // namespace portolan::items
