// SPDX-License-Identifier: GPL-3.0-or-later
// Strict JSON (RFC 8259) with the place of each value, which findings need and which neither Qt's
// nor simdjson's reader keeps. One pass by recursive descent; the depth limit bounds the recursion.
#include "models/formats/document/encoding.h"
#include "models/formats/document/read.h"
#include "models/formats/document/scalar.h"
#include "models/formats/document/treebuilder.h"

#include <algorithm>
#include <string>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::document {
namespace {

void appendUtf8(std::string &text, unsigned code)
{
    const auto put = [&text](unsigned byte) { text += static_cast<char>(byte); };
    if (code < 0x80U) {
        put(code);
    } else if (code < 0x800U) {
        put(0xC0U | (code >> 6U));
        put(0x80U | (code & 0x3FU));
    } else if (code < 0x10000U) {
        put(0xE0U | (code >> 12U));
        put(0x80U | ((code >> 6U) & 0x3FU));
        put(0x80U | (code & 0x3FU));
    } else {
        put(0xF0U | (code >> 18U));
        put(0x80U | ((code >> 12U) & 0x3FU));
        put(0x80U | ((code >> 6U) & 0x3FU));
        put(0x80U | (code & 0x3FU));
    }
}

class Reader
{
public:
    Reader(std::string_view text, TreeBuilder &builder)
        : m_text(text)
        , m_builder(builder)
    {
    }

    void readAll()
    {
        skipBlanks();
        if (m_at == m_text.size()) {
            m_builder.fail({.line = 1, .column = 1}, u"document.empty"_s,
                           u"The file holds nothing"_s, u"Remove it, or fill it"_s);
            return;
        }
        if (!readValue())
            return;
        skipBlanks();
        if (m_at < m_text.size())
            expected(u"the end of the file"_s);
    }

private:
    Place here() const
    {
        return {.line = m_line, .column = static_cast<int>(m_at - m_lineStart) + 1};
    }

    bool expected(const QString &what)
    {
        m_builder.fail(here(), u"document.syntax"_s,
                       u"This is not JSON: expected %1 here"_s.arg(what),
                       u"Correct the line, or the one before it"_s);
        return false;
    }

    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    void skipBlanks()
    {
        for (; m_at < m_text.size(); ++m_at) {
            const auto c = m_text[m_at];
            if (c == '\n') {
                ++m_line;
                m_lineStart = m_at + 1;
            } else if (c != ' ' && c != '\t' && c != '\r') {
                return;
            }
        }
    }

    bool readValue()
    {
        switch (peek()) {
        case '{':
            return m_builder.isTooDeep() ? leaveOut() : readMembers();
        case '[':
            return m_builder.isTooDeep() ? leaveOut() : readItems();
        case '"':
            return readString();
        default:
            return readWord();
        }
    }

    bool readMembers()
    {
        if (!m_builder.begin(Node::Kind::Mapping, here()))
            return false;
        ++m_at;
        skipBlanks();
        for (auto first = true; peek() != '}'; first = false) {
            if (!first && !take(',', u"a comma or a closing brace"_s))
                return false;
            if (peek() != '"')
                return expected(u"a key in double quotes"_s);
            if (!readString())
                return false;
            skipBlanks();
            if (!take(':', u"a colon"_s) || !readValue())
                return false;
            skipBlanks();
        }
        ++m_at;
        return m_builder.end();
    }

    bool readItems()
    {
        if (!m_builder.begin(Node::Kind::Sequence, here()))
            return false;
        ++m_at;
        skipBlanks();
        for (auto first = true; peek() != ']'; first = false) {
            if (!first && !take(',', u"a comma or a closing bracket"_s))
                return false;
            if (!readValue())
                return false;
            skipBlanks();
        }
        ++m_at;
        return m_builder.end();
    }

    //! Goes behind the object or array that begins here, and says that it was left out. It is not
    //! checked beyond its brackets and quotes: nothing of it is used, and no recursion bounds it.
    bool leaveOut()
    {
        const auto place = here();
        qsizetype open = 0;
        do {
            m_at = std::min(m_text.find_first_of("{}[]\"\n", m_at), m_text.size());
            switch (peek()) {
            case '\n':
                skipBlanks();
                break;
            case '"':
                if (!skipString())
                    return false;
                break;
            case '{':
            case '[':
                ++open;
                ++m_at;
                break;
            case '}':
            case ']':
                --open;
                ++m_at;
                break;
            default:
                return expected(u"a closing bracket"_s);
            }
        } while (open > 0);
        return m_builder.leaveOut(place);
    }

    bool skipString()
    {
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (peek() == '\\')
                ++m_at;
            else if (peek() == '"')
                break;
        }
        if (m_at >= m_text.size())
            return expected(u"the closing quote of a text"_s);
        ++m_at;
        return true;
    }

