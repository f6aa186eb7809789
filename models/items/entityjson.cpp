// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/entityjson.h"

#include "models/base/identity.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

QJsonArray accountNames(const domain::Entity &entity)
{
    QStringList names;
    for (const auto &alias : entity.aliases) {
        if (!names.contains(alias.accountName))
            names.append(alias.accountName);
    }
    return QJsonArray::fromStringList(names);
}

QJsonArray aliasesJson(const domain::Entity &entity)
{
    QJsonArray aliases;
    for (const auto &alias : entity.aliases) {
        QJsonObject object{{u"account"_s, alias.accountName}, {u"nativeId"_s, alias.nativeId}};
        insertText(object, u"joinedBy"_s, alias.joinedBy);
        aliases.append(object);
    }
    return aliases;
}

} // namespace

void insertText(QJsonObject &object, const QString &name, const QString &value)
{
    if (!value.isEmpty())
        object.insert(name, value);
}

QString isoText(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QJsonObject entityJson(const domain::Entity &entity)
{
    QJsonObject object{{u"id"_s, idText(entity.id)},
                       {u"nativeId"_s, entity.nativeId},
                       {u"kind"_s, domain::kindWord(entity.kind)},
                       {u"name"_s, entity.name},
                       {u"tags"_s, QJsonArray::fromStringList(entity.tags)},
                       {u"accounts"_s, accountNames(entity)},
                       {u"aliases"_s, aliasesJson(entity)}};
    insertText(object, u"type"_s, entity.type);
    insertText(object, u"title"_s, entity.title);
    insertText(object, u"description"_s, entity.description);
    insertText(object, u"status"_s, entity.status);
    insertText(object, u"version"_s, entity.version);
    insertText(object, u"classification"_s, entity.classification);
    if (!entity.domain.isEmpty())
        object.insert(u"domain"_s, QJsonArray::fromStringList(entity.domain));
    if (!entity.ownerName.isEmpty() || !entity.ownerId.isNull()) {
        QJsonObject owner{{u"name"_s, entity.ownerName}};
        if (!entity.ownerId.isNull())
            owner.insert(u"id"_s, idText(entity.ownerId));
        object.insert(u"owner"_s, owner);
    }
    return object;
}

} // namespace portolan::items
