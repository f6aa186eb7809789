// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/platforms/actionport.h"
#include "models/platforms/datahub/api.h"
#include "models/platforms/datahub/owning.h"
#include "models/platforms/datahub/tagging.h"

namespace portolan::platforms::datahub {

//! Writes descriptions, tags and owners back. A description goes to the aspect that holds what
//! people edited, read anew and written on the condition that nobody wrote it in between (ruling
//! 29); tags and owners are sets, and go by mutations.
class Actions final : public ActionPort
{
public:
    //! \a clock outlives this.
    Actions(std::shared_ptr<net::HttpClient> http, net::HttpUrl base, const Clock &clock);

    ActionOutcome send(const domain::Operation &operation) override;
    LookUpOutcome lookUp(const domain::Operation &operation) override;

    bool honoursKeys() const override { return false; }

    qint64 settlingMs() const override;

private:
    struct Edit; //!< a description and where it goes
    struct Held; //!< what is there now

    [[nodiscard]] ActionOutcome describe(const Edit &edit);
    [[nodiscard]] ActionOutcome write(const Edit &edit, const Held &held);
    [[nodiscard]] Result<Held> held(const Edit &edit) const;
    static bool isDone(const Edit &edit, const Held &now);
    QString actor();

    Api m_api;
    const Clock &m_clock;
    Tagging m_tagging;
    Owning m_owning;
    QString m_actor; //!< urn of who is signed in
};

//! Whether things of the entity type \a type, as in their urns, have a description that people
//! edit.
bool takesDescription(const QString &type);

} // namespace portolan::platforms::datahub
