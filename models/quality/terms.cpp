// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quality/terms.h"

#include "models/domain/duration.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::quality {

namespace {

//! A share: "2", "2 %" or "2%" with the unit percent, or a fraction of 1 without a unit.
std::optional<double> shareOf(const Term &term)
{
    auto digits = term.value.trimmed();
    auto unit = term.unit.trimmed().toLower();
    if (digits.endsWith(u'%')) {
        digits.chop(1);
        unit = u"%"_s;
    }
    bool isNumber = false;
    auto share = digits.trimmed().toDouble(&isNumber);
    if (unit == u"%" || unit == u"percent")
        share /= 100;
    else if (!unit.isEmpty())
        return {};
    return isNumber && share >= 0 && share <= 1 ? std::optional(share) : std::nullopt;
}

//! The longest time from the opening of an incident to \a event; one that did not happen yet took
//! at least until \a at. An incident that is over without it tells nothing.
std::optional<double> longest(const TermEvidence &evidence,
                              std::optional<Moment> IncidentTimes::*event, Moment at)
{
    std::optional<double> worst;
    for (const auto &incident : evidence.incidents) {
        const auto happened = incident.*event;
        if (!isMoment(incident.opened) || incident.opened > at
            || (!happened && incident.resolved)) {
            continue;
        }
        const auto end = std::clamp(happened.value_or(at), incident.opened, at);
        worst = std::max(worst.value_or(0), double(end - incident.opened) / 1000);
    }
    return worst;
}

TermJudgement judged(std::optional<double> promised, std::optional<double> observed)
{
    TermJudgement judgement{.promised = promised, .observed = observed};
    if (!promised)
        judgement.verdict = TermVerdict::NotUnderstood;
    else if (observed)
        judgement.verdict = *observed <= *promised ? TermVerdict::Kept : TermVerdict::Broken;
    return judgement;
}

} // namespace

TermJudgement judge(const Term &term, const TermEvidence &evidence, Moment at)
{
    const auto property = term.property.trimmed().toLower();
    if (property == u"errorrate") {
        std::optional<double> observed;
        if (evidence.badRows && evidence.allRows.value_or(0) > 0)
            observed = double(*evidence.badRows) / double(*evidence.allRows);
        return judged(shareOf(term), observed);
    }
    std::optional<double> observed;
    if (property == u"retention") {
        if (evidence.oldestRow && isMoment(*evidence.oldestRow))
            observed = std::max(0.0, double(at - *evidence.oldestRow) / 1000);
    } else if (property == u"timetodetect") {
        observed = longest(evidence, &IncidentTimes::detected, at);
    } else if (property == u"timetonotify") {
        observed = longest(evidence, &IncidentTimes::notified, at);
    } else if (property == u"timetorepair") {
        observed = longest(evidence, &IncidentTimes::resolved, at);
    } else {
        return {};
    }
    const auto promised = domain::secondsOfTerm(term.value, term.unit);
    return judged(promised ? std::optional(*promised) : std::nullopt, observed);
}

} // namespace portolan::quality
