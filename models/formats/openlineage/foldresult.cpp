// SPDX-License-Identifier: GPL-3.0-or-later
// The second half of the fold (fold.cpp): what was gathered is concluded from.
#include "models/formats/openlineage/fold.h"
#include "models/formats/openlineage/intervals.h"

#include <algorithm>
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
        , m_identity(fold.m_identity)
        , m_drops(m_identity)
        , m_times(m_drops)
    {
        m_identity.settle();
        for (auto it = fold.m_jobs.begin(); it != fold.m_jobs.end(); ++it)
            readJobType(it.key(), it->facets);
    }

    Folded conclude()
    {
        forEachRun([this](const Run &run, const Sighting &sighting) { addDrops(run, sighting); });
        m_drops.settle();
        forEachRun([this](const Run &run, const Sighting &sighting) { addRun(run, sighting); });
        Folded folded;
        folded.runs = int(m_fold.m_runs.size());
        addDatasets(folded);
        addJobs(folded);
        EdgeTexts texts(m_fold.m_files);
        folded.edges = m_times.edges(texts);
        for (auto &[spot, facets] : m_columns)
            folded.edges += columnEdges(spot.second, std::move(facets), m_drops, texts);
        return folded;
    }

private:
    using Spot = std::pair<Name, Name>; //!< a dataset and the job that writes it

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
        if (facet == facets.end() || !parse(facet->second.json, type))
            return;
        if (json::text(type, "processingType").toUpper() == u"STREAMING")
            m_streaming.insert(job);
        if (json::text(type, "jobType").toUpper() == u"TEST")
            m_tests.insert(job);
    }

    bool parse(const QByteArray &bytes, Json &value)
    {
        const std::string_view text(bytes.constData(), std::size_t(bytes.size()));
        return !bytes.isEmpty() && m_parser.parse(text, text).get(value) == simdjson::SUCCESS;
    }

    //! When \a run made edges; empty when it made none.
    std::optional<Sighting> sightingOf(const Run &run) const
    {
        if (run.end == EventType::Complete)
            return Sighting{run.endedAt.time, run.endPlace, run.isDesign};
        if (run.runningAt.arrival >= 0 && m_streaming.contains(run.job))
            return Sighting{run.runningAt.time, run.runningPlace, false};
        return std::nullopt;
    }

    void forEachRun(const std::function<void(const Run &, const Sighting &)> &take) const
    {
        for (const auto *runs : {&m_fold.m_designs, &m_fold.m_statements}) {
            for (const auto &run : *runs)
                take(run, *sightingOf(run));
        }
        for (const auto &run : m_fold.m_runs) {
            if (const auto sighting = sightingOf(run))
                take(run, *sighting);
        }
    }

    QSet<Name> droppedIn(const Run &run) const
    {
        QSet<Name> dropped;
        for (const auto *uses : {&run.inputs, &run.outputs}) {
            for (const auto &[name, use] : *uses) {
                if (use.dropped)
                    dropped.insert(m_identity.canonical(name));
            }
        }
        return dropped;
    }

    void addDrops(const Run &run, const Sighting &sighting)
    {
        for (const auto *uses : {&run.inputs, &run.outputs}) {
            for (const auto &[name, use] : *uses) {
                if (!use.dropped)
                    continue;
                const auto at = run.isDesign ? use.changedAt.time : sighting.at;
                m_drops.add(name, at);
                auto &last = m_lastDrop[m_identity.canonical(name)];
                last = std::max(last, at);
            }
        }
    }

    void addRun(const Run &run, const Sighting &sighting)
    {
        const auto dropped = droppedIn(run);
        const auto counts = [&](const Name &name) {
            return !dropped.contains(m_identity.canonical(name));
        };
        const bool isTest = m_tests.contains(run.job);
        const bool hasJob = !run.job.isEmpty();
        for (const auto &[input, use] : run.inputs) {
            if (counts(input))
                m_times.see({input}, {run.job, true}, run.job, sighting);
        }
        for (const auto &[output, use] : run.outputs) {
            if (!counts(output) || isTest)
                continue;
            if (hasJob) {
                m_times.see({run.job, true}, {output}, run.job, sighting);
                noteWritten(output, sighting.at, run.nominalEnd);
            }
            for (const auto &[input, inputUse] : run.inputs) {
                if (counts(input))
                    addPair(input, output, run.job, sighting);
            }
            addStated(run, output, use, sighting);
        }
        if (!isTest)
            addEntries(run, sighting);
    }

    void addPair(const Name &source, const Name &target, const Name &job, const Sighting &sighting)
    {
        if (!(m_identity.canonical(source) == m_identity.canonical(target)))
            m_times.see({source}, {target}, job, sighting);
    }

    void noteWritten(const Name &name, Moment at, const std::optional<Moment> &dataUntil)
    {
        for (const auto &key : {name, m_identity.canonical(name)}) {
            auto &last = m_written[key];
            last = std::max(last, Written{at, dataUntil});
        }
    }

    const StatedLineage *stated(const QByteArray &facet, const Name &job, bool isColumnLineage)
    {
        // What an unnamed input means depends on the job; columnLineage has no such thing.
        const std::pair key(facet, isColumnLineage ? Name() : job);
        auto known = m_stated.find(key);
        if (known == m_stated.end()) {
            auto read = std::make_unique<StatedLineage>();
            Json value;
            if (parse(facet, value))
                *read = isColumnLineage ? columnLineageIn(value) : datasetLineageIn(value, job);
            known = m_stated.emplace(key, std::move(read)).first;
        }
        return known->second.get();
    }

    void addStated(const Run &run, const Name &output, const Use &use, const Sighting &sighting)
    {
        const StatedLineage *columns = nullptr;
        auto arrival = use.columnsAt.arrival;
        if (!use.stated.isEmpty()) {
            const auto *lineage = stated(use.stated, run.job, false);
            addWhole(*lineage, {output}, run.job, sighting);
            if (!lineage->columns.isEmpty()) {
                columns = lineage;
                arrival = use.statedAt.arrival;
            }
        }
        if (!columns && !use.columns.isEmpty())
            columns = stated(use.columns, run.job, true);
        if (columns)
            addColumns(run.job, output, columns, sighting, arrival);
    }

    //! The datasets and jobs that a facet names as a whole.
    void addWhole(const StatedLineage &lineage, const End &target, const Name &job,
                  const Sighting &sighting)
    {
        for (const auto &dataset : lineage.datasets) {
            if (target.isJob)
                m_times.see({dataset}, target, target.name, sighting);
            else
                addPair(dataset, target.name, job, sighting);
        }
        for (const auto &source : lineage.jobs) {
            if (!(source == target.name) || !target.isJob)
                m_times.see({source, true}, target, source, sighting);
        }
    }

    void addColumns(const Name &job, const Name &output, const StatedLineage *columns,
                    const Sighting &sighting, qint64 arrival)
    {
        m_columns[{m_identity.canonical(output), job}].push_back(
            {.sighting = sighting, .arrival = arrival, .output = output, .stated = columns});
    }

    void addEntries(const Run &run, const Sighting &sighting)
    {
        Json facet;
        if (!parse(run.stated, facet))
            return;
        for (auto &entry : jobLineageIn(facet, run.job)) {
            (entry.isJob ? m_namedJobs : m_namedDatasets).insert(entry.target);
            addWhole(entry.stated, {entry.target, entry.isJob}, run.job, sighting);
            if (entry.isJob || entry.stated.columns.isEmpty())
                continue;
            m_entries.push_back(std::make_unique<StatedLineage>(std::move(entry.stated)));
            addColumns(run.job, entry.target, m_entries.back().get(), sighting,
                       run.statedAt.arrival);
        }
    }

    //! Outputs of tests alone are relations that nobody wrote.
    QSet<Name> onlyOfTests() const
    {
        QSet<Name> ofTests;
        QSet<Name> others;
        for (const auto *runs : {&m_fold.m_designs, &m_fold.m_statements}) {
            for (const auto &run : *runs) {
                for (const auto &[output, use] : run.outputs)
                    others.insert(output);
            }
        }
        for (const auto &run : m_fold.m_runs) {
            for (const auto &[input, use] : run.inputs)
                others.insert(input);
            for (const auto &[output, use] : run.outputs)
                (m_tests.contains(run.job) ? ofTests : others).insert(output);
        }
        return ofTests.subtract(others);
    }

    void addDatasets(Folded &folded) const
    {
        const auto left = onlyOfTests();
        auto names = (m_identity.names() + m_namedDatasets).values();
        std::sort(names.begin(), names.end());
        for (const auto &name : std::as_const(names)) {
            if (left.contains(name))
                continue;
            FoldedDataset dataset;
            dataset.name = name;
            dataset.canonical = m_identity.canonical(name);
            const auto thing = m_fold.m_datasets.value(name);
            dataset.facets = shown(thing.facets);
            dataset.place = thing.place;
            dataset.written = m_written.value(name).at;
            dataset.dataUntil = m_written.value(name).dataUntil;
            const auto drop = m_lastDrop.constFind(dataset.canonical);
            const auto written = m_written.value(dataset.canonical).at;
            dataset.dropped = drop != m_lastDrop.constEnd() && (!written || *written <= *drop);
            folded.datasets.append(std::move(dataset));
        }
    }

    static KeptFacets shown(const KeptFacets &facets)
    {
        KeptFacets kept;
        for (const auto &[name, facet] : facets) {
            if (!facet.json.isEmpty())
                kept.emplace(name, facet);
        }
        return kept;
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
        for (const auto &run : m_fold.m_designs)
            runs.push_back(&run);
        for (const auto &run : m_fold.m_runs)
            runs.push_back(&run);
        return runs;
    }

    const Fold &m_fold;
    Identity m_identity;
    Drops m_drops;
    EdgeTimes m_times;
    json::JsonParser m_parser;
    QSet<Name> m_streaming;
    QSet<Name> m_tests;
    QSet<Name> m_namedDatasets; //!< by the facet lineage of a job, and perhaps by nothing else
    QSet<Name> m_namedJobs;
    QHash<Name, Moment> m_lastDrop;
    QHash<Name, Written> m_written;
    std::map<std::pair<QByteArray, Name>, std::unique_ptr<StatedLineage>> m_stated;
    std::vector<std::unique_ptr<StatedLineage>> m_entries;
    std::map<Spot, std::vector<ColumnFacet>> m_columns;
};

Folded Fold::result() const
{
    return Settling(*this).conclude();
}

} // namespace portolan::formats::openlineage
