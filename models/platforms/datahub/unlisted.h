// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/datahub/translate.h"

#include <QSet>
#include <QStringList>

namespace portolan::platforms::datahub {

//! Datasets that jobs write and that DataHub does not have: its graph alone knows of them, and no
//! listing brings them. What a thing is made from is told with the thing, so that the arrows into
//! them would be told by nobody.
class Unlisted
{
public:
    //! \a api outlives this.
    explicit Unlisted(const Api &api)
        : m_api(api)
    {
    }

    //! Notes that DataHub has the dataset \a urn: it is not asked for.
    void noteThere(const QString &urn);
    //! The datasets that jobs on \a page write and that DataHub does not have. Asks for those of
    //! which it is not known.
    [[nodiscard]] Result<QStringList> writtenOn(const EntityPage &page);

private:
    const Api &m_api;
    QSet<quint64> m_there; //!< by shortHash()
    QSet<quint64> m_absent;
};

//! What is known of \a urn, which DataHub does not have, by the jobs that write it.
domain::Record unlistedOf(const QString &urn, const Context &context);

} // namespace portolan::platforms::datahub
