// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers are given out again once the highest of them is gone, and between two parts others may be
// given one, if this program is killed there. So what refers to a number goes before the number,
// and the highest number of a check stays, without a name: readers remember the numbers of checks.
#include "models/store/historyremoval.h"

#include "models/store/checkdays.h"
#include "models/store/outboxtables.h"
#include "models/store/runtable.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <set>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

namespace {

constexpr qint64 namesAtOnce = 500;

//! The first of the numbers that \a sql finds for \a account; empty when there is none.
std::optional<qint64> firstOf(Connection &connection, const char *sql, const QUuid &account)
{
    Query query(connection, sql);
    query.bind(account);
    return query.step() ? std::optional(query.integer(0)) : std::nullopt;
}

//! What \a sql finds next behind \a last; empty when that was the last.
QByteArray behind(Connection &connection, const char *sql, const QByteArray &last)
{
    Query query(connection, sql);
    query.bind(last);
    return query.step() ? query.blob(0) : QByteArray();
}

qint64 removeOf(Connection &connection, const char *sql, qint64 number)
{
    Query query(connection, sql);
    query.bind(number);
    return query.execute();
}

void removeCheck(Connection &connection, qint64 check)
{
    static constexpr auto flipsSql = "DELETE FROM check_flip WHERE check_id = ?1";
    static constexpr auto sql = "DELETE FROM quality_check WHERE id = ?1"
                                " AND id <> (SELECT max(id) FROM quality_check)";
    static constexpr auto namelessSql =
        "UPDATE OR REPLACE quality_check SET account = ?2, native_id = '', runs = 0, at = 0,"
        " run = '', status = 0, observed = '', expected = '', value = NULL, failed = NULL,"
        " total = NULL, message = '' WHERE id = ?1";
    removeOf(connection, flipsSql, check);
    removeOf(connection, sql, check);
    Query query(connection, namelessSql);
    query.bind(check).bind(QUuid());
    query.execute();
}

//! Each table has an index that begins with the account, so that one step finds the next one.
QList<QUuid> accountsIn(Connection &history)
{
    static constexpr const char *sqls[] = {
        "SELECT min(account) FROM contract_version WHERE account > ?1",
        "SELECT min(account) FROM lineage_node WHERE account > ?1",
        "SELECT min(account) FROM lineage_begun WHERE account > ?1",
        "SELECT min(account) FROM quality_check WHERE account > ?1",
        "SELECT min(account) FROM quality_asset WHERE account > ?1",
        "SELECT min(account) FROM observation WHERE account > ?1"};
    QList<QUuid> accounts;
    for (const auto *sql : sqls) {
        for (auto bytes = behind(history, sql, {}); !bytes.isEmpty();
             bytes = behind(history, sql, bytes)) {
            const auto account = QUuid::fromRfc4122(bytes);
            if (!account.isNull() && !accounts.contains(account))
                accounts.append(account);
        }
    }
    return accounts;
}

bool hasCopies(const QDir &folder, const QString &pattern)
{
    return !folder.entryList({pattern}, QDir::Files).isEmpty();
}

} // namespace

QList<QUuid> forgottenAccounts(Connection &history, OpenOptions outbox, const QString &backups)
{
    auto found = accountsIn(history);
    if (found.isEmpty())
        return found;
    outbox.readOnly = true;
    Connection connection(outbox); // behind the history: what is new by now is in it
    const OutboxAccountTable table(connection);
    const auto accounts = table.all();
    const auto removed = table.removed();
    const QFileInfo file(outbox.file);
    const bool wasDamaged = hasCopies(file.dir(), file.fileName() + u".corrupt-*"_s);
    const bool isNew = accounts.isEmpty() && removed.isEmpty()
        && !hasCopies(QDir(backups), file.completeBaseName() + u".v*.db"_s);
    if (wasDamaged || isNew)
        return {};
    found.removeIf([&](const QUuid &id) {
        return removed.contains(id)
            || std::ranges::find(accounts, id, &Account::id) != accounts.end();
    });
    return found;
}

