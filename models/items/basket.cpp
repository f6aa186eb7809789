// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/basket.h"

#include "models/base/async.h"
#include "models/store/changes.h"

#include <algorithm>
#include <utility>

namespace portolan::items {

Basket::Basket(store::AccountStore &work, store::Changes &changes, QObject *parent)
    : QObject(parent)
    , m_store(work)
{
    connect(&changes, &store::Changes::ownWorkChanged, this, &Basket::read);
    read();
}

void Basket::read()
{
    const auto question = ++m_question;
    onFinished(m_store.basket(), this, [this, question](Result<QList<store::BasketEntry>> entries) {
        if (question != m_question || !entries || *entries == m_entries)
            return;
        m_entries = *std::move(entries);
        Q_EMIT changed();
    });
}

void Basket::follow(QFuture<Result<void>> change)
{
    onFinished(change, this, [this](const Result<void> &done) {
        if (!done)
            Q_EMIT failed(done.error());
        read(); // sooner than the changes that are told a few times a second
    });
}

QList<QUuid> Basket::things() const
{
    QList<QUuid> ids;
    for (const auto &entry : m_entries)
        ids.append(entry.thing);
    return ids;
}

void Basket::add(const QUuid &thing, const QStringList &fields)
{
    store::BasketEntry entry{thing, fields};
    const auto known = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&thing](const auto &one) { return one.thing == thing; });
    if (known != m_entries.end()) {
        entry.fields =
            known->fields.isEmpty() || fields.isEmpty() ? QStringList() : known->fields + fields;
        entry.fields.removeDuplicates();
        if (entry == *known)
            return;
        *known = entry;
    } else {
        m_entries.append(entry);
    }
    // Shown at once, so that the next key adds to it; what was asked before is older.
    ++m_question;
    Q_EMIT changed();
    follow(m_store.collect(entry));
}

void Basket::remove(const QList<QUuid> &things)
{
    if (things.isEmpty())
        return;
    m_entries.removeIf([&things](const auto &one) { return things.contains(one.thing); });
    ++m_question;
    Q_EMIT changed();
    follow(m_store.drop(things));
}

} // namespace portolan::items
