// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/datahub/events.h"
#include "models/platforms/datahub/links.h"

#include <QSet>

namespace portolan::platforms::datahub {

//! The things to ask for anew because of events.
//!
//! What an event changes is asked for anew: events of one thing come in any number, and only the
//! thing itself is whole. Some things are told in the records of others, and are asked for with
//! them:
//!
//! * a product that gains or loses assets: these say which products they are part of;
//! * a job: what it writes says that it is made by it;
//! * a contract: its dataset and the ports in front of it name it;
//! * an asset that is made from something else: the input ports of its products are derived;
//! * an asset that is deleted softly or comes back: they are derived from it no longer, or again;
//! * a tag, a term, a person or a group with another name: what is shown with that name.
//!
//! Ports have no life of their own on the server. Those that may have gone are named as removed,
//! and those of them that are told in the same breath stay. A product, job or contract that was
//! deleted for good left nothing to tell what pointed at it; then a sweep is due.
class Touched
{
public:
    void note(const Change &change);
    //! Adds what is told by what was noted, as far as the server has to be asked for it.
    [[nodiscard]] Result<void> widen(const Api &api, Around &around);

    QStringList urns() const; //!< sorted

    const QSet<QString> &removed() const { return m_removed; }

    //! Why everything has to be read anew; empty where it need not.
    const QString &sweepReason() const { return m_sweepReason; }

private:
    void noteProduct(const Change &change);
    [[nodiscard]] Result<void> addUsers(const Api &api);
    [[nodiscard]] Result<void> addFormerInputs(const Api &api, const Links &links);

    QSet<QString> m_urns;
    QSet<QString> m_pointers; //!< products, jobs and contracts that came or went as a whole
    QSet<QString> m_products; //!< whose ports may differ
    QSet<QString> m_remade; //!< assets whose lineage or contract may differ
    QSet<QString> m_formerMembers; //!< of these products, or deleted softly
    QSet<QString> m_formerInputs; //!< what their assets were made from
    QSet<QString> m_renamed; //!< whose names other things are shown with
    QSet<QString> m_removed;
    QString m_sweepReason;
};

} // namespace portolan::platforms::datahub
