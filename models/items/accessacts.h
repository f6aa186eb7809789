// SPDX-License-Identifier: GPL-3.0-or-later
// What a person asks for and decides, made whole, or refused with the reason: pure functions.
#pragma once

#include "models/items/accessboard.h"
#include "models/items/accessoffers.h"

#include <QDateTime>
#include <QList>

namespace portolan::items {

//! \a whole as a request for each account that its ports are of, in the order in which they are
//! first named, since who decides on one platform cannot see what was asked for on another. Each
//! has the terms of its own contracts, and the verdicts about its ports and about the whole. Ports
//! that \a offers does not know go together; nothing that is asked for gives nothing.
[[nodiscard]] QList<domain::AccessRequest> byAccount(const domain::AccessRequest &whole,
                                                     const QList<AccessOffer> &offers);

//! A request that is ready for the outbox.
struct ReadyRequest
{
    domain::AccessRequest request;
    QUuid account; //!< that it goes to

    bool operator==(const ReadyRequest &) const = default;
};

//! Makes \a draft whole: ids, steps, who asks, when, and what the policies say. An error where it
//! cannot be asked for from here, where it would go to several accounts, and where nobody knows who
//! asks.
[[nodiscard]] Result<ReadyRequest> readyRequest(domain::AccessRequest draft,
                                                const QList<AccessOffer> &offers,
                                                const QList<AccessPlace> &places,
                                                const domain::PolicySet &policies,
                                                const QDateTime &now);

//! The id of \a request, which may go on with an agreement. Whoever renews the same agreement at
//! the same time makes the same request, so that two of them never become two; Forbidden where it
//! is renewed already, or asked for by a request other than \a request and those whose operations
//! are all \a replaced. Null: any id will do.
[[nodiscard]] Result<QUuid> renewalId(const AccessBoard &board,
                                      const domain::AccessRequest &request,
                                      const QList<qint64> &replaced);

//! A decision that is ready for the outbox.
struct ReadyDecision
{
    domain::AccessDecision decision;
    QUuid request;
    QUuid account; //!< that it goes to

    bool operator==(const ReadyDecision &) const = default;
};

//! What a board knows beside its cases: for each request, what its decisions are about.
using AskedOf = QHash<QUuid, QString>;

//! Makes \a draft whole: its id, who decides, when, and which state of the request it is about;
//! a person who said something else before takes that back. Forbidden where it would have no
//! effect, with the reason. \a ownRequests is whether an approver may decide their own request.
[[nodiscard]] Result<ReadyDecision> readyDecision(domain::AccessDecision draft,
                                                  const AccessBoard &board,
                                                  const QList<AccessPlace> &places,
                                                  const AskedOf &asked, bool ownRequests,
                                                  const QDateTime &now);

} // namespace portolan::items
