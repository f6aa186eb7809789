// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shared/pane.h"

namespace portolan::views {

PaneFactory::~PaneFactory() = default;

} // namespace portolan::views
