// SPDX-License-Identifier: GPL-3.0-or-later
// The server that stands in for platforms does what it says: each fault reaches the client as that
// fault, and writes take effect exactly where they are meant to.
#include "models/base/clock.h"
#include "models/net/curlclient.h"
#include "tests/net/captured.h"
#include "tests/support/entropyshape.h"
#include "tests/support/loopbackserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using tests::Fault;

namespace {

constexpr net::TransferLimits hasty{
    .connectMs = 1000, .slowBytesPerSecond = 1, .slowSeconds = 1, .apiMs = 400};

//! What a client sees of a fault.
enum class Seen { Whole, Other, Error };

Seen expectedOf(const Fault &fault)
{
    switch (fault.kind) {
    case Fault::Kind::Slow:
    case Fault::Kind::Informational:
        return Seen::Whole;
    case Fault::Kind::TooShort:
    case Fault::Kind::Garbage:
    case Fault::Kind::HalfJson:
    case Fault::Kind::WrongJson:
    case Fault::Kind::OtherJson:
    case Fault::Kind::Empty:
    case Fault::Kind::Doubled:
    case Fault::Kind::Reordered:
    case Fault::Kind::Repeated:
        return Seen::Other;
    case Fault::Kind::Status: // to another place alone a network sends that wants a sign-in
        return fault.status == 302 || fault.status == 303 || fault.status == 307 ? Seen::Error
                                                                                 : Seen::Other;
    default:
        return Seen::Error;
    }
}

} // namespace

class TestLoopbackServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void everyFaultIsSeenAsWhatItIs_data()
    {
        QTest::addColumn<Fault>("fault");
        for (const auto &fault : tests::allFaults())
            QTest::newRow(qPrintable(tests::faultWord(fault))) << fault;
    }

    void everyFaultIsSeenAsWhatItIs()
    {
        QFETCH(Fault, fault);
        QCOMPARE(tests::faultFromWord(tests::faultWord(fault)), std::optional(fault));
        tests::LoopbackServer server(
            tests::makeShape(u"entropy-data"_s, {.size = 8, .pageSize = 4}), {.key = "k"});
        net::CurlClient client(m_clock, hasty);
        const auto whole = get(client, server, u"/api/dataproducts?p=1"_s);
        QVERIFY(whole);
        QCOMPARE(whole->status, 200);
        server.failAt(1, fault);
        // On a connection that was kept, curl itself would read once more.
        net::CurlClient other(m_clock, hasty);
        const auto failed = get(other, server, u"/api/dataproducts?p=1"_s);
        const auto isWhole = failed && failed->status == 200 && failed->body == whole->body;
        const auto seen = isWhole ? Seen::Whole : failed ? Seen::Other : Seen::Error;
        QCOMPARE(int(seen), int(expectedOf(fault)));
        if (failed && fault.kind == Fault::Kind::Status)
            QCOMPARE(failed->status, fault.status);
        QCOMPARE(server.seen().last().fault, tests::faultWord(fault));
        // And it is over.
        const auto after = [&] {
            const auto again = get(client, server, u"/api/dataproducts?p=1"_s);
            return again && again->body == whole->body;
        };
        QTRY_VERIFY(after());
    }

    void aWriteHasItsEffectWhereTheFaultSaysSo_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<bool>("isDone");
        QTest::addColumn<bool>("isLate");
        QTest::newRow("answer lost") << Fault{.kind = Fault::Kind::AppliedThenCut} << true << false;
        QTest::newRow("answer cut") << Fault{.kind = Fault::Kind::Garbage} << true << false;
        QTest::newRow("request lost") << Fault{.kind = Fault::Kind::Reset} << false << false;
        QTest::newRow("busy") << Fault{.kind = Fault::Kind::Status, .status = 503} << false
                              << false;
        QTest::newRow("late") << Fault{.kind = Fault::Kind::AppliedLater} << false << true;
    }

    void aWriteHasItsEffectWhereTheFaultSaysSo()
    {
        QFETCH(Fault, fault);
        QFETCH(bool, isDone);
        QFETCH(bool, isLate);
        auto owned = std::make_unique<tests::EntropyShape>(tests::ShapeSettings{.size = 2});
        const auto *shape = owned.get();
        tests::LoopbackServer server(std::move(owned), {});
        net::CurlClient client(m_clock, hasty);
        server.failAt(1, fault);
        net::HttpRequest request;
        request.method = net::HttpMethod::Put;
        request.url = net::HttpUrl::parse(server.address() + u"/api/access/mine"_s).value();
        request.body = R"({"id":"mine","info":{"purpose":"to see"},"provider":{"dataProductId":
            "product-0","outputPortId":"port-0"},"consumer":{"teamId":"team-0"}})";
        static_cast<void>(client.send(request).takeResult());
        const auto effects = [&] {
            qsizetype count = 0;
            server.with([&](tests::Shape &) { count = shape->effects().size(); });
            return count;
        };
        if (!isLate)
            QCOMPARE(effects(), isDone ? 1 : 0);
        QTRY_COMPARE(server.waiting(), 0);
        QCOMPARE(effects(), isDone || isLate ? 1 : 0);
        QCOMPARE(server.seen().size(), 1);
    }

    void aWriteOnAKeptConnectionIsSentOnce()
    {
        auto owned = std::make_unique<tests::EntropyShape>(tests::ShapeSettings{.size = 2});
        const auto *shape = owned.get();
        tests::LoopbackServer server(std::move(owned), {});
        net::CurlClient client(m_clock, hasty);
        QVERIFY(get(client, server, u"/api/teams"_s));
        server.failAt(1, {.kind = Fault::Kind::AppliedThenCut});
        net::HttpRequest request;
        request.method = net::HttpMethod::Post;
        request.url =
            net::HttpUrl::parse(server.address() + u"/api/access/access-1/approve"_s).value();
        QVERIFY(!client.send(request).takeResult());
        server.with([&](tests::Shape &) { QCOMPARE(shape->effects().size(), 1); });
        QCOMPARE(server.seen().size(), 2);
    }

    void aStormIsTheSameForASeed()
    {
        const auto faultsOf = [this](quint32 seed) {
            tests::LoopbackServer server(tests::makeShape(u"entropy-data"_s, {.size = 4}),
                                         {.seed = seed, .deafMs = 1});
            net::CurlClient client(m_clock, hasty);
            server.storm(50, {{.kind = Fault::Kind::Garbage}, {.kind = Fault::Kind::Empty}});
            for (int i = 0; i < 30; ++i)
                static_cast<void>(get(client, server, u"/api/teams"_s));
            server.calm();
            static_cast<void>(get(client, server, u"/api/teams"_s));
            QStringList faults;
            for (const auto &one : server.seen())
                faults.append(one.fault);
            return faults;
        };
        const auto first = faultsOf(7);
        QCOMPARE(first.size(), 31);
        QVERIFY(first.count(QString()) > 5 && first.count(QString()) < 26);
        QCOMPARE(first.last(), QString());
        QCOMPARE(faultsOf(7), first);
        QVERIFY(faultsOf(8) != first);
    }

    void withoutTheKeyNothingIsAnswered()
    {
        tests::LoopbackServer server(tests::makeShape(u"entropy-data"_s, {.size = 1}),
                                     {.key = "k"});
        net::CurlClient client(m_clock, hasty);
        QCOMPARE(get(client, server, u"/api/teams"_s)->status, 200);
        server.setKey("other");
        QCOMPARE(get(client, server, u"/api/teams"_s)->status, 401);
    }

private:
    static Result<net::HttpResponse> get(net::HttpClient &client,
                                         const tests::LoopbackServer &server, const QString &target)
    {
        net::HttpRequest request;
        request.url = net::HttpUrl::parse(server.address() + target).value();
        request.credential = {.scheme = net::Credential::Scheme::KeyHeader,
                              .name = "x-api-key",
                              .secret = Secret("k")};
        return client.send(request).takeResult();
    }

    SystemClock m_clock;
};

QTEST_GUILESS_MAIN(TestLoopbackServer)

#include "tst_loopbackserver.moc"
