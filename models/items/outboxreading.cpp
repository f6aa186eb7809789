// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/outboxreading.h"

#include "models/base/identity.h"
#include "models/items/displaytext.h"
#include "models/items/findingtext.h"
#include "models/items/outboxtext.h"
#include "models/items/plainreason.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

using domain::OperationState;

struct Outbox
{
    Q_DECLARE_TR_FUNCTIONS(Outbox)
};

constexpr qsizetype reasonMost = 2000;

bool isAbout(const OutboxEntry &one, const OutboxEntry &other)
{
    return one.operation.account == other.operation.account
        && one.operation.objectId == other.operation.objectId;
}

QString momentText(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
}

//! When it is tried next, in a sentence; empty where it is its turn now.
QString nextText(const domain::Operation &operation)
{
    const auto next = std::max(operation.nextAttempt, operation.notBefore);
    return next.isValid() ? Outbox::tr("Next attempt: %1.").arg(momentText(next)) : QString();
}

QString waitingSentence(const OutboxEntry &entry)
{
    const auto &operation = entry.operation;
    if (operation.attempts == 0)
        return Outbox::tr("It is sent with the next sync. Until then it can be taken back as if it "
                          "had never been.");
    auto text =
        Outbox::tr("It was not done, for certain, and is tried again by itself. Attempts so far: "
                   "%n.",
                   nullptr, operation.attempts);
    const auto next = nextText(operation);
    return next.isEmpty() ? text : text + u' ' + next;
}

QString behindSentence(const OutboxEntry &entry, const OutboxBoard &board)
{
    const auto *first = entryOf(board, entry.behind);
    if (first == nullptr)
        return Outbox::tr("It waits for another one about the same, which has to be done first.");
    if (needsPerson(*first) || standingOf(*first) == OutboxStanding::Draft)
        return Outbox::tr("It is not sent before something becomes of “%1”, which comes first: %2.")
            .arg(deedText(*first), standingText(standingOf(*first)));
    return Outbox::tr("It is sent after “%1”, which comes first.").arg(deedText(*first));
}

} // namespace

OutboxStanding standingOf(const OutboxEntry &entry)
{
    const auto &operation = entry.operation;
    switch (operation.state) {
    case OperationState::Staged:
        if (operation.recovered)
            return OutboxStanding::Recovered;
        return operation.errorText.isEmpty() ? OutboxStanding::Draft : OutboxStanding::Returned;
    case OperationState::Ready:
        return entry.behind == 0 ? OutboxStanding::Waiting : OutboxStanding::Behind;
    case OperationState::Sending:
        return OutboxStanding::Sending;
    case OperationState::Ambiguous:
        return OutboxStanding::Uncertain;
    case OperationState::Conflict:
        return OutboxStanding::Conflict;
    case OperationState::Rejected:
        return OutboxStanding::Refused;
    case OperationState::Applied:
        break;
    }
    return OutboxStanding::Sent;
}

bool needsPerson(const OutboxEntry &entry)
{
    const auto standing = standingOf(entry);
    return standing == OutboxStanding::Recovered || standing == OutboxStanding::Returned
        || standing == OutboxStanding::Conflict || standing == OutboxStanding::Refused;
}

bool isWaiting(const OutboxEntry &entry)
{
    const auto standing = standingOf(entry);
    return standing == OutboxStanding::Waiting || standing == OutboxStanding::Behind
        || standing == OutboxStanding::Sending || standing == OutboxStanding::Uncertain;
}

OutboxCounts countsOf(const OutboxBoard &board)
{
    OutboxCounts counts;
    for (const auto &entry : board.entries) {
        counts.needing += needsPerson(entry) ? 1 : 0;
        counts.waiting += isWaiting(entry) ? 1 : 0;
    }
    return counts;
}

