// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/outboxtables.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

namespace {

QString otherRequestsOption()
{
    return u"takesOtherRequests"_s;
}

} // namespace

bool takesOtherRequests(const Account &account)
{
    return account.options.value(otherRequestsOption()).toBool();
}

void setTakesOtherRequests(Account &account, bool on)
{
    if (on)
        account.options.insert(otherRequestsOption(), true);
    else
        account.options.remove(otherRequestsOption());
}

QList<Account> OutboxAccountTable::all() const
{
    static constexpr auto sql = "SELECT id, name, platform, folder, url, user, options, position"
                                " FROM account ORDER BY position, name";
    Query query(m_connection, sql);
    QList<Account> accounts;
    while (query.step()) {
        Account account;
        account.id = query.uuid(0);
        account.name = query.text(1);
        account.platform = query.text(2);
        account.folder = query.text(3);
        account.url = query.text(4);
        account.user = query.text(5);
        account.options = QJsonDocument::fromJson(query.blob(6)).object();
        account.position = int(query.integer(7));
        accounts.append(std::move(account));
    }
    return accounts;
}

void OutboxAccountTable::put(const Account &account)
{
    static constexpr auto takenSql = "SELECT 1 FROM account WHERE name = ?1 AND id <> ?2";
    static constexpr auto sql =
        "INSERT INTO account (id, name, platform, folder, url, user, options, position)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (id) DO UPDATE SET"
        " name = excluded.name, platform = excluded.platform, folder = excluded.folder,"
        " url = excluded.url, user = excluded.user, options = excluded.options,"
        " position = excluded.position";
    {
        Query taken(m_connection, takenSql);
        taken.bind(account.name).bind(account.id);
        if (taken.step()) {
            throw Error{Error::Kind::Usage,
                        u"an account named “%1” exists already"_s.arg(account.name)};
        }
    }
    Query query(m_connection, sql);
    query.bind(account.id).bind(account.name).bind(account.platform).bind(account.folder);
    query.bind(account.url).bind(account.user);
    query.bind(QString::fromUtf8(QJsonDocument(account.options).toJson(QJsonDocument::Compact)));
    query.bind(qint64(account.position));
    query.execute();
    forgetRemoved(account.id); // one that is back has what is left of it
}

void OutboxAccountTable::remove(const QUuid &id)
{
    static constexpr auto sql = "DELETE FROM account WHERE id = ?1";
    static constexpr auto pauseSql = "DELETE FROM account_pause WHERE account = ?1";
    // Nobody could ever send it: whoever adds the platform again has another account.
    static constexpr auto workSql = "DELETE FROM operation WHERE account = ?1";
    static constexpr auto noteSql = "INSERT OR IGNORE INTO removed_account (account) VALUES (?1)";
    {
        Query query(m_connection, sql);
        query.bind(id);
        if (query.execute() == 0)
            return;
    }
    for (const auto *also : {pauseSql, workSql, noteSql}) {
        Query query(m_connection, also);
        query.bind(id);
        query.execute();
    }
}

QList<QUuid> OutboxAccountTable::removed() const
{
    static constexpr auto sql = "SELECT account FROM removed_account ORDER BY rowid";
    Query query(m_connection, sql);
    QList<QUuid> accounts;
    while (query.step())
        accounts.append(query.uuid(0));
    return accounts;
}

void OutboxAccountTable::forgetRemoved(const QUuid &id)
{
    static constexpr auto sql = "DELETE FROM removed_account WHERE account = ?1";
    Query query(m_connection, sql);
    query.bind(id);
    query.execute();
}

void OutboxAccountTable::arrange(const QList<QUuid> &ids)
{
    static constexpr auto sql = "UPDATE account SET position = ?1 WHERE id = ?2";
    QList<QUuid> order = ids;
    for (const auto &account : all()) {
        if (!order.contains(account.id))
            order.append(account.id);
    }
    for (qsizetype i = 0; i < order.size(); ++i) {
        Query query(m_connection, sql);
        query.bind(qint64(i)).bind(order.at(i));
        query.execute();
    }
}

} // namespace portolan::store
