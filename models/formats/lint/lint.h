// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"
#include "models/formats/document/node.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace portolan::formats::lint {

//! Everything wrong with a contract (ODCS) or data product (ODPS) by the rules of the version that
//! it declares, sorted by place. An error makes it invalid; warnings and infos do not. A file that
//! is neither gives one info. Pure: reads no other file; any thread.
QList<domain::Finding> lint(const QString &fileName, const QByteArray &bytes);

//! The same for a document that was read before; without what reading it found.
QList<domain::Finding> lint(const QString &fileName, const document::Node &root);

} // namespace portolan::formats::lint
