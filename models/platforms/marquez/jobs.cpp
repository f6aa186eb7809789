// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/marquez/jobs.h"

#include "models/formats/openlineage/facets.h"
#include "models/formats/openlineage/jobs.h"
#include "models/platforms/marquez/shownjson.h"

#include <QHash>

using namespace Qt::Literals::StringLiterals;
namespace json = portolan::formats::json;
namespace openlineage = portolan::formats::openlineage;
using json::Json;
using openlineage::Event;
using openlineage::EventType;
using portolan::domain::CheckRun;
using portolan::domain::Record;
using portolan::domain::Relation;
using portolan::domain::RunStatus;

namespace portolan::platforms::marquez {
namespace {

std::optional<openlineage::Moment> momentIn(const Json &document, const char *key)
{
    return openlineage::momentOf(json::text(document, key).toStdString());
}

RunFacts runOf(const Json &document)
{
    RunFacts run;
    run.id = json::text(document, "id");
    run.state = json::text(document, "state").toUpper();
    run.ended = momentIn(document, "endedAt");
    run.inputs = namesIn(json::member(document, "inputDatasetVersions"));
    run.outputs = namesIn(json::member(document, "outputDatasetVersions"));
    run.problem = QString::fromUtf8(
        masked(json::text(json::member(document, {"facets", "errorMessage"}), "message").toUtf8()));
    run.problem = run.problem.section(u'\n', 0, 0).left(500);
    return run;
}

EventType endOf(const QString &state)
{
    static const QHash<QString, EventType> words{{u"COMPLETED"_s, EventType::Complete},
                                                 {u"FAILED"_s, EventType::Fail},
                                                 {u"ABORTED"_s, EventType::Abort}};
    return words.value(state, EventType::Other);
}

JobFacts factsOf(const Json &document, const Name &name, const Site &site)
{
    JobFacts job;
    job.name = name;
    job.inputs = namesIn(json::member(document, "inputs"));
    job.outputs = namesIn(json::member(document, "outputs"));
    job.created = momentIn(document, "createdAt");
    job.simpleName = json::text(document, "simpleName");
    job.hasParent = !json::text(document, "parentJobName").isEmpty();
    for (const auto &run : json::items(json::member(document, "latestRuns")))
        job.runs.append(runOf(run));
    openlineage::FoldedJob folded;
    folded.name = name;
    folded.facets = keptFacets(json::member(document, "facets"));
    for (const auto &run : std::as_const(job.runs)) {
        // Of the run that ended last: the first of the list may still be running.
        if (!run.isOver() || (folded.ended && *folded.ended >= *run.ended))
            continue;
        folded.state = endOf(run.state);
        folded.ended = run.ended;
    }
    const auto page = site.jobPage(name);
    job.record = openlineage::assetOf(folded, page);
    auto &record = job.record;
    if (record.description.isEmpty())
        record.description = json::text(document, "description");
    auto tags = json::texts(json::member(document, "tags"));
    tags.sort();
    for (const auto &tag : std::as_const(tags)) {
        if (!record.tags.contains(tag))
            record.tags.append(tag);
    }
    if (!folded.facets.contains("jobType")) {
        // Marquez calls every job a batch until somebody says otherwise.
        const auto type = json::text(document, "type").toLower();
        openlineage::addFact(record, u"processing"_s, type == u"batch" ? QString() : type);
    }
    openlineage::addFact(record, u"part of"_s, json::text(document, "parentJobName"));
    const auto location = json::text(document, "location");
    if (!location.isEmpty() && record.references.isEmpty())
        record.references.append({.type = u"source code"_s, .url = location, .description = {}});
    placeIn(record, name.space);
    // Its newest run stands in it; the ten that the list adds are evidence, and would be rewritten
    // with each run.
    record.native = {{.file = page, .line = 0, .json = shownJson(document, "latestRuns")}};
    return job;
}

void addJob(Listed<JobFacts> &listed, const Json &document, const Site &site)
{
    ++listed.rows;
    auto name = openlineage::nameIn(json::member(document, "id"));
    if (name.isEmpty())
        name = openlineage::nameIn(document);
    if (name.isEmpty()) {
        listed.findings.append(findingOf(site.datasetsPage(), u"marquez.nameless"_s,
                                         u"A job was left out: it has no namespace or name."_s));
        return;
    }
    checkMembers(document, site.jobPage(name), {"inputs", "outputs", "latestRuns", "tags"},
                 {"facets"}, listed.findings);
    listed.items.append(factsOf(document, name, site));
}

} // namespace

void JobFacts::callAs(const Name &eventName)
{
    name = eventName;
    record.nativeId = openlineage::jobId(eventName);
    record.name = eventName.name;
}

QString parentOf(const Event &event)
{
    for (const auto &[name, facet] : event.runFacets) {
        if (name == "parent")
            return json::text(json::member(facet, "job"), "name");
    }
    return {};
}

Result<Listed<JobFacts>> jobsIn(const net::HttpResponse &response, const Site &site)
{
    const auto opened = Opened::open(response);
    if (!opened)
        return tl::unexpected(opened.error());
    const auto list = opened->list("jobs");
    if (!list)
        return tl::unexpected(list.error());
    Listed<JobFacts> listed;
    std::int64_t counted = -1;
    if (json::member(opened->root(), "totalCount").get(counted) == simdjson::SUCCESS)
        listed.counted = counted; // jobs as well that are not listed
    for (const auto &document : *list)
        addJob(listed, document, site);
    return listed;
}

Result<Listed<JobFacts>> jobIn(const net::HttpResponse &response, const Site &site)
{
    const auto opened = Opened::open(response);
    if (!opened)
        return tl::unexpected(opened.error());
    Listed<JobFacts> listed;
    addJob(listed, opened->root(), site);
    return listed;
}

Result<RunFacts> runIn(const net::HttpResponse &response)
{
    const auto opened = Opened::open(response);
    if (!opened)
        return tl::unexpected(opened.error());
    return runOf(opened->root());
}

std::optional<RunCheck> runCheckOf(const JobFacts &job)
{
    RunCheck told;
    bool hasFailed = false;
    QList<Name> outputs = job.outputs;
    const QString id = openlineage::jobId(job.name) + u"/run"_s;
    for (const auto &run : job.runs) {
        if (!run.isOver())
            continue;
        hasFailed = hasFailed || run.hasFailed();
        for (const auto &output : run.outputs) {
            if (!outputs.contains(output))
                outputs.append(output);
        }
        CheckRun result;
        result.check = id;
        result.at = openlineage::dateTimeOf(*run.ended);
        result.runId = run.id;
        result.status = run.hasFailed() ? RunStatus::Fail : RunStatus::Pass;
        result.observed = run.state.toLower();
        result.expected = u"completed"_s;
        result.message = run.problem;
        told.runs.append(std::move(result));
    }
    if (!hasFailed)
        return std::nullopt;
    auto &check = told.check;
    check.kind = domain::EntityKind::Check;
    check.nativeId = id;
    check.type = u"job_run"_s;
    check.name = u"run of "_s + job.name.name;
    domain::QualityRule rule;
    rule.name = check.name;
    rule.type = u"library"_s;
    rule.metric = check.type;
    rule.dimension = domain::canonicalDimension({});
    rule.severity = u"error"_s;
    check.quality.append(std::move(rule));
    for (const auto &output : std::as_const(outputs))
        check.relations.append({Relation::Checks, openlineage::datasetId(output)});
    if (outputs.isEmpty())
        check.relations.append({Relation::Checks, openlineage::jobId(job.name)});
    check.properties.append({u"source"_s, u"marquez"_s});
    return told;
}

QList<Event> eventsOf(const JobFacts &job)
{
    const auto datasets = [](const QList<Name> &names) {
        QList<openlineage::EventDataset> list;
        for (const auto &name : names)
            list.append({.name = name, .facets = {}});
        return list;
    };
    QList<Event> events;
    for (const auto &run : job.runs) {
        if (run.state != u"COMPLETED" || !run.ended)
            continue;
        Event event;
        event.kind = Event::Kind::Run;
        event.type = EventType::Complete;
        event.time = *run.ended;
        event.runId = run.id;
        event.job = job.name;
        event.inputs = datasets(run.inputs);
        event.outputs = datasets(run.outputs);
        events.append(std::move(event));
    }
    if (job.runs.isEmpty() && !(job.inputs.isEmpty() && job.outputs.isEmpty())) {
        Event event;
        event.kind = Event::Kind::Job;
        event.time = job.created.value_or(0);
        event.job = job.name;
        event.inputs = datasets(job.inputs);
        event.outputs = datasets(job.outputs);
        events.append(std::move(event));
    }
    return events;
}

} // namespace portolan::platforms::marquez
