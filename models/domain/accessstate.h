// SPDX-License-Identifier: GPL-3.0-or-later
// The state machines of access (design.md, section 1): of the item of a request, of an agreement
// and of a grant. Which state may follow which stands here and nowhere else.
#pragma once

#include <QList>
#include <QString>

#include <array>
#include <optional>

namespace portolan::domain {

//! Where one port of an access request stands. The numbers are stored: never renumber.
enum class ItemState {
    Draft = 1,
    Queued = 2, //!< confirmed, in the outbox
    Submitted = 3, //!< with the platform, nobody has looked at it
    InReview = 4,
    NeedsInfo = 5, //!< an approver waits for the asker
    Approved = 6,
    Rejected = 7,
    Withdrawn = 8,
    External = 9 //!< asked for on the platform's own page; nothing is shown as sent (ruling 23)
};

//! Where a whole request stands, derived from its items (ruling 22). Never stored.
enum class RequestState {
    Draft,
    Queued,
    Submitted,
    InReview,
    NeedsInfo,
    Approved,
    Rejected,
    Withdrawn,
    External,
    PartlyApproved,
    Conflict //!< decisions contradict each other
};

//! How an agreement stands on a day. Never stored: see agreementState() in access.h.
enum class AgreementState { Pending, Active, Expiring, Renewed, Expired, Suspended, Terminated };

//! How far a platform is with giving or taking the access. The numbers are stored: never renumber.
enum class GrantState {
    None = 1,
    Provisioning = 2,
    Provisioned = 3,
    Deprovisioning = 4,
    Deprovisioned = 5,
    Failed = 6
};

//! Every state, in the order of the life of a thing.
inline constexpr std::array allItemStates{
    ItemState::Draft,    ItemState::Queued,    ItemState::Submitted,
    ItemState::InReview, ItemState::NeedsInfo, ItemState::Approved,
    ItemState::Rejected, ItemState::Withdrawn, ItemState::External};
inline constexpr std::array allAgreementStates{AgreementState::Pending,   AgreementState::Active,
                                               AgreementState::Expiring,  AgreementState::Renewed,
                                               AgreementState::Expired,   AgreementState::Suspended,
                                               AgreementState::Terminated};
inline constexpr std::array allGrantStates{GrantState::None,          GrantState::Provisioning,
                                           GrantState::Provisioned,   GrantState::Deprovisioning,
                                           GrantState::Deprovisioned, GrantState::Failed};

//! Whether an item goes from \a from to \a to in one step. A queued one goes back to draft when it
//! is taken back, and when a policy fails that did not when it was confirmed (ruling 25).
bool canBecome(ItemState from, ItemState to);
//! The same for an agreement, be it by a decision or because a day has passed.
bool canBecome(AgreementState from, AgreementState to);
//! The same for a grant; what failed is tried again.
bool canBecome(GrantState from, GrantState to);

//! Whether nothing but a decision about the agreement can follow \a state.
bool isClosed(ItemState state);

//! The words of documents and files: "in review", "partly approved", … Never translated.
QString stateWord(ItemState state);
QString stateWord(RequestState state);
QString stateWord(AgreementState state);
QString stateWord(GrantState state);

//! The state that \a word names, exactly; empty when it names none.
std::optional<ItemState> itemStateFromWord(QStringView word);
std::optional<GrantState> grantStateFromWord(QStringView word);

//! What a request is called whose items have \a states (ruling 22, cli.md "request"): their state
//! when they agree, else partly approved when one is approved, else the least advanced. Draft when
//! there are none. A contradiction is not seen here: see RequestOutcome.
RequestState derivedState(const QList<ItemState> &states);

} // namespace portolan::domain
