// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entity.h"
#include "models/domain/join.h"
#include "models/domain/record.h"
#include "models/store/entitytable.h"

#include <QList>
#include <QStringList>

namespace portolan::store {

//! What several accounts say about one thing, as one record: of each scalar the first that is not
//! empty in the order given, of each list all members, each once (ruling 8). The kind and native id
//! are the first one's.
domain::Record merged(const QList<domain::Record> &records);

//! Fields of one asset from several sources: by path without case, in the first one's order, what
//! only a later one has behind it.
QList<domain::Field> mergedFields(const QList<QList<domain::Field>> &sources);

//! The scalars of \a records that are not the merged value, with the name of their account.
QList<domain::OtherValue> otherValues(const domain::Record &merged,
                                      const QList<domain::Record> &records,
                                      const QStringList &accountNames);

//! Of each scalar that one of \a records has: the value that is shown, whose it is, and what lost
//! against it (ruling 8).
QList<domain::ShownValue> shownValues(const QList<domain::Record> &records,
                                      const QStringList &accountNames);

//! What lists show of a merged record; ids, aliases and port types are left to the caller.
EntityRow entityRowOf(const domain::Record &merged);

} // namespace portolan::store
