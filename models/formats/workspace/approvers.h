// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/accessbook.h"
#include "models/domain/record.h"

#include <QHash>
#include <QList>
#include <QString>

namespace portolan::formats::workspace {

//! Who decides about the ports of a folder, as its contracts and products say today.
class Approvers
{
public:
    //! \a records outlive this.
    explicit Approvers(const QList<domain::Record> &records);

    //! Where \a held names other people than its contracts do, and where these name nobody.
    QList<domain::Finding> findingsOf(const domain::HeldRequest &held) const;

private:
    const domain::Record *target(const domain::Record &record, domain::Relation relation) const;

    QHash<QString, const domain::Record *> m_records;
};

} // namespace portolan::formats::workspace
