// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/httpresponse.h"
#include "models/platforms/actionport.h"
#include "models/platforms/datahub/api.h"
#include "models/platforms/failedlook.h"

namespace portolan::platforms::datahub {

//! What became of an operation of which only this answer is known, which is no success. \a isWrite
//! is whether the request could have had an effect.
ActionOutcome outcomeOf(const net::HttpResponse &response, bool isWrite);
//! The same where no answer came.
ActionOutcome outcomeOf(const Error &error, bool isWrite);
//! The same of a GraphQL answer with errors, which come with status 200.
ActionOutcome outcomeOfGraphql(const QByteArray &body);
//! Not done, and will not be, for \a reason.
ActionOutcome rejected(const QString &reason);
//! What became of the mutation \a document, which changes \a thing.
ActionOutcome mutated(const Api &api, const char *document, const QJsonObject &variables,
                      const QString &thing);

} // namespace portolan::platforms::datahub
