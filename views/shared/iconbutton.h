// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace portolan::views {

//! A flat button with the icon \a iconName and no text; \a name is what assistive technology and
//! the tool tip call it. In the tab order.
QToolButton *iconButton(const QString &iconName, const QString &name, QWidget *parent = nullptr);

} // namespace portolan::views
