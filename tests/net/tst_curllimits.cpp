// SPDX-License-Identifier: GPL-3.0-or-later
// Where the client stops by itself: caps on what is decoded, sinks, cancelling, closing.
#include "models/net/curlclient.h"
#include "tests/net/captured.h"
#include "tests/net/loopback.h"

#include <zlib.h>

#include <QTcpSocket>

#include <atomic>
#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using net::CurlClient;
using net::HttpRequest;
using tests::Loopback;
using tests::Seen;
using tests::waited;
using Kind = Error::Kind;

namespace {

constexpr qint64 mebibyte = 1024 * 1024;

HttpRequest get(const net::HttpUrl &url)
{
    HttpRequest request;
    request.url = url;
    return request;
}

//! \a bytes of zeroes in the format of gzip.
QByteArray packedZeroes(qint64 bytes)
{
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray zeroes(mebibyte, '\0');
    QByteArray packed;
    QByteArray part(mebibyte, Qt::Uninitialized);
    for (qint64 left = bytes; left >= 0; left -= mebibyte) {
        stream.next_in = reinterpret_cast<Bytef *>(zeroes.data());
        stream.avail_in = left > 0 ? static_cast<uInt>(mebibyte) : 0;
        stream.next_out = reinterpret_cast<Bytef *>(part.data());
        stream.avail_out = static_cast<uInt>(part.size());
        deflate(&stream, left > 0 ? Z_NO_FLUSH : Z_FINISH);
        packed += part.left(part.size() - static_cast<qsizetype>(stream.avail_out));
    }
    deflateEnd(&stream);
    return packed;
}

//! Goes on for as long as the other side listens.
Loopback::Answer endless(const QByteArray &head, const QByteArray &part)
{
    return [head, part](QTcpSocket *socket, const Seen &) {
        socket->write(head);
        const auto more = [socket, part] {
            while (socket->bytesToWrite() < 8 * part.size())
                if (socket->write(part) < 0)
                    return;
        };
        QObject::connect(socket, &QTcpSocket::bytesWritten, socket, more);
        more();
    };
}

QByteArray chunk(qsizetype size)
{
    return QByteArray::number(size, 16) + "\r\n" + QByteArray(size, 'x') + "\r\n";
}

constexpr auto chunkedHead = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

} // namespace

class TestCurlLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        qunsetenv("http_proxy");
        qunsetenv("all_proxy");
        m_client = std::make_unique<CurlClient>(m_clock);
    }

    void cleanupTestCase() { m_client.reset(); }

    void aBombStopsAtTheCap()
    {
        // 256 MiB in a quarter of one: libcurl's own limit counts the packed bytes and lets it by.
        const auto bomb = packedZeroes(256 * mebibyte);
        QVERIFY(bomb.size() < mebibyte);
        Loopback server(Loopback::always(Loopback::whole(200, bomb, "Content-Encoding: gzip\r\n")));
        std::atomic<qint64> given = 0;
        auto request = get(server.url());
        request.mostBytes = 4 * mebibyte;
        const auto answer = waited(m_client->stream(request, [&given](QByteArrayView part) {
            given += part.size();
            return true;
        }));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Kind::TooLarge);
        QVERIFY(given.load() <= request.mostBytes);
    }

    void packedAnswersAreUnpacked()
    {
        Loopback server(Loopback::always(
            Loopback::whole(200, packedZeroes(mebibyte), "Content-Encoding: gzip\r\n")));
        const auto answer = waited(m_client->send(get(server.url())));
        QVERIFY(answer);
        QCOMPARE(answer->body, QByteArray(mebibyte, '\0'));
    }

    void anEndlessBodyStopsAtTheCap()
    {
        Loopback server(endless(chunkedHead, chunk(64 * 1024)));
        auto request = get(server.url());
        request.mostBytes = mebibyte;
        const auto answer = waited(m_client->send(request));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Kind::TooLarge);
    }

    void anEndlessErrorStopsAtTheCapToo()
    {
        Loopback server(
            endless("HTTP/1.1 500 x\r\nTransfer-Encoding: chunked\r\n\r\n", chunk(64 * 1024)));
        auto request = get(server.url());
        request.mostBytes = mebibyte;
        const auto answer = waited(m_client->send(request));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Kind::TooLarge);
    }

    void anAnnouncedLengthBeyondTheCapIsNotRead()
    {
        Loopback server(Loopback::always("HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\nx"));
        auto request = get(server.url());
        request.mostBytes = mebibyte;
        const auto answer = waited(m_client->send(request));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Kind::TooLarge);
    }

    void exactlyTheCapIsFine()
    {
        Loopback server(Loopback::always(Loopback::whole(200, QByteArray(5000, ' '))));
        auto request = get(server.url());
        request.mostBytes = 5000;
        QVERIFY(waited(m_client->send(request)));
        request.mostBytes = 4999;
        QVERIFY(!waited(m_client->send(request)));
    }

    void headersHaveACapToo()
    {
        const QByteArray line("X-Filler: " + QByteArray(1000, 'x') + "\r\n");
        Loopback server(endless("HTTP/1.1 200 OK\r\n", line));
        const auto answer = waited(m_client->send(get(server.url())));
        QVERIFY(!answer);
        QVERIFY2(answer.error().kind == Kind::Protocol || answer.error().kind == Kind::Unavailable,
                 qPrintable(answer.error().detail));
        Loopback many(Loopback::always("HTTP/1.1 200 OK\r\n" + line.repeated(290)
                                       + "Content-Length: 2\r\n\r\n{}"));
        const auto refused = waited(m_client->send(get(many.url())));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Kind::Protocol);
        QVERIFY(refused.error().detail.contains(u"more headers"_s));
    }

    void sinksGetTheBodyOfASuccess()
    {
        Loopback server(Loopback::always(Loopback::whole(200, "{\"a\":1}")));
        QByteArray taken;
        const auto answer = waited(m_client->stream(get(server.url()), [&](QByteArrayView part) {
            taken += part;
            return true;
        }));
        QVERIFY(answer);
        QCOMPARE(taken, "{\"a\":1}");
        QCOMPARE(answer->body, QByteArray());
    }

    void sinksGetNothingOfAFailure()
    {
        Loopback server(Loopback::always(Loopback::whole(404, "{\"e\":1}")));
        bool called = false;
        const auto answer = waited(m_client->stream(get(server.url()), [&](QByteArrayView) {
            called = true;
            return true;
        }));
        QVERIFY(answer);
        QVERIFY(!called);
        QCOMPARE(answer->body, "{\"e\":1}");
    }

    void sinksEndTheTransfer()
    {
        Loopback server(endless(chunkedHead, chunk(64 * 1024)));
        int parts = 0;
        const auto answer = waited(
            m_client->stream(get(server.url()), [&](QByteArrayView) { return ++parts < 3; }));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Kind::BadInput);
        QCOMPARE(parts, 3);
    }

    void cancellingEndsTheTransfer()
    {
        bool gone = false;
        Loopback server([&](QTcpSocket *socket, const Seen &) {
            connect(socket, &QTcpSocket::disconnected, this, [&gone] { gone = true; });
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{");
        });
        auto future = m_client->send(get(server.url()));
        QTRY_COMPARE(server.seen().size(), 1);
        future.cancel();
        QTRY_VERIFY_WITH_TIMEOUT(gone, 30'000);
        QTRY_VERIFY(future.isFinished());
        QVERIFY(future.isCanceled());
        QCOMPARE(future.resultCount(), 0);
    }

    void cancellingOneLeavesTheOthers()
    {
        Loopback server([](QTcpSocket *socket, const Seen &request) {
            if (request.target == "/quick")
                socket->write(Loopback::whole(200, "{}"));
        });
        QList<QFuture<tests::Outcome>> stuck;
        for (int i = 0; i < 5; ++i)
            stuck.append(m_client->send(get(server.url(u"/stuck"_s))));
        for (auto &future : stuck)
            future.cancel();
        QVERIFY(waited(m_client->send(get(server.url(u"/quick"_s)))));
    }

    void whatWaitsForAConnectionIsCancelledToo()
    {
        Loopback server([](QTcpSocket *, const Seen &) {});
        QList<QFuture<tests::Outcome>> futures;
        for (int i = 0; i < 10; ++i)
            futures.append(m_client->send(get(server.url())));
        QTRY_COMPARE(server.seen().size(), 6);
        for (auto i = futures.rbegin(); i != futures.rend(); ++i) {
            i->cancel();
            QTRY_VERIFY(i->isFinished());
        }
        QCOMPARE(server.seen().size(), 6);
    }

    void closingEndsWhatIsUnderWay()
    {
        Loopback server([](QTcpSocket *, const Seen &) {});
        auto client = std::make_unique<CurlClient>(m_clock);
        QList<QFuture<tests::Outcome>> futures;
        for (int i = 0; i < 20; ++i)
            futures.append(client->send(get(server.url())));
        QTRY_VERIFY(server.seen().size() > 0);
        client.reset();
        for (const auto &future : std::as_const(futures)) {
            const auto answer = waited(future);
            QVERIFY(!answer);
            QCOMPARE(answer.error().kind, Kind::Cancelled);
            QVERIFY(answer.error().detail.contains(u"it was stopped"_s));
        }
    }

private:
    SystemClock m_clock;
    std::unique_ptr<CurlClient> m_client;
};

QTEST_GUILESS_MAIN(TestCurlLimits)
#include "tst_curllimits.moc"
