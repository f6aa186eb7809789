// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/document/scalar.h"

#include <algorithm>

namespace portolan::formats::document {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isOctalDigit(char c)
{
    return c >= '0' && c <= '7';
}

//! Takes digits off the front of \a text and says how many there were.
std::size_t takeDigits(std::string_view &text)
{
    const auto count = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), isDigit)
                                                - text.begin());
    text.remove_prefix(count);
    return count;
}

bool takeOneOf(std::string_view &text, std::string_view characters)
{
    if (text.empty() || characters.find(text.front()) == std::string_view::npos)
        return false;
    text.remove_prefix(1);
    return true;
}

//! An exponent, or nothing at all.
bool isExponentOrNothing(std::string_view text)
{
    if (text.empty())
        return true;
    if (!takeOneOf(text, "eE"))
        return false;
    takeOneOf(text, "+-");
    return takeDigits(text) > 0 && text.empty();
}

} // namespace

bool isNullWord(std::string_view text)
{
    return text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
}

bool isTrueWord(std::string_view text)
{
    return text == "true" || text == "True" || text == "TRUE";
}

bool isFalseWord(std::string_view text)
{
    return text == "false" || text == "False" || text == "FALSE";
}

bool isCoreInteger(std::string_view text)
{
    if (text.size() > 2 && text.substr(0, 2) == "0o")
        return std::all_of(text.begin() + 2, text.end(), isOctalDigit);
    if (text.size() > 2 && text.substr(0, 2) == "0x")
        return std::all_of(text.begin() + 2, text.end(), isHexDigit);
    takeOneOf(text, "+-");
    return takeDigits(text) > 0 && text.empty();
}

bool isCoreFloat(std::string_view text)
{
    if (text == ".nan" || text == ".NaN" || text == ".NAN")
        return true;
    takeOneOf(text, "+-");
    if (text == ".inf" || text == ".Inf" || text == ".INF")
        return true;
    const auto whole = takeDigits(text);
    const auto point = takeOneOf(text, ".");
    const auto fraction = point ? takeDigits(text) : 0;
    if (whole == 0 && fraction == 0)
        return false;
    return (point || !text.empty()) && isExponentOrNothing(text);
}

bool isJsonNumber(std::string_view text)
{
    takeOneOf(text, "-");
    const auto zero = !text.empty() && text.front() == '0';
    const auto whole = takeDigits(text);
    if (whole == 0 || (zero && whole > 1))
        return false;
    if (takeOneOf(text, ".") && takeDigits(text) == 0)
        return false;
    return isExponentOrNothing(text);
}

} // namespace portolan::formats::document
