// SPDX-License-Identifier: GPL-3.0-or-later
// What an account's options mean for its requests, and what signing in and out does to its secrets.
#include "models/sync/accountclients.h"
#include "models/sync/signingrules.h"
#include "tests/net/captured.h"
#include "tests/secrets/fakekeyring.h"
#include "tests/signin/fakeprovider.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using platforms::AccountSettings;
using platforms::SignInWay;
using platforms::SignInWays;
using secrets::KeyringState;
using signin::SignInState;
using tests::waited;
using Scheme = net::Credential::Scheme;

namespace {

const SignInWays everyWay{
    .ways = {SignInWay::OpenId, SignInWay::Token, SignInWay::Password, SignInWay::None}};

AccountSettings settingsWith(const QJsonObject &options)
{
    return {.id = QUuid::createUuid(),
            .name = u"corp"_s,
            .platform = u"api"_s,
            .url = QUrl(u"https://platform.example/api"_s),
            .user = u"maya"_s,
            .options = options};
}

QJsonObject openId()
{
    return {{u"signIn"_s, u"openid"_s},
            {u"issuer"_s, u"https://id.example"_s},
            {u"clientId"_s, u"portolan"_s}};
}

QByteArray shown(const Secret &secret)
{
    return secret.reveal().toByteArray();
}

template <typename T>
T awaited(QFuture<T> future)
{
    (void)QTest::qWaitFor([&] { return future.isFinished(); }, 10'000);
    return future.takeResult();
}

//! The clients of a profile with a provider that answers all.
struct Bench
{
    Bench()
        : http(clock,
               [this](int, const net::HttpRequest &request,
                      const net::BodySink &) -> std::optional<tests::FakeClient::Outcome> {
                   const QMutexLocker lock(&mutex);
                   asked.append(request);
                   if (request.url.text().endsWith("openid-configuration"))
                       return tests::answer(200, tests::discoveryDocument());
                   return tests::answer(status, {});
               })
        , session(keyring)
        , clients({http, session, clock, [](const QString &) { return everyWay; },
                   [](const QUrl &) { return true; }})
    {
    }

    Result<net::HttpResponse> ask(const AccountSettings &settings)
    {
        const auto client = clients.client(settings);
        if (!client)
            return tl::unexpected(client.error());
        net::HttpRequest request;
        request.url = tests::urlOf("https://platform.example/api/a");
        return waited((*client)->send(std::move(request)));
    }

    tests::HandClock clock;
    QMutex mutex;
    QList<net::HttpRequest> asked;
    int status = 200;
    tests::FakeClient http;
    tests::FakeKeyring keyring;
    secrets::SessionSecrets session;
    sync::AccountClients clients;
};

secrets::AccountSecrets token(const char *text)
{
    secrets::AccountSecrets secrets;
    secrets.token = Secret(QByteArray(text));
    return secrets;
}

} // namespace

class TestAccountClients : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void optionsSayHowAnAccountSignsIn_data()
    {
        QTest::addColumn<QJsonObject>("options");
        QTest::addColumn<Scheme>("scheme");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("token") << QJsonObject{{u"signIn"_s, u"token"_s}} << Scheme::KeyHeader
                               << QByteArray("X-Api-Key");
        QTest::newRow("password") << QJsonObject{{u"signIn"_s, u"password"_s}} << Scheme::Basic
                                  << QByteArray("maya");
        QTest::newRow("openid") << openId() << Scheme::Bearer << QByteArray();
        QTest::newRow("none") << QJsonObject{{u"signIn"_s, u"none"_s}} << Scheme::None
                              << QByteArray();
        QTest::newRow("nothing said") << QJsonObject() << Scheme::None << QByteArray();
    }

    void optionsSayHowAnAccountSignsIn()
    {
        QFETCH(QJsonObject, options);
        QFETCH(Scheme, scheme);
        QFETCH(QByteArray, name);
        auto ways = everyWay;
        ways.tokenScheme = Scheme::KeyHeader;
        ways.keyHeader = "X-Api-Key";
        options.insert(u"caFile"_s, u"/etc/ca.pem"_s);
        options.insert(u"proxy"_s, u"http://proxy.example:3128"_s);
        const auto rules = sync::signingRules(settingsWith(options), ways);
        QVERIFY2(rules, qPrintable(rules ? QString() : rules.error().detail));
        QCOMPARE(rules->scheme, scheme);
        QCOMPARE(rules->name, name);
        QCOMPARE(rules->openId.has_value(), scheme == Scheme::Bearer);
        QCOMPARE(rules->connection.organisationCa, u"/etc/ca.pem"_s);
        QCOMPARE(rules->connection.proxy, u"http://proxy.example:3128"_s);
        if (rules->openId)
            QCOMPARE(rules->openId->connection->organisationCa, u"/etc/ca.pem"_s);
    }

