// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/accountstore.h"
#include "models/store/connection.h"
#include "models/store/qualityvalues.h"

#include <QList>
#include <QString>
#include <QUuid>

#include <optional>

namespace portolan::store {

//! The outbox's account table. Throws.
class OutboxAccountTable
{
public:
    explicit OutboxAccountTable(Connection &connection)
        : m_connection(connection)
    {
    }

    QList<Account> all() const;
    //! Throws a Usage error when another account has the name.
    void put(const Account &account);
    //! Takes its operations along, and notes that what the other files have of it is to go as well.
    void remove(const QUuid &id);
    //! Those that were removed and may have left something in the other files.
    QList<QUuid> removed() const;
    //! Notes that nothing of \a id is left.
    void forgetRemoved(const QUuid &id);
    //! Numbers all accounts anew: \a ids first, the others behind them.
    void arrange(const QList<QUuid> &ids);

private:
    Connection &m_connection;
};

//! The saved_view table. Throws.
class SavedViewTable
{
public:
    explicit SavedViewTable(Connection &connection)
        : m_connection(connection)
    {
    }

    QList<SavedView> all() const;
    void put(const SavedView &view);
    void remove(const QString &name);

private:
    Connection &m_connection;
};

//! The follow table. Throws.
class FollowTable
{
public:
    explicit FollowTable(Connection &connection)
        : m_connection(connection)
    {
    }

    QList<QUuid> all() const;
    void set(const QUuid &entity, bool on);

private:
    Connection &m_connection;
};

//! The join_decision table. Throws.
class JoinDecisionTable
{
public:
    explicit JoinDecisionTable(Connection &connection)
        : m_connection(connection)
    {
    }

    QList<JoinDecision> all() const;
    //! Takes \a step, and answers what takes it back. Throws a Usage error, and changes nothing,
    //! where what is to be forgotten is not what stands there, or something stands where what is
    //! taken back puts something: somebody else decided meanwhile.
    JoinStep take(const JoinStep &step);

private:
    std::optional<JoinDecision> of(const JoinDecision &pair) const;
    void put(const JoinDecision &decision);
    void remove(const JoinDecision &decision);

    Connection &m_connection;
};

//! The last_act table: of each process the number of its last act on an operation, written with
//! that act. Throws.
class LastActTable
{
public:
    explicit LastActTable(Connection &connection)
        : m_connection(connection)
    {
    }

    //! 0 where there was none.
    qint64 of(const QUuid &process) const;
    void put(const QUuid &process, qint64 number);

private:
    Connection &m_connection;
};

//! The basket table. Throws.
class BasketTable
{
public:
    explicit BasketTable(Connection &connection)
        : m_connection(connection)
    {
    }

    QList<BasketEntry> all() const;
    void put(const BasketEntry &entry);
    void remove(const QUuid &thing);

private:
    Connection &m_connection;
};

//! The notice table. Throws.
class NoticeTable
{
public:
    explicit NoticeTable(Connection &connection)
        : m_connection(connection)
    {
    }

    QStringList all() const;
    void put(const QString &key, const QDateTime &at);

private:
    Connection &m_connection;
};

//! The triage_action and triage_undone tables. Throws.
class TriageTable
{
public:
    explicit TriageTable(Connection &connection)
        : m_connection(connection)
    {
    }

    //! Those of steps that were not taken back, in the order in which they were added.
    QList<TriageAction> all() const;
    //! Adds \a actions as one step and answers its number.
    qint64 append(const QList<TriageAction> &actions);
    void undo(qint64 step);

private:
    Connection &m_connection;
};

} // namespace portolan::store
