// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/access.h"
#include "models/domain/finding.h"
#include "models/domain/grant.h"
#include "models/domain/policy.h"

#include <QList>
#include <QString>

namespace portolan::domain {

//! A request, and how the account that it came from holds it.
struct HeldRequest
{
    AccessRequest request;
    QString place; //!< file, relative to the workspace
    QString sha256; //!< of what it asks for: AccessDecision::asked of who decides about it now
    bool isShared = false; //!< others can see it
    QList<QUuid> unread; //!< items with a decision that cannot be read (FoldRules::unread)
    QList<Finding> findings; //!< what is wrong with its files, or with who decides

    bool operator==(const HeldRequest &) const = default;
};

//! The same for a decision.
struct HeldDecision
{
    AccessDecision decision;
    QString place;
    bool isShared = false;

    bool operator==(const HeldDecision &) const = default;
};

//! The same for what was told about the provisioning of an agreement.
struct HeldGrant
{
    Grant grant;
    QString place;
    bool isShared = false;

    bool operator==(const HeldGrant &) const = default;
};

//! Everything that an account says about access at one moment.
struct AccessBook
{
    QList<HeldRequest> requests; //!< by place
    QList<HeldDecision> decisions; //!< by place
    QList<HeldGrant> grants; //!< by place
    PolicySet policies; //!< those that ship where the account has none of its own

    bool operator==(const AccessBook &) const = default;
};

} // namespace portolan::domain
