// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/joinreader.h"

#include "models/store/joinreason.h"
#include "models/store/merging.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

namespace {

using domain::ApartName;
using domain::JoinName;
using domain::JoinStep;

// A list of more is no list that anybody reads; the pages of the others say what is joined there.
constexpr qsizetype mostJoined = 2000;

bool names(const JoinDecision &decision, const QUuid &account, const QString &nativeId)
{
    return (decision.accountA == account && decision.nativeA == nativeId)
        || (decision.accountB == account && decision.nativeB == nativeId);
}

bool isSamePair(const JoinDecision &left, const JoinDecision &right)
{
    return names(left, right.accountA, right.nativeA) && names(left, right.accountB, right.nativeB);
}

QString shownName(const JoinName &name)
{
    return name.label.toCaseFolded();
}

} // namespace

JoinReader::JoinReader(EntityReader &reader)
    : m_reader(reader)
    , m_ground(reader.connection())
{
    m_ground.setAccounts(std::make_shared<const AccountsNow>(reader.accounts()));
}

JoinName JoinReader::nameOf(const RecordRow &row)
{
    const auto account = m_reader.account(row.account);
    JoinName name{.account = account,
                  .accountName = m_reader.accountName(row.account),
                  .platform = m_reader.accounts().platformOf(account),
                  .nativeId = row.nativeId,
                  .kind = row.kind};
    if (const auto entity = m_reader.entities().byId(row.entity))
        name.thing = entity->entity.id;
    const auto record = m_reader.documents().payload(row.id);
    name.type = record.type;
    name.label = record.title.isEmpty() ? record.name : record.title;
    if (name.label.isEmpty())
        name.label = row.nativeId;
    return name;
}

JoinName JoinReader::nameOf(const QUuid &account, const QString &nativeId)
{
    const auto record = m_ground.recordOf(account, nativeId);
    const auto row = record ? m_reader.records().byId(*record) : std::nullopt;
    if (row)
        return nameOf(*row);
    return {.account = account,
            .accountName = m_reader.accounts().nameOf(account),
            .platform = m_reader.accounts().platformOf(account),
            .nativeId = nativeId,
            .label = nativeId};
}

RecordRow JoinReader::required(const QUuid &account, const QString &nativeId)
{
    const auto record = m_ground.recordOf(account, nativeId);
    auto row = record ? m_reader.records().byId(*record) : std::nullopt;
    if (!row)
        throw Error{
            Error::Kind::NotFound,
            u"%1 has nothing called \"%2\""_s.arg(m_reader.accounts().nameOf(account), nativeId)};
    return *std::move(row);
}

std::optional<JoinDecision> JoinReader::joinOf(const RecordRow &row, const RecordRow &earlier) const
{
    const auto account = m_reader.account(row.account);
    const auto other = m_reader.account(earlier.account);
    for (const auto &decision : m_reader.accounts().decisions) {
        if (decision.joined && names(decision, account, row.nativeId)
            && names(decision, other, earlier.nativeId))
            return decision;
    }
    return std::nullopt;
}

QList<domain::JoinedName> JoinReader::namesOf(const QList<RecordRow> &rows)
{
    QList<domain::JoinedName> list;
    const bool isDecided = !m_reader.accounts().decisions.isEmpty();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        domain::JoinedName joined{nameOf(rows.at(i)), reasonInWords(rows.at(i).joinedBy), {}};
        for (qsizetype before = 0; isDecided && before < i && !joined.decision; ++before)
            joined.decision = joinOf(rows.at(i), rows.at(before));
        list.append(std::move(joined));
    }
    return list;
}

QList<JoinDecision> JoinReader::separationsOf(const QList<RecordRow> &rows) const
{
    QList<JoinDecision> found;
    for (const auto &decision : m_reader.accounts().decisions) {
        const bool isOurs = std::any_of(rows.cbegin(), rows.cend(), [&](const RecordRow &row) {
            return names(decision, m_reader.account(row.account), row.nativeId);
        });
        if (!decision.joined && isOurs)
            found.append(decision);
    }
    return found;
}

QList<ApartName> JoinReader::apartFrom(const QList<RecordRow> &rows)
{
    QList<ApartName> list;
    for (const auto &decision : separationsOf(rows)) {
        const auto isOurs = [&](const QUuid &account, const QString &nativeId) {
            return std::any_of(rows.cbegin(), rows.cend(), [&](const RecordRow &row) {
                return row.nativeId == nativeId && m_reader.account(row.account) == account;
            });
        };
        auto own = nameOf(decision.accountA, decision.nativeA);
        auto other = nameOf(decision.accountB, decision.nativeB);
        if (!isOurs(decision.accountA, decision.nativeA))
            std::swap(own, other);
        const auto known = std::find_if(list.begin(), list.end(), [&](const ApartName &one) {
            return other.thing.isNull() ? one.other == other : one.other.thing == other.thing;
        });
        if (known != list.end())
            known->decisions.append(decision);
        else
            list.append({std::move(own), std::move(other), {decision}, false});
    }
    for (auto &one : list) {
        const auto a = m_ground.recordOf(one.own.account, one.own.nativeId);
        const auto b = m_ground.recordOf(one.other.account, one.other.nativeId);
        one.comesBack = a && b && areOneWithout(*a, *b, one.decisions);
    }
    return list;
}

