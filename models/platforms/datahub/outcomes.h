// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/httpresponse.h"
#include "models/platforms/actionport.h"

namespace portolan::platforms::datahub {

//! What became of an operation of which only this answer is known, which is no success. \a isWrite
//! is whether the request could have had an effect.
ActionOutcome outcomeOf(const net::HttpResponse &response, bool isWrite);
//! The same where no answer came.
ActionOutcome outcomeOf(const Error &error, bool isWrite);
//! The same of a GraphQL answer with errors, which come with status 200.
ActionOutcome outcomeOfGraphql(const QByteArray &body);
//! What a look-up says that failed with \a error.
LookUpOutcome notLookedUp(const Error &error);

} // namespace portolan::platforms::datahub
