// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace portolan::formats::dbt {

//! Which word of the tool is about which canonical dimension.
const QHash<QString, QString> &dimensionTable();

//! The canonical dimension of a generic test of dbt, dbt_utils, dbt_expectations or elementary.
//! Empty for tests that nobody mapped.
QString dimensionOf(const QString &test);

} // namespace portolan::formats::dbt
