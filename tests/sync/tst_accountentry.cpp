// SPDX-License-Identifier: GPL-3.0-or-later
// Adding an account with an address, signing it in again and giving it up: what is stored, what the
// keyring has, and what the platform is shown.
#include "models/sync/pullrun.h"
#include "tests/sync/accountbench.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <chrono>
#include <future>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using secrets::Keeping;
using secrets::KeyringState;
using sync::SignInBy;
using tests::awaited;
using tests::typed;
using Bench = tests::AccountBench;

class TestAccountEntry : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aCheckStoresNothing()
    {
        Bench bench;
        const auto account = Bench::corp();
        const auto found = bench.check(account, "CANARY-right");
        QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().detail));
        QCOMPARE(*found, u"2 things"_s);
        QVERIFY(bench.stored().isEmpty());
        QVERIFY(!bench.keyring.has(account.id));
    }

    void aRefusedTokenIsSaid()
    {
        Bench bench;
        const auto found = bench.check(Bench::corp(), "CANARY-wrong");
        QVERIFY(!found.has_value());
        QCOMPARE(found.error().kind, Error::Kind::Unauthorised);
        QVERIFY(!found.error().detail.contains(u"CANARY"_s));
    }

    void whatIsAddedIsStoredAndItsSecretKept()
    {
        Bench bench;
        const auto account = Bench::corp();
        const auto kept = bench.add(account, "CANARY-right");
        QVERIFY(kept.has_value());
        QCOMPARE(*kept, Keeping::ForGood);
        QCOMPARE(bench.stored(), QStringList{u"corp"_s});
        QCOMPARE(bench.keyring.kept(account.id).token.reveal(), QByteArrayView("CANARY-right"));
        const auto stored = awaited(bench.entry.stored(account.id));
        QVERIFY(stored.has_value());
        QCOMPARE(sync::domainsOf(*stored), QStringList{u"Orders"_s});
        const tests::ApiPlatform platform;
        const auto again = sync::serverOf(*stored, &platform);
        QCOMPARE(again.by, SignInBy::Token);
        QVERIFY(again.secret.isEmpty());
    }

    void whatNeedsNoSignInIsAddedWithoutASecret()
    {
        Bench bench;
        auto account = Bench::corp();
        account.by = SignInBy::Nobody;
        const auto kept = awaited(bench.entry.add(sync::recordOf(account), {}));
        QVERIFY2(kept.has_value(), qPrintable(kept ? QString() : kept.error().detail));
        QCOMPARE(*kept, Keeping::ForGood);
        QCOMPARE(bench.stored(), QStringList{u"corp"_s});
        QVERIFY(!bench.keyring.has(account.id));
    }

    void aTakenNameIsRefused()
    {
        Bench bench;
        QVERIFY(bench.add(Bench::corp(), "CANARY-right").has_value());
        const auto second = bench.add(Bench::corp(), "CANARY-right");
        QVERIFY(!second.has_value());
        QCOMPARE(second.error().kind, Error::Kind::Usage);
        QCOMPARE(bench.stored().size(), 1);
    }

    void withoutAKeyringItIsUsedInThisSession()
    {
        Bench bench;
        bench.keyring.become(KeyringState::Absent);
        const auto account = Bench::corp();
        const auto kept = bench.add(account, "CANARY-right");
        QVERIFY(kept.has_value());
        QCOMPARE(*kept, Keeping::ThisSession);
        const auto found = awaited(bench.engine.check(sync::recordOf(account)));
        QVERIFY(found.has_value());
    }

    void aNewTokenTakesThePlaceOfTheOld()
    {
        Bench bench;
        const auto account = Bench::corp();
        QVERIFY(bench.add(account, "CANARY-wrong").has_value());
        QVERIFY(!awaited(bench.engine.check(sync::recordOf(account))).has_value());
        const auto kept =
            awaited(bench.entry.renew(sync::recordOf(account), typed("CANARY-right")));
        QVERIFY(kept.has_value());
        QVERIFY(awaited(bench.engine.check(sync::recordOf(account))).has_value());
        QCOMPARE(bench.keyring.kept(account.id).token.reveal(), QByteArrayView("CANARY-right"));
    }

    void aMistypedTokenLeavesTheOneThatWorks()
    {
        Bench bench;
        const auto account = Bench::corp();
        QVERIFY(bench.add(account, "CANARY-right").has_value());
        const auto kept =
            awaited(bench.entry.renew(sync::recordOf(account), typed("CANARY-wrong")));
        QVERIFY(!kept.has_value());
        QCOMPARE(kept.error().kind, Error::Kind::Unauthorised);
        QCOMPARE(bench.keyring.kept(account.id).token.reveal(), QByteArrayView("CANARY-right"));
        QVERIFY(awaited(bench.engine.check(sync::recordOf(account))).has_value());
    }

    //! What was refused leaves nothing in memory: what another process signs in with is used, and
    //! what a sign-in is renewed to outlives the program.
    void afterAMistypedTokenTheKeyringCountsAgain()
    {
        Bench bench;
        const auto account = Bench::corp();
        const auto record = sync::recordOf(account);
        QVERIFY(bench.add(account, "CANARY-none").has_value());
        QVERIFY(!awaited(bench.entry.renew(record, typed("CANARY-wrong"))).has_value());
        QVERIFY(!awaited(bench.engine.check(record)).has_value());
        bench.keyring.put(account.id, typed("CANARY-right"));
        QVERIFY(awaited(bench.engine.check(record)).has_value());
        QVERIFY(!awaited(bench.entry.renew(record, typed("CANARY-wrong"))).has_value());
        auto renewed = typed("CANARY-next");
        renewed.refreshToken = Secret(QByteArray("next session"));
        QVERIFY(awaited(bench.session.write(account.id, renewed)).has_value());
        QCOMPARE(bench.keyring.kept(account.id).refreshToken.reveal(),
                 QByteArrayView("next session"));
    }

    //! What the keyring did not take stays in memory, for this session as before.
    void aMistypedTokenLeavesTheOneOfThisSession()
    {
        Bench bench;
        bench.keyring.become(KeyringState::Absent);
        const auto account = Bench::corp();
        const auto record = sync::recordOf(account);
        QVERIFY(bench.add(account, "CANARY-right").has_value());
        QVERIFY(!awaited(bench.entry.renew(record, typed("CANARY-wrong"))).has_value());
        QVERIFY(awaited(bench.engine.check(record)).has_value());
        const auto known = awaited(bench.clients.secretsOf(account.id));
        QVERIFY(known.has_value());
        QVERIFY(!known->isOnTrial);
    }

    //! What is given up while the platform is asked is not kept when that is answered, nor does it
    //! take back what is entered then.
    void whatIsGivenUpWhileItIsTriedIsNotKept()
    {
        Bench bench;
        const auto account = Bench::corp();
        const auto record = sync::recordOf(account);
        QVERIFY(bench.add(account, "CANARY-wrong").has_value());
        const auto used = [&] {
            const auto known = awaited(bench.clients.secretsOf(account.id));
            return known ? known->token.reveal().toByteArray() : QByteArray();
        };
        bench.mutex.lock(); // until it is unlocked, no question is answered
        const auto first = bench.entry.renew(record, typed("CANARY-right"));
        const auto isTried = QTest::qWaitFor([&] { return used() == "CANARY-right"; }, 20'000);
        (void)awaited(bench.entry.leave(account.id));
        const auto before = used();
        const auto second = bench.entry.renew(record, typed("CANARY-none"));
        const auto isTriedAgain = QTest::qWaitFor([&] { return used() == "CANARY-none"; }, 20'000);
        bench.mutex.unlock();
        QVERIFY(isTried);
        QCOMPARE(before, QByteArray("CANARY-wrong"));
        QVERIFY(isTriedAgain);
        const auto given = awaited(first);
        QVERIFY(!given);
        QCOMPARE(given.error().kind, Error::Kind::Cancelled);
        const auto refused = awaited(second);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Unauthorised);
        QCOMPARE(used(), QByteArray("CANARY-wrong"));
        QCOMPARE(bench.keyring.kept(account.id).token.reveal(), QByteArrayView("CANARY-wrong"));
        // Before it was even laid over what is there.
        const auto third = bench.entry.renew(record, typed("CANARY-right"));
        (void)awaited(bench.entry.leave(account.id));
        const auto none = awaited(third);
        QVERIFY(!none);
        QCOMPARE(none.error().kind, Error::Kind::Cancelled);
        QCOMPARE(used(), QByteArray("CANARY-wrong"));
        QVERIFY(awaited(bench.entry.renew(record, typed("CANARY-right"))).has_value());
        QCOMPARE(bench.keyring.kept(account.id).token.reveal(), QByteArrayView("CANARY-right"));
        // What is kept by now is taken back by nobody who leaves another dialog.
        (void)awaited(bench.entry.leave(account.id));
        QVERIFY(used() != "CANARY-wrong");
        QVERIFY(awaited(bench.engine.check(record)).has_value());
        // Nor where memory alone keeps it.
        Bench alone;
        alone.keyring.become(KeyringState::Absent);
        QVERIFY(alone.add(account, "CANARY-wrong").has_value());
        QVERIFY(awaited(alone.entry.renew(record, typed("CANARY-right"))).has_value());
        (void)awaited(alone.entry.leave(account.id));
        QVERIFY(awaited(alone.engine.check(record)).has_value());
    }

    //! Who signs in as somebody else than was meant, and sees that and cancels, does not go on so.
    void whoCancelsBehindASignInActsAsBefore()
    {
        Bench bench;
        const auto account = Bench::corp();
        auto record = sync::recordOf(account);
        QVERIFY(bench.add(account, "CANARY-wrong").has_value());
        record.options.insert(u"signIn"_s, platforms::signInWord(platforms::SignInWay::OpenId));
        record.options.insert(u"issuer"_s, u"https://id.example"_s);
        record.options.insert(u"clientId"_s, u"portolan"_s);
        const auto used = [&bench](const QUuid &id) {
            const auto known = awaited(bench.clients.secretsOf(id));
            return known ? known->token.reveal().toByteArray() : QByteArray();
        };
        QSignalSpy ended(&bench.entry, &sync::AccountEntry::signInEnded);
        bench.entry.signIn(record, sync::AccountClients::By::Device);
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 20'000);
        QVERIFY(ended.last().first().value<Result<QString>>().has_value());
        QCOMPARE(used(account.id), QByteArray("CANARY-right"));
        (void)awaited(bench.entry.leave(account.id));
        QCOMPARE(used(account.id), QByteArray("CANARY-wrong"));
        QVERIFY(!bench.session.isHeld(account.id));
        // What is kept is not taken back any more.
        bench.entry.signIn(record, sync::AccountClients::By::Device);
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 2, 20'000);
        QVERIFY(awaited(bench.entry.renew(record, {})).has_value());
        (void)awaited(bench.entry.leave(account.id));
        QCOMPARE(used(account.id), QByteArray("CANARY-right"));
        QCOMPARE(bench.keyring.kept(account.id).token.reveal(), QByteArrayView("CANARY-right"));
        // Nor where memory alone has it, of an account that is added as well.
        bench.keyring.become(KeyringState::Absent);
        bench.entry.signIn(record, sync::AccountClients::By::Device);
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 3, 20'000);
        QCOMPARE(awaited(bench.entry.renew(record, {})), Result<Keeping>(Keeping::ThisSession));
        (void)awaited(bench.entry.leave(account.id));
        QCOMPARE(used(account.id), QByteArray("CANARY-right"));
        record.id = QUuid::createUuid();
        record.name = u"second"_s;
        bench.entry.signIn(record, sync::AccountClients::By::Device);
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 4, 20'000);
        QCOMPARE(awaited(bench.entry.add(record, {})), Result<Keeping>(Keeping::ThisSession));
        (void)awaited(bench.entry.leave(record.id));
        QCOMPARE(used(record.id), QByteArray("CANARY-right"));
    }

    //! After a restart without a keyring, or signed out: a mistyped token is not kept either.
    void aMistypedTokenWhereThereWasNoneIsSaid()
    {
        Bench bench;
        const auto account = Bench::corp();
        const auto record = sync::recordOf(account);
        QVERIFY(bench.add(account, "CANARY-right").has_value());
        QVERIFY(awaited(bench.entry.signOut(record)).has_value());
        const auto kept = awaited(bench.entry.renew(record, typed("CANARY-wrong")));
        QVERIFY(!kept.has_value());
        QCOMPARE(kept.error().kind, Error::Kind::Unauthorised);
        QVERIFY(!bench.keyring.has(account.id));
        QCOMPARE(awaited(bench.clients.state(sync::settingsOf(record))),
                 signin::SignInState::TokenNeeded);
        QVERIFY(awaited(bench.entry.renew(record, typed("CANARY-right"))).has_value());
        QVERIFY(awaited(bench.engine.check(record)).has_value());
    }

    void aNewTokenLeavesTheOtherPasswords()
    {
        Bench bench;
        const auto account = Bench::corp();
        QVERIFY(bench.add(account, "CANARY-wrong").has_value());
        auto secrets = bench.keyring.kept(account.id);
        secrets.refreshToken = Secret(QByteArray("old session"));
        secrets.clientKeyPassword = Secret(QByteArray("of the key"));
        secrets.proxyPassword = Secret(QByteArray("of the proxy"));
        bench.keyring.put(account.id, secrets);
        QVERIFY(
            awaited(bench.entry.renew(sync::recordOf(account), typed("CANARY-right"))).has_value());
        const auto kept = bench.keyring.kept(account.id);
        QCOMPARE(kept.token.reveal(), QByteArrayView("CANARY-right"));
        QCOMPARE(kept.clientKeyPassword.reveal(), QByteArrayView("of the key"));
        QCOMPARE(kept.proxyPassword.reveal(), QByteArrayView("of the proxy"));
        QVERIFY(kept.refreshToken.isEmpty());
    }

    //! A keyring that is locked hides passwords that a new sign-in would be written over.
    void passwordsThatCannotBeReadAreNotLost()
    {
        Bench bench;
        auto record = sync::recordOf(Bench::corp());
        record.options.insert(u"proxyUser"_s, u"someone"_s);
        auto secrets = typed("CANARY-right");
        secrets.proxyPassword = Secret(QByteArray("of the proxy"));
        QVERIFY(awaited(bench.entry.add(record, secrets)));
        bench.keyring.become(KeyringState::Locked);
        const auto kept = awaited(bench.entry.renew(record, typed("CANARY-right")));
        QVERIFY(!kept);
        QCOMPARE(kept.error().kind, Error::Kind::Keychain);
        QVERIFY(!bench.session.isHeld(record.id));
        // In the browser as well, before anybody signs in there.
        record.options.insert(u"issuer"_s, u"https://id.example"_s);
        record.options.insert(u"clientId"_s, u"portolan"_s);
        QSignalSpy ended(&bench.entry, &sync::AccountEntry::signInEnded);
        const auto asked = bench.asked;
        for (const auto &password : {QByteArray(), QByteArray("typed")}) {
            bench.entry.signIn(record, sync::AccountClients::By::Browser,
                               Secret(QByteArray(password)));
            QTRY_COMPARE(ended.size(), password.isEmpty() ? 1 : 2);
            const auto who = ended.last().first().value<Result<QString>>();
            QVERIFY(!who);
            QCOMPARE(who.error().kind, Error::Kind::Keychain);
        }
        QCOMPARE(bench.asked, asked);
        bench.keyring.become(KeyringState::Available);
        QVERIFY(awaited(bench.entry.renew(record, typed("CANARY-right"))));
        QCOMPARE(bench.keyring.kept(record.id).proxyPassword.reveal(),
                 QByteArrayView("of the proxy"));
    }

    //! Where there are none, a new token is used in this session, as ever.
    void aLockedKeyringWithoutPasswordsHidesNothing()
    {
        Bench bench;
        const auto account = Bench::corp();
        QVERIFY(bench.add(account, "CANARY-wrong").has_value());
        bench.keyring.become(KeyringState::Locked);
        QCOMPARE(awaited(bench.entry.renew(sync::recordOf(account), typed("CANARY-right"))),
                 Result<Keeping>(Keeping::ThisSession));
        QVERIFY(awaited(bench.engine.check(sync::recordOf(account))).has_value());
    }

    void signingInAgainKeepsWhatNobodyEntersThere()
    {
        Bench bench;
        auto entered = Bench::corp();
        auto record = sync::recordOf(entered);
        record.options.insert(u"scopes"_s, u"openid groups"_s);
        record.options.insert(u"proxy"_s, u"http://proxy.example:3128"_s);
        record.options.insert(u"proxyUser"_s, u"someone"_s);
        QVERIFY(awaited(bench.entry.add(record, typed("CANARY-wrong"))).has_value());
        const tests::ApiPlatform platform;
        entered = sync::serverOf(record, &platform);
        entered.caFile = u"/etc/ssl/own.pem"_s;
        entered.domains.clear();
        const auto overlaid = awaited(bench.entry.overlaid(entered));
        QVERIFY(awaited(bench.entry.renew(overlaid, typed("CANARY-right"))));
        const auto stored = awaited(bench.entry.stored(entered.id));
        QCOMPARE(stored->options.value(u"scopes"_s).toString(), u"openid groups"_s);
        QCOMPARE(stored->options.value(u"proxy"_s).toString(), u"http://proxy.example:3128"_s);
        QCOMPARE(stored->options.value(u"proxyUser"_s).toString(), u"someone"_s);
        QCOMPARE(stored->options.value(u"caFile"_s).toString(), u"/etc/ssl/own.pem"_s);
        QVERIFY(!stored->options.contains(u"domains"_s));
    }

    void aNewAccountAsksNoKeyringForPasswords()
    {
        Bench bench;
        bench.keyring.become(KeyringState::Locked);
        QVERIFY(bench.check(Bench::corp(), "CANARY-right").has_value());
        QVERIFY(bench.add(Bench::corp(), "CANARY-right").has_value());
        QVERIFY(!bench.keyring.asked().contains(u"read"_s));
    }

    void whatIsGivenUpLeavesNoSecret()
    {
        Bench bench;
        const auto account = Bench::corp();
        QVERIFY(bench.check(account, "CANARY-right").has_value());
        bench.entry.drop(sync::recordOf(account));
        QTRY_VERIFY(!bench.session.isHeld(account.id));
        QVERIFY(!bench.keyring.has(account.id));
    }

    void whoSignsOutLeavesTheAccountWithoutItsSecret()
    {
        Bench bench;
        const auto account = Bench::corp();
        const auto record = sync::recordOf(account);
        QVERIFY(bench.add(account, "CANARY-right").has_value());
        QCOMPARE(awaited(bench.clients.state(sync::settingsOf(record))),
                 signin::SignInState::SignedIn);
        QVERIFY(awaited(bench.entry.signOut(record)).has_value());
        QCOMPARE(bench.stored(), QStringList{u"corp"_s});
        QVERIFY(!bench.session.isHeld(account.id));
        QVERIFY(!bench.keyring.has(account.id));
        QCOMPARE(awaited(bench.clients.state(sync::settingsOf(record))),
                 signin::SignInState::TokenNeeded);
        // Nothing is asked of the platform with a secret that is gone.
        const int asked = bench.asked;
        QVERIFY(!awaited(bench.engine.check(record)).has_value());
        QCOMPARE(bench.asked, asked);
        // A locked keyring has it still: that is said, and nothing is remembered for later, as the
        // account stays and may be signed in again.
        QVERIFY(awaited(bench.entry.renew(record, typed("CANARY-right"))).has_value());
        bench.keyring.become(KeyringState::Locked);
        const auto locked = awaited(bench.entry.signOut(record));
        QVERIFY(!locked.has_value());
        QCOMPARE(locked.error().kind, Error::Kind::Keychain);
        QCOMPARE(bench.entry.left(), 0);
        bench.keyring.become(KeyringState::Absent);
        QVERIFY(awaited(bench.entry.signOut(record)).has_value());
    }

    //! Nobody would look there again: it goes when the keyring is open, in a later session as well.
    void whatALockedKeyringKeepsGoesWhenItIsOpen()
    {
        Bench bench;
        const auto account = Bench::corp();
        const auto other = Bench::corp().id;
        QVERIFY(bench.add(account, "CANARY-right").has_value());
        bench.keyring.put(other, typed("CANARY-other"));
        bench.keyring.become(KeyringState::Locked);
        QVERIFY(awaited(bench.store->accounts().remove(account.id)));
        QSignalSpy changes(&bench.entry, &sync::AccountEntry::leftChanged);
        QCOMPARE(bench.entry.left(), 0);
        const auto dropped = awaited(bench.entry.drop(sync::recordOf(account)));
        QVERIFY(!dropped.has_value());
        QCOMPARE(dropped.error().kind, Error::Kind::Keychain);
        QVERIFY2(dropped.error().detail.contains(u"as soon as the keyring is open"_s),
                 qPrintable(dropped.error().detail));
        const sync::LeftSecrets left(bench.dir.path());
        QCOMPARE(left.all(), QList<QUuid>{account.id});
        QCOMPARE(bench.entry.left(), 1);
        QCOMPARE(changes.size(), 1);
        const auto asked = bench.keyring.asked().count(u"remove"_s);
        bench.entry.clearLeft(); // still locked: nobody is asked to open it
        QTest::qWait(20);
        QCOMPARE(bench.keyring.asked().count(u"remove"_s), asked);
        bench.entry.clearLeft(true); // a person wants it
        QTRY_COMPARE(bench.keyring.asked().count(u"remove"_s), asked + 1);
        QVERIFY(bench.keyring.has(account.id));
        bench.keyring.become(KeyringState::Available);
        sync::AccountEntry next(*bench.store, bench.engine, bench.clients);
        QCOMPARE(next.left(), 1);
        QTRY_VERIFY(!bench.keyring.has(account.id));
        QTRY_VERIFY(left.all().isEmpty());
        QTRY_COMPARE(next.left(), 0);
        QVERIFY(bench.keyring.has(other));
    }

    //! Undo puts a removed account back: its secret stays.
    void whatIsLeftOfAnAccountThatIsBackStays()
    {
        Bench bench;
        const auto account = Bench::corp();
        QVERIFY(bench.add(account, "CANARY-right").has_value());
        const sync::LeftSecrets left(bench.dir.path());
        QVERIFY(left.add(account.id));
        bench.entry.clearLeft();
        QTRY_VERIFY(left.all().isEmpty());
        QVERIFY(bench.keyring.has(account.id));
    }

    //! The window and the command line each remove an account while the keyring is locked.
    void whatAnotherProcessLeavesMeanwhileStaysKnown()
    {
        const QTemporaryDir profile;
        const auto mine = QUuid::createUuid();
        const auto others = QUuid::createUuid();
        const sync::LeftSecrets left(profile.path());
        const auto file = profile.filePath(u"left-secrets"_s);
        QLockFile other(file + u".lock"_s);
        QVERIFY(other.lock());
        auto added = std::async(std::launch::async, [&] { return left.add(mine).has_value(); });
        added.wait_for(std::chrono::milliseconds(300)); // time enough for who does not wait
        QFile written(file);
        QVERIFY(written.open(QIODevice::WriteOnly));
        written.write(others.toByteArray(QUuid::WithoutBraces) + '\n');
        written.close();
        other.unlock();
        QVERIFY(added.get());
        QCOMPARE(left.all(), (QList{others, mine}));
        QVERIFY(left.drop(others));
        QCOMPARE(left.all(), QList{mine});
    }

    void whatIsLeftIsNotForgottenWhereItCannotBeRead()
    {
        const QTemporaryDir profile;
        const sync::LeftSecrets left(profile.path());
        const auto file = profile.filePath(u"left-secrets"_s);
        QVERIFY(QDir().mkdir(file)); // which nobody can read as a file
        const auto added = left.add(QUuid::createUuid());
        QVERIFY(!added);
        QVERIFY2(added.error().detail.contains(u"cannot be read"_s),
                 qPrintable(added.error().detail));
        QVERIFY2(added.error().detail.contains(file), qPrintable(added.error().detail));
    }

    void aSignInWithoutAProviderSaysWhatIsMissing()
    {
        Bench bench;
        auto account = Bench::corp();
        account.by = SignInBy::Browser;
        QSignalSpy ended(&bench.entry, &sync::AccountEntry::signInEnded);
        bench.entry.signIn(sync::recordOf(account), sync::AccountClients::By::Browser);
        QCOMPARE(ended.size(), 1);
        const auto who = ended.first().first().value<Result<QString>>();
        QVERIFY(!who.has_value());
        QVERIFY(who.error().detail.contains(u"issuer"_s));
    }

    void waysAreOfferedAsThePlatformHasThem()
    {
        const auto choice = sync::choiceOf(tests::ApiPlatform());
        QCOMPARE(choice.name, u"testapi"_s);
        QCOMPARE(choice.ways,
                 (QList<SignInBy>{SignInBy::Browser, SignInBy::Device, SignInBy::Token,
                                  SignInBy::Password}));
    }
};

QTEST_GUILESS_MAIN(TestAccountEntry)
#include "tst_accountentry.moc"
