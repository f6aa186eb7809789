// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/entityjson.h"

#include "models/base/identity.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
QJsonObject fieldEntityJson(const domain::Entity &asset, const domain::Field &field)
{
    auto object = entityJson(asset);
    object.insert(u"id"_s, QString(idText(asset.id) + u'#' + field.path));
    object.insert(u"nativeId"_s, QString(asset.nativeId + u'.' + field.path));
    object.insert(u"kind"_s, u"field"_s);
    object.insert(u"name"_s, field.name);
    object.insert(u"tags"_s, QJsonArray::fromStringList(field.tags));
    for (const auto &member : {u"title"_s, u"description"_s, u"classification"_s, u"version"_s})
        object.remove(member);
    insertText(object, u"type"_s, field.type);
    insertText(object, u"title"_s, field.title);
    insertText(object, u"description"_s, field.description);
    insertText(object, u"classification"_s, field.classification);
    QJsonArray aliases;
    for (const auto &alias : asset.aliases) {
        aliases.append(QJsonObject{{u"account"_s, alias.accountName},
                                   {u"nativeId"_s, QString(alias.nativeId + u'.' + field.path)}});
    }
    object.insert(u"aliases"_s, aliases);
    return object;
}

QJsonObject fieldJson(const domain::Field &field, const QString &prefix)
{
    QJsonObject object{{u"path"_s, QString(prefix + field.path)},
                       {u"type"_s, field.type},
                       {u"tags"_s, QJsonArray::fromStringList(field.tags)},
                       {u"terms"_s, QJsonArray::fromStringList(field.terms)}};
    insertText(object, u"title"_s, field.title);
    insertText(object, u"logicalType"_s, field.logicalType);
    insertText(object, u"description"_s, field.description);
    insertText(object, u"classification"_s, field.classification);
    if (field.nullable)
        object.insert(u"nullable"_s, *field.nullable);
    if (field.primaryKey)
        object.insert(u"primaryKey"_s, true);
    if (field.unique)
        object.insert(u"unique"_s, true);
    return object;
}

QJsonObject countsJson(const store::Counts &counts)
{
    QJsonObject object;
    for (const auto &[kind, count] : counts.perKind)
        object.insert(domain::kindWord(kind), count);
    return object;
}

} // namespace portolan::cli
