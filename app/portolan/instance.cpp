// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portolan/instance.h"

#include "models/base/processlock.h"

#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QThread>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace portolan::app {
namespace {

constexpr int lookMs = 50;
constexpr auto taken = "taken\n";
constexpr qint64 longestMessage = 16 * 1024;
constexpr auto patience = 5s;

} // namespace

Instance::Instance(const QString &lockFile, const QString &socketName, QObject *parent)
    : QObject(parent)
    , m_lock(lockFile)
    , m_name(socketName)
    , m_server(this)
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

Result<Instance::Start> Instance::begin(const Options &options, int patienceMs)
{
    if (isFirst())
        return Start::First;
    // Nobody holds it: it cannot be written.
    if (m_lock.error() != QLockFile::LockFailedError)
        return failure(Error::Kind::Store,
                       u"%1 cannot be written, by which a second window of the profile is avoided; "
                       "make room on that disk, or the folder writable"_s.arg(m_lock.fileName()));
    return handOver(options, patienceMs);
}

//! The system accepts connections, and takes what is written, for a process that looks at neither
//! any more: that it was written says nothing, only the answer does. Until that comes, the other
//! one may be starting, or ending, in which case its lock becomes free.
Result<Instance::Start> Instance::handOver(const Options &options, int patienceMs)
{
    const QJsonObject message{
        {u"workspace"_s, options.workspace}, {u"open"_s, options.open}, {u"demo"_s, options.demo}};
    const QDeadlineTimer deadline(patienceMs);
    QLocalSocket socket;
    do {
        if (socket.state() != QLocalSocket::ConnectedState) {
            socket.abort();
            socket.connectToServer(m_name);
            if (socket.waitForConnected(lookMs))
                socket.write(QJsonDocument(message).toJson(QJsonDocument::Compact) + '\n');
        }
        if (socket.state() == QLocalSocket::ConnectedState)
            socket.waitForReadyRead(lookMs);
        else
            QThread::msleep(lookMs);
        if (socket.bytesAvailable() > 0 && socket.readAll().startsWith(taken))
            return Start::HandedOver;
        if (isFirst())
            return Start::First;
    } while (!deadline.hasExpired());
    return failure(Error::Kind::Busy,
                   u"the Portolan that has this profile open does not answer; wait until it has "
                   "started or ended, or end it"_s);
}

void Instance::stopListening()
{
    m_server.close();
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
            // Behind what has arrived as well: a signal to end among it comes first.
            QTimer::singleShot(0, socket, [this, socket, options] { take(*socket, options); });
        };
        connect(socket, &QLocalSocket::readyRead, this, read);
        read();
    }
}

void Instance::take(QLocalSocket &socket, const Options &options)
{
    if (!m_server.isListening()) // the other one waits until this one has ended
        return socket.abort();
    socket.write(taken);
    socket.flush();
    Q_EMIT asked(options);
}

} // namespace portolan::app
