// SPDX-License-Identifier: GPL-3.0-or-later
// What the command line says of servers that are not to be trusted: to each its own message, from
// adding the account to syncing it, and no way around.
#include "tests/net/untrustedservers.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using portolan::tests::Authority;
using portolan::tests::TlsServer;
using portolan::tests::UntrustedServer;

namespace {

struct Ran
{
    int status = -1;
    QByteArray out;
    QByteArray err;
};

} // namespace

class TestUntrustedServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        if (!m_files.isUsable())
            QSKIP("the openssl program is missing: all cases are left out");
        m_servers = portolan::tests::untrustedServers(m_files);
    }

    void init() { m_home = std::make_unique<QTemporaryDir>(); }

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
        const auto added = add(server, {});
        says(added, number);
        const auto listed = run({u"accounts"_s, u"list"_s, u"--json"_s});
        QVERIFY(QJsonDocument::fromJson(listed.out)[u"accounts"_s].toArray().isEmpty());
        // Kept without a look, it is refused all the same as soon as it is asked for anything.
        QCOMPARE(add(server, {u"--no-check"_s}).status, 0);
        const auto synced = run({u"sync"_s, u"--json"_s});
        says(synced, number);
        const auto account =
            QJsonDocument::fromJson(synced.out)[u"accounts"_s].toArray().first().toObject();
        QCOMPARE(account.value(u"state"_s).toString(), u"failed"_s);
    }

    void nothingSwitchesItOff()
    {
        const TlsServer server(m_files, u"alone"_s, {});
        for (const auto &option : {u"--insecure"_s, u"-k"_s, u"--no-verify"_s, u"--ignore-tls"_s})
            QCOMPARE(add(server, {option}).status, 2);
    }

private:
    Ran add(const TlsServer &server, const QStringList &more) const
    {
        return run(QStringList{u"accounts"_s, u"add"_s, u"testapi"_s, u"--name"_s, u"api"_s,
                               u"--url"_s, u"https://localhost:%1/"_s.arg(server.port()),
                               u"--anonymous"_s, u"--ca-file"_s, m_files.file(u"root.crt"_s)}
                   + more);
    }

    //! \a ran failed for the reason that is number \a number, and for no other one.
    void says(const Ran &ran, int number) const
    {
        QVERIFY2(ran.status == 4, ran.err.constData());
        for (int i = 0; i < m_servers.size(); ++i) {
            QVERIFY2(QString::fromUtf8(ran.err).contains(m_servers.at(i).says) == (i == number),
                     ran.err.constData());
        }
    }

    Ran run(const QStringList &words) const
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const auto &name : {u"https_proxy"_s, u"HTTPS_PROXY"_s, u"all_proxy"_s})
            environment.remove(name);
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s,
                           QString(u"unix:path="_s + m_home->filePath(u"nobody"_s)));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(PORTOLAN_CLITESTAPI),
                      QStringList{u"--profile"_s, m_home->filePath(u"profile"_s)} + words);
        if (!process.waitForFinished(120'000))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    Authority m_files;
    QList<UntrustedServer> m_servers;
    std::unique_ptr<QTemporaryDir> m_home;
};

QTEST_GUILESS_MAIN(TestUntrustedServer)
#include "tst_untrustedserver.moc"
