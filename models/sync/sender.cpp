// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/sender.h"

#include "models/sync/backoff.h"
#include "models/sync/waiting.h"

#include <algorithm>
#include <utility>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace portolan::sync {

namespace {

using domain::Operation;
using domain::OperationEvent;
using domain::OperationState;
using platforms::ActionOutcome;
using platforms::LookUpOutcome;

// Failures in a row after which an account is left alone (circuit breaker).
constexpr int failuresInARow = 5;

QString comeBackAt(const QDateTime &time)
{
    return u"the platform asked to come back at "_s + time.toString(Qt::ISODate);
}

//! What the platform said about an attempt, in the operation.
store::OperationStore::Learn asSaid(const ActionOutcome &outcome)
{
    return [outcome](Operation &operation) {
        operation.errorCode = outcome.code;
        operation.errorText = outcome.reason;
        operation.requestId = outcome.requestId;
    };
}

} // namespace

struct Sender::Progress
{
    const Pass &pass;
    SendReport report;
    QSet<qint64> tried; //!< handed over in this pass
    int failures = 0; //!< in a row
};

Result<QList<Operation>> Sender::takeOver()
{
    auto operations = m_setup.operations.operations().takeResult();
    const bool isLeft = operations
        && std::any_of(operations->cbegin(), operations->cend(), [](const auto &operation) {
                            return operation.state == OperationState::Sending;
                        });
    if (!isLeft)
        return operations;
    if (const auto done = m_setup.operations.reclaim().takeResult(); !done)
        return tl::unexpected(done.error());
    return m_setup.operations.operations().takeResult();
}

SendReport Sender::send(const Pass &pass)
{
    Progress progress{.pass = pass};
    const auto operations = takeOver();
    if (!operations) {
        progress.report.error = operations.error();
        return progress.report;
    }
    const auto closed = closedUntil(*operations, pass.account, m_setup.clock.now());
    if (!closed.isNull()) {
        progress.report.error = Error{Error::Kind::RateLimited, comeBackAt(closed)};
        return progress.report;
    }
    auto queues = queuesOf(*operations, pass.account);
    // One of each object in turn: a long queue holds up nobody else's.
    while (!queues.empty()) {
        std::vector<Queue> left;
        for (auto &queue : queues) {
            if (pass.cancelled) {
                progress.report.error = Error{Error::Kind::Cancelled, u"stopped by the user"_s};
                return progress.report;
            }
            const auto next = step(progress, queue.first());
            if (next == Next::Stop)
                return progress.report;
            if (next == Next::Operation)
                queue.removeFirst();
            if (next == Next::Operation && !queue.isEmpty())
                left.push_back(std::move(queue));
        }
        queues = std::move(left);
    }
    return progress.report;
}

SendReport Sender::refuse(const QUuid &account, const QString &reason)
{
    SendReport report;
    const auto operations = takeOver();
    if (!operations) {
        report.error = operations.error();
        return report;
    }
    for (const auto &operation : *operations) {
        if (operation.account != account || operation.state != OperationState::Ready)
            continue;
        auto done = m_setup.operations.advance(operation.id, OperationEvent::Begin).takeResult();
        if (done) {
            done = m_setup.operations
                       .advance(operation.id, OperationEvent::Refuse,
                                [reason](Operation &one) { one.errorText = reason; })
                       .takeResult();
        }
        if (!done) {
            report.error = done.error();
            return report;
        }
        ++report.rejected;
    }
    return report;
}

bool Sender::isDue(const Progress &progress, const Operation &operation) const
{
    return progress.pass.asked || hasPassed(operation.nextAttempt, m_setup.clock.now());
}

Sender::Next Sender::step(Progress &progress, Operation &operation)
{
    switch (operation.state) {
    case OperationState::Ready:
        return isDue(progress, operation) ? deliver(progress, operation) : Next::Object;
    case OperationState::Ambiguous:
        return isDue(progress, operation) ? lookUp(progress, operation) : Next::Object;
    case OperationState::Staged:
    case OperationState::Sending:
    case OperationState::Applied:
    case OperationState::Conflict:
    case OperationState::Rejected:
        break;
    }
    return Next::Object;
}

