// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/datahub/outcomes.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::datahub {
namespace {

using Kind = ActionOutcome::Kind;

Kind kindOf(int status, bool isWrite)
{
    switch (status) {
    case 401:
        return Kind::SignedOut;
    case 408:
    case 425:
    case 429:
    case 503:
        return Kind::Later;
    default:
        break;
    }
    if (status >= 500)
        return isWrite ? Kind::Ambiguous : Kind::Later;
    return Kind::Rejected;
}

} // namespace

ActionOutcome outcomeOf(const net::HttpResponse &response, bool isWrite)
{
    ActionOutcome outcome;
    outcome.kind = kindOf(response.status, isWrite);
    outcome.afterMs = response.retryAfterMs.value_or(0);
    outcome.code = u"HTTP %1"_s.arg(response.status);
    outcome.requestId = QString::fromLatin1(response.requestId);
    outcome.reason = messageOf(response.body);
    if (outcome.reason.isEmpty()) {
        const auto accepted = net::accepted(response);
        outcome.reason = accepted ? QString() : accepted.error().detail;
    }
    return outcome;
}

ActionOutcome outcomeOf(const Error &error, bool isWrite)
{
    ActionOutcome outcome;
    // Of a look, these are answers: it is refused.
    const bool isRefused =
        !isWrite && (error.kind == Error::Kind::Forbidden || error.kind == Error::Kind::BadInput);
    outcome.kind = error.kind == Error::Kind::Unauthorised ? Kind::SignedOut
        : error.kind == Error::Kind::Usage || isRefused    ? Kind::Rejected
        : isWrite                                          ? Kind::Ambiguous
                                                           : Kind::Later;
    outcome.reason = error.detail;
    return outcome;
}

ActionOutcome outcomeOfGraphql(const QByteArray &body)
{
    ActionOutcome outcome;
    const auto answer = Answer::read(body, {});
    if (!answer) {
        outcome.reason = answer.error().detail;
        return outcome; // something came, and nobody knows what it means
    }
    outcome.reason = graphqlError(answer->root());
    for (const auto &error : json::items(json::member(answer->root(), "errors"))) {
        const auto code = json::text(json::member(error, {"extensions", "code"}));
        outcome.code = code.isEmpty() ? u"GraphQL"_s : QString(u"GraphQL "_s % code);
        // An error without a code is one of validation: nothing was done.
        outcome.kind = code.isEmpty() ? Kind::Rejected : kindOf(code.toInt(), true);
        break;
    }
    return outcome;
}

ActionOutcome rejected(const QString &reason)
{
    return {.kind = Kind::Rejected, .reason = reason};
}

ActionOutcome mutated(const Api &api, const char *document, const QJsonObject &variables,
                      const QString &thing)
{
    const auto response =
        api.post({u"api"_s, u"graphql"_s}, {},
                 {{u"query"_s, QString::fromLatin1(document)}, {u"variables"_s, variables}}, false);
    if (!response)
        return outcomeOf(response.error(), true);
    if (!response->isSuccess())
        return outcomeOf(*response, true);
    const auto answer = Answer::read(response->body, response->asked);
    if (!answer || !graphqlError(answer->root()).isEmpty())
        return outcomeOfGraphql(response->body);
    ActionOutcome outcome{.kind = Kind::Applied,
                          .nativeId = thing,
                          .requestId = QString::fromLatin1(response->requestId)};
    if (!json::isObject(json::member(answer->root(), "data"))) {
        outcome.kind = Kind::Ambiguous;
        outcome.reason = u"the answer to the change is none of GraphQL"_s;
    }
    return outcome;
}

} // namespace portolan::platforms::datahub
