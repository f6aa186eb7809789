// SPDX-License-Identifier: GPL-3.0-or-later
// What the charts of a service level show, and the tables with the same numbers.
#pragma once

#include "models/items/figuretable.h"
#include "models/items/qualityvalues.h"
#include "views/quality/timechart.h"

namespace portolan::views::quality {

//! The SLI over the period, its target, and what is unknown.
ChartContent sliContent(const items::SloStory &story);
void tabulateSli(const items::SloStory &story, items::FigureTable &table);
//! What stands behind the SLI while \a target is tried: where it would have been missed.
QList<ChartBand> triedBands(const items::SloStory &story, double target);
//! The lines across: the declared target, and the tried one where it is another.
QList<ChartLevel> targetLevels(const items::SloStory &story, double tried);

//! The budget over the window, the even pace, and how it will go on.
ChartContent budgetContent(const items::SloStory &story);
void tabulateBudget(const items::SloStory &story, items::FigureTable &table);

//! The burn rates over the period with the rates of their alerts; cut at mostBurn.
ChartContent burnContent(const items::SloStory &story);
void tabulateBurn(const items::SloStory &story, items::FigureTable &table);
inline constexpr double mostBurn = 16;

//! The measurements themselves, the bad ones crossed.
ChartContent sampleContent(const items::SloStory &story);
void tabulateSamples(const items::SloStory &story, items::FigureTable &table);

//! The budget left over the window as its chart shows it: time and fraction.
QList<QPointF> burnDown(const items::SloStory &story);

} // namespace portolan::views::quality
