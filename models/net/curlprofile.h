// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/net/httprequest.h"
#include "models/net/proxy.h"

using CURL = void; // as curl/curl.h has it

namespace portolan::net {

//! When a transfer is given up.
struct TransferLimits
{
    long connectMs = 10'000; //!< for name, connection and TLS together
    long slowBytesPerSecond = 100; //!< slower than this …
    long slowSeconds = 30; //!< … for so long
    long apiMs = 60'000; //!< TimeoutClass::Api, as a whole
    long snapshotMs = 30 * 60'000; //!< TimeoutClass::Snapshot, as a whole
};

//! Sets on \a easy everything that is not about one answer: the one profile of the window and the
//! command line (security.md 2.3), then address, method and secrets of \a request, and \a proxy.
//! The request must outlive the transfer. Usage error where a certificate, proxy or pin cannot be
//! set.
[[nodiscard]] Result<void> applyProfile(CURL *easy, const HttpRequest &request, const Proxy &proxy,
                                        const TransferLimits &limits);

} // namespace portolan::net
