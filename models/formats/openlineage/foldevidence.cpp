// SPDX-License-Identifier: GPL-3.0-or-later
// What the runs of a fold are evidence of, beside lineage.
//
// A run that completes and writes a dataset is an update of it (5.4, rule 7), at the time of the
// COMPLETE, or at dataQualityMetrics.lastUpdated where the run says so. Left out:
// - nominalEndTime. It is the end of the period that a schedule gave the run: for a load of the
//   whole of today it lies ahead, for a load of last year far behind. What a freshness SLO asks is
//   when data arrived. (Up to when they reach is FoldedDataset::dataUntil.)
// - runs of a job type TEST, whose outputs nobody wrote; datasets that a run dropped; failed and
//   aborted runs; what job and dataset events only state.
// - running streams: that they run does not say that anything came.
// A lastUpdated of something that a run only read is a look at it now and then, a sample.
//
// A run that was told before and is told more of is handed over again as a whole: the keys of the
// history make that no change. An update cannot be taken back, also when a later event says that
// the run failed after all.
#include "models/formats/openlineage/evidence.h"
#include "models/formats/openlineage/fold.h"

#include <algorithm>
#include <tuple>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::CheckRun;
using portolan::domain::FreshnessUpdate;

namespace portolan::formats::openlineage {
namespace {

FreshnessUpdate updateOf(const Name &dataset, Moment at, Moment seen, bool sampled)
{
    // Nobody sees an update before it happens: the two clocks differ.
    return {.asset = datasetId(dataset),
            .at = dateTimeOf(std::min(at, seen)),
            .seen = dateTimeOf(seen),
            .source = evidenceSource(),
            .sampled = sampled};
}

//! What the newest event with a lastUpdated of \a dataset says.
std::optional<Moment> lastUpdatedOf(const Told *told, const Name &dataset)
{
    if (!told)
        return {};
    const auto found = told->measured.find(dataset);
    if (found == told->measured.end())
        return {};
    for (auto it = found->second.rbegin(); it != found->second.rend(); ++it) {
        if (it->second.lastUpdated)
            return it->second.lastUpdated;
    }
    return {};
}

} // namespace

//! One hand-over. Lives while takeEvidence() runs.
class Fold::Gathering
{
public:
    explicit Gathering(const Fold &fold)
        : m_fold(fold)
        , m_tests(fold.tests(true))
    {
    }

    void add(const QString &id, const Run &run)
    {
        const auto *told = m_fold.m_assertions.toldIn(id);
        if (told)
            addResults(id, run, *told);
        if (run.end == EventType::Complete && !m_fold.isTest(run.job))
            addWritten(run, told);
        if (told)
            addSeen(*told, run);
    }

    //! What job and dataset events told.
    void addStatements(const Told &told)
    {
        addRuns(m_evidence.runs, m_fold.m_assertions, told, {},
                [](int, const Outcome &) { return Assertion(); });
        addSeen(told, Run());
    }

    domain::Evidence take()
    {
        std::sort(m_evidence.runs.begin(), m_evidence.runs.end(),
                  [](const CheckRun &left, const CheckRun &right) {
                      return std::tie(left.at, left.check, left.runId)
                          < std::tie(right.at, right.check, right.runId);
                  });
        const auto key = [](const FreshnessUpdate &update) {
            return std::tie(update.at, update.asset, update.seen, update.sampled);
        };
        auto &updates = m_evidence.updates;
        std::sort(updates.begin(), updates.end(),
                  [&key](const FreshnessUpdate &left, const FreshnessUpdate &right) {
                      return key(left) < key(right);
                  });
        updates.erase(std::unique(updates.begin(), updates.end()), updates.end());
        return std::move(m_evidence);
    }

private:
    void addResults(const QString &id, const Run &run, const Told &told)
    {
        const auto family = familyOf(id, run);
        const auto uses = usesOf(run);
        addRuns(m_evidence.runs, m_fold.m_assertions, told, id,
                [&](int number, const Outcome &outcome) {
                    if (m_tests.isSaid(family, uses, number, outcome))
                        return Assertion();
                    auto test = m_fold.m_assertions.assertion(number);
                    test.dataset = testedBy(run);
                    return test;
                });
    }

    void addWritten(const Run &run, const Told *told)
    {
        QSet<Name> dropped;
        for (const auto *uses : {&run.inputs, &run.outputs}) {
            for (const auto &[name, use] : *uses) {
                if (use.dropped)
                    dropped.insert(canonical(name));
            }
        }
        for (const auto &[name, use] : run.outputs) {
            if (!dropped.isEmpty() && dropped.contains(canonical(name)))
                continue;
            const auto at = lastUpdatedOf(told, name).value_or(run.endedAt.time);
            m_evidence.updates.append(updateOf(name, at, run.endedAt.time, false));
        }
    }

