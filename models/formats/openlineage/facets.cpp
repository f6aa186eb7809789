// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/openlineage/facets.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::Field;
using portolan::domain::Record;
using portolan::formats::json::Json;

namespace portolan::formats::openlineage {
namespace {

// Deeper than any table, shallow enough for the stack.
constexpr int maxDepth = 64;

void addFields(QList<Field> &fields, const Json &list, const QString &parent, int depth)
{
    if (depth > maxDepth)
        return;
    for (const auto &item : json::items(list)) {
        Field field;
        field.name = json::text(item, "name");
        if (field.name.isEmpty())
            continue;
        field.path = parent.isEmpty() ? field.name : QString(parent % u'.' % field.name);
        field.type = json::text(item, "type");
        field.description = json::text(item, "description");
        const auto path = field.path;
        fields.append(std::move(field));
        addFields(fields, json::member(item, "fields"), path, depth + 1);
    }
}

//! A tag as one word.
QString tagIn(const Json &tag)
{
    const auto key = json::text(tag, "key");
    const auto value = json::text(tag, "value");
    return value.isEmpty() || value == u"true" ? key : QString(key % u':' % value);
}

//! "team:data" → "data".
QString bareName(const QString &owner)
{
    for (const auto &prefix : {u"team:"_s, u"user:"_s, u"group:"_s, u"application:"_s}) {
        if (owner.startsWith(prefix) && owner.size() > prefix.size())
            return owner.mid(prefix.size());
    }
    return owner;
}

} // namespace

Json FacetReader::facet(const char *name)
{
    const auto found = m_facets.find(name);
    if (found == m_facets.end())
        return json::nullJson();
    const auto &bytes = found->second.json;
    const std::string_view text(bytes.constData(), std::size_t(bytes.size()));
    Json value;
    return m_parser.parse(text, text).get(value) == simdjson::SUCCESS ? value : json::nullJson();
}

QString FacetReader::text(const char *name, std::string_view key)
{
    return json::text(facet(name), key);
}

QList<Field> fieldsOf(FacetReader &facets)
{
    QList<Field> fields;
    addFields(fields, json::member(facets.facet("schema"), "fields"), {}, 0);
    QHash<QString, qsizetype> byPath;
    for (qsizetype i = 0; i < fields.size(); ++i)
        byPath.insert(fields.at(i).path, i);
    for (const auto &tag : json::items(json::member(facets.facet("tags"), "tags"))) {
        const auto field = byPath.constFind(json::text(tag, "field"));
        if (field != byPath.constEnd() && !fields.at(*field).tags.contains(tagIn(tag)))
            fields[*field].tags.append(tagIn(tag));
    }
    return fields;
}

QStringList tagsOf(FacetReader &facets)
{
    QStringList tags;
    for (const auto &tag : json::items(json::member(facets.facet("tags"), "tags"))) {
        const auto word = tagIn(tag);
        if (json::text(tag, "field").isEmpty() && !word.isEmpty() && !tags.contains(word))
            tags.append(word);
    }
    return tags;
}

void addPeopleAndWords(Record &record, FacetReader &facets)
{
    record.description = facets.text("documentation", "description");
    for (const auto &owner : json::items(json::member(facets.facet("ownership"), "owners"))) {
        domain::TeamMember member;
        member.name = bareName(json::text(owner, "name"));
        member.role = json::text(owner, "type");
        if (member.name.isEmpty())
            continue;
        if (record.ownerName.isEmpty())
            record.ownerName = member.name;
        record.team.append(std::move(member));
    }
}

void addFact(Record &record, const QString &name, const QString &value)
{
    if (!value.isEmpty())
        record.properties.append({name, value});
}

QByteArray nativeJson(const Name &name, const KeptFacets &facets)
{
    const auto quoted = [](const QString &text) {
        // An object of one member: the writer of a bare string has no public function.
        const auto object =
            QJsonDocument(QJsonObject{{u"t"_s, text}}).toJson(QJsonDocument::Compact);
        return object.mid(5, object.size() - 6);
    };
    QByteArray json =
        "{\"namespace\":" + quoted(name.space) + ",\"name\":" + quoted(name.name) + ",\"facets\":{";
    bool first = true;
    for (const auto &[key, facet] : facets) {
        json += (first ? "" : ",") + quoted(QString::fromUtf8(key)) + ':' + facet.json;
        first = false;
    }
    return json + "}}";
}

} // namespace portolan::formats::openlineage
