// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/openmetadata/fields.h"

#include "models/platforms/openmetadata/names.h"

#include <QHash>
#include <QSet>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::Field;

namespace portolan::platforms::openmetadata {
namespace {

constexpr int deepest = 64;

bool isList(const QString &type)
{
    return type.compare(u"ARRAY"_s, Qt::CaseInsensitive) == 0;
}

class Walk
{
public:
    explicit Walk(Reading &reading)
        : m_reading(reading)
    {
    }

    void add(const std::vector<Json> &columns, const QString &parent, int depth)
    {
        if (depth > deepest) {
            m_reading.report(u"openmetadata.depth"_s, parent.left(200),
                             u"Columns nested deeper than %1 are left out"_s.arg(deepest));
            return;
        }
        for (const auto &column : columns) {
            if (!formats::json::isObject(column)) {
                m_reading.report(u"openmetadata.type"_s, u"columns"_s,
                                 u"A column is wanted here"_s);
                continue;
            }
            addOne(column, parent, depth);
        }
    }

    Columns take() { return std::move(m_result); }

private:
    void addOne(const Json &column, const QString &parent, int depth)
    {
        Field field;
        field.name = m_reading.text(column, "name");
        if (field.name.isEmpty())
            return;
        field.path = parent.isEmpty() ? field.name : QString(parent % u'.' % field.name);
        // Names that differ in nothing are told apart, since a path is unique in its asset.
        if (m_paths.contains(field.path))
            field.path += u'#' % QString::number(m_paths.size());
        m_paths.insert(field.path);
        field.title = m_reading.text(column, "displayName");
        const auto type = m_reading.text(column, "dataType");
        field.type = m_reading.text(column, "dataTypeDisplay");
        if (field.type.isEmpty())
            field.type = type;
        field.logicalType = type.toLower();
        field.description = m_reading.text(column, "description");
        readLabels(column, field);
        readConstraint(m_reading.text(column, "constraint"), field);
        field.transformation = m_reading.text(column, "expression");
        const auto path = field.path;
        m_result.fields.append(std::move(field));
        add(m_reading.list(column, "children"), isList(type) ? QString(path % u"[]"_s) : path,
            depth + 1);
    }

    void readLabels(const Json &column, Field &field)
    {
        const auto labels = labelsOf(m_reading.list(column, "tags"));
        field.tags = labels.tags;
        field.classification = labels.classification;
        if (m_result.classification.isEmpty())
            m_result.classification = labels.classification;
        for (const auto &term : labels.terms) {
            field.terms.append(term.mid(term.indexOf(u':') + 1));
            if (!m_result.terms.contains(term))
                m_result.terms.append(term);
        }
    }

    static void readConstraint(const QString &constraint, Field &field)
    {
        if (constraint == u"PRIMARY_KEY") {
            field.primaryKey = true;
            field.nullable = false;
            field.unique = true;
        } else if (constraint == u"UNIQUE") {
            field.unique = true;
        } else if (constraint == u"NOT_NULL") {
            field.nullable = false;
        } else if (constraint == u"NULL") {
            field.nullable = true;
        }
    }

    Reading &m_reading;
    Columns m_result;
    QSet<QString> m_paths;
};

} // namespace

Columns columnsOf(Reading &reading, const std::vector<Json> &columns)
{
    Walk walk(reading);
    walk.add(columns, {}, 0);
    return walk.take();
}

void applyConstraints(Reading &reading, Columns &columns)
{
    QHash<QString, Field *> byName;
    for (auto &field : columns.fields)
        byName.insert(field.path, &field);
    for (const auto &constraint : reading.list("tableConstraints")) {
        const auto kind = reading.text(constraint, "constraintType");
        const auto names = formats::json::texts(formats::json::member(constraint, "columns"));
        const auto targets =
            formats::json::texts(formats::json::member(constraint, "referredColumns"));
        for (qsizetype i = 0; i < names.size(); ++i) {
            auto *field = byName.value(names.at(i));
            if (!field)
                continue;
            if (kind == u"PRIMARY_KEY") {
                field->primaryKey = true;
                field->primaryKeyPosition = int(i) + 1;
            } else if (kind == u"UNIQUE" && names.size() == 1) {
                field->unique = true;
            } else if (kind == u"FOREIGN_KEY") {
                field->references.append(targets.value(i));
                field->references.removeAll(QString());
            }
        }
    }
    for (const auto &key :
         reading.list(formats::json::member(reading.entity(), "tablePartition"), "columns")) {
        if (auto *field = byName.value(reading.text(key, "columnName")))
            field->partitioned = true;
    }
}

} // namespace portolan::platforms::openmetadata
