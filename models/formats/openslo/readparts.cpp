// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/openslo/readparts.h"

#include "models/domain/duration.h"

#include <QRegularExpression>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::openslo {
namespace {

QString textAt(const Node &mapping, std::string_view key)
{
    const auto value = mapping[key];
    return value.isScalar() && !value.isNull() ? value.text() : QString();
}

QStringList textsAt(const Node &value)
{
    QStringList texts;
    if (value.isScalar() && !value.isNull() && !value.text().isEmpty())
        texts.append(value.text());
    if (value.isSequence()) {
        for (const auto item : value) {
            if (item.isScalar() && !item.isNull() && !texts.contains(item.text()))
                texts.append(item.text());
        }
    }
    return texts;
}

MetricSource sourceOf(Checker &checker, const Node &metric, const QString &path, QString &mistake)
{
    const auto source = metric["metricSource"];
    const auto field = QString(path % u".metricSource"_s);
    MetricSource result{.type = textAt(source, "type"),
                        .reference = textAt(source, "metricSourceRef"),
                        .measure = textAt(source["spec"], "measure"),
                        .asset = textAt(source["spec"], "asset"),
                        .checks = textsAt(source["spec"]["check"]),
                        .spot = checker.spotOf(source.exists() ? source : metric, field)};
    if (!source.isMapping())
        checker.refuse(result.spot, u"openslo.required"_s, u"The metricSource is missing"_s,
                       u"Say where the metric comes from"_s, mistake);
    else if (!source["spec"].isMapping())
        checker.refuse(checker.spotOf(source.has("spec") ? source["spec"] : source,
                                      fieldPath(field, u"spec"_s)),
                       u"openslo.required"_s, u"The spec of the metricSource is missing"_s,
                       u"Say what of the source is measured"_s, mistake);
    return result;
}

void readRatio(Checker &checker, const Node &ratio, const QString &path, Indicator &indicator)
{
    const auto part = [&](const char *key) -> std::optional<MetricSource> {
        if (!ratio.has(key))
            return {};
        return sourceOf(checker, ratio[key], fieldPath(path, QString::fromLatin1(key)),
                        indicator.mistake);
    };
    indicator.good = part("good");
    indicator.bad = part("bad");
    indicator.raw = part("raw");
    indicator.total = part("total");
    const auto spot = checker.spotOf(ratio, path);
    if (!ratio.has("counter") && !indicator.raw)
        checker.report(spot, Severity::Warning, u"openslo.required"_s,
                       u"The ratioMetric does not say whether it is a counter"_s,
                       u"Write counter: true or counter: false"_s);
    if (indicator.good && indicator.bad)
        checker.refuse(spot, u"openslo.indicator"_s,
                       u"The ratioMetric has both good and bad events"_s,
                       u"Remove one of good and bad"_s, indicator.mistake);
    if (indicator.raw)
        return;
    if (!indicator.good && !indicator.bad)
        checker.refuse(spot, u"openslo.indicator"_s,
                       u"The ratioMetric has neither good nor bad events"_s,
                       u"Write one of good and bad"_s, indicator.mistake);
    if (!indicator.total)
        checker.refuse(spot, u"openslo.indicator"_s, u"The ratioMetric has no total"_s,
                       u"Write what is counted in total"_s, indicator.mistake);
}

std::optional<double> percentOf(Checker &checker, const Node &item, const QString &path,
                                QString &mistake)
{
    const auto field = fieldPath(path, u"targetPercent"_s);
    const auto percent = checker.number(item["targetPercent"], field, mistake);
    if (percent && (*percent < 0 || *percent > 100)) {
        checker.refuse(checker.spotOf(item["targetPercent"], field), u"openslo.target"_s,
                       u"A targetPercent lies between 0 and 100"_s, u"Correct the target"_s,
                       mistake);
        return {};
    }
    return percent;
}

//! OpenSLO allows either target or targetPercent.
void readTarget(Checker &checker, const Node &item, const QString &path, Objective &objective)
{
    auto &mistake = objective.mistake;
    const auto field = fieldPath(path, u"target"_s);
    const auto target = checker.number(item["target"], field, mistake);
    const auto percent = percentOf(checker, item, path, mistake);
    if (target && (*target < 0 || *target > 1))
        checker.refuse(checker.spotOf(item["target"], field), u"openslo.target"_s,
                       u"A target lies between 0 and 1"_s,
                       *target > 1 && *target <= 100
                           ? u"Write it as a fraction, or as targetPercent"_s
                           : u"Correct the target"_s,
                       mistake);
    if (target && percent && std::abs(*target - *percent / 100) > 1e-9)
        checker.refuse(checker.spotOf(item["targetPercent"], fieldPath(path, u"targetPercent"_s)),
                       u"openslo.target"_s, u"target and targetPercent contradict each other"_s,
                       u"Remove one of them"_s, mistake);
    if (!item.has("target") && !item.has("targetPercent"))
        checker.refuse(checker.spotOf(item, field), u"openslo.required"_s,
                       u"The objective has no target"_s, u"Write target, for example 0.99"_s,
                       mistake);
    objective.target = target ? *target : percent.value_or(0) / 100;
}

Objective objectiveOf(Checker &checker, const Node &item, const QString &path)
{
    Objective objective{.name = textAt(item, "displayName"),
                        .isComposite = item.has("indicator") || item.has("indicatorRef"),
                        .spot = checker.spotOf(item, path)};
    auto &mistake = objective.mistake;
    if (!item.isMapping()) {
        checker.refuse(objective.spot, u"openslo.objective"_s, u"This is no objective"_s,
                       u"Write target and what else an objective has"_s, mistake);
        return objective;
    }
    readTarget(checker, item, path, objective);
    objective.op = checker.word(item["op"], fieldPath(path, u"op"_s),
                                {u"lte"_s, u"gte"_s, u"lt"_s, u"gt"_s}, mistake);
    objective.value = checker.number(item["value"], fieldPath(path, u"value"_s), mistake);
    const auto sliceField = fieldPath(path, u"timeSliceTarget"_s);
    objective.sliceTarget =
        checker.number(item["timeSliceTarget"], sliceField, mistake).value_or(1);
    if (objective.sliceTarget <= 0 || objective.sliceTarget > 1)
        checker.refuse(checker.spotOf(item["timeSliceTarget"], sliceField), u"openslo.target"_s,
                       u"A timeSliceTarget is above 0 and at most 1"_s, u"Correct the target"_s,
                       mistake);
    // The standard's schema also takes a bare number here, and says nowhere of what: not guessed.
    objective.slice =
        checker.duration(item["timeSliceWindow"], fieldPath(path, u"timeSliceWindow"_s), mistake);
    return objective;
}

void readCalendar(Checker &checker, const Node &item, domain::SloWindow &window, QString &mistake)
{
    static const QRegularExpression time(QRegularExpression::anchoredPattern(
        uR"(\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]) ([01]\d|2[0-3]):[0-5]\d:[0-5]\d)"_s));
    const auto calendar = item["calendar"];
    const auto path = u"spec.timeWindow[0].calendar"_s;
    if (!calendar.isMapping()) {
        checker.refuse(checker.spotOf(calendar.exists() ? calendar : item, path),
                       u"openslo.window"_s, u"A window that does not roll needs a calendar"_s,
                       u"Write calendar with startTime and timeZone, or isRolling: true"_s,
                       mistake);
        return;
    }
    window.start = checker.required(calendar, "startTime", path, u"The startTime"_s, mistake);
    window.timeZone = checker.required(calendar, "timeZone", path, u"The timeZone"_s, mistake);
    if (!window.start.isEmpty() && !time.match(window.start).hasMatch())
        checker.refuse(checker.spotOf(calendar["startTime"], fieldPath(path, u"startTime"_s)),
                       u"openslo.window"_s, u"The startTime cannot be read"_s,
                       u"Write it like 2026-01-31 00:00:00"_s, mistake);
}

} // namespace

