// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/search/fold.h"

#include <QChar>
#include <QString>

#include <array>

namespace portolan::store {
namespace {

enum Kind { Hard, Soft, Ignored, Lower, Upper, Digit, Ideograph };

//! What a character becomes.
struct Folded
{
    std::string bytes;
    Kind kind = Hard;
};

void appendUtf8(std::string &out, char32_t c)
{
    const auto byte = [&out](char32_t value) { out.push_back(static_cast<char>(value)); };
    if (c < 0x80) {
        byte(c);
    } else if (c < 0x800) {
        byte(0xC0 | (c >> 6));
        byte(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        byte(0xE0 | (c >> 12));
        byte(0x80 | ((c >> 6) & 0x3F));
        byte(0x80 | (c & 0x3F));
    } else {
        byte(0xF0 | (c >> 18));
        byte(0x80 | ((c >> 12) & 0x3F));
        byte(0x80 | ((c >> 6) & 0x3F));
        byte(0x80 | (c & 0x3F));
    }
}

//! Accents that a reader may leave out. Vowel signs of Indic scripts are no accents.
bool isAccent(char32_t c)
{
    struct Range
    {
        char32_t from, to;
    };

    static constexpr std::array ranges{
        Range{0x300, 0x36F},   Range{0x483, 0x489},   Range{0x591, 0x5C7},   Range{0x610, 0x61A},
        Range{0x64B, 0x65F},   Range{0x670, 0x670},   Range{0x1AB0, 0x1AFF}, Range{0x1DC0, 0x1DFF},
        Range{0x20D0, 0x20FF}, Range{0x3099, 0x309A}, Range{0xFE00, 0xFE0F}, Range{0xFE20, 0xFE2F},
    };
    for (const auto &range : ranges) {
        if (c >= range.from && c <= range.to)
            return true;
    }
    return false;
}

//! Letters that Unicode does not take apart, though people type them so.
const char *spelledOut(char32_t c)
{
    switch (c) {
    case 0xDF:
    case 0x1E9E:
        return "ss";
    case 0xC6:
    case 0xE6:
        return "ae";
    case 0x152:
    case 0x153:
        return "oe";
    case 0xD8:
    case 0xF8:
        return "o";
    case 0x141:
    case 0x142:
        return "l";
    case 0x110:
    case 0x111:
    case 0xD0:
    case 0xF0:
        return "d";
    case 0xDE:
    case 0xFE:
        return "th";
    case 0x126:
    case 0x127:
        return "h";
    case 0x131:
        return "i";
    default:
        return nullptr;
    }
}

void appendLetter(std::string &out, char32_t c, int depth)
{
    if (isAccent(c))
        return;
    if (const char *spelled = spelledOut(c)) {
        out += spelled;
        return;
    }
    const auto parts = depth < 8 ? QChar::decomposition(c) : QString();
    if (parts.isEmpty()) {
        if (QChar::isLetterOrNumber(c) || QChar::isMark(c))
            appendUtf8(out, QChar::toCaseFolded(c));
        return;
    }
    for (const auto part : parts.toUcs4())
        appendLetter(out, part, depth + 1);
}

Kind kindOf(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Letter_Uppercase:
    case QChar::Letter_Titlecase:
        return Upper;
    case QChar::Number_DecimalDigit:
    case QChar::Number_Letter:
    case QChar::Number_Other:
        return Digit;
    case QChar::Punctuation_Connector:
    case QChar::Punctuation_Dash:
        return Soft;
    case QChar::Other_Format:
        return Ignored;
    default:
        break;
    }
    if (c == U'.' || c == U'\'' || c == 0x2019)
        return Soft;
    if (isAccent(c))
        return Ignored;
    if (!QChar::isLetter(c) && !QChar::isMark(c))
        return Hard;
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
        return Ideograph;
    default:
        return Lower;
    }
}

Folded foldOne(char32_t c)
{
    Folded folded{{}, kindOf(c)};
    if (folded.kind >= Lower)
        appendLetter(folded.bytes, c, 0);
    if (folded.kind >= Lower && folded.bytes.empty())
        folded.kind = Ignored;
    return folded;
}

constexpr char32_t tableEnd = 0x600; // Latin, Greek, Cyrillic, Hebrew

const std::array<Folded, tableEnd> &table()
{
    static const auto filled = [] {
        std::array<Folded, tableEnd> all;
        for (char32_t c = 0; c < tableEnd; ++c)
            all.at(c) = foldOne(c);
        return all;
    }();
    return filled;
}

} // namespace

