// SPDX-License-Identifier: GPL-3.0-or-later
// ODCS 2.2: one flat level, no mapping is closed.
#include "models/formats/lint/shape.h"

#include <array>

namespace portolan::formats::lint {
namespace {

constexpr std::array linkMembers{must("url"), must("type")};
constexpr Shape link{.name = "a link", .members = linkMembers};

constexpr std::array customMembers{text("property"), Member{.name = "value", .types = Map}};
constexpr Shape custom{.name = "a custom property", .members = customMembers};

constexpr std::array qualityMembers{text("code"),
                                    must("templateName"),
                                    text("description"),
                                    must("toolName"),
                                    text("toolRuleName"),
                                    text("dimension"),
                                    text("columns"),
                                    text("column"),
                                    text("type"),
                                    text("severity"),
                                    text("businessImpact"),
                                    text("scheduleCronExpression"),
                                    maps("customProperties", &custom)};
constexpr Shape quality{.name = "a quality rule", .members = qualityMembers};

constexpr std::array columnMembers{must("column"),
                                   must("logicalType"),
                                   must("physicalType"),
                                   flag("isPrimaryKey"),
                                   whole("primaryKeyPosition"),
                                   text("businessName"),
                                   text("description"),
                                   flag("isNullable"),
                                   flag("isUnique"),
                                   flag("partitionStatus"),
                                   whole("partitionKeyPosition"),
                                   flag("clusterStatus"),
                                   whole("clusterKeyPosition"),
                                   text("classification"),
                                   maps("authoritativeDefinitions", &link),
                                   text("encryptedColumnName"),
                                   texts("transformSourceTables"),
                                   text("transformLogic"),
                                   text("transformDescription"),
                                   texts("sampleValues"),
                                   flag("criticalDataElementStatus"),
                                   texts("tags")};
constexpr Shape column{.name = "a column", .members = columnMembers};

constexpr std::array tableMembers{must("table"),
                                  text("physicalName"),
                                  text("priorTableName"),
                                  text("description"),
                                  maps("authoritativeDefinitions", &link),
                                  text("dataGranularity"),
                                  maps("columns", &column),
                                  maps("quality", &quality)};
constexpr Shape table{.name = "a table", .members = tableMembers};

constexpr std::array priceMembers{Member{.name = "priceAmount", .types = Number},
                                  text("priceCurrency"), text("priceUnit")};
constexpr Shape price{.name = "the price", .members = priceMembers};

constexpr std::array stakeholderMembers{text("username"), text("role"), text("dateIn"),
                                        text("dateOut"), text("replacedByUsername")};
constexpr Shape stakeholder{.name = "a stakeholder", .members = stakeholderMembers};

constexpr std::array roleMembers{must("role"), must("access"), text("firstLevelApprovers"),
                                 text("secondLevelApprovers")};
constexpr Shape role{.name = "a role", .members = roleMembers};

constexpr std::array slaMembers{must("property"),
                                Member{.name = "value", .types = Text | Number, .required = Every},
                                Member{.name = "valueExt", .types = Text | Number},
                                text("unit"),
                                text("column"),
                                text("driver")};
constexpr Shape sla{.name = "an SLA property", .members = slaMembers};

constexpr std::array descriptionMembers{text("usage"), text("purpose"), text("limitations")};
constexpr Shape description{.name = "the description", .members = descriptionMembers};

constexpr std::array kinds{Word{"DataContract"}};
constexpr std::array contractMembers{
    must("version"),
    Member{.name = "kind", .types = Text, .words = kinds, .required = Every},
    Member{.name = "apiVersion", .types = Text, .demand = Demand::Version2},
    must("uuid"),
    must("type"),
    must("status"),
    must("datasetName"),
    must("quantumName"),
    Member{.name = "dataset", .types = List, .items = Map, .itemShape = &table, .required = Every},
    text("datasetKind"),
    text("userConsumptionMode"),
    text("tenant"),
    texts("tags"),
    text("sourceSystem"),
    text("sourcePlatform"),
    text("server"),
    text("productSlackChannel"),
    text("productFeedbackUrl"),
    text("productDl"),
    text("username"),
    text("password"),
    text("driverVersion"),
    text("driver"),
    map("description", &description),
    text("project"),
    text("datasetDomain"),
    text("database"),
    map("price", &price),
    maps("stakeholders", &stakeholder),
    maps("roles", &role),
    text("slaDefaultColumn"),
    maps("slaProperties", &sla)};

} // namespace

constinit const Shape flatContractShape{.name = "a contract", .members = contractMembers};

} // namespace portolan::formats::lint
