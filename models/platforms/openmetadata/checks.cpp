// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/openmetadata/checks.h"

#include "models/platforms/openmetadata/names.h"

using namespace Qt::Literals::StringLiterals;
using portolan::domain::CheckRun;
using portolan::domain::EntityKind;
using portolan::domain::Record;
using portolan::domain::Relation;
using portolan::domain::RunStatus;

namespace portolan::platforms::openmetadata {
namespace {

using formats::json::member;

// A message is for a line of a list; what is longer is the query or the rows that it quotes.
constexpr qsizetype longestMessage = 500;

RunStatus statusOf(const QString &word)
{
    static const QHash<QString, RunStatus> words{
        {u"success"_s, RunStatus::Pass},
        {u"failed"_s, RunStatus::Fail},
        {u"aborted"_s, RunStatus::Error},
    };
    return words.value(word.toLower(), RunStatus::Unknown);
}

//! The name of a column between the table and the test in a name, where the link is not to be had.
EntityLink subjectOf(Reading &reading)
{
    if (const auto link = entityLinkOf(reading.text("entityLink")))
        return *link;
    return {.type = u"table"_s, .fqn = parentOf(reading.fqn()), .column = {}};
}

QString parametersOf(Reading &reading)
{
    QStringList parts;
    for (const auto &parameter : reading.list("parameterValues"))
        parts.append(reading.text(parameter, "name") % u" = "_s % reading.text(parameter, "value"));
    return parts.join(u"; "_s);
}

//! The figures of a result: where there is one, it is a number that can be charted.
void readValues(const Json &result, CheckRun &run)
{
    QStringList parts;
    QStringList values;
    for (const auto &item : formats::json::items(member(result, "testResultValue"))) {
        const auto name = formats::json::text(item, "name");
        const auto value = formats::json::text(item, "value");
        if (value.isEmpty() || value == u"None")
            continue;
        bool isNumber = false;
        value.toDouble(&isNumber);
        // What is no figure may be a value of the data, and those are not kept.
        if (!isNumber)
            continue;
        parts.append(name % u" = "_s % value);
        values.append(value);
    }
    run.observed = values.size() == 1 ? values.first() : parts.join(u"; "_s);
    if (values.size() == 1)
        run.value = values.first().toDouble();
}

std::optional<qint64> countOf(const Json &result, std::string_view key)
{
    bool ok = false;
    const auto count = formats::json::text(result, key).toLongLong(&ok);
    return ok && count >= 0 ? std::optional(count) : std::nullopt;
}

void addIncident(const Incidents &incidents, const QString &fqn, Record &record)
{
    const auto found = incidents.constFind(fqn);
    if (found == incidents.constEnd())
        return;
    addProperty(record, u"incident"_s, found->state);
    addProperty(record, u"incident.severity"_s, found->severity);
    addProperty(record, u"incident.assignee"_s, found->assignee);
    addProperty(record, u"incident.reason"_s, found->reason);
    if (found->at > 0)
        addProperty(record, u"incident.at"_s,
                    QDateTime::fromMSecsSinceEpoch(found->at, Qt::UTC).toString(Qt::ISODateWithMs));
}

} // namespace

QString takeIncident(const Json &status, Incidents &incidents)
{
    using formats::json::text;
    const auto check = text(member(status, "testCaseReference"), "fullyQualifiedName");
    const auto at = text(status, "timestamp").toLongLong();
    if (check.isEmpty() || incidents.value(check).at > at)
        return check;
    const auto details = member(status, "testCaseResolutionStatusDetails");
    incidents.insert(check,
                     {.state = text(status, "testCaseResolutionStatusType"),
                      .severity = text(status, "severity"),
                      .assignee = referenceOf(member(details, "assignee")).label(),
                      .reason = text(details, "testCaseFailureReason"),
                      .at = at});
    return check;
}

Thing checkOf(Reading &reading, const Dimensions &dimensions, const Incidents &incidents,
              const ListColumns &lists)
{
    auto thing = reading.thing(EntityKind::Check);
    auto &record = thing.record;
    if (record.nativeId.isEmpty())
        return thing;
    const auto subject = subjectOf(reading);
    const auto subjectId = nativeIdOf(subject.type, subject.fqn);
    relate(record, Relation::Checks, subjectId);
    const auto definition = referenceOf(member(reading.entity(), "testDefinition"));
    record.type = definition.name;
    domain::QualityRule rule;
    rule.name = record.title.isEmpty() ? record.name : record.title;
    rule.type = u"library"_s;
    rule.metric = definition.name;
    rule.dimension = dimensions.value(definition.name);
    if (rule.dimension.isEmpty())
        rule.dimension = dimensionOf(definition.name);
    rule.element = withBrackets(subject.column, lists.value(subjectId));
    rule.expression = parametersOf(reading);
    rule.description = record.description;
    record.quality.append(std::move(rule));
    addProperty(record, u"source"_s, u"openmetadata"_s);
    addIncident(incidents, reading.fqn(), record);
    // Since 2.0 the state of the incident stands in the test case itself.
    if (const auto inlined = member(reading.entity(), "incidentStatus");
        formats::json::isObject(inlined) && !incidents.contains(reading.fqn())) {
        Incidents own;
        takeIncident(inlined, own);
        addIncident(own, reading.fqn(), record);
    }
    const auto result = member(reading.entity(), "testCaseResult");
    if (const auto run = runOf(result, record.nativeId))
        thing.evidence.runs.append(*run);
    return thing;
}

std::optional<CheckRun> runOf(const Json &result, const QString &check)
{
    using formats::json::text;
    const auto at = Reading::time(result, "timestamp");
    const auto word = text(result, "testCaseStatus");
    // What waits to be run has not been run.
    if (!at.isValid() || word == u"Queued" || check.isEmpty())
        return {};
    CheckRun run{.check = check, .at = at, .status = statusOf(word)};
    readValues(result, run);
    const auto low = text(result, "minBound");
    const auto high = text(result, "maxBound");
    if (!low.isEmpty() && !high.isEmpty())
        run.expected = low % u" to "_s % high;
    else if (!low.isEmpty() || !high.isEmpty())
        run.expected =
            low.isEmpty() ? QString(u"at most "_s % high) : QString(u"at least "_s % low);
    run.failedRows = countOf(result, "failedRows");
    if (const auto passed = countOf(result, "passedRows"); passed && run.failedRows)
        run.totalRows = *passed + *run.failedRows;
    if (run.status != RunStatus::Pass)
        run.message = text(result, "result").simplified().left(longestMessage);
    return run;
}

QString dimensionOf(const QString &definition)
{
    static const QHash<QString, QString> words{
        {u"columnValuesToBeNotNull"_s, u"completeness"_s},
        {u"columnValuesMissingCount"_s, u"completeness"_s},
        {u"columnValuesToBeUnique"_s, u"uniqueness"_s},
        {u"tableRowCountToBeBetween"_s, u"volume"_s},
        {u"tableRowCountToEqual"_s, u"volume"_s},
        {u"tableRowInsertedCountToBeBetween"_s, u"volume"_s},
        {u"tableDiff"_s, u"consistency"_s},
        {u"columnValuesToBeBetween"_s, u"validity"_s},
        {u"columnValuesToBeInSet"_s, u"validity"_s},
        {u"columnValuesToBeNotInSet"_s, u"validity"_s},
        {u"columnValuesToMatchRegex"_s, u"validity"_s},
        {u"columnValuesToNotMatchRegex"_s, u"validity"_s},
        {u"columnValueLengthsToBeBetween"_s, u"validity"_s},
        {u"columnValueMaxToBeBetween"_s, u"validity"_s},
        {u"columnValueMinToBeBetween"_s, u"validity"_s},
        {u"columnValueToBeAtExpectedLocation"_s, u"accuracy"_s},
        {u"columnValueMeanToBeBetween"_s, u"accuracy"_s},
        {u"columnValueMedianToBeBetween"_s, u"accuracy"_s},
        {u"columnValueStdDevToBeBetween"_s, u"accuracy"_s},
        {u"columnValuesSumToBeBetween"_s, u"accuracy"_s},
        {u"tableColumnCountToBeBetween"_s, u"validity"_s},
        {u"tableColumnCountToEqual"_s, u"validity"_s},
        {u"tableColumnNameToExist"_s, u"validity"_s},
        {u"tableColumnToMatchSet"_s, u"validity"_s},
        {u"tableCustomSQLQuery"_s, u"validity"_s},
        {u"tableDataToBeFresh"_s, u"freshness"_s},
    };
    return words.value(definition, domain::canonicalDimension({}));
}

} // namespace portolan::platforms::openmetadata
