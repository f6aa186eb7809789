// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/access/yamlwriter.h"

#include "models/base/hiddencharacters.h"

#include <QSet>
#include <QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::access {
namespace {

constexpr qsizetype step = 2;
constexpr char32_t replacement = 0xFFFD;

QList<char32_t> charactersOf(const QString &text)
{
    QList<char32_t> characters;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const auto unit = text.at(at);
        if (!unit.isSurrogate()) {
            characters.append(unit.unicode());
        } else if (unit.isHighSurrogate() && at + 1 < text.size()
                   && text.at(at + 1).isLowSurrogate()) {
            characters.append(QChar::surrogateToUcs4(unit, text.at(at + 1)));
            ++at;
        } else {
            characters.append(replacement);
        }
    }
    return characters;
}

//! Whether a reader of the file would not see the character, or might not take it.
bool needsEscape(char32_t one)
{
    if (one > 0xFFFF)
        return (one & 0xFFFEU) == 0xFFFEU || one >= 0xE0000;
    const auto unit = static_cast<char16_t>(one);
    return isControlCharacter(unit) || isHiddenCharacter(unit) || unit == 0x2028 || unit == 0x2029
        || unit == 0x00AD || unit >= 0xFFFE || (unit >= 0xFDD0 && unit <= 0xFDEF);
}

bool isLetter(QChar one)
{
    return (one >= u'a' && one <= u'z') || (one >= u'A' && one <= u'Z');
}

//! Plain text: ASCII words with single blanks between them, the first of which begins with a
//! letter, so that no reader takes it for anything else.
bool canBePlain(const QString &text)
{
    // The words of YAML 1.1 and 1.2 for null, flags and numbers that begin with a letter.
    static const QSet<QString> taken{u"y"_s,    u"n"_s,     u"yes"_s,  u"no"_s,  u"on"_s, u"off"_s,
                                     u"true"_s, u"false"_s, u"null"_s, u"nan"_s, u"inf"_s};
    static const QString marks = u"_./@+-()"_s;
    if (text.isEmpty() || !isLetter(text.front()) || text.back() == u' ')
        return false;
    for (qsizetype at = 1; at < text.size(); ++at) {
        const auto one = text.at(at);
        const auto isFirst = text.at(at - 1) == u' ';
        const auto isWord = isLetter(one) || (one >= u'0' && one <= u'9')
            || (marks.contains(one) && !(isFirst && one == u'-'));
        if (!isWord && (one != u' ' || isFirst))
            return false;
    }
    // Ids are quoted, all of them: most begin with a digit.
    return !taken.contains(text.toLower()) && QUuid(text).isNull();
}

//! Whether a literal block holds exactly \a text: nothing to escape, no blank at an end of a line,
//! no line end before the first or behind the last line, no indentation of the first.
bool canBeBlock(const QString &text)
{
    const auto lines = text.split(u'\n');
    if (lines.size() < 2 || lines.first().isEmpty() || lines.last().isEmpty()
        || lines.first().startsWith(u' '))
        return false;
    return std::all_of(lines.begin(), lines.end(), [](const QString &line) {
        const auto characters = charactersOf(line);
        return (line.isEmpty() || !line.back().isSpace())
            && std::none_of(characters.begin(), characters.end(), needsEscape);
    });
}

void appendEscape(QByteArray &bytes, char32_t one)
{
    if (one == '\n')
        bytes += "\\n";
    else if (one == '\t')
        bytes += "\\t";
    else if (one <= 0xFF)
        bytes += "\\x" + QByteArray::number(uint(one), 16).rightJustified(2, '0');
    else if (one <= 0xFFFF)
        bytes += "\\u" + QByteArray::number(uint(one), 16).rightJustified(4, '0');
    else
        bytes += "\\U" + QByteArray::number(uint(one), 16).rightJustified(8, '0');
}

QByteArray quoted(const QString &text)
{
    QByteArray bytes = "\"";
    for (const auto one : charactersOf(text)) {
        if (one == '"' || one == '\\')
            bytes += '\\';
        if (needsEscape(one))
            appendEscape(bytes, one);
        else
            bytes += QString::fromUcs4(&one, 1).toUtf8();
    }
    return bytes + '"';
}

QByteArray inlineText(const QString &text)
{
    return canBePlain(text) ? text.toUtf8() : quoted(text);
}

} // namespace

void YamlWriter::startLine()
{
    m_bytes += QByteArray(m_dash ? m_indent - step : m_indent, ' ');
    if (m_dash)
        m_bytes += "- ";
    m_dash = false;
}

void YamlWriter::key(std::string_view key)
{
    startLine();
    m_bytes.append(key.data(), static_cast<qsizetype>(key.size()));
    m_bytes += ':';
}

void YamlWriter::member(std::string_view name, const QString &text)
{
    key(name);
    if (!canBeBlock(text)) {
        m_bytes += ' ' + inlineText(text) + '\n';
        return;
    }
    m_bytes += " |-\n";
    for (const auto &line : text.split(u'\n')) {
        if (!line.isEmpty())
            m_bytes += QByteArray(m_indent + step, ' ') + line.toUtf8();
        m_bytes += '\n';
    }
}

void YamlWriter::optional(std::string_view key, const QString &text)
{
    if (!text.isEmpty())
        member(key, text);
}

void YamlWriter::texts(std::string_view name, const QStringList &list)
{
    if (list.isEmpty())
        return;
    key(name);
    m_bytes += '\n';
    for (const auto &text : list)
        m_bytes += QByteArray(m_indent + step, ' ') + "- " + inlineText(text) + '\n';
}

void YamlWriter::begin(std::string_view name)
{
    key(name);
    m_bytes += '\n';
    m_indent += step;
}

void YamlWriter::beginList(std::string_view name)
{
    begin(name);
}

void YamlWriter::beginItem()
{
    m_indent += step;
    m_dash = true;
}

void YamlWriter::end()
{
    m_indent -= step;
    m_dash = false;
}

} // namespace portolan::formats::access
