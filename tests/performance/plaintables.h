// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/cachetables.h"
#include "models/store/entitytable.h"
#include "models/store/prepared.h"
#include "models/store/recordtable.h"
#include "models/store/search/searchindex.h"

#include <QString>
#include <QUuid>

namespace portolan::performance {

//! The tables and indexes of a cache.db, filled by one thread that encodes records as the store
//! does and looks nothing up, joins nothing, keeps no history and tells nobody: what a sync or an
//! import is measured against. Ends the program when something fails.
class PlainTables
{
public:
    //! Makes \a folder + "/cache.db", which is not there yet.
    PlainTables(const QString &folder, const QUuid &account);

    //! Inserts \a records in one transaction.
    void insert(const QList<domain::Record> &records);
    //! Builds the name index of all that was inserted, and saves it. Seconds.
    double buildIndex();

private:
    static store::OpenOptions options(const QString &file);
    void insertOne(const store::PreparedRecord &prepared);

    QString m_folder;
    QUuid m_uuid;
    store::Connection m_connection;
    store::RecordTable m_records;
    store::DocumentTable m_documents;
    store::EntityTable m_entities;
    store::LinkTable m_links;
    qint64 m_account = 0;
};

} // namespace portolan::performance
