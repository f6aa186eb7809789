// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quality/plan.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace portolan::quality {

namespace {

//! Minute slices of nearly four years: more is a slip of the pen, and would fill the memory.
constexpr qint64 mostSlices = 2'000'000;

tl::unexpected<Error> bad(const QString &detail)
{
    return failure(Error::Kind::BadInput, detail);
}

bool isShare(double value)
{
    return value >= 0 && value <= 1; // false for NaN
}

Result<domain::Duration> durationOf(const QString &member, const QString &text)
{
    auto duration = domain::parseShorthand(text);
    if (!duration)
        return bad(member + u": "_s + duration.error().detail);
    return duration;
}

BurnWindow burnWindow(const QString &name, qint64 seconds, double share, bool isPage,
                      qint64 sliceMs)
{
    BurnWindow window{.name = name, .seconds = seconds, .share = share, .isPage = isPage};
    window.slices = std::max<qint64>(1, seconds * 1000 / sliceMs);
    window.shortSlices = std::max<qint64>(1, seconds * 1000 / 12 / sliceMs);
    return window;
}

std::array<BurnWindow, 3> burnWindowsFor(qint64 sliceMs)
{
    constexpr qint64 hour = 3600;
    constexpr qint64 day = 24 * hour;
    if (sliceMs <= hour * 1000) {
        return {burnWindow(u"PT1H"_s, hour, 0.02, true, sliceMs),
                burnWindow(u"PT6H"_s, 6 * hour, 0.05, true, sliceMs),
                burnWindow(u"P3D"_s, 3 * day, 0.1, false, sliceMs)};
    }
    return {burnWindow(u"P1D"_s, day, 0.02, true, sliceMs),
            burnWindow(u"P3D"_s, 3 * day, 0.05, true, sliceMs),
            burnWindow(u"P7D"_s, 7 * day, 0.1, false, sliceMs)};
}

//! What is measured how.
Result<void> readMeasure(const domain::Slo &slo, Plan &plan)
{
    plan.measure = slo.measure;
    plan.isOccurrences = slo.method == domain::SloMethod::Occurrences;
    if (plan.isOccurrences != (slo.measure == domain::SloMeasure::Count))
        return bad(u"method: counts, and only counts, are budgeted by occurrences"_s);
    if (!isShare(slo.target))
        return bad(u"target: it is not between 0 and 1"_s);
    if (!isShare(slo.sliceTarget))
        return bad(u"sliceTarget: it is not between 0 and 1"_s);
    plan.target = slo.target;
    plan.sliceTarget = slo.sliceTarget;
    plan.checks = slo.checks;
    if (slo.measure == domain::SloMeasure::Freshness) {
        if (!slo.thresholdSeconds || !std::isfinite(*slo.thresholdSeconds)
            || *slo.thresholdSeconds < 0) {
            return bad(u"thresholdSeconds: it is missing or no age"_s);
        }
        constexpr double millennium = 1000 * 365.25 * 86400;
        plan.thresholdMs = std::llround(1000 * std::min(*slo.thresholdSeconds, millennium));
    }
    return {};
}

//! The window, once the grid of slices is known.
Result<void> readWindow(const domain::SloWindow &window, Plan &plan)
{
    const auto duration = durationOf(u"window.duration"_s, window.duration);
    if (!duration)
        return tl::make_unexpected(duration.error());
    if (!window.rolling) {
        auto periods = CalendarPeriods::of(window, *duration);
        if (!periods)
            return tl::make_unexpected(periods.error());
        plan.calendar = *periods;
    } else if (duration->isOfMonths()) {
        return bad(u"window.duration: months, quarters and years are for calendar windows"_s);
    }
    plan.windowMs = duration->ms();
    if (plan.isOccurrences)
        return {};
    const auto slice = plan.grid.lengthMs();
    const auto least = duration->isOfMonths() ? duration->months() * 28 * 86400000 : plan.windowMs;
    if (least < slice)
        return bad(u"window.duration: it is shorter than a slice"_s);
    if (!plan.calendar && plan.windowMs % slice != 0)
        return bad(u"window.duration: it is not a whole number of slices"_s);
    if (least / slice > mostSlices)
        return bad(u"window.duration: it has more than 2,000,000 slices"_s);
    return {};
}

} // namespace

Result<Plan> Plan::of(const domain::Slo &slo)
{
    Plan plan;
    if (auto read = readMeasure(slo, plan); !read)
        return tl::make_unexpected(read.error());
    const auto zone = zoneOf(slo.window.timeZone);
    if (!zone)
        return tl::make_unexpected(zone.error());
    if (!plan.isOccurrences) {
        const auto length = durationOf(u"slice"_s, slo.slice);
        if (!length)
            return tl::make_unexpected(length.error());
        auto grid = SliceGrid::of(*length, *zone);
        if (!grid)
            return tl::make_unexpected(grid.error());
        plan.grid = *grid;
    }
    if (auto read = readWindow(slo.window, plan); !read)
        return tl::make_unexpected(read.error());
    // Of occurrences slices do not matter: they have the short windows.
    plan.burnWindows = burnWindowsFor(plan.isOccurrences ? 1 : plan.grid.lengthMs());
    return plan;
}

Window Plan::windowAt(Moment at, const Window *before) const
{
    Window window;
    if (!calendar) {
        window.lengthMs = windowMs;
        if (isOccurrences) {
            window.time = {at - windowMs, at};
            return window;
        }
        window.complete = window.last = grid.at(at);
        window.first = window.last - windowMs / grid.lengthMs();
        window.time = {grid.startOf(window.first), grid.startOf(window.last)};
        return window;
    }
    if (before && before->time.contains(at)) {
        window = *before;
    } else {
        window.time = calendar->at(at);
        window.lengthMs = window.time.end - window.time.start;
        if (!isOccurrences) {
            window.first = grid.firstFrom(window.time.start);
            window.last = grid.firstFrom(window.time.end);
            window.lengthMs = window.slices() * grid.lengthMs();
        }
    }
    if (!isOccurrences)
        window.complete = std::clamp(grid.at(at), window.first, window.last);
    return window;
}

} // namespace portolan::quality
