// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/entropydata/outcomes.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::entropydata {
namespace {

using Kind = ActionOutcome::Kind;

//! What the platform says about a request that it does not take: RFC 7807, as text.
QString detailIn(const QByteArray &body)
{
    const auto problem = QJsonDocument::fromJson(body).object();
    const auto detail = problem.value(u"detail"_s).toString();
    return (detail.isEmpty() ? problem.value(u"title"_s).toString() : detail).left(500);
}

//! Whether a success is the platform's word: it answers without a body, or with the document. A
//! hotel's page and a gateway's greeting are successes as well, of something else.
bool isOfPlatform(const QByteArray &body)
{
    const auto text = body.trimmed();
    return text.isEmpty()
        || !QJsonDocument::fromJson(text).object().value(u"id"_s).toString().isEmpty();
}

} // namespace

ActionOutcome rejected(const QString &why)
{
    return {.kind = Kind::Rejected, .reason = why};
}

ActionOutcome outcomeOf(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Unauthorised:
        return {.kind = Kind::SignedOut, .reason = error.detail};
    case Error::Kind::Usage:
    case Error::Kind::Forbidden:
        return rejected(error.detail);
    case Error::Kind::RateLimited:
    case Error::Kind::Untrusted:
        return {.kind = Kind::Later, .reason = error.detail}; // it never left
    default:
        return {.kind = Kind::Ambiguous, .reason = error.detail};
    }
}

ActionOutcome outcomeOf(const net::HttpResponse &response)
{
    ActionOutcome outcome{.code = u"HTTP %1"_s.arg(response.status),
                          .reason = detailIn(response.body),
                          .requestId = QString::fromLatin1(response.requestId)};
    outcome.afterMs = response.retryAfterMs.value_or(0);
    if (response.status == 200 || response.status == 201 || response.status == 204)
        outcome.kind = isOfPlatform(response.body) ? Kind::Applied : Kind::Ambiguous;
    else if (response.status == 401)
        outcome.kind = Kind::SignedOut;
    else if (response.status == 408 || response.status == 425 || response.status == 429
             || response.status == 503)
        outcome.kind = Kind::Later;
    else if (response.status == 409 || response.status == 412)
        outcome.kind = Kind::Conflict;
    else if (response.status >= 300 && response.status < 500)
        outcome.kind = Kind::Rejected;
    else
        outcome.kind = Kind::Ambiguous;
    return outcome;
}

ActionOutcome looked(ActionOutcome outcome)
{
    static const QStringList refusals{u"HTTP 400"_s, u"HTTP 403"_s, u"HTTP 422"_s};
    if (outcome.kind == Kind::Rejected && refusals.contains(outcome.code)) {
        if (outcome.reason.isEmpty())
            outcome.reason = u"Entropy Data refuses to say what is there (%1)"_s.arg(outcome.code);
    } else if (outcome.kind != Kind::SignedOut) {
        outcome.kind = Kind::Later;
    }
    return outcome;
}

LookUpOutcome lookedUp(const ActionOutcome &outcome)
{
    if (outcome.kind == Kind::Rejected)
        return {.kind = LookUpOutcome::Kind::Absent, .reason = outcome.reason};
    if (outcome.kind == Kind::SignedOut)
        return {.kind = LookUpOutcome::Kind::SignedOut, .reason = outcome.reason};
    return {
        .kind = LookUpOutcome::Kind::Unknown, .afterMs = outcome.afterMs, .reason = outcome.reason};
}

} // namespace portolan::platforms::entropydata
