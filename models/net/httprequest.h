// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/secret.h"
#include "models/net/httpurl.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace portolan::net {

enum class HttpMethod { Get, Head, Post, Put, Patch, Delete };

//! The method as it is written on the wire.
QByteArray methodName(HttpMethod method);

//! One header field. Names compare without regard to case (RFC 9110, 5.1).
struct HttpHeader
{
    QByteArray name;
    QByteArray value;

    bool operator==(const HttpHeader &) const = default;
};

//! How a request shows who asks. Sent to the request's own host alone: redirects are not followed.
struct Credential
{
    enum class Scheme {
        None,
        Bearer, //!< RFC 6750
        Basic, //!< RFC 7617, with \a name as the user
        KeyHeader //!< a header called \a name, "X-Api-Key" for instance
    };

    Scheme scheme = Scheme::None;
    QByteArray name;
    Secret secret;
};

//! What an account says about the way to its platform. Files are PEM, named by absolute path.
struct ConnectionSettings
{
    QString organisationCa; //!< trusted besides the system's authorities
    QString clientCertificate; //!< for mutual TLS, with the certificates above it
    QString clientKey; //!< empty when it is in the certificate's file
    Secret clientKeyPassword;
    QString pinnedKey; //!< "sha256//…" of the public key, or empty
    //! Absent: as the environment says (https_proxy, no_proxy), and none to this machine; empty:
    //! none; else its address, without a user name or password.
    std::optional<QString> proxy;
    QByteArray proxyUser;
    Secret proxyPassword;
    bool mayUseLinkLocal = false; //!< an administrator says that the platform is there
};

//! How long a request may take as a whole; connecting and standing still have limits of their own.
enum class TimeoutClass {
    Api, //!< 60 seconds
    Snapshot //!< 30 minutes: a whole catalogue in one answer
};

//! Who waits for the answer, which decides how long it is worth waiting.
enum class Urgency { Interactive, Background };

//! One request, as a value.
struct HttpRequest
{
    HttpMethod method = HttpMethod::Get;
    HttpUrl url;
    //! Further headers, "Accept" among them where it is a special one; neither credentials nor
    //! cookies, which are refused here.
    QList<HttpHeader> headers;
    QByteArray body;
    QByteArray contentType = "application/json"; //!< of the body
    Credential credential;
    std::shared_ptr<const ConnectionSettings> connection; //!< null: nothing special
    TimeoutClass timeout = TimeoutClass::Api;
    Urgency urgency = Urgency::Interactive;
    int mostAttempts = 0; //!< fewer than \a urgency allows; 0: as many
    qint64 mostBytes = 64 * 1024 * 1024; //!< of the answer's body, decoded (ruling 32)
    bool expectsJson = true; //!< a page of HTML is then the network's, not the platform's
    //! Whether sending it twice does no more than once. GET and HEAD always are.
    bool repeatable = false;
    QByteArray id; //!< sent as X-Request-Id; the client makes one when empty

    bool isRepeatable() const
    {
        return repeatable || method == HttpMethod::Get || method == HttpMethod::Head;
    }
};

//! Refuses what must not go out: control characters in a header or secret, credentials among the
//! headers, a secret over plain http to another machine (ruling 32), and metadata addresses. A
//! Usage error says which; it holds no value.
[[nodiscard]] Result<void> checked(const HttpRequest &request);

} // namespace portolan::net
