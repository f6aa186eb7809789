// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/httprequest.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace portolan::net {

namespace {

using Scheme = Credential::Scheme;

//! A line end would begin a header of somebody else's choice; no other control character is
//! allowed either (RFC 9110, 5.5).
bool isFieldValue(QByteArrayView value)
{
    return std::all_of(value.begin(), value.end(), [](char byte) {
        const auto code = static_cast<unsigned char>(byte);
        return byte == '\t' || (code >= 0x20 && code != 0x7F);
    });
}

bool isFieldName(QByteArrayView name)
{
    static constexpr QByteArrayView marks("!#$%&'*+-.^_`|~");
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char byte) {
        return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z')
            || (byte >= 'a' && byte <= 'z') || marks.contains(byte);
    });
}

bool carriesCredentials(const QByteArray &name)
{
    static const std::array names{"authorization", "cookie", "proxy-authorization"};
    return std::any_of(names.begin(), names.end(), [&](const char *reserved) {
        return name.compare(reserved, Qt::CaseInsensitive) == 0;
    });
}

Result<void> checkedHeaders(const QList<HttpHeader> &headers)
{
    for (const auto &header : headers) {
        if (!isFieldName(header.name))
            return failure(Error::Kind::Usage, u"a header's name holds a forbidden character"_s);
        if (carriesCredentials(header.name))
            return failure(Error::Kind::Usage,
                           u"the header %1 is not set by hand; use the credential"_s.arg(
                               QString::fromLatin1(header.name)));
        if (!isFieldValue(header.value))
            return failure(Error::Kind::Usage,
                           u"the header %1 holds a line end or another control character"_s.arg(
                               QString::fromLatin1(header.name)));
    }
    return {};
}

Result<void> checkedCredential(const Credential &credential)
{
    if (!isFieldValue(credential.secret.reveal()) || !isFieldValue(credential.name))
        return failure(Error::Kind::Usage,
                       u"the token or password holds a line end or another control character; "
                       "enter it again"_s);
    if (credential.scheme == Scheme::KeyHeader && !isFieldName(credential.name))
        return failure(Error::Kind::Usage, u"the header for the key has no proper name"_s);
    // The user name ends at the first colon (RFC 7617, section 2).
    if (credential.scheme == Scheme::Basic && credential.name.contains(':'))
        return failure(Error::Kind::Usage, u"a user name cannot hold a colon"_s);
    return {};
}

} // namespace

QByteArray methodName(HttpMethod method)
{
    switch (method) {
    case HttpMethod::Get:
        return "GET";
    case HttpMethod::Head:
        return "HEAD";
    case HttpMethod::Post:
        return "POST";
    case HttpMethod::Put:
        return "PUT";
    case HttpMethod::Patch:
        return "PATCH";
    case HttpMethod::Delete:
        return "DELETE";
    }
    return "GET";
}

Result<void> checked(const HttpRequest &request)
{
    if (request.url.isEmpty())
        return failure(Error::Kind::Usage, u"the account has no address"_s);
    if (request.credential.scheme != Scheme::None && !request.url.isEncrypted()
        && !request.url.isLoopback())
        return failure(
            Error::Kind::Usage,
            u"%1 is not encrypted, and a token would be readable on the way; use https"_s.arg(
                request.url.shown()));
    const bool mayUseLinkLocal = request.connection && request.connection->mayUseLinkLocal;
    if (isMetadataAddress(request.url.host()) && !mayUseLinkLocal)
        return failure(Error::Kind::Usage,
                       u"%1 is a link-local or metadata address, which no platform has"_s.arg(
                           request.url.shown()));
    if (!isFieldValue(request.id) || !isFieldValue(request.contentType))
        return failure(Error::Kind::Usage,
                       u"the request's id or content type holds a control character"_s);
    return checkedHeaders(request.headers).and_then([&] {
        return checkedCredential(request.credential);
    });
}

} // namespace portolan::net
