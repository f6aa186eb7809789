// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/apicalls.h"
#include "models/platforms/platform.h"
#include "models/platforms/policyport.h"

#include <memory>

namespace portolan::platforms::opa {

//! Which documents are asked, as an account can name them.
QList<OwnSetting> documentSettings();

//! What an account says about its server.
struct Place
{
    net::HttpUrl base;
    QString requestPath; //!< "mesh/access/request"
    QString productPath; //!< "mesh/governance/product"
};

//! Reads the address and the options of \a settings; a Usage error says what is
//! wrong with them.
[[nodiscard]] Result<Place> placeOf(const AccountSettings &settings);

//! One account of Open Policy Agent: judges, and lists its policies.
class OpaSession final : public Session, public PolicyPort
{
public:
    OpaSession(Place place, std::shared_ptr<net::HttpClient> http);

    Result<PullResult> pull(const QByteArray &cursor, bool full, PageSink &sink) override;

    PolicyPort *policies() override { return this; }

    Result<domain::PolicyAnswer> decide(const domain::PolicyQuestion &question,
                                        const IsOver &isOver) override;

private:
    Place m_place;
    std::shared_ptr<net::HttpClient> m_http;
};

} // namespace portolan::platforms::opa
