// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/quality.h"
#include "models/quality/calendar.h"
#include "models/quality/slices.h"

#include <QString>
#include <QStringList>

#include <array>
#include <optional>

namespace portolan::quality {

//! One of the windows over which a burn rate is taken, and its alert.
struct BurnWindow
{
    QString name; //!< ISO 8601
    qint64 seconds = 0;
    qint64 slices = 1;
    qint64 shortSlices = 1;
    double share = 0; //!< of the budget: to spend it within the window is an alert
    bool isPage = false;
};

//! The window of an SLO at an instant: slices for time slices, time for occurrences.
struct Window
{
    Stretch time;
    qint64 lengthMs = 0; //!< nominal, of all its slices
    qint64 first = 0;
    qint64 last = 0; //!< exclusive; in a calendar window also the slices to come
    qint64 complete = 0; //!< exclusive: the slices from here to last are to come

    qint64 slices() const { return last - first; }
};

//! An SLO as the arithmetic needs it: its words read, its members proven to have a meaning.
struct Plan
{
    domain::SloMeasure measure = domain::SloMeasure::Check;
    bool isOccurrences = false;
    double target = 0.99;
    double sliceTarget = 1;
    qint64 thresholdMs = 0;
    QStringList checks;
    SliceGrid grid;
    qint64 windowMs = 0; //!< of a rolling window
    std::optional<CalendarPeriods> calendar; //!< empty: the window rolls
    std::array<BurnWindow, 3> burnWindows; //!< short, middle, long

    //! BadInput names the member of \a slo that has no meaning.
    [[nodiscard]] static Result<Plan> of(const domain::Slo &slo);

    //! Share that may be bad.
    double allowance() const { return 1 - target; }

    //! Nothing may be bad.
    bool isStrict() const { return target >= 1 - 1e-12; }

    //! The window at \a at. \a before is the one of an earlier instant, which saves asking the
    //! calendar again.
    Window windowAt(Moment at, const Window *before = nullptr) const;
};

} // namespace portolan::quality
