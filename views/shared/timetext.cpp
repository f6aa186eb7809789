// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shared/timetext.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views {
namespace {

class TimeText
{
    Q_DECLARE_TR_FUNCTIONS(Time)
};

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr qint64 longestInDays = 14;

} // namespace

QString ageText(const QDateTime &then, const QDateTime &now)
{
    const auto seconds = then.secsTo(now);
    if (seconds < minute)
        return TimeText::tr("now");
    if (seconds < hour)
        return TimeText::tr("%1 min").arg(seconds / minute);
    if (seconds < day)
        return TimeText::tr("%1 h").arg(seconds / hour);
    if (seconds < longestInDays * day)
        return TimeText::tr("%n day(s)", nullptr, int(seconds / day));
    return QLocale().toString(then.toLocalTime().date(), QLocale::ShortFormat);
}

QString momentText(const QDateTime &then)
{
    const auto local = then.toLocalTime();
    return QLocale().toString(local, QLocale::LongFormat);
}

QString asOfText(const QDateTime &then, const QDateTime &now)
{
    const auto local = then.toLocalTime();
    if (local.date() == now.toLocalTime().date()) {
        // Some locales write seconds even in the short form; nobody needs them here.
        auto format = QLocale().timeFormat(QLocale::ShortFormat);
        format.remove(u":ss"_s).remove(u".ss"_s);
        return QLocale().toString(local.time(), format);
    }
    return QLocale().toString(local.date(), QLocale::ShortFormat);
}

} // namespace portolan::views
