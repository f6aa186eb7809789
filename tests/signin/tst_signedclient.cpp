// SPDX-License-Identifier: GPL-3.0-or-later
// The client of an account: what it shows to whom, and what happens when that is not accepted.
#include "models/signin/signedclient.h"
#include "tests/net/captured.h"
#include "tests/secrets/fakekeyring.h"
#include "tests/signin/fakeprovider.h"

#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::signin;
using secrets::AccountSecrets;
using secrets::KeyringState;
using tests::FakeClient;
using tests::FakeKeyring;
using tests::waited;
using Kind = Error::Kind;
using Scheme = net::Credential::Scheme;

namespace {

QByteArray shown(const Secret &secret)
{
    return secret.reveal().toByteArray();
}

//! An account with a platform that takes one token at a time, and a provider that sells them.
struct Bench
{
    explicit Bench(Scheme scheme = Scheme::Bearer, bool openId = false)
        : http(clock, [this](int, const net::HttpRequest &request, const net::BodySink &sink) {
            return answered(request, sink);
        })
    {
        rules.account = QUuid::createUuid();
        rules.base = tests::urlOf("https://platform.example/api");
        rules.scheme = scheme;
        if (openId)
            rules.openId = OpenIdSettings{u"https://id.example"_s, u"portolan"_s, {}, nullptr};
        thread.start();
    }

    ~Bench()
    {
        client.reset();
        thread.quit();
        thread.wait();
    }

    //! A token that was handed over to be tried.
    void tryOut(const char *token)
    {
        AccountSecrets secrets;
        secrets.token = Secret(QByteArray(token));
        secrets.isOnTrial = true;
        keyring.put(rules.account, secrets);
    }

    void keep(const char *token, const char *refreshToken = "")
    {
        AccountSecrets secrets;
        secrets.token = Secret(QByteArray(token));
        secrets.refreshToken = Secret(QByteArray(refreshToken));
        keyring.put(rules.account, secrets);
    }

    SignedClient &make()
    {
        client = std::make_unique<SignedClient>(
            rules,
            SignedClient::Services{http, keyring, clock, thread,
                                   [this](const QUuid &, SignInState state) {
                                       const QMutexLocker lock(&mutex);
                                       told.append(state);
                                   }});
        return *client;
    }

    QFuture<Result<net::HttpResponse>> ask(const char *url = "https://platform.example/api/a")
    {
        net::HttpRequest request;
        request.url = tests::urlOf(url);
        return (client ? *client : make()).send(std::move(request));
    }

    std::optional<FakeClient::Outcome> answered(const net::HttpRequest &request,
                                                const net::BodySink &)
    {
        const QMutexLocker lock(&mutex);
        if (request.url.host() == "id.example") {
            auto answer = provider(request);
            if (holdsProvider && !request.url.text().endsWith("openid-configuration"))
                return std::exchange(sold, std::move(answer)), std::nullopt;
            return answer;
        }
        platform.append(request);
        if (holdsPlatform)
            return std::nullopt;
        const auto good = shown(request.credential.secret) == accepted || accepted.isEmpty();
        return tests::answer(good ? 200 : 401, {});
    }

    std::optional<FakeClient::Outcome> provider(const net::HttpRequest &request)
    {
        if (request.url.text().endsWith("openid-configuration"))
            return tests::answer(200, tests::discoveryDocument());
        const auto form = tests::formOf(request);
        renewals.append(form);
        if (offline)
            return failure(Kind::Offline, u"no connection"_s);
        if (form.value(u"refresh_token"_s) != QString::fromLatin1(refresh))
            return tests::answer(400, {{u"error"_s, u"invalid_grant"_s}});
        const auto number = QByteArray::number(renewals.size());
        const bool isOld = givesOldOnes && refresh == "refresh-1";
        refresh = "refresh-" + (isOld ? QByteArray("0") : number);
        accepted = "access-" + number;
        return tests::answer(200,
                             {{u"access_token"_s, QString::fromLatin1(accepted)},
                              {u"id_token"_s, u"id-1"_s},
                              {u"refresh_token"_s, QString::fromLatin1(refresh)},
                              {u"expires_in"_s, 3600},
                              {u"token_type"_s, u"Bearer"_s}});
    }

