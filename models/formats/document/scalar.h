// SPDX-License-Identifier: GPL-3.0-or-later
// What a plain scalar means by the core schema of YAML 1.2 (section 10.3.2). Version 1.1's "no",
// dates, "1_000" and sexagesimals are text here.
#pragma once

#include <string_view>

namespace portolan::formats::document {

bool isNullWord(std::string_view text); //!< empty, ~, null, Null, NULL
bool isTrueWord(std::string_view text);
bool isFalseWord(std::string_view text);
bool isCoreInteger(std::string_view text);
bool isCoreFloat(std::string_view text); //!< what is written as one; integers are not
bool isJsonNumber(std::string_view text); //!< RFC 8259, section 6

} // namespace portolan::formats::document
