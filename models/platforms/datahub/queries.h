// SPDX-License-Identifier: GPL-3.0-or-later
// The GraphQL documents of this adapter. They select nothing that DataHub 1.0.0 does not have: one
// unknown field would fail a whole request (tests/platforms/datahub/tst_queries).
#pragma once

#include <array>
#include <utility>

namespace portolan::platforms::datahub {

//! Who we are signed in as.
inline constexpr auto whoAmI = "query WhoAmI { me { corpUser { urn username } } }";

//! What points at things: the products that hold them, the jobs that write them, their contracts.
inline constexpr auto whatPointsAt =
    "query WhatPointsAt($urns: [String!]!) { entities(urns: $urns) { urn"
    " relationships(input: {types: [\"DataProductContains\", \"Produces\", \"ContractFor\"],"
    " direction: INCOMING, start: 0, count: 100, includeSoftDelete: false}) { relationships { type "
    "entity { urn } } } } }";

//! Results of assertions since a time, newest first.
inline constexpr auto assertionRuns =
    "query AssertionRuns($urns: [String!]!, $since: Long, $limit: Int) { entities(urns: $urns) {"
    " urn ... on Assertion { runEvents(status: COMPLETE, startTimeMillis: $since, limit: $limit) {"
    " runEvents { timestampMillis runId asserteeUrn status result { type rowCount missingCount"
    " unexpectedCount actualAggValue nativeResults { key value } error { type } } } } } } }";

//! The last times at which data of datasets changed.
inline constexpr auto lastOperations =
    "query LastOperations($urns: [String!]!, $limit: Int) { entities(urns: $urns) { urn"
    " ... on Dataset { operations(limit: $limit) { timestampMillis lastUpdatedTimestamp"
    " operationType } } } }";

//! Things that have all words, best first. The text of the query is one for people: "fulltext"
//! keeps the server from reading it as an expression. Alias "label" where the name may be null:
//! GraphQL refuses one name for members that differ in that.
inline constexpr auto searchThings =
    "query SearchThings($types: [EntityType!], $query: String!, $count: Int) {"
    " searchAcrossEntities(input: {types: $types, query: $query, start: 0, count: $count,"
    " searchFlags: {fulltext: true, skipAggregates: true}}) { searchResults {"
    " matchedFields { name value } entity { urn"
    " ... on Dataset { properties { name description } editableProperties { description }"
    " subTypes { typeNames } domain { ...In } }"
    " ... on DataProduct { properties { name description } domain { ...In } }"
    " ... on Chart { properties { name description } editableProperties { description }"
    " subTypes { typeNames } domain { ...In } }"
    " ... on Dashboard { properties { name description } editableProperties { description }"
    " subTypes { typeNames } domain { ...In } }"
    " ... on DataJob { properties { name description } editableProperties { description }"
    " subTypes { typeNames } domain { ...In } }"
    " ... on DataFlow { properties { name description } editableProperties { description }"
    " domain { ...In } }"
    " ... on Container { properties { name description } editableProperties { description }"
    " subTypes { typeNames } domain { ...In } }"
    " ... on MLModel { properties { label: name description } editableProperties { description }"
    " domain { ...In } }"
    " ... on MLModelGroup { properties { label: name description }"
    " editableProperties { description } domain { ...In } }"
    " ... on MLFeatureTable { properties { description } editableProperties { description }"
    " domain { ...In } }"
    " ... on GlossaryTerm { properties { name meaning: definition } domain { ...In } }"
    " ... on Domain { properties { name description } }"
    " } } } }"
    " fragment In on DomainAssociation { domain { urn properties { name } } }";

//! Tags have the semantics of sets: what is there already stays, what is not is no mistake.
inline constexpr auto addTags =
    "mutation AddTags($tags: [String!]!, $resources: [ResourceRefInput!]!) {"
    " batchAddTags(input: {tagUrns: $tags, resources: $resources}) }";
inline constexpr auto removeTags =
    "mutation RemoveTags($tags: [String!]!, $resources: [ResourceRefInput!]!) {"
    " batchRemoveTags(input: {tagUrns: $tags, resources: $resources}) }";

//! Owners come with the way in which they own, and go with all of them where none is named.
inline constexpr auto addOwners =
    "mutation AddOwners($owners: [OwnerInput!]!, $resources: [ResourceRefInput!]!) {"
    " batchAddOwners(input: {owners: $owners, resources: $resources}) }";
inline constexpr auto removeOwners =
    "mutation RemoveOwners($owners: [String!]!, $resources: [ResourceRefInput!]!) {"
    " batchRemoveOwners(input: {ownerUrns: $owners, resources: $resources}) }";

//! Each of them by its name, for tests.
inline constexpr std::array allQueries{
    std::pair{"WhoAmI", whoAmI},
    std::pair{"WhatPointsAt", whatPointsAt},
    std::pair{"AssertionRuns", assertionRuns},
    std::pair{"LastOperations", lastOperations},
    std::pair{"SearchThings", searchThings},
    std::pair{"AddTags", addTags},
    std::pair{"RemoveTags", removeTags},
    std::pair{"AddOwners", addOwners},
    std::pair{"RemoveOwners", removeOwners},
};

} // namespace portolan::platforms::datahub
