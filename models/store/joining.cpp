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
// Products, and teams, are one class when their native ids are equal, which happens across accounts
// only, or when one declares to be the other (dbt's meta.data_product, the owner's name of a dbt
// group), which is its dataset key.
// Then what a person decided: pairs joined by hand are united first, then those whose source names
// one as the other (a symlink, a rename), then those of one class, but never two groups that hold
// records which were separated.
//
// Left out: similarity of names or columns. What is less certain than a key is never joined by
// itself.
#include "models/store/joining.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

namespace {

using domain::EntityKind;

//! The id that \a member has or declares to have.
const QString &declaredId(const JoinMember &member)
{
    return member.datasetKey.isEmpty() ? member.nativeId : member.datasetKey;
}

//! Text for people that belongs to no class.
class Joining
{
    Q_DECLARE_TR_FUNCTIONS(portolan::store::Joining)

public:
    static QString why(const JoinMember &first, const JoinMember &member)
    {
        if (member.kind == EntityKind::Product && !member.datasetKey.isEmpty())
            return tr("It says that it is the product “%1”.").arg(member.datasetKey);
        if (member.kind == EntityKind::Product)
            return tr("The product has the same id, “%1”.").arg(member.nativeId);
        if (member.kind == EntityKind::Team)
            return tr("Both name the same team: %1.").arg(declaredId(member));
        if (parseDatasetKey(first.datasetKey) == parseDatasetKey(member.datasetKey))
            return tr("Both name the same table: %1.").arg(member.datasetKey);
        return tr("%1 fits %2, and nothing else does.").arg(member.datasetKey, first.datasetKey);
    }

    static QString declared(const JoinMember &own, const JoinMember &other)
    {
        if (isOfQualityTool(own.nativeId) || isOfQualityTool(other.nativeId))
            return tr("Nothing else has the name “%1”.").arg(lastPartOf(own.nativeId));
        return tr("Its source says that this is another name of “%1”.").arg(other.nativeId);
    }

    static QString byHand() { return tr("Joined by hand."); }

private:
    //! Quality tools call tables by names of their own, which are compared by their last part.
    static bool isOfQualityTool(const QString &nativeId)
    {
        return nativeId.startsWith(u"great-expectations:"_s) || nativeId.startsWith(u"soda:"_s);
    }

    static QString lastPartOf(const QString &nativeId)
    {
        return nativeId.mid(nativeId.lastIndexOf(u'/') + 1);
    }
};

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

//! Sets of indexes that grow together.
class Union
{
public:
    explicit Union(qsizetype size)
    {
        m_parent.reserve(size);
        for (qsizetype i = 0; i < size; ++i)
            m_parent.append(i);
    }

    qsizetype root(qsizetype i) const
    {
        while (m_parent.at(i) != i)
            i = m_parent.at(i);
        return i;
    }

    //! The lesser root stays, so that the first member leads.
    void unite(qsizetype a, qsizetype b)
    {
        const auto [low, high] = std::minmax({root(a), root(b)});
        m_parent[high] = low;
    }

private:
    QList<qsizetype> m_parent;
};

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

//! Unites one pair after the other, but no two groups that hold separated records.
class CarefulUnion
{
public:
    CarefulUnion(const QList<JoinMember> &members, const JoinDecisions &decisions)
        : m_members(members)
        , m_decisions(decisions)
        , m_union(members.size())
    {
        for (qsizetype i = 0; i < members.size(); ++i)
            m_groups.append(QList<qsizetype>{i});
    }

    void unite(qsizetype a, qsizetype b)
    {
        const auto [low, high] = std::minmax({m_union.root(a), m_union.root(b)});
        if (low == high || separated(low, high))
            return;
        m_union.unite(low, high);
        m_groups[low].append(std::exchange(m_groups[high], {}));
    }

    const Union &result() const { return m_union; }

private:
    bool separated(qsizetype a, qsizetype b) const
    {
        for (const auto left : m_groups.at(a)) {
            for (const auto right : m_groups.at(b)) {
                if (m_decisions.separated.contains(
                        JoinDecisions::pair(m_members.at(left).record, m_members.at(right).record)))
                    return true;
            }
        }
        return false;
    }

    const QList<JoinMember> &m_members;
    const JoinDecisions &m_decisions;
    Union m_union;
    QList<QList<qsizetype>> m_groups; //!< members by root
};

//! \a byKey with what a person decided: first all pairs joined by hand, then those with equal keys,
//! so that a decision outweighs a key.
Union unitedByDecision(const QList<JoinMember> &members, const JoinDecisions &decisions,
                       const Union &byKey)
{
    if (decisions.joined.isEmpty() && decisions.separated.isEmpty() && decisions.declared.isEmpty())
        return byKey;
    CarefulUnion things(members, decisions);
    for (const auto *pairs : {&decisions.joined, &decisions.declared}) {
        for (qsizetype i = 0; i < members.size(); ++i) {
            for (qsizetype j = i + 1; j < members.size(); ++j) {
                const auto pair = JoinDecisions::pair(members.at(i).record, members.at(j).record);
                if (pairs->contains(pair))
                    things.unite(i, j);
            }
        }
    }
    for (qsizetype i = 0; i < members.size(); ++i) {
        for (qsizetype j = i + 1; j < members.size(); ++j) {
            if (byKey.root(i) == byKey.root(j))
                things.unite(i, j);
        }
    }
    return things.result();
}

QString reason(const QList<JoinMember> &members, const JoinDecisions &decisions,
               const QList<Joined> &group, qsizetype member)
{
    const auto &own = members.at(member);
    const auto partner = [&](const QSet<std::pair<qint64, qint64>> &pairs) {
        return std::find_if(group.cbegin(), group.cend(), [&](const Joined &other) {
            return pairs.contains(JoinDecisions::pair(own.record, members.at(other.member).record));
        });
    };
    if (partner(decisions.joined) != group.cend())
        return Joining::byHand();
    if (const auto other = partner(decisions.declared); other != group.cend())
        return Joining::declared(own, members.at(other->member));
    return Joining::why(members.at(group.first().member), own);
}

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
    return kind == EntityKind::Product || kind == EntityKind::Team;
}

qint64 joinKeyOf(const domain::Record &record)
{
    QString text;
    if (joinsByDeclaration(record.kind)) {
        text = domain::kindWord(record.kind) + u'\n'
            + (record.datasetKey.isEmpty() ? record.nativeId : record.datasetKey);
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
            group.append({i, reason(members, decisions, group, i)});
        }
    }
    return groups;
}

} // namespace portolan::store
