// SPDX-License-Identifier: GPL-3.0-or-later
// How far requests, and what was said about them, are on their way to others.
#include "models/domain/accessjson.h"
#include "models/items/accessreading.h"
#include "models/items/accesstext.h"
#include "models/items/displaytext.h"
#include "models/items/findingtext.h"
#include "models/items/plainreason.h"
#include "models/store/operationstore.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

using domain::Operation;
using domain::OperationState;

struct Access
{
    Q_DECLARE_TR_FUNCTIONS(Access)
};

constexpr qsizetype reasonMost = 1000;

bool isStuck(const Operation &operation)
{
    return operation.state == OperationState::Conflict
        || operation.state == OperationState::Rejected;
}

//! What was said about the first of \a one's operations in \a state of which something was said.
QString reasonIn(const AccessCase &one, OperationState state)
{
    for (const auto &operation : one.waiting) {
        if (operation.state == state && !operation.errorText.isEmpty())
            return oneLine(findingText(plainReason(operation.errorText.simplified())), reasonMost);
    }
    return {};
}

QString waitingText(const AccessCase &one)
{
    const auto why = reasonIn(one, OperationState::Ready);
    return why.isEmpty()
        ? Access::tr("Waits in the outbox, and is sent with the next sync.")
        : Access::tr("Waits in the outbox, and is tried again by itself. Last time: %1").arg(why);
}

} // namespace

Delivery deliveryOf(const AccessCase &one)
{
    const auto any = [&one](auto... states) {
        return std::any_of(
            one.waiting.begin(), one.waiting.end(),
            [states...](const Operation &each) { return ((each.state == states) || ...); });
    };
    if (any(OperationState::Conflict))
        return Delivery::Conflict;
    if (any(OperationState::Rejected))
        return Delivery::Refused;
    if (any(OperationState::Ambiguous))
        return Delivery::Doubtful;
    if (any(OperationState::Ready, OperationState::Sending))
        return Delivery::Waiting;
    if (any(OperationState::Staged))
        return Delivery::Held;
    return one.isShared ? Delivery::Shared : Delivery::Written;
}

QString deliveryText(const AccessCase &one)
{
    switch (deliveryOf(one)) {
    case Delivery::Held:
        if (const auto why = reasonIn(one, OperationState::Staged); !why.isEmpty())
            return Access::tr("Was not sent, and is a draft again: %1").arg(why);
        return Access::tr("A draft on this machine: nobody else sees it before it is sent.");
    case Delivery::Waiting:
        return waitingText(one);
    case Delivery::Doubtful:
        return Access::tr("Was sent, and no answer came: the next sync looks whether it arrived.");
    case Delivery::Conflict: {
        const auto why = reasonIn(one, OperationState::Conflict);
        const auto text = Access::tr("Others changed it meanwhile: the outbox shows both, and asks "
                                     "which one holds.");
        return why.isEmpty() ? text : text + u' ' + why;
    }
    case Delivery::Refused: {
        const auto why = reasonIn(one, OperationState::Rejected);
        return why.isEmpty() ? Access::tr("Was refused, and no reason was given.")
                             : Access::tr("Was refused: %1").arg(why);
    }
    case Delivery::Written:
        return one.place.isEmpty()
            ? QString()
            : Access::tr("Written to %1, not shared: others see it once it is committed and "
                         "pushed.")
                  .arg(oneLine(one.place));
    case Delivery::Shared:
        break;
    }
    return {};
}

QString deliveryWord(const AccessCase &one)
{
    switch (deliveryOf(one)) {
    case Delivery::Doubtful:
        return Access::tr("uncertain");
    case Delivery::Conflict:
        return Access::tr("conflict");
    case Delivery::Refused:
        return Access::tr("refused");
    case Delivery::Written:
        return one.place.isEmpty() ? QString() : Access::tr("not shared");
    default:
        return {};
    }
}

QString caseStateText(const AccessCase &one)
{
    if (!isNeverSent(one))
        return requestStateText(one.outcome.state);
    return deliveryOf(one) == Delivery::Conflict ? Access::tr("Conflict") : Access::tr("Refused");
}

bool isInOutbox(const AccessCase &one)
{
    return !one.waiting.isEmpty();
}

QList<qint64> undoableOf(const AccessCase &one)
{
    QList<qint64> ids;
    for (const auto &operation : one.waiting) {
        if (domain::isUndoable(operation.state))
            ids.append(operation.id);
    }
    return ids;
}

QList<Operation> stuckOf(const AccessCase &one)
{
    QList<Operation> stuck;
    std::copy_if(one.waiting.begin(), one.waiting.end(), std::back_inserter(stuck), isStuck);
    return stuck;
}

bool isNeverSent(const AccessCase &one)
{
    return !one.isShared && one.place.isEmpty()
        && std::any_of(one.waiting.begin(), one.waiting.end(), [](const Operation &each) {
               return each.kind == domain::createRequestKind() && isStuck(each);
           });
}

QList<qint64> replaceableOf(const AccessCase &one)
{
    QList<qint64> ids;
    for (const auto &operation : one.waiting) {
        if (!store::isReplaceable(operation))
            return {};
        ids.append(operation.id);
    }
    return ids;
}

} // namespace portolan::items
