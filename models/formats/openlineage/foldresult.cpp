// SPDX-License-Identifier: GPL-3.0-or-later
// The second half of the fold (fold.cpp): what was gathered is concluded from.
#include "models/formats/openlineage/designspans.h"
#include "models/formats/openlineage/fold.h"
#include "models/formats/openlineage/intervals.h"
#include "models/formats/openlineage/runpairs.h"
#include "models/formats/openlineage/statedfacets.h"

#include <algorithm>
#include <initializer_list>
#include <tuple>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using portolan::formats::json::Json;

namespace portolan::formats::openlineage {

//! One conclusion. Lives while result() runs.
class Fold::Settling
{
public:
    explicit Settling(const Fold &fold)
        : m_fold(fold)
        , m_told(fold.identity({}))
        , m_identity(fold.identity(fold.m_apart))
        , m_drops(m_identity)
        , m_times(m_drops)
    {
        for (auto it = fold.m_jobs.begin(); it != fold.m_jobs.end(); ++it)
            readJobType(it.key(), it->facets);
    }

    Folded conclude()
    {
        forEachDesign([this](const Designs &designs) {
            for (const auto &[at, design] : designs)
                addDrops(design, *sightingOf(design));
        });
        for (const auto &run : m_fold.m_runs) {
            if (const auto sighting = sightingOf(run))
                addDrops(run, *sighting);
        }
        m_drops.settle();
        forEachDesign([this](const Designs &designs) { addDesigns(designs); });
        for (const auto &run : m_fold.m_runs) {
            if (const auto sighting = sightingOf(run))
                addRun(run, *sighting);
        }
        Folded folded{.runs = int(m_fold.m_runs.size())};
        addDatasets(folded);
        addJobs(folded);
        EdgeTexts texts(m_fold.m_files);
        folded.edges = m_times.edges(texts);
        for (auto &[spot, facets] : m_columns)
            folded.edges += columnEdges(spot.second, std::move(facets), m_drops, texts);
        folded.findings = m_pairs.findings(m_fold.m_files);
        return folded;
    }

private:
    struct Written
    {
        std::optional<Moment> at;
        std::optional<Moment> dataUntil;

        auto operator<=>(const Written &) const = default;
    };

    void readJobType(const Name &job, const KeptFacets &facets)
    {
        const auto facet = facets.find("jobType");
        Json type;
        if (facet == facets.end() || !m_facets.parse(facet->second.json, type))
            return;
        if (json::text(type, "processingType").toUpper() == u"STREAMING")
            m_streaming.insert(job);
        if (json::text(type, "jobType").toUpper() == u"TEST")
            m_tests.insert(job);
    }

    //! When \a run made edges; empty when it made none.
    std::optional<Sighting> sightingOf(const Run &run) const
    {
        if (run.end == EventType::Complete)
            return Sighting{run.endedAt.time, run.endPlace, run.isDesign};
        if (isStreaming(run))
            return Sighting{run.runningAt.time, run.runningPlace, false};
        return std::nullopt;
    }

    template <typename Take>
    void forEachDesign(Take take) const
    {
        for (const auto *all : {&m_fold.m_designs, &m_fold.m_statements}) {
            for (const auto &designs : *all)
                take(designs);
        }
    }

    //! Whether \a run held its uses before its last sighting: a streaming one did from the start.
    bool isStreaming(const Run &run) const
    {
        return run.runningAt.arrival >= 0 && m_streaming.contains(run.job);
    }

    //! What \a run dropped, and when it said so: the latest word about a dataset counts, by
    //! whichever of its names.
    QHash<Name, Moment> droppedIn(const Run &run) const
    {
        QHash<Name, std::pair<Stamp, bool>> last;
        for (const auto *uses : {&run.inputs, &run.outputs}) {
            for (const auto &[name, use] : *uses) {
                auto &known = last[m_identity.canonical(name)];
                known = std::max(known, std::pair(use.changedAt, use.dropped));
            }
        }
        QHash<Name, Moment> dropped;
        for (auto it = last.cbegin(); it != last.cend(); ++it) {
            if (it->second)
                dropped.insert(it.key(), it->first.time);
        }
        return dropped;
    }

    void addDrops(const Run &run, const Sighting &sighting)
    {
        const auto dropped = droppedIn(run);
        for (auto it = dropped.cbegin(); it != dropped.cend(); ++it) {
            const auto at = run.isDesign ? *it : sighting.at;
            m_drops.add(it.key(), at);
            auto &last = m_lastDrop[it.key()];
            last = std::max(last, at);
        }
    }

