// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of cli.md's documents that several commands share.
#pragma once

#include "models/items/entityjson.h"
#include "models/store/store.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace portolan::cli {

using items::entityJson;
using items::insertText;

//! `entity` for a field of \a asset: kind "field", id "<asset id>#<path>".
QJsonObject fieldEntityJson(const domain::Entity &asset, const domain::Field &field);

//! One element of `fields`; \a prefix stands before the path ("orders." in a contract).
QJsonObject fieldJson(const domain::Field &field, const QString &prefix = {});

//! {kind: n} of what exists.
QJsonObject countsJson(const store::Counts &counts);

//! ISO 8601 in UTC with milliseconds and Z.
inline QString timeText(const QDateTime &time)
{
    return items::isoText(time);
}

} // namespace portolan::cli
