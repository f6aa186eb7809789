// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/performance/sqlreference.h"

#include <sqlite3.h>

#include <QElapsedTimer>
#include <QFile>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace portolan::performance {
namespace {

void run(sqlite3 *db, const char *sql)
{
    char *message = nullptr;
    if (sqlite3_exec(db, sql, nullptr, nullptr, &message) != SQLITE_OK)
        qFatal("%s", message);
}

sqlite3_stmt *prepared(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(db, sql, -1, &statement, nullptr) != SQLITE_OK)
        qFatal("%s", sqlite3_errmsg(db));
    return statement;
}

void bind(sqlite3_stmt *statement, int at, const QString &text)
{
    const auto bytes = text.toUtf8();
    sqlite3_bind_text64(statement, at, bytes.constData(), static_cast<sqlite3_uint64>(bytes.size()),
                        SQLITE_TRANSIENT, SQLITE_UTF8);
}

QString fieldText(const domain::Record &record)
{
    QStringList names;
    for (const auto &field : record.fields)
        names.append(field.path % u' ' % field.description);
    return names.join(u' ');
}

QString matchOf(const QString &query)
{
    QStringList tokens;
    for (auto word : query.split(u' ', Qt::SkipEmptyParts))
        tokens.append(u'"' % word.remove(u'"') % u"\"*"_s);
    return tokens.join(u' ');
}

} // namespace

SqlReference::SqlReference(const QString &file)
{
    if (sqlite3_open(file.toUtf8().constData(), &m_db) != SQLITE_OK)
        qFatal("%s", sqlite3_errmsg(m_db));
    run(m_db,
        "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-200000;"
        "PRAGMA mmap_size=4000000000");
}

SqlReference::~SqlReference()
{
    sqlite3_close(m_db);
}

void SqlReference::fill(const SynthMesh &mesh)
{
    run(m_db, "CREATE TABLE IF NOT EXISTS filled(yes)");
    if (rowsOf("SELECT 1 FROM filled WHERE ?1 = ''", {}) > 0)
        return;
    run(m_db,
        "CREATE VIRTUAL TABLE text USING fts5(name, title, field, other, content='',"
        "tokenize='unicode61 remove_diacritics 2');"
        "CREATE TABLE doc(id INTEGER PRIMARY KEY, kind, type, domain, status, owner, class);"
        "CREATE TABLE tag(doc INTEGER, tag TEXT); BEGIN");
    auto *text = prepared(m_db, "INSERT INTO text(rowid,name,title,field,other) VALUES(?,?,?,?,?)");
    auto *doc = prepared(m_db, "INSERT INTO doc VALUES(?,?,?,?,?,?,?)");
    auto *tag = prepared(m_db, "INSERT INTO tag VALUES(?,?)");
    const auto step = [](sqlite3_stmt *statement) {
        sqlite3_step(statement);
        sqlite3_reset(statement);
    };
    for (qint64 id = 1; id <= mesh.recordCount(); ++id) {
        const auto record = mesh.record(id - 1);
        for (auto *statement : {text, doc})
            sqlite3_bind_int64(statement, 1, id);
        bind(text, 2, record.name);
        bind(text, 3, record.title % u' ' % record.synonyms.join(u' '));
        bind(text, 4, fieldText(record));
        bind(text, 5, record.description % u' ' % record.tags.join(u' ') % u' ' % record.ownerName);
        step(text);
        sqlite3_bind_int(doc, 2, static_cast<int>(record.kind));
        bind(doc, 3, record.type);
        bind(doc, 4, record.domain.join(u'/'));
        bind(doc, 5, record.status);
        bind(doc, 6, record.ownerName);
        bind(doc, 7, record.classification);
        step(doc);
        for (const auto &word : record.tags) {
            sqlite3_bind_int64(tag, 1, id);
            bind(tag, 2, word);
            step(tag);
        }
    }
    for (auto *statement : {text, doc, tag})
        sqlite3_finalize(statement);
    run(m_db, "INSERT INTO filled VALUES(1); COMMIT; CREATE INDEX tags ON tag(doc, tag)");
}

int SqlReference::rowsOf(const char *sql, const QString &match)
{
    auto *statement = prepared(m_db, sql);
    bind(statement, 1, match);
    int rows = 0;
    while (sqlite3_step(statement) == SQLITE_ROW)
        ++rows;
    sqlite3_finalize(statement);
    return rows;
}

double SqlReference::copySeconds(const QString &from, const QString &to)
{
    QFile::remove(to);
    sqlite3 *db = nullptr;
    if (sqlite3_open(to.toUtf8().constData(), &db) != SQLITE_OK)
        qFatal("%s", sqlite3_errmsg(db));
    run(db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL");
    auto *attach = prepared(db, "ATTACH ?1 AS old");
    bind(attach, 1, from);
    sqlite3_step(attach);
    sqlite3_finalize(attach);
    QList<QByteArray> tables;
    auto *list =
        prepared(db,
                 "SELECT sql, type, name FROM old.sqlite_master WHERE sql NOT NULL "
                 "AND type IN ('table', 'index') AND name NOT LIKE 'sqlite%' ORDER BY type DESC");
    while (sqlite3_step(list) == SQLITE_ROW) {
        const auto text = [list](int column) {
            return QByteArray(reinterpret_cast<const char *>(sqlite3_column_text(list, column)));
        };
        run(db, text(0).constData());
        if (text(1) == "table")
            tables.append(text(2));
    }
    sqlite3_finalize(list);
    QElapsedTimer timer;
    timer.start();
    for (const auto &table : tables) {
        const QByteArray sql =
            "INSERT INTO main.\"" + table + "\" SELECT * FROM old.\"" + table + '"';
        run(db, sql.constData());
    }
    run(db, "PRAGMA wal_checkpoint(TRUNCATE)");
    const auto seconds = static_cast<double>(timer.elapsed()) / 1000;
    sqlite3_close(db);
    QFile::remove(to);
    return seconds;
}

int SqlReference::search(const QString &query)
{
    return rowsOf("SELECT rowid FROM text WHERE text MATCH ?1 ORDER BY bm25(text) LIMIT 50",
                  matchOf(query));
}

int SqlReference::facets(const QString &query)
{
    int rows = 0;
    for (const auto *column : {"kind", "type", "domain", "status", "owner", "class"}) {
        const auto sql = u"SELECT %1, count(*) FROM text JOIN doc ON doc.id = text.rowid "
                         "WHERE text MATCH ?1 GROUP BY %1"_s.arg(QLatin1String(column));
        rows += rowsOf(sql.toUtf8().constData(), matchOf(query));
    }
    return rows
        + rowsOf("SELECT tag, count(*) FROM text JOIN tag ON tag.doc = text.rowid "
                 "WHERE text MATCH ?1 GROUP BY tag",
                 matchOf(query));
}

} // namespace portolan::performance
