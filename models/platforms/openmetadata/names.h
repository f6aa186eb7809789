// SPDX-License-Identifier: GPL-3.0-or-later
// Names of OpenMetadata: a fully qualified name has its parts joined by dots, and a part that holds
// a dot itself stands in double quotes.
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>

namespace portolan::platforms::openmetadata {

//! The parts of \a fqn without their quotes. Quotes that do not close end with the text.
QStringList partsOf(QStringView fqn);
//! \a part as it stands in a fully qualified name.
QString quoted(const QString &part);
//! The fully qualified name of \a parts.
QString joined(const QStringList &parts);
//! \a fqn without its last part.
QString parentOf(const QString &fqn);

//! "<type>:<fully qualified name>", the native id of a thing.
QString nativeIdOf(const QString &type, const QString &fqn);

//! A thing by type and fully qualified name.
struct NamedThing
{
    QString type;
    QString fqn;

    bool operator==(const NamedThing &) const = default;
};

//! The thing that \a nativeId names; empty where it names none.
std::optional<NamedThing> thingOf(const QString &nativeId);

//! What an entity link speaks of: "<#E::table::FQN::columns::NAME>".
struct EntityLink
{
    QString type;
    QString fqn;
    QString column; //!< path of a column below the thing, without quotes around its parts; or empty

    bool operator==(const EntityLink &) const = default;
};

//! Reads an entity link; empty where \a text is none.
std::optional<EntityLink> entityLinkOf(const QString &text);
//! The entity link of a whole thing.
QString entityLinkTo(const NamedThing &thing);

//! The path of a field from its fully qualified name and that of the thing it is in: "a.b" for
//! nested ones; empty where the name does not lie below \a thing.
QString fieldPathOf(const QString &fieldFqn, const QString &thing);

//! By native id: the columns that are lists of structures, "a" and "a.b", without brackets.
using ListColumns = QHash<QString, QStringList>;

//! The columns among the fields with these paths that are lists: "a" of "a[].b".
QStringList listsAmong(const QStringList &paths);
//! \a path, which full names tell without brackets, as fields are called here: "a[].b" where "a" is
//! one of \a lists.
QString withBrackets(const QString &path, const QStringList &lists);
//! \a path as full names tell it.
QString withoutBrackets(QString path);

} // namespace portolan::platforms::openmetadata
