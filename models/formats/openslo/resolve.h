// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"
#include "models/domain/quality.h"
#include "models/formats/openslo/object.h"

#include <QList>

namespace portolan::formats::openslo {

//! What the documents of a folder declare together.
struct Resolved
{
    QList<domain::Slo> slos; //!< in the order of the documents
    QList<domain::Finding> findings; //!< of the documents and between them, by file and line
};

//! Puts \a objects, all documents of a folder, together: each objective of an SLO is one
//! domain::Slo. Its native id is "slo:<metadata.name>", of further objectives of one SLO with "#2",
//! "#3", … in their order. What we do not measure is listed with the reason, never guessed. Any
//! thread.
Resolved resolve(const QList<Object> &objects);

} // namespace portolan::formats::openslo
