// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/nativetext.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

// Deeper than this a document is indented no further: the text would grow with the square.
constexpr int mostLevels = 64;

class Indenter
{
public:
    QByteArray run(const QByteArray &json)
    {
        m_out.reserve(json.size() + json.size() / 2);
        for (const char c : json)
            take(c);
        return m_out;
    }

private:
    void take(char c)
    {
        if (m_inString) {
            m_out += c;
            if (m_escaped)
                m_escaped = false;
            else if (c == '\\')
                m_escaped = true;
            else if (c == '"')
                m_inString = false;
            return;
        }
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
            return;
        if (c == '}' || c == ']') {
            close(c);
            return;
        }
        if (m_opened)
            newLine();
        m_opened = false;
        m_out += c;
        if (c == '"')
            m_inString = true;
        else if (c == ':')
            m_out += ' ';
        else if (c == ',')
            newLine();
        else if (c == '{' || c == '[')
            open();
    }

    void open()
    {
        ++m_level;
        m_opened = true;
    }

    void close(char c)
    {
        --m_level;
        if (!m_opened)
            newLine();
        m_opened = false;
        m_out += c;
    }

    void newLine()
    {
        m_out += '\n';
        m_out.append(2 * std::clamp(m_level, 0, mostLevels), ' ');
    }

    QByteArray m_out;
    int m_level = 0;
    bool m_opened = false; //!< nothing stands in the innermost brackets yet
    bool m_inString = false;
    bool m_escaped = false;
};

//! \a text as it stands between the quotes of a JSON string.
QString escaped(const QString &text)
{
    const auto list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(2, list.size() - 4));
}

} // namespace

int NativeText::lineOf(const QString &needle) const
{
    if (needle.isEmpty())
        return -1;
    const auto word = escaped(needle);
    auto at = text.indexOf(u'"' + word + u'"');
    if (at < 0)
        at = text.indexOf(word);
    return at < 0 ? -1 : static_cast<int>(QStringView(text).left(at).count(u'\n'));
}

NativeText nativeText(const QByteArray &json)
{
    return {QString::fromUtf8(Indenter().run(json))};
}

} // namespace portolan::items
