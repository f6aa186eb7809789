// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/storepagesource.h"

#include "models/domain/edit.h"
#include "models/items/edits.h"
#include "models/store/store.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace portolan::items {
namespace {

// A page, and those near it.
constexpr int answersAtOnce = 2;

} // namespace

StorePageSource::StorePageSource(store::Store &source, QObject *parent)
    : PageSource(parent)
    , m_store(source)
{
    connect(&source.changes(), &store::Changes::entitiesChanged, this, &PageSource::changed);
    connect(&source.changes(), &store::Changes::ownWorkChanged, this, &PageSource::followedChanged);
    // An edit may be among it.
    connect(&source.changes(), &store::Changes::ownWorkChanged, this, &PageSource::changed);
    m_pool.setMaxThreadCount(answersAtOnce);
}

StorePageSource::~StorePageSource()
{
    m_pool.clear(); // what was not begun is asked for by nobody any more
}

QFuture<Result<domain::Page>> StorePageSource::page(const QUuid &id)
{
    return QtConcurrent::run(&m_pool, [this, id]() -> Result<domain::Page> {
        // Operations first: what is applied meanwhile is seen twice rather than not at all.
        const auto operations = m_store.operations().operations().takeResult();
        auto page = m_store.page(id).takeResult();
        if (!page || !operations)
            return page;
        return laidOver(*std::move(page), *operations);
    });
}

QFuture<Result<QList<domain::Field>>> StorePageSource::fields(const QUuid &asset)
{
    return QtConcurrent::run(&m_pool, [this, asset]() -> Result<QList<domain::Field>> {
        const auto operations = m_store.operations().operations().takeResult();
        const bool isEdited =
            operations && std::any_of(operations->begin(), operations->end(), [](const auto &one) {
                const auto edit = domain::descriptionEditFromJson(one.payload);
                return one.kind == domain::describeKind() && edit && !edit->field.isEmpty()
                    && domain::isLaidOver(one);
            });
        if (!isEdited)
            return m_store.fields(asset).takeResult();
        auto page = m_store.page(asset).takeResult();
        if (!page)
            return tl::unexpected(page.error());
        return laidOver(*std::move(page), *operations).merged.fields;
    });
}

QFuture<Result<QList<QUuid>>> StorePageSource::followed()
{
    return m_store.accounts().followed();
}

QFuture<Result<void>> StorePageSource::follow(const QUuid &entity, bool on)
{
    return m_store.accounts().follow(entity, on);
}

} // namespace portolan::items
