// SPDX-License-Identifier: GPL-3.0-or-later
// The table tells the story; the files follow from it by the same functions that write the requests
// of real people, so that their hashes and ids are right on every day.
#include "app/demo/accessfiles.h"

#include "app/demo/accessterms.h"
#include "models/domain/accessfold.h"
#include "models/domain/approval.h"
#include "models/formats/access/accessfile.h"
#include "models/formats/access/paths.h"

#include <QUuid>

#include <array>
#include <span>

using namespace Qt::Literals::StringLiterals;

namespace portolan::demo {
namespace {

using domain::DecisionKind;

// Who asks and decides; the address is made of the name.
constexpr const char *maya = "Maya Lindqvist";
constexpr const char *amara = "Amara Osei";
constexpr const char *jonas = "Jonas Baptiste";
constexpr const char *katrin = "Katrin Vogel";
constexpr const char *dario = "Dario Conti";

//! What one person said; \a item counts from 0.
struct Said
{
    int day;
    const char *by;
    DecisionKind kind;
    const char *reason;
    int item = 0;
};

//! A port that is asked for.
struct Wish
{
    const char *product;
    const char *port;
    const char *role;
    const char *first; //!< who decides at the first level
    const char *second = nullptr; //!< and at the second, where there is one
};

//! A request; days count from the first start, \a to is 0 where there is no end.
struct Asked
{
    const char *name; //!< its ids are made of
    const char *by;
    const char *consumer; //!< product
    const char *consumerName;
    const char *purpose;
    const char *why;
    int created;
    int from;
    int to;
    std::array<Wish, 2> wishes;
    std::array<Said, 3> said = {};
    const char *renews = nullptr; //!< name of the request whose agreement goes on
    const char *exception = nullptr;
};

constexpr Wish events{"orders.order-events", "orders.order_events", "order_reader", maya};
constexpr Wish stream{"orders.order-events", "order_events.v3", "order_reader", maya};
constexpr Wish daily{"orders.orders-daily", "orders.orders_daily", "order_reader", maya};

constexpr std::array askedFor{
    // Wait for Maya.
    Asked{"attribution",
          "Lea Novak",
          "mkt-dp.campaign-attribution",
          "Campaign attribution",
          "analytics",
          "We compare the orders of Black Friday with the clicks of the week, per campaign and "
          "country. No customer is looked at alone.",
          -1,
          0,
          180,
          {events}},
    Asked{"fraud-stream",
          dario,
          "urn:norrholt:product:fraud-signals",
          "Fraud signals",
          "fraud-prevention",
          "The score has to see the delivery address before the parcel leaves. Restricted fields "
          "are kept for 90 days and then removed.",
          -4,
          0,
          170,
          {Wish{"orders.order-events", "order_events.v3", "order_pii_reader", maya, amara}},
          {Said{-2, amara, DecisionKind::Approve,
                "Agreed with the 90 days. Article 22 is met by the review within two hours."}}},
    // Decided by Maya, or with a question of hers.
    Asked{"replenishment",
          "Stefan Krueger",
          "bfe89f35-ad50-5810-8d38-363f84f23b02",
          "Replenishment proposals",
          "demand-planning",
          "Orders by day and article, to plan what the stores get next week.",
          -6,
          0,
          300,
          {daily},
          {Said{-5, maya, DecisionKind::Ask,
                "For all 212 stores, or for the pilot in Gdańsk? The file is large."}}},
    Asked{"revenue",
          "Marta Kowalczyk",
          "urn:norrholt:product:revenue-recognition",
          "Revenue recognition",
          "financial-reporting",
          "The monthly closing takes revenue by day of shipment from here.",
          -210,
          -208,
          150,
          {daily},
          {Said{-209, maya, DecisionKind::Approve, "As in the years before."}}},
    Asked{"service-desk",
          "Fatima El Amrani",
          "customer.service-desk-view",
          "Service desk view",
          "customer-service",
          "The desk tells customers when their parcel comes while they are on the phone.",
          -353,
          -352,
          12,
          {Wish{"orders.delivery-promise", "/v1/promise", "rest_client", maya}},
          {Said{-352, maya, DecisionKind::Approve, "Ten calls a second at most, please."}}},
    Asked{
        "web-trial",
        "Oskar Lund",
        "mkt-dp.web-sessions",
        "Web sessions",
        "trial",
        "To find out whether baskets and sessions can be joined at all.",
        -76,
        -75,
        -46,
        {Wish{"orders.order-lines-enriched", "orders.order_lines_enriched", "order_reader", maya}},
        {Said{-75, maya, DecisionKind::Approve, "Thirty days, then we talk."}}},
    Asked{"loyalty-first",
          "Clara Hoffmann",
          "customer.loyalty-ledger",
          "Loyalty ledger",
          "analytics",
          "Points per order are checked against the orders they were given for.",
          -381,
          -380,
          -15,
          {events},
          {Said{-380, maya, DecisionKind::Approve, "Fine."}}},
    Asked{"loyalty-second",
          "Clara Hoffmann",
          "customer.loyalty-ledger",
          "Loyalty ledger",
          "analytics",
          "As before: points per order are checked against the orders.",
          -40,
          -14,
          350,
          {events},
          {Said{-38, maya, DecisionKind::Approve, "Goes on as it was."}},
          "loyalty-first"},
    Asked{"newsletter",
          "Priya Raman",
          "mkt-dp.promotion-calendar",
          "Promotion calendar",
          "marketing",
          "We want to write to everybody who bought a heat pump last winter.",
          -17,
          0,
          90,
          {events},
          {Said{-16, maya, DecisionKind::Reject,
                "Not for marketing to persons, as the terms say. Audience segments has what you "
                "need, with consent."}}},
    Asked{"stock-stream",
          "Bram Janssen",
          "c7eda89a-0833-5d28-b7a5-411c472575cc",
          "Stock position",
          "order-handling",
          "What is ordered is taken off the stock that the shop shows.",
          -150,
          -149,
          200,
          {stream},
          {Said{-149, maya, DecisionKind::Approve, "Fine."},
           Said{-2, maya, DecisionKind::Suspend,
                "The consumer reads the whole topic from the start every hour. Please repair it "
                "and say so."}}},
    Asked{"gift-cards",
          "Henrik Aalto",
          "urn:norrholt:product:gift-cards",
          "Gift cards",
          "financial-reporting",
          "Orders that were paid with a gift card, by month.",
          -12,
          0,
          365,
          {daily},
          {Said{-11, "Henrik Aalto", DecisionKind::Withdraw,
                "Payments has it already; I had not seen it."}}},
    // Asked for by Maya.
    Asked{
        "contact",
        maya,
        "orders.click-and-collect",
        "Click and collect",
        "order-handling",
        "A customer whose parcel waits in a store is told so by text message.",
        -7,
        0,
        360,
        {Wish{"customer.customer-360", "customer.customers", "customer_pii_reader", jonas, amara}},
        {Said{-3, jonas, DecisionKind::Approve, "Phone number and language only, please."}}},
    Asked{
        "prices",
        maya,
        "orders.order-lines-enriched",
        "Order lines enriched",
        "analytics",
        "Order lines get the price of the day, and the margin where we may see it.",
        -20,
        7,
        360,
        {Wish{"69a75530-e4db-522b-8827-461a6632e8c9", "price_list.current", "price_reader", katrin},
         Wish{"69a75530-e4db-522b-8827-461a6632e8c9", "price_list.history", "purchase_price_reader",
              katrin, amara}},
        {Said{-19, katrin, DecisionKind::Approve, "Selling prices: of course.", 0},
         Said{-19, katrin, DecisionKind::Approve, "Fine with me.", 1},
         Said{-15, amara, DecisionKind::Reject,
              "Purchase prices are not needed for what you describe.", 1}}},
    Asked{
        "score",
        maya,
        "orders.order-events",
        "Order events",
        "fraud-prevention",
        "Orders with a high score are held back before they are sent to the warehouse.",
        -160,
        -159,
        15,
        {Wish{"urn:norrholt:product:fraud-signals", "/v1/score", "rest_client", dario}},
        {Said{-158, dario, DecisionKind::Approve, "Your key is on its way."},
         Said{-20, maya, DecisionKind::Terminate, "The warehouse asks for the score itself now."}}},
    // Of two people one said yes and one said no, on two machines.
    Asked{
        "segments",
        "Lea Novak",
        "mkt-dp.audience-segments",
        "Audience segments",
        "marketing",
        "Customers who agreed to letters, by region, for the catalogue of the spring.",
        -9,
        0,
        170,
        {Wish{"customer.customer-360", "customer.customers", "customer_pii_reader", jonas, amara}},
        {Said{-8, jonas, DecisionKind::Reject, "Segments do not need names."},
         Said{-8, amara, DecisionKind::Approve, "Consent is checked; letters only."}},
        nullptr,
        "The catalogue is printed on 10 January, and letters need an address."},
};

domain::Actor actorOf(const char *name)
{
    const auto text = QString::fromUtf8(name);
    return {.name = text, .email = text.toLower().replace(u' ', u'.') % u"@norrholt.example"_s};
}

QUuid idOf(const char *name, qint64 turn)
{
    return QUuid(QString::fromLatin1(Story::uuid(QByteArray("access/") + name, turn)));
}

QDateTime timeOf(Seconds moment)
{
    return QDateTime::fromSecsSinceEpoch(moment, Qt::UTC);
}

QList<domain::ApprovalStep> stepsOf(const Wish &wish)
{
    QList<domain::ApprovalStep> steps{{u"first level"_s, {actorOf(wish.first).email}}};
    if (wish.second != nullptr)
        steps.append({u"second level"_s, {actorOf(wish.second).email}});
    return steps;
}

domain::AccessRequest requestOf(const Story &story, const Asked &asked)
{
    constexpr Seconds office = 9 * hour + 20 * minute;
    domain::AccessRequest request{.id = idOf(asked.name, 0),
                                  .consumer = {domain::EntityKind::Product,
                                               QString::fromUtf8(asked.consumer),
                                               QString::fromUtf8(asked.consumerName)},
                                  .purpose = QString::fromUtf8(asked.purpose),
                                  .justification = QString::fromUtf8(asked.why),
                                  .from = story.date(asked.from),
                                  .to = story.date(asked.to),
                                  .asker = actorOf(asked.by),
                                  .created = timeOf(story.at(asked.created, office))};
    for (const auto &wish : asked.wishes) {
        if (wish.product == nullptr)
            continue;
        const QString product = QString::fromUtf8(wish.product);
        const QString port = product % u'#' % QString::fromUtf8(wish.port);
        request.items.append({.id = domain::itemIdOf(request.id, port),
                              .port = port,
                              .product = product,
                              .account = u"demo"_s,
                              .role = QString::fromUtf8(wish.role),
                              .steps = stepsOf(wish),
                              .state = domain::ItemState::Submitted});
        for (const auto &terms : termsOf(product)) {
            if (!request.terms.contains(terms))
                request.terms.append(terms);
        }
    }
    if (asked.renews != nullptr)
        request.renews = domain::agreementIdOf(
            domain::itemIdOf(idOf(asked.renews, 0), request.items.first().port));
    if (asked.exception != nullptr) {
        request.exception = QString::fromUtf8(asked.exception);
        request.verdicts.append(
            {.policy = u"purpose-for-personal-data"_s,
             .result = domain::PolicyResult::Fail,
             .message = u"The purpose does not allow personal data"_s,
             .remedy = u"Leave these fields out, or choose a purpose that allows them"_s,
             .port = request.items.first().port,
             .source = u"local"_s});
    }
    return request;
}

QList<domain::AccessDecision> decisionsOf(const Story &story, const Asked &asked,
                                          const domain::AccessRequest &request)
{
    QList<domain::AccessDecision> decisions;
    for (const auto &said : asked.said) {
        if (said.by == nullptr)
            continue;
        const auto turn = decisions.size() + 1;
        const bool isVote = said.kind == DecisionKind::Approve || said.kind == DecisionKind::Reject;
        decisions.append({.id = idOf(asked.name, turn),
                          .item = request.items.at(said.item).id,
                          .kind = said.kind,
                          .by = actorOf(said.by),
                          .at = timeOf(story.at(said.day, 13 * hour + turn * 7 * minute)),
                          .reason = QString::fromUtf8(said.reason),
                          .asked = isVote ? formats::access::sha256Of(request) : QString()});
    }
    return decisions;
}

} // namespace

void writeAccess(const Story &story, ResultFiles &files)
{
    for (const auto &asked : askedFor) {
        const auto request = requestOf(story, asked);
        const auto decisions = decisionsOf(story, asked, request);
        files.write(formats::access::requestPath(request.id), formats::access::write(request));
        for (const auto &decision : decisions)
            files.write(formats::access::decisionPath(decision.item, decision.id),
                        formats::access::write(decision));
        const auto outcome =
            domain::outcomeOf(request, decisions, {.asked = formats::access::sha256Of(request)});
        for (const auto &agreement : formats::access::agreementFiles(outcome)) {
            if (!agreement.bytes.isNull())
                files.write(agreement.path, agreement.bytes);
        }
    }
}

QString demoPerson()
{
    return domain::textOf(actorOf(maya));
}

} // namespace portolan::demo
