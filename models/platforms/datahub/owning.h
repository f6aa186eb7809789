// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/actionport.h"
#include "models/platforms/datahub/api.h"

#include <QStringList>

namespace portolan::platforms::datahub {

//! Makes people and groups owners of things. What somebody else decided meanwhile is a conflict;
//! owners that stay keep the ways in which they own, and those who come own technically, as they do
//! in the pages of DataHub where nobody chooses.
class Owning
{
public:
    //! \a api outlives this.
    explicit Owning(const Api &api)
        : m_api(api)
    {
    }

    [[nodiscard]] ActionOutcome send(const domain::Operation &operation) const;
    [[nodiscard]] LookUpOutcome lookUp(const domain::Operation &operation) const;

private:
    [[nodiscard]] Result<QStringList> ownersOf(const QString &urn) const;

    const Api &m_api;
};

} // namespace portolan::platforms::datahub
