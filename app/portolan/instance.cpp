// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portolan/instance.h"

#include "models/base/processlock.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace portolan::app {
namespace {

constexpr int connectMs = 3000;
constexpr qint64 longestMessage = 16 * 1024;
constexpr auto patience = 5s;

} // namespace

Instance::Instance(const QString &lockFile, const QString &socketName, QObject *parent)
    : QObject(parent)
    , m_lock(lockFile)
    , m_name(socketName)
{
    m_lock.setStaleLockTime(0);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &Instance::accept);
}

bool Instance::isFirst()
{
    if (!takeFromTheDead(m_lock))
        return false;
    // Whoever left a socket behind is gone: we hold the lock.
    QLocalServer::removeServer(m_name);
    if (!m_server.listen(m_name)) // a second start then opens nothing here
        qWarning("no socket for a second start: %s", qPrintable(m_server.errorString()));
    return true;
}

Result<void> Instance::handOver(const Options &options)
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(connectMs))
        return failure(Error::Kind::Busy, socket.errorString());
    const QJsonObject message{
        {u"workspace"_s, options.workspace}, {u"open"_s, options.open}, {u"demo"_s, options.demo}};
    socket.write(QJsonDocument(message).toJson(QJsonDocument::Compact) + '\n');
    if (!socket.waitForBytesWritten(connectMs))
        return failure(Error::Kind::Busy, socket.errorString());
    socket.disconnectFromServer();
    return {};
}

void Instance::accept()
{
    while (auto *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        QTimer::singleShot(patience, socket, &QLocalSocket::abort);
        const auto read = [this, socket] {
            if (socket->bytesAvailable() > longestMessage)
                return socket->abort();
            if (!socket->canReadLine())
                return;
            const auto message = QJsonDocument::fromJson(socket->readLine()).object();
            Options options;
            options.workspace = message.value(u"workspace"_s).toString();
            options.open = message.value(u"open"_s).toString();
            options.demo = message.value(u"demo"_s).toBool();
            Q_EMIT asked(options);
        };
        connect(socket, &QLocalSocket::readyRead, this, read);
        read();
    }
}

} // namespace portolan::app
