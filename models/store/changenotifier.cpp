// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/changenotifier.h"

#include <algorithm>

namespace portolan::store {

namespace {

constexpr qint64 intervalMs = 250;

} // namespace

ChangeNotifier::ChangeNotifier()
{
    m_timer.setSingleShot(true);
    QObject::connect(&m_timer, &QTimer::timeout, this, &ChangeNotifier::emitMarked);
}

void ChangeNotifier::mark(unsigned what)
{
    if (m_marked.fetch_or(what) == 0)
        QMetaObject::invokeMethod(this, &ChangeNotifier::schedule, Qt::QueuedConnection);
}

void ChangeNotifier::schedule()
{
    if (m_timer.isActive())
        return;
    const auto since = m_sinceLast.isValid() ? m_sinceLast.elapsed() : intervalMs;
    m_timer.start(int(std::max<qint64>(0, intervalMs - since)));
}

void ChangeNotifier::emitMarked()
{
    const auto marked = m_marked.exchange(0);
    m_sinceLast.start();
    if (marked & Entities)
        Q_EMIT m_changes.entitiesChanged();
    if (marked & Accounts)
        Q_EMIT m_changes.accountsChanged();
    if (marked & OwnWork)
        Q_EMIT m_changes.ownWorkChanged();
    if (marked & Quality)
        Q_EMIT m_changes.qualityChanged();
    if (marked & Access)
        Q_EMIT m_changes.accessChanged();
}

} // namespace portolan::store
