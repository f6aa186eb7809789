// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/quality/figures.h"

namespace portolan::quality {

//! How an SLO would stand with another target.
struct WhatIf
{
    double target = 0;
    Figures figures;
    int days = 90; //!< looked at: each at its end, 24 h apart, the last one at figures.at
    int daysMissed = 0; //!< at whose end the SLI was under the target
    int daysUnknown = 0; //!< at whose end there was no SLI

    bool operator==(const WhatIf &) const = default;
};

//! \a slo with \a target, at \a at and over the 90 days before it.
[[nodiscard]] Result<WhatIf> whatIf(const domain::Slo &slo, const Evidence &evidence, Moment at,
                                    double target);

} // namespace portolan::quality
