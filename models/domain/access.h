// SPDX-License-Identifier: GPL-3.0-or-later
// Access requests and what comes of them, as plain values (design.md, section 1; rulings 22 to 26).
// Every text is as people wrote it. Days are UTC.
#pragma once

#include "models/domain/accessstate.h"
#include "models/domain/entitykind.h"
#include "models/domain/policy.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <optional>

namespace portolan::domain {

//! Who did something.
struct Actor
{
    QString name;
    QString email; //!< what they are known by; who has none can decide nothing

    bool operator==(const Actor &) const = default;
};

//! The team or product that will use the data.
struct Consumer
{
    EntityKind kind = EntityKind::Team;
    QString id; //!< native id
    QString name;

    bool operator==(const Consumer &) const = default;
};

//! A state of a contract's terms that the asker has read and agreed to.
struct AcceptedTerms
{
    QString id; //!< of the contract
    QString version;
    QString sha256; //!< of the terms, 64 hexadecimal digits

    bool operator==(const AcceptedTerms &) const = default;
};

//! One of the decisions that an item needs, in the order in which they are asked for.
struct ApprovalStep
{
    QString role; //!< "first level", "second level" or "owner"; each once in an item
    QStringList approvers; //!< e-mail addresses; one of them decides

    bool operator==(const ApprovalStep &) const = default;
};

//! One port that is asked for: one operation, and one agreement at most (ruling 22).
struct AccessItem
{
    QUuid id;
    QString port; //!< native id
    QString product; //!< native id
    QString account; //!< name of the account that it goes to
    QString role; //!< of the contract; empty: none was chosen
    QStringList fields; //!< paths; empty: all
    QList<ApprovalStep> steps; //!< as the contract had them when it was asked
    ItemState state = ItemState::Draft; //!< on this machine; what decisions say is folded
    QString nativeId; //!< on the platform; empty until it has one

    bool operator==(const AccessItem &) const = default;
};

//! What somebody asks for.
struct AccessRequest
{
    QUuid id;
    QList<AccessItem> items; //!< each port once
    Consumer consumer;
    QString purpose; //!< code of the policies' list
    QString justification;
    QDate from; //!< first day; invalid: as soon as it is approved
    QDate to; //!< last day, included; invalid: without an end
    QList<AcceptedTerms> terms;
    Actor asker;
    QDateTime created; //!< UTC
    QUuid renews; //!< the agreement that this one goes on with, or null
    QString exception; //!< why it is asked in spite of a policy that fails (ruling 25)
    QList<PolicyVerdict> verdicts; //!< what the policies said when it was sent

    bool operator==(const AccessRequest &) const = default;
};

//! What can be said about an item. All but the last three are about the request.
enum class DecisionKind {
    Approve,
    Reject,
    Ask, //!< the asker is to say more
    Answer, //!< by the asker
    Withdraw, //!< by the asker
    Suspend,
    Resume,
    Terminate //!< also by the asker
};

//! Something that one person said about one item, written once and never changed.
struct AccessDecision
{
    QUuid id;
    QUuid item;
    DecisionKind kind = DecisionKind::Ask;
    Actor by;
    QDateTime at; //!< UTC
    QString step; //!< role of the step that it is for; empty: all in which \a by decides
    QString reason;
    QString asked; //!< SHA-256 of the request that \a by has read; empty: not known
    QList<QUuid> replaces; //!< decisions of the same person that no longer count

    bool operator==(const AccessDecision &) const = default;
};

//! What decisions made of an agreement; the rest is a question of the day.
enum class AgreementStanding { Active, Suspended, Terminated };

//! The promise that an approved item leads to.
struct Agreement
{
    QUuid id; //!< agreementIdOf() the item
    QUuid request;
    QUuid item;
    QString port;
    QString product;
    QString account;
    Consumer consumer;
    QString purpose;
    QString role;
    QStringList fields;
    QDate from; //!< first day; invalid: at once
    QDate to; //!< last day, included; invalid: without an end
    QList<AcceptedTerms> terms;
    QUuid renews;
    AgreementStanding standing = AgreementStanding::Active;

    bool operator==(const Agreement &) const = default;
};

//! Days before its end from which an agreement is an expiring one (design.md, section 1).
inline constexpr int expiringDays = 30;

//! How \a agreement stands on \a today, a day in UTC: the end is included (ruling 26). \a isRenewed
//! is whether a request that renews it has led to an agreement.
AgreementState agreementState(const Agreement &agreement, QDate today, bool isRenewed = false);
//! Whether \a agreement allows the use of the data on \a today.
bool isInForce(const Agreement &agreement, QDate today);

//! Whether \a next goes on with \a agreement: it renews it, for the same port, and was not
//! terminated.
bool isRenewedBy(const Agreement &agreement, const Agreement &next);

//! The id of the item for \a port of \a request: the UUIDv5 of the two, so that nobody has two.
QUuid itemIdOf(const QUuid &request, const QString &port);
//! The id of the agreement that \a item leads to: UUIDv5, the same on every machine (ruling 24).
QUuid agreementIdOf(const QUuid &item);
//! What people call a request: the first six hexadecimal digits of its id (ruling 24).
QString labelOf(const QUuid &request);

//! "approve", "reject", … Never translated.
QString decisionWord(DecisionKind kind);
std::optional<DecisionKind> decisionFromWord(QStringView word);
//! "active", "suspended", "terminated".
QString standingWord(AgreementStanding standing);
std::optional<AgreementStanding> standingFromWord(QStringView word);

} // namespace portolan::domain
