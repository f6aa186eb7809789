// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/openmetadata/names.h"
#include "models/platforms/openmetadata/reading.h"

#include <QHash>
#include <QString>

namespace portolan::platforms::openmetadata {

//! How an incident of a test case stands, as people said it on the platform.
struct IncidentState
{
    QString state; //!< "New", "Ack", "Assigned", "Resolved"
    QString severity; //!< "Severity1" to "Severity5"
    QString assignee;
    QString reason; //!< of a resolved one
    qint64 at = 0; //!< milliseconds
};

//! By fully qualified name of the test case: its newest incident.
using Incidents = QHash<QString, IncidentState>;

//! What is known about the kinds of tests: dimension by name of the definition, as the server has
//! it.
using Dimensions = QHash<QString, QString>;

//! Takes one incident status in, unless a newer one of that test case is known. The name of the
//! test case, or empty where it names none.
QString takeIncident(const Json &status, Incidents &incidents);

//! Reads a test case: a check.
Thing checkOf(Reading &reading, const Dimensions &dimensions, const Incidents &incidents,
              const ListColumns &lists);

//! Reads one result of the test case with native id \a check; empty where it has no time.
std::optional<domain::CheckRun> runOf(const Json &result, const QString &check);

//! The dimension of tests that \a definition defines, where the server names none.
QString dimensionOf(const QString &definition);

} // namespace portolan::platforms::openmetadata
