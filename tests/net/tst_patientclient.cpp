// SPDX-License-Identifier: GPL-3.0-or-later
// Repeating, pausing and giving up, with a clock that the test moves: what is sent, and when.
#include "models/net/patientclient.h"
#include "tests/net/captured.h"
#include "tests/net/fakeclient.h"

#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using net::HttpMethod;
using net::HttpRequest;
using net::PatientClient;
using net::Urgency;
using tests::FakeClient;
using tests::HandClock;
using tests::Outcome;
using tests::waited;
using Kind = Error::Kind;

namespace {

HttpRequest to(const QString &url, HttpMethod method = HttpMethod::Get)
{
    HttpRequest request;
    request.method = method;
    request.url = net::HttpUrl::parse(url).value();
    return request;
}

HttpRequest get()
{
    return to(u"https://mesh.example/a%20b%3f?token=CANARY-query"_s);
}

Outcome answered(int status, std::optional<qint64> retryAfterMs = {})
{
    net::HttpResponse response;
    response.status = status;
    response.retryAfterMs = retryAfterMs;
    return response;
}

FakeClient::Answer always(const Outcome &outcome)
{
    return [outcome](int, const HttpRequest &, const net::BodySink &) { return outcome; };
}

//! The first \a n times \a bad, then 200.
FakeClient::Answer after(int n, const Outcome &bad)
{
    return [n, bad](int count, const HttpRequest &, const net::BodySink &) {
        return count <= n ? bad : answered(200);
    };
}

FakeClient::Answer never()
{
    return [](int, const HttpRequest &, const net::BodySink &) { return std::optional<Outcome>(); };
}

//! A client over a double, and the clock of both.
struct Bench
{
    HandClock clock;
    FakeClient fake;
    PatientClient client;

    explicit Bench(FakeClient::Answer answer, double random = 0.5)
        : fake(clock, std::move(answer))
        , client(fake, clock, [random] { return random; })
    {
    }

    //! Moves the clock in steps until \a future is settled; false when \a limitMs did not do.
    bool settle(const QFuture<Outcome> &future, qint64 limitMs, qint64 stepMs = 1000)
    {
        for (qint64 passed = 0; passed <= limitMs; passed += stepMs) {
            settleDown();
            if (future.isFinished())
                return true;
            clock.advance(stepMs);
            client.lookAgain();
        }
        return false;
    }

    //! Waits until the client's thread has done what there is to do at this moment: requests behind
    //! it in the queue are answered, and those behind what it brought about.
    void settleDown()
    {
        for (int i = 0; i < 3; ++i)
            client.send(to(u"https://barrier%1.invalid/"_s.arg(++barriers))).waitForFinished();
    }

    int barriers = 0;
};

} // namespace

class TestPatientClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void whatWorksIsSentOnce()
    {
        Bench bench(always(answered(200)));
        QCOMPARE(waited(bench.client.send(get()))->status, 200);
        QCOMPARE(bench.fake.count(), 1);
    }

    void whatIsNotWorthItIsSentOnce()
    {
        for (const auto &outcome :
             {answered(404), answered(401), Outcome(failure(Kind::Untrusted, u"x"_s)),
              Outcome(failure(Kind::TooLarge, u"x"_s)),
              Outcome(failure(Kind::NetworkSignIn, u"x"_s))}) {
            Bench bench(always(outcome));
            const auto answer = waited(bench.client.send(get()));
            QCOMPARE(answer.has_value(), outcome.has_value());
            QCOMPARE(bench.fake.count(), 1);
        }
    }

    void readsAreRepeatedWithAGrowingDelay()
    {
        Bench bench(after(3, answered(503)));
        const auto start = bench.clock.monotonicMs();
        auto future = bench.client.send(get());
        QVERIFY(bench.settle(future, 60'000, 100));
        QCOMPARE(waited(future)->status, 200);
        // Half of 2, 4 and 8 seconds, as the random number says.
        QCOMPARE(bench.fake.times(),
                 QList<qint64>({start, start + 1000, start + 3000, start + 7000}));
    }

    void repeatingEnds()
    {
        Bench bench(always(answered(503)), 0);
        auto future = bench.client.send(get());
        QVERIFY(bench.settle(future, 600'000));
        QCOMPARE(waited(future)->status, 503);
        QCOMPARE(bench.fake.count(), 4);
        Bench offline(always(failure(Kind::Offline, u"no route"_s)), 0);
        auto second = offline.client.send(get());
        QVERIFY(offline.settle(second, 600'000));
        QCOMPARE(waited(second).error(), (Error{Kind::Offline, u"no route"_s}));
    }

    void writesAreSentOnceUnlessTheySaySo()
    {
        for (const auto method :
             {HttpMethod::Post, HttpMethod::Put, HttpMethod::Patch, HttpMethod::Delete}) {
            for (const auto &bad : {answered(503), answered(429, 1000),
                                    Outcome(failure(Kind::Unavailable, u"cut"_s))}) {
                Bench once(after(1, bad));
                auto write = once.client.send(to(u"https://mesh.example/"_s, method));
                QVERIFY(once.settle(write, 3000));
                QCOMPARE(once.fake.count(), 1);
                QCOMPARE(waited(write).has_value(), bad.has_value());
            }
            Bench again(after(1, answered(503)));
            auto request = to(u"https://mesh.example/"_s, method);
            request.repeatable = true;
            auto repeated = again.client.send(request);
            QVERIFY(again.settle(repeated, 60'000));
            QCOMPARE(waited(repeated)->status, 200);
            QCOMPARE(again.fake.count(), 2);
        }
    }

    void aStormOf429MeetsTwoRequestsAMinute()
    {
        // The user presses F5 each second, and other parts of the program ask for more.
        Bench bench(always(answered(429, 60'000)));
        const auto start = bench.clock.monotonicMs();
        QList<QFuture<Outcome>> futures{bench.client.send(get())};
        bench.settleDown();
        for (int second = 0; second < 60; ++second) {
            if (second % 10 == 0)
                futures.append(bench.client.send(get()));
            bench.client.tryNow();
            bench.settleDown();
            if (second < 59) {
                bench.clock.advance(1000);
                bench.client.lookAgain();
            }
        }
        QCOMPARE(bench.fake.count(), 1);
        bench.clock.advance(1000);
        bench.client.lookAgain();
        bench.settleDown();
        QVERIFY2(bench.fake.count() <= 2, QByteArray::number(bench.fake.count()).constData());
        QCOMPARE(bench.fake.times(), QList<qint64>({start, start + 60'000}));
    }

    void neverBeforeRetryAfter()
    {
        for (const qint64 asked : {1000, 7000, 59'000, 119'000}) {
            Bench bench(after(1, answered(503, asked)), 0);
            auto request = get();
            request.urgency = Urgency::Background;
            auto future = bench.client.send(request);
            QVERIFY(bench.settle(future, 300'000, 500));
            const auto times = bench.fake.times();
            QCOMPARE(times.size(), 2);
            QCOMPARE(times.at(1) - times.at(0), asked);
        }
    }

    void whoWouldWaitTooLongIsToldAtOnce()
    {
        Bench bench(always(answered(429, 3'000'000)));
        QCOMPARE(waited(bench.client.send(get()))->status, 429);
        const auto second = waited(bench.client.send(get()));
        QVERIFY(!second);
        QCOMPARE(second.error().kind, Kind::RateLimited);
        QVERIFY(second.error().detail.startsWith(
            u"GET https://mesh.example/a%20b%3f?token=…: the server asked"_s));
        QVERIFY(second.error().detail.contains(u"in 3000 seconds"_s));
        QVERIFY(!second.error().detail.contains(u"CANARY"_s));
        QCOMPARE(bench.fake.count(), 1);
        // In the background others wait for the end of this; and another host is another matter.
        auto patient = get();
        patient.urgency = Urgency::Background;
        QCOMPARE(waited(bench.client.send(patient)).error().kind, Kind::RateLimited);
        QVERIFY(waited(bench.client.send(to(u"https://other.example/"_s))));
        QCOMPARE(bench.fake.count(), 2);
    }

    //! A server that takes the connection and is silent costs half a minute each time.
    void nobodyWaitsForManySlowFailures_data()
    {
        QTest::addColumn<Urgency>("urgency");
        QTest::addColumn<int>("attempts");
        QTest::addRow("a person") << Urgency::Interactive << 2;
        QTest::addRow("a pull") << Urgency::Background << 4;
    }

    void nobodyWaitsForManySlowFailures()
    {
        QFETCH(Urgency, urgency);
        QFETCH(int, attempts);
        HandClock *clock = nullptr;
        Bench bench([&clock](int, const HttpRequest &, const net::BodySink &) {
            clock->advance(30'000);
            return std::optional<Outcome>(failure(Kind::Unavailable, u"silent"_s));
        });
        clock = &bench.clock;
        auto request = get();
        request.urgency = urgency;
        auto future = bench.client.send(request);
        QVERIFY(bench.settle(future, 600'000));
        QCOMPARE(waited(future).error().kind, Kind::Unavailable);
        QCOMPARE(bench.fake.count(), attempts);
    }

    void aBrokenHostIsLeftAlone()
    {
        Bench bench(always(failure(Kind::Unavailable, u"x"_s)), 0.999);
        QList<QFuture<Outcome>> futures;
        for (int i = 0; i < 5; ++i)
            futures.append(bench.client.send(get()));
        bench.settleDown();
        QCOMPARE(bench.fake.count(), 5);
        for (int i = 0; i < 20; ++i)
            futures.append(bench.client.send(get()));
        for (int second = 0; second < 29; ++second) {
            bench.clock.advance(1000);
            bench.client.lookAgain();
            bench.settleDown();
        }
        QCOMPARE(bench.fake.count(), 5);
        bench.clock.advance(2000);
        bench.client.lookAgain();
        bench.settleDown();
        QCOMPARE(bench.fake.count(), 6);
        // Its probe failed, and who would wait too long is told why: nobody asked for it.
        const auto turnedAway = waited(futures.last());
        QVERIFY(!turnedAway);
        QVERIFY2(turnedAway.error().detail.contains(u"did not answer several times"_s),
                 qPrintable(turnedAway.error().detail));
        bench.client.tryNow();
        bench.settleDown();
        QCOMPARE(bench.fake.count(), 7);
    }

    void anAnsweredProbeLetsTheOthersIn()
    {
        Bench bench(after(5, answered(500)), 0);
        QList<QFuture<Outcome>> futures;
        for (int i = 0; i < 12; ++i)
            futures.append(bench.client.send(get()));
        for (const auto &future : std::as_const(futures)) {
            QVERIFY(bench.settle(future, 120'000));
            QCOMPARE(waited(future)->status, 200);
        }
    }

    void tryingNowCutsTheDelayShort()
    {
        Bench bench(after(1, answered(503)), 0.999);
        auto future = bench.client.send(get());
        bench.settleDown();
        QCOMPARE(bench.fake.count(), 1);
        bench.client.tryNow();
        QCOMPARE(waited(future)->status, 200);
    }

    void aStreamIsNotRepeatedOnceAPartWasTaken()
    {
        const auto answer = [](bool part) {
            return [part](int, const HttpRequest &, const net::BodySink &sink) {
                if (part)
                    sink("{\"a\":");
                return std::optional<Outcome>(failure(Kind::Unavailable, u"cut"_s));
            };
        };
        for (const bool part : {true, false}) {
            Bench bench(answer(part), 0);
            auto future = bench.client.stream(get(), [](QByteArrayView) { return true; });
            QVERIFY(bench.settle(future, 600'000));
            QCOMPARE(bench.fake.count(), part ? 1 : 4);
        }
    }

    void allAttemptsHaveOneId()
    {
        QList<QByteArray> ids;
        Bench bench([&ids](int n, const HttpRequest &request, const net::BodySink &) {
            ids.append(request.id);
            return std::optional(answered(n < 3 ? 503 : 200));
        });
        auto future = bench.client.send(get());
        QVERIFY(bench.settle(future, 60'000));
        QCOMPARE(ids.size(), 3);
        QVERIFY(!ids.first().isEmpty());
        QCOMPARE(ids.count(ids.first()), 3);
    }

    void cancellingReachesTheTransfer()
    {
        Bench bench(never());
        auto future = bench.client.send(get());
        QTRY_COMPARE(bench.fake.count(), 1);
        future.cancel();
        QTRY_VERIFY(bench.fake.isCancelled(0));
        bench.fake.endOpen(answered(200));
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(future.resultCount(), 0);
    }

    void cancellingEndsTheWaiting()
    {
        Bench bench(always(answered(503, 60'000)));
        auto future = bench.client.send(get());
        bench.settleDown();
        future.cancel();
        QTRY_VERIFY(future.isFinished());
        bench.clock.advance(120'000);
        bench.client.lookAgain();
        bench.settleDown();
        QCOMPARE(bench.fake.count(), 1);
    }

    void closingEndsWhatWaitsAndWhatIsUnderWay()
    {
        HandClock clock;
        FakeClient fake(clock, [](int n, const HttpRequest &, const net::BodySink &) {
            return n == 1 ? std::optional(answered(503, 60'000)) : std::nullopt;
        });
        auto client = std::make_unique<PatientClient>(fake, clock);
        auto waits = client->send(get());
        QTRY_COMPARE(fake.count(), 1);
        auto open = client->send(to(u"https://other.example/"_s));
        QTRY_COMPARE(fake.count(), 2);
        auto late = client->send(to(u"https://third.example/"_s));
        client.reset();
        for (const auto &future : {waits, open, late}) {
            const auto answer = waited(future);
            QVERIFY(!answer);
            QCOMPARE(answer.error().kind, Kind::Cancelled);
        }
        QVERIFY(fake.isCancelled(1));
    }

    void timersDoItWithoutHelp()
    {
        const SystemClock clock;
        FakeClient fake(clock, after(1, answered(503, 50)));
        PatientClient client(fake, clock, [] { return 0.0; });
        QCOMPARE(waited(client.send(get()))->status, 200);
        const auto times = fake.times();
        QVERIFY(times.at(1) - times.at(0) >= 50);
    }
};

QTEST_GUILESS_MAIN(TestPatientClient)
#include "tst_patientclient.moc"
