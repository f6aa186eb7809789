// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"

#include <QObject>
#include <QTimer>

namespace portolan::sync {

//! Tells when what failed may fare better: the desktop says that there is a network, or another
//! one, or the machine has slept. Lives in the window's thread.
class NetworkWatch final : public QObject
{
    Q_OBJECT

public:
    explicit NetworkWatch(const Clock &clock, QObject *parent = nullptr);

    //! Looks whether time went by in which nothing ran; called every few seconds.
    void look();

Q_SIGNALS:
    void returned();

private:
    void watchDesktop();

    const Clock &m_clock;
    QDateTime m_wall;
    qint64 m_monotonicMs = 0;
    bool m_wasOnline = true;
    QTimer m_timer;
};

} // namespace portolan::sync
