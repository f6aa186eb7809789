// SPDX-License-Identifier: GPL-3.0-or-later
// What of an account is secret, and where it is kept when the keyring takes it, or does not.
#include "models/secrets/memorysecrets.h"
#include "models/secrets/sessionsecrets.h"
#include "tests/secrets/fakekeyring.h"

#include <QTest>

#include <chrono>
#include <future>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::secrets;
using tests::FakeKeyring;

namespace {

AccountSecrets some()
{
    AccountSecrets secrets;
    secrets.token = Secret(QByteArray("token \xff\x01"));
    secrets.clientKeyPassword = Secret(QByteArray("key"));
    secrets.proxyPassword = Secret(QByteArray("proxy"));
    return secrets;
}

QByteArray shown(const Secret &secret)
{
    return secret.reveal().toByteArray();
}

} // namespace

class TestSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void whatIsWrittenComesBackByteForByte()
    {
        auto before = some();
        before.tokenEnds = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC);
        const auto after = fromKeptForm(keptForm(before));
        QVERIFY(after);
        QCOMPARE(shown(after->token), shown(before.token));
        QCOMPARE(after->tokenEnds, before.tokenEnds);
        QCOMPARE(shown(after->clientKeyPassword), QByteArray("key"));
        QCOMPARE(shown(after->proxyPassword), QByteArray("proxy"));
        QVERIFY(after->refreshToken.isEmpty());
    }

    void aTokenThatCanBeBoughtAgainIsNotWritten()
    {
        auto secrets = some();
        secrets.refreshToken = Secret(QByteArray("refresh"));
        const auto after = fromKeptForm(keptForm(secrets));
        QVERIFY(after);
        QVERIFY(after->token.isEmpty());
        QVERIFY(!after->tokenEnds.isValid());
        QCOMPARE(shown(after->refreshToken), QByteArray("refresh"));
    }

    void whatSomebodyElseWroteIsNotTaken_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("text") << QByteArray("hunter2");
        QTest::newRow("other JSON") << QByteArray(R"({"token":"aGk="})");
        QTest::newRow("a later version") << QByteArray(R"({"portolan":2,"token":"aGk="})");
        QTest::newRow("an array") << QByteArray("[1]");
    }

    void whatSomebodyElseWroteIsNotTaken()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!fromKeptForm(bytes));
    }

    void memoryForgetsWithTheProgram()
    {
        MemorySecrets memory;
        QCOMPARE(memory.state().result(), KeyringState::Absent);
        QCOMPARE(memory.write(m_id, some()).result(), Result<Keeping>(Keeping::ThisSession));
        QCOMPARE(shown(memory.read(m_id).result()->token), shown(some().token));
        QVERIFY(memory.remove(m_id).result());
        QCOMPARE(memory.read(m_id).result().error().kind, Error::Kind::NotFound);
    }

    void lockedAndAbsentAreToldApart()
    {
        const auto locked = keyringError(KeyringState::Locked);
        const auto absent = keyringError(KeyringState::Absent);
        QCOMPARE(locked.kind, Error::Kind::Keychain);
        QCOMPARE(absent.kind, Error::Kind::Keychain);
        QVERIFY(locked.detail.contains(u"locked"_s));
        QVERIFY(absent.detail.contains(u"no keyring"_s));
    }

    void theKeyringIsNotAskedBeforeWhatIsTriedIsKept()
    {
        FakeKeyring keyring;
        SessionSecrets session(keyring);
        session.hand(m_id, some());
        QCOMPARE(shown(session.read(m_id).result()->token), shown(some().token));
        // Renewed meanwhile, it stays on trial.
        auto renewed = some();
        renewed.token = Secret(QByteArray("second"));
        QCOMPARE(session.write(m_id, renewed).result(), Result<Keeping>(Keeping::ThisSession));
        QCOMPARE(keyring.asked(), QStringList());
        QCOMPARE(session.keep(m_id).result(), Result<Keeping>(Keeping::ForGood));
        QCOMPARE(shown(keyring.kept(m_id).token), QByteArray("second"));
        QVERIFY(!session.isHeld(m_id));
        QCOMPARE(session.keep(m_id).result().error().kind, Error::Kind::NotFound);
    }

    void whatWasRenewedMeanwhileIsNotWrittenOver()
    {
        FakeKeyring keyring;
        SessionSecrets session(keyring);
        auto renewed = some();
        renewed.refreshToken = Secret(QByteArray("second"));
        const auto fresh = session.version(m_id);
        QCOMPARE(session.write(m_id, renewed).result(), Result<Keeping>(Keeping::ForGood));
        QVERIFY(!session.isHeld(m_id)); // the keyring has it
        QVERIFY(!session.hand(m_id, some(), fresh));
        QVERIFY(!session.isHeld(m_id));
        QVERIFY(session.hand(m_id, some(), session.version(m_id)));
        QVERIFY(session.isHeld(m_id));
        // Another account is another matter, and what was removed is not put back.
        const auto before = session.version(m_id);
        session.hand(m_other, some());
        QCOMPARE(session.version(m_id), before);
        QVERIFY(session.remove(m_id).result());
        QVERIFY(!session.hand(m_id, some(), before));
    }

    //! A sign-in is renewed in another thread while it is handed to the keyring: that is handed
    //! over behind it, as what it was bought for is spent.
    void whatIsRenewedInAnotherThreadIsHandedOverLast()
    {
        FakeKeyring keyring;
        SessionSecrets session(keyring);
        session.hand(m_id, some());
        auto renewed = some();
        renewed.token = Secret(QByteArray("second"));
        std::future<void> renewing;
        keyring.onWrite = [&](const AccountSecrets &secrets) {
            if (shown(secrets.token) == "second")
                return;
            renewing = std::async(std::launch::async,
                                  [&] { static_cast<void>(session.write(m_id, renewed)); });
            renewing.wait_for(std::chrono::milliseconds(100)); // time enough for who does not wait
        };
        QVERIFY(session.keep(m_id).result());
        renewing.get();
        QCOMPARE(shown(keyring.kept(m_id).token), QByteArray("second"));
        QVERIFY(!session.isHeld(m_id));
    }

    //! A renewal while the keyring writes what was tried: the keyring is given that as well.
    void whatIsRenewedWhileItIsKeptIsKeptToo()
    {
        FakeKeyring keyring;
        SessionSecrets session(keyring);
        session.hand(m_id, some());
        QByteArrayList offered;
        keyring.onWrite = [&](const AccountSecrets &secrets) {
            offered.append(shown(secrets.token));
            auto renewed = some();
            renewed.token = Secret(QByteArray("second"));
            if (offered.size() == 1)
                (void)session.write(m_id, renewed);
        };
        QVERIFY(session.keep(m_id).result());
        QCOMPARE(offered, (QByteArrayList{shown(some().token), "second"}));
    }

    void memoryKeepsWhatTheKeyringCannotTake_data()
    {
        QTest::addColumn<KeyringState>("state");
        QTest::newRow("locked") << KeyringState::Locked;
        QTest::newRow("absent") << KeyringState::Absent;
    }

    void memoryKeepsWhatTheKeyringCannotTake()
    {
        QFETCH(KeyringState, state);
        FakeKeyring keyring;
        keyring.become(state);
        SessionSecrets session(keyring);
        QCOMPARE(session.write(m_id, some()).result(), Result<Keeping>(Keeping::ThisSession));
        QCOMPARE(shown(session.read(m_id).result()->token), shown(some().token));
        session.hand(m_other, some());
        QCOMPARE(session.keep(m_other).result(), Result<Keeping>(Keeping::ThisSession));
        // What comes of it later goes to the keyring, when that is open.
        keyring.become(KeyringState::Available);
        QCOMPARE(session.write(m_other, some()).result(), Result<Keeping>(Keeping::ForGood));
        QVERIFY(keyring.has(m_other));
        QVERIFY(!session.isHeld(m_other));
    }

    void aLockedKeyringIsNoEmptyOne()
    {
        FakeKeyring keyring;
        keyring.put(m_id, some());
        SessionSecrets session(keyring);
        keyring.become(KeyringState::Locked);
        QCOMPARE(session.read(m_id).result().error().kind, Error::Kind::Keychain);
        QCOMPARE(session.remove(m_id).result().error().kind, Error::Kind::Keychain);
        keyring.become(KeyringState::Available);
        QCOMPARE(shown(session.read(m_id).result()->token), shown(some().token));
    }

    void removingForgetsBoth()
    {
        FakeKeyring keyring;
        SessionSecrets session(keyring);
        keyring.put(m_id, some());
        session.hand(m_id, some());
        QVERIFY(session.remove(m_id).result());
        QVERIFY(!keyring.has(m_id));
        QVERIFY(!session.isHeld(m_id));
        // One that is locked may have what was there before memory had something newer.
        keyring.become(KeyringState::Locked);
        session.hand(m_id, some());
        QCOMPARE(session.remove(m_id).result().error().kind, Error::Kind::Keychain);
        QVERIFY(!session.isHeld(m_id));
        // Where there is no keyring, memory was all.
        keyring.become(KeyringState::Absent);
        session.hand(m_id, some());
        QVERIFY(session.remove(m_id).result());
    }

private:
    const QUuid m_id = QUuid::createUuid();
    const QUuid m_other = QUuid::createUuid();
};

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
