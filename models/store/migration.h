// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/connection.h"

#include <QString>

namespace portolan::store {

//! One of the three database files: what marks it as ours, and how far its schema has come.
struct Schema
{
    const char *name; //!< "cache", "history" or "outbox": first part of its .sql resources
    qint32 applicationId; //!< PRAGMA application_id
    int version; //!< PRAGMA user_version of this program
};

inline constexpr Schema cacheSchema{"cache", 0x50724361, 7};
inline constexpr Schema historySchema{"history", 0x50724869, 5};
inline constexpr Schema outboxSchema{"outbox", 0x50724f75, 8};

//! How a file stands to a schema before anything is done to it.
struct SchemaState
{
    bool fresh = false; //!< no table yet
    bool ours = false; //!< carries our application_id
    int version = 0;
};

SchemaState schemaState(Connection &connection, const Schema &schema);

//! Throws an Error when the file is another program's, or newer than this program: such a file is
//! left as it is.
void refuseForeign(Connection &connection, const Schema &schema);

//! Brings the file to the schema's version, each step in a transaction of its own that ends with
//! foreign_key_check. Before the first step on a file with content, writes a copy to
//! \a backupDirectory unless that is empty. Throws.
void migrate(Connection &connection, const Schema &schema, const QString &backupDirectory);

} // namespace portolan::store
