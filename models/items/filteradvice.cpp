// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/filteradvice.h"

#include "models/base/async.h"
#include "models/domain/query.h"

namespace portolan::items {
namespace {

constexpr qsizetype mostTries = 8;

} // namespace

FilterAdvice::FilterAdvice(CatalogSource &source, QObject *parent)
    : QObject(parent)
    , m_source(source)
{
}

void FilterAdvice::ask(const QString &query)
{
    clear();
    const auto filters = domain::parseQuery(query).filters();
    for (const auto &filter : filters.mid(0, mostTries)) {
        Advice advice;
        advice.filter = query.mid(filter.from, filter.to - filter.from);
        const QStringList rest{query.left(filter.from).trimmed(), query.mid(filter.to).trimmed()};
        advice.query = rest.join(u' ').trimmed();
        const store::SearchRequest request{
            .query = advice.query, .offset = 0, .limit = 1, .sort = store::Sort::Best};
        onFinished(
            m_source.search(request), this,
            [this, advice, question = m_question](Result<store::SearchAnswer> answer) mutable {
                const auto best = m_advice ? m_advice->total : 0;
                if (question != m_question || !answer || answer->total <= best)
                    return;
                advice.total = answer->total;
                m_advice = std::move(advice);
                Q_EMIT changed();
            });
    }
}

void FilterAdvice::clear()
{
    ++m_question;
    if (!m_advice)
        return;
    m_advice.reset();
    Q_EMIT changed();
}

} // namespace portolan::items
