// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/field.h"
#include "models/domain/lineagegraph.h"
#include "models/items/lineagejson.h"
#include "models/store/store.h"

#include <QFuture>
#include <QList>
#include <QObject>
#include <QUuid>

namespace portolan::items {

using LineageRequest = store::LineageRequest;
using LineageFact = store::LineageFact;

//! Where the lineage pane gets its answers from: the store, or a fake in tests. Lives in the GUI
//! thread; every function returns at once.
class LineageSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! The whole lineage at the time of \a request.
    virtual QFuture<Result<domain::LineageGraph>> lineage(const store::LineageRequest &request) = 0;
    //! What held at \a from or at \a to, each link with how it differs.
    virtual QFuture<Result<domain::LineageGraph>>
    changes(const QDateTime &from, const QDateTime &to, const store::LineageRequest &request) = 0;
    //! Everything that is said about the edges from \a source to \a target.
    virtual QFuture<Result<QList<store::LineageFact>>> facts(const QUuid &source,
                                                             const QUuid &target) = 0;
    //! Everything that is known of the things with our ids \a ids, and what accounts are called.
    virtual QFuture<Result<LineageNames>> names(const QList<QUuid> &ids) = 0;
    //! The fields of an asset, in schema order.
    virtual QFuture<Result<QList<domain::Field>>> fields(const QUuid &asset) = 0;

Q_SIGNALS:
    //! The same questions may have other answers now.
    void changed();
};

} // namespace portolan::items
