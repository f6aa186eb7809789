// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/net/loopback.h"

#include <QTcpSocket>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {

namespace {

Seen parsed(const QByteArray &head)
{
    Seen seen;
    seen.head = head;
    const auto lines = head.split('\n');
    const auto words = lines.first().trimmed().split(' ');
    seen.method = words.value(0);
    seen.target = words.value(1);
    for (const auto &line : lines.mid(1)) {
        const auto colon = line.indexOf(':');
        if (colon > 0)
            seen.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    return seen;
}

} // namespace

Loopback::Loopback(Answer answer)
    : m_answer(std::move(answer))
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        auto *socket = m_server.nextPendingConnection();
        ++m_connections;
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this,
                [this, socket, pending = QByteArray()]() mutable { read(socket, pending); });
    });
    m_server.listen(QHostAddress::LocalHost);
}

void Loopback::read(QTcpSocket *socket, QByteArray &pending)
{
    pending += socket->readAll();
    for (;;) {
        const auto end = pending.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        auto seen = parsed(pending.left(end));
        const auto length = seen.headers.value("content-length").toLongLong();
        if (pending.size() < end + 4 + length)
            return;
        seen.body = pending.mid(end + 4, length);
        pending.remove(0, end + 4 + length);
        m_seen.append(seen);
        m_answer(socket, seen);
    }
}

Loopback::Answer Loopback::always(const QByteArray &bytes)
{
    return [bytes](QTcpSocket *socket, const Seen &) { socket->write(bytes); };
}

Loopback::Answer Loopback::once(const QByteArray &bytes)
{
    return [bytes](QTcpSocket *socket, const Seen &) {
        socket->write(bytes);
        socket->disconnectFromHost();
    };
}

QByteArray Loopback::whole(int status, const QByteArray &body, const QByteArray &headers)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " x\r\nContent-Type: application/json\r\n"
        + headers + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

net::HttpUrl Loopback::url(const QString &pathAndQuery) const
{
    return net::HttpUrl::parse(u"http://127.0.0.1:%1%2"_s.arg(port()).arg(pathAndQuery)).value();
}

} // namespace portolan::tests
