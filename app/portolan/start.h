// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace portolan::app {

//! The program: reads the command line, opens the profile, shows the window, and answers the exit
//! status once it is closed.
int run(int argc, char **argv);

} // namespace portolan::app
