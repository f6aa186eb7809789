// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/displaytext.h"

namespace portolan::items {
namespace {

bool turnsDirection(char16_t c)
{
    return c == 0x200E || c == 0x200F || c == 0x061C || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
}

QChar harmless(QChar c)
{
    const auto unit = c.unicode();
    if (unit == u'\n' || unit == u'\r' || unit == u'\t' || unit == 0x2028 || unit == 0x2029)
        return u' ';
    if (unit < 0x20 || (unit >= 0x7F && unit < 0xA0) || turnsDirection(unit))
        return QChar::ReplacementCharacter;
    return c;
}

} // namespace

QString oneLine(const QString &text, qsizetype limit)
{
    auto line = text.left(limit);
    const bool cut = line.size() < text.size();
    if (cut && !line.isEmpty() && line.back().isHighSurrogate())
        line.chop(1);
    for (auto &c : line)
        c = harmless(c);
    if (cut)
        line += u'…';
    return line;
}

} // namespace portolan::items
