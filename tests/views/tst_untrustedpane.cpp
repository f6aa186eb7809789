// SPDX-License-Identifier: GPL-3.0-or-later
// What the Accounts pane says of servers that are not to be trusted, over the real engine and the
// real network: to each its own message, in the dialog and at the account, and no way around.
#include "tests/net/untrustedservers.h"
#include "tests/views/realaccounts.h"
#include "views/accounts/addserver.h"
#include "views/accounts/connectionfields.h"
#include "views/accounts/signinfields.h"
#include "views/shared/theme.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using tests::Authority;
using tests::TlsServer;
using tests::UntrustedServer;

class TestUntrustedPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        for (const auto *name : {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"})
            qunsetenv(name);
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nobody"); // no keyring of the machine
        if (!m_files.isUsable())
            QSKIP("the openssl program is missing: all cases are left out");
        m_theme = std::make_unique<views::Theme>();
        m_servers = tests::untrustedServers(m_files);
    }

    void cleanupTestCase() { m_theme.reset(); }

    void eachIsRefusedWithItsOwnMessage_data()
    {
        QTest::addColumn<int>("number");
        for (int i = 0; i < m_servers.size(); ++i)
            QTest::newRow(m_servers.at(i).name) << i;
    }

    void eachIsRefusedWithItsOwnMessage()
    {
        QFETCH(int, number);
        const auto &kind = m_servers.at(number);
        const TlsServer server(m_files, kind.certificate, kind.arguments);
        QVERIFY(server.port() != 0);
        tests::RealAccounts bench;
        auto *dialog = bench.pane.addServer();
        dialog->addressField()->setText(u"https://localhost:%1/"_s.arg(server.port()));
        dialog->connectionFields()->authorityField()->setText(m_files.file(u"root.crt"_s));
        QVERIFY(dialog->addButton()->isEnabled());
        dialog->addButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->explanation().isEmpty(), 60'000);
        says(dialog->explanation(), number);
        // What cannot be reached now may be added unseen; what is not to be trusted may not.
        QCOMPARE(dialog->addButton()->text(), u"Add and sync"_s);
        const auto account = entered(server);
        dialog->reject();
        // An account that came about in another way says the same after each sync.
        const auto kept = bench.source.addServer(account);
        QTRY_VERIFY(kept.isFinished());
        QVERIFY2(kept.result(),
                 qPrintable(kept.result() ? QString() : kept.result().error().detail));
        QTRY_VERIFY_WITH_TIMEOUT(bench.words().contains(u"The last sync of api failed"_s), 60'000);
        says(bench.words(), number);
    }

private:
    items::ServerAccount entered(const TlsServer &server) const
    {
        items::ServerAccount account;
        account.id = QUuid::createUuid();
        account.name = u"api"_s;
        account.platform = u"testapi"_s;
        account.url = u"https://localhost:%1/"_s.arg(server.port());
        account.by = items::SignInBy::Nobody;
        account.caFile = m_files.file(u"root.crt"_s);
        return account;
    }

    void says(const QString &text, int number) const
    {
        for (int i = 0; i < m_servers.size(); ++i)
            QVERIFY2(text.contains(m_servers.at(i).says) == (i == number), qPrintable(text));
    }

    Authority m_files;
    QList<UntrustedServer> m_servers;
    std::unique_ptr<views::Theme> m_theme;
};

QTEST_MAIN(TestUntrustedPane)
#include "tst_untrustedpane.moc"
