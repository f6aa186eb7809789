// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/jsontext.h"
#include "app/demo/toolresults.h"

#include <cstring>

using namespace Qt::Literals::StringLiterals;

namespace portolan::demo {
namespace {

constexpr Seconds scan = 6 * hour + 40 * minute;
constexpr auto flapping = "Available stock is never below zero";

struct Check
{
    const char *name;
    const char *table;
    const char *column; //!< empty for one of the whole table
    const char *metric;
    const char *text; //!< as it stands in checks.yml
    const char *limit; //!< as the tool repeats it: which figure is a failure
    double usual;
    double spread;
    int decimals;
};

constexpr Check checks[] = {
    {"Accounts are there", "accounts", "", "row_count", "row_count > 4000000",
     R"("lessThanOrEqual":4000000.0)", 4'780'000, 9'000, 0},
    {"Every account has a kind", "accounts", "kind", "missing_count", "missing_count(kind) = 0",
     R"("greaterThan":0.0,"lessThan":0.0)", 0, 0, 0},
    {"Few accounts without a language", "accounts", "language", "missing_percent",
     "missing_percent(language) < 3 %", R"("greaterThanOrEqual":3.0)", 0.9, 0.4, 2},
    {flapping, "position", "available", "invalid_count", "invalid_count(available) = 0",
     R"("greaterThan":0.0,"lessThan":0.0)", 0, 0, 0},
    {"Sites are known", "position", "site", "missing_count", "missing_count(site) = 0",
     R"("greaterThan":0.0,"lessThan":0.0)", 0, 0, 0},
    {"Days of cover are plausible", "position", "days_of_cover", "avg",
     "avg(days_of_cover) between 10 and 90", R"("greaterThan":90.0,"lessThan":10.0)", 38, 9, 1},
    {"Baskets were left", "abandoned_baskets", "", "row_count", "row_count > 1000",
     R"("lessThanOrEqual":1000.0)", 21'000, 6'000, 0},
    {"A basket is counted once", "abandoned_baskets", "basket_id", "duplicate_count",
     "duplicate_count(basket_id) = 0", R"("greaterThan":0.0,"lessThan":0.0)", 0, 0, 0},
    {"Baskets are worth something", "abandoned_baskets", "value_eur", "avg",
     "avg(value_eur) between 20 and 400", R"("greaterThan":400.0,"lessThan":20.0)", 118, 30, 2},
    {"Merges name their rule", "customer_merge", "rule", "missing_percent",
     "missing_percent(rule) < 1 %", R"("greaterThanOrEqual":1.0)", 0.2, 0.3, 2},
    {"Nobody is merged twice", "customer_merge", "merge_id", "duplicate_count",
     "duplicate_count(merge_id) = 0", R"("greaterThan":0.0,"lessThan":0.0)", 0, 0, 0},
    {"Entries of the ledger", "ledger", "", "row_count", "row_count > 100000",
     R"("lessThanOrEqual":100000.0)", 640'000, 90'000, 0},
    {"Pickups have a state", "pickups", "state", "missing_count", "missing_count(state) = 0",
     R"("greaterThan":0.0,"lessThan":0.0)", 0, 0, 0},
    {"Supplier of a delivery", "deliveries", "supplier_id", "missing_percent",
     "missing_percent(supplier_id) < 2 %", R"("greaterThanOrEqual":2.0)", 0.6, 0.7, 2},
};

//! Fails every second or third time: three, two, three, … days from one failure to the next.
bool isFlap(const Story &story, const Check &check, int day)
{
    const int place = ((day % 5) + 5) % 5;
    return std::strcmp(check.name, flapping) == 0 && story.isTold(story.at(day, scan))
        && (place == 0 || place == 3);
}

QByteArray metricOf(const Check &check)
{
    QByteArray identity = QByteArray("metric-norrholt nightly-warehouse-") + check.table + '-';
    if (*check.column != 0)
        identity += QByteArray(check.column) + '-';
    return identity + check.metric;
}

void addIdentity(JsonText &json, const Check &check)
{
    const QByteArray name = QByteArray(check.table) + check.name;
    const auto first = Story::uuid(name, 1).left(8);
    json.key("identity").text(first).key("identities").object();
    json.key("v1").text(Story::uuid(name, 2).left(8));
    json.key("v2").text(Story::uuid(name, 3).left(8)).key("v3").text(first).end();
    json.key("migratedIdentities").null();
}

void addCheck(JsonText &json, const Check &check, int line, double value, bool fails)
{
    json.object();
    addIdentity(json, check);
    json.key("name").text(check.name).key("type").text("generic").key("definition");
    json.text(QByteArray("checks for ") + check.table + ":\n  - " + check.text
              + ":\n      name: " + check.name + '\n');
    json.key("resourceAttributes").array().end().key("location").object();
    json.key("filePath").text("checks.yml").key("line").number(line).key("col").number(5).end();
    json.key("dataSource").text("warehouse").key("table").text(check.table).key("column");
    if (*check.column == 0)
        json.null();
    else
        json.text(check.column);
    json.key("metrics").array().text(metricOf(check)).end();
    json.key("outcome").text(fails ? "fail" : "pass").key("diagnostics").object();
    json.key("blocks").array().end().key("value").real(value, check.decimals);
    json.key("fail").object().raw(check.limit).end().end().key("source").text("soda-core").end();
}

QByteArray offsetTime(Seconds moment)
{
    return isoTime(moment).chopped(1) + "+00:00";
}

} // namespace

void writeSoda(const Story &story, int day, ResultFiles &files)
{
    const auto moment = story.at(day, scan);
    if (story.isOutage(day) || files.isOver(moment + minute))
        return;
    JsonText metrics;
    JsonText list;
    metrics.array();
    list.array();
    bool hasFailures = false;
    int line = 2;
    for (const auto &check : checks) {
        const bool fails = isFlap(story, check, day);
        const auto noise = Story::noise(QByteArray(check.table) + check.name, day);
        const auto value =
            fails ? 1 + double(qint64(noise * 60)) : check.usual + check.spread * (noise - 0.5);
        hasFailures = hasFailures || fails;
        metrics.object().key("identity").text(metricOf(check)).key("metricName");
        metrics.text(check.metric).key("value").real(value, check.decimals).end();
        addCheck(list, check, line, value, fails);
        line += 3;
    }
    metrics.end();
    list.end();
    JsonText json;
    json.object().key("definitionName").text("norrholt nightly");
    json.key("defaultDataSource").text("warehouse").key("dataTimestamp").text(offsetTime(moment));
    json.key("scanStartTimestamp").text(offsetTime(moment));
    json.key("scanEndTimestamp").text(offsetTime(moment + 19)).key("hasErrors").truth(false);
    json.key("hasWarnings").truth(false).key("hasFailures").truth(hasFailures);
    json.key("metrics").raw(metrics.bytes()).key("checks").raw(list.bytes());
    for (const auto *empty :
         {"queries", "automatedMonitoringChecks", "profiling", "metadata", "logs"})
        json.key(empty).array().end();
    json.key("sourceOwner").text("soda-core").end();
    files.write(u"quality/soda/"_s % QString::fromLatin1(isoDate(moment)) % u".json"_s,
                json.bytes());
}

} // namespace portolan::demo
