// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/connection.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <QFile>

#include <exception>
#include <new>
#include <string_view>
#include <unordered_map>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

namespace {

constexpr int busyMs = 5000;

} // namespace

//! A statement as SQLite has it: SQLiteCpp's own costs more than SQLite itself where a column of
//! many rows is read.
struct Connection::Prepared
{
    Prepared(sqlite3 *database, const char *sql)
        : handle(database)
    {
        check(sqlite3_prepare_v3(handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
    }

    ~Prepared() { sqlite3_finalize(statement); }

    Prepared(const Prepared &) = delete;
    Prepared &operator=(const Prepared &) = delete;

    void check(int code) const
    {
        if (code != SQLITE_OK)
            throw SQLite::Exception(handle, code);
    }

    sqlite3 *handle;
    sqlite3_stmt *statement = nullptr;
};

struct Connection::Private
{
    Private(const OpenOptions &options)
        : database(QFile::encodeName(options.file).toStdString(),
                   (options.readOnly ? SQLite::OPEN_READONLY
                                     : SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
                       | SQLITE_OPEN_NOMUTEX,
                   busyMs, options.vfs.toStdString())
    {
    }

    SQLite::Database database;
    std::unordered_map<const char *, std::unique_ptr<Prepared>> statements;
};

namespace {

constexpr int lengthLimit = 256 * 1024 * 1024; // a 16 MB document and what hangs on it, with room
constexpr sqlite3_int64 heapLimit = sqlite3_int64(1024) * 1024 * 1024;

int authorize(void *, int action, const char *first, const char *, const char *, const char *)
{
    if (action == SQLITE_ATTACH || action == SQLITE_DETACH)
        return SQLITE_DENY;
    if (action == SQLITE_PRAGMA)
        return first != nullptr && std::string_view(first) == "data_version" ? SQLITE_OK
                                                                             : SQLITE_DENY;
    return SQLITE_OK;
}

//! Shared memory is a file as well, which is made as long as needed.
bool isFull(const SQLite::Exception &error)
{
    return (error.getErrorCode() & 0xff) == SQLITE_FULL
        || error.getExtendedErrorCode() == SQLITE_IOERR_SHMSIZE;
}

//! What a person can do about it, where they can.
QString remedyOf(const SQLite::Exception &error)
{
    if (isFull(error))
        return u"; no room is left on the disk, make some"_s;
    if ((error.getErrorCode() & 0xff) == SQLITE_BUSY)
        return u"; another Portolan has it, try again when that is done"_s;
    const auto code = error.getExtendedErrorCode();
    if (code == SQLITE_READONLY || code == SQLITE_READONLY_DIRECTORY)
        return u"; a file of the profile may not be written, give yourself the right to"_s;
    return {};
}

void hardenConnection(sqlite3 *handle)
{
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, lengthLimit);
    sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, 100'000);
    sqlite3_limit(handle, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50);
    sqlite3_limit(handle, SQLITE_LIMIT_VARIABLE_NUMBER, 100);
    sqlite3_hard_heap_limit64(heapLimit);
}

} // namespace

Connection::Connection(const OpenOptions &options)
    : d(std::make_unique<Private>(options))
{
    sqlite3_extended_result_codes(d->database.getHandle(), 1);
    hardenConnection(d->database.getHandle());
    applyPragmas(options);
}

Connection::~Connection() = default;

void Connection::applyPragmas(const OpenOptions &options)
{
    auto &database = d->database;
    if (options.damaged) {
        // The first of all: most other pragmas read the schema, which SQLite refuses in a file that
        // is shorter than its header says.
        sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
        database.exec("PRAGMA writable_schema=ON");
    }
    if (!options.readOnly) {
        // A file system without shared memory (some network mounts) cannot do WAL: then a rollback
        // journal, which is slower and as safe.
        try {
            m_journalMode = text("PRAGMA journal_mode=WAL");
        } catch (const SQLite::Exception &error) {
            const auto code = error.getErrorCode() & 0xff;
            if (isFull(error) || (code != SQLITE_IOERR && code != SQLITE_CANTOPEN))
                throw;
            m_journalMode = text("PRAGMA journal_mode=DELETE");
        }
        database.exec(options.full ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
        run("PRAGMA wal_autocheckpoint=" + QByteArray::number(options.checkpointPages));
    }
    run("PRAGMA cache_size=-" + QByteArray::number(options.cacheKiB));
    database.exec("PRAGMA foreign_keys=ON");
    database.exec("PRAGMA temp_store=MEMORY");
    database.exec("PRAGMA trusted_schema=OFF");
    database.exec("PRAGMA cell_size_check=ON");
    database.exec("PRAGMA mmap_size=0");
}

void Connection::run(const QByteArray &sql)
{
    d->database.exec(sql.constData());
}

qint64 Connection::number(const QByteArray &sql)
{
    SQLite::Statement statement(d->database, sql.constData());
    return statement.executeStep() ? statement.getColumn(0).getInt64() : 0;
}

QString Connection::text(const QByteArray &sql)
{
    SQLite::Statement statement(d->database, sql.constData());
    return statement.executeStep() ? QString::fromUtf8(statement.getColumn(0).getText())
                                   : QString();
}

qint64 Connection::lastRow() const
{
    return d->database.getLastInsertRowid();
}

int Connection::changes() const
{
    return d->database.getChanges();
}

bool Connection::inTransaction() const
{
    return sqlite3_get_autocommit(d->database.getHandle()) == 0;
}

bool Connection::emptyJournal(int patienceMs)
{
    auto *handle = d->database.getHandle();
    sqlite3_busy_timeout(handle, patienceMs);
    const auto done =
        sqlite3_wal_checkpoint_v2(handle, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    sqlite3_busy_timeout(handle, busyMs);
    return done == SQLITE_OK;
}

sqlite3 *Connection::handle()
{
    return d->database.getHandle();
}

void Connection::restrict()
{
    sqlite3_set_authorizer(d->database.getHandle(), authorize, nullptr);
}

Connection::Prepared &Connection::prepared(const char *sql)
{
    auto &slot = d->statements[sql];
    if (!slot)
        slot = std::make_unique<Prepared>(d->database.getHandle(), sql);
    return *slot;
}

Query::Query(Connection &connection, const char *sql)
    : m_statement(connection.prepared(sql))
    , m_connection(connection)
{
    sqlite3_reset(m_statement.statement);
}

Query::~Query()
{
    // Nothing is left to say about a failure here: step() has thrown it.
    sqlite3_reset(m_statement.statement);
}

Query &Query::bind(qint64 value)
{
    m_statement.check(sqlite3_bind_int64(m_statement.statement, m_next++, value));
    return *this;
}

Query &Query::bind(const QString &value)
{
    const auto utf8 = value.toUtf8();
    m_statement.check(sqlite3_bind_text(m_statement.statement, m_next++, utf8.constData(),
                                        int(utf8.size()), SQLITE_TRANSIENT));
    return *this;
}

Query &Query::bind(const QByteArray &value)
{
    m_statement.check(sqlite3_bind_blob(m_statement.statement, m_next++,
                                        value.isNull() ? "" : value.constData(), int(value.size()),
                                        SQLITE_STATIC));
    return *this;
}

Query &Query::bind(const QUuid &value)
{
    const auto bytes = value.toRfc4122();
    m_statement.check(sqlite3_bind_blob(m_statement.statement, m_next++, bytes.constData(),
                                        int(bytes.size()), SQLITE_TRANSIENT));
    return *this;
}

Query &Query::bindNumber(const std::optional<qint64> &value)
{
    if (value)
        return bind(*value);
    m_statement.check(sqlite3_bind_null(m_statement.statement, m_next++));
    return *this;
}

Query &Query::bindReal(const std::optional<double> &value)
{
    m_statement.check(value ? sqlite3_bind_double(m_statement.statement, m_next++, *value)
                            : sqlite3_bind_null(m_statement.statement, m_next++));
    return *this;
}

bool Query::step()
{
    const auto code = sqlite3_step(m_statement.statement);
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        throw SQLite::Exception(m_statement.handle, code);
    return code == SQLITE_ROW;
}

int Query::execute()
{
    if (step())
        throw SQLite::Exception("the statement has rows", SQLITE_MISUSE);
    return m_connection.changes();
}

bool Query::isNull(int column) const
{
    return sqlite3_column_type(m_statement.statement, column) == SQLITE_NULL;
}

std::optional<qint64> Query::number(int column) const
{
    return isNull(column) ? std::optional<qint64>() : integer(column);
}

std::optional<double> Query::real(int column) const
{
    return isNull(column)
        ? std::optional<double>()
        : std::optional<double>(sqlite3_column_double(m_statement.statement, column));
}

qint64 Query::integer(int column) const
{
    return sqlite3_column_int64(m_statement.statement, column);
}

QString Query::text(int column) const
{
    const auto *text = sqlite3_column_text(m_statement.statement, column);
    return QString::fromUtf8(reinterpret_cast<const char *>(text),
                             sqlite3_column_bytes(m_statement.statement, column));
}

QByteArrayView Query::bytes(int column) const
{
    const auto *bytes = sqlite3_column_blob(m_statement.statement, column);
    return {static_cast<const char *>(bytes), sqlite3_column_bytes(m_statement.statement, column)};
}

QByteArray Query::blob(int column) const
{
    return bytes(column).toByteArray();
}

QUuid Query::uuid(int column) const
{
    return QUuid::fromRfc4122(bytes(column));
}

Error currentError()
{
    try {
        throw;
    } catch (const SQLite::Exception &error) {
        const auto code = error.getErrorCode() & 0xff;
        const auto kind = isFull(error)                    ? Error::Kind::DiskFull
            : code == SQLITE_BUSY || code == SQLITE_LOCKED ? Error::Kind::Busy
                                                           : Error::Kind::Store;
        return {kind,
                u"sqlite %1: %2%3"_s.arg(error.getExtendedErrorCode())
                    .arg(QString::fromUtf8(error.what()), remedyOf(error))};
    } catch (const Error &error) {
        return error;
    } catch (const std::bad_alloc &) {
        return {Error::Kind::Store, u"out of memory"_s};
    } catch (const std::exception &error) {
        return {Error::Kind::Store, QString::fromUtf8(error.what())};
    }
}

namespace {

//! SQLite's primary result code inside \a error, or 0.
int codeOf(const Error &error)
{
    static const auto prefix = u"sqlite "_s;
    if (!error.detail.startsWith(prefix))
        return 0;
    const auto rest = QStringView(error.detail).mid(prefix.size());
    return rest.left(rest.indexOf(u':')).toInt() & 0xff;
}

} // namespace

bool needsReopen(const Error &error)
{
    const auto code = codeOf(error);
    return code == SQLITE_FULL || code == SQLITE_IOERR || code == SQLITE_NOMEM || isDamage(error);
}

bool isDamage(const Error &error)
{
    const auto code = codeOf(error);
    return code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
}

bool awaitsRollback(const Error &error)
{
    return codeOf(error) == SQLITE_READONLY;
}

} // namespace portolan::store