    void proxiesAreSpokenToInSeveralWays()
    {
        for (const auto &proxy : {u"proxy.example:3128"_s, u"https://proxy.example"_s,
                                  u"SOCKS5h://proxy.example"_s, QString()}) {
            const auto rules = sync::signingRules(
                settingsWith({{u"signIn"_s, u"token"_s}, {u"proxy"_s, proxy}}), everyWay);
            QVERIFY2(rules, qPrintable(rules ? QString() : rules.error().detail));
            QCOMPARE(rules->connection.proxy, proxy);
        }
    }

    void theProviderIsNotShownTheCertificate()
    {
        auto options = openId();
        options.insert(u"clientCert"_s, u"/home/maya/cert.pem"_s);
        const auto rules = sync::signingRules(settingsWith(options), everyWay);
        QVERIFY(rules);
        QCOMPARE(rules->connection.clientCertificate, u"/home/maya/cert.pem"_s);
        QVERIFY(rules->openId->connection->clientCertificate.isEmpty());
    }

    void whatCannotBeUsedIsNamed_data()
    {
        QTest::addColumn<QJsonObject>("options");
        QTest::addColumn<QString>("url");
        const auto good = u"https://platform.example"_s;
        auto noClient = openId();
        noClient.remove(u"clientId"_s);
        QTest::newRow("no client id") << noClient << good;
        for (const auto &proxy : {u"ftp://proxy.example"_s, u"file:///etc/hosts"_s})
            QTest::addRow("a proxy at %s", qPrintable(proxy))
                << QJsonObject{{u"signIn"_s, u"token"_s}, {u"proxy"_s, proxy}} << good;
        QTest::newRow("a relative file")
            << QJsonObject{{u"signIn"_s, u"token"_s}, {u"caFile"_s, u"ca.pem"_s}} << good;
        QTest::newRow("a token in the clear")
            << QJsonObject{{u"signIn"_s, u"token"_s}} << u"http://platform.example"_s;
        QTest::newRow("no address") << QJsonObject() << QString();
        QTest::newRow("a file as address") << QJsonObject() << u"file:///etc"_s;
    }

    void whatCannotBeUsedIsNamed()
    {
        QFETCH(QJsonObject, options);
        QFETCH(QString, url);
        auto settings = settingsWith(options);
        settings.url = QUrl(url);
        const auto rules = sync::signingRules(settings, everyWay);
        QVERIFY(!rules);
        QCOMPARE(rules.error().kind, Error::Kind::Usage);
        QVERIFY(!rules.error().detail.isEmpty());
    }

    void anAccountHasOneClientUntilItsSettingsChange()
    {
        Bench bench;
        auto settings = settingsWith({{u"signIn"_s, u"token"_s}});
        const auto first = bench.clients.client(settings);
        QVERIFY(first);
        QCOMPARE(*bench.clients.client(settings), *first);
        settings.options.insert(u"caFile"_s, u"/etc/ca.pem"_s);
        QVERIFY(*bench.clients.client(settings) != *first);
        QVERIFY(*bench.clients.client(settingsWith({})) != *first);
    }

    void whatIsHandedOverIsUsedThenKept()
    {
        Bench bench;
        QSignalSpy told(&bench.clients, &sync::AccountClients::stateChanged);
        const auto settings = settingsWith({{u"signIn"_s, u"token"_s}});
        QCOMPARE(bench.ask(settings).error().kind, Error::Kind::Unauthorised);
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(told.last().at(1).value<SignInState>(), SignInState::TokenNeeded);
        bench.clients.hand(settings.id, token("first"));
        QVERIFY(bench.ask(settings));
        QCOMPARE(shown(bench.asked.last().credential.secret), QByteArray("first"));
        QVERIFY(!bench.keyring.has(settings.id));
        // A second try goes before the first.
        bench.clients.hand(settings.id, token("second"));
        QVERIFY(bench.ask(settings));
        QCOMPARE(shown(bench.asked.last().credential.secret), QByteArray("second"));
        QCOMPARE(awaited(bench.clients.keep(settings.id)),
                 Result<secrets::Keeping>(secrets::Keeping::ForGood));
        QCOMPARE(shown(bench.keyring.kept(settings.id).token), QByteArray("second"));
        QCOMPARE(awaited(bench.clients.state(settings)), SignInState::SignedIn);
    }

