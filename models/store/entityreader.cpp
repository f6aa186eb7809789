// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/entityreader.h"

#include "models/store/joinreason.h"
#include "models/store/merging.h"

#include <algorithm>
#include <tuple>

namespace portolan::store {

EntityReader::EntityReader(Connection &cache, std::shared_ptr<const AccountsNow> accounts)
    : m_cache(cache)
    , m_accounts(std::move(accounts))
    , m_records(cache)
    , m_documents(cache)
    , m_entities(cache)
    , m_links(cache)
{
    m_ownsTransaction = !cache.inTransaction();
    begin();
}

void EntityReader::begin()
{
    static constexpr auto sql = "BEGIN";
    if (m_ownsTransaction)
        Query(m_cache, sql).execute();
    m_accountOfRow = CacheAccountTable(m_cache).all();
    m_owners.clear();
}

void EntityReader::renew()
{
    static constexpr auto sql = "COMMIT";
    if (!m_ownsTransaction)
        return;
    Query(m_cache, sql).execute();
    begin();
}

EntityReader::~EntityReader()
{
    static constexpr auto sql = "COMMIT";
    // Nothing was written, so there is nothing to lose when this fails.
    if (m_ownsTransaction)
        static_cast<void>(guarded([this] { Query(m_cache, sql).execute(); }));
}

std::optional<domain::Entity> EntityReader::entity(qint64 id)
{
    auto row = m_entities.byId(id);
    return row ? std::optional(entityOf(std::move(*row))) : std::nullopt;
}

domain::Entity EntityReader::entityOf(EntityRow row)
{
    auto entity = std::move(row.entity);
    if (row.aliases == 1) {
        entity.aliases.append(
            {account(row.account), accountName(row.account), entity.nativeId, {}});
    } else {
        for (const auto &alias : aliases(row.id)) {
            entity.aliases.append({account(alias.account), accountName(alias.account),
                                   alias.nativeId, reasonInWords(alias.joinedBy)});
        }
    }
    if (!row.ownerNative.isEmpty())
        entity.ownerId = ownerOf(row.ownerAccount, row.ownerNative);
    return entity;
}

QUuid EntityReader::ownerOf(qint64 account, const QString &nativeId)
{
    const auto [at, isNew] = m_owners.try_emplace({account, nativeId});
    if (isNew)
        at->second = m_entities.idOf(account, nativeId).value_or(QUuid());
    return at->second;
}

std::optional<qint64> EntityReader::find(const QUuid &id)
{
    const auto record = m_records.byOwnId(id);
    return record ? std::optional(record->entity) : std::nullopt;
}

std::optional<RecordRow> EntityReader::record(qint64 account, const QString &nativeId)
{
    return m_records.find(account, nativeId);
}

QList<RecordRow> EntityReader::aliases(qint64 entity)
{
    auto rows = m_records.ofEntity(entity);
    const auto key = [this](const RecordRow &row) {
        return std::tuple(m_accounts->positionOf(account(row.account)), account(row.account),
                          row.nativeId);
    };
    // The one whose id the entity has leads, also while a new order of accounts is being applied.
    std::sort(rows.begin(), rows.end(), [&](const RecordRow &left, const RecordRow &right) {
        return std::tuple(left.id != entity, key(left))
            < std::tuple(right.id != entity, key(right));
    });
    return rows;
}

QList<domain::Field> EntityReader::fields(qint64 entity)
{
    QList<QList<domain::Field>> sources;
    for (const auto &alias : aliases(entity))
        sources.append(m_documents.fields(alias.id));
    return mergedFields(sources);
}

} // namespace portolan::store
