// SPDX-License-Identifier: GPL-3.0-or-later
// Access in words of the person's language: states, decisions, verdicts, days.
#pragma once

#include "models/items/accesssource.h"

#include <QDate>
#include <QString>

#include <optional>

namespace portolan::items {

//! "In review", "Partly approved", …
QString requestStateText(domain::RequestState state);
QString itemStateText(domain::ItemState state);
//! "Active", "Expiring", …
QString agreementStateText(domain::AgreementState state);
//! The same, and where it does not fit what was told of its provisioning, that: "Active, access
//! failed", "Terminated, access left".
QString agreementStateText(const domain::Agreement &agreement, domain::AgreementState state,
                           const std::optional<domain::Grant> &grant);
//! "Access given", "Access failed", …: what was told about the provisioning of an agreement.
QString grantStateText(domain::GrantState state);
//! The same with where, as what, since when, and what was said about it, in one line.
QString grantText(const domain::Grant &grant);
//! "holds", "warns", "fails", "unknown".
QString resultText(domain::PolicyResult result);
//! How many rules say what, the worst first: "1 fails", "2 warn", "all hold".
QString verdictsText(const QList<domain::PolicyVerdict> &verdicts);

//! "Maya approved customers", with the name of who did it.
QString decisionText(const domain::AccessDecision &decision, const QString &port);
//! Why a decision has no effect; empty where it counts.
QString effectText(domain::DecisionEffect effect);
//! Who somebody is, in one line: the name, else the address.
QString personText(const domain::Actor &actor);

//! What the rule \a policy of \a policies is about: "Period within limits", else its id.
QString ruleTitle(const domain::PolicySet &policies, const QString &policy);
//! What \a verdict has to say, in the person's language where we know the sentence.
QString verdictText(const domain::PolicyVerdict &verdict);
//! What the purpose \a code is called, else the code.
QString purposeText(const domain::PolicySet &policies, const QString &code);

//! "23 Nov 2026", in the person's locale.
QString dateText(const QDate &date);
//! "23 Nov 2026 to 22 Nov 2027, 12 months"; without an end and without a beginning, too.
QString periodText(const QDate &from, const QDate &to);
//! "12 months", "3 weeks", "1 day": how long both days and what is between them last.
QString lengthText(const QDate &from, const QDate &to);
//! "in 7 days", "3 weeks ago", "today".
QString distanceText(qint64 days);

//! What \a native is called on \a board: of a port or product; else its own id, as one line.
QString accessNameOf(const AccessBoard &board, const QString &native);

} // namespace portolan::items
