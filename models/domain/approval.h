// SPDX-License-Identifier: GPL-3.0-or-later
// Who decides about an access request (ruling 24).
#pragma once

#include "models/domain/access.h"
#include "models/domain/contract.h"
#include "models/domain/finding.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace portolan::domain {

//! Every e-mail address in \a text, in lower case and each once: "Maya <maya@x.example>, li@y" has
//! two. Text that hides characters in an address has none there, and only the first 4,000
//! characters are looked at.
QStringList emailsIn(const QString &text);

//! "Maya Lindqvist <maya@example.com>" as an actor; without an address all of it is the name.
Actor actorFrom(const QString &text);
//! The same the other way.
QString textOf(const Actor &actor);

//! Whether both are one person: they have the same e-mail address, whatever its case.
bool isSamePerson(const Actor &left, const Actor &right);

//! The e-mail addresses of the owners in \a team who have not left it, each once.
QStringList ownersIn(const QList<TeamMember> &team);

//! The decisions that an item needs, and what is wrong with who is named for them.
struct Approval
{
    QList<ApprovalStep> steps; //!< never empty
    QList<Finding> findings; //!< without a file; \a field is the member of the role
};

//! The steps that a consumer in \a role of a contract has to pass: its first and its second level
//! approvers. Where these name no e-mail address, \a owners of the product decide, and a finding
//! says so; so they do in the only step where the contract names nobody, or there is no role
//! (null). "na", "none" and the like name nobody. A step whose approvers nobody knows stays without
//! any: it waits until somebody is named, it is never left out.
Approval approvalFor(const Role *role, const QStringList &owners);

//! The finding that \a item names other people who decide than \a now, the steps of its contract
//! today; empty where they are the same. Those of the item count (DECISIONS.md); whoever reviews it
//! should know.
std::optional<Finding> otherApprovers(const AccessItem &item, const QList<ApprovalStep> &now);

//! Whether \a actor is one of those who decide in \a step.
bool isApprover(const ApprovalStep &step, const Actor &actor);

} // namespace portolan::domain
