// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/accountregistry.h"
#include "models/store/cachetables.h"
#include "models/store/joining.h"
#include "models/store/lineagetable.h"
#include "models/store/recordtable.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <memory>
#include <optional>

namespace portolan::store {

//! The ground on which it is decided what is one thing: the records that could be the same, their
//! order, and what people and sources said about them. For the one who writes the catalogue and for
//! those who ask why. Throws.
class JoinGround
{
public:
    explicit JoinGround(Connection &cache);

    //! The accounts and decisions that count from here on.
    void setAccounts(std::shared_ptr<const AccountsNow> accounts);

    //! A record became another name of something.
    void noteOtherName() { m_hasOtherNames = true; }

    //! Looks everything up again: what was written may have been taken back.
    void forget() { m_hasOtherNames.reset(); }

    //! Everything that could be the same as one of the records \a seeds, in the order that counts.
    QList<RecordRow> around(const QSet<qint64> &seeds);
    //! Sorts by accounts, what says more about a thing before what says less, then native ids.
    void sort(QList<RecordRow> &rows);
    //! Records that \a row is one with, or apart from, because a person or the source says so.
    QList<qint64> partnersOf(const RecordRow &row);
    //! What was said about pairs of \a rows.
    JoinDecisions decisionsAmong(const QList<RecordRow> &rows);
    std::optional<qint64> recordOf(const QUuid &account, const QString &nativeId);

    //! \a rows as the joining sees them.
    static QList<JoinMember> membersOf(const QList<RecordRow> &rows);

private:
    bool hasOtherNames();
    QList<qint64> otherNamesAround(const RecordRow &row);
    void addDeclared(const QList<RecordRow> &rows, JoinDecisions &among);

    Connection &m_cache;
    RecordTable m_records;
    OtherNameTable m_otherNames;
    CacheAccountTable m_accountRows;
    std::shared_ptr<const AccountsNow> m_accounts;
    QHash<QUuid, QHash<QString, QList<std::pair<QUuid, QString>>>> m_decided;
    std::optional<bool> m_hasOtherNames; //!< empty until it was looked up
};

} // namespace portolan::store
