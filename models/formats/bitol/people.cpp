// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/bitol/people.h"

#include "models/formats/bitol/parts.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::bitol {
namespace {

domain::TeamMember memberOf(const Node &item)
{
    if (item.isScalar())
        return {.username = textOf(item)};
    return {.username = textOf(firstOf(item, {"username", "email"})),
            .name = textOf(item, "name"),
            .role = textOf(item, "role"),
            .description = textOf(item, "description"),
            .dateIn = textOf(item, "dateIn"),
            .dateOut = textOf(item, "dateOut"),
            .replacedByUsername = textOf(item, "replacedByUsername")};
}

QString idOf(const domain::TeamMember &member)
{
    const auto &word = member.username.isEmpty() ? member.name : member.username;
    return word.isEmpty() ? QString() : QString(u"person:"_s + word);
}

domain::Record personOf(const QString &file, const domain::TeamMember &member, const Node &item)
{
    domain::Record person{.kind = domain::EntityKind::Person,
                          .nativeId = idOf(member),
                          .name = member.username.isEmpty() ? member.name : member.username,
                          .title = member.username.isEmpty() ? QString() : member.name,
                          .tags = textsOf(item["tags"]),
                          .references = referencesOf(item["authoritativeDefinitions"]),
                          .native = {nativeOf(file, item)}};
    addCustomProperties(person.properties, item["customProperties"]);
    return person;
}

domain::Record teamOf(const QString &file, const Node &team, const People &people)
{
    domain::Record record{.kind = domain::EntityKind::Team,
                          .nativeId = u"team:"_s + textOf(team, "name"),
                          .name = textOf(team, "name"),
                          .description = textOf(team, "description"),
                          .tags = textsOf(team["tags"]),
                          .team = people.members,
                          .references = referencesOf(team["authoritativeDefinitions"]),
                          .native = {nativeOf(file, team)}};
    addCustomProperties(record.properties, team["customProperties"]);
    return record;
}

bool saysOwner(const domain::TeamMember &member)
{
    return member.role.contains(u"owner"_s, Qt::CaseInsensitive) && !idOf(member).isEmpty();
}

//! Who is in the team now comes before who has left it.
const domain::TeamMember *ownerAmong(const QList<domain::TeamMember> &members)
{
    const domain::TeamMember *former = nullptr;
    for (const auto &member : members) {
        if (!saysOwner(member))
            continue;
        if (member.dateOut.isEmpty())
            return &member;
        if (former == nullptr)
            former = &member;
    }
    return former;
}

void addPerson(People &people, const domain::Record &person)
{
    for (const auto &known : people.records) {
        if (known.nativeId == person.nativeId)
            return;
    }
    people.records.append(person);
}

void settleOwner(People &people, const QString &teamName)
{
    const auto teamId = teamName.isEmpty() ? QString() : QString(u"team:"_s + teamName);
    if (const auto *owner = ownerAmong(people.members)) {
        people.ownerId = idOf(*owner);
        people.ownerName = owner->name.isEmpty() ? owner->username : owner->name;
    } else {
        people.ownerId = teamId;
        people.ownerName = teamName;
    }
    if (!people.ownerId.isEmpty())
        people.ownership.append({domain::Relation::OwnedBy, people.ownerId});
    if (!teamId.isEmpty() && teamId != people.ownerId)
        people.ownership.append({domain::Relation::OwnedBy, teamId});
}

} // namespace

void People::own(domain::Record &record) const
{
    record.ownerId = ownerId;
    record.ownerName = ownerName;
    record.relations += ownership;
}

People peopleOf(const QString &file, const Node &team)
{
    People people;
    const auto members = team.isMapping() ? team["members"] : team;
    QList<Node> items;
    if (members.isSequence()) {
        for (const auto item : members) {
            items.append(item);
            people.members.append(memberOf(item));
        }
    }
    const auto name = team.isMapping() ? textOf(team, "name") : QString();
    if (!name.isEmpty())
        people.records.append(teamOf(file, team, people));
    for (qsizetype i = 0; i < items.size(); ++i) {
        const auto &member = people.members.at(i);
        if (idOf(member).isEmpty())
            continue;
        auto person = personOf(file, member, items.at(i));
        if (!name.isEmpty() && member.dateOut.isEmpty())
            person.relations.append({domain::Relation::MemberOf, u"team:"_s + name});
        addPerson(people, person);
    }
    settleOwner(people, name);
    return people;
}

} // namespace portolan::formats::bitol
