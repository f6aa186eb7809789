// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/contract.h"
#include "models/domain/entitykind.h"
#include "models/domain/field.h"
#include "models/domain/lineage.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace portolan::domain {

//! How one thing hangs on another. The numbers are stored: never renumber.
enum class Relation {
    Parent = 1, //!< domain → the domain it is part of
    InDomain = 2, //!< product, asset, team → domain
    OutputPort = 3, //!< product → port
    InputPort = 4, //!< product → port
    ManagementPort = 5, //!< product → port
    GovernedBy = 6, //!< port or asset → contract
    Exposes = 7, //!< port → asset that stands behind it
    OwnedBy = 8, //!< any → team or person
    MemberOf = 9, //!< person → team
    PartOf = 10, //!< asset → product
    Describes = 11, //!< contract → asset its schema describes
    Consumes = 12, //!< input port or dashboard → port, product or asset it reads
    Checks = 13, //!< check → asset
    Means = 14 //!< asset → term
};

//! An arrow to a thing of the same account, by its native id.
struct RelationTo
{
    Relation relation = Relation::PartOf;
    QString nativeId;

    bool operator==(const RelationTo &) const = default;
};

//! A document of the source, whole, and where it stands.
struct NativeDocument
{
    QString file; //!< relative to the workspace, or a URL
    int line = 0; //!< where the thing begins in it, from 1
    QByteArray json; //!< UTF-8 JSON; scalars with the digits they were written with

    bool operator==(const NativeDocument &) const = default;
};

//! What one account says about one thing, in our words: the unit that adapters produce, the store
//! keeps per account, and pages are merged from. Every text is as the source wrote it.
struct Record
{
    EntityKind kind = EntityKind::Asset;
    QString nativeId;
    QString type; //!< asset: table, view, …; port: REST, SQL, stream, file or the native word
    QString direction; //!< port: "input", "output" or "management"
    QString name; //!< technical name
    QString title; //!< business name, where it has one
    QString description; //!< plain text or Markdown, untrusted
    QStringList domain; //!< from the top: {"Orders", "Fulfilment"}
    QString ownerId; //!< native id of the team or person who answers for it
    QString ownerName;
    QString status; //!< lifecycle word as written
    QString version;
    QString classification; //!< the thing's own, or the highest of its fields
    QStringList tags;
    QStringList synonyms;
    QString
        datasetKey; //!< "platform:instance:database.schema.object" (ruling 7); empty: does not join
    int popularity = 0; //!< how many things read it, as far as the source knows

    QList<RelationTo> relations;
    QList<Field> fields; //!< of an asset
    Terms terms;
    QList<SlaTerm> sla;
    QList<Role> roles;
    QList<TeamMember> team;
    QList<SupportChannel> support;
    QList<Price> prices;
    QList<Server> servers;
    QList<QualityRule> quality;
    QList<Reference> references;
    QList<Question> questions;
    QList<std::pair<QString, QString>> properties; //!< custom properties and facts, as text
    QString sameAs; //!< native id of the thing that this is another name of, where the source says
    QString code; //!< the statement that makes it, as written: SQL, …
    QList<LineageEdge> lineage; //!< what ends in it, also what no longer holds
    QList<NativeDocument> native; //!< the first is the thing's own document

    bool operator==(const Record &) const = default;
};

} // namespace portolan::domain
