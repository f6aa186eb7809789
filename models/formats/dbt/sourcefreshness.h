// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"
#include "models/domain/quality.h"
#include "models/formats/results/resultfile.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace portolan::formats::dbt {

//! What one "dbt source freshness" found (sources.json): runs of the checks "freshness:<unique_id>"
//! and how new each source's data were.
struct SourceFreshness
{
    QString invocation; //!< invocation_id, which is the runId of all runs
    QDateTime lookedAt; //!< UTC, the newest look, else when the file was written
    QStringList checks; //!< native ids of all checks that the file names
    domain::Evidence evidence;
    QList<domain::Finding> findings;
};

//! Reads sources.json of any version. Never throws; any thread.
SourceFreshness readSourceFreshness(const results::ResultFile &file);

//! Runs of status Unknown for those of \a declared (native ids of the freshness checks that the
//! manifest declares) that \a newest does not name: dbt leaves out a source whose query failed, and
//! its last state must not stand for it.
QList<domain::CheckRun> unnamedIn(const SourceFreshness &newest, const QStringList &declared);

} // namespace portolan::formats::dbt
