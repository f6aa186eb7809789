// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/accessterms.h"

#include <array>

namespace portolan::demo {
namespace {

//! The terms of a product's contract, as everybody who asks has agreed to them.
struct Contracted
{
    const char *product;
    const char *contract;
    const char *version;
    const char *sha256; //!< domain::sha256Of() what stands in the file; a test compares them
};

constexpr std::array contracts{
    Contracted{"orders.order-events", "order-events", "3.2.0",
               "cb713ccb41945dbaaf4bdf2ae27b56b3dc6083954ac47d9627cd20688b240132"},
    Contracted{"orders.orders-daily", "orders-daily", "2.0.1",
               "389dad2be8352f2985b2071d3f24128b27b02f629521bd9254dd0933d58c4f49"},
    Contracted{"orders.order-lines-enriched", "order-lines-enriched", "1.5.2",
               "d767e210c627fee90ce79680ed27550bf829929999df50ee529133788c04124a"},
    Contracted{"orders.delivery-promise", "delivery-promise-api", "1.3.0",
               "66c273a420c2c363e51a21384391925ee498057f0ec1e7ae693cd119cc3e4f30"},
    Contracted{"customer.customer-360", "customer-360", "4.2.0",
               "10c663630226f97aa9077e92569e12dcf68bfaf9c6487ba4b6938203df42e2fb"},
    Contracted{"69a75530-e4db-522b-8827-461a6632e8c9", "1ce12658-5d51-574f-be43-ffbbbd6986ff",
               "2.0.0", "f4731a6255e9856bed8d28153f87b9cf5c3db112a32236c55196aa76b098c8be"},
    Contracted{"urn:norrholt:product:fraud-signals", "urn:norrholt:contract:fraud-score", "1.5.0",
               "e77628bb3770fe0bd66356a8b041451a81d2865364d04a591d79dd65546cfbc9"},
};

} // namespace

QList<domain::AcceptedTerms> termsOf(const QString &product)
{
    QList<domain::AcceptedTerms> terms;
    for (const auto &one : contracts) {
        if (product == QString::fromUtf8(one.product))
            terms.append({QString::fromUtf8(one.contract), QString::fromUtf8(one.version),
                          QString::fromLatin1(one.sha256)});
    }
    return terms;
}

} // namespace portolan::demo
