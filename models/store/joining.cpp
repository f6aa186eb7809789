// SPDX-License-Identifier: GPL-3.0-or-later
// Which records are one thing.
//
// Idea: records that could be the same share a number (joinKeyOf), so the question is always asked
// of a handful of rows, and always answered from all of them at once. That makes the answer
// independent of the order of arrival, and undoing a join is the same as asking again.
//
// Steps for assets, whose keys are platform, instance, database and object, of which instance and
// database may be unknown:
//   1. Equal keys are one class.
//   2. Two classes that each lack what the other has, and that fit nothing else, become one class
//      with both parts.
//   3. A class that lacks a part joins the class that has it, when exactly one such class fits and
//      is not itself a less exact form of another. With two candidates it stays alone: a person
//      decides.
// Products, teams, contracts and ports are one class when their native ids are equal, which happens
// across accounts only, or when one declares to be the other (dbt's meta.data_product, the owner's
// name of a dbt group, what a platform took from files), which is its dataset key.
// Then what a person decided: pairs joined by hand are united first, then those whose source names
// one as the other (a symlink, a rename), then those of one class, but never two groups that hold
// records which were separated.
//
// Left out: similarity of names or columns. What is less certain than a key is never joined by
// itself.
#include "models/store/joining.h"

#include "models/store/joinpairs.h"
#include "models/store/joinreason.h"

#include <QHash>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

