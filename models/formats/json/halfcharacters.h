// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace portolan::formats::json {

//! \a text with U+FFFD for each half of a character that is written without its other half
//! (\\ud83d and no \\udc00 behind it). Empty where \a text has none of these.
std::optional<std::string> withoutHalfCharacters(std::string_view text);

} // namespace portolan::formats::json
