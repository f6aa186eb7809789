// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/waiting.h"

#include "models/sync/backoff.h"

#include <algorithm>

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

QList<qint64> settledBy(const QList<Operation> &before, const QUuid &account,
                        const QHash<QString, QString> &revisions)
{
    QHash<QString, QList<Operation>> receipts;
    QList<qint64> settled;
    for (const auto &operation : before) {
        const bool counts = operation.account == account && !operation.settled
            && operation.state == OperationState::Applied;
        if (!counts)
            continue;
        if (operation.revision.isEmpty() || !revisions.contains(operation.nativeId))
            settled.append(operation.id);
        else
            receipts[operation.nativeId].append(operation);
    }
    for (auto it = receipts.cbegin(); it != receipts.cend(); ++it) {
        const auto count = contained(*it, revisions.value(it.key()));
        for (qsizetype i = 0; i < count; ++i)
            settled.append(it->at(i).id);
    }
    std::sort(settled.begin(), settled.end());
    return settled;
}

} // namespace portolan::sync