namespace {

using domain::EntityKind;

//! The id that \a one, a record or what joining sees of it, has or declares to have.
template <typename Thing>
QString declaredId(const Thing &one)
{
    const auto portWord = u"port:"_s;
    if (one.kind == EntityKind::Port)
        return one.datasetKey.startsWith(portWord) ? one.datasetKey.mid(portWord.size())
                                                   : one.nativeId;
    return one.datasetKey.isEmpty() ? one.nativeId : one.datasetKey;
}

//! Quality tools call tables by names of their own, which are compared by their last part.
bool isOfQualityTool(const QString &nativeId)
{
    return nativeId.startsWith(u"great-expectations:"_s) || nativeId.startsWith(u"soda:"_s);
}

//! Why \a member is what \a first is, as a record keeps it.
QString likeness(const JoinMember &first, const JoinMember &member)
{
    if (member.kind == EntityKind::Product && !member.datasetKey.isEmpty())
        return keptReason(JoinReason::DeclaredProduct, {member.datasetKey});
    if (member.kind == EntityKind::Product)
        return keptReason(JoinReason::SameProductId, {member.nativeId});
    if (member.kind == EntityKind::Team)
        return keptReason(JoinReason::SameTeam, {declaredId(member)});
    if (joinsByDeclaration(member.kind))
        return keptReason(JoinReason::SameId, {declaredId(member)});
    if (parseDatasetKey(first.datasetKey) == parseDatasetKey(member.datasetKey))
        return keptReason(JoinReason::SameTable, {member.datasetKey});
    return keptReason(JoinReason::FittingTable, {member.datasetKey, first.datasetKey});
}

//! The same where the source says it.
QString declaration(const JoinMember &own, const JoinMember &other)
{
    const auto lastPart = own.nativeId.mid(own.nativeId.lastIndexOf(u'/') + 1);
    return isOfQualityTool(own.nativeId) || isOfQualityTool(other.nativeId)
        ? keptReason(JoinReason::OnlyName, {lastPart})
        : keptReason(JoinReason::OtherName, {other.nativeId});
}

bool isStream(const QString &platform)
{
    // The dots in a topic's name separate nothing.
    return platform == u"kafka" || platform == u"pulsar" || platform == u"kinesis"
        || platform == u"pubsub";
}

//! Whether an unknown part of one may be what the other has.
bool fits(const QString &left, const QString &right)
{
    return left.isEmpty() || right.isEmpty() || left == right;
}

bool fits(const DatasetKey &left, const DatasetKey &right)
{
    return left.platform == right.platform && left.object == right.object
        && fits(left.instance, right.instance) && fits(left.database, right.database);
}

bool isLessExact(const DatasetKey &key, const DatasetKey &than)
{
    return key != than && fits(key, than) && (key.instance.isEmpty() || !than.instance.isEmpty())
        && (key.database.isEmpty() || !than.database.isEmpty());
}

//! The keys that differ, and for each the first member that has it.
struct Classes
{
    QList<DatasetKey> keys;
    QList<qsizetype> firstMember;
};

Classes classesOf(const QList<JoinMember> &members, Union &groups)
{
    Classes classes;
    QHash<QString, qsizetype> known;
    for (qsizetype i = 0; i < members.size(); ++i) {
        const auto key = parseDatasetKey(members.at(i).datasetKey);
        if (members.at(i).kind != EntityKind::Asset || key.platform.isEmpty())
            continue;
        const QString text =
            key.platform + u'\n' + key.instance + u'\n' + key.database + u'\n' + key.object;
        const auto found = known.constFind(text);
        if (found != known.constEnd()) {
            groups.unite(classes.firstMember.at(*found), i);
        } else {
            known.insert(text, classes.keys.size());
            classes.keys.append(key);
            classes.firstMember.append(i);
        }
    }
    return classes;
}

//! The indexes of the keys that \a key fits, but for itself.
QList<qsizetype> fitting(const Classes &classes, qsizetype key)
{
    QList<qsizetype> found;
    for (qsizetype i = 0; i < classes.keys.size(); ++i) {
        if (i != key && fits(classes.keys.at(i), classes.keys.at(key)))
            found.append(i);
    }
    return found;
}

void completeEachOther(const Classes &classes, Union &groups)
{
    for (qsizetype i = 0; i < classes.keys.size(); ++i) {
        const auto others = fitting(classes, i);
        if (others.size() != 1 || others.first() < i)
            continue;
        const auto j = others.first();
        const auto &left = classes.keys.at(i);
        const auto &right = classes.keys.at(j);
        if (isLessExact(left, right) || isLessExact(right, left) || fitting(classes, j).size() != 1)
            continue;
        groups.unite(classes.firstMember.at(i), classes.firstMember.at(j));
    }
}

void fillGaps(const Classes &classes, Union &groups)
{
    for (qsizetype i = 0; i < classes.keys.size(); ++i) {
        QList<qsizetype> exact;
        for (const auto other : fitting(classes, i)) {
            if (isLessExact(classes.keys.at(i), classes.keys.at(other)))
                exact.append(other);
        }
        const auto hasBetter = [&](qsizetype candidate) {
            return std::any_of(exact.cbegin(), exact.cend(), [&](qsizetype other) {
                return isLessExact(classes.keys.at(candidate), classes.keys.at(other));
            });
        };
        exact.removeIf(hasBetter);
        if (exact.size() == 1)
            groups.unite(classes.firstMember.at(exact.first()), classes.firstMember.at(i));
    }
}

void joinDeclared(const QList<JoinMember> &members, Union &groups)
{
    QHash<std::pair<int, QString>, qsizetype> known;
    for (qsizetype i = 0; i < members.size(); ++i) {
        const auto &member = members.at(i);
        if (!joinsByDeclaration(member.kind))
            continue;
        const std::pair id(int(member.kind), declaredId(member));
        const auto found = known.constFind(id);
        if (found == known.constEnd())
            known.insert(id, i);
        else
            groups.unite(*found, i);
    }
}

//! \a byKey with what a person decided: first all pairs joined by hand, then those with equal keys,
//! so that a decision outweighs a key.
Union unitedByDecision(const QList<JoinMember> &members, const JoinDecisions &decisions,
                       const Union &byKey)
{
    if (decisions.joined.isEmpty() && decisions.separated.isEmpty() && decisions.declared.isEmpty())
        return byKey;
    const MemberPairs memberPairs(members);
    CarefulUnion things(members.size(), memberPairs.of(decisions.separated));
    for (const auto *decided : {&decisions.joined, &decisions.declared}) {
        for (const auto &pair : memberPairs.of(*decided))
            things.unite(pair);
    }
    things.uniteAll(byKey, members.size());
    return things.result();
}

//! Says why members are in their groups.
class Reasons
{
public:
    Reasons(const QList<JoinMember> &members, const JoinDecisions &decisions, const Union &things)
        : m_members(members)
    {
        const MemberPairs memberPairs(members);
        m_joined = firstPartners(memberPairs.of(decisions.joined), things);
        m_declared = firstPartners(memberPairs.of(decisions.declared), things);
    }

