// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/document/node.h"

#include <QString>

namespace portolan::formats::odcs {

//! What \a property demands of its values beyond its type, in words: "max length 20, pattern …".
QString constraintsOf(const document::Node &property);

} // namespace portolan::formats::odcs
