// SPDX-License-Identifier: GPL-3.0-or-later
// Changing an account from the command line: what is refused changes nothing, unless it is wanted
// all the same; and the paths of policies, when an account is added and later.
#include "tests/net/loopback.h"
#include "tests/support/loopbackserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using portolan::tests::Loopback;
using portolan::tests::Seen;

namespace {

struct Ran
{
    int status = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject first() const
    {
        return QJsonDocument::fromJson(out)[u"accounts"_s].toArray().first().toObject();
    }
};

} // namespace

class TestAccountsEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_isDown = false;
        m_isEmpty = false;
        m_server = std::make_unique<Loopback>([this](QTcpSocket *socket, const Seen &request) {
            if (m_isEmpty)
                return socket->write(Loopback::whole(404, "{}")), void();
            if (m_isDown)
                return socket->write(Loopback::whole(500, "{}")), void();
            if (request.target.startsWith("/health"))
                return socket->write(Loopback::whole(200, "{}")), void();
            if (request.target.startsWith("/v1/data/system"))
                return socket->write(Loopback::whole(200, R"({"result":"1.22.2"})")), void();
            socket->write(Loopback::whole(200, R"({"things":["a","b"]})"));
        });
    }

    void whatIsGivenIsChangedAndTheRestStays()
    {
        QCOMPARE(add(u"testapi"_s, {u"--domains"_s, u"Orders, Finance"_s}).status, 0);
        const auto id = list().value(u"id"_s).toString();
        QVERIFY(!QUuid(id).isNull());
        const auto ran = edit({u"--name"_s, u"renamed"_s, u"--proxy"_s, QString()});
        QVERIFY2(ran.status == 0, ran.err.constData());
        QVERIFY2(ran.out.contains("changed renamed: 2 things"), ran.out.constData());
        QCOMPARE(list().value(u"account"_s).toString(), u"renamed"_s);
        QCOMPARE(list().value(u"id"_s).toString(), id);
        const auto document =
            run({u"accounts"_s, u"edit"_s, u"renamed"_s, u"--name"_s, u"again"_s, u"--json"_s});
        QCOMPARE(document.first().value(u"account"_s).toString(), u"again"_s);
        QCOMPARE(run({u"accounts"_s, u"edit"_s, u"again"_s, u"--name"_s, u"renamed"_s}).status, 0);
        // By its id as well, and other domains are kept from the next sync on.
        const auto other = run({u"accounts"_s, u"edit"_s, id, u"--domains"_s, QString()});
        QVERIFY2(other.status == 0, other.err.constData());
        QVERIFY2(other.out.contains("it keeps other domains now"), other.out.constData());
        // Commas with nothing between them name no domain: a list of "" would keep nothing.
        const auto blank = run({u"accounts"_s, u"edit"_s, id, u"--domains"_s, u" , "_s});
        QCOMPARE(blank.status, 2);
        QVERIFY2(blank.err.contains("nothing to change"), blank.err.constData());
    }

    //! As it was before a proxy was set: with nothing of it left, it is no change.
    void theProxyGoesBackToTheEnvironment()
    {
        QCOMPARE(add(u"testapi"_s).status, 0);
        const QStringList back{u"--proxy"_s, u"environment"_s};
        QCOMPARE(edit(back).status, 2);
        QCOMPARE(edit({u"--proxy"_s, QString(), u"--proxy-user"_s, u"someone"_s}).status, 0);
        QCOMPARE(edit(back).status, 0);
        const auto again = edit(back);
        QCOMPARE(again.status, 2);
        QVERIFY2(again.err.contains("nothing to change"), again.err.constData());
        // Nor is there anybody left who signs in to the proxy that was set.
        QCOMPARE(edit({u"--proxy-user"_s, QString()}).status, 2);
    }

    void aNameAloneAsksNobody()
    {
        QCOMPARE(add(u"testapi"_s).status, 0);
        const auto asked = m_server->seen().size();
        m_isDown = true;
        QCOMPARE(edit({u"--name"_s, u"renamed"_s}).status, 0);
        QCOMPARE(m_server->seen().size(), asked);
    }

    void whatIsRefusedChangesNothingUnlessItIsWantedAllTheSame()
    {
        QCOMPARE(add(u"opa"_s).status, 0);
        m_isDown = true;
        const QStringList wish{u"--name"_s, u"renamed"_s, u"--request-path"_s, u"corp/rules"_s};
        const auto refused = edit(wish);
        QCOMPARE(refused.status, 4);
        QVERIFY2(refused.err.contains("nothing was changed"), refused.err.constData());
        QCOMPARE(list().value(u"account"_s).toString(), u"api"_s);
        QCOMPARE(edit(wish + QStringList{u"--no-check"_s}).status, 0);
        QCOMPARE(list().value(u"account"_s).toString(), u"renamed"_s);
    }

    void pathsOfPoliciesAreGivenWhenTheAccountIsAddedAndLater()
    {
        const auto added = add(u"opa"_s, {u"--request-path"_s, u"corp/requests"_s});
        QVERIFY2(added.status == 0, added.err.constData());
        QVERIFY2(added.out.contains("data.corp.requests"), added.out.constData());
        const auto other = edit({u"--request-path"_s, u"corp/other"_s});
        QVERIFY2(other.out.contains("data.corp.other"), other.out.constData());
        QVERIFY2(other.out.contains("sync --full --account api"), other.out.constData());
        QVERIFY(edit({u"--request-path"_s, QString()}).out.contains("data.mesh.access.request"));
    }

    void whatCannotBeMeantIsRefused_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("why");
        QTest::newRow("nothing") << QStringList() << QByteArray("nothing to change");
        QTest::newRow("another server") << QStringList{u"--url"_s, u"http://127.0.0.1:1/"_s}
                                        << QByteArray("--url is for `accounts add`");
        QTest::newRow("another folder") << QStringList{u"--folder"_s, u"/tmp"_s}
                                        << QByteArray("--folder is for `accounts add`");
        QTest::newRow("another sign-in")
            << QStringList{u"--token-stdin"_s} << QByteArray("`accounts sign-in`");
        QTest::newRow("no name") << QStringList{u"--name"_s, u" "_s}
                                 << QByteArray("needs a --name");
        QTest::newRow("no such file")
            << QStringList{u"--ca-file"_s, u"nowhere.pem"_s} << QByteArray("there is no file");
        QTest::newRow("a path that it does not have")
            << QStringList{u"--request-path"_s, u"corp/rules"_s}
            << QByteArray("has no --request-path");
        QTest::newRow("a password in the open")
            << QStringList{u"--proxy"_s, u"http://maya:word@proxy.example:3128"_s}
            << QByteArray("--proxy-password-stdin");
    }

    void whatCannotBeMeantIsRefused()
    {
        QFETCH(QStringList, options);
        QFETCH(QByteArray, why);
        QCOMPARE(add(u"testapi"_s).status, 0);
        const auto asked = m_server->seen().size();
        const auto ran = edit(options);
        QVERIFY2(ran.status == 2, ran.err.constData());
        QCOMPARE(ran.err.count('\n'), 1);
        QVERIFY2(ran.err.contains(why), ran.err.constData());
        QCOMPARE(m_server->seen().size(), asked);
    }

    void anotherPlatformsServerIsCalledWhatItIs_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("served");
        QTest::addColumn<QByteArray>("title");
        const QList<std::pair<QString, QByteArray>> servers{{u"datahub"_s, "DataHub "},
                                                            {u"openmetadata"_s, "OpenMetadata "},
                                                            {u"marquez"_s, "Marquez"},
                                                            {u"entropy-data"_s, "Entropy Data"}};
        for (const auto &wanted :
             {u"datahub"_s, u"openmetadata"_s, u"marquez"_s, u"entropy-data"_s, u"opa"_s}) {
            for (const auto &[served, title] : servers)
                QTest::newRow(qPrintable(wanted + u" at "_s + served)) << wanted << served << title;
        }
    }

    void anotherPlatformsServerIsCalledWhatItIs()
    {
        QFETCH(QString, wanted);
        QFETCH(QString, served);
        QFETCH(QByteArray, title);
        using namespace portolan::tests;
        const LoopbackServer server(makeShape(served, {}), {.key = "right"});
        const auto added = run({u"accounts"_s, u"add"_s, wanted, u"--name"_s, u"api"_s, u"--url"_s,
                                server.address(), u"--token-stdin"_s, u"--json"_s},
                               "right\n");
        if (wanted == served) {
            const auto refused = run({u"accounts"_s, u"add"_s, wanted, u"--name"_s, u"wrong"_s,
                                      u"--url"_s, server.address(), u"--token-stdin"_s},
                                     "mistyped\n");
            QCOMPARE(refused.status, 5);
            QVERIFY2(refused.err.contains("does not take this token; check"),
                     refused.err.constData());
            // It is kept for this session alone: nothing keeps its token here.
            QVERIFY2(added.status == 5, added.err.constData());
            QCOMPARE(list().value(u"platform"_s).toString(), wanted);
            return;
        }
        QVERIFY2(added.status == 4, added.err.constData());
        QCOMPARE(added.out, QByteArray());
        for (const QByteArray &words : {QByteArray("what answers there is " + title),
                                        QByteArray('"' + served.toLatin1() + '"')})
            QVERIFY2(added.err.contains(words), added.err.constData());
        QVERIFY(list().isEmpty());
    }

    void aServerThatNobodyKnowsIsNoThingThatIsMissing()
    {
        m_isEmpty = true;
        for (const auto &platform : {u"datahub"_s, u"openmetadata"_s, u"marquez"_s, u"opa"_s}) {
            const auto added = add(platform);
            QVERIFY2(added.status == 4, added.err.constData());
            QVERIFY2(added.err.contains("is this the address of a server of"),
                     added.err.constData());
        }
    }

    void whoIsNotThereIsNotFound()
    {
        QCOMPARE(run({u"accounts"_s, u"edit"_s, u"nobody"_s, u"--name"_s, u"x"_s}).status, 1);
    }

    void aFolderIsRenamedAndNothingElse()
    {
        QCOMPARE(run({u"accounts"_s, u"add"_s, u"files"_s, u"--name"_s, u"api"_s, u"--folder"_s,
                      m_home->path()})
                     .status,
                 0);
        const auto proxied = edit({u"--proxy"_s, QString()});
        QCOMPARE(proxied.status, 2);
        QVERIFY2(proxied.err.contains("for accounts with an address"), proxied.err.constData());
        QCOMPARE(edit({u"--name"_s, u"mesh"_s, u"--as"_s, u"Maya <maya@example.com>"_s}).status, 0);
        QCOMPARE(list().value(u"account"_s).toString(), u"mesh"_s);
        QCOMPARE(list().value(u"as"_s).toString(), u"Maya <maya@example.com>"_s);
    }