    bool take(char c, const QString &name)
    {
        if (peek() != c)
            return expected(name);
        ++m_at;
        skipBlanks();
        return true;
    }

    //! true, false, null or a number.
    bool readWord()
    {
        const auto place = here();
        const auto end = m_text.find_first_of(" \t\r\n,:]}[{\"", m_at);
        const auto word = m_text.substr(m_at, end == std::string_view::npos ? end : end - m_at);
        if (word != "true" && word != "false" && word != "null" && !isJsonNumber(word))
            return expected(u"a value"_s);
        m_at += word.size();
        return m_builder.addScalar(place, word, false);
    }

    bool readString()
    {
        const auto place = here();
        ++m_at;
        m_string.clear();
        for (;;) {
            const auto end = m_text.find_first_of("\"\\\n\t\r", m_at);
            if (end == std::string_view::npos) {
                m_at = m_text.size();
                return expected(u"the closing quote of a text"_s);
            }
            m_string += m_text.substr(m_at, end - m_at);
            m_at = end;
            if (peek() == '"')
                break;
            if (peek() != '\\')
                return expected(
                    u"an escape (\\n, \\t) instead of the line break or tab in a text"_s);
            if (!readEscape())
                return false;
        }
        ++m_at;
        return m_builder.addScalar(place, m_string, true);
    }

    bool readEscape()
    {
        constexpr std::string_view letters = "\"\\/bfnrt";
        constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
        ++m_at;
        if (const auto known = letters.find(peek());
            m_at < m_text.size() && known != std::string_view::npos) {
            m_string += meanings[known];
            ++m_at;
            return true;
        }
        auto code = 0U;
        if (!readUnit(code))
            return expected(u"an escape that JSON knows"_s);
        const auto isHigh = code >= 0xD800U && code < 0xDC00U;
        if (isHigh && peek() == '\\') {
            ++m_at;
            auto low = 0U;
            if (!readUnit(low) || low < 0xDC00U || low > 0xDFFFU)
                return expected(u"the second half of a UTF-16 pair"_s);
            code = 0x10000U + ((code - 0xD800U) << 10U) + (low - 0xDC00U);
        }
        // Half a pair is no character: shown as what it is, a mistake.
        appendUtf8(m_string, code >= 0xD800U && code < 0xE000U ? 0xFFFDU : code);
        return true;
    }

    //! The "uXXXX" of an escape.
    bool readUnit(unsigned &code)
    {
        if (peek() != 'u' || m_at + 5 > m_text.size())
            return false;
        code = 0;
        for (const auto c : m_text.substr(m_at + 1, 4)) {
            const auto digit =
                std::string_view("0123456789abcdef")
                    .find(c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c);
            if (digit == std::string_view::npos)
                return false;
            code = code * 16U + static_cast<unsigned>(digit);
        }
        m_at += 5;
        return true;
    }

    std::string_view m_text;
    TreeBuilder &m_builder;
    std::string m_string;
    std::size_t m_at = 0;
    std::size_t m_lineStart = 0;
    int m_line = 1;
};

char firstLetter(const QByteArray &bytes)
{
    for (auto at = bytes.startsWith("\xEF\xBB\xBF") ? qsizetype(3) : qsizetype(0);
         at < bytes.size(); ++at) {
        const auto c = bytes[at];
        if (c != ' ' && c != '\t' && c != '\r' && c != '\n')
            return c;
    }
    return '\0';
}

bool isNamedJson(const QString &file)
{
    return file.endsWith(u".json"_s, Qt::CaseInsensitive);
}

bool beginsLikeJson(const QString &file, const QByteArray &bytes)
{
    const auto first = firstLetter(bytes);
    return isNamedJson(file) || first == '{' || first == '[';
}

} // namespace

Document readJson(const QString &file, const QByteArray &bytes, const Limits &limits)
{
    TreeBuilder builder(file, limits);
    if (const auto text = cleanText(bytes, limits, builder)) {
        Reader reader({text->constData(), static_cast<std::size_t>(text->size())}, builder);
        reader.readAll();
    }
    return builder.take();
}

Document read(const QString &file, const QByteArray &bytes, const Limits &limits)
{
    if (!beginsLikeJson(file, bytes))
        return readYaml(file, bytes, limits);
    auto document = readJson(file, bytes, limits);
    if (document.tree || isNamedJson(file))
        return document;
    // YAML's flow style begins like JSON.
    return readYaml(file, bytes, limits);
}

QList<Document> readAll(const QString &file, const QByteArray &bytes, const Limits &limits)
{
    if (!beginsLikeJson(file, bytes))
        return readAllYaml(file, bytes, limits);
    auto document = readJson(file, bytes, limits);
    if (document.tree || isNamedJson(file))
        return {document};
    return readAllYaml(file, bytes, limits);
}

} // namespace portolan::formats::document
