// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/pullnotes.h"
#include "models/platforms/platform.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace portolan::platforms::datahub {

//! What pulls note of each product beside the cursor: which ports it was told with, and what it
//! held. Ports have no life of their own on the server, and what a product was made from cannot be
//! asked for once that is gone.
class PortNotes
{
public:
    //! \a sink outlives this; it is asked when something has to be known.
    explicit PortNotes(PageSink &sink)
        : m_sink(sink)
    {
    }

    //! Makes what was noted known. Costs as much as was noted, once.
    [[nodiscard]] Result<void> know();
    //! The products that are known to have held one of \a assets.
    QSet<QString> holdersOf(const QSet<QString> &assets) const;
    //! Notes the products among \a records in \a notes, and that those of \a removed are gone.
    //! Returns the ports that they are known to have had, and have no longer.
    QSet<QString> take(const QList<domain::Record> &records, const QSet<QString> &removed,
                       domain::PullNotes &notes);

    //! What is noted of \a product, by itself.
    static QByteArray noteOf(const domain::Record &product);

private:
    PageSink &m_sink;
    bool m_isKnown = false;
    QHash<QString, QByteArray> m_notes; //!< by product
};

} // namespace portolan::platforms::datahub
