// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/join.h"
#include "models/domain/namepairs.h"

#include <QHash>
#include <QList>
#include <QUuid>

namespace portolan::sync {

//! The names that \a decisions keep apart, by account: those of pairs within one account.
QHash<QUuid, domain::NamePairs> namesApart(const QList<domain::JoinDecision> &decisions);

} // namespace portolan::sync
