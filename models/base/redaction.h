// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace portolan {

//! \a text without what may be a secret, for who passes it on to others: what follows the words of
//! sign-ins and their names, tokens by their looks, user and query of addresses, and the name of
//! the home. It takes away rather too much than too little.
QString redacted(QString text);

} // namespace portolan
