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

//! A file of a megabyte that is given up on a full disk, so that the user's own work has room.
QString reserveFile(const Profile &profile);
//! Gives it up where not even a lock can be written; false where there is more room, or none to
//! give.
bool spendReserve(const Profile &profile);

//! \a error of a full disk as a person reads it: where there is no room, and what to do.
Error fullDiskError(const Profile &profile, const Error &error);

//! Whether files can be made where the profile lies: a Store error with one sentence where not.
[[nodiscard]] Result<void> mayBeWritten(const Profile &profile);

} // namespace portolan::store
