// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/dbt/jsonslices.h"

namespace portolan::formats::dbt {
namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool endsScalar(char c)
{
    return isSpace(c) || c == ',' || c == '}' || c == ']' || c == ':' || c == '"' || c == '{'
        || c == '[';
}

} // namespace

ObjectSlices::ObjectSlices(std::string_view text, std::size_t offset)
    : m_text(text)
    , m_at(offset)
{
    skipSpace();
    if (m_at >= m_text.size() || m_text[m_at] != '{')
        fail();
    else
        ++m_at;
}

std::optional<Slice> ObjectSlices::fail()
{
    m_done = true;
    m_broken = m_at < m_text.size() ? m_at : m_text.size();
    return {};
}

void ObjectSlices::skipSpace()
{
    while (m_at < m_text.size() && isSpace(m_text[m_at]))
        ++m_at;
}

bool ObjectSlices::skipString()
{
    auto quote = m_at;
    for (;;) {
        quote = m_text.find('"', quote + 1);
        if (quote == std::string_view::npos) {
            m_at = m_text.size();
            return false;
        }
        std::size_t backslashes = 0;
        while (m_text[quote - 1 - backslashes] == '\\')
            ++backslashes;
        if (backslashes % 2 == 0)
            break;
    }
    m_at = quote + 1;
    return true;
}

// Brackets are counted together, not by kind: a value that mixes them up is refused by the parser
// that reads it.
bool ObjectSlices::skipBracketed()
{
    std::size_t depth = 0;
    while (m_at < m_text.size()) {
        switch (m_text[m_at]) {
        case '"':
            if (!skipString())
                return false;
            continue;
        case '{':
        case '[':
            ++depth;
            break;
        case '}':
        case ']':
            if (--depth == 0) {
                ++m_at;
                return true;
            }
            break;
        default:
            break;
        }
        ++m_at;
    }
    return false;
}

bool ObjectSlices::skipValue()
{
    if (m_at >= m_text.size())
        return false;
    if (m_text[m_at] == '"')
        return skipString();
    if (m_text[m_at] == '{' || m_text[m_at] == '[')
        return skipBracketed();
    const auto from = m_at;
    while (m_at < m_text.size() && !endsScalar(m_text[m_at]))
        ++m_at;
    return m_at > from;
}

std::optional<Slice> ObjectSlices::next()
{
    if (m_done)
        return {};
    skipSpace();
    if (m_at < m_text.size() && m_text[m_at] == '}') {
        ++m_at;
        m_done = true;
        return {};
    }
    if (!m_first) {
        if (m_at >= m_text.size() || m_text[m_at] != ',')
            return fail();
        ++m_at;
        skipSpace();
    }
    m_first = false;
    if (m_at >= m_text.size() || m_text[m_at] != '"')
        return fail();
    const auto keyAt = m_at + 1;
    if (!skipString())
        return fail();
    Slice slice{.key = m_text.substr(keyAt, m_at - 1 - keyAt), .value = {}, .offset = 0};
    skipSpace();
    if (m_at >= m_text.size() || m_text[m_at] != ':')
        return fail();
    ++m_at;
    skipSpace();
    slice.offset = m_at;
    if (!skipValue())
        return fail();
    slice.value = m_text.substr(slice.offset, m_at - slice.offset);
    return slice;
}

} // namespace portolan::formats::dbt
