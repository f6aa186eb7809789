// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/openmetadata/reading.h"

namespace portolan::platforms::openmetadata {

//! What a contract is about.
Reference subjectOf(const Json &contract);

//! Reads a data contract: schema, rules, security, terms of use and service levels.
Thing contractOf(Reading &reading);

} // namespace portolan::platforms::openmetadata
