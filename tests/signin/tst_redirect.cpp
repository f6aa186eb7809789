// SPDX-License-Identifier: GPL-3.0-or-later
// The browser's way back (RFC 8252, 7636, 9207; security.md, T16): what other programs of this
// machine, and other providers, can send there, and that none of it signs anybody in.
#include "models/signin/browsersignin.h"
#include "models/signin/pkce.h"
#include "tests/signin/fakeprovider.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::signin;
using tests::FakeClient;

namespace {

//! A sign-in under way, and all that was asked of its provider.
struct Attempt
{
    explicit Attempt(const QJsonObject &discovery = tests::discoveryDocument(),
                     int patienceMs = 60'000)
        : http(clock,
               [this, discovery](int, const net::HttpRequest &request,
                                 const net::BodySink &) -> std::optional<FakeClient::Outcome> {
                   const auto path = request.url.text();
                   if (path.endsWith("openid-configuration"))
                       return tests::answer(200, discovery);
                   if (path.endsWith("/token")) {
                       redeemed.append(tests::formOf(request));
                       return tests::answer(200,
                                            {{u"access_token"_s, u"at"_s},
                                             {u"refresh_token"_s, u"rt"_s},
                                             {u"token_type"_s, u"Bearer"_s}});
                   }
                   if (path.endsWith("/me"))
                       return tests::answer(200, {{u"sub"_s, u"alice"_s}, {u"name"_s, u"Alice"_s}});
                   return tests::answer(404, {});
               })
        , flow(http, clock, {.issuer = u"https://id.example"_s, .clientId = u"portolan"_s},
               [this](const QUrl &address) {
                   page = address;
                   return true;
               })
    {
        QObject::connect(&flow, &SignIn::finished, &flow, [this](const auto &ended) {
            ++ends;
            result = ended;
        });
        flow.setPatience(patienceMs);
        flow.start();
    }

    QString asked(const QString &name) const
    {
        return QUrlQuery(page).queryItemValue(name, QUrl::FullyDecoded);
    }

    quint16 port() const { return quint16(QUrl(asked(u"redirect_uri"_s)).port()); }

    //! A good way back, with \a changes to its parameters.
    QByteArray target(const QMap<QString, QString> &changes = {}) const
    {
        QMap<QString, QString> parameters{{u"code"_s, u"c0de"_s},
                                          {u"state"_s, asked(u"state"_s)},
                                          {u"iss"_s, u"https://id.example"_s}};
        for (auto it = changes.cbegin(); it != changes.cend(); ++it) {
            if (it->isNull())
                parameters.remove(it.key());
            else
                parameters.insert(it.key(), *it);
        }
        QUrlQuery query;
        for (auto it = parameters.cbegin(); it != parameters.cend(); ++it)
            query.addQueryItem(it.key(), QString::fromLatin1(QUrl::toPercentEncoding(*it)));
        return "/cb?" + query.toString(QUrl::FullyEncoded).toLatin1();
    }

    //! Sends \a bytes to the port and returns what comes back until the connection ends.
    QByteArray send(const QByteArray &bytes) const
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, port());
        if (!QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::ConnectedState; },
                             2000))
            return "refused";
        socket.write(bytes);
        QByteArray got;
        (void)QTest::qWaitFor(
            [&] {
                got += socket.readAll();
                return socket.state() == QAbstractSocket::UnconnectedState;
            },
            20'000);
        return got + socket.readAll();
    }

    QByteArray get(const QByteArray &path, const QByteArray &method = "GET") const
    {
        return send(method + ' ' + path
                    + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port()) + "\r\n\r\n");
    }

    bool isOpen() const { return ends == 0; }

    tests::HandClock clock;
    QList<QHash<QString, QString>> redeemed;
    FakeClient http;
    QUrl page;
    BrowserSignIn flow;
    int ends = 0;
    Result<SignedIn> result = failure(Error::Kind::Busy, u"still running"_s);
};

} // namespace

