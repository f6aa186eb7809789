// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/openslo/duration.h"

#include <QStringView>

namespace portolan::formats::openslo {

std::optional<qint64> Duration::seconds() const
{
    switch (unit) {
    case u'm':
        return count * 60;
    case u'h':
        return count * 3600;
    case u'd':
        return count * 86'400;
    case u'w':
        return count * 7 * 86'400;
    default:
        return {};
    }
}

std::optional<Duration> durationOf(const QString &text)
{
    constexpr qsizetype mostDigits = 9;
    if (text.size() < 2 || text.size() > mostDigits + 1 || text.at(0) == u'0')
        return {};
    Duration duration{.count = 0, .unit = text.back().unicode()};
    if (!QStringView(u"mhdwMQY").contains(text.back()))
        return {};
    for (const auto digit : QStringView(text).chopped(1)) {
        if (digit < u'0' || digit > u'9')
            return {};
        duration.count = duration.count * 10 + (digit.unicode() - u'0');
    }
    return duration;
}

} // namespace portolan::formats::openslo
