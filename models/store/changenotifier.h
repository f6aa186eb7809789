// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/changes.h"

#include <QElapsedTimer>
#include <QTimer>

#include <atomic>

namespace portolan::store {

//! Emits Changes' signals in the thread it lives in, at most 4 times a second however often other
//! threads mark something.
class ChangeNotifier : public QObject
{
    Q_OBJECT

public:
    enum What : unsigned { Entities = 1, Accounts = 2, OwnWork = 4, Quality = 8, Access = 16 };

    ChangeNotifier();

    //! Notes that \a what changed. Any thread.
    void mark(unsigned what);

    Changes &changes() { return m_changes; }

private:
    void schedule();
    void emitMarked();

    Changes m_changes;
    QTimer m_timer;
    QElapsedTimer m_sinceLast;
    std::atomic<unsigned> m_marked = 0;
};

} // namespace portolan::store
