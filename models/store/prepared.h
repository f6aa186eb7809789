// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"

#include <QByteArray>
#include <QList>
#include <QUuid>

namespace portolan::store {

//! A record made ready for the writer outside its thread: encoded, hashed, with its keys.
struct PreparedRecord
{
    domain::Record record; //!< without native documents, and without fields but for their number
    int fieldCount = 0;
    QUuid ownId;
    qint64 joinKey = 0;
    QByteArray payload;
    QByteArray fields;
    QByteArray native;
    QByteArray hash; //!< of all of it: equal hashes mean an unchanged record
};

PreparedRecord prepare(const QUuid &account, domain::Record record);

} // namespace portolan::store