Indicator indicatorOf(Checker &checker, const Node &spec, const QString &path)
{
    Indicator indicator{.spot = checker.spotOf(spec, path)};
    const auto threshold = spec["thresholdMetric"];
    const auto ratio = spec["ratioMetric"];
    if (threshold.exists())
        indicator.threshold =
            sourceOf(checker, threshold, fieldPath(path, u"thresholdMetric"_s), indicator.mistake);
    if (ratio.exists())
        readRatio(checker, ratio, fieldPath(path, u"ratioMetric"_s), indicator);
    if (threshold.exists() == ratio.exists())
        checker.refuse(indicator.spot, u"openslo.indicator"_s,
                       ratio.exists()
                           ? u"The indicator has both a thresholdMetric and a ratioMetric"_s
                           : u"The indicator has neither a thresholdMetric nor a ratioMetric"_s,
                       u"Write one of thresholdMetric and ratioMetric"_s, indicator.mistake);
    return indicator;
}

std::optional<domain::SloWindow> windowOf(Checker &checker, const Node &list, QString &mistake)
{
    if (!list.exists() || list.isNull())
        return {};
    if (!list.isSequence() || list.size() > 1) {
        checker.refuse(checker.spotOf(list, u"spec.timeWindow"_s), u"openslo.window"_s,
                       u"timeWindow must be a list of one window"_s, u"Keep one window in it"_s,
                       mistake);
        return {};
    }
    if (list.size() == 0)
        return {};
    const auto item = list.item(0);
    domain::SloWindow window;
    if (!item.has("duration"))
        checker.required(item, "duration", u"spec.timeWindow[0]"_s, u"The duration"_s, mistake);
    window.duration = checker.duration(item["duration"], u"spec.timeWindow[0].duration"_s, mistake);
    const auto rolling = item["isRolling"];
    if (rolling.exists() && !rolling.isBool())
        checker.refuse(checker.spotOf(rolling, u"spec.timeWindow[0].isRolling"_s),
                       u"openslo.window"_s, u"isRolling must be true or false"_s,
                       u"Write true or false"_s, mistake);
    // A calendar without the word is meant: nothing else would use it.
    window.rolling = rolling.exists() ? rolling.isTrue() : !item.has("calendar");
    if (!window.rolling)
        readCalendar(checker, item, window, mistake);
    return window;
}

QList<Objective> objectivesOf(Checker &checker, const Node &list, QString &mistake)
{
    QList<Objective> objectives;
    if (!list.isSequence() || list.size() == 0) {
        checker.refuse(checker.spotOf(list, u"spec.objectives"_s), u"openslo.required"_s,
                       u"The SLO has no objectives"_s, u"Write at least one objective"_s, mistake);
        return objectives;
    }
    for (const auto item : list)
        objectives.append(
            objectiveOf(checker, item, u"spec.objectives[%1]"_s.arg(objectives.size())));
    return objectives;
}

} // namespace portolan::formats::openslo
