// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates and versions of TLS: what is trusted, and that each refusal names its own cause.
#include "models/net/curlclient.h"
#include "tests/net/authority.h"
#include "tests/net/captured.h"
#include "tests/net/loopback.h"

#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <memory>
#include <optional>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using net::ConnectionSettings;
using net::CurlClient;
using net::HttpRequest;
using tests::Authority;
using tests::Loopback;
using tests::TlsServer;
using tests::waited;
using Kind = Error::Kind;

namespace {

//! A wall clock that is wrong by some days.
class WrongClock final : public Clock
{
public:
    explicit WrongClock(int days)
        : m_days(days)
    {
    }

    QDateTime now() const override { return m_clock.now().addDays(m_days); }

    qint64 monotonicMs() const override { return m_clock.monotonicMs(); }

private:
    SystemClock m_clock;
    int m_days;
};

} // namespace

class TestTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        for (const auto *name : {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"})
            qunsetenv(name);
        if (!m_files.isUsable())
            QSKIP("the openssl program is missing: all tests of certificates are left out");
        m_files.issue(u"root"_s, {.authority = true});
        m_files.issue(u"other"_s, {.authority = true});
        m_files.issue(u"middle"_s, {.issuer = u"root"_s, .authority = true});
        m_files.issue(u"good"_s, {.issuer = u"root"_s});
        m_files.issue(u"expired"_s, {.issuer = u"root"_s, .fromDays = -9, .toDays = -2});
        m_files.issue(u"future"_s, {.issuer = u"root"_s, .fromDays = 5});
        m_files.issue(u"elsewhere"_s, {.issuer = u"root"_s, .host = u"elsewhere.example"_s});
        m_files.issue(u"alone"_s, {});
        m_files.issue(u"leaf"_s, {.issuer = u"middle"_s});
        m_files.issue(u"weak"_s, {.issuer = u"root"_s, .key = u"rsa:1024"_s});
        m_files.issue(u"client"_s, {.issuer = u"root"_s});
        m_files.issue(u"locked"_s, {.issuer = u"root"_s, .password = u"CANARY-key"_s});
        m_files.issue(u"stranger"_s, {.issuer = u"other"_s});
        m_files.issue(u"revoked"_s, {.issuer = u"root"_s});
        m_files.revoke(u"revoked"_s, u"root"_s);
        m_files.listRevoked(u"root"_s, u"root.crl"_s);
        m_files.listRevoked(u"root"_s, u"old.crl"_s, -2);
        m_files.join({u"root.crt"_s, u"root.crl"_s}, u"listed.crt"_s);
        m_files.join({u"root.crt"_s, u"old.crl"_s}, u"outdated.crt"_s);
        m_files.join({u"leaf.crt"_s, u"middle.crt"_s}, u"chain.crt"_s);
        m_files.join({u"leaf.key"_s}, u"chain.key"_s);
        m_files.join({u"client.crt"_s, u"client.key"_s}, u"both.pem"_s);
    }

    void servers_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("authority");
        QTest::addColumn<QString>("says"); // empty: it is trusted
        const auto row = [](const char *name, const QString &certificate, const QString &says,
                            const QStringList &arguments = {},
                            const QString &authority = u"root"_s) {
            QTest::newRow(name) << certificate << arguments << authority << says;
        };
        row("good", u"good"_s, {});
        row("whole chain", u"chain"_s, {}, {u"-cert_chain"_s, m_files.file(u"chain.crt"_s)});
        row("expired", u"expired"_s, u"has expired"_s);
        row("not yet valid", u"future"_s, u"is not valid yet"_s);
        row("wrong host", u"elsewhere"_s, u"not for localhost"_s);
        row("self-signed", u"alone"_s, u"signed by itself"_s);
        row("missing intermediate", u"leaf"_s, u"leaves out an intermediate"_s);
        row("weak key", u"weak"_s, u"too weak"_s, {u"-cipher"_s, u"ALL:@SECLEVEL=0"_s});
        row("unknown authority", u"good"_s, u"not known here; add your organisation's authority"_s,
            {}, {});
        row("unknown authority, sent along", u"good"_s, u"signed by an authority that is not"_s,
            {u"-cert_chain"_s, m_files.file(u"root.crt"_s)}, {});
        row("another authority", u"good"_s, u"leads to no authority that is trusted"_s, {},
            u"other"_s);
        row("not revoked", u"good"_s, {}, {}, u"listed"_s);
        row("revoked", u"revoked"_s, u"has been revoked"_s, {}, u"listed"_s);
        row("revoked, without a list", u"revoked"_s, {});
        row("an old list", u"good"_s, u"list of revoked certificates"_s, {}, u"outdated"_s);
        row("an issuer without a list", u"chain"_s, u"none of the issuer"_s,
            {u"-cert_chain"_s, m_files.file(u"chain.crt"_s)}, u"listed"_s);
        row("TLS 1.1", u"good"_s, u"speaks no TLS 1.2"_s,
            {u"-tls1_1"_s, u"-cipher"_s, u"ALL:@SECLEVEL=0"_s});
        row("TLS 1.2", u"good"_s, {}, {u"-tls1_2"_s});
        row("wants a certificate", u"good"_s, u"wants a client certificate"_s,
            {u"-Verify"_s, u"2"_s, u"-verify_return_error"_s, u"-CAfile"_s,
             m_files.file(u"root.crt"_s)});
        row("wants a certificate, TLS 1.2", u"good"_s, u"may want a client certificate"_s,
            {u"-tls1_2"_s, u"-Verify"_s, u"2"_s, u"-verify_return_error"_s, u"-CAfile"_s,
             m_files.file(u"root.crt"_s)});
    }

    void servers()
    {
        QFETCH(QString, certificate);
        QFETCH(QStringList, arguments);
        QFETCH(QString, authority);
        QFETCH(QString, says);
        const TlsServer server(m_files, certificate, arguments);
        QVERIFY(server.port() != 0);
        ConnectionSettings settings;
        if (!authority.isEmpty())
            settings.organisationCa = m_files.file(authority + u".crt"_s);
        judge(ask(server, settings), says);
    }

    void clientCertificates_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const char *certificate, const char *key,
                            const char *password, const char *says) {
            QTest::newRow(name) << QString::fromLatin1(certificate) << QString::fromLatin1(key)
                                << QString::fromLatin1(password) << QString::fromLatin1(says);
        };
        row("accepted", "client.crt", "client.key", "", "");
        row("one file", "both.pem", "", "", "");
        row("with a password", "locked.crt", "locked.key", "CANARY-key", "");
        row("wrong password", "locked.crt", "locked.key", "CANARY-wrong", "cannot be used");
        row("no password", "locked.crt", "locked.key", "", "cannot be used");
        row("another's key", "client.crt", "locked.key", "CANARY-key", "cannot be used");
        row("of a stranger", "stranger.crt", "stranger.key", "", "does not accept");
        row("no such file", "none.crt", "none.key", "", "cannot be read");
    }

    void clientCertificates()
    {
        QFETCH(QString, certificate);
        QFETCH(QString, key);
        QFETCH(QString, password);
        QFETCH(QString, says);
        for (const auto *version : {"-tls1_2", "-tls1_3"}) {
            const TlsServer server(m_files, u"good"_s,
                                   {QString::fromLatin1(version), u"-Verify"_s, u"2"_s,
                                    u"-verify_return_error"_s, u"-CAfile"_s,
                                    m_files.file(u"root.crt"_s)});
            QVERIFY(server.port() != 0);
            ConnectionSettings settings;
            settings.organisationCa = m_files.file(u"root.crt"_s);
            settings.clientCertificate = m_files.file(certificate);
            settings.clientKey = key.isEmpty() ? QString() : m_files.file(key);
            settings.clientKeyPassword = Secret(password.toUtf8());
            judge(ask(server, settings), says, says == u"cannot be read"_s);
            if (QTest::currentTestFailed())
                return;
        }
    }

    void anEncryptedProxyIsJudgedAsAServerIs_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("authority");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        QTest::newRow("the organisation's")
            << u"good"_s << u"root"_s << QStringList() << u"a web page came instead"_s;
        QTest::newRow("not revoked")
            << u"good"_s << u"listed"_s << QStringList() << u"a web page came instead"_s;
        QTest::newRow("nobody knows its issuer")
            << u"good"_s << QString() << QStringList()
            << u"issuer of the certificate of the proxy localhost is not known"_s;
        QTest::newRow("expired") << u"expired"_s << u"root"_s << QStringList()
                                 << u"the certificate of the proxy localhost has expired"_s;
        QTest::newRow("revoked") << u"revoked"_s << u"listed"_s << QStringList()
                                 << u"the certificate of the proxy localhost has been revoked"_s;
        QTest::newRow("TLS 1.1") << u"good"_s << u"root"_s
                                 << QStringList{u"-tls1_1"_s, u"-cipher"_s, u"ALL:@SECLEVEL=0"_s}
                                 << u"the proxy localhost speaks no TLS 1.2"_s;
    }

    void anEncryptedProxyIsJudgedAsAServerIs()
    {
        QFETCH(QString, certificate);
        QFETCH(QString, authority);
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        // It answers whatever it is asked for with a page about itself.
        const TlsServer proxy(m_files, certificate, arguments + QStringList(u"-www"_s));
        QVERIFY(proxy.port() != 0);
        ConnectionSettings settings;
        settings.proxy = u"https://localhost:%1"_s.arg(proxy.port());
        if (!authority.isEmpty())
            settings.organisationCa = m_files.file(authority + u".crt"_s);
        HttpRequest request;
        request.url = net::HttpUrl::parse(u"http://mesh.invalid/ok"_s).value();
        request.connection = std::make_shared<ConnectionSettings>(settings);
        CurlClient client(m_clock);
        const auto answer = waited(client.send(request));
        QVERIFY(!answer);
        QVERIFY2(answer.error().detail.contains(says), qPrintable(answer.error().detail));
    }

    void aPinnedKeyMustMatch()
    {
        const TlsServer server(m_files, u"good"_s, {});
        ConnectionSettings settings;
        settings.organisationCa = m_files.file(u"root.crt"_s);
        settings.pinnedKey = u"sha256//"_s + QString::fromLatin1(QByteArray(32, 'x').toBase64());
        judge(ask(server, settings), u"another key than"_s);
    }

    //! An organisation may have it set for every program; the tokens would be there to read.
    void theKeysOfAConnectionAreWrittenNowhere()
    {
        const TlsServer server(m_files, u"good"_s, {});
        const QTemporaryDir folder;
        const auto keys = folder.filePath(u"keys.log"_s);
        ConnectionSettings settings;
        settings.organisationCa = m_files.file(u"root.crt"_s);
        qputenv("SSLKEYLOGFILE", QFile::encodeName(keys));
        const auto answer = ask(server, settings);
        qunsetenv("SSLKEYLOGFILE");
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
        QVERIFY(!QFile::exists(keys));
    }

    void anAuthorityThatIsNone()
    {
        const TlsServer server(m_files, u"good"_s, {});
        ConnectionSettings settings;
        settings.organisationCa = m_files.file(u"ca.cnf"_s);
        judge(ask(server, settings), u"holds no certificate"_s);
    }

    void plainHttpOnThePort()
    {
        // As a web server does that gets a TLS greeting where it expects a request.
        QTcpServer server;
        connect(&server, &QTcpServer::newConnection, &server, [&server] {
            server.nextPendingConnection()->write("HTTP/1.1 400 Bad Request\r\n\r\n");
        });
        QVERIFY(server.listen(QHostAddress::LocalHost));
        HttpRequest request;
        request.url =
            net::HttpUrl::parse(u"https://127.0.0.1:%1/"_s.arg(server.serverPort())).value();
        CurlClient client(m_clock);
        judge(waited(client.send(request)), u"does not speak TLS on this port"_s);
    }

    void aWrongClockIsNamedInstead()
    {
        const TlsServer server(m_files, u"expired"_s, {});
        const auto now = m_clock.now().toString(u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
        Loopback honest(Loopback::always(Loopback::whole(200, "{}", "Date: " + now + "\r\n")));
        const WrongClock wrong(400);
        CurlClient client(wrong);
        HttpRequest request;
        request.url = honest.url();
        QVERIFY(waited(client.send(request)));
        ConnectionSettings settings;
        settings.organisationCa = m_files.file(u"root.crt"_s);
        judge(waited(client.send(requestTo(server, settings))),
              u"this computer's clock is 400 days fast"_s);
    }

private:
    HttpRequest requestTo(const TlsServer &server, const ConnectionSettings &settings) const
    {
        HttpRequest request;
        request.url = net::HttpUrl::parse(u"https://localhost:%1/ok"_s.arg(server.port())).value();
        request.connection = std::make_shared<ConnectionSettings>(settings);
        request.credential = {
            net::Credential::Scheme::Bearer, {}, Secret(QByteArray("CANARY-token"))};
        return request;
    }

    tests::Outcome ask(const TlsServer &server, const ConnectionSettings &settings) const
    {
        CurlClient client(m_clock);
        return waited(client.send(requestTo(server, settings)));
    }

    static void judge(const tests::Outcome &answer, const QString &says, bool setting = false)
    {
        QVERIFY2(answer.has_value() == says.isEmpty(),
                 answer ? "trusted" : qPrintable(answer.error().detail));
        if (answer) {
            QCOMPARE(answer->body, "{}");
            return;
        }
        QVERIFY2(answer.error().detail.contains(says), qPrintable(answer.error().detail));
        QCOMPARE(answer.error().kind, setting ? Kind::Usage : Kind::Untrusted);
        QVERIFY(!answer.error().detail.contains(u"CANARY"_s));
        QVERIFY(!answer.error().isRetryable());
    }

    Authority m_files;
    SystemClock m_clock;
};

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
