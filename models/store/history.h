// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entity.h"
#include "models/store/codec.h"
#include "models/store/connection.h"
#include "models/store/historyremoval.h"
#include "models/store/lineagehistory.h"
#include "models/store/qualityhistory.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QUuid>

namespace portolan::store {

//! history.db: what no sync brings back, the states of contracts and products, the times of the
//! lineage, and the evidence about quality. Throws.
class History
{
public:
    explicit History(Connection &connection)
        : m_connection(connection)
        , m_lineage(connection)
        , m_quality(connection)
    {
    }

    LineageHistory &lineage() { return m_lineage; }

    QualityHistory &quality() { return m_quality; }

    //! Removes about \a rows rows of an account that goes; true while there may be more.
    bool removePart(HistoryRemoval &removal, qint64 rows);

    //! Appends \a document unless it is the last state already: writing the same again, after a
    //! crash between two files, changes nothing. Answers whether it was appended.
    bool append(const QUuid &account, const VersionDocument &document, const QDateTime &seen);
    //! The states of one thing, newest first, each with what changed against the one before.
    QList<domain::Version> versions(const QUuid &account, const QString &nativeId);

private:
    Connection &m_connection;
    LineageHistory m_lineage;
    QualityHistory m_quality;
};

//! What differs between two states, in words.
struct VersionChanges
{
    QStringList words;
    bool breaking = false;
};

//! Compares two states: fields that came, went or changed their type, keys, promises, status.
VersionChanges compareVersions(const VersionDocument &before, const VersionDocument &after);

} // namespace portolan::store
