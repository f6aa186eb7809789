// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/document/surrogates.h"

namespace portolan::formats::document {
namespace {

unsigned surrogateAt(const QByteArray &text, qsizetype at)
{
    if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u')
        return 0;
    auto ok = false;
    const auto unit = text.mid(at + 2, 4).toUInt(&ok, 16);
    return ok && unit >= 0xD800 && unit < 0xE000 ? unit : 0;
}

//! Counts the double quotes of a line on the way through a text: a line may be the whole file, and
//! have an escape at every other place.
class Quotes
{
public:
    explicit Quotes(const QByteArray &text)
        : m_text(text)
    {
    }

    //! Whether \a at, no earlier than the one asked for before, stands behind an opening one.
    bool areOpenAt(qsizetype at)
    {
        for (; m_at < at; ++m_at) {
            if (m_text[m_at] == '\n')
                m_open = false;
            else if (m_text[m_at] == '"' && (m_at == 0 || m_text[m_at - 1] != '\\'))
                m_open = !m_open;
        }
        return m_open;
    }

private:
    const QByteArray &m_text;
    qsizetype m_at = 0;
    bool m_open = false;
};

} // namespace

QByteArray withoutSurrogates(const QByteArray &text, bool everywhere)
{
    QByteArray result;
    Quotes quotes(text);
    qsizetype from = 0;
    for (auto at = text.indexOf("\\u"); at >= 0; at = text.indexOf("\\u", at + 2)) {
        const auto high = surrogateAt(text, at);
        const auto low = surrogateAt(text, at + 6);
        if (at < from || high == 0 || high >= 0xDC00 || low < 0xDC00)
            continue;
        if (!everywhere && !quotes.areOpenAt(at))
            continue;
        const auto code = 0x10000U + ((high - 0xD800U) << 10U) + (low - 0xDC00U);
        result +=
            text.mid(from, at - from) + "\\U" + QByteArray::number(code, 16).rightJustified(8, '0');
        from = at + 12;
    }
    return from == 0 ? text : result + text.mid(from);
}

} // namespace portolan::formats::document
