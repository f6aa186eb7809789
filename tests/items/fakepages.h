// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/pagesource.h"

#include <QHash>
#include <QPromise>

namespace portolan::tests {

//! Pages and follows from memory, answered at once.
class FakePages : public items::PageSource
{
public:
    using PageSource::PageSource;

    QFuture<Result<domain::Page>> page(const QUuid &id) override
    {
        asked.append(id);
        return ready<domain::Page>(pages.contains(id) ? Result<domain::Page>(pages.value(id))
                                                      : failure(Error::Kind::NotFound, {}));
    }

    QFuture<Result<QList<domain::Field>>> fields(const QUuid &) override
    {
        return ready<QList<domain::Field>>(QList<domain::Field>());
    }

    QFuture<Result<QList<QUuid>>> followed() override { return ready<QList<QUuid>>(follows); }

    QFuture<Result<void>> follow(const QUuid &entity, bool on) override
    {
        follows.removeAll(entity);
        if (on)
            follows.append(entity);
        Q_EMIT followedChanged();
        return ready<void>(Result<void>());
    }

    QHash<QUuid, domain::Page> pages;
    QList<QUuid> follows;
    QList<QUuid> asked;

private:
    template <typename T>
    static QFuture<Result<T>> ready(Result<T> value)
    {
        QPromise<Result<T>> promise;
        promise.start();
        promise.addResult(std::move(value));
        promise.finish();
        return promise.future();
    }
};

} // namespace portolan::tests
