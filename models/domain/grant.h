// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of an agreement on the platform that holds the data: whoever gives the access there
// says so, and Portolan shows it beside the agreement. Nothing is provisioned from here.
#pragma once

#include "models/domain/access.h"
#include "models/domain/finding.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QUuid>

#include <optional>

namespace portolan::domain {

//! How far somebody said that a grant is.
struct GrantChange
{
    GrantState state = GrantState::None;
    QDateTime at; //!< UTC; may be invalid
    QString diagnostics; //!< in the words of who does it

    bool operator==(const GrantChange &) const = default;
};

//! What was told about the provisioning of an agreement.
struct Grant
{
    QUuid agreement;
    QString platform; //!< that holds the data: "snowflake"
    QString reference; //!< what it calls the access: a role, a policy
    QList<GrantChange> changes; //!< in their order

    bool operator==(const Grant &) const = default;
};

//! What the changes of a grant come to.
struct GrantOutcome
{
    GrantChange now; //!< none, where nothing was told
    QList<GrantChange> ignored; //!< cannot follow what was before them

    bool operator==(const GrantOutcome &) const = default;
};

//! Folds the changes of \a grant by canBecome(). The first is taken as it is told, and
//! "provisioning" and "deprovisioning" need not be told: tools mostly say what they have done. Any
//! thread.
GrantOutcome outcomeOf(const Grant &grant);

//! Where \a grant is not what \a agreement, which is \a state today, says: access that is still
//! there after its end, or that could not be given. Empty where both agree or one is on its way.
std::optional<Finding> grantFinding(const Agreement &agreement, AgreementState state,
                                    const Grant &grant);

} // namespace portolan::domain
