// SPDX-License-Identifier: GPL-3.0-or-later
// How those who depend on a thing are painted, and what of a page says who they are.
#pragma once

#include "models/items/consumers.h"
#include "models/items/dossier.h"

#include <QModelIndex>
#include <QVariant>

namespace portolan::views::product {

//! Shapes, colours and fonts of a row of items::ConsumerModel; invalid where the model's own holds.
QVariant consumerLook(const QModelIndex &source, int role);

//! The thing of \a page with the ports by which others use it.
items::ConsumedThing thingOf(const domain::Page &page);

//! Who reads the thing of \a dossier as the contracts declare it.
QList<items::Dependant> declaredBy(const items::Dossier &dossier);

} // namespace portolan::views::product
