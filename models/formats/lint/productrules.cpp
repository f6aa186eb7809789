// SPDX-License-Identifier: GPL-3.0-or-later
// ODPS 0.9 to 1.1. No official schema of 1.1 exists; its rows follow what its text says.
#include "models/formats/lint/shape.h"

#include <array>

namespace portolan::formats::lint {
namespace {

constexpr std::array linkTypes{Word{"businessDefinition"}, Word{"transformationImplementation"},
                               Word{"videoTutorial"}, Word{"tutorial"}, Word{"implementation"}};
constexpr std::array linkMembers{
    Member{.name = "type", .types = Text, .words = linkTypes, .in = P0_9, .required = P0_9},
    must("type", From1_0), must("url"), text("description"), text("id", P1_1)};
constexpr Shape link{.name = "a link", .members = linkMembers, .closedIn = AllProducts};

constexpr std::array customMembers{must("property"), Member{.name = "value", .required = Every},
                                   text("description"), text("id", P1_1), text("vendor", P1_1)};
constexpr Shape custom{
    .name = "a custom property", .members = customMembers, .closedIn = AllProducts};

constexpr Member tags(Versions in = Every)
{
    return texts("tags", in);
}

constexpr Member links(Versions in = Every)
{
    return maps("authoritativeDefinitions", &link, in);
}

constexpr Member customs(Versions in = Every)
{
    return maps("customProperties", &custom, in);
}

constexpr Member context{
    .name = "context", .types = Text | Map, .shape = &contextShape, .in = P1_1};
constexpr Member deprecated = flag("deprecated", P1_1);

constexpr std::array descriptionMembers{text("purpose"), text("limitations"), text("usage"),
                                        links(), customs()};
constexpr Shape description{
    .name = "the description", .members = descriptionMembers, .closedIn = AllProducts};

constexpr Versions before1_1 = P0_9 | P1_0;
constexpr std::array inputMembers{must("name"),
                                  text("version", AllProducts, before1_1),
                                  text("contractId", AllProducts, before1_1),
                                  tags(From1_0),
                                  customs(From1_0),
                                  links(From1_0),
                                  deprecated,
                                  text("id", P1_1)};
constexpr Shape input{.name = "an input port", .members = inputMembers, .closedIn = before1_1};

constexpr std::array sbomMembers{text("type"), must("url")};
constexpr Shape sbom{.name = "an SBOM", .members = sbomMembers, .closedIn = AllProducts};
constexpr std::array inputContractMembers{must("id"), must("version")};
constexpr Shape inputContract{
    .name = "an input contract", .members = inputContractMembers, .closedIn = AllProducts};

constexpr std::array outputMembers{must("name"),
                                   text("version", AllProducts, before1_1),
                                   text("description"),
                                   text("type"),
                                   text("contractId"),
                                   maps("sbom", &sbom),
                                   maps("inputContracts", &inputContract),
                                   tags(From1_0),
                                   customs(From1_0),
                                   links(From1_0),
                                   deprecated,
                                   context,
                                   maps("synonyms", &synonymShape, P1_1),
                                   text("id", P1_1)};
constexpr Shape output{.name = "an output port", .members = outputMembers, .closedIn = before1_1};

constexpr std::array managementMembers{
    must("name"), must("content"), text("type"), text("url"), text("channel"), text("description"),
    tags(),       customs(),       links(),      deprecated,  text("id", P1_1)};
constexpr Shape management{
    .name = "a management port", .members = managementMembers, .closedIn = before1_1};

constexpr std::array supportMembers{
    must("channel"),       must("url"), text("description"), text("tool"), text("scope"),
    text("invitationUrl"), tags(),      customs(),           links(),      text("id", P1_1)};
constexpr Shape support{
    .name = "a support channel", .members = supportMembers, .closedIn = before1_1};

constexpr std::array memberMembers{text("username", AllProducts, From1_0),
                                   text("name"),
                                   text("description"),
                                   text("role"),
                                   text("dateIn"),
                                   text("dateOut"),
                                   text("replacedByUsername"),
                                   tags(),
                                   customs(),
                                   links(),
                                   text("id", P1_1)};
constexpr Shape teamMember{
    .name = "a team member", .members = memberMembers, .closedIn = before1_1};

constexpr std::array teamMembers{text("name"),    text("description"), maps("members", &teamMember),
                                 tags(),          customs(),           links(),
                                 text("id", P1_1)};
constexpr Shape team{.name = "the team", .members = teamMembers, .closedIn = before1_1};

constexpr std::array kinds{Word{"DataProduct"}};
constexpr std::array productTypes{Word{"sourceAligned"}, Word{"aggregate"},
                                  Word{"consumerAligned"}};
constexpr std::array productMembers{
    must("apiVersion"),
    Member{.name = "kind", .types = Text, .words = kinds, .required = Every},
    must("id"),
    text("status", AllProducts, before1_1),
    text("name"),
    text("version"),
    text("domain"),
    text("tenant"),
    Member{.name = "type", .types = Text, .words = productTypes, .in = P1_1},
    deprecated,
    context,
    maps("synonyms", &synonymShape, P1_1),
    links(),
    map("description", &description),
    customs(),
    tags(),
    maps("inputPorts", &input),
    maps("outputPorts", &output),
    maps("managementPorts", &management),
    maps("support", &support),
    maps("team", &teamMember, P0_9),
    map("team", &team, From1_0),
    text("productCreatedTs")};

} // namespace

constinit const Shape productShape{
    .name = "a data product", .members = productMembers, .closedIn = before1_1};

} // namespace portolan::formats::lint
