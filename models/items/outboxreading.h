// SPDX-License-Identifier: GPL-3.0-or-later
// What a person wants to know of the outbox: what each operation does, how it stands, what can be
// done about it. In words of the person's language. Pure; any thread.
#pragma once

#include "models/items/accesssource.h"
#include "models/items/outboxsource.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace portolan::items {

//! How an operation stands, seen by who made it (ruling 27 in words of the window).
enum class OutboxStanding {
    Recovered, //!< saved from a damaged file: nothing is sent before a person looked at it
    Returned, //!< was to be sent, and a policy said no: a draft again
    Conflict, //!< others changed it meanwhile
    Refused, //!< the platform will not do it
    Draft, //!< held back by the person
    Waiting,
    Behind, //!< waits for another one about the same
    Sending,
    Uncertain, //!< sent, and no answer came
    Sent
};

OutboxStanding standingOf(const OutboxEntry &entry);
//! Whether nothing goes on before a person has decided something.
bool needsPerson(const OutboxEntry &entry);
//! Whether it is to be sent or looked up without anybody's help.
bool isWaiting(const OutboxEntry &entry);

OutboxCounts countsOf(const OutboxBoard &board);
//! "1 to decide, 2 waiting"; empty where there is neither.
QString countsText(const OutboxCounts &counts);

//! What an operation does: "Request access to orders for Store planning".
QString deedText(const OutboxEntry &entry);
//! How it stands, in a word or two: "Waits", "Refused".
QString standingText(OutboxStanding standing);
//! The same in a sentence or two, with what comes next. Without the reason that the platform gave.
QString standingSentence(const OutboxEntry &entry, const OutboxBoard &board);
//! Why it stands so, as the platform or a policy said it; empty where nothing was said.
QString reasonText(const OutboxEntry &entry);
//! Why nothing reaches an account, in a sentence.
QString obstacleText(const OutboxObstacle &obstacle);
//! What the account is called, also one that was removed.
QString accountText(const OutboxEntry &entry);
//! Everything about \a entry as plain text, for a ticket.
QString reportText(const OutboxEntry &entry, const OutboxBoard &board);

//! What can be done about an operation.
enum class OutboxAct {
    Send, //!< a draft, or what was saved from a damaged file
    TryAgain, //!< what was refused, or waits for its next attempt
    LookAgain, //!< whether what is uncertain has arrived
    KeepMine, //!< in a conflict: mine over theirs
    TakeTheirs, //!< in a conflict: mine is given up
    Edit, //!< the same once more, with another content
    TakeBack, //!< as if it had never been
    GiveUp
};

//! What can be done about \a entry, what is likeliest first.
QList<OutboxAct> actsOf(const OutboxEntry &entry);

//! What goes with \a entry when it is given up: what waits behind the making of a thing has no
//! sense without it. In the order of sending, \a entry among them.
QList<domain::Operation> goesWith(const OutboxEntry &entry, const OutboxBoard &board);

//! The entry of the operation \a id, or null.
const OutboxEntry *entryOf(const OutboxBoard &board, qint64 id);

//! The outbox in names: \a access and \a names, labels and ids by native id, know what the
//! operations are about; \a accounts are names of those that there are.
OutboxBoard outboxOf(const QList<domain::Operation> &operations,
                     const QHash<QUuid, QString> &accounts, const AccessBoard &access,
                     const QHash<QString, AccessName> &names);

} // namespace portolan::items
