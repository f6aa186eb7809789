// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/lineage.h"
#include "models/platforms/openmetadata/names.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUuid>

namespace portolan::platforms::openmetadata {

//! All edges that end in one thing, of the whole thing and of its columns.
struct ToldLineage
{
    QUuid uuid;
    domain::LineageOf lineage;
};

//! Reads what the server answers about the lineage of one thing when it is asked for \a depth steps
//! up: of that thing, which comes first, and of whatever lies above it and has all of its edges in
//! the answer. Protocol where it is no such answer.
[[nodiscard]] Result<QList<ToldLineage>> lineagesOf(const QByteArray &body, const QString &asked,
                                                    const ListColumns &lists, int depth);

} // namespace portolan::platforms::openmetadata
