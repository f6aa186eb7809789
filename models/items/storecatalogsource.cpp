// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/storecatalogsource.h"

#include "models/base/async.h"
#include "models/domain/edit.h"
#include "models/items/edits.h"
#include "models/store/changes.h"
#include "models/store/store.h"

#include <QtConcurrentRun>

namespace portolan::items {

StoreCatalogSource::StoreCatalogSource(store::Store &source, QObject *parent)
    : CatalogSource(parent)
    , m_store(source)
{
    connect(&m_store.changes(), &store::Changes::entitiesChanged, this, &CatalogSource::changed);
    connect(&m_store.changes(), &store::Changes::ownWorkChanged, this,
            &StoreCatalogSource::readEdits);
    m_pool.setMaxThreadCount(1);
    readEdits();
}

StoreCatalogSource::~StoreCatalogSource()
{
    m_pool.clear(); // what was not begun is asked for by nobody any more
}

void StoreCatalogSource::readEdits()
{
    const auto question = ++m_question;
    onFinished(m_store.operations().operations(), this,
               [this, question](Result<QList<domain::Operation>> operations) {
                   if (question != m_question || !operations)
                       return;
                   operations->removeIf([](const domain::Operation &one) {
                       return !domain::isEditKind(one.kind) || !domain::isLaidOver(one);
                   });
                   if (*operations == m_edits)
                       return;
                   m_edits = *std::move(operations);
                   Q_EMIT changed();
               });
}

namespace {

//! \a entity as the page of it shows it. Of what several accounts know, a row does not say whose
//! description and owner are shown, so that the page is asked.
domain::Entity shown(store::Store &store, domain::Entity entity,
                     const QList<domain::Operation> &edits)
{
    if (!isEdited(entity, edits))
        return entity;
    if (entity.aliases.size() < 2)
        return laidOver(std::move(entity), edits);
    auto page = store.page(entity.id).takeResult();
    if (!page) // it has gone since, and the row will
        return entity;
    const auto edited = laidOver(*std::move(page), edits).entity;
    entity.description = edited.description;
    entity.tags = edited.tags;
    entity.ownerName = edited.ownerName;
    entity.ownerId = edited.ownerId;
    return entity;
}

} // namespace

QFuture<Result<store::SearchAnswer>> StoreCatalogSource::search(const store::SearchRequest &request)
{
    if (m_edits.isEmpty())
        return m_store.search(request);
    return QtConcurrent::run(
        &m_pool, [&store = m_store, answer = m_store.search(request), edits = m_edits]() mutable {
            auto found = answer.takeResult();
            if (!found)
                return found;
            for (auto &hit : found->hits)
                hit.entity = shown(store, std::move(hit.entity), edits);
            return found;
        });
}

QFuture<Result<QList<store::Facet>>> StoreCatalogSource::facets(const QString &query)
{
    return m_store.facets(query);
}

} // namespace portolan::items
