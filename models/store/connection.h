// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QUuid>

#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

struct sqlite3;

namespace portolan::store {

//! How a database file is opened.
struct OpenOptions
{
    QString file;
    bool readOnly = false;
    bool damaged = false; //!< puts up with a file that is shorter than it says; only to read it
    bool full = false; //!< synchronous=FULL: a commit survives a power cut
    int cacheKiB = 8192;
    int checkpointPages = 1000;
    QByteArray vfs; //!< name of the SQLite VFS; empty is the default one
};

//! One SQLite connection with its prepared statements. Belongs to one thread at a time. Functions
//! throw inside this layer; guarded() is the one place that turns that into a Result.
class Connection
{
public:
    //! Opens with the pragmas and limits that reliability.md asks for. Throws.
    explicit Connection(const OpenOptions &options);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    //! Runs \a sql, which may hold several statements, without keeping it.
    void run(const QByteArray &sql);
    //! The first column of the first row of \a sql.
    qint64 number(const QByteArray &sql);
    QString text(const QByteArray &sql);
    qint64 lastRow() const;
    int changes() const;
    bool inTransaction() const;

    //! "wal", or "delete" where shared memory does not work.
    const QString &journalMode() const { return m_journalMode; }

    //! Brings what the journal holds into the file and makes it empty. Waits \a patienceMs for
    //! those who still read from it; false when one of them, or another writer, took longer.
    bool emptyJournal(int patienceMs);

    //! From here on ATTACH, DETACH and every PRAGMA but data_version are refused (ruling 33).
    void restrict();

    //! For what the kept statements cannot do; never closed by the caller.
    sqlite3 *handle();

    struct Prepared;
    //! The kept statement of \a sql, whose address is its key. Throws.
    Prepared &prepared(const char *sql);

private:
    void applyPragmas(const OpenOptions &options);

    struct Private;
    std::unique_ptr<Private> d;
    QString m_journalMode;
};

//! One run of a kept statement: bind, step, read; gives the statement back when it goes out of
//! scope. The SQL has to be a constant of static storage.
class Query
{
public:
    Query(Connection &connection, const char *sql);
    ~Query();
    Query(const Query &) = delete;
    Query &operator=(const Query &) = delete;

    Query &bind(qint64 value);
    Query &bind(const QString &value);
    Query &bind(const QByteArray &value); //!< as a BLOB; must live until the query ends
    Query &bind(const QUuid &value); //!< as a BLOB of 16 bytes
    Query &bindNumber(const std::optional<qint64> &value); //!< NULL where there is none
    Query &bindReal(const std::optional<double> &value); //!< NULL where there is none

    bool step();
    //! Runs a statement without rows; answers how many rows it changed.
    int execute();

    qint64 integer(int column) const;
    QString text(int column) const;
    QByteArray blob(int column) const;
    QByteArrayView bytes(int column) const; //!< of a BLOB, until the next step
    QUuid uuid(int column) const;
    std::optional<qint64> number(int column) const; //!< empty for NULL
    std::optional<double> real(int column) const; //!< empty for NULL

private:
    bool isNull(int column) const;

    Connection::Prepared &m_statement;
    Connection &m_connection;
    int m_next = 1;
};

//! The failure that is being handled, as an Error. Only to be called inside a catch block.
Error currentError();

//! Whether the connection must be closed and opened again after \a error (reliability.md).
bool needsReopen(const Error &error);

//! Whether \a error says that a file is damaged or no database at all.
bool isDamage(const Error &error);

//! Whether \a error says that a read-only connection found a journal which only one that may write
//! can work off: a process died in the middle of a transaction.
bool awaitsRollback(const Error &error);

//! Runs \a function and turns what it throws into an Error.
template <typename Function>
auto guarded(Function &&function) -> Result<std::invoke_result_t<Function>>
{
    try {
        if constexpr (std::is_void_v<std::invoke_result_t<Function>>) {
            std::forward<Function>(function)();
            return {};
        } else {
            return std::forward<Function>(function)();
        }
    } catch (...) {
        return tl::unexpected<Error>(currentError());
    }
}

} // namespace portolan::store
