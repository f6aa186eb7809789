// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/entity.h"
#include "models/domain/field.h"

#include <QFuture>
#include <QList>
#include <QObject>
#include <QUuid>

namespace portolan::items {

//! Where pages get what they show from: the store, or a fake in tests. Lives in the GUI thread;
//! every function returns at once.
class PageSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual QFuture<Result<domain::Page>> page(const QUuid &id) = 0;
    //! The fields of an asset, in schema order.
    virtual QFuture<Result<QList<domain::Field>>> fields(const QUuid &asset) = 0;
    //! What the user follows.
    virtual QFuture<Result<QList<QUuid>>> followed() = 0;
    virtual QFuture<Result<void>> follow(const QUuid &entity, bool on) = 0;

Q_SIGNALS:
    //! The same questions may have other answers now.
    void changed();
    void followedChanged();
};

} // namespace portolan::items
