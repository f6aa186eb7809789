// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entity.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QUuid>

#include <optional>

namespace portolan::items {

//! A table, topic or file whose fields a page can show.
struct SchemaObject
{
    QUuid asset;
    QString name;
    QString type;
    QString contract; //!< name of the contract that describes it; may be empty
    int fieldCount = 0;

    bool operator==(const SchemaObject &) const = default;
};

//! Related things under one heading.
struct RelatedGroup
{
    domain::Relation relation = domain::Relation::PartOf;
    bool incoming = false;
    QList<domain::Entity> entities;

    bool operator==(const RelatedGroup &) const = default;
};

//! A page, and the pages of its ports and contracts that its tabs need besides: where an input
//! comes from and who consumes an output is known there.
struct Dossier
{
    domain::Page page;
    QHash<QUuid, domain::Page> near;

    //! Which pages to fetch next: ports and contracts of the page.
    QList<QUuid> wanted() const;
    //! Once those are near: the ports at the other end, whose pages name their products.
    QList<QUuid> wantedBeyond() const;

    //! The contracts that govern the page's thing: itself, those of its output ports, or those that
    //! it hangs on; only those that are near. In document order.
    QList<const domain::Page *> contracts() const;
    //! The product (or asset) that the input port \a port of the page reads.
    std::optional<domain::Entity> originOf(const QUuid &port) const;
    //! Products and assets that read what the page's thing offers, by label.
    QList<domain::Entity> consumers() const;
    //! The objects whose fields the Schema tab shows, each once.
    QList<SchemaObject> objects() const;
    //! What else hangs on the page's thing, but for ports, contracts and objects.
    QList<RelatedGroup> groups() const;

    bool operator==(const Dossier &) const = default;
};

//! Whether \a relation leads from a product to one of its ports.
bool isPortRelation(domain::Relation relation);

} // namespace portolan::items
