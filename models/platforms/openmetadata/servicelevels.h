// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/quality.h"
#include "models/domain/record.h"

#include <QByteArray>
#include <QList>
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

//! \a levels as a note for a later pull: empty where there are none.
QByteArray toNote(const QList<domain::Slo> &levels);
//! The levels that toNote() wrote; none where \a note is broken.
QList<domain::Slo> levelsOf(const QByteArray &note);

} // namespace portolan::platforms::openmetadata
