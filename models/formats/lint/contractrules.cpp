// SPDX-License-Identifier: GPL-3.0-or-later
// ODCS 3.0 to 3.2: the contract itself and everything but servers, schema and quality.
#include "models/formats/lint/shape.h"

#include <array>

namespace portolan::formats::lint {
namespace {

constexpr Member references = maps("authoritativeDefinitions", &referenceShape);
constexpr Member customProperties = maps("customProperties", &customPropertyShape);

constexpr Member referencesIn(Versions in)
{
    return maps("authoritativeDefinitions", &referenceShape, in);
}

constexpr Member customPropertiesIn(Versions in)
{
    return maps("customProperties", &customPropertyShape, in);
}

constexpr std::array referenceMembers{stableId(), must("url"), must("type"),
                                      text("description", From3_1)};

constexpr std::array customPropertyMembers{stableId(), text("property", All3, From3_1),
                                           Member{.name = "value", .required = From3_1},
                                           text("description", From3_1), text("vendor", V3_2)};

constexpr Versions role1 = All3 & ~V3_0_0;
constexpr std::array roleMembers{stableId(),
                                 must("role"),
                                 text("description"),
                                 text("access"),
                                 text("firstLevelApprovers"),
                                 text("secondLevelApprovers"),
                                 customPropertiesIn(role1)};

constexpr std::array supportMembers{
    stableId(),   must("channel"), text("url", All3, V3_0), text("description"),
    text("tool"), text("scope"),   text("invitationUrl"),   customPropertiesIn(From3_1)};
constexpr Shape support{
    .name = "a support channel", .members = supportMembers, .closedIn = From3_1};

constexpr std::array priceMembers{stableId(), Member{.name = "priceAmount", .types = Number},
                                  text("priceCurrency"), text("priceUnit")};
constexpr Shape price{.name = "the price", .members = priceMembers, .closedIn = From3_1};

constexpr Versions named = V3_0_2 | From3_1;
constexpr std::array teamMemberMembers{stableId(),
                                       text("username", All3, From3_1),
                                       text("name", named),
                                       text("description", named),
                                       text("role"),
                                       text("dateIn"),
                                       text("dateOut"),
                                       text("replacedByUsername"),
                                       texts("tags", From3_1),
                                       customPropertiesIn(From3_1),
                                       referencesIn(From3_1)};
constexpr Shape teamMember{
    .name = "a team member", .members = teamMemberMembers, .closedIn = From3_1};

constexpr std::array teamMembers{
    stableId(),    text("name"),     text("description"), maps("members", &teamMember),
    texts("tags"), customProperties, references};
constexpr Shape team{.name = "the team", .members = teamMembers, .closedIn = From3_1};

constexpr std::array slaMembers{stableId(),
                                must("property"),
                                Member{.name = "value", .types = Single, .required = All3},
                                Member{.name = "valueExt", .types = Single},
                                text("unit"),
                                text("element"),
                                text("driver"),
                                text("description", From3_1),
                                text("scheduler", From3_1),
                                text("schedule", From3_1),
                                customPropertiesIn(V3_2),
                                referencesIn(V3_2)};
constexpr Shape sla{.name = "an SLA property", .members = slaMembers, .closedIn = From3_1};

constexpr Versions described = All3 & ~V3_0_0;
constexpr std::array descriptionMembers{text("usage"), text("purpose"), text("limitations"),
                                        referencesIn(described), customPropertiesIn(described)};
constexpr Shape description{.name = "the description", .members = descriptionMembers};

constexpr std::array statementMembers{text("id"), must("question"), text("answer"),
                                      references, texts("tags"),    customProperties};
constexpr Shape statement{
    .name = "a verified statement", .members = statementMembers, .closedIn = Every};
constexpr std::array constraintMembers{text("id"), must("constraint"), references, texts("tags"),
                                       customProperties};
constexpr Shape constraint{.name = "a constraint", .members = constraintMembers, .closedIn = Every};
constexpr std::array contextMembers{text("instructions"), maps("verifiedStatements", &statement),
                                    maps("constraints", &constraint)};

constexpr std::array synonymMembers{stableId(),      must("synonym"), text("description"),
                                    text("locale"),  text("source"),  text("status"),
                                    customProperties};

constexpr std::array contractKinds{Word{"DataContract"}};

constexpr std::array contractMembers{
    must("version"),
    must("apiVersion"),
    Member{.name = "kind", .types = Text, .words = contractKinds, .required = All3},
    must("id"),
    text("name"),
    text("tenant"),
    texts("tags"),
    text("status", All3, All3 & ~V3_2),
    maps("servers", &serverShape),
    text("dataProduct"),
    map("description", &description),
    text("domain"),
    Member{.name = "context", .types = Text | Map, .shape = &contextShape, .in = V3_2},
    maps("schema", &objectShape),
    maps("support", &support),
    map("price", &price),
    maps("team", &teamMember, V3_0),
    Member{.name = "team",
           .types = Map | List,
           .shape = &team,
           .items = Map,
           .itemShape = &teamMember,
           .in = From3_1},
    maps("roles", &roleShape),
    text("slaDefaultElement"),
    maps("slaProperties", &sla),
    referencesIn(described),
    customProperties,
    text("contractCreatedTs")};

} // namespace

constinit const Shape referenceShape{
    .name = "a link", .members = referenceMembers, .closedIn = From3_1};
constinit const Shape customPropertyShape{
    .name = "a custom property", .members = customPropertyMembers, .closedIn = From3_1};
constinit const Shape roleShape{.name = "a role", .members = roleMembers, .closedIn = From3_1};
constinit const Shape contextShape{
    .name = "the context", .members = contextMembers, .closedIn = Every};
constinit const Shape synonymShape{
    .name = "a synonym", .members = synonymMembers, .closedIn = Every};
constinit const Shape contractShape{
    .name = "a contract", .members = contractMembers, .closedIn = All3};

} // namespace portolan::formats::lint
