// SPDX-License-Identifier: GPL-3.0-or-later
// What the operations of access carry to a platform. Operation::objectId is the id of the request,
// so that all that is done about one request goes in order; Operation::payload is the value as
// JSON:
//
//     request.create   {"id", "created", "asker": {"name", "email"}, "consumer": {"kind", "id",
//                      "name"}, "purpose", "justification", "exception", "from", "to", "renews",
//                      "terms": [{"id", "version", "sha256"}],
//                      "items": [{"id", "port", "product", "account", "role", "fields": […],
//                                 "steps": [{"role", "approvers": […]}]}],
//                      "verdicts": [{"policy", "result", "severity", "message", "remedy", "port",
//                                    "field", "source", "decisionId"}]}
//     request.decide   {"id", "item", "decision", "by": {"name", "email"}, "at", "step", "reason",
//                      "asked", "replaces": […]}
//
// Empty members are left out. Words are those of files; texts are exact.
#pragma once

#include "models/base/result.h"
#include "models/domain/access.h"

#include <QByteArray>
#include <QString>

namespace portolan::domain {

//! Kinds of operations: a request is made; somebody says something about one of its items.
QString createRequestKind();
QString decideRequestKind();

//! The payload of such an operation. The same value gives the same bytes.
QByteArray toJson(const AccessRequest &request);
QByteArray toJson(const AccessDecision &decision);

//! The value of a payload; BadInput where it is none. What belongs to one machine (states of items,
//! native ids) is not in it.
[[nodiscard]] Result<AccessRequest> requestFromJson(const QByteArray &payload);
[[nodiscard]] Result<AccessDecision> decisionFromJson(const QByteArray &payload);

} // namespace portolan::domain