bool HistoryRemoval::removePart(Connection &connection, qint64 rows)
{
    static constexpr auto versionsSql =
        "DELETE FROM contract_version WHERE id IN"
        " (SELECT id FROM contract_version WHERE account = ?1 LIMIT ?2)";
    static constexpr auto namesSql = "DELETE FROM lineage_node WHERE id IN"
                                     " (SELECT id FROM lineage_node WHERE account = ?1 LIMIT ?2)";
    static constexpr auto begunSql = "DELETE FROM lineage_begun WHERE account IN"
                                     " (SELECT account FROM lineage_begun WHERE account = ?1"
                                     " LIMIT ?2)";
    static constexpr auto looksSql = "DELETE FROM observation WHERE id IN"
                                     " (SELECT id FROM observation WHERE account = ?1 LIMIT ?2)";
    if (m_account.isNull())
        return false; // what has no name any more is nobody's
    m_left = rows;
    return removeSome(connection, versionsSql) || removeArrows(connection)
        || removeSome(connection, namesSql) || removeSome(connection, begunSql)
        || removeChecks(connection) || removeAssets(connection) || removeSome(connection, looksSql);
}

//! True when the part is used up.
bool HistoryRemoval::removeSome(Connection &connection, const char *sql)
{
    Query query(connection, sql);
    query.bind(m_account).bind(m_left);
    m_left -= query.execute();
    return m_left <= 0;
}

//! The intervals of the lineage, by what they come from.
bool HistoryRemoval::removeArrows(Connection &connection)
{
    static constexpr auto namesSql =
        "SELECT id, native_id FROM lineage_node WHERE account = ?1 AND native_id > ?2"
        " ORDER BY native_id LIMIT ?3";
    static constexpr auto sql = "DELETE FROM lineage_interval WHERE source = ?1";
    // What comes from nowhere is its target's.
    static constexpr auto rootlessSql =
        "DELETE FROM lineage_interval WHERE source = 0 AND target = ?1";
    while (m_arrowsTo) {
        QList<std::pair<qint64, QString>> names;
        {
            Query query(connection, namesSql);
            query.bind(m_account).bind(*m_arrowsTo).bind(namesAtOnce);
            while (query.step())
                names.append({query.integer(0), query.text(1)});
        }
        if (names.isEmpty())
            m_arrowsTo.reset();
        for (const auto &[number, name] : std::as_const(names)) {
            m_left -=
                1 + removeOf(connection, sql, number) + removeOf(connection, rootlessSql, number);
            m_arrowsTo = name;
            if (m_left <= 0)
                return true;
        }
    }
    return false;
}

bool HistoryRemoval::removeChecks(Connection &connection)
{
    static constexpr auto sql = "SELECT id FROM quality_check WHERE account = ?1 LIMIT 1";
    while (const auto check = firstOf(connection, sql, m_account)) {
        const bool isCut = removeRuns(connection, *check);
        if (!isCut)
            removeCheck(connection, *check);
        if (isCut || m_left <= 0)
            return true;
    }
    return false;
}

//! The oldest runs of \a check, with their days; true when others are left.
bool HistoryRemoval::removeRuns(Connection &connection, qint64 check)
{
    static constexpr auto lastSql =
        "SELECT at FROM check_run WHERE check_id = ?1 ORDER BY at, run LIMIT 1 OFFSET ?2";
    static constexpr auto timesSql = "SELECT at FROM check_run WHERE check_id = ?1 AND at <= ?2";
    static constexpr auto sql = "DELETE FROM check_run WHERE check_id = ?1 AND at <= ?2";
    bool isCut = false;
    auto last = forEver;
    {
        Query query(connection, lastSql);
        query.bind(check).bind(m_left);
        isCut = query.step();
        if (isCut)
            last = query.integer(0);
    }
    std::set<qint64> blocks;
    {
        Query query(connection, timesSql);
        query.bind(check).bind(last);
        while (query.step())
            blocks.insert(flooredBy(dayOf(query.integer(0)), daysInBlock));
    }
    for (const auto block : blocks)
        CheckDayTable(connection).put(check, block, {});
    Query query(connection, sql);
    query.bind(check).bind(last);
    m_left -= 1 + query.execute();
    return isCut;
}

bool HistoryRemoval::removeAssets(Connection &connection)
{
    static constexpr auto sql = "SELECT id FROM quality_asset WHERE account = ?1 LIMIT 1";
    static constexpr auto updatesSql = "DELETE FROM freshness_update WHERE asset = ?1";
    static constexpr auto assetSql = "DELETE FROM quality_asset WHERE id = ?1";
    while (const auto asset = firstOf(connection, sql, m_account)) {
        m_left -= removeOf(connection, updatesSql, *asset) + removeOf(connection, assetSql, *asset);
        if (m_left <= 0)
            return true;
    }
    return false;
}

} // namespace portolan::store
