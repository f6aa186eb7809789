// SPDX-License-Identifier: GPL-3.0-or-later
// Every figure against a second computation in another language, made from the definitions alone.
#include "tests/quality/randomevidence.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::quality;

namespace {

struct Case
{
    domain::Slo slo;
    Evidence evidence;
    Moment at = never;
};

QJsonValue orNull(Moment moment)
{
    return moment == never ? QJsonValue() : QJsonValue(moment);
}

QJsonObject written(const Case &one)
{
    QJsonArray checks;
    for (const auto &series : one.evidence.checks) {
        QJsonArray runs;
        for (const auto &run : series.runs)
            runs.append(QJsonArray{run.at, domain::statusWord(run.status)});
        checks.append(
            QJsonObject{{u"runs"_s, runs},
                        {u"staleAfter"_s,
                         series.staleAfterMs ? QJsonValue(*series.staleAfterMs) : QJsonValue()}});
    }
    QJsonArray freshness;
    for (const auto &series : one.evidence.freshness) {
        QJsonArray looks;
        for (const auto &look : series.looks)
            looks.append(QJsonArray{orNull(look.updated), look.seen});
        freshness.append(QJsonObject{{u"looks"_s, looks},
                                     {u"sampled"_s, series.sampled},
                                     {u"observedUntil"_s, orNull(series.observedUntil)}});
    }
    QJsonArray counts;
    for (const auto &sample : one.evidence.counts)
        counts.append(QJsonArray{sample.at, sample.good, sample.total, sample.check});
    const auto &slo = one.slo;
    return {{u"measure"_s, domain::measureWord(slo.measure)},
            {u"target"_s, QString::number(slo.target)},
            {u"sliceTarget"_s, QString::number(slo.sliceTarget)},
            {u"slice"_s, slo.slice},
            {u"threshold"_s, QString::number(slo.thresholdSeconds.value_or(0), 'f', 3)},
            {u"window"_s,
             QJsonObject{{u"duration"_s, slo.window.duration},
                         {u"rolling"_s, slo.window.rolling},
                         {u"start"_s, slo.window.start},
                         {u"timeZone"_s, slo.window.timeZone}}},
            {u"checks"_s, checks},
            {u"freshness"_s, freshness},
            {u"counts"_s, counts},
            {u"at"_s, one.at}};
}

//! Ours in the shape of theirs.
QJsonObject figures(const Figures &ours)
{
    const auto number = [](const auto &value) { return value ? QJsonValue(*value) : QJsonValue(); };
    QJsonArray burn;
    for (const auto &rate : ours.burnRates) {
        burn.append(QJsonObject{{u"rate"_s, number(rate.rate)},
                                {u"short"_s, number(rate.shortRate)},
                                {u"alertAt"_s, rate.alertAt},
                                {u"alerts"_s, rate.alerts}});
    }
    QJsonValue exhaustion;
    if (ours.exhaustion) {
        exhaustion = QJsonArray{ours.exhaustion->at, number(ours.exhaustion->low),
                                number(ours.exhaustion->high)};
    }
    QJsonValue bounds;
    if (ours.sliBounds)
        bounds = QJsonArray{ours.sliBounds->first, ours.sliBounds->second};
    return {{u"windowStart"_s, ours.windowStart},
            {u"windowEnd"_s, ours.windowEnd},
            {u"total"_s, ours.slices.total},
            {u"good"_s, ours.slices.good},
            {u"bad"_s, ours.slices.bad},
            {u"unknown"_s, ours.slices.unknown},
            {u"sli"_s, number(ours.sli)},
            {u"bounds"_s, bounds},
            {u"budget"_s, ours.budget.total},
            {u"spent"_s, ours.budget.spent},
            {u"remaining"_s, ours.budget.remaining},
            {u"remainingAtWorst"_s, ours.budget.remainingAtWorst},
            {u"burn"_s, burn},
            {u"exhaustion"_s, exhaustion},
            {u"met"_s, ours.met ? QJsonValue(*ours.met) : QJsonValue()},
            {u"state"_s, domain::sloStateWord(ours.state)}};
}

//! The first place where the two differ; empty when they are equal to 1e-9.
QString difference(const QJsonValue &ours, const QJsonValue &theirs, const QString &path)
{
    if (ours.type() != theirs.type())
        return path + u": one is there and one is not"_s;
    if (ours.isDouble()) {
        const double a = ours.toDouble();
        const double b = theirs.toDouble();
        if (std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(b)))
            return {};
        return u"%1: %2, not %3"_s.arg(path).arg(a, 0, 'g', 17).arg(b, 0, 'g', 17);
    }
    if (ours.isArray() && ours.toArray().size() == theirs.toArray().size()) {
        for (qsizetype i = 0; i < ours.toArray().size(); ++i) {
            const auto found = difference(ours.toArray().at(i), theirs.toArray().at(i),
                                          path + u'/' + QString::number(i));
            if (!found.isEmpty())
                return found;
        }
        return {};
    }
    if (ours.isObject()) {
        const auto object = ours.toObject();
        if (object.size() != theirs.toObject().size())
            return path + u": not as many members"_s;
        for (auto it = object.begin(); it != object.end(); ++it) {
            const auto found =
                difference(it.value(), theirs.toObject().value(it.key()), path + u'/' + it.key());
            if (!found.isEmpty())
                return found;
        }
        return {};
    }
    return ours == theirs ? QString() : path + u": not the same"_s;
}

