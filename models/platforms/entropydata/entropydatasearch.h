// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/apicalls.h"
#include "models/platforms/cutsearch.h"
#include "models/platforms/entropydata/names.h"
#include "models/platforms/remotesearch.h"

#include <functional>

namespace portolan::platforms::entropydata {

//! Asks the platform's AI search, in its mode for finding. How it takes the words is the model's
//! affair; what it writes besides the results is not read. Whether a hit is in a domain that the
//! account keeps is not told.
class EntropyDataSearch final : public RemoteSearch, public CutSearch
{
public:
    EntropyDataSearch(std::shared_ptr<net::HttpClient> http, net::HttpUrl base, Portal portal,
                      std::function<bool()> isOver);

    Result<QList<RemoteHit>> search(const QString &query, int limit) override;

    bool wasCut() const override { return m_wasCut; }

private:
    ApiCalls m_calls;
    Portal m_portal;
    bool m_wasCut = false;
};

} // namespace portolan::platforms::entropydata
