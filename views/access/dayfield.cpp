// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/dayfield.h"

#include "views/shared/tokens.h"

#include <QLocale>

namespace portolan::views::access {

DayField::DayField(QWidget *parent)
    : QDateEdit(parent)
{
    setCalendarPopup(true);
    setDisplayFormat(QLocale().dateFormat(QLocale::ShortFormat));
}

bool DayField::focusNextPrevChild(bool next)
{
    return QWidget::focusNextPrevChild(next);
}

QSize DayField::sizeHint() const
{
    // A day of two digits in a month of two digits is the widest there is.
    const auto widest = QLocale().toString(QDate(2028, 12, 28), displayFormat());
    return {fontMetrics().horizontalAdvance(widest) + size::icon + 3 * size::gap,
            size::row(size::control, fontMetrics())};
}

} // namespace portolan::views::access
