// SPDX-License-Identifier: GPL-3.0-or-later
// Teams, source systems, definitions, tags and assets of Entropy Data, into records.
#pragma once

#include "models/formats/document/node.h"
#include "models/platforms/entropydata/names.h"

#include <QHash>
#include <QStringList>

namespace portolan::platforms::entropydata {

//! All teams: who they are, which domain they work in, who owns what they make.
class Teams
{
public:
    //! Adds the team at \a team.
    void add(const formats::document::Node &team);

    //! The names of the domains above \a id and its own, if it is one, from the top.
    QStringList domainOf(const QString &id) const;
    QString nameOf(const QString &id) const;
    //! The names of all teams that are domains.
    QStringList domainNames() const;
    QList<domain::TeamMember> membersOf(const QString &id) const;

    //! Tells whether anything that others have from their teams has changed.
    QString digest() const;

    //! Makes \a record the team's: owner, people to ask, domain.
    void own(domain::Record &record, const QString &id) const;

private:
    struct Team
    {
        QString name;
        QString type;
        QString parent;
        QList<domain::TeamMember> members;
    };

    QHash<QString, Team> m_teams;
};

//! Whether a team of \a type is a domain as well.
bool isDomain(const QString &type);

//! The team at \a node as a team, a domain, or both, and its members.
Reading readTeam(const formats::document::Node &node, const Teams &teams, const Portal &portal);
Reading readSystem(const formats::document::Node &node, const Teams &teams, const Portal &portal);
Reading readDefinition(const formats::document::Node &node, const Teams &teams,
                       const Portal &portal);
Reading readTag(const formats::document::Node &node, const Teams &teams, const Portal &portal);
Reading readAsset(const formats::document::Node &node, const Teams &teams, const Portal &portal);

//! The finding that a document of \a what has no id and is left out.
domain::Finding withoutId(const QString &what, const formats::document::Node &node);

//! Adds \a node's "links" as references and its custom members as properties.
void addExtras(domain::Record &record, const formats::document::Node &node);

} // namespace portolan::platforms::entropydata
