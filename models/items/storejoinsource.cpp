// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/storejoinsource.h"

#include "models/store/store.h"
#include "models/sync/whoacts.h"

#include <QtConcurrentRun>

#include <utility>

namespace portolan::items {

using domain::JoinName;
using domain::JoinStep;

namespace {

store::JoinDecision pairOf(const JoinName &a, const JoinName &b, bool joined)
{
    return {.accountA = a.account,
            .nativeA = a.nativeId,
            .accountB = b.account,
            .nativeB = b.nativeId,
            .joined = joined};
}

} // namespace

StoreJoinSource::StoreJoinSource(store::Store &source, const sync::Engine &engine,
                                 const Clock &clock, QObject *parent)
    : JoinSource(parent)
    , m_store(source)
    , m_engine(engine)
    , m_commands(source.operations(), source.accounts(), clock)
{
    connect(&source.changes(), &store::Changes::entitiesChanged, this, &JoinSource::changed);
    connect(&source.changes(), &store::Changes::ownWorkChanged, this, &JoinSource::changed);
    m_pool.setMaxThreadCount(1); // acts keep their order
}

StoreJoinSource::~StoreJoinSource()
{
    m_pool.clear(); // what was not begun is asked for by nobody any more
}

QFuture<Result<domain::ThingJoins>> StoreJoinSource::joins(const QUuid &thing)
{
    return m_store.joins(thing);
}

QFuture<Result<domain::JoinBook>> StoreJoinSource::book()
{
    return m_store.joinBook();
}

QFuture<Result<JoinStep>> StoreJoinSource::decide(std::function<Result<JoinStep>()> plan)
{
    return QtConcurrent::run(&m_pool, [this, plan = std::move(plan)]() -> Result<JoinStep> {
        auto step = plan();
        if (!step || step->isEmpty())
            return step;
        const auto accounts = m_store.accounts().accounts().takeResult();
        const auto who = accounts ? sync::whoActs(*accounts, m_engine) : QString();
        return m_commands.decide(*std::move(step), who).takeResult();
    });
}

QFuture<Result<JoinStep>> StoreJoinSource::keepApart(const JoinName &name)
{
    return decide(
        [this, name] { return m_store.stepApart(name.account, name.nativeId).takeResult(); });
}

QFuture<Result<JoinStep>> StoreJoinSource::join(const JoinName &a, const JoinName &b)
{
    return decide(
        [this, pair = pairOf(a, b, true)] { return m_store.stepTogether(pair).takeResult(); });
}

QFuture<Result<JoinStep>> StoreJoinSource::dismiss(const JoinName &a, const JoinName &b)
{
    return decide([pair = pairOf(a, b, false)] { return Result<JoinStep>(JoinStep{{pair}, {}}); });
}

QFuture<Result<JoinStep>> StoreJoinSource::forget(const QList<domain::JoinDecision> &decisions)
{
    return decide([decisions] { return Result<JoinStep>(JoinStep{{}, decisions}); });
}

QFuture<Result<JoinStep>> StoreJoinSource::restore(const JoinStep &step)
{
    return m_commands.restore(step);
}

} // namespace portolan::items
