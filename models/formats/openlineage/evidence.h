// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/quality.h"
#include "models/domain/record.h"
#include "models/formats/openlineage/assertions.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace portolan::formats::openlineage {

//! What the evidence of events is called as a source.
QString evidenceSource();

//! Which word of the tool is about which canonical dimension.
const QHash<QString, QString> &dimensionTable();

//! The canonical dimension of an assertion, by the words that tools use; "other" for any else.
QString dimensionOfAssertion(const QString &assertion);

//! The check that \a assertion is, about the datasets with the native ids \a assets.
domain::Record checkOf(const Assertion &assertion, const AssertionWords &words,
                       const QStringList &assets);

//! Completes the test with this number, which names no dataset; what comes without one is left out.
using ResolveTest = std::function<Assertion(int number, const Outcome &outcome)>;

//! Makes check runs of what was told in one run, whose id is \a runId, and adds them to \a runs. An
//! outcome that is told again changes nothing, and the run has the time when it was first told;
//! where it changed, the newest counts. Of events without run each is a result of its own. \a
//! resolve says what tests are about.
void addRuns(QList<domain::CheckRun> &runs, const Assertions &assertions, const Told &told,
             const QString &runId, const ResolveTest &resolve);

} // namespace portolan::formats::openlineage
