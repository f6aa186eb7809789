// SPDX-License-Identifier: GPL-3.0-or-later
// What accounts say about access, with what waits in the outbox laid over it.
#pragma once

#include "models/items/accesssource.h"
#include "models/store/accessvalues.h"

#include <QDate>
#include <QList>

namespace portolan::items {

//! One account and who acts there.
struct AccessPlace
{
    QUuid account;
    QString name;
    domain::Actor me; //!< without an address where nobody knows
    bool takesRequests = false;
    bool hasPolicies = false; //!< that can be asked
    bool takesAssets = false; //!< requests for assets, not for ports alone
    bool takesOthers = false; //!< it is named for what no platform takes (ruling 23)
    bool onlyYesNoAndEnd = false; //!< no questions, and no agreement is suspended there
    bool isFolder = false; //!< git knows who acts there, where it is a checkout

    bool operator==(const AccessPlace &) const = default;
};

//! What a board is made of.
struct AccessInput
{
    QDate today; //!< UTC
    QList<AccessPlace> places; //!< in the order of accounts
    QList<store::AccountAccess> books;
    QList<domain::Operation> operations; //!< in the order of sending
    QList<AccountReading> readings; //!< of all accounts
};

//! The board without names. Requests and decisions that are not with their platform yet are in it:
//! drafts and what waits are so by the state of their items, and a decision counts as soon as it is
//! confirmed. What is in conflict or was refused is among the waiting and counts for nothing. Any
//! thread.
AccessBoard boardOf(const AccessInput &input);

//! The case of the request with this id, or null.
const AccessCase *caseOf(const AccessBoard &board, const QUuid &request);
//! The case that the item belongs to, or null.
const AccessCase *caseOfItem(const AccessBoard &board, const QUuid &item);
//! All agreements of the board.
QList<domain::Agreement> agreementsOf(const AccessBoard &board);
//! Whether one of them goes on with \a agreement.
bool isRenewed(const AccessBoard &board, const domain::Agreement &agreement);

} // namespace portolan::items
