// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sloplaces.h"

#include <algorithm>
#include <utility>

namespace portolan::store {

using domain::Relation;

namespace {

void addOnce(QList<qint64> &list, const QList<qint64> &more)
{
    for (const auto entity : more) {
        if (!list.contains(entity))
            list.append(entity);
    }
}

//! Accounts in their order, \a first before all others.
QList<qint64> accountsFrom(EntityReader &reader, qint64 first)
{
    auto rows = reader.accountRows().keys();
    rows.removeOne(first);
    std::sort(rows.begin(), rows.end(), [&reader](qint64 left, qint64 right) {
        const auto position = [&reader](qint64 row) {
            return std::pair(reader.accounts().positionOf(reader.account(row)), row);
        };
        return position(left) < position(right);
    });
    rows.prepend(first);
    return rows;
}

} // namespace

QList<qint64> SloPlaces::all() const
{
    QList<qint64> entities;
    if (asset)
        entities.append(*asset);
    if (contract)
        addOnce(entities, {*contract});
    for (const auto *more : {&products, &ports, &checkedAssets})
        addOnce(entities, *more);
    return entities;
}

std::optional<qint64> entityNamedBy(EntityReader &reader, qint64 account, const QString &nativeId)
{
    if (nativeId.isEmpty())
        return std::nullopt;
    if (const auto own = reader.record(account, nativeId))
        return own->entity;
    for (const auto row : accountsFrom(reader, account)) {
        if (const auto record = reader.record(row, nativeId))
            return record->entity;
    }
    return std::nullopt;
}

QList<qint64> pointingAt(EntityReader &reader, qint64 entity, Relation relation)
{
    QList<qint64> entities;
    for (const auto &alias : reader.aliases(entity)) {
        for (const auto id : reader.links().incoming(alias.account, alias.nativeId, relation)) {
            if (const auto record = reader.records().byId(id))
                addOnce(entities, {record->entity});
        }
    }
    return entities;
}

QList<qint64> pointedAtBy(EntityReader &reader, qint64 entity, Relation relation)
{
    QList<qint64> entities;
    for (const auto &alias : reader.aliases(entity)) {
        for (const auto &to : reader.documents().payload(alias.id).relations) {
            if (to.relation != relation)
                continue;
            if (const auto record = reader.record(alias.account, to.nativeId))
                addOnce(entities, {record->entity});
        }
    }
    return entities;
}

SloPlaces placesOf(EntityReader &reader, qint64 account, const domain::Slo &slo)
{
    SloPlaces places;
    places.asset = entityNamedBy(reader, account, slo.asset);
    places.contract = entityNamedBy(reader, account, slo.contract);
    if (const auto product = entityNamedBy(reader, account, slo.product))
        places.products.append(*product);
    if (!places.asset) {
        for (const auto &check : slo.checks) {
            if (const auto entity = entityNamedBy(reader, account, check))
                addOnce(places.checkedAssets, pointedAtBy(reader, *entity, Relation::Checks));
        }
    }
    if (places.contract)
        addOnce(places.ports, pointingAt(reader, *places.contract, Relation::GovernedBy));
    auto assets = places.checkedAssets;
    if (places.asset)
        assets.append(*places.asset);
    // Where a contract promises it, only its own ports do, though others may expose the asset.
    if (!places.contract) {
        for (const auto asset : std::as_const(assets))
            addOnce(places.ports, pointingAt(reader, asset, Relation::Exposes));
    }
    for (const auto port : std::as_const(places.ports))
        addOnce(places.products, pointingAt(reader, port, Relation::OutputPort));
    for (const auto asset : std::as_const(assets))
        addOnce(places.products, pointedAtBy(reader, asset, Relation::PartOf));
    return places;
}

} // namespace portolan::store
