// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/quality.h"
#include "models/store/entityreader.h"

#include <QList>
#include <QString>

#include <optional>

namespace portolan::store {

//! The entities that one SLO hangs on.
struct SloPlaces
{
    std::optional<qint64> asset;
    std::optional<qint64> contract;
    QList<qint64> products; //!< the one that promises it first
    QList<qint64> ports; //!< under its contract, or with its asset behind them
    QList<qint64> checkedAssets; //!< of its checks, where it names no asset

    //! All of them, each once.
    QList<qint64> all() const;
};

//! Finds what \a slo, which \a account declares, hangs on. A name that this account does not know
//! is looked for in the others, in their order: a folder of OpenSLO files measures what other
//! accounts bring. Throws.
SloPlaces placesOf(EntityReader &reader, qint64 account, const domain::Slo &slo);

//! The entity behind \a nativeId, as \a account or else another one knows it.
std::optional<qint64> entityNamedBy(EntityReader &reader, qint64 account, const QString &nativeId);

//! The entities that \a relation leads to \a entity from.
QList<qint64> pointingAt(EntityReader &reader, qint64 entity, domain::Relation relation);
//! The entities that \a relation leads to from \a entity.
QList<qint64> pointedAtBy(EntityReader &reader, qint64 entity, domain::Relation relation);

} // namespace portolan::store
