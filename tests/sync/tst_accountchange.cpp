// SPDX-License-Identifier: GPL-3.0-or-later
// Changing an account that is there: nothing is stored before it was tried or is wanted all the
// same, and no secret is lost on the way.
#include "tests/sync/accountbench.h"

#include <atomic>
#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using secrets::Keeping;
using secrets::KeyringState;
using tests::awaited;
using tests::typed;
using Bench = tests::AccountBench;

namespace {

secrets::AccountSecrets passwords(const char *key, const char *proxy = "")
{
    secrets::AccountSecrets secrets;
    secrets.clientKeyPassword = Secret(QByteArray(key));
    secrets.proxyPassword = Secret(QByteArray(proxy));
    return secrets;
}

//! An account that is there and works, and what it is to become.
struct Known : Bench
{
    Known()
    {
        const auto account = corp();
        before = sync::recordOf(account);
        (void)add(account, "CANARY-right");
        before = *awaited(entry.stored(account.id));
        changed = before;
        changed.name = u"renamed"_s;
        changed.options.insert(u"caFile"_s, u"/etc/ssl/own.pem"_s);
    }

    store::Account now() { return *awaited(entry.stored(before.id)); }

    QByteArray kept(Secret secrets::AccountSecrets::*member) const
    {
        return (keyring.kept(before.id).*member).reveal().toByteArray();
    }

    store::Account before;
    store::Account changed;
};

//! Has a setting of its own.
class OwnPlatform final : public platforms::Platform
{
public:
    QString name() const override { return u"own"_s; }

    platforms::Capabilities capabilities() const override { return {}; }

    QList<platforms::OwnSetting> ownSettings() const override
    {
        return {{u"requestPath"_s, u"Policy"_s, {}}};
    }

    Result<QString> check(const platforms::AccountSettings &,
                          const platforms::Services &) const override
    {
        return QString();
    }

    Result<std::unique_ptr<platforms::Session>> open(const platforms::AccountSettings &,
                                                     const platforms::Services &) const override
    {
        return failure(Error::Kind::Usage, u"nobody pulls here"_s);
    }
};

} // namespace

