// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/dossier.h"

#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

using domain::EntityKind;
using domain::Page;
using domain::Related;
using domain::Relation;

// Beyond these a page shows what it has; the rest is one click away on the port or contract itself.
constexpr qsizetype maxNear = 120;

void addOnce(QList<QUuid> &list, const QUuid &id)
{
    if (!id.isNull() && list.size() < maxNear && !list.contains(id))
        list.append(id);
}

//! The product that the port of \a portPage belongs to.
std::optional<domain::Entity> productOf(const Page &portPage)
{
    for (const auto &related : portPage.related) {
        if (related.incoming && isPortRelation(related.relation))
            return related.entity;
    }
    return {};
}

//! What governs the thing itself. A page names the contracts of all ports of a product; those of
//! its inputs are promises that others made.
QList<QUuid> contractIds(const Page &page)
{
    if (page.entity.kind == EntityKind::Contract)
        return {page.entity.id};
    QList<QUuid> ids;
    QSet<QUuid> ofInputs;
    for (const auto &related : page.related) {
        if (related.incoming || related.contract.isNull())
            continue;
        if (related.relation == Relation::InputPort)
            ofInputs.insert(related.contract);
        else if (isPortRelation(related.relation))
            addOnce(ids, related.contract);
    }
    for (const auto &related : page.related) {
        const bool governs =
            related.relation == Relation::GovernedBy || related.relation == Relation::Describes;
        if (governs && related.entity.kind == EntityKind::Contract
            && !ofInputs.contains(related.entity.id))
            addOnce(ids, related.entity.id);
    }
    return ids;
}

bool readsIt(const Related &related)
{
    return related.incoming && related.relation == Relation::Consumes;
}

//! The other end of an arrow to or from a port: its product, where that is known, else the thing
//! itself.
std::optional<domain::Entity> holderOf(const domain::Entity &end, const QHash<QUuid, Page> &near)
{
    if (end.kind != EntityKind::Port)
        return end;
    const auto page = near.constFind(end.id);
    if (page == near.constEnd())
        return {};
    const auto product = productOf(*page);
    return product ? product : end;
}

bool isShownElsewhere(const Related &related)
{
    if (!related.incoming && isPortRelation(related.relation))
        return true;
    switch (related.relation) {
    case Relation::Describes:
        return true;
    case Relation::Consumes:
        return related.incoming;
    case Relation::GovernedBy:
    case Relation::InDomain:
    case Relation::OwnedBy:
        return !related.incoming;
    default:
        return false;
    }
}

void addObject(QList<SchemaObject> &objects, const domain::Entity &asset, const QString &contract)
{
    const bool known = std::any_of(objects.cbegin(), objects.cend(),
                                   [&](const auto &object) { return object.asset == asset.id; });
    if (!known && asset.kind == EntityKind::Asset)
        objects.append({asset.id, asset.name, asset.type, contract, asset.fieldCount});
}

} // namespace

bool isPortRelation(Relation relation)
{
    return relation == Relation::OutputPort || relation == Relation::InputPort
        || relation == Relation::ManagementPort;
}

QList<QUuid> Dossier::wanted() const
{
    auto ids = contractIds(page);
    for (const auto &related : page.related) {
        if (related.incoming || !isPortRelation(related.relation))
            continue;
        addOnce(ids, related.entity.id);
        addOnce(ids, related.contract);
    }
    ids.removeAll(page.entity.id);
    return ids;
}

QList<QUuid> Dossier::wantedBeyond() const
{
    QList<QUuid> ids;
    const auto addPorts = [&](const Page &from) {
        for (const auto &related : from.related) {
            const bool meets = related.relation == Relation::Consumes
                || (related.relation == Relation::GovernedBy && related.incoming);
            if (meets && related.entity.kind == EntityKind::Port)
                addOnce(ids, related.entity.id);
        }
    };
    addPorts(page);
    for (const auto &id : wanted()) {
        if (const auto found = near.constFind(id); found != near.constEnd())
            addPorts(*found);
    }
    ids.removeAll(page.entity.id);
    ids.removeIf([this](const QUuid &id) { return near.contains(id); });
    return ids;
}

