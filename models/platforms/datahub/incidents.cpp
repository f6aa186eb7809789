// SPDX-License-Identifier: GPL-3.0-or-later
// An incident is a check: it fails from when it was raised until it is resolved, so that it shows
// beside those that checks opened.
#include "models/platforms/datahub/quality.h"
#include "models/platforms/datahub/translate.h"

using namespace Qt::Literals::StringLiterals;
using portolan::domain::CheckRun;
using portolan::domain::EntityKind;
using portolan::domain::Record;
using portolan::domain::Relation;
using portolan::domain::RunStatus;

namespace portolan::platforms::datahub {
namespace {

bool isResolved(const Json &incident)
{
    const auto state = json::text(json::member(incident, {"status", "state"}));
    return state.compare(u"RESOLVED"_s, Qt::CaseInsensitive) == 0;
}

QDateTime updatedOf(const Json &incident)
{
    return timeOf(json::text(json::member(incident, {"status", "lastUpdated", "time"})));
}

QDateTime beganOf(const Json &incident)
{
    for (const auto &written : {json::text(incident, "startedAt"),
                                json::text(json::member(incident, {"created", "time"}))}) {
        if (const auto time = timeOf(written); time.isValid())
            return time;
    }
    return {};
}

//! The results of \a incident; false where it is open, and nobody says since when.
bool addIncident(const QString &urn, const Json &incident, QList<CheckRun> &runs,
                 const Stamps &stamps)
{
    const auto updated = updatedOf(incident);
    auto began = beganOf(incident);
    if (!began.isValid())
        began = stamps.created;
    if (!began.isValid() && !isResolved(incident))
        began = updated;
    auto over = updated.isValid() ? updated : stamps.modified;
    if (began.isValid() && (!over.isValid() || over <= began))
        over = began.addMSecs(1); // else it would look open
    CheckRun run;
    run.check = urn;
    run.expected = u"no incident"_s;
    if (began.isValid()) {
        run.at = began;
        run.runId = u"raised"_s;
        run.status = RunStatus::Fail;
        run.message = json::text(incident, "title");
        runs.append(run);
    }
    if (!isResolved(incident))
        return began.isValid();
    if (over.isValid()) {
        run.at = over;
        run.runId = u"resolved"_s;
        run.status = RunStatus::Pass;
        run.message = json::text(json::member(incident, {"status", "message"}));
        runs.append(run);
    }
    return true;
}

QString severityOfPriority(const Json &incident)
{
    static const QStringList words{u"critical"_s, u"high"_s, u"medium"_s, u"low"_s};
    const auto written = json::text(incident, "priority");
    bool isNumber = false;
    const auto number = written.toInt(&isNumber);
    return isNumber ? words.value(number, written) : written.toLower();
}

} // namespace

Record incidentOf(const Entity &entity, const Context &context)
{
    const auto info = entity.aspect("incidentInfo");
    const auto type = json::text(info, "type");
    Record record;
    record.kind = EntityKind::Check;
    addGovernance(record, entity, context);
    record.type = u"incident"_s;
    record.name = json::text(info, "title");
    if (record.name.isEmpty())
        record.name = shortNameOf(entity.urn);
    record.description = json::text(info, "description");
    record.status = json::text(json::member(info, {"status", "state"})).toLower();
    domain::QualityRule rule;
    rule.name = record.name;
    rule.type = u"custom"_s;
    rule.metric = u"incident"_s;
    rule.dimension = type == u"FRESHNESS" ? u"freshness"_s
        : type == u"VOLUME"               ? u"volume"_s
        : type == u"DATA_SCHEMA"          ? u"validity"_s
                                          : QString();
    rule.severity = severityOfPriority(info);
    rule.expression = u"no incident"_s;
    record.quality.append(rule);
    for (const auto &urn : json::texts(json::member(info, "entities")))
        addRelation(record, Relation::Checks, urn);
    addFact(record, u"source"_s, u"datahub"_s);
    const auto ownType = type == u"CUSTOM" ? json::text(info, "customType") : QString();
    addFact(record, u"incident type"_s, ownType.isEmpty() ? type.toLower() : ownType);
    addFact(record, u"stage"_s, json::text(json::member(info, {"status", "stage"})).toLower());
    addFact(record, u"message"_s, json::text(json::member(info, {"status", "message"})));
    for (const auto &assignee : json::items(json::member(info, "assignees")))
        addFact(record, u"assignee"_s, context.names.nameOf(json::text(assignee, "actor")));
    return record;
}

bool lacksTimes(const Entity &entity)
{
    const auto info = entity.aspect("incidentInfo");
    return json::isObject(info)
        && (!beganOf(info).isValid() || (isResolved(info) && !updatedOf(info).isValid()));
}

Stamps stampsOf(const Json &aspect)
{
    const auto at = [&aspect](std::string_view which) {
        return timeOf(json::text(json::member(aspect, {"systemMetadata", which, "time"})));
    };
    // Releases before 1.3 tell when it was written last, and no more.
    const auto written = timeOf(json::text(json::member(aspect, {"auditStamp", "time"})));
    const auto created = at("aspectCreated");
    const auto modified = at("aspectModified");
    return {.created = created.isValid() ? created : written,
            .modified = modified.isValid() ? modified : written};
}

bool addEvidence(const Entity &entity, domain::Evidence &evidence, const Stamps &stamps)
{
    const auto changed = timeOf(
        json::text(json::member(entity.aspect("datasetProperties"), {"lastModified", "time"})));
    if (changed.isValid())
        evidence.updates.append({.asset = entity.urn,
                                 .at = changed,
                                 .seen = changed,
                                 .source = freshnessSource(),
                                 .sampled = true});
    const auto info = entity.aspect("incidentInfo");
    return !json::isObject(info) || addIncident(entity.urn, info, evidence.runs, stamps);
}

} // namespace portolan::platforms::datahub
