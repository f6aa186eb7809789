// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace portolan::formats::datacontract {

//! Which word of the tool, or metric of ODCS, is about which canonical dimension.
const QHash<QString, QString> &dimensionTable();

//! The canonical dimension of a check that the tool gives none: by its type, or by the metric of
//! the rule that it tests. Empty for those that nobody mapped.
QString dimensionOf(const QString &typeOrMetric);

} // namespace portolan::formats::datacontract