class TestAccountChange : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void tryingStoresNothing()
    {
        Known bench;
        const auto found = awaited(bench.entry.tryChange(bench.changed, {}));
        QVERIFY(found);
        QCOMPARE(*found, u"2 things"_s);
        QCOMPARE(bench.now(), bench.before);
        QVERIFY(awaited(bench.entry.change(bench.changed, {})));
        QCOMPARE(bench.now(), bench.changed);
        QCOMPARE(bench.kept(&secrets::AccountSecrets::token), QByteArray("CANARY-right"));
    }

    void whatIsRefusedLeavesEverythingAsItWas()
    {
        Known bench;
        bench.isOffline = true;
        const auto tried = awaited(bench.entry.tryChange(bench.changed, passwords("CANARY-new")));
        QVERIFY(!tried);
        QCOMPARE(tried.error().kind, Error::Kind::Offline);
        QVERIFY(awaited(bench.entry.leave(bench.before.id)));
        QCOMPARE(bench.now(), bench.before);
        QCOMPARE(bench.kept(&secrets::AccountSecrets::token), QByteArray("CANARY-right"));
        QCOMPARE(bench.kept(&secrets::AccountSecrets::clientKeyPassword), QByteArray());
        bench.isOffline = false;
        QVERIFY(awaited(bench.engine.check(bench.before)));
    }

    void whatIsWantedAllTheSameIsStored()
    {
        Known bench;
        bench.isOffline = true;
        QVERIFY(!awaited(bench.entry.tryChange(bench.changed, passwords("CANARY-new"))));
        QCOMPARE(awaited(bench.entry.change(bench.changed, passwords("CANARY-new"))),
                 Result<Keeping>(Keeping::ForGood));
        QCOMPARE(bench.now(), bench.changed);
        QCOMPARE(bench.kept(&secrets::AccountSecrets::token), QByteArray("CANARY-right"));
        QCOMPARE(bench.kept(&secrets::AccountSecrets::clientKeyPassword), QByteArray("CANARY-new"));
    }

    void aPasswordThatWasTypedOverIsNotKept()
    {
        Known bench;
        QVERIFY(awaited(bench.entry.tryChange(bench.changed, passwords("first", "proxy"))));
        QVERIFY(awaited(bench.entry.change(bench.changed, passwords("second"))));
        QCOMPARE(bench.kept(&secrets::AccountSecrets::clientKeyPassword), QByteArray("second"));
        QCOMPARE(bench.kept(&secrets::AccountSecrets::proxyPassword), QByteArray());
    }

    void whatIsStoredIsNotTakenBackAnyMore()
    {
        Known bench;
        QVERIFY(awaited(bench.entry.tryChange(bench.changed, passwords("CANARY-new"))));
        QVERIFY(awaited(bench.entry.change(bench.changed, passwords("CANARY-new"))));
        // Another try, which is given up, goes back to what was stored.
        QVERIFY(awaited(bench.entry.tryChange(bench.changed, passwords("CANARY-other"))));
        QVERIFY(awaited(bench.entry.leave(bench.before.id)));
        QCOMPARE(bench.kept(&secrets::AccountSecrets::clientKeyPassword), QByteArray("CANARY-new"));
    }

    void aTakenNameChangesNothing()
    {
        Known bench;
        auto other = Bench::corp();
        other.name = u"renamed"_s;
        QVERIFY(bench.add(other, "CANARY-right"));
        const auto changed = awaited(bench.entry.change(bench.changed, {}));
        QVERIFY(!changed);
        QCOMPARE(changed.error().kind, Error::Kind::Usage);
        QCOMPARE(bench.now(), bench.before);
    }

    void aLockedKeyringLosesNoToken()
    {
        Known bench;
        bench.keyring.become(KeyringState::Locked);
        for (const bool isTried : {true, false}) {
            const auto refused = isTried
                ? awaited(bench.entry.tryChange(bench.changed, passwords("CANARY-new")))
                      .map([](const QString &) {})
                : awaited(bench.entry.change(bench.changed, passwords("CANARY-new")))
                      .map([](Keeping) {});
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, Error::Kind::Keychain);
        }
        bench.keyring.become(KeyringState::Available);
        QCOMPARE(bench.now(), bench.before);
        QCOMPARE(bench.kept(&secrets::AccountSecrets::token), QByteArray("CANARY-right"));
        // A change without a password needs no keyring to be stored.
        bench.keyring.become(KeyringState::Locked);
        QVERIFY(awaited(bench.entry.change(bench.changed, {})));
        QCOMPARE(bench.now(), bench.changed);
    }

    void withoutAKeyringThePasswordIsUsedInThisSession()
    {
        Known bench;
        bench.keyring.become(KeyringState::Absent);
        QCOMPARE(awaited(bench.entry.change(bench.changed, passwords("CANARY-new"))),
                 Result<Keeping>(Keeping::ThisSession));
        const auto held = bench.session.held(bench.before.id);
        QVERIFY(held);
        QCOMPARE(held->clientKeyPassword.reveal(), QByteArrayView("CANARY-new"));
    }

    //! The keyring waits for its owner, and whoever asked goes meanwhile.
    void whatIsGivenUpBeforeTheKeyringAnswersIsNotUsed()
    {
        Known bench;
        bench.keyring.holdReads();
        auto tried = bench.entry.tryChange(bench.changed, passwords("CANARY-new"));
        QVERIFY(awaited(bench.entry.leave(bench.before.id)));
        bench.keyring.answerReads();
        const auto answer = awaited(std::move(tried));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Cancelled);
        QVERIFY(!bench.session.held(bench.before.id));
        QVERIFY(awaited(bench.engine.check(bench.before)));
    }

    //! Its refresh token was spent after the keyring gave it.
    void aRenewalWhileTheKeyringIsReadIsNotLost()
    {
        Known bench;
        auto secrets = bench.keyring.kept(bench.before.id);
        secrets.refreshToken = Secret(QByteArray("first"));
        bench.keyring.put(bench.before.id, secrets);
        bench.keyring.holdReads();
        auto tried = bench.entry.tryChange(bench.changed, passwords("CANARY-new"));
        bench.keyring.answerReads(); // nobody has looked at it yet
        secrets.refreshToken = Secret(QByteArray("second"));
        QVERIFY(awaited(bench.session.write(bench.before.id, secrets)));
        (void)awaited(std::move(tried));
        const auto held = bench.session.held(bench.before.id);
        QVERIFY(held);
        QCOMPARE(held->refreshToken.reveal(), QByteArrayView("second"));
        QCOMPARE(held->clientKeyPassword.reveal(), QByteArrayView("CANARY-new"));
    }

    //! A thread renews as fast as it can while changes are tried and left: nothing takes the place
    //! of what it renewed last.
    void aRenewalWhileAChangeIsLeftIsNotLost()
    {
        Known bench;
        bench.isOffline = true;
        std::atomic<int> lost = 0;
        for (int round = 0; round < 100; ++round) {
            (void)awaited(bench.entry.tryChange(bench.changed, passwords("CANARY-new")));
            std::atomic<bool> isLeft = false;
            std::atomic<int> renewals = 0;
            const std::jthread renewing([&] {
                while (!isLeft) {
                    secrets::AccountSecrets secrets;
                    const auto token = QByteArray::number(++renewals);
                    secrets.refreshToken = Secret(QByteArray(token));
                    (void)bench.session.write(bench.before.id, secrets);
                    const auto now = bench.session.held(bench.before.id);
                    lost += now && now->refreshToken.reveal() != token ? 1 : 0;
                }
            });
            while (renewals < 10)
                QThread::yieldCurrentThread();
            (void)bench.entry.leave(bench.before.id);
            isLeft = true;
        }
        QCOMPARE(lost, 0);
    }

    void aSignInThatAnotherProcessRenewsIsNotTried()
    {
        Known bench;
        sync::Engine other(*bench.store, bench.systemClock, Bench::platforms());
        QVERIFY(other.takeLock());
        auto changed = bench.changed;
        changed.options.insert(u"signIn"_s, u"openid"_s);
        changed.options.insert(u"issuer"_s, u"https://id.example"_s);
        changed.options.insert(u"clientId"_s, u"portolan"_s);
        const int before = bench.http.count();
        const auto tried = awaited(bench.entry.tryChange(changed, {}));
        QVERIFY(!tried);
        QCOMPARE(tried.error().kind, Error::Kind::Busy);
        QCOMPARE(bench.http.count(), before);
        // A token is no matter of who renews.
        QVERIFY(awaited(bench.entry.tryChange(bench.changed, {})));
    }

    void otherDomainsAreSomethingElseToRead()
    {
        const tests::ApiPlatform platform;
        const OwnPlatform own;
        const auto before = sync::recordOf(Bench::corp());
        auto changed = before;
        changed.name = u"renamed"_s;
        changed.options.insert(u"caFile"_s, u"/etc/ssl/own.pem"_s);
        QVERIFY(!sync::readsElse(before, changed, &platform));
        changed.options.remove(u"domains"_s);
        QVERIFY(sync::readsElse(before, changed, &platform));
        // So is what only this platform is told.
        changed = before;
        changed.options.insert(u"requestPath"_s, u"corp/rules"_s);
        QVERIFY(!sync::readsElse(before, changed, &platform));
        QVERIFY(sync::readsElse(before, changed, &own));
    }

    void whatIsEnteredComesBackAsItWas()
    {
        const tests::ApiPlatform platform;
        auto entered = Bench::corp();
        entered.caFile = u"/etc/ssl/own.pem"_s;
        entered.clientCertificate = u"/home/maya/cert.pem"_s;
        entered.clientKey = u"/home/maya/key.pem"_s;
        entered.proxyUser = u"maya"_s;
        for (const auto &proxy : {std::optional<QString>(), std::optional<QString>(u""_s),
                                  std::optional<QString>(u"http://proxy.example:3128"_s)}) {
            entered.proxy = proxy;
            const auto again = sync::serverOf(sync::recordOf(entered), &platform);
            QCOMPARE(again.proxy.has_value(), proxy.has_value());
            QCOMPARE(again.proxy.value_or(QString()), proxy.value_or(QString()));
            QCOMPARE(again.caFile, entered.caFile);
            QCOMPARE(again.clientCertificate, entered.clientCertificate);
            QCOMPARE(again.clientKey, entered.clientKey);
            QCOMPARE(again.proxyUser, entered.proxyUser);
            QCOMPARE(again.domains, entered.domains);
        }
    }

    void aFolderHasNothingButAName()
    {
        store::Account folder{.id = QUuid::createUuid(),
                              .name = u"mesh"_s,
                              .platform = u"files"_s,
                              .folder = u"/srv/mesh"_s,
                              .url = {},
                              .user = {},
                              .options = {{u"as"_s, u"Maya <maya@example.com>"_s}}};
        auto entered = sync::serverOf(folder, nullptr);
        entered.name = u"renamed"_s;
        const auto changed = sync::recordOf(entered, folder);
        folder.name = u"renamed"_s;
        QCOMPARE(changed, folder);
    }
};

QTEST_GUILESS_MAIN(TestAccountChange)
#include "tst_accountchange.moc"
