// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/operationtable.h"
#include "models/store/outboxstore.h"
#include "models/store/outboxtables.h"

#include <QSet>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

namespace {

constexpr int settledKept = 500;

domain::Operation found(const OperationTable &table, qint64 id)
{
    auto operation = table.find(id);
    if (!operation)
        throw Error{Error::Kind::NotFound, u"there is no operation %1 in the outbox"_s.arg(id)};
    return *operation;
}

//! What was saved from a damaged file may have been sent before the damage; what was refused may
//! have been accepted in an attempt before.
domain::OperationEvent meant(const domain::Operation &operation, domain::OperationEvent event)
{
    using domain::OperationEvent;
    using domain::OperationState;
    const bool isRefused =
        operation.state == OperationState::Conflict || operation.state == OperationState::Rejected;
    const bool isDoubtful = (event == OperationEvent::Release && operation.recovered)
        || (event == OperationEvent::Retry && isRefused && operation.doubtful);
    return isDoubtful ? OperationEvent::Doubt : event;
}

QString notTakenBack()
{
    return u"it may have reached the platform, so it cannot be taken back"_s;
}

Error refused(const domain::Operation &operation, const QString &why)
{
    return {Error::Kind::Usage,
            u"operation %1 is %2: %3"_s.arg(operation.id)
                .arg(domain::operationStateWord(operation.state), why)};
}

void requireState(const domain::Operation &operation, bool (*allowed)(domain::OperationState),
                  const QString &why)
{
    if (!allowed(operation.state))
        throw refused(operation, why);
}

//! Shows \a before where \a operations have what came of it, \a after or nothing.
void takeBack(QList<domain::Operation> &operations, const domain::Operation &before,
              const std::optional<domain::Operation> &after)
{
    const auto at = std::lower_bound(operations.begin(), operations.end(), before.id,
                                     [](const auto &one, qint64 id) { return one.id < id; });
    const bool isThere = at != operations.end() && at->id == before.id;
    if (isThere && after && *at == *after)
        *at = before;
    else if (!isThere && !after)
        operations.insert(at, before);
}

bool isOfPerson(domain::OperationEvent event)
{
    return event == domain::OperationEvent::Release || event == domain::OperationEvent::Retry;
}

} // namespace

OperationStore::~OperationStore() = default;

bool isReplaceable(const domain::Operation &operation)
{
    using domain::OperationState;
    const bool isRefused =
        operation.state == OperationState::Conflict || operation.state == OperationState::Rejected;
    return domain::isUndoable(operation.state) || (isRefused && !operation.doubtful);
}

QFuture<Result<QList<domain::Operation>>> OutboxStore::operations()
{
    return read<QList<domain::Operation>>([this](Connection &connection) {
        auto operations = OperationTable(connection).all();
        QSet<QUuid> keys;
        if (!m_doubtedChanges.isEmpty()) {
            for (const auto &one : std::as_const(operations))
                keys.insert(one.key);
        }
        operations.removeIf([this](const auto &one) { return m_doubted.contains(one.key); });
        const auto last = m_doubtedChanges.isEmpty() ? 0 : LastActTable(connection).of(m_self);
        for (const auto &change : std::as_const(m_doubtedChanges)) {
            if (!mayHaveTaken(change, last))
                continue;
            if (change.beside.isNull() || keys.contains(change.beside))
                takeBack(operations, change.before, change.after);
        }
        return operations;
    });
}

