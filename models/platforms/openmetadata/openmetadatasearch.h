// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/cutsearch.h"
#include "models/platforms/openmetadata/server.h"
#include "models/platforms/openmetadata/subscription.h"
#include "models/platforms/openmetadata/things.h"
#include "models/platforms/remotesearch.h"

#include <functional>

namespace portolan::platforms::openmetadata {

//! Asks the search index of OpenMetadata for products, assets, terms and domains. People and tags
//! are left to the pull, which brings all of them.
class OpenMetadataSearch final : public RemoteSearch, public CutSearch
{
public:
    OpenMetadataSearch(const Services &services, const net::HttpUrl &installation,
                       Subscription subscription, std::function<bool()> isOver);

    Result<QList<RemoteHit>> search(const QString &query, int limit) override;

    bool wasCut() const override { return m_wasCut; }

private:
    Server m_server;
    ThingReader m_reader;
    Subscription m_subscription;
    bool m_wasCut = false;
};

//! \a words as a query of the index: each of them, or what begins with it, has to be there. None of
//! their signs means anything.
QString literalQuery(const QStringList &words);

} // namespace portolan::platforms::openmetadata
