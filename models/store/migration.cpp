// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/migration.h"

#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

namespace {

QByteArray stepSql(const Schema &schema, int version)
{
    QFile file(u":/portolan/store/migrations/%1.%2.sql"_s.arg(QString::fromLatin1(schema.name))
                   .arg(version));
    if (!file.open(QIODevice::ReadOnly))
        throw Error{Error::Kind::Store, file.fileName() + u" is missing"_s};
    return file.readAll();
}

void backUp(Connection &connection, const Schema &schema, const QString &directory, int version)
{
    const auto file =
        QDir(directory).filePath(u"%1.v%2.db"_s.arg(QString::fromLatin1(schema.name)).arg(version));
    if (QFile::exists(file))
        return; // a former attempt at this step; the copy is the same state
    // Under another name until it is whole: a copy that was cut off must not pass for the backup.
    const QString part = file + u".part"_s;
    QFile::remove(part);
    auto quoted = part.toUtf8();
    quoted.replace('\'', "''");
    connection.run("VACUUM INTO '" + quoted + "'");
    QFile::setPermissions(part, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (!QFile::rename(part, file))
        throw Error{Error::Kind::Store, u"the backup "_s + file + u" cannot be written"_s};
}

void takeStep(Connection &connection, const Schema &schema, int version)
{
    connection.run("BEGIN IMMEDIATE");
    try {
        // Another process may have taken this step while we waited for the lock.
        if (connection.number("PRAGMA user_version") < version) {
            connection.run(stepSql(schema, version));
            if (!connection.text("PRAGMA foreign_key_check").isEmpty())
                throw Error{Error::Kind::Store, u"foreign keys do not hold after a migration"_s};
            connection.run("PRAGMA application_id=" + QByteArray::number(schema.applicationId));
            connection.run("PRAGMA user_version=" + QByteArray::number(version));
        }
        connection.run("COMMIT");
    } catch (...) {
        if (connection.inTransaction())
            connection.run("ROLLBACK");
        throw;
    }
}

} // namespace

SchemaState schemaState(Connection &connection, const Schema &schema)
{
    SchemaState state;
    state.fresh = connection.number("SELECT count(*) FROM sqlite_master") == 0;
    state.ours = connection.number("PRAGMA application_id") == schema.applicationId;
    state.version = int(connection.number("PRAGMA user_version"));
    return state;
}

void refuseForeign(Connection &connection, const Schema &schema)
{
    const auto state = schemaState(connection, schema);
    const auto name = QString::fromLatin1(schema.name);
    if (!state.fresh && !state.ours)
        throw Error{Error::Kind::BadInput, name + u".db belongs to another program"_s};
    if (state.version > schema.version) {
        throw Error{
            Error::Kind::Usage,
            u"%1.db was written by a newer version (%2, this program knows %3); install that "
            "version, or use another profile"_s.arg(name)
                .arg(state.version)
                .arg(schema.version)};
    }
}

void migrate(Connection &connection, const Schema &schema, const QString &backupDirectory)
{
    refuseForeign(connection, schema);
    const auto state = schemaState(connection, schema);
    if (state.version == schema.version)
        return;
    if (!state.fresh && !backupDirectory.isEmpty())
        backUp(connection, schema, backupDirectory, state.version);
    connection.run("PRAGMA foreign_keys=OFF");
    for (int version = state.version + 1; version <= schema.version; ++version)
        takeStep(connection, schema, version);
    connection.run("PRAGMA foreign_keys=ON");
}

} // namespace portolan::store
