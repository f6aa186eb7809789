// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/search/evaluation.h"

#include <string>
#include <string_view>
#include <vector>

namespace portolan::store {

//! What \a words would find with one typing mistake mended: a letter too much, one missing, a wrong
//! one, or two swapped. `corrected` is empty when that finds nothing either. The tiers hold first
//! what the likeliest reading finds, in its order, then what the other readings find.
Evaluation mend(const Parts &parts, std::vector<Lookup> &lookups, const SearchWords &words);

//! All texts one mistake away from \a word with which some text of \a tables begins.
std::vector<std::string> readingsOf(std::string_view word,
                                    const std::vector<const TextTable *> &tables);

} // namespace portolan::store
