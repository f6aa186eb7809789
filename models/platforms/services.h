// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/net/httpclient.h"

#include <memory>

namespace portolan::platforms {

//! What an adapter is given from outside. The clock outlives whatever it is handed to.
struct Services
{
    //! NOLINTNEXTLINE(google-explicit-constructor): a clock alone is what folders need.
    Services(const Clock &useClock, std::shared_ptr<net::HttpClient> client = nullptr)
        : clock(useClock)
        , http(std::move(client))
    {
    }

    const Clock &clock;
    //! Signs what it sends as the account, renews what ran out, and refuses every host but the
    //! account's own. Null for accounts of folders.
    std::shared_ptr<net::HttpClient> http;
};

} // namespace portolan::platforms
