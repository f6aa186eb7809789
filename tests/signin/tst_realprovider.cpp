// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in at a real OpenID provider, and an API that takes its tokens: in the browser, with a
// code, renewed with rotation, and ended by the second use of a refresh token.
#include "models/net/curlclient.h"
#include "models/net/patientclient.h"
#include "models/signin/browsersignin.h"
#include "models/signin/devicesignin.h"
#include "models/signin/signedclient.h"
#include "tests/net/captured.h"
#include "tests/secrets/fakekeyring.h"
#include "tests/signin/realprovider.h"

#include <QTest>

#include <memory>
#include <optional>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::signin;
using tests::FakeKeyring;
using tests::RealProvider;
using tests::waited;

class TestRealProvider : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        for (const auto *name : {"https_proxy", "http_proxy", "all_proxy"})
            qunsetenv(name);
        m_provider = std::make_unique<RealProvider>();
        if (!m_provider->isRunning())
            QSKIP("node or ../shared/testservers/node_modules is missing: 4 cases are left out");
        m_thread.start();
    }

    void cleanupTestCase()
    {
        m_thread.quit();
        m_thread.wait();
        m_provider.reset();
    }

    void theBrowserSignsInAndTheIdTokenIsProved()
    {
        const auto signedIn = inBrowser();
        QVERIFY2(signedIn, qPrintable(signedIn ? QString() : signedIn.error().detail));
        QVERIFY(!signedIn->tokens.access.isEmpty());
        QVERIFY(!signedIn->tokens.refresh.isEmpty());
        QVERIFY(!signedIn->tokens.id.isEmpty());
        QCOMPARE(signedIn->identity.subject, u"alice"_s);
    }

    void aCodeSignsInOnAnotherDevice()
    {
        DeviceSignIn flow(m_http, m_clock, settings(), nullptr, 50);
        std::optional<Result<SignedIn>> ended;
        QString lastPage;
        connect(&flow, &SignIn::finished, &flow, [&](const auto &result) { ended = result; });
        connect(
            &flow, &SignIn::codeNeeded, this,
            [&](const DeviceCode &code) { lastPage = m_provider->walk(code.page, code.code); },
            Qt::QueuedConnection);
        flow.start();
        QTRY_VERIFY_WITH_TIMEOUT(ended.has_value(), 60'000);
        QVERIFY2(*ended, qPrintable(lastPage));
        QVERIFY(!(*ended)->tokens.refresh.isEmpty());
        QCOMPARE((*ended)->identity.subject, u"alice"_s);
    }

    void theAccountsClientRenewsWhatRanOut()
    {
        const auto signedIn = inBrowser();
        QVERIFY(signedIn);
        FakeKeyring keyring;
        const auto rules = accountRules();
        keyring.put(rules.account, secretsOf(signedIn->tokens, false));
        SignedClient client(rules, {m_http, keyring, m_clock, m_thread, {}});
        QCOMPARE(waited(things(client))->status, 200);
        const auto bought = m_provider->count(u"token"_s);
        auto before = keyring.kept(rules.account).refreshToken.reveal().toByteArray();
        for (int round = 0; round < 3; ++round) {
            m_provider->expire();
            QList<QFuture<Result<net::HttpResponse>>> asked;
            for (int i = 0; i < 8; ++i)
                asked.append(things(client));
            for (auto &one : asked) {
                const auto response = waited(one);
                QVERIFY2(response, qPrintable(response ? QString() : response.error().detail));
                QCOMPARE(response->status, 200);
            }
            const auto after = keyring.kept(rules.account).refreshToken.reveal().toByteArray();
            QVERIFY(!after.isEmpty() && after != before);
            before = after;
        }
        QCOMPARE(m_provider->count(u"token"_s), bought + 3);
    }

    void aRefreshTokenUsedTwiceEndsTheSignIn()
    {
        const auto signedIn = inBrowser();
        QVERIFY(signedIn);
        FakeKeyring keyring;
        const auto rules = accountRules();
        keyring.put(rules.account, secretsOf(signedIn->tokens, false));
        SignedClient client(rules, {m_http, keyring, m_clock, m_thread, {}});
        m_provider->expire();
        QCOMPARE(waited(things(client))->status, 200);
        // Somebody else has the first refresh token, and uses it: the provider ends it all.
        FakeKeyring thief;
        const auto other = accountRules();
        secrets::AccountSecrets stolen;
        stolen.refreshToken = signedIn->tokens.refresh;
        thief.put(other.account, stolen);
        SignedClient stranger(other, {m_http, thief, m_clock, m_thread, {}});
        QCOMPARE(waited(things(stranger)).error().kind, Error::Kind::Unauthorised);
        m_provider->expire();
        const auto response = waited(things(client));
        QVERIFY(!response);
        QCOMPARE(response.error().kind, Error::Kind::Unauthorised);
        QVERIFY2(response.error().detail.contains(u"signed out"_s),
                 qPrintable(response.error().detail));
        QVERIFY(!keyring.has(rules.account));
    }

private:
    OpenIdSettings settings() const
    {
        return {m_provider->issuer(), u"portolan-test"_s, {}, nullptr};
    }

    SigningRules accountRules() const
    {
        SigningRules rules;
        rules.account = QUuid::createUuid();
        rules.base = *net::HttpUrl::parse(m_provider->api());
        rules.scheme = net::Credential::Scheme::Bearer;
        rules.openId = settings();
        return rules;
    }

    static QFuture<Result<net::HttpResponse>> things(SignedClient &client)
    {
        net::HttpRequest request;
        request.url = *net::HttpUrl::parse(s_things);
        return client.send(std::move(request));
    }

    Result<SignedIn> inBrowser()
    {
        s_things = m_provider->api() + u"/things"_s;
        BrowserSignIn flow(m_http, m_clock, settings(), [](const QUrl &) { return true; });
        std::optional<Result<SignedIn>> ended;
        connect(&flow, &SignIn::finished, &flow, [&](const auto &result) { ended = result; });
        connect(
            &flow, &SignIn::browserNeeded, this,
            [this](const QUrl &page) { m_provider->walk(page); }, Qt::QueuedConnection);
        flow.start();
        if (!QTest::qWaitFor([&] { return ended.has_value(); }, 60'000))
            return failure(Error::Kind::Busy, u"the test waited in vain"_s);
        return *ended;
    }

    static inline QString s_things;
    SystemClock m_clock;
    net::CurlClient m_curl{m_clock};
    net::PatientClient m_http{m_curl, m_clock};
    QThread m_thread;
    std::unique_ptr<RealProvider> m_provider;
};

QTEST_GUILESS_MAIN(TestRealProvider)
#include "tst_realprovider.moc"
