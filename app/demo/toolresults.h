// SPDX-License-Identifier: GPL-3.0-or-later
// One function for each tool: it writes what the tool would have written on a day of the story.
#pragma once

#include "app/demo/resultfiles.h"
#include "app/demo/story.h"

namespace portolan::demo {

//! For how many days the runs of jobs that run often are told: a little more than the 28 days over
//! which an SLO looks.
inline constexpr int eventDays = 30;

//! run_results.json and sources.json of dbt, in a folder of the day: dbt itself overwrites them.
void writeDbt(const Story &story, int day, ResultFiles &files);
//! The validations of Great Expectations, in the folders of its store.
void writeExpectations(const Story &story, int day, ResultFiles &files);
//! The scan of Soda.
void writeSoda(const Story &story, int day, ResultFiles &files);
//! What datacontract-cli finds when it tests the contracts.
void writeContractTests(const Story &story, int day, ResultFiles &files);
//! The OpenLineage events of the runs that write the tables of contracts, a file for the day.
void writeEvents(const Story &story, int day, ResultFiles &files);

} // namespace portolan::demo
