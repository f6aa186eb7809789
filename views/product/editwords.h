// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/editsource.h"

namespace portolan::views::product {

//! Where an edit of \a part goes; where it is not offered, what to do instead: \a gone where no
//! account has it, \a refused ("%1" is the account) where its platform takes no such edit.
QString whereEditGoes(const items::EditPart &part, const QString &gone, const QString &refused);

} // namespace portolan::views::product
