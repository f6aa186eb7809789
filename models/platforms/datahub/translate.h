// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/quality.h"
#include "models/domain/record.h"
#include "models/platforms/datahub/lineage.h"
#include "models/platforms/datahub/links.h"
#include "models/platforms/datahub/names.h"
#include "models/platforms/datahub/quality.h"

#include <QHash>
#include <QString>

namespace portolan::platforms::datahub {

//! What is known round a page of things, without which they could not be told in our words.
struct Context
{
    const Names &names;
    const Links &links;
    const QHash<QString, JobLineage> &jobs; //!< those that write something of the page
    const QHash<QString, QStringList> &inputs; //!< of products: what their assets are made from
    QString ui; //!< address of the web pages
};

//! What \a entity is in our words: a thing, and the ports of a product behind it. Nothing of what
//! this adapter does not know.
QList<domain::Record> recordsOf(const Entity &entity, const Context &context);
//! What an entity itself tells as evidence: when data last changed, when an incident began and
//! ended. What an incident does not say of that is taken from \a stamps; false where one is open,
//! and nobody says since when.
bool addEvidence(const Entity &entity, domain::Evidence &evidence, const Stamps &stamps = {});

//! The native id of the port through which \a product offers, or reads, \a asset.
QString outputPortId(const QString &product, const QString &asset);
QString inputPortId(const QString &product, const QString &asset);

//! The page of \a urn in the web pages at \a ui.
QString pageOf(const QString &ui, const QString &urn);
//! The kind of the record that an entity of \a type becomes; empty where this adapter reads none.
std::optional<domain::EntityKind> kindOf(const QString &type);

//! What an asset called \a urn is where it says no more: "table", "topic", "dashboard".
QString assetWordOf(const Urn &urn);

//! The key by which the dataset \a entity joins with what other accounts say of it (ruling 7). A
//! copy that is not the productive one has its environment as instance: it is another table.
QString datasetKeyOf(const Entity &entity);

//! What was written for something like \a entity, and passed on to it; may be empty.
QString documentationOf(const Entity &entity);

// The parts of recordsOf(), one for each kind.
domain::Record assetOf(const Entity &entity, const Context &context);
QList<domain::Record> productOf(const Entity &entity, const Context &context);
domain::Record contractOf(const Entity &entity, const Context &context);
domain::Record checkOf(const Entity &entity, const Context &context);
domain::Record incidentOf(const Entity &entity, const Context &context);
domain::Record wordOf(const Entity &entity, const Context &context); //!< domain, term or tag
domain::Record personOf(const Entity &entity, const Context &context); //!< or team

//! Owner, tags, terms, domain, properties, links, roles and the native document.
void addGovernance(domain::Record &record, const Entity &entity, const Context &context);
//! Adds an arrow once; none to nothing.
void addRelation(domain::Record &record, domain::Relation relation, const QString &urn);
//! Adds a fact unless it is empty.
void addFact(domain::Record &record, const QString &name, const QString &value);
//! Type of a port or table by its platform: "stream", "file" or "SQL".
QString portTypeOf(const Urn &urn);

} // namespace portolan::platforms::datahub
