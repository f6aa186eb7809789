// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

namespace portolan::views {

//! Pages of which one is shown, and of which that one alone says how small all of it can be: a page
//! that nobody looks at keeps no window wide.
class ShownStack final : public QStackedWidget
{
public:
    explicit ShownStack(QWidget *parent = nullptr)
        : QStackedWidget(parent)
    {
        connect(this, &QStackedWidget::currentChanged, this, &QWidget::updateGeometry);
    }

    QSize minimumSizeHint() const override
    {
        const auto *shown = currentWidget();
        return shown == nullptr ? QStackedWidget::minimumSizeHint()
                                : shown->minimumSizeHint().expandedTo(shown->minimumSize());
    }
};

} // namespace portolan::views
