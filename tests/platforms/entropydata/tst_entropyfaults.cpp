// SPDX-License-Identifier: GPL-3.0-or-later
// Every fault at every request of a sync: whatever went wrong, it ends, what was there is kept or
// brought up to date, and the next sync makes local equal to remote. Then storms, where faults
// come at random from a seed. PORTOLAN_FAULT_ROUNDS sets how many storms there are, PORTOLAN_SEED
// which. Of all cases one in ten of a sweep and one in five of what follows it are tried, so that
// each fault and each request is among them. PORTOLAN_ALL_FAULTS=1 tries them all.
#include "tests/platforms/entropydata/entropybench.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using tests::EntropyBench;
using tests::EntropyShape;
using tests::Fault;

namespace {

//! One thing more, one less, one other: each time something is there to be lost.
void stir(EntropyShape &shape, int n)
{
    auto product = shape.thing(u"dataproducts"_s, u"product-0"_s);
    product.insert(u"name"_s, u"State %1"_s.arg(n));
    shape.put(u"dataproducts"_s, product);
    shape.remove(u"definitions"_s, u"more-%1"_s.arg(n - 1));
    shape.put(u"definitions"_s,
              {{u"id"_s, u"more-%1"_s.arg(n)}, {u"owner"_s, u"team-0"_s}, {u"title"_s, u"More"_s}});
    auto contract = shape.thing(u"datacontracts"_s, u"contract-1"_s);
    contract.insert(u"models"_s,
                    QJsonObject{{u"topic-%1"_s.arg(n % 3), QJsonObject{{u"type"_s, u"topic"_s}}}});
    shape.put(u"datacontracts"_s, contract);
    auto access = shape.thing(u"access"_s, u"access-1"_s);
    access.insert(u"tags"_s, QJsonArray{QString::number(n)});
    shape.put(u"access"_s, access);
}

} // namespace

class TestEntropyFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void everyFaultAtEveryRequestOfASweep() { matrix(true); }

    void everyFaultAtEveryRequestOfADelta() { matrix(false); }

    void afterAStormLocalEqualsRemote()
    {
        const auto given = qEnvironmentVariableIntValue("PORTOLAN_FAULT_ROUNDS");
        const int rounds = given > 0 ? given : 12;
        const auto seeded = qEnvironmentVariableIntValue("PORTOLAN_SEED");
        const auto seed = quint32(seeded > 0 ? seeded : 20261127);
        QRandomGenerator random(seed);
        int failed = 0;
        int syncs = 0;
        qsizetype faults = 0;
        for (int round = 0; round < rounds; ++round) {
            EntropyBench bench({.seed = random.generate(), .size = 6, .pageSize = 3});
            for (int sync = 0; sync < 6; ++sync) {
                bench.change([sync](EntropyShape &shape) { stir(shape, sync); });
                bench.server.storm(2 + int(random.bounded(14)));
                failed += bench.pull(random.bounded(4) == 0) ? 0 : 1;
                ++syncs;
                bench.server.calm();
            }
            for (const auto &seen : bench.server.seen())
                faults += seen.fault.isEmpty() ? 0 : 1;
            QVERIFY2(settles(bench),
                     qPrintable(
                         u"seed %1, storm %2: %3"_s.arg(seed).arg(round).arg(bench.difference())));
        }
        qInfo("%d storms, %d syncs, %d of them failed, %lld faults, seed %u: all converged", rounds,
              syncs, failed, static_cast<long long>(faults), seed);
        QVERIFY(faults > rounds);
        QVERIFY(failed > 0);
    }

private:
    //! Undisturbed, two pulls bring local to what is remote.
    static bool settles(EntropyBench &bench)
    {
        for (int i = 0; i < 2; ++i) {
            if (!bench.pull())
                return false;
        }
        // Service levels of what is gone stay until the end of the next whole sweep.
        return bench.difference().isEmpty() || (bench.pull(true) && bench.difference().isEmpty());
    }

    static void matrix(bool isSweep)
    {
        const bool isWhole = qEnvironmentVariableIntValue("PORTOLAN_ALL_FAULTS") == 1;
        const int oneIn = isSweep ? 10 : 5;
        EntropyBench bench({.size = 3, .pageSize = 2});
        QVERIFY(bench.pull());
        bench.change([](EntropyShape &shape) { stir(shape, 0); });
        bench.requests();
        QVERIFY(bench.pull(isSweep));
        const int requests = int(bench.requests());
        QVERIFY(requests > 3);
        int cases = 0;
        int failed = 0;
        int n = 1;
        for (const auto &fault : tests::allFaults()) {
            for (int at = 1; at <= requests; ++at, ++n) {
                if (!isWhole && n % oneIn != 0)
                    continue;
                const auto what = u"%1 at request %2: "_s.arg(tests::faultWord(fault)).arg(at);
                bench.change([cases](EntropyShape &shape) { stir(shape, cases + 1); });
                bench.server.failAt(at, fault);
                const auto pulled = bench.pull(isSweep);
                bench.server.calm();
                ++cases;
                failed += pulled ? 0 : 1;
                if (!pulled)
                    QVERIFY2(!pulled.error().detail.isEmpty(), qPrintable(what));
                // A product that is there was never taken for gone.
                QVERIFY2(bench.local.records.contains(u"dataproduct:product-2"_s),
                         qPrintable(what));
                if (fault.kind == Fault::Kind::Refuse)
                    QTest::qWait(20); // until somebody listens again
                auto next = bench.pull();
                // What one answer had too much of may still be on the connection.
                if (!next && fault.kind == Fault::Kind::TooShort)
                    next = bench.pull();
                QVERIFY2(next, qPrintable(what + (next ? QString() : next.error().detail)));
                const auto difference = bench.difference();
                QVERIFY2(difference.isEmpty(), qPrintable(what + difference));
            }
        }
        qInfo("%d cases (%lld faults at %d requests), %d syncs failed: all converged with the next",
              cases, static_cast<long long>(tests::allFaults().size()), requests, failed);
        QVERIFY(failed > requests);
    }
};

QTEST_GUILESS_MAIN(TestEntropyFaults)

#include "tst_entropyfaults.moc"
