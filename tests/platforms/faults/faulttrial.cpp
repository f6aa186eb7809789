// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platforms/faults/faulttrial.h"

#include <QRandomGenerator>
#include <QTest>

#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

constexpr qint64 secondMs = 1'000;
constexpr qint64 minuteMs = 60 * secondMs;
// An adapter that knows that it did not see all looks again behind this time.
constexpr qint64 doubtMs = 20 * minuteMs;
constexpr int syncsOfStorm = 6;
constexpr qsizetype mostTold = 10; // of cases that went wrong

std::unique_ptr<PullBench> benchOf(const Tried &tried, quint32 seed)
{
    auto settings = tried.settings;
    settings.seed = seed;
    return std::make_unique<PullBench>(makeShape(tried.shape, settings), tried.platform(), seed);
}

//! Whether \a record is as it was, or as it is; or, where it shows others as well, what the
//! platform says of it itself is.
bool isSo(const domain::Record &record, const MemorySink &state)
{
    const auto found = state.records.constFind(record.nativeId);
    return found != state.records.cend()
        && (*found == record || (!record.native.isEmpty() && found->native == record.native));
}

//! What \a local has that never was so, or lacks although it always was there.
QString wrongIn(const MemorySink &local, const MemorySink &before, const MemorySink &after)
{
    for (auto it = before.records.cbegin(); it != before.records.cend(); ++it) {
        if (after.records.contains(it.key()) && !local.records.contains(it.key()))
            return it.key() + u" is there and was taken for gone"_s;
    }
    for (const auto &record : local.records) {
        if (!isSo(record, before) && !isSo(record, after))
            return record.nativeId + u" is kept as it never was"_s;
    }
    return local.complaint.isEmpty() ? QString() : u"progress that cannot be: "_s + local.complaint;
}

//! All cases of a matrix, one after the other at one installation.
class Matrix
{
public:
    Matrix(const Tried &tried, bool isSweep)
        : m_tried(tried)
        , m_isSweep(isSweep)
    {
    }

    QString run()
    {
        if (const auto begun = begin(); !begun.isEmpty())
            return begun;
        const bool isWhole = qEnvironmentVariableIntValue("PORTOLAN_ALL_FAULTS") == 1;
        const auto part = qEnvironmentVariable("PORTOLAN_FAULT_PART", u"0/1"_s);
        const auto parts = part.section(u'/', 1).toInt();
        if (parts <= 0)
            return u"PORTOLAN_FAULT_PART is no part: "_s + part;
        int oneIn = isWhole ? parts : m_isSweep ? m_tried.oneOfSweeps : m_tried.oneOfDeltas;
        const int first = isWhole ? part.section(u'/', 0, 0).toInt() : 0;
        // Else it would be the same few requests with every fault.
        while (!isWhole && std::gcd(oneIn, m_requests) != 1)
            ++oneIn;
        int n = 0;
        QStringList complaints;
        const int requests = m_requests;
        for (const auto &fault : allFaults()) {
            for (int at = 1; at <= requests && complaints.size() < mostTold; ++at) {
                if (++n % oneIn != first)
                    continue;
                const auto wrong = tryOne(fault, at);
                // A whole matrix takes an hour.
                if (isWhole && m_cases % 100 == 0)
                    qInfo("%d cases, %d complaints", m_cases, int(complaints.size()));
                if (wrong.isEmpty())
                    continue;
                complaints.append(u"%1 at request %2 of %3: %4"_s.arg(faultWord(fault))
                                      .arg(at)
                                      .arg(requests)
                                      .arg(wrong));
                // What is wrong now would be wrong in all cases behind it.
                if (const auto begun = begin(); !begun.isEmpty())
                    complaints.append(begun);
            }
        }
        qInfo("%d of %d cases (%lld faults at %d requests of a %s): %d pulls failed, %d were not "
              "made good, %d were when the adapter looked again",
              m_cases, n, static_cast<long long>(allFaults().size()), requests,
              m_isSweep ? "sweep" : "delta", m_failed, int(complaints.size()), m_late);
        if (!complaints.isEmpty())
            return complaints.join(u'\n');
        return m_failed > 0 ? QString() : u"no fault had an effect"_s;
    }

private:
    //! A new installation that was pulled from once, and a calm pull.
    QString begin()
    {
        m_bench = benchOf(m_tried, m_tried.settings.seed);
        if (const auto pulled = m_bench->pull(); !pulled)
            return u"the first pull failed: "_s + pulled.error().detail;
        return measure();
    }

    //! Soon, so that a sweep that is due after a time hides nothing.
    void stir()
    {
        m_bench->pass(m_isSweep ? secondMs : m_tried.awayMs);
        m_bench->change([this](Shape &shape) {
            m_tried.stir(shape, m_stirred);
            if (m_isSweep && m_tried.stirUntold)
                m_tried.stirUntold(shape, m_stirred);
        });
        ++m_stirred;
    }

    //! How many requests there are where nothing goes wrong.
    QString measure()
    {
        stir();
        m_bench->requests();
        if (const auto pulled = m_bench->pull(m_isSweep); !pulled)
            return u"a calm pull failed: "_s + pulled.error().detail;
        m_requests = int(m_bench->requests());
        if (m_bench->local.told.isEmpty())
            return u"nobody was told how far it is"_s;
        auto now = m_bench->seenByAnother();
        if (!now)
            return now.error().detail;
        m_before = std::move(*now);
        const auto difference = differenceOf(m_bench->local, m_before);
        return difference.isEmpty() ? QString() : u"without a fault: "_s + difference;
    }

