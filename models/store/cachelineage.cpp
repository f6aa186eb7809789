// SPDX-License-Identifier: GPL-3.0-or-later
// The part of CacheWriter that keeps the lineage: what each record states now, when it held, and
// which records are other names of a thing.
#include "models/store/cachewriter.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

QUuid CacheWriter::accountOf(qint64 row)
{
    if (!m_accountOfRow.contains(row))
        m_accountOfRow = m_accountRows.all();
    return m_accountOfRow.value(row);
}

void CacheWriter::writeLineage(const RecordRow &row, const LineageDocument &after,
                               const QByteArray &bytes, bool known)
{
    const auto before = known ? m_lineage.document(row.id) : LineageDocument();
    if (before == after)
        return;
    const auto account = accountOf(row.account);
    auto edges = after.edges;
    m_history.lineage().note(account, before.edges, edges, m_clock.now());
    renameThing(row, before.sameAs, after.sameAs);
    if (after.isEmpty()) {
        m_lineage.remove(row.id);
        return;
    }
    m_pending += m_lineage.put(row.account, row.id, bytes, edges);
}

//! Where edges are told apart, those that are stored stay; other names and the code come with the
//! record.
void CacheWriter::writeLineage(const RecordRow &row, const PreparedRecord &prepared, bool isApart,
                               bool known)
{
    if (!isApart)
        return writeLineage(row, prepared.lineage, prepared.lineageBytes, known);
    auto after = prepared.lineage;
    if (known)
        after.edges = m_lineage.document(row.id).edges;
    writeLineage(row, after, encodeLineage(after), known);
}

bool CacheWriter::writeLineageOf(qint64 account, const PreparedLineage &prepared)
{
    const auto row = m_records.find(account, prepared.nativeId);
    if (!row)
        return false;
    auto after = m_lineage.document(row->id);
    if (after.edges == prepared.edges)
        return false;
    after.edges = prepared.edges;
    writeLineage(*row, after, encodeLineage(after), true);
    ++m_pending;
    // What stands around it in the catalogue, such as how many read it, is merged again.
    m_stale.insert(row->entity);
    return true;
}

void CacheWriter::removeLineage(const RecordRow &row)
{
    const auto before = m_lineage.document(row.id);
    if (before.isEmpty())
        return;
    QList<domain::LineageEdge> none;
    m_history.lineage().note(accountOf(row.account), before.edges, none, m_clock.now());
    m_otherNames.put(row.id, row.account, {});
    m_lineage.remove(row.id);
}

void CacheWriter::renameThing(const RecordRow &row, const QString &before, const QString &after)
{
    if (before == after)
        return;
    m_seeds.insert(row.id);
    if (const auto former = m_records.find(row.account, before))
        m_seeds.insert(former->id);
    m_otherNames.put(row.id, row.account, after);
    if (!after.isEmpty())
        m_ground.noteOtherName();
}

//! What says in the cache that the history of \a account was closed once.
QString CacheWriter::settledKey(const QUuid &account)
{
    return u"lineage settled "_s + account.toString(QUuid::WithoutBraces);
}

//! A cache that was built anew knows of no edge that went before. After the first complete pull of
//! an account, what history holds open and nobody states any more is closed.
void CacheWriter::settleHistory(const PullState &state, qint64 account)
{
    const auto key = settledKey(state.account);
    if (state.state != u"complete")
        return;
    m_history.lineage().begin(state.account);
    if (m_changes.value(key) != 0 || !state.isLineageWhole)
        return;
    m_history.lineage().closeUnstated(state.account, m_clock.now(), [&](const QString &nativeId) {
        const auto record = m_records.find(account, nativeId);
        return record ? m_lineage.document(record->id).edges : QList<domain::LineageEdge>();
    });
    m_changes.setValue(key, 1);
}

} // namespace portolan::store