    //! The designs of one job, or the events of one dataset, in the order of their times.
    void addDesigns(const Designs &designs)
    {
        DesignSpans spans;
        m_spans = &spans;
        Run former;
        for (const auto &[at, design] : designs) {
            if (design.inputs.empty() && design.outputs.empty() && design.statedAt.arrival < 0)
                continue; // which says nothing of data
            const auto sighting = *sightingOf(design);
            spans.begin(sighting);
            addRun(withFormerFacets(design, former), sighting);
        }
        m_spans = nullptr;
        spans.tell(m_times, m_columns);
    }

    void see(const End &source, const End &target, const Name &job, const Sighting &sighting,
             Moment since)
    {
        if (m_spans) {
            m_spans->addArrow(source, target, job);
            return;
        }
        m_times.see(source, target, job, sighting);
        if (since < sighting.at)
            m_times.see(source, target, job, {since, sighting.place, sighting.isDesign});
    }

    //! Since when \a run has held \a uses, all together.
    Moment sinceOf(const Run &run, std::initializer_list<const Use *> uses) const
    {
        if (!isStreaming(run))
            return std::numeric_limits<Moment>::max();
        auto since = run.firstRunning;
        for (const auto *use : uses)
            since = std::max(since, use->firstAt);
        return since;
    }

    void addRun(const Run &run, const Sighting &sighting)
    {
        const auto dropped = droppedIn(run);
        const auto counts = [&](const Name &name) {
            return !dropped.contains(m_identity.canonical(name));
        };
        const bool isTest = m_tests.contains(run.job);
        const auto counted = [&](const Uses &uses) {
            return std::count_if(uses.begin(), uses.end(),
                                 [&](const auto &use) { return counts(use.first); });
        };
        const bool isPaired =
            isTest || m_pairs.take(run.job, counted(run.inputs), counted(run.outputs), sighting);
        for (const auto &[input, use] : run.inputs) {
            if (counts(input))
                see({input}, {run.job, true}, run.job, sighting, sinceOf(run, {&use}));
        }
        for (const auto &[output, use] : run.outputs) {
            if (!counts(output) || isTest)
                continue;
            if (!run.job.isEmpty()) {
                see({run.job, true}, {output}, run.job, sighting, sinceOf(run, {&use}));
                if (!run.isDesign) // which only says that it is to be written
                    noteWritten(output, sighting.at, run.nominalEnd);
            }
            for (const auto &[input, inputUse] : run.inputs) {
                if (isPaired && counts(input))
                    addPair(input, output, run.job, sighting, sinceOf(run, {&inputUse, &use}));
            }
            addStated(run, output, use, sighting);
        }
        if (!isTest)
            addEntries(run, sighting);
    }

    void addPair(const Name &source, const Name &target, const Name &job, const Sighting &sighting,
                 Moment since = Drops::never)
    {
        if (!(m_identity.canonical(source) == m_identity.canonical(target)))
            see({source}, {target}, job, sighting, since);
    }

    void noteWritten(const Name &name, Moment at, const std::optional<Moment> &dataUntil)
    {
        for (const auto &key : {name, m_identity.canonical(name)}) {
            auto &last = m_written[key];
            last = std::max(last, Written{at, dataUntil});
        }
    }

    void addStated(const Run &run, const Name &output, const Use &use, const Sighting &sighting)
    {
        const StatedLineage *columns = nullptr;
        bool isSpelled = false;
        if (!use.stated.isEmpty()) {
            const auto *lineage = m_facets.lineage(use.stated, run.job);
            addWhole(*lineage, {output}, run.job, sighting);
            if (!lineage->columns.isEmpty()) {
                columns = lineage;
                isSpelled = true;
            }
        }
        if (!columns && !use.columns.isEmpty())
            columns = m_facets.columnLineage(use.columns);
        if (columns)
            addColumns(run.job, output, columns, sighting, isSpelled,
                       isSpelled ? use.statedAt : use.columnsAt);
        if (isStreaming(run) && columns && use.stated.isEmpty())
            addFormerColumns(run, output, use, sighting);
    }

    //! What a streaming run said of the columns of \a output before its last sighting.
    void addFormerColumns(const Run &run, const Name &output, const Use &use,
                          const Sighting &sighting)
    {
        const auto add = [&](const Stamp &stamp, const QByteArray &facet) {
            const auto at = std::max(stamp.time, run.firstRunning);
            if (at < sighting.at)
                addColumns(run.job, output, m_facets.columnLineage(facet),
                           {at, sighting.place, false}, false, stamp);
        };
        for (const auto &[stamp, facet] : use.columnsWhileRunning)
            add(stamp, facet);
        add(use.columnsAt, use.columns);
    }

    //! The datasets and jobs that a facet names as a whole.
    void addWhole(const StatedLineage &lineage, const End &target, const Name &job,
                  const Sighting &sighting)
    {
        for (const auto &dataset : lineage.datasets) {
            if (target.isJob)
                see({dataset}, target, target.name, sighting, Drops::never);
            else
                addPair(dataset, target.name, job, sighting);
        }
        for (const auto &source : lineage.jobs) {
            if (!(source == target.name) || !target.isJob)
                see({source, true}, target, source, sighting, Drops::never);
        }
    }

