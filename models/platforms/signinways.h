// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/httprequest.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace portolan::platforms {

//! How an account can show who it is. The words of signInWord() are stored and typed.
enum class SignInWay {
    None, //!< the platform asks for nothing
    Token, //!< a personal access token or key, made on the platform's own page
    Password, //!< user and password (RFC 7617), where a platform has nothing else
    OpenId //!< OpenID Connect: in the browser, or by a code on another device
};

//! "none", "token", "password", "openid".
QString signInWord(SignInWay way);

//! What an adapter says about signing in to it.
struct SignInWays
{
    QList<SignInWay> ways; //!< best first; empty for folders
    net::Credential::Scheme tokenScheme = net::Credential::Scheme::Bearer;
    QByteArray keyHeader; //!< with KeyHeader: its name
    QString tokenPage; //!< where a token is made, below the address of the account, or empty
    bool isIdTokenBearer = false; //!< the ID token is what is sent (ruling 31)
};

} // namespace portolan::platforms
