// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/datahub/madefrom.h"

#include "models/platforms/datahub/links.h"

#include <algorithm>
#include <utility>

namespace portolan::platforms::datahub {

quint32 MadeFrom::numberOf(const QString &urn)
{
    const auto hash = shortHash(urn);
    if (const auto known = m_numbers.constFind(hash); known != m_numbers.constEnd())
        return *known;
    const auto number = quint32(m_urns.size());
    m_numbers.insert(hash, number);
    m_urns.push_back(urn.toUtf8());
    return number;
}

void MadeFrom::note(const QString &asset, const QList<domain::LineageEdge> &edges)
{
    Span span{.asset = shortHash(asset), .from = quint32(m_sources.size())};
    const bool isKept = m_sources.size() + std::size_t(edges.size()) <= m_mostSources;
    for (const auto &edge : edges) {
        if (!isKept || !edge.job.isEmpty())
            continue;
        const auto number = numberOf(edge.source);
        // The edges of a thing's columns follow each other, mostly from few sources.
        if (m_sources.size() == span.from || m_sources.back() != number)
            m_sources.push_back(number);
    }
    if (isKept)
        span.count = quint32(m_sources.size()) - span.from;
    m_spans.push_back(span);
    m_isSorted = false;
}

void MadeFrom::sort() const
{
    if (std::exchange(m_isSorted, true))
        return;
    std::stable_sort(m_spans.begin(), m_spans.end(),
                     [](const Span &left, const Span &right) { return left.asset < right.asset; });
}

std::optional<QStringList> MadeFrom::of(const QString &asset) const
{
    sort();
    const auto hash = shortHash(asset);
    auto span =
        std::upper_bound(m_spans.begin(), m_spans.end(), hash,
                         [](quint64 wanted, const Span &one) { return wanted < one.asset; });
    if (span == m_spans.begin() || (--span)->asset != hash || span->count == notKept)
        return std::nullopt;
    QStringList sources;
    for (quint32 i = 0; i < span->count; ++i)
        sources.append(QString::fromUtf8(m_urns[m_sources[span->from + i]]));
    return sources;
}

} // namespace portolan::platforms::datahub
