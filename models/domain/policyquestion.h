// SPDX-License-Identifier: GPL-3.0-or-later
// What a policy platform is asked, and what it answers. The document is ours (models/policy), the
// platform's adapter carries it.
#pragma once

#include "models/domain/policy.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace portolan::domain {

//! One thing that policies are to judge.
struct PolicyQuestion
{
    enum class About { Request, Product };

    About about = About::Request;
    QString thing; //!< native id of the port that is asked for, or of the product
    QJsonObject input; //!< the document that rules look at

    bool operator==(const PolicyQuestion &) const = default;
};

//! What a platform said about it: at least one verdict.
struct PolicyAnswer
{
    QList<PolicyVerdict> verdicts; //!< their fields are pointers into the document, as written
    QString revision; //!< of the policies; empty where the platform does not tell

    bool operator==(const PolicyAnswer &) const = default;
};

} // namespace portolan::domain