QString countsText(const OutboxCounts &counts)
{
    const auto needing = Outbox::tr("%n to decide", nullptr, counts.needing);
    const auto waiting = Outbox::tr("%n waiting", nullptr, counts.waiting);
    if (counts.needing > 0 && counts.waiting > 0)
        return Outbox::tr("%1, %2").arg(needing, waiting);
    if (counts.needing > 0)
        return needing;
    return counts.waiting > 0 ? waiting : QString();
}

QString standingText(OutboxStanding standing)
{
    switch (standing) {
    case OutboxStanding::Recovered:
        return Outbox::tr("Recovered");
    case OutboxStanding::Returned:
        return Outbox::tr("Came back");
    case OutboxStanding::Conflict:
        return Outbox::tr("Conflict");
    case OutboxStanding::Refused:
        return Outbox::tr("Refused");
    case OutboxStanding::Draft:
        return Outbox::tr("Draft");
    case OutboxStanding::Waiting:
        return Outbox::tr("Waits to be sent");
    case OutboxStanding::Behind:
        return Outbox::tr("Waits its turn");
    case OutboxStanding::Sending:
        return Outbox::tr("Being sent");
    case OutboxStanding::Uncertain:
        return Outbox::tr("Uncertain");
    case OutboxStanding::Sent:
        break;
    }
    return Outbox::tr("Sent");
}

QString standingSentence(const OutboxEntry &entry, const OutboxBoard &board)
{
    switch (standingOf(entry)) {
    case OutboxStanding::Recovered:
        return Outbox::tr("It was saved from a damaged file and may have been altered or sent "
                          "before. Look at it: when you send it, the platform is asked first "
                          "whether it has it.");
    case OutboxStanding::Returned:
        return Outbox::tr("It was not sent, and is a draft again.");
    case OutboxStanding::Conflict:
        return Outbox::tr("Somebody else changed it meanwhile. Compare both: keep yours, which "
                          "goes over theirs, or take theirs.");
    case OutboxStanding::Refused:
        return entry.operation.doubtful
            ? Outbox::tr("The platform refused it, but an attempt before may have arrived: what "
                         "you try again is looked up first.")
            : Outbox::tr("The platform refused it; nothing was changed there. What waits behind it "
                         "is not sent before you decide.");
    case OutboxStanding::Draft:
        return Outbox::tr("A draft on this machine: nobody else sees it before it is sent.");
    case OutboxStanding::Waiting:
        return waitingSentence(entry);
    case OutboxStanding::Behind:
        return behindSentence(entry, board);
    case OutboxStanding::Sending:
        return Outbox::tr("It is with the platform, which has not answered yet.");
    case OutboxStanding::Uncertain: {
        const auto text =
            Outbox::tr("It was sent, and no answer came. The platform is asked whether it has it "
                       "before it is sent again: nothing happens twice.");
        const auto next = nextText(entry.operation);
        return next.isEmpty() ? text : text + u' ' + next;
    }
    case OutboxStanding::Sent:
        break;
    }
    return Outbox::tr("The platform has it.");
}

QString reasonText(const OutboxEntry &entry)
{
    return oneLine(findingText(plainReason(entry.operation.errorText.simplified())), reasonMost);
}

QString obstacleText(const OutboxObstacle &obstacle)
{
    const auto name = oneLine(obstacle.name, 80);
    if (name.isEmpty())
        return Outbox::tr("An account was removed for which something waits. It cannot be sent any "
                          "more: give it up, or do it again in another account.");
    if (obstacle.isSignedOut)
        return Outbox::tr("%1 is signed out. What waits for it is sent, in order, once you have "
                          "signed in.")
            .arg(name);
    const auto why = oneLine(plainReason(obstacle.error.simplified()), 400);
    if (!obstacle.synced.isValid())
        return Outbox::tr("%1 is out of reach. What waits for it is kept, and sent in order: %2")
            .arg(name, why);
    return Outbox::tr("%1 is out of reach, and was synced last at %2. What waits for it is kept, "
                      "and sent in order: %3")
        .arg(name, momentText(obstacle.synced), why);
}