    void addColumns(const Name &job, const Name &output, const StatedLineage *columns,
                    const Sighting &sighting, bool isSpelled, const Stamp &said)
    {
        const Spot spot{m_identity.canonical(output), job};
        ColumnFacet facet{sighting, {isSpelled, said.time, said.arrival}, output, columns};
        if (m_spans)
            m_spans->addColumns(spot, std::move(facet));
        else
            m_columns[spot].push_back(std::move(facet));
    }

    void addEntries(const Run &run, const Sighting &sighting)
    {
        Json facet;
        if (!m_facets.parse(run.stated, facet))
            return;
        for (auto &entry : jobLineageIn(facet, run.job)) {
            (entry.isJob ? m_namedJobs : m_namedDatasets).insert(entry.target);
            addWhole(entry.stated, {entry.target, entry.isJob}, run.job, sighting);
            if (entry.isJob || entry.stated.columns.isEmpty())
                continue;
            m_entries.push_back(std::make_unique<StatedLineage>(std::move(entry.stated)));
            addColumns(run.job, entry.target, m_entries.back().get(), sighting, true, run.statedAt);
        }
    }

    void addDatasets(Folded &folded) const
    {
        const auto left = m_fold.onlyOf(m_tests);
        auto names = (m_identity.names() + m_namedDatasets).values();
        std::sort(names.begin(), names.end());
        for (const auto &name : std::as_const(names)) {
            if (left.contains(name))
                continue;
            FoldedDataset dataset;
            dataset.name = name;
            dataset.canonical = m_told.canonical(name);
            const auto thing = m_fold.m_datasets.value(name);
            dataset.facets = shown(thing.facets);
            dataset.place = thing.place;
            dataset.written = m_written.value(name).at;
            dataset.dataUntil = m_written.value(name).dataUntil;
            const auto own = m_identity.canonical(name);
            const auto drop = m_lastDrop.constFind(own);
            const auto written = m_written.value(own).at;
            dataset.dropped = drop != m_lastDrop.constEnd() && (!written || *written <= *drop);
            folded.datasets.append(std::move(dataset));
        }
    }

    void addJobs(Folded &folded) const
    {
        QHash<Name, const Run *> last;
        QSet<Name> withData;
        for (const auto *run : allRuns()) {
            if (!run->inputs.empty() || !run->outputs.empty())
                withData.insert(run->job);
            auto &known = last[run->job];
            if (!run->isDesign && run->endedAt.arrival >= 0
                && (!known
                    || std::tuple(known->endedAt.time, known->end)
                        < std::tuple(run->endedAt.time, run->end)))
                known = run;
        }
        withData += m_namedJobs;
        auto names = m_namedJobs;
        for (auto it = m_fold.m_jobs.begin(); it != m_fold.m_jobs.end(); ++it)
            names.insert(it.key());
        for (const auto &name : std::as_const(names)) {
            const auto thing = m_fold.m_jobs.value(name);
            FoldedJob job;
            job.name = name;
            job.facets = shown(thing.facets);
            job.place = thing.place;
            job.hasData = withData.contains(name);
            if (const auto *run = last.value(name)) {
                job.state = run->end;
                job.ended = run->endedAt.time;
            }
            folded.jobs.append(std::move(job));
        }
        std::sort(
            folded.jobs.begin(), folded.jobs.end(),
            [](const FoldedJob &left, const FoldedJob &right) { return left.name < right.name; });
    }

    std::vector<const Run *> allRuns() const
    {
        std::vector<const Run *> runs;
        for (const auto &designs : m_fold.m_designs) {
            for (const auto &[at, design] : designs)
                runs.push_back(&design);
        }
        for (const auto &run : m_fold.m_runs)
            runs.push_back(&run);
        return runs;
    }

    const Fold &m_fold;
    DesignSpans *m_spans = nullptr; //!< while designs are read
    Identity m_told; //!< as events say it
    Identity m_identity; //!< as it counts: some of it may be kept apart
    Drops m_drops;
    EdgeTimes m_times;
    StatedFacets m_facets;
    RunPairs m_pairs;
    QSet<Name> m_streaming;
    QSet<Name> m_tests;
    QSet<Name> m_namedDatasets; //!< by the facet lineage of a job, and perhaps by nothing else
    QSet<Name> m_namedJobs;
    QHash<Name, Moment> m_lastDrop;
    QHash<Name, Written> m_written;
    std::vector<std::unique_ptr<StatedLineage>> m_entries;
    ColumnFacets m_columns;
};

Folded Fold::result() const
{
    return Settling(*this).conclude();
}

} // namespace portolan::formats::openlineage
