// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/performance/bench.h"

namespace portolan::performance {

//! What an import is measured against: a program of one thread that makes the same records, encodes
//! them as the store does and inserts them into the same tables with the same indexes, 5,000 in a
//! transaction, then builds the name index once. It looks nothing up, joins nothing, keeps no
//! history and tells nobody.
struct ImportReference
{
    double rowsSeconds = 0; //!< records made, encoded and inserted
    double indexSeconds = 0;
};

//! Runs it in a folder below that of \a setting, which it removes again.
ImportReference importPlainly(const Setting &setting);

} // namespace portolan::performance
