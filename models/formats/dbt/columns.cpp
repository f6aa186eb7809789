// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/dbt/columns.h"

#include "models/formats/dbt/manifest.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <vector>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::Field;

namespace portolan::formats::dbt {
namespace {

//! What a constraint of a column, or of a model on exactly this column, says about it.
void applyConstraint(Field &field, const Json &constraint)
{
    const auto type = text(constraint, "type");
    const auto expression = text(constraint, "expression");
    if (type == u"not_null") {
        field.nullable = false;
    } else if (type == u"primary_key") {
        field.primaryKey = true;
    } else if (type == u"unique") {
        field.unique = true;
    } else if (type == u"foreign_key") {
        const auto to = text(constraint, "to");
        const auto columns = texts(member(constraint, "to_columns")).join(u", "_s);
        field.references.append(to.isEmpty()            ? expression
                                    : columns.isEmpty() ? to
                                                        : QString(to % u'.' % columns));
    } else {
        if (!field.constraints.isEmpty())
            field.constraints += u"; "_s;
        field.constraints += expression.isEmpty() ? type : QString(type % u' ' % expression);
    }
}

Field fieldOf(const QString &name, const Json &column)
{
    Field field;
    field.path = name;
    field.name = name.mid(name.lastIndexOf(u'.') + 1);
    field.type = text(column, "data_type");
    field.description = text(column, "description");
    field.title = text(metaOf(column, "title"));
    field.classification = text(metaOf(column, "classification"));
    field.terms = texts(metaOf(column, "terms"));
    field.synonyms = texts(metaOf(column, "synonyms"));
    field.tags = texts(member(column, "tags"));
    for (const auto &tag : texts(member(column, {"config", "tags"}))) {
        if (!field.tags.contains(tag))
            field.tags.append(tag);
    }
    simdjson::dom::array constraints;
    if (member(column, "constraints").get(constraints) == simdjson::SUCCESS) {
        for (const Json constraint : constraints)
            applyConstraint(field, constraint);
    }
    return field;
}

//! Fields by name in any case.
class Columns
{
public:
    QList<Field> list;

    Field *find(const QString &name)
    {
        const auto found = m_at.constFind(name.toLower());
        return found == m_at.constEnd() ? nullptr : &list[*found];
    }

    void add(Field field)
    {
        const auto key = field.path.toLower();
        if (field.path.isEmpty() || m_at.contains(key))
            return;
        m_at.insert(key, list.size());
        list.append(std::move(field));
    }

private:
    QHash<QString, qsizetype> m_at;
};

void addFromManifest(Columns &columns, const Json &node)
{
    simdjson::dom::object object;
    if (member(node, "columns").get(object) != simdjson::SUCCESS)
        return;
    for (const auto entry : object) {
        auto name = text(entry.value, "name");
        if (name.isEmpty())
            name = QString::fromUtf8(entry.key.data(), static_cast<qsizetype>(entry.key.size()));
        columns.add(fieldOf(name, entry.value));
    }
}

//! The columns of a catalog entry in the warehouse's order.
std::vector<std::pair<int, Json>> catalogColumns(const Json &catalogEntry)
{
    std::vector<std::pair<int, Json>> found;
    simdjson::dom::object object;
    if (member(catalogEntry, "columns").get(object) != simdjson::SUCCESS)
        return found;
    for (const auto entry : object)
        found.emplace_back(text(entry.value, "index").toInt(), entry.value);
    std::stable_sort(found.begin(), found.end(),
                     [](const auto &left, const auto &right) { return left.first < right.first; });
    return found;
}

Columns inCatalogOrder(Columns columns, const Json &catalogEntry)
{
    Columns ordered;
    for (const auto &[index, column] : catalogColumns(catalogEntry)) {
        const auto name = text(column, "name");
        const auto *known = columns.find(name);
        auto field = known ? *known : fieldOf(name, column);
        if (const auto type = text(column, "type"); !type.isEmpty())
            field.type = type;
        if (field.description.isEmpty())
            field.description = text(column, "comment");
        ordered.add(std::move(field));
    }
    for (auto &field : columns.list)
        ordered.add(std::move(field));
    return ordered;
}

void applyModelConstraint(Columns &columns, const Json &constraint)
{
    const auto names = texts(member(constraint, "columns"));
    const auto type = text(constraint, "type");
    // Unique and the rest speak of all their columns together: of one column only when it is alone.
    if (names.size() > 1 && type != u"primary_key" && type != u"not_null")
        return;
    for (int i = 0; i < names.size(); ++i) {
        auto *field = columns.find(names.at(i));
        if (!field)
            continue;
        applyConstraint(*field, constraint);
        if (type == u"primary_key")
            field->primaryKeyPosition = i + 1;
    }
}

void applyModelKeys(Columns &columns, const Json &node)
{
    simdjson::dom::array constraints;
    if (member(node, "constraints").get(constraints) == simdjson::SUCCESS) {
        for (const Json constraint : constraints)
            applyModelConstraint(columns, constraint);
    }
    const auto key = texts(member(node, "primary_key"));
    for (int i = 0; i < key.size(); ++i) {
        if (auto *field = columns.find(key.at(i))) {
            field->primaryKey = true;
            field->primaryKeyPosition = i + 1;
        }
    }
}

} // namespace

QList<Field> columnsOf(const Json &node, const Json &catalogEntry)
{
    Columns columns;
    addFromManifest(columns, node);
    if (isObject(catalogEntry))
        columns = inCatalogOrder(std::move(columns), catalogEntry);
    applyModelKeys(columns, node);
    return columns.list;
}

QList<Field> semanticFieldsOf(const Json &node)
{
    Columns columns;
    for (const std::string_view part : {"entities", "dimensions", "measures"}) {
        simdjson::dom::array items;
        if (member(node, part).get(items) != simdjson::SUCCESS)
            continue;
        for (const Json item : items) {
            auto field = fieldOf(text(item, "name"), item);
            const auto type = text(item, part == "measures" ? "agg" : "type");
            const auto word = part == "entities" ? u"entity"_s
                : part == "dimensions"           ? u"dimension"_s
                                                 : u"measure"_s;
            field.title = text(item, "label");
            field.type = type.isEmpty() ? word : QString(word % u' ' % type);
            field.transformation = text(item, "expr");
            columns.add(std::move(field));
        }
    }
    return columns.list;
}

QString highestClassification(const QList<Field> &fields)
{
    static const QStringList ranks{u"public"_s,     u"internal"_s,  u"confidential"_s,
                                   u"restricted"_s, u"sensitive"_s, u"secret"_s};
    QString highest;
    qsizetype best = -2;
    for (const auto &field : fields) {
        const auto rank = ranks.indexOf(field.classification.toLower());
        if (!field.classification.isEmpty() && rank > best) {
            best = rank;
            highest = field.classification;
        }
    }
    return highest;
}

} // namespace portolan::formats::dbt
