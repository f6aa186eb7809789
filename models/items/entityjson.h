// SPDX-License-Identifier: GPL-3.0-or-later
// `entity` of cli.md's documents, which the window writes as well. Pure; any thread.
#pragma once

#include "models/domain/entity.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

namespace portolan::items {

//! `entity` of cli.md. Members that are not known are absent.
QJsonObject entityJson(const domain::Entity &entity);

//! ISO 8601 in UTC with milliseconds and Z.
QString isoText(const QDateTime &time);

//! Inserts \a value under \a name unless it is empty.
void insertText(QJsonObject &object, const QString &name, const QString &value);

} // namespace portolan::items