Sender::Next Sender::deliver(Progress &progress, Operation &operation)
{
    std::optional<Checked> checked;
    if (m_check && operation.state == OperationState::Ready && !operation.doubtful)
        checked = m_check(operation);
    if (progress.pass.cancelled) { // while it was looked at, which is not finished then
        progress.report.error = Error{Error::Kind::Cancelled, u"stopped by the user"_s};
        return Next::Stop;
    }
    if (checked && !checked->refusal.isEmpty())
        return held(progress, operation, *checked);
    progress.tried.insert(operation.id);
    const auto begun = m_setup.operations
                           .advance(operation.id, OperationEvent::Begin,
                                    [now = m_setup.clock.now(), checked,
                                     doubtful = operation.state == OperationState::Ambiguous
                                         || operation.doubtful](Operation &one) {
                                        ++one.attempts;
                                        one.doubtful = doubtful;
                                        one.sent = now;
                                        if (checked && !checked->payload.isEmpty())
                                            one.payload = checked->payload;
                                    })
                           .takeResult();
    if (!begun) {
        // Taken back meanwhile: what is behind it is as free as before.
        if (begun.error().kind == Error::Kind::NotFound)
            return Next::Operation;
        if (begun.error().kind == Error::Kind::Usage)
            return Next::Object;
        progress.report.error = begun.error();
        return Next::Stop;
    }
    operation = *begun;
    return note(progress, operation, progress.pass.port.send(operation));
}

//! Nothing was sent, so it can be a draft again, with what was learned in it.
Sender::Next Sender::held(Progress &progress, Operation &operation, const Checked &checked)
{
    const auto stored = advance(
        progress, operation, OperationEvent::Hold,
        [checked](Operation &one) {
            one.errorCode = u"policy"_s;
            one.errorText = checked.refusal;
            one.nextAttempt = {};
            if (!checked.payload.isEmpty())
                one.payload = checked.payload;
        },
        Next::Object);
    if (operation.state == OperationState::Staged) {
        ++progress.report.held;
        progress.report.why = checked.refusal;
    }
    return stored;
}

Sender::Next Sender::note(Progress &progress, Operation &operation, const ActionOutcome &outcome)
{
    const auto learn = asSaid(outcome);
    // That this attempt did nothing says nothing about one before it.
    const auto notDone = operation.doubtful ? OperationEvent::Lose : OperationEvent::Postpone;
    switch (outcome.kind) {
    case ActionOutcome::Kind::Applied:
        return applied(progress, operation, outcome.nativeId, outcome.revision);
    case ActionOutcome::Kind::Conflict:
        ++progress.report.conflicts;
        return advance(
            progress, operation, OperationEvent::Oppose,
            [outcome, learn](Operation &one) {
                learn(one);
                one.theirs = outcome.theirs;
                one.theirRevision = outcome.revision;
            },
            Next::Object);
    case ActionOutcome::Kind::Rejected:
        ++progress.report.rejected;
        return advance(progress, operation, OperationEvent::Refuse, learn, Next::Object);
    case ActionOutcome::Kind::SignedOut:
        return advance(
            progress, operation, notDone,
            [learn](Operation &one) {
                learn(one);
                --one.attempts; // that nobody was signed in says nothing about this operation
            },
            signedOut(progress, outcome.reason));
    case ActionOutcome::Kind::Later:
        return postponed(progress, operation, notDone, outcome.afterMs, learn);
    case ActionOutcome::Kind::Ambiguous:
        break;
    }
    const auto lost = advance(
        progress, operation, OperationEvent::Lose,
        [learn, this](Operation &one) {
            learn(one);
            one.nextAttempt = m_setup.clock.now();
        },
        Next::Operation);
    return lost == Next::Operation && operation.state == OperationState::Ambiguous
        ? lookUp(progress, operation)
        : lost;
}

Sender::Next Sender::applied(Progress &progress, Operation &operation, const QString &nativeId,
                             const QString &revision)
{
    progress.failures = 0;
    m_troubled.remove(progress.pass.account);
    ++progress.report.applied;
    return advance(
        progress, operation, OperationEvent::Apply,
        [nativeId, revision](Operation &one) {
            one.errorCode.clear();
            one.errorText.clear();
            one.nativeId = nativeId;
            one.revision = revision;
        },
        Next::Operation);
}

