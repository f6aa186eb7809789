// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/performance/importreference.h"

#include "models/base/identity.h"
#include "models/store/cacheindexsource.h"
#include "models/store/merging.h"
#include "models/store/migration.h"
#include "models/store/prepared.h"
#include "models/store/search/searchindex.h"
#include "tests/performance/storedmesh.h"

#include <QDir>

using namespace Qt::Literals::StringLiterals;

namespace portolan::performance {
namespace {

constexpr int recordsPerTransaction = 5000;

class Tables
{
public:
    explicit Tables(const QString &file)
        : m_connection(options(file))
        , m_records(m_connection)
        , m_documents(m_connection)
        , m_entities(m_connection)
        , m_links(m_connection)
    {
        store::migrate(m_connection, store::cacheSchema, {});
        m_account = store::CacheAccountTable(m_connection).rowOf(demoAccountId());
    }

    void insert(const QList<domain::Record> &records)
    {
        m_connection.run("BEGIN");
        for (const auto &record : records)
            insertOne(store::prepare(demoAccountId(), withNative(record)));
        m_connection.run("COMMIT");
    }

    store::Connection &connection() { return m_connection; }

private:
    static store::OpenOptions options(const QString &file)
    {
        return {.file = file, .cacheKiB = 64 * 1024, .checkpointPages = 4000};
    }

    void insertOne(const store::PreparedRecord &prepared)
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

    store::Connection m_connection;
    store::RecordTable m_records;
    store::DocumentTable m_documents;
    store::EntityTable m_entities;
    store::LinkTable m_links;
    qint64 m_account = 0;
};

} // namespace

ImportReference importPlainly(const Setting &setting)
{
    const QString folder = setting.folder % u"/plain"_s;
    QDir().mkpath(folder);
    ImportReference took;
    {
        Tables tables(folder % u"/cache.db"_s);
        took.rowsSeconds = millisecondsOf([&] {
                               const auto &mesh = *setting.mesh;
                               qint64 at = 0;
                               for (auto page = mesh.page(at, recordsPerTransaction);
                                    !page.isEmpty(); page = mesh.page(at, recordsPerTransaction))
                                   tables.insert(page);
                               for (const auto width : StoredMesh::widths)
                                   tables.insert(QList<domain::Record>{mesh.wideAsset(width)});
                           })
            / 1000;
        took.indexSeconds = millisecondsOf([&] {
                                store::SearchIndex index(folder % u"/names.index"_s);
                                store::CacheIndexSource source(
                                    tables.connection(), std::make_shared<store::AccountsNow>());
                                valueOf(index.rebuild(source));
                            })
            / 1000;
    }
    QDir(folder).removeRecursively();
    return took;
}

} // namespace portolan::performance
