// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of service levels as a person reads them: words, numbers in the person's locale, and the
// sentences that explain them.
#pragma once

#include "models/items/qualityvalues.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace portolan::items {

//! "Missed", "Burning", "Unknown" or "Met".
QString stateText(domain::SloState state);
//! The state that \a word of a filter or facet means; empty when it means none.
std::optional<domain::SloState> stateFromWord(const QString &word);
//! The figure below the state of \a entity: "99.97 %" where it is met, "39 % left" of the budget
//! where it is not, "budget spent", "no evidence"; empty when \a entity has no state.
QString stateFigure(const domain::Entity &entity);
//! Both: "Burning, 39 % left"; empty when \a entity has no state.
QString standingLine(const domain::Entity &entity);
//! "Failed", "Passed", …: how a run of a check ended.
QString runText(domain::RunStatus status);
//! "Completeness" for "completeness"; a word that is not ours as it is.
QString dimensionText(const QString &dimension);
//! "completeness": in the middle of a sentence or behind a name.
QString dimensionWord(const QString &dimension);
//! What \a slo measures: its dimension, "Availability", else its own name.
QString measureTitle(const domain::Slo &slo);
//! The same in the middle of a sentence or behind a name.
QString measurePhrase(const domain::Slo &slo);
//! "complete": as the head of a narrow column.
QString dimensionShort(const QString &dimension);
//! "Orders › Returns", or "No domain".
QString domainText(const QStringList &domain);

//! "99.39 %" for 0.9939.
QString percentText(double fraction, int digits);
//! "99.5 %" and "99.95 %": as many digits as a target needs, at least one.
QString targetText(double target);
//! "8.3×"; "–" when nothing is known.
QString rateText(const std::optional<double> &rate);
//! "6 h 43 min": the two largest units.
QString spanText(double seconds);
//! "3 d", "1 h": a burn window on a chart.
QString windowText(const quality::BurnRate &rate);
//! "3 days", "1 hour": a burn window in a sentence.
QString windowWords(const quality::BurnRate &rate);
//! "28 days" for the OpenSLO shorthand "28d"; what is none as it is.
QString shorthandText(const QString &duration);
//! How long \a slices of \a figures last; empty for occurrences.
QString sliceSpanText(const quality::Figures &figures, double slices);

//! "22 Sep, 14:00": a moment in a table or on a chart, in the person's time zone.
QString timeText(qint64 ms);
//! "26 Oct": a day in the person's locale without the year.
QString dayText(const QDate &day);
//! "2 hours ago", "5 days ago", else the date.
QString agoText(const QDateTime &then, const QDateTime &now);

//! When the budget ends, in words: "on Saturday, 11:35", "in 9 days", "in 11 days, or never", "not
//! in sight", "spent", or why nobody can tell.
QString runsOutText(const ServiceLevel &level);
//! The same exactly, for a tool tip; empty when there is no forecast.
QString runsOutExactly(const ServiceLevel &level);

//! The sentence behind the state at the head of an SLO's page.
QString standingText(const ServiceLevel &level);
//! Why it burns, or why it does not, one sentence each.
QStringList reasonsOf(const SloStory &story);

//! What a steward should do first.
struct FirstThing
{
    domain::SloState state = domain::SloState::Met;
    QString text;
    QUuid asset; //!< where it began; null when no root is known
    QUuid level; //!< the service level that hurts most; null when there is none
};

FirstThing firstThing(const QualityBoard &board);

//! "1 missed · 4 burning · 22 unknown · 137 met".
QString countsText(const QList<ServiceLevel> &levels);

} // namespace portolan::items
