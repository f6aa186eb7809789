// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/json/largenumbers.h"

#include <QByteArray>

namespace portolan::formats::json {
namespace {

// Whatever is shorter fits into 64 bits.
constexpr std::size_t safeDigits = 18;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

//! A number of JSON's grammar, taken apart.
struct Number
{
    std::size_t size = 0; //!< 0: there is none
    std::size_t digits = 0; //!< before the point
    bool isWhole = true; //!< neither point nor exponent
};

//! The number that \a text begins with. What is no number in JSON ("01", "1.") is none here, too:
//! it has to stay a mistake.
Number numberAt(std::string_view text)
{
    std::size_t at = 0;
    const auto skipDigits = [&] {
        const auto from = at;
        while (at < text.size() && isDigit(text[at]))
            ++at;
        return at - from;
    };
    const auto skip = [&](char one, char other) {
        const bool is = at < text.size() && (text[at] == one || text[at] == other);
        at += is ? 1 : 0;
        return is;
    };
    Number number;
    skip('-', '-');
    const auto first = at;
    number.digits = skipDigits();
    if (number.digits == 0 || (number.digits > 1 && text[first] == '0'))
        return {};
    if (skip('.', '.')) {
        number.isWhole = false;
        if (skipDigits() == 0)
            return {};
    }
    if (skip('e', 'E')) {
        number.isWhole = false;
        skip('+', '-');
        if (skipDigits() == 0)
            return {};
    }
    number.size = at;
    return number;
}

bool fitsIn64Bits(const QByteArray &whole)
{
    bool is = false;
    if (whole.startsWith('-'))
        whole.toLongLong(&is);
    else
        whole.toULongLong(&is);
    return is;
}

//! What stands for \a number, or nothing where it can stay.
std::string_view standIn(std::string_view text, const Number &number, std::string &made)
{
    if (number.isWhole && number.digits <= safeDigits)
        return {};
    const QByteArray bytes(text.data(), qsizetype(text.size()));
    if (number.isWhole && fitsIn64Bits(bytes))
        return {};
    bool isDouble = false;
    bytes.toDouble(&isDouble);
    if (!isDouble)
        return "null";
    if (!number.isWhole)
        return {};
    made = std::string(text) + "e0";
    return made;
}

} // namespace

std::optional<std::string> withoutLargeNumbers(std::string_view text)
{
    std::string repaired;
    std::string made;
    std::size_t copied = 0;
    bool inText = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (inText && c == '\\') {
            ++at;
            continue;
        }
        inText = c == '"' ? !inText : inText;
        if (inText || (c != '-' && !isDigit(c)))
            continue;
        const auto number = numberAt(text.substr(at));
        if (number.size == 0)
            return {}; // no JSON at all
        const auto whole = text.substr(at, number.size);
        if (const auto other = standIn(whole, number, made); !other.empty()) {
            repaired += text.substr(copied, at - copied);
            repaired += other;
            copied = at + number.size;
        }
        at += number.size - 1;
    }
    if (copied == 0)
        return {};
    repaired += text.substr(copied);
    return repaired;
}

} // namespace portolan::formats::json