    void addSeen(const Told &told, const Run &run)
    {
        for (const auto &[name, all] : told.measured) {
            if (run.outputs.contains(name))
                continue;
            for (const auto &[seen, measured] : all) {
                if (measured.lastUpdated)
                    m_evidence.updates.append(updateOf(name, *measured.lastUpdated, seen, true));
            }
        }
    }

    //! Settles identities only when somebody asks: runs that drop something are few.
    Name canonical(const Name &name)
    {
        if (!m_identity)
            m_identity = m_fold.identity(m_fold.m_apart);
        return m_identity->canonical(name);
    }

    const Fold &m_fold;
    const ToldTests m_tests;
    std::optional<Identity> m_identity;
    domain::Evidence m_evidence;
};

//! What a test of the facet "test" counts for: the least of what its run reads.
Name Fold::testedBy(const Run &run)
{
    return run.inputs.empty() ? Name() : run.inputs.begin()->first;
}

ToldTests::Uses Fold::usesOf(const Run &run)
{
    return [&run](const Name &dataset) {
        return run.inputs.contains(dataset) || run.outputs.contains(dataset);
    };
}

//! Runs of one parent are a family, the parent among them.
QString Fold::familyOf(const QString &id, const Run &run)
{
    return run.parent.isEmpty() ? id : run.parent;
}

//! What the tests of all runs are, or of those that are news.
ToldTests Fold::tests(bool onlyOfNews) const
{
    ToldTests tests(m_assertions);
    bool hasTests = false;
    const auto &told = m_assertions.runs();
    for (auto it = told.begin(); it != told.end(); ++it) {
        const auto run = it->hasTests ? m_runs.constFind(it.key()) : m_runs.constEnd();
        if (run == m_runs.constEnd() || (onlyOfNews && !run->isNews))
            continue;
        tests.expect(familyOf(it.key(), *run), *it);
        hasTests = true;
    }
    for (auto it = told.begin(); hasTests && it != told.end(); ++it) {
        if (const auto run = m_runs.constFind(it.key()); run != m_runs.constEnd())
            tests.offer(familyOf(it.key(), *run), *it);
    }
    return tests;
}

bool Fold::isTest(const Name &job) const
{
    const auto thing = m_jobs.constFind(job);
    if (thing == m_jobs.constEnd())
        return false;
    const auto facet = thing->facets.find("jobType");
    if (facet == thing->facets.end() || facet->second.json.isEmpty())
        return false;
    json::JsonParser parser;
    const std::string_view text(facet->second.json.constData(),
                                std::size_t(facet->second.json.size()));
    json::Json type;
    return parser.parse(text, text).get(type) == simdjson::SUCCESS
        && json::text(type, "jobType").toUpper() == u"TEST";
}

domain::Evidence Fold::takeEvidence()
{
    Gathering gathering(*this);
    for (auto it = m_runs.begin(); it != m_runs.end(); ++it) {
        if (std::exchange(it->isNews, false))
            gathering.add(it.key(), *it);
    }
    gathering.addStatements(m_assertions.takeTold());
    auto evidence = gathering.take();
    if (m_arrivals > 0)
        evidence.observations.append({evidenceSource(), {}, dateTimeOf(m_newest)});
    return evidence;
}

QList<domain::Record> Fold::checks() const
{
    struct Known
    {
        Assertion assertion;
        int number = 0;
        QStringList assets;
    };

    std::map<QString, Known> known;
    const auto add = [&known](const Assertion &assertion, int number, const QStringList &assets) {
        auto &check = known[checkId(assertion)];
        check.assertion = assertion;
        check.number = number;
        for (const auto &asset : assets) {
            if (!check.assets.contains(asset))
                check.assets.append(asset);
        }
    };
    for (int number = 0; number < m_assertions.count(); ++number) {
        const auto &assertion = m_assertions.assertion(number);
        if (!assertion.dataset.isEmpty())
            add(assertion, number, {datasetId(assertion.dataset)});
    }
    // Tests are told by the run facet, and are about what their runs read.
    const auto told = tests(false);
    for (auto it = m_assertions.runs().begin(); it != m_assertions.runs().end(); ++it) {
        const auto run = it->hasTests ? m_runs.constFind(it.key()) : m_runs.constEnd();
        if (run == m_runs.constEnd() || run->inputs.empty())
            continue;
        const auto family = familyOf(it.key(), *run);
        const auto uses = usesOf(*run);
        QStringList assets;
        for (const auto &[input, use] : run->inputs)
            assets.append(datasetId(input));
        for (const auto &[key, outcome] : it->outcomes) {
            auto assertion = m_assertions.assertion(key.first);
            if (std::exchange(assertion.dataset, testedBy(*run)).isEmpty()
                && !told.isSaid(family, uses, key.first, outcome))
                add(assertion, key.first, assets);
        }
    }
    QList<domain::Record> checks;
    for (auto &[id, check] : known) {
        check.assets.sort();
        checks.append(checkOf(check.assertion, m_assertions.words(check.number), check.assets));
    }
    return checks;
}

} // namespace portolan::formats::openlineage
