// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace portolan::views::shell {

class Actions;

//! Shows every shortcut there is, by menu; made from the registry of actions.
void showShortcuts(QWidget *parent, const Actions &actions);

//! Shows what this program is, its version and its licence.
void showAbout(QWidget *parent);

} // namespace portolan::views::shell