QString accountText(const OutboxEntry &entry)
{
    return entry.accountName.isEmpty()
        ? Outbox::tr("an account that was removed (%1)").arg(idText(entry.operation.account))
        : oneLine(entry.accountName, 80);
}

QString reportText(const OutboxEntry &entry, const OutboxBoard &board)
{
    const auto &operation = entry.operation;
    QStringList lines{deedText(entry)};
    const auto add = [&lines](const QString &what, const QString &value) {
        if (!value.isEmpty())
            lines.append(Outbox::tr("%1: %2").arg(what, value));
    };
    add(Outbox::tr("State"), standingText(standingOf(entry)));
    lines.append(standingSentence(entry, board));
    // With the request: this is for who mends it.
    add(Outbox::tr("Reason"), oneLine(findingText(operation.errorText.simplified()), reasonMost));
    add(Outbox::tr("Account"), accountText(entry));
    add(Outbox::tr("Code"), oneLine(operation.errorCode, 80));
    add(Outbox::tr("Request id"), oneLine(operation.requestId, 200));
    add(Outbox::tr("Object"), oneLine(operation.objectId));
    add(Outbox::tr("Kind"), oneLine(operation.kind, 80));
    add(Outbox::tr("Key"), idText(operation.key));
    add(Outbox::tr("Done here"), operation.created.toString(Qt::ISODate));
    add(Outbox::tr("Last attempt"), operation.sent.toString(Qt::ISODate));
    add(Outbox::tr("Attempts"), QString::number(operation.attempts));
    return lines.join(u'\n');
}

QList<OutboxAct> actsOf(const OutboxEntry &entry)
{
    using Act = OutboxAct;
    const bool isRequest = isRequestKind(entry.operation.kind);
    switch (standingOf(entry)) {
    case OutboxStanding::Recovered:
        return {Act::Send, Act::GiveUp};
    case OutboxStanding::Returned:
    case OutboxStanding::Draft:
        return isRequest ? QList{Act::Edit, Act::Send, Act::TakeBack}
                         : QList{Act::Send, Act::TakeBack};
    case OutboxStanding::Conflict:
        return isAccessKind(entry.operation.kind) ? QList{Act::KeepMine, Act::TakeTheirs, Act::Edit}
                                                  : QList{Act::KeepMine, Act::TakeTheirs};
    case OutboxStanding::Refused:
        return isAccessKind(entry.operation.kind) ? QList{Act::Edit, Act::TryAgain, Act::GiveUp}
                                                  : QList{Act::TryAgain, Act::GiveUp};
    case OutboxStanding::Waiting:
        return entry.operation.attempts > 0 ? QList{Act::TryAgain, Act::TakeBack}
                                            : QList{Act::TakeBack};
    case OutboxStanding::Behind:
        return {Act::TakeBack};
    case OutboxStanding::Uncertain:
        return {Act::LookAgain, Act::GiveUp};
    case OutboxStanding::Sending:
    case OutboxStanding::Sent:
        break;
    }
    return {};
}

QList<domain::Operation> goesWith(const OutboxEntry &entry, const OutboxBoard &board)
{
    QList<domain::Operation> all{entry.operation};
    if (!isRequestKind(entry.operation.kind))
        return all;
    for (const auto &other : board.entries) {
        if (other.operation.id > entry.operation.id && isAbout(other, entry)
            && domain::isDiscardable(other.operation.state))
            all.append(other.operation);
    }
    return all;
}

const OutboxEntry *entryOf(const OutboxBoard &board, qint64 id)
{
    const auto found =
        std::find_if(board.entries.begin(), board.entries.end(),
                     [id](const OutboxEntry &entry) { return entry.operation.id == id; });
    return found == board.entries.end() ? nullptr : &*found;
}

} // namespace portolan::items
