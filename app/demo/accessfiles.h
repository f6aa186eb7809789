// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/resultfiles.h"
#include "app/demo/story.h"

namespace portolan::demo {

//! Writes what the people of the demo have asked for and decided, and what was granted: a request
//! and an agreement in every state, ten requests of which wait for demoPerson().
void writeAccess(const Story &story, ResultFiles &files);

//! Who the person at the demo is: "Maya Lindqvist <…>", the owner of Order events.
QString demoPerson();

} // namespace portolan::demo
