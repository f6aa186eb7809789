// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateEdit>

namespace portolan::views::access {

//! A field for a day with a calendar, as wide as any day in the person's locale needs.
class DayField final : public QDateEdit
{
    Q_OBJECT

public:
    explicit DayField(QWidget *parent = nullptr);

    QSize sizeHint() const override;

    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    //! Tab leaves at once; the arrows go from the day to the month.
    bool focusNextPrevChild(bool next) override;
};

} // namespace portolan::views::access
