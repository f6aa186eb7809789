// SPDX-License-Identifier: GPL-3.0-or-later
// HTTP/2 against nghttpd: many requests at once are streams of one connection.
#include "models/net/curlclient.h"
#include "tests/net/authority.h"
#include "tests/net/captured.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using tests::Authority;
using tests::waited;

namespace {

//! Hands on what arrives to another port, and counts the connections: nghttpd does not tell.
class Relay : public QObject
{
public:
    explicit Relay(quint16 target)
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this, target] {
            auto *near = m_server.nextPendingConnection();
            ++m_connections;
            auto *far = new QTcpSocket(near);
            far->connectToHost(QHostAddress::LocalHost, target);
            connect(near, &QTcpSocket::readyRead, far, [this, near, far, number = m_connections] {
                const auto bytes = near->readAll();
                if (number > m_lost)
                    far->write(bytes);
            });
            connect(far, &QTcpSocket::readyRead, near,
                    [near, far] { near->write(far->readAll()); });
            connect(near, &QTcpSocket::disconnected, near, &QObject::deleteLater);
            connect(far, &QTcpSocket::disconnected, near, &QTcpSocket::disconnectFromHost);
        });
        m_server.listen(QHostAddress::LocalHost);
    }

    quint16 port() const { return m_server.serverPort(); }

    int connections() const { return m_connections; }

    //! What is sent on the connections that there are arrives nowhere from now on, and nobody says
    //! so: as after another network, or a night with the lid closed.
    void lose() { m_lost = m_connections; }

private:
    QTcpServer m_server;
    int m_connections = 0;
    int m_lost = 0;
};

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

bool answers(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    return socket.waitForConnected(500);
}

} // namespace

class TestHttp2 : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        for (const auto *name : {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"})
            qunsetenv(name);
        const auto program = QStandardPaths::findExecutable(u"nghttpd"_s);
        if (program.isEmpty() || !m_files.isUsable())
            QSKIP("nghttpd (package nghttp2-server) or openssl is missing: 2 tests left out");
        m_files.issue(u"root"_s, {.authority = true});
        m_files.issue(u"good"_s, {.issuer = u"root"_s});
        QFile page(m_files.file(u"data.json"_s));
        QVERIFY(page.open(QIODevice::WriteOnly));
        page.write("{\"a\":1}");
        page.close();
        m_port = freePort();
        m_server.start(program,
                       {u"-a"_s, u"127.0.0.1"_s, u"-d"_s, m_files.file({}), QString::number(m_port),
                        m_files.file(u"good.key"_s), m_files.file(u"good.crt"_s)});
        QTRY_VERIFY_WITH_TIMEOUT(answers(m_port), 30'000);
    }

    void cleanupTestCase()
    {
        m_server.kill();
        m_server.waitForFinished();
    }

    void manyRequestsShareOneConnection()
    {
        const Relay relay(m_port);
        net::CurlClient client(m_clock);
        QVERIFY(waited(client.send(get(relay, u"data.json"_s))));
        QList<QFuture<tests::Outcome>> futures;
        for (int i = 0; i < 60; ++i)
            futures.append(client.send(get(relay, u"data.json"_s)));
        for (const auto &future : std::as_const(futures)) {
            const auto answer = waited(future);
            QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
            QCOMPARE(answer->status, 200);
            QCOMPARE(answer->body, "{\"a\":1}");
        }
        QCOMPARE(relay.connections(), 1);
    }

    void aConnectionThatLeadsNowhereIsNotUsedAgain()
    {
        Relay relay(m_port);
        net::TransferLimits limits;
        limits.slowSeconds = 2;
        net::CurlClient client(m_clock, limits);
        QVERIFY(waited(client.send(get(relay, u"data.json"_s))));
        QCOMPARE(relay.connections(), 1);
        relay.lose();
        // While one that began later still waits on it, too.
        const auto first = client.send(get(relay, u"data.json"_s));
        QTest::qWait(600);
        const auto second = client.send(get(relay, u"data.json"_s));
        const auto lost = waited(first);
        QVERIFY(!lost);
        QCOMPARE(lost.error().kind, Error::Kind::Unavailable);
        QVERIFY(!second.isFinished());
        for (int i = 0; i < 2; ++i) {
            const auto answer = waited(client.send(get(relay, u"data.json"_s)));
            QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
        }
        QVERIFY(!waited(second));
        // One more that is new, and then it is as it was.
        for (int i = 0; i < 3; ++i)
            QVERIFY(waited(client.send(get(relay, u"data.json"_s))));
        QVERIFY2(relay.connections() <= 4, QByteArray::number(relay.connections()).constData());
    }

    void statusesArrive()
    {
        const Relay relay(m_port);
        net::CurlClient client(m_clock);
        auto request = get(relay, u"absent"_s);
        request.expectsJson = false;
        const auto answer = waited(client.send(request));
        QVERIFY(answer);
        QCOMPARE(net::accepted(*answer).error().kind, Error::Kind::NotFound);
    }

private:
    net::HttpRequest get(const Relay &relay, const QString &name) const
    {
        net::ConnectionSettings settings;
        settings.organisationCa = m_files.file(u"root.crt"_s);
        net::HttpRequest request;
        request.url =
            net::HttpUrl::parse(u"https://localhost:%1/%2"_s.arg(relay.port()).arg(name)).value();
        request.connection = std::make_shared<net::ConnectionSettings>(settings);
        return request;
    }

    Authority m_files;
    SystemClock m_clock;
    QProcess m_server;
    quint16 m_port = 0;
};

QTEST_GUILESS_MAIN(TestHttp2)
#include "tst_http2.moc"
