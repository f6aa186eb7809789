// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/signin/signin.h"

namespace portolan::signin {

SignIn::~SignIn() = default;

} // namespace portolan::signin
