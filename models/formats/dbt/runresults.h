// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"
#include "models/domain/quality.h"
#include "models/formats/results/resultfile.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace portolan::formats::dbt {

//! What one invocation of dbt says about its tests (run_results.json). A run's check is the
//! unique_id of the test, its time that at which the test was done: the newest run of a check is
//! the one that holds, whatever selection its invocation had.
struct RunResults
{
    QString invocation; //!< invocation_id, which is the runId of all runs
    QString command; //!< args.which: "build", "test", …; empty where the file does not say so
    QDateTime generatedAt; //!< UTC
    QList<domain::CheckRun> runs;
    QList<domain::Finding> findings;
};

//! Reads run results of any version. "dbt docs generate" and "dbt compile" write this file as well,
//! and call everything a success: only what a command says that runs things is evidence, and of
//! that only test statuses of tests. Unit tests are no checks. Never throws; any thread.
RunResults readRunResults(const results::ResultFile &file);

} // namespace portolan::formats::dbt
