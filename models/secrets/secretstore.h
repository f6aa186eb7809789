// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/secrets/accountsecrets.h"

#include <QFuture>
#include <QUuid>

namespace portolan::secrets {

//! How the place for secrets stands. Locked is not absent: what is in it comes back.
enum class KeyringState {
    Available,
    Locked, //!< there, and its owner has to open it first
    Absent //!< nothing on this desktop keeps secrets
};

//! Where secrets went.
enum class Keeping {
    ForGood, //!< the keyring has them
    ThisSession //!< memory only: they are asked for again after a restart (ruling 28)
};

//! Keeps the secrets of accounts, by the account's id. Safe to call from any thread; nothing waits.
//! A Keychain error says whether the keyring is locked or absent.
class SecretStore
{
public:
    virtual ~SecretStore();

    //! Asks nobody to open anything.
    virtual QFuture<KeyringState> state() = 0;
    //! A NotFound error where nothing is kept for \a account.
    virtual QFuture<Result<AccountSecrets>> read(const QUuid &account) = 0;
    //! Replaces what is kept for \a account, whole or not at all.
    virtual QFuture<Result<Keeping>> write(const QUuid &account, AccountSecrets secrets) = 0;
    //! Done as well where nothing was kept.
    virtual QFuture<Result<void>> remove(const QUuid &account) = 0;
};

//! "The keyring is locked; …", "No keyring answers …": the Keychain error for \a state.
Error keyringError(KeyringState state);

} // namespace portolan::secrets
