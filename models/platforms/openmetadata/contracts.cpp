// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/openmetadata/contracts.h"

#include "models/domain/duration.h"
#include "models/platforms/openmetadata/fields.h"
#include "models/platforms/openmetadata/names.h"
#include "models/platforms/openmetadata/servicelevels.h"

using namespace Qt::Literals::StringLiterals;
using portolan::domain::EntityKind;
using portolan::domain::Record;
using portolan::domain::Relation;
using portolan::domain::SlaTerm;

namespace portolan::platforms::openmetadata {
namespace {

using formats::json::isObject;
using formats::json::member;

//! A term of the agreement: an object of a number and a unit, or, as documents have it, a text.
void addTerm(Reading &reading, Record &record, std::string_view key, const QString &property,
             std::string_view amount)
{
    const auto sla = member(reading.entity(), "sla");
    const auto value = member(sla, key);
    SlaTerm term{.property = property};
    if (isObject(value)) {
        term.value = reading.text(value, amount);
        term.unit = reading.text(value, "unit");
    } else {
        term.value = reading.text(sla, key);
    }
    if (!term.value.isEmpty())
        record.sla.append(std::move(term));
}

void addTerms(Reading &reading, Record &record)
{
    const auto sla = member(reading.entity(), "sla");
    addTerm(reading, record, "refreshFrequency", u"frequency"_s, "interval");
    addTerm(reading, record, "maxLatency", u"latency"_s, "value");
    addTerm(reading, record, "retention", u"retention"_s, "period");
    if (const auto time = reading.text(sla, "availabilityTime"); !time.isEmpty())
        record.sla.append({.property = u"timeOfAvailability"_s,
                           .value = time,
                           .unit = reading.text(sla, "timezone")});
    const auto column = reading.text(sla, "columnName");
    for (auto &term : record.sla) {
        if (term.property != u"retention")
            term.element = column;
    }
}

//! Who the data are for: ODCS calls such a policy a role.
void addRoles(Reading &reading, Record &record)
{
    const auto security = member(reading.entity(), "security");
    if (const auto level = reading.text(security, "dataClassification"); !level.isEmpty())
        record.classification = level;
    for (const auto &policy : reading.list(security, "policies")) {
        domain::Role role{.role = reading.text(policy, "accessPolicy")};
        const auto groups = formats::json::texts(member(policy, "identities"));
        if (role.role.isEmpty())
            role.role = groups.join(u", "_s);
        else if (!groups.isEmpty())
            role.description = u"for "_s % groups.join(u", "_s);
        QStringList filters;
        for (const auto &filter : reading.list(policy, "rowFilters"))
            filters.append(reading.text(filter, "columnName") % u" in "_s
                           % formats::json::texts(member(filter, "values")).join(u", "_s));
        if (!filters.isEmpty())
            role.description += (role.description.isEmpty() ? QString() : u"; "_s) % u"rows with "_s
                % filters.join(u" and "_s);
        if (!role.role.isEmpty())
            record.roles.append(std::move(role));
    }
}

void addRules(Reading &reading, Record &record)
{
    for (const auto &rule : reading.list("semantics")) {
        const auto enabled = member(rule, "enabled");
        if (!formats::json::isNull(enabled) && !formats::json::isTrue(enabled))
            continue;
        record.quality.append({.name = reading.text(rule, "name"),
                               .type = u"custom"_s,
                               .metric = u"json-logic"_s,
                               .expression = reading.text(rule, "rule"),
                               .description = reading.text(rule, "description")});
    }
    for (const auto &check : reading.references("qualityExpectations"))
        record.quality.append({.name = check.label(), .type = u"library"_s});
    for (const auto &rule : reading.list("odcsQualityRules"))
        record.quality.append({.name = reading.text(rule, "name"),
                               .type = reading.text(rule, "type"),
                               .metric = reading.text(rule, "metric"),
                               .dimension = reading.text(rule, "dimension"),
                               .severity = reading.text(rule, "severity"),
                               .element = reading.text(rule, "column"),
                               .expression = reading.text(rule, "query"),
                               .description = reading.text(rule, "description")});
}

void addSlos(Reading &reading, const QString &asset, Thing &thing)
{
    std::optional<double> age;
    QString property;
    for (const auto &word : {u"latency"_s, u"frequency"_s}) {
        for (const auto &term : std::as_const(thing.record.sla)) {
            if (age || term.property != word)
                continue;
            if (const auto seconds = domain::secondsOfTerm(term.value, term.unit);
                seconds && *seconds > 0) {
                age = *seconds;
                property = word;
            } else {
                reading.report(
                    u"openmetadata.sla"_s, u"sla"_s,
                    u"\"%1 %2\" is no duration"_s.arg(term.value.left(80), term.unit.left(40)));
            }
        }
    }
    if (age && !asset.isEmpty())
        thing.slos.append(freshnessLevel(thing.record, property, asset, *age));
    QStringList checks;
    for (const auto &check : reading.references("qualityExpectations"))
        checks.append(check.nativeId());
    if (!checks.isEmpty())
        thing.slos.append(qualityLevel(thing.record, asset, checks));
}

void addDates(Reading &reading, Record &record)
{
    for (const auto key : {"effectiveFrom", "effectiveUntil"})
        addProperty(record, QString::fromLatin1(key), reading.text(key));
    const auto result = member(reading.entity(), "latestResult");
    addProperty(record, u"latestResult"_s, reading.text(result, "status"));
    addProperty(record, u"latestResult.message"_s, reading.text(result, "message"));
    if (const auto at = Reading::time(result, "timestamp"); at.isValid())
        addProperty(record, u"latestResult.at"_s, at.toString(Qt::ISODateWithMs));
}

} // namespace

Reference subjectOf(const Json &contract)
{
    return referenceOf(member(contract, "entity"));
}

Thing contractOf(Reading &reading)
{
    auto thing = reading.thing(EntityKind::Contract);
    auto &record = thing.record;
    if (record.nativeId.isEmpty())
        return thing;
    record.status = reading.text("entityStatus");
    const auto subject = subjectOf(reading.entity());
    const auto isProduct = subject.type == u"dataProduct";
    relate(record, isProduct ? Relation::PartOf : Relation::Describes, subject.nativeId());
    auto columns = columnsOf(reading, reading.list("schema"));
    record.fields = std::move(columns.fields);
    record.terms.usage = reading.text(member(reading.entity(), "termsOfUse"), "content");
    addTerms(reading, record);
    addRoles(reading, record);
    addRules(reading, record);
    addDates(reading, record);
    for (const auto &person : reading.references("reviewers"))
        record.team.append(
            {.username = person.name, .name = person.label(), .role = u"reviewer"_s});
    addSlos(reading, isProduct ? QString() : subject.nativeId(), thing);
    return thing;
}

} // namespace portolan::platforms::openmetadata
