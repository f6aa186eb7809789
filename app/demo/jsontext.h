// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace portolan::demo {

//! JSON as it is written, with the keys in the order in which a tool writes them.
class JsonText
{
public:
    JsonText &object() { return open('{', '}'); }

    JsonText &array() { return open('[', ']'); }

    //! Closes the object or array that was opened last.
    JsonText &end();

    JsonText &key(const char *name);
    JsonText &text(const QByteArray &utf8);

    JsonText &number(qint64 value) { return raw(QByteArray::number(value)); }

    JsonText &real(double value, int decimals);

    JsonText &truth(bool value) { return raw(value ? "true" : "false"); }

    JsonText &null() { return raw("null"); }

    //! A value that is JSON already.
    JsonText &raw(const QByteArray &json);

    const QByteArray &bytes() const { return m_text; }

private:
    JsonText &open(char opening, char closing);
    void separate();
    void quote(const QByteArray &utf8);

    QByteArray m_text;
    QByteArray m_closing;
    bool m_needsComma = false;
};

} // namespace portolan::demo
