// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/datahub/events.h"
#include "models/platforms/datahub/links.h"
#include "models/platforms/datahub/portnotes.h"

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
//! * a tag, a term, a person or a group with another name: what is shown with that name;
//! * an asset that is deleted for good: the products that are noted to have held it.
//!
//! Ports have no life of their own on the server: those that a product had (PortNotes) and is not
//! told with any more are gone. A product, job or contract that was deleted for good left nothing
//! to tell what it pointed at; then a sweep is due.
class Touched
{
public:
    void note(const Change &change);
    //! Adds what is told by what was noted, as far as the server has to be asked for it.
    [[nodiscard]] Result<void> widen(const Api &api, Around &around, PortNotes &ports);

    QStringList urns() const; //!< sorted

    //! What was deleted for good.
    const QSet<QString> &removed() const { return m_removed; }

    //! Why everything has to be read anew; empty where it need not.
    const QString &sweepReason() const { return m_sweepReason; }

private:
    [[nodiscard]] Result<void> addUsers(const Api &api);

    QSet<QString> m_urns;
    QSet<QString> m_pointers; //!< products, jobs and contracts that came or went as a whole
    QSet<QString> m_remade; //!< assets whose lineage or contract may differ
    QSet<QString> m_renamed; //!< whose names other things are shown with
    QSet<QString> m_removed;
    QSet<QString> m_lost; //!< assets among them that products may hold
    QString m_sweepReason;
};

} // namespace portolan::platforms::datahub
