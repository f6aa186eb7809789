// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/waiting.h"

#include "models/domain/edit.h"
#include "models/sync/backoff.h"

#include <algorithm>
#include <iterator>

namespace portolan::sync {

namespace {

using domain::Operation;
using domain::OperationState;

//! How many of \a receipts, those of one thing in order, are in what a pull found as \a held. A
//! revision is opaque: what is neither one of theirs nor what they were made against is newer.
qsizetype contained(const QList<Operation> &receipts, const QString &held)
{
    for (qsizetype i = receipts.size(); i > 0; --i) {
        if (receipts.at(i - 1).revision == held)
            return i;
    }
    const bool isOld =
        std::any_of(receipts.cbegin(), receipts.cend(), [&held](const Operation &operation) {
            return operation.baseRevision == held || operation.theirRevision == held;
        });
    return isOld ? 0 : receipts.size();
}

//! Whether \a operation was done to \a account and no pull has brought it yet.
bool isReceipt(const Operation &operation, const QUuid &account)
{
    return operation.account == account && !operation.settled
        && operation.state == OperationState::Applied;
}

QString thingOf(const Operation &operation)
{
    return operation.nativeId.isEmpty() ? operation.objectId : operation.nativeId;
}

//! Whether the pull read what \a operation did. A pull that asks for news only may not have heard
//! of it yet: it is then shown over the catalogue for as long, or it would vanish until the next
//! sweep.
bool isBrought(const Operation &operation, const Brought &brought, const QDateTime &now)
{
    constexpr qint64 longestSweepS = 86'400;
    if (brought.everything || brought.read.contains(thingOf(operation)))
        return true;
    if (!domain::isEditKind(operation.kind))
        return brought.access;
    // A sweep that a kill or a signing out cut may have passed the thing before; what is older than
    // any sweep and was met by none is gone.
    return brought.isSwept && operation.sent.isValid()
        && operation.sent.secsTo(now) > longestSweepS;
}

} // namespace

std::vector<Queue> queuesOf(const QList<Operation> &operations, const QUuid &account)
{
    std::vector<Queue> queues;
    QHash<QString, std::size_t> places;
    for (const auto &operation : operations) {
        if (operation.account != account || operation.state == OperationState::Applied)
            continue;
        if (!places.contains(operation.objectId)) {
            places.insert(operation.objectId, queues.size());
            queues.emplace_back();
        }
        queues.at(places.value(operation.objectId)).append(operation);
    }
    return queues;
}

QDateTime closedUntil(const QList<Operation> &operations, const QUuid &account,
                      const QDateTime &now)
{
    QDateTime until;
    for (const auto &operation : operations) {
        const bool counts = operation.account == account
            && operation.state != OperationState::Applied && !hasPassed(operation.notBefore, now);
        if (counts && (until.isNull() || until < operation.notBefore))
            until = operation.notBefore;
    }
    return until;
}

QDateTime nextAttempt(const QList<Operation> &operations, const QUuid &account,
                      const QDateTime &now)
{
    QDateTime first;
    for (const auto &queue : queuesOf(operations, account)) {
        const auto &operation = queue.first();
        const bool waits = operation.state == OperationState::Ready
            || operation.state == OperationState::Sending
            || operation.state == OperationState::Ambiguous;
        if (!waits)
            continue;
        const auto due = hasPassed(operation.nextAttempt, now) ? now : operation.nextAttempt;
        first = first.isNull() ? due : std::min(first, due);
    }
    const auto closed = closedUntil(operations, account, now);
    return first.isNull() || closed.isNull() ? first : std::max(first, closed);
}

QList<Operation> undoneOf(const QList<Operation> &operations, const QUuid &account)
{
    QList<Operation> undone;
    std::copy_if(operations.begin(), operations.end(), std::back_inserter(undone),
                 [&account](const Operation &one) {
                     return one.account == account && one.state != OperationState::Applied;
                 });
    return undone;
}

QSet<QString> awaitedBy(const QList<Operation> &before, const QUuid &account)
{
    QSet<QString> awaited;
    for (const auto &operation : before) {
        if (isReceipt(operation, account))
            awaited.insert(thingOf(operation));
    }
    return awaited;
}

QList<qint64> settledBy(const QList<Operation> &before, const QUuid &account,
                        const Brought &brought, const QDateTime &now)
{
    QHash<QString, QList<Operation>> receipts;
    QList<qint64> settled;
    for (const auto &operation : before) {
        if (!isReceipt(operation, account))
            continue;
        if (!operation.revision.isEmpty() && brought.revisions.contains(operation.nativeId))
            receipts[operation.nativeId].append(operation);
        else if (isBrought(operation, brought, now))
            settled.append(operation.id);
    }
    for (auto it = receipts.cbegin(); it != receipts.cend(); ++it) {
        const auto count = contained(*it, brought.revisions.value(it.key()));
        for (qsizetype i = 0; i < count; ++i)
            settled.append(it->at(i).id);
    }
    std::sort(settled.begin(), settled.end());
    return settled;
}

} // namespace portolan::sync
