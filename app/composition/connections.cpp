// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/connections.h"

#include <QHash>
#include <QProcess>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace portolan::app {

namespace {

// What the keyring's own window lists the entries under.
const auto service = QStringLiteral(PORTOLAN_APP_ID);

QHash<QString, platforms::SignInWays> signInWays(const sync::Engine::Platforms &platforms)
{
    QHash<QString, platforms::SignInWays> ways;
    for (const auto &platform : platforms)
        ways.insert(platform->name(), platform->signInWays());
    return ways;
}

} // namespace

Connections::Connections(const Clock &clock, const sync::Engine::Platforms &platforms)
    : m_http(clock)
    , m_keyring(service)
    , m_secrets(m_keyring)
    , m_clients(
          {m_http, m_secrets, clock,
           [ways = signInWays(platforms)](const QString &platform) { return ways.value(platform); },
           openInBrowser})
{
}

bool openInBrowser(const QUrl &address)
{
    const auto url = net::HttpUrl::parse(address.toString(QUrl::FullyEncoded));
    if (!url || !(url->isEncrypted() || url->isLoopback()))
        return false;
    // Without a display it would start a browser for terminals, over whatever is shown there.
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY"))
        return false;
    const auto opener = QStandardPaths::findExecutable(u"xdg-open"_s);
    if (opener.isEmpty())
        return false;
    QProcess process;
    process.setProgram(opener);
    process.setArguments({QString::fromLatin1(url->text())});
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    return process.startDetached();
}

} // namespace portolan::app
