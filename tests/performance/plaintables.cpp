// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/performance/plaintables.h"

#include "models/store/cacheindexsource.h"
#include "models/store/merging.h"
#include "models/store/migration.h"
#include "tests/performance/storedmesh.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::performance {

PlainTables::PlainTables(const QString &folder, const QUuid &account)
    : m_folder(folder)
    , m_uuid(account)
    , m_connection(options(folder % u"/cache.db"_s))
    , m_records(m_connection)
    , m_documents(m_connection)
    , m_entities(m_connection)
    , m_links(m_connection)
{
    store::migrate(m_connection, store::cacheSchema, {});
    m_account = store::CacheAccountTable(m_connection).rowOf(account);
}

store::OpenOptions PlainTables::options(const QString &file)
{
    return {.file = file, .cacheKiB = 64 * 1024, .checkpointPages = 4000};
}

void PlainTables::insert(const QList<domain::Record> &records)
{
    m_connection.run("BEGIN");
    for (const auto &record : records)
        insertOne(store::prepare(m_uuid, record));
    m_connection.run("COMMIT");
}

double PlainTables::buildIndex()
{
    return millisecondsOf([this] {
               store::SearchIndex index(m_folder % u"/names.index"_s);
               store::CacheIndexSource source(m_connection, std::make_shared<store::AccountsNow>());
               valueOf(index.rebuild(source));
           })
        / 1000;
}

void PlainTables::insertOne(const store::PreparedRecord &prepared)
{
    store::RecordRow row;
    row.account = m_account;
    row.nativeId = prepared.record.nativeId;
    row.ownId = prepared.ownId;
    row.kind = prepared.record.kind;
    row.joinKey = prepared.joinKey;
    row.datasetKey = prepared.record.datasetKey;
    row.hash = prepared.hash;
    row.id = m_records.insert(row);
    m_documents.put(row.id, prepared.payload, prepared.fields, prepared.native);
    for (const auto &relation : prepared.record.relations)
        m_links.add(m_account, relation, row.id);
    auto entity = store::entityRowOf(prepared.record);
    entity.id = row.id;
    entity.entity.id = row.ownId;
    entity.account = m_account;
    entity.ownerAccount = m_account;
    entity.entity.fieldCount = prepared.fieldCount;
    m_entities.put(entity);
}

} // namespace portolan::performance
