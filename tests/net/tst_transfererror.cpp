// SPDX-License-Identifier: GPL-3.0-or-later
// Every way in which a transfer can end has a kind, a cause and a remedy.
#include "models/net/transfererror.h"

#include <curl/curl.h>

#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using net::AnswerReader;
using net::TransferFacts;
using Kind = Error::Kind;

namespace {

TransferFacts ended(int code, const char *message = "")
{
    return {.code = code,
            .message = message,
            .connected = true,
            .host = u"mesh.example"_s,
            .now = QDateTime(QDate(2026, 11, 27), QTime(12, 0), Qt::UTC)};
}

TransferFacts unverified(long result)
{
    auto facts = ended(CURLE_PEER_FAILED_VERIFICATION);
    facts.verifyResult = result;
    return facts;
}

} // namespace

class TestTransferError : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void everyCodeSaysWhatAndWhatToDo()
    {
        for (int code = 1; code < CURL_LAST; ++code) {
            const auto error = net::transferError(ended(code));
            QVERIFY(error.detail.size() > 10);
            QVERIFY(!error.detail.contains(u'\n'));
            QVERIFY2(error.detail.contains(u"; "_s) || error.kind == Kind::Cancelled,
                     qPrintable(error.detail));
        }
    }

    void codesHaveTheirKind_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<Kind>("kind");
        const auto row = [](const char *name, int code, Kind kind) {
            QTest::newRow(name) << code << kind;
        };
        row("resolve", CURLE_COULDNT_RESOLVE_HOST, Kind::Offline);
        row("resolve proxy", CURLE_COULDNT_RESOLVE_PROXY, Kind::Offline);
        row("connect", CURLE_COULDNT_CONNECT, Kind::Offline);
        row("proxy", CURLE_PROXY, Kind::Offline);
        row("timeout", CURLE_OPERATION_TIMEDOUT, Kind::Unavailable);
        row("partial", CURLE_PARTIAL_FILE, Kind::Unavailable);
        row("nothing", CURLE_GOT_NOTHING, Kind::Unavailable);
        row("send", CURLE_SEND_ERROR, Kind::Unavailable);
        row("receive", CURLE_RECV_ERROR, Kind::Unavailable);
        row("handshake broke", CURLE_SSL_CONNECT_ERROR, Kind::Unavailable);
        row("HTTP/2", CURLE_HTTP2, Kind::Unavailable);
        row("stream", CURLE_HTTP2_STREAM, Kind::Unavailable);
        row("aborted", CURLE_ABORTED_BY_CALLBACK, Kind::Cancelled);
        row("too large", CURLE_FILESIZE_EXCEEDED, Kind::TooLarge);
        row("memory", CURLE_OUT_OF_MEMORY, Kind::TooLarge);
        row("address", CURLE_URL_MALFORMAT, Kind::Usage);
        row("no HTTP", CURLE_WEIRD_SERVER_REPLY, Kind::Protocol);
        row("encoding", CURLE_BAD_CONTENT_ENCODING, Kind::Protocol);
        row("certificate", CURLE_PEER_FAILED_VERIFICATION, Kind::Untrusted);
        row("client certificate", CURLE_SSL_CERTPROBLEM, Kind::Untrusted);
        row("authority's file", CURLE_SSL_CACERT_BADFILE, Kind::Untrusted);
        row("pin", CURLE_SSL_PINNEDPUBKEYNOTMATCH, Kind::Untrusted);
        row("stapling", CURLE_SSL_INVALIDCERTSTATUS, Kind::Untrusted);
        row("odd one", CURLE_LDAP_CANNOT_BIND, Kind::Protocol);
    }

    void codesHaveTheirKind()
    {
        QFETCH(int, code);
        const auto error = net::transferError(ended(code));
        QTEST(error.kind, "kind");
    }

    void aTimeoutBeforeAConnectionIsBeingOffline()
    {
        auto facts = ended(CURLE_OPERATION_TIMEDOUT);
        facts.connected = false;
        QCOMPARE(net::transferError(facts).kind, Kind::Offline);
    }

    void ourOwnDecisionsComeFirst()
    {
        auto facts = ended(CURLE_WRITE_ERROR);
        facts.stop = AnswerReader::Stop::TooLarge;
        QCOMPARE(net::transferError(facts).kind, Kind::TooLarge);
        facts.stop = AnswerReader::Stop::NotThePlatform;
        QCOMPARE(net::transferError(facts).kind, Kind::NetworkSignIn);
        auto refused = ended(CURLE_ABORTED_BY_CALLBACK);
        refused.addressRefused = true;
        QCOMPARE(net::transferError(refused).kind, Kind::Usage);
    }

    void verifyResultsHaveSentencesOfTheirOwn()
    {
        QSet<QString> sentences;
        for (const long result : {9L, 10L, 18L, 19L, 20L, 23L, 66L, 24L}) {
            const auto error = net::transferError(unverified(result));
            QCOMPARE(error.kind, Kind::Untrusted);
            QVERIFY(error.detail.contains(u"mesh.example"_s));
            sentences.insert(error.detail);
        }
        QCOMPARE(sentences.size(), 8);
    }

    void aClientCertificateThatRanOutIsOurs()
    {
        auto facts = ended(CURLE_PEER_FAILED_VERIFICATION, "SSL certificate verification failed");
        facts.hasClientCertificate = true;
        facts.verifyResult = 1; // as curl has it until something is verified
        const auto early = net::transferError(facts);
        auto late = ended(CURLE_RECV_ERROR,
                          "OpenSSL SSL_read: error:0A000415:SSL routines::sslv3 alert certificate "
                          "expired, errno 0");
        late.hasClientCertificate = true;
        QVERIFY2(early.detail.startsWith(u"the account's client certificate has run out"_s),
                 qPrintable(early.detail));
        QCOMPARE(net::transferError(late).detail, early.detail);
        QCOMPARE(net::transferError(late).kind, Kind::Untrusted);
        // Without one of ours it is the server's that could not be verified.
        facts.hasClientCertificate = false;
        QVERIFY(net::transferError(facts).detail.startsWith(u"the certificate of mesh.example"_s));
    }

    void aProxyThatDoesNotAnswerIsNotTheServer()
    {
        auto refused = ended(CURLE_COULDNT_CONNECT);
        auto silent = ended(CURLE_OPERATION_TIMEDOUT);
        for (auto *facts : {&refused, &silent}) {
            facts->connected = false;
            QVERIFY(!net::transferError(*facts).detail.contains(u"proxy"_s));
            facts->proxy = u"http://proxy.example:3128"_s;
            const auto error = net::transferError(*facts);
            QCOMPARE(error.kind, Kind::Offline);
            QVERIFY2(error.detail.contains(u"proxy http://proxy.example:3128"_s),
                     qPrintable(error.detail));
        }
    }

    void aClockThatIsRightIsNotBlamed_data()
    {
        QTest::addColumn<qint64>("offsetMs");
        QTest::addColumn<QString>("says");
        constexpr qint64 hour = 3'600'000;
        QTest::newRow("right") << qint64{4 * 60'000} << u"has expired"_s;
        QTest::newRow("fast") << 3 * hour << u"clock is 3 hours fast"_s;
        QTest::newRow("slow") << -90 * hour << u"clock is 3 days slow"_s;
        QTest::newRow("minutes") << qint64{30 * 60'000} << u"clock is 30 minutes fast"_s;
        QTest::newRow("ten years") << -3650 * 24 * hour << u"clock is 3650 days slow"_s;
    }

    void aClockThatIsRightIsNotBlamed()
    {
        QFETCH(qint64, offsetMs);
        QFETCH(QString, says);
        auto facts = unverified(10);
        facts.clockOffsetMs = offsetMs;
        const auto detail = net::transferError(facts).detail;
        QVERIFY2(detail.contains(says), qPrintable(detail));
    }

    void reasonsOfOpenSslAreRead_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<Kind>("kind");
        const auto row = [](const char *message, int code, Kind kind) {
            QTest::newRow(message) << code << QByteArray(message) << kind;
        };
        row("SSL routines::tlsv13 alert certificate required", CURLE_RECV_ERROR, Kind::Untrusted);
        row("SSL routines::tlsv1 alert protocol version", CURLE_SSL_CONNECT_ERROR, Kind::Untrusted);
        row("SSL routines::something new", CURLE_SSL_CONNECT_ERROR, Kind::Untrusted);
        row("SSL routines::unexpected eof while reading", CURLE_RECV_ERROR, Kind::Unavailable);
        row("SSL routines::unexpected eof while reading ", CURLE_SSL_CONNECT_ERROR,
            Kind::Unavailable);
        row("SSL routines::decryption failed or bad record mac", CURLE_RECV_ERROR,
            Kind::Unavailable);
        row("Recv failure: Connection reset by peer", CURLE_RECV_ERROR, Kind::Unavailable);
        row("SSL_ERROR_SYSCALL", CURLE_SSL_CONNECT_ERROR, Kind::Unavailable);
    }

    void reasonsOfOpenSslAreRead()
    {
        QFETCH(int, code);
        QFETCH(QByteArray, message);
        const auto error = net::transferError(ended(code, message.constData()));
        QTEST(error.kind, "kind");
    }
};

QTEST_APPLESS_MAIN(TestTransferError)
#include "tst_transfererror.moc"
