// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/storelineagesource.h"

#include "models/base/async.h"

#include <QtConcurrentRun>

#include <utility>

namespace portolan::items {
namespace {

constexpr int answersAtOnce = 2;

} // namespace

StoreLineageSource::StoreLineageSource(store::Store &source, AccessSource &access, QObject *parent)
    : LineageSource(parent)
    , m_store(source)
    , m_access(access)
{
    m_pool.setMaxThreadCount(answersAtOnce);
    connect(&source.changes(), &store::Changes::entitiesChanged, this, &LineageSource::changed);
    connect(&access, &AccessSource::changed, this, &StoreLineageSource::lookAtAccess);
}

StoreLineageSource::~StoreLineageSource() = default; // the pool waits for what was begun

// Most of what is done about access changes no count, and reading a large lineage anew takes long.
void StoreLineageSource::lookAtAccess()
{
    const auto question = ++m_question;
    onFinished(m_access.board(), this, [this, question](const Result<AccessBoard> &board) {
        if (question != m_question || !board)
            return;
        auto counts = accessCounts(*board);
        if (m_counts == counts)
            return;
        m_counts = std::move(counts);
        Q_EMIT changed();
    });
}

QFuture<Result<domain::LineageGraph>>
StoreLineageSource::lineage(const store::LineageRequest &request)
{
    auto lineage = m_store.lineage(request);
    // Of a day that is past nobody says who had access.
    if (request.at.isValid())
        return lineage;
    return QtConcurrent::run(&m_pool, [lineage, board = m_access.board()]() mutable {
        auto graph = lineage.takeResult();
        // A lineage without agreements is better than none.
        if (const auto known = board.takeResult(); graph && known)
            addAccess(*graph, accessCounts(*known));
        return graph;
    });
}

QFuture<Result<domain::LineageGraph>>
StoreLineageSource::changes(const QDateTime &from, const QDateTime &to,
                            const store::LineageRequest &request)
{
    return m_store.lineageChanges(from, to, request);
}

QFuture<Result<QList<store::LineageFact>>> StoreLineageSource::facts(const QUuid &source,
                                                                     const QUuid &target)
{
    return m_store.lineageFacts(source, target);
}

QFuture<Result<LineageNames>> StoreLineageSource::names(const QList<QUuid> &ids)
{
    return QtConcurrent::run(
        &m_pool,
        [entities = m_store.entities(ids),
         accounts = m_store.accounts().accounts()]() mutable -> Result<LineageNames> {
            const auto known = entities.takeResult();
            const auto named = accounts.takeResult();
            if (!known || !named)
                return tl::unexpected(known ? named.error() : known.error());
            LineageNames names;
            for (const auto &entity : *known)
                names.entities.insert(entity.id, entity);
            for (const auto &account : *named)
                names.accounts.insert(account.id, account.name);
            return names;
        });
}

QFuture<Result<QList<domain::Field>>> StoreLineageSource::fields(const QUuid &asset)
{
    return m_store.fields(asset);
}

} // namespace portolan::items
