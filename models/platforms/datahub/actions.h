// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/platforms/actionport.h"
#include "models/platforms/datahub/api.h"

#include <QHash>

namespace portolan::platforms::datahub {

//! Writes descriptions and tags back. A description goes to the aspect that holds what people
//! edited, read anew and written on the condition that nobody wrote it in between (ruling 29); tags
//! are sets, and adding or removing them twice changes nothing.
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
    struct Tags; //!< tags to add and to remove

    [[nodiscard]] ActionOutcome describe(const Edit &edit);
    [[nodiscard]] ActionOutcome write(const Edit &edit, const Held &held);
    [[nodiscard]] Result<Held> held(const Edit &edit) const;
    [[nodiscard]] ActionOutcome tag(const Tags &tags);
    [[nodiscard]] ActionOutcome mutate(const char *document, const QStringList &urns,
                                       const Tags &tags);
    [[nodiscard]] Result<QStringList> tagsOf(const Tags &tags) const;
    [[nodiscard]] Result<QStringList> tagUrns(const QStringList &names);
    QString actor();

    Api m_api;
    const Clock &m_clock;
    QHash<QString, QString> m_tagUrns; //!< by the name in small letters
    QString m_actor; //!< urn of who is signed in
};

} // namespace portolan::platforms::datahub
