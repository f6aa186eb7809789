// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/edit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::domain {
namespace {

QByteArray bytesOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

//! The object of a payload that names a thing.
Result<QJsonObject> thingIn(const QByteArray &payload)
{
    const auto object = QJsonDocument::fromJson(payload).object();
    if (object.value(u"nativeId"_s).toString().isEmpty()
        || !kindFromWord(object.value(u"kind"_s).toString()))
        return failure(Error::Kind::BadInput, u"the edit does not say of what it is"_s);
    return object;
}

Result<QStringList> tagsIn(const QJsonObject &object, const QString &name)
{
    const auto value = object.value(name);
    QStringList tags;
    const auto list = value.toArray();
    for (const auto &one : list) {
        if (one.toString().isEmpty())
            return failure(Error::Kind::BadInput, u"a tag of the edit is no text"_s);
        tags.append(one.toString());
    }
    if (!value.isUndefined() && !value.isArray())
        return failure(Error::Kind::BadInput, u"\"%1\" of the edit is no list"_s.arg(name));
    return tags;
}

std::optional<Owners> ownersIn(const QJsonObject &object)
{
    const auto value = object.value(u"owners"_s);
    if (!value.isArray())
        return std::nullopt;
    Owners owners;
    const auto list = value.toArray();
    for (const auto &one : list)
        owners.append({one[u"id"_s].toString(), one[u"name"_s].toString()});
    return owners;
}

QJsonArray arrayOf(const Owners &owners)
{
    QJsonArray list;
    for (const auto &one : owners)
        list.append(QJsonObject{{u"id"_s, one.id}, {u"name"_s, one.name}});
    return list;
}

} // namespace

QString describeKind()
{
    return u"describe"_s;
}

QString tagKind()
{
    return u"tag"_s;
}

QString ownKind()
{
    return u"own"_s;
}

bool isEditKind(const QString &kind)
{
    return kind == describeKind() || kind == tagKind() || kind == ownKind();
}

QByteArray toJson(const DescriptionEdit &edit)
{
    QJsonObject object{{u"nativeId"_s, edit.nativeId},
                       {u"kind"_s, kindWord(edit.kind)},
                       {u"description"_s, edit.description}};
    if (!edit.field.isEmpty())
        object.insert(u"field"_s, edit.field);
    return bytesOf(object);
}

QByteArray toJson(const TagEdit &edit)
{
    return bytesOf({{u"nativeId"_s, edit.nativeId},
                    {u"kind"_s, kindWord(edit.kind)},
                    {u"add"_s, QJsonArray::fromStringList(edit.added)},
                    {u"remove"_s, QJsonArray::fromStringList(edit.removed)}});
}

QByteArray toJson(const OwnerEdit &edit)
{
    return bytesOf({{u"nativeId"_s, edit.nativeId},
                    {u"kind"_s, kindWord(edit.kind)},
                    {u"owners"_s, arrayOf(edit.owners)}});
}

Result<DescriptionEdit> descriptionEditFromJson(const QByteArray &payload)
{
    const auto object = thingIn(payload);
    if (!object)
        return tl::unexpected(object.error());
    const auto description = object->value(u"description"_s);
    if (!description.isString())
        return failure(Error::Kind::BadInput, u"the edit has no description"_s);
    const auto field = object->value(u"field"_s);
    if (!field.isUndefined() && field.toString().isEmpty())
        return failure(Error::Kind::BadInput, u"the edit names no field"_s);
    return DescriptionEdit{.nativeId = object->value(u"nativeId"_s).toString(),
                           .kind = *kindFromWord(object->value(u"kind"_s).toString()),
                           .description = description.toString(),
                           .field = field.toString()};
}

Result<TagEdit> tagEditFromJson(const QByteArray &payload)
{
    const auto object = thingIn(payload);
    if (!object)
        return tl::unexpected(object.error());
    const auto added = tagsIn(*object, u"add"_s);
    const auto removed = tagsIn(*object, u"remove"_s);
    if (!added || !removed)
        return tl::unexpected(added ? removed.error() : added.error());
    return TagEdit{.nativeId = object->value(u"nativeId"_s).toString(),
                   .kind = *kindFromWord(object->value(u"kind"_s).toString()),
                   .added = *added,
                   .removed = *removed};
}

Result<OwnerEdit> ownerEditFromJson(const QByteArray &payload)
{
    const auto object = thingIn(payload);
    if (!object)
        return tl::unexpected(object.error());
    auto owners = ownersIn(*object);
    if (!owners)
        return failure(Error::Kind::BadInput, u"the edit has no owners"_s);
    if (idsOf(*owners).contains(QString()))
        return failure(Error::Kind::BadInput, u"an owner of the edit has no id"_s);
    return OwnerEdit{.nativeId = object->value(u"nativeId"_s).toString(),
                     .kind = *kindFromWord(object->value(u"kind"_s).toString()),
                     .owners = *std::move(owners)};
}

QByteArray descriptionSide(const QString &description)
{
    return bytesOf({{u"description"_s, description}});
}

QString descriptionOf(const QByteArray &side)
{
    return QJsonDocument::fromJson(side).object().value(u"description"_s).toString();
}

QByteArray ownersSide(const Owners &owners)
{
    return bytesOf({{u"owners"_s, arrayOf(owners)}});
}

std::optional<Owners> ownersOf(const QByteArray &side)
{
    return ownersIn(QJsonDocument::fromJson(side).object());
}

QStringList idsOf(const Owners &owners)
{
    QStringList ids;
    for (const auto &one : owners)
        ids.append(one.id);
    return ids;
}

bool areSameOwners(const QStringList &left, const QStringList &right)
{
    return QSet<QString>(left.begin(), left.end()) == QSet<QString>(right.begin(), right.end());
}

bool areContradicted(const QStringList &base, const QStringList &mine, const QStringList &now)
{
    const auto isForeign = [&](const QString &one) {
        return !base.contains(one) && !mine.contains(one);
    };
    const auto isMissed = [&](const QString &one) {
        return mine.contains(one) && !now.contains(one);
    };
    return std::any_of(now.begin(), now.end(), isForeign)
        || std::any_of(base.begin(), base.end(), isMissed);
}

QStringList tagsAfter(QStringList tags, const TagEdit &edit)
{
    tags.removeIf([&edit](const QString &tag) { return edit.removed.contains(tag); });
    for (const auto &tag : edit.added) {
        if (!tags.contains(tag))
            tags.append(tag);
    }
    return tags;
}

} // namespace portolan::domain
