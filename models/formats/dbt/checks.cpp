// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/dbt/checks.h"

#include "models/formats/dbt/testdimensions.h"

using namespace Qt::Literals::StringLiterals;
using portolan::domain::EntityKind;
using portolan::domain::QualityRule;
using portolan::domain::Record;
using portolan::domain::Relation;

namespace portolan::formats::dbt {
namespace {

QString idOf(const Node &node)
{
    return QString::fromUtf8(node.slice.key.data(), static_cast<qsizetype>(node.slice.key.size()));
}

bool holdsData(const QString &id)
{
    return id.startsWith(u"model."_s) || id.startsWith(u"source."_s) || id.startsWith(u"seed."_s)
        || id.startsWith(u"snapshot."_s);
}

//! What a test is about. Files before v9 do not say so: of several parents it is the one that
//! file_key_name ("models.orders") names.
QStringList checkedBy(const Json &json)
{
    if (const auto attached = text(json, "attached_node"); !attached.isEmpty())
        return {attached};
    auto parents = texts(member(json, {"depends_on", "nodes"}));
    parents.erase(std::remove_if(parents.begin(), parents.end(),
                                 [](const QString &id) { return !holdsData(id); }),
                  parents.end());
    const auto key = text(json, "file_key_name");
    const auto name = key.mid(key.indexOf(u'.') + 1);
    for (const auto &parent : parents) {
        if (parents.size() > 1 && !name.isEmpty() && parent.endsWith(u'.' % name))
            return {parent};
    }
    return parents;
}

//! Arguments of a generic test other than the model and column it stands at.
QString argumentsOf(const Json &json)
{
    QStringList parts;
    simdjson::dom::object arguments;
    if (member(json, {"test_metadata", "kwargs"}).get(arguments) != simdjson::SUCCESS)
        return {};
    for (const auto entry : arguments) {
        if (entry.key == "model" || entry.key == "column_name")
            continue;
        parts.append(QString::fromUtf8(entry.key.data(), static_cast<qsizetype>(entry.key.size()))
                     % u" = "_s % anyText(entry.value));
    }
    return parts.join(u"; "_s);
}

} // namespace

Record checkOf(const Manifest &manifest, const Node &node, const Json &json)
{
    Record record;
    record.kind = EntityKind::Check;
    record.nativeId = idOf(node);
    record.name = text(json, "name");
    record.description = text(json, "description");
    const auto kind = text(member(json, {"test_metadata", "name"}));
    record.type = kind.isEmpty() ? u"singular"_s : kind;
    record.tags = texts(member(json, "tags"));
    QualityRule rule;
    rule.name = record.name;
    rule.type = kind.isEmpty() ? u"sql"_s : u"library"_s;
    rule.metric = kind;
    rule.dimension = dimensionOf(kind);
    rule.severity = text(member(json, {"config", "severity"})).toLower();
    rule.element = text(json, "column_name");
    rule.expression = kind.isEmpty() ? text(json, "raw_code") : argumentsOf(json);
    rule.description = record.description;
    record.quality.append(rule);
    for (const auto &id : checkedBy(json))
        record.relations.append({Relation::Checks, id});
    for (const std::string_view key : {"severity", "warn_if", "error_if", "fail_calc", "where"}) {
        if (const auto value = text(member(json, {"config", key})); !value.isEmpty())
            record.properties.append(
                {QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size())), value});
    }
    if (const auto space = text(member(json, {"test_metadata", "namespace"})); !space.isEmpty())
        record.properties.append({u"namespace"_s, space});
    record.properties.append({u"package"_s, text(json, "package_name")});
    record.properties.append({u"source"_s, u"dbt"_s});
    if (const auto group = node.group; group >= 0) {
        record.ownerId = manifest.groups().at(group).teamId();
        record.ownerName = manifest.groups().at(group).ownerText();
    }
    return record;
}

std::optional<Record> freshnessCheckOf(const Node &node, const Json &json)
{
    auto freshness = member(json, "freshness");
    if (!isObject(freshness))
        freshness = member(json, {"config", "freshness"});
    const auto limit = [&freshness](std::string_view which) {
        const auto count = text(member(freshness, {which, "count"}));
        return count.isEmpty() ? count
                               : QString(count % u' ' % text(member(freshness, {which, "period"})));
    };
    const auto warn = limit("warn_after");
    const auto error = limit("error_after");
    if (warn.isEmpty() && error.isEmpty())
        return {};
    Record record;
    record.kind = EntityKind::Check;
    record.nativeId = u"freshness:"_s % idOf(node);
    record.name = text(json, "name") % u" freshness"_s;
    record.type = u"freshness"_s;
    record.relations.append({Relation::Checks, idOf(node)});
    QualityRule rule;
    rule.name = record.name;
    rule.type = u"library"_s;
    rule.metric = u"freshness"_s;
    rule.dimension = u"freshness"_s;
    rule.element = text(json, "loaded_at_field");
    QStringList limits;
    if (!warn.isEmpty())
        limits.append(u"warn after "_s % warn);
    if (!error.isEmpty())
        limits.append(u"error after "_s % error);
    rule.expression = limits.join(u", "_s);
    record.quality.append(rule);
    record.properties.append({u"source"_s, u"dbt"_s});
    return record;
}

} // namespace portolan::formats::dbt
