// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"
#include "models/domain/record.h"
#include "models/formats/document/node.h"

#include <QList>
#include <QString>

namespace portolan::formats::odps {

//! The ports of the product at \a root, output ports first, with their contracts and what they are
//! made from. Ports without a name are left out and reported to \a findings.
QList<domain::Record> portsOf(const QString &file, const document::Node &root,
                              const domain::Record &product, QList<domain::Finding> &findings);

} // namespace portolan::formats::odps
