// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/jsontext.h"
#include "app/demo/toolresults.h"

#include <algorithm>
#include <cstring>
#include <utility>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace portolan::demo {
namespace {

constexpr Seconds never = -1;
constexpr int budgetDays = 29; // that a service level looks back, and one to begin with
constexpr auto warehouse = "postgres://warehouse.norrholt.example:5432";
constexpr auto bigquery = "bigquery";
constexpr auto snowflake = "snowflake://norrholt-eu-west";
constexpr auto airflow = "norrholt-airflow";
constexpr auto dbt = "norrholt-dbt";

//! A job that writes tables, again and again.
struct Feed
{
    const char *space; //!< namespace of its tables
    const char *table;
    const char *second; //!< another table, or empty
    const char *scheduler; //!< namespace of the job
    const char *job;
    int every; //!< minutes
    Seconds stops; //!< after a break, or never
    bool rests; //!< not on the weekend
};

// So often that the promised age is kept with a little to spare: latency or frequency of the
// contract at the end of each line.
constexpr Feed feeds[] = {
    {warehouse, "warehouse.logistics.parcel_scans", "", airflow, "orders_daily.load_parcel_scans",
     28, 0, false}, // 30 min
    {warehouse, "warehouse.orders.order_events", "", airflow, "orders_daily.load_order_events", 28,
     20 * minute, false}, // 30 min
    {warehouse, "warehouse.orders.delivery_times", "", airflow,
     "orders_daily.delivery_times_order_status", 56, 40 * minute, false}, // 1 h
    {snowflake, "FINANCE.PAYMENTS.PAYMENTS", "", airflow, "finance_daily.payments", 56, never,
     false}, // 1 h
    {warehouse, "warehouse.shop.orders_raw", "warehouse.shop.order_status_raw", airflow,
     "orders_daily.load_orders_raw", 56, never, false}, // 65 min, 1 h
    {warehouse, "warehouse.customer.customers", "", airflow,
     "customer_daily.customers_order_status", 100, 60 * minute, false}, // 2 h
    {warehouse, "warehouse.stock.deliveries", "", airflow, "inventory_daily.load_deliveries", 110,
     never, false}, // 2 h
    {bigquery, "norrholt-marketing.newsletter.sends", "", airflow, "marketing_daily.sends", 110,
     never, false}, // 2 h
    {"kafka://kafka.eu.example:9093", "legacy.order_status", "", airflow,
     "orders_daily.order_status", 110, never, false}, // 2 h
    {warehouse, "warehouse.stock.position", "", airflow, "inventory_daily.load_position", 110,
     never, false}, // 2 h
    {bigquery, "norrholt-web.web.sessions", "", airflow, "marketing_daily.sessions", 110, never,
     false}, // 2 h
    {warehouse, "warehouse.crm.accounts", "", airflow, "customer_daily.load_accounts", 110, never,
     false}, // 2 h
    {warehouse, "warehouse.shop.abandoned_baskets", "", airflow, "orders_daily.abandoned_baskets",
     110, never, false}, // 2 h
    {warehouse, "warehouse.wms.stock", "", airflow, "inventory_daily.load_stock", 110, never,
     false}, // 2 h
    {warehouse, "warehouse.customer.customer_merge", "", airflow,
     "customer_daily.load_customer_merge", 110, never, false}, // 2 h
    {warehouse, "warehouse.stores.receipts", "warehouse.stores.receipt_lines", airflow,
     "orders_daily.load_receipts", 110, never, false}, // 2 h
    {warehouse, "warehouse.loyalty.ledger", "", airflow, "customer_daily.load_ledger", 110, never,
     false}, // 2 h
    {warehouse, "warehouse.consent.log", "", airflow, "customer_daily.load_log", 110, never,
     false}, // 2 h
    {warehouse, "warehouse.price_list.prices", "", airflow, "inventory_daily.load_prices", 110,
     never, false}, // 2 h
    {warehouse, "warehouse.articles.articles", "", airflow, "inventory_daily.load_articles", 110,
     never, false}, // 2 h
    {warehouse, "warehouse.service.cases", "warehouse.service.case_messages", airflow,
     "customer_daily.load_cases", 110, never, false}, // 2 h
    {warehouse, "warehouse.stores.pickups", "", airflow, "orders_daily.load_pickups", 110, never,
     false}, // 2 h
    {warehouse, "warehouse.returns_portal.items", "", airflow, "orders_daily.load_items", 110,
     never, false}, // 2 h
    {snowflake, "FINANCE.FRAUD.DECISIONS", "", airflow, "finance_daily.decisions", 110, never,
     false}, // 2 h
    {snowflake, "FINANCE.PAYMENTS.GIFT_CARD_ENTRIES", "", airflow,
     "finance_daily.gift_card_entries", 110, never, false}, // 2 h
    {bigquery, "norrholt-marketing.promo.promotions", "norrholt-marketing.promo.promotion_articles",
     airflow, "marketing_daily.promotions", 225, never, false}, // 4 h
    {warehouse, "warehouse.replenishment.proposals", "", dbt, "norrholt_mesh.proposals", 180, never,
     false}, // 4 h
    {warehouse, "warehouse.orders.orders_daily", "", dbt, "norrholt_mesh.orders_daily", 240,
     120 * minute, false}, // 26 h
    {warehouse, "warehouse.stock.forecast", "", airflow, "inventory_daily.forecast_promotions", 360,
     never, false}, // 8 h
    {warehouse, "warehouse.returns.returns_daily", "", dbt, "norrholt_mesh.returns_daily", 720,
     never, false}, // 1 d
    {warehouse, "warehouse.customer.customer_history", "", dbt, "norrholt_mesh.customer_history",
     720, never, false}, // 1 d
    {warehouse, "warehouse.service.contact_reasons", "", airflow, "customer_daily.contact_reasons",
     720, never, false}, // 1 d
    {warehouse, "warehouse.footfall.daily", "", airflow, "marketing_daily.daily", 720, never,
     false}, // 1 d
    {bigquery, "norrholt-marketing.marketing.segment_members", "", airflow,
     "marketing_daily.segment_members", 720, never, false}, // 1 d
    {bigquery, "norrholt-web.web.search_terms", "", airflow, "marketing_daily.search_terms", 720,
     never, false}, // 1 d
    {snowflake, "FINANCE.FX.RATES", "", airflow, "finance_daily.rates", 720, never, false}, // 1 d
    {snowflake, "FINANCE.LEDGER.REVENUE_LINES", "", airflow, "finance_daily.revenue_lines", 720,
     never, false}, // 1 d
    {warehouse, "warehouse.orders.order_lines_enriched", "", dbt,
     "norrholt_mesh.order_lines_enriched", 1440, never, false}, // 26 h
    {bigquery, "norrholt-marketing.ads.spend_daily", "", airflow, "marketing_daily.spend_daily",
     1440, never, false}, // 30 h
    {bigquery, "norrholt-marketing.marketing.attribution", "", airflow,
     "marketing_daily.attribution", 1440, never, false}, // 2 d
    {warehouse, "warehouse.loyalty.churn_scores", "", airflow, "customer_daily.churn_scores_cases",
     1440, never, false}, // 2 d
    {warehouse, "warehouse.stock.forecast_accuracy", "", dbt, "norrholt_mesh.forecast_accuracy",
     1440, never, true}, // 3 d, and no run on the weekend
    {warehouse, "warehouse.orders.basket_pairs", "", dbt, "norrholt_mesh.basket_pairs", 1440, never,
     true}, // 5 d
    {snowflake, "FINANCE.CONTROLLING.ARTICLE_MARGIN", "", airflow, "finance_daily.article_margin",
     1440, never, true}, // 6 d
    {snowflake, "FINANCE.LEDGER.REVENUE_MONTHLY", "", airflow, "finance_daily.revenue_monthly",
     1440, never, true}, // 4 d
    {snowflake, "FINANCE.TAX.VAT_QUARTER", "", airflow, "finance_daily.vat_quarter", 1440, never,
     true}, // 6 d
    {"s3://returns-photos", "index", "", airflow, "orders_out.export_photo_index", 330, never,
     false}, // 6 h
    {"s3://web-out", "hits", "", airflow, "marketing_out.export_hits", 330, never, false}, // 6 h
    {"s3://consent-out", "texts", "", airflow, "customer_out.export_texts", 720, never,
     false}, // 1 d
    {"s3://marketing-out", "calendar", "", airflow, "marketing_out.export_calendar", 720, never,
     false}, // 1 d
    {"s3://ads-out", "invoices", "", airflow, "marketing_out.export_invoices", 1440, never,
     false}, // 2 d
    {"s3://marketing-out", "segments", "", airflow, "marketing_out.export_segments", 10080, never,
     false}, // 8 d
    {"s3://logistics-out", "scorecard", "", airflow, "orders_out.export_scorecard", 10080, never,
     false}, // 8 d
};

//! What a job says about a table of its own, once a day.
struct Assertion
{
    const char *table;
    const char *assertion;
    const char *column;
};

constexpr Assertion assertions[] = {
    {"warehouse.shop.abandoned_baskets", "not_null", "basket_id"},
    {"warehouse.shop.abandoned_baskets", "not_null", "left_at"},
    {"warehouse.customer.customer_merge", "unique", "merge_id"},
    {"warehouse.customer.customer_merge", "not_null", "from_customer_id"},
};

struct Line
{
    Seconds moment;
    QByteArray json;
};

//! What runs often is told for the last days of the story, and for the last days there are; what
//! the breaks reach also for the four weeks before the former one, which its budget looks back on.
bool isToldOn(const Feed &feed, int day, int lastDay)
{
    const bool isInTheStory =
        feed.stops != never && day >= Story::formerBreak - budgetDays && day <= 0;
    const bool isRecent = (day >= -eventDays && day <= 0) || day >= lastDay - eventDays;
    return feed.every >= 720 || isRecent || isInTheStory;
}

bool hasAssertions(const Feed &feed)
{
    return std::any_of(std::begin(assertions), std::end(assertions), [&feed](const auto &one) {
        return std::strcmp(one.table, feed.table) == 0;
    });
}

void addAssertions(JsonText &json, const Feed &feed)
{
    json.key("facets").object().key("dataQualityAssertions").object().key("_producer");
    json.text("https://github.com/norrholt/pipelines/tree/2026.47").key("_schemaURL");
    json.text("https://openlineage.io/spec/facets/1-1-0/DataQualityAssertionsDatasetFacet.json"
              "#/$defs/DataQualityAssertionsDatasetFacet");
    json.key("assertions").array();
    for (const auto &one : assertions) {
        if (std::strcmp(one.table, feed.table) != 0)
            continue;
        json.object().key("assertion").text(one.assertion).key("success").truth(true);
        json.key("column").text(one.column).end();
    }
    json.end().end().end();
}

QByteArray eventOf(const Story &story, const Feed &feed, Seconds moment, bool asserts)
{
    JsonText json;
    json.object().key("eventType").text("COMPLETE").key("eventTime").text(isoTime(moment));
    json.key("producer").text("https://github.com/norrholt/pipelines/tree/2026.47");
    json.key("schemaURL");
    json.text("https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent");
    json.key("run").object().key("runId");
    json.text(Story::uuid(feed.job, moment - story.at(0, 0))).end();
    json.key("job").object().key("namespace").text(feed.scheduler).key("name").text(feed.job).end();
    json.key("inputs").array().end().key("outputs").array();
    for (const auto *table : {feed.table, feed.second}) {
        if (*table == 0)
            continue;
        json.object().key("namespace").text(feed.space).key("name").text(table);
        if (asserts && table == feed.table)
            addAssertions(json, feed);
        json.end();
    }
    return json.end().end().bytes() + '\n';
}

//! Adds the runs of \a feed that end on \a day.
void addRuns(std::vector<Line> &lines, const Story &story, const Feed &feed, int day, Seconds until)
{
    const auto every = feed.every * minute;
    // The runs count from midnight of day 0, so that their distance is the same across midnights.
    const auto zero = story.at(0, 0);
    const auto offset = Seconds(Story::noise(feed.job, 0) * double(std::min(every, 6 * hour)));
    const auto first = story.at(day, 0) - zero - offset;
    auto turn = first >= 0 ? (first + every - 1) / every : -(-first / every);
    const auto jitter = double(std::min(every / 20, 20 * minute));
    bool asserts = hasAssertions(feed);
    for (;; ++turn) {
        const auto planned = zero + offset + turn * every;
        if (story.dayOf(planned) != day)
            break;
        const auto moment = planned + Seconds(Story::noise(feed.job, turn) * jitter);
        const bool isLost = feed.every < 1440 && Story::noise(feed.job, turn + 500'000) < 0.002;
        const bool isBroken = feed.stops != never && story.isBroken(moment, feed.stops);
        if (isLost || isBroken || moment > until)
            continue;
        lines.push_back({moment, eventOf(story, feed, moment, std::exchange(asserts, false))});
    }
}

} // namespace

void writeEvents(const Story &story, int day, ResultFiles &files)
{
    std::vector<Line> lines;
    const auto lastDay = story.dayOf(files.until());
    for (const auto &feed : feeds) {
        if (isToldOn(feed, day, lastDay) && !(feed.rests && story.isWeekend(day)))
            addRuns(lines, story, feed, day, files.until());
    }
    if (lines.empty())
        return;
    std::stable_sort(lines.begin(), lines.end(),
                     [](const auto &one, const auto &other) { return one.moment < other.moment; });
    QByteArray text;
    for (const auto &line : lines)
        text += line.json;
    files.write(u"quality/lineage/"_s % QString::fromLatin1(isoDate(story.at(day, 0)))
                    % u".ndjson"_s,
                text);
}

} // namespace portolan::demo
