// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/secrets/secretstore.h"

#include <QString>
#include <QThread>

namespace portolan::secrets {

//! The desktop's keyring (Secret Service or KWallet), through QtKeychain and never in plain text.
//! Has a thread of its own, since a keyring may ask its owner before it answers. One in a process:
//! QtKeychain's queue belongs to the thread that used it first.
class KeychainSecrets final : public SecretStore
{
public:
    //! \a service is what the entries are filed under; a question that nobody answers ends after
    //! \a patienceMs.
    explicit KeychainSecrets(QString service, int patienceMs = 120'000);
    //! What is under way ends as Cancelled.
    ~KeychainSecrets() override;

    QFuture<KeyringState> state() override;
    QFuture<Result<AccountSecrets>> read(const QUuid &account) override;
    QFuture<Result<Keeping>> write(const QUuid &account, AccountSecrets secrets) override;
    QFuture<Result<void>> remove(const QUuid &account) override;

private:
    class Desk;

    QThread m_thread;
    Desk *m_desk; // deleted in its thread, when that ends
};

} // namespace portolan::secrets
