// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/cachewriter.h"

#include <QDateTime>

#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

using domain::EntityKind;
using domain::Relation;
using domain::RelationTo;

namespace {

constexpr int versionsPerTransaction = 500;

//! A number for an order of accounts (FNV-1a over their ids), equal in every process.
qint64 orderKey(const QList<Account> &accounts)
{
    quint64 hash = 0xcbf29ce484222325ULL;
    for (const auto &account : accounts) {
        const auto bytes = account.id.toRfc4122();
        for (const auto byte : bytes)
            hash = (hash ^ static_cast<quint8>(byte)) * 0x100000001b3ULL;
    }
    return qint64(hash);
}

} // namespace

CacheWriter::CacheWriter(Connection &cache, History &history, const Clock &clock)
    : m_cache(cache)
    , m_history(history)
    , m_clock(clock)
    , m_records(cache)
    , m_documents(cache)
    , m_entities(cache)
    , m_counts(cache)
    , m_links(cache)
    , m_lineage(cache)
    , m_otherNames(cache)
    , m_mergedDecisions(cache)
    , m_ground(cache)
    , m_accountRows(cache)
    , m_findings(cache)
    , m_pullStates(cache)
    , m_changes(cache)
    , m_versionsDue(cache)
    , m_access(cache)
    , m_slos(cache)
    , m_entitySlos(cache)
    , m_checkFacts(cache)
{
}

void CacheWriter::setAccounts(std::shared_ptr<const AccountsNow> accounts)
{
    if (accounts == m_accounts && !m_isMergingDue)
        return;
    const auto before = m_accounts ? m_accounts->decisions : accounts->decisions;
    m_accounts = std::move(accounts);
    m_sloPlaces.forget(); // a name of several accounts is looked for in their order
    m_ground.setAccounts(m_accounts);
    // The order and the decisions that the entities are merged by are kept with them: they may have
    // changed in another process, or just before a crash.
    seedDecisions(before);
    m_isMergingDue = false;
    const auto order = orderKey(m_accounts->accounts);
    if (m_changes.value(u"order"_s) == order)
        return settle();
    mergeAgain();
    m_changes.setValue(u"order"_s, order);
}

WriteCounts CacheWriter::apply(const PreparedPage &page)
{
    WriteCounts counts;
    m_history.quality().write(page.account, page.evidence, m_clock.now());
    m_pending += page.evidence.runs.size() + page.evidence.updates.size();
    const auto account = m_accountRows.rowOf(page.account);
    const auto now = m_clock.now().toMSecsSinceEpoch();
    for (const auto &nativeId : page.removed)
        counts.removed += remove(account, nativeId) ? 1 : 0;
    for (const auto &prepared : page.records) {
        switch (write(account, prepared, page, now)) {
        case Write::Added:
            ++counts.added;
            break;
        case Write::Changed:
            ++counts.changed;
            break;
        case Write::Unchanged:
            ++counts.unchanged;
            break;
        }
    }
    for (const auto &prepared : page.lineage)
        counts.changed += writeLineageOf(account, prepared) ? 1 : 0;
    settle();
    if (page.cursor)
        m_pullStates.putCursor(account, *page.cursor);
    m_pullStates.note(account, page.notes);
    if (page.former)
        keepVersions(page.account, account, 0, std::numeric_limits<int>::max());
    return counts;
}

