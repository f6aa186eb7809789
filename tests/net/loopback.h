// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/httpurl.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QTcpServer>

#include <functional>
#include <memory>

class QTcpSocket;

namespace portolan::tests {

//! A request as it arrived.
struct Seen
{
    QByteArray method;
    QByteArray target;
    QHash<QByteArray, QByteArray> headers; //!< names in lower case
    QByteArray body;
    QByteArray head; //!< as it came, for what must not be in it
};

//! An HTTP server on 127.0.0.1 that says exactly the bytes a test wants, broken ones too. Lives in
//! the test's thread and answers while that waits.
class Loopback : public QObject
{
public:
    //! Answers one request on \a socket, which goes away with its connection.
    using Answer = std::function<void(QTcpSocket *socket, const Seen &request)>;

    explicit Loopback(Answer answer);

    //! Answers everything with \a bytes, and keeps the connection.
    static Answer always(const QByteArray &bytes);
    //! The same, and closes the connection behind them.
    static Answer once(const QByteArray &bytes);
    //! A whole answer with a length.
    static QByteArray whole(int status, const QByteArray &body, const QByteArray &headers = {});

    net::HttpUrl url(const QString &pathAndQuery = QStringLiteral("/")) const;

    quint16 port() const { return m_server.serverPort(); }

    const QList<Seen> &seen() const { return m_seen; }

    int connections() const { return m_connections; }

private:
    void read(QTcpSocket *socket, QByteArray &pending);

    Answer m_answer;
    QTcpServer m_server;
    QList<Seen> m_seen;
    int m_connections = 0;
};

} // namespace portolan::tests
