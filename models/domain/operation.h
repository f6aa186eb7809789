// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringView>
#include <QUuid>

#include <optional>

namespace portolan::domain {

//! How far an operation of the outbox is (ruling 27). There is no second set of states.
enum class OperationState {
    Staged, //!< held back until a person says "send"
    Ready, //!< waits for its turn; for certain the platform does not have it
    Sending, //!< on its way; after a crash nobody knows whether it arrived
    Ambiguous, //!< the answer was lost: the platform is asked before it is sent again
    Applied, //!< the platform has it
    Conflict, //!< the thing had changed meanwhile: a person looks at base, mine and theirs
    Rejected //!< the platform refused it
};

//! What can happen to an operation.
enum class OperationEvent {
    Release, //!< a person lets what was held back go
    Begin, //!< it is handed to the platform
    Apply, //!< the platform has it, as an answer or a look-up said
    Oppose, //!< the platform has something else there than it was made against
    Refuse, //!< the platform will not do it
    Postpone, //!< for certain it was not done; later again
    Lose, //!< no answer came, or the look-up told nothing
    Miss, //!< a look-up said that it was not done, long enough after the last attempt
    Retry, //!< a person asks for it again
    Hold, //!< what is asked before it is sent says no: it goes back to the person
    Doubt //!< the same as release and retry, of what an attempt before may have done after all
};

//! The state that \a event leads to from \a state; empty where it cannot happen. This is the whole
//! state machine of the outbox.
std::optional<OperationState> stateAfter(OperationState state, OperationEvent event);

//! Whether it can be taken back as if it had never been: for certain, no platform has it.
bool isUndoable(OperationState state);
//! Whether a person may give it up.
bool isDiscardable(OperationState state);

//! "staged", "ready", …: stored, and promised to scripts.
QString operationStateWord(OperationState state);
std::optional<OperationState> operationStateOf(QStringView word);

//! One thing that a person did, on its way to a platform. What kinds there are, and what their
//! payloads mean, is a matter between who made it and the adapter.
struct Operation
{
    qint64 id = 0; //!< of this profile, rising in the order of sending; never used twice
    QUuid key; //!< made once, and the same in every attempt
    QUuid account;
    QString objectId; //!< operations on one object are sent one after the other
    QString kind;
    QByteArray payload; //!< "mine": JSON
    QString baseRevision; //!< that it was made against; empty where there is none
    QByteArray base; //!< JSON, what a person saw when doing it; may be empty
    QDateTime created; //!< UTC
    OperationState state = OperationState::Ready;
    int attempts = 0; //!< and look-ups that told nothing: the pauses grow with them
    QDateTime nextAttempt; //!< UTC, our own patience; null is at once
    QDateTime notBefore; //!< UTC, as the platform asked of the whole account; null is at once
    QDateTime sent; //!< UTC, when the last attempt began
    QString errorCode; //!< the platform's own
    QString errorText; //!< of the last attempt; empty when it went well
    QString requestId; //!< the platform's own, for its support
    bool doubtful = false; //!< an attempt before this one may still take effect
    bool recovered = false; //!< out of a damaged file: not sent before a person looked at it
    QByteArray theirs; //!< JSON, what the platform had there in a conflict
    QString theirRevision;
    QString nativeId; //!< of the receipt
    QString revision; //!< of the receipt
    bool settled = false; //!< applied, and what pulls bring has it as well

    bool operator==(const Operation &) const = default;
};

//! Whether views show what \a operation does: it is confirmed, nobody has said no to it, and pulls
//! do not bring it yet (ruling 27).
bool isLaidOver(const Operation &operation);

} // namespace portolan::domain
