// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/marquez/pull.h"

#include "models/formats/openlineage/datasets.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;
namespace openlineage = portolan::formats::openlineage;
using portolan::domain::LineageLevel;

namespace portolan::platforms::marquez {
namespace {

constexpr qsizetype mostFindings = 200;
constexpr qsizetype mostEvidence = 5000;
constexpr qsizetype pageRecords = 500;
// Something that the feed does not tell is worth a sweep, but not one after the other.
constexpr qint64 doubtMs = qint64(15) * 60 * 1000;
constexpr qint64 hourMs = qint64(60) * 60 * 1000;

} // namespace

Pull::Pull(const Site &site, const Subscription &subscription, const Clock &clock,
           std::shared_ptr<net::HttpClient> http, Memory &memory, PageSink &sink)
    : m_site(site)
    , m_subscription(subscription)
    , m_clock(clock)
    , m_memory(memory)
    , m_sink(sink)
    , m_calls(http, site.api, cancellationOf(sink))
    , m_server{m_calls, http}
    , m_feed(m_calls)
{
}

Result<PullResult> Pull::run(const QByteArray &cursor, bool full)
{
    const auto known = Cursor::fromBytes(cursor);
    if (known)
        m_cursor = *known;
    auto apart = m_sink.namesApart();
    if (!apart)
        return tl::unexpected(apart.error());
    m_apart = *std::move(apart);
    PullResult result;
    // Edges of every dataset may be others, or what is kept, and the feed tells of none of them.
    const bool isOther =
        domain::digestOf(m_apart) != m_cursor.apart || m_cursor.spaces != m_subscription.text();
    if (full || !known || isOther || m_cursor.isSweeping || isSweepDue()) {
        if (full || isOther || !m_cursor.isSweeping)
            beginSweep();
        if (auto done = sweep(result); !done)
            return tl::unexpected(done.error());
    } else {
        const auto followed = follow(0);
        if (!followed)
            return tl::unexpected(followed.error());
        if (isSweepDue()) {
            beginSweep();
            if (auto done = sweep(result); !done)
                return tl::unexpected(done.error());
        } else {
            result.unchanged = !*followed;
            m_findings.removeIf(
                [this](const auto &finding) { return m_cursor.findings.contains(finding); });
            m_findings = m_cursor.findings + m_findings;
        }
    }
    result.cursor = m_cursor.toBytes();
    result.findings = std::move(m_findings);
    return result;
}

qint64 Pull::sinceSweepMs() const
{
    return m_clock.now().toMSecsSinceEpoch() - m_cursor.sweptAtMs;
}

//! Of a small server every hour, of a large one every day: it costs what there is.
bool Pull::isSweepDue() const
{
    const auto since = sinceSweepMs();
    const auto everyMs = std::clamp(m_cursor.things / 2000 * hourMs, hourMs, 24 * hourMs);
    if (m_cursor.untold.size() > Cursor::mostUntold && !m_memory.fold)
        return true;
    return m_cursor.sweptAtMs == 0 || since < 0 || since >= everyMs
        || (m_cursor.isDoubtful && since >= doubtMs);
}

Pull::Meaning Pull::meaning()
{
    m_memory.fold->setApart(m_apart);
    auto folded = m_memory.fold->result();
    addFindings(folded.findings);
    Meaning meaning;
    QHash<QString, QString> pages; // of jobs
    for (const auto &job : std::as_const(folded.jobs))
        pages.insert(openlineage::jobId(job.name), m_site.jobPage(job.name));
    for (const auto &dataset : std::as_const(folded.datasets)) {
        if (!(dataset.canonical == dataset.name))
            meaning.sameAs.insert(openlineage::datasetId(dataset.name),
                                  openlineage::datasetId(dataset.canonical));
    }
    QHash<QString, QSet<Name>> things; // by key
    for (const auto &dataset : std::as_const(folded.datasets))
        things[openlineage::datasetKeyOf(dataset.name)].insert(dataset.canonical);
    for (const auto &dataset : std::as_const(folded.datasets)) {
        const auto &name = dataset.name.name;
        if (name != name.toLower()
            && things.value(openlineage::datasetKeyOf(dataset.name)).size() > 1)
            meaning.apart.insert(openlineage::datasetId(dataset.name));
    }
    QHash<QString, QSet<QString>> readers;
    for (auto &edge : folded.edges) {
        edge.place = pages.value(edge.job, m_site.web);
        if (edge.level == LineageLevel::Dataset && !edge.validTo.isValid())
            readers[edge.source].insert(edge.target);
        const auto target = edge.target;
        meaning.edges[target].append(std::move(edge));
    }
    for (auto it = readers.begin(); it != readers.end(); ++it)
        meaning.readers.insert(it.key(), int(it->size()));
    return meaning;
}

//! What the events know of a thing beside its lineage.
void Pull::complete(domain::Record &record, const Meaning &meaning) const
{
    record.sameAs = meaning.sameAs.value(record.nativeId);
    if (meaning.apart.contains(record.nativeId))
        record.datasetKey.clear();
    record.popularity = meaning.readers.value(record.nativeId);
}

Result<void> Pull::handOver(Page page)
{
    if (m_sink.isCancelled())
        return failure(Error::Kind::Cancelled, u"stopped by the user"_s);
    page.isLineageApart = true;
    return m_sink.page(std::move(page));
}

Result<void> Pull::handOverEvidence(domain::Evidence evidence, qint64 sweep)
{
    // Nobody has looked yet at what is to come, whatever a clock elsewhere says.
    for (auto &observation : evidence.observations)
        observation.until = std::min(observation.until, m_clock.now());
    const auto isElsewhere = [this](const QString &id) { return !m_subscription.holds(id); };
    evidence.runs.removeIf([&](const auto &run) { return isElsewhere(run.check); });
    evidence.updates.removeIf([&](const auto &update) { return isElsewhere(update.asset); });
    const auto pages = [&](const auto &facts, auto member) -> Result<void> {
        for (qsizetype from = 0; from < facts.size(); from += mostEvidence) {
            Page page;
            page.evidence.*member = facts.mid(from, mostEvidence);
            page.sweep = sweep;
            if (auto done = handOver(std::move(page)); !done)
                return done;
        }
        return {};
    };
    if (auto done = pages(evidence.runs, &domain::Evidence::runs); !done)
        return done;
    if (auto done = pages(evidence.updates, &domain::Evidence::updates); !done)
        return done;
    return pages(evidence.observations, &domain::Evidence::observations);
}

Result<void> Pull::handOverChecks(QList<domain::Record> checks, qint64 sweep)
{
    checks.removeIf([this](const auto &check) { return !m_subscription.holds(check.nativeId); });
    for (qsizetype from = 0; from < checks.size(); from += pageRecords) {
        Page page;
        page.records = checks.mid(from, pageRecords);
        page.sweep = sweep;
        if (auto done = handOver(std::move(page)); !done)
            return done;
    }
    return {};
}

void Pull::addFindings(const QList<domain::Finding> &findings)
{
    m_findings += findings.mid(0, std::max<qsizetype>(0, mostFindings - m_findings.size()));
}

//! Adds to \a fold what \a job did, but for runs of which events tell: one that names itself as its
//! parent has two jobs here. Whether there was anything.
bool Pull::learnFrom(const JobFacts &job, openlineage::Fold &fold, const QSet<size_t> &toldRuns)
{
    bool isAny = false;
    const auto events = eventsOf(job);
    for (const auto &event : events) {
        if (!event.runId.isEmpty() && toldRuns.contains(qHash(event.runId)))
            continue;
        fold.add(event, {});
        isAny = true;
    }
    return isAny;
}

void Pull::addJob(Page &page, const JobFacts &job)
{
    page.records.append(job.record);
    if (auto told = runCheckOf(job)) {
        page.records.append(std::move(told->check));
        page.evidence.runs += told->runs;
    }
}

} // namespace portolan::platforms::marquez
