// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/identity.h"
#include "models/items/catalogsource.h"

#include <QPromise>

#include <functional>
#include <memory>
#include <vector>

namespace portolan::tests {

//! A thing called \a name, with an id made from its name.
inline domain::Entity thing(const QString &name,
                            domain::EntityKind kind = domain::EntityKind::Product)
{
    domain::Entity entity;
    entity.id = entityId(demoAccountId(), name);
    entity.nativeId = name;
    entity.kind = kind;
    entity.name = name;
    return entity;
}

//! A hit on \a entity that only filters led to.
inline store::Hit hitOn(domain::Entity entity)
{
    return {.entity = std::move(entity), .match = {}, .tier = 0, .fieldPath = {}};
}

//! Answers from memory: at once, or, when told to hold, when the test says so. Hits are made by row
//! number, so that a list may be as long as it likes.
class FakeCatalog : public items::CatalogSource
{
public:
    using CatalogSource::CatalogSource;

    //! The rows of \a names, whatever the query.
    void setNames(const QStringList &names)
    {
        total = [names](const QString &) { return names.size(); };
        hit = [names](const QString &, qint64 row) { return hitOn(thing(names.at(row))); };
    }

    //! \a count rows "row 0", "row 1", …
    void setRows(qint64 count)
    {
        total = [count](const QString &) { return count; };
        hit = [](const QString &, qint64 row) {
            return hitOn(thing(QStringLiteral("row %1").arg(row)));
        };
    }

    QFuture<Result<store::SearchAnswer>> search(const store::SearchRequest &request) override
    {
        requests.append(request);
        Result<store::SearchAnswer> result = answerTo(request);
        if (error.kind == Error::Kind::Store)
            result = failure(error.kind, error.detail);
        return deliver(m_searches, std::move(result));
    }

    QFuture<Result<QList<store::Facet>>> facets(const QString &query) override
    {
        facetQueries.append(query);
        return deliver(m_facets, Result<QList<store::Facet>>(facetsOf(query)));
    }

    //! Lets the held answer number \a at to the searches go; without a number, all of all kinds.
    void release(size_t at) { m_searches.at(at)(); }

    void releaseAll()
    {
        for (auto *list : {&m_searches, &m_facets}) {
            for (const auto &go : std::exchange(*list, {}))
                go();
        }
    }

    bool hold = false;
    Error error;
    std::function<qint64(const QString &)> total = [](const QString &) { return 0; };
    std::function<store::Hit(const QString &, qint64)> hit;
    std::function<QList<store::Facet>(const QString &)> facetsOf = [](const QString &) {
        return QList<store::Facet>();
    };
    std::function<QString(const QString &)> correctedOf = [](const QString &) { return QString(); };
    QList<store::SearchRequest> requests;
    QStringList facetQueries;

private:
    using Held = std::vector<std::function<void()>>;

    store::SearchAnswer answerTo(const store::SearchRequest &request) const
    {
        store::SearchAnswer answer;
        answer.query = request.query;
        answer.total = total(request.query);
        answer.corrected = correctedOf(request.query);
        answer.elapsedMs = 3;
        const auto end = std::min(answer.total, request.offset + request.limit);
        for (auto row = request.offset; row < end; ++row)
            answer.hits.append(hit(request.query, row));
        return answer;
    }

    template <typename T>
    QFuture<T> deliver(Held &held, T value)
    {
        auto promise = std::make_shared<QPromise<T>>();
        promise->start();
        auto future = promise->future();
        auto go = [promise, value = std::move(value)]() mutable {
            promise->addResult(std::move(value));
            promise->finish();
        };
        if (hold)
            held.emplace_back(std::move(go));
        else
            go();
        return future;
    }

    Held m_searches;
    Held m_facets;
};

} // namespace portolan::tests
