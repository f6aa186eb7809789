// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace portolan {

//! Has large blocks go back to the system as soon as they are freed, from now on: to be called at
//! the start of a program. Else the C library keeps blocks of up to 32 MB among the small ones that
//! outlive them, and a long import of pages of some megabytes ends in a heap of holes.
void keepHeapSmall();

//! Gives memory that was freed back to the system, after work that took much of it: the C library
//! keeps what is not at the end of its heaps. Where the system has no such thing, nothing happens.
void giveBackFreeMemory();

} // namespace portolan
