// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/panefocus.h"

#include "views/shared/pane.h"

#include <algorithm>

namespace portolan::views::shell {

void focusPane(Pane &pane, Qt::FocusReason reason)
{
    const auto parts = pane.parts();
    const auto shown = std::find_if(parts.begin(), parts.end(), [&pane](const QWidget *part) {
        return part->isVisibleTo(&pane) && part->isEnabledTo(&pane);
    });
    QWidget *target = shown != parts.end() ? *shown : &pane;
    target->setFocus(reason);
}

void focusContentOf(Pane &pane)
{
    if (pane.window()->focusWidget() == &pane)
        focusPane(pane, Qt::OtherFocusReason);
}

} // namespace portolan::views::shell