    //! Why \a member is in the group that \a first leads.
    QString of(qsizetype member, qsizetype first) const
    {
        const auto &own = m_members.at(member);
        if (m_joined.contains(member))
            return keptReason(JoinReason::ByHand);
        if (const auto other = m_declared.constFind(member); other != m_declared.cend())
            return declaration(own, m_members.at(*other));
        return likeness(m_members.at(first), own);
    }

private:
    //! The first member before each that it is paired with, where the two are one thing.
    static QHash<qsizetype, qsizetype> firstPartners(const std::vector<MemberPair> &pairs,
                                                     const Union &things)
    {
        QHash<qsizetype, qsizetype> partners;
        for (const auto &[before, member] : pairs) {
            if (things.root(before) == things.root(member) && !partners.contains(member))
                partners.insert(member, before);
        }
        return partners;
    }

    const QList<JoinMember> &m_members;
    QHash<qsizetype, qsizetype> m_joined;
    QHash<qsizetype, qsizetype> m_declared;
};

} // namespace

DatasetKey parseDatasetKey(const QString &text)
{
    const auto firstColon = text.indexOf(u':');
    const auto lastColon = text.lastIndexOf(u':');
    if (firstColon <= 0 || lastColon == text.size() - 1)
        return {};
    DatasetKey key;
    key.platform = text.left(firstColon);
    key.instance =
        lastColon > firstColon ? text.mid(firstColon + 1, lastColon - firstColon - 1) : QString();
    key.object = text.mid(lastColon + 1);
    const auto parts = key.object.split(u'.');
    if (!isStream(key.platform) && parts.size() == 3) {
        key.database = parts.first();
        key.object = parts.at(1) + u'.' + parts.at(2);
    }
    return key;
}

bool joinsByDeclaration(EntityKind kind)
{
    return kind == EntityKind::Product || kind == EntityKind::Team || kind == EntityKind::Contract
        || kind == EntityKind::Port;
}

qint64 joinKeyOf(const domain::Record &record)
{
    QString text;
    if (joinsByDeclaration(record.kind)) {
        text = domain::kindWord(record.kind) + u'\n' + declaredId(record);
    } else if (record.kind == EntityKind::Asset && !record.datasetKey.isEmpty()) {
        const auto key = parseDatasetKey(record.datasetKey);
        if (key.platform.isEmpty())
            return 0;
        text = key.platform + u'\n' + key.object;
    } else {
        return 0;
    }
    quint64 hash = 0xcbf29ce484222325ULL; // FNV-1a; a clash only makes a group larger to look at
    for (const auto unit : std::as_const(text))
        hash = (hash ^ unit.unicode()) * 0x100000001b3ULL;
    return hash == 0 ? 1 : qint64(hash);
}

QList<QList<Joined>> joinGroups(const QList<JoinMember> &members, const JoinDecisions &decisions)
{
    Union classesOfOneThing(members.size());
    const auto classes = classesOf(members, classesOfOneThing);
    const auto hasGap = [](const DatasetKey &key) {
        return key.instance.isEmpty() || key.database.isEmpty();
    };
    if (std::any_of(classes.keys.cbegin(), classes.keys.cend(), hasGap)) {
        completeEachOther(classes, classesOfOneThing);
        fillGaps(classes, classesOfOneThing);
    }
    joinDeclared(members, classesOfOneThing);
    const auto things = unitedByDecision(members, decisions, classesOfOneThing);

    const Reasons reasons(members, decisions, things);
    QList<QList<Joined>> groups;
    QHash<qsizetype, qsizetype> groupOfRoot;
    for (qsizetype i = 0; i < members.size(); ++i) {
        const auto root = things.root(i);
        const auto known = groupOfRoot.constFind(root);
        if (known == groupOfRoot.constEnd()) {
            groupOfRoot.insert(root, groups.size());
            groups.append(QList<Joined>{Joined{i, {}}});
        } else {
            auto &group = groups[*known];
            group.append({i, reasons.of(i, group.first().member)});
        }
    }
    return groups;
}

} // namespace portolan::store
