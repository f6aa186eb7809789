// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/odcs/duration.h"

#include "models/domain/duration.h"

namespace portolan::formats::odcs {

std::optional<double> secondsOf(const QString &value, const QString &unit)
{
    // Nothing that is promised takes longer; and the arithmetic of times stays in its bounds.
    constexpr double longest = 1000 * 365 * 86'400.;
    const auto seconds = domain::secondsOfTerm(value, unit);
    return seconds && *seconds > 0 && *seconds <= longest ? std::optional(*seconds) : std::nullopt;
}

} // namespace portolan::formats::odcs
