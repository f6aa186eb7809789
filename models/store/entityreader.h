// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/accountregistry.h"
#include "models/store/cachetables.h"
#include "models/store/entitytable.h"
#include "models/store/recordtable.h"
#include "models/store/store.h"

#include <map>
#include <memory>
#include <optional>
#include <utility>

namespace portolan::store {

//! Reads what lists and pages show from one connection, in the snapshot that its life spans.
//! Throws.
class EntityReader
{
public:
    EntityReader(Connection &cache, std::shared_ptr<const AccountsNow> accounts);
    ~EntityReader();
    EntityReader(const EntityReader &) = delete;
    EntityReader &operator=(const EntityReader &) = delete;

    //! Goes on with the newest state, where the snapshot is its own: one that is held for long
    //! keeps the writer's journal from being emptied.
    void renew();

    std::optional<domain::Entity> entity(qint64 id);
    domain::Entity entityOf(EntityRow row);
    //! The entity that \a id names: its own id or that of any alias.
    std::optional<qint64> find(const QUuid &id);
    //! What an account calls \a nativeId.
    std::optional<RecordRow> record(qint64 account, const QString &nativeId);
    //! The records of an entity in the order of accounts.
    QList<RecordRow> aliases(qint64 entity);
    QList<domain::Field> fields(qint64 entity);

    QUuid account(qint64 row) const { return m_accountOfRow.value(row); }

    const QHash<qint64, QUuid> &accountRows() const { return m_accountOfRow; }

    QString accountName(qint64 row) const { return m_accounts->nameOf(account(row)); }

    const AccountsNow &accounts() const { return *m_accounts; }

    Connection &connection() { return m_cache; }

    RecordTable &records() { return m_records; }

    DocumentTable &documents() { return m_documents; }

    EntityTable &entities() { return m_entities; }

    LinkTable &links() { return m_links; }

private:
    void begin();
    QUuid ownerOf(qint64 account, const QString &nativeId);

    //! Looked up in this snapshot: few own many things.
    std::map<std::pair<qint64, QString>, QUuid> m_owners;
    Connection &m_cache;
    std::shared_ptr<const AccountsNow> m_accounts;
    bool m_ownsTransaction = false;
    RecordTable m_records;
    DocumentTable m_documents;
    EntityTable m_entities;
    LinkTable m_links;
    QHash<qint64, QUuid> m_accountOfRow;
};

//! Everything on the page of \a entity but its versions. Throws when there is none.
domain::Page readPage(EntityReader &reader, qint64 entity);

//! What \a reference may mean, best first: our id, a native id, a field, else a name.
QList<Resolved> resolveReference(EntityReader &reader, const QString &reference, int limit);

} // namespace portolan::store
