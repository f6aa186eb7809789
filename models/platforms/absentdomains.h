// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QStringList>

namespace portolan::platforms {

//! \a names as a sentence has them, the first dozen.
QString quotedNames(const QStringList &names);

//! That none of the domains \a wanted by an account is at its platform, which has those called
//! \a there, as far as they are known: an error of the kind Usage.
Error noDomainOf(const QStringList &wanted, QStringList there);

} // namespace portolan::platforms
