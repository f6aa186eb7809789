// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/store/qualityvalues.h"

#include <QFuture>
#include <QList>

namespace portolan::store {

//! What people did about incidents, in outbox.db (synchronous=FULL): when a future is done, the
//! change is on disk. Safe to call from any thread.
class TriageStore
{
public:
    virtual ~TriageStore();

    //! Everything that was not taken back, in the order in which it was done.
    virtual QFuture<Result<QList<TriageAction>>> actions() = 0;
    //! Adds \a actions as one step.
    virtual QFuture<Result<void>> append(QList<TriageAction> actions) = 0;
    //! Takes back the last step of this run that still stands; NotFound when there is none.
    virtual QFuture<Result<void>> undo() = 0;
};

} // namespace portolan::store
