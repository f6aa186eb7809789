// SPDX-License-Identifier: GPL-3.0-or-later
// What a person wants to know of the access board: what is theirs, what waits for whom, what was
// sent, who else has it. Pure; any thread.
#pragma once

#include "models/items/accesssource.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QUuid>

namespace portolan::items {

//! Whether one of \a me asked for it. What is in this outbox alone was asked here, whoever that is.
bool isMine(const AccessCase &one, const QList<domain::Actor> &me);

//! Whether \a state waits for a decision or an answer.
bool isOpen(domain::ItemState state);

//! The step of \a outcome that is decided next; -1 where none is.
qsizetype openStepOf(const domain::ItemOutcome &outcome);

//! The items of \a one in which one of the board's people decides now. None of one's own request,
//! unless the policies allow it.
QList<QUuid> itemsToDecide(const AccessCase &one, const AccessBoard &board);

//! Whether an approver waits for who asked. The request as a whole may be called something else, as
//! its ports may stand differently.
bool needsAnswer(const AccessCase &one);
//! Whether all that one of the board's people decides waits for an answer first.
bool isAskedBack(const AccessCase &one, const AccessBoard &board);

//! How far a request, or what was said about it, is on its way to others.
enum class Delivery {
    Held, //!< a draft: sent when somebody says so
    Waiting, //!< in the outbox
    Doubtful, //!< sent, and nobody knows whether it arrived
    Conflict, //!< others changed it meanwhile
    Refused, //!< the platform will not have it
    Written, //!< in the workspace's files, not shared with others yet
    Shared
};

Delivery deliveryOf(const AccessCase &one);
//! In words, with what to do about it; empty for what is shared.
QString deliveryText(const AccessCase &one);

//! The same in a word, for a list; empty for what needs none.
QString deliveryWord(const AccessCase &one);
//! What the state of the request is called; of one that nobody has seen, what became of it.
QString caseStateText(const AccessCase &one);

//! What it waits for: "Waits for maya@example.com, step 1 of 2", "Waits for your answer"; empty
//! where everything is decided.
QString waitsForText(const AccessCase &one, const AccessBoard &board);

//! The open requests on \a board that go on with an agreement, by that agreement.
QHash<QUuid, QUuid> openRenewalsOf(const AccessBoard &board);

//! Whether something about it is in the outbox of this machine.
bool isInOutbox(const AccessCase &one);
//! The operations about \a one that can be taken back without a trace.
QList<qint64> undoableOf(const AccessCase &one);
//! Those that were refused or contradicted: nothing behind them goes on before a person decides.
QList<domain::Operation> stuckOf(const AccessCase &one);
//! Whether the request itself was refused: nobody but its asker has seen it.
bool isNeverSent(const AccessCase &one);
//! All operations about \a one where another request can take their place; else none.
QList<qint64> replaceableOf(const AccessCase &one);

//! Somebody who has access to a port.
struct AccessHolder
{
    domain::Agreement agreement;
    domain::AgreementState state = domain::AgreementState::Active;
    QUuid request;

    bool operator==(const AccessHolder &) const = default;
};

//! Every agreement on \a board, in the order of the cases.
QList<AccessHolder> holdersOf(const AccessBoard &board);
//! Those in force for \a ports, by port, other than those of the request \a except; who keeps it
//! longest is last. Goes through the board once, whatever the number of ports.
QHash<QString, QList<AccessHolder>> holdersOf(const AccessBoard &board, const QSet<QString> &ports,
                                              const QUuid &except);

//! The first day of \a agreement, UTC: the one that was asked for, else that of the approval.
//! Invalid where nobody knows when that was.
QDate beganOn(const domain::Agreement &agreement, const AccessBoard &board);
//! The day, UTC, on which the agreement about \a item of \a one was ended before its time; invalid
//! where it was not.
QDate endedOn(const AccessCase &one, const QUuid &item);

//! The labels of the ports of \a one, in their order.
QStringList portLabelsOf(const AccessCase &one, const AccessBoard &board);

//! A field of a port that is asked for and needs care.
struct ClassifiedField
{
    QString port; //!< native id
    QString path; //!< with its object, where there are several
    QString classification; //!< as written

    bool operator==(const ClassifiedField &) const = default;
};

//! The fields among those that \a request asks of \a offers for which isSensitive() holds, the most
//! sensitive first.
QList<ClassifiedField> classifiedFieldsOf(const domain::AccessRequest &request,
                                          const QList<AccessOffer> &offers);

//! What policies are judged by of \a request, as \a offers have its ports.
policy::RequestFacts factsOf(const domain::AccessRequest &request, const QList<AccessOffer> &offers,
                             const QDate &today);

//! What the policies in \a board say about \a request: those of each account about the ports that
//! it offers. What several say alike is there once.
QList<domain::PolicyVerdict> judgedBy(const AccessBoard &board,
                                      const domain::AccessRequest &request,
                                      const QList<AccessOffer> &offers);

//! What a reviewer is told of \a one without asking a platform: what the policies of its account
//! say of it as it stands, and, where there are none, what it says of itself as far as that is
//! against it.
QList<domain::PolicyVerdict> reviewVerdicts(const AccessBoard &board, const AccessCase &one,
                                            const QList<AccessOffer> &offers);

} // namespace portolan::items
