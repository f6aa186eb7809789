// SPDX-License-Identifier: GPL-3.0-or-later
// Servers that answer everything but what they were asked: nothing of it is a verdict.
#include "models/net/curlclient.h"
#include "models/net/patientclient.h"
#include "models/platforms/opa/opaplatform.h"
#include "models/platforms/policyport.h"
#include "tests/net/loopback.h"

#include <QCoreApplication>
#include <QTcpSocket>
#include <QTest>
#include <QtConcurrentRun>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using tests::Loopback;

namespace {

const QByteArray allowed = R"({"result":{"allow":true}})";

struct Bench
{
    SystemClock clock;
    net::CurlClient curl{clock};
    std::shared_ptr<net::PatientClient> patient = std::make_shared<net::PatientClient>(curl, clock);
    std::unique_ptr<platforms::Platform> platform = platforms::opa::create();

    Result<domain::PolicyAnswer> decide(const net::HttpUrl &url)
    {
        const auto session =
            platform->open({.url = QUrl(QString::fromUtf8(url.origin()))}, {clock, patient});
        if (!session)
            return tl::unexpected(session.error());
        auto *port = (*session)->policies();
        auto answer = QtConcurrent::run([port] {
            return port->decide({.thing = u"p"_s, .input = {{u"schema_version"_s, 1}}});
        });
        while (!answer.isFinished())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents,
                                            20);
        return answer.takeResult();
    }
};

} // namespace

class TestOpaFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aServerThatIsSomethingElseIsNoOpa_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("isOpa");
        QTest::addRow("well, and no version") << QByteArray("{}\n") << true;
        QTest::addRow("another's health") << QByteArray(R"({"status":"UP"})") << false;
        QTest::addRow("greeting") << QByteArray(R"({"hello":"world"})") << false;
        QTest::addRow("list") << QByteArray("[]") << false;
        QTest::addRow("version") << QByteArray(R"({"result":{"version":"1.22.2"}})") << true;
    }

    void aServerThatIsSomethingElseIsNoOpa()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, isOpa);
        Loopback server(Loopback::always(Loopback::whole(200, body)));
        Bench bench;
        const QUrl url(QString::fromUtf8(server.url().origin()));
        auto checking = QtConcurrent::run([&bench, &url] {
            return bench.platform->check({.url = url}, {bench.clock, bench.patient});
        });
        while (!checking.isFinished())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents,
                                            20);
        const auto checked = checking.takeResult();
        QCOMPARE(checked.has_value(), isOpa);
        if (!isOpa)
            QCOMPARE(checked.error().kind, Error::Kind::Protocol);
    }

    void aWholeAnswerCounts()
    {
        Loopback server(Loopback::always(Loopback::whole(200, allowed)));
        Bench bench;
        QVERIFY(bench.decide(server.url()));
        QCOMPARE(server.seen().size(), 1);
        QCOMPARE(server.seen().first().method, "POST");
        QCOMPARE(server.seen().first().target, "/v1/data/mesh/access/request");
        QCOMPARE(server.seen().first().body, R"({"input":{"schema_version":1}})");
        QCOMPARE(server.seen().first().headers.value("accept-encoding"), "gzip");
    }

    void anythingElseDoesNot_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto page = Loopback::whole(200, "<html><body>Please sign in</body></html>",
                                          "Content-Type: text/html\r\n");
        QTest::newRow("a page") << page;
        QTest::newRow("a gateway") << Loopback::whole(502, "bad gateway");
        QTest::newRow("too much") << Loopback::whole(
            200, R"({"result":{"allow":true,"x":")" + QByteArray(5'000'000, 'x') + R"("}})");
        QTest::newRow("cut off") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n")
                + allowed;
        QTest::newRow("garbage") << QByteArray("\x00\x01\x02 hello\r\n\r\n", 14);
        QTest::newRow("no gzip") << Loopback::whole(200, allowed, "Content-Encoding: gzip\r\n");
        QTest::newRow("elsewhere") << Loopback::whole(302, {}, "Location: http://127.0.0.2/\r\n");
        QTest::newRow("nothing") << Loopback::whole(204, {});
        QTest::newRow("not changed") << Loopback::whole(304, {});
        QTest::newRow("malformed")
            << Loopback::whole(400, R"({"code":"invalid_parameter","message":"body"})");
        QTest::newRow("teapot") << Loopback::whole(418, allowed);
    }

    void anythingElseDoesNot()
    {
        QFETCH(QByteArray, bytes);
        Loopback server(Loopback::once(bytes));
        Bench bench;
        const auto answer = bench.decide(server.url());
        QVERIFY(!answer);
        QVERIFY(!answer.error().detail.isEmpty());
    }

    void nobodyThereAndNobodyLeft()
    {
        Bench bench;
        net::HttpUrl gone;
        {
            Loopback server(Loopback::always({}));
            gone = server.url();
        }
        auto answer = bench.decide(gone);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Offline);
        Loopback resetting([](QTcpSocket *socket, const tests::Seen &) { socket->abort(); });
        answer = bench.decide(resetting.url());
        QVERIFY(!answer);
        Loopback silent([](QTcpSocket *, const tests::Seen &) {});
        answer = bench.decide(silent.url());
        QVERIFY(!answer);
        QVERIFY(answer.error().detail.contains(u"no answer within 2 seconds"_s));
    }
};

QTEST_GUILESS_MAIN(TestOpaFaults)
#include "tst_opafaults.moc"
