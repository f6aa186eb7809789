// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "models/formats/openlineage/fold.h"

#include <QList>
#include <QStringList>

namespace portolan::formats::openlineage {

//! The assets that \a folded tells of, datasets first, each with the edges that end in it. \a files
//! are the names by which Fold::addFile() numbered them. Edges into something that has no asset are
//! left out with it: outputs of tests, and jobs that are not worth showing.
QList<domain::Record> translate(Folded folded, const QStringList &files);

} // namespace portolan::formats::openlineage
