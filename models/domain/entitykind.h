// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace portolan::domain {

//! The kinds of thing a mesh consists of (design.md, Words). The numbers are stored: never
//! renumber.
enum class EntityKind {
    Domain = 1,
    Team = 2,
    Person = 3,
    Product = 4,
    Port = 5,
    Contract = 6,
    Asset = 7,
    Field = 8,
    Term = 9,
    Tag = 10,
    Check = 11,
    Policy = 12
};

//! Every kind, in the order in which lists show them.
inline constexpr std::array allEntityKinds{
    EntityKind::Product, EntityKind::Asset, EntityKind::Port,   EntityKind::Contract,
    EntityKind::Domain,  EntityKind::Team,  EntityKind::Person, EntityKind::Term,
    EntityKind::Tag,     EntityKind::Check, EntityKind::Policy, EntityKind::Field,
};

//! Whether access to a thing of \a kind can be asked for: it is a port, or has some.
constexpr bool canBeAskedFor(EntityKind kind)
{
    return kind == EntityKind::Product || kind == EntityKind::Port || kind == EntityKind::Asset;
}

//! The word scripts and filters use: "product", "asset", … Never translated.
QString kindWord(EntityKind kind);

//! The kind that \a word names, in any case; empty when it names none.
std::optional<EntityKind> kindFromWord(QStringView word);

} // namespace portolan::domain
