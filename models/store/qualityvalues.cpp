// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/qualityvalues.h"

namespace portolan::store {

RunCounts &RunCounts::operator+=(const RunCounts &other)
{
    pass += other.pass;
    warn += other.warn;
    fail += other.fail;
    error += other.error;
    skipped += other.skipped;
    unknown += other.unknown;
    return *this;
}

void RunCounts::add(domain::RunStatus status)
{
    switch (status) {
    case domain::RunStatus::Pass:
        ++pass;
        break;
    case domain::RunStatus::Warn:
        ++warn;
        break;
    case domain::RunStatus::Fail:
        ++fail;
        break;
    case domain::RunStatus::Error:
        ++error;
        break;
    case domain::RunStatus::Skipped:
        ++skipped;
        break;
    case domain::RunStatus::Unknown:
        ++unknown;
        break;
    }
}

} // namespace portolan::store