QFuture<Result<QList<domain::Operation>>> OutboxStore::enqueue(QList<domain::Operation> operations,
                                                               QList<qint64> replaced)
{
    QList<QUuid> keys;
    for (const auto &operation : std::as_const(operations))
        keys.append(operation.key);
    const auto displaced = std::make_shared<QList<DoubtedChange>>();
    return write<QList<domain::Operation>>(
        [operations = std::move(operations), replaced = std::move(replaced),
         displaced](Connection &connection) {
            OperationTable table(connection);
            for (const auto id : replaced) {
                const auto operation = found(table, id);
                if (!isReplaceable(operation))
                    throw refused(operation, notTakenBack());
                table.remove(id);
                displaced->append(
                    {.before = operation,
                     .after = {},
                     .beside = operations.isEmpty() ? QUuid() : operations.first().key});
            }
            auto stored = operations;
            for (auto &operation : stored)
                operation.id = table.append(operation);
            return stored;
        },
        m_setup.ownWorkChanged,
        [this, keys, displaced] {
            m_doubted += keys;
            m_doubtedChanges += std::exchange(*displaced, {});
        });
}

QFuture<Result<domain::Operation>> OutboxStore::advance(qint64 id, domain::OperationEvent event,
                                                        Learn learn)
{
    const auto changed = std::make_shared<QList<DoubtedChange>>();
    return write<domain::Operation>(
        [this, id, event, learn = std::move(learn), changed](Connection &connection) {
            OperationTable table(connection);
            auto operation = found(table, id);
            const auto before = operation;
            const auto next = domain::stateAfter(operation.state, meant(operation, event));
            if (!next) {
                throw Error{Error::Kind::Usage,
                            u"operation %1 is %2; that cannot be done to it now"_s.arg(id).arg(
                                domain::operationStateWord(operation.state))};
            }
            operation.state = *next;
            if (learn)
                learn(operation);
            table.update(operation);
            // What a sender could not note it looks up before it does anything else.
            if (isOfPerson(event))
                changed->append({before, operation, {}, markAct(connection)});
            return operation;
        },
        m_setup.ownWorkChanged,
        [this, changed] { m_doubtedChanges += std::exchange(*changed, {}); });
}

QFuture<Result<void>>
OutboxStore::removeOperation(qint64 id, bool (*allowed)(domain::OperationState), const QString &why)
{
    const auto removed = std::make_shared<QList<DoubtedChange>>();
    return write<void>(
        [this, id, allowed, why, removed](Connection &connection) {
            OperationTable table(connection);
            const auto operation = found(table, id);
            requireState(operation, allowed, why);
            table.remove(id);
            removed->append({operation, {}, {}, markAct(connection)});
        },
        m_setup.ownWorkChanged,
        [this, removed] { m_doubtedChanges += std::exchange(*removed, {}); });
}

QFuture<Result<void>> OutboxStore::undo(qint64 id)
{
    return removeOperation(id, domain::isUndoable, notTakenBack());
}

QFuture<Result<void>> OutboxStore::discard(qint64 id)
{
    return removeOperation(id, domain::isDiscardable,
                           u"only what the platform has not done can be discarded"_s);
}

QFuture<Result<void>> OutboxStore::restore(QList<domain::Operation> operations)
{
    // Only what this puts there may be in doubt: what was there before must never go with it.
    const auto added = std::make_shared<QList<QUuid>>();
    return write<void>(
        [operations = std::move(operations), added](Connection &connection) {
            OperationTable table(connection);
            for (const auto &operation : operations) {
                requireState(operation, domain::isDiscardable,
                             u"it was not given up, so it is not put back"_s);
                if (table.restore(operation))
                    added->append(operation.key);
            }
        },
        m_setup.ownWorkChanged, [this, added] { m_doubted += std::exchange(*added, {}); });
}

QFuture<Result<void>> OutboxStore::reclaim()
{
    return write<void>([](Connection &connection) { OperationTable(connection).markLost(); },
                       m_setup.ownWorkChanged);
}

QFuture<Result<void>> OutboxStore::settle(QList<qint64> ids)
{
    return write<void>(
        [ids = std::move(ids)](Connection &connection) {
            OperationTable table(connection);
            for (const auto id : ids)
                table.settle(id);
            table.keepNewestSettled(settledKept);
        },
        m_setup.ownWorkChanged);
}

} // namespace portolan::store
