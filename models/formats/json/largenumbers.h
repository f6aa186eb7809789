// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace portolan::formats::json {

//! \a text with its numbers as simdjson can hold them: integers that fit into no 64 bits as
//! doubles, and what no double can hold as null. Empty where \a text has none of these.
std::optional<std::string> withoutLargeNumbers(std::string_view text);

} // namespace portolan::formats::json
