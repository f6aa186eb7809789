// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "models/formats/document/node.h"

#include <QList>
#include <QString>

namespace portolan::formats::bitol {

//! Who stands behind a contract or product.
struct People
{
    QList<domain::TeamMember> members;
    QList<domain::Record> records; //!< the team, where it has a name, then each member once
    QList<domain::RelationTo> ownership; //!< OwnedBy: who answers for it, then the team
    QString ownerId; //!< member whose role says owner, else the team
    QString ownerName;

    //! Makes \a record theirs: owner and relations.
    void own(domain::Record &record) const;
};

//! Reads \a team in its object form {name, members} or its older form, a list of members. \a file
//! is where it stands.
People peopleOf(const QString &file, const document::Node &team);

} // namespace portolan::formats::bitol
