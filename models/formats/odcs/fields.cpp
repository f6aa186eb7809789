// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/odcs/fields.h"

#include "models/formats/bitol/parts.h"
#include "models/formats/odcs/constraints.h"
#include "models/formats/odcs/quality.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::odcs {
namespace {

using bitol::firstOf;
using bitol::isNo;
using bitol::isYes;
using bitol::textOf;
using bitol::textsOf;
using document::Node;

QString nameOf(const Node &element)
{
    return textOf(firstOf(element, {"name", "column", "table"}));
}

void addNames(Names &names, const Node &properties, const QString &idPrefix, const QString &prefix,
              int depth)
{
    if (!properties.isSequence() || depth > 64)
        return;
    for (const auto item : properties) {
        const auto path = QString(prefix % u'.' % nameOf(item));
        const auto id = QString(idPrefix % u"/properties/"_s % textOf(item, "id"));
        if (item.has("id"))
            names.insert(id, path);
        addNames(names, item["properties"], id, path, depth + 1);
    }
}

std::optional<bool> nullableOf(const Node &property)
{
    const auto required = property["required"];
    if (isYes(required) || isNo(required))
        return isNo(required);
    const auto nullable = property["isNullable"];
    if (isYes(nullable) || isNo(nullable))
        return isYes(nullable);
    return {};
}

int positionOf(const Node &property)
{
    return std::max(0, textOf(property, "primaryKeyPosition").toInt());
}

//! Links that say what the field means; the others stay in the native document.
QStringList meaningsOf(const Node &definitions)
{
    QStringList meanings;
    if (!definitions.isSequence())
        return meanings;
    for (const auto item : definitions) {
        const auto type = textOf(item, "type");
        if (type.contains(u"definition"_s, Qt::CaseInsensitive)
            || type.contains(u"glossary"_s, Qt::CaseInsensitive))
            meanings.append(textOf(item, "url"));
    }
    return meanings;
}

QString transformationOf(const Node &property)
{
    QStringList parts{textOf(property, "transformDescription"), textOf(property, "transformLogic")};
    parts.removeAll(QString());
    return parts.join(u'\n');
}

domain::Field fieldOf(const Node &property, const QString &path, const QString &name)
{
    const auto physicalName = textOf(property, "physicalName");
    return {
        .path = path,
        .name = name,
        .title = textOf(property, "businessName"),
        .physicalName = physicalName == name ? QString() : physicalName,
        .type = textOf(property, "physicalType"),
        .logicalType = textOf(property, "logicalType"),
        .description = textOf(property, "description"),
        .classification = textOf(property, "classification"),
        .tags = textsOf(property["tags"]),
        .terms = meaningsOf(property["authoritativeDefinitions"]),
        .synonyms = bitol::synonymsOf(property["synonyms"]),
        .examples = textsOf(firstOf(property, {"examples", "sampleValues"})),
        .sources = textsOf(firstOf(property, {"transformSourceObjects", "transformSourceTables"})),
        .transformation = transformationOf(property),
        .encryptedName = textOf(firstOf(property, {"encryptedName", "encryptedColumnName"})),
        .constraints = constraintsOf(property),
        .references = {},
        .nullable = nullableOf(property),
        .primaryKey = isYes(firstOf(property, {"primaryKey", "isPrimaryKey"})),
        .primaryKeyPosition = positionOf(property),
        .unique = isYes(firstOf(property, {"unique", "isUnique"})),
        .partitioned = isYes(firstOf(property, {"partitioned", "partitionStatus"})),
        .critical = isYes(firstOf(property, {"criticalDataElement", "criticalDataElementStatus"})),
        .deprecated = isYes(property["deprecated"])};
}

int rankOf(const QString &classification)
{
    static const QStringList ladder{u"public"_s, u"internal"_s, u"confidential"_s, u"restricted"_s};
    return static_cast<int>(ladder.indexOf(classification.trimmed().toLower()));
}

} // namespace

Names namesOf(const Node &schema)
{
    Names names;
    if (!schema.isSequence())
        return names;
    for (const auto object : schema) {
        const auto id = QString(u"schema/"_s % textOf(object, "id"));
        if (object.has("id"))
            names.insert(id, nameOf(object));
        addNames(names, object["properties"], id, nameOf(object), 0);
    }
    return names;
}

void FieldReader::read(const Node &object)
{
    readQuality(object["quality"], m_object);
    readList(firstOf(object, {"properties", "columns"}), {}, 0);
    readRelationships(object);
}

void FieldReader::readQuality(const Node &list, const QString &element)
{
    quality += qualityOf(list, element);
    if (!list.isSequence())
        return;
    for (const auto item : list) {
        if (item.isMapping())
            qualityNodes.append(item);
    }
}

void FieldReader::readList(const Node &properties, const QString &prefix, int depth)
{
    if (!properties.isSequence())
        return;
    for (const auto item : properties) {
        if (item.isMapping())
            readProperty(item, prefix, depth);
    }
}

void FieldReader::readProperty(const Node &property, const QString &prefix, int depth)
{
    auto name = nameOf(property);
    if (name.isEmpty())
        name = textOf(firstOf(property, {"physicalName", "id"}));
    if (name.isEmpty())
        return; // the lint rules say so; the native document keeps it
    const auto path = prefix.isEmpty() ? name : QString(prefix % u'.' % name);
    auto field = fieldOf(property, path, name);
    const auto relationships = property["relationships"];
    if (relationships.isSequence()) {
        for (const auto item : relationships)
            field.references += targetsOf(item["to"]);
    }
    fields.append(field);
    readQuality(property["quality"], m_object % u'.' % path);
    readInside(property, path, depth);
}

//! What stands in an object, in the items of an array, or in the values of a map.
void FieldReader::readInside(const Node &property, const QString &path, int depth)
{
    if (depth > 64)
        return; // deeper than any real schema, and than the stack should bear
    readList(property["properties"], path, depth + 1);
    const auto items = firstOf(property, {"items"});
    const auto inner = items.exists() ? items : property["map"]["value"];
    if (!inner.isMapping())
        return;
    readQuality(inner["quality"], m_object % u'.' % path % u"[]"_s);
    readInside(inner, path % u"[]"_s, depth + 1);
}

//! Composite keys: from[i] points to to[i].
void FieldReader::readRelationships(const Node &object)
{
    const auto relationships = object["relationships"];
    if (!relationships.isSequence())
        return;
    for (const auto item : relationships) {
        const auto from = targetsOf(item["from"]);
        const auto to = targetsOf(item["to"]);
        for (qsizetype i = 0; i < std::min(from.size(), to.size()); ++i) {
            const auto path = from.at(i).mid(from.at(i).indexOf(u'.') + 1);
            const auto field =
                std::find_if(fields.begin(), fields.end(),
                             [&path](const auto &known) { return known.path == path; });
            if (field != fields.end() && !field->references.contains(to.at(i)))
                field->references.append(to.at(i));
        }
    }
}

QStringList FieldReader::targetsOf(const Node &target) const
{
    auto targets = textsOf(target);
    for (auto &text : targets)
        text = m_names.value(text.startsWith(u'/') ? text.mid(1) : text, text);
    return targets;
}

QString highestClassification(const QList<domain::Field> &fields)
{
    QString highest;
    for (const auto &field : fields) {
        if (field.classification.isEmpty())
            continue;
        if (highest.isEmpty() || rankOf(field.classification) > rankOf(highest))
            highest = field.classification;
    }
    return highest;
}

} // namespace portolan::formats::odcs
