// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shared/pane.h"

namespace portolan::views {

OpenMode openModeOf(Qt::KeyboardModifiers modifiers)
{
    if (modifiers & Qt::ControlModifier)
        return OpenMode::Background;
    return modifiers & Qt::ShiftModifier ? OpenMode::Window : OpenMode::Tab;
}

PaneFactory::~PaneFactory() = default;

} // namespace portolan::views
