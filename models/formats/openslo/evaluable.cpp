// SPDX-License-Identifier: GPL-3.0-or-later
// The metricSource of type "portolan":
//   thresholdMetric  spec: {measure: freshness, asset: <native id>}, objective op lte and value in
//                    seconds
//   ratioMetric      spec: {measure: check, check: <native id, or a list of them>} for good and
//                    total alike, with Timeslices
//   ratioMetric      spec: {measure: count, check: …} likewise, with Occurrences
#include "models/formats/openslo/evaluable.h"

#include "models/domain/duration.h"

#include <QRegularExpression>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::openslo {
namespace {

using domain::Finding;
using domain::Slo;
using domain::SloMeasure;
using domain::SloMethod;
using Problem = std::optional<Finding>;

Problem problemAt(Spot spot, const QString &key, const QString &message, const QString &remedy)
{
    if (!key.isEmpty())
        spot.field = spot.field.isEmpty() ? key : QString(spot.field % u'.' % key);
    return Finding{.file = spot.file,
                   .line = spot.line,
                   .column = spot.column,
                   .rule = u"openslo.measure"_s,
                   .field = spot.field,
                   .message = message,
                   .remedy = remedy};
}

Problem freshness(Slo &slo, const MetricSource &source, const Objective &objective)
{
    if (source.measure != u"freshness")
        return problemAt(source.spot, u"spec.measure"_s,
                         u"The measure of a thresholdMetric must be freshness"_s,
                         u"Write measure: freshness, or use a ratioMetric"_s);
    if (source.asset.isEmpty())
        return problemAt(source.spot, u"spec.asset"_s, u"No asset is named whose age is measured"_s,
                         u"Write the native id of the asset"_s);
    if (!objective.value || *objective.value <= 0)
        return problemAt(objective.spot, u"value"_s,
                         u"The objective has no value, the age in seconds that is still good"_s,
                         u"Write value: 86400 for a day"_s);
    if (objective.op != u"lte" && objective.op != u"lt")
        return problemAt(objective.spot, u"op"_s,
                         u"The objective has no op that a freshness can have"_s,
                         u"Write op: lte, since data are good while their age is at most the "
                         "value"_s);
    slo.measure = SloMeasure::Freshness;
    slo.asset = source.asset;
    slo.dimension = u"freshness"_s;
    slo.thresholdSeconds = objective.value;
    return {};
}

Problem ratio(Slo &slo, const Indicator &indicator)
{
    if (!indicator.good || !indicator.total)
        return problemAt(indicator.spot, u"ratioMetric"_s,
                         u"The ratioMetric must have good and total"_s,
                         u"Name the same check under good and total"_s);
    const auto &good = *indicator.good;
    const auto &total = *indicator.total;
    for (const auto *part : {&good, &total}) {
        if (part->measure != u"check" && part->measure != u"count")
            return problemAt(part->spot, u"spec.measure"_s,
                             u"The measure of a ratioMetric must be check or count"_s,
                             u"Write measure: check, or use a thresholdMetric"_s);
        if (part->checks.isEmpty())
            return problemAt(part->spot, u"spec.check"_s, u"No check is named"_s,
                             u"Write the native id of the check"_s);
    }
    if (good.measure != total.measure || good.checks != total.checks)
        return problemAt(total.spot, u"spec"_s, u"good and total do not name the same check"_s,
                         u"Write the same measure and check under both"_s);
    slo.measure = good.measure == u"count" ? SloMeasure::Count : SloMeasure::Check;
    slo.checks = good.checks;
    slo.asset = good.asset;
    return {};
}

Problem checkMethod(const Slo &slo, const Object &object)
{
    const auto wanted = slo.measure == SloMeasure::Count ? u"Occurrences"_s : u"Timeslices"_s;
    if (object.method == wanted)
        return {};
    return problemAt(object.spot, u"spec.budgetingMethod"_s,
                     u"A measure of %1 is evaluated by %2, not by %3"_s.arg(
                         domain::measureWord(slo.measure), wanted, object.method),
                     u"Write budgetingMethod: "_s % wanted);
}

//! Slices below a day divide it (slo.md, section 2), so that they begin at the same times each day.
Problem checkSlice(const Slo &slo, const Objective &objective)
{
    constexpr qint64 day = 86'400'000;
    const auto slice = domain::parseShorthand(slo.slice);
    if (slice && !slice->isOfMonths() && slice->ms() <= day && day % slice->ms() == 0)
        return {};
    return problemAt(objective.spot, u"timeSliceWindow"_s,
                     u"Slices of %1 do not divide a day"_s.arg(slo.slice),
                     u"Write 1d, or a part of a day without a rest, for example 1h"_s);
}

//! The names are those of files; a path out of their folder is none.
bool isTimeZone(const QString &name)
{
    static const QRegularExpression pattern(
        QRegularExpression::anchoredPattern(u"[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+){0,2}"_s));
    return pattern.match(name).hasMatch() && QTimeZone(name.toLatin1()).isValid();
}

Problem checkWindow(const Slo &slo, const Object &object)
{
    constexpr qint64 longest = qint64(3660) * 86'400'000;
    constexpr qint64 mostMonths = 120;
    const auto problem = [&object](const QString &message, const QString &remedy) {
        return problemAt(object.spot, u"spec.timeWindow[0]"_s, message, remedy);
    };
    const auto duration = domain::parseShorthand(slo.window.duration);
    if (!duration)
        return problem(u"The duration of the window cannot be read"_s, u"Write 28d for example"_s);
    // Months, quarters and years have no length of their own; here it only has to be bounded.
    const bool isFixed = !duration->isOfMonths();
    if (!isFixed && slo.window.rolling)
        return problem(u"A rolling window of %1 has no fixed length"_s.arg(slo.window.duration),
                       u"Write it in days or weeks, or give it a calendar"_s);
    if (isFixed ? duration->ms() > longest : duration->months() > mostMonths)
        return problem(u"A window of %1 is longer than ten years"_s.arg(slo.window.duration),
                       u"Write a shorter window"_s);
    const auto slice = domain::parseShorthand(slo.slice);
    if (slo.method == SloMethod::TimeSlices && isFixed && slice && slice->ms() > 0
        && duration->ms() % slice->ms() != 0)
        return problem(u"A window of %1 is no whole number of slices of %2"_s.arg(
                           slo.window.duration, slo.slice),
                       u"Write a longer window, or shorter slices"_s);
    if (!slo.window.timeZone.isEmpty() && !isTimeZone(slo.window.timeZone))
        return problem(u"There is no time zone \"%1\""_s.arg(slo.window.timeZone.left(60)),
                       u"Write a name like Europe/Oslo"_s);
    return {};
}

} // namespace

std::optional<Finding> makeEvaluable(Slo &slo, const Object &object, const Indicator &indicator,
                                     const Objective &objective)
{
    auto problem = indicator.threshold ? freshness(slo, *indicator.threshold, objective)
                                       : ratio(slo, indicator);
    if (!problem)
        problem = checkMethod(slo, object);
    if (!problem)
        problem = checkSlice(slo, objective);
    if (!problem)
        problem = checkWindow(slo, object);
    return problem;
}

} // namespace portolan::formats::openslo
