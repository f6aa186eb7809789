// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/storeaccountsource.h"
#include "tests/sync/accountbench.h"

#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using tests::AccountBench;
using tests::awaited;

class TestAccountSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    //! A keyring that asks its owner answers when it likes: the accounts are seen before.
    void nobodyWaitsForAKeyringToSeeTheAccounts()
    {
        AccountBench bench;
        QVERIFY(bench.add(AccountBench::corp(), "CANARY-right"));
        // As in the next run of the program: the keyring alone has the secret.
        secrets::SessionSecrets session(bench.keyring);
        sync::AccountClients clients(
            {bench.http, session, bench.clock,
             [](const QString &) { return tests::ApiPlatform().signInWays(); },
             [](const QUrl &) { return true; }});
        sync::AccountEntry entry(*bench.store, bench.engine, clients);
        items::StoreAccountSource source(*bench.store, bench.engine, nullptr, &entry);
        QSignalSpy changed(&source, &items::AccountSource::changed);
        bench.keyring.holdReads();
        auto asked = source.accounts();
        QTRY_VERIFY(asked.isFinished());
        auto facts = asked.takeResult();
        QVERIFY(facts && facts->size() == 1);
        QCOMPARE(facts->first().name, u"corp"_s);
        QCOMPARE(facts->first().signIn, items::SignInState::Unknown);
        bench.keyring.answerReads();
        QTRY_VERIFY(!changed.isEmpty());
        facts = awaited(source.accounts());
        QCOMPARE(facts->first().signIn, items::SignInState::SignedIn);
        // What is as it was is no news, or the pane would ask for ever.
        changed.clear();
        QVERIFY(awaited(source.accounts()));
        QTest::qWait(50);
        QVERIFY(changed.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAccountSource)
#include "tst_accountsource.moc"