Sender::Next Sender::signedOut(Progress &progress, const QString &reason)
{
    progress.report.error = Error{Error::Kind::Unauthorised,
                                  reason.isEmpty() ? u"signed out; what waits is kept"_s : reason};
    return Next::Stop;
}

Sender::Next Sender::lookUp(Progress &progress, Operation &operation)
{
    const auto outcome = progress.pass.port.lookUp(operation);
    switch (outcome.kind) {
    case LookUpOutcome::Kind::Applied:
        return applied(progress, operation, outcome.nativeId, outcome.revision);
    case LookUpOutcome::Kind::Absent:
        return missed(progress, operation);
    case LookUpOutcome::Kind::SignedOut:
        return signedOut(progress, outcome.reason);
    case LookUpOutcome::Kind::Unknown:
        break;
    }
    ++progress.report.unknown;
    return postponed(progress, operation, OperationEvent::Lose, outcome.afterMs,
                     [reason = outcome.reason](Operation &one) {
                         ++one.attempts; // the next look-up comes later than this one did
                         one.errorText = reason;
                     });
}

Sender::Next Sender::missed(Progress &progress, Operation &operation)
{
    const auto now = m_setup.clock.now();
    // A clock that went back makes the last attempt one of the future: it counts as of now.
    const auto sent = std::min(operation.sent.isValid() ? operation.sent : now, now);
    const auto safe = sent.addMSecs(progress.pass.port.settlingMs());
    const bool isCertain = now >= safe;
    const bool isFree = !progress.tried.contains(operation.id);
    const auto next = now.addMSecs(backOffMs(operation.attempts, m_setup.random()));
    if (!isCertain) {
        if (progress.pass.port.honoursKeys() && isFree)
            return deliver(progress, operation);
        return advance(
            progress, operation, OperationEvent::Lose,
            [sent, at = progress.pass.port.honoursKeys() ? next : safe](Operation &one) {
                one.sent = sent;
                one.nextAttempt = at;
            },
            Next::Object);
    }
    const auto ready = advance(
        progress, operation, OperationEvent::Miss,
        [next](Operation &one) {
            one.doubtful = false;
            one.nextAttempt = next;
        },
        Next::Operation);
    if (ready != Next::Operation || operation.state != OperationState::Ready)
        return ready;
    return isFree ? deliver(progress, operation) : Next::Object;
}

//! Not now: later, as the platform asked or as our own patience says. An account that only fails is
//! left alone after some failures in a row.
Sender::Next Sender::postponed(Progress &progress, Operation &operation, OperationEvent event,
                               qint64 afterMs, const store::OperationStore::Learn &learn)
{
    const auto now = m_setup.clock.now();
    const auto next = now.addMSecs(backOffMs(operation.attempts, m_setup.random()));
    const auto told = afterMs > 0 ? now.addMSecs(std::min(afterMs, retryAfterCapMs)) : QDateTime();
    const int enough = m_troubled.contains(progress.pass.account) ? 1 : failuresInARow;
    const bool isOver = ++progress.failures >= enough;
    if (isOver)
        m_troubled.insert(progress.pass.account);
    const auto stored = advance(
        progress, operation, event,
        [learn, next, told](Operation &one) {
            learn(one);
            one.nextAttempt = next;
            one.notBefore = told;
        },
        Next::Object);
    if (event == OperationEvent::Postpone) {
        ++progress.report.postponed;
        progress.report.why = operation.errorText;
    }
    if (stored != Next::Object || (!isOver && told.isNull()))
        return stored;
    progress.report.error = told.isNull()
        ? Error{Error::Kind::Offline, u"the platform does not answer; what waits is kept"_s}
        : Error{Error::Kind::RateLimited, comeBackAt(told)};
    return Next::Stop;
}

//! Takes the operation through \a event in the store. What cannot be stored ends the pass: the
//! operation stays as it is there, and is looked up before anything else is done to it.
Sender::Next Sender::advance(Progress &progress, Operation &operation, OperationEvent event,
                             const store::OperationStore::Learn &learn, Next next)
{
    auto stored = m_setup.operations.advance(operation.id, event, learn).takeResult();
    if (stored) {
        operation = std::move(*stored);
        return next;
    }
    // A person gave it up while it was looked up.
    if (stored.error().kind == Error::Kind::NotFound)
        return Next::Operation;
    progress.report.error = stored.error();
    return Next::Stop;
}

} // namespace portolan::sync
