// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/slojson.h"

#include "models/base/identity.h"

#include <QJsonArray>

#include <cmath>

using namespace Qt::Literals::StringLiterals;
using portolan::quality::Figures;
using portolan::quality::Moment;
using portolan::quality::NoForecast;

namespace portolan::cli {
namespace {

QString momentText(Moment moment)
{
    return timeText(QDateTime::fromMSecsSinceEpoch(moment, Qt::UTC));
}

QJsonValue orNull(const std::optional<double> &number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

QJsonObject windowJson(const domain::Slo &slo, const Figures &figures)
{
    QJsonObject window{{u"rolling"_s, slo.window.rolling}, {u"duration"_s, slo.window.duration}};
    if (figures.windowEnd != quality::never) {
        window.insert(u"start"_s, momentText(figures.windowStart));
        window.insert(u"end"_s, momentText(figures.windowEnd));
    }
    return window;
}

QJsonValue exhaustionJson(const Figures &figures)
{
    if (!figures.exhaustion)
        return {};
    const auto orNever = [](const std::optional<Moment> &moment) {
        return moment ? QJsonValue(momentText(*moment)) : QJsonValue();
    };
    return QJsonObject{{u"at"_s, momentText(figures.exhaustion->at)},
                       {u"low"_s, orNever(figures.exhaustion->low)},
                       {u"high"_s, orNever(figures.exhaustion->high)}};
}

void insertFigures(QJsonObject &object, const Figures &figures)
{
    object.insert(u"slices"_s,
                  QJsonObject{{u"total"_s, figures.slices.total},
                              {u"good"_s, figures.slices.good},
                              {u"bad"_s, figures.slices.bad},
                              {u"unknown"_s, figures.slices.unknown}});
    object.insert(u"sli"_s, orNull(figures.sli));
    object.insert(u"sliBounds"_s,
                  figures.sliBounds
                      ? QJsonValue(QJsonArray{figures.sliBounds->first, figures.sliBounds->second})
                      : QJsonValue());
    object.insert(u"budget"_s,
                  QJsonObject{{u"total"_s, figures.budget.total},
                              {u"spent"_s, figures.budget.spent},
                              {u"remaining"_s, figures.budget.remaining},
                              {u"remainingAtWorst"_s, figures.budget.remainingAtWorst}});
    QJsonObject rates;
    for (const auto &burn : figures.burnRates)
        rates.insert(burn.window, orNull(burn.rate));
    object.insert(u"burnRate"_s, rates);
    object.insert(u"exhaustion"_s, exhaustionJson(figures));
}

//! What cannot be evaluated here has the same members, known to be none.
void insertNoFigures(QJsonObject &object)
{
    for (const auto &member :
         {u"slices"_s, u"sli"_s, u"sliBounds"_s, u"budget"_s, u"burnRate"_s, u"exhaustion"_s})
        object.insert(member, QJsonValue());
}

QString percent(double share)
{
    return QString::number(share * 100, 'f', 2) + u" %"_s;
}

QString forecastOf(const Figures &figures)
{
    switch (figures.noForecast) {
    case NoForecast::None:
        break;
    case NoForecast::NotInSight:
        return u"at the pace of the longest burn window it does not run out"_s;
    case NoForecast::NothingKnown:
        return u"the longest burn window knows nothing, so there is no forecast"_s;
    case NoForecast::Occurrences:
        return u"no forecast is made of counts"_s;
    }
    if (!figures.exhaustion)
        return u"there is no forecast"_s;
    return figures.exhaustion->at <= figures.at
        ? u"the budget is spent"_s
        : u"at the pace of the longest burn window it is spent at "_s
            + momentText(figures.exhaustion->at);
}

//! "alerts over PT1H and PT6H"
QString alertsOf(const Figures &figures)
{
    QStringList windows;
    for (const auto &burn : figures.burnRates) {
        if (burn.alerts)
            windows.append(burn.window);
    }
    return windows.join(u" and "_s);
}

} // namespace

QString whyOf(const items::ServiceLevel &level)
{
    const auto &figures = level.figures;
    if (!level.problem.isEmpty())
        return level.problem;
    if (!figures.sli)
        return u"Unknown: nothing is known in the window."_s;
    const auto &slices = figures.slices;
    const QString unit = figures.sliceSeconds > 0 ? u"slices"_s : u"rows"_s;
    const auto counted = u"%1 of %2 known %3 were good (%4, target %5)"_s.arg(slices.good)
                             .arg(slices.good + slices.bad)
                             .arg(unit, percent(*figures.sli), percent(level.row.slo.target));
    const auto left = u"%1 of the budget is left; %2."_s.arg(percent(figures.budget.remaining),
                                                             forecastOf(figures));
    switch (level.state()) {
    case domain::SloState::Missed:
        return u"Missed: %1; %2"_s.arg(counted, left);
    case domain::SloState::Burning:
        return u"Burning: %1; the burn rate alerts over %2; %3"_s.arg(counted, alertsOf(figures),
                                                                      left);
    case domain::SloState::Met:
        return u"Met: %1; %2"_s.arg(counted, left);
    case domain::SloState::Unknown:
        break;
    }
    return u"Unknown: %1 of %2 complete slices are unknown; %3."_s.arg(slices.unknown)
        .arg(slices.good + slices.bad + slices.unknown)
        .arg(counted);
}

QJsonObject sloJson(const items::ServiceLevel &level, const NativeNames &names)
{
    const auto &slo = level.row.slo;
    QJsonObject object{{u"id"_s, idText(level.row.id)},
                       {u"nativeId"_s, slo.nativeId},
                       {u"name"_s, slo.name.isEmpty() ? slo.nativeId : slo.name},
                       {u"measure"_s, measureWord(slo.measure)},
                       {u"method"_s, methodWord(slo.method)},
                       {u"target"_s, slo.target},
                       {u"state"_s, sloStateWord(level.state())},
                       {u"window"_s, windowJson(slo, level.figures)},
                       {u"source"_s, slo.source},
                       {u"why"_s, whyOf(level)}};
    insertText(object, u"asset"_s, names.of(level.row.asset));
    insertText(object, u"product"_s, names.of(level.row.product));
    insertText(object, u"dimension"_s, slo.dimension);
    if (slo.method == domain::SloMethod::TimeSlices)
        object.insert(u"slice"_s, slo.slice);
    if (slo.thresholdSeconds)
        object.insert(u"threshold"_s, *slo.thresholdSeconds);
    const auto &met = level.figures.met;
    object.insert(u"met"_s, met && level.problem.isEmpty() ? QJsonValue(*met) : QJsonValue());
    if (level.problem.isEmpty())
        insertFigures(object, level.figures);
    else
        insertNoFigures(object);
    return object;
}

} // namespace portolan::cli
