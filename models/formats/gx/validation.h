// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/results/resultfile.h"

#include <string_view>

namespace portolan::formats::gx {

//! Whether \a text is a validation result, a result of a checkpoint or validation operator, or the
//! description of one; recognised by what is in it. Also what was meant to be one and is no JSON.
bool looksLike(std::string_view text);

//! The checks and runs of a validation result of any version, or of all those in a checkpoint's
//! result. Each check is a record with the asset that it looks at. Never throws; any thread.
results::ToolResults read(const results::ResultFile &file);

} // namespace portolan::formats::gx
