// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "models/formats/openlineage/fold.h"

#include <QString>

namespace portolan::formats::openlineage {

//! Whether \a job is worth an asset of its own: it names data, or says more than its name.
bool isWorthShowing(const FoldedJob &job);
//! The asset that \a job is; \a file is where the newest event about it stands. Lineage is the
//! caller's.
domain::Record assetOf(const FoldedJob &job, const QString &file);

} // namespace portolan::formats::openlineage
