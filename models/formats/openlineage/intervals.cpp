// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/openlineage/intervals.h"

#include <algorithm>
#include <numeric>
#include <tuple>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::LineageEdge;
using portolan::domain::LineageLevel;

namespace portolan::formats::openlineage {
namespace {

QString evidenceOf(const Sighting &sighting)
{
    return sighting.isDesign ? u"design"_s : u"run"_s;
}

void setTimes(LineageEdge &edge, Moment from, Moment until, const Sighting &last)
{
    edge.validFrom = dateTimeOf(from);
    if (until != Drops::never)
        edge.validTo = dateTimeOf(until);
    if (!last.isDesign)
        edge.lastSeen = dateTimeOf(last.at);
    edge.evidence = evidenceOf(last);
}

//! The edges of one spot as facet follows facet.
class ColumnTimeline
{
public:
    ColumnTimeline(const Name &job, const Drops &drops, EdgeTexts &texts)
        : m_job(texts.id({job, true}))
        , m_drops(drops)
        , m_texts(texts)
    {
    }

    void add(const ColumnFacet &facet)
    {
        // Most runs say what the run before said.
        if (!hasEnd() && m_last.stated == facet.stated && m_last.output == facet.output) {
            m_last = facet;
            return;
        }
        QHash<QString, Active> next;
        for (const auto &source : facet.stated->columns) {
            const auto edge = edgeOf(facet, source);
            next.insert(keyOf(edge), {edge, source.source, facet.sighting.at});
        }
        for (auto it = m_active.begin(); it != m_active.end(); ++it) {
            const auto dropped = endOf(*it);
            const auto kept = next.find(it.key());
            if (kept != next.end() && dropped > facet.sighting.at)
                kept->from = it->from;
            else
                finish(*it, std::min(dropped, facet.sighting.at));
        }
        m_active = std::move(next);
        m_last = facet;
        m_isDropped = m_drops.concern(facet.output)
            || std::any_of(facet.stated->columns.begin(), facet.stated->columns.end(),
                           [this](const auto &column) { return m_drops.concern(column.source); });
    }

    QList<LineageEdge> takeEdges()
    {
        for (const auto &active : std::as_const(m_active))
            finish(active, endOf(active));
        return std::move(m_edges);
    }

private:
    struct Active
    {
        LineageEdge edge;
        Name source;
        Moment from = 0;
    };

    LineageEdge edgeOf(const ColumnFacet &facet, const ColumnSource &source)
    {
        LineageEdge edge;
        edge.level = LineageLevel::Field;
        edge.source = m_texts.id({source.source});
        edge.sourceField = source.sourceField;
        edge.target = m_texts.id({facet.output});
        edge.targetField = source.column;
        edge.transformation = source.transformation;
        edge.job = m_job;
        return edge;
    }

    static QString keyOf(const LineageEdge &edge)
    {
        const auto &how = edge.transformation;
        const int masking = how.masking ? (*how.masking ? 2 : 1) : 0;
        return QStringList{edge.source, edge.sourceField, edge.target,     edge.targetField,
                           how.type,    how.subtype,      how.description, QString::number(masking)}
            .join(u'\n');
    }

    //! When what was last seen with the last facet ends, if no other facet follows.
    Moment endOf(const Active &active) const
    {
        return std::min({m_drops.next(active.source, m_last.sighting.at),
                         m_drops.next(m_last.output, m_last.sighting.at), m_last.until,
                         m_last.sourceUntil.value(active.source, Drops::never)});
    }

    bool hasEnd() const
    {
        return m_isDropped || m_last.until != Drops::never || !m_last.sourceUntil.isEmpty();
    }

    void finish(const Active &active, Moment until)
    {
        auto edge = active.edge;
        setTimes(edge, active.from, until, m_last.sighting);
        edge.place = m_texts.place(m_last.sighting.place);
        m_edges.append(std::move(edge));
    }

