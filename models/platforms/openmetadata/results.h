// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/openmetadata/pullcontext.h"

namespace portolan::platforms::openmetadata {

//! The results of test cases, by native id with the time of the newest one: of the last
//! year, or since they were read before. What is more than one page holds is handed over on the
//! way.
[[nodiscard]] Result<QList<domain::CheckRun>> readHistory(PullContext &context,
                                                          const QHash<QString, qint64> &checks);

//! The results of all test cases that came since they were read before. Empty as well where the
//! server cannot search for them; that is said.
[[nodiscard]] Result<QList<domain::CheckRun>> readNewResults(PullContext &context);

//! What was said of incidents.
struct IncidentNews
{
    QStringList checks; //!< names of their test cases
    qint64 until = 0; //!< all until then is known; 0: not all could be read
    bool mayPass = false; //!< what could not be read may be had later
};

//! Takes in how incidents stand that changed since \a since; 0: all of them.
[[nodiscard]] Result<IncidentNews> readIncidents(PullContext &context, qint64 since);

} // namespace portolan::platforms::openmetadata
