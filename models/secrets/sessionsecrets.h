// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/secrets/secretstore.h"

#include <memory>
#include <optional>

namespace portolan::secrets {

//! A keyring, and memory for what it cannot take: secrets that were handed over to be tried first,
//! and those of a desktop whose keyring is locked or absent. What memory holds goes before what the
//! keyring says.
class SessionSecrets final : public SecretStore
{
public:
    //! \a keyring outlives this object, and every answer of it.
    explicit SessionSecrets(SecretStore &keyring);

    //! Holds \a secrets in memory alone, until keep() or remove(): what is renewed meanwhile stays
    //! there as well.
    void hand(const QUuid &account, AccountSecrets secrets);
    //! The same, unless secrets of \a account were handed over, renewed or removed since version()
    //! was \a version; false then: what \a secrets were made of counts no more.
    [[nodiscard]] bool hand(const QUuid &account, AccountSecrets secrets, quint64 version);
    //! Grows with each of these. Ask for it before what is going to be changed is read.
    quint64 version(const QUuid &account) const;
    //! Writes to the keyring what hand() was given, or came of it since.
    QFuture<Result<Keeping>> keep(const QUuid &account);
    //! Ends a trial the other way: memory has nothing of \a account, and what the keyring has is
    //! used again.
    void letGo(const QUuid &account);
    //! Whether memory has them.
    bool isHeld(const QUuid &account) const;
    //! What memory has of them; absent where it has nothing.
    std::optional<AccountSecrets> held(const QUuid &account) const;

    QFuture<KeyringState> state() override;
    QFuture<Result<AccountSecrets>> read(const QUuid &account) override;
    //! Answers ThisSession where the keyring cannot take them; no error then.
    QFuture<Result<Keeping>> write(const QUuid &account, AccountSecrets secrets) override;
    QFuture<Result<void>> remove(const QUuid &account) override;

private:
    struct Held;

    SecretStore &m_keyring;
    std::shared_ptr<Held> m_held; //!< answers of the keyring may come when this is gone
};

} // namespace portolan::secrets