    QString m_job;
    const Drops &m_drops;
    EdgeTexts &m_texts;
    ColumnFacet m_last;
    bool m_isDropped = false; //!< its output or one of its sources, at some time
    QHash<QString, Active> m_active;
    QList<LineageEdge> m_edges;
};

bool comesBefore(const LineageEdge &left, const LineageEdge &right)
{
    const auto order = [](const LineageEdge &edge) {
        return std::tie(edge.source, edge.target, edge.targetField, edge.sourceField, edge.job,
                        edge.validFrom, edge.transformation.type, edge.transformation.subtype);
    };
    return order(left) < order(right);
}

} // namespace

QString EdgeTexts::id(const End &end)
{
    if (end.name.isEmpty())
        return {};
    const auto [known, isNew] = m_ids.try_emplace(end);
    if (isNew)
        known->second = end.isJob ? jobId(end.name) : datasetId(end.name);
    return known->second;
}

QString EdgeTexts::place(const Place &place)
{
    if (m_lastPlaceText.isEmpty() || !(place == m_lastPlace)) {
        m_lastPlace = place;
        m_lastPlaceText = m_files.value(place.file) % u':' % QString::number(place.line);
    }
    return m_lastPlaceText;
}

void Drops::add(const Name &dataset, Moment at)
{
    m_times[m_identity.canonical(dataset)].push_back(at);
}

void Drops::settle()
{
    for (auto &times : m_times)
        std::sort(times.begin(), times.end());
}

Moment Drops::next(const Name &dataset, Moment at) const
{
    if (m_times.isEmpty())
        return never;
    const auto times = m_times.constFind(m_identity.canonical(dataset));
    if (times == m_times.constEnd())
        return never;
    const auto found = std::lower_bound(times->begin(), times->end(), at);
    return found == times->end() ? never : *found;
}

EdgeTimes::EndNumber EdgeTimes::numberOf(const End &end)
{
    const auto known = m_numbers.constFind(end);
    if (known != m_numbers.constEnd())
        return *known;
    m_ends.push_back(end);
    return *m_numbers.insert(end, EndNumber(m_ends.size() - 1));
}

void EdgeTimes::see(const End &source, const End &target, const Name &job, const Sighting &sighting,
                    Moment until)
{
    Key key{.source = numberOf(source),
            .target = numberOf(target),
            .job = numberOf({job, true}),
            .until = until};
    for (const auto *end : {&source, &target}) {
        if (!end->isJob)
            key.until = std::min(key.until, m_drops.next(end->name, sighting.at));
    }
    const auto [span, isNew] = m_spans.try_emplace(key, Span{sighting, sighting});
    if (isNew)
        return;
    // A run says more than a design of the same time or later.
    const auto weight = [](const Sighting &one) { return std::tuple(!one.isDesign, one.at); };
    if (sighting.at < span->second.first.at)
        span->second.first = sighting;
    if (weight(sighting) > weight(span->second.last))
        span->second.last = sighting;
}

std::vector<const std::pair<const EdgeTimes::Key, EdgeTimes::Span> *> EdgeTimes::ordered() const
{
    std::vector<EndNumber> byName(m_ends.size());
    std::iota(byName.begin(), byName.end(), EndNumber(0));
    std::sort(byName.begin(), byName.end(),
              [this](EndNumber left, EndNumber right) { return m_ends[left] < m_ends[right]; });
    std::vector<EndNumber> rank(byName.size());
    for (std::size_t i = 0; i < byName.size(); ++i)
        rank[byName[i]] = EndNumber(i);
    std::vector<const std::pair<const Key, Span> *> spans;
    spans.reserve(m_spans.size());
    for (const auto &span : m_spans)
        spans.push_back(&span);
    const auto order = [&rank](const Key &key) {
        return std::tuple(rank[key.source], rank[key.target], rank[key.job], key.until);
    };
    std::sort(spans.begin(), spans.end(), [&order](const auto *left, const auto *right) {
        return order(left->first) < order(right->first);
    });
    return spans;
}

QList<LineageEdge> EdgeTimes::edges(EdgeTexts &texts) const
{
    std::vector<QString> ids;
    ids.reserve(m_ends.size());
    for (const auto &end : m_ends)
        ids.push_back(texts.id(end));
    QList<LineageEdge> edges;
    edges.reserve(qsizetype(m_spans.size()));
    for (const auto *entry : ordered()) {
        const auto &[key, span] = *entry;
        LineageEdge edge;
        const bool ofJob = m_ends[key.source].isJob || m_ends[key.target].isJob;
        edge.level = ofJob ? LineageLevel::Job : LineageLevel::Dataset;
        edge.source = ids[key.source];
        edge.target = ids[key.target];
        edge.job = ids[key.job];
        setTimes(edge, span.first.at, key.until, span.last);
        edge.place = texts.place(span.last.place);
        edges.append(std::move(edge));
    }
    return edges;
}

QList<LineageEdge> columnEdges(const Name &job, std::vector<ColumnFacet> facets, const Drops &drops,
                               EdgeTexts &texts)
{
    const auto order = [](const ColumnFacet &facet) {
        return std::tuple(facet.sighting.at, facet.weight);
    };
    std::sort(facets.begin(), facets.end(), [&](const ColumnFacet &left, const ColumnFacet &right) {
        return order(left) < order(right);
    });
    ColumnTimeline timeline(job, drops, texts);
    for (std::size_t i = 0; i < facets.size(); ++i) {
        // Of several at one time, which no interval lies between, the last counts.
        if (i + 1 == facets.size() || facets[i + 1].sighting.at != facets[i].sighting.at)
            timeline.add(facets[i]);
    }
    auto edges = timeline.takeEdges();
    std::sort(edges.begin(), edges.end(), comesBefore);
    return edges;
}

} // namespace portolan::formats::openlineage
