// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/dates.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {

Result<QDateTime> timeOf(const QString &text)
{
    if (const auto date = QDate::fromString(text, Qt::ISODate); date.isValid() && text.size() == 10)
        return date.addDays(1).startOfDay(Qt::UTC).addMSecs(-1);
    auto time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return failure(Error::Kind::Usage,
                       u"\"%1\" is no date; write 2026-01-31 or 2026-01-31T12:00:00Z"_s.arg(text));
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time.toUTC();
}

Result<QDateTime> instantOf(const Arguments &arguments)
{
    if (!arguments.has(u"at"_s))
        return QDateTime();
    return timeOf(arguments.value(u"at"_s));
}

} // namespace portolan::cli
