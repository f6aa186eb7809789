// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/grantstory.h"

namespace portolan::demo {
namespace {

using domain::GrantState;

constexpr std::array all{
    Given{"revenue",
          0,
          "postgres",
          "warehouse: orders_daily_reader to revenue_recognition",
          {Told{-208, GrantState::Provisioning}, Told{-207, GrantState::Provisioned}}},
    Given{"service-desk",
          0,
          "api gateway",
          "client certificate CN=service-desk-view, 10 calls a second",
          {Told{-352, GrantState::Provisioning}, Told{-351, GrantState::Provisioned}}},
    // The trial is over, and its access with it.
    Given{"web-trial",
          0,
          "postgres",
          "warehouse: order_lines_reader to web_sessions_trial",
          {Told{-75, GrantState::Provisioned},
           Told{-45, GrantState::Deprovisioning, "The trial ended yesterday"},
           Told{-45, GrantState::Deprovisioned}}},
    Given{"loyalty-first",
          0,
          "postgres",
          "warehouse: order_events_reader to loyalty_ledger",
          {Told{-380, GrantState::Provisioning}, Told{-379, GrantState::Provisioned}}},
    // Renewed on paper, and the first attempt to renew it in the database failed.
    Given{"loyalty-second",
          0,
          "postgres",
          "warehouse: order_events_reader to loyalty_ledger",
          {Told{-14, GrantState::Provisioning},
           Told{-13, GrantState::Failed,
                "The password of loyalty_ledger is older than a year: it has to be changed "
                "before the role can be given again"}}},
    Given{"stock-stream",
          0,
          "kafka",
          "ACL: group stock-position reads order_events.v3",
          {Told{-149, GrantState::Provisioned},
           Told{-1, GrantState::Deprovisioning,
                "Taken away with the restart of the brokers tonight"}}},
    Given{"prices",
          0,
          "postgres",
          "warehouse: price_list_reader to order_lines_enriched",
          {Told{-18, GrantState::Provisioning, "Begins in a week, with the agreement"}}},
    // Nobody has told the gateway that it is over.
    Given{"score",
          0,
          "api gateway",
          "client certificate CN=order-events",
          {Told{-157, GrantState::Provisioning}, Told{-156, GrantState::Provisioned}}},
};

} // namespace

std::span<const Given> givenAccess()
{
    return all;
}

} // namespace portolan::demo
