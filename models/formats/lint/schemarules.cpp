// SPDX-License-Identifier: GPL-3.0-or-later
// ODCS 3.x: objects, properties, relationships and quality.
#include "models/formats/lint/shape.h"

#include <array>

namespace portolan::formats::lint {
namespace {

extern const Shape propertyShape;
extern const Shape itemShape;

constexpr Member references = maps("authoritativeDefinitions", &referenceShape);
constexpr Member customProperties = maps("customProperties", &customPropertyShape);

// Relationships ----------------------------------------------------------------------------------

constexpr std::array relationshipTypes{Word{"foreignKey"}};

constexpr Member end(std::string_view name, Versions required)
{
    return {.name = name,
            .types = Text | List,
            .items = Text,
            .demand = Demand::Reference,
            .required = required};
}

constexpr Member relationshipType{.name = "type", .types = Text, .words = relationshipTypes};
constexpr std::array objectRelationshipMembers{
    text("id", V3_2), relationshipType, end("from", Every), end("to", Every), customProperties};
constexpr Shape objectRelationship{.name = "a relationship of an object",
                                   .members = objectRelationshipMembers,
                                   .closedIn = Every,
                                   .special = Special::BothEndsAlike};
constexpr std::array propertyRelationshipMembers{text("id", V3_2), relationshipType,
                                                 end("to", Every), customProperties};
constexpr Shape propertyRelationship{.name =
                                         "a relationship of a property (where it starts is clear)",
                                     .members = propertyRelationshipMembers,
                                     .closedIn = Every};

// Logical types ----------------------------------------------------------------------------------

constexpr Member natural(std::string_view name)
{
    return {.name = name, .types = Integer, .demand = Demand::NotNegative};
}

constexpr Member number(std::string_view name, Versions in = Every)
{
    return {.name = name, .types = Number, .in = in};
}

constexpr std::array stringOptions{natural("minLength"), natural("maxLength"), text("pattern"),
                                   text("format")};
constexpr std::array dateOptions{text("format"),
                                 text("maximum"),
                                 text("minimum"),
                                 flag("exclusiveMaximum", V3_0),
                                 flag("exclusiveMinimum", V3_0),
                                 text("exclusiveMaximum", From3_1),
                                 text("exclusiveMinimum", From3_1)};
constexpr std::array timeOptions{
    text("format"),           text("maximum"),  text("minimum"),        text("exclusiveMaximum"),
    text("exclusiveMinimum"), flag("timezone"), text("defaultTimezone")};
constexpr std::array integerFormats{Word{"i8"},   Word{"i16"}, Word{"i32"}, Word{"i64"},
                                    Word{"i128"}, Word{"u8"},  Word{"u16"}, Word{"u32"},
                                    Word{"u64"},  Word{"u128"}};
constexpr std::array numberFormats{Word{"f32"}, Word{"f64"}};

constexpr std::array<Member, 8> numericOptions(std::span<const Word> formats)
{
    return {Member{.name = "multipleOf", .types = Number, .demand = Demand::Positive},
            number("maximum"),
            number("minimum"),
            flag("exclusiveMaximum", V3_0),
            flag("exclusiveMinimum", V3_0),
            number("exclusiveMaximum", From3_1),
            number("exclusiveMinimum", From3_1),
            Member{.name = "format", .types = Text, .words = formats}};
}

constexpr auto integerOptions = numericOptions(integerFormats);
constexpr auto numberOptions = numericOptions(numberFormats);
constexpr std::array objectOptions{
    natural("maxProperties"), natural("minProperties"),
    Member{.name = "required", .types = List, .items = Text, .demand = Demand::SomeDistinct}};
constexpr std::array arrayOptions{natural("maxItems"), natural("minItems"), flag("uniqueItems")};
constexpr std::array elementTypes{Word{"bfloat16"}, Word{"binary"},  Word{"float16"},
                                  Word{"float32"},  Word{"float64"}, Word{"int8"},
                                  Word{"uint8"}};
constexpr std::array distances{Word{"cosine"}, Word{"dotProduct"}, Word{"euclidean"},
                               Word{"hamming"}, Word{"manhattan"}};
constexpr std::array vectorOptions{
    Member{.name = "dimensions", .types = Integer, .demand = Demand::AtLeastOne, .required = Every},
    Member{.name = "elementType", .types = Text, .words = elementTypes},
    Member{.name = "distanceMetric", .types = Text, .words = distances},
    text("embeddingModel"),
    text("embeddingModelVersion"),
    flag("normalized")};

constexpr Shape optionsOf(std::string_view name, std::span<const Member> members)
{
    return {.name = name, .members = members, .closedIn = Every};
}

constexpr auto stringOptionShape = optionsOf("the options of a string", stringOptions);
constexpr auto dateOptionShape = optionsOf("the options of a date", dateOptions);
constexpr auto timeOptionShape = optionsOf("the options of a time", timeOptions);
constexpr auto integerOptionShape = optionsOf("the options of an integer", integerOptions);
constexpr auto numberOptionShape = optionsOf("the options of a number", numberOptions);
constexpr auto objectOptionShape = optionsOf("the options of an object", objectOptions);
constexpr auto arrayOptionShape = optionsOf("the options of an array", arrayOptions);
constexpr auto vectorOptionShape = optionsOf("the options of a vector", vectorOptions);

constexpr std::array mapMembers{
    Member{.name = "key", .types = Map, .shape = &itemShape, .required = Every},
    Member{.name = "value", .types = Map, .shape = &itemShape, .required = Every}};
constexpr Shape mapShape{.name = "a map", .members = mapMembers, .closedIn = Every};

constexpr std::array withString{map("logicalTypeOptions", &stringOptionShape)};
constexpr std::array withDate{map("logicalTypeOptions", &dateOptionShape)};
constexpr std::array withTime{map("logicalTypeOptions", &timeOptionShape)};
constexpr std::array withInteger{map("logicalTypeOptions", &integerOptionShape)};
constexpr std::array withNumber{map("logicalTypeOptions", &numberOptionShape)};
constexpr std::array withObject{map("logicalTypeOptions", &objectOptionShape)};
constexpr std::array withArray{map("logicalTypeOptions", &arrayOptionShape)};
constexpr std::array withVector{map("logicalTypeOptions", &vectorOptionShape)};
constexpr std::array inObject{maps("properties", &propertyShape)};
constexpr std::array inArray{map("items", &itemShape)};
constexpr std::array inMap{
    Member{.name = "map", .types = Map, .shape = &mapShape, .required = Every}};

constexpr std::array maybeMap{map("map", &mapShape)};

constexpr Shape of(std::span<const Member> members)
{
    return {.name = "a property of this type", .members = members};
}

constexpr auto withStringShape = of(withString);
constexpr auto withDateShape = of(withDate);
constexpr auto withTimeShape = of(withTime);
constexpr auto withIntegerShape = of(withInteger);
constexpr auto withNumberShape = of(withNumber);
constexpr auto withObjectShape = of(withObject);
constexpr auto withArrayShape = of(withArray);
constexpr auto withVectorShape = of(withVector);
constexpr auto inObjectShape = of(inObject);
constexpr auto inArrayShape = of(inArray);
constexpr auto inMapShape = of(inMap);
constexpr auto maybeMapShape = of(maybeMap);

constexpr When type(std::string_view word, const Shape &shape, Versions in = All3,
                    bool orAbsent = false)
{
    return {.key = "logicalType", .word = word, .shape = &shape, .in = in, .orAbsent = orAbsent};
}

// The schemas of the standard apply what belongs to object, array and map also where no logical
// type is given, which makes 3.2 ask for a map there.
constexpr std::array byLogicalType{
    type("string", withStringShape),           type("date", withDateShape),
    type("timestamp", withTimeShape, From3_1), type("time", withTimeShape, From3_1),
    type("integer", withIntegerShape),         type("number", withNumberShape),
    type("object", withObjectShape),           type("array", withArrayShape),
    type("vector", withVectorShape, V3_2),     type("object", inObjectShape, All3, true),
    type("array", inArrayShape, All3, true),   type("map", inMapShape, V3_2, true)};

constexpr std::array logicalTypes{
    Word{"string"},        Word{"date"},        Word{"timestamp", From3_1},
    Word{"time", From3_1}, Word{"number"},      Word{"integer"},
    Word{"object"},        Word{"array"},       Word{"boolean"},
    Word{"map", V3_2},     Word{"vector", V3_2}};

// Properties and objects -------------------------------------------------------------------------

constexpr std::array semanticTypes{Word{"column"}, Word{"measure"}, Word{"dimension"}};
constexpr std::array choiceMembers{Member{.name = "value", .types = Single, .required = Every},
                                   text("label"),
                                   stableId(),
                                   text("description"),
                                   customProperties,
                                   references,
                                   texts("tags")};
constexpr Shape choice{.name = "an enum value", .members = choiceMembers, .closedIn = Every};

constexpr std::array<Member, 30> propertyMembers(Versions named)
{
    return {stableId(),
            text("name", All3, named),
            text("physicalType"),
            text("description"),
            text("businessName"),
            flag("deprecated", V3_2),
            maps("synonyms", &synonymShape, V3_2),
            references,
            texts("tags"),
            customProperties,
            flag("primaryKey"),
            whole("primaryKeyPosition"),
            Member{.name = "logicalType", .types = Text, .words = logicalTypes},
            Member{.name = "logicalTypeOptions", .types = Map},
            text("physicalName", V3_0_2 | From3_1),
            flag("required"),
            flag("unique"),
            Member{.name = "semanticType", .types = Text, .words = semanticTypes, .in = V3_2},
            flag("partitioned"),
            whole("partitionKeyPosition"),
            text("classification"),
            text("encryptedName"),
            texts("transformSourceObjects"),
            text("transformLogic"),
            text("transformDescription"),
            Member{.name = "examples", .types = List},
            Member{.name = "enum",
                   .types = List,
                   .items = Map,
                   .itemShape = &choice,
                   .demand = Demand::SomeDistinct,
                   .in = V3_2},
            flag("criticalDataElement"),
            maps("relationships", &propertyRelationship, From3_1),
            maps("quality", &qualityShape)};
}

constexpr auto ownProperties = propertyMembers(All3);
constexpr auto itemProperties = [] {
    constexpr auto base = propertyMembers(0);
    std::array<Member, base.size() + 1> members;
    for (std::size_t i = 0; i < base.size(); ++i)
        members[i] = base[i];
    members[base.size()] = maps("properties", &propertyShape, V3_0);
    return members;
}();

constinit const Shape propertyShape{.name = "a property",
                                    .members = ownProperties,
                                    .closedIn = All3,
                                    .when = byLogicalType,
                                    .special = Special::Property};
constinit const Shape itemShape{.name = "the items of an array",
                                .members = itemProperties,
                                .closedIn = All3,
                                .when = byLogicalType,
                                .special = Special::Property};

constexpr std::array objectTypes{Word{"object"}};
constexpr std::array objectMembers{
    stableId(),
    must("name"),
    text("physicalType"),
    text("description"),
    text("businessName"),
    flag("deprecated", V3_2),
    maps("synonyms", &synonymShape, V3_2),
    references,
    texts("tags"),
    customProperties,
    Member{.name = "logicalType", .types = Text, .words = objectTypes},
    text("physicalName"),
    text("dataGranularityDescription"),
    maps("properties", &propertyShape),
    maps("relationships", &objectRelationship, From3_1),
    maps("quality", &qualityShape),
    Member{.name = "context", .types = Text | Map, .shape = &contextShape, .in = V3_2}};

// Quality ----------------------------------------------------------------------------------------

constexpr Member between(std::string_view name)
{
    return {.name = name, .types = List, .items = Number, .demand = Demand::TwoDistinct};
}

constexpr std::array<Member, 8> operators{
    Member{.name = "mustBe"},         Member{.name = "mustNotBe"}, number("mustBeGreaterThan"),
    number("mustBeGreaterOrEqualTo"), number("mustBeLessThan"),    number("mustBeLessOrEqualTo"),
    between("mustBeBetween"),         between("mustNotBeBetween")};
constexpr std::array metrics{Word{"nullValues"}, Word{"missingValues"}, Word{"invalidValues"},
                             Word{"duplicateValues"}, Word{"rowCount"}};
constexpr std::array libraryMembers{
    Member{.name = "metric", .types = Text, .words = metrics, .in = From3_1, .required = From3_1},
    text("rule", All3, V3_0), Member{.name = "arguments", .types = Map, .in = From3_1}};
constexpr std::array sqlMembers{must("query")};
constexpr std::array customMembers{
    must("engine"), Member{.name = "implementation", .types = Text | Map, .required = Every}};

constexpr Shape library{.name = "a quality rule of type library", .members = libraryMembers};
constexpr Shape sql{.name = "a quality rule of type sql", .members = sqlMembers};
constexpr Shape customRule{.name = "a quality rule of type custom", .members = customMembers};
constexpr Shape comparison{.name = "a quality rule",
                           .members = operators,
                           .special = Special::OneOperator,
                           .specialIn = From3_1};

constexpr When quality(std::string_view word, const Shape &shape, Versions in,
                       bool orAbsent = false, std::string_view orText = {})
{
    return {.key = "type",
            .word = word,
            .shape = &shape,
            .in = in,
            .orAbsent = orAbsent,
            .orText = orText};
}

constexpr std::array byQualityType{quality("library", library, V3_0, true),
                                   quality("library", comparison, V3_0, true),
                                   quality("library", library, From3_1, false, "metric"),
                                   quality("library", comparison, From3_1, false, "metric"),
                                   quality("sql", sql, All3),
                                   quality("sql", comparison, From3_1),
                                   quality("custom", customRule, All3)};

constexpr std::array dimensions{Word{"accuracy"},    Word{"completeness"}, Word{"conformity"},
                                Word{"consistency"}, Word{"coverage"},     Word{"timeliness"},
                                Word{"uniqueness"}};
constexpr std::array qualityTypes{Word{"text"}, Word{"library"}, Word{"sql"}, Word{"custom"}};
constexpr std::array qualityMembers{stableId(),
                                    references,
                                    text("businessImpact"),
                                    customProperties,
                                    text("description"),
                                    Member{.name = "dimension", .types = Text, .words = dimensions},
                                    text("method"),
                                    text("name"),
                                    text("schedule"),
                                    text("scheduler"),
                                    text("severity"),
                                    texts("tags"),
                                    Member{.name = "type", .types = Text, .words = qualityTypes},
                                    text("unit")};

} // namespace

constinit const Shape objectShape{
    .name = "an object of the schema", .members = objectMembers, .closedIn = All3};
constinit const Shape qualityShape{.name = "a quality rule",
                                   .members = qualityMembers,
                                   .closedIn = From3_1,
                                   .when = byQualityType};

} // namespace portolan::formats::lint
