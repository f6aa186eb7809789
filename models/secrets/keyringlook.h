// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/secrets/secretstore.h"

namespace portolan::secrets {

//! Asks the session's bus how its keyring stands. Waits for it, at most some seconds; opens
//! nothing.
KeyringState lookAtKeyring();

} // namespace portolan::secrets
