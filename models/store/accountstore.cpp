// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/accountstore.h"

namespace portolan::store {

AccountStore::~AccountStore() = default;

} // namespace portolan::store
