// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/jsontext.h"
#include "app/demo/toolresults.h"

#include <cstring>

using namespace Qt::Literals::StringLiterals;

namespace portolan::demo {
namespace {

constexpr int oftenSince = -30;
constexpr int allKept = -60; // validations of every day; one a week before
constexpr Seconds firstRun = 6 * hour;

//! What happens to an expectation in the story.
enum class Fate { Holds, Break, Decline };

struct Expectation
{
    int suite;
    const char *type;
    const char *column; //!< empty for one of the whole table
    const char *kwargs; //!< further members, as JSON
    const char *severity;
    double mostly; //!< share of the rows that have to be good
    Fate fate;
};

struct Suite
{
    const char *name;
    const char *asset;
    qint64 rows; //!< of a batch on a busy day
    Seconds fails; //!< after a break
    Seconds checked; //!< after a break, by the pipeline itself
    int runs; //!< a day in the last month, one before
};

constexpr Suite suites[] = {
    {"fulfilment.parcel_scans", "logistics.parcel_scans", 240'000, 0, 25 * minute, 1},
    {"fulfilment.order_events", "orders.order_events", 1'700'000, 40 * minute, 55 * minute, 1},
    {"fulfilment.delivery_times", "orders.delivery_times", 52'000, 70 * minute, 85 * minute, 1},
    {"returns.returns_daily", "returns.returns_daily", 31'000, 0, 0, 4},
    {"customer.customers", "customer.customers", 4'600'000, 0, 0, 1},
    {"inventory.articles", "articles.articles", 159'000, 0, 0, 1},
};

constexpr auto rowCount = "expect_table_row_count_to_be_between";
constexpr auto notNull = "expect_column_values_to_not_be_null";
constexpr auto unique = "expect_column_values_to_be_unique";
constexpr auto between = "expect_column_values_to_be_between";
constexpr auto regex = "expect_column_values_to_match_regex";

constexpr Expectation expectations[] = {
    {0, rowCount, "", R"("min_value":70000,"max_value":300000)", "critical", 1, Fate::Break},
    {0, notNull, "carrier_id", "", "critical", 1, Fate::Holds},
    {0, between, "weight_g", R"("min_value":0,"max_value":70000)", "warning", 0.999, Fate::Holds},
    {1, notNull, "order_id", "", "critical", 1, Fate::Holds},
    {1, unique, "event_id", "", "critical", 1, Fate::Holds},
    {1, rowCount, "", R"("min_value":400000,"max_value":2500000)", "warning", 1, Fate::Break},
    {2, unique, "parcel_id", "", "critical", 1, Fate::Holds},
    {2, notNull, "promised_at", "", "critical", 0.99, Fate::Break},
    {3, notNull, "found_condition", "", "warning", 0.97, Fate::Decline},
    {3, between, "quantity", R"("min_value":1,"max_value":200)", "warning", 1, Fate::Holds},
    {3, notNull, "order_id", "", "critical", 0.99, Fate::Holds},
    {4, regex, "country", R"("regex":"^[A-Z]{2}$")", "warning", 0.995, Fate::Decline},
    {4, unique, "id", "", "critical", 1, Fate::Holds},
    {4, between, "orders_12m", R"("min_value":0,"max_value":2000)", "warning", 0.999, Fate::Holds},
    {5, unique, "sku", "", "critical", 1, Fate::Holds},
    {5, notNull, "lifecycle", "", "critical", 1, Fate::Holds},
    {5, between, "weight_g", R"("min_value":0,"max_value":900000)", "warning", 0.999, Fate::Holds},
};

//! What one validation looks at.
struct Batch
{
    const Story &story;
    const Suite &suite;
    Seconds moment;
    qint64 rows;
    bool isBroken;

    double noise(const Expectation &expectation) const
    {
        return Story::noise(QByteArray(suite.name) + expectation.type + expectation.column,
                            moment - story.at(0, 0));
    }
};

//! How many rows do not meet \a expectation.
qint64 unexpectedOf(const Batch &batch, const Expectation &expectation)
{
    const auto noise = batch.noise(expectation);
    const double allowed = 1 - expectation.mostly;
    if (expectation.fate == Fate::Decline)
        return qint64(double(batch.rows) * allowed
                      * (0.08 + 0.1 * noise + 1.15 * batch.story.decline(batch.moment)));
    if (expectation.fate == Fate::Break && batch.isBroken)
        return qint64(double(batch.rows) * (0.2 + 0.1 * noise));
    return qint64(double(batch.rows) * allowed * 0.3 * noise);
}

//! Adds the result of \a expectation; whether it holds.
bool addResult(JsonText &json, const Batch &batch, const Expectation &expectation)
{
    const bool isCount = std::strcmp(expectation.type, rowCount) == 0;
    const auto unexpected = isCount ? 0 : unexpectedOf(batch, expectation);
    const double share = batch.rows == 0 ? 0 : double(unexpected) / double(batch.rows);
    const bool holds = isCount ? !batch.isBroken : share <= 1 - expectation.mostly + 1e-12;
    json.object().key("success").truth(holds).key("expectation_config").object();
    json.key("type").text(expectation.type).key("kwargs").object();
    json.key("batch_id").text(QByteArray("warehouse-") + batch.suite.asset);
    if (*expectation.column != 0)
        json.key("column").text(expectation.column);
    if (expectation.mostly < 1)
        json.key("mostly").real(expectation.mostly, 3);
    if (*expectation.kwargs != 0)
        json.raw(expectation.kwargs);
    json.end().key("meta").object().end();
    json.key("id").text(
        Story::uuid(QByteArray(batch.suite.name) + expectation.type + expectation.column, 0));
    json.key("severity").text(expectation.severity).end().key("result").object();
    if (isCount) {
        json.key("observed_value").number(batch.rows);
    } else {
        json.key("element_count").number(batch.rows).key("unexpected_count").number(unexpected);
        json.key("unexpected_percent").real(share * 100, 6);
        json.key("partial_unexpected_list").array().end();
    }
    json.end().key("exception_info").object().key("raised_exception").truth(false);
    json.key("exception_message").null().key("exception_traceback").null().end();
    json.key("meta").object().end().end();
    return holds;
}

void addMeta(JsonText &json, const Batch &batch, const QByteArray &runTime)
{
    json.key("meta").object().key("great_expectations_version").text("1.24.1");
    json.key("run_id").object().key("run_name").text("warehouse").key("run_time");
    json.text(runTime).end();
    json.key("validation_id").text(Story::uuid(batch.suite.name, 1)).key("checkpoint_id");
    json.text(Story::uuid("checkpoint", 1)).key("validation_time").text(runTime);
    json.key("active_batch_definition").object().key("datasource_name").text("warehouse");
    json.key("data_connector_name").text("fluent").key("data_asset_name").text(batch.suite.asset);
    json.key("batch_identifiers").object().end().end().end();
}

void validate(const Story &story, const Suite &suite, int number, Seconds moment,
              ResultFiles &files)
{
    if (files.isOver(moment + minute))
        return;
    const bool isBroken = suite.checked > 0 && story.isBroken(moment, suite.fails);
    const auto share = 0.4 + story.volume(suite.name, story.dayOf(moment));
    const Batch batch{story, suite, moment,
                      qint64(double(suite.rows) * share * (isBroken ? 0.22 : 1)), isBroken};
    JsonText results;
    results.array();
    int all = 0;
    int good = 0;
    for (const auto &expectation : expectations) {
        if (expectation.suite != number)
            continue;
        ++all;
        good += addResult(results, batch, expectation) ? 1 : 0;
    }
    results.end();
    const auto runTime = isoTimeExact(moment, 365767);
    JsonText json;
    json.object().key("success").truth(good == all).key("suite_name").text(suite.name);
    json.key("suite_parameters").object().end().key("statistics").object();
    json.key("evaluated_expectations").number(all).key("successful_expectations").number(good);
    json.key("unsuccessful_expectations").number(all - good);
    json.key("success_percent").real(100.0 * good / all, 6).end();
    addMeta(json, batch, runTime);
    json.key("id").text(Story::uuid(suite.name, moment - story.at(0, 0)));
    json.key("results").raw(results.bytes()).end();
    auto time = runTime;
    time.replace("-", "").replace(":", "");
    files.write(u"quality/gx/uncommitted/validations/%1/warehouse/%2/warehouse-%3.json"_s.arg(
                    QString::fromLatin1(suite.name).replace(u'.', u'/'), QString::fromLatin1(time),
                    QString::fromLatin1(suite.asset)),
                json.bytes());
}

} // namespace

void writeExpectations(const Story &story, int day, ResultFiles &files)
{
    int number = 0;
    for (const auto &suite : suites) {
        const bool isKept = day >= allKept || story.date(day).dayOfWeek() == Qt::Monday;
        const int runs = day >= oftenSince ? suite.runs : 1;
        const auto every = wholeDay / runs;
        for (int run = 0; run < runs && isKept && !story.isOutage(day); ++run)
            validate(story, suite, number, story.at(day, firstRun % every + run * every), files);
        for (const auto broke : story.breaks()) {
            if (suite.checked > 0 && story.dayOf(broke + suite.checked) == day)
                validate(story, suite, number, broke + suite.checked, files);
        }
        ++number;
    }
}

} // namespace portolan::demo
