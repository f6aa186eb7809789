// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/datahub/api.h"
#include "models/platforms/remotesearch.h"

#include <functional>
#include <optional>

namespace portolan::platforms::datahub {

//! Asks the search of DataHub for products, assets, terms and domains. People and tags are left to
//! the pull, which brings all of them.
class DataHubSearch final : public RemoteSearch
{
public:
    //! \a domains are those that the account keeps; all when empty.
    DataHubSearch(std::shared_ptr<net::HttpClient> http, net::HttpUrl base, QStringList domains,
                  std::function<bool()> isOver);

    Result<QList<RemoteHit>> search(const QString &query, int limit) override;

private:
    void learnSite();
    RemoteHit hitOf(const Json &result, const Urn &urn) const;
    bool isKept(const QString &urn, const Json &home) const;

    Api m_api;
    QStringList m_domains;
    QString m_ui; //!< address of the web pages; empty while unknown
    std::optional<QStringList> m_kept; //!< urns of the domains that are kept, once they are known
};

//! \a words as a query in which none of their signs means anything to the server.
QString literalQuery(const QStringList &words);

} // namespace portolan::platforms::datahub