    QString tryOne(const Fault &fault, int at)
    {
        stir();
        auto after = m_bench->seenByAnother();
        if (!after)
            return u"a calm pull failed: "_s + after.error().detail;
        m_bench->server.failAt(at, fault);
        const auto pulled = m_bench->pull(m_isSweep);
        m_bench->server.calm();
        ++m_cases;
        m_failed += pulled ? 0 : 1;
        if (!pulled && pulled.error().detail.isEmpty())
            return u"it failed without a word"_s;
        if (const auto wrong = wrongIn(m_bench->local, m_before, *after); !wrong.isEmpty())
            return wrong;
        m_before = std::move(*after);
        return settle(fault, m_isSweep && m_tried.stirUntold && !pulled);
    }

    //! Pulls undisturbed until local is what is remote.
    QString settle(const Fault &fault, bool full)
    {
        m_bench->pass(secondMs);
        auto next = m_bench->pull(full);
        // What one answer had too much of may still be on the connection.
        if (!next && fault.kind == Fault::Kind::TooShort)
            next = m_bench->pull(full);
        if (!next)
            return u"the next pull failed: "_s + next.error().detail;
        if (differenceOf(m_bench->local, m_before).isEmpty())
            return {};
        const auto difference = differenceOf(m_bench->local, m_before);
        ++m_late;
        m_bench->pass(doubtMs);
        if (next = m_bench->pull(); !next)
            return u"the pull after that failed: "_s + next.error().detail;
        if (!differenceOf(m_bench->local, m_before).isEmpty())
            return difference;
        return {};
    }

    const Tried &m_tried;
    bool m_isSweep;
    std::unique_ptr<PullBench> m_bench;
    MemorySink m_before; //!< what there was before the changes of this case
    int m_requests = 0;
    int m_stirred = 0;
    int m_cases = 0;
    int m_failed = 0;
    int m_late = 0;
};

QString settleAfterStorm(PullBench &bench, bool isAccessForgotten)
{
    QString difference;
    for (const auto ms : {secondMs, secondMs, doubtMs, 24 * 60 * minuteMs}) {
        bench.pass(ms);
        if (const auto pulled = bench.pull(); !pulled)
            return u"a calm pull failed: "_s + pulled.error().detail;
        auto other = bench.seenByAnother();
        if (!other)
            return u"a calm pull failed: "_s + other.error().detail;
        if (isAccessForgotten)
            other->book = bench.local.book; // somebody who came later cannot know as much
        difference = differenceOf(bench.local, *other);
        if (difference.isEmpty())
            return {};
    }
    return difference;
}

} // namespace

int numberIn(const char *variable, int otherwise)
{
    const auto given = qEnvironmentVariableIntValue(variable);
    return given > 0 ? given : otherwise;
}

QString complaintOfFaults(const Tried &tried, bool isSweep)
{
    return Matrix(tried, isSweep).run();
}

QString complaintOfStorms(const Tried &tried)
{
    const int rounds = numberIn("PORTOLAN_FAULT_ROUNDS", 12);
    const auto seed = quint32(numberIn("PORTOLAN_SEED", 20261127));
    QRandomGenerator random(seed);
    int failed = 0;
    int forgotten = 0;
    qsizetype faults = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto bench = benchOf(tried, random.generate() % 1000);
        bool isForgotten = false;
        for (int sync = 0; sync < syncsOfStorm; ++sync) {
            const bool isForgetful = tried.forget && random.bounded(5) == 0;
            forgotten += isForgetful ? 1 : 0;
            isForgotten = isForgotten || isForgetful;
            bench->pass(minuteMs * (1 + qint64(random.bounded(30)))
                        + (isForgetful ? tried.forgetMs : 0));
            bench->change([&](Shape &shape) {
                tried.stir(shape, sync);
                if (tried.stirUntold)
                    tried.stirUntold(shape, sync);
                if (isForgetful)
                    tried.forget(shape);
            });
            bench->server.storm(2 + int(random.bounded(14)));
            if (random.bounded(4) == 0)
                bench->restart();
            failed += bench->pull(random.bounded(4) == 0) ? 0 : 1;
            bench->server.calm();
        }
        for (const auto &seen : bench->server.seen())
            faults += seen.fault.isEmpty() ? 0 : 1;
        if (const auto wrong = settleAfterStorm(*bench, tried.forgetsAccess && isForgotten);
            !wrong.isEmpty())
            return u"seed %1, storm %2: %3"_s.arg(seed).arg(round).arg(wrong);
        if (!bench->local.complaint.isEmpty())
            return u"progress that cannot be: "_s + bench->local.complaint;
    }
    qInfo("%d storms, %d syncs, %d of them failed, %lld faults, %d times the feed was gone, "
          "seed %u: all converged",
          rounds, rounds * syncsOfStorm, failed, static_cast<long long>(faults), forgotten, seed);
    return faults > rounds && failed > 0 ? QString() : u"there was no storm"_s;
}

} // namespace portolan::tests
