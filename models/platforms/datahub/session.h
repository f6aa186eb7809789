// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/datahub/actions.h"
#include "models/platforms/datahub/api.h"
#include "models/platforms/datahub/cursor.h"
#include "models/platforms/datahub/reader.h"
#include "models/platforms/platform.h"

#include <optional>

namespace portolan::platforms::datahub {

//! One opened account: decides whether a pull goes on with a sweep, begins one, or follows the
//! change log.
class DataHubSession final : public Session
{
public:
    DataHubSession(AccountSettings settings, net::HttpUrl base, const Services &services);

    Result<PullResult> pull(const QByteArray &cursor, bool full, PageSink &sink) override;

    ActionPort *actions() override { return &m_actions; }

private:
    [[nodiscard]] Result<void> begin(const Api &api, Cursor &cursor);
    [[nodiscard]] Result<void> followWithin(const Api &api, Cursor &cursor, PageSink &sink,
                                            PullResult &result);
    [[nodiscard]] Result<void> sweep(const Api &api, Cursor &cursor, PageSink &sink,
                                     PullResult &result);
    [[nodiscard]] Result<void> follow(const Api &api, Cursor &cursor, PageSink &sink,
                                      PullResult &result);
    [[nodiscard]] Result<void> observe(Cursor &cursor, PageSink &sink, const QDateTime &began);
    bool isSweepDue(const Cursor &cursor) const;
    ReaderSettings readerSettings(const Cursor &cursor) const;

    AccountSettings m_settings;
    net::HttpUrl m_base;
    std::shared_ptr<net::HttpClient> m_http;
    const Clock &m_clock;
    Actions m_actions;
    std::optional<ServerFacts> m_facts;
};

//! A Usage error where \a facts name a version that is too old; says so in words.
[[nodiscard]] Result<void> supported(const ServerFacts &facts);
//! The domains that \a settings subscribe to.
QStringList subscribedDomains(const AccountSettings &settings);

} // namespace portolan::platforms::datahub
