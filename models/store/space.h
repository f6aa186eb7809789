// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/store/profile.h"

namespace portolan::store {

//! What is free where the profile lies, on the fuller of its disks.
qint64 freeMegabytes(const Profile &profile);

//! Whether a sync may begin or go on: a DiskFull error with one sentence below 250 MB (ruling 34).
//! The user's own work is still stored then, out of its reserve.
[[nodiscard]] Result<void> roomToSync(const Profile &profile);

} // namespace portolan::store
