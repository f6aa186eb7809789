// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace portolan::views {
class Pane;
} // namespace portolan::views

namespace portolan::views::shell {

//! Puts the focus on the first part of \a pane that is shown; on the pane itself while it shows
//! none, so that its keys work before its content is there.
void focusPane(Pane &pane, Qt::FocusReason reason);

//! The same, where the pane itself has the focus: something may be shown by now.
void focusContentOf(Pane &pane);

} // namespace portolan::views::shell
