// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/loopbackserver.h"

#include "tests/support/loopbackdesk.h"

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <sys/socket.h>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

constexpr qsizetype dropBytes = 64; // of a slow answer
constexpr qint64 endlessBlock = 1 << 18;

//! Reads a head of a request; the body is not in it.
ApiRequest parsed(const QByteArray &head)
{
    ApiRequest request;
    const auto lines = head.split('\n');
    const auto words = lines.first().trimmed().split(' ');
    request.method = words.value(0);
    const auto target = words.value(1);
    const auto mark = target.indexOf('?');
    request.rawPath = mark < 0 ? target : target.left(mark);
    request.path = QUrl::fromPercentEncoding(request.rawPath);
    if (mark >= 0)
        request.query = QUrlQuery(QString::fromLatin1(target.mid(mark + 1)));
    for (const auto &line : lines.mid(1)) {
        const auto colon = line.indexOf(':');
        if (colon > 0)
            request.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    return request;
}

//! Ends a connection so that the other side hears of a reset, not of an end.
void reset(QTcpSocket *socket)
{
    const linger hard{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    socket->abort();
}

} // namespace

//! Owns the sockets; lives in the server's thread.
class LoopbackServer::Listener final : public QTcpServer
{
public:
    explicit Listener(std::shared_ptr<Desk> desk)
        : m_desk(std::move(desk))
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (auto *socket = nextPendingConnection())
                welcome(socket);
        });
    }

private:
    void welcome(QTcpSocket *socket)
    {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this,
                [this, socket, pending = QByteArray()]() mutable { read(socket, pending); });
    }

    void read(QTcpSocket *socket, QByteArray &pending)
    {
        pending += socket->readAll();
        for (;;) {
            const auto end = pending.indexOf("\r\n\r\n");
            if (end < 0)
                return;
            auto request = parsed(pending.left(end));
            const auto length = request.headers.value("content-length").toLongLong();
            if (request.headers.value("expect") == "100-continue")
                socket->write("HTTP/1.1 100 Continue\r\n\r\n");
            if (pending.size() < end + 4 + length)
                return;
            request.body = pending.mid(end + 4, length);
            pending.remove(0, end + 4 + length);
            serve(socket, request);
            if (socket->state() != QAbstractSocket::ConnectedState)
                return;
        }
    }

    void serve(QTcpSocket *socket, const ApiRequest &request)
    {
        const auto verdict = m_desk->take(request);
        if (!verdict.fault) {
            socket->write(wireOf(verdict.answer));
            return;
        }
        switch (verdict.fault->kind) {
        case Fault::Kind::Refuse:
            reset(socket);
            beDeaf();
            return;
        case Fault::Kind::Reset:
        case Fault::Kind::AppliedThenCut:
            reset(socket);
            return;
        case Fault::Kind::AppliedLater:
            reset(socket);
            QTimer::singleShot(verdict.lateMs, this, [this, request] { m_desk->doLate(request); });
            return;
        case Fault::Kind::Stall:
            return;
        case Fault::Kind::Slow:
            drip(socket, wireOf(verdict.answer));
            return;
        case Fault::Kind::Endless:
            socket->write("HTTP/1.1 200 x\r\nContent-Type: application/json\r\n"
                          "Transfer-Encoding: chunked\r\n\r\n");
            connect(socket, &QTcpSocket::bytesWritten, socket, [socket] { pour(socket); });
            pour(socket);
            return;
        default:
            socket->write(wireOf(verdict.answer, *verdict.fault));
            if (closesBehind(*verdict.fault))
                socket->disconnectFromHost();
        }
    }

    //! Listens to nobody for a moment, on a port that stays ours.
    void beDeaf()
    {
        const auto port = serverPort();
        if (!isListening())
            return;
        close();
        QTimer::singleShot(m_desk->options().deafMs, this, [this, port] { listenAgain(port); });
    }

    void listenAgain(quint16 port)
    {
        if (isListening())
            return; // somebody asked for calm meanwhile
        if (!listen(QHostAddress::LocalHost, port))
            QTimer::singleShot(5, this, [this, port] { listenAgain(port); });
    }

    void drip(QTcpSocket *socket, const QByteArray &bytes)
    {
        // A large answer does not take for ever: what matters is that it comes in parts.
        const auto size = std::max(dropBytes, bytes.size() / 40);
        socket->write(bytes.left(size));
        socket->flush();
        if (bytes.size() <= size)
            return;
        QTimer::singleShot(m_desk->options().slowMs, socket,
                           [this, socket, rest = bytes.mid(size)] { drip(socket, rest); });
    }

    static void pour(QTcpSocket *socket)
    {
        static const QByteArray block =
            QByteArray::number(endlessBlock, 16) + "\r\n" + QByteArray(endlessBlock, '[') + "\r\n";
        if (socket->state() == QAbstractSocket::ConnectedState && socket->bytesToWrite() < 1 << 20)
            socket->write(block);
    }

    std::shared_ptr<Desk> m_desk;
};

LoopbackServer::LoopbackServer(std::unique_ptr<Shape> shape, const Options &options)
    : m_desk(std::make_shared<Desk>(std::move(shape), options))
    , m_listener(new Listener(m_desk))
{
    m_listener->listen(QHostAddress::LocalHost, options.port);
    m_port = m_listener->serverPort();
    m_listener->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_listener, &QObject::deleteLater);
    m_thread.setObjectName(u"loopback"_s);
    m_thread.start();
}

LoopbackServer::~LoopbackServer()
{
    m_thread.quit();
    m_thread.wait();
}

QString LoopbackServer::address() const
{
    return u"http://127.0.0.1:%1"_s.arg(m_port);
}

void LoopbackServer::failAt(int n, const Fault &fault)
{
    m_desk->failAt(n, fault);
}

void LoopbackServer::storm(int percent, QList<Fault> faults)
{
    m_desk->storm(percent, std::move(faults));
}

void LoopbackServer::calm()
{
    m_desk->calm();
    // Who is still deaf is none that a client could get its answers from.
    QMetaObject::invokeMethod(
        m_listener,
        [this] {
            if (!m_listener->isListening())
                m_listener->listen(QHostAddress::LocalHost, m_port);
        },
        Qt::BlockingQueuedConnection);
}

void LoopbackServer::setKey(const QByteArray &key)
{
    m_desk->setKey(key);
}

QList<SeenRequest> LoopbackServer::seen() const
{
    return m_desk->seen();
}

void LoopbackServer::forgetSeen()
{
    m_desk->forgetSeen();
}

int LoopbackServer::waiting() const
{
    return m_desk->waiting();
}

bool LoopbackServer::isDone() const
{
    return m_desk->isDone();
}

void LoopbackServer::with(const std::function<void(Shape &)> &act)
{
    m_desk->with(act);
}

} // namespace portolan::tests