private:
    Ran add(const QString &platform, const QStringList &more = {})
    {
        return run(QStringList{u"accounts"_s, u"add"_s, platform, u"--name"_s, u"api"_s, u"--url"_s,
                               QString::fromLatin1(m_server->url().text()), u"--anonymous"_s}
                   + more);
    }

    Ran edit(const QStringList &options)
    {
        return run(QStringList{u"accounts"_s, u"edit"_s, u"api"_s} + options);
    }

    QJsonObject list() { return run({u"accounts"_s, u"list"_s, u"--json"_s}).first(); }

    Ran run(const QStringList &words, const QByteArray &typed = {})
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const auto &name : {u"http_proxy"_s, u"HTTP_PROXY"_s, u"all_proxy"_s})
            environment.remove(name);
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s,
                           QString(u"unix:path="_s + m_home->filePath(u"nobody"_s)));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(PORTOLAN_CLITESTAPI),
                      QStringList{u"--profile"_s, m_home->filePath(u"profile"_s)} + words);
        process.write(typed);
        process.closeWriteChannel();
        // The server of the test answers meanwhile.
        (void)QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 120'000);
        return {process.exitCode(), process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Loopback> m_server;
    bool m_isDown = false;
    bool m_isEmpty = false;
};

QTEST_GUILESS_MAIN(TestAccountsEdit)
#include "tst_accountsedit.moc"
