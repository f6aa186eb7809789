// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portolan/desktopnotifier.h"

#include "models/items/displaytext.h"

#include <QApplication>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QSystemTrayIcon>

using namespace Qt::Literals::StringLiterals;

namespace portolan::app {
namespace {

const auto service = u"org.freedesktop.Notifications"_s;
const auto path = u"/org/freedesktop/Notifications"_s;
constexpr int answerMs = 5000;
constexpr int asTheDesktopLikes = -1;
constexpr int lineMost = 240;

//! Desktops take the text of a notice for markup, and would open what it names.
QString markupOf(const QString &text)
{
    return items::oneLine(text, lineMost).toHtmlEscaped();
}

} // namespace

DesktopNotifier::DesktopNotifier(const QDBusConnection &bus, QObject *parent)
    : Notifier(parent)
    , m_bus(bus)
{
    m_bus.connect(service, path, service, u"ActionInvoked"_s, this,
                  SLOT(actionInvoked(uint, QString)));
    m_bus.connect(service, path, service, u"NotificationClosed"_s, this,
                  SLOT(notificationClosed(uint, uint)));
}

void DesktopNotifier::show(const Notice &notice)
{
    if (!m_bus.isConnected())
        return showInTray(notice);
    auto call = QDBusMessage::createMethodCall(service, path, service, u"Notify"_s);
    const auto id = QStringLiteral(PORTOLAN_APP_ID);
    const QVariantMap hints{{u"desktop-entry"_s, id}};
    call << u"Portolan"_s << uint(0) << id << items::oneLine(notice.title, lineMost)
         << markupOf(notice.text) << QStringList{u"default"_s, tr("Open")} << hints
         << asTheDesktopLikes;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call, answerMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, notice] {
        const QDBusPendingReply<uint> reply = *watcher;
        watcher->deleteLater();
        if (reply.isError())
            showInTray(notice);
        else
            m_queries.insert(reply.value(), notice.query);
    });
}

void DesktopNotifier::showInTray(const Notice &notice)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    if (m_tray == nullptr) {
        m_tray = new QSystemTrayIcon(QApplication::windowIcon(), this);
        connect(m_tray, &QSystemTrayIcon::messageClicked, this,
                [this] { Q_EMIT clicked(m_inTray); });
        connect(m_tray, &QSystemTrayIcon::activated, this, [this] { Q_EMIT clicked(m_inTray); });
    }
    m_inTray = notice.query;
    m_tray->show();
    m_tray->showMessage(items::oneLine(notice.title, lineMost), markupOf(notice.text),
                        QApplication::windowIcon());
}

void DesktopNotifier::actionInvoked(uint id, const QString &action)
{
    if (action == u"default"_s && m_queries.contains(id))
        Q_EMIT clicked(m_queries.take(id));
}

void DesktopNotifier::notificationClosed(uint id, uint)
{
    m_queries.remove(id);
}

} // namespace portolan::app
