// SPDX-License-Identifier: GPL-3.0-or-later
// Servers that cut texts after so many UTF-16 units cut characters in two, and write the half as an
// escape. It is no mistake in the JSON around it, and one text must not cost all others.
#include "models/formats/json/halfcharacters.h"

#include <algorithm>
#include <charconv>

namespace portolan::formats::json {
namespace {

constexpr std::size_t escapeSize = 6; // \ud83d

//! The unit that the escape at \a at stands for; absent where there is none of four digits.
std::optional<unsigned> unitAt(std::string_view text, std::size_t at)
{
    const auto escape = text.substr(std::min(at, text.size()), escapeSize);
    if (escape.size() < escapeSize || escape.substr(0, 2) != "\\u")
        return std::nullopt;
    unsigned unit = 0;
    const auto *end = escape.data() + escapeSize;
    const auto read = std::from_chars(escape.data() + 2, end, unit, 16);
    return read.ec == std::errc() && read.ptr == end ? std::optional(unit) : std::nullopt;
}

bool isFirstHalf(std::optional<unsigned> unit)
{
    return unit && *unit >= 0xD800U && *unit < 0xDC00U;
}

bool isSecondHalf(std::optional<unsigned> unit)
{
    return unit && *unit >= 0xDC00U && *unit < 0xE000U;
}

} // namespace

std::optional<std::string> withoutHalfCharacters(std::string_view text)
{
    std::optional<std::string> whole;
    for (auto at = text.find('\\'); at < text.size(); at = text.find('\\', at)) {
        const auto unit = unitAt(text, at);
        if (isFirstHalf(unit) && isSecondHalf(unitAt(text, at + escapeSize))) {
            at += 2 * escapeSize;
            continue;
        }
        if (isFirstHalf(unit) || isSecondHalf(unit)) {
            if (!whole)
                whole = text;
            whole->replace(at, escapeSize, "\\ufffd");
        }
        at += unit ? escapeSize : 2; // an escaped backslash begins no other escape
    }
    return whole;
}

} // namespace portolan::formats::json
