// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shared/systemscheme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QPalette>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views {
namespace {

const auto service = u"org.freedesktop.portal.Desktop"_s;
const auto path = u"/org/freedesktop/portal/desktop"_s;
const auto interface = u"org.freedesktop.portal.Settings"_s;
const auto appearance = u"org.freedesktop.appearance"_s;
const auto colorScheme = u"color-scheme"_s;

// Values of org.freedesktop.appearance color-scheme; 0 is "no preference".
constexpr uint prefersDark = 1;
constexpr uint prefersLight = 2;

constexpr int middleLightness = 128;

} // namespace

SystemScheme::SystemScheme(QObject *parent)
    : QObject(parent)
    , m_paletteDark(QApplication::palette().color(QPalette::Window).lightness() < middleLightness)
    , m_dark(m_paletteDark)
{
    auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(service, path, interface, u"SettingChanged"_s, this,
                SLOT(portalChanged(QString, QString, QDBusVariant)));
    auto question = QDBusMessage::createMethodCall(service, path, interface, u"Read"_s);
    question.setArguments({appearance, colorScheme});
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isError())
            take(reply.value().variant());
    });
}

void SystemScheme::portalChanged(const QString &group, const QString &key,
                                 const QDBusVariant &value)
{
    if (group == appearance && key == colorScheme)
        take(value.variant());
}

void SystemScheme::take(const QVariant &value)
{
    // The portal's Read wraps the value twice.
    const auto inner =
        value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value;
    const auto preference = inner.toUInt();
    const bool dark = preference == prefersDark || (preference != prefersLight && m_paletteDark);
    if (dark == m_dark)
        return;
    m_dark = dark;
    Q_EMIT changed();
}

} // namespace portolan::views
