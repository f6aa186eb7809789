// SPDX-License-Identifier: GPL-3.0-or-later
// How events become lineage.
//
// Terms. A run is one execution of a job; its events tell piece by piece what it read and wrote. A
// use is a dataset among the inputs or outputs of a run. A design is what a job or dataset event
// states without any run; each is kept like a run that succeeded.
//
// 1. add() only gathers: for each run the union of its inputs and outputs, its latest end, and for
//    each facet the newest. All of these are sets and maxima, so neither the order of the events
//    nor their repetition matters. (Of two facts of one time the one that came last is kept, of two
//    ends the one that came first.) Nothing is concluded before everything is known.
// 2. result() concludes. A run makes edges when its latest end is COMPLETE, or when its job is a
//    streaming one and was seen running, then from the first time that it named both ends while it
//    ran. Each of its inputs leads to the job, the job to each of its outputs, and each input to
//    each output that is another dataset. A design says all that its job is to do: what the next
//    one that names any data lacks, ends there. No run ends what another run did.
// 3. Columns: of one output and job the newest run with a facet counts; a run without it changes
//    nothing. The facet "lineage" is preferred to "columnLineage" where a run has both, and the
//    whole datasets and jobs that it names are edges as well.
// 4. Symlinks and renames make several names one dataset. Rules are applied to the dataset, edges
//    are handed on under the names that the events used: whoever stores them joins the names, can
//    say why, and can undo it. What was undone is told to setApart(), and is two to the rules.
// 5. A drop ends every edge of the dataset, until a later run writes it again (intervals.h).
//
// Left out: outputs of tests, which are relations that were never written; failed and aborted runs,
// which are incidents and no lineage; the order of runs within a parent.
#include "models/formats/openlineage/fold.h"

#include "models/formats/openlineage/intervals.h"

#include <QRegularExpression>

#include <algorithm>
#include <string>

using namespace Qt::Literals::StringLiterals;
using portolan::formats::json::Json;

namespace portolan::formats::openlineage {
namespace {

//! What of a facet may be shown: addresses keep no user name and password.
QByteArray shownJson(const Json &facet)
{
    const auto text = simdjson::minify(facet);
    QByteArray bytes(text.data(), qsizetype(text.size()));
    if (!bytes.contains("://") || !bytes.contains('@'))
        return bytes;
    static const QRegularExpression secret(uR"((://)[^/@\s"]+@)"_s);
    return QString::fromUtf8(bytes).replace(secret, u"\\1***@"_s).toUtf8();
}

bool isDeleted(const Json &facet)
{
    return json::isTrue(json::member(facet, "_deleted"));
}

bool isTerminal(EventType type)
{
    return type == EventType::Complete || type == EventType::Fail || type == EventType::Abort;
}

//! Of two ends the later one counts, of two at one time the one that came first.
bool isLaterEnd(const Stamp &stamp, const Stamp &known)
{
    return known.arrival < 0 || stamp.time > known.time
        || (stamp.time == known.time && stamp.arrival < known.arrival);
}

} // namespace

int Fold::addFile(const QString &file)
{
    m_files.append(file);
    return int(m_files.size()) - 1;
}

QByteArray Fold::shared(const Json &facet)
{
    const auto text = simdjson::minify(facet);
    return *m_texts.insert(QByteArray(text.data(), qsizetype(text.size())));
}

void Fold::add(const Event &event, const Place &place)
{
    const Stamp stamp{event.time, m_arrivals++};
    m_newest = std::max(m_newest, event.time);
    m_assertions.add(event);
    switch (event.kind) {
    case Event::Kind::Run:
        addRun(m_runs[event.runId], event, stamp, place);
        break;
    case Event::Kind::Job: {
        auto &design = m_designs[event.job][event.time];
        design.isDesign = true;
        addRun(design, event, stamp, place);
        break;
    }
    case Event::Kind::Dataset: {
        auto &statement = m_statements[event.dataset->name][event.time];
        statement.isDesign = true;
        addUse(statement.outputs, *event.dataset, stamp, EventType::Complete);
        if (statement.endedAt < stamp) {
            statement.endedAt = stamp;
            statement.endPlace = place;
        }
        statement.end = EventType::Complete;
        addThing(m_datasets[event.dataset->name], event.dataset->facets, stamp, place);
        addIdentity(*event.dataset);
        return;
    }
    }
    addThing(m_jobs[event.job], event.jobFacets, stamp, place);
    for (const auto *side : {&event.inputs, &event.outputs}) {
        for (const auto &dataset : *side) {
            addThing(m_datasets[shared(dataset.name)], dataset.facets, stamp, place);
            addIdentity(dataset);
        }
    }
}

