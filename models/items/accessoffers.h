// SPDX-License-Identifier: GPL-3.0-or-later
// Ports as something to ask for, read from the catalogue.
#pragma once

#include "models/items/accessboard.h"
#include "models/items/accesssource.h"
#include "models/policy/facts.h"
#include "models/store/store.h"

namespace portolan::items {

//! AccessSource::offers(). Blocks; for the pool. \a places says which accounts take requests.
Result<QList<AccessOffer>> readOffers(store::Store &store, const QList<QUuid> &ids,
                                      const QList<AccessPlace> &places);

//! The offer for the port with this native id, or null.
const AccessOffer *offerFor(const QList<AccessOffer> &offers, const QString &port);

//! What policies judge \a request by.
policy::RequestFacts requestFactsOf(const domain::AccessRequest &request,
                                    const QList<AccessOffer> &offers, QDate today);

//! Those who have to say yes to \a item, in their order.
QList<domain::ApprovalStep> stepsOf(const domain::AccessItem &item, const AccessOffer &offer);

} // namespace portolan::items
