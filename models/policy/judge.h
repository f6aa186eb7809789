// SPDX-License-Identifier: GPL-3.0-or-later
// Policies as rules on facts (ruling 25): pure, total and the same on every machine.
#pragma once

#include "models/domain/policy.h"
#include "models/policy/facts.h"

#include <QList>

namespace portolan::policy {

//! What the rules about products and ports say about \a product, in the order of the rules, then of
//! the ports. Each rule has a verdict, at least one: unknown where what it needs is not known, and
//! pass where there is no port that it could be about. Any thread.
QList<domain::PolicyVerdict> judgeProduct(const domain::PolicySet &policies,
                                          const ProductFacts &product);

//! What the rules about requests say about \a request, in the order of the rules, then of its
//! items; unknown where it asks for nothing. Any thread.
QList<domain::PolicyVerdict> judgeRequest(const domain::PolicySet &policies,
                                          const RequestFacts &request);

//! The verdict that decides: fail, else unknown, else warn, else pass (also of none at all).
domain::PolicyResult worstOf(const QList<domain::PolicyVerdict> &verdicts);

} // namespace portolan::policy
