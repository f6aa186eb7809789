// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace portolan::cli {

//! Prints which test of which tool is about which dimension, as a table or as one JSON document.
void printDimensions(bool json);

} // namespace portolan::cli
