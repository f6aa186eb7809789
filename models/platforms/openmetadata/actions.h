// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/platforms/actionport.h"
#include "models/platforms/openmetadata/accessrequests.h"
#include "models/platforms/openmetadata/server.h"

namespace portolan::platforms::openmetadata {

//! Writes what people did back: descriptions and tags, by a patch that applies to the state it was
//! made against and to no other; access requests and what is decided about them.
class Actions final : public ActionPort
{
public:
    Actions(Server &server, AccessRequests &access, const Clock &clock);

    ActionOutcome send(const domain::Operation &operation) override;
    LookUpOutcome lookUp(const domain::Operation &operation) override;

    bool honoursKeys() const override { return false; }

    qint64 settlingMs() const override { return 20'000; }

private:
    Server &m_server;
    AccessRequests &m_access;
    const Clock &m_clock;
};

} // namespace portolan::platforms::openmetadata
