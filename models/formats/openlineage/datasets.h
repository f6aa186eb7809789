// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "models/formats/openlineage/fold.h"

#include <QString>

namespace portolan::formats::openlineage {

//! What a person calls the dataset \a name: the last part of a path or qualified name.
QString shortName(const Name &name);
//! The dataset key (ruling 7) of a dataset named by the naming rules of OpenLineage; empty where
//! the name says too little to join by.
QString datasetKeyOf(const Name &name);
//! The asset that \a dataset is; \a file is where the newest event about it stands. Lineage is the
//! caller's.
domain::Record assetOf(const FoldedDataset &dataset, const QString &file);

} // namespace portolan::formats::openlineage
