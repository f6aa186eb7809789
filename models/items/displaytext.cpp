// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/displaytext.h"

#include "models/base/hiddencharacters.h"

#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

QChar harmless(QChar c)
{
    const auto unit = c.unicode();
    if (unit == u'\n' || unit == u'\r' || unit == u'\t' || unit == 0x2028 || unit == 0x2029)
        return u' ';
    if (isControlCharacter(unit) || isHiddenCharacter(unit))
        return QChar::ReplacementCharacter;
    return c;
}

} // namespace

QString oneLine(const QString &text, qsizetype limit)
{
    auto line = text.left(limit);
    const bool cut = line.size() < text.size();
    if (cut && !line.isEmpty() && line.back().isHighSurrogate())
        line.chop(1);
    for (auto &c : line)
        c = harmless(c);
    if (cut)
        line += u'…';
    return line;
}

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

QString termText(const QString &term)
{
    if (!term.contains(u"://"_s))
        return oneLine(term, 120);
    const QUrl address(term, QUrl::StrictMode);
    auto words = address.hasFragment() ? address.fragment(QUrl::FullyDecoded)
                                       : address.fileName(QUrl::FullyDecoded);
    words.replace(u'-', u' ').replace(u'_', u' ');
    return words.trimmed().isEmpty() ? oneLine(term, 120) : capitalised(oneLine(words, 120));
}

Qt::TextElideMode elisionOf(const QString &name)
{
    const bool isPath = name.contains(u'/') || name.contains(u'›') || name.contains(u'_');
    return name.contains(u' ') && !isPath ? Qt::ElideRight : Qt::ElideMiddle;
}

} // namespace portolan::items
