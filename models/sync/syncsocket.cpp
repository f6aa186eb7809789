// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/syncsocket.h"

#include "models/base/async.h"
#include "models/sync/engine.h"

#include <QJsonDocument>
#include <QLocalServer>
#include <QLocalSocket>
#include <QPointer>
#include <QtEndian>

using namespace Qt::Literals::StringLiterals;

namespace portolan::sync {
namespace {

constexpr qint64 maxRequestBytes = 64 * 1024;
constexpr qint64 maxReplyBytes = 16 * 1024 * 1024;
constexpr int connectTimeoutMs = 2000;
constexpr int lookAgainMs = 500;
constexpr int lengthBytes = 4;

void send(QLocalSocket &socket, const QJsonObject &document)
{
    const auto body = QJsonDocument(document).toJson(QJsonDocument::Compact);
    QByteArray length(lengthBytes, Qt::Uninitialized);
    qToBigEndian(static_cast<quint32>(body.size()), length.data());
    socket.write(length + body);
    socket.flush();
}

//! The length that stands at the front of \a socket, or -1 while it has not come.
qint64 announcedLength(QLocalSocket &socket)
{
    const auto head = socket.peek(lengthBytes);
    return head.size() < lengthBytes ? -1 : qint64{qFromBigEndian<quint32>(head.constData())};
}

QJsonObject errorJson(const Error &error)
{
    return {{u"error"_s, error.detail}, {u"errorKind"_s, static_cast<int>(error.kind)}};
}

//! The next document on \a socket, waited for.
Result<QJsonObject> receive(QLocalSocket &socket)
{
    const auto gone = [] {
        return failure(Error::Kind::Busy, u"the process that syncs this profile went away"_s);
    };
    // A first sync of a large platform may take hours: whoever is connected is at work.
    const auto isMoreToCome = [&socket] {
        return socket.waitForReadyRead(lookAgainMs)
            || socket.state() == QLocalSocket::ConnectedState;
    };
    while (announcedLength(socket) < 0) {
        if (!isMoreToCome())
            return gone();
    }
    const auto length = announcedLength(socket);
    if (length > maxReplyBytes)
        return failure(Error::Kind::Protocol, u"the syncing process sent too long an answer"_s);
    while (socket.bytesAvailable() < length + lengthBytes) {
        if (!isMoreToCome())
            return gone();
    }
    socket.read(lengthBytes);
    return QJsonDocument::fromJson(socket.read(length)).object();
}

} // namespace

QString syncSocketName(const QString &profileSocket)
{
    return profileSocket + u"-sync"_s;
}

SyncServer::SyncServer(Engine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_server(new QLocalServer(this))
{
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, &SyncServer::accept);
}

Result<void> SyncServer::listen(const QString &name)
{
    QLocalServer::removeServer(name);
    if (!m_server->listen(name))
        return failure(Error::Kind::Store, m_server->errorString());
    return {};
}

void SyncServer::accept()
{
    while (auto *socket = m_server->nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
    }
}

void SyncServer::read(QLocalSocket *socket)
{
    const auto length = announcedLength(*socket);
    if (length > maxRequestBytes)
        return socket->abort();
    if (length < 0 || socket->bytesAvailable() < length + lengthBytes)
        return;
    socket->read(lengthBytes);
    const auto request = QJsonDocument::fromJson(socket->read(length)).object();
    QStringList accounts;
    for (const auto &account : request.value(u"accounts"_s).toArray())
        accounts.append(account.toString());
    // The asker may be gone by the time the sync ends.
    onFinished(m_engine.sync(accounts, request.value(u"full"_s).toBool()), this,
               [asker = QPointer(socket)](const Result<SyncReport> &report) {
                   if (!asker)
                       return;
                   send(*asker, report ? reportJson(*report) : errorJson(report.error()));
                   asker->disconnectFromServer();
               });
}

Result<SyncReport> askForSync(const QString &name, const QStringList &accounts, bool full)
{
    QLocalSocket socket;
    socket.connectToServer(name);
    if (!socket.waitForConnected(connectTimeoutMs)) {
        return failure(Error::Kind::Busy,
                       u"another process is syncing this profile and does not answer"_s);
    }
    send(socket, {{u"accounts"_s, QJsonArray::fromStringList(accounts)}, {u"full"_s, full}});
    if (socket.bytesToWrite() > 0)
        socket.waitForBytesWritten(connectTimeoutMs);
    const auto reply = receive(socket);
    if (!reply)
        return tl::unexpected(reply.error());
    if (reply->contains(u"error"_s)) {
        return failure(static_cast<Error::Kind>(reply->value(u"errorKind"_s).toInt()),
                       reply->value(u"error"_s).toString());
    }
    return reportFromJson(*reply);
}

} // namespace portolan::sync
