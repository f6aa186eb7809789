// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"
#include "models/formats/workspace/listing.h"
#include "models/formats/workspace/resultset.h"

#include <QByteArray>
#include <QList>
#include <QSet>
#include <QString>

namespace portolan::formats::workspace {

//! What is remembered of a reading in the store.
struct Cursor
{
    QByteArray fingerprint; //!< of all files
    QSet<QString> history; //!< contracts and products whose history was handed over
    QList<domain::Finding> findings; //!< of that reading
    ResultSet::Series series; //!< of scans

    QByteArray toBytes() const;
    //! The cursor in \a bytes; an empty one for bytes that are none, or that an earlier version of
    //! the reader wrote: everything is then read again.
    static Cursor fromBytes(const QByteArray &bytes);
};

//! Changes with every file that is added, removed or written, and with \a revision.
QByteArray fingerprintOf(const Listing &listing, const QByteArray &revision = {});

} // namespace portolan::formats::workspace
