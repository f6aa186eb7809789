// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portolan/notifier.h"

#include <QDBusConnection>
#include <QHash>
#include <QString>

class QSystemTrayIcon;

namespace portolan::app {

//! Shows notices by org.freedesktop.Notifications; where no desktop offers that, by a tray icon;
//! where there is none either, not at all.
class DesktopNotifier final : public Notifier
{
    Q_OBJECT

public:
    explicit DesktopNotifier(const QDBusConnection &bus = QDBusConnection::sessionBus(),
                             QObject *parent = nullptr);

    void show(const Notice &notice) override;

private Q_SLOTS:
    void actionInvoked(uint id, const QString &action);
    void notificationClosed(uint id, uint reason);

private:
    void showInTray(const Notice &notice);

    QDBusConnection m_bus;
    QHash<uint, QString> m_queries; //!< of notices that stand, by the desktop's number
    QSystemTrayIcon *m_tray = nullptr;
    QString m_inTray; //!< the query of what the tray shows
};

} // namespace portolan::app
