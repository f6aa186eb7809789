// SPDX-License-Identifier: GPL-3.0-or-later
// The files in the folder `policies` of a workspace (ruling 25):
//
//     format: portolan.policies/1          may be left out
//     ownRequests: false                   whether an approver may decide their own requests
//     rules:
//       - id: owner
//         kind: owner-present              see domain::policyKinds()
//         scope: product                   product, port or request; the kind's first when left out
//         severity: error                  error, warning or info; error when left out
//         message: Nobody answers for it   the kind's own when left out
//         remedy: Name an owner            the same
//         parameters: {}                   those of the kind
//     purposes:
//       - code: fraud-prevention
//         title: Fraud prevention
//         description: …
//         classifications: [confidential]  classified fields that it allows
//         maxDays: 180
#pragma once

#include "models/domain/finding.h"
#include "models/domain/policy.h"
#include "models/formats/document/node.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace portolan::formats::policies {

//! What one file, or several together, say.
struct Policies
{
    domain::PolicySet set;
    QList<domain::Finding> findings; //!< by file, line, column

    bool operator==(const Policies &) const = default;
};

//! One file of policies.
struct PolicyFile
{
    QString path; //!< as findings name it
    QByteArray bytes;
};

//! Whether \a root is a file of policies, by its own words, whatever it is called.
bool looksLike(const document::Node &root);

//! Reads \a files, in the order of their paths, as one set. Every mistake is a finding; a rule that
//! has one is kept as unreadable, so that its verdict is unknown and nobody takes it for passed,
//! and so is a rule that stands for a file of which nothing can be read. Of two rules, or purposes,
//! with one id the first counts, and the other is a finding. Any thread.
Policies readPolicies(QList<PolicyFile> files);

} // namespace portolan::formats::policies
