// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/storequalitysource.h"

#include "models/items/qualityreading.h"

#include <QtConcurrentRun>

namespace portolan::items {
namespace {

// What people ask for together: an overview, and the page they open meanwhile.
constexpr int answersAtOnce = 2;

} // namespace

StoreQualitySource::StoreQualitySource(store::Store &source, const Clock &clock, QObject *parent)
    : QualitySource(parent)
    , m_store(source)
    , m_clock(clock)
{
    m_pool.setMaxThreadCount(answersAtOnce);
    connect(&source.changes(), &store::Changes::entitiesChanged, this, &QualitySource::changed);
    connect(&source.changes(), &store::Changes::qualityChanged, this, &QualitySource::changed);
    connect(&source.changes(), &store::Changes::ownWorkChanged, this, &QualitySource::changed);
}

StoreQualitySource::~StoreQualitySource()
{
    m_pool.clear(); // what was not begun is asked for by nobody any more
}

QDateTime StoreQualitySource::now() const
{
    return m_clock.now();
}

QFuture<Result<QualityBoard>> StoreQualitySource::board(const Period &period)
{
    return QtConcurrent::run(&m_pool, [this, period] { return readBoard(m_store, period); });
}

QFuture<Result<SloStory>> StoreQualitySource::slo(const QUuid &id, const Period &period)
{
    return QtConcurrent::run(&m_pool, [this, id, period] { return readSlo(m_store, id, period); });
}

QFuture<Result<CheckStory>> StoreQualitySource::check(const QUuid &id, const Period &period)
{
    return QtConcurrent::run(&m_pool,
                             [this, id, period] { return readCheck(m_store, id, period); });
}

QFuture<Result<QList<Incident>>> StoreQualitySource::incidents(const Period &period)
{
    return QtConcurrent::run(&m_pool, [this, period] { return readIncidents(m_store, period); });
}

QFuture<Result<QList<CoverageRow>>> StoreQualitySource::coverage()
{
    return QtConcurrent::run(&m_pool, [this] { return readCoverage(m_store); });
}

QFuture<Result<void>> StoreQualitySource::triage(const QList<store::TriageAction> &actions)
{
    return m_store.triage().append(actions);
}

QFuture<Result<void>> StoreQualitySource::undoTriage()
{
    return m_store.triage().undo();
}

} // namespace portolan::items
