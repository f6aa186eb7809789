// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lineagesieve.h"

#include "models/base/async.h"
#include "models/items/lineagefilter.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace portolan::items {
namespace {

qsizetype chosenCount(const domain::LineageGraph &graph, const LineageChoice &choice)
{
    const auto chosen = chosenNodes(graph, choice);
    return std::count(chosen.begin(), chosen.end(), quint8(1));
}

} // namespace

SievedLineage sievedLineage(const std::shared_ptr<const domain::LineageGraph> &whole,
                            const domain::Query &query, const LineageChoice &choice)
{
    SievedLineage sieved;
    sieved.total = chosenCount(*whole, choice);
    if (query.isEmpty()) {
        sieved.mesh = lineageMesh(whole);
        sieved.shown = sieved.total;
        return sieved;
    }
    const auto kept = choice.root.isNull() ? QList<QUuid>() : QList<QUuid>{choice.root};
    sieved.mesh = lineageMesh(filteredLineage(*whole, query, kept));
    sieved.shown = chosenCount(*sieved.mesh->graph, choice);
    return sieved;
}

void LineageSieve::setLineage(domain::LineageGraph graph)
{
    m_whole = std::make_shared<const domain::LineageGraph>(std::move(graph));
    m_values.clear();
    ++m_edition;
}

QStringList LineageSieve::valuesOf(const QString &key)
{
    if (!m_whole)
        return {};
    if (const auto known = m_values.constFind(key); known != m_values.cend())
        return known->value_or(QStringList());
    m_values.insert(key, std::nullopt);
    onFinished(
        QtConcurrent::run([whole = m_whole, key] { return lineageFilterValues(*whole, key); }),
        this, [this, key, edition = m_edition](const QStringList &values) {
            if (edition != m_edition)
                return;
            m_values[key] = values;
            Q_EMIT valuesGathered();
        });
    return {};
}

void LineageSieve::sift(const domain::Query &query, const LineageChoice &choice, Take take)
{
    if (!m_whole)
        return;
    m_isSifting = true;
    onFinished(
        QtConcurrent::run(
            [whole = m_whole, query, choice] { return sievedLineage(whole, query, choice); }),
        this, [this, question = ++m_question, take = std::move(take)](const SievedLineage &sieved) {
            if (question != m_question)
                return;
            m_isSifting = false;
            take(sieved);
        });
}

void LineageSieve::giveUp()
{
    ++m_question;
    m_isSifting = false;
}

} // namespace portolan::items
