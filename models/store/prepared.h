// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "models/store/lineagedocument.h"

#include <QByteArray>
#include <QList>
#include <QUuid>

namespace portolan::store {

//! A record made ready for the writer outside its thread: encoded, hashed, with its keys.
struct PreparedRecord
{
    domain::Record record; //!< without native documents and lineage, and without fields
    int fieldCount = 0;
    QUuid ownId;
    qint64 joinKey = 0;
    QByteArray payload;
    QByteArray fields;
    QByteArray native;
    LineageDocument lineage;
    QByteArray lineageBytes; //!< empty when it states nothing about lineage
    QByteArray hash; //!< of all of it: equal hashes mean an unchanged record
};

//! What a record states about lineage, told apart from it.
struct PreparedLineage
{
    QString nativeId;
    QList<domain::LineageEdge> edges;
};

PreparedRecord prepare(const QUuid &account, domain::Record record);

} // namespace portolan::store
