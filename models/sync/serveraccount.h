// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/secret.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <QUuid>

namespace portolan::sync {

//! How one signs in to a platform; the words that are stored are platforms::signInWord().
enum class SignInBy { Nobody, Token, Password, Browser, Device };

//! A platform that an account with an address can be added for.
struct PlatformChoice
{
    QString name; //!< of the adapter
    QList<SignInBy> ways; //!< best first, never empty
    QString tokenPage; //!< where a token is made, below the address; may be empty
};

//! What a person entered about an account with an address.
struct ServerAccount
{
    QUuid id;
    QString name;
    QString platform;
    QString url;
    SignInBy by = SignInBy::Token;
    QString user; //!< with a password
    Secret secret; //!< token or password; empty where nothing new was typed
    QString issuer; //!< of the OpenID provider, exactly as it writes it
    QString clientId;
    QString caFile; //!< absolute paths of PEM files; empty for none
    QString clientCertificate;
    QString clientKey;
    QStringList domains; //!< to keep; all when empty
};

//! How an account stands with its platform, as far as this program knows without asking it.
enum class SignInState {
    NotNeeded, //!< a folder, or nobody asks who we are
    Unknown,
    SignedIn,
    TokenNeeded, //!< its secret is not kept anywhere: it has to be entered again
    SignedOut, //!< refused: sign in again
    KeyringLocked
};

//! A line of what an adapter can and cannot do, in its own words.
struct AbilityFacts
{
    enum class Extent { Full, Partial, None };

    QString what;
    Extent extent = Extent::None;
    QString note;

    bool operator==(const AbilityFacts &) const = default;
};

//! Where the secret of an account went.
enum class SecretPlace {
    Keyring,
    Session //!< memory only: there is no keyring, or it is locked
};

} // namespace portolan::sync

Q_DECLARE_METATYPE(portolan::sync::SignInState)
