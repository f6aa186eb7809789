// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/httpclient.h"
#include "models/signin/openid.h"
#include "models/signin/provider.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <utility>

namespace portolan::signin {

//! Fields of a form; values may be secret.
using Form = QList<std::pair<QByteArray, QByteArray>>;

//! "a=1&b=2", encoded (application/x-www-form-urlencoded).
QByteArray formBody(const Form &form);

//! A POST of \a form to \a endpoint, the way \a settings say.
net::HttpRequest formRequest(const net::HttpUrl &endpoint, const Form &form,
                             const OpenIdSettings &settings);

//! What a provider answered instead of what was asked (RFC 6749, 5.2).
struct Refusal
{
    QString error; //!< "invalid_grant", "authorization_pending", …; empty when there is none
    QString description; //!< plain text of the provider, cut
};

//! The refusal in \a response; without an error where it holds something else.
Refusal refusalIn(const net::HttpResponse &response);

//! The error that a person sees for \a refusal of \a asked.
Error refusalError(const Refusal &refusal, const QString &asked);

//! Reads an answer of the token endpoint that arrived at \a now. Unauthorised for "invalid_grant"
//! and "access_denied", else the kind of its status; Protocol when it is no such answer.
[[nodiscard]] Result<Tokens> readTokens(const net::HttpResponse &response, const QDateTime &now);

} // namespace portolan::signin
