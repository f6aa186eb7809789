// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/openmetadata/listanswer.h"

#include "models/formats/json/value.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::openmetadata {
namespace {

//! Goes over the values of one object or list without looking into them. Brackets are counted, not
//! matched by kind: whoever reads a value parses it.
class Values
{
public:
    Values(std::string_view text, char opening)
        : m_text(text)
        , m_isObject(opening == '{')
    {
        skipSpace();
        m_ok = m_at < m_text.size() && m_text[m_at] == opening;
        ++m_at;
    }

    //! The next value; its key, as written, in \a key where this is an object.
    std::optional<std::string_view> next(std::string_view *key = nullptr)
    {
        skipSpace();
        if (!m_ok || m_at >= m_text.size())
            return fail();
        if (m_text[m_at] == (m_isObject ? '}' : ']')) {
            m_atEnd = true;
            return {};
        }
        if (!m_first && !skip(','))
            return fail();
        m_first = false;
        skipSpace();
        if (m_isObject) {
            const auto from = m_at + 1;
            if (m_at >= m_text.size() || m_text[m_at] != '"' || !skipString())
                return fail();
            if (key)
                *key = m_text.substr(from, m_at - 1 - from);
            skipSpace();
            if (!skip(':'))
                return fail();
            skipSpace();
        }
        const auto from = m_at;
        if (!skipValue())
            return fail();
        return m_text.substr(from, m_at - from);
    }

    //! Whether the whole of it was well bracketed.
    bool isWhole() const { return m_atEnd; }

private:
    std::optional<std::string_view> fail()
    {
        m_ok = false;
        return {};
    }

    void skipSpace()
    {
        while (m_at < m_text.size() && std::string_view(" \n\r\t").find(m_text[m_at]) != npos)
            ++m_at;
    }

    bool skip(char wanted)
    {
        if (m_at >= m_text.size() || m_text[m_at] != wanted)
            return false;
        ++m_at;
        return true;
    }

    bool skipString()
    {
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == '\\')
                ++m_at;
            else if (m_text[m_at] == '"')
                return skip('"');
        }
        return false;
    }

    bool skipValue()
    {
        std::size_t depth = 0;
        const auto from = m_at;
        while (m_at < m_text.size()) {
            const auto c = m_text[m_at];
            if (c == '"') {
                if (!skipString())
                    return false;
                if (depth == 0)
                    return true;
                continue;
            }
            if (c == '{' || c == '[')
                ++depth;
            else if (depth == 0 && (c == ',' || c == '}' || c == ']'))
                return m_at > from;
            else if (c == '}' || c == ']')
                --depth;
            ++m_at;
            if (depth == 0 && (c == '}' || c == ']'))
                return true;
        }
        return false;
    }

    static constexpr auto npos = std::string_view::npos;

    std::string_view m_text;
    std::size_t m_at = 0;
    bool m_isObject;
    bool m_ok = false;
    bool m_first = true;
    bool m_atEnd = false;
};

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

void readPaging(std::string_view whole, std::string_view value, ListAnswer &answer)
{
    formats::json::JsonParser parser;
    formats::json::Json paging;
    if (parser.parse(whole, value).get(paging) != simdjson::SUCCESS)
        return;
    answer.total = formats::json::text(paging, "total").toLongLong();
    answer.after = formats::json::text(paging, "after");
}

//! Reads {"data": […], "paging": {…}} at \a object, which lies in the body of \a answer.
bool readList(std::string_view object, ListAnswer &answer)
{
    Values members(object, '{');
    std::string_view key;
    bool hasData = false;
    while (const auto value = members.next(&key)) {
        if (key == "paging")
            readPaging(viewOf(answer.body), *value, answer);
        if (key != "data")
            continue;
        Values items(*value, '[');
        while (const auto item = items.next())
            answer.items.push_back(*item);
        hasData = items.isWhole();
    }
    return hasData && members.isWhole();
}

tl::unexpected<Error> noList(const QString &asked)
{
    return failure(Error::Kind::Protocol, asked % u": the answer is no list of OpenMetadata"_s);
}

} // namespace

Result<ListAnswer> listAnswerOf(QByteArray body, const QString &asked)
{
    ListAnswer answer{.body = std::move(body), .items = {}, .after = {}};
    if (!readList(viewOf(answer.body), answer))
        return noList(asked);
    return answer;
}

Result<ListAnswer> listAnswerUnder(std::string_view key, QByteArray body, const QString &asked)
{
    ListAnswer answer{.body = std::move(body), .items = {}, .after = {}};
    Values members(viewOf(answer.body), '{');
    std::string_view name;
    bool found = false;
    while (const auto value = members.next(&name))
        found = found || (name == key && readList(*value, answer));
    if (!found || !members.isWhole())
        return noList(asked);
    return answer;
}

} // namespace portolan::platforms::openmetadata
