// SPDX-License-Identifier: GPL-3.0-or-later
// Two accounts of one person at one real OpenID provider, as one client of it. Each has refresh
// tokens of its own; the provider takes both for one consent, so that ending one of them would end
// the other, and so would a refresh token that is used twice.
#include "models/net/curlclient.h"
#include "models/net/patientclient.h"
#include "models/sync/accountentry.h"
#include "tests/cli/apiplatform.h"
#include "tests/secrets/fakekeyring.h"
#include "tests/signin/realprovider.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using tests::RealProvider;

namespace {

template <typename T>
T awaited(QFuture<T> future)
{
    (void)QTest::qWaitFor([&] { return future.isFinished(); }, 60'000);
    return future.takeResult();
}

sync::Engine::Platforms platformsOfTest()
{
    sync::Engine::Platforms list;
    list.push_back(std::make_unique<tests::ApiPlatform>());
    return list;
}

struct Bench
{
    explicit Bench(RealProvider &useProvider)
        : provider(useProvider)
        , session(keyring)
        , clients({http, session, clock,
                   [](const QString &) { return tests::ApiPlatform().signInWays(); },
                   [](const QUrl &) { return true; }})
        , store(std::move(*store::Store::open(*store::Profile::open(dir.path()), clock)))
        , engine(*store, clock, platformsOfTest())
        , entry(*store, engine, clients)
    {
        engine.setClients(clients.source());
        QObject::connect(
            &entry, &sync::AccountEntry::browserNeeded, &entry,
            [this](const QUrl &page) { provider.walk(page); }, Qt::QueuedConnection);
    }

    //! Signs in in the one browser of the person, and stores the account.
    store::Account signedIn(const QString &name)
    {
        store::Account account;
        account.id = QUuid::createUuid();
        account.name = name;
        account.platform = u"testapi"_s;
        account.url = provider.api();
        account.options = {{u"signIn"_s, u"openid"_s},
                           {u"issuer"_s, provider.issuer()},
                           {u"clientId"_s, u"portolan-test"_s}};
        QSignalSpy ended(&entry, &sync::AccountEntry::signInEnded);
        entry.signIn(account, sync::AccountClients::By::Browser);
        (void)QTest::qWaitFor([&] { return !ended.isEmpty(); }, 60'000);
        if (!ended.isEmpty() && ended.first().first().value<Result<QString>>())
            (void)awaited(entry.add(account, {}));
        return account;
    }

    bool works(const store::Account &account) { return awaited(engine.check(account)).has_value(); }

    QByteArray refreshToken(const store::Account &account) const
    {
        return keyring.kept(account.id).refreshToken.reveal().toByteArray();
    }

    RealProvider &provider;
    QTemporaryDir dir;
    SystemClock clock;
    net::CurlClient curl{clock};
    net::PatientClient http{curl, clock};
    tests::FakeKeyring keyring;
    secrets::SessionSecrets session;
    sync::AccountClients clients;
    std::unique_ptr<store::Store> store;
    sync::Engine engine;
    sync::AccountEntry entry;
};

} // namespace

class TestSharedProvider : public QObject
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
    }

    void cleanupTestCase() { m_provider.reset(); }

    void eachAccountRenewsWithTokensOfItsOwn()
    {
        Bench bench(*m_provider);
        const auto first = bench.signedIn(u"first"_s);
        const auto second = bench.signedIn(u"second"_s);
        for (int round = 0; round < 3; ++round) {
            m_provider->expire();
            QVERIFY(bench.works(first));
            QVERIFY(bench.works(second));
            QVERIFY(!bench.refreshToken(first).isEmpty());
            QVERIFY(bench.refreshToken(first) != bench.refreshToken(second));
        }
    }

    void removingOneLeavesTheOtherSignedIn()
    {
        Bench bench(*m_provider);
        const auto first = bench.signedIn(u"first"_s);
        const auto second = bench.signedIn(u"second"_s);
        const int revoked = m_provider->count(u"revoked"_s);
        QVERIFY(awaited(bench.entry.drop(first)));
        QVERIFY(!bench.keyring.has(first.id));
        m_provider->expire();
        QVERIFY(bench.works(second));
        QVERIFY(awaited(bench.store->accounts().remove(first.id)));
        // With the last of them the session ends there as well.
        QCOMPARE(m_provider->count(u"revoked"_s), revoked);
        QVERIFY(awaited(bench.entry.drop(second)));
        QCOMPARE(m_provider->count(u"revoked"_s), revoked + 1);
    }

    void givingUpASecondAccountLeavesTheFirstSignedIn()
    {
        Bench bench(*m_provider);
        const auto first = bench.signedIn(u"first"_s);
        auto second = first;
        second.id = QUuid::createUuid();
        second.name = u"second"_s;
        QSignalSpy ended(&bench.entry, &sync::AccountEntry::signInEnded);
        bench.entry.signIn(second, sync::AccountClients::By::Browser);
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 60'000);
        QVERIFY(ended.first().first().value<Result<QString>>());
        QVERIFY(awaited(bench.entry.drop(second)));
        m_provider->expire();
        QVERIFY(bench.works(first));
    }

    //! While a pull goes on, an account can be changed: two clients then have one refresh token.
    void twoClientsOfOneAccountRedeemATokenOnce()
    {
        Bench bench(*m_provider);
        const auto account = bench.signedIn(u"first"_s);
        auto changed = account;
        changed.options.insert(u"scopes"_s, u"openid offline_access"_s);
        const auto before = *bench.clients.client(sync::settingsOf(account));
        const auto after = *bench.clients.client(sync::settingsOf(changed));
        QVERIFY(before != after);
        for (int round = 0; round < 3; ++round) {
            const int bought = m_provider->count(u"token"_s);
            m_provider->expire();
            auto one = things(*before);
            auto other = things(*after);
            QCOMPARE(status(one), 200);
            QCOMPARE(status(other), 200);
            // The old client comes late, with a token that was spent in between.
            m_provider->expire();
            QCOMPARE(status(things(*after)), 200);
            QCOMPARE(status(things(*after)), 200);
            QCOMPARE(status(things(*before)), 200);
            QCOMPARE(m_provider->count(u"token"_s), bought + 2);
        }
        m_provider->expire();
        QVERIFY(bench.works(account));
    }

private:
    QFuture<Result<net::HttpResponse>> things(net::HttpClient &client) const
    {
        net::HttpRequest request;
        request.url = *net::HttpUrl::parse(m_provider->api() + u"/things"_s);
        return client.send(std::move(request));
    }

    static int status(QFuture<Result<net::HttpResponse>> asked)
    {
        const auto response = awaited(std::move(asked));
        return response ? response->status : 0;
    }

    std::unique_ptr<RealProvider> m_provider;
};

QTEST_GUILESS_MAIN(TestSharedProvider)
#include "tst_sharedprovider.moc"
