// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lineage/randomgraphs.h"

namespace portolan::tests {

//! What the dbt manifests and the OpenLineage events among the real payloads say depends on what,
//! one graph a file, called by its path; none where there are no payloads. Fails the running test
//! where one cannot be read.
std::vector<MadeGraph> realGraphs();

} // namespace portolan::tests
