// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/accountstore.h"

#include <QString>

namespace portolan::app {

//! Where the demo mesh stands: beside the installed program, or in the source tree when the program
//! runs from its build folder. Empty when it is in neither place.
QString demoFolder();

//! The account of the demo mesh, the same in every profile.
store::Account demoAccount();

} // namespace portolan::app