void FoldedText::set(QStringView text, bool origins)
{
    m_bytes.clear();
    m_words.clear();
    m_origins.clear();
    m_wantsOrigins = origins;
    m_continues = false;
    m_begin = m_lastChar = 0;
    m_last = m_beforeLast = Hard;
    for (qsizetype at = 0, next = 0; at < text.size(); at = next) {
        char32_t c = text[at].unicode();
        next = at + 1;
        if (text[at].isHighSurrogate() && next < text.size() && text[next].isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text[at], text[next]);
            ++next;
        }
        add(c, {static_cast<int>(at), static_cast<int>(next)});
    }
    closeWord(m_bytes.size());
}

void FoldedText::add(char32_t c, Origin origin)
{
    Folded rare;
    if (c >= tableEnd)
        rare = foldOne(c);
    const auto &folded = c < tableEnd ? table()[c] : rare;
    if (folded.kind == Ignored) { // an accent belongs to the letter before it
        if (m_begin < m_bytes.size()) {
            for (auto byte = m_lastChar; byte < m_origins.size(); ++byte)
                m_origins[byte].to = origin.to;
        }
        return;
    }
    if (folded.kind == Hard || folded.kind == Soft) {
        closeWord(m_bytes.size());
        if (folded.kind == Hard)
            m_continues = false;
        m_last = m_beforeLast = Hard;
        return;
    }
    boundary(folded.kind);
    m_lastChar = m_bytes.size();
    m_bytes += folded.bytes;
    if (m_wantsOrigins)
        m_origins.insert(m_origins.end(), folded.bytes.size(), origin);
    m_beforeLast = m_last;
    m_last = folded.kind;
}

//! Closes the open word where a character of \a kind begins another: orderEvents, HTTPServer, v2.
void FoldedText::boundary(int kind)
{
    if (m_begin == m_bytes.size())
        return;
    const bool camel = m_last == Lower && kind == Upper;
    const bool digits = (m_last == Digit) != (kind == Digit);
    const bool ideographs = m_last == Ideograph || kind == Ideograph;
    if (camel || digits || ideographs) {
        closeWord(m_bytes.size());
        m_beforeLast = m_last = Hard;
    } else if (m_beforeLast == Upper && m_last == Upper && kind == Lower) {
        closeWord(m_lastChar);
    }
}

void FoldedText::closeWord(std::size_t at)
{
    if (at > m_begin) {
        m_words.push_back(
            {static_cast<std::uint32_t>(m_begin), static_cast<std::uint32_t>(at), m_continues});
        m_continues = true;
    }
    m_begin = at;
}

std::string_view FoldedText::word(std::size_t index) const
{
    const auto &word = m_words[index];
    return std::string_view(m_bytes).substr(word.begin, word.end - word.begin);
}

std::string_view FoldedText::compound(std::size_t first, std::size_t &next) const
{
    next = first + 1;
    while (next < m_words.size() && m_words[next].continues)
        ++next;
    const auto begin = m_words[first].begin;
    return std::string_view(m_bytes).substr(begin, m_words[next - 1].end - begin);
}

std::string_view cut(std::string_view text, std::size_t longest)
{
    if (text.size() <= longest)
        return text;
    auto end = longest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return text.substr(0, end);
}

std::string foldedWhole(QStringView text)
{
    FoldedText folded;
    folded.set(text);
    if (!folded.whole().empty())
        return std::string(cut(folded.whole(), longestName));
    const auto raw = text.trimmed().toString().toCaseFolded().toStdString();
    return std::string(cut(raw, longestName));
}

} // namespace portolan::store
