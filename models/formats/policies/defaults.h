// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/policy.h"

#include <QByteArray>

namespace portolan::formats::policies {

//! The policies of a workspace that has none of its own. The same for every call; any thread.
domain::PolicySet defaultPolicies();

//! The file that they stand in, to begin one's own from.
QByteArray defaultPolicyFile();

} // namespace portolan::formats::policies
