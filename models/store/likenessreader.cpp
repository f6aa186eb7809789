// SPDX-License-Identifier: GPL-3.0-or-later
// Where things that may be one are looked for. All that can be alike shares a number that is
// indexed, of its name or of its key, so a page asks for a handful of rows; the list of the whole
// mesh walks the two indexes once and looks at the numbers that several things have.
#include "models/store/joinreader.h"

#include <algorithm>

namespace portolan::store {

namespace {

using domain::EntityKind;

// A name that more things have tells nothing, and their pairs would be a list of hundreds.
constexpr int mostOfOneName = 20;
constexpr qsizetype mostSuggestions = 500;
constexpr qint64 mostNumbers = 20'000; // looked at for the whole mesh

bool canBeAlike(EntityKind kind)
{
    return kind == EntityKind::Asset || kind == EntityKind::Product || kind == EntityKind::Team;
}

} // namespace

LikenessReader::LikenessReader(EntityReader &reader)
    : m_reader(reader)
{
}

const Lookalike &LikenessReader::lookOf(qint64 entity)
{
    const auto known = m_looks.constFind(entity);
    if (known != m_looks.constEnd())
        return *known;
    Lookalike look;
    if (const auto row = m_reader.entities().byId(entity)) {
        look.kind = row->entity.kind;
        look.type = row->entity.type;
        look.name = row->entity.name;
        look.title = row->entity.title;
    }
    for (const auto &record : m_reader.records().ofEntity(entity))
        look.add(m_reader.account(record.account), record.nativeId, record.datasetKey);
    return *m_looks.insert(entity, look);
}

const QSet<QString> &LikenessReader::fieldsOf(qint64 entity)
{
    const auto known = m_fields.constFind(entity);
    if (known != m_fields.constEnd())
        return *known;
    QSet<QString> paths;
    for (const auto &field : m_reader.fields(entity))
        paths.insert(field.path.toCaseFolded());
    return *m_fields.insert(entity, paths);
}

QSet<qint64> LikenessReader::candidatesFor(qint64 entity)
{
    QSet<qint64> candidates;
    const auto look = lookOf(entity);
    QSet<QString> names{look.name, look.title};
    for (const auto &key : look.keys)
        names.insert(key.object.section(u'.', -1));
    names.remove({});
    for (const auto &name : std::as_const(names)) {
        for (const auto &row : m_reader.entities().named(name, mostOfOneName)) {
            if (row.entity.kind == look.kind)
                candidates.insert(row.id);
        }
    }
    for (const auto &record : m_reader.records().ofEntity(entity)) {
        for (const auto &mate : m_reader.records().byJoinKey(record.joinKey)) {
            if (candidates.size() < 2 * mostOfOneName)
                candidates.insert(mate.entity);
        }
    }
    candidates.remove(entity);
    return candidates;
}

bool LikenessReader::isDecided(qint64 left, qint64 right)
{
    const auto &decisions = m_reader.accounts().decisions;
    if (decisions.isEmpty())
        return false;
    const auto holds = [this](qint64 entity, const QUuid &account, const QString &nativeId) {
        const auto rows = m_reader.records().ofEntity(entity);
        return std::any_of(rows.cbegin(), rows.cend(), [&](const RecordRow &row) {
            return row.nativeId == nativeId && m_reader.account(row.account) == account;
        });
    };
    return std::any_of(decisions.cbegin(), decisions.cend(), [&](const JoinDecision &one) {
        return (holds(left, one.accountA, one.nativeA) && holds(right, one.accountB, one.nativeB))
            || (holds(right, one.accountA, one.nativeA) && holds(left, one.accountB, one.nativeB));
    });
}

bool LikenessReader::flowsInto(qint64 source, qint64 target)
{
    static constexpr auto sql =
        "SELECT 1 FROM lineage_node n JOIN lineage_out o ON o.source = n.id"
        " JOIN record r ON r.id = o.target"
        " WHERE n.account = ?1 AND n.native_id = ?2 AND r.entity = ?3 LIMIT 1";
    for (const auto &record : m_reader.records().ofEntity(source)) {
        Query query(m_reader.connection(), sql);
        query.bind(record.account).bind(record.nativeId).bind(target);
        if (query.step())
            return true;
    }
    return false;
}

QString LikenessReader::whyAlike(qint64 left, qint64 right)
{
    const auto one = lookOf(left);
    const auto other = lookOf(right);
    const auto likeness = likenessOf(one, other);
    if (likeness == Likeness::None)
        return {};
    if (likeness == Likeness::SameFields
        && (!haveEqualFields(fieldsOf(left), fieldsOf(right)) || flowsInto(left, right)
            || flowsInto(right, left)))
        return {};
    if (isDecided(left, right))
        return {};
    return likenessText(likeness, one, other, m_fields.value(left).size());
}

QList<std::pair<qint64, QString>> LikenessReader::alike(qint64 entity)
{
    QList<std::pair<qint64, QString>> list;
    if (!canBeAlike(lookOf(entity).kind))
        return list;
    auto candidates = candidatesFor(entity).values();
    std::sort(candidates.begin(), candidates.end());
    for (const auto candidate : std::as_const(candidates)) {
        if (auto why = whyAlike(entity, candidate); !why.isEmpty())
            list.append({candidate, std::move(why)});
    }
    return list;
}

QList<QSet<qint64>> LikenessReader::groups()
{
    static constexpr auto namesSql =
        "SELECT min(id), name_key, kind FROM entity WHERE kind IN (2, 4, 7)"
        " GROUP BY kind, name_key HAVING count(*) BETWEEN 2 AND ?1 ORDER BY 1 LIMIT ?2";
    static constexpr auto ofNameSql = "SELECT id FROM entity WHERE name_key = ?1 AND kind = ?2";
    static constexpr auto titlesSql =
        "SELECT min(id), title_key, kind FROM entity WHERE kind IN (2, 4) AND title_key <> 0"
        " GROUP BY kind, title_key HAVING count(*) BETWEEN 2 AND ?1 ORDER BY 1 LIMIT ?2";
    static constexpr auto ofTitleSql =
        "SELECT id FROM entity WHERE title_key = ?1 AND title_key <> 0 AND kind = ?2";
    static constexpr auto keysSql =
        "SELECT min(id), join_key, 0 FROM record WHERE join_key <> 0"
        " GROUP BY join_key HAVING count(*) BETWEEN 2 AND ?1 ORDER BY 1 LIMIT ?2";
    static constexpr auto ofKeySql =
        "SELECT DISTINCT entity FROM record WHERE join_key = ?1 AND join_key <> 0 AND ?2 = 0";
    QList<QSet<qint64>> groups;
    for (const auto &[sql, membersSql] :
         {std::pair(keysSql, ofKeySql), std::pair(namesSql, ofNameSql),
          std::pair(titlesSql, ofTitleSql)}) {
        Query query(m_reader.connection(), sql);
        query.bind(qint64(mostOfOneName)).bind(mostNumbers);
        while (query.step()) {
            Query members(m_reader.connection(), membersSql);
            members.bind(query.integer(1)).bind(query.integer(2));
            QSet<qint64> group;
            while (members.step())
                group.insert(members.integer(0));
            if (group.size() > 1)
                groups.append(group);
        }
    }
    return groups;
}

QList<LikenessReader::Found> LikenessReader::all(bool &isCut)
{
    const auto several = groups();
    isCut = several.size() >= mostNumbers;
    QList<Found> list;
    QSet<std::pair<qint64, qint64>> seen;
    for (const auto &group : several) {
        auto members = group.values();
        std::sort(members.begin(), members.end());
        for (qsizetype i = 0; i < members.size(); ++i) {
            for (auto j = i + 1; j < members.size(); ++j) {
                const std::pair pair(members.at(i), members.at(j));
                if (seen.contains(pair))
                    continue;
                seen.insert(pair);
                auto why = whyAlike(pair.first, pair.second);
                if (why.isEmpty())
                    continue;
                if (list.size() >= mostSuggestions) {
                    isCut = true;
                    return list;
                }
                list.append({pair.first, pair.second, std::move(why)});
            }
        }
    }
    return list;
}

} // namespace portolan::store
