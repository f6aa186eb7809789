// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/accountstore.h"

#include <QList>
#include <QUuid>

namespace portolan::sync {

//! The order of \a accounts, which stand in theirs, with \a added among them: as ruling 8 has it,
//! files, Entropy Data, DataHub, OpenMetadata, Marquez, others. It comes behind the last one of its
//! own platform or of one before it, so that an order that a person chose is kept.
QList<QUuid> orderWith(const QList<store::Account> &accounts, const store::Account &added);

} // namespace portolan::sync
