// SPDX-License-Identifier: GPL-3.0-or-later
// Following the feed of events: what is new since the position, and what it touches.
#include "models/platforms/marquez/pull.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;
namespace json = portolan::formats::json;
namespace openlineage = portolan::formats::openlineage;
using openlineage::EventType;

namespace portolan::platforms::marquez {
namespace {

constexpr Moment overlap = Moment(60) * 60 * 1'000'000;
constexpr qsizetype pageRecords = 500;

} // namespace

//! Brings what is new; whether anything was. With \a sweep it belongs to a sweep.
Result<bool> Pull::follow(qint64 sweep)
{
    const auto before = m_feed.countBefore(m_cursor.position - overlap);
    if (!before)
        return tl::unexpected(before.error());
    // Fewer are fine: the server has cleaned up.
    if (sweep == 0 && m_cursor.before >= 0 && *before > m_cursor.before)
        m_cursor.isDoubtful = true;
    m_cursor.before = *before;
    Stretch stretch;
    const auto read = readStretch(stretch);
    if (!read)
        return tl::unexpected(read.error());
    addFindings(read->findings);
    const auto others = read->counted < 0 ? -1 : read->counted - read->rows;
    if (sweep == 0 && m_cursor.others >= 0 && others > m_cursor.others)
        m_cursor.isDoubtful = true;
    m_cursor.others = others;
    const bool isNews = !stretch.datasets.isEmpty() || !stretch.jobs.isEmpty();
    if (!isNews && sweep == 0)
        return false;
    if (isNews) {
        if (auto done = remember(); !done)
            return tl::unexpected(done.error());
        auto known = meaning();
        if (auto done = fetchTouched(stretch, known, sweep); !done)
            return tl::unexpected(done.error());
        if (auto done = handOverTouched(stretch, std::move(known), sweep); !done)
            return tl::unexpected(done.error());
    }
    if (auto done = moveOn(*read, stretch); !done)
        return tl::unexpected(done.error());
    return true;
}

Result<FeedRead> Pull::readStretch(Stretch &stretch)
{
    return m_feed.read(
        m_cursor.position - overlap,
        [&](const Event &event, quint64 digest) {
            stretch.digests.emplace_back(event.time, digest);
            if (m_cursor.seen.contains(digest))
                return;
            take(stretch, event);
            if (m_memory.fold)
                m_memory.fold->add(event, {});
        },
        [this](qint64 done, qint64 total) { m_sink.progress(done, total, u"events"_s); });
}

void Pull::take(Stretch &stretch, const Event &event) const
{
    if (!event.job.isEmpty() && m_subscription.has(event.job.space)) {
        stretch.jobs.insert(event.job);
        if (const auto parent = parentOf(event); !parent.isEmpty())
            stretch.parents.insert(event.job, parent);
    }
    for (const auto *side : {&event.inputs, &event.outputs}) {
        for (const auto &dataset : *side) {
            if (m_subscription.has(dataset.name.space))
                stretch.datasets.insert(dataset.name);
        }
    }
}

//! Reads all events, unless they are in memory: what is new ends or continues what was before.
Result<void> Pull::remember()
{
    if (m_memory.fold)
        return {};
    auto fold = std::make_unique<openlineage::Fold>();
    fold->addFile(m_site.web);
    QSet<size_t> runs;
    const auto read = m_feed.read(
        0,
        [&](const Event &event, quint64) {
            fold->add(event, {});
            runs.insert(qHash(event.runId));
        },
        [this](qint64 done, qint64 total) { m_sink.progress(done, total, u"events"_s); });
    if (!read)
        return tl::unexpected(read.error());
    QList<QStringList> paths;
    for (const auto &[space, name] : std::as_const(m_cursor.untold))
        paths.append(Site::path({space, name}, u"jobs"_s));
    const auto done =
        askEach(m_server, paths, [&](qsizetype, const auto &response) -> Result<void> {
            if (!response && response.error().kind != Error::Kind::NotFound
                && !isPerhapsOneThing(response.error()))
                return tl::unexpected(response.error());
            const auto listed =
                response ? jobIn(*response, m_site) : Result<Listed<JobFacts>>(Listed<JobFacts>());
            for (const auto &job : listed ? listed->items : QList<JobFacts>())
                learnFrom(job, *fold, runs);
            return {};
        });
    if (done)
        m_memory.fold = std::move(fold);
    return done;
}

//! Hands over what events mean for what they touched: the edges of everything that has one with a
//! touched end, and checks and evidence.
Result<void> Pull::handOverTouched(const Stretch &stretch, Meaning meaning, qint64 sweep)
{
    QSet<QString> touched;
    for (const auto &name : stretch.datasets)
        touched.insert(openlineage::datasetId(name));
    for (const auto &name : stretch.jobs)
        touched.insert(openlineage::jobId(name));
    auto targets = touched; // those without any edge, too: they may have had one
    for (auto it = meaning.edges.begin(); it != meaning.edges.end(); ++it) {
        const bool isTouched =
            std::any_of(it->begin(), it->end(), [&](const domain::LineageEdge &edge) {
                return touched.contains(edge.source) || touched.contains(edge.job);
            });
        if (isTouched && m_subscription.holds(it.key()))
            targets.insert(it.key());
    }
    Page page;
    for (const auto &target : std::as_const(targets)) {
        page.lineage.append({target, meaning.edges.take(target)});
        if (page.lineage.size() < pageRecords)
            continue;
        if (auto done = handOver(std::exchange(page, {})); !done)
            return done;
    }
    if (auto done = handOver(std::move(page)); !done)
        return done;
    auto checks = m_memory.fold->checks();
    checks.removeIf([&](const domain::Record &check) {
        return std::none_of(
            check.relations.begin(), check.relations.end(),
            [&](const domain::RelationTo &to) { return touched.contains(to.nativeId); });
    });
    if (auto done = handOverChecks(std::move(checks), sweep); !done)
        return done;
    auto evidence = m_memory.fold->takeEvidence();
    // A fold that was made anew tells all that there ever was.
    const auto from = openlineage::dateTimeOf(m_cursor.position - overlap);
    evidence.runs.removeIf([&](const auto &run) { return run.at < from; });
    evidence.updates.removeIf([&](const auto &update) { return update.seen < from; });
    return handOverEvidence(std::move(evidence), sweep);
}

//! Moves the position to the newest event, and notes what the server counts around it.
Result<void> Pull::moveOn(const FeedRead &read, const Stretch &stretch)
{
    const auto now = Moment(m_clock.now().toMSecsSinceEpoch()) * 1000;
    const auto former = m_cursor.position - overlap;
    m_cursor.position = std::max(m_cursor.position, std::min(read.newest, now));
    const auto from = m_cursor.position - overlap;
    m_cursor.seen.clear();
    qint64 behind = 0;
    for (const auto &[time, digest] : stretch.digests) {
        if (time < from)
            continue;
        m_cursor.seen.insert(digest);
        ++behind;
    }
    if (from == former && m_cursor.before >= 0)
        return {};
    const auto before = m_feed.countBefore(from);
    if (!before)
        return tl::unexpected(before.error());
    // Those that are counted and not listed, in the new stretch: what is counted in the old one,
    // without what now lies before, and without what is listed.
    const bool isKnown = m_cursor.before >= 0 && read.counted >= 0 && *before >= 0;
    m_cursor.others =
        isKnown ? std::max<qint64>(0, read.counted - (*before - m_cursor.before) - behind) : -1;
    m_cursor.before = *before;
    return {};
}

} // namespace portolan::platforms::marquez
