// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which of the accounts that know a thing says what is shown of it (ruling 8).

#include "models/domain/entity.h"
#include "models/domain/operation.h"

namespace portolan::items {

//! What the account of \a operation says of its thing; null where it says nothing.
const domain::Saying *sayingOf(const QList<domain::Saying> &said,
                               const domain::Operation &operation);

//! The one whose description is shown; null where none has any.
const domain::Saying *describing(const QList<domain::Saying> &said);

//! The one whose owners are shown; null where none has any.
const domain::Saying *owned(const QList<domain::Saying> &said);

//! \a page as far as it is about what accounts call \a nativeId: what they say of it, and what
//! would be shown of that alone. All of it where the name is empty.
domain::Page onlyOf(domain::Page page, const QString &nativeId);

//! What \a one says of the field \a path; null where it has none.
const domain::FieldSaying *fieldIn(const domain::Saying &one, const QString &path);

} // namespace portolan::items
