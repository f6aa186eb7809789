// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/storeoutboxsource.h"

#include "models/base/async.h"
#include "models/base/identity.h"
#include "models/domain/accessjson.h"
#include "models/items/accountmodel.h"
#include "models/items/outboxreading.h"
#include "models/items/outboxtext.h"

#include <QSet>
#include <QtConcurrentRun>

#include <algorithm>
#include <memory>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

using domain::Operation;
using domain::OperationState;

// A board, and something that is done meanwhile.
constexpr int answersAtOnce = 2;

//! What stands in the way of those accounts for which something is to be sent.
QList<OutboxObstacle> obstaclesOf(const QList<Operation> &operations,
                                  const QList<AccountFacts> &accounts)
{
    QSet<QUuid> waiting;
    for (const auto &operation : operations) {
        if (operation.state == OperationState::Ready
            || operation.state == OperationState::Ambiguous)
            waiting.insert(operation.account);
    }
    QList<OutboxObstacle> obstacles;
    for (const auto &account : accounts) {
        if (!waiting.remove(account.id))
            continue;
        const bool isSignedOut = isSignInNeeded(account.signIn);
        if (isSignedOut || account.state == u"failed"_s)
            obstacles.append(
                {account.id, account.name, isSignedOut, account.error, account.lastSync});
    }
    if (!waiting.isEmpty())
        obstacles.append({*waiting.cbegin(), {}, false, {}, {}});
    return obstacles;
}

//! The ports that an operation of access is about.
QList<domain::AccessItem> itemsOf(const Operation &operation, const AccessBoard &access)
{
    if (const auto *one = caseOf(access, QUuid(operation.objectId)))
        return one->request.items;
    const auto request = domain::requestFromJson(operation.payload);
    return request ? request->items : QList<domain::AccessItem>();
}

} // namespace

StoreOutboxSource::StoreOutboxSource(store::Store &source, const sync::Engine &engine,
                                     AccountSource &accounts, const Clock &clock, QObject *parent)
    : OutboxSource(parent)
    , m_store(source)
    , m_accounts(accounts)
    , m_facts(source, engine, clock)
    , m_commands(source.operations(), clock)
{
    m_pool.setMaxThreadCount(answersAtOnce);
    const auto &changes = source.changes();
    connect(&changes, &store::Changes::ownWorkChanged, this, &OutboxSource::changed);
    connect(&changes, &store::Changes::accessChanged, this, &OutboxSource::changed);
    connect(&accounts, &AccountSource::changed, this, [this] {
        m_known.reset();
        Q_EMIT changed();
    });
}

StoreOutboxSource::~StoreOutboxSource()
{
    // What was not begun is asked for by nobody any more.
    m_pool.clear();
}

QFuture<Result<OutboxBoard>> StoreOutboxSource::board()
{
    const auto promise = std::make_shared<QPromise<Result<OutboxBoard>>>();
    promise->start();
    auto future = promise->future();
    if (m_known) {
        answer(promise);
        return future;
    }
    onFinished(m_accounts.accounts(), this, [this, promise](Result<QList<AccountFacts>> accounts) {
        if (accounts) {
            m_known = *std::move(accounts);
            return answer(promise);
        }
        promise->addResult(Result<OutboxBoard>(tl::unexpected(accounts.error())));
        promise->finish();
    });
    return future;
}

QFuture<Result<OutboxCounts>> StoreOutboxSource::counts()
{
    return QtConcurrent::run(&m_pool, [this]() -> Result<OutboxCounts> {
        const auto operations = m_commands.operations().takeResult();
        return operations ? Result<OutboxCounts>(countsOf(outboxOf(*operations, {}, {}, {})))
                          : tl::unexpected(operations.error());
    });
}

void StoreOutboxSource::answer(const std::shared_ptr<QPromise<Result<OutboxBoard>>> &promise)
{
    onFinished(QtConcurrent::run(&m_pool, [this, facts = *m_known] { return read(facts); }), this,
               [promise](Result<OutboxBoard> board) {
                   promise->addResult(std::move(board));
                   promise->finish();
               });
}

