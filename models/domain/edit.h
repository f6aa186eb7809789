// SPDX-License-Identifier: GPL-3.0-or-later
// What the operations of write-back carry to a platform. Operation::objectId is the native id of
// the thing, so that edits of one thing go in order; Operation::payload is the value as JSON:
//
//     describe   {"nativeId", "kind", "description", "field"}
//     tag        {"nativeId", "kind", "add": […], "remove": […]}
//     own        {"nativeId", "kind", "owners": [{"id", "name"}, …]}
//
// "kind" is the word of the entity's kind. "field" is the path of a field that the description is
// of, as the account writes it; absent where it is of the thing itself. Operation::base of a
// description is what a person saw,
// {"description"}; what the platform has instead is a conflict with the same member in
// Operation::theirs. Tags have no base: adding what is there, and removing what is not, is done.
// Owners have one, {"owners"}: who answers for a thing is a decision, and two that were made
// without knowing of each other do not add up. Their ids are the account's own; names are for
// people, and no adapter compares them.
#pragma once

#include "models/base/result.h"
#include "models/domain/entitykind.h"
#include "models/domain/owner.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace portolan::domain {

//! Kinds of operations: another description; tags that come and go; other owners.
QString describeKind();
QString tagKind();
QString ownKind();

//! Whether an operation of this kind changes what a thing says about itself.
bool isEditKind(const QString &kind);

//! Another description of a thing or of one of its fields; an empty one takes it away.
struct DescriptionEdit
{
    QString nativeId;
    EntityKind kind = EntityKind::Asset;
    QString description;
    QString field = {}; //!< path of the field; empty: of the thing itself

    bool operator==(const DescriptionEdit &) const = default;
};

//! Tags of a thing that come and go. None is in both.
struct TagEdit
{
    QString nativeId;
    EntityKind kind = EntityKind::Asset;
    QStringList added;
    QStringList removed;

    bool operator==(const TagEdit &) const = default;
};

//! Who answers for a thing from now on, all of them; none takes them away.
struct OwnerEdit
{
    QString nativeId;
    EntityKind kind = EntityKind::Asset;
    Owners owners;

    bool operator==(const OwnerEdit &) const = default;
};

//! The payload of such an operation. The same value gives the same bytes.
QByteArray toJson(const DescriptionEdit &edit);
QByteArray toJson(const TagEdit &edit);
QByteArray toJson(const OwnerEdit &edit);

//! The value of a payload; BadInput where it is none.
[[nodiscard]] Result<DescriptionEdit> descriptionEditFromJson(const QByteArray &payload);
[[nodiscard]] Result<TagEdit> tagEditFromJson(const QByteArray &payload);
[[nodiscard]] Result<OwnerEdit> ownerEditFromJson(const QByteArray &payload);

//! One side of a description: Operation::base, and Operation::theirs in a conflict.
QByteArray descriptionSide(const QString &description);
//! The description of a side; empty where it says none.
QString descriptionOf(const QByteArray &side);

//! One side of the owners, in the same places.
QByteArray ownersSide(const Owners &owners);
//! The owners of a side; empty where it tells nothing about them.
std::optional<Owners> ownersOf(const QByteArray &side);
//! Their ids, in order.
QStringList idsOf(const Owners &owners);
//! Whether both name the same owners, in whatever order.
bool areSameOwners(const QStringList &left, const QStringList &right);

//! Whether somebody else decided otherwise than who made \a mine of \a base, where it is \a now:
//! it has an owner whom neither names, or lacks one whom both keep. What an attempt that was cut
//! has done of the edit is no contradiction.
bool areContradicted(const QStringList &base, const QStringList &mine, const QStringList &now);

//! The tags that a thing with \a tags has once \a edit is done, in their order.
QStringList tagsAfter(QStringList tags, const TagEdit &edit);

} // namespace portolan::domain
