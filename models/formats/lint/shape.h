// SPDX-License-Identifier: GPL-3.0-or-later
// How the rule tables are written. A shape lists the members that a mapping may have; a member says
// from which versions on it exists and what its value must be. Where versions differ, a member has
// one row for each form. Conditions add shapes: what a server must have depends on its type.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace portolan::formats::lint {

using Types = unsigned;
inline constexpr Types Null = 1U << 0U;
inline constexpr Types Bool = 1U << 1U;
inline constexpr Types Integer = 1U << 2U;
inline constexpr Types Number = 1U << 3U; //!< integers included
inline constexpr Types Text = 1U << 4U;
inline constexpr Types List = 1U << 5U;
inline constexpr Types Map = 1U << 6U;
inline constexpr Types Single = Null | Bool | Number | Text;
inline constexpr Types Any = Single | List | Map;

using Versions = unsigned;
inline constexpr Versions V2_2 = 1U << 0U;
inline constexpr Versions V3_0_0 = 1U << 1U;
inline constexpr Versions V3_0_1 = 1U << 2U;
inline constexpr Versions V3_0_2 = 1U << 3U;
inline constexpr Versions V3_1 = 1U << 4U;
inline constexpr Versions V3_2 = 1U << 5U;
inline constexpr Versions V3_0 = V3_0_0 | V3_0_1 | V3_0_2;
inline constexpr Versions From3_1 = V3_1 | V3_2;
inline constexpr Versions All3 = V3_0 | From3_1;
inline constexpr Versions P0_9 = 1U << 6U;
inline constexpr Versions P1_0 = 1U << 7U;
inline constexpr Versions P1_1 = 1U << 8U;
inline constexpr Versions From1_0 = P1_0 | P1_1;
inline constexpr Versions AllProducts = P0_9 | From1_0;
inline constexpr Versions Every = ~0U;

//! What a value must be beyond its type.
enum class Demand : std::uint8_t {
    None,
    StableId, //!< letters, digits, "-" and "_"
    SftpUrl,
    Version2, //!< "v2.2.2"
    Reference, //!< table.column, or a path of ids
    NotNegative,
    Positive,
    AtLeastOne,
    SomeItems, //!< a list with an item
    SomeDistinct, //!< a list with an item, none twice
    TwoDistinct //!< a list of two different items
};

//! What cannot be said by tables.
enum class Special : std::uint8_t {
    None,
    Property, //!< options need the logical type that they belong to
    OneOperator, //!< a quality rule compares with exactly one operator
    BothEndsAlike //!< from and to are both a text, or both a list
};

//! A word of a closed list, and the versions that have it.
struct Word
{
    std::string_view text;
    Versions in = Every;
};

struct Shape;

//! A key that a shape may have, and what may stand behind it.
struct Member
{
    std::string_view name;
    Types types = Any;
    const Shape *shape = nullptr; //!< of a mapping
    Types items = Any; //!< types of the items of a list
    const Shape *itemShape = nullptr; //!< of items that are mappings
    std::span<const Word> words; //!< the only texts allowed, if any are named
    Demand demand = Demand::None;
    Versions in = Every;
    Versions required = 0;
};

//! Adds \a shape where \a key has the text \a word.
struct When
{
    std::string_view key;
    std::string_view word;
    const Shape *shape = nullptr;
    Versions in = Every;
    bool orAbsent = false; //!< also where the key is missing
    std::string_view orText; //!< also where this key holds a text
};

//! What a mapping of the standard may and must hold.
struct Shape
{
    std::string_view name; //!< "a server": how messages speak of it
    std::span<const Member> members;
    Versions closedIn = 0; //!< versions that allow no other members
    std::span<const When> when;
    Special special = Special::None;
    Versions specialIn = Every;
};

extern const Shape contractShape; //!< ODCS 3.x
extern const Shape flatContractShape; //!< ODCS 2.2
extern const Shape productShape; //!< ODPS

// Tables that others build on.
extern const Shape referenceShape;
extern const Shape customPropertyShape;
extern const Shape roleShape;
extern const Shape serverShape;
extern const Shape qualityShape;
extern const Shape objectShape;
extern const Shape contextShape;
extern const Shape synonymShape;

// Rows that many shapes share.
constexpr Member text(std::string_view name, Versions in = Every, Versions required = 0)
{
    return {.name = name, .types = Text, .in = in, .required = required};
}

constexpr Member must(std::string_view name, Versions in = Every)
{
    return {.name = name, .types = Text, .in = in, .required = in};
}

constexpr Member flag(std::string_view name, Versions in = Every)
{
    return {.name = name, .types = Bool, .in = in};
}

constexpr Member whole(std::string_view name, Versions in = Every)
{
    return {.name = name, .types = Integer, .in = in};
}

constexpr Member texts(std::string_view name, Versions in = Every)
{
    return {.name = name, .types = List, .items = Text, .in = in};
}

constexpr Member maps(std::string_view name, const Shape *shape, Versions in = Every)
{
    return {.name = name, .types = List, .items = Map, .itemShape = shape, .in = in};
}

constexpr Member map(std::string_view name, const Shape *shape, Versions in = Every)
{
    return {.name = name, .types = Map, .shape = shape, .in = in};
}

constexpr Member stableId(Versions in = From3_1)
{
    return {.name = "id", .types = Text, .demand = Demand::StableId, .in = in};
}

} // namespace portolan::formats::lint
