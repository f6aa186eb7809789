// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace portolan {

//! Lets the calling thread give way to every other one that wants the processor, from now on: for
//! work that nobody waits for (ruling 35). Where the system has no such thing, nothing happens.
void giveWay();

} // namespace portolan
