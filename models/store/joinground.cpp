// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/joinground.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

namespace portolan::store {

JoinGround::JoinGround(Connection &cache)
    : m_cache(cache)
    , m_records(cache)
    , m_otherNames(cache)
    , m_accountRows(cache)
    , m_accounts(std::make_shared<const AccountsNow>())
{
}

void JoinGround::setAccounts(std::shared_ptr<const AccountsNow> accounts)
{
    m_accounts = std::move(accounts);
    m_decided.clear();
    for (const auto &decision : m_accounts->decisions) {
        m_decided[decision.accountA][decision.nativeA].append(
            {decision.accountB, decision.nativeB});
        m_decided[decision.accountB][decision.nativeB].append(
            {decision.accountA, decision.nativeA});
    }
}

QList<JoinMember> JoinGround::membersOf(const QList<RecordRow> &rows)
{
    QList<JoinMember> members;
    members.reserve(rows.size());
    for (const auto &row : rows)
        members.append({row.id, row.account, row.kind, row.nativeId, row.datasetKey});
    return members;
}

void JoinGround::sort(QList<RecordRow> &rows)
{
    const auto accounts = m_accountRows.all();
    const auto key = [&](const RecordRow &row) {
        const auto uuid = accounts.value(row.account);
        // A product that only says which one it is has less to say than that one itself, what
        // events saw less than what describes it, and another name least of all.
        const bool declares = joinsByDeclaration(row.kind) && !row.datasetKey.isEmpty();
        const bool isSeen = row.nativeId.startsWith(u"dataset:");
        const bool isOtherName = hasOtherNames() && !m_otherNames.of(row.id).isEmpty();
        const int rank = isOtherName ? 2 : declares || isSeen ? 1 : 0;
        return std::tuple(m_accounts->positionOf(uuid), uuid, rank, row.nativeId);
    };
    // Asked for once each: a key is looked up in the tables.
    std::vector<std::pair<decltype(key(RecordRow())), RecordRow>> keyed;
    keyed.reserve(std::size_t(rows.size()));
    for (auto &row : rows)
        keyed.emplace_back(key(row), row);
    std::sort(keyed.begin(), keyed.end(),
              [](const auto &left, const auto &right) { return left.first < right.first; });
    std::transform(keyed.begin(), keyed.end(), rows.begin(),
                   [](auto &pair) { return std::move(pair.second); });
}

std::optional<qint64> JoinGround::recordOf(const QUuid &account, const QString &nativeId)
{
    const auto row = m_accountRows.find(account);
    const auto record = row ? m_records.find(*row, nativeId) : std::nullopt;
    return record ? std::optional(record->id) : std::nullopt;
}

QList<qint64> JoinGround::partnersOf(const RecordRow &row)
{
    auto partners = otherNamesAround(row);
    if (m_decided.isEmpty())
        return partners;
    const auto account = m_accountRows.all().value(row.account);
    for (const auto &[otherAccount, native] : m_decided.value(account).value(row.nativeId)) {
        if (const auto record = recordOf(otherAccount, native))
            partners.append(*record);
    }
    return partners;
}

JoinDecisions JoinGround::decisionsAmong(const QList<RecordRow> &rows)
{
    JoinDecisions among;
    addDeclared(rows, among);
    if (m_decided.isEmpty())
        return among;
    QSet<qint64> members;
    for (const auto &row : rows)
        members.insert(row.id);
    for (const auto &decision : m_accounts->decisions) {
        const auto a = recordOf(decision.accountA, decision.nativeA);
        const auto b = recordOf(decision.accountB, decision.nativeB);
        if (a && b && members.contains(*a) && members.contains(*b))
            (decision.joined ? among.joined : among.separated).insert(JoinDecisions::pair(*a, *b));
    }
    return among;
}

QList<RecordRow> JoinGround::around(const QSet<qint64> &seeds)
{
    QHash<qint64, RecordRow> found;
    QSet<qint64> keysSeen;
    QSet<qint64> entitiesSeen; // an entity's records would each ask for all of the others
    auto waiting = seeds.values();
    while (!waiting.isEmpty()) {
        const auto id = waiting.takeLast();
        if (found.contains(id))
            continue;
        const auto row = m_records.byId(id);
        if (!row)
            continue;
        found.insert(id, *row);
        waiting.append(partnersOf(*row));
        if (!entitiesSeen.contains(row->entity)) {
            entitiesSeen.insert(row->entity);
            for (const auto &fellow : m_records.ofEntity(row->entity))
                waiting.append(fellow.id);
        }
        if (row->joinKey == 0 || keysSeen.contains(row->joinKey))
            continue;
        keysSeen.insert(row->joinKey);
        for (const auto &mate : m_records.byJoinKey(row->joinKey))
            waiting.append(mate.id);
    }
    auto rows = found.values();
    sort(rows);
    return rows;
}

bool JoinGround::hasOtherNames()
{
    static constexpr auto sql = "SELECT EXISTS (SELECT 1 FROM other_name)";
    if (!m_hasOtherNames) {
        Query query(m_cache, sql);
        m_hasOtherNames = query.step() && query.integer(0) != 0;
    }
    return *m_hasOtherNames;
}

//! The record that \a row is another name of, and those that are other names of it.
QList<qint64> JoinGround::otherNamesAround(const RecordRow &row)
{
    if (!hasOtherNames())
        return {};
    auto around = m_otherNames.namesOf(row.account, row.nativeId);
    const auto named = m_otherNames.of(row.id);
    if (const auto thing = m_records.find(row.account, named); thing && !named.isEmpty())
        around.append(thing->id);
    return around;
}

void JoinGround::addDeclared(const QList<RecordRow> &rows, JoinDecisions &among)
{
    if (!hasOtherNames())
        return;
    QHash<std::pair<qint64, QString>, qint64> members;
    for (const auto &row : rows)
        members.insert({row.account, row.nativeId}, row.id);
    for (const auto &row : rows) {
        const auto thing = members.constFind({row.account, m_otherNames.of(row.id)});
        if (thing != members.constEnd() && *thing != row.id)
            among.declared.insert(JoinDecisions::pair(row.id, *thing));
    }
}

} // namespace portolan::store
