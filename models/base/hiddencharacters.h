// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace portolan {

//! Whether \a unit turns the direction of writing or takes no room: two names that differ in such
//! characters alone look the same, or show as what they are not (security.md, T27).
constexpr bool isHiddenCharacter(char16_t unit)
{
    return unit == 0x061C || unit == 0xFEFF || (unit >= 0x200B && unit <= 0x200F)
        || (unit >= 0x202A && unit <= 0x202E) || (unit >= 0x2060 && unit <= 0x2069);
}

//! Whether \a unit controls a terminal or a printer; line ends and tabs count as such, too.
constexpr bool isControlCharacter(char16_t unit)
{
    return unit < 0x20 || (unit >= 0x7F && unit < 0xA0);
}

} // namespace portolan
