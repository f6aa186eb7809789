// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/secret.h"

#include <QByteArray>
#include <QDateTime>

#include <optional>

namespace portolan::secrets {

//! All that is secret of one account. Kept as one entry, so that nothing of it is ever half new.
struct AccountSecrets
{
    //! What requests carry: a token or key, a password, or what a sign-in by OpenID Connect gave.
    Secret token;
    QDateTime tokenEnds; //!< UTC; null when it holds until it is refused
    Secret refreshToken; //!< buys the next token, once (RFC 6749, 6)
    Secret clientKeyPassword; //!< of the file with the key for mutual TLS
    Secret proxyPassword;
    bool isOnTrial = false; //!< not stored: handed over to be tried, and never kept yet

    bool isEmpty() const;
};

//! As it is written to the keyring. A token that can be bought again is left out: it is kept in
//! memory only.
QByteArray keptForm(const AccountSecrets &secrets);

//! What keptForm() wrote; absent when \a bytes are something else.
std::optional<AccountSecrets> fromKeptForm(const QByteArray &bytes);

} // namespace portolan::secrets
