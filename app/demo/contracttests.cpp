// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/contractrules.h"
#include "app/demo/jsontext.h"
#include "app/demo/toolresults.h"

#include <algorithm>
#include <cstring>

using namespace Qt::Literals::StringLiterals;

namespace portolan::demo {
namespace {

constexpr Seconds firstTest = 6 * hour + 10 * minute;
constexpr Seconds testTakes = 23;
constexpr int latelyBegan = -30;
constexpr int allKept = -60; // results of every night; one a week before
constexpr int fourWeeks = 28;
constexpr int replenishmentLastRan = -4; // the check that nobody ran since
constexpr int blipEvery = 34; // days: longer than the window of an SLO, so that one blip is no miss
constexpr int noBlipSince = -3;
constexpr int notAlone = 21; // days with results before a failure, which is then 5 % at most

//! A contract that is tested again while the data of the carriers are missing.
struct Retested
{
    const char *contract;
    const char *rule;
    Seconds fails; //!< after the break
    Seconds tested; //!< after the break, then every hour until it is good
};

constexpr Retested retested[] = {
    {"carriers", "scans per day", 0, 20 * minute},
    {"order-events", "rows per day", 40 * minute, 50 * minute},
    {"delivery-times", "nobody is delivered before the parcel exists", 70 * minute, 80 * minute},
};

struct Figure
{
    double value = 0;
    bool isGood = true;
    qint64 rows = 0; //!< that were looked at
};

bool is(const char *text, const char *other)
{
    return std::strcmp(text, other) == 0;
}

QByteArray seedOf(const TestedContract &contract, const ContractRule &rule)
{
    return QByteArray(contract.id) + '/' + rule.model + '.' + rule.field + '/' + rule.name;
}

bool isBroken(const Story &story, const TestedContract &contract, const ContractRule &rule,
              Seconds moment)
{
    for (const auto &again : retested) {
        if (is(again.contract, contract.name) && is(again.rule, rule.name))
            return story.isBroken(moment, again.fails);
    }
    return is(contract.name, "returns-and-refunds") && is(rule.name, "order_id is present")
        && story.isLastDay(moment);
}

//! Whether a failure on \a day is one among many results, and gone the next day: it must never be
//! nearly all that is known of four weeks.
bool mayFail(const Story &story, const TestedContract &contract, int day)
{
    const bool rests =
        contract.rhythm == Rhythm::Weekdays && story.date(day).dayOfWeek() == Qt::Friday;
    const auto began = contract.rhythm == Rhythm::LatelyNightly ? latelyBegan : allKept;
    return !rests && !story.isOutage(day + 1) && day > began + notAlone;
}

//! A failure of one night, as they happen everywhere; never of what makes data available.
bool isBlip(const Story &story, const TestedContract &contract, const ContractRule &rule, int day)
{
    const bool isTestedInTheBreak =
        std::any_of(std::begin(retested), std::end(retested),
                    [&](const auto &again) { return is(again.contract, contract.name); });
    if (day > noBlipSince || is(rule.dimension, "completeness") || isTestedInTheBreak
        || !mayFail(story, contract, day))
        return false;
    const auto place = int(Story::noise(contract.id, 0) * 2 * blipEvery);
    return -day % blipEvery == place && Story::noise(seedOf(contract, rule), 0) < 0.4;
}

Figure figureOf(const Story &story, const TestedContract &contract, const ContractRule &rule,
                Seconds moment)
{
    const auto day = story.dayOf(moment);
    const auto seed = seedOf(contract, rule);
    const auto noise = Story::noise(seed, day);
    const bool isGood =
        !isBroken(story, contract, rule, moment) && !isBlip(story, contract, rule, day);
    switch (rule.condition) {
    case Condition::Between: {
        if (!isGood)
            return {double(qint64(rule.low * (0.3 + 0.1 * noise))), false};
        // A table that only grows knows no week.
        const bool isFlow = std::strstr(rule.name, "per ") != nullptr;
        const auto share =
            isFlow ? story.volume(seed, day) : std::clamp(0.55 + day * 0.001, 0.1, 0.9);
        return {double(qint64(rule.low + (rule.high - rule.low) * share)), true};
    }
    case Condition::Exactly:
        return {isGood ? 0 : double(3 + qint64(noise * 240)), isGood};
    case Condition::Less:
        return {double(qint64(rule.high * (isGood ? noise * 0.6 : 1.5 + noise))), isGood};
    case Condition::LessPercent: {
        auto value = rule.high * (isGood ? 0.04 + noise * 0.12 : 1.2 + noise * 0.6);
        if (is(rule.name, "country is well formed") && isGood) {
            const double lost = is(contract.name, "customer-360") ? 1.12
                : is(contract.name, "customer-accounts")          ? 0.7
                                                                  : 0;
            value += rule.high * lost * story.decline(moment);
        }
        return {value, value < rule.high};
    }
    case Condition::AtLeastPercent:
        return {isGood ? rule.low + (rule.high - rule.low) * (0.3 + 0.6 * noise)
                       : rule.low - 0.4 - noise,
                isGood};
    }
    return {};
}

QByteArray numberText(double value)
{
    return QByteArray::number(value, 'f', value == double(qint64(value)) ? 0 : 3);
}

//! The condition as the tool prints it: "between 900 and 90000", "= 0", "< 0.5".
QByteArray thresholdOf(const ContractRule &rule)
{
    switch (rule.condition) {
    case Condition::Between:
        return "between " + numberText(rule.low) + " and " + numberText(rule.high);
    case Condition::Exactly:
        return "= 0";
    case Condition::Less:
    case Condition::LessPercent:
        return "< " + QByteArray::number(rule.high);
    case Condition::AtLeastPercent:
        return ">= " + QByteArray::number(rule.low);
    }
    return {};
}

//! The rule as the contract has it: the tool repeats it as YAML.
QByteArray definitionOf(const ContractRule &rule)
{
    QByteArray text = QByteArray("dimension: ") + rule.dimension + "\nname: " + rule.name
        + "\nseverity: " + rule.severity;
    if (is(rule.metric, "sql"))
        text += "\ntype: sql";
    else
        text += QByteArray("\ntype: library\nmetric: ") + rule.metric;
    switch (rule.condition) {
    case Condition::Between:
        return text + "\nmustBeBetween:\n- " + numberText(rule.low) + "\n- " + numberText(rule.high)
            + '\n';
    case Condition::Exactly:
        return text + "\nmustBe: 0\n";
    case Condition::Less:
        return text + "\nmustBeLessThan: " + QByteArray::number(rule.high) + '\n';
    case Condition::LessPercent:
        return text + "\nunit: percent\nmustBeLessThan: " + QByteArray::number(rule.high) + '\n';
    case Condition::AtLeastPercent:
        return text + "\nunit: percent\nmustBeGreaterOrEqualTo: " + QByteArray::number(rule.low)
            + '\n';
    }
    return text;
}

//! What the tool calls a metric of the library: name of its figure and of its kind of check.
struct MetricName
{
    const char *metric;
    const char *figure;
    const char *check;
};

MetricName metricNameOf(const ContractRule &rule)
{
    static constexpr MetricName names[] = {
        {"rowCount", "row_count", "row_count"},
        {"nullValues", "null_count", "field_null_values"},
        {"nullCount", "null_count", "field_null_values"},
        {"duplicateValues", "duplicate_count", "field_duplicate_values"},
        {"invalidValues", "invalid_count", "field_invalid_values"},
        {"validValues", "invalid_count", "field_invalid_values"},
    };
    for (const auto &name : names) {
        if (is(name.metric, rule.metric))
            return name;
    }
    return {"sql", "custom_sql", *rule.field == 0 ? "model_quality_sql" : "field_quality_sql"};
}

void addField(JsonText &json, const ContractRule &rule)
{
    json.key("field");
    if (*rule.field == 0)
        json.null();
    else
        json.text(rule.field);
}

//! Rows of the table that were looked at.
qint64 rowsOf(const Story &story, const TestedContract &contract, const ContractRule &rule, int day)
{
    const QByteArray seed = QByteArray(contract.id) + rule.model;
    const auto usual = 60'000 + 900'000 * Story::noise(seed, 0);
    return qint64(usual * (0.6 + story.volume(seed, day)));
}

void addDiagnostics(JsonText &json, const ContractRule &rule, const Figure &figure)
{
    const auto name = metricNameOf(rule);
    json.object().key("metric").text(name.figure);
    if (*rule.field != 0)
        json.key("field").text(rule.field);
    if (is(name.metric, "sql")) {
        json.key("value").raw(numberText(figure.value));
    } else if (rule.condition == Condition::LessPercent) {
        const auto failed = qint64(figure.value / 100 * double(figure.rows));
        json.key("value")
            .number(failed)
            .key("unit")
            .text("percent")
            .key("row_count")
            .number(figure.rows);
        json.key("failed_fraction").real(figure.value / 100, 6);
        json.key("percent").raw(numberText(figure.value));
    } else {
        const bool isCount = is(name.metric, "rowCount");
        json.key("value").raw(numberText(figure.value)).key("row_count");
        json.raw(isCount ? numberText(figure.value) : QByteArray::number(figure.rows));
    }
    json.key("severity").text(rule.severity).key("threshold").text(thresholdOf(rule)).end();
}

void addCheck(JsonText &json, const TestedContract &contract, const ContractRule &rule,
              const Figure &figure, qint64 turn)
{
    const auto name = metricNameOf(rule);
    const bool isSql = is(name.metric, "sql");
    const auto threshold = thresholdOf(rule);
    QByteArray key = QByteArray(rule.model) + "__";
    QByteArray subject = QByteArray("model ") + rule.model;
    if (*rule.field != 0) {
        key += QByteArray(rule.field) + "__";
        subject = QByteArray("field ") + rule.field;
    }
    json.object().key("id").text(Story::uuid(seedOf(contract, rule), turn));
    json.key("key").text(key + name.check).key("category").text("quality");
    json.key("type").text(name.check).key("name");
    json.text(isSql ? QByteArray("Quality Check")
                    : "Check that " + subject + " has " + name.figure + ' ' + threshold);
    json.key("model").text(rule.model);
    addField(json, rule);
    json.key("qualityId").null().key("dimension").text(rule.dimension);
    json.key("qualityDefinition").text(definitionOf(rule)).key("engine").text("datacontract-cli");
    json.key("result").text(figure.isGood ? "passed" : "failed").key("reason");
    if (figure.isGood)
        json.null();
    else
        json.text(QByteArray("Actual ") + name.figure + '('
                  + (*rule.field == 0 ? rule.model : rule.field) + ") was "
                  + numberText(figure.value) + ", expected " + threshold);
    json.key("diagnostics");
    addDiagnostics(json, rule, figure);
    json.key("failedSamples").null().end();
}

void writeTest(const Story &story, int place, Seconds moment, ResultFiles &files)
{
    if (files.isOver(moment + testTakes))
        return;
    const auto &contract = testedContracts()[size_t(place)];
    const auto turn = moment - story.at(0, 0); // the same whenever the first start is
    JsonText checks;
    checks.array();
    bool isGood = true;
    for (const auto &rule : contractRules()) {
        if (rule.contract != place)
            continue;
        auto figure = figureOf(story, contract, rule, moment);
        figure.rows = rowsOf(story, contract, rule, story.dayOf(moment));
        isGood = isGood && figure.isGood;
        addCheck(checks, contract, rule, figure, turn);
    }
    checks.end();
    JsonText json;
    json.object().key("runId").text(Story::uuid(contract.id, turn));
    json.key("datacontractCliVersion").text("1.2.8").key("dataContractId").text(contract.id);
    json.key("dataContractVersion").text(contract.version).key("dataProductId").null();
    json.key("outputPortId").null().key("server").text("production").key("filters").null();
    json.key("timestampStart").text(isoTimeExact(moment, 104217));
    json.key("timestampEnd").text(isoTimeExact(moment + testTakes - 2, 630415));
    json.key("result").text(isGood ? "passed" : "failed").key("dryRun").truth(false);
    json.key("checks").raw(checks.bytes()).key("logs").array().end().end();
    const auto time = isoTime(moment);
    files.write(u"quality/datacontract/%1/%2.%3.json"_s.arg(
                    QString::fromLatin1(time.left(10)), QString::fromLatin1(contract.name),
                    QString::fromLatin1(time.mid(11, 2) + time.mid(14, 2))),
                json.bytes());
}

bool isTestedOn(const Story &story, const TestedContract &contract, int day)
{
    if (is(contract.name, "replenishment") && day > replenishmentLastRan
        && story.isTold(story.at(day, firstTest)))
        return false;
    switch (contract.rhythm) {
    case Rhythm::Nightly:
        return day >= allKept || story.date(day).dayOfWeek() == Qt::Monday;
    case Rhythm::LatelyNightly:
        return day >= latelyBegan;
    case Rhythm::Weekdays:
        return day >= allKept && !story.isWeekend(day);
    case Rhythm::FourWeekly:
        return day % fourWeeks == 0;
    }
    return false;
}

//! The tests of a contract while the break lasts, and the first one after it.
void writeRetests(const Story &story, int day, int place, ResultFiles &files)
{
    const auto &contract = testedContracts()[size_t(place)];
    for (const auto &again : retested) {
        if (!is(again.contract, contract.name))
            continue;
        for (const auto broke : story.breaks()) {
            bool isBroken = true;
            for (auto at = broke + again.tested; isBroken; at += hour) {
                isBroken = story.isBroken(at, again.fails);
                if (story.dayOf(at) == day)
                    writeTest(story, place, at, files);
            }
        }
    }
}

} // namespace

void writeContractTests(const Story &story, int day, ResultFiles &files)
{
    const auto contracts = testedContracts();
    for (int place = 0; place < int(contracts.size()); ++place) {
        writeRetests(story, day, place, files);
        if (!story.isOutage(day) && isTestedOn(story, contracts[size_t(place)], day))
            writeTest(story, place, story.at(day, firstTest + place * testTakes), files);
    }
}

} // namespace portolan::demo
