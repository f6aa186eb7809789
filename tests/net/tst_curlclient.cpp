// SPDX-License-Identifier: GPL-3.0-or-later
// The client against a server that says exactly what a test wants: what goes out, what comes back,
// and every way in which an answer can be broken.
#include "models/net/curlclient.h"
#include "tests/net/captured.h"
#include "tests/net/loopback.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <memory>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using net::Credential;
using net::CurlClient;
using net::HttpRequest;
using tests::CapturedLog;
using tests::Loopback;
using tests::Seen;
using tests::waited;
using Kind = Error::Kind;

namespace {

const net::TransferLimits impatient{
    .connectMs = 2000, .slowBytesPerSecond = 100, .slowSeconds = 1, .apiMs = 4000};

HttpRequest get(const net::HttpUrl &url)
{
    HttpRequest request;
    request.url = url;
    return request;
}

Loopback::Answer dropsConnection()
{
    return [](QTcpSocket *socket, const Seen &) { socket->abort(); };
}

//! \a bytes of them, 400 each tenth of a second.
Loopback::Answer trickle(int bytes)
{
    return [bytes](QTcpSocket *socket, const Seen &) {
        socket->write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(bytes)
                      + "\r\n\r\n");
        auto *timer = new QTimer(socket);
        QObject::connect(timer, &QTimer::timeout, socket,
                         [socket] { socket->write(QByteArray(400, ' ')); });
        timer->start(100);
    };
}

} // namespace

class TestCurlClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        for (const auto *name : {"http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy",
                                 "ALL_PROXY", "no_proxy", "NO_PROXY"})
            qunsetenv(name);
        m_client = std::make_unique<CurlClient>(m_clock, impatient);
    }

    void cleanupTestCase() { m_client.reset(); }

    void anAnswerComesBackWhole()
    {
        Loopback server(Loopback::always(Loopback::whole(
            200, "{\"a\":1}", "ETag: \"7\"\r\nDate: Fri, 27 Nov 2020 12:00:00 GMT\r\n")));
        const auto answer = waited(m_client->send(get(server.url(u"/api?x=1"_s))));
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->body, "{\"a\":1}");
        QCOMPARE(answer->header("etag"), "\"7\"");
        QVERIFY(answer->clockOffsetMs.value_or(0) > 0);
        QCOMPARE(server.seen().size(), 1);
        QCOMPARE(server.seen().first().method, "GET");
        QCOMPARE(server.seen().first().target, "/api?x=1");
        QCOMPARE(server.seen().first().headers.value("accept"), "application/json");
        QCOMPARE(server.seen().first().headers.value("accept-encoding"), "gzip");
        QCOMPARE(server.seen().first().headers.value("x-request-id"), answer->requestId);
        QVERIFY(!answer->requestId.isEmpty());
    }

    void methodsAndBodiesGoOut_data()
    {
        QTest::addColumn<int>("method");
        QTest::addColumn<QByteArray>("body");
        using net::HttpMethod;
        for (const auto method : {HttpMethod::Post, HttpMethod::Put, HttpMethod::Patch,
                                  HttpMethod::Delete, HttpMethod::Get}) {
            const auto name = net::methodName(method);
            QTest::addRow("%s with a body", name.constData())
                << static_cast<int>(method) << QByteArray("{\"x\":\0}", 7);
            QTest::addRow("%s without", name.constData())
                << static_cast<int>(method) << QByteArray();
        }
    }

    void methodsAndBodiesGoOut()
    {
        QFETCH(int, method);
        QFETCH(QByteArray, body);
        Loopback server(Loopback::always(Loopback::whole(200, "{}")));
        auto request = get(server.url());
        request.method = static_cast<net::HttpMethod>(method);
        request.body = body;
        request.headers = {{"Idempotency-Key", "k-1"}};
        QVERIFY(waited(m_client->send(std::move(request))));
        const auto seen = server.seen().first();
        QCOMPARE(seen.method, net::methodName(static_cast<net::HttpMethod>(method)));
        QCOMPARE(seen.body, body);
        QCOMPARE(seen.headers.value("idempotency-key"), "k-1");
        QCOMPARE(seen.headers.value("content-type"),
                 body.isEmpty() ? QByteArray() : QByteArray("application/json"));
        QVERIFY(!seen.headers.contains("expect"));
    }

    void headHasNoBody()
    {
        Loopback server(Loopback::always("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n"));
        auto request = get(server.url());
        request.method = net::HttpMethod::Head;
        const auto answer = waited(m_client->send(std::move(request)));
        QVERIFY(answer);
        QCOMPARE(answer->body, QByteArray());
        QCOMPARE(server.seen().first().method, "HEAD");
    }

    void credentialsGoToTheirHeader_data()
    {
        QTest::addColumn<int>("scheme");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char *title, Credential::Scheme scheme, const char *name,
                            const char *header, const QByteArray &value) {
            QTest::newRow(title) << static_cast<int>(scheme) << QByteArray(name)
                                 << QByteArray(header) << value;
        };
        using Scheme = Credential::Scheme;
        row("bearer", Scheme::Bearer, "", "authorization", "Bearer CANARY-token");
        row("basic", Scheme::Basic, "ann", "authorization",
            "Basic " + QByteArray("ann:CANARY-token").toBase64());
        row("key", Scheme::KeyHeader, "X-Api-Key", "x-api-key", "CANARY-token");
    }

    void credentialsGoToTheirHeader()
    {
        QFETCH(int, scheme);
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, value);
        Loopback server(Loopback::always(Loopback::whole(200, "{}")));
        auto request = get(server.url());
        request.credential = {static_cast<Credential::Scheme>(scheme), name,
                              Secret(QByteArray("CANARY-token"))};
        QVERIFY(waited(m_client->send(std::move(request))));
        QCOMPARE(server.seen().first().headers.value(header), value);
    }

    void statusesAreAnswers_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {200, 201, 202, 206, 304, 301, 308, 400, 401, 403, 404, 405,
                                 406, 407, 408, 409, 410, 412, 413, 415, 418, 422, 425, 429,
                                 431, 451, 500, 501, 502, 503, 504, 505, 507, 511, 599})
            QTest::addRow("%d", status) << status;
    }

    void statusesAreAnswers()
    {
        QFETCH(int, status);
        Loopback server(Loopback::once(Loopback::whole(status, status == 304 ? "" : "{\"e\":1}")));
        const auto answer = waited(m_client->send(get(server.url())));
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
        QCOMPARE(answer->status, status);
        QCOMPARE(server.seen().size(), 1);
    }

    void nothingIsAnAnswer()
    {
        Loopback server(Loopback::always("HTTP/1.1 204 No Content\r\n\r\n"));
        const auto answer = waited(m_client->send(get(server.url())));
        QVERIFY(answer);
        QCOMPARE(answer->status, 204);
        QCOMPARE(answer->body, QByteArray());
    }

    void interimAnswersAreSkipped()
    {
        QByteArray storm;
        for (int i = 0; i < 50; ++i)
            storm += "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n";
        Loopback server(Loopback::always(storm + Loopback::whole(200, "{}")));
        const auto answer = waited(m_client->send(get(server.url())));
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
        QVERIFY(answer->header("link").isEmpty());
    }

    void chunksAreJoined()
    {
        Loopback server(Loopback::always("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                                         "3\r\n{\"a\r\n4\r\n\":1}\r\n0\r\n\r\n"));
        const auto answer = waited(m_client->send(get(server.url())));
        QVERIFY(answer);
        QCOMPARE(answer->body, "{\"a\":1}");
    }

    void brokenAnswersAreNoAnswers_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Kind>("kind");
        const auto row = [](const char *name, const QByteArray &bytes, Kind kind) {
            QTest::newRow(name) << bytes << kind;
        };
        row("empty", "", Kind::Unavailable);
        row("cut in the header", "HTTP/1.1 200 OK\r\nContent-Le", Kind::Protocol);
        row("cut in the body",
            "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":", Kind::Unavailable);
        row("cut in a chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20\r\n{\"a\":",
            Kind::Unavailable);
        row("no last chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n",
            Kind::Unavailable);
        row("broken chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n",
            Kind::Unavailable);
        row("negative length", "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n{}", Kind::Protocol);
        row("closed without a length", "HTTP/1.1 200 OK\r\n\r\n{\"a\":[1,2", Kind::Protocol);
        row("closed, HTTP/1.0", "HTTP/1.0 200 OK\r\n\r\n{}", Kind::Protocol);
        row("garbage", "\x16\x03\x01\x02 garbage\r\n\r\n", Kind::Protocol);
        row("HTTP/0.9", "{\"a\":1}", Kind::Protocol);
        row("gzip that is none",
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nabcde",
            Kind::Protocol);
        row("another encoding",
            "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 5\r\n\r\nabcde",
            Kind::Protocol);
    }

    void brokenAnswersAreNoAnswers()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(Kind, kind);
        Loopback server(Loopback::once(bytes));
        const auto answer = waited(m_client->send(get(server.url())));
        QVERIFY(!answer);
        QVERIFY2(answer.error().kind == kind, qPrintable(answer.error().detail));
        QVERIFY(answer.error().detail.startsWith(u"GET http://127.0.0.1:"_s));
        QVERIFY(answer.error().detail.contains(u"(request "_s));
        QVERIFY(!answer.error().detail.contains(u'\n'));
    }

    void nobodyListening()
    {
        auto server = std::make_unique<Loopback>(dropsConnection());
        const auto url = server->url();
        server.reset();
        const auto answer = waited(m_client->send(get(url)));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Kind::Offline);
    }

    void unknownNames()
    {
        const auto url = net::HttpUrl::parse(u"http://no-such-host.invalid/"_s).value();
        const auto answer = waited(m_client->send(get(url)));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Kind::Offline);
    }

    void connectionsThatAreReset()
    {
        Loopback server(dropsConnection());
        const auto answer = waited(m_client->send(get(server.url())));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Kind::Unavailable);
    }

    void stallsEnd_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("at once") << QByteArray();
        QTest::newRow("in the body")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{");
    }

    void stallsEnd()
    {
        QFETCH(QByteArray, bytes);
        Loopback server(Loopback::always(bytes));
        CurlClient client(m_clock, {.slowSeconds = 1, .apiMs = 600'000});
        const auto answer = waited(client.send(get(server.url())));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Kind::Unavailable);
        QVERIFY(answer.error().isRetryable());
    }

    void theWholeTimeIsLimited_data()
    {
        QTest::addColumn<bool>("snapshot");
        QTest::newRow("API") << false;
        QTest::newRow("snapshot") << true;
    }

    void theWholeTimeIsLimited()
    {
        QFETCH(bool, snapshot);
        Loopback server(trickle(100'000));
        CurlClient client(
            m_clock, {.apiMs = snapshot ? 600'000 : 1000, .snapshotMs = snapshot ? 1000 : 600'000});
        auto request = get(server.url());
        request.timeout = snapshot ? net::TimeoutClass::Snapshot : net::TimeoutClass::Api;
        const auto answer = waited(client.send(std::move(request)));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Kind::Unavailable);
    }

    void slowButSteadyIsFine()
    {
        Loopback server(trickle(4000));
        CurlClient client(m_clock, {.slowBytesPerSecond = 100, .slowSeconds = 5});
        const auto answer = waited(client.send(get(server.url())));
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
        QCOMPARE(answer->body.size(), 4000);
    }

    void whenToComeBackIsReckonedByTheServersClock()
    {
        Loopback server(
            Loopback::always(Loopback::whole(503, "{}",
                                             "Date: Fri, 27 Nov 2020 12:00:00 GMT\r\n"
                                             "Retry-After: Fri, 27 Nov 2020 12:00:30 GMT\r\n")));
        const auto answer = waited(m_client->send(get(server.url())));
        QVERIFY(answer);
        QCOMPARE(answer->retryAfterMs, std::optional<qint64>(30'000));
        Loopback plain(Loopback::always(Loopback::whole(429, "{}", "Retry-After: 7\r\n")));
        QCOMPARE(waited(m_client->send(get(plain.url())))->retryAfterMs,
                 std::optional<qint64>(7000));
    }

    void redirectsAreNeverFollowed_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {301, 302, 303, 307, 308})
            QTest::addRow("%d", status) << status;
    }

    void redirectsAreNeverFollowed()
    {
        QFETCH(int, status);
        Loopback thief(Loopback::always(Loopback::whole(200, "{}")));
        Loopback server(Loopback::always(
            Loopback::whole(status, "", "Location: " + thief.url(u"/caught"_s).text() + "\r\n")));
        auto request = get(server.url());
        request.headers = {{"Idempotency-Key", "CANARY-key"}};
        request.credential = {Credential::Scheme::KeyHeader, "X-Api-Key",
                              Secret(QByteArray("CANARY-token"))};
        const auto answer = waited(m_client->send(std::move(request)));
        QCOMPARE(thief.connections(), 0);
        const bool temporary = status != 301 && status != 308;
        QCOMPARE(answer.has_value(), !temporary);
        if (answer)
            QCOMPARE(net::accepted(*answer).error().kind, Kind::Protocol);
        else
            QCOMPARE(answer.error().kind, Kind::NetworkSignIn);
    }

    void aWebPageIsTheNetworks_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray page("<!DOCTYPE html><p>Welcome to the hotel");
        const QByteArray length = "Content-Length: " + QByteArray::number(page.size()) + "\r\n\r\n";
        QTest::newRow("named as such")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + length + page);
        QTest::newRow("not named") << QByteArray("HTTP/1.1 200 OK\r\n" + length + page);
        QTest::newRow("pretending")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + length + page);
        QTest::newRow("redirect with a page")
            << QByteArray("HTTP/1.1 302 Found\r\nLocation: /login\r\nContent-Type: text/html\r\n"
                          + length + page);
    }

    void aWebPageIsTheNetworks()
    {
        QFETCH(QByteArray, bytes);
        Loopback server(Loopback::once(bytes));
        const auto answer = waited(m_client->send(get(server.url())));
        QVERIFY(!answer);
        QVERIFY2(answer.error().kind == Kind::NetworkSignIn, qPrintable(answer.error().detail));
        QVERIFY(!answer.error().isRetryable());
    }

    void aWebPageIsFineWhereNoJsonIsExpected()
    {
        Loopback server(Loopback::once("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
                                       "Content-Length: 6\r\n\r\n<html>"));
        auto request = get(server.url());
        request.expectsJson = false;
        const auto answer = waited(m_client->send(std::move(request)));
        QVERIFY(answer);
        QCOMPARE(answer->body, "<html>");
    }

    void connectionsAreReused()
    {
        Loopback server(Loopback::always(Loopback::whole(200, "{}")));
        for (int i = 0; i < 20; ++i)
            QVERIFY(waited(m_client->send(get(server.url()))));
        QCOMPARE(server.seen().size(), 20);
        QCOMPARE(server.connections(), 1);
    }

    void manyRequestsShareAFewConnections()
    {
        Loopback server(Loopback::always(Loopback::whole(200, "{}")));
        QList<QFuture<tests::Outcome>> futures;
        QSet<QByteArray> ids;
        for (int i = 0; i < 200; ++i)
            futures.append(m_client->send(get(server.url(u"/%1"_s.arg(i)))));
        for (const auto &future : std::as_const(futures)) {
            const auto answer = waited(future);
            QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
            ids.insert(answer->requestId);
        }
        QCOMPARE(server.seen().size(), 200);
        QCOMPARE(ids.size(), 200);
        QVERIFY2(server.connections() <= 6, QByteArray::number(server.connections()).constData());
    }

    void proxiesAreAskedWhereTheyAreSet()
    {
        Loopback proxy(Loopback::always(Loopback::whole(200, "{}")));
        net::ConnectionSettings settings;
        settings.proxy = u"http://127.0.0.1:%1"_s.arg(proxy.port());
        settings.proxyUser = "ann";
        settings.proxyPassword = Secret(QByteArray("CANARY-proxy"));
        auto request = get(net::HttpUrl::parse(u"http://mesh.invalid/api"_s).value());
        request.connection = std::make_shared<net::ConnectionSettings>(settings);
        QVERIFY(waited(m_client->send(request)));
        QCOMPARE(proxy.seen().first().target, "http://mesh.invalid/api");
        QCOMPARE(proxy.seen().first().headers.value("proxy-authorization"),
                 "Basic " + QByteArray("ann:CANARY-proxy").toBase64());
        settings.proxy = u"http://ann:CANARY-proxy@127.0.0.1:1"_s;
        request.connection = std::make_shared<net::ConnectionSettings>(settings);
        const auto refused = waited(m_client->send(request));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Kind::Usage);
        QVERIFY(!refused.error().detail.contains(u"CANARY"_s));
    }

    void theEnvironmentsProxyIsNotForThisMachine()
    {
        Loopback proxy(Loopback::always(Loopback::whole(502, "{}")));
        Loopback server(Loopback::always(Loopback::whole(200, "{}")));
        qputenv("http_proxy", "http://127.0.0.1:" + QByteArray::number(proxy.port()));
        const auto here = waited(m_client->send(get(server.url())));
        const auto there =
            waited(m_client->send(get(net::HttpUrl::parse(u"http://mesh.invalid/"_s).value())));
        qunsetenv("http_proxy");
        QVERIFY(here);
        QCOMPARE(here->status, 200);
        QVERIFY(there);
        QCOMPARE(there->status, 502);
        QCOMPARE(proxy.seen().size(), 1);
    }

    //! Nobody has entered it here: without its name one would look at the server for ever.
    void aDeadProxyOfTheEnvironmentIsNotTheServer_data()
    {
        QTest::addColumn<QByteArray>("variable");
        QTest::addColumn<QString>("url");
        QTest::newRow("http") << QByteArray("http_proxy") << u"http://mesh.invalid/"_s;
        QTest::newRow("https") << QByteArray("https_proxy") << u"https://mesh.invalid/"_s;
        QTest::newRow("all") << QByteArray("ALL_PROXY") << u"https://mesh.invalid/"_s;
    }

    void aDeadProxyOfTheEnvironmentIsNotTheServer()
    {
        QFETCH(QByteArray, variable);
        QFETCH(QString, url);
        const auto port = [] { // where nobody listens any more
            QTcpServer server;
            return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(9);
        }();
        const auto request = get(net::HttpUrl::parse(url).value());
        qputenv(variable.constData(),
                "http://ann:CANARY-proxy@127.0.0.1:" + QByteArray::number(port));
        const auto answer = waited(m_client->send(request));
        qputenv("no_proxy", "other.invalid,mesh.invalid");
        const auto direct = waited(m_client->send(request));
        qunsetenv("no_proxy");
        qunsetenv(variable.constData());
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Kind::Offline);
        QVERIFY2(answer.error().detail.contains(
                     u"the proxy http://127.0.0.1:%1, which the environment variable %2 names"_s
                         .arg(port)
                         .arg(QString::fromLatin1(variable))),
                 qPrintable(answer.error().detail));
        QVERIFY(!answer.error().detail.contains(u"CANARY"_s));
        QVERIFY(!direct);
        QVERIFY2(!direct.error().detail.contains(u"proxy"_s), qPrintable(direct.error().detail));
    }

    void acceptCanBeASpecialOne()
    {
        Loopback server(Loopback::always(Loopback::whole(200, "{}")));
        auto request = get(server.url());
        request.headers = {{"accept", "application/vnd.x+json"}};
        QVERIFY(waited(m_client->send(std::move(request))));
        QCOMPARE(server.seen().first().head.toLower().count("accept:"), 1);
        QCOMPARE(server.seen().first().headers.value("accept"), "application/vnd.x+json");
    }

    void aProxyThatWantsASignInSaysSo()
    {
        Loopback proxy(Loopback::once(
            "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n"
            "Content-Length: 0\r\n\r\n"));
        net::ConnectionSettings settings;
        settings.proxy = u"http://127.0.0.1:%1"_s.arg(proxy.port());
        auto request = get(net::HttpUrl::parse(u"https://mesh.invalid/api"_s).value());
        request.connection = std::make_shared<net::ConnectionSettings>(settings);
        const auto tunnel = waited(m_client->send(request));
        QVERIFY(!tunnel);
        QCOMPARE(tunnel.error().kind, Kind::NetworkSignIn);
        request.url = net::HttpUrl::parse(u"http://mesh.invalid/api"_s).value();
        const auto plain = waited(m_client->send(request));
        QVERIFY(plain);
        QCOMPARE(net::accepted(*plain).error().kind, Kind::NetworkSignIn);
    }

    void whatMayNotGoOutDoesNot()
    {
        Loopback server(Loopback::always(Loopback::whole(200, "{}")));
        auto request = get(server.url());
        request.headers = {{"X-A", "1\r\nX-Evil: 1"}};
        const auto answer = waited(m_client->send(std::move(request)));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Kind::Usage);
        QCOMPARE(server.connections(), 0);
    }

    void secretsAreInNoLogAndNoError()
    {
        const CapturedLog log;
        QStringList errors;
        for (const auto &bytes :
             {Loopback::whole(200, "{}"), Loopback::whole(401, "CANARY-echo"), QByteArray("x"),
              Loopback::whole(302, "", "Location: https://sso.invalid/?token=CANARY-location\r\n"),
              Loopback::whole(200, "{}", "Set-Cookie: CANARY-cookie\r\n")}) {
            Loopback server(Loopback::once(bytes));
            auto request = get(server.url(u"/p?token=CANARY-query&CANARY-bare"_s));
            request.credential = {
                Credential::Scheme::Bearer, {}, Secret(QByteArray("CANARY-token"))};
            request.headers = {{"X-Secret", "CANARY-header"}};
            const auto answer = waited(m_client->send(std::move(request)));
            const auto judged = answer ? net::accepted(*answer) : answer;
            if (!judged)
                errors.append(judged.error().detail);
            QVERIFY(server.seen().first().head.contains("CANARY-token"));
        }
        QCOMPARE(errors.size(), 3);
        const QString all = log.text() + errors.join(u'\n');
        QVERIFY2(log.text().count(u"GET http://127.0.0.1"_s) == 5, qPrintable(all));
        QVERIFY(all.contains(u"token=…"_s));
        QVERIFY2(!all.contains(u"CANARY"_s), qPrintable(all));
        QVERIFY(!all.contains(u"Bearer"_s));
    }

    void logsNameTheRequest()
    {
        const CapturedLog log;
        Loopback server(Loopback::always(Loopback::whole(200, "{}")));
        auto request = get(server.url(u"/api"_s));
        request.id = "id-of-mine";
        QVERIFY(waited(m_client->send(std::move(request))));
        static const QRegularExpression line(
            u"^\"?id-of-mine\"? GET http://127.0.0.1:\\d+/api 200 2 bytes \\d+ ms$"_s);
        QVERIFY2(line.match(log.text()).hasMatch(), qPrintable(log.text()));
        QCOMPARE(server.seen().first().headers.value("x-request-id"), "id-of-mine");
    }

private:
    SystemClock m_clock;
    std::unique_ptr<CurlClient> m_client;
};

QTEST_GUILESS_MAIN(TestCurlClient)
#include "tst_curlclient.moc"
