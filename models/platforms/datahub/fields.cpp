// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/datahub/fields.h"

#include "models/platforms/datahub/secrecy.h"

#include <QHash>
#include <QSet>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::Field;

namespace portolan::platforms::datahub {
namespace {

//! {"com.linkedin.schema.NumberType": {}} is "number".
QString logicalTypeOf(const Json &field)
{
    static const QHash<QString, QString> words{
        {u"time"_s, u"timestamp"_s}, {u"record"_s, u"object"_s}, {u"map"_s, u"object"_s},
        {u"struct"_s, u"object"_s},  {u"enum"_s, u"string"_s},
    };
    simdjson::dom::object type;
    if (json::member(field, {"type", "type"}).get(type) != simdjson::SUCCESS)
        return {};
    for (const auto entry : type) {
        auto word = QString::fromUtf8(entry.key.data(), static_cast<qsizetype>(entry.key.size()));
        word = word.mid(word.lastIndexOf(u'.') + 1);
        if (word.endsWith(u"Type"_s))
            word.chop(4);
        word = word.toLower();
        return words.value(word, word);
    }
    return {};
}

void addWords(Field &field, const Json &info, const Names &names)
{
    const auto add = [](QStringList &list, const QString &word) {
        if (!word.isEmpty() && !list.contains(word))
            list.append(word);
    };
    for (const auto &tag : json::items(json::member(info, {"globalTags", "tags"})))
        add(field.tags, names.nameOf(json::text(tag, "tag")));
    for (const auto &term : json::items(json::member(info, {"glossaryTerms", "terms"}))) {
        const auto urn = json::text(term, "urn");
        add(field.terms, names.nameOf(urn));
        if (field.classification.isEmpty())
            field.classification = secrecyOf(urn, names);
    }
}

//! What people wrote about columns, by the path as it is shown: they may have named it in the
//! older form.
QHash<QString, Json> editedFields(const Entity &dataset)
{
    QHash<QString, Json> edited;
    const auto list =
        json::member(dataset.aspect("editableSchemaMetadata"), "editableSchemaFieldInfo");
    for (const auto &info : json::items(list))
        edited.insert(pathOf(json::text(info, "fieldPath")), info);
    return edited;
}

//! Which columns each column refers to.
QHash<QString, QStringList> foreignKeys(const Json &schema)
{
    QHash<QString, QStringList> keys;
    for (const auto &key : json::items(json::member(schema, "foreignKeys"))) {
        const auto sources = json::texts(json::member(key, "sourceFields"));
        const auto targets = json::texts(json::member(key, "foreignFields"));
        for (qsizetype i = 0; i < qMin(sources.size(), targets.size()); ++i) {
            const auto target = fieldRefOf(targets.at(i));
            keys[fieldRefOf(sources.at(i)).path].append(shortNameOf(target.asset) % u'.'
                                                        % target.path);
        }
    }
    return keys;
}

Field fieldOf(const Json &info, const QString &path)
{
    Field field;
    field.path = path;
    field.name = path.mid(path.lastIndexOf(u'.') + 1);
    if (const auto colon = field.name.indexOf(u':'); colon == 3 && path.startsWith(u"key:"_s))
        field.name = field.name.mid(colon + 1);
    field.title = json::text(info, "label");
    field.type = json::text(info, "nativeDataType");
    field.logicalType = logicalTypeOf(info);
    field.description = json::text(info, "description");
    bool nullable = false;
    if (json::member(info, "nullable").get(nullable) == simdjson::SUCCESS)
        field.nullable = nullable;
    field.primaryKey = json::isTrue(json::member(info, "isPartOfKey"));
    field.partitioned = json::isTrue(json::member(info, "isPartitioningKey"));
    return field;
}

} // namespace

QList<Field> fieldsOf(const Entity &dataset, const Names &names)
{
    QList<Field> fields;
    const auto schema = dataset.aspect("schemaMetadata");
    const auto edited = editedFields(dataset);
    const auto keys = foreignKeys(schema);
    const auto primary = json::texts(json::member(schema, "primaryKeys"));
    QSet<QString> paths;
    for (const auto &info : json::items(json::member(schema, "fields"))) {
        const auto written = json::text(info, "fieldPath");
        auto path = pathOf(written);
        if (written.isEmpty())
            continue;
        // The branches of a union may have columns of one name.
        for (int n = 2; paths.contains(path); ++n)
            path = pathOf(written) % u'#' % QString::number(n);
        paths.insert(path);
        auto field = fieldOf(info, path);
        addWords(field, info, names);
        if (const auto over = edited.constFind(pathOf(written)); over != edited.constEnd()) {
            if (const auto text = json::text(*over, "description"); !text.isEmpty())
                field.description = text;
            addWords(field, *over, names);
        }
        if (const auto position = primary.indexOf(written); position >= 0) {
            field.primaryKey = true;
            field.primaryKeyPosition = int(position) + 1;
        }
        field.references = keys.value(path);
        fields.append(std::move(field));
    }
    return fields;
}

} // namespace portolan::platforms::datahub
