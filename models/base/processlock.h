// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLockFile;

namespace portolan {

//! Takes \a lock without waiting, also from one that was killed at any moment, even while it took
//! the lock of another that was killed before. False while a living process has it.
bool takeFromTheDead(QLockFile &lock);

} // namespace portolan
