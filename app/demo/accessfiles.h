// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/resultfiles.h"
#include "app/demo/story.h"

namespace portolan::demo {

//! Writes what the people of the demo have asked for and decided, what was granted, and what became
//! of it where the data lies: a request, an agreement and a grant in every state. Ten of the
//! requests wait for demoPerson().
void writeAccess(const Story &story, ResultFiles &files);

//! Who the person at the demo is: "Maya Lindqvist <…>", the owner of Order events.
QString demoPerson();

} // namespace portolan::demo
