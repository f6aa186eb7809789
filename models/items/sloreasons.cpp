// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences about service levels.
#include "models/items/displaytext.h"
#include "models/items/slotext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

class Quality
{
    Q_DECLARE_TR_FUNCTIONS(Quality)
};

using domain::SloState;

constexpr qint64 secondsPerDay = 86'400;

QDateTime localOf(quality::Moment at)
{
    return QDateTime::fromMSecsSinceEpoch(at);
}

//! "Saturday 28 Nov, 11:35".
QString weekdayText(quality::Moment at)
{
    return QLocale().dayName(localOf(at).date().dayOfWeek()) + u' ' + timeText(at);
}

QString forecastText(const quality::Figures &figures, const quality::Exhaustion &end)
{
    if (end.at <= figures.at)
        return Quality::tr("spent");
    const auto seconds = (end.at - figures.at) / 1000;
    const auto days = seconds / secondsPerDay;
    QString when;
    if (days < 1)
        when = Quality::tr("in %1").arg(spanText(double(seconds)));
    else if (days < 7)
        when = Quality::tr("on %1, %2")
                   .arg(QLocale().dayName(localOf(end.at).date().dayOfWeek()),
                        timeText(end.at).section(u", "_s, -1));
    else if (days < 21)
        when = Quality::tr("in %n day(s)", nullptr, int(days));
    else
        when = Quality::tr("in %n week(s)", nullptr, int(std::round(double(days) / 7)));
    return end.high ? when : Quality::tr("%1, or never").arg(when);
}

//! The burn window that alerts, the longest first; null when none does.
const quality::BurnRate *alertOf(const quality::Figures &figures)
{
    for (auto rate = figures.burnRates.crbegin(); rate != figures.burnRates.crend(); ++rate) {
        if (rate->alerts)
            return &*rate;
    }
    return nullptr;
}

QString spellsText(const SloStory &story)
{
    if (story.level.figures.burnRates.isEmpty() || story.level.figures.sliceSeconds == 0)
        return {};
    const auto &longest = story.level.figures.burnRates.last();
    const auto from = story.level.figures.at - longest.seconds * 1000;
    int spells = 0;
    qint64 bad = 0;
    qint64 shortest = std::numeric_limits<qint64>::max();
    qint64 most = 0;
    for (const auto &span : story.spans) {
        if (span.state != SliceSpan::State::Bad || span.to <= from)
            continue;
        const auto length = (span.to - std::max(span.from, from)) / 1000;
        ++spells;
        bad += length;
        shortest = std::min(shortest, length);
        most = std::max(most, length);
    }
    if (spells == 0)
        return Quality::tr("No slice was bad in the last %1.").arg(windowWords(longest));
    const auto lengths = shortest == most
        ? spanText(double(most))
        : Quality::tr("%1 to %2").arg(spanText(double(shortest)), spanText(double(most)));
    const auto total = longest.seconds / story.level.figures.sliceSeconds;
    return Quality::tr("%1 of the last %2 slices were bad, in %n spell(s) of %3.", nullptr, spells)
        .arg(QLocale().toString(bad / story.level.figures.sliceSeconds), QLocale().toString(total),
             lengths);
}

QString alertText(const quality::BurnRate &rate)
{
    const auto kind = rate.isPage ? Quality::tr("page") : Quality::tr("ticket");
    const auto limit = Quality::tr("%1×").arg(QLocale().toString(rate.alertAt, 'f', 2));
    if (rate.alerts)
        return Quality::tr("The alert over %1 holds (%2): %3 is at least %4.")
            .arg(windowWords(rate), kind, rateText(rate.rate), limit);
    if (!rate.rate)
        return Quality::tr("Over %1 nothing is known.").arg(windowWords(rate));
    if (*rate.rate >= rate.alertAt)
        return Quality::tr("No alert over %1: it has calmed down lately.").arg(windowWords(rate));
    return Quality::tr("No alert over %1: %2 is below %3.")
        .arg(windowWords(rate), rateText(rate.rate), limit);
}

} // namespace

QString runsOutText(const ServiceLevel &level)
{
    if (!level.problem.isEmpty())
        return oneLine(level.problem);
    const auto &figures = level.figures;
    if (!figures.sli)
        return Quality::tr("no evidence");
    if (figures.exhaustion)
        return forecastText(figures, *figures.exhaustion);
    switch (figures.noForecast) {
    case quality::NoForecast::NothingKnown:
        return Quality::tr("nothing known of late");
    case quality::NoForecast::Occurrences:
        return figures.budget.remaining <= 0 ? Quality::tr("spent")
                                             : Quality::tr("no forecast for counts");
    case quality::NoForecast::None:
    case quality::NoForecast::NotInSight:
        break;
    }
    return Quality::tr("not in sight");
}

QString runsOutExactly(const ServiceLevel &level)
{
    const auto &end = level.figures.exhaustion;
    if (!end || !level.problem.isEmpty() || end->at <= level.figures.at)
        return {};
    const auto at = weekdayText(end->at);
    if (end->low && end->high)
        return Quality::tr("%1 (between %2 and %3)")
            .arg(at, weekdayText(*end->low), weekdayText(*end->high));
    return end->low ? Quality::tr("%1 (not before %2)").arg(at, weekdayText(*end->low)) : at;
}

