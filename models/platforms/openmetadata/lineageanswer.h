// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/lineage.h"

#include <QByteArray>
#include <QString>

namespace portolan::platforms::openmetadata {

//! Reads what the server answers about the lineage of one thing: the edges that end in it, of the
//! whole thing and of its columns. Protocol where it is no such answer.
[[nodiscard]] Result<domain::LineageOf> lineageOf(const QByteArray &body, const QString &asked);

} // namespace portolan::platforms::openmetadata
