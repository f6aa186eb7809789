// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/openmetadata/reading.h"

namespace portolan::platforms::openmetadata {

Thing domainOf(Reading &reading);
//! Without a record where the user is a machine.
Thing userOf(Reading &reading);
Thing teamOf(Reading &reading);
Thing glossaryOf(Reading &reading);
Thing glossaryTermOf(Reading &reading);
//! A tag is called by its whole name, as the things that have it do.
Thing tagOf(Reading &reading);
Thing classificationOf(Reading &reading);

} // namespace portolan::platforms::openmetadata
