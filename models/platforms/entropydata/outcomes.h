// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/httpresponse.h"
#include "models/platforms/actionport.h"

namespace portolan::platforms::entropydata {

//! Not done, and will not be, for a reason in words.
ActionOutcome rejected(const QString &why);
//! What a failed transfer says about the request: done for certain not, or nobody knows.
ActionOutcome outcomeOf(const Error &error);
//! What an answer says. A gateway in front may fail behind what the platform did.
ActionOutcome outcomeOf(const net::HttpResponse &response);
//! What \a outcome means of a look, which changes nothing: whatever passes by itself can be tried
//! again, and what is refused is refused.
ActionOutcome looked(ActionOutcome outcome);
//! What a look-up says that ended as \a outcome. Of what is refused, sending again says why.
LookUpOutcome lookedUp(const ActionOutcome &outcome);

} // namespace portolan::platforms::entropydata
