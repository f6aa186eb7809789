// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <string_view>

namespace portolan::formats::access {

//! Writes YAML 1.2 that every reader reads as the texts that went in, those of YAML 1.1 included:
//! what could be taken for a number, a date, a flag or a part of the notation is quoted, and what
//! cannot be seen is escaped. A text of several lines is written as such where that is exact, so
//! that a person can review it. The same calls give the same bytes. Half a surrogate pair, which is
//! no character, becomes U+FFFD.
class YamlWriter
{
public:
    void member(std::string_view key, const QString &text);
    //! The same, unless \a text is empty.
    void optional(std::string_view key, const QString &text);
    //! A list of texts, on a line each; nothing when it is empty.
    void texts(std::string_view key, const QStringList &list);

    //! Members up to the matching end() stand below \a key.
    void begin(std::string_view key);
    //! Items up to the matching end() stand below \a key.
    void beginList(std::string_view key);
    //! Members up to the matching end() are an item of the list.
    void beginItem();
    void end();

    const QByteArray &bytes() const { return m_bytes; }

private:
    void startLine();
    void key(std::string_view key);

    QByteArray m_bytes;
    qsizetype m_indent = 0;
    bool m_dash = false; //!< the next line is the first of an item
};

} // namespace portolan::formats::access
