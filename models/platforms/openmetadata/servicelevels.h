// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/quality.h"
#include "models/domain/record.h"

#include <QString>
#include <QStringList>

namespace portolan::platforms::openmetadata {

//! The service level that the data of \a asset are at most \a seconds old, as \a promise, a product
//! or contract, says under \a property.
domain::Slo freshnessLevel(const domain::Record &promise, const QString &property,
                           const QString &asset, double seconds);

//! The service level that the checks \a checks of \a promise hold.
domain::Slo qualityLevel(const domain::Record &promise, const QString &asset,
                         const QStringList &checks);

} // namespace portolan::platforms::openmetadata
