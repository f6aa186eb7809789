// SPDX-License-Identifier: GPL-3.0-or-later
// Who waits for an answer is woken by the answer, or by who no longer wants it, and by nothing
// else: each time it wakes it asks whether it is to stop, so that asking counts how often it woke.
#include "models/base/mapped.h"
#include "models/platforms/answerwait.h"

#include <QFutureInterface>
#include <QPromise>
#include <QTest>
#include <QtConcurrent>

#include <atomic>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using Outcome = Result<net::HttpResponse>;

namespace {

//! A wait in a thread of its own, and an answer that comes when the test says so.
struct Bench
{
    explicit Bench(bool hasSignal = true)
    {
        promise.start();
        platforms::Cancellation cancellation{.isCancelled =
                                                 [this] {
                                                     ++asked;
                                                     return isCancelled.load();
                                                 },
                                             .stop = {}};
        if (hasSignal)
            cancellation.stop = [this] { return stop.get_token(); };
        waiting = QtConcurrent::run([cancellation, answer = promise.future()] {
            return platforms::waitFor(answer, cancellation);
        });
    }

    Outcome outcome()
    {
        waiting.waitForFinished();
        return waiting.result();
    }

    void answer(int status)
    {
        promise.addResult(net::HttpResponse{.status = status});
        promise.finish();
    }

    QPromise<Outcome> promise;
    std::atomic<int> asked = 0;
    std::atomic<bool> isCancelled = false;
    std::stop_source stop;
    QFuture<Outcome> waiting;
};

//! The steps of finishing an answer, one by one.
struct Finishing : QFutureInterface<Outcome>
{
    using QFutureInterfaceBase::runContinuation;
};

} // namespace

class TestAnswerWait : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void anAnswerWakesOnce()
    {
        for (int i = 0; i < 50; ++i) {
            Bench bench;
            QTRY_COMPARE(bench.asked.load(), 1); // it is about to wait, or waits
            bench.answer(200);
            const auto outcome = bench.outcome();
            QVERIFY(outcome);
            QCOMPARE(outcome->status, 200);
            QCOMPARE(bench.asked.load(), 1);
        }
    }

    void stoppingWakesOnce()
    {
        Bench bench;
        QTRY_COMPARE(bench.asked.load(), 1);
        bench.isCancelled = true;
        bench.stop.request_stop();
        QCOMPARE(bench.outcome().error().kind, Error::Kind::Cancelled);
        QCOMPARE(bench.asked.load(), 2);
        QVERIFY(bench.promise.isCanceled());
        bench.promise.finish();
    }

    void whatIsThereIsNotWaitedFor()
    {
        QPromise<Outcome> promise;
        promise.start();
        promise.addResult(net::HttpResponse{.status = 204});
        promise.finish();
        int asked = 0;
        const platforms::Cancellation cancellation{.isCancelled = [&asked] { return ++asked > 0; },
                                                   .stop = {}};
        QCOMPARE(platforms::waitFor(promise.future(), cancellation)->status, 204);
        QCOMPARE(asked, 0);
    }

    //! Answers are asked for ahead: a wait may begin while one is finished in another thread,
    //! behind its being finished and before what hangs on it is run.
    void aWaitMayBeginWhileTheAnswerIsFinished()
    {
        Finishing finishing;
        finishing.reportStarted();
        finishing.reportResult(net::HttpResponse{.status = 200});
        finishing.QFutureInterfaceBase::reportFinished();
        QCOMPARE(platforms::waitFor(finishing.future(), {})->status, 200);
        finishing.runContinuation();
        QCOMPARE(platforms::waitFor(finishing.future(), {})->status, 200);
    }

    //! The same for what is made of an answer: once, whatever Qt does with continuations.
    void whatIsMadeOfAnAnswerIsMadeOnce()
    {
        Finishing finishing;
        finishing.reportStarted();
        finishing.reportResult(net::HttpResponse{.status = 200});
        finishing.QFutureInterfaceBase::reportFinished();
        std::atomic<int> made = 0;
        const auto status = [&made](const Outcome &outcome) {
            ++made;
            return outcome->status;
        };
        auto known = mapped(finishing.future(), status);
        finishing.runContinuation();
        QCOMPARE(known.result(), 200);
        QCOMPARE(made.load(), 1);
        for (int i = 0; i < 200; ++i) {
            QPromise<Outcome> promise;
            promise.start();
            auto later = QtConcurrent::run([&promise] {
                promise.addResult(net::HttpResponse{.status = 204});
                promise.finish();
            });
            auto mappedNow = mapped(promise.future(), status);
            later.waitForFinished();
            mappedNow.waitForFinished();
            QCOMPARE(mappedNow.result(), 204);
        }
        QCOMPARE(made.load(), 201);
    }

    void whatIsCancelledIsMadeToNothing()
    {
        QPromise<Outcome> promise;
        promise.start();
        auto made = mapped(promise.future(), [](const Outcome &) { return 1; });
        promise.future().cancel();
        promise.finish();
        made.waitForFinished();
        QVERIFY(made.isCanceled());
        QCOMPARE(made.resultCount(), 0);
    }

    void withoutASignalItIsAskedFor()
    {
        Bench bench(false);
        QTRY_VERIFY(bench.asked > 0);
        bench.isCancelled = true;
        QCOMPARE(bench.outcome().error().kind, Error::Kind::Cancelled);
        bench.promise.finish();
    }

    void withoutACancellationTheAnswerAloneEndsIt()
    {
        QPromise<Outcome> promise;
        promise.start();
        auto waiting = QtConcurrent::run(
            [answer = promise.future()] { return platforms::waitFor(answer, {}); });
        promise.addResult(failure(Error::Kind::Offline, u"no route"_s));
        promise.finish();
        waiting.waitForFinished();
        QCOMPARE(waiting.result().error().kind, Error::Kind::Offline);
    }

    void whatSomebodyElseCancelledIsCancelled()
    {
        Bench bench;
        QTRY_COMPARE(bench.asked.load(), 1);
        bench.promise.future().cancel();
        bench.promise.finish();
        QCOMPARE(bench.outcome().error().kind, Error::Kind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestAnswerWait)
#include "tst_answerwait.moc"
