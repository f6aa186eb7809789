// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for the figures of any evidence, tried on seeded random ones.
#include "models/domain/duration.h"
#include "tests/quality/randomevidence.h"

#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::quality;
using namespace portolan::quality::test;

namespace {

constexpr int rounds = 300;

//! One random service level with evidence, and its figures.
struct Case
{
    domain::Slo slo;
    Evidence evidence;
    Moment at = never;
    Figures figures;
};

Case randomCase(QRandomGenerator &random)
{
    for (;;) {
        Case one;
        one.slo = randomSlo(random);
        one.at = randomInstant(random);
        one.evidence = randomEvidence(one.slo, one.at, (1 + random.bounded(20)) * day, random);
        if (const auto figures = figuresOf(one.slo, one.evidence, one.at)) {
            one.figures = *figures;
            return one;
        }
    }
}

//! A check with one run at the start of each slice, so that a letter is a slice; a rolling day.
Figures ofSlices(const QByteArray &letters, double target)
{
    auto series = runs(T - day, hour, letters.constData());
    series.staleAfterMs = hour;
    return *figuresOf(checkSlo("1d", "1h", target), evidenceOf(series), T);
}

QByteArray randomLetters(QRandomGenerator &random)
{
    QByteArray letters(24, ' ');
    for (auto &letter : letters)
        letter = "pfe"[random.bounded(3)];
    return letters;
}

template <typename List>
void shuffle(List &list, QRandomGenerator &random)
{
    std::shuffle(list.begin(), list.end(), random);
}

void moveBy(Evidence &evidence, qint64 ms)
{
    const auto move = [ms](Moment &moment) { moment += moment == never ? 0 : ms; };
    for (auto &series : evidence.checks) {
        for (auto &run : series.runs)
            move(run.at);
    }
    for (auto &series : evidence.freshness) {
        move(series.observedUntil);
        for (auto &look : series.looks) {
            move(look.updated);
            move(look.seen);
        }
    }
    for (auto &sample : evidence.counts)
        move(sample.at);
}

} // namespace

class TestSloProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void identitiesHold()
    {
        QRandomGenerator random(11);
        for (int round = 0; round < rounds; ++round) {
            const auto one = randomCase(random);
            const auto &slices = one.figures.slices;
            const auto complete = slices.good + slices.bad + slices.unknown;
            if (one.slo.window.rolling)
                QCOMPARE(complete, slices.total);
            else
                QVERIFY(complete <= slices.total);
            QVERIFY(one.figures.windowStart <= one.at);
            QVERIFY(one.slo.window.rolling ? one.figures.windowEnd <= one.at
                                           : one.figures.windowEnd > one.at);
            QCOMPARE(one.figures.sli.has_value(), slices.good + slices.bad > 0);
            QCOMPARE(one.figures.met.has_value(), one.figures.sli.has_value());
            QVERIFY(one.figures.budget.remainingAtWorst <= one.figures.budget.remaining);
            QVERIFY(one.figures.budget.remaining <= 1);
            if (one.figures.sli) {
                QVERIFY(one.figures.sliBounds->first <= *one.figures.sli);
                QVERIFY(one.figures.sliBounds->second >= *one.figures.sli);
            }
            if (slices.unknown == 0 && one.figures.sli)
                QCOMPARE(one.figures.sliBounds->first, one.figures.sliBounds->second);
            // A whole window is met exactly when its budget holds.
            if (one.figures.sli && complete == slices.total && slices.unknown == 0
                && one.slo.target < 1)
                QCOMPARE(*one.figures.met, one.figures.budget.remaining >= -1e-9);
        }
    }

    void forecastsAreInOrderAndWithinTheWindow()
    {
        QRandomGenerator random(12);
        int forecasts = 0;
        for (int round = 0; round < 5 * rounds; ++round) {
            const auto one = randomCase(random);
            const auto &forecast = one.figures.exhaustion;
            QCOMPARE(forecast.has_value(), one.figures.noForecast == NoForecast::None);
            if (!forecast)
                continue;
            QVERIFY(forecast->low && *forecast->low <= forecast->at);
            QVERIFY(!forecast->high || *forecast->high >= forecast->at);
            const auto &budget = one.figures.budget;
            const bool isSpent =
                budget.total > 0 ? budget.spent >= budget.total - 1e-9 : budget.spent > 0;
            QCOMPARE(isSpent, *forecast == (Exhaustion{one.at, one.at, one.at}));
            QCOMPARE(isSpent, forecast->at == one.at);
            if (!isSpent) {
                const auto length = one.figures.windowEnd - one.figures.windowStart;
                QVERIFY(forecast->at <= (one.slo.window.rolling ? one.at + length + hour
                                                                : one.figures.windowEnd + day));
                ++forecasts;
            }
        }
        QVERIFY(forecasts > 50);
    }

    void moreBadSlicesLeaveLessBudget()
    {
        QRandomGenerator random(13);
        for (int round = 0; round < rounds; ++round) {
            auto letters = randomLetters(random);
            const double target = round % 2 ? 0.9 : 1;
            auto before = ofSlices(letters, target);
            for (auto &letter : letters) {
                if (letter == 'f')
                    continue;
                letter = 'f';
                const auto after = ofSlices(letters, target);
                QCOMPARE(after.slices.bad, before.slices.bad + 1);
                QVERIFY(after.budget.remaining <= before.budget.remaining);
                QVERIFY(after.budget.remainingAtWorst <= before.budget.remainingAtWorst);
                QVERIFY(!before.sli || *after.sli <= *before.sli);
                before = after;
            }
        }
    }

    void whateverTheUnknownTurnsOutToBeIsWithinTheBounds()
    {
        QRandomGenerator random(14);
        for (int round = 0; round < rounds; ++round) {
            auto letters = randomLetters(random);
            const auto before = ofSlices(letters, 0.9);
            for (auto &letter : letters) {
                if (letter == 'e')
                    letter = "pf"[random.bounded(2)];
            }
            const auto after = ofSlices(letters, 0.9);
            QCOMPARE(after.slices.unknown, 0);
            QVERIFY(after.budget.remaining >= before.budget.remainingAtWorst);
            QVERIFY(after.budget.remaining <= before.budget.remaining);
            if (before.sliBounds) {
                QVERIFY(*after.sli >= before.sliBounds->first);
                QVERIFY(*after.sli <= before.sliBounds->second);
            }
            letters.replace('f', 'p');
            QCOMPARE(*ofSlices(letters, 0.9).sli, 1.0);
        }
    }

    void orderAndRepetitionOfEvidenceChangeNothing()
    {
        QRandomGenerator random(15);
        for (int round = 0; round < rounds; ++round) {
            const auto one = randomCase(random);
            auto other = one.evidence;
            for (auto &series : other.checks) {
                series.runs.append(QList(series.runs.mid(series.runs.size() / 3)));
                shuffle(series.runs, random);
            }
            for (auto &series : other.freshness) {
                series.looks.append(QList(series.looks.mid(series.looks.size() / 3)));
                shuffle(series.looks, random);
            }
            other.counts.append(QList(other.counts.mid(other.counts.size() / 3)));
            shuffle(other.counts, random);
            shuffle(other.checks, random);
            shuffle(other.freshness, random);
            QCOMPARE(*figuresOf(one.slo, other, one.at), one.figures);
        }
    }

    void wholeSlicesLaterEverythingIsAsItWas()
    {
        QRandomGenerator random(16);
        for (int round = 0; round < rounds; ++round) {
            auto one = randomCase(random);
            if (!one.slo.window.rolling)
                continue;
            one.slo.window.timeZone.clear();
            const auto before = *figuresOf(one.slo, one.evidence, one.at);
            const qint64 shift =
                portolan::domain::parseShorthand(one.slo.slice)->ms() * (1 + random.bounded(1000));
            moveBy(one.evidence, shift);
            auto after = *figuresOf(one.slo, one.evidence, one.at + shift);
            for (auto *moment : {&after.at, &after.windowStart, &after.windowEnd})
                *moment -= shift;
            if (after.exhaustion) {
                after.exhaustion->at -= shift;
                for (auto *limit : {&after.exhaustion->low, &after.exhaustion->high}) {
                    if (*limit)
                        **limit -= shift;
                }
            }
            QCOMPARE(after, before);
        }
    }

    void whatComesLaterChangesNoVerdictOfChecks()
    {
        QRandomGenerator random(17);
        for (int round = 0; round < rounds; ++round) {
            auto one = randomCase(random);
            if (one.slo.measure == domain::SloMeasure::Freshness)
                continue; // a later look may tell that updates were missed
            for (auto &series : one.evidence.checks)
                series.runs.append({one.at + minute, domain::RunStatus::Fail});
            one.evidence.counts.append({one.at, 0, 1000, {}});
            QCOMPARE(*figuresOf(one.slo, one.evidence, one.at), one.figures);
        }
    }

    void untoldIsNeverGood()
    {
        // Taking evidence away from one check of several can only lose what was good.
        QRandomGenerator random(18);
        for (int round = 0; round < rounds; ++round) {
            auto one = randomCase(random);
            if (one.slo.measure != domain::SloMeasure::Check)
                continue;
            one.evidence.checks.first().runs.clear();
            const auto figures = *figuresOf(one.slo, one.evidence, one.at);
            QCOMPARE(figures.slices.good, 0);
        }
    }
};

QTEST_GUILESS_MAIN(TestSloProperties)
#include "tst_sloproperties.moc"
