// SPDX-License-Identifier: GPL-3.0-or-later
// Every way in which a transfer can end has a kind, a cause and a remedy.
#include "models/net/proxy.h"
#include "models/net/transfererror.h"

#include <curl/curl.h>

#include <QList>
#include <QSet>
#include <QTest>

#include <memory>
#include <utility>

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

    //! What nobody entered here is said to come from elsewhere, with the place to mend it.
    void aProxyOfTheEnvironmentIsNamedWithItsVariable_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("proxyStatus");
        QTest::addColumn<Kind>("kind");
        QTest::newRow("refuses") << int(CURLE_COULDNT_CONNECT) << 0 << Kind::Offline;
        QTest::newRow("silent") << int(CURLE_OPERATION_TIMEDOUT) << 0 << Kind::Offline;
        QTest::newRow("unknown") << int(CURLE_COULDNT_RESOLVE_PROXY) << 0 << Kind::Offline;
        QTest::newRow("speaks otherwise") << int(CURLE_PROXY) << 0 << Kind::Offline;
        QTest::newRow("leads nowhere") << int(CURLE_RECV_ERROR) << 502 << Kind::Offline;
        QTest::newRow("wants a user") << int(CURLE_RECV_ERROR) << 407 << Kind::NetworkSignIn;
    }

    void aProxyOfTheEnvironmentIsNamedWithItsVariable()
    {
        QFETCH(int, code);
        QFETCH(int, proxyStatus);
        auto facts = ended(code);
        facts.connected = false;
        facts.proxyStatus = proxyStatus;
        facts.proxy = u"proxy.example:3128"_s;
        facts.proxyVariable = u"https_proxy"_s;
        const auto error = net::transferError(facts);
        QTEST(error.kind, "kind");
        QVERIFY2(error.detail.startsWith(u"the proxy proxy.example:3128, which the environment "
                                         "variable https_proxy names,"_s),
                 qPrintable(error.detail));
        QVERIFY2(error.detail.contains(u"account"_s), qPrintable(error.detail)); // the other way
    }

    //! Beyond a proxy that leads there it is the server.
    void whatHappensBehindAProxyIsNotTheProxys()
    {
        auto facts = ended(CURLE_OPERATION_TIMEDOUT);
        facts.connected = false;
        facts.proxyStatus = 200;
        facts.proxy = u"proxy.example:3128"_s;
        QVERIFY(!net::transferError(facts).detail.contains(u"proxy"_s));
        facts.proxyVariable = u"https_proxy"_s;
        QVERIFY(!net::transferError(facts).detail.contains(u"proxy"_s));
    }

    void theEnvironmentIsReadAsCurlReadsIt_data()
    {
        using Variables = QList<std::pair<QByteArray, QByteArray>>;
        QTest::addColumn<Variables>("variables");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QByteArray>("variable"); // empty: no proxy
        const auto row = [](const char *name, const Variables &variables, const QString &url,
                            const QByteArray &variable) {
            QTest::newRow(name) << variables << url << variable;
        };
        const auto http = u"http://mesh.example/"_s;
        const auto https = u"https://mesh.example/"_s;
        row("nothing", {}, http, {});
        row("for http", {{"http_proxy", "p:1"}}, http, "http_proxy");
        row("for http, not for https", {{"http_proxy", "p:1"}}, https, {});
        row("what a stranger's header sets", {{"HTTP_PROXY", "p:1"}}, http, {});
        row("small letters first", {{"HTTPS_PROXY", "q:1"}, {"https_proxy", "p:1"}}, https,
            "https_proxy");
        row("capitals", {{"HTTPS_PROXY", "p:1"}}, https, "HTTPS_PROXY");
        row("for all", {{"all_proxy", "p:1"}}, https, "all_proxy");
        row("for all, in capitals", {{"ALL_PROXY", "p:1"}}, http, "ALL_PROXY");
        row("its own before that for all", {{"all_proxy", "q:1"}, {"http_proxy", "p:1"}}, http,
            "http_proxy");
        row("empty is unset", {{"http_proxy", ""}, {"all_proxy", "p:1"}}, http, "all_proxy");
        row("this machine", {{"all_proxy", "p:1"}}, u"http://127.0.0.1:9/"_s, {});
        const auto except = [&row](const char *name, const QByteArray &list, const QString &url,
                                   bool isExcepted, const QByteArray &as = "no_proxy") {
            row(name, {{"all_proxy", "p:1"}, {as, list}}, url,
                isExcepted ? QByteArray() : QByteArray("all_proxy"));
        };
        except("everything", "*", https, true);
        except("the host", "mesh.example", https, true);
        except("the host, in capitals", "MESH.example", https, true, "NO_PROXY");
        except("among others", "a.example, mesh.example,b.example", https, true);
        except("apart by spaces", "a.example mesh.example", https, true);
        except("its domain", "example", https, true);
        except("its domain, with a dot", ".example.", https, true);
        except("the end of its name", "sh.example", https, false);
        except("below it", "www.mesh.example", https, false);
        except("an address", "10.1.2.3", u"https://10.1.2.3/"_s, true);
        except("another address", "10.1.2.4", u"https://10.1.2.3/"_s, false);
        except("its network", "10.1.0.0/16", u"https://10.1.2.3/"_s, true);
        except("a narrower one", "10.1.2.0/29", u"https://10.1.2.9/"_s, false);
        except("its network, IPv6", "2001:db8::/33", u"https://[2001:db8::7]/"_s, true);
        except("another one", "2001:db8:8000::/33", u"https://[2001:db8::7]/"_s, false);
        except("no network", "10.1.2.3/x,10.1.2.3/99", u"https://10.1.2.3/"_s, false);
        except("no name at all", ", .,", https, false);
    }

    void theEnvironmentIsReadAsCurlReadsIt()
    {
        using Variables = QList<std::pair<QByteArray, QByteArray>>;
        QFETCH(Variables, variables);
        QFETCH(QString, url);
        for (const auto *name : {"http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY",
                                 "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"})
            qunsetenv(name);
        for (const auto &[name, value] : std::as_const(variables))
            qputenv(name.constData(), value);
        net::HttpRequest request;
        request.url = net::HttpUrl::parse(url).value();
        const auto proxy = net::proxyOf(request);
        QTEST(proxy.variable, "variable");
        QCOMPARE(proxy.address, proxy.variable.isEmpty() ? QByteArray() : QByteArray("p:1"));
        // What the account says is all that counts.
        auto settings = std::make_shared<net::ConnectionSettings>();
        settings->proxy = u"http://own:1"_s;
        request.connection = settings;
        QCOMPARE(net::proxyOf(request), (net::Proxy{"http://own:1", {}}));
        for (const auto &[name, value] : std::as_const(variables))
            qunsetenv(name.constData());
    }

    void aProxyIsShownWithoutItsPassword()
    {
        for (const auto *address :
             {"http://ann:CANARY@proxy.example:3128/", "http://ann@proxy.example:3128",
              "http://proxy.example:3128", "http://a:CANARY/@b@proxy.example:3128/x"})
            QCOMPARE((net::Proxy{address, {}}).shown(), u"http://proxy.example:3128"_s);
        QCOMPARE((net::Proxy{"ann:CANARY@proxy.example:3128", {}}).shown(),
                 u"proxy.example:3128"_s);
        QCOMPARE(net::Proxy().shown(), QString());
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
