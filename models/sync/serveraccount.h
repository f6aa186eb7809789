// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/secret.h"

#include <QList>
#include <QMap>
#include <QMetaType>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <QUuid>

#include <optional>

namespace portolan::sync {

//! How one signs in to a platform; the words that are stored are platforms::signInWord().
enum class SignInBy { Nobody, Token, Password, Browser, Device };

//! What only accounts of one platform can be told, as text.
struct OwnSetting
{
    QString name;
    QString title; //!< in the adapter's words
    QString byDefault; //!< what holds where nothing is entered
};

//! A platform that an account with an address can be added for.
struct PlatformChoice
{
    QString name; //!< of the adapter
    QList<SignInBy> ways; //!< best first, never empty
    QString tokenPage; //!< where a token is made, below the address; may be empty
    QList<OwnSetting> own; //!< what is asked beside what all are asked
    bool hasDomains = true; //!< what is read of it can be limited to some
};

//! What a person entered about an account with an address. Of one that reads a folder there is
//! nothing but its name to enter.
struct ServerAccount
{
    QUuid id;
    QString name;
    QString platform;
    QString url;
    QString folder; //!< instead of an address
    SignInBy by = SignInBy::Token;
    QString user; //!< with a password
    Secret secret; //!< token or password; empty where nothing new was typed
    QString issuer; //!< of the OpenID provider, exactly as it writes it
    QString clientId;
    QString caFile; //!< absolute paths of PEM files; empty for none
    QString clientCertificate;
    QString clientKey;
    Secret keyPassword; //!< of the client key; empty where nothing new was typed
    std::optional<QString> proxy; //!< empty for none; absent: as the environment has it
    QString proxyUser;
    Secret proxyPassword; //!< empty where nothing new was typed
    QStringList domains; //!< to keep; all when empty
    QMap<QString, QString> own; //!< by OwnSetting::name; without it, or empty, its default
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
