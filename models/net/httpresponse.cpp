// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/httpresponse.h"

#include <curl/curl.h>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::net {

namespace {

constexpr qint64 longestDatedWaitMs = 60 * 60 * 1000;
constexpr qint64 longestWaitMs = 24 * longestDatedWaitMs;

struct Meaning
{
    Error::Kind kind;
    QString text;
};

Meaning meaningOfClientError(int status)
{
    switch (status) {
    case 401:
        return {Error::Kind::Unauthorised, u"the sign-in is not valid (any more); sign in again"_s};
    case 403:
        return {Error::Kind::Forbidden,
                u"signed in, but not allowed; ask the platform's administrator"_s};
    case 404:
    case 410:
        return {Error::Kind::NotFound, u"there is nothing (any more) under this address"_s};
    case 407:
        return {Error::Kind::NetworkSignIn,
                u"the proxy wants a user name and password; enter them in the account"_s};
    case 408:
    case 425:
        return {Error::Kind::Unavailable, u"the server was not ready for it; try again later"_s};
    case 409:
    case 412:
        return {Error::Kind::Conflict, u"it was changed there meanwhile; compare, then decide"_s};
    case 413:
        return {Error::Kind::TooLarge, u"it is more than the server takes at once; send less"_s};
    case 429:
        return {Error::Kind::RateLimited, u"the server asks to come back later"_s};
    default:
        return {Error::Kind::Protocol,
                u"the server does not take the request; check that its version is supported"_s};
    }
}

Meaning meaningOf(const HttpResponse &response)
{
    switch (response.status) {
    case 501:
    case 505:
        return {Error::Kind::Protocol,
                u"the server cannot do this; check that its version is supported"_s};
    case 511:
        return {Error::Kind::NetworkSignIn,
                u"the network wants a sign-in first; open any page in a browser"_s};
    default:
        break;
    }
    if (response.status >= 500)
        return {Error::Kind::Unavailable, u"the server failed; try again later"_s};
    if (response.status >= 400)
        return meaningOfClientError(response.status);
    if (response.status >= 300)
        return {Error::Kind::Protocol,
                u"it has moved, and redirects are not followed; correct the account's address"_s};
    return {Error::Kind::Protocol, u"this is no answer to a request"_s};
}

} // namespace

QByteArray HttpResponse::header(QByteArrayView name) const
{
    const auto found = std::find_if(headers.begin(), headers.end(), [&](const HttpHeader &header) {
        return header.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == headers.end() ? QByteArray() : found->value;
}

Result<HttpResponse> accepted(HttpResponse response)
{
    if (response.isSuccess() || response.status == 304)
        return response;
    auto [kind, text] = meaningOf(response);
    if (response.retryAfterMs.value_or(0) > 0)
        text += u", in %1 seconds"_s.arg((*response.retryAfterMs + 999) / 1000);
    // All at once: an address may hold what looks like a placeholder.
    return failure(kind,
                   u"%1: %2: %3 (request %4)"_s.arg(response.asked,
                                                    QString::number(response.status), text,
                                                    QString::fromLatin1(response.requestId)));
}

std::optional<qint64> retryAfterMs(const QByteArray &value, const QDateTime &now)
{
    const auto text = value.trimmed();
    const bool digits = !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char byte) {
        return byte >= '0' && byte <= '9';
    });
    if (digits) {
        bool fits = false;
        const auto seconds = text.toLongLong(&fits);
        return fits && seconds < longestWaitMs / 1000 ? seconds * 1000 : longestWaitMs;
    }
    const auto date = httpDate(text);
    if (!date.isValid())
        return std::nullopt;
    return std::clamp<qint64>(now.msecsTo(date), 0, longestDatedWaitMs);
}

QDateTime httpDate(const QByteArray &value)
{
    const auto seconds = curl_getdate(value.constData(), nullptr);
    return seconds < 0 ? QDateTime() : QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
}

} // namespace portolan::net
