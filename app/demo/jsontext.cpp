// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/jsontext.h"

namespace portolan::demo {

JsonText &JsonText::open(char opening, char closing)
{
    separate();
    m_text += opening;
    m_closing += closing;
    m_needsComma = false;
    return *this;
}

JsonText &JsonText::end()
{
    m_text += m_closing.back();
    m_closing.chop(1);
    m_needsComma = true;
    return *this;
}

JsonText &JsonText::key(const char *name)
{
    separate();
    quote(name);
    m_text += ':';
    m_needsComma = false;
    return *this;
}

JsonText &JsonText::text(const QByteArray &utf8)
{
    separate();
    quote(utf8);
    m_needsComma = true;
    return *this;
}

JsonText &JsonText::real(double value, int decimals)
{
    return raw(QByteArray::number(value, 'f', decimals));
}

JsonText &JsonText::raw(const QByteArray &json)
{
    separate();
    m_text += json;
    m_needsComma = true;
    return *this;
}

void JsonText::separate()
{
    if (m_needsComma)
        m_text += ',';
}

void JsonText::quote(const QByteArray &utf8)
{
    m_text += '"';
    for (const char c : utf8) {
        if (c == '\n') {
            m_text += "\\n";
            continue;
        }
        if (c == '"' || c == '\\')
            m_text += '\\';
        m_text += c;
    }
    m_text += '"';
}

} // namespace portolan::demo
