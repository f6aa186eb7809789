// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/store/accountstore.h"

#include <QList>
#include <QObject>
#include <QStringList>
#include <QUuid>

namespace portolan::store {
class Changes;
}

namespace portolan::items {

//! What a person collects on their way through the mesh, to ask for all of it at once. It is in
//! outbox.db, and there again after a restart.
class Basket : public QObject
{
    Q_OBJECT

public:
    //! Reads \a work at once and whenever \a changes says so; both outlive this object.
    Basket(store::AccountStore &work, store::Changes &changes, QObject *parent = nullptr);

    const QList<store::BasketEntry> &entries() const { return m_entries; }

    int count() const { return int(m_entries.size()); }

    QList<QUuid> things() const;

    //! Puts \a thing in, or these \a fields of it. What is in it already in whole stays so; fields
    //! come to those that were.
    void add(const QUuid &thing, const QStringList &fields = {});
    void remove(const QList<QUuid> &things);

Q_SIGNALS:
    void changed();
    //! It could not be kept; nothing changed.
    void failed(const portolan::Error &error);

private:
    void read();
    void follow(QFuture<Result<void>> change);

    store::AccountStore &m_store;
    QList<store::BasketEntry> m_entries;
    quint64 m_question = 0;
};

} // namespace portolan::items
