// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shared/iconbutton.h"

#include "views/shared/icons.h"
#include "views/shared/safetext.h"
#include "views/shared/tokens.h"

namespace portolan::views {

QToolButton *iconButton(const QString &iconName, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setIconSize({size::icon, size::icon});
    button->setAutoRaise(true);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::TabFocus);
    setSafeToolTip(button, name);
    return button;
}

} // namespace portolan::views
