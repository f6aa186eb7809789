// SPDX-License-Identifier: GPL-3.0-or-later
// How long a repetition waits, and when a host is let alone: arithmetic, without any network.
#include "models/net/hostgate.h"
#include "models/net/retrypolicy.h"

#include <QTest>

#include <cmath>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using net::HostGate;
using net::HostLimits;
using net::RetryPolicy;
using net::Urgency;
using Outcome = Result<net::HttpResponse>;
using Kind = Error::Kind;

namespace {

constexpr qint64 minute = 60'000;

net::Random always(double value)
{
    return [value] { return value; };
}

Outcome answered(int status, std::optional<qint64> retryAfterMs = {})
{
    net::HttpResponse response;
    response.status = status;
    response.retryAfterMs = retryAfterMs;
    return response;
}

Outcome failed(Kind kind)
{
    return failure(kind, u"x"_s);
}

//! Lets one request through at \a now, and says what became of it.
void pass(HostGate &gate, qint64 now, const Outcome &result)
{
    const auto admission = gate.enter(now);
    QVERIFY(admission.granted);
    gate.answered(admission.probe, now, result);
}

} // namespace

class TestRetry : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void delaysDoubleUpToTheCap_data()
    {
        QTest::addColumn<int>("failures");
        QTest::addColumn<qint64>("interactive");
        QTest::addColumn<qint64>("background");
        for (int failures = 1; failures < 40; ++failures) {
            const auto doubled = static_cast<qint64>(std::min(1e15, 1000 * std::pow(2, failures)));
            QTest::addRow("%d", failures) << failures << std::min<qint64>(doubled, 5 * minute)
                                          << std::min<qint64>(doubled, 60 * minute);
        }
    }

    void delaysDoubleUpToTheCap()
    {
        QFETCH(int, failures);
        QFETCH(qint64, interactive);
        QFETCH(qint64, background);
        const RetryPolicy longest(always(1));
        QCOMPARE(longest.delayMs(failures, Urgency::Interactive, {}), interactive);
        QCOMPARE(longest.delayMs(failures, Urgency::Background, {}), background);
        const RetryPolicy half(always(0.5));
        QCOMPARE(half.delayMs(failures, Urgency::Interactive, {}), interactive / 2);
        const RetryPolicy shortest(always(0));
        QCOMPARE(shortest.delayMs(failures, Urgency::Interactive, {}), 0);
    }

    void neverBeforeRetryAfter()
    {
        for (const double random : {0.0, 0.3, 0.999}) {
            const RetryPolicy policy(always(random));
            for (int failures = 1; failures < 20; ++failures) {
                for (const qint64 asked : {0LL, 1LL, 59'999LL, 60'000LL, 86'400'000LL})
                    QVERIFY(policy.delayMs(failures, Urgency::Background, asked) >= asked);
            }
        }
    }

    void jitterSpreadsOverTheWholeSpan()
    {
        const RetryPolicy policy(net::systemRandom());
        qint64 least = 8000;
        qint64 most = 0;
        for (int i = 0; i < 1000; ++i) {
            const auto delay = policy.delayMs(3, Urgency::Interactive, {});
            QVERIFY(delay >= 0 && delay < 8000);
            least = std::min(least, delay);
            most = std::max(most, delay);
        }
        QVERIFY(least < 1000);
        QVERIFY(most > 7000);
    }

    void whatMayFareBetterLater()
    {
        const QSet<int> worth{408, 425, 429};
        const QSet<int> hopeless{501, 505, 511};
        for (int status = 100; status < 600; ++status) {
            const bool expected =
                worth.contains(status) || (status >= 500 && !hopeless.contains(status));
            QCOMPARE(net::isWorthRepeating(answered(status)), expected);
        }
        QVERIFY(net::isWorthRepeating(failed(Kind::Offline)));
        QVERIFY(net::isWorthRepeating(failed(Kind::Unavailable)));
        for (const auto kind : {Kind::Untrusted, Kind::Usage, Kind::Protocol, Kind::TooLarge,
                                Kind::NetworkSignIn, Kind::Cancelled})
            QVERIFY(!net::isWorthRepeating(failed(kind)));
    }

    void fourFailuresAreNoBreakFiveAre_data()
    {
        QTest::addColumn<int>("status"); // 0: no answer at all
        QTest::newRow("500") << 500;
        QTest::newRow("503") << 503;
        QTest::newRow("no answer") << 0;
    }

    void fourFailuresAreNoBreakFiveAre()
    {
        QFETCH(int, status);
        const auto bad = status == 0 ? failed(Kind::Offline) : answered(status);
        HostGate gate({}, always(1));
        for (int i = 0; i < 4; ++i)
            pass(gate, i, bad);
        QVERIFY(gate.enter(4).granted);
        gate.answered(false, 4, answered(200));
        for (int i = 10; i < 15; ++i)
            pass(gate, i, bad);
        const auto refused = gate.enter(15);
        QVERIFY(!refused.granted);
        QCOMPARE(refused.askAgainMs, 14 + 30'000);
    }

    void oneProbeGoesAfterABreak()
    {
        HostGate gate({}, always(1));
        for (int i = 0; i < 5; ++i)
            pass(gate, 0, answered(500));
        QVERIFY(!gate.enter(29'999).granted);
        const auto probe = gate.enter(30'000);
        QVERIFY(probe.granted);
        QVERIFY(probe.probe);
        const auto next = gate.enter(30'000);
        QVERIFY(!next.granted);
        QCOMPARE(next.askAgainMs, HostGate::afterProbe);
        gate.answered(true, 30'100, answered(200));
        QVERIFY(gate.enter(30'100).granted);
        QVERIFY(!gate.enter(30'100).probe);
    }

    void probesThatFailDoubleTheBreak()
    {
        HostGate gate({}, always(1));
        for (int i = 0; i < 5; ++i)
            pass(gate, 0, answered(500));
        qint64 now = 30'000;
        for (const qint64 wait : {60'000, 120'000, 240'000, 300'000, 300'000, 300'000}) {
            pass(gate, now, answered(500));
            QCOMPARE(gate.enter(now).askAgainMs, now + wait);
            now += wait;
        }
    }

    void aProbeThatIsStoppedLeavesTheNextOneIn()
    {
        HostGate gate({}, always(1));
        for (int i = 0; i < 5; ++i)
            pass(gate, 0, answered(500));
        const auto probe = gate.enter(30'000);
        gate.released(probe.probe);
        QVERIFY(gate.enter(30'000).probe);
    }

    void whatIsOurOwnFaultSaysNothingAboutTheHost()
    {
        HostGate gate({}, always(1));
        for (int i = 0; i < 4; ++i)
            pass(gate, 0, answered(500));
        pass(gate, 0, failed(Kind::TooLarge));
        pass(gate, 0, answered(500));
        QVERIFY(!gate.enter(0).granted);
    }

    void aPauseHoldsForTheWholeHost()
    {
        HostGate gate({}, always(0));
        pass(gate, 1000, answered(429, 60'000));
        QCOMPARE(gate.enter(1001).askAgainMs, 61'000);
        QVERIFY(!gate.enter(60'999).granted);
        QVERIFY(gate.enter(61'000).probe);
    }

    void aPauseIsNotShortenedByOlderAnswers()
    {
        HostGate gate({}, always(0));
        const auto first = gate.enter(0);
        const auto second = gate.enter(0);
        const auto third = gate.enter(0);
        gate.answered(first.probe, 10, answered(429, 60'000));
        gate.answered(third.probe, 20, answered(429, 5'000));
        gate.answered(second.probe, 30, answered(200));
        QVERIFY(!gate.enter(60'009).granted);
        QVERIFY(gate.enter(60'010).probe);
    }

    void aPauseWithoutATimeIsHalfAMinute()
    {
        HostGate gate({}, always(0));
        pass(gate, 0, answered(429));
        QCOMPARE(gate.enter(1).askAgainMs, 30'000);
    }

    void hurryingEndsABreakAndNoPause()
    {
        HostGate gate({}, always(1));
        for (int i = 0; i < 5; ++i)
            pass(gate, 0, answered(500));
        gate.hurry();
        QVERIFY(gate.enter(1).probe);
        gate.answered(true, 1, answered(503, 60'000));
        gate.hurry();
        QCOMPARE(gate.enter(2).askAgainMs, 60'001);
    }

    void theRateIsLimited()
    {
        HostGate gate({.requestsPerSecond = 10, .burst = 5}, always(0));
        int granted = 0;
        qint64 now = 5000;
        for (; now < 15'000; ++now) {
            if (gate.enter(now).granted)
                ++granted;
        }
        QVERIFY2(granted >= 100 && granted <= 106, QByteArray::number(granted).constData());
        while (gate.enter(now).granted)
            QVERIFY(++granted < 120);
        const auto refused = gate.enter(now);
        QVERIFY(refused.askAgainMs > now && refused.askAgainMs <= now + 100);
        QVERIFY(gate.enter(refused.askAgainMs).granted);
    }
};

QTEST_APPLESS_MAIN(TestRetry)
#include "tst_retry.moc"
