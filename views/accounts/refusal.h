// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/accountsource.h"

namespace portolan::views::accounts {

//! Why a server does not take what was entered to sign in \a by, in words: what is wrong, and what
//! can be done about it or what the server said.
QString refusalText(const Error &error, items::SignInBy by);

} // namespace portolan::views::accounts
