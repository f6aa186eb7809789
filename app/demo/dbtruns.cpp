// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/jsontext.h"
#include "app/demo/toolresults.h"

#include <cstring>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace portolan::demo {
namespace {

constexpr Seconds build = 5 * hour + 10 * minute;
constexpr Seconds freshness = 5 * hour + 35 * minute;
constexpr int sourcesKept = -31; // of older looks at the sources there is nothing left
constexpr int timedOut = -75; // the day on which one test was cut short

struct Test
{
    const char *id; //!< without "test.norrholt_mesh."
    bool warns; //!< its severity is warn
    double warnsSometimes; //!< how often
};

constexpr Test tests[] = {
    {"unique_order_events_event_id.95647e033b", false, 0},
    {"not_null_order_events_order_id.5f5dd14837", false, 0},
    {"accepted_values_order_events_event_type.af6d58005f", true, 0.04},
    {"relationships_order_events_customer_id.897ec2da96", true, 0.09},
    {"not_null_orders_daily_order_id.31b01023c9", false, 0},
    {"not_null_orders_daily_order_date.0c168369bf", false, 0},
    {"relationships_order_lines_enriched_sku.5d7abd1949", true, 0.06},
    {"not_null_returns_daily_order_id.1e22dd12a1", false, 0},
    {"relationships_returns_daily_order_id.933b5e3615", false, 0},
    {"unique_customers_id.44ee17994a", false, 0},
    {"not_null_customers_country.491de44830", false, 0},
    {"not_null_customer_merge_to_customer_id.5996dbadee", false, 0},
    {"not_null_position_available.b1a5a62a8a", false, 0},
    {"not_null_forecast_demand.d67c9d016f", false, 0},
    {"unique_delivery_times_parcel_id.c86a464b97", false, 0},
    {"unique_stg_shop__orders_order_no.32421b623c", false, 0},
    {"accepted_values_stg_crm__accounts_country.7f22e8100d", true, 0},
    {"not_null_churn_scores_score.8b7ee72fc9", false, 0},
    {"assert_refund_not_above_order", false, 0},
};

struct Source
{
    const char *id; //!< without "source.norrholt_mesh."
    int warnHours;
    int errorHours;
    int lagMinutes; //!< of the newest row, mostly
};

constexpr Source sources[] = {
    {"shop.orders_raw", 2, 6, 34},
    {"shop.order_status_raw", 2, 6, 36},
    {"crm.accounts", 1, 4, 7},
    {"logistics.parcel_scans", 1, 2, 9},
    {"payments_replica.payment_events", 1, 3, 2},
    {"wms.stock", 1, 3, 11},
    {"stock.deliveries", 4, 12, 58},
    {"returns_portal.items", 1, 6, 4},
    {"stores.receipts", 24, 60, 610},
    {"loyalty.ledger", 2, 12, 31},
    {"ads_replica.spend_daily", 36, 72, 1290},
    {"web_replica.sessions", 6, 24, 41},
};

bool startsWith(const Test &test, const char *name)
{
    return std::strncmp(test.id, name, std::strlen(name)) == 0;
}

//! Rows that the test found; empty when it could not tell.
std::optional<qint64> failuresOf(const Story &story, const Test &test, int day)
{
    const auto moment = story.at(day, build);
    if (startsWith(test, "not_null_returns_daily") && story.isLastDay(moment))
        return 31;
    if (startsWith(test, "accepted_values_stg_crm")) {
        const auto decline = story.decline(moment);
        return qint64(decline * decline * 420);
    }
    // Those who were sent again after the break came twice.
    if (startsWith(test, "unique_delivery_times") && day == Story::formerBreak + 1)
        return 212;
    if (startsWith(test, "not_null_forecast_demand") && day == timedOut)
        return std::nullopt;
    if (Story::noise(test.id, day) < test.warnsSometimes)
        return 1 + qint64(Story::noise(test.id, day + 10'000) * 40);
    return 0;
}

void addMetadata(JsonText &json, const char *kind, int day, Seconds moment)
{
    const auto id = Story::uuid(QByteArray("dbt/") + kind, day);
    json.key("metadata").object().key("dbt_schema_version");
    json.text(QByteArray("https://schemas.getdbt.com/dbt/") + kind + ".json");
    json.key("dbt_version").text("1.10.15");
    json.key("generated_at").text(isoTimeExact(moment + 96, 118203));
    json.key("invocation_id").text(id).key("invocation_started_at");
    json.text(isoTimeExact(moment - 9, 4711));
    json.key("env").object().end().end();
}

void addTiming(JsonText &json, Seconds moment, int microseconds)
{
    json.key("timing").array();
    json.object().key("name").text("compile");
    json.key("started_at").text(isoTimeExact(moment, microseconds));
    json.key("completed_at").text(isoTimeExact(moment, microseconds + 2111)).end();
    json.object().key("name").text("execute");
    json.key("started_at").text(isoTimeExact(moment, microseconds + 2300));
    json.key("completed_at").text(isoTimeExact(moment + 1, microseconds)).end().end();
}

void addTest(JsonText &json, const Story &story, const Test &test, int day, int place)
{
    const auto failures = failuresOf(story, test, day);
    QByteArray status = "pass";
    QByteArray message;
    if (!failures) {
        status = "error";
        message = "Database Error in test not_null_forecast_demand"
                  " (models/marts/stock/_schema.yml)\n"
                  "  canceling statement due to statement timeout";
    } else if (*failures > 0) {
        status = test.warns ? "warn" : "fail";
        message = "Got " + QByteArray::number(*failures) + " results, configured to " + status
            + " if != 0";
    }
    const auto micro = int(Story::noise(test.id, day) * 900'000);
    json.object().key("status").text(status);
    addTiming(json, story.at(day, build) + 4 * place, micro);
    json.key("thread_id").text("Thread-" + QByteArray::number(1 + place % 4) + " (worker)");
    json.key("execution_time").real(0.2 + 1.1 * Story::noise(test.id, day), 6);
    json.key("adapter_response").object().end().key("message");
    if (message.isEmpty())
        json.null();
    else
        json.text(message);
    json.key("failures");
    if (failures)
        json.number(*failures);
    else
        json.null();
    json.key("unique_id").text(QByteArray("test.norrholt_mesh.") + test.id);
    json.key("compiled").truth(true).key("compiled_code").null().key("relation_name").null().end();
}

void addSource(JsonText &json, const Source &source, int day, Seconds moment)
{
    const auto lag =
        qint64(source.lagMinutes * minute * (0.6 + Story::noise(source.id, day) * 0.6));
    const auto criterion = [&json](const char *name, int hours) {
        json.key(name).object().key("count").number(hours).key("period").text("hour").end();
    };
    json.object().key("unique_id").text(QByteArray("source.norrholt_mesh.") + source.id);
    json.key("max_loaded_at").text(isoTimeExact(moment - lag, 0));
    json.key("snapshotted_at").text(isoTimeExact(moment, 280119));
    json.key("max_loaded_at_time_ago_in_s").real(double(lag) + 0.280119, 6);
    json.key("status").text(lag > source.warnHours * hour ? "warn" : "pass");
    json.key("criteria").object();
    criterion("warn_after", source.warnHours);
    criterion("error_after", source.errorHours);
    json.key("filter").null().end().key("adapter_response").object().end();
    addTiming(json, moment, 256101);
    json.key("thread_id").text("Thread-1 (worker)");
    json.key("execution_time").real(0.03 + 0.02 * Story::noise(source.id, day), 6).end();
}

void addArguments(JsonText &json, const char *which)
{
    json.key("elapsed_time").real(84.6, 3);
    json.key("args").object().key("which").text(which);
    json.key("invocation_command").text(QByteArray("dbt ") + which).end();
}

} // namespace

void writeDbt(const Story &story, int day, ResultFiles &files)
{
    if (story.isOutage(day))
        return;
    const QString folder =
        u"quality/dbt/"_s % QString::fromLatin1(isoDate(story.at(day, 0))) % u'/';
    const auto built = story.at(day, build);
    if (!files.isOver(built + 2 * minute)) {
        JsonText json;
        json.object();
        addMetadata(json, "run-results/v6", day, built);
        json.key("results").array();
        int place = 0;
        for (const auto &test : tests)
            addTest(json, story, test, day, place++);
        json.end();
        addArguments(json, "test");
        files.write(folder % u"run_results.json", json.end().bytes());
    }
    const auto looked = story.at(day, freshness);
    if (day >= sourcesKept && !files.isOver(looked + 2 * minute)) {
        JsonText json;
        json.object();
        addMetadata(json, "sources/v3", day, looked);
        json.key("results").array();
        for (const auto &source : sources)
            addSource(json, source, day, looked);
        json.end().key("elapsed_time").real(3.1, 3);
        files.write(folder % u"sources.json", json.end().bytes());
    }
}

} // namespace portolan::demo
