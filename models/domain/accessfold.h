// SPDX-License-Identifier: GPL-3.0-or-later
// What a request and the decisions about it come to (rulings 22 and 24).
#pragma once

#include "models/domain/access.h"

#include <QList>
#include <QString>

#include <optional>

namespace portolan::domain {

//! Whether a decision counts, and if not, why. Those that do not are shown all the same.
enum class DecisionEffect {
    Counts,
    ByAsker, //!< the asker decides about their own request
    NoApprover, //!< who said it may not say it, or the step does not exist
    OtherRequest, //!< the request has been changed since: this was said about something else
    Replaced, //!< its author took it back by a later one
    TooLate, //!< the item was closed before, or has no agreement that it could be about
    UnknownItem //!< about no item of this request
};

//! A decision and what became of it.
struct JudgedDecision
{
    AccessDecision decision;
    DecisionEffect effect = DecisionEffect::Counts;

    bool operator==(const JudgedDecision &) const = default;
};

//! One step of an item, and the decision about it: the rejection where there is one, else the first
//! approval.
struct StepOutcome
{
    ApprovalStep step;
    std::optional<AccessDecision> decision;

    bool operator==(const StepOutcome &) const = default;
};

//! What became of one port that was asked for.
struct ItemOutcome
{
    QUuid item;
    ItemState state = ItemState::Submitted;
    bool isContradicted = false; //!< decisions exclude each other: it waits, and nothing is granted
    QList<StepOutcome> steps;
    std::optional<Agreement> agreement; //!< of an approved item alone

    bool operator==(const ItemOutcome &) const = default;
};

//! What became of a request.
struct RequestOutcome
{
    RequestState state = RequestState::Submitted;
    QList<ItemOutcome> items; //!< in the request's order
    QList<JudgedDecision> decisions; //!< each once, by time, then id

    bool operator==(const RequestOutcome &) const = default;
};

//! What is not in the decisions.
struct FoldRules
{
    bool ownRequests = false; //!< whether an approver may decide their own request (PolicySet)
    //! SHA-256 of the request as it is now. Where both are known, approvals and rejections of
    //! another state of it do not count; else who asked could change what was granted.
    QString asked;
    //! Items about which something was said that cannot be read. It may be a rejection, so none of
    //! them is granted until it can.
    QList<QUuid> unread;
};

//! Folds \a decisions over \a request. The same for every order of the decisions and however often
//! one is there; of two with one id, the one whose text is smaller stays. Items that are not yet
//! with a platform (draft, queued) or never will be (external) keep their state. Never fails; any
//! thread.
RequestOutcome outcomeOf(const AccessRequest &request, const QList<AccessDecision> &decisions,
                         const FoldRules &rules = {});

} // namespace portolan::domain