QList<Case> randomCases(int count)
{
    const auto seed = qEnvironmentVariableIntValue("PORTOLAN_SLO_SEED");
    QRandomGenerator random(seed > 0 ? quint32(seed) : 20260329);
    QList<Case> cases;
    while (cases.size() < count) {
        Case one;
        one.slo = test::randomSlo(random);
        one.at = test::randomInstant(random);
        const qint64 back = (1 + qint64(random.bounded(20))) * test::day;
        one.evidence = test::randomEvidence(one.slo, one.at, back, random);
        if (figuresOf(one.slo, one.evidence, one.at))
            cases.append(one);
    }
    return cases;
}

} // namespace

class TestSloReference : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void everyFigureEqualsThatOfTheSlowComputation()
    {
        const auto python = QStandardPaths::findExecutable(u"python3"_s);
        if (python.isEmpty())
            QSKIP("python3 is not installed, so there is nothing to compare with");
        const auto cases = randomCases(qEnvironmentVariableIntValue("PORTOLAN_SLO_CASES") > 0
                                           ? qEnvironmentVariableIntValue("PORTOLAN_SLO_CASES")
                                           : 300);
        QJsonArray asked;
        for (const auto &one : cases)
            asked.append(written(one));
        QProcess process;
        process.start(python, {u"" SLO_REFERENCE ""_s});
        process.write(QJsonDocument(asked).toJson(QJsonDocument::Compact));
        process.closeWriteChannel();
        QVERIFY2(process.waitForFinished(280'000), "the reference did not end");
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        const auto answers = QJsonDocument::fromJson(process.readAllStandardOutput()).array();
        QCOMPARE(answers.size(), cases.size());
        int differences = 0;
        QHash<QString, int> states;
        int forecasts = 0; // that are not "now"
        for (qsizetype i = 0; i < cases.size(); ++i) {
            const auto &one = cases.at(i);
            const auto ours = figures(*figuresOf(one.slo, one.evidence, one.at));
            ++states[ours.value(u"state"_s).toString()];
            forecasts += ours.value(u"exhaustion"_s).isArray()
                    && ours.value(u"exhaustion"_s).toArray().first() != one.at
                ? 1
                : 0;
            const auto found = difference(ours, answers.at(i), QString());
            if (!found.isEmpty() && ++differences <= 5)
                qWarning().noquote()
                    << "case" << i << found << Qt::endl
                    << QJsonDocument(asked.at(i).toObject()).toJson(QJsonDocument::Compact);
        }
        qInfo() << cases.size() << "cases:" << states << "forecasts:" << forecasts;
        QCOMPARE(differences, 0);
        // Cases that are all alike would prove little.
        QVERIFY(states.size() == 4);
        QVERIFY(forecasts > cases.size() / 30);
    }
};

QTEST_GUILESS_MAIN(TestSloReference)
#include "tst_sloreference.moc"