    tests::HandClock clock;
    QMutex mutex;
    QByteArray accepted; //!< the token that the platform takes; empty: all
    QByteArray refresh = "refresh-0"; //!< the one that the provider takes
    bool offline = false;
    bool givesOldOnes = false; //!< the second refresh token is the first one again
    bool holdsPlatform = false;
    bool holdsProvider = false; //!< what it sells is in sold, and not given out yet
    std::optional<FakeClient::Outcome> sold;
    QList<net::HttpRequest> platform;
    QList<QHash<QString, QString>> renewals;
    QList<SignInState> told;
    FakeClient http;
    FakeKeyring keyring;
    SigningRules rules;
    QThread thread;
    std::unique_ptr<SignedClient> client;
};

} // namespace

class TestSignedClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void theCredentialIsWhatThePlatformTakes_data()
    {
        QTest::addColumn<Scheme>("scheme");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("bearer") << Scheme::Bearer << QByteArray();
        QTest::newRow("user and password") << Scheme::Basic << QByteArray("maya");
        QTest::newRow("a header") << Scheme::KeyHeader << QByteArray("X-Api-Key");
    }

    void theCredentialIsWhatThePlatformTakes()
    {
        QFETCH(Scheme, scheme);
        QFETCH(QByteArray, name);
        Bench bench(scheme);
        bench.rules.name = name;
        bench.rules.connection.organisationCa = u"/etc/ca.pem"_s;
        bench.keep("secret");
        const auto response = waited(bench.ask());
        QVERIFY(response);
        QCOMPARE(response->status, 200);
        const auto &sent = bench.platform.first();
        QCOMPARE(sent.credential.scheme, scheme);
        QCOMPARE(sent.credential.name, name);
        QCOMPARE(shown(sent.credential.secret), QByteArray("secret"));
        QCOMPARE(sent.connection->organisationCa, u"/etc/ca.pem"_s);
        QCOMPARE(bench.told.last(), SignInState::SignedIn);
    }

    void nobodyElseIsShownAnything_data()
    {
        QTest::addColumn<QByteArray>("url");
        for (const auto *url :
             {"https://evil.example/api", "http://platform.example/api",
              "https://platform.example:444/api", "https://platform.example.evil.example/"})
            QTest::newRow(url) << QByteArray(url);
    }

    void nobodyElseIsShownAnything()
    {
        QFETCH(QByteArray, url);
        Bench bench;
        bench.keep("secret");
        const auto response = waited(bench.ask(url.constData()));
        QVERIFY(!response);
        QCOMPARE(response.error().kind, Kind::Usage);
        QCOMPARE(bench.http.count(), 0);
    }

    void anAccountWithoutASignInAsksNoKeyring()
    {
        Bench bench(Scheme::None);
        QVERIFY(waited(bench.ask()));
        QCOMPARE(bench.keyring.asked(), QStringList());
        QCOMPARE(bench.told, QList<SignInState>{SignInState::NotNeeded});
    }

    void whatIsNotKeptIsNeeded_data()
    {
        QTest::addColumn<KeyringState>("state");
        QTest::newRow("nothing in it") << KeyringState::Available;
        QTest::newRow("no keyring") << KeyringState::Absent;
    }

    void whatIsNotKeptIsNeeded()
    {
        QFETCH(KeyringState, state);
        Bench bench;
        bench.keyring.become(state);
        const auto response = waited(bench.ask());
        QVERIFY(!response);
        QCOMPARE(response.error().kind, Kind::Unauthorised);
        QVERIFY2(response.error().detail.contains(u"token needed"_s),
                 qPrintable(response.error().detail));
        QCOMPARE(bench.told.last(), SignInState::TokenNeeded);
        QCOMPARE(bench.http.count(), 0);
        // Entered meanwhile, it is used.
        bench.keyring.become(KeyringState::Available);
        bench.keep("secret");
        QVERIFY(waited(bench.ask()));
    }

    void aLockedKeyringIsSaidAndNotAskedAgain()
    {
        Bench bench;
        bench.keep("secret");
        bench.keyring.become(KeyringState::Locked);
        for (int i = 0; i < 3; ++i) {
            const auto response = waited(bench.ask());
            QVERIFY(!response);
            QCOMPARE(response.error().kind, Kind::Keychain);
        }
        QCOMPARE(bench.told, QList<SignInState>{SignInState::KeyringLocked});
        QCOMPARE(bench.keyring.asked().count(u"read"_s), 1);
        bench.keyring.become(KeyringState::Available);
        QVERIFY(waited(bench.ask()));
    }

    void whatWasJustTypedIsRefusedAndNobodyIsSignedOut()
    {
        for (const auto scheme : {Scheme::Bearer, Scheme::KeyHeader, Scheme::Basic}) {
            Bench bench(scheme);
            bench.accepted = "another";
            bench.tryOut("secret");
            const auto response = waited(bench.ask());
            QVERIFY(!response);
            QCOMPARE(response.error().kind, Kind::Unauthorised);
            const auto &detail = response.error().detail;
            QVERIFY2(detail.contains(scheme == Scheme::Basic
                                         ? u"user name and password; check"_s
                                         : u"does not take this token; check"_s),
                     qPrintable(detail));
            QVERIFY2(!detail.contains(u"signed out"_s), qPrintable(detail));
        }
        // What everybody is told says nothing about the token.
        Bench bench;
        bench.tryOut("secret");
        const auto refused = [&bench] {
            bench.accepted.clear();
            const auto answer = waited(bench.ask("https://platform.example/api/version"));
            bench.accepted = "another";
            const auto response = waited(bench.ask());
            return answer && !response ? response.error().detail : QString(u"not refused"_s);
        };
        QVERIFY2(refused().contains(u"does not take this token"_s), qPrintable(refused()));
        // Once it is kept it was good, and has run out since.
        Bench tried;
        tried.tryOut("secret");
        QVERIFY(waited(tried.ask()));
        tried.client->endTrial();
        tried.accepted = "another";
        const auto later = waited(tried.ask());
        QVERIFY(!later);
        QVERIFY2(later.error().detail.contains(u"signed out"_s), qPrintable(later.error().detail));
        AccountSecrets kept;
        kept.token = Secret(QByteArray("secret"));
        bench.keyring.put(bench.rules.account, kept);
        bench.accepted.clear();
        QVERIFY(waited(bench.ask()));
        QVERIFY2(refused().contains(u"signed out"_s), qPrintable(refused()));
    }

    void aRefusedTokenIsSignedOutWhereItCannotBeRenewed()
    {
        Bench bench;
        bench.accepted = "another";
        bench.keep("secret");
        const auto response = waited(bench.ask());
        QVERIFY(!response);
        QCOMPARE(response.error().kind, Kind::Unauthorised);
        QVERIFY(response.error().detail.contains(u"signed out"_s));
        QVERIFY(!response.error().detail.contains(u"secret"_s));
        QCOMPARE(bench.told.last(), SignInState::SignedOut);
        QCOMPARE(bench.platform.size(), 1);
    }

    void aTokenThatRanOutIsRenewedOnceForAllWhoWait()
    {
        Bench bench(Scheme::Bearer, true);
        bench.keep("", "refresh-0");
        bench.accepted = "none yet";
        // Kept before it is used: nothing was asked of the platform by then.
        bool isKeptFirst = false;
        bench.keyring.onWrite = [&](const AccountSecrets &secrets) {
            const QMutexLocker lock(&bench.mutex);
            isKeptFirst = bench.platform.isEmpty() && shown(secrets.refreshToken) == "refresh-1";
        };
        bench.make();
        QList<QFuture<Result<net::HttpResponse>>> asked;
        for (int i = 0; i < 20; ++i)
            asked.append(bench.ask());
        for (auto &one : asked) {
            const auto response = waited(one);
            QVERIFY(response);
            QCOMPARE(response->status, 200);
        }
        QVERIFY(isKeptFirst);
        QCOMPARE(bench.renewals.size(), 1);
        QCOMPARE(bench.renewals.first().value(u"grant_type"_s), u"refresh_token"_s);
        QCOMPARE(bench.platform.size(), 20);
        QCOMPARE(shown(bench.keyring.kept(bench.rules.account).refreshToken),
                 QByteArray("refresh-1"));
    }

    void aTokenRefusedAtAnyRequestIsRenewedAndTheRequestRepeatedOnce()
    {
        Bench bench(Scheme::Bearer, true);
        bench.keep("", "refresh-0");
        for (int i = 0; i < 5; ++i) {
            {
                const QMutexLocker lock(&bench.mutex);
                bench.accepted = "ended " + QByteArray::number(i);
            }
            const auto response = waited(bench.ask());
            QVERIFY(response);
            QCOMPARE(response->status, 200);
        }
        // The first had nothing to be refused: one request; each other one was sent twice.
        QCOMPARE(bench.renewals.size(), 5);
        QCOMPARE(bench.platform.size(), 1 + 4 * 2);
    }

    void severalThatWereRefusedHaveItRenewedOnce()
    {
        Bench bench(Scheme::Bearer, true);
        bench.keep("", "refresh-0");
        QVERIFY(waited(bench.ask()));
        bench.holdsPlatform = true;
        QList<QFuture<Result<net::HttpResponse>>> asked;
        for (int i = 0; i < 6; ++i)
            asked.append(bench.ask());
        QTRY_COMPARE(bench.http.count(), 3 + 6);
        {
            const QMutexLocker lock(&bench.mutex);
            bench.holdsPlatform = false;
            bench.accepted = "ended";
        }
        bench.http.endOpen(tests::answer(401, {}));
        for (auto &one : asked)
            QCOMPARE(waited(one)->status, 200);
        QCOMPARE(bench.renewals.size(), 2);
    }

    void aPlatformThatTakesNothingIsAskedTwiceAndNoMore()
    {
        Bench bench(Scheme::Bearer, true);
        bench.keep("", "refresh-0");
        QVERIFY(waited(bench.ask()));
        bench.holdsPlatform = true;
        auto asked = bench.ask();
        QTRY_COMPARE(bench.http.count(), 4);
        bench.http.endOpen(tests::answer(401, {}));
        QTRY_COMPARE(bench.http.count(), 6); // renewed, and sent once more
        bench.http.endOpen(tests::answer(401, {}));
        const auto response = waited(asked);
        QVERIFY(!response);
        QCOMPARE(response.error().kind, Kind::Unauthorised);
        QCOMPARE(bench.http.count(), 6);
        bench.holdsPlatform = false;
    }

    void aLateRefusalOfAnOldTokenRenewsNothing()
    {
        Bench bench(Scheme::Bearer, true);
        bench.keep("", "refresh-0");
        QVERIFY(waited(bench.ask()));
        bench.holdsPlatform = true;
        auto slow = bench.ask();
        QTRY_COMPARE(bench.http.count(), 4);
        bench.holdsPlatform = false;
        bench.clock.advance(3'590'000);
        QCOMPARE(waited(bench.ask())->status, 200);
        QCOMPARE(bench.renewals.size(), 2);
        bench.http.endOpen(tests::answer(401, {}));
        QCOMPARE(waited(slow)->status, 200);
        QCOMPARE(bench.renewals.size(), 2);
    }

    void whatIsAboutToEndIsRenewedBefore()
    {
        Bench bench(Scheme::Bearer, true);
        bench.keep("", "refresh-0");
        QVERIFY(waited(bench.ask()));
        QCOMPARE(bench.renewals.size(), 1);
        bench.clock.advance(3'590'000);
        QVERIFY(waited(bench.ask()));
        QCOMPARE(bench.renewals.size(), 2);
        QCOMPARE(bench.platform.size(), 2);
    }

    void aProviderThatGivesOutAnOldRefreshTokenLeadsNobodyRound()
    {
        Bench bench(Scheme::Bearer, true);
        bench.givesOldOnes = true;
        bench.keep("", "refresh-0");
        for (int round = 1; round <= 3; ++round) {
            const auto response = waited(bench.ask());
            QVERIFY(response);
            QCOMPARE(response->status, 200);
            QCOMPARE(bench.renewals.size(), round);
            bench.clock.advance(3'700'000);
        }
    }

    void aSpentRefreshTokenSignsOut()
    {
        Bench bench(Scheme::Bearer, true);
        bench.keep("", "stolen");
        const auto response = waited(bench.ask());
        QVERIFY(!response);
        QCOMPARE(response.error().kind, Kind::Unauthorised);
        QVERIFY(response.error().detail.contains(u"signed out"_s));
        QVERIFY(!response.error().detail.contains(u"stolen"_s));
        QCOMPARE(bench.told.last(), SignInState::SignedOut);
        QVERIFY(!bench.keyring.has(bench.rules.account));
        QCOMPARE(bench.platform.size(), 0);
        // The next one asks no provider with what is known to be spent.
        QVERIFY(!waited(bench.ask()));
        QCOMPARE(bench.renewals.size(), 1);
    }

    void whatAnotherProcessRenewedIsTakenOver()
    {
        Bench bench(Scheme::Bearer, true);
        bench.keep("", "refresh-0");
        QVERIFY(waited(bench.ask()));
        {
            const QMutexLocker lock(&bench.mutex);
            bench.refresh = "newer";
            bench.accepted = "ended";
        }
        bench.keep("", "newer");
        const auto response = waited(bench.ask());
        QVERIFY2(response, qPrintable(response ? QString() : response.error().detail));
        QCOMPARE(response->status, 200);
        QCOMPARE(bench.renewals.size(), 3); // bought, refused, and bought with the newer one
    }

    void withoutANetworkNobodyIsSignedOut()
    {
        Bench bench(Scheme::Bearer, true);
        bench.keep("", "refresh-0");
        bench.offline = true;
        const auto response = waited(bench.ask());
        QVERIFY(!response);
        QCOMPARE(response.error().kind, Kind::Offline);
        QVERIFY(bench.keyring.has(bench.rules.account));
        bench.offline = false;
        QVERIFY(waited(bench.ask()));
    }

    void aKeyringThatCannotTakeTheNewOneLosesNothing()
    {
        Bench bench(Scheme::Bearer, true);
        bench.keep("", "refresh-0");
        QVERIFY(waited(bench.ask()));
        bench.keyring.become(KeyringState::Locked);
        {
            const QMutexLocker lock(&bench.mutex);
            bench.accepted = "ended";
        }
        QVERIFY(waited(bench.ask()));
        {
            const QMutexLocker lock(&bench.mutex);
            bench.accepted = "ended again";
        }
        QVERIFY(waited(bench.ask()));
        QCOMPARE(bench.renewals.size(), 3);
    }

    void theIdTokenIsSentWhereThePlatformWantsIt()
    {
        Bench bench(Scheme::Bearer, true);
        bench.rules.isIdTokenBearer = true;
        bench.keep("", "refresh-0");
        {
            const QMutexLocker lock(&bench.mutex);
            bench.accepted = "id-1";
        }
        static_cast<void>(waited(bench.ask()));
        QTRY_VERIFY(!bench.platform.isEmpty());
        QCOMPARE(shown(bench.platform.last().credential.secret), QByteArray("id-1"));
    }

    void aCancelledRequestIsTakenBack()
    {
        Bench bench;
        bench.keep("secret");
        bench.holdsPlatform = true;
        auto asked = bench.ask();
        QTRY_COMPARE(bench.http.count(), 1);
        asked.cancel();
        QTRY_VERIFY(bench.http.isCancelled(0));
        bench.http.endOpen(failure(Kind::Cancelled, u"stopped"_s));
    }

    //! Who asked has gone, and the secrets were handed over anew: what was bought counts all the
    //! same, and what it was bought for is spent.
    void whatIsRenewedForNobodyIsKept()
    {
        Bench bench(Scheme::Bearer, true);
        bench.keep("", "refresh-0");
        bench.holdsProvider = true;
        auto asked = bench.ask();
        QTRY_COMPARE(bench.http.count(), 2); // where the provider is, and the renewal
        asked.cancel();
        bench.client->reload();
        bench.http.endOpen(*bench.sold);
        QTRY_COMPARE(shown(bench.keyring.kept(bench.rules.account).refreshToken),
                     QByteArray("refresh-1"));
    }

    void whatIsUnderWayEndsWithTheClient()
    {
        Bench bench;
        bench.keep("secret");
        bench.holdsPlatform = true;
        auto asked = bench.ask();
        QTRY_COMPARE(bench.http.count(), 1);
        bench.client.reset();
        const auto response = waited(asked);
        QVERIFY(!response);
        QCOMPARE(response.error().kind, Kind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestSignedClient)
#include "tst_signedclient.moc"
