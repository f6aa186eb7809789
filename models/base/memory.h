// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace portolan {

//! Gives memory that was freed back to the system, after work that took much of it: the C library
//! keeps what is not at the end of its heaps. Where the system has no such thing, nothing happens.
void giveBackFreeMemory();

} // namespace portolan
