// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/lossyport.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {

using platforms::ActionOutcome;
using platforms::LookUpOutcome;

ActionOutcome LossyPort::send(const domain::Operation &operation)
{
    if (beforeSend)
        beforeSend(operation);
    sent.append(numberOf(operation.payload));
    auto outcome = meet(operation, fate ? fate(operation) : Fate::Answered);
    if (afterSend)
        afterSend();
    return outcome;
}

ActionOutcome LossyPort::meet(const domain::Operation &operation, Fate met)
{
    switch (met) {
    case Fate::Answered:
        return m_state.apply(operation);
    case Fate::AnswerLost:
        static_cast<void>(m_state.apply(operation));
        return {.kind = ActionOutcome::Kind::Ambiguous, .reason = u"no answer came"_s};
    case Fate::RequestLost:
        return {.kind = ActionOutcome::Kind::Ambiguous, .reason = u"no answer came"_s};
    case Fate::Refused:
        return {.kind = ActionOutcome::Kind::Rejected,
                .code = u"HTTP 422"_s,
                .reason = u"the purpose is not allowed"_s,
                .requestId = u"req-1"_s};
    case Fate::Unavailable:
        return {.kind = ActionOutcome::Kind::Later, .code = u"HTTP 503"_s, .reason = u"busy"_s};
    case Fate::TooMany:
        return {.kind = ActionOutcome::Kind::Later,
                .afterMs = retryAfterMs,
                .code = u"HTTP 429"_s,
                .reason = u"too many requests"_s};
    case Fate::SignedOut:
        return {.kind = ActionOutcome::Kind::SignedOut, .code = u"HTTP 401"_s};
    case Fate::Unreachable:
        return {.kind = ActionOutcome::Kind::Later, .reason = u"no route"_s};
    }
    return {};
}

LookUpOutcome LossyPort::lookUp(const domain::Operation &operation)
{
    ++lookUps;
    if (isLookUpLost && isLookUpLost())
        return {.kind = LookUpOutcome::Kind::Unknown, .reason = u"no answer came"_s};
    return m_state.lookUp(operation.key);
}

} // namespace portolan::tests