CacheWriter::Write CacheWriter::write(qint64 account, const PreparedRecord &prepared,
                                      const PreparedPage &page, qint64 now)
{
    const auto &record = prepared.record;
    const auto known = m_records.find(account, record.nativeId);
    if (known && known->hash == prepared.hash) {
        if (page.sweep != 0 && known->sweep != page.sweep)
            m_records.setSweep(known->id, page.sweep);
        return Write::Unchanged;
    }

    RecordRow row = known.value_or(RecordRow());
    row.account = account;
    row.nativeId = record.nativeId;
    row.ownId = prepared.ownId;
    row.kind = record.kind;
    row.joinKey = prepared.joinKey;
    row.datasetKey = record.datasetKey;
    row.hash = prepared.hash;
    row.fetchedAt = now;
    if (page.sweep != 0)
        row.sweep = page.sweep;
    if (known) {
        if (known->joinKey != row.joinKey) {
            for (const auto &mate : m_records.byJoinKey(known->joinKey))
                m_seeds.insert(mate.id);
        }
        const auto before = storedRelations(row.id);
        m_records.update(row);
        m_counts.noteRecord(account, known->kind, row.kind);
        writeLinks(account, row.id, before, record.relations);
    } else {
        row.id = m_records.insert(row);
        m_counts.noteRecord(account, {}, row.kind);
        row.entity = row.id;
        writeLinks(account, row.id, {}, record.relations);
    }
    ++m_pending;
    m_documents.put(row.id, prepared.payload, prepared.fields, prepared.native);
    writeLineage(row, prepared, page.isLineageApart, known.has_value());
    noteDependents(account, record, row.id);
    if (joins(row))
        m_seeds.insert(row.id);
    else
        putAlone(row, prepared);
    return known ? Write::Changed : Write::Added;
}

void CacheWriter::writeLinks(qint64 account, qint64 record, const QList<RelationTo> &before,
                             const QList<RelationTo> &after)
{
    for (const auto &old : before) {
        if (!after.contains(old))
            m_links.remove(account, old, record);
    }
    for (const auto &next : after) {
        if (!before.contains(next))
            m_links.add(account, next, record);
    }
}

QList<RelationTo> CacheWriter::storedRelations(qint64 record)
{
    try {
        return m_documents.payload(record).relations;
    } catch (const Error &) {
        // The document that names the arrows is damaged: take them out the slow way.
        m_links.removeAllOf(record);
        return {};
    }
}

void CacheWriter::noteDependents(qint64 account, const domain::Record &record, qint64 id)
{
    if (record.kind == EntityKind::Contract || record.kind == EntityKind::Product)
        m_versionsDue.add(id);
    if (record.kind == EntityKind::Asset) {
        for (const auto contract : m_links.incoming(account, record.nativeId, Relation::Describes))
            m_versionsDue.add(contract);
    }
    if (record.kind == EntityKind::Port) {
        // A product shows the types of its ports, which may come after it.
        for (const auto product :
             m_links.incoming(account, record.nativeId, Relation::OutputPort)) {
            if (const auto row = m_records.byId(product))
                m_stale.insert(row->entity);
        }
    }
}

bool CacheWriter::joins(const RecordRow &row)
{
    static constexpr auto sql =
        "SELECT 1 FROM record WHERE join_key = ?1 AND join_key <> 0 AND id <> ?2 LIMIT 1";
    if (m_seeds.contains(row.id) || row.entity != row.id)
        return true;
    if (row.joinKey != 0) {
        Query query(m_cache, sql);
        query.bind(row.joinKey).bind(row.id);
        if (query.step())
            return true;
    }
    static constexpr auto othersSql =
        "SELECT 1 FROM record WHERE entity = ?1 AND entity <> id LIMIT 1";
    Query others(m_cache, othersSql);
    others.bind(row.id);
    return others.step() || !m_ground.partnersOf(row).isEmpty();
}

bool CacheWriter::remove(qint64 account, const QString &nativeId)
{
    const auto row = m_records.find(account, nativeId);
    if (row)
        removeRow(*row);
    return row.has_value();
}

void CacheWriter::removeRow(const RecordRow &row)
{
    for (const auto &mate : m_records.byJoinKey(row.joinKey))
        m_seeds.insert(mate.id);
    for (const auto &fellow : m_records.ofEntity(row.entity))
        m_seeds.insert(fellow.id);
    for (const auto partner : m_ground.partnersOf(row))
        m_seeds.insert(partner);
    domain::Record gone;
    gone.kind = row.kind;
    gone.nativeId = row.nativeId;
    noteDependents(row.account, gone, row.id);
    m_versionsDue.remove(row.id);
    for (const auto &relation : storedRelations(row.id))
        m_links.remove(row.account, relation, row.id);
    removeLineage(row);
    m_documents.remove(row.id);
    m_records.remove(row.id);
    m_counts.noteRecord(row.account, row.kind, {});
    m_seeds.remove(row.id);
    if (dropEntity(row.id))
        m_changed.insert(row.id);
    m_stale.remove(row.id);
}

