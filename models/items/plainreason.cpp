// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/plainreason.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {

QString plainReason(const QString &detail)
{
    // "GET https://host/path: 503: why (request id)", as models/net and models/signin write it.
    static const QRegularExpression shape(
        u"^(?:GET|HEAD|POST|PUT|PATCH|DELETE) \\S+: (?:\\d{3}: )?(.+?)(?: \\(request [^()]*\\))?$"_s,
        QRegularExpression::DotMatchesEverythingOption);
    const auto match = shape.match(detail);
    return match.hasMatch() ? match.captured(1) : detail;
}

QString plainSentence(const QString &detail)
{
    auto text = plainReason(detail).trimmed();
    if (text.isEmpty())
        return text;
    text[0] = text.at(0).toUpper();
    return text.endsWith(u'.') ? text : QString(text + u'.');
}

} // namespace portolan::items
