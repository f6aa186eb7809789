// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/signin/redirectlistener.h"

#include <QHostAddress>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::signin {

namespace {

constexpr qsizetype mostHeadBytes = 16 * 1024;
constexpr int mostConnections = 16;
constexpr int patienceMs = 10'000; // for one request; the browser sends it at once

const QByteArray path = "/cb";

//! The parameters of \a query; empty when one of them is there twice (RFC 6749, 3.1).
QHash<QByteArray, QByteArray> parametersOf(const QByteArray &query)
{
    QHash<QByteArray, QByteArray> parameters;
    for (const auto &pair : query.split('&')) {
        const auto equals = pair.indexOf('=');
        const auto text = [](QByteArray part) {
            return QByteArray::fromPercentEncoding(part.replace('+', ' '));
        };
        const auto name = text(equals < 0 ? pair : pair.first(equals));
        if (parameters.contains(name))
            return {};
        parameters.insert(name, equals < 0 ? QByteArray() : text(pair.mid(equals + 1)));
    }
    return parameters;
}

//! Compares without telling by the time it takes how much of it was right.
bool isSame(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size() || a.isEmpty())
        return false;
    int difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= a.at(i) ^ b.at(i);
    return difference == 0;
}

//! The value of \a name in the header of a request.
QByteArray headerOf(const QList<QByteArray> &lines, const QByteArray &name)
{
    for (const auto &line : lines) {
        const auto colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

} // namespace

RedirectListener::RedirectListener(QByteArray state, QObject *parent)
    : QObject(parent)
    , m_state(std::move(state))
{
    m_server.setMaxPendingConnections(mostConnections);
    connect(&m_server, &QTcpServer::newConnection, this, &RedirectListener::greet);
}

Result<void> RedirectListener::listen()
{
    if (!m_server.listen(QHostAddress::LocalHost, 0)) {
        return failure(Error::Kind::Offline,
                       u"no port of this machine can be had for the browser to come back to: "
                       "%1"_s.arg(m_server.errorString()));
    }
    return {};
}

QByteArray RedirectListener::redirectUri() const
{
    return "http://127.0.0.1:" + QByteArray::number(m_server.serverPort()) + path;
}

void RedirectListener::greet()
{
    while (auto *socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        const auto open = m_server.findChildren<QTcpSocket *>(Qt::FindDirectChildrenOnly);
        if (m_isDone || open.size() > mostConnections) {
            socket->abort();
            continue;
        }
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        QTimer::singleShot(patienceMs, socket, [socket] { socket->abort(); });
    }
}

void RedirectListener::read(QTcpSocket *socket)
{
    const auto head = socket->peek(mostHeadBytes);
    const auto end = head.indexOf("\r\n\r\n");
    if (end >= 0)
        return answer(socket, head.first(end));
    if (head.size() >= mostHeadBytes)
        refuse(socket, "431 Request Header Fields Too Large");
}

void RedirectListener::answer(QTcpSocket *socket, const QByteArray &head)
{
    const auto lines = head.split('\n');
    const auto words = lines.first().trimmed().split(' ');
    if (m_isDone || words.size() != 3 || !words.at(2).startsWith("HTTP/1."))
        return refuse(socket, "400 Bad Request");
    if (words.first() != "GET")
        return refuse(socket, "405 Method Not Allowed");
    const auto &target = words.at(1);
    const auto question = target.indexOf('?');
    if (question < 0 || target.first(question) != path)
        return refuse(socket, "404 Not Found");
    // A page of a stranger that reaches this port under another name is none of the provider's.
    if (headerOf(lines, "host") != "127.0.0.1:" + QByteArray::number(m_server.serverPort()))
        return refuse(socket, "400 Bad Request");
    const auto parameters = parametersOf(target.mid(question + 1));
    if (!isSame(parameters.value("state"), m_state))
        return refuse(socket, "400 Bad Request");
    m_isDone = true;
    m_server.close();
    reply(socket, "200 OK",
          tr("Portolan has the answer. You can close this page and go back to Portolan.").toUtf8());
    Q_EMIT arrived(parameters);
}

void RedirectListener::refuse(QTcpSocket *socket, const QByteArray &status)
{
    reply(socket, status, tr("This is not what Portolan waits for.").toUtf8());
}

void RedirectListener::reply(QTcpSocket *socket, const QByteArray &status, const QByteArray &page)
{
    socket->disconnect(this);
    socket->readAll(); // closed with something unread, the reply might not arrive
    const QByteArray body =
        "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Portolan</title></head><body><p>"
        + page + "</p></body></html>\n";
    socket->write("HTTP/1.1 " + status
                  + "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
                  + QByteArray::number(body.size())
                  + "\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\n"
                    "Content-Security-Policy: default-src 'none'\r\nX-Content-Type-Options: "
                    "nosniff\r\nConnection: close\r\n\r\n"
                  + body);
    socket->flush();
    socket->disconnectFromHost();
}

} // namespace portolan::signin
