// SPDX-License-Identifier: GPL-3.0-or-later
// Which things may be one although no key says so: what a person is asked about (ruling 7).
//
// Idea: a suggestion that is wrong costs a person's attention, so what is known to be two is never
// asked about. Keys on one platform that differ in a part which both have are two tables, such as
// those of a test and a productive database; tables on two platforms that one account lists itself
// are two to that account. What flows into each other is two as well, which whoever asks looks up.
//
// What remains, from the surest down:
//   1. A key that leaves open what several others have: it is one of these, or none.
//   2. A name that a quality tool uses and several tables have.
//   3. Products, or teams, that different accounts call alike.
//   4. Tables that are called alike, last part and schema, where both are known, and have equal
//      fields.
#include "models/store/likeness.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

namespace {

using domain::EntityKind;

// One field that is called alike, mostly "id", says nothing.
constexpr qsizetype fewestFields = 2;

//! Text for people that belongs to no class.
class LikenessWords
{
    Q_DECLARE_TR_FUNCTIONS(portolan::store::Likeness)
};

bool isToolsName(const QString &nativeId)
{
    return nativeId.startsWith(u"great-expectations:"_s) || nativeId.startsWith(u"soda:"_s);
}

bool areCalledAlike(const QString &left, const QString &right)
{
    return !left.isEmpty() && left.compare(right, Qt::CaseInsensitive) == 0;
}

bool fits(const QString &left, const QString &right)
{
    return left.isEmpty() || right.isEmpty() || left == right;
}

int unknownParts(const DatasetKey &key)
{
    return int(key.instance.isEmpty()) + int(key.database.isEmpty());
}

//! A table's name in two parts; the schema is empty where it is not known.
struct TableName
{
    QString schema;
    QString table;
};

TableName tableNameOf(const QString &object)
{
    const auto dot = object.lastIndexOf(u'.');
    return dot < 0 ? TableName{{}, object.toCaseFolded()}
                   : TableName{object.left(dot).section(u'.', -1).toCaseFolded(),
                               object.mid(dot + 1).toCaseFolded()};
}

QList<TableName> tableNamesOf(const Lookalike &one)
{
    QList<TableName> names;
    for (const auto &key : one.keys)
        names.append(tableNameOf(key.object));
    if (names.isEmpty())
        names.append(tableNameOf(one.name));
    return names;
}

bool haveOneTableName(const Lookalike &left, const Lookalike &right)
{
    const auto rights = tableNamesOf(right);
    for (const auto &one : tableNamesOf(left)) {
        for (const auto &other : rights) {
            if (!one.table.isEmpty() && one.table == other.table && fits(one.schema, other.schema))
                return true;
        }
    }
    return false;
}

Likeness likenessOfAssets(const Lookalike &left, const Lookalike &right)
{
    if (left.type == u"job" || right.type == u"job")
        return Likeness::None;
    bool isOpen = false;
    for (const auto &one : left.keys) {
        for (const auto &other : right.keys) {
            if (one.platform != other.platform)
                continue;
            isOpen = one.object == other.object && fits(one.instance, other.instance)
                && fits(one.database, other.database);
            if (!isOpen)
                return Likeness::None;
        }
    }
    if (isOpen)
        return Likeness::Ambiguous;
    if (!haveOneTableName(left, right))
        return Likeness::None;
    if (left.isOfTool != right.isOfTool)
        return Likeness::ToolsName;
    if (!left.keys.isEmpty() && !right.keys.isEmpty() && left.accounts.intersects(right.accounts))
        return Likeness::None;
    return Likeness::SameFields;
}

} // namespace

void Lookalike::add(const QUuid &account, const QString &nativeId, const QString &datasetKey)
{
    isOfTool = (accounts.isEmpty() || isOfTool) && isToolsName(nativeId);
    accounts.insert(account);
    if (kind != EntityKind::Asset || datasetKey.isEmpty())
        return;
    const auto key = parseDatasetKey(datasetKey);
    if (key.platform.isEmpty() || keys.contains(key))
        return;
    keys.append(key);
    keyTexts.append(datasetKey);
}

Likeness likenessOf(const Lookalike &left, const Lookalike &right)
{
    if (left.kind != right.kind)
        return Likeness::None;
    if (left.kind == EntityKind::Asset)
        return likenessOfAssets(left, right);
    const bool isNamed = left.kind == EntityKind::Product || left.kind == EntityKind::Team;
    if (!isNamed || left.accounts.intersects(right.accounts))
        return Likeness::None;
    const auto &label = left.title.isEmpty() ? left.name : left.title;
    const auto &other = right.title.isEmpty() ? right.name : right.title;
    return areCalledAlike(label, other) || areCalledAlike(left.name, right.name)
        ? Likeness::SameName
        : Likeness::None;
}

bool haveEqualFields(const QSet<QString> &left, const QSet<QString> &right)
{
    return left.size() >= fewestFields && left == right;
}

namespace {

//! The first keys of the two of which one may be the other.
std::pair<qsizetype, qsizetype> fittingKeys(const Lookalike &left, const Lookalike &right)
{
    for (qsizetype i = 0; i < left.keys.size(); ++i) {
        for (qsizetype j = 0; j < right.keys.size(); ++j) {
            if (left.keys.at(i).platform == right.keys.at(j).platform)
                return {i, j};
        }
    }
    return {0, 0};
}

} // namespace

QString likenessText(Likeness likeness, const Lookalike &left, const Lookalike &right,
                     qsizetype fields)
{
    const auto &name = left.title.isEmpty() ? left.name : left.title;
    switch (likeness) {
    case Likeness::None:
        break;
    case Likeness::Ambiguous: {
        const auto [own, other] = fittingKeys(left, right);
        auto open = left.keyTexts.at(own);
        auto whole = right.keyTexts.at(other);
        if (unknownParts(left.keys.at(own)) <= unknownParts(right.keys.at(other)))
            open.swap(whole);
        return LikenessWords::tr("%1 may be %2, but other tables fit as well.").arg(open, whole);
    }
    case Likeness::ToolsName:
        return LikenessWords::tr("A quality tool looks at “%1”, and several tables may be meant.")
            .arg(left.isOfTool ? left.name : right.name);
    case Likeness::SameName:
        return LikenessWords::tr("Both are called “%1”, but have different ids.").arg(name);
    case Likeness::SameFields:
        return LikenessWords::tr("Both are called “%1” and have the same %n field(s).", nullptr,
                                 int(fields))
            .arg(name);
    }
    return {};
}

} // namespace portolan::store
