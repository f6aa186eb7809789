// SPDX-License-Identifier: GPL-3.0-or-later
// Assertions are checks.
#include "models/platforms/datahub/quality.h"

#include "models/platforms/datahub/translate.h"

#include <QDateTime>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::CheckRun;
using portolan::domain::EntityKind;
using portolan::domain::Record;
using portolan::domain::Relation;
using portolan::domain::RunStatus;

namespace portolan::platforms::datahub {
namespace {

//! The part of assertionInfo that says what is asserted, by its type.
Json detailOf(const Json &info)
{
    for (const std::string_view part :
         {"datasetAssertion", "freshnessAssertion", "volumeAssertion", "fieldAssertion",
          "sqlAssertion", "schemaAssertion", "customAssertion"}) {
        if (const auto detail = json::member(info, part); json::isObject(detail))
            return detail;
    }
    return json::nullJson();
}

//! What is asserted of a value: in the detail itself, or one level below it.
Json conditionOf(const Json &detail)
{
    for (const std::string_view part :
         {"rowCountTotal", "rowCountChange", "fieldValuesAssertion", "fieldMetricAssertion"}) {
        if (const auto condition = json::member(detail, part); json::isObject(condition))
            return condition;
    }
    return detail;
}

//! "BETWEEN 10 and 100", "GREATER_THAN 5", in small letters.
QString demandOf(const Json &condition)
{
    const auto value = [&condition](std::string_view which) {
        return json::anyText(json::member(condition, {"parameters", which, "value"}));
    };
    auto words = json::text(condition, "operator").toLower().replace(u'_', u' ').trimmed();
    if (words == u"native")
        words.clear();
    const auto least = value("minValue");
    const auto most = value("maxValue");
    QStringList parts;
    if (const auto metric = json::text(condition, "metric"); !metric.isEmpty())
        parts.append(metric.toLower().replace(u'_', u' '));
    if (!words.isEmpty())
        parts.append(words);
    if (!least.isEmpty() || !most.isEmpty())
        parts.append(QStringList{least, most}.join(u" and "_s));
    else if (const auto single = value("value"); !single.isEmpty())
        parts.append(single);
    return parts.join(u' ');
}

QString scheduleOf(const Json &detail)
{
    const auto schedule = json::member(detail, "schedule");
    const auto interval = json::member(schedule, "fixedInterval");
    if (json::isObject(interval))
        return u"every "_s % json::text(interval, "multiple") % u' '
            % json::text(interval, "unit").toLower();
    return json::text(json::member(schedule, {"cron", "cron"}));
}

QString fieldOf(const Json &detail)
{
    const auto condition = conditionOf(detail);
    if (const auto path = json::text(json::member(condition, {"field", "path"})); !path.isEmpty())
        return pathOf(path);
    auto fields = json::texts(json::member(detail, "fields"));
    if (fields.isEmpty())
        fields = json::texts(json::member(detail, "field"));
    QStringList paths;
    for (const auto &field : std::as_const(fields)) {
        if (const auto path = fieldRefOf(field).path; !path.isEmpty())
            paths.append(path);
    }
    return paths.join(u", "_s);
}

//! What a check is about, by the words of its name where its type leaves it open.
QString dimensionOf(const QString &type, const Json &detail, const QString &kind)
{
    if (type == u"FRESHNESS")
        return u"freshness"_s;
    if (type == u"VOLUME")
        return u"volume"_s;
    if (type == u"DATA_SCHEMA" || json::text(detail, "scope") == u"DATASET_SCHEMA")
        return u"validity"_s;
    const auto condition = conditionOf(detail);
    const auto words =
        (kind % u' ' % json::text(condition, "metric") % u' ' % json::text(condition, "operator")
         % u' ' % json::text(detail, "aggregation"))
            .toLower();
    const std::pair<QStringView, QString> known[] = {
        {u"uniq", u"uniqueness"_s},          {u"null", u"completeness"_s},
        {u"relationship", u"consistency"_s}, {u"equal_to_other", u"consistency"_s},
        {u"row_count", u"volume"_s},         {u"table_row", u"volume"_s},
    };
    for (const auto &[word, dimension] : known) {
        if (words.contains(word))
            return dimension;
    }
    if (json::text(detail, "scope") == u"DATASET_ROWS")
        return u"volume"_s;
    return type == u"FIELD" || type == u"DATASET" ? u"validity"_s : u"accuracy"_s;
}

RunStatus statusOf(const QString &word)
{
    if (word == u"SUCCESS")
        return RunStatus::Pass;
    if (word == u"FAILURE")
        return RunStatus::Fail;
    if (word == u"ERROR")
        return RunStatus::Error;
    return RunStatus::Unknown;
}

std::optional<qint64> countOf(const Json &result, std::string_view key)
{
    bool isNumber = false;
    const auto count = json::text(result, key).toLongLong(&isNumber);
    return isNumber ? std::optional(count) : std::nullopt;
}

//! What was found, as a number: nothing else is taken out of what tools add, since that may be
//! values of people.
QString observedOf(const Json &result)
{
    if (const auto value = json::text(result, "actualAggValue"); !value.isEmpty())
        return value;
    const auto natives = json::member(result, "nativeResults");
    const auto isNumber = [](const QString &text) {
        bool is = false;
        static_cast<void>(text.toDouble(&is));
        return is;
    };
    for (const std::string_view key : {"observed_value", "observed", "element_count"}) {
        if (const auto text = json::text(natives, key); isNumber(text))
            return text;
    }
    for (const auto &pair : json::items(natives)) {
        const auto key = json::text(pair, "key");
        const auto text = json::text(pair, "value");
        if ((key == u"observed_value" || key == u"observed") && isNumber(text))
            return text;
    }
    return {};
}

} // namespace

QDateTime timeOf(const QString &milliseconds)
{
    const auto time = milliseconds.toLongLong();
    return time > 0 ? QDateTime::fromMSecsSinceEpoch(time, Qt::UTC) : QDateTime();
}

QString freshnessSource()
{
    return u"datahub"_s;
}

QString subjectOf(const Json &info)
{
    const auto detail = detailOf(info);
    for (const std::string_view key : {"entity", "dataset"}) {
        if (const auto urn = json::text(detail, key); !urn.isEmpty())
            return urn;
    }
    return json::text(info, "entityUrn");
}

Record checkOf(const Entity &entity, const Context &context)
{
    const auto info = entity.aspect("assertionInfo");
    const auto detail = detailOf(info);
    const auto type = json::text(info, "type");
    auto kind = json::text(detail, "nativeType");
    if (kind.isEmpty())
        kind = json::text(detail, "type");
    Record record;
    record.kind = EntityKind::Check;
    addGovernance(record, entity, context);
    record.type = kind.isEmpty() ? type.toLower() : kind.toLower();
    const auto field = fieldOf(detail);
    record.name = json::text(info, "description");
    if (record.name.isEmpty())
        record.name = field.isEmpty() ? record.type : QString(record.type % u' ' % field);
    if (record.name.isEmpty())
        record.name = shortNameOf(entity.urn);
    domain::QualityRule rule;
    rule.name = record.name;
    rule.type = type == u"SQL" ? u"sql"_s : type == u"CUSTOM" ? u"custom"_s : u"library"_s;
    rule.metric = record.type;
    rule.dimension = dimensionOf(type, detail, kind);
    rule.element = field;
    rule.expression = demandOf(conditionOf(detail));
    if (type == u"FRESHNESS")
        rule.expression = scheduleOf(detail);
    if (const auto statement = json::text(detail, "statement"); !statement.isEmpty())
        record.code = statement;
    else
        record.code = json::text(detail, "logic");
    record.quality.append(rule);
    addRelation(record, Relation::Checks, subjectOf(info));
    const auto subject = subjectOf(info);
    if (!subject.isEmpty())
        record.native.first().file = pageOf(context.ui, subject);
    if (const auto url = json::text(info, "externalUrl"); !url.isEmpty())
        record.references.append({.type = u"source"_s, .url = url, .description = {}});
    auto source = shortNameOf(json::text(entity.aspect("dataPlatformInstance"), "platform"));
    addFact(record, u"source"_s, source.isEmpty() ? u"datahub"_s : source);
    return record;
}

std::optional<CheckRun> runOf(const QString &urn, const Json &event)
{
    const auto result = json::member(event, "result");
    const auto word = json::text(result, "type");
    const auto at = timeOf(json::text(event, "timestampMillis"));
    // INIT says that the check waits for something to compare with: no verdict.
    if (json::text(event, "status") != u"COMPLETE" || word.isEmpty() || word == u"INIT"
        || !at.isValid() || urn.isEmpty())
        return std::nullopt;
    CheckRun run;
    run.check = urn;
    run.at = at;
    run.runId = json::text(event, "runId");
    run.status = statusOf(word);
    run.observed = observedOf(result);
    bool isNumber = false;
    if (const auto value = run.observed.toDouble(&isNumber); isNumber)
        run.value = value;
    run.failedRows = countOf(result, "unexpectedCount");
    run.totalRows = countOf(result, "rowCount");
    run.message = json::text(json::member(result, {"error", "type"}));
    if (run.status == RunStatus::Unknown)
        run.message = word;
    return run;
}

std::optional<domain::FreshnessUpdate> updateOf(const QString &dataset, const Json &operation)
{
    const auto seen = timeOf(json::text(operation, "timestampMillis"));
    auto at = timeOf(json::text(operation, "lastUpdatedTimestamp"));
    if (!at.isValid())
        at = seen;
    if (!at.isValid() || dataset.isEmpty())
        return std::nullopt;
    return domain::FreshnessUpdate{.asset = dataset,
                                   .at = at,
                                   .seen = seen.isValid() ? seen : at,
                                   .source = freshnessSource(),
                                   .sampled = false};
}

} // namespace portolan::platforms::datahub