    void howAnAccountStandsIsKnownWithoutAskingThePlatform_data()
    {
        QTest::addColumn<KeyringState>("keyring");
        QTest::addColumn<bool>("isKept");
        QTest::addColumn<SignInState>("state");
        QTest::newRow("kept") << KeyringState::Available << true << SignInState::SignedIn;
        QTest::newRow("not kept") << KeyringState::Available << false << SignInState::TokenNeeded;
        QTest::newRow("locked") << KeyringState::Locked << true << SignInState::KeyringLocked;
        QTest::newRow("no keyring") << KeyringState::Absent << false << SignInState::TokenNeeded;
    }

    void howAnAccountStandsIsKnownWithoutAskingThePlatform()
    {
        QFETCH(KeyringState, keyring);
        QFETCH(bool, isKept);
        QFETCH(SignInState, state);
        Bench bench;
        const auto settings = settingsWith({{u"signIn"_s, u"token"_s}});
        if (isKept)
            bench.keyring.put(settings.id, token("kept"));
        bench.keyring.become(keyring);
        QCOMPARE(awaited(bench.clients.state(settings)), state);
        QCOMPARE(bench.keyring.asked().contains(u"read"_s), keyring == KeyringState::Available);
        QCOMPARE(awaited(bench.clients.state(settingsWith({}))), SignInState::NotNeeded);
        QCOMPARE(bench.http.count(), 0);
    }

    void forgettingEndsTheSessionAtTheProvider_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("done") << 200;
        QTest::newRow("the provider fails") << 503;
    }

    void forgettingEndsTheSessionAtTheProvider()
    {
        QFETCH(int, status);
        Bench bench;
        bench.status = status;
        const auto settings = settingsWith(openId());
        secrets::AccountSecrets kept;
        kept.refreshToken = Secret(QByteArray("refresh"));
        bench.keyring.put(settings.id, kept);
        QVERIFY(awaited(bench.clients.forget(settings)));
        QVERIFY(!bench.keyring.has(settings.id));
        const auto &last = bench.asked.last();
        QVERIFY(last.url.text().endsWith("/revoke"));
        QCOMPARE(tests::formOf(last).value(u"token"_s), u"refresh"_s);
        QCOMPARE(tests::formOf(last).value(u"token_type_hint"_s), u"refresh_token"_s);
    }

    void forgettingATokenAsksNobody()
    {
        Bench bench;
        const auto settings = settingsWith({{u"signIn"_s, u"token"_s}});
        bench.keyring.put(settings.id, token("kept"));
        QVERIFY(awaited(bench.clients.forget(settings)));
        QVERIFY(!bench.keyring.has(settings.id));
        QCOMPARE(bench.http.count(), 0);
        QCOMPARE(bench.ask(settings).error().kind, Error::Kind::Unauthorised);
    }

    void aProxyOnTheWayToTheProviderIsGivenItsPassword()
    {
        Bench bench;
        auto options = openId();
        options.insert(u"proxy"_s, u"http://proxy.example:3128"_s);
        options.insert(u"proxyUser"_s, u"maya"_s);
        const auto flow =
            bench.clients.newSignIn(settingsWith(options), sync::AccountClients::By::Device,
                                    Secret(QByteArray("CANARY-proxy")));
        QVERIFY(flow);
        (*flow)->start();
        QTRY_VERIFY(bench.http.count() > 0);
        const QMutexLocker lock(&bench.mutex);
        QCOMPARE(shown(bench.asked.first().connection->proxyPassword), QByteArray("CANARY-proxy"));
        QCOMPARE(bench.asked.first().connection->proxyUser, QByteArray("maya"));
    }

    void whatIsSharedIsNotEndedAtTheProvider()
    {
        Bench bench;
        const auto settings = settingsWith(openId());
        secrets::AccountSecrets kept;
        kept.refreshToken = Secret(QByteArray("refresh"));
        bench.keyring.put(settings.id, kept);
        QVERIFY(awaited(bench.clients.forget(settings, sync::AccountClients::Session::Shared)));
        QVERIFY(!bench.keyring.has(settings.id));
        QCOMPARE(bench.http.count(), 0);
    }

    void aSignInNeedsAProvider()
    {
        Bench bench;
        QVERIFY(!bench.clients.newSignIn(settingsWith({}), sync::AccountClients::By::Browser));
        QVERIFY(bench.clients.newSignIn(settingsWith(openId()), sync::AccountClients::By::Browser));
        QVERIFY(bench.clients.newSignIn(settingsWith(openId()), sync::AccountClients::By::Device));
    }
};

QTEST_GUILESS_MAIN(TestAccountClients)
#include "tst_accountclients.moc"
