// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/figuretable.h"
#include "models/items/trends.h"
#include "views/shared/labels.h"

#include <QList>
#include <QWidget>

namespace portolan::views::quality {

class TimeChart;

//! Small charts side by side, one for each dimension: the domains that stand out, and all others
//! in grey.
class TrendCharts final : public QWidget
{
    Q_OBJECT

public:
    explicit TrendCharts(QWidget *parent = nullptr);

    void show(const QList<items::Trend> &trends, const items::Period &period);
    using QWidget::show;

    //! The numbers behind the charts, into \a table.
    static void tabulate(const QList<items::Trend> &trends, items::FigureTable &table);

    const QList<TimeChart *> &charts() const { return m_charts; }

private:
    QList<SafeLabel *> m_titles;
    QList<TimeChart *> m_charts;
};

} // namespace portolan::views::quality