//! Labels of what is edited; those of access are on the board of access, except in its requests.
Result<QHash<QString, AccessName>> StoreOutboxSource::namesOf(const QList<Operation> &operations,
                                                              const AccessBoard &access)
{
    QHash<QString, AccessName> names;
    QSet<QUuid> ids;
    QSet<QString> wanted;
    const auto want = [&](const QUuid &account, const QString &nativeId) {
        ids.insert(entityId(account, nativeId));
        wanted.insert(nativeId);
    };
    for (const auto &operation : operations) {
        if (!isAccessKind(operation.kind)) {
            want(operation.account, operation.objectId);
            continue;
        }
        const auto items = itemsOf(operation, access);
        for (const auto &item : items) {
            want(operation.account, item.port);
            want(operation.account, item.product);
        }
    }
    const auto entities = m_store.entities(ids.values()).takeResult();
    if (!entities)
        return tl::unexpected(entities.error());
    for (const auto &entity : *entities) {
        for (const auto &alias : entity.aliases) {
            if (wanted.contains(alias.nativeId))
                names.insert(alias.nativeId, {.label = entity.label(), .id = entity.id});
        }
    }
    return names;
}

Result<OutboxBoard> StoreOutboxSource::read(const QList<AccountFacts> &accounts)
{
    auto operations = m_commands.operations().takeResult();
    if (!operations)
        return tl::unexpected(operations.error());
    AccessBoard access;
    const bool isAboutAccess =
        std::any_of(operations->cbegin(), operations->cend(),
                    [](const Operation &one) { return isAccessKind(one.kind); });
    if (isAboutAccess) {
        auto known = m_facts.read();
        if (!known)
            return tl::unexpected(known.error());
        access = std::move(known->board);
    }
    const auto names = namesOf(*operations, access);
    if (!names)
        return tl::unexpected(names.error());
    QHash<QUuid, QString> called;
    for (const auto &account : accounts)
        called.insert(account.id, account.name);
    auto board = outboxOf(*operations, called, access, *names);
    board.obstacles = obstaclesOf(*operations, accounts);
    return board;
}

QFuture<Result<void>> StoreOutboxSource::retry(const QList<Operation> &operations)
{
    return QtConcurrent::run(&m_pool, [this, operations]() -> Result<void> {
        for (const auto &operation : operations) {
            if (const auto done = m_commands.retry(operation).takeResult(); !done)
                return tl::unexpected(done.error());
        }
        return {};
    });
}

QFuture<Result<QList<Operation>>> StoreOutboxSource::remove(const QList<Operation> &operations)
{
    return QtConcurrent::run(&m_pool, [this, operations] { return takeOut(operations); });
}

//! The last one first: what waits behind another goes before it, so that whatever is left where one
//! of them went on meanwhile still has what it waits for. What is answered is what really went,
//! with what a sender learned of it since the person looked.
Result<QList<Operation>> StoreOutboxSource::takeOut(QList<Operation> operations)
{
    const auto now = m_commands.operations().takeResult();
    if (!now)
        return tl::unexpected(now.error());
    std::sort(operations.begin(), operations.end(),
              [](const auto &left, const auto &right) { return left.id > right.id; });
    QList<Operation> gone;
    std::optional<Error> refused;
    QSet<std::pair<QUuid, QString>> kept; // account and object of what went on
    for (const auto &seen : std::as_const(operations)) {
        const auto object = std::pair(seen.account, seen.objectId);
        if (kept.contains(object))
            continue;
        const auto found = std::find_if(now->begin(), now->end(),
                                        [&seen](const auto &one) { return one.id == seen.id; });
        // What it was taken out for may not hold any more: it is looked at again.
        if (found == now->end() || found->state != seen.state) {
            refused = Error{Error::Kind::NotFound, u"it went on meanwhile"_s};
            kept.insert(object);
            continue;
        }
        const auto done = (domain::isUndoable(found->state) ? m_commands.undo(found->id)
                                                            : m_commands.discard(found->id))
                              .takeResult();
        if (done) {
            gone.prepend(*found);
            continue;
        }
        refused = done.error();
        kept.insert(object);
        if (refused->kind != Error::Kind::Usage && refused->kind != Error::Kind::NotFound)
            break; // the store fails: it would fail for the others as well
    }
    if (gone.isEmpty() && refused)
        return tl::unexpected(*refused);
    return gone;
}

QFuture<Result<void>> StoreOutboxSource::putBack(const QList<Operation> &operations)
{
    return m_commands.putBack(operations);
}

void StoreOutboxSource::send()
{
    Q_EMIT sending();
    m_accounts.sync({});
}

QString StoreOutboxSource::sendObstacle() const
{
    return m_accounts.syncObstacle();
}

} // namespace portolan::items
