// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/openmetadata/governance.h"

#include "models/platforms/openmetadata/names.h"

using namespace Qt::Literals::StringLiterals;
using portolan::domain::EntityKind;
using portolan::domain::Record;
using portolan::domain::Relation;

namespace portolan::platforms::openmetadata {
namespace {

using formats::json::member;

void addTeamMembers(Reading &reading, std::string_view key, const QString &role, Record &record)
{
    for (const auto &person : reading.references(key))
        record.team.append({.username = person.name, .name = person.label(), .role = role});
}

void addParent(Reading &reading, std::string_view key, Record &record)
{
    const auto parent = referenceOf(member(reading.entity(), key));
    if (!parent.deleted)
        relate(record, Relation::Parent, parent.nativeId());
}

bool isDisabled(Reading &reading)
{
    return formats::json::isTrue(member(reading.entity(), "disabled"));
}

} // namespace

Thing domainOf(Reading &reading)
{
    auto thing = reading.thing(EntityKind::Domain);
    auto &record = thing.record;
    if (record.nativeId.isEmpty())
        return thing;
    record.type = reading.text("domainType");
    record.domain = partsOf(reading.fqn());
    record.relations.removeIf([](const auto &to) { return to.relation == Relation::InDomain; });
    const auto parent = referenceOf(member(reading.entity(), "parent"));
    if (!parent.fqn.isEmpty())
        relate(record, Relation::Parent, parent.nativeId());
    else if (record.domain.size() > 1)
        relate(record, Relation::Parent, nativeIdOf(u"domain"_s, parentOf(reading.fqn())));
    addTeamMembers(reading, "experts", u"expert"_s, record);
    return thing;
}

Thing userOf(Reading &reading)
{
    auto thing = reading.thing(EntityKind::Person);
    auto &record = thing.record;
    if (formats::json::isTrue(member(reading.entity(), "isBot")))
        record = {};
    if (record.nativeId.isEmpty())
        return thing;
    addProperty(record, u"email"_s, reading.text("email"));
    QStringList roles;
    for (const auto &role : reading.references("roles"))
        roles.append(role.label());
    addProperty(record, u"roles"_s, roles.join(u", "_s));
    if (formats::json::isTrue(member(reading.entity(), "isAdmin")))
        addProperty(record, u"isAdmin"_s, u"true"_s);
    for (const auto &team : reading.references("teams"))
        relate(record, Relation::MemberOf, team.nativeId());
    return thing;
}

Thing teamOf(Reading &reading)
{
    auto thing = reading.thing(EntityKind::Team);
    auto &record = thing.record;
    if (record.nativeId.isEmpty())
        return thing;
    record.type = reading.text("teamType");
    addProperty(record, u"email"_s, reading.text("email"));
    for (const auto &parent : reading.references("parents"))
        relate(record, Relation::MemberOf, parent.nativeId());
    return thing;
}

Thing glossaryOf(Reading &reading)
{
    auto thing = reading.thing(EntityKind::Term);
    auto &record = thing.record;
    if (record.nativeId.isEmpty())
        return thing;
    record.type = u"glossary"_s;
    record.status = isDisabled(reading) ? u"disabled"_s : reading.text("entityStatus");
    addTeamMembers(reading, "reviewers", u"reviewer"_s, record);
    return thing;
}

Thing glossaryTermOf(Reading &reading)
{
    auto thing = reading.thing(EntityKind::Term);
    auto &record = thing.record;
    if (record.nativeId.isEmpty())
        return thing;
    record.type = u"term"_s;
    record.status = isDisabled(reading) ? u"disabled"_s : reading.text("entityStatus");
    record.synonyms = formats::json::texts(member(reading.entity(), "synonyms"));
    addParent(reading, "parent", record);
    if (record.relations.isEmpty() || record.relations.constLast().relation != Relation::Parent)
        addParent(reading, "glossary", record);
    for (const auto &link : reading.list("references"))
        record.references.append({.type = u"reference"_s,
                                  .url = reading.text(link, "endpoint"),
                                  .description = reading.text(link, "name")});
    for (const auto &related : reading.list("relatedTerms")) {
        // Since 1.13 the reference stands in an object that says how the two are related.
        const auto term = member(related, "term");
        relate(record, Relation::Means,
               referenceOf(formats::json::isObject(term) ? term : related).nativeId());
    }
    addTeamMembers(reading, "reviewers", u"reviewer"_s, record);
    return thing;
}

Thing tagOf(Reading &reading)
{
    auto thing = reading.thing(EntityKind::Tag);
    auto &record = thing.record;
    if (record.nativeId.isEmpty())
        return thing;
    record.type = u"tag"_s;
    record.name = reading.fqn();
    if (isDisabled(reading))
        record.status = u"disabled"_s;
    addParent(reading, "parent", record);
    if (record.relations.isEmpty() || record.relations.constLast().relation != Relation::Parent)
        addParent(reading, "classification", record);
    return thing;
}

Thing classificationOf(Reading &reading)
{
    auto thing = reading.thing(EntityKind::Tag);
    auto &record = thing.record;
    if (record.nativeId.isEmpty())
        return thing;
    record.type = u"classification"_s;
    if (isDisabled(reading))
        record.status = u"disabled"_s;
    if (formats::json::isTrue(member(reading.entity(), "mutuallyExclusive")))
        addProperty(record, u"mutuallyExclusive"_s, u"true"_s);
    return thing;
}

} // namespace portolan::platforms::openmetadata
