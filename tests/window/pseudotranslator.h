// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

namespace portolan::tests {

inline constexpr QChar pseudoOpen(0x27e6);
inline constexpr QChar pseudoClose(0x27e7);

//! Translates into a language that everybody can read: every text stands in brackets and is a third
//! longer, as German is. A text without brackets came past tr().
class PseudoTranslator final : public QTranslator
{
public:
    bool isEmpty() const override { return false; }

    QString translate(const char *context, const char *source, const char *, int) const override
    {
        // Qt's own texts are Qt's to translate.
        if (context[0] == 'Q' && context[1] >= 'A' && context[1] <= 'Z')
            return {};
        const auto text = QString::fromUtf8(source);
        if (text.trimmed().isEmpty())
            return text;
        return pseudoOpen + text + QString(text.size() / 3, u'~') + pseudoClose;
    }
};

} // namespace portolan::tests