void Fold::addRun(Run &run, const Event &event, const Stamp &stamp, const Place &place)
{
    const auto type = event.kind == Event::Kind::Job ? EventType::Complete : event.type;
    // One run of two jobs is a mistake of the producer; the lesser name holds in any order.
    if (run.job.isEmpty() || event.job < run.job)
        run.job = shared(event.job);
    run.isNews = true;
    if (isTerminal(type) && isLaterEnd(stamp, run.endedAt)) {
        run.endedAt = stamp;
        run.end = type;
        run.endPlace = place;
    }
    if (type == EventType::Running) {
        run.firstRunning = std::min(run.firstRunning, stamp.time);
        if (run.runningAt < stamp) {
            run.runningAt = stamp;
            run.runningPlace = place;
        }
    }
    for (const auto &[name, facet] : event.jobFacets) {
        if (name != "lineage" || stamp < run.statedAt)
            continue;
        run.statedAt = stamp;
        run.stated = isDeleted(facet) ? QByteArray() : shared(facet);
    }
    for (const auto &[name, facet] : event.runFacets) {
        if (name == "parent") {
            const auto parent = json::text(json::member(facet, "run"), "runId");
            if (!parent.isEmpty() && (run.parent.isEmpty() || parent < run.parent))
                run.parent = *m_parents.insert(parent);
        }
        if (name != "nominalTime" || stamp < run.nominalAt)
            continue;
        run.nominalAt = stamp;
        run.nominalEnd = momentOf(json::text(facet, "nominalEndTime").toStdString());
    }
    for (const auto &dataset : event.inputs)
        addUse(run.inputs, dataset, stamp, type);
    for (const auto &dataset : event.outputs)
        addUse(run.outputs, dataset, stamp, type);
}

//! A facet that is deleted says that there are no columns any more: that is more than nothing.
QByteArray Fold::columnFacet(const Json &facet)
{
    return isDeleted(facet) ? QByteArrayLiteral("{}") : shared(facet);
}

void Fold::addUse(Uses &uses, const EventDataset &dataset, const Stamp &stamp, EventType type)
{
    auto &use = uses[shared(dataset.name)];
    use.firstAt = std::min(use.firstAt, stamp.time);
    for (const auto &[name, facet] : dataset.facets) {
        if (name == "columnLineage" && type == EventType::Running)
            use.columnsWhileRunning[stamp] = columnFacet(facet);
        if (name == "columnLineage" && use.columnsAt < stamp) {
            use.columnsAt = stamp;
            use.columns = columnFacet(facet);
        } else if (name == "lineage" && use.statedAt < stamp) {
            use.statedAt = stamp;
            use.stated = isDeleted(facet) ? QByteArray() : shared(facet);
        } else if (name == "lifecycleStateChange" && use.changedAt < stamp) {
            use.changedAt = stamp;
            use.dropped = json::text(facet, "lifecycleStateChange").toUpper() == u"DROP";
        }
    }
}

//! \a design with the facets "lineage" of those before, which \a former gathers: a facet holds
//! until another one replaces it.
Fold::Run Fold::withFormerFacets(const Run &design, Run &former)
{
    auto run = design;
    const auto inherit = [](auto &own, auto &known) {
        if (own.statedAt.arrival < 0) {
            own.stated = known.stated;
            own.statedAt = known.statedAt;
        }
        known.stated = own.stated;
        known.statedAt = own.statedAt;
    };
    inherit(run, former);
    for (auto &[name, use] : run.outputs)
        inherit(use, former.outputs[name]);
    return run;
}

void Fold::addThing(Thing &thing, const QList<std::pair<QByteArray, Json>> &facets,
                    const Stamp &stamp, const Place &place)
{
    if (thing.seenAt < stamp) {
        thing.seenAt = stamp;
        thing.place = place;
    }
    for (const auto &[name, facet] : facets) {
        auto &kept = thing.facets[name];
        if (stamp < kept.stamp)
            continue;
        kept.stamp = stamp;
        kept.json = isDeleted(facet) ? QByteArray() : shownJson(facet);
    }
}

//! The outputs of \a tests alone: relations that nobody wrote.
QSet<Name> Fold::onlyOf(const QSet<Name> &tests) const
{
    QSet<Name> ofTests;
    QSet<Name> others;
    for (const auto *all : {&m_designs, &m_statements}) {
        for (const auto &designs : *all) {
            for (const auto &[at, design] : designs) {
                for (const auto &[output, use] : design.outputs)
                    others.insert(output);
            }
        }
    }
    for (const auto &run : m_runs) {
        for (const auto &[input, use] : run.inputs)
            others.insert(input);
        for (const auto &[output, use] : run.outputs)
            (tests.contains(run.job) ? ofTests : others).insert(output);
    }
    return ofTests.subtract(others);
}

//! Those of \a facets that were not deleted.
KeptFacets Fold::shown(const KeptFacets &facets)
{
    KeptFacets kept;
    for (const auto &[name, facet] : facets) {
        if (!facet.json.isEmpty())
            kept.emplace(name, facet);
    }
    return kept;
}

//! What is one dataset, but for those whose ids are in \a apart.
Identity Fold::identity(const domain::NamePairs &apart) const
{
    auto identity = m_identity;
    QHash<QString, Name> names; // of the ids that are asked for
    for (const auto &[one, other] : apart) {
        names.insert(one, {});
        names.insert(other, {});
    }
    for (const auto &name : names.isEmpty() ? QSet<Name>() : identity.names()) {
        if (const auto asked = names.find(datasetId(name)); asked != names.end())
            *asked = name;
    }
    for (const auto &[one, other] : apart)
        identity.separate(names.value(one), names.value(other));
    identity.settle();
    return identity;
}

void Fold::addIdentity(const EventDataset &dataset)
{
    m_identity.noteUse(shared(dataset.name));
    for (const auto &[name, facet] : dataset.facets) {
        if (name == "symlinks") {
            for (const auto &other : json::items(json::member(facet, "identifiers")))
                m_identity.unite(dataset.name, nameIn(other));
        } else if (name == "lifecycleStateChange") {
            const auto former = nameIn(json::member(facet, "previousIdentifier"));
            if (former.isEmpty())
                continue;
            m_identity.unite(dataset.name, former);
            m_identity.noteFormer(former);
        }
    }
}

} // namespace portolan::formats::openlineage
