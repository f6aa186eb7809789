// SPDX-License-Identifier: GPL-3.0-or-later
// The sweep of a pull: all events, all jobs, all datasets.
#include "models/platforms/marquez/pull.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;
namespace openlineage = portolan::formats::openlineage;

namespace portolan::platforms::marquez {
namespace {

constexpr qsizetype pageRecords = 500;
constexpr qint64 datasetsAtOnce = 10; // of more, the list leaves out facets
constexpr qsizetype pagesAhead = 6;
constexpr qint64 jobsAtOnce = 100;
constexpr int mostRestarts = 3; // of a list that changes while it is read
constexpr qsizetype mostKept = 50; // findings, until the next sweep
constexpr Moment overlap = Moment(60) * 60 * 1'000'000;

QStringList listPath(const QString &space, const QString &kind)
{
    return {u"api"_s, u"v1"_s, u"namespaces"_s, space, kind};
}

} // namespace

void Pull::beginSweep()
{
    // Also where the cursor was lost, and with it the number of the sweep before.
    m_cursor.sweep = std::max(m_cursor.sweep + 1, m_clock.now().toSecsSinceEpoch());
    m_cursor.isSweeping = true;
    if (m_cursor.spaces != m_subscription.text())
        m_cursor.things = 0; // fewer are what was asked for
    m_cursor.spaces = m_subscription.text();
    m_cursor.apart = domain::digestOf(m_apart);
    m_cursor.space.clear();
    m_cursor.offset = 0;
    m_cursor.total = -1;
    m_cursor.isLeaky = false;
    m_cursor.position = 0;
    m_cursor.seen.clear();
    m_cursor.before = -1;
    m_cursor.others = -1;
}

Result<void> Pull::sweep(PullResult &result)
{
    const bool isResumed = m_cursor.position != 0;
    m_findings.clear();
    m_things = 0;
    using Step = Result<void> (Pull::*)();
    for (const Step step :
         {&Pull::readEvents, &Pull::sweepNamespaces, &Pull::sweepTags, &Pull::sweepJobs,
          &Pull::sweepUnlistedJobs, &Pull::handOverJobEdges, &Pull::sweepDatasets}) {
        if (auto done = (this->*step)(); !done)
            return done;
    }
    // What happened meanwhile: it may have moved things within the lists, past the place that was
    // read.
    if (const auto followed = follow(m_cursor.sweep); !followed)
        return tl::unexpected(followed.error());
    const bool isEmptied = m_things == 0 && m_cursor.things > 0 && !isResumed;
    if (isEmptied)
        addFindings({findingOf(
            m_site.datasetsPage(), u"marquez.empty"_s,
            u"The server lists nothing any more, where it had %1 things: what is known of them stays."_s
                .arg(m_cursor.things))});
    else if (m_cursor.isLeaky)
        addFindings(
            {findingOf(m_site.datasetsPage(), u"marquez.partial"_s,
                       u"Not all of the server could be read, so nothing counts as gone."_s)});
    else
        result.swept = m_cursor.sweep;
    if (!isEmptied)
        m_cursor.things = m_things;
    m_cursor.findings = m_findings.mid(0, mostKept);
    m_cursor.isSweeping = false;
    // What passes by itself is found by a sweep soon; a server that always stumbles over something
    // is swept no more often for that.
    m_cursor.isDoubtful = m_cursor.isLeaky && !m_cursor.wasLeaky;
    m_cursor.wasLeaky = m_cursor.isLeaky;
    m_cursor.space.clear();
    m_cursor.offset = 0;
    m_cursor.sweptAtMs = m_clock.now().toMSecsSinceEpoch();
    return {};
}

Result<void> Pull::readEvents()
{
    m_memory.fold = std::make_unique<openlineage::Fold>();
    m_memory.fold->addFile(m_site.web);
    m_cursor.untold.clear();
    m_told.clear();
    m_toldRuns.clear();
    std::vector<std::pair<Moment, quint64>> digests;
    const auto read = m_feed.read(
        0,
        [&](const Event &event, quint64 digest) {
            m_memory.fold->add(event, {});
            digests.emplace_back(event.time, digest);
            const bool isOver = event.type == openlineage::EventType::Complete
                || event.type == openlineage::EventType::Fail
                || event.type == openlineage::EventType::Abort;
            m_told[event.job] |= isOver;
            m_toldRuns.insert(qHash(event.runId));
        },
        [this](qint64 done, qint64 total) { m_sink.progress(done, total, u"events"_s); });
    if (!read)
        return tl::unexpected(read.error());
    addFindings(read->findings);
    if (m_cursor.position != 0)
        return {}; // what came since the sweep began is still to be followed
    const auto now = Moment(m_clock.now().toMSecsSinceEpoch()) * 1000;
    m_cursor.position = std::clamp<Moment>(read->newest, 1, now);
    for (const auto &[time, digest] : digests) {
        if (time >= m_cursor.position - overlap)
            m_cursor.seen.insert(digest);
    }
    return {};
}

Result<void> Pull::sweepNamespaces()
{
    m_spaces.clear();
    ListWalk<NamedThing> walk(
        m_server, {.path = {u"api"_s, u"v1"_s, u"namespaces"_s}},
        [this](const auto &response) { return namespacesIn(response, m_site); });
    int listed = 0;
    const auto done = walk.walk(0, [&](Listed<NamedThing> read, qint64) {
        addFindings(read.findings);
        Page page;
        page.sweep = m_cursor.sweep;
        for (auto &space : read.items) {
            ++listed;
            if (space.isHidden || !m_subscription.has(space.name))
                continue;
            m_spaces.append(space.name);
            page.records.append(std::move(space.record));
        }
        return handOver(std::move(page));
    });
    if (!done)
        return done;
    if (listed == 0)
        return failure(
            Error::Kind::Protocol,
            u"%1 lists no namespace, which Marquez always has."_s.arg(m_site.api.shown()));
    // What moves up while pages are read may be passed over.
    m_cursor.isLeaky = m_cursor.isLeaky || walk.lost > 0 || walk.moved;
    m_spaces.sort();
    m_spaces.removeDuplicates();
    return {};
}

Result<void> Pull::sweepTags()
{
    ListWalk<NamedThing> walk(m_server, {.path = {u"api"_s, u"v1"_s, u"tags"_s}, .limit = 1000},
                              [this](const auto &response) { return tagsIn(response, m_site); });
    const auto done = walk.walk(0, [&](Listed<NamedThing> read, qint64) {
        addFindings(read.findings);
        Page page;
        page.sweep = m_cursor.sweep;
        for (auto &tag : read.items)
            page.records.append(std::move(tag.record));
        return handOver(std::move(page));
    });
    m_cursor.isLeaky = m_cursor.isLeaky || walk.lost > 0 || walk.moved;
    return done;
}

Result<void> Pull::sweepJobs()
{
    m_jobs.clear();
    m_listed.clear();
    qint64 read = 0;
    for (const auto &space : std::as_const(m_spaces)) {
        ListWalk<JobFacts> walk(
            m_server, {.path = listPath(space, u"jobs"_s), .limit = jobsAtOnce, .ahead = 2},
            [this](const auto &response) { return jobsIn(response, m_site); });
        const auto done = walk.walk(0, [&](Listed<JobFacts> listed, qint64) -> Result<void> {
            addFindings(listed.findings);
            Page page;
            page.sweep = m_cursor.sweep;
            QList<JobFacts> untold;
            for (auto &job : listed.items) {
                nameAsTold(job);
                if (m_listed.contains(job.name))
                    continue; // of another parent: for events they are one
                addJob(page, job);
                m_jobs.append(job.record.nativeId);
                m_listed.insert(job.name);
                if (!m_told.contains(job.name))
                    untold.append(job);
            }
            if (auto learned = learnUntold(untold); !learned)
                return learned;
            read += listed.rows;
            m_things += listed.items.size();
            m_sink.progress(read, 0, u"jobs"_s);
            page.cursor = m_cursor.toBytes();
            return handOver(std::move(page));
        });
        if (!done)
            return done;
        m_cursor.isLeaky = m_cursor.isLeaky || walk.lost > 0 || walk.moved;
    }
    return {};
}

//! Gives \a job the name that events know it by, where they do.
void Pull::nameAsTold(JobFacts &job) const
{
    const Name simple{job.name.space, job.simpleName};
    if (job.hasParent && !m_told.contains(job.name) && m_told.contains(simple))
        job.callAs(simple);
}

//! Adds to the fold what jobs do of which no event tells. The list has only what their runs did;
//! what is declared, the job itself says.
Result<void> Pull::learnUntold(const QList<JobFacts> &jobs)
{
    QList<QStringList> declared;
    const auto learn = [this](const JobFacts &job) {
        if (learnFrom(job, *m_memory.fold, m_toldRuns))
            m_cursor.untold.append({job.name.space, job.name.name});
    };
    for (const auto &job : jobs) {
        if (job.runs.isEmpty())
            declared.append(Site::path(job.name, u"jobs"_s));
        else
            learn(job);
    }
    return askEach(m_server, declared, [&](qsizetype, const auto &response) -> Result<void> {
        if (!response && response.error().kind != Error::Kind::NotFound
            && !isPerhapsOneThing(response.error()))
            return tl::unexpected(response.error());
        // What it reads and writes stays unknown until the next sweep.
        if (!response && response.error().kind != Error::Kind::NotFound)
            m_cursor.isLeaky = true;
        const auto listed =
            response ? jobIn(*response, m_site) : Result<Listed<JobFacts>>(Listed<JobFacts>());
        for (const auto &job : listed ? listed->items : QList<JobFacts>())
            learn(job);
        return {};
    });
}

//! A job whose newest run has no state yet is missing from the list. Other jobs that events tell of
//! and that are not listed were deleted.
Result<void> Pull::sweepUnlistedJobs()
{
    Page page;
    page.sweep = m_cursor.sweep;
    for (auto it = m_told.begin(); it != m_told.end(); ++it) {
        if (*it || it.key().isEmpty() || m_listed.contains(it.key())
            || !m_subscription.has(it.key().space))
            continue;
        const auto path = Site::path(it.key(), u"jobs"_s);
        const auto response = takeThing(m_server, path, askSoon(m_server, path));
        if (!response && response.error().kind == Error::Kind::NotFound)
            continue;
        const auto listed = response ? jobIn(*response, m_site)
                                     : Result<Listed<JobFacts>>(tl::unexpected(response.error()));
        if (!listed && !isPerhapsOneThing(listed.error()))
            return tl::unexpected(listed.error());
        if (!listed || listed->items.isEmpty()) {
            // It is there for all we know.
            m_cursor.isLeaky = true;
            addFindings(
                {findingOf(m_site.api.shown(), u"marquez.unreadable"_s,
                           u"The job %1 of %2 cannot be read: %3"_s.arg(
                               it.key().name, it.key().space,
                               listed ? u"the answer is no job"_s : listed.error().detail))});
            continue;
        }
        for (const auto &job : listed->items) {
            addJob(page, job);
            m_jobs.append(job.record.nativeId);
        }
    }
    return handOver(std::move(page));
}

Result<void> Pull::handOverJobEdges()
{
    m_meaning = meaning();
    if (auto done = handOverChecks(m_memory.fold->checks(), m_cursor.sweep); !done)
        return done;
    if (auto done = handOverEvidence(m_memory.fold->takeEvidence(), m_cursor.sweep); !done)
        return done;
    for (qsizetype from = 0; from < m_jobs.size(); from += pageRecords) {
        Page page;
        page.sweep = m_cursor.sweep;
        for (const auto &id : m_jobs.mid(from, pageRecords))
            page.lineage.append({id, m_meaning.edges.take(id)});
        if (auto done = handOver(std::move(page)); !done)
            return done;
    }
    return {};
}

Result<void> Pull::sweepDatasets()
{
    for (const auto &space : std::as_const(m_spaces)) {
        if (space < m_cursor.space)
            continue; // before the sweep was stopped
        if (space != m_cursor.space) {
            m_cursor.space = space;
            m_cursor.offset = 0;
            m_cursor.total = -1;
        }
        if (auto done = sweepDatasetsOf(space); !done)
            return done;
    }
    return {};
}

Result<void> Pull::sweepDatasetsOf(const QString &space)
{
    for (int round = 0; round < mostRestarts; ++round) {
        ListWalk<DatasetFacts> walk(
            m_server,
            {.path = listPath(space, u"datasets"_s), .limit = datasetsAtOnce, .ahead = pagesAhead},
            [this](const auto &response) { return datasetsIn(response, m_site); });
        walk.total = m_cursor.total;
        Page page;
        const auto flush = [&]() -> Result<void> {
            page.sweep = m_cursor.sweep;
            page.cursor = m_cursor.toBytes();
            return handOver(std::exchange(page, {}));
        };
        const auto done = walk.walk(m_cursor.offset, [&](Listed<DatasetFacts> listed, qint64 next) {
            addFindings(listed.findings);
            for (auto &dataset : listed.items) {
                auto &record = dataset.record;
                complete(record, m_meaning);
                page.lineage.append({record.nativeId, m_meaning.edges.value(record.nativeId)});
                page.records.append(std::move(record));
            }
            m_cursor.offset = next;
            m_cursor.total = walk.total;
            m_sink.progress(std::min(next, walk.total), walk.total, space);
            return page.records.size() < pageRecords ? Result<void>() : flush();
        });
        if (!done)
            return done;
        m_cursor.isLeaky = m_cursor.isLeaky || walk.lost > 0;
        if (auto flushed = flush(); !flushed)
            return flushed;
        if (!walk.moved) {
            m_things += std::max<qint64>(0, walk.total);
            return {};
        }
        m_cursor.offset = 0;
        m_cursor.total = -1;
    }
    m_cursor.isLeaky = true;
    return {};
}

} // namespace portolan::platforms::marquez