QList<const Page *> Dossier::contracts() const
{
    QList<const Page *> pages;
    for (const auto &id : contractIds(page)) {
        if (id == page.entity.id)
            pages.append(&page);
        else if (const auto found = near.constFind(id); found != near.constEnd())
            pages.append(&*found);
    }
    return pages;
}

std::optional<domain::Entity> Dossier::originOf(const QUuid &port) const
{
    const auto portPage = near.constFind(port);
    if (portPage != near.constEnd()) {
        for (const auto &related : portPage->related) {
            if (!related.incoming && related.relation == Relation::Consumes)
                return holderOf(related.entity, near);
        }
    }
    // Without an arrow of its own, an input comes from the output that the same contract governs.
    for (const auto &own : page.related) {
        if (own.entity.id != port || own.contract.isNull())
            continue;
        const auto contract = near.constFind(own.contract);
        if (contract == near.constEnd())
            continue;
        for (const auto &related : contract->related) {
            if (related.relation != Relation::GovernedBy || !related.incoming
                || related.entity.kind != EntityKind::Port || related.entity.id == port)
                continue;
            const auto other = near.constFind(related.entity.id);
            if (other == near.constEnd() || other->merged.direction != u"output"_s)
                continue;
            return productOf(*other);
        }
    }
    return {};
}

QList<domain::Entity> Dossier::consumers() const
{
    QList<domain::Entity> list;
    const auto add = [&](const domain::Entity &end) {
        const auto holder = holderOf(end, near);
        if (!holder || holder->id == page.entity.id)
            return;
        const bool known = std::any_of(list.cbegin(), list.cend(),
                                       [&](const auto &one) { return one.id == holder->id; });
        if (!known)
            list.append(*holder);
    };
    for (const auto &related : page.related) {
        if (readsIt(related))
            add(related.entity);
        if (related.incoming || related.relation != Relation::OutputPort)
            continue;
        if (const auto port = near.constFind(related.entity.id); port != near.constEnd()) {
            for (const auto &reader : port->related) {
                if (readsIt(reader))
                    add(reader.entity);
            }
        }
        if (const auto contract = near.constFind(related.contract); contract != near.constEnd()) {
            for (const auto &governed : contract->related) {
                const auto other = near.constFind(governed.entity.id);
                if (governed.relation == Relation::GovernedBy && governed.incoming
                    && other != near.constEnd() && other->merged.direction == u"input"_s)
                    add(governed.entity);
            }
        }
    }
    std::sort(list.begin(), list.end(), [](const auto &left, const auto &right) {
        return left.label().localeAwareCompare(right.label()) < 0;
    });
    return list;
}

QList<SchemaObject> Dossier::objects() const
{
    QList<SchemaObject> list;
    if (page.entity.kind == EntityKind::Asset) {
        addObject(list, page.entity, {});
        return list;
    }
    for (const auto *contract : contracts()) {
        for (const auto &related : contract->related) {
            if (related.relation == Relation::Describes && !related.incoming)
                addObject(list, related.entity, contract->entity.label());
        }
    }
    const auto addExposed = [&list](const Page &from) {
        for (const auto &related : from.related) {
            if (related.relation == Relation::Exposes && !related.incoming)
                addObject(list, related.entity, {});
        }
    };
    addExposed(page);
    for (const auto &related : page.related) {
        if (related.relation == Relation::OutputPort && !related.incoming
            && near.contains(related.entity.id))
            addExposed(*near.constFind(related.entity.id));
    }
    if (page.entity.kind == EntityKind::Product) {
        for (const auto &related : page.related) {
            if (related.relation == Relation::PartOf && related.incoming)
                addObject(list, related.entity, {});
        }
    }
    return list;
}

QList<RelatedGroup> Dossier::groups() const
{
    QList<RelatedGroup> list;
    for (const auto &related : page.related) {
        if (isShownElsewhere(related))
            continue;
        auto group = std::find_if(list.begin(), list.end(), [&](const auto &one) {
            return one.relation == related.relation && one.incoming == related.incoming;
        });
        if (group == list.end())
            group = list.insert(list.end(), {related.relation, related.incoming, {}});
        group->entities.append(related.entity);
    }
    return list;
}

} // namespace portolan::items