bool CacheWriter::dropEntity(qint64 id)
{
    const auto kind = m_entities.remove(id);
    m_counts.noteEntity(kind, {});
    m_entitySlos.set(id, {});
    if (kind == EntityKind::Check)
        m_checkFacts.remove(id);
    m_sloPlaces.noteGone(id);
    m_statesDue = true;
    return kind.has_value();
}

QList<qint64> CacheWriter::unseen(const QUuid &account, const QSet<QString> &seen)
{
    QList<qint64> records;
    const auto row = m_accountRows.find(account);
    if (!row)
        return records;
    for (const auto &name : m_records.names(*row)) {
        if (!seen.contains(name.nativeId))
            records.append(name.id);
    }
    return records;
}

QList<qint64> CacheWriter::unswept(const QUuid &account, qint64 sweep)
{
    const auto row = m_accountRows.find(account);
    return row ? m_records.unswept(*row, sweep) : QList<qint64>();
}

void CacheWriter::removeRecords(const QList<qint64> &records)
{
    for (const auto id : records) {
        if (const auto record = m_records.byId(id)) {
            removeRow(*record);
            ++m_pending;
        }
    }
    settle();
}

bool CacheWriter::finishPull(const PullState &state, const QList<domain::Finding> &findings,
                             PullEnd &end)
{
    const auto account = m_accountRows.rowOf(state.account);
    if (!end.isSettled) {
        nameOwners();
        settle();
        end.isSettled = true;
        return true;
    }
    if (end.versionsTo) {
        end.versionsTo =
            keepVersions(state.account, account, *end.versionsTo, versionsPerTransaction);
        if (end.versionsTo)
            return true;
    }
    settleHistory(state, account);
    restate();
    m_findings.replace(account, findings);
    m_pullStates.put(account, state);
    return false;
}

std::optional<qint64> CacheWriter::keepVersions(const QUuid &uuid, qint64 account, qint64 after,
                                                int most)
{
    const auto due = m_versionsDue.behind(after, most);
    for (const auto id : due) {
        const auto row = m_records.byId(id);
        if (row && row->account != account)
            continue;
        if (row)
            keepVersion(uuid, *row);
        m_versionsDue.remove(id);
    }
    return due.isEmpty() ? std::optional<qint64>() : due.last();
}

void CacheWriter::keepVersion(const QUuid &uuid, const RecordRow &row)
{
    VersionDocument document;
    document.record = m_documents.payload(row.id);
    for (const auto &to : std::as_const(document.record.relations)) {
        if (to.relation != Relation::Describes)
            continue;
        if (const auto asset = m_records.find(row.account, to.nativeId)) {
            document.schema.append({asset->nativeId, m_documents.payload(asset->id).name,
                                    m_documents.fields(asset->id)});
        }
    }
    m_history.append(uuid, document, m_clock.now());
}

bool CacheWriter::replaceAccess(const QUuid &account, const domain::AccessBook &book, bool whole)
{
    return m_access.replace(m_accountRows.rowOf(account), book, whole);
}

QSet<qint64> CacheWriter::takeChanged()
{
    if (!m_changed.isEmpty())
        m_changes.log(m_changed);
    m_pending = 0;
    return std::exchange(m_changed, {});
}

void CacheWriter::endStep()
{
    m_counts.flush();
}

void CacheWriter::forget()
{
    m_counts.forget();
    // m_changed may name entities of jobs that stand, so it stays: one too many is only asked
    // again.
    m_seeds.clear();
    m_stale.clear();
    m_lineage.forget();
    m_history.lineage().forget();
    m_history.quality().forget();
    m_accountOfRow.clear();
    m_ground.forget();
    m_isMergingDue = true;
    m_sloPlaces.forget();
}

} // namespace portolan::store
