// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/openmetadata/accessreader.h"
#include "models/platforms/openmetadata/actions.h"
#include "models/platforms/openmetadata/pullcontext.h"

namespace portolan::platforms::openmetadata {

//! One opened account.
class OpenMetadataSession final : public Session
{
public:
    OpenMetadataSession(const AccountSettings &settings, const Services &services,
                        const net::HttpUrl &installation);

    Result<PullResult> pull(const QByteArray &cursor, bool full, PageSink &sink) override;

    ActionPort *actions() override { return &m_actions; }

private:
    [[nodiscard]] Result<void> bringCatalogue(PullContext &context, bool full);
    [[nodiscard]] Result<void> sweepWhereDue(PullContext &context);
    [[nodiscard]] Result<void> sweep(PullContext &context, bool full);
    [[nodiscard]] Result<void> bringLineage(PullContext &context);
    [[nodiscard]] Result<PullResult> resultOf(PullContext &context);

    QStringList m_domains;
    PageSink *m_sink = nullptr; //!< of the pull under way
    Server m_server;
    ThingReader m_reader;
    Memory m_memory;
    AccessReader m_accessReader;
    AccessRequests m_access;
    Actions m_actions;
};

//! The domains that \a settings subscribe to; all when there are none.
QStringList domainsOf(const AccountSettings &settings);

} // namespace portolan::platforms::openmetadata