class TestRedirect : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void whatIsSentToTheBrowser()
    {
        Attempt attempt;
        QTRY_VERIFY(!attempt.page.isEmpty());
        QCOMPARE(attempt.asked(u"response_type"_s), u"code"_s);
        QCOMPARE(attempt.asked(u"client_id"_s), u"portolan"_s);
        QCOMPARE(attempt.asked(u"code_challenge_method"_s), u"S256"_s);
        QCOMPARE(attempt.asked(u"scope"_s), u"openid profile email offline_access"_s);
        static const QRegularExpression redirect(uR"(^http://127\.0\.0\.1:\d+/cb$)"_s);
        QVERIFY(redirect.match(attempt.asked(u"redirect_uri"_s)).hasMatch());
        // 256 bits each, and never the same twice.
        Attempt other;
        QTRY_VERIFY(!other.page.isEmpty());
        for (const auto &name : {u"state"_s, u"nonce"_s, u"code_challenge"_s}) {
            QCOMPARE(attempt.asked(name).size(), 43);
            QVERIFY(attempt.asked(name) != other.asked(name));
        }
        QVERIFY(attempt.port() != other.port());
    }

    void theRightAnswerSignsInOnceAndCloses()
    {
        Attempt attempt;
        QTRY_VERIFY(!attempt.page.isEmpty());
        const auto port = attempt.port();
        const auto reply = attempt.get(attempt.target());
        QVERIFY2(reply.startsWith("HTTP/1.1 200 "), reply.constData());
        QVERIFY2(!reply.contains("c0de"), "the page shows the code");
        QVERIFY(!reply.contains(attempt.asked(u"state"_s).toLatin1()));
        QTRY_COMPARE(attempt.ends, 1);
        QVERIFY2(attempt.result,
                 qPrintable(attempt.result ? QString() : attempt.result.error().detail));
        QCOMPARE(attempt.result->tokens.access.reveal().toByteArray(), QByteArray("at"));
        QCOMPARE(attempt.result->identity.name, u"Alice"_s);
        QCOMPARE(attempt.redeemed.size(), 1);
        const auto form = attempt.redeemed.first();
        QCOMPARE(form.value(u"code"_s), u"c0de"_s);
        QCOMPARE(form.value(u"redirect_uri"_s), attempt.asked(u"redirect_uri"_s));
        QCOMPARE(QString::fromLatin1(challengeOf(form.value(u"code_verifier"_s).toLatin1())),
                 attempt.asked(u"code_challenge"_s));
        QVERIFY(!form.contains(u"client_secret"_s));
        // A second code finds nobody.
        QTcpSocket late;
        late.connectToHost(QHostAddress::LocalHost, port);
        QTRY_VERIFY(late.state() == QAbstractSocket::UnconnectedState);
        QCOMPARE(attempt.ends, 1);
    }

    void hostileClientsChangeNothing_data()
    {
        QTest::addColumn<QString>("what");
        for (const auto *what :
             {"wrong state", "no state", "two states", "another path", "POST", "HEAD",
              "another host", "1 MB of header", "1 MB of path", "not HTTP"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }

    void hostileClientsChangeNothing()
    {
        QFETCH(QString, what);
        Attempt attempt;
        QTRY_VERIFY(!attempt.page.isEmpty());
        const auto good = attempt.target();
        const QByteArray big(1024 * 1024, 'x');
        QByteArray reply;
        if (what == u"wrong state"_s)
            reply = attempt.get(attempt.target({{u"state"_s, QString(43, u'A')}}));
        else if (what == u"no state"_s)
            reply = attempt.get(attempt.target({{u"state"_s, QString()}}));
        else if (what == u"two states"_s)
            reply = attempt.get(good + "&state=x");
        else if (what == u"another path"_s)
            reply = attempt.get("/cb/" + good.mid(3));
        else if (what == u"POST"_s || what == u"HEAD"_s)
            reply = attempt.get(good, what.toLatin1());
        else if (what == u"another host"_s)
            reply = attempt.send("GET " + good + " HTTP/1.1\r\nHost: evil.example\r\n\r\n");
        else if (what == u"1 MB of header"_s)
            reply = attempt.send("GET " + good + " HTTP/1.1\r\nX: " + big);
        else if (what == u"1 MB of path"_s)
            reply = attempt.get("/cb?" + big);
        else
            reply = attempt.send("\x16\x03\x01 hello\r\n\r\n");
        QVERIFY2(!reply.startsWith("HTTP/1.1 200"), reply.left(200).constData());
        QVERIFY(reply != "refused");
        QVERIFY(attempt.isOpen());
        QCOMPARE(attempt.redeemed.size(), 0);
        // The person's own browser still gets in.
        QVERIFY(attempt.get(attempt.target()).startsWith("HTTP/1.1 200 "));
        QTRY_COMPARE(attempt.ends, 1);
        QVERIFY(attempt.result);
    }

    void manySlowClientsHoldNobodyUp()
    {
        Attempt attempt;
        QTRY_VERIFY(!attempt.page.isEmpty());
        std::vector<std::unique_ptr<QTcpSocket>> slow;
        for (int i = 0; i < 40; ++i) {
            slow.push_back(std::make_unique<QTcpSocket>());
            slow.back()->connectToHost(QHostAddress::LocalHost, attempt.port());
            slow.back()->write("GET /cb?st");
        }
        QTRY_COMPARE(slow.back()->state(), QAbstractSocket::ConnectedState);
        // The oldest had to go, the newest are open still.
        QTRY_COMPARE(slow.front()->state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(slow.back()->state(), QAbstractSocket::ConnectedState);
        QVERIFY(attempt.get(attempt.target()).startsWith("HTTP/1.1 200 "));
        QTRY_COMPARE(attempt.ends, 1);
        QVERIFY(attempt.result);
    }

    void anAnswerOfAnotherProviderIsNotRedeemed_data()
    {
        QTest::addColumn<QString>("issuer");
        QTest::newRow("another issuer") << u"https://evil.example"_s;
        QTest::newRow("none, where one was promised") << QString();
        QTest::newRow("nearly the same") << u"https://id.example/"_s;
    }

    void anAnswerOfAnotherProviderIsNotRedeemed()
    {
        QFETCH(QString, issuer);
        Attempt attempt;
        QTRY_VERIFY(!attempt.page.isEmpty());
        attempt.get(attempt.target({{u"iss"_s, issuer}}));
        QTRY_COMPARE(attempt.ends, 1);
        QCOMPARE(attempt.result.error().kind, Error::Kind::Untrusted);
        QCOMPARE(attempt.redeemed.size(), 0);
    }

    void aRefusalIsUnauthorised()
    {
        Attempt attempt;
        QTRY_VERIFY(!attempt.page.isEmpty());
        attempt.get(attempt.target({{u"code"_s, QString()}, {u"error"_s, u"access_denied"_s}}));
        QTRY_COMPARE(attempt.ends, 1);
        QCOMPARE(attempt.result.error().kind, Error::Kind::Unauthorised);
    }

    void nobodyCameInTime()
    {
        Attempt attempt;
        QTRY_VERIFY(!attempt.page.isEmpty());
        Attempt hurried(tests::discoveryDocument(), 1);
        QTRY_COMPARE(hurried.ends, 1);
        QCOMPARE(hurried.result.error().kind, Error::Kind::Cancelled);
        attempt.flow.cancel();
        QCOMPARE(attempt.ends, 1);
        QCOMPARE(attempt.result.error().kind, Error::Kind::Cancelled);
        attempt.flow.cancel();
        QCOMPARE(attempt.ends, 1);
    }

    void aProviderMustCallItselfAsItIsCalled_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("value");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("another name")
            << u"issuer"_s << u"https://evil.example"_s << Error::Kind::Protocol;
        QTest::newRow("a slash more")
            << u"issuer"_s << u"https://id.example/"_s << Error::Kind::Protocol;
        QTest::newRow("tokens in the clear")
            << u"token_endpoint"_s << u"http://id.example/token"_s << Error::Kind::Protocol;
        QTest::newRow("tokens to this machine")
            << u"token_endpoint"_s << u"http://127.0.0.1/token"_s << Error::Kind::Protocol;
        QTest::newRow("a file") << u"authorization_endpoint"_s << u"file:///etc/passwd"_s
                                << Error::Kind::Protocol;
        QTest::newRow("no token endpoint")
            << u"token_endpoint"_s << QString() << Error::Kind::Protocol;
    }

    void aProviderMustCallItselfAsItIsCalled()
    {
        QFETCH(QString, member);
        QFETCH(QString, value);
        QFETCH(Error::Kind, kind);
        auto document = tests::discoveryDocument();
        document.insert(member, value);
        Attempt attempt(document);
        QTRY_COMPARE(attempt.ends, 1);
        QCOMPARE(attempt.result.error().kind, kind);
        QVERIFY(attempt.page.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRedirect)
#include "tst_redirect.moc"