bool JoinReader::areOneWithout(qint64 a, qint64 b, const QList<JoinDecision> &without)
{
    const auto rows = m_ground.around({a, b});
    auto among = m_ground.decisionsAmong(rows);
    for (const auto &decision : without) {
        const auto one = m_ground.recordOf(decision.accountA, decision.nativeA);
        const auto other = m_ground.recordOf(decision.accountB, decision.nativeB);
        if (one && other)
            among.separated.remove(JoinDecisions::pair(*one, *other));
    }
    for (const auto &group : joinGroups(JoinGround::membersOf(rows), among)) {
        const auto holds = [&](qint64 record) {
            return std::any_of(group.cbegin(), group.cend(), [&](const Joined &joined) {
                return rows.at(joined.member).id == record;
            });
        };
        if (holds(a))
            return holds(b);
    }
    return false;
}

QList<domain::ShownValue> JoinReader::valuesOf(const QList<RecordRow> &rows)
{
    if (rows.size() < 2)
        return {};
    QList<domain::Record> records;
    QStringList accounts;
    for (const auto &row : rows) {
        records.append(m_reader.documents().payload(row.id));
        accounts.append(m_reader.accountName(row.account));
    }
    return shownValues(records, accounts);
}

domain::ThingJoins JoinReader::joinsOf(qint64 entity)
{
    const auto rows = m_reader.aliases(entity);
    if (rows.isEmpty())
        throw Error{Error::Kind::NotFound, u"there is no such entity"_s};
    domain::ThingJoins joins;
    joins.names = namesOf(rows);
    joins.thing = joins.names.constFirst().name.thing;
    joins.apart = apartFrom(rows);
    joins.values = valuesOf(rows);
    LikenessReader likeness(m_reader);
    for (const auto &[other, why] : likeness.alike(entity)) {
        const auto names = m_reader.aliases(other);
        if (!names.isEmpty())
            joins.suggestions.append(
                {joins.names.constFirst().name, nameOf(names.constFirst()), why});
    }
    return joins;
}

domain::JoinBook JoinReader::book()
{
    domain::JoinBook book;
    const auto entities = m_reader.records().joinedEntities();
    book.joinedTotal = entities.size();
    for (const auto entity : entities.first(std::min(entities.size(), mostJoined))) {
        domain::ThingJoins joins;
        joins.names = namesOf(m_reader.aliases(entity));
        joins.thing = joins.names.constFirst().name.thing;
        book.joined.append(std::move(joins));
    }
    std::sort(book.joined.begin(), book.joined.end(), [](const auto &left, const auto &right) {
        const auto &a = left.names.constFirst().name;
        const auto &b = right.names.constFirst().name;
        return std::pair(shownName(a), a.nativeId) < std::pair(shownName(b), b.nativeId);
    });
    for (const auto &found : LikenessReader(m_reader).all(book.isSuggestingCut)) {
        const auto left = m_reader.aliases(found.left);
        const auto right = m_reader.aliases(found.right);
        if (!left.isEmpty() && !right.isEmpty())
            book.suggestions.append(
                {nameOf(left.constFirst()), nameOf(right.constFirst()), found.why});
    }
    std::stable_sort(
        book.suggestions.begin(), book.suggestions.end(), [](const auto &left, const auto &right) {
            return std::tuple(shownName(left.own), left.own.nativeId, left.other.nativeId)
                < std::tuple(shownName(right.own), right.own.nativeId, right.other.nativeId);
        });
    for (const auto &decision : m_reader.accounts().decisions) {
        book.decisions.append({decision, nameOf(decision.accountA, decision.nativeA),
                               nameOf(decision.accountB, decision.nativeB)});
    }
    std::stable_sort(
        book.decisions.begin(), book.decisions.end(),
        [](const auto &left, const auto &right) { return left.decision.at > right.decision.at; });
    return book;
}

JoinStep JoinReader::apart(const QUuid &account, const QString &nativeId)
{
    const auto leaving = required(account, nativeId);
    auto staying = m_reader.records().ofEntity(leaving.entity);
    staying.removeIf([&](const RecordRow &row) { return row.id == leaving.id; });
    JoinStep step;
    if (staying.isEmpty())
        return step;
    m_ground.sort(staying);
    // What is one with the first of the others without it stays there; what only it ties to them
    // goes with it, as another name of it does.
    const auto groups =
        joinGroups(JoinGround::membersOf(staying), m_ground.decisionsAmong(staying));
    for (const auto &joined : groups.constFirst()) {
        const auto &row = staying.at(joined.member);
        step.made.append(JoinDecision{.accountA = account,
                                      .nativeA = nativeId,
                                      .accountB = m_reader.account(row.account),
                                      .nativeB = row.nativeId,
                                      .joined = false});
    }
    return step;
}

JoinStep JoinReader::together(const JoinDecision &pair)
{
    const auto left = required(pair.accountA, pair.nativeA);
    const auto right = required(pair.accountB, pair.nativeB);
    if (left.kind != right.kind)
        throw Error{Error::Kind::Usage, u"only things of one kind can be one"_s};
    JoinStep step;
    if (left.entity == right.entity)
        return step;
    const auto others = separationsOf(m_reader.records().ofEntity(right.entity));
    for (const auto &decision : separationsOf(m_reader.records().ofEntity(left.entity))) {
        if (others.contains(decision))
            step.forgotten.append(decision);
    }
    if (areOneWithout(left.id, right.id, step.forgotten))
        return step;
    step.forgotten.removeIf([&](const JoinDecision &one) { return isSamePair(one, pair); });
    auto made = pair;
    made.joined = true;
    step.made.append(made);
    return step;
}

} // namespace portolan::store
