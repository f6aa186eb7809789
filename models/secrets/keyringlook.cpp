// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/secrets/keyringlook.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QDBusVariant>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace portolan::secrets {

namespace {

constexpr int patienceMs = 5000;

const auto secretService = u"org.freedesktop.secrets"_s;

bool offers(const QDBusConnection &bus, const QString &name)
{
    auto *daemon = bus.interface();
    if (daemon->isServiceRegistered(name))
        return true;
    const QDBusReply<QStringList> activatable = daemon->activatableServiceNames();
    return activatable.isValid() && activatable.value().contains(name);
}

//! The first value that \a object of the Secret Service answers to a call; invalid on an error.
QVariant answer(const QDBusConnection &bus, const QString &object, const QString &interface,
                const QString &method, const QVariantList &arguments)
{
    auto message = QDBusMessage::createMethodCall(secretService, object, interface, method);
    message.setArguments(arguments);
    const auto reply = bus.call(message, QDBus::Block, patienceMs);
    if (reply.type() != QDBusMessage::ReplyMessage || reply.arguments().isEmpty())
        return {};
    return reply.arguments().first();
}

KeyringState lookAtSecretService(const QDBusConnection &bus)
{
    const auto collection =
        answer(bus, u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service"_s,
               u"ReadAlias"_s, {u"default"_s});
    if (!collection.isValid())
        return KeyringState::Absent;
    const auto path = qvariant_cast<QDBusObjectPath>(collection).path();
    // Its owner is asked for a password when the first thing is to be kept.
    if (path == u"/"_s)
        return KeyringState::Locked;
    const auto locked = answer(bus, path, u"org.freedesktop.DBus.Properties"_s, u"Get"_s,
                               {u"org.freedesktop.Secret.Collection"_s, u"Locked"_s});
    return qvariant_cast<QDBusVariant>(locked).variant().toBool() ? KeyringState::Locked
                                                                  : KeyringState::Available;
}

} // namespace

KeyringState lookAtKeyring()
{
    const auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return KeyringState::Absent;
    if (offers(bus, secretService))
        return lookAtSecretService(bus);
    // A wallet opens itself, asking its owner, when it is needed.
    static const std::array wallets{u"org.kde.kwalletd6"_s, u"org.kde.kwalletd5"_s};
    const bool hasWallet = std::any_of(wallets.begin(), wallets.end(),
                                       [&](const auto &name) { return offers(bus, name); });
    return hasWallet ? KeyringState::Available : KeyringState::Absent;
}

} // namespace portolan::secrets
