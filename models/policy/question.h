// SPDX-License-Identifier: GPL-3.0-or-later
// The documents that a policy platform judges, and what its answers mean here.
// The document of a request (platforms/opa.md) is
//
//     {"schema_version": 1, "action": "request_access", "now",
//      "subject":  {"id", "name", "teams": [names], "team_ids", "domain", "domain_path", "roles",
//                   "trainings"},
//      "resource": {"product": {"id", "name", "domain", "domain_path", "status", "owner",
//                               "owner_team", "tags"},
//                   "port": {"id", "name", "type", "environment"},
//                   "contract": {"id", "version", "status", "classifications", "roles",
//                                "retention_days"}},
//      "request":  {"id", "purpose" (the prose), "purpose_code", "roles", "start", "end",
//                   "consumer": {"type", "id", "name"}, "fields",
//                   "classifications" (of those), "terms_accepted", "renews"},
//      "context":  {"existing_agreements", "quality": {"checks", "open_failures"},
//                   "slo": {"state": "missed", "burning", "unknown" or "met", "burning"}}}
//
// and that of a product {"schema_version": 1, "action": "judge_product", "product": {…, "ports":
// [{…, "contract": {…, "fields": […]}}]}, "descriptor": as its source wrote it, "context": as
// above}. What is not known is left out, what is known to be none is empty. "domain" is the
// innermost of the domains that "domain_path" has from the top. "burning" is also true of what is
// missed, since its budget is spent, and left out where the state is unknown.
#pragma once

#include "models/base/result.h"
#include "models/domain/access.h"
#include "models/domain/policyquestion.h"
#include "models/policy/facts.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace portolan::policy {

//! One question for each port that \a request asks for. \a facts are those of the same request;
//! \a agreements are how many are in force for a port, where that is known.
QList<domain::PolicyQuestion> questionsOf(const domain::AccessRequest &request,
                                          const RequestFacts &facts,
                                          const QHash<QString, int> &agreements,
                                          const QDateTime &now);

//! The question about \a product; \a descriptor is its own document as JSON, or empty.
domain::PolicyQuestion questionOf(const ProductFacts &product, const QByteArray &descriptor);

//! What an answer to \a question means here: each verdict is about the port, and at the field of
//! the form, that its pointer leads to; a verdict about the request as a whole has no port.
QList<domain::PolicyVerdict> placed(QList<domain::PolicyVerdict> verdicts,
                                    const domain::PolicyQuestion &question);

//! The verdict that says that \a account told nothing, and why.
domain::PolicyVerdict notChecked(const QString &account, const QString &why);
//! The same for accounts that have not answered yet, one for each of \a accounts.
QList<domain::PolicyVerdict> notAskedYet(const QStringList &accounts);

//! \a verdicts with what was said several times in the same words about the same said once.
QList<domain::PolicyVerdict> saidOnce(const QList<domain::PolicyVerdict> &verdicts);

//! The verdicts of \a verdicts that fail and did not in \a before.
QList<domain::PolicyVerdict> newFailures(const QList<domain::PolicyVerdict> &before,
                                         const QList<domain::PolicyVerdict> &verdicts);

//! Whether \a verdict came from a platform, and not from the rules of the workspace.
bool isRemote(const domain::PolicyVerdict &verdict);

} // namespace portolan::policy
