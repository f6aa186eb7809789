// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/apicalls.h"
#include "models/platforms/cutsearch.h"
#include "models/platforms/marquez/site.h"
#include "models/platforms/remotesearch.h"

namespace portolan::platforms::marquez {

//! Asks the search of Marquez, which knows names of datasets and jobs and finds one piece of text.
//! It is asked for the longest word; what lacks another one is left out here. Namespaces that the
//! account does not keep are searched as well.
class MarquezSearch final : public RemoteSearch, public CutSearch
{
public:
    MarquezSearch(std::shared_ptr<net::HttpClient> http, Site site, Subscription subscription,
                  std::function<bool()> isOver);

    Result<QList<RemoteHit>> search(const QString &query, int limit) override;

    bool wasCut() const override { return m_wasCut; }

private:
    Site m_site;
    ApiCalls m_calls;
    Subscription m_subscription;
    bool m_wasCut = false;
};

} // namespace portolan::platforms::marquez
