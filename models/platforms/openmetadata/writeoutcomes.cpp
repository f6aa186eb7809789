// SPDX-License-Identifier: GPL-3.0-or-later
// What answers to requests that change something mean.
#include "models/platforms/openmetadata/edit.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::openmetadata {

QString versionOf(const QJsonObject &entity)
{
    const auto version = entity.value(u"version"_s);
    if (!version.isDouble())
        return {};
    // As Java writes a double: 1.0, never 1. Versions go by tenths.
    return QString::number(version.toDouble(), 'f', 1);
}

ActionOutcome outcomeOf(const Error &error)
{
    using Kind = ActionOutcome::Kind;
    ActionOutcome outcome{.kind = Kind::Ambiguous, .reason = error.detail};
    switch (error.kind) {
    case Error::Kind::Unauthorised:
        outcome.kind = Kind::SignedOut;
        break;
    case Error::Kind::Usage:
    case Error::Kind::BadInput:
    case Error::Kind::NotFound:
    case Error::Kind::Forbidden:
        outcome.kind = Kind::Rejected;
        break;
    case Error::Kind::RateLimited:
    case Error::Kind::Untrusted:
    case Error::Kind::NetworkSignIn:
        outcome.kind = Kind::Later;
        break;
    default:
        break;
    }
    return outcome;
}

ActionOutcome outcomeOf(const net::HttpResponse &response)
{
    using Kind = ActionOutcome::Kind;
    if (response.isSuccess())
        return {.kind = Kind::Applied};
    const auto status = response.status;
    ActionOutcome outcome{.kind = Kind::Rejected,
                          .afterMs = response.retryAfterMs.value_or(0),
                          .code = u"HTTP %1"_s.arg(status),
                          .reason = messageOf(response.body),
                          .requestId = QString::fromLatin1(response.requestId)};
    if (status == 401)
        outcome.kind = Kind::SignedOut;
    else if (status == 408 || status == 425 || status == 429 || status == 503)
        outcome.kind = Kind::Later;
    else if (status == 409 || status == 412)
        outcome.kind = Kind::Conflict;
    else if (status >= 500)
        outcome.kind = Kind::Ambiguous; // so it answers also a patch that could not be applied
    return outcome;
}

} // namespace portolan::platforms::openmetadata
