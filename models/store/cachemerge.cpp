// SPDX-License-Identifier: GPL-3.0-or-later
// The part of CacheWriter that writes the merged row of an entity from its records.
#include "models/store/cachewriter.h"
#include "models/store/merging.h"

namespace portolan::store {

using domain::EntityKind;
using domain::Relation;

void CacheWriter::refresh(qint64 entity)
{
    auto aliases = m_records.ofEntity(entity);
    if (aliases.isEmpty()) {
        if (dropEntity(entity))
            m_changed.insert(entity);
        return;
    }
    m_ground.sort(aliases);
    QList<domain::Record> records;
    QList<QList<domain::Field>> fields;
    for (const auto &alias : std::as_const(aliases)) {
        records.append(m_documents.payload(alias.id));
        fields.append(m_documents.fields(alias.id));
    }
    const auto merged = store::merged(records);
    auto row = entityRowOf(merged);
    row.entity.fieldCount = int(mergedFields(fields).size());
    // The owner's id belongs to the account that named it first.
    for (qsizetype i = 0; i < records.size(); ++i) {
        if (records.at(i).ownerId.isEmpty() && records.at(i).ownerName.isEmpty())
            continue;
        row.ownerAccount = aliases.at(i).account;
        break;
    }
    put(std::move(row), merged, aliases);
}

void CacheWriter::putAlone(const RecordRow &row, const PreparedRecord &prepared)
{
    m_stale.remove(row.id);
    auto entity = entityRowOf(prepared.record);
    entity.entity.fieldCount = prepared.fieldCount;
    entity.ownerAccount = row.account;
    put(std::move(entity), prepared.record, {row});
}

void CacheWriter::put(EntityRow row, const domain::Record &merged, const QList<RecordRow> &aliases)
{
    const auto &first = aliases.first();
    row.id = first.id;
    row.account = first.account;
    row.aliases = int(aliases.size());
    row.changedAt = m_clock.now().toMSecsSinceEpoch();
    row.entity.id = first.ownId;
    if (merged.kind == EntityKind::Product)
        row.entity.portTypes = portTypesOf(merged, aliases);
    if (row.entity.ownerName.isEmpty() && !row.ownerNative.isEmpty())
        row.entity.ownerName = ownerNameOf(row.ownerAccount, row.ownerNative);
    m_counts.noteEntity(m_entities.put(row), row.entity.kind);
    if (merged.kind == EntityKind::Check)
        writeCheckFact(merged, row);
    QStringList names;
    for (const auto &alias : aliases)
        names.append(alias.nativeId);
    for (const auto &relation : merged.relations)
        names.append(relation.nativeId);
    m_sloPlaces.noteNames(names);
    m_statesDue = true;
    m_changed.insert(row.id);
}

QStringList CacheWriter::portTypesOf(const domain::Record &product, const QList<RecordRow> &aliases)
{
    QStringList types;
    for (const auto &relation : product.relations) {
        if (relation.relation != Relation::OutputPort)
            continue;
        for (const auto &alias : aliases) {
            const auto port = m_records.find(alias.account, relation.nativeId);
            if (!port)
                continue;
            const auto type = m_documents.payload(port->id).type;
            if (!type.isEmpty() && !types.contains(type))
                types.append(type);
        }
    }
    return types;
}

QString CacheWriter::ownerNameOf(qint64 account, const QString &nativeId)
{
    const auto owner = m_records.find(account, nativeId);
    if (!owner)
        return {};
    const auto record = m_documents.payload(owner->id);
    return record.title.isEmpty() ? record.name : record.title;
}

void CacheWriter::nameOwners()
{
    static constexpr auto sql = "SELECT id, owner_account, owner_id FROM entity"
                                " WHERE owner_name = '' AND owner_id <> ''";

    struct Unnamed
    {
        qint64 entity;
        qint64 account;
        QString owner;
    };

    QList<Unnamed> unnamed;
    {
        Query query(m_cache, sql);
        while (query.step())
            unnamed.append({query.integer(0), query.integer(1), query.text(2)});
    }
    for (const auto &one : std::as_const(unnamed)) {
        if (m_records.find(one.account, one.owner))
            m_stale.insert(one.entity);
    }
}

} // namespace portolan::store
