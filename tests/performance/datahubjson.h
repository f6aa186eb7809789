// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/performance/datahubpages.h"

namespace portolan::performance {

//! What DataHub would tell of the thing at \a place: its urn and its aspects, without system
//! metadata.
QByteArray hubJson(const SynthMesh &mesh, HubPlace place);

} // namespace portolan::performance