QString standingText(const ServiceLevel &level)
{
    const auto &figures = level.figures;
    if (!level.problem.isEmpty())
        return Quality::tr("Unknown: %1").arg(oneLine(level.problem));
    const auto longest =
        figures.burnRates.isEmpty() ? QString() : windowWords(figures.burnRates.last());
    QString text;
    const auto exact = runsOutExactly(level);
    switch (level.state()) {
    case SloState::Missed:
        text = Quality::tr("the SLI is %1 and the target %2.")
                   .arg(figures.sli ? percentText(*figures.sli, 2) : Quality::tr("unknown"),
                        targetText(level.row.slo.target));
        break;
    case SloState::Burning:
        text = exact.isEmpty()
            ? Quality::tr("the budget is not gone within the window at the pace of the last %1.")
                  .arg(longest)
            : Quality::tr("at the pace of the last %1 the budget is gone on %2.")
                  .arg(longest, exact);
        break;
    case SloState::Met:
        text = exact.isEmpty()
            ? Quality::tr("the end of the budget is not in sight.")
            : Quality::tr("at the pace of the last %1 the budget lasts until %2.")
                  .arg(longest, exact);
        break;
    case SloState::Unknown:
        text = figures.sli ? Quality::tr("more than half of the window is unknown.")
                           : Quality::tr("there is no evidence in the window.");
        break;
    }
    if (level.dependents > 0)
        text += u' ' + Quality::tr("%n thing(s) depend on it.", nullptr, level.dependents);
    return text;
}

QStringList reasonsOf(const SloStory &story)
{
    const auto &figures = story.level.figures;
    if (!figures.sli)
        return {runsOutText(story.level)};
    QStringList reasons;
    if (const auto spells = spellsText(story); !spells.isEmpty())
        reasons.append(spells);
    if (const auto *alert = alertOf(figures)) {
        reasons.append(alertText(*alert));
        if (alert != &figures.burnRates.first())
            reasons.append(alertText(figures.burnRates.first()));
    } else if (!figures.burnRates.isEmpty()) {
        reasons.append(alertText(figures.burnRates.last()));
    }
    if (figures.slices.unknown > 0) {
        const auto span = sliceSpanText(figures, double(figures.slices.unknown));
        reasons.append(
            span.isEmpty()
                ? Quality::tr("Some of it is unknown.")
                : Quality::tr("%1 of the window are unknown: neither good nor bad.").arg(span));
    }
    return reasons;
}

FirstThing firstThing(const QualityBoard &board)
{
    FirstThing first;
    const auto *worst = board.levels.isEmpty() ? nullptr : &board.levels.first();
    for (const auto &level : board.levels) {
        // Of a spent budget nothing is lost any more; one that will be gone can be saved.
        if (level.state() == SloState::Burning && level.figures.exhaustion) {
            worst = &level;
            break;
        }
    }
    const auto root = std::find_if(board.roots.begin(), board.roots.end(),
                                   [](const FailureRoot &one) { return !one.isUnknown; });
    if (root != board.roots.end()) {
        // Of those that burn, one that this root sets on fire: then both sentences are one story.
        const auto hit =
            std::find_if(board.levels.begin(), board.levels.end(), [&](const ServiceLevel &level) {
                return level.state() == SloState::Burning && level.figures.exhaustion
                    && (root->hit.contains(level.row.id) || root->hit.contains(level.row.asset)
                        || root->hit.contains(level.row.product));
            });
        if (hit != board.levels.end())
            worst = &*hit;
    }
    if (worst != nullptr) {
        first.level = worst->row.id;
        first.state = worst->state();
    }
    QStringList parts;
    if (root != board.roots.end()) {
        first.asset = root->asset;
        first.state = SloState::Missed;
        parts.append(Quality::tr("%1 of %2 fails since %3 and puts %n thing(s) at risk.", nullptr,
                                 root->affected)
                         .arg(dimensionText(root->dimension), oneLine(root->name, 60),
                              timeText(root->since.toMSecsSinceEpoch())));
    }
    if (worst != nullptr && worst->state() == SloState::Burning)
        parts.append(Quality::tr("%1 of %2 loses its budget %3.")
                         .arg(measureTitle(worst->row.slo), oneLine(worst->title(), 60),
                              runsOutText(*worst)));
    else if (worst != nullptr && worst->state() == SloState::Missed)
        parts.append(Quality::tr("%1 of %2 misses its target.")
                         .arg(measureTitle(worst->row.slo), oneLine(worst->title(), 60)));
    else if (worst != nullptr && worst->state() == SloState::Unknown && parts.isEmpty())
        parts.append(
            Quality::tr("find out why nothing is known of %1.").arg(oneLine(worst->title(), 60)));
    first.text = parts.isEmpty() ? Quality::tr("nothing hurts. All service levels are met.")
                                 : parts.join(u' ');
    return first;
}

} // namespace portolan::items
