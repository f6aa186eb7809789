// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quality/whatif.h"

#include "models/quality/figuresparts.h"

namespace portolan::quality {

Result<WhatIf> whatIf(const domain::Slo &slo, const Evidence &evidence, Moment at, double target)
{
    auto other = slo;
    other.target = target;
    auto figures = figuresOf(other, evidence, at);
    if (!figures)
        return tl::make_unexpected(figures.error());
    WhatIf answer{.target = target, .figures = *figures};
    constexpr qint64 dayMs = 86400000;
    const auto plan = Plan::of(other);
    const auto first = at - (answer.days - 1) * dayMs;
    const auto ledger = plan ? Ledger::of(*plan, evidence, first, at)
                             : Result<Ledger>(tl::make_unexpected(plan.error()));
    if (!ledger)
        return tl::make_unexpected(ledger.error());
    Window window;
    for (auto end = first; end <= at; end += dayMs) {
        window = plan->windowAt(end, &window);
        const auto met = metOf(*plan, sliOf(ledger->inWindow(window, end)));
        answer.daysMissed += met == false ? 1 : 0;
        answer.daysUnknown += met ? 0 : 1;
    }
    return answer;
}

} // namespace portolan::quality
