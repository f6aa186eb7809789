// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/operationtable.h"

#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

namespace {

using domain::Operation;

QDateTime timeOf(qint64 ms)
{
    return ms == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

//! Those with ids from ?1 to ?2.
constexpr auto selectSql =
    "SELECT id, idempotency_key, account, object_id, kind, payload, base_revision, base, created,"
    " state, attempts, next_attempt,"
    " coalesce((SELECT until FROM account_pause p WHERE p.account = operation.account), 0), sent, "
    "last_error_code, last_error_text,"
    " request_id, recovered, theirs, their_revision, native_id, revision, settled, doubtful"
    " FROM operation WHERE id BETWEEN ?1 AND ?2 ORDER BY id";

qint64 millis(const QDateTime &time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

//! What cannot be read as a state, out of a file that was altered, is left to a person.
domain::OperationState stateOf(const QString &word)
{
    return domain::operationStateOf(word).value_or(domain::OperationState::Staged);
}

Operation operationOf(const Query &row)
{
    Operation operation;
    operation.id = row.integer(0);
    operation.key = row.uuid(1);
    operation.account = row.uuid(2);
    operation.objectId = row.text(3);
    operation.kind = row.text(4);
    operation.payload = row.blob(5);
    operation.baseRevision = row.text(6);
    operation.base = row.blob(7);
    operation.created = timeOf(row.integer(8));
    operation.state = stateOf(row.text(9));
    operation.attempts = int(row.integer(10));
    operation.nextAttempt = timeOf(row.integer(11));
    operation.notBefore = timeOf(row.integer(12));
    operation.sent = timeOf(row.integer(13));
    operation.errorCode = row.text(14);
    operation.errorText = row.text(15);
    operation.requestId = row.text(16);
    operation.recovered = row.integer(17) != 0;
    operation.theirs = row.blob(18);
    operation.theirRevision = row.text(19);
    operation.nativeId = row.text(20);
    operation.revision = row.text(21);
    operation.settled = row.integer(22) != 0;
    operation.doubtful = row.integer(23) != 0;
    return operation;
}

} // namespace

qint64 OperationTable::waiting() const
{
    static constexpr auto sql = "SELECT count(*) FROM operation"
                                " WHERE state IN ('staged', 'ready', 'sending', 'ambiguous')";
    Query query(m_connection, sql);
    query.step();
    return query.integer(0);
}

QList<Operation> OperationTable::all() const
{
    Query query(m_connection, selectSql);
    query.bind(std::numeric_limits<qint64>::min()).bind(std::numeric_limits<qint64>::max());
    QList<Operation> operations;
    while (query.step())
        operations.append(operationOf(query));
    return operations;
}

std::optional<Operation> OperationTable::find(qint64 id) const
{
    Query query(m_connection, selectSql);
    query.bind(id).bind(id);
    return query.step() ? std::optional(operationOf(query)) : std::nullopt;
}

void OperationTable::insert(const Operation &operation, std::optional<qint64> id)
{
    static constexpr auto sql =
        "INSERT INTO operation (idempotency_key, account, object_id, kind, payload, base_revision,"
        " base, created, state, id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
    Query query(m_connection, sql);
    query.bind(operation.key).bind(operation.account).bind(operation.objectId);
    query.bind(operation.kind).bind(operation.payload).bind(operation.baseRevision);
    query.bind(operation.base).bind(millis(operation.created));
    query.bind(domain::operationStateWord(operation.state)).bindNumber(id);
    query.execute();
}

qint64 OperationTable::append(const Operation &operation)
{
    insert(operation, std::nullopt);
    return m_connection.lastRow();
}

bool OperationTable::has(qint64 id, const QUuid &key) const
{
    static constexpr auto sql =
        "SELECT count(*) FROM operation WHERE id = ?1 OR idempotency_key = ?2";
    Query query(m_connection, sql);
    query.bind(id).bind(key);
    query.step();
    return query.integer(0) > 0;
}

bool OperationTable::restore(const Operation &operation)
{
    if (has(operation.id, operation.key))
        return false;
    insert(operation, operation.id);
    auto again = operation;
    again.notBefore = {}; // the account's, which was not given up
    update(again);
    return true;
}

void OperationTable::update(const Operation &operation)
{
    static constexpr auto sql =
        "UPDATE operation SET base_revision = ?2, base = ?3, state = ?4, attempts = ?5,"
        " next_attempt = ?6, sent = ?7, last_error_code = ?8, last_error_text = ?9,"
        " request_id = ?10, recovered = ?11, theirs = ?12, their_revision = ?13, native_id = ?14,"
        " revision = ?15, settled = ?16, doubtful = ?17, payload = ?18 WHERE id = ?1";
    Query query(m_connection, sql);
    query.bind(operation.id).bind(operation.baseRevision).bind(operation.base);
    query.bind(domain::operationStateWord(operation.state)).bind(qint64(operation.attempts));
    query.bind(millis(operation.nextAttempt))
        .bind(millis(operation.sent))
        .bind(operation.errorCode)
        .bind(operation.errorText);
    query.bind(operation.requestId).bind(qint64(operation.recovered)).bind(operation.theirs);
    query.bind(operation.theirRevision).bind(operation.nativeId).bind(operation.revision);
    query.bind(qint64(operation.settled)).bind(qint64(operation.doubtful));
    query.bind(operation.payload);
    query.execute();
    if (operation.notBefore.isValid())
        pause(operation.account, operation.notBefore);
}

void OperationTable::pause(const QUuid &account, const QDateTime &until)
{
    static constexpr auto sql = "INSERT INTO account_pause (account, until) VALUES (?1, ?2)"
                                " ON CONFLICT (account) DO UPDATE SET until = excluded.until";
    Query query(m_connection, sql);
    query.bind(account).bind(millis(until));
    query.execute();
}

void OperationTable::remove(qint64 id)
{
    static constexpr auto sql = "DELETE FROM operation WHERE id = ?1";
    Query query(m_connection, sql);
    query.bind(id);
    query.execute();
}

bool OperationTable::removeUnsent(const QUuid &key)
{
    static constexpr auto sql = "SELECT id FROM operation WHERE idempotency_key = ?1"
                                " AND state NOT IN ('sending', 'applied')";
    qint64 id = 0;
    {
        Query query(m_connection, sql);
        query.bind(key);
        if (!query.step())
            return false;
        id = query.integer(0);
    }
    remove(id);
    return true;
}

void OperationTable::markLost()
{
    static constexpr auto sql = "UPDATE operation SET state = 'ambiguous' WHERE state = 'sending'";
    Query(m_connection, sql).execute();
}

void OperationTable::settle(qint64 id)
{
    static constexpr auto sql =
        "UPDATE operation SET settled = 1 WHERE id = ?1 AND state = 'applied'";
    Query query(m_connection, sql);
    query.bind(id);
    query.execute();
}

void OperationTable::keepNewestSettled(int count)
{
    static constexpr auto sql =
        "DELETE FROM operation WHERE settled = 1 AND id <= coalesce("
        "(SELECT id FROM operation WHERE settled = 1 ORDER BY id DESC LIMIT 1 OFFSET ?1), 0)";
    Query query(m_connection, sql);
    query.bind(qint64(count));
    query.execute();
}

} // namespace portolan::store
