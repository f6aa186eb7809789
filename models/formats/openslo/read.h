// SPDX-License-Identifier: GPL-3.0-or-later
// OpenSLO v1: documents about service levels.
#pragma once

#include "models/formats/document/node.h"
#include "models/formats/openslo/object.h"

#include <QString>

namespace portolan::formats::openslo {

//! Whether \a root is an OpenSLO document of any version, by its apiVersion.
bool looksLike(const document::Node &root);

//! Reads the document at \a root as far as it can be read; mistakes become findings. Versions other
//! than v1 are named in one and not read. \a file is kept as the place of all of it. Any thread.
Object read(const QString &file, const document::Node &root);

} // namespace portolan::formats::openslo
